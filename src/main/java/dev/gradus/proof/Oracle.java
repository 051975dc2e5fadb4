package dev.gradus.proof;

import dev.gradus.term.Term;
import java.util.Optional;

/**
 * A helper that may know an answer and is never believed: whatever it says is proved anew before it counts. Safe for use by several threads. Never
 * throws; no answer is always allowed.
 */
public interface Oracle {
  /**
   * In: a term and the component to differentiate by. Out: the derivative, simplified. Right away from kinks only. No answer for sums over a
   * range that hold the component's family: differentiate those by {@code calculus} and ask {@link #simplify}.
   */
  Optional<Term> derivative(Term term, Term.Entry by);

  /** In: a term. Out: a shorter one that should have the same value where both have one; no answer when none is found. */
  Optional<Term> simplify(Term term);

  /** True when the difference of the two terms was found to be 0; false says nothing. */
  boolean agree(Term left, Term right);

  /** The oracle that knows nothing. */
  static Oracle none() {
    return new Oracle() {
      @Override
      public Optional<Term> derivative(Term term, Term.Entry by) {
        return Optional.empty();
      }

      @Override
      public Optional<Term> simplify(Term term) {
        return Optional.empty();
      }

      @Override
      public boolean agree(Term left, Term right) {
        return false;
      }
    };
  }
}
