package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers that do not depend on the variable of a limit: added, multiplied, and asked for their signs under the facts of a claim. */
final class Coefficients {
  /** Names that no letter of a text has. */
  private static final String INNER = "#";

  private static final Family GAP = Family.variable(INNER + "gap");

  private final boolean bare;
  private Facts facts;
  private final Budget budget;
  private final Map<Term, Integer> signs = new LinkedHashMap<>();

  Coefficients(List<Assumption> assumptions, Budget budget) {
    this.bare = assumptions.isEmpty();
    this.facts = Facts.of(assumptions).with(new Fact.AllPositive(GAP, true));
    this.budget = budget;
  }

  /** A positive number, less than every distance of the greatest from the next of finitely many numbers. */
  Term gap() {
    return GAP.at();
  }

  /** How many of a family of numbers are its greatest: a positive number. */
  Term ties(Term rate) {
    Family count = Family.variable(INNER + "ties of " + rate);
    facts = facts.with(new Fact.AllPositive(count, true));
    return count.at();
  }

  /** Whether such numbers are left. */
  static boolean holdsInner(Term term) {
    return Terms.families(term).stream().anyMatch(f -> f.name().startsWith(INNER + "gap") || f.name().startsWith(INNER + "ties"));
  }

  void spend() {
    budget.spend(1);
  }

  Term plus(Term a, Term b) {
    budget.spend(1);
    Rational number = Rational.ZERO;
    Map<Term, Rational> multiples = new LinkedHashMap<>();
    for (Term side : List.of(a, b)) {
      for (Term t : side instanceof Term.Sum s ? s.terms() : List.of(side)) {
        if (t instanceof Rational r) {
          number = number.plus(r);
        } else if (t instanceof Term.Product p && p.factors().get(0) instanceof Rational factor) {
          multiples.merge(Terms.product(p.factors().subList(1, p.factors().size())), factor, Rational::plus);
        } else {
          multiples.merge(t, Rational.ONE, Rational::plus);
        }
      }
    }
    List<Term> terms = new ArrayList<>();
    multiples.forEach((t, factor) -> {
      if (!factor.isZero()) {
        terms.add(factor.isOne() ? t : product(factor, Terms.factors(t)));
      }
    });
    terms.add(number);
    return Terms.sum(terms);
  }

  private static Term product(Rational factor, List<Term> factors) {
    List<Term> all = new ArrayList<>(List.of(factor));
    all.addAll(factors);
    return Terms.product(all);
  }

  Term times(Term a, Term b) {
    budget.spend(1);
    Rational number = Rational.ONE;
    List<Term> rest = new ArrayList<>();
    for (Term side : List.of(a, b)) {
      for (Term t : Terms.factors(side)) {
        if (t instanceof Rational r) {
          number = number.times(r);
        } else {
          rest.add(t);
        }
      }
    }
    for (Term t : List.copyOf(rest)) {
      if (t instanceof Term.Power(Term base, int exponent) && exponent == -1 && rest.contains(base) && isNonZero(base)) {
        rest.remove(t);
        rest.remove(base);
      }
    }
    budget.check(Budget.Limit.DIGITS, number.numerator().bitLength() + number.denominator().bitLength());
    return number.isZero() ? Rational.ZERO : product(number, rest);
  }

  Term power(Term a, int exponent) {
    boolean brief = a instanceof Rational r && (r.numerator().bitLength() + (long) r.denominator().bitLength()) * Math.abs((long) exponent) < Budget.Limit.DIGITS.value();
    return a instanceof Rational r && brief && (exponent > 0 || !r.isZero()) ? r.pow(exponent) : Terms.power(a, exponent);
  }

  Term sqrt(Term a) {
    Optional<Rational> root = a instanceof Rational r ? r.root() : Optional.empty();
    return root.isPresent() ? root.get() : Terms.sqrt(a);
  }

  Term apply(Function f, Term a) {
    if ((f == Elementary.EXP || f == Elementary.COS) && a.equals(Rational.ZERO)) {
      return Rational.ONE;
    }
    if (a.equals(f == Elementary.LOG ? Rational.ONE : Rational.ZERO) && (f == Elementary.LOG || f == Elementary.SIN)) {
      return Rational.ZERO;
    }
    return f == Elementary.SQRT ? sqrt(a) : new Term.Apply(f, a);
  }

  /** A number with what is plain of it worked out: sums and products of numbers, deltas of literals. */
  Term folded(Term term) {
    budget.spend(1);
    return switch (term) {
      case Term.Sum s -> s.terms().stream().map(this::folded).reduce(Rational.ZERO, this::plus);
      case Term.Product p -> p.factors().stream().map(this::folded).reduce(Rational.ONE, this::times);
      case Term.Power p -> power(folded(p.base()), p.exponent());
      case Term.Apply a -> apply(a.function(), folded(a.argument()));
      case Term.Delta d when facts.same(d.left(), d.right()) -> Rational.ONE;
      case Term.Delta d when facts.distinct(d.left(), d.right()) -> Rational.ZERO;
      case Term.Guard g when Terms.terms(g.condition()).isEmpty() -> guarded(g.condition(), folded(g.body()));
      case Term.Size s when s.range().fixed().isPresent() -> Rational.of(s.range().fixed().getAsInt());
      case Term.Place p when p.index() instanceof Index.Literal l && l.value() != Index.Literal.LAST -> Rational.of(l.value());
      case Term.Over o -> over(o.index(), folded(o.body()));
      case Rational r -> r;
      case Term.Size s -> s;
      case Term.Place p -> p;
      case Term.Pi p -> p;
      case Term.Entry e -> e;
      case Term.Delta d -> d;
      case Term.Guard g -> g;
    };
  }

  Term guarded(Condition condition, Term body) {
    if (Sign.holds(condition, facts, budget)) {
      return body;
    }
    return facts.exclude(condition) || body.equals(Rational.ZERO) ? Rational.ZERO : new Term.Guard(condition, body);
  }

  /** The sum over a range of a number that may depend on the index. */
  Term over(Index.Bound index, Term body) {
    if (body.equals(Rational.ZERO)) {
      return Rational.ZERO;
    }
    return Terms.mentions(body, index) ? new Term.Over(index, body) : times(folded(new Term.Size(index.range())), body);
  }

  /** Certainly 0. */
  boolean isZero(Term a) {
    return a instanceof Rational r ? r.isZero() : signs(a) == Signs.ZERO;
  }

  /** Certainly not 0. */
  boolean isNonZero(Term a) {
    return a instanceof Rational r ? !r.isZero() : (signs(a) & Signs.ZERO) == 0;
  }

  /** The sign; throws {@link Unclear} where it is not known. */
  int sign(Term a) {
    int s = a instanceof Rational r ? Signs.of(r) : signs(a);
    if (Integer.bitCount(s) != 1) {
      throw new Unclear("the sign of " + dev.gradus.term.Latex.of(a) + " is not known");
    }
    return s == Signs.POS ? 1 : s == Signs.NEG ? -1 : 0;
  }

  /** 1 or -1 where the facts say that the term is positive or negative; else 0. */
  int side(Term a) {
    int s = bare ? Signs.ANY : signs(a);
    return s == Signs.POS || s == Signs.NOT_NEG ? 1 : s == Signs.NEG || s == Signs.NOT_POS ? -1 : 0;
  }

  private int signs(Term a) {
    Integer known = signs.get(a);
    if (known == null) {
      known = Sign.of(a, facts, budget, 0);
      signs.put(a, known);
    }
    return known;
  }

  /** k! */
  static Rational factorial(int k) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= k; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return Rational.of(product);
  }
}
