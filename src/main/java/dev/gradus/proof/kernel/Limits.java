package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Claims that hold limits, led back to claims without them (READING 13): each limit's value, worked out exactly, in its place. */
public final class Limits {
  private Limits() {}

  /** What becomes of a claim with limits. */
  public sealed interface Outcome {
    /**
     * A claim without limits that holds, or fails, where the claim with them does.
     *
     * @param used the assumptions that decide a limit
     * @param left the left side's value where it is no number, for people
     */
    record Found(Claim claim, List<Assumption> used, Optional<String> left, Optional<String> right) implements Outcome {
      public Found {
        used = List.copyOf(used);
      }
    }

    record Refused(String why) implements Outcome {}
  }

  /** Whether a limit stands in the claim, be it in what is assumed. */
  public static boolean in(Claim claim) {
    return ClaimParts.terms(claim).stream().anyMatch(Terms::holdsLimit);
  }

  /** The claim with its limits worked out: without any assumption if that suffices, else with as few as suffice. */
  public static Outcome reduced(Claim claim, Budget budget) {
    if (claim.context().stream().anyMatch(Terms::holdsLimit) || claim.assumptions().stream().flatMap(a -> ClaimParts.terms(a.fact()).stream()).anyMatch(Terms::holdsLimit)) {
      return new Outcome.Refused("an assumption holds a limit");
    }
    Outcome bare = reduced(claim, List.of(), budget);
    if (bare instanceof Outcome.Found || claim.assumptions().isEmpty()) {
      return bare;
    }
    List<Assumption> needed = new ArrayList<>(claim.assumptions());
    Outcome with = reduced(claim, needed, budget);
    if (with instanceof Outcome.Found) {
      for (Assumption a : claim.assumptions()) {
        List<Assumption> fewer = new ArrayList<>(needed);
        fewer.remove(a);
        if (reduced(claim, fewer, budget) instanceof Outcome.Found f) {
          needed = fewer;
          with = f;
        }
      }
    }
    return with;
  }

