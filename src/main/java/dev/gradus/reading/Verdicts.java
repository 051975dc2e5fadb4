package dev.gradus.reading;

import dev.gradus.proof.Decider;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was decided of the claims of one document: a reading that is met again is not decided again. */
final class Verdicts {
  /** Steps for one decision. */
  static final long SHARE = 2_000_000;

  private static final int MOST = 2_000;
  private final Map<Claim, Verdict> known = new LinkedHashMap<>();

  /** In: a claim, and what is left for its statement. Out: its verdict, paid for unless it is known; a refuting point is as it was found. */
  Verdict of(Claim claim, Budget purse) {
    Verdict before = known.get(claim);
    if (before != null) {
      return before;
    }
    long share = Math.min(SHARE, purse.left());
    if (share < SHARE / 20) {
      return new Verdict.Undecided(new ReadingReason.Open("the limit of steps for one statement was reached", "budget.steps"));
    }
    Budget budget = Budget.ofSteps(share);
    Verdict v = Decider.settle(claim, budget);
    if (share == SHARE && known.size() < MOST) {
      known.put(claim, v);
    }
    purse.spend(share - Math.max(0, budget.left())); // no more than is left
    return v;
  }

  /** The same with a point that refutes made as readable as may be. */
  static Outcome readable(Outcome outcome) {
    return outcome instanceof Outcome.Decided d ? d.with(Decider.readable(d.verdict(), Budget.ofSteps(SHARE / 2))) : outcome;
  }
}
