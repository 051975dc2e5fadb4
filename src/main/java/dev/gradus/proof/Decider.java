package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;

/** Decides a claim: asks the provers and the refuter, and lets the kernel judge what they hand in. */
public final class Decider {
  private Decider() {}

  /**
   * In: a claim and the steps it may cost. Out: proved (and not refuted), refuted (and not proved), supported, or undecided with its reason; both
   * proved and refuted is {@code undecided} with an engine fault. Never throws on any claim.
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static Verdict decide(Claim claim, Budget budget) {
    throw new UnsupportedOperationException("not built yet: " + claim + budget.left());
  }
}
