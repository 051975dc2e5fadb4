package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import java.util.LinkedHashMap;
import java.util.Map;

/** A polynomial over powers of others; those have leading coefficient 1, no common monomial, and at least two monomials. */
record Quotient(Poly numerator, Map<Poly, Integer> denominators) {
  static final Quotient ZERO = of(Poly.ZERO);
  static final Quotient ONE = of(Poly.ONE);

  static Quotient of(Poly numerator) {
    return new Quotient(numerator, new LinkedHashMap<>());
  }

  static Quotient of(Rational value) {
    return of(Poly.constant(value));
  }

  boolean isPolynomial() {
    return denominators.isEmpty();
  }

  Quotient plus(Quotient other, Budget budget) {
    if (denominators.equals(other.denominators)) {
      return new Quotient(numerator.plus(other.numerator, budget), denominators);
    }
    Map<Poly, Integer> common = new LinkedHashMap<>(denominators);
    other.denominators.forEach((d, e) -> common.merge(d, e, Math::max));
    return new Quotient(lifted(common, budget).plus(other.lifted(common, budget), budget), common);
  }

  private Poly lifted(Map<Poly, Integer> to, Budget budget) {
    Poly result = numerator;
    for (Map.Entry<Poly, Integer> d : to.entrySet()) {
      result = result.times(d.getKey().pow(d.getValue() - denominators.getOrDefault(d.getKey(), 0), budget), budget);
    }
    return result;
  }

  Quotient times(Quotient other, Budget budget) {
    Map<Poly, Integer> all = new LinkedHashMap<>(denominators);
    other.denominators.forEach((d, e) -> all.merge(d, e, Integer::sum));
    return cancelled(numerator.times(other.numerator, budget), all);
  }

  /** Takes the whole numerator out of the denominators where it is one of them, up to a monomial. */
  private static Quotient cancelled(Poly numerator, Map<Poly, Integer> denominators) {
    if (!denominators.isEmpty() && !numerator.isZero()) {
      Poly.Mono common = numerator.common();
      Rational leading = numerator.times(common.pow(Rational.MINUS_ONE), Rational.ONE).leading();
      Poly core = numerator.times(common.pow(Rational.MINUS_ONE), leading.inverse());
      if (denominators.containsKey(core)) {
        Map<Poly, Integer> rest = new LinkedHashMap<>(denominators);
        rest.merge(core, -1, (a, b) -> a + b == 0 ? null : a + b);
        return new Quotient(Poly.of(common, leading), rest);
      }
    }
    return new Quotient(numerator, denominators);
  }

  /** 1 over this, which is not identically 0. */
  Quotient inverse(Budget budget) {
    Poly.Mono common = numerator.common();
    Poly core = numerator.times(common.pow(Rational.MINUS_ONE), Rational.ONE);
    Rational leading = core.leading();
    Poly result = Poly.of(common.pow(Rational.MINUS_ONE), leading.inverse());
    for (Map.Entry<Poly, Integer> d : denominators.entrySet()) {
      result = result.times(d.getKey().pow(d.getValue(), budget), budget);
    }
    Map<Poly, Integer> below = new LinkedHashMap<>();
    if (core.terms().size() > 1) {
      below.put(core.times(Poly.Mono.UNIT, leading.inverse()), 1);
    } else if (!core.isConstant()) { // a kernel that is 0 or 1
      return new Quotient(result.times(core.terms().keySet().iterator().next().pow(Rational.MINUS_ONE), Rational.ONE), below);
    }
    return new Quotient(result, below);
  }

  Quotient pow(int exponent, Budget budget) {
    budget.check(Budget.Limit.DEPTH, Math.abs(exponent));
    if (exponent < 0) {
      return inverse(budget).pow(-exponent, budget);
    }
    Quotient result = ONE;
    for (int k = 0; k < exponent; k++) {
      result = result.times(this, budget);
    }
    return result;
  }
}
