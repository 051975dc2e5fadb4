package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Sturm.Segment;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sign of a term at all points the assumptions allow at which it is defined. First by structure (e^u > 0, sums and products of known
 * signs, even powers, sizes), then, where that says too little, as a quotient of polynomials in its kernels ({@link PolynomialSign}).
 */
public final class Sign {
  private static final long STEPS = 60_000;
  private static final int GAPS = 4;

  private Sign() {}

  /** What is known of a sign, for every size and element; {@link #UNKNOWN} is always an honest answer. */
  public enum Known {
    POSITIVE(Signs.POS),
    NOT_NEGATIVE(Signs.NOT_NEG),
    ZERO(Signs.ZERO),
    NOT_POSITIVE(Signs.NOT_POS),
    NEGATIVE(Signs.NEG),
    NOT_ZERO(Signs.NEG | Signs.POS),
    UNKNOWN(Signs.ANY);

    private final int signs;

    Known(int signs) {
      this.signs = signs;
    }

    int signs() {
      return signs;
    }

    static Known of(int signs) {
      for (Known k : values()) {
        if (k.signs == signs) {
          return k;
        }
      }
      return UNKNOWN;
    }
  }

  /** In: a term (bound indices of outer binders may be open in it) and the assumptions in force. Out: what is known of its sign. */
  public static Known of(Term term, List<Assumption> assumptions, Budget budget) {
    return Known.of(of(term, Facts.of(assumptions), budget, 0));
  }

  /** A question has limits of its own: running out of them is an unknown sign, not the end of the claim's decision. */
  private static int limited(Term term, Facts facts, Budget budget, int depth) {
    long steps = Math.min(STEPS, budget.left());
    Budget own = Budget.ofSteps(steps);
    int s = Signs.ANY;
    try {
      Gap gap = new Gap(term, facts);
      for (int k = 0; k < GAPS; k++) {
        gap = gap.closed(k);
      }
      s = new PolynomialSign(gap.facts, own, depth).of(gap.term);
    } catch (Budget.Exhausted e) {
      s = Signs.ANY;
    }
    budget.spend(Math.min(steps, steps - own.left()));
    return s;
  }

  /** A term and facts; a stated order between components, a < b, becomes b = a + u with a new u > 0. */
  private record Gap(Term term, Facts facts) {
    Gap closed(int number) {
      for (Fact f : facts.all()) {
        boolean order = f instanceof Fact.Holds h && (h.condition() instanceof Condition.Positive || h.condition() instanceof Condition.NonNegative);
        Optional<Term> t = order && f instanceof Fact.Holds h ? Terms.terms(h.condition()).stream().findFirst() : Optional.empty();
        Optional<Term.Entry> x = t.flatMap(this::alone);
        if (t.isPresent() && x.isPresent() && !implied(f)) {
          boolean strict = f instanceof Fact.Holds(Condition.Positive p);
          Family u = Family.variable("gap " + number);
          Rational slope = t.get() instanceof Term.Sum s && s.terms().contains(x.get()) ? Rational.ONE : Rational.MINUS_ONE;
          Term rest = Terms.replace(t.get(), x.get(), Rational.ZERO);
          Term value = Terms.product(slope, Terms.minus(u.at(), rest));
          Facts kept = new Facts(List.of(new Fact.AllPositive(u, strict)), facts.lemmas());
          for (Fact g : facts.all()) {
            kept = g.equals(f) || speaks(g, x.get()) ? kept : kept.with(g);
          }
          for (Fact g : facts.all()) {
            if (!g.equals(f) && speaks(g, x.get()) && g instanceof Fact.Holds h) {
              Condition c = Terms.mapTerm(h.condition(), v -> Terms.replace(v, x.get(), value));
              kept = holds(c, kept, Budget.ofSteps(STEPS)) ? kept : kept.with(c);
            }
          }
          return new Gap(Terms.replace(term, x.get(), value), kept);
        }
      }
      return this;
    }

    /** It follows from the other facts: put in a new component it would only hide them. */
    private boolean implied(Fact f) {
      Facts others = new Facts(facts.all().stream().filter(g -> !g.equals(f)).toList(), facts.lemmas());
      return f instanceof Fact.Holds h && holds(h.condition(), others, Budget.ofSteps(STEPS));
    }

