package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A sparse polynomial with rational coefficients in numbered kernels. Exponents may be negative, and rational for kernels that are not
 * negative. Kernels with a negative number are 0 or 1: their powers are themselves. Equality does not depend on order.
 */
record Poly(Map<Poly.Mono, Rational> terms) {
  static final Poly ZERO = new Poly(new LinkedHashMap<>());
  static final Poly ONE = constant(Rational.ONE);

  /** A product of powers of kernels; no exponent is 0. */
  record Mono(SortedMap<Integer, Rational> powers) implements Comparable<Mono> {
    static final Mono UNIT = new Mono(Collections.emptySortedMap());

    static Mono of(int kernel, Rational exponent) {
      TreeMap<Integer, Rational> one = new TreeMap<>();
      one.put(kernel, exponent);
      return new Mono(one);
    }

    Rational exponent(int kernel) {
      return powers.getOrDefault(kernel, Rational.ZERO);
    }

    Mono times(Mono other) {
      TreeMap<Integer, Rational> result = new TreeMap<>(powers);
      other.powers.forEach((k, e) -> result.merge(k, e, (a, b) -> clamp(k, a.plus(b))));
      result.values().removeIf(Rational::isZero);
      return new Mono(result);
    }

    private static Rational clamp(int kernel, Rational exponent) {
      return kernel < 0 ? Rational.of(exponent.signum()) : exponent;
    }

    /** Any exponent; who calls knows that the kernels allow it. */
    Mono pow(Rational exponent) {
      TreeMap<Integer, Rational> result = new TreeMap<>();
      powers.forEach((k, e) -> result.put(k, clamp(k, e.times(exponent))));
      result.values().removeIf(Rational::isZero);
      return new Mono(result);
    }

    Mono without(int kernel) {
      TreeMap<Integer, Rational> result = new TreeMap<>(powers);
      result.remove(kernel);
      return new Mono(result);
    }

    /** That of a map adds up its entries, and monomials of like kernels would often have the same. */
    @Override
    public int hashCode() {
      int hash = 1;
      for (Map.Entry<Integer, Rational> e : powers.entrySet()) {
        hash = 31 * (31 * hash + e.getKey()) + e.getValue().hashCode();
      }
      return hash;
    }

    @Override
    public int compareTo(Mono other) {
      TreeSet<Integer> kernels = new TreeSet<>(powers.keySet());
      kernels.addAll(other.powers.keySet());
      for (int k : kernels) {
        int c = exponent(k).compareTo(other.exponent(k));
        if (c != 0) {
          return c;
        }
      }
      return 0;
    }
  }

  static Poly constant(Rational value) {
    return of(Mono.UNIT, value);
  }

  static Poly of(Mono mono, Rational coefficient) {
    Map<Mono, Rational> terms = new LinkedHashMap<>();
    if (!coefficient.isZero()) {
      terms.put(mono, coefficient);
    }
    return new Poly(terms);
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isConstant() {
    return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Mono.UNIT));
  }

  Poly plus(Poly other, Budget budget) {
    return sum(List.of(this, other), budget);
  }

  static Poly sum(List<Poly> parts, Budget budget) {
    Map<Mono, Rational> sum = new LinkedHashMap<>();
    for (Poly p : parts) {
      budget.spend(1L + p.terms.size());
      p.terms.forEach((m, c) -> sum.merge(m, c, Rational::plus));
      budget.check(Budget.Limit.MONOMIALS, sum.size());
    }
    return cleaned(sum, budget);
  }

  Poly times(Poly other, Budget budget) {
    Map<Mono, Rational> product = new LinkedHashMap<>();
    for (Map.Entry<Mono, Rational> a : terms.entrySet()) {
      budget.spend(1L + 2L * other.terms.size());
      other.terms.forEach((m, c) -> product.merge(a.getKey().times(m), a.getValue().times(c), Rational::plus));
      budget.check(Budget.Limit.MONOMIALS, product.size());
    }
    return cleaned(product, budget);
  }

  private static Poly cleaned(Map<Mono, Rational> terms, Budget budget) {
    terms.values().removeIf(Rational::isZero);
    budget.check(Budget.Limit.MONOMIALS, terms.size());
    return new Poly(terms);
  }

  Poly times(Mono mono, Rational coefficient) {
    Map<Mono, Rational> product = new LinkedHashMap<>();
    terms.forEach((m, c) -> product.merge(m.times(mono), c.times(coefficient), Rational::plus));
    product.values().removeIf(Rational::isZero);
    return new Poly(product);
  }

  Poly pow(int exponent, Budget budget) {
    budget.check(Budget.Limit.DEPTH, exponent);
    Poly result = ONE;
    for (int k = 0; k < exponent; k++) {
      result = result.times(this, budget);
    }
    return result;
  }

  Set<Integer> kernels() {
    TreeSet<Integer> found = new TreeSet<>();
    terms.keySet().forEach(m -> found.addAll(m.powers.keySet()));
    return found;
  }

  /** The greatest common monomial: the least exponent of each kernel. */
  Mono common() {
    TreeMap<Integer, Rational> least = new TreeMap<>();
    for (int k : kernels()) {
      Rational e = terms.keySet().stream().map(m -> m.exponent(k)).min(Rational::compareTo).orElse(Rational.ZERO);
      if (!e.isZero() && k >= 0) {
        least.put(k, e);
      }
    }
    return new Mono(least);
  }

  /** The coefficient of the greatest monomial. */
  Rational leading() {
    return terms.getOrDefault(Collections.max(terms.keySet()), Rational.ZERO);
  }

  /** The value with one kernel replaced by a polynomial; empty when the kernel has an exponent that is no natural number. */
  Optional<Poly> substitute(int kernel, Poly by, Budget budget) {
    List<Poly> parts = new ArrayList<>();
    for (Map.Entry<Mono, Rational> t : terms.entrySet()) {
      Rational e = t.getKey().exponent(kernel);
      if (!e.isInteger() || e.signum() < 0 || e.compareTo(Rational.of(Budget.Limit.DEPTH.value())) > 0) {
        return Optional.empty();
      }
      Poly power = by.pow(e.numerator().intValueExact(), budget);
      parts.add(power.times(t.getKey().without(kernel), t.getValue()));
    }
    return Optional.of(sum(parts, budget));
  }
}
