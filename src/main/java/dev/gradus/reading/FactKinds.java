package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import java.util.List;
import java.util.Optional;

/** What kinds of facts are like: sets that name one, kinds that claim, kinds that only shape. */
final class FactKinds {
  static final List<String> NOUNS =
      List.of("vector", "vectors", "number", "numbers", "scalar", "scalars", "entries", "row", "rows", "label", "labels", "target", "targets", "matrix", "matrices", "constant",
          "constants", "integer", "real", "reals", "encoded", "encoding", "encodings", "representation", "value", "values", "variable", "variables", "distribution", "input",
          "inputs", "y", "e", "components", "weights", "probabilities", "vektor", "zahlen", "zahl", "números", "class", "index");

  static final List<String> BETWEEN =
      List.of("is", "are", "be", "a", "an", "the", "being", "both", "all", "sind", "ist", "es", "un", "una", "是", "为", "also", "not", "real", "as", "each", "encoded", "always", "has", "have", "two", "three", "some",
          "weight", "square", "symmetric", "column", "row", "constant", "random", "fixed", "given", "arbitrary", "unit", "invertible", "orthogonal", "diagonal", "positive", "definite",
          "skew-symmetric", "probability", "one-hot", "input", "output", "parameter", "bias", "known", "any", "nonsingular", "normalized", "definite", "of", "size", "dimensional", "with", "having", "that", "which");

  private static final java.util.regex.Pattern DENIED = java.util.regex.Pattern.compile("\\b(not|non|no|never|longer|than|without|smoothed|softened|smooth|soft|instead of|replac(e|es|ed|ing)( the)?)\\b");
  private static final java.util.regex.Pattern NEGATED =
      java.util.regex.Pattern.compile("\\b(not|never|wrong|error|mistake|instead|incorrect|avoid|without|don't|can't|cannot|otherwise|regardless|whether|neither|nor|rather than|no longer|longer|unlike)\\b");
  private static final java.util.regex.Pattern NEGATED_BEHIND =
      java.util.regex.Pattern.compile("\\b((is|are|be|was|were|does|do|would|may|can|must|should) (not|never)|(is|are|be|was|were) (also |still )?(wrong|incorrect|invalid|forbidden|illegal|a mistake|an error|no option)|isn't|doesn't|cannot|but (that|this|it) is)\\b");

  private static final java.util.regex.Pattern APART = java.util.regex.Pattern.compile("\\b(respectively|resp|unlike|in contrast to|as opposed to|except|apart from|(but|and) not|neither|nor|(one|some|not all|none) of|bzw)\\b");

  private FactKinds() {}

  private static final java.util.regex.Pattern NOT_THAT = java.util.regex.Pattern.compile("\\b(not|neither|nor) \\$,? (is|are)( \\p{L}+){0,2}$");

  /** "p and not q is a distribution": the last name is none. */
  static boolean notThat(String before) {
    return NOT_THAT.matcher(before).find();
  }

  /** "x, y be positive and negative, respectively", "unlike q, p is a distribution": what a sentence says of one of several names it does not say of all. */
  static boolean apart(Sentence sentence) {
    return APART.matcher(sentence.words(0, sentence.atoms().size())).find();
  }

  /** The phrase for a hot class that stands there; empty for none. */
  static String hot(List<String> words, int at) {
    return Phrases.HOT.stream().filter(h -> Facts.startsWith(words, at, h)).findFirst().orElse("");
  }

  /** "not one-hot": the words just before deny what is said. */
  static boolean denied(Sentence sentence, int at) {
    return DENIED.matcher(sentence.words(Math.max(0, at - 2), at)).find();
  }

  private static final String HARDLY = "usual(ly)?|most(ly)?|often|typical(ly)?|normally|sometimes|mainly|largely|part(ly|ially)|occasionally|rarely|seldom|hardly|almost( always| all)?|nearly( always| all)?|many|few|half|perhaps|maybe|possibly|probably|likely|not (all|every|each|always)|some of";

  /** "usually one-hot", "most labels are one-hot": not more than three words before. */
  private static final java.util.regex.Pattern SOMETIMES = java.util.regex.Pattern.compile("\\b(" + HARDLY + ")( [\\p{L}$-]+){0,3}$");

