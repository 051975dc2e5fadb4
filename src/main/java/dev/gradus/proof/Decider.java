package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Kernel;
import dev.gradus.proof.kernel.Limits;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Refusal;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Index;
import dev.gradus.term.Reason;
import dev.gradus.term.Terms;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Decides a claim: asks the provers and the refuter, and lets the kernel judge what they hand in. */
public final class Decider {
  /** Of the steps of a decision, for points at which both sides have a value. */
  private static final int WITNESS_PERCENT = 15;

  private Decider() {}

  /**
   * In: a claim and the steps it may cost, half of them for proofs. Out: proved (and not refuted), refuted (and not proved), supported, or undecided
   * with its reason; both proved and refuted is {@code undecided} with an engine fault. Never throws on any claim.
   */
  public static Verdict decide(Claim claim, Budget budget) {
    return readable(settle(claim, budget), budget);
  }

  /** In: a verdict and the steps that may be spent on it. Out: the same; a point that refutes is made as readable as so many steps allow. */
  public static Verdict readable(Verdict verdict, Budget budget) {
    if (!(verdict instanceof Verdict.Refuted r && r.evidence() instanceof Evidence.AtPoint)) {
      return verdict;
    }
    try {
      Budget own = Budget.ofSteps(Math.max(0, budget.left() / 2));
      Point point = new Shrinker(r.claim(), own).shrink(r.point());
      return Kernel.judge(r.claim(), new Evidence.AtPoint(point), budget) instanceof Verdict.Refuted better ? better : r;
    } catch (Budget.Exhausted exhausted) {
      return r;
    }
  }

  /** As {@link #decide}, but a point that refutes stays as it was found: for claims of which only the verdict is asked. */
  public static Verdict settle(Claim claim, Budget budget) {
    Optional<Budget.Limit> tooLarge = Kernel.tooLarge(claim);
    if (tooLarge.isPresent()) {
      return new Verdict.Undecided(new UndecidedReason.LimitReached(tooLarge.get().name()));
    }
    if (Limits.in(claim)) {
      return LimitDecider.decide(claim, budget);
    }
    long share = Math.max(0, budget.left() / 2);
    Budget proving = Budget.ofSteps(share);
    Verdict proof = prove(claim, proving);
    try {
      budget.spend(share - Math.max(0, proving.left()));
    } catch (Budget.Exhausted exhausted) {
      return proof instanceof Verdict.Proved ? limit(exhausted) : proof;
    }
    return confirm(proof, claim, budget);
  }

  /**
   * In: what the provers came to, and the claim. Out: the same, sent to the refuter: a proof that a point contradicts is an engine fault, a claim
   * without proof is refuted, supported or undecided as the points say.
   */
  public static Verdict confirm(Verdict proof, Claim claim, Budget budget) {
    return combine(claim, proof, refute(claim, proof instanceof Verdict.Proved, budget));
  }

  /** Judges the evidence in turn: the first proof, else the last refusal of the cheapest engine. */
  private static Verdict prove(Claim claim, Budget budget) {
    try {
      return firstProof(claim, Prover.evidence(claim, budget), budget);
    } catch (Budget.Exhausted exhausted) {
      return limit(exhausted);
    }
  }

  /** Points are dear, so they are looked for once a search has found something: for normal forms, once only points are missing. */
  private static Verdict firstProof(Claim claim, Iterator<Evidence> evidence, Budget budget) {
    Verdict last = new Verdict.Undecided(new UndecidedReason.NoPoints("no engine speaks of such a claim"));
    long share = budget.left() * WITNESS_PERCENT / 50; // of the whole, of which half is spent on proofs
    Optional<List<Point>> witnesses = Optional.empty();
    while (evidence.hasNext()) {
      Evidence found = evidence.next();
      if (found instanceof Evidence.SameNormalForm) {
        last = Kernel.judge(claim, found, budget);
        if (!(last instanceof Verdict.Undecided u && u.reason() instanceof Refusal.NoWitness)) {
          continue;
        }
      }
      List<Point> points = witnesses.isPresent() ? witnesses.get() : Search.witnesses(ClaimParts.withClosedSums(claim), share, budget);
      witnesses = Optional.of(points);
      last = Kernel.judge(claim, Prover.with(found, points), budget);
      if (last instanceof Verdict.Proved || budget.left() <= 0) {
        return last;
      }
    }
    return last;
  }

  /** What the search for points found, judged. */
  private record Looked(Claim.Order order, Optional<Verdict> refuted, Search.Found found) {}

  private static Looked refute(Claim claim, boolean proved, Budget budget) {
    try {
      Search.Found found = Search.refute(claim, proved, budget);
      Optional<Verdict> judged =
          found instanceof Search.Found.Refuting r ? Optional.of(Kernel.judge(claim, r.evidence(), budget)) : Optional.empty();
      return new Looked(claim.order(), judged.filter(v -> v instanceof Verdict.Refuted), found);
    } catch (Budget.Exhausted exhausted) {
      return new Looked(claim.order(), Optional.empty(), new Search.Found.Nothing("the " + exhausted.getMessage()));
    }
  }

  private static Verdict combine(Claim claim, Verdict proof, Looked looked) {
    if (proof instanceof Verdict.Proved proved) {
      return looked.refuted().isPresent()
          ? new Verdict.Undecided(new UndecidedReason.EngineFault(proved.evidence().getClass().getSimpleName(), point(looked)))
          : proved;
    }
    if (looked.refuted().isPresent()) {
      return looked.refuted().get();
    }
    Reason because =
        switch (proof) {
          case Verdict.Undecided u -> u.reason();
          case Verdict.Supported s -> s.reason();
          case Verdict.Proved p -> new UndecidedReason.NoPoints("");
          case Verdict.Refuted r -> new UndecidedReason.NoPoints("");
        };
    return switch (looked.found()) {
      // An order or != that holds at points may fail on a thin or far set: points say nothing for it.
      case Search.Found.Agreed a when looked.order() != Claim.Order.EQUAL -> new Verdict.Undecided(new UndecidedReason.NotProved(because));
      // the points satisfy it for all elements of its indices
      case Search.Found.Agreed a when claim.assumptions().stream().anyMatch(x -> x.fact() instanceof Fact.Equation e && !e.everywhere() && ofElements(e)) -> new Verdict.Undecided(new UndecidedReason.NotProved(because));
      case Search.Found.Agreed a ->
          new Verdict.Supported(a.points(), a.sizes(), new UndecidedReason.OnlyPoints(a.points(), a.digits()));
      case Search.Found.Nothing n -> new Verdict.Undecided(new UndecidedReason.NotProved(because));
      case Search.Found.Refuting r -> new Verdict.Undecided(new UndecidedReason.NotProved(because));
    };
  }

  private static boolean ofElements(Fact.Equation e) {
    return Terms.openIndices(e.left(), e.right()).stream().anyMatch(i -> i instanceof Index.Free);
  }

  private static String point(Looked looked) {
    return looked.refuted().map(v -> v instanceof Verdict.Refuted r ? r.left() + " and " + r.right() : "").orElse("");
  }

  private static Verdict limit(Budget.Exhausted exhausted) {
    return new Verdict.Undecided(new UndecidedReason.LimitReached(exhausted.limit().name()));
  }
}
