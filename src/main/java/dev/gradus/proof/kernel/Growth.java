package dev.gradus.proof.kernel;

import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How fast a function grows or falls as t tends to infinity: t^a (ln t)^b (ln ln t)^c e^P, where P is a sum of growths that tend to infinity with
 * factors that do not depend on t (transmonomials: van der Hoeven, Transseries and Real Differential Algebra, 2006, chapter 4).
 *
 * @param powers a, b, c
 * @param exponent P, the greatest growth first; none of them ln t or ln ln t itself, which are powers
 */
record Growth(List<Term> powers, List<Part> exponent) {
  /** A growth with its factor. */
  record Part(Term factor, Growth growth) {}

  /** How many of t, ln t, ln ln t there are. */
  private static final int ITERATES = 3;

  static final Growth ONE = new Growth(Collections.nCopies(ITERATES, Rational.ZERO), List.of());

  /** t */
  static final Growth T = iterate(0);

  Growth {
    powers = List.copyOf(powers);
    exponent = List.copyOf(exponent);
  }

  /** The k-th logarithm of t; for k = 0 t itself. */
  private static Growth iterate(int k) {
    List<Term> powers = new ArrayList<>();
    for (int i = 0; i < ITERATES; i++) {
      powers.add(i == k ? Rational.ONE : Rational.ZERO);
    }
    return new Growth(powers, List.of());
  }

  Growth times(Growth other, Coefficients c) {
    List<Term> sum = new ArrayList<>();
    for (int k = 0; k < ITERATES; k++) {
      sum.add(c.plus(powers.get(k), other.powers.get(k)));
    }
    return new Growth(sum, merged(exponent, other.exponent, c));
  }

  Growth to(Term q, Coefficients c) {
    return new Growth(
        powers.stream().map(p -> c.times(p, q)).toList(),
        exponent.stream().map(p -> new Part(c.times(p.factor(), q), p.growth())).toList());
  }

  /** The logarithm, without terms that are certainly 0, the greatest first. */
  List<Part> logarithm(Coefficients c) {
    List<Part> logs = logarithms(c);
    if (!c.isZero(powers.get(ITERATES - 1))) {
      throw new Unclear("the logarithm of ln ln t");
    }
    return merged(logs, exponent, c);
  }

  /** The logarithm of the powers of t and ln t. */
  private List<Part> logarithms(Coefficients c) {
    List<Part> logs = new ArrayList<>();
    for (int k = 0; k + 1 < ITERATES; k++) {
      if (!c.isZero(powers.get(k))) {
        logs.add(new Part(powers.get(k), iterate(k + 1)));
      }
    }
    return logs;
  }

  /** e^P; a multiple of ln t or ln ln t is a power. */
  static Growth exponential(List<Part> parts, Coefficients c) {
    List<Term> powers = new ArrayList<>(ONE.powers);
    List<Part> rest = new ArrayList<>();
    for (Part p : parts) {
      int k = 0;
      while (k + 1 < ITERATES && !p.growth().equals(iterate(k + 1))) {
        k++;
      }
      if (k + 1 < ITERATES) {
        powers.set(k, c.plus(powers.get(k), p.factor()));
      } else {
        rest.add(p);
      }
    }
    return new Growth(powers, rest);
  }

  /** Above, at or below 1: 1, 0, -1. Throws {@link Unclear} where a factor decides whose sign is not known. */
  int against1(Coefficients c) {
    for (Part p : merged(logarithms(c), exponent, c)) {
      int sign = c.sign(p.factor());
      if (sign != 0) {
        return sign;
      }
    }
    // ln ln ln t is exceeded by all that stands in a logarithm above
    return c.sign(powers.get(ITERATES - 1));
  }

  /** Whether the growth depends on the element that an index stands for. */
  boolean mentions(Index index) {
    return powers.stream().anyMatch(p -> Terms.mentions(p, index)) || exponent.stream().anyMatch(p -> Terms.mentions(p.factor(), index) || p.growth().mentions(index));
  }

  int against(Growth other, Coefficients c) {
    return equals(other) ? 0 : times(other.to(Rational.MINUS_ONE, c), c).against1(c);
  }

  /** All parts, equal growths added up, the greatest first. */
  static List<Part> merged(List<Part> one, List<Part> other, Coefficients c) {
    List<Part> result = new ArrayList<>(one);
    for (Part p : other) {
      c.spend();
      int at = 0;
      int against = -1;
      while (at < result.size() && (against = p.growth().against(result.get(at).growth(), c)) < 0) {
        at++;
      }
      if (at < result.size() && against == 0) {
        Term sum = c.plus(result.get(at).factor(), p.factor());
        if (sum.equals(Rational.ZERO)) {
          result.remove(at);
        } else {
          result.set(at, new Part(sum, p.growth()));
        }
      } else if (!p.factor().equals(Rational.ZERO)) {
        result.add(at, p);
      }
    }
    return result;
  }
}