  /** "Usually, y is one-hot", "except in the last row y is one-hot": the sentence begins with what restricts it. */
  private static final java.util.regex.Pattern EXCEPTED =
      java.util.regex.Pattern.compile("^(and |but |here,? )?((" + HARDLY + "|in most cases|most of the time|for most)\\b(?! (likely|of all))|(except|apart from|aside from|other than|excluding|save for|with the exception|unless(?! (otherwise )?(stated|noted|said|specified|mentioned))|until|barring|outside)\\b)(?!.*\\b(since|as|because|so|hence|thus|therefore|then|with|we|is \\$)\\b)");

  /** "one-hot except in the last row", "one-hot, but not for noisy labels", "one-hot only at first". */
  private static final java.util.regex.Pattern EXCEPTING =
      java.util.regex.Pattern.compile(
          "^,?( ?(vectors?|labels?|targets?|encoded|encodings?|everywhere|always|here|holds?|is true|applies))*,? ?\\(?(except|unless(?! (otherwise )?(stated|noted|said|specified|mentioned))|apart from|aside from|save|other than|excluding|but (not|never|only|sometimes|in some)|with (the |one |some |few )?exceptions?|barring|outside|until|only (if|for|when|where|in|at|on|while|during|as long)|while|as long as|in (most|many|some|almost)|(for|in) (part|question|item|problem|exercise)|for (most|many|some|almost|the (first|clean))|most(ly)?|usually|often|sometimes|up to (?!date|here|now)|at (first|random|the (start|beginning)|initiali[sz]ation)|with probability|with high probability|in (the limit|expectation|mean|distribution)|on average|asymptotically|approximately|eventually|nearly|almost|in the beginning|initially|half)\\b");

  /** Words around that say of something that it holds with exceptions. */
  static boolean loosened(Sentence sentence, int at, int words) {
    return loosened(sentence.words(0, at), sentence.words(at + words, at + words + 8));
  }

  /** The same by what stands before and behind. */
  static boolean loosened(String before, String behind) {
    return SOMETIMES.matcher(before).find() || EXCEPTED.matcher(before).find() || EXCEPTING.matcher(behind).find();
  }

  /** "it is wrong to treat h as constant", "treating h as constant is not allowed": the words around call off what is held fixed. */
  static boolean negated(Sentence sentence, int at) {
    return NEGATED.matcher(sentence.words(Math.max(0, at - 16), at)).find() || NEGATED_BEHIND.matcher(sentence.words(at, at + 60)).find();
  }

  static boolean behindHot(Atom atom) {
    return atom instanceof Atom.Word w && List.of("is", "be", "being", "index", "with", "called", "label", "has", "the", "class", "number", "occurs", "stands", "sits", "lies", "corresponds", "to", "position", "at", "by", "denoted", "ist", "es").contains(w.text());
  }

  /** {@code x \\in S \\Rightarrow ..}: said of what is drawn from it. */
  static boolean beforeArrow(Sentence sentence, int at) {
    return at + 1 < sentence.atoms().size() && sentence.atoms().get(at + 1) instanceof Atom.Link(Clause.Join join) && (join == Clause.Join.IMPLIES || join == Clause.Join.IFF);
  }

  private static final List<String> LABELS = List.of("label", "labels", "target", "targets", "outcome", "outcomes", "etiquetas", "klassenlabel", "标签");

  /** "the labels are binary", "binary labels". */
  static boolean labelsNear(Sentence sentence, int at, int words) {
    for (int i = Math.max(0, at - 3); i < Math.min(sentence.atoms().size(), at + words + 1); i++) {
      if (sentence.atoms().get(i) instanceof Atom.Word w && LABELS.contains(w.text())) {
        return true;
      }
    }
    return false;
  }

  private static final List<String> OF_ALL = List.of("centered", "centred", "zero-mean", "zero mean", "mean zero", "standardized", "whitened", "orthonormal", "orthogonal", "normalized", "normalised");