    private static boolean speaks(Fact f, Term.Entry x) {
      return f instanceof Fact.Holds h && Terms.terms(h.condition()).stream().anyMatch(t -> Terms.families(t).contains(x.family()));
    }

    /** A component that occurs once, as x or -x, in a sum with another component; one without own bounds if there is one. */
    private Optional<Term.Entry> alone(Term t) {
      List<Term.Entry> found = new ArrayList<>();
      if (t instanceof Term.Sum s && Terms.families(t).size() > 1) {
        for (Term part : s.terms()) {
          Term e = part instanceof Term.Product p && p.factors().size() == 2 && p.factors().get(0).equals(Rational.MINUS_ONE) ? p.factors().get(1) : part;
          if (e instanceof Term.Entry x && s.terms().stream().filter(q -> Terms.families(q).contains(x.family())).count() == 1) {
            found.add(facts.segment(x).equals(Segment.LINE) ? 0 : found.size(), x);
          }
        }
      }
      return found.stream().findFirst();
    }
  }

  /** The same as a set of signs; {@code depth} counts questions asked within questions. */
  static int of(Term term, Facts facts, Budget budget, int depth) {
    int known = byStructure(term, facts, budget);
    if (Integer.bitCount(known) > 1 && isConstant(term)) {
      Segment s = constant(term);
      known = s.equals(Segment.LINE) ? known : Signs.both(known, s.signs());
    }
    if (Integer.bitCount(known) <= 1 || depth > PolynomialSign.DEPTH) {
      return known == 0 ? Signs.ANY : known;
    }
    return Signs.both(known, depth == 0 ? limited(term, facts, budget, depth) : new PolynomialSign(facts, budget, depth).of(term));
  }

  /** Needs no algebra: one pass over the term. */
  static int byStructure(Term term, Facts facts, Budget budget) {
    budget.spend(1);
    int stated = stated(term, facts);
    if (Integer.bitCount(stated) == 1) {
      return stated;
    }
    int found =
        switch (term) {
          case Rational r -> Signs.of(r);
          case Term.Size s -> Signs.POS;
          case Term.Place p -> Signs.POS;
          case Term.Pi p -> Signs.POS;
          case Term.Entry e -> entry(e, facts);
          case Term.Delta d -> facts.same(d.left(), d.right()) ? Signs.POS : facts.distinct(d.left(), d.right()) ? Signs.ZERO : Signs.NOT_NEG;
          case Term.Sum s -> sum(s, facts, budget);
          case Term.Product p -> product(p, facts, budget);
          case Term.Power p -> Signs.power(byStructure(p.base(), facts, budget), p.exponent());
          case Term.Apply a -> apply(a, facts, budget);
          case Term.Over o -> over(o, facts, budget);
          case Term.Guard g -> guard(g, facts, budget);
        };
    return Signs.both(stated, found);
  }

  /** What the facts say of this very term. */
  private static int stated(Term term, Facts facts) {
    int s = Signs.ANY;
    for (Fact f : facts.all()) {
      if (f instanceof Fact.Holds h) {
        s &=
            switch (h.condition()) {
              case Condition.Positive(Term t) -> t.equals(term) ? Signs.POS : Signs.ANY;
              case Condition.NonNegative(Term t) -> t.equals(term) ? Signs.NOT_NEG : Signs.ANY;
              case Condition.Zero(Term t) -> t.equals(term) ? Signs.ZERO : Signs.ANY;
              case Condition.NonZero(Term t) -> t.equals(term) ? Signs.NEG | Signs.POS : Signs.ANY;
              case Condition.Same c -> Signs.ANY;
              case Condition.Distinct c -> Signs.ANY;
              case Condition.Before c -> Signs.ANY;
            };
      }
    }
    return s == 0 ? Signs.ANY : s;
  }

  private static int entry(Term.Entry e, Facts facts) {
    return facts
        .values(e)
        .map(vs -> vs.stream().map(Signs::of).reduce(0, (a, b) -> a | b))
        .filter(s -> s != 0)
        .orElseGet(() -> facts.segment(e).signs());
  }

