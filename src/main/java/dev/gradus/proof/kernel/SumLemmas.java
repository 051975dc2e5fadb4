package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lemmas about a sum over a range whose terms are one product each: the product is split into two in every way. */
final class SumLemmas {
  private static final int FACTORS = 3;

  private SumLemmas() {}

  /** A product a b; the parts are monomials, with halved powers where a factor is not negative. */
  private record Split(Poly.Mono a, Poly.Mono b) {}

  /** {@link Lemma#INNER_PRODUCT}: C^2 = A B - rest, or C = +-(sqrt A sqrt B - rest), with C = sum a b, A = sum a^2, B = sum b^2. */
  static int innerProduct(Poly p, PolynomialSign in) {
    int s = Signs.ANY;
    for (int k : p.kernels()) {
      if (in.kernels.kernel(k) instanceof Term.Over o) {
        Term rest = Family.variable("rest of " + k).at();
        for (Split split : splits(o, in)) {
          Term a = over(o, split.a().pow(Rational.of(2)), in);
          Term b = over(o, split.b().pow(Rational.of(2)), in);
          Term roots = Terms.product(Terms.sqrt(a), Terms.sqrt(b));
          s = Signs.both(s, Lemma.replaced(p, k, 2, Terms.minus(Terms.product(a, b), rest), rest, false, in));
          s = Signs.both(s, Lemma.replaced(p, k, 1, Terms.minus(roots, rest), rest, false, in));
          s = Signs.both(s, Lemma.replaced(p, k, 1, Terms.minus(rest, roots), rest, false, in));
          if (PolynomialSign.sharp(s)) {
            return s;
          }
        }
      }
    }
    return s;
  }

  /** {@link Lemma#DIAGONAL}: sum t u = (sum t)(sum u) - rest. */
  static int diagonal(Poly p, PolynomialSign in) {
    int s = Signs.ANY;
    for (int k : p.kernels()) {
      if (in.kernels.kernel(k) instanceof Term.Over o) {
        Term rest = Family.variable("rest of " + k).at();
        for (Split split : splits(o, in)) {
          int t = in.of(split.a());
          int u = in.of(split.b());
          if (((t | u) & Signs.NEG) == 0) {
            boolean strict = t == Signs.POS && u == Signs.POS && in.facts.least(o.index().range()) >= 2;
            Term product = Terms.product(over(o, split.a(), in), over(o, split.b(), in));
            s = Signs.both(s, Lemma.replaced(p, k, 1, Terms.minus(product, rest), rest, strict, in));
          }
          if (PolynomialSign.sharp(s)) {
            return s;
          }
        }
      }
    }
    return s;
  }

  /** {@link Lemma#JENSEN} for the exponential: sum w e^u = W e^(sum w u / W) + rest, W = sum w > 0. */
  static int exponentials(Poly p, PolynomialSign in) {
    int s = Signs.ANY;
    for (int k : p.kernels()) {
      Quotient body = in.kernels.kernel(k) instanceof Term.Over o ? in.kernels.of(o.body()) : Quotient.ZERO;
      if (!(in.kernels.kernel(k) instanceof Term.Over o) || !body.isPolynomial() || body.numerator().terms().size() != 1) {
        continue;
      }
      Poly.Mono m = body.numerator().terms().keySet().iterator().next();
      Term u = Rational.ZERO;
      Poly.Mono rest = m;
      for (Map.Entry<Integer, Rational> f : m.powers().entrySet()) {
        if (in.kernels.kernel(f.getKey()) instanceof Term.Apply(Function e, Term v) && e == Function.Elementary.EXP) {
          u = Terms.sum(u, Terms.product(f.getValue(), v));
          rest = rest.without(f.getKey());
        }
      }
      Term w = in.kernels.term(Poly.of(rest, body.numerator().leading()));
      Term all = new Term.Over(o.index(), w);
      boolean weights = !u.equals(Rational.ZERO) && (Sign.byStructure(w, in.facts, in.budget) & Signs.NEG) == 0 && Sign.of(all, in.facts, in.budget, in.depth + 1) == Signs.POS;
      if (weights && !PolynomialSign.sharp(s)) {
        Term more = Family.variable("rest of " + k).at();
        Term mean = Terms.divide(new Term.Over(o.index(), Terms.product(w, u)), all);
        s = Signs.both(s, Lemma.replaced(p, k, 1, Terms.sum(Terms.product(all, Terms.exp(mean)), more), more, false, in));
      }
    }
    return s;
  }

