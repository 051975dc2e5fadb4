package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Terms as quotients of polynomials in kernels: components, sizes, e^m, ln u, steps, sums over ranges. Kernels that are written
 * differently may be equal, equal kernels never are different: a numerator 0 proves an identity, anything else says nothing about
 * equality. Valid where the term is defined.
 */
final class Kernels {
  private static final int GREATEST = 31; // bits of an exponent that a power may have
  private static final int CANONICAL = 1_000_000;

  private final Facts facts;
  private final Budget budget;
  private final Map<Term, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, Term> kernels = new TreeMap<>();
  private final Map<Term, Quotient> known = new LinkedHashMap<>();
  /** Sums over a range that a stated equation gives as a number. */
  private final Map<Term, Quotient> given = new LinkedHashMap<>();
  private int made;
  private int depth;
  private boolean undefined;

  Kernels(Facts facts, Budget budget) {
    this.facts = facts;
    this.budget = budget;
    for (Fact f : facts.all()) {
      if (f instanceof Fact.Equation e) {
        give(e.left(), e.right());
        give(e.right(), e.left());
      }
    }
  }

  /** Stated: a sum over a range, or the root of one, is a number. */
  private void give(Term term, Term value) {
    Term sum = term instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.SQRT ? u : term;
    Quotient number = value instanceof Rational || value instanceof Term.Power ? of(value) : Quotient.ZERO;
    Quotient q = sum instanceof Term.Over ? of(sum) : Quotient.ONE;
    boolean one = q.isPolynomial() && q.numerator().terms().size() == 1 && q.numerator().leading().isOne();
    Map<Integer, Rational> powers = one ? q.numerator().terms().keySet().iterator().next().powers() : new TreeMap<>();
    if (powers.size() == 1 && powers.containsValue(Rational.ONE) && number.isPolynomial() && number.numerator().kernels().isEmpty() && !number.numerator().isZero()) {
      int k = powers.keySet().iterator().next();
      boolean root = !sum.equals(term);
      if (kernel(k) instanceof Term.Over && (!root || number.numerator().leading().signum() > 0)) {
        given.put(kernel(k), root ? number.times(number, budget) : number);
        known.clear();
      }
    }
  }

  Term kernel(int number) {
    return kernels.getOrDefault(number, Rational.ZERO);
  }

  /** A part of what was read has no value anywhere: 1/0, ln 0. */
  boolean undefined() {
    return undefined;
  }

  /** A kernel for a term that is used as it is. */
  int number(Term kernel) {
    return number(kernel, this::isZeroOrOne);
  }

  private int number(Term kernel, Predicate<Term> zeroOrOne) {
    return numbers.computeIfAbsent(
        kernel,
        t -> {
          int n = zeroOrOne.test(t) ? -++made : ++made;
          kernels.put(n, t);
          return n;
        });
  }

  private boolean isZeroOrOne(Term t) {
    return t instanceof Term.Delta
        || (t instanceof Term.Apply a && a.function() == Function.Elementary.STEP)
        || (t instanceof Term.Guard g && g.body().equals(Rational.ONE))
        || (t instanceof Term.Entry e && facts.values(e).map(v -> v.stream().allMatch(x -> x.isZero() || x.isOne())).orElse(false));
  }

  /** What takes two values a, b only is a + (b - a) u with u = (y - a) / (b - a), which is 0 or 1. */
  private Quotient entry(Term.Entry e) {
    List<Rational> values = facts.values(e).orElse(List.of());
    if (values.size() != 2 || isZeroOrOne(e)) {
      return as(e);
    }
    Rational from = values.get(0);
    Rational gap = values.get(1).minus(from);
    int step = number(Terms.divide(Terms.minus(e, from), gap), _ -> true);
    return Quotient.of(from).plus(Quotient.of(Poly.of(Poly.Mono.of(step, Rational.ONE), gap)), budget);
  }

  private Quotient as(Term kernel) {
    return Quotient.of(Poly.of(Poly.Mono.of(number(kernel), Rational.ONE), Rational.ONE));
  }

