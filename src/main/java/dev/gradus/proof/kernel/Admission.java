package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Whether a point meets all assumptions of a claim, exactly: an equation holds only where both sides are the same rational number. */
public final class Admission {
  private static final List<Integer> PRECISIONS = List.of(15, 60);
  private static final Assumption SIZES =
      Assumption.stated(new Fact.LeastSize(Range.of("n"), 1), "every range has its size and every index an element of it");

  private Admission() {}

  /** The answer. */
  public sealed interface Outcome {
    record Satisfied() implements Outcome {}

    record Violates(Assumption assumption) implements Outcome {}

    /** A value is missing or an order not certain. */
    record Unknown(String why) implements Outcome {}
  }

  static Outcome of(Claim claim, Point point, Budget budget) {
    Map<String, Integer> sizes = sizes(point);
    for (Range range : ClaimParts.ranges(claim).values()) {
      Integer size = sizes.get(range.name());
      if (size == null) {
        return new Outcome.Unknown("the size " + range.name() + " is not given");
      }
      if (size < range.least() || (range.fixed().isPresent() && range.fixed().getAsInt() != size)) {
        return new Outcome.Violates(SIZES);
      }
    }
    if (!mixedDerivativesAgree(claim, point, sizes, budget)) {
      return new Outcome.Unknown("mixed derivatives of an arbitrary function differ");
    }
    for (Assumption assumption : claim.assumptions()) {
      Optional<Boolean> holds = holds(claim, assumption.fact(), point, sizes, budget);
      if (holds.isEmpty()) {
        return new Outcome.Unknown("not certain at the point: " + assumption.text());
      }
      if (!holds.get()) {
        return new Outcome.Violates(assumption);
      }
    }
    return new Outcome.Satisfied();
  }

  /** The sizes of a point by the names of their ranges. */
  public static Map<String, Integer> sizes(Point point) {
    Map<String, Integer> sizes = new TreeMap<>();
    point.sizes().forEach((range, size) -> sizes.put(range.name(), size));
    return sizes;
  }

  /** Families whose values are isolated. */
  static List<Family> discrete(Claim claim) {
    return claim.assumptions().stream()
        .map(Assumption::fact)
        .filter(f -> f instanceof Fact.OneOf || f instanceof Fact.WholeNumbers)
        .flatMap(f -> ClaimParts.family(f).stream())
        .toList();
  }

  private static Optional<Boolean> holds(Claim claim, Fact fact, Point point, Map<String, Integer> sizes, Budget budget) {
    return switch (fact) {
      case Fact.Holds h -> everywhere(claim, h.condition(), point, budget);
      case Fact.AllPositive p -> all(p.family(), point, sizes, budget, v -> p.strict() ? v.signum() > 0 : v.signum() >= 0);
      case Fact.AllInUnitInterval u -> all(u.family(), point, sizes, budget, v -> v.signum() > 0 && v.compareTo(Rational.ONE) < 0);
      case Fact.OneOf o -> all(o.family(), point, sizes, budget, v -> o.values().contains(v));
      case Fact.WholeNumbers w ->
          all(w.family(), point, sizes, budget, v -> v.isInteger() && v.compareTo(Rational.of(w.least())) >= 0);
      case Fact.SumsToOne s -> sums(s, point, sizes, budget);
      case Fact.Symmetric s -> symmetric(s.family(), point, sizes, budget);
      case Fact.LeastSize l -> Optional.of(sizes.getOrDefault(l.range().name(), 0) >= l.size());
      case Fact.Equation e -> equation(e, point, budget);
    };
  }

