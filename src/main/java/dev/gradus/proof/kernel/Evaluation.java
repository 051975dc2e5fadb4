package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Optional;

/** The value of a term at a point. */
public final class Evaluation {
  /** Up to so many digits are asked of doubles. */
  private static final int DOUBLE_DIGITS = 15;

  private Evaluation() {}

  /** What is known of a value. */
  public sealed interface Value {
    /** The value lies between the ends; {@code exact} when it is known to be rational and equal to it. */
    record Enclosed(Rational low, Rational high, Optional<Rational> exact) implements Value {}

    /** The term has no value at the point (SOUNDNESS 2), for certain. */
    record Undefined(String why) implements Value {}

    /** Not known at this precision, or a component has no value in the point (SOUNDNESS 26): no verdict. */
    record Unknown(String why) implements Value {}
  }

  /** The value of a step where its argument is 0: [0 > 0] is 0; the derivative of a kinked function may be either (SOUNDNESS 4). */
  public enum AtZero {
    ZERO,
    ONE
  }

  /**
   * A value and what a verdict must know besides.
   *
   * @param kink some step's or condition's argument is 0 here and not all around here
   * @param dead some step's argument is 0 all around: the value may depend on {@link AtZero}
   * @param edge some root is taken of 0, which may be negative beside the point
   * @param culprit where the value is undefined here and all around: the argument that makes it so
   * @param size 2 to this power bounds the largest of the summands the value was made of; what "so many digits" refers to
   */
  public record Outcome(Value value, boolean kink, boolean dead, boolean edge, Optional<Term> culprit, double size) {}

  /** In: a term, a point that fixes every size, free index and component in it, the wanted precision in decimal digits. */
  public static Value of(Term term, Point point, int digits, Budget budget) {
    return at(term, point, digits, AtZero.ZERO, List.of(), budget).value();
  }

  /**
   * As {@link #of}, with more said.
   *
   * @param discrete families whose values are isolated from each other: constant around the point
   */
  public static Outcome at(Term term, Point point, int digits, AtZero atZero, List<Family> discrete, Budget budget) {
    if (digits <= DOUBLE_DIGITS) {
      return new Evaluator<>(DoubleInterval.ZERO, point, atZero, discrete, budget).outcome(term);
    }
    return new Evaluator<>(BigInterval.zero(digits), point, atZero, discrete, budget).outcome(term);
  }

  /** True, false, or empty when not known, whether a condition holds at a point. A term without value meets no condition. */
  static Optional<Boolean> holds(dev.gradus.term.Condition condition, Point point, int digits, Budget budget) {
    return digits <= DOUBLE_DIGITS
        ? new Evaluator<>(DoubleInterval.ZERO, point, AtZero.ZERO, List.of(), budget).holds(condition)
        : new Evaluator<>(BigInterval.zero(digits), point, AtZero.ZERO, List.of(), budget).holds(condition);
  }
}
