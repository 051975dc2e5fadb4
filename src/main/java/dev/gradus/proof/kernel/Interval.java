package dev.gradus.proof.kernel;

import dev.gradus.term.Rational;

/**
 * Outward-rounded enclosure of a real number. The contract is containment: for every operation, if the operands contain the true values, the
 * result contains the true result. An overflow or an infinite end is no enclosure: such an operation throws ArithmeticException, and so does
 * one outside of its domain. Every operation is made at the precision of the receiver.
 */
public sealed interface Interval<I extends Interval<I>> permits DoubleInterval, BigInterval {
  I self();

  /** An enclosure of the rational number at this precision. */
  I enclose(Rational value);

  /** An enclosure of 3.14159... at this precision. */
  I pi();

  I plus(I other);

  I times(I other);

  /** Refuses an interval that holds 0. */
  I inverse();

  I exp();

  /** Refuses an interval that is not positive. */
  I log();

  /** Refuses an interval that holds a negative number. */
  I sqrt();

  I sin();

  I cos();

  /** Every number in it is positive. */
  boolean positive();

  /** Every number in it is negative. */
  boolean negative();

  /** The ends, exactly. */
  Rational low();

  Rational high();

  /** Every number in it is at most 2 to this power in absolute value; minus infinity for 0. */
  double size();

  /** What a function costs at this precision, in steps. */
  int steps();

  /** Refuses an exponent below 1. */
  default I power(int exponent) {
    if (exponent < 1) {
      throw new ArithmeticException("exponent " + exponent);
    }
    I result = self();
    I square = self();
    for (int rest = exponent - 1; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result.times(square);
      }
      if (rest > 1) {
        square = square.times(square);
      }
    }
    return result;
  }
}
