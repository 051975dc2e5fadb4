package dev.gradus.calculus;

import dev.gradus.term.Budget;
import dev.gradus.term.Term;

/** The derivative of a term by a component with independent components (SOUNDNESS 20). */
public final class Derivative {
  private Derivative() {}

  /**
   * In: a term and the component to differentiate by (its indices free, literal or bound outside of the term). Out: the derivative, with the domain of
   * the term as written kept (a summand 0 times the term where the rules would lose it). Binders of the term are renamed apart from the
   * indices of {@code by}.
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static Term of(Term term, Term.Entry by, Budget budget) {
    throw new UnsupportedOperationException("not built yet: " + term + by + budget.left());
  }
}
