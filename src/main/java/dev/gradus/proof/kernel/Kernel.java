package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The only maker of {@link Verdict.Proved} and {@link Verdict.Refuted}. Searches nothing: checks the evidence that is handed in, and refuses it
 * where one condition of SOUNDNESS is not met.
 */
public final class Kernel {
  /** More parts cannot be looked at once each in the steps of a claim. */
  private static final long MOST_PARTS = 1_000_000;

  private Kernel() {}

  /**
   * In: a claim, evidence for or against it, the steps the check may cost. Out: proved or refuted, or undecided with the reason why the evidence
   * does not show it. Refuses when normal forms differ, a pattern of the indices has no witness, a domain that the text states would be cut, a
   * point is not admissible or does not separate the sides, or a limit is reached. Never throws on any claim.
   */
  public static Verdict judge(Claim claim, Evidence evidence, Budget budget) {
    Optional<Budget.Limit> tooLarge = tooLarge(claim);
    if (tooLarge.isPresent()) {
      return new Verdict.Undecided(new Refusal.OutOfBudget(tooLarge.get()));
    }
    try {
      return verdict(claim, evidence, answer(claim, evidence, budget));
    } catch (Budget.Exhausted exhausted) {
      return new Verdict.Undecided(new Refusal.OutOfBudget(exhausted.limit()));
    }
  }

  /** The limit that the terms of the claim go beyond as they stand, by their nesting or their number of parts; everything else may recurse over terms. */
  public static Optional<Budget.Limit> tooLarge(Claim claim) {
    List<Term> level = ClaimParts.terms(claim);
    long parts = 0;
    for (int depth = 0; depth <= Budget.Limit.DEPTH.value(); depth++) {
      List<Term> below = new ArrayList<>();
      for (Term term : level) {
        List<Term> inside = Terms.parts(term);
        parts += inside.size();
        if (parts > MOST_PARTS) {
          return Optional.of(Budget.Limit.STEPS);
        }
        below.addAll(inside);
      }
      if (below.isEmpty()) {
        return Optional.empty();
      }
      level = below;
    }
    return Optional.of(Budget.Limit.DEPTH);
  }

  private static Checkers.Answer answer(Claim claim, Evidence evidence, Budget budget) {
    if (Limits.in(claim) && !(evidence instanceof Evidence.OfLimits || evidence instanceof Evidence.LimitsAtPoint)) {
      return new Checkers.Answer.No(new Refusal.WrongKind("a claim with limits"));
    }
    return switch (evidence) {
      case Evidence.OfLimits e -> Limits.check(claim, budget, reduced -> answer(reduced, e.inner(), budget));
      case Evidence.LimitsAtPoint e -> Limits.atPoint(claim, e.point(), budget);
      case Evidence.SameNormalForm e -> EqualForms.check(claim, e, budget);
      case Evidence.CutoffSizes e -> Checkers.cutoff(claim, e, budget);
      case Evidence.SignCertificate e -> Checkers.sign(claim, e, budget);
      case Evidence.MatrixProducts e -> Checkers.products(claim, e, budget);
      case Evidence.BySteps e -> Checkers.steps(claim, e, budget);
      case Evidence.AtPoint e -> Checkers.atPoint(claim, e, budget);
      case Evidence.OpenSet e -> Checkers.openSet(claim, e, budget);
    };
  }

  private static Verdict verdict(Claim claim, Evidence evidence, Checkers.Answer answer) {
    return switch (answer) {
      case Checkers.Answer.No no -> new Verdict.Undecided(no.because());
      case Checkers.Answer.Proof proof ->
          new Theorem(claim, evidence, proof.ground().used(), proof.ground().cuts(), proof.ground().leastSizes());
      case Checkers.Answer.Yes yes -> refuted(claim, evidence, yes);
    };
  }

  private static Verdict refuted(Claim claim, Evidence evidence, Checkers.Answer.Yes yes) {
    return switch (evidence) {
      case Evidence.OfLimits e when refuted(claim, e.inner(), yes) instanceof Counterexample c -> new Counterexample(claim, e, c.point(), yes.left(), yes.right());
      case Evidence.OfLimits e -> wrongKind();
      case Evidence.LimitsAtPoint e -> new Counterexample(claim, e, e.point(), yes.left(), yes.right());
      case Evidence.AtPoint e -> new Counterexample(claim, e, e.point(), yes.left(), yes.right());
      case Evidence.OpenSet e -> new Counterexample(claim, e, e.point(), yes.left(), yes.right());
      case Evidence.SameNormalForm e -> wrongKind();
      case Evidence.CutoffSizes e -> wrongKind();
      case Evidence.SignCertificate e -> wrongKind();
      case Evidence.MatrixProducts e -> wrongKind();
      case Evidence.BySteps e -> wrongKind();
    };
  }

  private static Verdict wrongKind() {
    return new Verdict.Undecided(new Refusal.WrongKind("this evidence refutes nothing"));
  }
}
