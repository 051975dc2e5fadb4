package dev.gradus.proof.kernel;

import dev.gradus.term.Rational;

/** Sets of signs, as bits: what a value's sign may be. Nothing is known when all three are possible. */
final class Signs {
  static final int NEG = 1;
  static final int ZERO = 2;
  static final int POS = 4;
  static final int NOT_NEG = ZERO | POS;
  static final int NOT_POS = ZERO | NEG;
  static final int ANY = NEG | ZERO | POS;

  private Signs() {}

  static int of(Rational value) {
    return value.signum() > 0 ? POS : value.isZero() ? ZERO : NEG;
  }

  static int negate(int s) {
    return (s & ZERO) | ((s & NEG) != 0 ? POS : 0) | ((s & POS) != 0 ? NEG : 0);
  }

  static int plus(int a, int b) {
    int same = (a & b & (NEG | POS)) | (a & b & ZERO);
    int withZero = ((a & ZERO) != 0 ? b : 0) | ((b & ZERO) != 0 ? a : 0);
    boolean opposite = ((a & NEG) != 0 && (b & POS) != 0) || ((a & POS) != 0 && (b & NEG) != 0);
    return opposite ? ANY : same | withZero;
  }

  static int times(int a, int b) {
    int product = ((a | b) & ZERO) != 0 ? ZERO : 0;
    product |= (a & POS) != 0 ? b & (NEG | POS) : 0;
    product |= (a & NEG) != 0 ? negate(b) & (NEG | POS) : 0;
    return product;
  }

  /** The signs of an integer power, where it is defined. */
  static int power(int s, int exponent) {
    int base = exponent < 0 ? s & ~ZERO : s;
    if (exponent == 0 || base == 0) {
      return exponent == 0 ? POS : ANY; // 1/0 is never defined
    }
    return exponent % 2 != 0 ? base : (base & ZERO) | ((base & (NEG | POS)) != 0 ? POS : 0);
  }

  /** The same, ends included: what remains true of limits. */
  static int closure(int s) {
    return s | ZERO;
  }

  /** What two sources know together; contradicting sources (a context without points) teach nothing. */
  static int both(int a, int b) {
    return (a & b) == 0 ? ANY : a & b;
  }
}