  /** Whether words say something of all quantities that they may speak of. */
  static boolean ofAll(WordFact w) {
    return w.kind() == WordFact.Kind.RESTRICTED && w.names().isEmpty() && OF_ALL.contains(w.phrase());
  }

  /** "the weights sum to one", "the columns are orthonormal": said of quantities by a word for them, it holds on. */
  static boolean ofAll(Sentence sentence, int at, Phrases.Saying saying) {
    boolean predicate = at > 1 && sentence.atoms().get(at - 1) instanceof Atom.Word w && List.of("are", "is", "was", "were", "have", "has", "been", "being", "be").contains(w.text());
    return saying.kind() == WordFact.Kind.SUMS_TO_ONE || (predicate && OF_ALL.contains(saying.phrase()));
  }

  /** Whether what is said of a letter later cannot be meant beside what was said of it before. */
  static boolean replaces(WordFact.Kind later, WordFact.Kind earlier) {
    return switch (later) {
      case BINARY -> earlier == WordFact.Kind.PLUS_MINUS_ONE || earlier == WordFact.Kind.DISTRIBUTION || earlier == WordFact.Kind.SUMS_TO_ONE;
      case PLUS_MINUS_ONE -> earlier == WordFact.Kind.BINARY || earlier == WordFact.Kind.DISTRIBUTION || earlier == WordFact.Kind.ONE_HOT;
      case DISTRIBUTION -> earlier == WordFact.Kind.ONE_HOT || earlier == WordFact.Kind.BINARY || earlier == WordFact.Kind.PLUS_MINUS_ONE;
      case REAL, ANY -> earlier == WordFact.Kind.BINARY || earlier == WordFact.Kind.PLUS_MINUS_ONE || earlier == WordFact.Kind.INTEGER || earlier == WordFact.Kind.ONE_HOT;
      case UNIT_INTERVAL, CLOSED_UNIT_INTERVAL -> earlier == WordFact.Kind.BINARY || earlier == WordFact.Kind.PLUS_MINUS_ONE || earlier == WordFact.Kind.INTEGER || earlier == WordFact.Kind.ONE_HOT;
      case POSITIVE, NONNEGATIVE -> earlier == WordFact.Kind.NEGATIVE || earlier == WordFact.Kind.NONPOSITIVE;
      case NEGATIVE, NONPOSITIVE -> earlier == WordFact.Kind.POSITIVE || earlier == WordFact.Kind.NONNEGATIVE || earlier == WordFact.Kind.UNIT_INTERVAL;
      default -> false;
    };
  }

  /** What {@code a, b > 0} says of a. */
  static Optional<WordFact.Kind> beside(RelationSign sign) {
    return switch (sign) {
      case GREATER -> Optional.of(WordFact.Kind.POSITIVE);
      case GREATER_OR_EQUAL -> Optional.of(WordFact.Kind.NONNEGATIVE);
      case LESS -> Optional.of(WordFact.Kind.NEGATIVE);
      case LESS_OR_EQUAL -> Optional.of(WordFact.Kind.NONPOSITIVE);
      case NOT_EQUAL -> Optional.of(WordFact.Kind.NONZERO);
      default -> Optional.empty();
    };
  }

  /** What "even" and "odd" describe without restricting anything: how an expression is built. */
  private static final List<String> BUILT =
      List.of("power", "powers", "term", "terms", "function", "functions", "moment", "moments", "symmetry", "order", "orders", "derivative", "derivatives", "part", "parts",
          "degree", "degrees", "polynomial", "polynomials", "potenzen", "funktion", "potencias", "función", "términos");

  private static final java.util.regex.Pattern REMARK =
      java.util.regex.Pattern.compile("\\$ ?,? ?(which|and that|that|que|was|die|ce qui|qui) (is|are|es|ist|est) (thus |always |clearly |indeed |of course |therefore |everywhere |siempre |immer |toujours |stets )?$");

