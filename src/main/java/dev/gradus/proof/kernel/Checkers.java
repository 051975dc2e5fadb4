package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Optional;

/** Where the kernel asks its other checkers: points, signs, the cutoff theorem. */
final class Checkers {
  /** What a checker answers: {@code because} says why not. */
  sealed interface Answer {
    record Yes(String left, String right) implements Answer {}

    /** An equality or order that holds for every size, with what it used and cut. */
    record Proof(Ground ground) implements Answer {}

    record No(Refusal because) implements Answer {}
  }

  private Checkers() {}

  /** Whether both sides and the context have a value at the point and it meets every assumption. */
  static boolean isWitness(Claim claim, Point point, Budget budget) {
    return PointCheck.isWitness(claim, point, budget) || Parametrised.of(claim, budget).filter(c -> PointCheck.isWitness(c, point, budget)).isPresent();
  }

  /** Whether the point refutes the claim (SOUNDNESS 7a, 26). */
  static Answer atPoint(Claim claim, Evidence.AtPoint evidence, Budget budget) {
    return switch (PointCheck.refutes(claim, evidence.point(), budget)) {
      case PointCheck.Comparison.Fails f -> Digits.of(claim, evidence.point(), budget);
      case PointCheck.Comparison.Agrees a -> new Answer.No(new Refusal.PointProvesNothing("the relation holds there"));
      case PointCheck.Comparison.Open o -> {
        Optional<Claim> put = o.cause() == PointCheck.Cause.NOT_ADMISSIBLE ? Parametrised.of(claim, budget) : Optional.empty();
        yield put.isPresent() ? atPoint(put.get(), evidence, budget) : new Answer.No(new Refusal.PointProvesNothing(o.why()));
      }
    };
  }

  /** Whether the point shows that one side is undefined on an open part of a stated domain (SOUNDNESS 7b). */
  static Answer openSet(Claim claim, Evidence.OpenSet evidence, Budget budget) {
    if (!PointCheck.refutesOnOpenSet(claim, evidence.point(), evidence.common(), budget)) {
      return new Answer.No(new Refusal.PointProvesNothing("no side is seen to be undefined around it within what the text states"));
    }
    return Digits.of(claim, evidence.point(), budget);
  }

  static Answer cutoff(Claim claim, Evidence.CutoffSizes evidence, Budget budget) {
    return SizesAndSigns.cutoff(claim, evidence, budget);
  }

  static Answer sign(Claim claim, Evidence.SignCertificate evidence, Budget budget) {
    return SizesAndSigns.sign(claim, evidence, budget);
  }

  static Answer products(Claim claim, Evidence.MatrixProducts evidence, Budget budget) {
    return SizesAndSigns.products(claim, evidence, budget);
  }

  static Answer steps(Claim claim, Evidence.BySteps evidence, Budget budget) {
    return SizesAndSigns.steps(claim, evidence, budget);
  }

  /** What is known of the sign of a term. */
  static Sign.Known sign(Term term, List<Assumption> assumptions, Budget budget) {
    return Sign.of(term, assumptions, budget);
  }

  /** What a term presupposes. */
  static List<Domain.Presupposition> domain(Term term) {
    return term.equals(dev.gradus.term.Rational.ONE) ? List.of() : Domain.of(term);
  }
}