  Quotient of(Term term) {
    Quotient before = known.get(term);
    if (before != null) {
      return before;
    }
    budget.spend(1);
    budget.check(Budget.Limit.DEPTH, ++depth);
    Quotient result =
        switch (term) {
          case Rational r -> Quotient.of(r);
          case Term.Size s -> s.range().fixed().isPresent() ? Quotient.of(Rational.of(s.range().fixed().getAsInt())) : as(s);
          case Term.Place p -> p.index() instanceof Index.Literal l && l.value() != Index.Literal.LAST ? Quotient.of(Rational.of(l.value())) : as(p);
          case Term.Pi p -> as(p);
          case Term.Entry e -> entry(e);
          case Term.Delta d -> delta(d);
          case Term.Sum s -> {
            Quotient sum = Quotient.ZERO;
            for (Term t : s.terms()) {
              sum = sum.plus(of(t), budget);
            }
            yield sum;
          }
          case Term.Product p -> {
            Quotient product = Quotient.ONE;
            for (Term t : p.factors()) {
              product = rooted(product.times(of(t), budget));
            }
            yield product;
          }
          case Term.Power p -> power(p);
          case Term.Apply a -> apply(a);
          case Term.Over o -> over(o);
          case Term.Guard g -> guard(g);
        };
    depth--;
    known.put(term, result);
    return result;
  }

  private Quotient power(Term.Power p) {
    if (p.base() instanceof Term.Apply a && a.function() == Function.Elementary.SQRT && p.exponent() % 2 == 0) {
      return of(Terms.power(a.argument(), p.exponent() / 2));
    }
    Quotient base = of(p.base());
    undefined |= base.numerator().isZero() && p.exponent() < 0;
    return base.numerator().isZero() && p.exponent() < 0 ? as(p) : rooted(base.pow(p.exponent(), budget));
  }

  /** sqrt(u)^2 is u. */
  private Quotient rooted(Quotient q) {
    for (int k : q.numerator().kernels()) {
      if (kernel(k) instanceof Term.Apply a && a.function() == Function.Elementary.SQRT) {
        Quotient result = Quotient.ZERO;
        boolean changed = false;
        for (Map.Entry<Poly.Mono, Rational> t : q.numerator().terms().entrySet()) {
          Rational e = t.getKey().exponent(k);
          int even = e.isInteger() && e.numerator().bitLength() < GREATEST ? e.numerator().intValueExact() / 2 * 2 : 0;
          changed |= even != 0;
          Poly.Mono rest = t.getKey().without(k).times(Poly.Mono.of(k, e.minus(Rational.of(even))).pow(Rational.ONE));
          Quotient part = new Quotient(Poly.of(rest, t.getValue()), q.denominators());
          result = result.plus(even == 0 ? part : part.times(of(Terms.power(a.argument(), even / 2)), budget), budget);
        }
        if (changed) {
          return rooted(result);
        }
      }
    }
    return q;
  }

  private Quotient delta(Term.Delta d) {
    if (facts.same(d.left(), d.right()) || facts.distinct(d.left(), d.right())) {
      return facts.same(d.left(), d.right()) ? Quotient.ONE : Quotient.ZERO;
    }
    Index a = d.left();
    Index b = d.right();
    return as(a.toString().compareTo(b.toString()) <= 0 ? d : new Term.Delta(b, a));
  }

  private Quotient apply(Term.Apply apply) {
    Quotient u = of(apply.argument());
    if (apply.function() instanceof Function.Elementary f) {
      return switch (f) {
        case EXP -> exp(u);
        case LOG -> log(u);
        case SQRT -> root(u);
        case STEP -> step(u);
        case SIN, COS -> as(new Term.Apply(apply.function(), term(u)));
      };
    }
    return as(new Term.Apply(apply.function(), term(u)));
  }

  /** e^(sum of c m) is the product of (e^m)^c; e^(k ln u) is u^k, u being positive where ln u is defined. */
  private Quotient exp(Quotient u) {
    Quotient result = Quotient.ONE;
    for (Map.Entry<Poly.Mono, Rational> t : u.numerator().terms().entrySet()) {
      Term m = term(new Quotient(Poly.of(t.getKey(), Rational.ONE), u.denominators()));
      Rational c = t.getValue();
      boolean power = m instanceof Term.Apply a && a.function() == Function.Elementary.LOG && c.isInteger() && c.abs().compareTo(Rational.of(64)) <= 0;
      Quotient factor =
          power && m instanceof Term.Apply a
              ? of(Terms.power(a.argument(), c.numerator().intValueExact()))
              : Quotient.of(Poly.of(Poly.Mono.of(number(Terms.exp(m)), c), Rational.ONE));
      result = result.times(factor, budget);
    }
    return result;
  }