  private static Outcome reduced(Claim claim, List<Assumption> assumptions, Budget budget) {
    Coefficients c = new Coefficients(assumptions, budget);
    try {
      LimitValue left = LimitValue.of(claim.left(), c);
      LimitValue right = LimitValue.of(claim.right(), c);
      return joined(claim, left, right, assumptions);
    } catch (Unclear e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** Where a side is no number, 0 = 0 or 0 = 1 on the common domain of the sides. */
  private static Outcome.Found joined(Claim claim, LimitValue left, LimitValue right, List<Assumption> used) {
    Claim reduced;
    if (left instanceof LimitValue.Finite l && right instanceof LimitValue.Finite r) {
      reduced = with(claim, l.term(), claim.order(), r.term());
    } else {
      boolean holds = holds(claim.order(), left, right);
      reduced = with(claim, Terms.sum(left.domain(), right.domain()), Claim.Order.EQUAL, holds ? Rational.ZERO : Rational.ONE);
    }
    return new Outcome.Found(reduced, used, text(left), text(right));
  }

  private static Optional<String> text(LimitValue value) {
    return switch (value) {
      case LimitValue.Finite f -> Optional.empty();
      case LimitValue.Infinite i -> Optional.of(i.sign() > 0 ? "\\infty" : "-\\infty");
      case LimitValue.None n -> Optional.of("no limit");
    };
  }

  /** Between values of which one at least is no number. */
  private static boolean holds(Claim.Order order, LimitValue left, LimitValue right) {
    if (left instanceof LimitValue.None || right instanceof LimitValue.None) {
      if (order == Claim.Order.EQUAL) {
        return false;
      }
      throw new Unclear("an order without a limit");
    }
    int against = Integer.compare(rank(left), rank(right));
    return switch (order) {
      case EQUAL -> against == 0;
      case NOT_EQUAL -> against != 0;
      case LESS -> against < 0;
      case LESS_OR_EQUAL -> against <= 0;
      case GREATER -> against > 0;
      case GREATER_OR_EQUAL -> against >= 0;
    };
  }

  private static int rank(LimitValue value) {
    return value instanceof LimitValue.Infinite i ? i.sign() : 0;
  }

  /** The claim with other sides, of which what is assumed of variables that occur in limits only says nothing. */
  private static Claim with(Claim claim, Term left, Claim.Order order, Term right) {
    Set<String> gone = variables(claim);
    Terms.families(left, right).forEach(f -> gone.remove(f.name()));
    return without(new Claim(left, order, right, claim.assumptions(), claim.explicit(), claim.context()), gone);
  }

  private static Claim without(Claim claim, Set<String> gone) {
    List<Assumption> kept = claim.assumptions().stream().filter(a -> ClaimParts.families(a.fact()).stream().noneMatch(f -> gone.contains(f.name()))).toList();
    List<Family> explicit = claim.explicit().stream().filter(f -> !gone.contains(f.name())).toList();
    List<Term> context = claim.context().stream().filter(t -> Terms.families(t).stream().noneMatch(f -> gone.contains(f.name()))).toList();
    return new Claim(claim.left(), claim.order(), claim.right(), kept, explicit, context);
  }

  /** The names of the variables of limits. */
  private static Set<String> variables(Claim claim) {
    Set<String> found = new LinkedHashSet<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(side, t -> {
        if (t instanceof Term.Apply a && a.function() instanceof dev.gradus.term.Function.Limit l) {
          found.add(l.variable().name());
        }
      });
    }
    return found;
  }

  /** The claim as it is to be looked at at points: nothing is assumed of the variables of its limits. */
  public static Claim ofParameters(Claim claim) {
    return without(claim, variables(claim));
  }

  /** The point without values for the variables of the claim's limits. */
  public static Point ofParameters(Claim claim, Point point) {
    Set<String> gone = variables(claim);
    Map<Point.Component, Rational> values = new LinkedHashMap<>(point.values());
    values.keySet().removeIf(k -> gone.contains(k.family().name()));
    return new Point(point.sizes(), point.indices(), values);
  }

  /** Judges what shows or refutes the claim without limits, and says it of the claim with them. */
  static Checkers.Answer check(Claim claim, Budget budget, Function<Claim, Checkers.Answer> judge) {
    return reduced(claim, budget) instanceof Outcome.Found f
        ? named(f, judge.apply(f.claim()))
        : new Checkers.Answer.No(new Refusal.WrongKind("a limit is not known"));
  }

  private static Checkers.Answer named(Outcome.Found reduced, Checkers.Answer answer) {
    return switch (answer) {
      case Checkers.Answer.No no -> no;
      case Checkers.Answer.Yes yes -> new Checkers.Answer.Yes(reduced.left().orElse(yes.left()), reduced.right().orElse(yes.right()));
      case Checkers.Answer.Proof proof -> {
        Set<Assumption> used = new LinkedHashSet<>(reduced.used());
        used.addAll(proof.ground().used());
        yield new Checkers.Answer.Proof(new Ground(List.copyOf(used), proof.ground().cuts(), proof.ground().leastSizes()));
      }
    };
  }

  /** Whether the claim fails at a point: admissible for the other letters, and the limits, worked out with its values, not in the relation. */
  static Checkers.Answer atPoint(Claim claim, Point point, Budget budget) {
    Optional<String> objection = PointCheck.objection(ofParameters(claim), point, budget);
    if (objection.isPresent() || !ofParameters(claim, point).equals(point)) {
      return new Checkers.Answer.No(new Refusal.PointProvesNothing(objection.orElse("a limit has its variable bound")));
    }
    Claim there = new Claim(instance(claim.left(), point), claim.order(), instance(claim.right(), point), List.of(), List.of(), List.of());
    Point nowhere = new Point(Collections.emptyMap(), Collections.emptyMap(), Collections.emptyMap());
    return check(there, budget, reduced -> Checkers.atPoint(reduced, new Evidence.AtPoint(nowhere), budget));
  }

  /** The term with the point's values put in, sums written out. */
  private static Term instance(Term term, Point point) {
    Map<String, Integer> sizes = Admission.sizes(point);
    return switch (term) {
      case Term.Size s when sizes.containsKey(s.range().name()) -> Rational.of(sizes.get(s.range().name()));
      case Term.Over o when sizes.containsKey(o.index().range().name()) -> {
        List<Term> terms = new ArrayList<>();
        for (int k = 1; k <= sizes.get(o.index().range().name()); k++) {
          terms.add(instance(Terms.substitute(o.body(), o.index(), new Index.Literal(k, o.index().range())), point));
        }
        yield Terms.sum(terms);
      }
      case Term.Entry e -> {
        List<Integer> elements = e.indices().stream().map(point::element).toList();
        Optional<Rational> value =
            point.values().entrySet().stream().filter(v -> ClaimParts.same(v.getKey().family(), e.family()) && v.getKey().elements().equals(elements)).map(Map.Entry::getValue).findFirst();
        yield value.isPresent() ? value.get() : e;
      }
      case Term.Place p when point.element(p.index()) > 0 -> Rational.of(point.element(p.index()));
      case Term.Delta d when point.element(d.left()) > 0 && point.element(d.right()) > 0 ->
          point.element(d.left()) == point.element(d.right()) ? Rational.ONE : Rational.ZERO;
      case Term.Guard g when Terms.indices(g.condition()).size() == 2 && Terms.indices(g.condition()).stream().allMatch(i -> point.element(i) > 0) -> {
        int left = point.element(Terms.indices(g.condition()).get(0));
        int right = point.element(Terms.indices(g.condition()).get(1));
        boolean holds = g.condition() instanceof Condition.Same ? left == right : g.condition() instanceof Condition.Distinct ? left != right : left < right;
        yield holds ? instance(g.body(), point) : Rational.ZERO;
      }
      default -> Terms.mapParts(term, t -> instance(t, point));
    };
  }
}
