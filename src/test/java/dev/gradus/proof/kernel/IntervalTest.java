package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.term.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract of intervals is containment: everything is computed twice, and against exact fractions. */
final class IntervalTest {
  private static final int EFFORT = Integer.getInteger("effort", 1);
  private static final int CASES = 200 * EFFORT;
  private static final BigInterval FINE = BigInterval.zero(130);
  private static final List<BigInterval> COARSE = List.of(BigInterval.zero(3), BigInterval.zero(17), BigInterval.zero(50));

  /** Corner-biased: small, large, near 1, near 0, negative. */
  private static List<Rational> numbers(long seed, int count) {
    Random random = new Random(seed);
    List<Rational> numbers = new ArrayList<>(List.of(Rational.ONE, Rational.MINUS_ONE, Rational.of(1, 3), Rational.of(-700), Rational.of(700)));
    while (numbers.size() < count) {
      Rational base = Rational.of(random.nextInt(2001) - 1000, 1 + random.nextInt(999));
      Rational number =
          switch (random.nextInt(6)) {
            case 0 -> base.times(Rational.of(1, 1_000_000_007));
            case 1 -> base.times(Rational.of(100));
            case 2 -> Rational.ONE.plus(base.times(Rational.of(1, 1L << 45)));
            case 3 -> new Rational(new BigInteger(90, random), new BigInteger(80, random).setBit(0));
            default -> base;
          };
      if (number.abs().compareTo(Rational.of(100_000)) < 0) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** Whether both enclosures may hold the same true value. */
  private static boolean meet(Interval<?> one, Interval<?> other) {
    return one.low().compareTo(other.high()) <= 0 && other.low().compareTo(one.high()) <= 0;
  }

  private static boolean holds(Interval<?> interval, Rational value) {
    return interval.low().compareTo(value) <= 0 && value.compareTo(interval.high()) <= 0;
  }

  private static <I extends Interval<I>> boolean rationalOperationsContain(I unit, UnaryOperator<I> change) {
    List<Rational> numbers = numbers(1, CASES);
    for (int k = 1; k < numbers.size(); k++) {
      Rational a = numbers.get(k);
      Rational b = numbers.get(k - 1);
      boolean contained =
          holds(change.apply(unit.enclose(a).plus(unit.enclose(b))), a.plus(b))
              && holds(change.apply(unit.enclose(a).times(unit.enclose(b))), a.times(b))
              && holds(change.apply(unit.enclose(a).power(5)), a.pow(5))
              && (a.isZero() || holds(change.apply(unit.enclose(a).inverse()), a.inverse()))
              && holds(change.apply(unit.enclose(a.times(a)).sqrt()), a.abs());
      if (!contained) {
        return false;
      }
    }
    return true;
  }

  private static <I extends Interval<I>> boolean functionMeets(I unit, Function<I, I> f, Function<BigInterval, BigInterval> fine, boolean positive) {
    for (Rational number : numbers(2, CASES)) {
      if ((positive && number.signum() <= 0) || number.compareTo(Rational.of(700)) > 0) {
        continue;
      }
      if (!meet(f.apply(unit.enclose(number)), fine.apply(FINE.enclose(number)))) {
        return false;
      }
    }
    return true;
  }

  private static <I extends Interval<I>> void functionsMeet(I unit) {
    assertTrue(functionMeets(unit, Interval::exp, BigInterval::exp, false));
    assertTrue(functionMeets(unit, Interval::log, BigInterval::log, true));
    assertTrue(functionMeets(unit, Interval::sqrt, BigInterval::sqrt, true));
    assertTrue(functionMeets(unit, Interval::sin, BigInterval::sin, false));
    assertTrue(functionMeets(unit, Interval::cos, BigInterval::cos, false));
    assertTrue(meet(unit.pi(), FINE.pi()));
    // Not only right but useful: one more argument than the guard bits would show.
    assertTrue(unit.enclose(Rational.of(2)).sin().positive() && unit.enclose(Rational.of(4)).sin().negative());
  }

  @Test
  void doublesContainExactFractions() {
    assertTrue(rationalOperationsContain(DoubleInterval.ZERO, i -> i));
  }

  @Test
  void decimalsContainExactFractions() {
    COARSE.forEach(unit -> assertTrue(rationalOperationsContain(unit, i -> i)));
  }

  @Test
  void twoPrecisionsMeet() {
    functionsMeet(DoubleInterval.ZERO);
    COARSE.forEach(IntervalTest::functionsMeet);
  }

  /** Wide intervals hold the images of what is inside them. */
  @Test
  void wideIntervalsContainInnerValues() {
    List<Rational> numbers = numbers(3, CASES);
    BigInterval decimal = new BigInterval(BigInteger.ZERO, BigInteger.ONE, 0, COARSE.get(1).bits());
    for (int k = 2; k < numbers.size(); k++) {
      Rational a = numbers.get(k).abs().times(Rational.of(1, 200)).plus(Rational.of(1, 7));
      Rational width = numbers.get(k - 1).abs().times(Rational.of(1, 300));
      Rational middle = a.plus(width.times(Rational.of(3, 7)));
      assertTrue(meetsInside(wide(new DoubleInterval(0, 1), a, a.plus(width)), middle), middle::toString);
      assertTrue(meetsInside(wide(decimal, a, a.plus(width)), middle), middle::toString);
    }
  }

  /** low + (high - low) * [0, 1]. */
  private static <I extends Interval<I>> I wide(I zeroToOne, Rational low, Rational high) {
    return zeroToOne.enclose(low).plus(zeroToOne.enclose(high.minus(low)).times(zeroToOne));
  }

  private static <I extends Interval<I>> boolean meetsInside(Interval<I> wide, Rational inner) {
    BigInterval point = FINE.enclose(inner);
    return meet(wide.exp(), point.exp())
        && meet(wide.log(), point.log())
        && meet(wide.sqrt(), point.sqrt())
        && meet(wide.sin(), point.sin())
        && meet(wide.cos(), point.cos())
        && meet(wide.inverse(), point.inverse());
  }

  @Test
  void knownDigits() {
    Rational pi = Rational.of(31415926535897932L).dividedBy(Rational.of(10).pow(16));
    assertTrue(FINE.pi().low().compareTo(pi) > 0 && FINE.pi().high().compareTo(pi.plus(Rational.of(1).dividedBy(Rational.of(10).pow(16)))) < 0);
    Rational width = FINE.pi().high().minus(FINE.pi().low());
    assertTrue(width.compareTo(Rational.of(10).pow(-128)) < 0);
    BigInterval e = FINE.enclose(Rational.ONE).exp();
    assertTrue(e.high().minus(e.low()).compareTo(Rational.of(10).pow(-128)) < 0);
    assertTrue(meet(BigInterval.zero(14).enclose(Rational.ONE).exp(), e));
    assertTrue(meet(FINE.enclose(Rational.of(2)).log().exp(), FINE.enclose(Rational.of(2))));
  }

  /** The tests above would notice one rounding turned inward. */
  @Test
  void inwardRoundingIsNoticed() {
    assertFalse(rationalOperationsContain(DoubleInterval.ZERO, i -> i.lower() == i.upper() ? i : new DoubleInterval(Math.nextUp(Math.nextUp(i.lower())), Math.max(i.upper(), Math.nextUp(Math.nextUp(i.lower()))))));
    assertFalse(rationalOperationsContain(DoubleInterval.ZERO, IntervalTest::inwardAbove));
    BigInterval unit = COARSE.get(1);
    assertFalse(rationalOperationsContain(unit, i -> new BigInterval(i.lower().add(BigInteger.ONE), i.upper().add(BigInteger.ONE), i.exponent(), i.bits())));
    assertFalse(rationalOperationsContain(unit, i -> new BigInterval(i.lower().subtract(BigInteger.ONE), i.upper().subtract(BigInteger.ONE), i.exponent(), i.bits())));
    assertFalse(functionMeets(unit, i -> new BigInterval(i.exp().upper(), i.exp().upper(), i.exp().exponent(), i.bits()), BigInterval::exp, false));
    assertFalse(functionMeets(DoubleInterval.ZERO, i -> new DoubleInterval(StrictMath.exp(i.lower()), StrictMath.exp(i.lower())), BigInterval::exp, false));
  }

  private static DoubleInterval inwardAbove(DoubleInterval i) {
    double high = Math.nextDown(Math.nextDown(i.upper()));
    return i.lower() == i.upper() ? i : new DoubleInterval(Math.min(i.lower(), high), high);
  }

  @Test
  void overflowIsNoEnclosure() {
    assertThrows(ArithmeticException.class, () -> new DoubleInterval(800, 800).exp());
    assertThrows(ArithmeticException.class, () -> FINE.enclose(Rational.of(1_000_000_000_000L)).exp());
    assertTrue(new DoubleInterval(-800, -800).exp().low().signum() == 0);
    assertThrows(ArithmeticException.class, () -> new DoubleInterval(-1, 1).inverse());
    assertEquals(Rational.ZERO, FINE.enclose(Rational.of(-1_000_000_000_000L)).exp().low());
  }
}
