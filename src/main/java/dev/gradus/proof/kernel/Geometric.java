package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Geometric sums in closed form: sum over j of e^(A + jL) = e^(A+L) (1 - e^(nL)) / (1 - e^L), and with a factor j its derivative. The closed form has
 * no value where L = 0. Both sides of an equality without steps are continuous where they are defined, so what holds at all points with L != 0 holds at
 * those with L = 0 too, if these lie in the closure of the others: L is a number, or depends on one component that runs through an interval.
 */
public final class Geometric {
  private static final int PRODUCTS = 16;

  private final List<Fact> facts;
  private int closed;
  private boolean refused;

  private Geometric(List<Fact> facts) {
    this.facts = facts;
  }

  /** In: the two sides. Out: the same with every geometric sum closed; nothing where there is none, or where the argument above does not apply. */
  static Optional<List<Term>> closed(Term left, Term right, List<Fact> facts) {
    if (!isContinuous(left) || !isContinuous(right)) {
      return Optional.empty();
    }
    Geometric g = new Geometric(facts);
    List<Term> both = List.of(g.in(left), g.in(right));
    return g.closed == 0 || g.refused ? Optional.empty() : Optional.of(both);
  }

  /**
   * In: a sum over a range of open size. Out: its value as an expression of that size, defined where e^L is not 1; nothing where it is not geometric. With another
   * number than 1 for e^L it is a partial sum, and where e^L is 1 the sum of all terms has no value or is one of zeros.
   */
  public static Optional<Term> partial(Term.Over sum) {
    Geometric g = new Geometric(List.of());
    Term value = g.in(sum);
    boolean left = Terms.ownIndices(value).stream().anyMatch(i -> i.range().equals(sum.index().range())) || holds(value, sum.index().range());
    return g.closed == 0 || g.refused || left ? Optional.empty() : Optional.of(value);
  }

  private static boolean holds(Term t, Range range) {
    return (t instanceof Term.Over o && o.index().range().equals(range)) || Terms.parts(t).stream().anyMatch(p -> holds(p, range));
  }

  private static boolean isContinuous(Term t) {
    boolean here =
        switch (t) {
          // a root may be defined at single points only
          case Term.Apply a -> a.function() instanceof Function.Elementary && a.function() != Function.Elementary.STEP && a.function() != Function.Elementary.SQRT;
          case Term.Guard g -> Terms.terms(g.condition()).isEmpty();
          default -> true;
        };
    return here && Terms.parts(t).stream().allMatch(Geometric::isContinuous);
  }

  private Term in(Term t) {
    Term inside = Terms.mapParts(t, this::in);
    return inside instanceof Term.Over o && o.index().range().fixed().isEmpty() ? over(o.index(), o.body()) : inside;
  }

  /** Linear in the body; a guard that leaves out one open element is the sum without that term. */
  private Term over(Index.Bound j, Term body) {
    List<List<Term>> products = new ArrayList<>();
    if (!distributed(body, new ArrayList<>(), products)) {
      return new Term.Over(j, body);
    }
    List<Term> parts = new ArrayList<>();
    List<Term> kept = new ArrayList<>();
    for (List<Term> factors : products) {
      Optional<Term> value = value(j, factors);
      value.ifPresentOrElse(parts::add, () -> kept.add(Terms.product(factors)));
    }
    if (parts.isEmpty()) {
      return new Term.Over(j, body);
    }
    if (!kept.isEmpty()) {
      parts.add(new Term.Over(j, Terms.sum(kept)));
    }
    return Terms.sum(parts);
  }

