package dev.gradus.mend;

import java.util.function.Consumer;

/** Mends of one kind, at one place of a formula at a time. */
interface Rule {
  /** In: a place and what is known around it. Out: what may have been meant there. */
  void at(Spot spot, Surrounding around, Consumer<Edit> out);
}
