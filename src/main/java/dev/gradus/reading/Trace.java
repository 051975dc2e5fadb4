package dev.gradus.reading;

import java.util.Set;
import java.util.TreeSet;

/** What the uses of a name show of its shape. */
final class Trace {
  int indices;
  int least;
  boolean bold;
  boolean matrixLike;
  boolean vectorLike;

  /** it is added to a product of arrays, and only that shows it to be one */
  boolean added;
  boolean rowLike;
  boolean primed;

  /** it is printed without an index */
  boolean alone;
  boolean applied;
  boolean scalarLike;
  final Set<String> letters = new TreeSet<>();

  /** the places in which an index is the number 0: there the elements count from 0 */
  final Set<Integer> zeroAt = new TreeSet<>();

  /** the fewest indices with which it is printed bold; 0 where it never is */
  int boldAt;

  /** how many axes the text states */
  final Set<Integer> stated = new TreeSet<>();

  /** for each number of indices the axes that uses with so many need */
  private final int[] needed = new int[5];

  /** The axes that uses with so many indices need. */
  int needed(int written) {
    return needed[Math.min(written, needed.length - 1)];
  }

  void need(int written, int axes) {
    int at = Math.min(written, needed.length - 1);
    needed[at] = Math.max(needed[at], axes);
  }

  void add(Trace t) {
    for (int k = 0; k < needed.length; k++) {
      need(k, t.needed[k]);
    }
    alone |= t.alone;
    applied |= t.applied;
    scalarLike |= t.scalarLike;
    letters.addAll(t.letters);
    stated.addAll(t.stated);
    zeroAt.addAll(t.zeroAt);
    indices = Math.max(indices, t.indices);
    least = Math.max(least, t.least);
    bold |= t.bold;
    boldAt = boldAt == 0 || (t.boldAt > 0 && t.boldAt < boldAt) ? t.boldAt : boldAt;
    matrixLike |= t.matrixLike;
    vectorLike |= t.vectorLike;
    added |= t.added;
    rowLike |= t.rowLike;
    primed |= t.primed;
  }
}
