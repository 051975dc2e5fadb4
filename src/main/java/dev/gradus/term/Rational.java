package dev.gradus.term;

import java.math.BigInteger;
import java.util.Optional;

/** An exact rational number in lowest terms with a positive denominator. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Term, Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);
  public static final Rational MINUS_ONE = of(-1);
  public static final Rational HALF = of(1, 2);

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("denominator 0");
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger g = numerator.gcd(denominator);
      g = denominator.signum() < 0 ? g.negate() : g;
      numerator = numerator.divide(g);
      denominator = denominator.divide(g);
    }
  }

  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)), denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  public Rational times(Rational other) {
    return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Throws ArithmeticException on 0. */
  public Rational inverse() {
    return new Rational(denominator, numerator);
  }

  public Rational dividedBy(Rational other) {
    return times(other.inverse());
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** Any integer exponent; a negative power of 0 throws ArithmeticException. */
  public Rational pow(int exponent) {
    if (exponent < 0) {
      return inverse().pow(-exponent);
    }
    return new Rational(numerator.pow(exponent), denominator.pow(exponent));
  }

  /** The square root, where it is rational. */
  public Optional<Rational> root() {
    if (signum() < 0) {
      return Optional.empty();
    }
    Rational root = new Rational(numerator.sqrt(), denominator.sqrt());
    return root.times(root).equals(this) ? Optional.of(root) : Optional.empty();
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@code 3}, {@code -1/2}. */
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
