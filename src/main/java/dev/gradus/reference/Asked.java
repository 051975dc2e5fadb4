package dev.gradus.reference;

import dev.gradus.term.Budget;
import dev.gradus.term.Term;

/** The quantity whose value is asked. */
public sealed interface Asked {
  /** The derivative of a term by a component. */
  record Derivative(Term term, Term.Entry by) implements Asked {}

  /** A term itself: the result is another form of it. */
  record Value(Term term) implements Asked {}

  /** The quantity as a term. */
  default Term term(Budget budget) {
    return switch (this) {
      case Derivative d -> dev.gradus.calculus.Derivative.of(d.term(), d.by(), budget);
      case Value v -> v.term();
    };
  }
}
