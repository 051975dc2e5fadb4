package dev.gradus.proof;

import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Elimination after Gauss and Jordan, over the rationals. */
final class Gauss {
  private Gauss() {}

  /**
   * In: rows of equal length, changed in place. Out: the columns among the first {@code columns} that have a pivot, in order; the k-th of them is afterwards 1 in row k and 0
   * in all others, and rows without a pivot are 0 in all these columns.
   */
  static List<Integer> eliminate(List<Rational[]> rows, int columns) {
    List<Integer> pivots = new ArrayList<>();
    for (int column = 0; column < columns && pivots.size() < rows.size(); column++) {
      int done = pivots.size();
      int found = done;
      while (found < rows.size() && rows.get(found)[column].isZero()) {
        found++;
      }
      if (found == rows.size()) {
        continue;
      }
      Collections.swap(rows, done, found);
      Rational[] pivot = rows.get(done);
      scale(pivot, pivot[column].inverse());
      for (int r = 0; r < rows.size(); r++) {
        if (r != done) {
          subtract(rows.get(r), pivot, rows.get(r)[column]);
        }
      }
      pivots.add(column);
    }
    return pivots;
  }

  private static void scale(Rational[] row, Rational by) {
    for (int c = 0; c < row.length; c++) {
      row[c] = row[c].times(by);
    }
  }

  private static void subtract(Rational[] from, Rational[] row, Rational times) {
    for (int c = 0; c < from.length && !times.isZero(); c++) {
      from[c] = from[c].minus(times.times(row[c]));
    }
  }
}
