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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is believed unproved about orders. Each says a sign of a polynomial in kernels, or nothing. */
enum Lemma {
  /**
   * e^u >= 1 + u, ln u <= u - 1, ln u >= 1 - 1/u, sqrt u <= (1 + u)/2; equality only at u = 0 (of e^u), u = 1 (of the others). Hardy, Littlewood, Polya,
   * Inequalities, 2.1 and 4.1 (142).
   */
  TANGENT,
  /**
   * Jensen for the logarithm: with weights w_i > 0 of sum 1, sum w_i ln W_i <= ln sum w_i W_i, so sum w_i ln W_i >= -ln sum w_i / W_i. From it: AM-GM, the
   * log-sum inequality, KL >= 0, entropy <= ln n, mean + ln n <= LSE. Weights may be 0 where nothing is divided by them. For the exponential:
   * sum w_i e^(u_i) >= W e^(sum w_i u_i / W) with W = sum w_i. Hardy, Littlewood, Polya, 3.14; Cover and Thomas, Elements of Information Theory, 2.6, 2.7.
   */
  JENSEN,
  /** (sum w_i x_i)^2 <= (sum w_i)(sum w_i x_i^2) for w_i >= 0. Cauchy-Schwarz; Hardy, Littlewood, Polya, 2.4. */
  CAUCHY_SCHWARZ,
  /** (sum a_i b_i)^2 <= (sum a_i^2)(sum b_i^2), so |sum a_i b_i| <= sqrt(sum a_i^2) sqrt(sum b_i^2). Hardy, Littlewood, Polya, 2.4 (7). */
  INNER_PRODUCT,
  /** (sum t_i)(sum u_i) >= sum t_i u_i for t, u >= 0, the terms off the diagonal being left out; > for t, u > 0 and two elements or more. */
  DIAGONAL,
  /** sum p ln (p/q) >= (sum |p - q|)^2 / 2 for positive distributions p and q over one range. Pinsker; Cover and Thomas, 11.6 (lemma 11.6.1). */
  PINSKER;

  /** The name in a certificate. */
  String rule() {
    return "lemma:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the lemmas in force say of the sign of p. */
  static int signs(Poly p, PolynomialSign in) {
    int s = Signs.ANY;
    for (Lemma lemma : in.facts.lemmas()) {
      if (in.depth < PolynomialSign.DEPTH && !PolynomialSign.sharp(s)) {
        s =
            Signs.both(
                s,
                switch (lemma) {
                  case TANGENT -> tangent(p, in);
                  case JENSEN -> jensen(p, in);
                  case CAUCHY_SCHWARZ -> cauchySchwarz(p, in);
                  case INNER_PRODUCT -> SumLemmas.innerProduct(p, in);
                  case DIAGONAL -> SumLemmas.diagonal(p, in);
                  case PINSKER -> SumLemmas.pinsker(p, in);
                });
      }
    }
    return s;
  }

  /** Each e^u, ln u, sqrt u that occurs linearly by its tangent and a rest of known sign. */
  private static int tangent(Poly p, PolynomialSign in) {
    int s = Tangents.exponentials(p, in);
    for (int k : p.kernels()) {
      if (k > 0 && in.kernels.kernel(k) instanceof Term.Apply(Function f, Term u) && f instanceof Function.Elementary e) {
        Term less = Terms.minus(u, Rational.ONE);
        Term rest = Family.variable("rest of " + k).at();
        List<Term> by =
            switch (e) {
              case EXP -> List.of(Terms.sum(Rational.ONE, u, rest));
              case LOG -> List.of(Terms.minus(less, rest), Terms.sum(Rational.ONE, Terms.negate(Terms.power(u, -1)), rest));
              case SQRT -> List.of(Terms.minus(Terms.product(Rational.HALF, Terms.sum(u, Rational.ONE)), rest));
              case STEP, SIN, COS -> List.of();
            };
        boolean apart = (Sign.of(e == Function.Elementary.EXP ? u : less, in.facts, in.budget, in.depth + 1) & Signs.ZERO) == 0;
        for (Term t : by) {
          s = Signs.both(s, replaced(p, k, t, rest, apart, in));
        }
        s = e == Function.Elementary.LOG && !PolynomialSign.sharp(s) ? Signs.both(s, ratio(p, k, u, rest, in)) : s;
        s = e == Function.Elementary.LOG && !PolynomialSign.sharp(s) ? Signs.both(s, Tangents.summands(p, k, u, rest, in)) : s;
        if (e == Function.Elementary.EXP) { // e^-u >= 1 - u
          Rational top = p.terms().keySet().stream().map(m -> m.exponent(k)).max(Rational::compareTo).orElse(Rational.ZERO);
          Poly flipped = Poly.ZERO;
          for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
            Poly.Mono m = t.getKey().without(k).times(Poly.Mono.of(k, top.minus(t.getKey().exponent(k))).pow(Rational.ONE));
            flipped = flipped.plus(Poly.of(m, t.getValue()), in.budget);
          }
          s = Signs.both(s, replaced(flipped, k, Terms.sum(Rational.ONE, Terms.negate(u), rest), rest, apart, in));
        }
      }
    }
    return s;
  }

