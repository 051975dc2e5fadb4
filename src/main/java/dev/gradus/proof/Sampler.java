package dev.gradus.proof;

import dev.gradus.proof.kernel.Admission;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Point.Component;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Points of a claim at given sizes and elements, built inside what is stated (THEORY 3.3); conditions and equations are solved afterwards. */
final class Sampler {
  private final Claim claim;
  private final PointSearch.Pattern pattern;
  private final Budget budget;
  private final List<Family> families;
  private final Map<String, Integer> sizes = new TreeMap<>();

  Sampler(Claim claim, PointSearch.Pattern pattern, Budget budget) {
    this.claim = claim;
    this.pattern = pattern;
    this.budget = budget;
    this.families = ClaimParts.families(claim);
    pattern.sizes().forEach((range, size) -> sizes.put(range.name(), size));
  }

  /** A point that meets all assumptions; the same arguments give the same point. */
  Optional<Point> sample(Mode mode, int attempt) {
    Random random = new Random(1_000L * attempt + mode.name().hashCode());
    Map<Component, Rational> values = new LinkedHashMap<>();
    int[] count = {0};
    for (Family family : families) {
      fill(family, mode.ofFamily(random), attempt, count, random, values);
    }
    Point raw = new Point(pattern.sizes(), pattern.indices(), values);
    Optional<Point> point = Inverses.filled(claim, raw, budget).map(p -> new Solver(claim, LinearSystem.solved(claim, p, attempt, budget), attempt, budget).solve()).flatMap(p -> Inverses.filled(claim, p, budget));
    return point.filter(p -> PointCheck.satisfies(claim, p, budget) instanceof Admission.Outcome.Satisfied);
  }

  private void fill(Family family, Mode mode, int attempt, int[] count, Random random, Map<Component, Rational> values) {
    Restriction limits = Restriction.of(claim, family);
    Map<List<Integer>, Rational> own = new LinkedHashMap<>();
    Set<Rational> used = new LinkedHashSet<>();
    List<List<Integer>> all = ClaimParts.elements(family.axes(), sizes);
    budget.spend(all.size() + 1L);
    for (List<Integer> elements : all) {
      Rational value = Rational.ZERO;
      for (int tries = 0; tries < 10; tries++) {
        value = limits.fit(mode, attempt, count[0]++, random);
        if (limits.repeats(mode) || used.add(value)) {
          break;
        }
      }
      own.put(elements, value);
    }
    if (!limits.axes().isEmpty()) {
      normalise(family, limits, attempt, random, own);
    }
    for (List<Integer> elements : all) {
      List<Integer> twin = limits.symmetric() ? sorted(elements) : Admission.sortedSlots(family, elements);
      values.put(new Component(family, elements), own.getOrDefault(twin, Rational.ZERO));
    }
  }

  private static List<Integer> sorted(List<Integer> elements) {
    return elements.stream().sorted().toList();
  }

  /** Divides by the sum over an axis, or puts a single 1 where the values are 0 and 1. */
  private void normalise(Family family, Restriction limits, int attempt, Random random, Map<List<Integer>, Rational> own) {
    if (limits.axes().size() > 1) {
      Range range = family.axes().get(limits.axes().get(0));
      own.replaceAll((elements, v) -> new Rational(java.math.BigInteger.ONE, java.math.BigInteger.valueOf(sizes.getOrDefault(range.name(), 1))));
      return;
    }
    int axis = limits.axes().get(0);
    Map<List<Integer>, List<List<Integer>>> slices = new LinkedHashMap<>();
    for (List<Integer> elements : own.keySet()) {
      List<Integer> others = new ArrayList<>(elements.subList(0, axis));
      others.addAll(elements.subList(axis + 1, elements.size()));
      slices.computeIfAbsent(others, k -> new ArrayList<>()).add(elements);
    }
    int number = attempt;
    for (List<List<Integer>> slice : slices.values()) {
      if (limits.oneHot()) {
        int hot = attempt < slice.size() ? number % slice.size() : random.nextInt(slice.size());
        for (int k = 0; k < slice.size(); k++) {
          own.put(slice.get(k), k == hot ? Rational.ONE : Rational.ZERO);
        }
      } else {
        Rational total = Rational.ZERO;
        for (List<Integer> elements : slice) {
          total = total.plus(own.getOrDefault(elements, Rational.ZERO));
        }
        Rational divisor = total;
        if (!divisor.isZero()) {
          slice.forEach(e -> own.computeIfPresent(e, (k, v) -> v.dividedBy(divisor)));
        }
      }
      number++;
    }
  }

