package dev.gradus.mend;

import dev.gradus.notation.Notation;

/**
 * A relation that may have been meant.
 *
 * @param fault the slip or mistake that made the printed one of it; of two the graver one
 * @param cost how far it is from what is printed
 * @param left its left side
 * @param right its right side
 * @param because what was changed, for a person
 */
public record Mend(Fault fault, int cost, Notation left, Notation right, String because) {
  /** The mend of a right side, in the row that begins with that side. */
  public Mend inNextRow(Notation end) {
    return new Mend(fault, cost, right, end, "mended as in the row above (" + because + ")");
  }
}
