package dev.gradus.proof.kernel;

import dev.gradus.term.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Ends are doubles. The four operations and the root are rounded to nearest by the machine, so one step outward contains the result;
 * {@link StrictMath}'s exp, log, sin and cos err by less than one unit in the last place, they get two steps (StrictMath's documentation; FAULTS C13).
 */
record DoubleInterval(double lower, double upper) implements Interval<DoubleInterval> {
  static final DoubleInterval ZERO = new DoubleInterval(0, 0);

  DoubleInterval {
    if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
      throw new ArithmeticException("no enclosure in doubles");
    }
  }

  private static double down(double value) {
    return Math.nextDown(value);
  }

  private static double up(double value) {
    return Math.nextUp(value);
  }

  /** Around a value that errs by at most two units in the last place. */
  private static DoubleInterval around(double low, double high) {
    return new DoubleInterval(down(down(low)), up(up(high)));
  }

  private DoubleInterval notBelow(double bound) {
    return new DoubleInterval(Math.max(lower, bound), Math.max(upper, bound));
  }

  private DoubleInterval notAbove(double bound) {
    return new DoubleInterval(Math.min(lower, bound), Math.min(upper, bound));
  }

  @Override
  public DoubleInterval self() {
    return this;
  }

  @Override
  public DoubleInterval enclose(Rational value) {
    if (value.isInteger() && value.numerator().bitLength() <= 53) {
      double whole = value.numerator().doubleValue();
      return new DoubleInterval(whole, whole);
    }
    double near =
        new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128).doubleValue();
    return around(near, near);
  }

  @Override
  public DoubleInterval pi() {
    return around(Math.PI, Math.PI);
  }

  @Override
  public DoubleInterval plus(DoubleInterval other) {
    return new DoubleInterval(down(lower + other.lower), up(upper + other.upper));
  }

  @Override
  public DoubleInterval times(DoubleInterval other) {
    double a = lower * other.lower;
    double b = lower * other.upper;
    double c = upper * other.lower;
    double d = upper * other.upper;
    DoubleInterval product =
        new DoubleInterval(down(Math.min(Math.min(a, b), Math.min(c, d))), up(Math.max(Math.max(a, b), Math.max(c, d))));
    return lower >= 0 && other.lower >= 0 ? product.notBelow(0) : product;
  }

  @Override
  public DoubleInterval inverse() {
    if (!positive() && !negative()) {
      throw new ArithmeticException("inverse of an interval around 0");
    }
    return new DoubleInterval(down(1 / upper), up(1 / lower));
  }

  @Override
  public DoubleInterval exp() {
    return around(StrictMath.exp(lower), StrictMath.exp(upper)).notBelow(0);
  }

  @Override
  public DoubleInterval log() {
    if (!positive()) {
      throw new ArithmeticException("logarithm of an interval that is not positive");
    }
    return around(StrictMath.log(lower), StrictMath.log(upper));
  }

  @Override
  public DoubleInterval sqrt() {
    if (lower < 0) {
      throw new ArithmeticException("root of an interval with negative numbers");
    }
    return new DoubleInterval(down(Math.sqrt(lower)), up(Math.sqrt(upper))).notBelow(0);
  }

  @Override
  public DoubleInterval sin() {
    return slow(StrictMath.sin(lower));
  }

  @Override
  public DoubleInterval cos() {
    return slow(StrictMath.cos(lower));
  }

  /** The image under a function whose slope is at most 1, from its value at the lower end. */
  private DoubleInterval slow(double atLower) {
    double width = up(upper - lower);
    DoubleInterval wide = around(atLower, atLower).plus(new DoubleInterval(-width, width));
    return wide.notBelow(-1).notAbove(1);
  }

  @Override
  public boolean positive() {
    return lower > 0;
  }

  @Override
  public boolean negative() {
    return upper < 0;
  }

  @Override
  public Rational low() {
    return rational(lower);
  }

  @Override
  public Rational high() {
    return rational(upper);
  }

  private static Rational rational(double value) {
    BigDecimal exact = new BigDecimal(value);
    return exact.scale() <= 0
        ? Rational.of(exact.toBigIntegerExact())
        : new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
  }

  @Override
  public double size() {
    double greatest = Math.max(Math.abs(lower), Math.abs(upper));
    return greatest == 0 ? Double.NEGATIVE_INFINITY : Math.getExponent(greatest) + 1;
  }

  @Override
  public int steps() {
    return 1;
  }
}
