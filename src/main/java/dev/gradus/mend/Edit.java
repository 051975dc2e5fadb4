package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;

/**
 * One mend of one place.
 *
 * @param fault what it mends
 * @param more what it costs beyond its fault
 * @param node what stands there then
 * @param because what was changed
 */
record Edit(Fault fault, int more, Notation node, String because) {
  /** With the words "old should be new". */
  static Edit of(Fault fault, int more, Notation old, Notation node) {
    return new Edit(fault, more, node, change(old, node));
  }

  static String change(Notation old, Notation node) {
    return Typeset.of(old) + " should be " + Typeset.of(node);
  }
}