  /** The segment of a kernel that is a number known only by bounds. */
  static Segment segment(Term kernel, Facts facts) {
    return switch (kernel) {
      case Term.Entry e -> facts.segment(e);
      case Term.Size s -> Segment.above(Rational.of(facts.least(s.range())), true);
      case Term.Place p -> Segment.above(Rational.ONE, true);
      case Term.Pi p -> constant(p);
      case Term.Apply a when isConstant(a) -> constant(a);
      case Term.Apply(Function f, Term u) when f == Function.Elementary.EXP -> exponential(byStructure(u, facts, Budget.ofSteps(STEPS)));
      case Term.Apply a -> Segment.LINE;
      case Rational r -> Segment.LINE;
      case Term.Sum s -> Segment.LINE;
      case Term.Product p -> Segment.LINE;
      case Term.Power p -> Segment.LINE;
      case Term.Delta d -> Segment.LINE;
      case Term.Over o -> Segment.LINE;
      case Term.Guard g -> Segment.LINE;
    };
  }

  /** Without components, indices and sizes. */
  static boolean isConstant(Term t) {
    return !(t instanceof Term.Entry) && !(t instanceof Term.Size) && !(t instanceof Term.Over) && Terms.ownIndices(t).isEmpty() && Terms.parts(t).stream().allMatch(Sign::isConstant);
  }

