package dev.gradus.reading;

import java.util.List;

/** How many axes a name has when nothing declares it: from how the document uses it. */
final class Shapes {
  private Shapes() {}

  /** From the traces of its uses: indices, transposes, bold type, products with matrix letters. */
  static int rank(Trace t, Mention m) {
    int rank = Math.max(t.indices, t.least);
    if (t.boldIndexed) {
      rank = Math.max(rank, t.indices + 1);
    }
    if (rank < 2 && t.matrixLike) {
      return 2;
    }
    if (rank == 0 && (t.vectorLike || t.bold)) {
      return t.bold && Survey.upper(m.base()) ? 2 : 1;
    }
    return rank;
  }

  /** Names that stand for the identity matrix where arrays are about and nobody defines them. */
  static boolean identityName(String key) {
    return List.of("I", "\\mathbb{I}").contains(key);
  }
}