  /** What the assumptions say of one family as a whole. */
  record Restriction(
      boolean positive, boolean unit, boolean symmetric, List<Integer> axes, List<Rational> values, Optional<Integer> least) {
    static Restriction of(Claim claim, Family family) {
      boolean positive = false;
      boolean unit = false;
      boolean symmetric = false;
      List<Integer> axes = new ArrayList<>();
      List<Rational> values = List.of();
      Optional<Integer> least = Optional.empty();
      for (Assumption assumption : claim.assumptions()) {
        Fact fact = assumption.fact();
        if (ClaimParts.family(fact).stream().noneMatch(f -> ClaimParts.same(f, family))) {
          continue;
        }
        positive |= fact instanceof Fact.AllPositive;
        unit |= fact instanceof Fact.AllInUnitInterval;
        symmetric |= fact instanceof Fact.Symmetric;
        if (fact instanceof Fact.SumsToOne s && !axes.contains(s.axis())) {
          axes.add(s.axis());
        } else if (fact instanceof Fact.OneOf o) {
          values = o.values();
        } else if (fact instanceof Fact.WholeNumbers w) {
          least = Optional.of(w.least());
        }
      }
      return new Restriction(positive, unit, symmetric, List.copyOf(axes), values, least);
    }

    boolean oneHot() {
      return !values.isEmpty() && values.contains(Rational.ZERO) && values.contains(Rational.ONE);
    }

    boolean repeats(Mode mode) {
      return !values.isEmpty() || least.isPresent() || mode == Mode.EQUAL || mode == Mode.ZERO || mode == Mode.EXTREME;
    }

    Rational fit(Mode mode, int attempt, int k, Random random) {
      if (!values.isEmpty()) {
        return values.get(attempt == 0 ? k % values.size() : random.nextInt(values.size()));
      }
      if (least.isPresent()) {
        int extra = mode == Mode.ZERO ? 0 : attempt == 0 ? k % 4 : random.nextInt(mode == Mode.LARGE || mode == Mode.EXTREME ? 40 : 6);
        return Rational.of(least.get() + (positive && least.get() < 1 ? 1 - least.get() : 0) + extra);
      }
      boolean weights = !axes.isEmpty() && (attempt % 4 != 3 || unit);
      if (weights || (unit && !axes.isEmpty())) {
        Rational weight = (mode == Mode.EQUAL ? Mode.EQUAL : Mode.POSITIVE).value(attempt, k, random).abs();
        return mode == Mode.EXTREME && k % 2 == 0 ? weight.times(Rational.of(1000)) : weight;
      }
      if (unit) {
        Rational inside = Mode.UNIT.value(attempt, mode == Mode.EQUAL ? 0 : k, random);
        return mode == Mode.EXTREME || mode == Mode.SMALL ? inside.dividedBy(Rational.of(1000)) : inside;
      }
      Rational value = mode.value(attempt, k, random);
      return !positive ? value : value.isZero() ? Rational.of(1, 1000) : value.abs();
    }

    /** Whether a single component may be given this value without breaking what is stated of the family. */
    boolean allows(Rational value) {
      return axes.isEmpty()
          && (values.isEmpty() || values.contains(value))
          && (!positive || value.signum() > 0)
          && (!unit || (value.signum() > 0 && value.compareTo(Rational.ONE) < 0))
          && (least.isEmpty() || (value.isInteger() && value.compareTo(Rational.of(least.get())) >= 0));
    }
  }
}
