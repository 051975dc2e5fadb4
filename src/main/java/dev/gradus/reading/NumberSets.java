package dev.gradus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code x \\in S} says of x, by how S is printed (READING 4: the real line alone gives a shape; a part of it, a range). A set that is made of others, or lists
 * its members, and is none of those known here restricts x in a way that no fact expresses.
 */
final class NumberSets {
  private static final List<String> LINE = List.of("\\mathbb{R}", "\\mathbbR", "\\mathbb{\\R}", "\\R", "\\Reals", "\\RR", "\\mathbf{R}", "\\mathds{R}", "\\Bbb{R}");
  private static final List<String> WITHOUT_ZERO =
      List.of("\\setminus\\{0\\}", "\\backslash\\{0\\}", "-\\{0\\}", "\\setminus{0}", "\\backslash{0}", "\\setminus0", "\\backslash0", "\\smallsetminus\\{0\\}", "_{\\neq0}", "_{\\ne0}", "^{\\neq0}", "^{*}", "^*", "^{\\ast}", "^\\ast", "^{\\times}", "^\\times");
  private static final List<String> ABOVE_ZERO = List.of("_{>0}", "^{>0}", "_{++}", "^{++}", "_{+}^{*}", "_+^*", "^{*}_{+}", "^*_+", "_{0<}");
  private static final List<String> FROM_ZERO = List.of("_{\\geq0}", "_{\\ge0}", "_{\\geqslant0}", "^{\\geq0}", "^{\\ge0}", "^{\\geqslant0}", "_0^+", "_{0}^{+}", "^+_0", "^{+}_{0}", "_{0+}");
  private static final List<String> BELOW_ZERO = List.of("_{<0}", "^{<0}", "_{--}");
  private static final List<String> TO_ZERO = List.of("_{\\leq0}", "_{\\le0}", "_{\\leqslant0}");
  /** With zero or without it. */
  private static final List<String> UPPER_HALF = List.of("_+", "_{+}", "^+", "^{+}");
  private static final List<String> LOWER_HALF = List.of("_-", "_{-}", "^-", "^{-}");

  /** Signs by which sets are made of others. */
  private static final Pattern MADE = Pattern.compile("\\\\(setminus|smallsetminus|backslash|cap|cup|bigcup|bigcap|mid)(?![A-Za-z])|-\\\\\\{|\\^\\{?\\\\(ast|times)(?![A-Za-z])|\\^\\{?\\*");
  /** Marks of a half or a part of a set. */
  private static final List<String> HALVES = List.of("_+", "_{+", "_{>", "_{\\g", "_{<", "_{\\l", "_{\\ne", "^+", "^{+", "^{>", "^{\\g", "^{\\ne", "_-", "_{-", "^-", "^{-}");

  private NumberSets() {}

  /** In: a set as printed. Out: what its members are; {@code RESTRICTED} beside another kind where that says less; none for what only shapes or is not known to restrict. */
  static List<WordFact.Kind> kinds(String set) {
    String s = set.replaceAll("\\s|\\\\left|\\\\right|\\\\[,;:! ]|[.,]$", "").replace("+1", "1").replace("+\\infty", "\\infty");
    Optional<String> line = LINE.stream().filter(s::startsWith).findFirst();
    if (line.isPresent()) {
      return ofLine(s.substring(line.get().length()));
    }
    int power = s.indexOf('^');
    String base = power > 0 && !s.startsWith("\\mathbb") ? s.substring(0, power) : s;
    if (base.contains("dots")) {
      return List.of();
    }
    return switch (base) {
      // for the refuter more than the customary range
      case "(0,1)" -> List.of(WordFact.Kind.UNIT_INTERVAL, WordFact.Kind.RESTRICTED);
      case "[0,1]", "[0,1)" -> List.of(WordFact.Kind.CLOSED_UNIT_INTERVAL);
      case "\\{0,1\\}", "\\{1,0\\}" -> List.of(WordFact.Kind.BINARY);
      case "\\{-1,1\\}", "\\{1,-1\\}", "\\{\\pm1\\}" -> List.of(WordFact.Kind.PLUS_MINUS_ONE);
      default -> interval(s).map(List::of).orElse(restricts(base) ? List.of(WordFact.Kind.RESTRICTED) : List.of());
    };
  }

  /** A half line with an end at zero. */
  private static Optional<WordFact.Kind> interval(String s) {
    return switch (s) {
      case "(0,\\infty)", "]0,\\infty[", "]0,\\infty)" -> Optional.of(WordFact.Kind.POSITIVE);
      case "[0,\\infty)", "[0,\\infty[" -> Optional.of(WordFact.Kind.NONNEGATIVE);
      case "(-\\infty,0)", "]-\\infty,0[", "(-\\infty,0[" -> Optional.of(WordFact.Kind.NEGATIVE);
      case "(-\\infty,0]", "]-\\infty,0]" -> Optional.of(WordFact.Kind.NONPOSITIVE);
      default -> Optional.empty();
    };
  }

  private static boolean restricts(String base) {
    boolean interval = (base.startsWith("[") || base.startsWith("(") || base.startsWith("]")) && base.contains(",");
    boolean modular = base.startsWith("\\mathbb{Z}_") || base.startsWith("\\mathbbZ_") || base.startsWith("\\mathbb{F}") || base.startsWith("\\mathbbF");
    return interval || base.startsWith("\\{") || modular || part(base);
  }

  private static boolean part(String s) {
    return MADE.matcher(s).find() || HALVES.stream().anyMatch(s::contains);
  }

  /** What is printed behind the sign of the real line. */
  private static List<WordFact.Kind> ofLine(String rest) {
    if (WITHOUT_ZERO.contains(rest)) {
      return List.of(WordFact.Kind.NONZERO);
    }
    if (ABOVE_ZERO.contains(rest)) {
      return List.of(WordFact.Kind.POSITIVE);
    }
    if (FROM_ZERO.contains(rest)) {
      return List.of(WordFact.Kind.NONNEGATIVE);
    }
    if (BELOW_ZERO.contains(rest)) {
      return List.of(WordFact.Kind.NEGATIVE);
    }
    if (TO_ZERO.contains(rest)) {
      return List.of(WordFact.Kind.NONPOSITIVE);
    }
    if (UPPER_HALF.contains(rest)) {
      return List.of(WordFact.Kind.NONNEGATIVE, WordFact.Kind.RESTRICTED);
    }
    if (LOWER_HALF.contains(rest)) {
      return List.of(WordFact.Kind.NONPOSITIVE, WordFact.Kind.RESTRICTED);
    }
    return part(rest) ? List.of(WordFact.Kind.RESTRICTED) : List.of();
  }

  /** The whole real line. */
  static boolean line(String set) {
    return LINE.contains(set.replace(" ", ""));
  }
}
