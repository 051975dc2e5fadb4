package dev.gradus.proof;

import dev.gradus.term.Rational;
import java.util.List;
import java.util.Random;

/** From where the values of an unrestricted family are taken. */
enum Mode {
  /** small and readable, of both signs, never 0 */
  GENERIC,
  POSITIVE,
  /** inside (0, 1) */
  UNIT,
  /** well above 1 */
  LARGE,
  NEGATIVE,
  /** each family from another of the five above */
  MIXED,
  /** near 0 */
  SMALL,
  /** all components of a family equal */
  EQUAL,
  ZERO,
  /** 10, 40, 100 with both signs */
  EXTREME;

  private static final List<Mode> SIMPLE = List.of(GENERIC, POSITIVE, UNIT, LARGE, NEGATIVE);
  private static final int[] READABLE = {1, 2, -1, 3, -2, 5, 4, -3, 7, -5, 6, -4, 9, 8, -7, 11, 10, -6, 13, -8};
  private static final int[] FAR = {10, -10, 40, -40, 100, -100};

  /** The k-th value of one attempt: attempt 0 is the most readable, 1 mixes in halves, later ones are random. */
  Rational value(int attempt, int k, Random random) {
    Rational generic = generic(attempt, k, random);
    return switch (this) {
      case GENERIC, MIXED -> generic;
      case POSITIVE -> generic.abs();
      case NEGATIVE -> generic.abs().negate();
      case UNIT -> generic.abs().dividedBy(generic.abs().plus(Rational.of(attempt % 3 + 1)));
      case LARGE -> generic.abs().times(Rational.of(attempt % 2 == 0 ? 3 : 10)).plus(Rational.of(2));
      case SMALL -> generic.dividedBy(Rational.of(1000));
      case EQUAL -> generic(attempt, 0, random);
      case ZERO -> Rational.ZERO;
      case EXTREME -> Rational.of(FAR[Math.floorMod(attempt * 7 + k * (attempt + 1), FAR.length)]);
    };
  }

  private static Rational generic(int attempt, int k, Random random) {
    if (attempt == 0) {
      int round = k / READABLE.length;
      Rational whole = Rational.of(READABLE[k % READABLE.length]);
      return round == 0 ? whole : whole.plus(Rational.of(1, round + 1));
    }
    int numerator = 1 + random.nextInt(Math.min(8 + attempt, 24));
    int denominator = 1 + random.nextInt(attempt == 1 ? 2 : 5);
    return Rational.of(random.nextBoolean() ? numerator : -numerator, denominator);
  }

  /** The mode of one family. */
  Mode ofFamily(Random random) {
    return this == MIXED ? SIMPLE.get(random.nextInt(SIMPLE.size())) : this;
  }
}
