package dev.gradus.proof;

import dev.gradus.proof.kernel.Admission;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Evaluation;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Point.Component;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves single components of a point so that stated equations and conditions hold: where a term is affine or quadratic in one component, as its
 * values at a few places show, its root or bound is computed. Whether the result is right is checked by others.
 */
final class Solver {
  private static final int ROUNDS = 4;
  /** The attempt at a witness where logarithms are rational; what holds at such points holds too easily to be supported. */
  static final int RATIONAL = 97;
  /** After so many components that could not be moved to where a demand is met the point is left as it is. */
  private static final int FAILURES = 40;
  /** No component gets a value with more bits above or below the line. */
  private static final int LONGEST = 256;

  private static final List<Rational> CANDIDATES =
      List.of(0, 1, 2, -1, -2, 3, -3).stream().map(Rational::of).toList();

  /** One condition at one assignment of the free indices. */
  private record Demand(Condition condition, Term term, Map<Index.Free, Integer> indices) {}

  private final Claim claim;
  private final Budget budget;
  private final int attempt;
  private final Point start;
  private final Map<Component, Rational> values;
  private final Set<Component> settled = new LinkedHashSet<>();
  private int failures;

  Solver(Claim claim, Point start, int attempt, Budget budget) {
    this.claim = claim;
    this.start = start;
    this.attempt = attempt;
    this.budget = budget;
    this.values = new LinkedHashMap<>(start.values());
  }

  /** The point, moved where it had to be; unchanged where nothing was found. */
  Point solve() {
    List<Demand> demands = demands();
    for (int round = 0; round < ROUNDS; round++) {
      boolean moved = false;
      for (Demand demand : demands) {
        if (!met(demand)) {
          moved |= settle(demand, demands);
        }
      }
      if (!moved) {
        break;
      }
    }
    return new Point(start.sizes(), start.indices(), values);
  }

