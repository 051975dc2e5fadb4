package dev.gradus.reading;

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
          "skew-symmetric", "probability", "one-hot", "input", "output", "parameter", "bias", "known", "any", "nonsingular", "normalized", "definite", "of", "size", "dimensional");

  private FactKinds() {}

  static boolean behindHot(Atom atom) {
    return atom instanceof Atom.Word w && List.of("is", "be", "being", "index", "with", "called", "label", "has", "the", "class", "number", "at", "by", "denoted", "ist", "es").contains(w.text());
  }

  static Optional<WordFact.Kind> kindOf(String set) {
    String s = set.replace(" ", "").replace("\\left", "").replace("\\right", "").replace("\\,", "").replace("+1", "1");
    int power = s.indexOf('^');
    String base = power > 0 && !s.startsWith("\\mathbb") ? s.substring(0, power) : s;
    if (base.contains("dots")) {
      return Optional.empty();
    }
    return switch (base) {
      case "[0,1]", "(0,1)", "(0,1]", "[0,1)" -> Optional.of(WordFact.Kind.UNIT_INTERVAL);
      case "\\{0,1\\}", "\\{1,0\\}" -> Optional.of(WordFact.Kind.BINARY);
      case "\\{-1,1\\}", "\\{1,-1\\}", "\\{\\pm1\\}" -> Optional.of(WordFact.Kind.PLUS_MINUS_ONE);
      default -> {
        boolean interval = (base.startsWith("[") || base.startsWith("(") || base.startsWith("]")) && base.contains(",");
        boolean listed = base.startsWith("\\{");
        boolean modular = base.startsWith("\\mathbb{Z}_") || base.startsWith("\\mathbbZ_") || base.startsWith("\\mathbb{F}") || base.startsWith("\\mathbbF");
        boolean half = base.contains("_+") || base.contains("_{+") || base.contains("_{>") || base.contains("_{\\g") || base.contains("^+") || base.contains("^{+");
        yield interval || listed || modular || half ? Optional.of(WordFact.Kind.RESTRICTED) : Optional.empty();
      }
    };
  }

  /** Said of something by "is" without a cue, these are claims and no assumptions. */
  static boolean asserted(WordFact.Kind kind) {
    return switch (kind) {
      case POSITIVE, NONNEGATIVE, NEGATIVE, NONPOSITIVE, NONZERO, SYMMETRIC, POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, CONSTANT, DISTINCT, SUMS_TO_ONE, UNIT_INTERVAL, UNIT_VECTOR, INDEPENDENT -> true;
      case REAL, INTEGER, BINARY, PLUS_MINUS_ONE, DISTRIBUTION, ONE_HOT, FREE, MATRIX, VECTOR, ROW_VECTOR, SCALAR, RESTRICTED -> false;
    };
  }

  /** What words say of an array's build: no claim of it is ever judged, so it is taken as said. */
  static boolean structural(WordFact.Kind kind) {
    return switch (kind) {
      case SYMMETRIC, ORTHOGONAL, DIAGONAL, INVERTIBLE, UNIT_VECTOR, INDEPENDENT, CONSTANT -> true;
      case REAL, POSITIVE, NONNEGATIVE, NEGATIVE, NONPOSITIVE, NONZERO, INTEGER, UNIT_INTERVAL, BINARY, PLUS_MINUS_ONE, DISTRIBUTION, SUMS_TO_ONE, ONE_HOT, POSITIVE_DEFINITE,
          FREE, DISTINCT, MATRIX, VECTOR, ROW_VECTOR, SCALAR, RESTRICTED -> false;
    };
  }

  static boolean shape(WordFact.Kind kind) {
    return kind == WordFact.Kind.MATRIX || kind == WordFact.Kind.VECTOR || kind == WordFact.Kind.ROW_VECTOR || kind == WordFact.Kind.SCALAR || kind == WordFact.Kind.RESTRICTED;
  }

  /** Whether a verb of READING 7 holds names fixed: "treating h as a function of x" does not, "treating h as constant" does. */
  static boolean holds(String verb, String words) {
    String behind = " " + words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}$-]+", " ") + " ";
    return verb.endsWith("fixed") || verb.startsWith("fix") || Phrases.HELD.stream().anyMatch(h -> behind.contains(" " + h + " "));
  }
}