  /** The body as a sum of products. */
  private static boolean distributed(Term t, List<Term> before, List<List<Term>> into) {
    if (into.size() > PRODUCTS) {
      return false;
    }
    List<Term> factors = new ArrayList<>(before);
    factors.addAll(Terms.factors(t));
    for (int k = 0; k < factors.size(); k++) {
      Term f = factors.get(k);
      if (f instanceof Term.Product || f instanceof Term.Sum) {
        List<Term> rest = new ArrayList<>(factors);
        rest.remove(k);
        boolean all = true;
        for (Term part : f instanceof Term.Sum s ? s.terms() : List.of(Terms.product(((Term.Product) f).factors()))) {
          List<Term> one = new ArrayList<>(rest);
          one.addAll(Terms.factors(part));
          all &= distributed(Rational.ONE, one, into);
        }
        return all;
      }
    }
    factors.removeIf(f -> f.equals(Rational.ONE));
    into.add(factors);
    return true;
  }

  private Optional<Term> value(Index.Bound j, List<Term> factors) {
    List<Term> outside = new ArrayList<>();
    List<Term> exponents = new ArrayList<>();
    int places = 0;
    Optional<Index> without = Optional.empty();
    List<Term> todo = new ArrayList<>(factors);
    while (!todo.isEmpty()) {
      Term f = todo.removeFirst();
      if (!Terms.mentions(f, j)) {
        outside.add(f);
      } else if (f instanceof Term.Apply(Function e, Term u) && e == Function.Elementary.EXP) {
        exponents.add(u);
      } else if (f.equals(new Term.Place(j)) && places == 0) {
        places++;
      } else if (f instanceof Term.Guard(Condition.Distinct d, Term body) && without.isEmpty() && d.left().equals(j) != d.right().equals(j)) {
        without = Optional.of(d.left().equals(j) ? d.right() : d.left());
        todo.addAll(Terms.factors(body));
      } else {
        return Optional.empty();
      }
    }
    Optional<Linear> linear = Linear.of(Terms.sum(exponents), j);
    if (exponents.isEmpty() || linear.isEmpty() || without.filter(i -> i instanceof Index.Bound).isPresent()) {
      return Optional.empty();
    }
    Term slope = linear.get().slope();
    if (!variesFreely(slope)) {
      refused = true;
      return Optional.empty();
    }
    closed++;
    Term sum = Terms.product(Terms.exp(linear.get().offset()), sum(slope, j.range(), places == 1));
    if (without.isPresent()) {
      Term place = new Term.Place(without.get());
      Term left = Terms.exp(Terms.sum(linear.get().offset(), Terms.product(place, slope)));
      sum = Terms.minus(sum, places == 1 ? Terms.product(place, left) : left);
    }
    outside.add(sum);
    return Optional.of(Terms.product(outside));
  }

  /** With r = e^L: r (1 - r^n)/(1 - r), or r (1 - (n+1) r^n + n r^(n+1))/(1-r)^2. */
  private static Term sum(Term slope, Range range, boolean weighted) {
    Term n = new Term.Size(range);
    Term r = Terms.exp(slope);
    Term power = Terms.exp(Terms.product(n, slope));
    Term less = Terms.minus(Rational.ONE, r);
    if (!weighted) {
      return Terms.product(r, Terms.minus(Rational.ONE, power), Terms.power(less, -1));
    }
    Term top = Terms.sum(Rational.ONE, Terms.negate(Terms.product(Terms.sum(n, Rational.ONE), power)), Terms.product(n, power, r));
    return Terms.product(r, top, Terms.power(less, -2));
  }

  /** A term as offset + j slope, both without j. */
  private record Linear(Term offset, Term slope) {
    static Optional<Linear> of(Term t, Index.Bound j) {
      if (!Terms.mentions(t, j)) {
        return Optional.of(new Linear(t, Rational.ZERO));
      }
      if (t.equals(new Term.Place(j))) {
        return Optional.of(new Linear(Rational.ZERO, Rational.ONE));
      }
      boolean product = t instanceof Term.Product;
      if (!product && !(t instanceof Term.Sum)) {
        return Optional.empty();
      }
      Linear result = new Linear(product ? Rational.ONE : Rational.ZERO, Rational.ZERO);
      for (Term part : Terms.parts(t)) {
        Optional<Linear> next = of(part, j);
        if (next.isEmpty() || (product && !next.get().slope.equals(Rational.ZERO) && !result.slope.equals(Rational.ZERO))) {
          return Optional.empty();
        }
        Linear n = next.get();
        result = product ? result.times(n) : new Linear(Terms.sum(result.offset, n.offset), Terms.sum(result.slope, n.slope));
      }
      return Optional.of(result);
    }