  /** {@link Lemma#PINSKER}: sum p ln p = sum p ln q + (sum |p - q|)^2 / 2 + rest. */
  static int pinsker(Poly poly, PolynomialSign in) {
    int s = Signs.ANY;
    for (int k : poly.kernels()) {
      if (!(in.kernels.kernel(k) instanceof Term.Over o)) {
        continue;
      }
      Index.Bound i = o.index();
      List<Term> entries = new ArrayList<>();
      for (Fact f : in.facts.all()) {
        if (f instanceof Fact.SumsToOne(Family q, int _) && q.axes().equals(List.of(i.range())) && Sign.byStructure(q.at(i), in.facts, in.budget) == Signs.POS) {
          entries.add(q.at(i));
        }
      }
      Quotient kernel = Quotient.of(Poly.of(Poly.Mono.of(k, Rational.ONE), Rational.ONE));
      for (Term p : entries) {
        boolean entropy = in.kernels.of(new Term.Over(i, Terms.product(p, Terms.log(p)))).equals(kernel);
        for (Term q : entropy ? entries : List.<Term>of()) {
          for (Term difference : q.equals(p) ? List.<Term>of() : List.of(Terms.minus(p, q), Terms.minus(q, p))) {
            Term rest = Family.variable("rest of " + k).at();
            Term squared = Terms.power(new Term.Over(i, Terms.abs(difference)), 2);
            Term by = Terms.sum(new Term.Over(i, Terms.product(p, Terms.log(q))), Terms.product(Rational.HALF, squared), rest);
            s = PolynomialSign.sharp(s) ? s : Signs.both(s, Lemma.replaced(poly, k, 1, by, rest, false, in));
          }
        }
      }
    }
    return s;
  }

  private static Term over(Term.Over o, Poly.Mono m, PolynomialSign in) {
    return new Term.Over(o.index(), in.kernels.term(Poly.of(m, Rational.ONE)));
  }

  /** The ways to write the summand as a product of two that both depend on the index; none where it is a sum, a quotient or a long product. */
  private static List<Split> splits(Term.Over o, PolynomialSign in) {
    Quotient body = in.kernels.of(o.body());
    if (!body.isPolynomial() || body.numerator().terms().size() != 1 || !body.numerator().leading().isOne()) {
      return List.of();
    }
    Map<Integer, Rational> factors = body.numerator().terms().keySet().iterator().next().powers();
    boolean own = factors.keySet().stream().allMatch(k -> Terms.mentions(in.kernels.kernel(k), o.index()));
    if (!own || factors.size() > FACTORS) {
      return List.of();
    }
    Set<Split> found = new LinkedHashSet<>();
    List<Split> open = new ArrayList<>(List.of(new Split(Poly.Mono.UNIT, Poly.Mono.UNIT)));
    for (Map.Entry<Integer, Rational> f : factors.entrySet()) {
      Poly.Mono whole = Poly.Mono.of(f.getKey(), f.getValue());
      boolean rooted = f.getValue().times(Rational.HALF).isInteger() || (in.signOf(f.getKey()) & Signs.NEG) == 0;
      List<Split> next = new ArrayList<>();
      for (Split s : open) {
        next.add(new Split(s.a().times(whole), s.b()));
        next.add(new Split(s.a(), s.b().times(whole)));
        if (rooted) {
          next.add(new Split(s.a().times(whole.pow(Rational.HALF)), s.b().times(whole.pow(Rational.HALF))));
        }
      }
      open = next;
    }
    for (Split s : open) {
      boolean twice = found.contains(new Split(s.b(), s.a()));
      if (!twice && !s.a().powers().isEmpty() && !s.b().powers().isEmpty()) {
        found.add(s);
      }
    }
    return List.copyOf(found);
  }
}