  /** Positive factors come out: ln(u v) = ln u + ln v where u > 0, whatever v is. */
  private Quotient log(Quotient u) {
    if (u.numerator().isZero()) {
      undefined = true;
      return as(Terms.log(Rational.ZERO));
    }
    Poly.Mono common = u.numerator().common();
    Poly core = u.numerator().times(common.pow(Rational.MINUS_ONE), Rational.ONE);
    Rational content = core.leading().abs();
    Quotient result = logarithm(content);
    Poly.Mono left = Poly.Mono.UNIT;
    for (Map.Entry<Integer, Rational> p : common.powers().entrySet()) {
      Term k = kernel(p.getKey());
      if (Sign.byStructure(k, facts, budget) != Signs.POS) {
        left = left.times(Poly.Mono.of(p.getKey(), p.getValue()));
      } else {
        Quotient ln = k instanceof Term.Apply a && a.function() == Function.Elementary.EXP ? of(a.argument()) : as(Terms.log(k));
        result = result.plus(ln.times(Quotient.of(p.getValue()), budget), budget);
      }
    }
    Map<Poly, Integer> below = new LinkedHashMap<>();
    for (Map.Entry<Poly, Integer> d : u.denominators().entrySet()) {
      Term t = term(Quotient.of(d.getKey()));
      if (Sign.byStructure(t, facts, budget) == Signs.POS) {
        result = result.plus(as(Terms.log(t)).times(Quotient.of(Rational.of(-d.getValue())), budget), budget);
      } else {
        below.put(d.getKey(), d.getValue());
      }
    }
    Quotient rest = new Quotient(core.times(left, content.inverse()), below);
    return rest.equals(Quotient.ONE) ? result : result.plus(as(Terms.log(term(rest))), budget);
  }

  /** ln of a positive number as a combination of logarithms of primes, as far as small ones divide it. */
  private Quotient logarithm(Rational c) {
    Quotient result = Quotient.ZERO;
    for (int sign : new int[] {1, -1}) {
      BigInteger n = sign > 0 ? c.numerator() : c.denominator();
      for (int p = 2; p < 100 && n.bitLength() > 1; p++) {
        int e = 0;
        for (BigInteger prime = BigInteger.valueOf(p); n.mod(prime).signum() == 0; e++) {
          n = n.divide(prime);
        }
        result = e == 0 ? result : result.plus(as(Terms.log(Rational.of(p))).times(Quotient.of(Rational.of((long) sign * e)), budget), budget);
      }
      result = n.bitLength() == 1 ? result : result.plus(as(Terms.log(Rational.of(n))).times(Quotient.of(Rational.of(sign)), budget), budget);
    }
    return result;
  }

  /** The root of a monomial in kernels that are not negative is a monomial. */
  private Quotient root(Quotient u) {
    if (u.isPolynomial() && u.numerator().terms().size() == 1) {
      Map.Entry<Poly.Mono, Rational> t = u.numerator().terms().entrySet().iterator().next();
      boolean roots = t.getKey().powers().keySet().stream().allMatch(k -> (Sign.byStructure(kernel(k), facts, budget) & Signs.NEG) == 0);
      BigInteger[] n = t.getValue().numerator().signum() < 0 ? new BigInteger[] {BigInteger.ZERO, BigInteger.ONE} : t.getValue().numerator().sqrtAndRemainder();
      BigInteger[] d = t.getValue().denominator().sqrtAndRemainder();
      if (roots && t.getValue().signum() > 0) {
        boolean square = n[1].signum() == 0 && d[1].signum() == 0;
        Quotient mono = Quotient.of(Poly.of(t.getKey().pow(Rational.HALF), square ? new Rational(n[0], d[0]) : Rational.ONE));
        return square ? mono : mono.times(as(Terms.sqrt(t.getValue())), budget);
      }
    }
    return u.numerator().isZero() ? u : as(Terms.sqrt(term(u)));
  }