    private Linear times(Linear n) {
      boolean plain = n.slope.equals(Rational.ZERO);
      Term slope = plain ? product(slope(), n.offset) : product(offset, n.slope);
      return new Linear(product(offset, n.offset), slope);
    }

    private static Term product(Term a, Term b) {
      return a.equals(Rational.ZERO) || b.equals(Rational.ZERO) ? Rational.ZERO : Terms.product(a, b);
    }
  }

  // --- where the slope is 0

  /** A rational multiple of ln u or u, where u is linear in one component that runs through an interval, or a number; a sum of rational multiples of one of them. */
  private boolean variesFreely(Term slope) {
    List<Family> families = List.copyOf(Terms.families(slope));
    boolean components = families.size() == 1 && families.get(0).isScalar() && families.get(0).kind() == Family.Kind.VARIABLE;
    boolean sizes = !Terms.ranges(slope).isEmpty() || !Terms.openIndices(slope).isEmpty();
    if (sizes || families.size() > 1 || (families.size() == 1 && !components)) {
      return false;
    }
    Optional<Term> core = core(slope);
    return core.isPresent() && (families.isEmpty() || (linear(core.get()) && runs(families.get(0))));
  }

  /** What the slope is a rational multiple of, a logarithm taken off. */
  private static Optional<Term> core(Term slope) {
    return switch (slope) {
      case Term.Apply(Function f, Term u) when f == Function.Elementary.LOG -> Optional.of(u);
      case Term.Product p -> {
        List<Term> rest = p.factors().stream().filter(f -> !(f instanceof Rational)).toList();
        yield rest.size() == 1 && !p.factors().contains(Rational.ZERO) ? core(rest.get(0)) : Optional.empty();
      }
      case Term.Entry e -> Optional.of(e);
      case Rational r -> Optional.of(r);
      default -> Optional.empty();
    };
  }

  /** c x + d with a rational c other than 0. */
  private static boolean linear(Term t) {
    return switch (t) {
      case Term.Entry e -> true;
      case Term.Sum s -> s.terms().stream().filter(x -> !Terms.families(x).isEmpty()).count() == 1 && s.terms().stream().allMatch(x -> x instanceof Rational || linear(x));
      case Term.Product p -> p.factors().stream().filter(f -> !(f instanceof Rational)).count() == 1 && !p.factors().contains(Rational.ZERO) && p.factors().stream().allMatch(f -> f instanceof Rational || linear(f));
      default -> false;
    };
  }

  /** Every fact about the component bounds it by a number, at most; no equation is stated at all. */
  private boolean runs(Family x) {
    return facts.stream()
        .allMatch(
            f ->
                switch (f) {
                  case Fact.AllPositive a -> true;
                  case Fact.AllInUnitInterval a -> true;
                  case Fact.LeastSize l -> true;
                  case Fact.Symmetric s -> true;
                  case Fact.SumsToOne s -> !s.family().equals(x);
                  case Fact.OneOf o -> !o.family().equals(x);
                  case Fact.WholeNumbers w -> !w.family().equals(x);
                  case Fact.Equation e -> false;
                  case Fact.Holds h -> {
                    List<Term> terms = Terms.terms(h.condition());
                    boolean about = terms.stream().anyMatch(t -> Terms.families(t).contains(x));
                    yield !about || (!(h.condition() instanceof Condition.Zero) && terms.stream().allMatch(Geometric::linear));
                  }
                });
  }
}