  /** The condition, at every element of those of its indices that the sides do not mention and the conditions on indices allow. */
  private static Optional<Boolean> everywhere(Claim claim, Condition condition, Point point, Budget budget) {
    List<Index.Free> every = ClaimParts.everyIndex(claim, condition);
    if (every.isEmpty()) {
      return condition(condition, point, budget);
    }
    boolean certain = true;
    for (Point at : at(every, point, budget)) {
      if (indexConditionsHold(claim, at, budget)) {
        Optional<Boolean> holds = condition(condition, at, budget);
        if (holds.isPresent() && !holds.get()) {
          return holds;
        }
        certain &= holds.isPresent();
      }
    }
    return certain ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Boolean> condition(Condition condition, Point point, Budget budget) {
    Optional<Boolean> holds = Optional.empty();
    for (int digits : PRECISIONS) {
      holds = Evaluation.holds(condition, point, digits, budget);
      if (holds.isPresent()) {
        return holds;
      }
    }
    return holds;
  }

  /** The family's components by their elements; empty when one is missing. */
  private static Optional<Map<List<Integer>, Rational>> components(Family family, Point point, Map<String, Integer> sizes, Budget budget) {
    Map<List<Integer>, Rational> found = new LinkedHashMap<>();
    point.values()
        .forEach(
            (c, value) -> {
              if (ClaimParts.same(c.family(), family)) {
                found.put(c.elements(), value);
              }
            });
    List<List<Integer>> wanted = ClaimParts.elements(family.axes(), sizes);
    budget.spend(wanted.size());
    return found.keySet().containsAll(wanted) ? Optional.of(found) : Optional.empty();
  }

  private static Optional<Boolean> all(
      Family family, Point point, Map<String, Integer> sizes, Budget budget, Predicate<Rational> test) {
    return components(family, point, sizes, budget).map(c -> c.values().stream().allMatch(test));
  }

  private static Optional<Boolean> sums(Fact.SumsToOne fact, Point point, Map<String, Integer> sizes, Budget budget) {
    return components(fact.family(), point, sizes, budget)
        .map(
            components -> {
              Map<List<Integer>, Rational> totals = new LinkedHashMap<>();
              components.forEach(
                  (elements, value) -> {
                    List<Integer> others = new ArrayList<>(elements.subList(0, fact.axis()));
                    others.addAll(elements.subList(fact.axis() + 1, elements.size()));
                    totals.merge(others, value, Rational::plus);
                  });
              return totals.values().stream().allMatch(Rational::isOne);
            });
  }

  private static Optional<Boolean> symmetric(Family family, Point point, Map<String, Integer> sizes, Budget budget) {
    if (family.axes().size() != 2 || !family.axes().get(0).name().equals(family.axes().get(1).name())) {
      return Optional.empty();
    }
    return components(family, point, sizes, budget)
        .map(c -> c.keySet().stream().allMatch(e -> c.getOrDefault(e, Rational.ZERO).equals(c.get(List.of(e.get(1), e.get(0))))));
  }

  private static Optional<Boolean> equation(Fact.Equation equation, Point point, Budget budget) {
    boolean certain = true;
    for (Point at : overFreeIndices(List.of(equation.left(), equation.right()), point, budget)) {
      Term difference = Terms.minus(equation.left(), equation.right());
      Optional<Boolean> zero = equation.left().equals(equation.right()) ? valued(equation.left(), at, budget) : condition(new Condition.Zero(difference), at, budget);
      if (zero.isPresent() && !zero.get()) {
        return zero;
      }
      certain &= zero.isPresent();
    }
    return certain ? Optional.of(true) : Optional.empty();
  }

  /** A term is equal to itself where it has a value; no value, no equality. */
  private static Optional<Boolean> valued(Term term, Point at, Budget budget) {
    return switch (Evaluation.of(term, at, PRECISIONS.get(0), budget)) {
      case Evaluation.Value.Enclosed e -> Optional.of(true);
      case Evaluation.Value.Undefined u -> Optional.of(false);
      case Evaluation.Value.Unknown u -> Optional.empty();
    };
  }

  /** The point with every free index of the terms at every element. */
  static List<Point> overFreeIndices(List<Term> terms, Point point, Budget budget) {
    List<Index.Free> free =
        terms.stream().flatMap(t -> Terms.openIndices(t).stream()).filter(i -> i instanceof Index.Free).map(i -> (Index.Free) i).distinct().toList();
    return at(free, point, budget);
  }

  private static List<Point> at(List<Index.Free> free, Point point, Budget budget) {
    List<Point> found = new ArrayList<>();
    for (List<Integer> elements : ClaimParts.elements(free.stream().map(Index.Free::range).toList(), sizes(point))) {
      budget.spend(1);
      Map<Index.Free, Integer> indices = new LinkedHashMap<>(point.indices());
      for (int k = 0; k < free.size(); k++) {
        indices.put(free.get(k), elements.get(k));
      }
      found.add(new Point(point.sizes(), indices, point.values()));
    }
    return found;
  }

  /** Whether the stated conditions on indices hold at the point's indices; one about an index that is not given does not count. */
  static boolean indexConditionsHold(Claim claim, Point point, Budget budget) {
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Holds h
          && Terms.terms(h.condition()).isEmpty()
          && !Evaluation.holds(h.condition(), point, PRECISIONS.get(0), budget).orElse(true)) {
        return false;
      }
    }
    return true;
  }

  /** A derivative of an arbitrary function by the same argument twice is symmetric in the two (SOUNDNESS 21). */
  private static boolean mixedDerivativesAgree(Claim claim, Point point, Map<String, Integer> sizes, Budget budget) {
    for (Family family : ClaimParts.families(claim)) {
      if (family.derivatives().size() < 2) {
        continue;
      }
      Optional<Map<List<Integer>, Rational>> components = components(family, point, sizes, budget);
      if (components.isEmpty() || !components.get().entrySet().stream()
          .allMatch(c -> c.getValue().equals(components.get().get(sortedSlots(family, c.getKey()))))) {
        return false;
      }
    }
    return true;
  }

  /** The elements with those of equal arguments of differentiation put in order. */
  public static List<Integer> sortedSlots(Family family, List<Integer> elements) {
    int first = family.axes().size() - family.derivatives().stream().mapToInt(d -> d.axes().size()).sum();
    List<List<Integer>> slots = new ArrayList<>();
    int at = first;
    for (Family by : family.derivatives()) {
      slots.add(elements.subList(at, at + by.axes().size()));
      at += by.axes().size();
    }
    for (int a = 0; a < slots.size(); a++) {
      for (int b = a + 1; b < slots.size(); b++) {
        if (ClaimParts.same(family.derivatives().get(a), family.derivatives().get(b)) && slots.get(a).toString().compareTo(slots.get(b).toString()) > 0) {
          List<Integer> slot = slots.get(a);
          slots.set(a, slots.get(b));
          slots.set(b, slot);
        }
      }
    }
    List<Integer> sorted = new ArrayList<>(elements.subList(0, first));
    slots.forEach(sorted::addAll);
    return sorted;
  }

  /** Whether the point is inside, not on the edge, of what is stated of the culprit's letters, and nothing stated makes them isolated or bound to a value. */
  static boolean strictlyInside(Claim claim, Point point, Term culprit, Budget budget) {
    List<Family> concerned = List.copyOf(Terms.families(culprit));
    for (Assumption assumption : claim.assumptions()) {
      Fact fact = assumption.fact();
      boolean about =
          ClaimParts.family(fact).stream().anyMatch(f -> concerned.stream().anyMatch(c -> ClaimParts.same(c, f)))
              || ClaimParts.terms(fact).stream()
                  .anyMatch(t -> Terms.families(t).stream().anyMatch(f -> concerned.stream().anyMatch(c -> ClaimParts.same(c, f))));
      if (about && !inside(fact, point, budget)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inside(Fact fact, Point point, Budget budget) {
    return switch (fact) {
      case Fact.Holds h ->
          switch (h.condition()) {
            case Condition.NonNegative n -> condition(new Condition.Positive(n.term()), point, budget).orElse(false);
            case Condition.Zero z -> false;
            case Condition.Positive p -> true;
            case Condition.NonZero n -> true;
            case Condition.Same s -> true;
            case Condition.Distinct d -> true;
            case Condition.Before b -> true;
          };
      case Fact.AllPositive p -> all(p.family(), point, sizes(point), budget, v -> v.signum() > 0).orElse(false);
      case Fact.AllInUnitInterval u -> true;
      case Fact.SumsToOne s -> true;
      case Fact.Symmetric s -> true;
      case Fact.LeastSize l -> true;
      case Fact.OneOf o -> false;
      case Fact.WholeNumbers w -> false;
      case Fact.Equation e -> false;
    };
  }
}
