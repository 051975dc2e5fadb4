package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Sturm.Segment;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The sign of a quotient of polynomials in kernels, by ways that each say what is true or nothing: coefficients (Descartes), one variable
 * (Sturm), cells of steps, bounded kernels put as lo + u or lo + (hi - lo) u/(1+u) with u > 0, one term split off a sum over a range, sums
 * of squares (Gram matrix), sums over one range joined, ln u + R compared with 0 as u e^R with 1. Denominators' signs are combined.
 */
final class PolynomialSign {
  static final int DEPTH = 6;
  private static final int DEGREE = 64;
  private static final int SCALE = 24; // bits of the factor that makes the coefficients of logarithms whole
  private static final int CELLS = 4;
  static final int JOINED = 900_000; // numbers of bound indices that occur nowhere else

  final Facts facts;
  final Budget budget;
  final int depth;
  final Kernels kernels;
  private final Map<Integer, Integer> signs = new LinkedHashMap<>();

  PolynomialSign(Facts facts, Budget budget, int depth) {
    this.facts = facts;
    this.budget = budget;
    this.depth = depth;
    this.kernels = new Kernels(facts, budget);
  }

  int of(Term term) {
    Quotient q = kernels.of(term);
    int s = of(q.numerator());
    for (Map.Entry<Poly, Integer> d : q.denominators().entrySet()) {
      if (s == Signs.ANY) {
        return s;
      }
      s = Signs.times(s, d.getValue() % 2 == 0 ? Signs.POS : of(d.getKey()) & ~Signs.ZERO);
    }
    return s == 0 ? Signs.ANY : s;
  }

  private int of(Poly p) {
    if (p.isZero()) {
      return Signs.ZERO;
    }
    Poly.Mono common = p.common();
    int s = Signs.times(of(common), core(p.times(common.pow(Rational.MINUS_ONE), Rational.ONE)));
    boolean whole = !common.powers().isEmpty() && !sharp(s) && p.kernels().stream().anyMatch(k -> k < 0); // x [x>0]: the cells also bound x
    return whole ? Signs.both(s, cells(p)) : s;
  }

  int of(Poly.Mono mono) {
    int s = Signs.POS;
    for (Map.Entry<Integer, Rational> f : mono.powers().entrySet()) {
      int k = signs.computeIfAbsent(f.getKey(), n -> kernel(kernels.kernel(n)));
      Rational e = f.getValue();
      s =
          Signs.times(
              s,
              !e.isInteger()
                  ? ((k & Signs.NEG) != 0 ? Signs.ANY : e.signum() < 0 ? Signs.POS : k)
                  : Signs.power(k, e.signum() * (e.numerator().testBit(0) ? 1 : 2)));
    }
    return s;
  }

  private int kernel(Term kernel) {
    int s = Sign.byStructure(kernel, facts, budget);
    if (s != Signs.ANY || depth > DEPTH / 2) {
      return s;
    }
    if (kernel instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.LOG) {
      return Sign.of(Terms.sum(u, Rational.MINUS_ONE), facts.with(new Condition.Positive(u)), budget, depth + 1);
    }
    int body = kernel instanceof Term.Over o ? Sign.of(o.body(), facts, budget, depth + 1) : s;
    boolean any = body == Signs.ANY || body == (Signs.NEG | Signs.POS);
    return !any ? body : kernel instanceof Term.Over o ? Contracted.signs(o, this) : s;
  }

  static boolean sharp(int s) {
    return Integer.bitCount(s) == 1;
  }

  /** Each way is asked until the sign is known; two weak answers are joined. */
  private int core(Poly p) {
    int s = coefficients(p);
    List<ToIntFunction<Poly>> ways = List.of(this::line, this::cells, this::shifted, q -> Squares.signs(q, this), this::joined, this::exponentiated, this::binomial, q -> Roots.signs(q, this), q -> Ordered.signs(q, this), q -> Lemma.signs(q, this));
    for (ToIntFunction<Poly> way : ways) {
      if (sharp(s)) {
        return s;
      }
      s = Signs.both(s, way.applyAsInt(p));
    }
    return s;
  }

