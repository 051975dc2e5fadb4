package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import java.util.List;

/** The sign of a term at all points the assumptions allow at which it is defined. */
public final class Sign {
  private Sign() {}

  /** What is known of a sign, for every size and element; {@link #UNKNOWN} is always an honest answer. */
  public enum Known {
    POSITIVE,
    NOT_NEGATIVE,
    ZERO,
    NOT_POSITIVE,
    NEGATIVE,
    NOT_ZERO,
    UNKNOWN
  }

  /** In: a term (bound indices of outer binders may be open in it) and the assumptions in force. Out: what is known of its sign. */
  @SuppressWarnings("DoNotCallSuggester")
  public static Known of(Term term, List<Assumption> assumptions, Budget budget) {
    throw new UnsupportedOperationException("not built yet: " + term + assumptions + budget.left());
  }
}
