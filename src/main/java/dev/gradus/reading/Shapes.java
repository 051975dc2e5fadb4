package dev.gradus.reading;

import java.util.List;

/** How many axes a name has when nothing declares it: from how the document uses it. */
final class Shapes {
  private Shapes() {}

  /** From the traces of its uses: indices, transposes, bold type, products with matrix letters. */
  static int rank(Trace t, Mention m) {
    int rank = Math.max(t.indices, t.least);
    if (t.boldAt > 0) {
      rank = Math.max(rank, t.boldAt + 1);
    }
    if (rank < 2 && t.matrixLike) {
      return 2;
    }
    if (rank == 0 && (t.vectorLike || t.bold)) {
      return t.bold && Survey.upper(m.base()) ? 2 : 1;
    }
    return rank;
  }

  /** The axes that the uses of a name with just these indices need; a capital letter that is indexed somewhere is an array wherever it stands. */
  static int least(Trace t, Mention m) {
    int n = m.indices().size();
    return Survey.upper(m.base()) ? rank(t, m) : Math.max(n, t.needed(n));
  }

  /** Names that stand for the identity matrix where arrays are about and nobody defines them. */
  static boolean identityName(String key) {
    return List.of("I", "\\mathbb{I}").contains(key);
  }

  /** A capital that is usually a matrix. */
  static boolean matrixLetter(Mention m) {
    return m.indices().isEmpty() && m.exponent().isEmpty() && List.of("W", "U", "V", "A", "X", "H", "\\Theta", "\\Phi").contains(m.base());
  }

  /** A letter that is usually a vector behind one: Ax = b, Xb. */
  static boolean lowercaseBehind(Mention m) {
    return lowercaseName(m) || List.of("b", "c", "y", "p", "q", "r").contains(m.base());
  }

  /** A letter that is usually a vector beside one. */
  static boolean lowercaseName(Mention m) {
    String b = m.base();
    return List.of("x", "h", "w", "z", "v", "u", "a", "s", "g").contains(b)
        || List.of("\\beta", "\\theta", "\\delta", "\\mu").contains(b)
        || b.startsWith("\\hat{");
  }
}
