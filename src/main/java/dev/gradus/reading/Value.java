package dev.gradus.reading;

import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The meaning of an expression: an array given by its entries. No slots: a number; one: a vector; two: a matrix (row, column).
 *
 * @param slots placeholders for the indices; distinct free indices that occur nowhere else
 * @param body the entry at the slots
 * @param lay whether a vector stands as a column or a row, where that is known
 */
record Value(List<Index.Free> slots, Term body, Lay lay) {
  /** How a vector lies. */
  enum Lay {
    ANY,
    COLUMN,
    ROW;

    Lay turned() {
      return switch (this) {
        case ANY -> ROW;
        case COLUMN -> ROW;
        case ROW -> COLUMN;
      };
    }
  }

  Value {
    slots = List.copyOf(slots);
  }

  static Value number(Term body) {
    return new Value(List.of(), body, Lay.ANY);
  }

  int rank() {
    return slots.size();
  }

  boolean isNumber() {
    return slots.isEmpty();
  }

  Range range(int k) {
    return slots.get(k).range();
  }

  /** The entry at the given indices (as many as slots). */
  Term at(List<? extends Index> indices) {
    Map<Index, Index> to = new LinkedHashMap<>();
    for (int k = 0; k < slots.size(); k++) {
      to.put(slots.get(k), indices.get(k));
    }
    return Terms.substitute(body, to);
  }

  Value with(Term entry) {
    return new Value(slots, entry, lay);
  }

  Value lying(Lay how) {
    return new Value(slots, body, how);
  }

  Value transposed() {
    return switch (rank()) {
      case 0 -> this;
      case 1 -> lying(lay.turned());
      case 2 -> new Value(List.of(slots.get(1), slots.get(0)), body, lay);
      default -> throw Misfit.shape("transpose of an array with " + rank() + " axes");
    };
  }
}
