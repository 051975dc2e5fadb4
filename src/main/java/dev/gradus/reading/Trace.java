package dev.gradus.reading;

/** What the uses of a name show of its shape. */
final class Trace {
  int indices;
  int least;
  boolean bold;
  boolean boldIndexed;
  boolean matrixLike;
  boolean vectorLike;
  boolean rowLike;
  boolean primed;
  boolean applied;
  boolean scalarLike;

  void add(Trace t) {
    applied |= t.applied;
    scalarLike |= t.scalarLike;
    indices = Math.max(indices, t.indices);
    least = Math.max(least, t.least);
    bold |= t.bold;
    boldIndexed |= t.boldIndexed;
    matrixLike |= t.matrixLike;
    vectorLike |= t.vectorLike;
    rowLike |= t.rowLike;
    primed |= t.primed;
  }
}
