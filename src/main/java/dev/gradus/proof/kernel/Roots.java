package dev.gradus.proof.kernel;

import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Map;

/** The sign of P + c sqrt u from that of P^2 - c^2 u. */
final class Roots {
  private Roots() {}

  /**
   * With c of one sign and s the sign of c^2 u - P^2: where s is not negative, the root decides, P + c sqrt u has the sign of c (or is 0); where P has the
   * sign opposite to c, P + c sqrt u is signed as c by s.
   */
  static int signs(Poly p, PolynomialSign in) {
    if (in.depth >= PolynomialSign.DEPTH) {
      return Signs.ANY;
    }
    int s = Signs.ANY;
    for (int k : p.kernels()) {
      boolean halves = p.terms().keySet().stream().anyMatch(m -> !m.exponent(k).isInteger());
      if (!PolynomialSign.sharp(s) && halves) { // the root of a kernel is its power 1/2
        s = Signs.both(s, signs(p, k, in.kernels.kernel(k), Rational.HALF, in));
      } else if (!PolynomialSign.sharp(s) && in.kernels.kernel(k) instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.SQRT) {
        s = Signs.both(s, signs(p, k, u, Rational.ONE, in));
      }
    }
    return s;
  }

  /** The root of u is the kernel to this power. */
  private static int signs(Poly p, int kernel, Term u, Rational power, PolynomialSign in) {
    Poly slope = Poly.ZERO;
    Poly rest = Poly.ZERO;
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      Rational e = t.getKey().exponent(kernel);
      if (!e.isZero() && !e.equals(power)) {
        return Signs.ANY;
      }
      slope = e.isZero() ? slope : slope.plus(Poly.of(t.getKey().without(kernel), t.getValue()), in.budget);
      rest = e.isZero() ? rest.plus(Poly.of(t.getKey(), t.getValue()), in.budget) : rest;
    }
    int c = in.coefficients(slope);
    boolean up = (c & Signs.NEG) == 0;
    if (c == Signs.ANY || c == (Signs.NEG | Signs.POS) || rest.isZero()) {
      return Signs.ANY;
    }
    Term outside = in.kernels.term(rest);
    Term compared = Terms.minus(Terms.product(Terms.power(in.kernels.term(slope), 2), u), Terms.power(outside, 2));
    int larger = Sign.of(compared, in.facts, in.budget, in.depth + 1); // of the two absolute values
    if ((larger & Signs.NEG) == 0) {
      return larger == Signs.POS ? (up ? Signs.POS : Signs.NEG) : up ? Signs.NOT_NEG : Signs.NOT_POS;
    }
    int p0 = Sign.of(outside, in.facts, in.budget, in.depth + 1);
    boolean opposite = up ? (p0 & Signs.POS) == 0 : (p0 & Signs.NEG) == 0;
    return !opposite ? Signs.ANY : up ? larger : Signs.negate(larger);
  }
}
