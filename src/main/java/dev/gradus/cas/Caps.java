package dev.gradus.cas;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What may be handed to Symja, checked before each call: its own time limit does not stop work on big numbers. */
final class Caps {
  static final int MOST_NODES = 2_000;
  static final int MOST_DEPTH = 64;
  static final int MOST_DEGREE = 64;
  static final int MOST_BITS = 400;
  static final int MOST_SYMBOLS = 48;

  /** The nodes of a term that may be walked at all; it has no more binders. */
  static final int MOST_WALKED = 20_000;

  /** The number of monomials that multiplying everything out may give. */
  static final long MOST_MONOMIALS = 240;

  /** The degree of the polynomial in one variable that a polynomial in several is turned into to be factored. */
  static final long MOST_KRONECKER_DEGREE = 2_000;

  private Caps() {}

  /** The number of nodes of a term. */
  static int length(Term term) {
    int[] nodes = {0};
    Terms.visit(term, t -> nodes[0]++);
    return nodes[0];
  }

  /** True when a number may be an exponent, or the order of a derivative. */
  static boolean admitExponent(BigInteger exponent) {
    return exponent.bitLength() <= 8 && exponent.abs().intValue() <= MOST_DEGREE;
  }

  /** True when the term may be walked at all: rewriting it recurses as deep as it is nested. */
  static boolean isBounded(Term term) {
    int[] nodes = {0};
    return isBounded(term, 0, nodes);
  }

  private static boolean isBounded(Term term, int depth, int[] nodes) {
    return depth <= Budget.Limit.DEPTH.value()
        && ++nodes[0] <= MOST_WALKED
        && Terms.parts(term).stream().allMatch(t -> isBounded(t, depth + 1, nodes));
  }

  /** True when the term is small enough to be differentiated. */
  static boolean admit(Term term) {
    int[] nodes = {0};
    Set<Term> entries = new LinkedHashSet<>();
    return isSmall(term, 0, 1, nodes, entries) && entries.size() <= MOST_SYMBOLS;
  }

  private static boolean isSmall(Term term, int depth, long degree, int[] nodes, Set<Term> entries) {
    if (depth > MOST_DEPTH || ++nodes[0] > MOST_NODES || degree > MOST_DEGREE) {
      return false;
    }
    if (term instanceof Rational r && r.numerator().bitLength() * degree + r.denominator().bitLength() * degree > MOST_BITS) {
      return false;
    }
    if (term instanceof Term.Entry) {
      entries.add(term);
    }
    long inner = term instanceof Term.Power p ? degree * Math.max(1, Math.abs((long) p.exponent())) : degree;
    for (Term part : Terms.parts(term)) {
      if (!isSmall(part, depth + 1, inner, nodes, entries)) {
        return false;
      }
    }
    return true;
  }

  /** True when bringing the term to one fraction of polynomials stays small. */
  static boolean admitAsFraction(Term term) {
    return admit(term) && estimate(term) <= MOST_MONOMIALS;
  }

  /** True when the fraction's numerator and denominator have degrees low enough to be factored. */
  static boolean admitFactoring(Term fraction) {
    long degree = 1;
    for (int d : degrees(fraction).values()) {
      degree = Math.min(degree * (d + 1L), MOST_KRONECKER_DEGREE + 1);
    }
    return degree <= MOST_KRONECKER_DEGREE;
  }

  /** An upper bound for the degree in each atom, numerator and denominator together. */
  private static Map<Term, Integer> degrees(Term term) {
    Map<Term, Integer> degrees = new LinkedHashMap<>();
    switch (term) {
      case Term.Sum s -> s.terms().forEach(t -> degrees(t).forEach((atom, d) -> degrees.merge(atom, d, Math::max)));
      case Term.Product p -> p.factors().forEach(t -> degrees(t).forEach((atom, d) -> degrees.merge(atom, d, Integer::sum)));
      case Term.Power p -> degrees(p.base()).forEach((atom, d) -> degrees.put(atom, d * Math.abs(p.exponent())));
      case Rational r -> {}
      case Term.Size s -> degrees.put(s, 1);
      case Term.Place p -> degrees.put(p, 1);
      case Term.Pi p -> degrees.put(p, 1);
      case Term.Entry e -> degrees.put(e, 1);
      case Term.Apply a -> degrees.put(a, 1);
      case Term.Delta d -> degrees.put(d, 1);
      case Term.Over o -> degrees.put(o, 1);
      case Term.Guard g -> degrees.put(g, 1);
    }
    return degrees;
  }

  /** An upper bound for the monomials of the term as one fraction. */
  static long estimate(Term term) {
    Set<Term.Power> divisors = new LinkedHashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Power p && p.exponent() < 0) {
            divisors.add(p);
          }
        });
    long size = monomials(term);
    for (Term.Power divisor : divisors) {
      size = product(size, repeated(monomials(divisor.base()), -divisor.exponent()));
    }
    return size;
  }

  /** An upper bound for the monomials of the multiplied-out term, divisors counting as one; at most {@link #MOST_MONOMIALS} + 1. */
  private static long monomials(Term term) {
    return switch (term) {
      case Term.Sum s -> s.terms().stream().mapToLong(Caps::monomials).reduce(0, Caps::sum);
      case Term.Product p -> p.factors().stream().mapToLong(Caps::monomials).reduce(1, Caps::product);
      case Term.Power p -> p.exponent() > 0 ? repeated(monomials(p.base()), p.exponent()) : 1;
      case Rational r -> 1;
      case Term.Size s -> 1;
      case Term.Place p -> 1;
      case Term.Pi p -> 1;
      case Term.Entry e -> 1;
      case Term.Apply a -> 1;
      case Term.Delta d -> 1;
      case Term.Over o -> 1;
      case Term.Guard g -> 1;
    };
  }

  /** m monomials to the k-th power: (m+k-1 choose k). */
  private static long repeated(long m, int k) {
    long result = 1;
    for (int i = 1; i <= k && result <= MOST_MONOMIALS; i++) {
      result = result * (m + i - 1) / i;
    }
    return Math.min(result, MOST_MONOMIALS + 1);
  }

  private static long sum(long a, long b) {
    return Math.min(a + b, MOST_MONOMIALS + 1);
  }

  private static long product(long a, long b) {
    return Math.min(a * b, MOST_MONOMIALS + 1);
  }
}