  int coefficients(Poly p) {
    int s = Signs.ZERO;
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      s = Signs.plus(s, Signs.times(of(t.getKey()), Signs.of(t.getValue())));
    }
    return s;
  }

  /** All monomials are a common one times powers of one product of kernels W: Sturm on the values W can have. */
  private int line(Poly p) {
    List<Poly.Mono> monos = new ArrayList<>(p.terms().keySet());
    Poly.Mono base = monos.get(0);
    Poly.Mono way = monos.size() < 2 ? Poly.Mono.UNIT : monos.get(1).times(base.pow(Rational.MINUS_ONE));
    if (way.powers().isEmpty() || p.kernels().stream().anyMatch(k -> k < 0)) {
      return Signs.ANY;
    }
    int lead = way.powers().keySet().stream().filter(k -> (signOf(k) & Signs.ZERO) != 0).findFirst().orElse(way.powers().firstKey());
    way = way.pow(way.exponent(lead).inverse());
    List<Rational> steps = new ArrayList<>();
    BigInteger scale = BigInteger.ONE;
    for (Poly.Mono m : monos) {
      Poly.Mono difference = m.times(base.pow(Rational.MINUS_ONE));
      Rational step = difference.exponent(lead);
      if (!difference.equals(way.pow(step))) {
        return Signs.ANY;
      }
      steps.add(step);
      scale = scale.multiply(step.denominator()).divide(scale.gcd(step.denominator()));
    }
    Rational unit = new Rational(BigInteger.ONE, scale);
    Rational least = steps.stream().min(Rational::compareTo).orElseThrow();
    List<Rational> coefficients = new ArrayList<>();
    for (int n = 0; n < monos.size(); n++) {
      int degree = steps.get(n).minus(least).dividedBy(unit).numerator().bitLength() > 20 ? DEGREE + 1 : steps.get(n).minus(least).dividedBy(unit).numerator().intValueExact();
      if (degree > DEGREE) {
        return Signs.ANY;
      }
      while (coefficients.size() <= degree) {
        coefficients.add(Rational.ZERO);
      }
      coefficients.set(degree, p.terms().getOrDefault(monos.get(n), Rational.ZERO));
    }
    Optional<Segment> on = segment(way.pow(unit));
    Poly.Mono front = base.times(way.pow(least));
    return on.isEmpty() || negative(front) ? Signs.ANY : Signs.times(of(front), Sturm.signs(coefficients, on.get(), budget));
  }

  int signOf(int kernel) {
    return of(Poly.Mono.of(kernel, Rational.ONE));
  }

  private boolean negative(Poly.Mono m) {
    return m.powers().entrySet().stream().anyMatch(f -> f.getValue().signum() < 0 && (signOf(f.getKey()) & Signs.ZERO) != 0);
  }

  /** What values a product of powers can have; none given where it may be undefined. */
  private Optional<Segment> segment(Poly.Mono m) {
    if (m.powers().size() == 1 && m.powers().containsValue(Rational.ONE)) {
      int k = m.powers().firstKey();
      Segment s = Sign.segment(kernels.kernel(k), facts);
      int sign = signOf(k);
      s = sign == Signs.POS ? s.meet(Segment.POSITIVE) : (sign & Signs.NEG) == 0 ? s.meet(Segment.above(Rational.ZERO, true)) : s;
      return s.isThin() ? Optional.empty() : Optional.of(s);
    }
    int s = of(m);
    boolean integral = m.powers().values().stream().allMatch(Rational::isInteger);
    if (negative(m) || (!integral && (s & Signs.NEG) != 0)) {
      return Optional.empty();
    }
    return Optional.of(s == Signs.POS ? Segment.POSITIVE : (s & Signs.NEG) == 0 ? Segment.above(Rational.ZERO, true) : Segment.LINE);
  }

  /** A kernel that has finitely many values: each of them. A step's cells also bound its argument. */
  private int cells(Poly p) {
    if (p.kernels().stream().filter(k -> k < 0).count() > CELLS) {
      return Signs.ANY;
    }
    for (int k : p.kernels()) {
      Term kernel = kernels.kernel(k);
      List<Rational> values = k < 0 ? List.of(Rational.ZERO, Rational.ONE) : kernel instanceof Term.Entry e ? facts.values(e).orElse(List.of()) : List.of();
      if (!values.isEmpty() && values.size() <= CELLS) {
        int s = 0;
        for (Rational v : values) {
          Optional<Poly> at = p.substitute(k, Poly.constant(v), budget);
          s |= at.isEmpty() ? Signs.ANY : cell(kernels.term(at.get()), kernel, v.isZero());
        }
        return s == 0 ? Signs.ANY : s;
      }
    }
    return p.kernels().stream().flatMap(k -> Ordered.step(kernels.kernel(k)).stream()).findFirst().map(step -> inside(kernels.term(p), step)).orElse(Signs.ANY);
  }

  /** A step inside an exponential or another function, either value. */
  private int inside(Term whole, Term step) {
    return depth >= DEPTH
        ? Signs.ANY
        : cell(Terms.replace(whole, step, Rational.ZERO), step, true) | cell(Terms.replace(whole, step, Rational.ONE), step, false);
  }

  /** The signs in one cell; none where the cell has no point. */
  private int cell(Term rest, Term kernel, boolean zero) {
    Optional<Condition> condition =
        switch (kernel) {
          case Term.Apply(Function f, Term u) when f == Function.Elementary.STEP ->
              Optional.of(new Condition.NonNegative(zero ? Terms.negate(u) : u)); // at 0 a step that is a derivative may be 1
          case Term.Delta(Index i, Index j) -> Optional.of(zero ? new Condition.Distinct(i, j) : new Condition.Same(i, j));
          case Term.Entry e -> Optional.empty();
          case Term.Guard(Condition.Positive(Term u), Term one) when zero -> Optional.of(new Condition.NonNegative(Terms.negate(u)));
          case Term.Guard g -> zero ? Optional.empty() : Optional.of(g.condition());
          case Term.Apply a -> Optional.empty();
          case Rational r -> Optional.empty();
          case Term.Size s -> Optional.empty();
          case Term.Place s -> Optional.empty();
          case Term.Pi s -> Optional.empty();
          case Term.Sum s -> Optional.empty();
          case Term.Product s -> Optional.empty();
          case Term.Power s -> Optional.empty();
          case Term.Over s -> Optional.empty();
        };
    if (kernel instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.STEP) {
      int s = Sign.of(u, facts, budget, depth + 1);
      if (s == (zero ? Signs.POS : Signs.NEG)) {
        return 0;
      }
    }
    Facts inside = condition.map(facts::with).orElse(facts);
    Term t = rest;
    for (Term.Entry e : entries(Terms.sum(rest, kernel))) {
      Segment s = inside.segment(e);
      if (s.isThin()) {
        if (!s.lowClosed() || !s.highClosed() || !s.low().equals(s.high())) {
          return 0;
        }
        t = Terms.replace(t, e, s.low().orElseThrow());
      }
    }
    return Sign.of(t, inside, budget, depth + 1);
  }

  private static Set<Term.Entry> entries(Term t) {
    Set<Term.Entry> found = new LinkedHashSet<>();
    Terms.visit(
        t,
        x -> {
          if (x instanceof Term.Entry e) {
            found.add(e);
          }
        });
    return found;
  }

  /** Bounded kernels by free positive ones, one term split off each sum over a range; then coefficients, line and squares again. */
  private int shifted(Poly p) {
    Poly q = p;
    boolean closure = false;
    for (int k : p.kernels()) {
      Segment s = k < 0 ? Segment.LINE : Sign.segment(kernels.kernel(k), facts);
      boolean trivial = (s.low().isEmpty() && s.high().isEmpty()) || (s.high().isEmpty() && s.low().get().isZero());
      Optional<Poly> moved = trivial || s.isThin() ? splitOff(q, k) : bounded(q, k, s);
      closure |= !trivial && moved.isPresent() && s.low().isPresent() && s.highClosed();
      q = moved.orElse(q);
    }
    if (q.equals(p) || q.isZero()) {
      return q.isZero() ? Signs.ZERO : Signs.ANY;
    }
    Poly.Mono common = q.common();
    Poly r = q.times(common.pow(Rational.MINUS_ONE), Rational.ONE);
    int s = coefficients(r);
    s = sharp(s) ? s : Signs.both(s, line(r));
    s = sharp(s) ? s : Signs.both(s, Squares.signs(r, this));
    s = Signs.times(of(common), s);
    return closure ? s | Signs.ZERO : s;
  }

  /** p times a positive factor, its kernel k on the segment put through a new kernel u > 0 (or >= 0). */
  private Optional<Poly> bounded(Poly p, int k, Segment s) {
    Rational end = s.low().orElseGet(() -> s.high().orElseThrow());
    boolean both = s.low().isPresent() && s.high().isPresent();
    boolean closed = s.low().isPresent() ? s.lowClosed() : s.highClosed();
    int u = kernels.number(Family.variable("bound of " + k).at());
    signs.put(u, closed ? Signs.NOT_NEG : Signs.POS);
    Poly x = Poly.of(Poly.Mono.of(u, Rational.ONE), both ? s.high().get() : s.low().isPresent() ? Rational.ONE : Rational.MINUS_ONE);
    x = x.plus(Poly.constant(end), budget);
    if (!both) {
      return p.substitute(k, x, budget);
    }
    int degree = 0;
    for (Poly.Mono m : p.terms().keySet()) {
      Rational e = m.exponent(k);
      if (!e.isInteger() || e.signum() < 0 || e.compareTo(Rational.of(DEGREE)) > 0) {
        return Optional.empty();
      }
      degree = Math.max(degree, e.numerator().intValueExact());
    }
    Poly below = Poly.ONE.plus(Poly.of(Poly.Mono.of(u, Rational.ONE), Rational.ONE), budget);
    List<Poly> parts = new ArrayList<>();
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      int e = t.getKey().exponent(k).numerator().intValueExact();
      Poly part = x.pow(e, budget).times(below.pow(degree - e, budget), budget);
      parts.add(part.times(t.getKey().without(k), t.getValue()));
    }
    return Optional.of(Poly.sum(parts, budget));
  }

  /** The sum over j of t_j >= 0 is t_i + .. + t_k + rest for known distinct open i, .., k; the rest is not negative. */
  private Optional<Poly> splitOff(Poly p, int k) {
    if (!(kernels.kernel(k) instanceof Term.Over o) || o.body() instanceof Term.Over || (Sign.byStructure(o.body(), facts, budget) & Signs.NEG) != 0) {
      return Optional.empty();
    }
    List<Index> chosen = new ArrayList<>();
    for (int other : p.kernels()) {
      for (Index i : open(kernels.kernel(other))) {
        if (!i.equals(o.index()) && i.range().name().equals(o.index().range().name()) && chosen.stream().allMatch(c -> facts.distinct(c, i))) {
          chosen.add(i);
        }
      }
    }
    Poly sum = Poly.ZERO;
    Term rest = o.body();
    for (Index i : chosen) {
      Quotient t = kernels.of(Terms.substitute(o.body(), o.index(), i));
      if (!t.isPolynomial()) {
        return Optional.empty();
      }
      sum = sum.plus(t.numerator(), budget);
      rest = new Term.Guard(new Condition.Distinct(o.index(), i), rest);
    }
    int r = kernels.number(new Term.Over(o.index(), rest));
    return chosen.isEmpty() ? Optional.empty() : p.substitute(k, sum.plus(Poly.of(Poly.Mono.of(r, Rational.ONE), Rational.ONE), budget), budget);
  }

  /** Indices that are not bound inside the term. */
  static Set<Index> open(Term term) {
    Set<Index> found = new LinkedHashSet<>(Terms.ownIndices(term));
    Terms.parts(term).forEach(t -> found.addAll(open(t)));
    if (term instanceof Term.Over o) {
      found.remove(o.index());
    }
    return found;
  }

  /** A linear combination of sums over one range is the sum of the combination; numbers join as 1 = sum of a distribution. */
  private int joined(Poly p) {
    Optional<Index.Bound> index = Optional.empty();
    List<Term> bodies = new ArrayList<>();
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      List<Integer> sums = t.getKey().powers().keySet().stream().filter(k -> kernels.kernel(k) instanceof Term.Over).toList();
      List<Integer> sizes = t.getKey().powers().keySet().stream().filter(k -> kernels.kernel(k) instanceof Term.Size).toList();
      List<Integer> one = sums.isEmpty() ? sizes : sums;
      Optional<Term> whole = one.isEmpty() ? distribution(p) : Optional.empty();
      if ((one.size() != 1 || !t.getKey().exponent(one.get(0)).isOne()) && whole.isEmpty()) {
        return Signs.ANY;
      }
      Term outer = kernels.term(Poly.of(one.isEmpty() ? t.getKey() : t.getKey().without(one.get(0)), t.getValue()));
      Term kernel = whole.orElseGet(() -> kernels.kernel(one.get(0)));
      Index.Bound to = new Index.Bound(JOINED + depth, kernel instanceof Term.Over o ? o.index().range() : ((Term.Size) kernel).range());
      Index.Bound i = kernel instanceof Term.Over o ? o.index() : to;
      if (index.isPresent() && !index.get().range().name().equals(to.range().name())) {
        return Signs.ANY;
      }
      Map<Index, Index> rename = new LinkedHashMap<>();
      rename.put(i, to);
      bodies.add(Terms.product(outer, kernel instanceof Term.Over o ? Terms.substitute(o.body(), rename) : Rational.ONE));
      index = Optional.of(to);
    }
    int s = bodies.size() < 2 ? Signs.ANY : Sign.of(Terms.sum(bodies), facts, budget, depth + 1);
    return s == (Signs.NEG | Signs.POS) ? Signs.ANY : s;
  }

  /** The sum, which is 1, of a distribution that one of the sums is about. */
  private Optional<Term> distribution(Poly p) {
    for (int k : p.kernels()) {
      if (kernels.kernel(k) instanceof Term.Over o) {
        for (Term.Entry e : entries(o.body())) {
          if (kernels.isDistribution(e, o.index())) {
            return Optional.of(new Term.Over(o.index(), e));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** sum q_i ln u_i + R against 0 is prod u_i^(L q_i) e^(L R) against 1: every u_i is positive where the term is defined. */
  private int exponentiated(Poly p) {
    Facts defined = facts;
    for (Poly.Mono m : p.terms().keySet()) {
      defined = logarithm(m).map(Condition.Positive::new).map(defined::with).orElse(defined);
    }
    Facts known = defined;
    return product(p).map(w -> Sign.of(Terms.sum(w, Rational.MINUS_ONE), known, budget, depth + 1)).orElse(Signs.ANY);
  }

  /** W with ln W = L p for an L > 0, where p is a combination of logarithms with rational coefficients and something without. */
  Optional<Term> product(Poly p) {
    List<Term> factors = new ArrayList<>();
    Poly rest = Poly.ZERO;
    BigInteger scale = BigInteger.ONE;
    for (Rational c : p.terms().values()) {
      scale = scale.multiply(c.denominator()).divide(scale.gcd(c.denominator()));
    }
    if (scale.bitLength() > SCALE) {
      return Optional.empty();
    }
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      Rational c = t.getValue().times(Rational.of(scale));
      Optional<Term> u = logarithm(t.getKey());
      if (u.isPresent() && c.abs().compareTo(Rational.of(DEGREE)) <= 0) {
        factors.add(Terms.power(u.get(), c.numerator().intValueExact()));
      } else {
        rest = rest.plus(Poly.of(t.getKey(), c), budget);
      }
    }
    boolean logarithms = !factors.isEmpty();
    factors.add(rest.isZero() ? Rational.ONE : Terms.exp(kernels.term(rest)));
    return logarithms ? Optional.of(Terms.product(factors)) : Optional.empty();
  }

  /** c a - d b with positive a, b is signed as ln(c/d) + ln a - ln b. */
  private int binomial(Poly p) {
    if (p.terms().size() != 2 || coefficients(p) != Signs.ANY || !p.terms().keySet().stream().allMatch(m -> of(m) == Signs.POS)) {
      return Signs.ANY;
    }
    List<Map.Entry<Poly.Mono, Rational>> t = new ArrayList<>(p.terms().entrySet());
    int plus = t.get(0).getValue().signum() > 0 ? 0 : 1;
    Quotient ratio = Quotient.of(Poly.of(t.get(plus).getKey().times(t.get(1 - plus).getKey().pow(Rational.MINUS_ONE)), t.get(plus).getValue().dividedBy(t.get(1 - plus).getValue().abs())));
    Quotient ln = kernels.of(Terms.log(kernels.term(ratio)));
    boolean simpler = ln.numerator().terms().keySet().stream().anyMatch(m -> logarithm(m).isEmpty());
    return simpler ? Sign.of(kernels.term(ln), facts, budget, depth + 1) : Signs.ANY;
  }

  Optional<Term> logarithm(Poly.Mono m) {
    return m.powers().size() == 1
            && m.powers().containsValue(Rational.ONE)
            && kernels.kernel(m.powers().firstKey()) instanceof Term.Apply(Function f, Term u)
            && f == Function.Elementary.LOG
        ? Optional.of(u)
        : Optional.empty();
  }
}
