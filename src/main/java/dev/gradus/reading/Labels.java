package dev.gradus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels that open a part: {@code (b)}, {@code Q 3 .}, {@code 3.1)}, {@code Case 1}, {@code Task B}. */
final class Labels {
  /** Kinds: a new label closes the one of its kind before it. */
  enum Kind {
    WORD,
    NUMBER,
    DOTTED,
    LETTER,
    ROMAN,
    PARENTHESISED_NUMBER,
    STEP,
    BOLD,
    CASE,
    /** the function that is dealt with next: {@code ReLU:} */
    FUNCTION
  }

  /** A label found: how many characters it takes (0 for a case, whose words are read on). */
  record Label(Kind kind, String text, int length) {}

  private static final List<String> NOUNS =
      List.of("problem", "question", "exercise", "task", "part", "q", "aufgabe", "ejercicio", "problema", "pregunta", "frage", "teil", "parte", "aufg", "ex", "hw", "claim",
          "lemma", "theorem", "proposition", "corollary", "example", "問題", "问题", "题");
  private static final List<String> STEPS = List.of("step", "schritt", "paso");
  private static final List<String> CASES = List.of("case", "fall", "caso");

  private Labels() {}

  /** The label at the start of {@code text}, white space before it allowed. */
  static Optional<Label> at(String text) {
    int from = skipSpace(text, 0);
    if (from >= text.length()) {
      return Optional.empty();
    }
    char c = text.charAt(from);
    if (c >= '①' && c <= '⑳') {
      return Optional.of(new Label(Kind.PARENTHESISED_NUMBER, String.valueOf(c), from + 1));
    }
    if (c == '(') {
      int close = text.indexOf(')', from);
      if (close > from + 1 && close - from <= 6) {
        return inner(text.substring(from + 1, close).strip(), true).map(k -> new Label(k, text.substring(from, close + 1), close + 1));
      }
      return Optional.empty();
    }
    Optional<Label> named = named(text, from);
    return named.isPresent() ? named : bare(text, from);
  }

  /** In: a label or heading as printed. Out: what it is called, for comparing: {@code 5} for {@code Question 5 (10 points)}, {@code a} for {@code (a)}; else its first words. */
  static String key(String printed) {
    String text = printed.replaceFirst("^#+", "").strip();
    String name = at(text + " ").filter(l -> l.kind() != Kind.CASE).map(Label::text).orElse(text);
    String lower = name.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
      end++;
    }
    boolean noun = end < lower.length() && (NOUNS.contains(lower.substring(0, end)) || STEPS.contains(lower.substring(0, end)));
    return lower.substring(noun ? end : 0).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** {@code Q3.}, {@code Task B:}, {@code Step 2}, {@code Case 1:}. */
  private static Optional<Label> named(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(from, end).toLowerCase(Locale.ROOT);
    if (CASES.contains(word)) {
      return Optional.of(new Label(Kind.CASE, word, 0));
    }
    boolean step = STEPS.contains(word);
    if (!step && !NOUNS.contains(word)) {
      return Optional.empty();
    }
    int at = skipSpace(text, end);
    if (at < text.length() && text.charAt(at) == '(') {
      at++;
    }
    int stop = at;
    while (stop < text.length() && (Character.isLetterOrDigit(text.charAt(stop)) || (text.charAt(stop) == '.' && stop + 1 < text.length() && Character.isDigit(text.charAt(stop + 1))))) {
      stop++;
    }
    if (stop == at || stop - at > 5 || inner(text.substring(at, stop), false).isEmpty()) {
      return Optional.empty();
    }
    if (stop < text.length() && text.charAt(stop) == ')') {
      stop++;
    }
    int past = skipBlank(text, stop);
    boolean marked = past < text.length() && (text.charAt(past) == '.' || text.charAt(past) == ':' || text.charAt(past) == ')');
    int length = marked ? past + 1 : stop;
    return Optional.of(new Label(step ? Kind.STEP : Kind.WORD, text.substring(from, stop), length));
  }

  /** {@code a)}, {@code 3.}, {@code 3.1)}, {@code 3.)}, {@code 1-a)}. */
  private static Optional<Label> bare(String text, int from) {
    int end = from;
    while (end < text.length() && end - from <= 6 && (Character.isLetterOrDigit(text.charAt(end)) || inside(text, end))) {
      end++;
    }
    String word = text.substring(from, end);
    int at = skipBlank(text, end);
    boolean dot = at < text.length() && text.charAt(at) == '.';
    int after = dot ? at + 1 : at;
    boolean paren = after < text.length() && text.charAt(after) == ')';
    if (word.isEmpty() || (!dot && !paren)) {
      return Optional.empty();
    }
    int length = paren ? after + 1 : after;
    boolean blank = length >= text.length() || Character.isWhitespace(text.charAt(length));
    Optional<Kind> kind = inner(word, paren);
    if (kind.isEmpty() || (!paren && (!blank || kind.get() == Kind.LETTER || kind.get() == Kind.ROMAN))) {
      return Optional.empty();
    }
    return Optional.of(new Label(kind.get() == Kind.PARENTHESISED_NUMBER ? Kind.NUMBER : kind.get(), word, length));
  }