  private List<Demand> demands() {
    List<Demand> found = new ArrayList<>();
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Equation e) {
        Term difference = Terms.minus(e.left(), e.right());
        if (attempt == RATIONAL) {
          found.addAll(rational(difference));
        }
        for (Map<Index.Free, Integer> indices : assignments(Terms.openIndices(difference).stream().filter(i -> i instanceof Index.Free).map(i -> (Index.Free) i).toList())) {
          found.add(new Demand(new Condition.Zero(difference), difference, indices));
        }
      }
    }
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Holds h) {
        for (Term term : Terms.terms(h.condition())) {
          for (Map<Index.Free, Integer> indices : assignments(ClaimParts.everyIndex(claim, h.condition()))) {
            found.add(new Demand(h.condition(), term, indices));
          }
        }
      }
    }
    return found;
  }

  /** That logarithms of an equation be ones of 1, where they are rational: ln(p/(1 - p)) = s at p = 1/2. Wishes only, nothing has to meet them. */
  private List<Demand> rational(Term equation) {
    List<Demand> found = new ArrayList<>();
    Set<Index> open = Terms.openIndices(equation);
    List<Index.Free> free = open.stream().filter(i -> i instanceof Index.Free).map(i -> (Index.Free) i).toList();
    Terms.visit(equation, t -> {
      if (t instanceof Term.Apply(Function f, Term inner) && f == Function.Elementary.LOG && open.containsAll(Terms.openIndices(inner))) {
        Term wish = Terms.minus(inner, Rational.ONE);
        assignments(free).forEach(indices -> found.add(new Demand(new Condition.Zero(wish), wish, indices)));
      }
    });
    return found;
  }

  private List<Map<Index.Free, Integer>> assignments(List<Index.Free> free) {
    List<Map<Index.Free, Integer>> found = new ArrayList<>();
    for (List<Integer> elements : ClaimParts.elements(free.stream().map(Index.Free::range).toList(), Admission.sizes(start))) {
      Map<Index.Free, Integer> indices = new LinkedHashMap<>(start.indices());
      for (int k = 0; k < free.size(); k++) {
        indices.put(free.get(k), elements.get(k));
      }
      found.add(indices);
    }
    return found;
  }

  private Optional<Rational> valueOf(Demand demand) {
    Point point = new Point(start.sizes(), demand.indices(), values);
    return Evaluation.of(demand.term(), point, 15, budget) instanceof Evaluation.Value.Enclosed e
        ? (e.exact().isPresent() ? e.exact() : e.low().signum() == e.high().signum() && e.low().signum() != 0 ? Optional.of(e.low()) : Optional.empty())
        : Optional.empty();
  }

  private boolean met(Demand demand) {
    return valueOf(demand).map(v -> meets(demand.condition(), v.signum())).orElse(false);
  }

  private static boolean meets(Condition condition, int sign) {
    return switch (condition) {
      case Condition.Positive p -> sign > 0;
      case Condition.NonNegative p -> sign >= 0;
      case Condition.Zero p -> sign == 0;
      case Condition.NonZero p -> sign != 0;
      case Condition.Same s -> true;
      case Condition.Distinct d -> true;
      case Condition.Before b -> true;
    };
  }

  private boolean settle(Demand demand, List<Demand> all) {
    for (boolean settledToo : new boolean[] {false, true}) {
      for (Component component : candidates(demand)) {
        if (failures > FAILURES) {
          return false;
        }
        if (settled.contains(component) != settledToo) {
          continue;
        }
        if (!move(component, demand, all)) {
          failures++;
        } else {
          if (demand.condition() instanceof Condition.Zero) {
            settled.add(component);
          }
          return true;
        }
      }
    }
    return false;
  }

  /** Components of the demand's families; those that stand alone on a side of an equation first, the others turned by the attempt. */
  private List<Component> candidates(Demand demand) {
    Set<Component> bare = new LinkedHashSet<>();
    List<Term> tops = demand.term() instanceof Term.Sum s ? s.terms() : List.of(demand.term());
    for (Term top : tops) {
      bareEntry(top).flatMap(entry -> component(entry, demand)).ifPresent(bare::add);
    }
    List<Component> rest = new ArrayList<>();
    for (Family family : Terms.families(demand.term())) {
      values.keySet().stream().filter(c -> ClaimParts.same(c.family(), family)).forEach(rest::add);
    }
    java.util.Collections.rotate(rest, attempt);
    bare.addAll(rest);
    return List.copyOf(bare);
  }

  private static Optional<Term.Entry> bareEntry(Term term) {
    if (term instanceof Term.Entry e) {
      return Optional.of(e);
    }
    return term instanceof Term.Product p && p.factors().size() == 2 && p.factors().get(0).equals(Rational.MINUS_ONE)
        ? bareEntry(p.factors().get(1))
        : Optional.empty();
  }

  private Optional<Component> component(Term.Entry entry, Demand demand) {
    List<Integer> elements = new ArrayList<>();
    Point point = new Point(start.sizes(), demand.indices(), values);
    for (Index index : entry.indices()) {
      if (Evaluation.of(new Term.Place(index), point, 15, budget) instanceof Evaluation.Value.Enclosed e && e.exact().isPresent()) {
        elements.add(e.exact().get().numerator().intValueExact());
      }
    }
    return values.keySet().stream().filter(c -> ClaimParts.same(c.family(), entry.family()) && c.elements().equals(elements)).findFirst();
  }

  private boolean move(Component component, Demand demand, List<Demand> all) {
    Rational before = values.getOrDefault(component, Rational.ZERO);
    Sampler.Restriction limits = Sampler.Restriction.of(claim, component.family());
    List<Rational> tries = demand.condition() instanceof Condition.Zero ? roots(component, demand) : inside(component, all);
    for (Rational value : tries) {
      boolean brief = value.numerator().bitLength() <= LONGEST && value.denominator().bitLength() <= LONGEST;
      if (brief && limits.allows(value) && !value.equals(before)) {
        set(component, value, limits.symmetric());
        if (met(demand)) {
          return true;
        }
      }
    }
    set(component, before, limits.symmetric());
    return false;
  }

  private void set(Component component, Rational value, boolean symmetric) {
    values.put(component, value);
    if (symmetric) {
      values.put(new Component(component.family(), List.of(component.elements().get(1), component.elements().get(0))), value);
    }
  }

  /** The term's value with one component changed. */
  private Optional<Rational> at(Component component, long value, Demand demand) {
    Rational before = values.getOrDefault(component, Rational.ZERO);
    values.put(component, Rational.of(value));
    Optional<Rational> result = valueOf(demand);
    values.put(component, before);
    return result;
  }

  /** What a term is divided by, each divisor as often as anywhere in it: a/x - b/(1 - x) times x (1 - x) is affine in x. */
  private static Term divisors(Term term) {
    Map<Term, Integer> powers = new LinkedHashMap<>();
    Set<Index> open = Terms.openIndices(term);
    Terms.visit(term, t -> {
      if (t instanceof Term.Power p && p.exponent() < 0 && open.containsAll(Terms.openIndices(p.base()))) {
        powers.merge(p.base(), -p.exponent(), Math::max);
      }
    });
    return Terms.product(powers.entrySet().stream().map(e -> (Term) new Term.Power(e.getKey(), e.getValue())).toList());
  }

  /** Where the term may be 0: roots of the affine or quadratic function through a few values, once divisors are cleared, then small whole numbers. */
  private List<Rational> roots(Component component, Demand demand) {
    List<Rational> found = new ArrayList<>();
    List<Rational> at = new ArrayList<>();
    // Not 0 and 1, where a term is undefined more often.
    Demand times = new Demand(demand.condition(), Terms.product(demand.term(), divisors(demand.term())), demand.indices());
    for (long k = 2; k <= 5; k++) {
      at(component, k, times).ifPresent(at::add);
    }
    if (at.size() == 4) {
      Rational first = at.get(1).minus(at.get(0));
      Rational second = at.get(2).minus(at.get(1)).minus(first);
      Rational third = at.get(3).minus(at.get(2)).minus(at.get(2).minus(at.get(1))).minus(second);
      if (third.isZero() && second.isZero() && !first.isZero()) {
        found.add(Rational.of(2).minus(at.get(0).dividedBy(first)));
      } else if (third.isZero() && !second.isZero()) {
        quadratic(second.times(Rational.HALF), first.minus(second.times(Rational.HALF)), at.get(0)).forEach(r -> found.add(r.plus(Rational.of(2))));
      }
    }
    if (attempt % 2 == 1) {
      java.util.Collections.reverse(found);
    }
    found.addAll(CANDIDATES);
    return found;
  }

  private static List<Rational> quadratic(Rational a, Rational b, Rational c) {
    Rational discriminant = b.times(b).minus(Rational.of(4).times(a).times(c));
    Rational twice = a.times(Rational.of(2));
    return discriminant.root().map(r -> List.of(r.minus(b).dividedBy(twice), r.negate().minus(b).dividedBy(twice))).orElse(List.of());
  }

  /** Values of a component inside all bounds that affine conditions put on it. */
  private List<Rational> inside(Component component, List<Demand> all) {
    Optional<Rational> low = Optional.empty();
    Optional<Rational> high = Optional.empty();
    for (Demand demand : all) {
      Optional<Rational> two = at(component, 2, demand);
      Optional<Rational> three = at(component, 3, demand);
      Optional<Rational> four = at(component, 4, demand);
      if (demand.condition() instanceof Condition.Zero || two.isEmpty() || three.isEmpty() || four.isEmpty()) {
        continue;
      }
      Rational slope = three.get().minus(two.get());
      if (slope.isZero() || demand.condition() instanceof Condition.NonZero || !four.get().minus(three.get()).equals(slope)) {
        continue;
      }
      Rational bound = Rational.of(2).minus(two.get().dividedBy(slope));
      if (slope.signum() > 0) {
        low = Optional.of(low.filter(l -> l.compareTo(bound) > 0).orElse(bound));
      } else {
        high = Optional.of(high.filter(h -> h.compareTo(bound) < 0).orElse(bound));
      }
    }
    Rational step = Rational.of(1 + attempt % 5, 1 + attempt % 2);
    List<Rational> found = new ArrayList<>();
    if (low.isPresent() && high.isPresent()) {
      Rational width = high.get().minus(low.get());
      found.add(low.get().plus(width.times(Rational.of(1 + attempt % 5, 7))));
      found.add(low.get().plus(width.times(Rational.HALF)));
    } else if (low.isPresent()) {
      found.add(low.get().plus(step));
    } else if (high.isPresent()) {
      found.add(high.get().minus(step));
    }
    Sampler.Restriction limits = Sampler.Restriction.of(claim, component.family());
    if (limits.unit() && (low.isPresent() || high.isPresent())) {
      Rational from = low.filter(l -> l.signum() > 0).orElse(Rational.ZERO);
      Rational to = high.filter(h -> h.compareTo(Rational.ONE) < 0).orElse(Rational.ONE);
      found.add(from.plus(to).times(Rational.HALF));
    }
    found.addAll(CANDIDATES);
    return found;
  }
}