  /** ln u - ln v = ln (u/v) by its tangents, for each v > 0 whose logarithm occurs too. */
  private static int ratio(Poly p, int kernel, Term u, Term rest, PolynomialSign in) {
    int s = Signs.ANY;
    for (int other : p.kernels()) {
      if (other > 0 && other != kernel && in.kernels.kernel(other) instanceof Term.Apply(Function f, Term v) && f == Function.Elementary.LOG && Sign.byStructure(v, in.facts, in.budget) == Signs.POS) {
        s = ratio(s, p, kernel, u, v, rest, in);
      }
    }
    return s;
  }

  /** What is known with both tangents of ln (u/v) for one v. */
  static int ratio(int known, Poly p, int kernel, Term u, Term v, Term rest, PolynomialSign in) {
    Term ln = Terms.log(v);
    int s = Signs.both(known, replaced(p, kernel, Terms.sum(ln, Terms.divide(u, v), Rational.MINUS_ONE, Terms.negate(rest)), rest, false, in));
    return Signs.both(s, replaced(p, kernel, Terms.sum(ln, Rational.ONE, Terms.negate(Terms.divide(v, u)), rest), rest, false, in));
  }

  private static int replaced(Poly p, int kernel, Term by, Term rest, boolean apart, PolynomialSign in) {
    return replaced(p, kernel, 1, by, rest, apart, in);
  }

