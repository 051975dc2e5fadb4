package dev.gradus.proof.kernel;

import dev.gradus.term.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Ends are decimals of {@code digits} significant digits. Sums, products, quotients and roots are rounded in their direction; the other functions
 * are Taylor polynomials evaluated in intervals, widened by a bound of the remainder. Guard digits only make the result narrower: containment does not rest on
 * them.
 */
record BigInterval(BigDecimal lower, BigDecimal upper, int digits) implements Interval<BigInterval> {
  private static final int GUARD = 16;
  private static final BigDecimal GREATEST_EXPONENT = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal NARROW = new BigDecimal("1E-6");
  /** Ends beyond 10 to this power are not turned into fractions. */
  private static final int GREATEST_SCALE = 6_000;

  BigInterval {
    if (lower.compareTo(upper) > 0) {
      throw new ArithmeticException("no enclosure");
    }
  }

  static BigInterval zero(int digits) {
    return new BigInterval(BigDecimal.ZERO, BigDecimal.ZERO, digits);
  }

  private MathContext down() {
    return new MathContext(digits, RoundingMode.FLOOR);
  }

  private MathContext up() {
    return new MathContext(digits, RoundingMode.CEILING);
  }

  private static BigInterval point(BigDecimal value, int digits) {
    return new BigInterval(value, value, digits).withDigits(digits);
  }

  private BigInterval withDigits(int other) {
    return new BigInterval(
        lower.round(new MathContext(other, RoundingMode.FLOOR)), upper.round(new MathContext(other, RoundingMode.CEILING)), other);
  }

  private BigInterval widened(BigDecimal by) {
    return new BigInterval(lower.subtract(by, down()), upper.add(by, up()), digits);
  }

  private BigDecimal greatest() {
    return lower.abs().max(upper.abs());
  }

  @Override
  public BigInterval self() {
    return this;
  }