  /** "$f''(x) = 2x^2$, which is positive": said of the value that was just given, not of a letter. */
  static boolean remarks(Sentence s, int at, WordFact.Kind kind, Answer answer) {
    boolean sign = kind == WordFact.Kind.POSITIVE || kind == WordFact.Kind.NONNEGATIVE || kind == WordFact.Kind.NEGATIVE || kind == WordFact.Kind.NONPOSITIVE || kind == WordFact.Kind.NONZERO;
    if (!sign || !REMARK.matcher(s.words(at - 8, at) + " ").find()) {
      return false;
    }
    for (int k = at - 1; k >= 0; k--) {
      if (s.atoms().get(k) instanceof Atom.Clausal c) {
        Clause clause = answer.clauses().get(c.clause());
        return !clause.signs().isEmpty() && clause.sides().stream().noneMatch(side -> side.text().replaceAll("[\\s{}\\\\]", "").matches("\\p{L}*(_\\w)?"));
      }
    }
    return false;
  }

  /** "even" as an adverb ("and even $A < B$"), "odd powers": no condition, unless a cue stands directly before ("for even $n$"). */
  static boolean describes(Sentence s, int at, String phrase, Answer answer) {
    if (!phrase.equals("even") && !phrase.equals("odd")) {
      return false;
    }
    if (at > 0 && s.atoms().get(at - 1) instanceof Atom.Word && Phrases.find(s.run(at - 1), 0).filter(f -> conditions(f.sense())).isPresent()) {
      return false;
    }
    if (at + 1 < s.atoms().size() && s.atoms().get(at + 1) instanceof Atom.Word noun) {
      return BUILT.contains(noun.text());
    }
    boolean first = at == 0 || !(s.atoms().get(at - 1) instanceof Atom.Word before) || before.text().equals("and") || before.text().equals("but");
    return phrase.equals("even") && first && at + 2 < s.atoms().size() && s.atoms().get(at + 2) instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty();
  }

  private static boolean conditions(Phrases.Sense sense) {
    return switch (sense) {
      case IF, FOR, QUANTIFIER, ASSUME, CASE, SUCH_THAT, WITH, LET, ONLY_IF, UNLESS, IFF -> true;
      default -> false;
    };
  }

  /** A formula {@code \|v\| = 1} stands there: it says itself what "unit vectors" says. */
  static boolean normed(Sentence s, int at, Answer answer) {
    if (at + 1 >= s.atoms().size() || !(s.atoms().get(at) instanceof Atom.Open) || !(s.atoms().get(at + 1) instanceof Atom.Clausal c)) {
      return false;
    }
    Clause clause = answer.clauses().get(c.clause());
    boolean one = clause.signs().size() == 1 && clause.signs().getFirst().sign() == RelationSign.EQUAL && clause.sides().get(1).text().strip().equals("1");
    return one && !Sides.stripBars(clause.sides().getFirst().text()).equals(clause.sides().getFirst().text().strip());
  }

  /** "in $\\mathbb Z_2$": another arithmetic. */
  static Optional<String> modular(Clause c) {
    String text = c.sides().getFirst().text().replace(" ", "");
    boolean ring = List.of("\\mathbb{Z}_", "\\mathbbZ_", "\\mathbb{F}_", "\\mathbbF_", "\\mathbb{Z}/", "GF(").stream().anyMatch(text::startsWith);
    return c.signs().isEmpty() && ring ? Optional.of(text) : Optional.empty();
  }

  /** Said of something by "is" without a cue, these are claims and no assumptions. */
  static boolean asserted(WordFact.Kind kind) {
    return switch (kind) {
      case POSITIVE, NONNEGATIVE, NEGATIVE, NONPOSITIVE, NONZERO, SYMMETRIC, POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, CONSTANT, DISTINCT, SUMS_TO_ONE, UNIT_INTERVAL, CLOSED_UNIT_INTERVAL, UNIT_VECTOR, INDEPENDENT -> true;
      case REAL, INTEGER, BINARY, PLUS_MINUS_ONE, DISTRIBUTION, ONE_HOT, ROWS_ONE_HOT, COLUMNS_ONE_HOT, FREE, ANY, SINGULAR, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS, RESTRICTED -> false;
    };
  }

