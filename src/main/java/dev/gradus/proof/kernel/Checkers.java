package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Where the kernel asks its other checkers: points, signs, the cutoff theorem. */
final class Checkers {
  /** What a checker answers: {@code because} says why not. */
  sealed interface Answer {
    record Yes(String left, String right) implements Answer {}

    /** An equality or order that holds for every size, with what it used and cut. */
    record Proof(Ground ground) implements Answer {}

    record No(Refusal because) implements Answer {}
  }

  /** Digits of the values that are shown. */
  private static final int DIGITS = 15;

  private Checkers() {}

  /** Whether both sides and the context have a value at the point and it meets every assumption. */
  static boolean isWitness(Claim claim, Point point, Budget budget) {
    return PointCheck.isWitness(claim, point, budget);
  }

  /** Whether the point refutes the claim (SOUNDNESS 7a, 26). */
  static Answer atPoint(Claim claim, Evidence.AtPoint evidence, Budget budget) {
    return switch (PointCheck.refutes(claim, evidence.point(), budget)) {
<<<<<<< HEAD
      case PointCheck.Comparison.Fails f -> shown(f.left(), f.right());
      case PointCheck.Comparison.Agrees a -> new Answer.No(new Refusal.WrongKind("the sides agree at the point"));
      case PointCheck.Comparison.Open o -> new Answer.No(new Refusal.WrongKind("the point refutes nothing: " + o.why()));
=======
      case PointCheck.Comparison.Fails f -> Digits.of(claim, evidence.point(), budget);
      case PointCheck.Comparison.Agrees a -> new Answer.No(new Refusal.PointProvesNothing("the relation holds there"));
      case PointCheck.Comparison.Open o -> new Answer.No(new Refusal.PointProvesNothing(o.why()));
>>>>>>> ref
    };
  }

  /** Whether the point shows that one side is undefined on an open part of a stated domain (SOUNDNESS 7b). */
  static Answer openSet(Claim claim, Evidence.OpenSet evidence, Budget budget) {
    if (!PointCheck.refutesOnOpenSet(claim, evidence.point(), evidence.common(), budget)) {
<<<<<<< HEAD
      return new Answer.No(new Refusal.WrongKind("no open part of the stated domain is shown on which a side is undefined"));
    }
    return shown(
        Evaluation.of(claim.left(), evidence.point(), DIGITS, budget), Evaluation.of(claim.right(), evidence.point(), DIGITS, budget));
  }

  /** Both values with as many digits as tell them apart. */
  private static Answer shown(Evaluation.Value left, Evaluation.Value right) {
    for (int digits = 5; digits < 60; digits += 5) {
      String l = text(left, digits);
      String r = text(right, digits);
      if (!l.equals(r)) {
        return new Answer.Yes(l, r);
      }
    }
    return new Answer.Yes(text(left, 60), text(right, 60));
  }

  private static String text(Evaluation.Value value, int digits) {
    return switch (value) {
      case Evaluation.Value.Enclosed e -> {
        Rational middle = e.exact().orElse(e.low().plus(e.high()).times(Rational.HALF));
        if (e.exact().isPresent() && middle.toString().length() <= 9) {
          yield middle.toString();
        }
        BigDecimal decimal =
            new BigDecimal(middle.numerator()).divide(new BigDecimal(middle.denominator()), new MathContext(digits, RoundingMode.HALF_EVEN));
        yield decimal.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0 && decimal.scale() < 12 ? decimal.toPlainString() : decimal.toString();
      }
      case Evaluation.Value.Undefined u -> "undefined";
      case Evaluation.Value.Unknown u -> "unknown";
    };
=======
      return new Answer.No(new Refusal.PointProvesNothing("no side is seen to be undefined around it within what the text states"));
    }
    return Digits.of(claim, evidence.point(), budget);
>>>>>>> ref
  }

  static Answer cutoff(Claim claim, Evidence.CutoffSizes evidence, Budget budget) {
    budget.spend(1);
    return new Answer.No(new Refusal.WrongKind("sizes are not judged yet: " + evidence.greatest() + claim.order()));
  }

  /** Whether a rule proves an order; every pattern has a witness, and the domain is the text's or is listed (SOUNDNESS 6, 25). */
  static Answer sign(Claim claim, Evidence.SignCertificate evidence, Budget budget) {
    if (!Inequality.check(claim, evidence.rule(), evidence.sizes(), budget)) {
      return new Answer.No(new Refusal.WrongKind("the rule " + evidence.rule() + " does not prove it"));
    }
    return EqualForms.witnessed(claim, evidence.witnesses(), evidence.sizes(), budget);
  }

  /** What is known of the sign of a term. */
  static Sign.Known sign(Term term, List<Assumption> assumptions, Budget budget) {
    Sign.Known known = Sign.of(term, assumptions, budget);
    if (known != Sign.Known.UNKNOWN) {
      return known;
    }
    NormalForm form = NormalForm.of(term, assumptions.stream().map(Assumption::fact).toList(), budget).orElse(null);
    return form == null ? Sign.Known.UNKNOWN : form.algebra().premises.sign(form.form());
  }

  /** What a term presupposes; not asked yet, and without witnesses nothing is proved. */
  @SuppressWarnings("UnusedVariable")
  static List<Domain.Presupposition> domain(Term term) {
    return List.of();
  }
}