  @Override
  public BigInterval enclose(Rational value) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    BigDecimal denominator = new BigDecimal(value.denominator());
    return new BigInterval(numerator.divide(denominator, down()), numerator.divide(denominator, up()), digits);
  }

  private BigInterval dividedBy(long divisor) {
    BigDecimal by = BigDecimal.valueOf(divisor);
    return new BigInterval(lower.divide(by, down()), upper.divide(by, up()), digits);
  }

  @Override
  public BigInterval plus(BigInterval other) {
    return new BigInterval(lower.add(other.lower, down()), upper.add(other.upper, up()), digits);
  }

  private BigInterval negated() {
    return new BigInterval(upper.negate(), lower.negate(), digits);
  }

  @Override
  public BigInterval times(BigInterval other) {
    if (lower.signum() >= 0 && other.lower.signum() >= 0) {
      return new BigInterval(lower.multiply(other.lower, down()), upper.multiply(other.upper, up()), digits);
    }
    BigDecimal a = lower.multiply(other.lower);
    BigDecimal b = lower.multiply(other.upper);
    BigDecimal c = upper.multiply(other.lower);
    BigDecimal d = upper.multiply(other.upper);
    return new BigInterval(a.min(b).min(c.min(d)).round(down()), a.max(b).max(c.max(d)).round(up()), digits);
  }

  @Override
  public BigInterval inverse() {
    if (!positive() && !negative()) {
      throw new ArithmeticException("inverse of an interval around 0");
    }
    return new BigInterval(BigDecimal.ONE.divide(upper, down()), BigDecimal.ONE.divide(lower, up()), digits);
  }

  @Override
  public BigInterval exp() {
    BigInterval first = exp(lower, digits + GUARD);
    BigDecimal width = upper.subtract(lower, new MathContext(digits, RoundingMode.CEILING));
    if (width.compareTo(NARROW) < 0) {
      // e^w <= 1 + 2w for 0 <= w <= 1
      BigDecimal growth = BigDecimal.ONE.add(width.add(width), new MathContext(digits + GUARD, RoundingMode.CEILING));
      return first.times(new BigInterval(BigDecimal.ONE, growth, digits + GUARD)).withDigits(digits);
    }
    return new BigInterval(first.lower, exp(upper, digits + GUARD).upper, digits).withDigits(digits);
  }

  /** e^x = (e^(|x| / 2^h))^(2^h), inverted for negative x; the remainder of the series is at most its last term since |x| / 2^h < 1/256. */
  private static BigInterval exp(BigDecimal x, int work) {
    if (x.abs().compareTo(GREATEST_EXPONENT) > 0) {
      if (x.signum() > 0) {
        throw new ArithmeticException("exponential too large");
      }
      return new BigInterval(BigDecimal.ZERO, new BigDecimal(BigInteger.ONE, 43_000_000), work);
    }
    if (x.signum() < 0) {
      return exp(x.negate(), work).inverse();
    }
    int halvings = (x.compareTo(BigDecimal.ONE) < 0 ? 0 : x.toBigInteger().bitLength()) + 8;
    BigInterval half = zero(work).enclose(new Rational(BigInteger.ONE, BigInteger.TWO.pow(halvings)));
    BigInterval small = point(x, work).times(half);
    BigInterval term = point(BigDecimal.ONE, work);
    BigInterval sum = term;
    BigDecimal enough = new BigDecimal(BigInteger.ONE, work);
    for (int n = 1; term.upper.compareTo(enough) > 0; n++) {
      term = term.times(small).dividedBy(n);
      sum = sum.plus(term);
    }
    BigInterval power = sum.widened(term.upper);
    for (int h = 0; h < halvings; h++) {
      power = power.times(power);
    }
    return power;
  }

  @Override
  public BigInterval log() {
    if (!positive()) {
      throw new ArithmeticException("logarithm of an interval that is not positive");
    }
    BigInterval first = log(lower, digits + GUARD);
    BigInterval last = lower.compareTo(upper) == 0 ? first : log(upper, digits + GUARD);
    return new BigInterval(first.lower, last.upper, digits).withDigits(digits);
  }

  /** log x = y + log(1 + t) with a double's y and t = x e^-y - 1; |sum from t^(m+1)| <= 2 |t|^(m+1) for |t| <= 1/2. */
  private static BigInterval log(BigDecimal x, int work) {
    int exponent = x.precision() - x.scale();
    double guess = Math.log(x.movePointLeft(exponent).doubleValue()) + exponent * Math.log(10);
    BigDecimal y = new BigDecimal(guess).round(new MathContext(20, RoundingMode.HALF_EVEN));
    BigInterval t = point(x, work).times(exp(y.negate(), work)).plus(point(BigDecimal.ONE.negate(), work));
    if (t.greatest().compareTo(new BigDecimal("0.001")) > 0) {
      throw new ArithmeticException("logarithm out of reach");
    }
    BigInterval power = t;
    BigInterval sum = t;
    BigDecimal enough = new BigDecimal(BigInteger.ONE, work);
    for (int n = 2; power.greatest().compareTo(enough) > 0; n++) {
      power = power.times(t).negated();
      sum = sum.plus(power.dividedBy(n));
    }
    return point(y, work).plus(sum.widened(power.greatest().add(power.greatest())));
  }

  @Override
  public BigInterval sqrt() {
    if (lower.signum() < 0) {
      throw new ArithmeticException("root of an interval with negative numbers");
    }
    return new BigInterval(root(lower, false), root(upper, true), digits).withDigits(digits);
  }

  private BigDecimal root(BigDecimal x, boolean upward) {
    int scale = x.scale() + Math.max(0, 2 * digits + 2 - x.precision());
    scale += scale & 1;
    BigInteger whole = x.setScale(scale).unscaledValue();
    BigInteger[] parts = whole.sqrtAndRemainder();
    BigInteger root = upward && parts[1].signum() != 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    return new BigDecimal(root, scale / 2);
  }

  /** Machin: pi = 16 arctan 1/5 - 4 arctan 1/239. */
  @Override
  public BigInterval pi() {
    BigInterval first = arctanOfInverse(5, digits + GUARD);
    BigInterval second = arctanOfInverse(239, digits + GUARD);
    BigInterval sixteen = point(BigDecimal.valueOf(16), digits + GUARD);
    BigInterval minusFour = point(BigDecimal.valueOf(-4), digits + GUARD);
    return first.times(sixteen).plus(second.times(minusFour)).withDigits(digits);
  }

  /** An alternating series with falling terms: the remainder is at most the last term. */
  private static BigInterval arctanOfInverse(long k, int work) {
    BigInterval power = point(BigDecimal.ONE, work).dividedBy(k);
    BigInterval sum = power;
    BigInterval term = power;
    BigDecimal enough = new BigDecimal(BigInteger.ONE, work);
    for (int n = 1; term.upper.compareTo(enough) > 0; n++) {
      power = power.dividedBy(k * k);
      term = power.dividedBy(2L * n + 1);
      sum = sum.plus(n % 2 == 1 ? term.negated() : term);
    }
    return sum.widened(term.upper);
  }

  @Override
  public BigInterval sin() {
    BigInterval reduced = reduced();
    return wave(reduced, reduced, 1);
  }

  @Override
  public BigInterval cos() {
    return wave(reduced(), point(BigDecimal.ONE, digits + GUARD), 0);
  }

  /** A whole number of turns away, near 0; whatever the number of turns, the result is right. */
  private BigInterval reduced() {
    if (greatest().compareTo(GREATEST_EXPONENT) > 0) {
      throw new ArithmeticException("angle too large");
    }
    BigInterval wide = new BigInterval(lower, upper, digits + GUARD);
    BigDecimal turns =
        lower.abs().compareTo(BigDecimal.ONE) < 0
            ? BigDecimal.ZERO
            : lower.divide(BigDecimal.valueOf(2 * Math.PI), MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_EVEN);
    BigInterval back = point(turns.multiply(BigDecimal.valueOf(-2)), digits + GUARD);
    return wide.plus(wide.pi().times(back));
  }

  /** The series from its first term of the given degree; Lagrange: the remainder is at most the size of the next term. */
  private BigInterval wave(BigInterval x, BigInterval firstTerm, int degree) {
    BigInterval minusSquare = x.times(x).negated();
    BigInterval term = firstTerm;
    BigInterval sum = firstTerm;
    BigDecimal enough = new BigDecimal(BigInteger.ONE, digits + GUARD);
    for (int n = degree; term.greatest().compareTo(enough) > 0; n += 2) {
      if (n > 20 * digits) {
        return new BigInterval(BigDecimal.ONE.negate(), BigDecimal.ONE, digits);
      }
      term = term.times(minusSquare).dividedBy((n + 1L) * (n + 2L));
      sum = sum.plus(term);
    }
    BigInterval wide = sum.widened(term.greatest()).withDigits(digits);
    BigDecimal one = BigDecimal.ONE;
    return new BigInterval(wide.lower.max(one.negate()).min(one), wide.upper.min(one).max(one.negate()), digits);
  }

  @Override
  public boolean positive() {
    return lower.signum() > 0;
  }

  @Override
  public boolean negative() {
    return upper.signum() < 0;
  }

  @Override
  public Rational low() {
    return small(lower) ? (lower.signum() < 0 ? rational(tiny().negate()) : Rational.ZERO) : rational(lower);
  }

  @Override
  public Rational high() {
    return small(upper) ? (upper.signum() > 0 ? rational(tiny()) : Rational.ZERO) : rational(upper);
  }

  private static boolean small(BigDecimal value) {
    return (long) value.scale() - value.precision() > GREATEST_SCALE;
  }

  private static BigDecimal tiny() {
    return new BigDecimal(BigInteger.ONE, GREATEST_SCALE);
  }

  /** Exactly this decimal; refuses one too large to write out. */
  static Rational rational(BigDecimal value) {
    if (value.signum() == 0) {
      return Rational.ZERO;
    }
    if (value.scale() < -GREATEST_SCALE || value.scale() > 2 * GREATEST_SCALE) {
      throw new ArithmeticException("a number too large or too small to write out");
    }
    return value.scale() <= 0
        ? Rational.of(value.toBigIntegerExact())
        : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  @Override
  public double magnitude() {
    return Math.nextUp(Math.nextUp(greatest().doubleValue()));
  }
}