  /** A step that is a derivative may be 1 at 0, so one of 0 stays; positive factors of the argument are dropped. */
  private Quotient step(Quotient u) {
    Term t = scaled(u);
    int s = Sign.byStructure(t, facts, budget);
    return s == Signs.POS ? Quotient.ONE : s == Signs.NEG ? Quotient.ZERO : as(Terms.step(t));
  }

  private Term scaled(Quotient u) {
    Rational scale = u.numerator().isZero() ? Rational.ONE : u.numerator().leading().abs().inverse();
    return term(new Quotient(u.numerator().times(Poly.Mono.UNIT, scale), u.denominators()));
  }

  /** Sums are linear, what does not mention the index comes out, deltas contract. */
  private Quotient over(Term.Over over) {
    Index.Bound i = over.index();
    Quotient body = of(over.body());
    Map<Poly, Integer> inner = new LinkedHashMap<>();
    Map<Poly, Integer> outer = new LinkedHashMap<>();
    body.denominators().forEach((d, e) -> (d.kernels().stream().anyMatch(k -> Terms.mentions(kernel(k), i)) ? inner : outer).put(d, e));
    Quotient sum = Quotient.ZERO;
    for (Map.Entry<Poly.Mono, Rational> t : body.numerator().terms().entrySet()) {
      Poly.Mono with = Poly.Mono.UNIT;
      Poly.Mono without = Poly.Mono.UNIT;
      for (Map.Entry<Integer, Rational> p : t.getKey().powers().entrySet()) {
        Poly.Mono factor = Poly.Mono.of(p.getKey(), p.getValue());
        boolean mentions = Terms.mentions(kernel(p.getKey()), i);
        with = mentions ? with.times(factor) : with;
        without = mentions ? without : without.times(factor);
      }
      Quotient summed = summed(i, with, new Quotient(Poly.of(with, Rational.ONE), inner));
      sum = sum.plus(summed.times(Quotient.of(Poly.of(without, t.getValue())), budget), budget);
    }
    return sum.times(new Quotient(Poly.ONE, outer), budget);
  }

  private Quotient summed(Index.Bound i, Poly.Mono with, Quotient body) {
    if (body.equals(Quotient.ONE)) {
      return of(new Term.Size(i.range()));
    }
    for (int k : with.powers().keySet()) {
      if (kernel(k) instanceof Term.Delta d && with.exponent(k).isOne()) {
        Index other = d.left().equals(i) ? d.right() : d.left();
        Quotient rest = new Quotient(Poly.of(with.without(k), Rational.ONE), body.denominators());
        return of(Terms.substitute(term(rest), i, other));
      }
    }
    Term t = term(body);
    if (t instanceof Term.Entry e && isDistribution(e, i)) {
      return Quotient.ONE;
    }
    Index.Bound c = new Index.Bound(greatestBinder(t) + 1, i.range());
    Term sum = c.equals(i) || Terms.mentions(t, c) ? new Term.Over(i, t) : new Term.Over(c, term(of(Terms.substitute(t, i, c))));
    Quotient value = given.get(sum);
    return value == null ? as(sum) : value;
  }

  /** SOUNDNESS 17: the whole sum over one axis, the index nowhere else. */
  boolean isDistribution(Term.Entry e, Index i) {
    return facts.all().stream().anyMatch(f -> f instanceof Fact.SumsToOne s && s.family().equals(e.family()) && e.indices().get(s.axis()).equals(i))
        && e.indices().stream().filter(i::equals).count() == 1;
  }

  /** Binders inside have canonical numbers already; a greater one cannot be captured by them. */
  private static int greatestBinder(Term term) {
    int greatest = term instanceof Term.Over o ? Math.max(CANONICAL, o.index().number()) : CANONICAL;
    for (Term t : Terms.parts(term)) {
      greatest = Math.max(greatest, greatestBinder(t));
    }
    return greatest;
  }