  private static boolean inside(String text, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == '-') && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)) && at > 0 && Character.isDigit(text.charAt(at - 1));
  }

  /** What stands inside: a number, a letter, a roman number. */
  private static Optional<Kind> inner(String word, boolean paren) {
    if (word.isEmpty() || word.length() > 5) {
      return Optional.empty();
    }
    boolean digits = word.chars().allMatch(Character::isDigit);
    if (digits) {
      return word.length() > 2 ? Optional.empty() : Optional.of(paren ? Kind.PARENTHESISED_NUMBER : Kind.NUMBER);
    }
    if (word.length() == 1 && Character.isLetter(word.charAt(0)) && word.charAt(0) < 128) {
      return Optional.of(Kind.LETTER);
    }
    if (word.toLowerCase(Locale.ROOT).chars().allMatch(c -> c == 'i' || c == 'v' || c == 'x')) {
      return Optional.of(Kind.ROMAN);
    }
    if (Character.isDigit(word.charAt(0)) && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-')) {
      return Optional.of(Kind.DOTTED);
    }
    return Optional.empty();
  }

  private static final Pattern FUNCTION =
      Pattern.compile("(?i)\\s*(?:\\d+\\. |[-•*] )?((?:for |case )?(?:the )?(?:(?:logistic )?sigmoid|logistic|tanh|hyperbolic tangent|(?:leaky |parametric )?relu|(?:leaky )?rectified linear(?: unit)?|rectifier|softplus|elu|gelu|swish|silu|softsign|linear|identity|arctan)"
          + "(?: function| activation| unit| activation function| case)?) ?[:,]\\s*");
  /** g(z) = */
  private static final Pattern EQUATION = Pattern.compile("\\s*(\\\\?[A-Za-z]+(?:_\\w|_\\{[^{}]*\\})? ?\\(\\s*\\\\?[A-Za-z]+\\s*\\)) ?&? ?=(?s).*");

  /**
   * What the formula gives, {@code g(z)}, where the line that begins at a place of the text before it is nothing but the name of a function: {@code For tanh:} in front of
   * {@code g(z) = \\tanh(z)}. The rest of a text is looked at in its place: it may be long, and begin many lines.
   */
  static Optional<String> function(String text, int from, String formula) {
    Matcher head = EQUATION.matcher(formula);
    return FUNCTION.matcher(text).region(from, text.length()).matches() && head.matches() ? Optional.of(head.group(1).replace(" ", "")) : Optional.empty();
  }

  /** Words that name a loss, a model or a way to train it, one of several that are dealt with: they say what the formula behind them is, not what is done to it. */
  private static final Pattern TOPIC =
      Pattern.compile("(?i)\\s*(?:\\d+\\. |[-•*] )?((?:the |an? )?(?:[\\p{L}\\d²-]+ ){0,3}?(?:loss|cost|error|objective|regression|classification|softmax|sampling|(?:cross-? ?)?entropy|mse|mae|bce|ce|nll|hinge|huber|ridge|lasso|(?:elastic )?net|(?:log-)?likelihood"
          + "|penalty|regulari[sz](?:ation|er)|perceptron|svm|l1|l2|divergence|squares|perplexity|discriminator|generator|encoder|decoder))(?: function| term| model)?(?: \\([\\p{L}\\d -]+\\))? ?:\\s*");
  /** J = , L(w) = */
  private static final Pattern NAMED = Pattern.compile("\\s*(\\\\?[A-Za-z]+(?:\\s?\\{?[A-Za-z]\\}?)?(?: ?\\([^()=]*\\))?) ?&? ?=(?s).*");

  /** A line that is nothing but such a name, in front of an equation. */
  record Topic(String name, String head) {}

  /** The same of {@code Negative sampling:} in front of {@code J = ..}. */
  static Optional<Topic> topic(String text, int from, String formula) {
    Matcher name = TOPIC.matcher(text).region(from, text.length());
    Matcher head = NAMED.matcher(formula);
    return name.matches() && head.matches() ? Optional.of(new Topic(name.group(1).toLowerCase(Locale.ROOT), head.group(1).replace(" ", ""))) : Optional.empty();
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '•')) {
      i++;
    }
    return i;
  }

  private static int skipBlank(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }
}
