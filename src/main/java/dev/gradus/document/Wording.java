package dev.gradus.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells words that stand between formulas from names that are part of one. */
final class Wording {
  static final List<String> COMMANDS = List.of("\\text", "\\mbox", "\\textrm", "\\textnormal", "\\textit", "\\textbf", "\\textsf", "\\hbox", "\\intertext", "\\shortintertext", "\\mathrm", "\\textup");

  private static final List<String> PROSE =
      List.of(
              "if", "for", "where", "and", "or", "then", "so", "with", "otherwise", "when", "since", "because", "as", "hence", "thus", "therefore", "by",
              "from", "such", "that", "let", "given", "is", "are", "be", "iff", "else", "elsewhere", "unless", "while", "but", "to", "of", "in", "on", "at",
              "s.t.", "i.e.", "e.g.", "using", "note", "we", "have", "which", "implies", "assume", "suppose", "also", "the", "this", "these", "not", "only",
              "all", "each", "every", "any", "some", "has", "get", "note:", "recall", "consider", "here", "now", "case", "means", "gives", "yields", "via",
              "under", "over", "after", "before", "both", "find", "minimize", "maximize", "subject", "w.r.t.", "wrt", "st", "iid", "i.i.d.", "resp.", "say",
              "wenn", "für", "falls", "sonst", "und", "oder", "mit", "also", "wobei", "si", "pour", "et", "ou", "donc", "avec", "sinon", "para", "entonces",
              "se", "per", "con", "如果", "其中", "且", "则", "当", "若", "时", "其他", "其它", "否则", "其余");

  private static final List<String> CONDITIONS =
      List.of("if", "for", "when", "where", "with", "as", "since", "because", "given", "assuming", "iff", "unless", "case", "s.t.", "such", "while", "falls", "wenn", "für", "otherwise", "当", "若", "如果");

  private Wording() {}

  /** Whether the words bring in a condition or an explanation of the formula before them. */
  static boolean isCondition(String words) {
    if (words.isEmpty()) {
      return false;
    }
    for (String word : words.toLowerCase(Locale.ROOT).split("[\\s,(:]+", 8)) {
      if (CONDITIONS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Words of prose that are no letters of mathematics. */
  static boolean isWord(String word) {
    return word.length() > 1 && PROSE.contains(word);
  }

  /**
   * Whether a text in a formula is prose.
   *
   * @param upright it was written {@code \mathrm}: a name unless it is one of the words
   * @param before the token before it in its clause, empty at the clause's start
   * @param after the token behind it, empty at the end
   */
  static boolean isProse(String text, boolean upright, Optional<Tokens.Token> before, Optional<Tokens.Token> after) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return false;
    }
    String[] words = trimmed.toLowerCase(Locale.ROOT).split("\\s+", 40);
    String first = trimComma(words[0]);
    boolean known = PROSE.contains(first) || PROSE.contains(trimComma(words[words.length - 1]));
    boolean attached = after.filter(Wording::attaches).isPresent();
    if (known) {
      return !(words.length == 1 && after.filter(t -> t.is("_") || t.is("^")).isPresent());
    }
    if (upright || attached) {
      return false;
    }
    if (trimmed.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return before.filter(t -> !operates(t)).isPresent() || after.isEmpty();
    }
    if (before.isEmpty() && trimmed.matches("\\(?[\\p{L}\\d]{1,4}[).:]")) {
      return true;
    }
    boolean apart = Character.isWhitespace(text.charAt(0)) && Character.isWhitespace(text.charAt(text.length() - 1));
    if (apart && before.isPresent() && after.isPresent() && !operates(before.get()) && !operates(after.get())) {
      return true;
    }
    boolean wanted = before.isPresent() ? operates(before.get()) : after.filter(Wording::operates).isPresent();
    if (trimmed.startsWith("(") || trimmed.startsWith("[")) {
      return !wanted;
    }
    if (words.length > 1) {
      return !wanted;
    }
    boolean ends = after.isEmpty();
    return ends && before.isPresent() && !operates(before.get()) && Character.isWhitespace(text.charAt(0));
  }

  private static String trimComma(String word) {
    int end = word.length();
    while (end > 1 && (word.charAt(end - 1) == ',' || word.charAt(end - 1) == ':')) {
      end--;
    }
    return word.substring(0, end);
  }

  private static boolean attaches(Tokens.Token token) {
    return token.is("(") || token.is("[") || token.is("_") || token.is("^") || token.is("'") || token.is("\\left") || token.is("\\{");
  }

  /** Operators and relations: something must stand beside them. */
  static boolean operates(Tokens.Token token) {
    boolean sign = token.is("+") || token.is("-") || token.is("*") || token.is("/") || token.is("\\cdot") || token.is("\\times") || token.is("\\pm");
    return sign || token.is("−") || token.is("\\in") || token.is("\\circ") || token.is("\\odot") || token.is("·") || token.is("×") || token.is("\\sim") || token.is("\\to") || token.is("|") || token.is("\\mid") || Signs.relation(token.text()).isPresent();
  }
}
