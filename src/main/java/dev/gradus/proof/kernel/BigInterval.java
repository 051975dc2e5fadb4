package dev.gradus.proof.kernel;

import dev.gradus.term.Rational;
import java.math.BigInteger;

/**
 * [low, high] times 2^exponent, whole numbers of about {@code bits} bits. Shifts and quotients are rounded down at the low end and up at the high end;
 * the other functions are Taylor polynomials evaluated in intervals, widened by a bound of the remainder. Guard bits only make a result
 * narrower: containment does not rest on them.
 */
record BigInterval(BigInteger lower, BigInteger upper, int exponent, int bits) implements Interval<BigInterval> {
  private static final int GUARD = 64;
  private static final int HALVINGS = 20;
  /** Exponentials of more than 2 to this power are refused, of less are next to 0. */
  private static final int GREATEST_ARGUMENT_BITS = 26;
  /** Ends beyond 2 to this power are not turned into fractions. */
  private static final int GREATEST_EXPONENT = 20_000;

  BigInterval {
    if (lower.compareTo(upper) > 0) {
      throw new ArithmeticException("no enclosure");
    }
    int length = Math.max(lower.bitLength(), upper.bitLength());
    if (length > bits) {
      int shift = length - bits;
      lower = lower.shiftRight(shift);
      upper = shiftUp(upper, shift);
      exponent = Math.addExact(exponent, shift);
    }
  }

  static BigInterval zero(int digits) {
    return new BigInterval(BigInteger.ZERO, BigInteger.ZERO, 0, digits * 10 / 3 + 8);
  }

  private static BigInteger shiftUp(BigInteger value, int shift) {
    return value.negate().shiftRight(shift).negate();
  }