  /** What words say of an array's build: no claim of it is ever judged, so it is taken as said. */
  static boolean structural(WordFact.Kind kind) {
    return switch (kind) {
      case SYMMETRIC, ORTHOGONAL, DIAGONAL, INVERTIBLE, UNIT_VECTOR, INDEPENDENT, CONSTANT -> true;
      case REAL, POSITIVE, NONNEGATIVE, NEGATIVE, NONPOSITIVE, NONZERO, INTEGER, UNIT_INTERVAL, CLOSED_UNIT_INTERVAL, BINARY, PLUS_MINUS_ONE, DISTRIBUTION, SUMS_TO_ONE, ONE_HOT, ROWS_ONE_HOT, COLUMNS_ONE_HOT, POSITIVE_DEFINITE,
          FREE, ANY, SINGULAR, DISTINCT, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS, RESTRICTED -> false;
    };
  }

  /** "different" says nothing of what it does not name: "in a different way". */
  static boolean different(Phrases.Saying saying) {
    return saying.kind() == WordFact.Kind.DISTINCT && !saying.phrase().contains("distinct");
  }

  static boolean shape(WordFact.Kind kind) {
    return kind == WordFact.Kind.MATRIX || kind == WordFact.Kind.VECTOR || kind == WordFact.Kind.ROW_VECTOR || kind == WordFact.Kind.SCALAR || kind == WordFact.Kind.RESTRICTED;
  }

  /** Whether a verb of READING 7 holds names fixed: "treating h as a function of x" does not, "treating h as constant" does. */
  static boolean holds(String verb, String words) {
    String behind = " " + words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}$-]+", " ") + " ";
    return verb.endsWith("fixed") || verb.startsWith("fix") || Phrases.HELD.stream().anyMatch(h -> behind.contains(" " + h + " "));
  }

  /** {@code n \\times n}; not {@code A \\in R^{n \\times n}}, which names a matrix. */
  static boolean sizes(String formula) {
    return formula.contains("\\times") && !formula.contains("\\in");
  }

  /** What the words for a kind say as such: one-hot, whether of a vector or of the lines of a matrix. */
  static WordFact.Kind said(WordFact.Kind kind) {
    return kind == WordFact.Kind.ROWS_ONE_HOT || kind == WordFact.Kind.COLUMNS_ONE_HOT ? WordFact.Kind.ONE_HOT : kind;
  }

  /** "the rows of $ are", behind nothing that takes some of them out. */
  private static final java.util.regex.Pattern LINES_OF =
      java.util.regex.Pattern.compile("(?:^|.*(?:,| and| let| where| that| suppose| assume| since| as) )(?:(?:the |all |all the )?(row|column)s|(?:each|every) (row|column)) of (?:the )?(?:[a-z-]+ ){0,3}(?:\\$ and |\\$, )?\\$ (?:is|are|being) (?:all |each |a |an )*");
  private static final java.util.regex.Pattern LINES = java.util.regex.Pattern.compile("\\b(row|column)s?\\b");
  private static final java.util.regex.Pattern SOME_LINES = java.util.regex.Pattern.compile("\\b(except|but|unless|only|if|when|whenever|for|save|during|apart|until|while)\\b");

  /** "the rows of $ are one-hot", "$ has one-hot columns": of the lines of a matrix, not of the whole. In: the words before and behind, the names. Out: restricted where not of all lines. */
  static WordFact.Kind hotLines(String before, String behind, List<String> names) {
    java.util.regex.Matcher of = LINES_OF.matcher(before);
    java.util.regex.Matcher next = LINES.matcher(behind);
    boolean has = next.lookingAt() && behind.startsWith(next.group(1) + "s");
    if (!has && !LINES.matcher(before).find()) {
      return WordFact.Kind.ONE_HOT;
    }
    String line = of.matches() ? String.valueOf(of.group(1) == null ? of.group(2) : of.group(1)) : has && before.matches(".*\\$ (has|have|with) ") ? next.group(1) : "";
    boolean all = !line.isEmpty() && names.stream().noneMatch(n -> n.contains("^")) && !SOME_LINES.matcher(behind).find();
    return !all ? WordFact.Kind.RESTRICTED : line.equals("row") ? WordFact.Kind.ROWS_ONE_HOT : WordFact.Kind.COLUMNS_ONE_HOT;
  }
}