  /** A number by outward-rounded intervals; the whole line where it has no known value. */
  static Segment constant(Term t) {
    Point nowhere = new Point(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    return Evaluation.of(t, nowhere, 40, Budget.ofSteps(STEPS)) instanceof Evaluation.Value.Enclosed e && e.low().compareTo(e.high()) < 0
        ? Segment.above(e.low(), true).meet(Segment.below(e.high(), true))
        : Segment.LINE;
  }

  /** e^u against 1 as u against 0. */
  private static Segment exponential(int u) {
    return (u & Signs.NEG) == 0
        ? Segment.above(Rational.ONE, (u & Signs.ZERO) != 0)
        : (u & Signs.POS) == 0 ? Segment.POSITIVE.meet(Segment.below(Rational.ONE, (u & Signs.ZERO) != 0)) : Segment.POSITIVE;
  }

  /** Nested sums are flattened and their numbers added first: (1 + e^x) - 1. */
  private static int sum(Term.Sum sum, Facts facts, Budget budget) {
    List<Term> flat = new ArrayList<>();
    flatten(sum, flat);
    Rational number = Rational.ZERO;
    int s = Signs.ZERO;
    for (Term t : flat) {
      if (t instanceof Rational r) {
        number = number.plus(r);
      } else {
        s = Signs.plus(s, byStructure(t, facts, budget));
      }
    }
    return Signs.plus(s, Signs.of(number));
  }

  private static void flatten(Term.Sum sum, List<Term> into) {
    for (Term t : sum.terms()) {
      if (t instanceof Term.Sum inner) {
        flatten(inner, into);
      } else {
        into.add(t);
      }
    }
  }

  /** Equal factors are one power: x x is not negative. */
  private static int product(Term.Product product, Facts facts, Budget budget) {
    Set<Term> distinct = new LinkedHashSet<>(product.factors());
    int s = Signs.POS;
    for (Term f : distinct) {
      int times = distinct.size() == product.factors().size() ? 1 : (int) product.factors().stream().filter(f::equals).count();
      s = Signs.times(s, Signs.power(byStructure(f, facts, budget), times));
    }
    return s;
  }

  private static int apply(Term.Apply apply, Facts facts, Budget budget) {
    if (!(apply.function() instanceof Function.Elementary f)) {
      return Signs.ANY;
    }
    Term u = apply.argument();
    return switch (f) {
      case EXP -> Signs.POS;
      case LOG -> byStructure(Terms.sum(u, Rational.MINUS_ONE), facts, budget);
      case SQRT -> Signs.both(Signs.NOT_NEG, byStructure(u, facts, budget));
      case STEP -> {
        int s = byStructure(u, facts, budget);
        yield s == Signs.POS ? Signs.POS : s == Signs.NEG ? Signs.ZERO : Signs.NOT_NEG; // at 0 a step that is a derivative may be 1
      }
      case SIN, COS -> Signs.ANY;
    };
  }

  /** A range has an element, so a sum of positive terms is positive, if every term counts; under guards only if some choice meets them. */
  private static int over(Term.Over over, Facts facts, Budget budget) {
    List<Condition> guards = new ArrayList<>();
    List<Index.Bound> bound = new ArrayList<>();
    Facts inside = facts;
    Term t = over;
    while (t instanceof Term.Over || t instanceof Term.Guard) {
      if (t instanceof Term.Over o) {
        bound.add(o.index());
        t = o.body();
      } else if (t instanceof Term.Guard g) {
        guards.add(g.condition());
        inside = inside.with(g.condition());
        t = g.body();
      }
    }
    int body = byStructure(t, inside, budget);
    if (guards.isEmpty() && (body == Signs.NOT_NEG || body == Signs.NOT_POS)) {
      return weighted(t, bound, facts, budget) ? body & ~Signs.ZERO : body;
    }
    if (guards.isEmpty() || body == Signs.ZERO) {
      return body == (Signs.NEG | Signs.POS) ? Signs.ANY : body;
    }
    boolean definite = (body & Signs.NEG) == 0 || (body & Signs.POS) == 0;
    return !definite ? Signs.ANY : satisfiable(guards, bound, facts) ? body : body | Signs.ZERO;
  }

  /** Weights that are not negative and sum to one, times what is not 0: not all summands are 0. */
  private static boolean weighted(Term body, List<Index.Bound> bound, Facts facts, Budget budget) {
    List<Term> factors = Terms.factors(body);
    for (int k = 0; bound.size() == 1 && k < factors.size(); k++) {
      if (factors.get(k) instanceof Term.Entry w && w.indices().equals(List.of(bound.get(0))) && facts.all().contains(new Fact.SumsToOne(w.family(), 0))) {
        List<Term> rest = new ArrayList<>(factors);
        rest.remove(k);
        return rest.stream().allMatch(t -> Integer.bitCount(byStructure(t, facts, budget)) == 1 && byStructure(t, facts, budget) != Signs.ZERO);
      }
    }
    return false;
  }

  /** Some elements for the bound indices meet all guards, whatever the open indices are. */
  private static boolean satisfiable(List<Condition> guards, List<Index.Bound> bound, Facts facts) {
    Set<Index> named = new LinkedHashSet<>();
    for (Condition c : guards) {
      boolean chooses =
          switch (c) {
            case Condition.Distinct d -> bound.contains(d.left()) || bound.contains(d.right());
            case Condition.Before b -> guards.size() == 1 && bound.contains(b.left()) && bound.contains(b.right());
            case Condition.Same s -> false;
            case Condition.Positive p -> false;
            case Condition.NonNegative p -> false;
            case Condition.Zero p -> false;
            case Condition.NonZero p -> false;
          };
      if (!chooses || Terms.indices(c).get(0).equals(Terms.indices(c).get(1))) {
        return false;
      }
      named.addAll(Terms.indices(c));
    }
    for (Index i : named) {
      Range r = i.range();
      if (facts.least(r) < named.stream().filter(j -> j.range().name().equals(r.name())).count()) {
        return false;
      }
    }
    return true;
  }

  private static int guard(Term.Guard g, Facts facts, Budget budget) {
    Facts inside = facts.with(g.condition());
    int body = byStructure(g.body(), inside, budget);
    return holds(g.condition(), facts, budget) ? body : body | Signs.ZERO;
  }

  /** The condition is known to hold. */
  static boolean holds(Condition condition, Facts facts, Budget budget) {
    return switch (condition) {
      case Condition.Same c -> facts.same(c.left(), c.right());
      case Condition.Distinct c -> facts.distinct(c.left(), c.right());
      case Condition.Before c -> facts.holds(c);
      case Condition.Positive(Term t) -> byStructure(t, facts, budget) == Signs.POS;
      case Condition.NonNegative(Term t) -> (byStructure(t, facts, budget) & Signs.NEG) == 0;
      case Condition.Zero(Term t) -> byStructure(t, facts, budget) == Signs.ZERO;
      case Condition.NonZero(Term t) -> (byStructure(t, facts, budget) & Signs.ZERO) == 0;
    };
  }
}
