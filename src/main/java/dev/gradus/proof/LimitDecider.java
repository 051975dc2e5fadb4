package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Kernel;
import dev.gradus.proof.kernel.Limits;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Refusal;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides claims with limits: with their values in their place, and where these depend on signs that nothing tells, at points. */
final class LimitDecider {
  private static final int ENOUGH = 6;
  private static final int ATTEMPTS = 6;
  private static final List<Mode> MODES = List.of(Mode.GENERIC, Mode.POSITIVE, Mode.NEGATIVE, Mode.UNIT, Mode.MIXED);

  private LimitDecider() {}

  static Verdict decide(Claim claim, Budget budget) {
    try {
      Budget own = Budget.ofSteps(budget.left() / 3);
      Limits.Outcome outcome = Limits.reduced(claim, own);
      return switch (outcome) {
        case Limits.Outcome.Found f -> retold(claim, Decider.decide(f.claim(), Budget.ofSteps(budget.left() / 2)), budget);
        case Limits.Outcome.Refused r -> atPoints(claim, Budget.ofSteps(budget.left() / 3)).orElse(new Verdict.Undecided(new UndecidedReason.LimitUnknown(r.why())));
      };
    } catch (Budget.Exhausted exhausted) {
      return new Verdict.Undecided(new UndecidedReason.LimitReached(exhausted.limit().name()));
    }
  }

  /** The verdict on the claim without limits, judged anew for the claim with them. */
  private static Verdict retold(Claim claim, Verdict verdict, Budget budget) {
    return switch (verdict) {
      case Verdict.Proved p -> Kernel.judge(claim, new Evidence.OfLimits(p.evidence()), budget);
      case Verdict.Refuted r -> Kernel.judge(claim, new Evidence.OfLimits(r.evidence()), budget);
      case Verdict.Supported s -> new Verdict.Undecided(s.reason());
      case Verdict.Undecided u -> u;
    };
  }

  /**
   * A claim that fails wherever it is looked at, at points with letters of all signs. Where it holds at one of them a sign may be meant that the text does
   * not state: nothing is refuted then.
   */
  private static Optional<Verdict> atPoints(Claim claim, Budget budget) {
    Claim other = Limits.ofParameters(claim);
    Optional<Verdict> first = Optional.empty();
    int seen = 0;
    List<Point> tried = new ArrayList<>();
    try {
      for (int attempt = 0; attempt < ATTEMPTS && seen < ENOUGH; attempt++) {
        for (Map<Range, Integer> sizes : PointSearch.sizes(other, budget)) {
          for (PointSearch.Pattern pattern : PointSearch.somePatterns(other, sizes, ATTEMPTS, budget)) {
            for (Mode mode : MODES) {
              Optional<Point> point = new Sampler(other, pattern, budget).sample(mode, attempt).map(p -> Limits.ofParameters(claim, p)).filter(p -> !tried.contains(p));
              if (point.isEmpty()) {
                continue;
              }
              tried.add(point.get());
              Verdict v = Kernel.judge(claim, new Evidence.LimitsAtPoint(point.get()), budget);
              if (v instanceof Verdict.Undecided u && u.reason() instanceof Refusal.PointProvesNothing) {
                return Optional.empty();
              }
              seen += v instanceof Verdict.Refuted ? 1 : 0;
              first = first.isEmpty() && v instanceof Verdict.Refuted ? Optional.of(v) : first;
            }
          }
        }
      }
    } catch (Budget.Exhausted exhausted) {
      return Optional.empty();
    }
    return seen >= ENOUGH ? first : Optional.empty();
  }
}