  /** The sign of p with the power of a kernel, which occurs in no other, put as a term in a rest that is not negative (positive where it is apart from 0). */
  static int replaced(Poly p, int kernel, int power, Term by, Term rest, boolean apart, PolynomialSign in) {
    Quotient value = in.kernels.of(by);
    Quotient sum = Quotient.ZERO;
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      Rational e = t.getKey().exponent(kernel);
      if (!e.isZero() && !e.equals(Rational.of(power))) {
        return Signs.ANY;
      }
      Quotient part = Quotient.of(Poly.of(t.getKey().without(kernel), t.getValue()));
      sum = sum.plus(e.isZero() ? part : part.times(value, in.budget), in.budget);
    }
    Facts known = in.facts.with(new Fact.AllPositive(((Term.Entry) rest).family(), apart));
    return Sign.of(in.kernels.term(sum), new Facts(known.all(), List.of()), in.budget, in.depth + 1);
  }

  /** p = sum over i of w_i (q_1 ln u_1 + .. + R) with weights w_i > 0 of sum 1. */
  private static int jensen(Poly p, PolynomialSign in) {
    Set<Index.Bound> seen = new LinkedHashSet<>();
    int s = SumLemmas.exponentials(p, in);
    for (int k : p.kernels()) {
      Term kernel = in.kernels.kernel(k);
      Optional<Term.Over> sum = kernel instanceof Term.Over o ? Optional.of(o) : kernel instanceof Term.Apply(Function f, Term u) && u instanceof Term.Over o ? Optional.of(o) : Optional.empty();
      if (sum.isPresent()) {
        Index.Bound i = new Index.Bound(PolynomialSign.JOINED + 100 + in.depth, sum.get().index().range());
        for (Term w : weights(sum.get(), i, seen.add(i), in)) {
          s = PolynomialSign.sharp(s) ? s : Signs.both(s, jensen(p, w, i, in));
        }
      }
    }
    return s;
  }

  /** 1/n, and t_i / sum t for each factor t_i of the summand that is positive, or not negative and of positive sum. */
  private static List<Term> weights(Term.Over sum, Index.Bound i, boolean uniform, PolynomialSign in) {
    List<Term> found = new ArrayList<>(uniform ? List.of(Terms.power(new Term.Size(i.range()), -1)) : List.of());
    Term body = Terms.substitute(sum.body(), sum.index(), i);
    for (Term t : Terms.factors(body)) {
      Term base = t instanceof Term.Power q ? q.base() : t;
      int sign = Terms.mentions(base, i) ? Sign.byStructure(base, in.facts, in.budget) : Signs.ANY;
      if (sign == Signs.POS || (sign == Signs.NOT_NEG && base instanceof Term.Entry && Sign.of(new Term.Over(i, base), in.facts, in.budget, in.depth + 1) == Signs.POS)) {
        found.add(Terms.divide(base, new Term.Over(i, base)));
      }
    }
    return found;
  }

  /** The sign of C sum of w_i ln W_i with C > 0, both bounds tried. */
  private static int jensen(Poly p, Term w, Index.Bound i, PolynomialSign in) {
    List<Term> parts = new ArrayList<>();
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      Poly.Mono m = t.getKey();
      Term part = in.kernels.term(Poly.of(m, t.getValue())); // itself times the sum of the weights
      for (int k : m.powers().keySet()) {
        if (in.kernels.kernel(k) instanceof Term.Over o && m.exponent(k).isOne() && o.index().range().name().equals(i.range().name())) {
          Term outer = in.kernels.term(Poly.of(m.without(k), t.getValue()));
          part = Terms.product(outer, Terms.substitute(o.body(), o.index(), i), Terms.power(w, -1));
          break;
        }
      }
      parts.add(part);
    }
    Quotient b = in.kernels.of(Terms.sum(parts));
    Poly.Mono common = b.numerator().common();
    Quotient factor = new Quotient(Poly.of(common, Rational.ONE), b.denominators());
    Poly core = b.numerator().times(common.pow(Rational.MINUS_ONE), Rational.ONE);
    Poly.Mono scale = scale(core, i, in);
    Term outer = Terms.product(in.kernels.term(factor), in.kernels.term(Poly.of(scale, Rational.ONE)));
    Optional<Term> product = in.product(core.times(scale.pow(Rational.MINUS_ONE), Rational.ONE));
    if (mayVanish(w, in) && (product.isEmpty() || holds(product.get(), w) || b.denominators().keySet().stream().anyMatch(d -> holds(in.kernels.term(d), w)) || b.numerator().terms().keySet().stream().anyMatch(m -> below(m, w, in)))) {
      return Signs.ANY;
    }
    if (b.numerator().isZero() || product.isEmpty() || Terms.mentions(outer, i) || Sign.byStructure(outer, in.facts, in.budget) != Signs.POS) {
      return Signs.ANY;
    }
    Term below = Terms.minus(Rational.ONE, new Term.Over(i, Terms.product(w, Terms.power(product.get(), -1))));
    Term above = Terms.minus(new Term.Over(i, Terms.product(w, product.get())), Rational.ONE);
    Facts plain = new Facts(in.facts.all(), List.of());
    int low = Sign.of(below, plain, in.budget, in.depth + 1);
    int high = (low & Signs.NEG) == 0 ? Signs.ANY : Sign.of(above, plain, in.budget, in.depth + 1);
    return (low & Signs.NEG) == 0
        ? (low == Signs.POS ? Signs.POS : Signs.NOT_NEG)
        : (high & Signs.POS) != 0 ? Signs.ANY : high == Signs.NEG ? Signs.NEG : Signs.NOT_POS;
  }

  /** Whether a weight t / sum t may be 0. */
  private static boolean mayVanish(Term w, PolynomialSign in) {
    return Terms.factors(w).get(0) instanceof Term.Entry t && Sign.byStructure(t, in.facts, in.budget) != Signs.POS;
  }

  /** Whether the component that a weight is made from stands in a term. */
  private static boolean holds(Term term, Term w) {
    return term.equals(Terms.factors(w).get(0)) || Terms.parts(term).stream().anyMatch(t -> holds(t, w));
  }

  /** Whether it stands in a divisor or inside a function of a monomial. */
  private static boolean below(Poly.Mono m, Term w, PolynomialSign in) {
    return m.powers().entrySet().stream()
        .anyMatch(f -> in.kernels.kernel(f.getKey()).equals(Terms.factors(w).get(0)) ? f.getValue().signum() < 0 : !(in.kernels.kernel(f.getKey()) instanceof Term.Over) && holds(in.kernels.kernel(f.getKey()), w));
  }

  /** The positive factor without i that stands before every logarithm: T in T ln u + z. */
  private static Poly.Mono scale(Poly core, Index.Bound i, PolynomialSign in) {
    Optional<Poly.Mono> found = Optional.empty();
    for (Poly.Mono m : core.terms().keySet()) {
      Poly.Mono rest = Poly.Mono.UNIT;
      boolean log = false;
      for (Map.Entry<Integer, Rational> f : m.powers().entrySet()) {
        boolean own = in.logarithm(Poly.Mono.of(f.getKey(), f.getValue())).isPresent();
        log |= own;
        rest = own ? rest : rest.times(Poly.Mono.of(f.getKey(), f.getValue()));
      }
      if (log && found.filter(rest::equals).isEmpty()) {
        if (found.isPresent()) {
          return Poly.Mono.UNIT;
        }
        found = Optional.of(rest);
      }
    }
    Poly.Mono scale = found.orElse(Poly.Mono.UNIT);
    boolean free = scale.powers().keySet().stream().noneMatch(k -> Terms.mentions(in.kernels.kernel(k), i));
    return free && in.of(scale) == Signs.POS ? scale : Poly.Mono.UNIT;
  }

  /** A sum of w x^2 is (sum w x)^2 / (sum w) and a rest that is not negative. */
  private static int cauchySchwarz(Poly p, PolynomialSign in) {
    int s = Signs.ANY;
    for (int k : p.kernels()) {
      if (!(in.kernels.kernel(k) instanceof Term.Over o)) {
        continue;
      }
      Quotient body = in.kernels.of(o.body());
      if (!body.isPolynomial() || body.numerator().terms().size() != 1) {
        continue;
      }
      Poly.Mono m = body.numerator().terms().keySet().iterator().next();
      List<Poly.Mono> squares = new ArrayList<>(List.of(m));
      m.powers().forEach((f, e) -> squares.add(Poly.Mono.of(f, e)));
      for (Poly.Mono square : squares) {
        boolean root = square.powers().entrySet().stream().allMatch(f -> Squares.hasRoot(f.getKey(), f.getValue(), in));
        Term w = in.kernels.term(Poly.of(m.times(square.pow(Rational.MINUS_ONE)), Rational.ONE));
        Term all = new Term.Over(o.index(), w);
        if (root && (Sign.byStructure(w, in.facts, in.budget) & Signs.NEG) == 0 && Sign.byStructure(all, in.facts, in.budget) == Signs.POS) {
          Term x = in.kernels.term(Poly.of(square.pow(Rational.HALF), Rational.ONE));
          Term rest = Family.variable("rest of " + k).at();
          Term mixed = new Term.Over(o.index(), Terms.product(w, x));
          s = Signs.both(s, replaced(p, k, Terms.sum(Terms.divide(Terms.power(mixed, 2), all), rest), rest, false, in));
        }
      }
    }
    return s;
  }
}