  private static BigInteger quotientDown(BigInteger value, BigInteger divisor) {
    BigInteger[] parts = value.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static BigInteger quotientUp(BigInteger value, BigInteger divisor) {
    return quotientDown(value.negate(), divisor).negate();
  }

  private static BigInterval whole(long value, int bits) {
    return new BigInterval(BigInteger.valueOf(value), BigInteger.valueOf(value), 0, bits);
  }

  private BigInterval withBits(int other) {
    return new BigInterval(lower, upper, exponent, other);
  }

  private BigInterval timesPowerOfTwo(int power) {
    return new BigInterval(lower, upper, Math.addExact(exponent, power), bits);
  }

  private BigInterval negated() {
    return new BigInterval(upper.negate(), lower.negate(), exponent, bits);
  }

  /** The interval from -r to r for the greatest absolute value r. */
  private BigInterval around0() {
    BigInteger greatest = lower.abs().max(upper.abs());
    return new BigInterval(greatest.negate(), greatest, exponent, bits);
  }

  @Override
  public double size() {
    boolean zero = lower.signum() == 0 && upper.signum() == 0;
    return zero ? Double.NEGATIVE_INFINITY : (double) Math.max(lower.bitLength(), upper.bitLength()) + exponent;
  }

  private boolean below(int power) {
    return size() <= power;
  }

  @Override
  public BigInterval self() {
    return this;
  }

  @Override
  public BigInterval enclose(Rational value) {
    int shift = Math.max(0, bits + value.denominator().bitLength() - value.numerator().bitLength() + 1);
    BigInteger shifted = value.numerator().shiftLeft(shift);
    return new BigInterval(quotientDown(shifted, value.denominator()), quotientUp(shifted, value.denominator()), -shift, bits);
  }

  private BigInterval dividedBy(long divisor) {
    BigInteger by = BigInteger.valueOf(divisor);
    int shift = by.bitLength() + 1 + Math.max(0, bits - Math.max(lower.bitLength(), upper.bitLength()));
    return new BigInterval(
        quotientDown(lower.shiftLeft(shift), by), quotientUp(upper.shiftLeft(shift), by), Math.subtractExact(exponent, shift), bits);
  }

  /** Aligned at most {@code 2 bits} below the greater of the two. */
  @Override
  public BigInterval plus(BigInterval other) {
    if (other.exponent > exponent) {
      return other.withBits(bits).plus(this);
    }
    long gap = (long) exponent - other.exponent;
    int up = (int) Math.min(gap, 2L * bits);
    int down = (int) Math.min(gap - up, Integer.MAX_VALUE);
    return new BigInterval(
        lower.shiftLeft(up).add(other.lower.shiftRight(down)),
        upper.shiftLeft(up).add(shiftUp(other.upper, down)),
        Math.subtractExact(exponent, up),
        bits);
  }

  @Override
  public BigInterval times(BigInterval other) {
    int sum = Math.addExact(exponent, other.exponent);
    if (lower.signum() >= 0 && other.lower.signum() >= 0) {
      return new BigInterval(lower.multiply(other.lower), upper.multiply(other.upper), sum, bits);
    }
    BigInteger a = lower.multiply(other.lower);
    BigInteger b = lower.multiply(other.upper);
    BigInteger c = upper.multiply(other.lower);
    BigInteger d = upper.multiply(other.upper);
    return new BigInterval(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)), sum, bits);
  }

  @Override
  public BigInterval inverse() {
    if (!positive() && !negative()) {
      throw new ArithmeticException("inverse of an interval around 0");
    }
    if (negative()) {
      return negated().inverse().negated();
    }
    int shift = bits + upper.bitLength();
    BigInteger one = BigInteger.ONE.shiftLeft(shift);
    return new BigInterval(quotientDown(one, upper), quotientUp(one, lower), Math.negateExact(Math.addExact(exponent, shift)), bits);
  }

  private BigInterval end(BigInteger end) {
    return new BigInterval(end, end, exponent, bits + GUARD);
  }

  private BigInterval between(BigInterval first, BigInterval last) {
    int common = Math.min(first.exponent, last.exponent);
    if ((long) Math.max(first.exponent, last.exponent) - common > 4L * bits) {
      throw new ArithmeticException("an interval too wide");
    }
    return new BigInterval(
        first.lower.shiftLeft(first.exponent - common), last.upper.shiftLeft(last.exponent - common), common, bits);
  }

  @Override
  public BigInterval exp() {
    BigInterval first = end(lower).expOfPoint();
    return between(first, lower.equals(upper) ? first : end(upper).expOfPoint());
  }

  /** e^x = (e^(|x| / 2^h))^(2^h), inverted for negative x; the remainder of the series is at most its last term since |x| / 2^h is small. */
  private BigInterval expOfPoint() {
    if (lower.signum() < 0) {
      return below(GREATEST_ARGUMENT_BITS)
          ? negated().expOfPoint().inverse()
          : new BigInterval(BigInteger.ZERO, BigInteger.ONE, -(1 << (GREATEST_ARGUMENT_BITS - 1)), bits);
    }
    if (!below(GREATEST_ARGUMENT_BITS)) {
      throw new ArithmeticException("an exponential too large");
    }
    int halvings = (int) Math.max(0, size()) + HALVINGS;
    BigInterval small = timesPowerOfTwo(-halvings);
    BigInterval term = whole(1, bits);
    BigInterval sum = term;
    for (int n = 1; !term.below(-bits); n++) {
      term = term.times(small).dividedBy(n);
      sum = sum.plus(term);
    }
    BigInterval power = sum.plus(term.around0());
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
    BigInterval first = end(lower).logOfPoint();
    return between(first, lower.equals(upper) ? first : end(upper).logOfPoint());
  }

  /** log x = y + log(1 + t) with a double's y and t = x e^-y - 1; |sum from t^(m+1)| <= 2 |t|^(m+1) for |t| <= 1/2. */
  private BigInterval logOfPoint() {
    int drop = lower.bitLength() - 53;
    double front = (drop > 0 ? lower.shiftRight(drop) : lower.shiftLeft(-drop)).doubleValue();
    double guess = Math.log(front) + ((double) exponent + drop) * Math.log(2);
    BigInterval y = whole(Math.round(guess * (1L << 30)), bits).timesPowerOfTwo(-30);
    BigInterval t = times(y.negated().expOfPoint()).plus(whole(-1, bits));
    if (!t.below(-8)) {
      throw new ArithmeticException("a logarithm out of reach");
    }
    BigInterval power = t;
    BigInterval sum = t;
    for (int n = 2; !power.below(-bits); n++) {
      power = power.times(t).negated();
      sum = sum.plus(power.dividedBy(n));
    }
    return y.plus(sum).plus(power.around0().timesPowerOfTwo(1));
  }

  @Override
  public BigInterval sqrt() {
    if (lower.signum() < 0) {
      throw new ArithmeticException("root of an interval with negative numbers");
    }
    int shift = Math.max(0, 2 * bits - upper.bitLength());
    shift += (exponent - shift) & 1;
    BigInteger[] last = upper.shiftLeft(shift).sqrtAndRemainder();
    return new BigInterval(
        lower.shiftLeft(shift).sqrt(), last[1].signum() == 0 ? last[0] : last[0].add(BigInteger.ONE), (exponent - shift) / 2, bits);
  }

  /** Machin: pi = 16 arctan 1/5 - 4 arctan 1/239. */
  @Override
  public BigInterval pi() {
    BigInterval first = arctanOfInverse(5, bits + GUARD).timesPowerOfTwo(4);
    return first.plus(arctanOfInverse(239, bits + GUARD).timesPowerOfTwo(2).negated()).withBits(bits);
  }

  /** An alternating series with falling terms: the remainder is at most the last term. */
  private static BigInterval arctanOfInverse(long k, int bits) {
    BigInterval power = whole(1, bits).dividedBy(k);
    BigInterval sum = power;
    BigInterval term = power;
    for (int n = 1; !term.below(-bits); n++) {
      power = power.dividedBy(k * k);
      term = power.dividedBy(2L * n + 1);
      sum = sum.plus(n % 2 == 1 ? term.negated() : term);
    }
    return sum.plus(term.around0());
  }

  @Override
  public BigInterval sin() {
    BigInterval reduced = reduced();
    return wave(reduced, reduced, 1);
  }

  @Override
  public BigInterval cos() {
    return wave(reduced(), whole(1, bits + GUARD), 0);
  }

  /** A whole number of turns away, near 0; whatever the number of turns, the result is right. */
  private BigInterval reduced() {
    if (!below(GREATEST_ARGUMENT_BITS)) {
      throw new ArithmeticException("an angle too large");
    }
    BigInterval wide = withBits(bits + GUARD);
    long turns = below(1) ? 0 : Math.round(lower.doubleValue() * Math.pow(2, exponent) / (2 * Math.PI));
    return turns == 0 ? wide : wide.plus(wide.pi().times(whole(-2 * turns, bits + GUARD)));
  }

  /** The series from its first term of the given degree; Lagrange: the remainder is at most the size of the last term. */
  private BigInterval wave(BigInterval x, BigInterval firstTerm, int degree) {
    BigInterval minusSquare = x.times(x).negated();
    BigInterval term = firstTerm;
    BigInterval sum = firstTerm;
    for (int n = degree; !term.below(-bits - GUARD); n += 2) {
      if (n > 4 * bits) {
        return new BigInterval(BigInteger.ONE.negate(), BigInteger.ONE, 0, bits);
      }
      term = term.times(minusSquare).dividedBy((n + 1L) * (n + 2L));
      sum = sum.plus(term);
    }
    BigInterval wide = sum.plus(term.around0()).withBits(bits);
    if (wide.exponent > 0) {
      return new BigInterval(BigInteger.ONE.negate(), BigInteger.ONE, 0, bits);
    }
    BigInteger one = BigInteger.ONE.shiftLeft(-wide.exponent);
    return new BigInterval(
        wide.lower.max(one.negate()).min(one), wide.upper.min(one).max(one.negate()), wide.exponent, bits);
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
    return -exponent > GREATEST_EXPONENT ? rational(lower.shiftRight(-exponent - GREATEST_EXPONENT), -GREATEST_EXPONENT) : rational(lower, exponent);
  }

  @Override
  public Rational high() {
    return -exponent > GREATEST_EXPONENT ? rational(shiftUp(upper, -exponent - GREATEST_EXPONENT), -GREATEST_EXPONENT) : rational(upper, exponent);
  }

  private static Rational rational(BigInteger value, int exponent) {
    if (value.signum() == 0) {
      return Rational.ZERO;
    }
    if (exponent > GREATEST_EXPONENT) {
      throw new ArithmeticException("a number too large to write out");
    }
    return exponent >= 0 ? Rational.of(value.shiftLeft(exponent)) : new Rational(value, BigInteger.ONE.shiftLeft(-exponent));
  }

  @Override
  public int steps() {
    return 1 + bits * bits / 4_000;
  }
}
