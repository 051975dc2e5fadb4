package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import java.util.List;

/** Where a term is defined, read off the term as written (SOUNDNESS 1, 2). */
public final class Domain {
  private Domain() {}

  /**
   * One condition of definedness: for all elements of {@code under} that meet all {@code guards}, {@code condition} holds.
   *
   * @param under the binders above the place
   * @param guards the guards above the place
   */
  public record Presupposition(List<Index.Bound> under, List<Condition> guards, Condition condition) {
    public Presupposition {
      under = List.copyOf(under);
      guards = List.copyOf(guards);
    }
  }

  /** Every presupposition of the term, duplicates removed. */
  @SuppressWarnings("DoNotCallSuggester")
  public static List<Presupposition> of(Term term) {
    throw new UnsupportedOperationException("not built yet: " + term);
  }
}
