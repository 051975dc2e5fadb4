package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Further forms of {@link Lemma#TANGENT}: exponentials by their tangents at one of them, logarithms of sums by that at each summand. */
final class Tangents {
  private static final int MOST = 5;

  private Tangents() {}

  /** With e^w among the exponentials of p, every other e^v is e^w (1 + v - w + rest). */
  static int exponentials(Poly p, PolynomialSign in) {
    Map<Poly.Mono, Poly> parts = new LinkedHashMap<>();
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      Poly.Mono pure = Poly.Mono.UNIT;
      Poly.Mono rest = t.getKey();
      for (Map.Entry<Integer, Rational> f : t.getKey().powers().entrySet()) {
        if (exponent(f.getKey(), in).isPresent()) {
          pure = pure.times(Poly.Mono.of(f.getKey(), f.getValue()));
          rest = rest.without(f.getKey());
        }
      }
      parts.merge(pure, Poly.of(rest, t.getValue()), (a, b) -> a.plus(b, in.budget));
    }
    if (parts.size() < 2 || parts.size() > MOST) {
      return Signs.ANY;
    }
    int s = Signs.ANY;
    for (Poly.Mono at : parts.keySet()) {
      if (!PolynomialSign.sharp(s)) {
        s = Signs.both(s, at(at, parts, in));
      }
    }
    return s;
  }

  private static int at(Poly.Mono at, Map<Poly.Mono, Poly> parts, PolynomialSign in) {
    List<Term> sum = new ArrayList<>();
    Facts known = new Facts(in.facts.all(), List.of());
    for (Map.Entry<Poly.Mono, Poly> part : parts.entrySet()) {
      Term factor = in.kernels.term(part.getValue());
      if (part.getKey().equals(at)) {
        sum.add(factor);
        continue;
      }
      Term difference = exponent(part.getKey().times(at.pow(Rational.MINUS_ONE)), in);
      Family rest = Family.variable("rest of e " + sum.size());
      boolean apart = (Sign.of(difference, in.facts, in.budget, in.depth + 1) & Signs.ZERO) == 0;
      known = known.with(new Fact.AllPositive(rest, apart));
      sum.add(Terms.product(factor, Terms.sum(Rational.ONE, difference, rest.at())));
    }
    return Sign.of(Terms.sum(sum), known, in.budget, in.depth + 1);
  }

  private static Term exponent(Poly.Mono pure, PolynomialSign in) {
    List<Term> terms = new ArrayList<>();
    pure.powers().forEach((k, e) -> terms.add(Terms.product(e, exponent(k, in).orElse(Rational.ZERO))));
    return Terms.sum(terms);
  }

  private static Optional<Term> exponent(int kernel, PolynomialSign in) {
    return in.kernels.kernel(kernel) instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.EXP ? Optional.of(u) : Optional.empty();
  }

  /** ln u = ln w + ln (u/w) for a positive summand w of u, by the tangents of ln (u/w). */
  static int summands(Poly p, int kernel, Term u, Term rest, PolynomialSign in) {
    Quotient q = in.kernels.of(u);
    if (!q.isPolynomial() || q.numerator().terms().size() < 2 || q.numerator().terms().size() > MOST) {
      return Signs.ANY;
    }
    int s = Signs.ANY;
    for (Map.Entry<Poly.Mono, Rational> t : q.numerator().terms().entrySet()) {
      Poly one = Poly.of(t.getKey(), t.getValue());
      if (!t.getKey().powers().isEmpty() && !PolynomialSign.sharp(s) && in.coefficients(one) == Signs.POS) {
        s = Lemma.ratio(s, p, kernel, u, in.kernels.term(one), rest, in);
      }
    }
    return s;
  }
}