  /** A guard is a factor 0 or 1 where its body has a value everywhere; else it stays as it is, its body not taken apart. */
  private Quotient guard(Term.Guard g) {
    if (Sign.holds(g.condition(), facts, budget)) {
      return of(g.body());
    }
    if (facts.exclude(g.condition())) {
      return Quotient.ZERO;
    }
    if (!isTotal(g.body()) || !Terms.terms(g.condition()).stream().allMatch(Kernels::isTotal)) {
      return as(g);
    }
    Quotient factor =
        switch (g.condition()) {
          case Condition.Same c -> delta(new Term.Delta(c.left(), c.right()));
          case Condition.Distinct c -> Quotient.ONE.plus(delta(new Term.Delta(c.left(), c.right())).times(Quotient.of(Rational.MINUS_ONE), budget), budget);
          case Condition.Positive(Term t) -> positive(of(t));
          case Condition.Before c ->
              facts.same(c.left(), c.right()) ? Quotient.ZERO : as(new Term.Guard(c, Rational.ONE));
          case Condition.NonNegative c -> as(new Term.Guard(new Condition.NonNegative(term(of(c.term()))), Rational.ONE));
          case Condition.Zero c -> as(new Term.Guard(new Condition.Zero(term(of(c.term()))), Rational.ONE));
          case Condition.NonZero c -> as(new Term.Guard(new Condition.NonZero(term(of(c.term()))), Rational.ONE));
        };
    return factor.times(of(g.body()), budget);
  }

  /** [u > 0], which is 0 where u is 0. */
  private Quotient positive(Quotient u) {
    Term t = scaled(u);
    int s = Sign.byStructure(t, facts, budget);
    return s == Signs.POS ? Quotient.ONE : (s & Signs.POS) == 0 ? Quotient.ZERO : as(new Term.Guard(new Condition.Positive(t), Rational.ONE));
  }

  /** Defined at every point. */
  private static boolean isTotal(Term t) {
    boolean here =
        !(t instanceof Term.Power p && p.exponent() < 0)
            && !(t instanceof Term.Apply a && (a.function() == Function.Elementary.LOG || a.function() == Function.Elementary.SQRT));
    return here && Terms.parts(t).stream().allMatch(Kernels::isTotal);
  }

  /** The same quotient always gives the same term. */
  Term term(Quotient q) {
    List<Term> factors = new ArrayList<>(List.of(term(q.numerator())));
    List<Poly> below = new ArrayList<>(q.denominators().keySet());
    below.sort(Kernels::compare);
    for (Poly d : below) {
      factors.add(Terms.power(term(d), -q.denominators().getOrDefault(d, 0)));
    }
    return Terms.product(factors);
  }

  private static int compare(Poly a, Poly b) {
    List<Map.Entry<Poly.Mono, Rational>> left = sorted(a);
    List<Map.Entry<Poly.Mono, Rational>> right = sorted(b);
    for (int k = 0; k < Math.min(left.size(), right.size()); k++) {
      int c = left.get(k).getKey().compareTo(right.get(k).getKey());
      c = c != 0 ? c : left.get(k).getValue().compareTo(right.get(k).getValue());
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<Map.Entry<Poly.Mono, Rational>> sorted(Poly p) {
    return p.terms().entrySet().stream().sorted(Map.Entry.<Poly.Mono, Rational>comparingByKey().reversed()).toList();
  }

  Term term(Poly p) {
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<Poly.Mono, Rational> t : sorted(p)) {
      List<Term> factors = new ArrayList<>(List.of(t.getValue()));
      t.getKey().powers().forEach((k, e) -> factors.add(term(kernel(k), e)));
      terms.add(Terms.product(factors));
    }
    return Terms.sum(terms);
  }

  private Term term(Term kernel, Rational exponent) {
    if (exponent.isInteger() && exponent.numerator().bitLength() < GREATEST) {
      return Terms.power(kernel, exponent.numerator().intValueExact());
    }
    boolean exponential = kernel instanceof Term.Apply a && a.function() == Function.Elementary.EXP;
    if (!exponential && exponent.numerator().bitLength() >= GREATEST) {
      budget.check(Budget.Limit.DIGITS, Integer.MAX_VALUE);
    }
    return kernel instanceof Term.Apply a && exponential
        ? Terms.exp(Terms.product(exponent, a.argument()))
        : term(Terms.sqrt(kernel), exponent.times(Rational.of(2))); // only square roots are made
  }
}
