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
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Equations between arrays, as X^T X b = X^T y, that are affine in the components of one family: solved for all of these at once, where single components
 * ({@link Solver}) would be moved against each other. Whether the result is right is checked by others.
 */
final class LinearSystem {
  private static final int MOST_COMPONENTS = 16;
  private static final int DIGITS = 60;

  private final Claim claim;
  private final Budget budget;
  private final List<Term> equations = new ArrayList<>();
  private final Set<Family> settled = new LinkedHashSet<>();
  private Point point;

  private LinearSystem(Claim claim, Point point, Budget budget) {
    this.claim = claim;
    this.point = point;
    this.budget = budget;
    for (Assumption a : claim.assumptions()) {
      if (a.origin() != Assumption.Origin.CONDITION && a.fact() instanceof Fact.Equation e) {
        equations.add(Terms.minus(e.left(), e.right()));
      }
    }
  }

  /** In: a point, and which of several unknowns is tried first. Out: the point at which the equations between arrays hold that could be solved; else as it was. */
  static Point solved(Claim claim, Point point, int attempt, Budget budget) {
    LinearSystem system = new LinearSystem(claim, point, budget);
    for (Term equation : system.equations) {
      if (free(equation).isEmpty() || system.holds(List.of(equation))) {
        continue;
      }
      List<Family> unknowns = new ArrayList<>(system.unknowns(equation));
      Collections.rotate(unknowns, attempt);
      for (Family unknown : unknowns) {
        if (system.solve(unknown)) {
          system.settled.add(unknown);
          break;
        }
      }
    }
    return system.point;
  }

  private static List<Index.Free> free(Term term) {
    return Terms.openIndices(term).stream().filter(i -> i instanceof Index.Free).map(i -> (Index.Free) i).toList();
  }

  /** Vectors of the equation that were not solved for yet and that no inverse hangs on. */
  private List<Family> unknowns(Term equation) {
    Set<String> inverted = Inverses.names(claim);
    Set<Family> fixed = new LinkedHashSet<>(settled);
    for (Assumption a : claim.assumptions()) {
      if (a.origin() == Assumption.Origin.CONDITION) {
        ClaimParts.terms(a.fact()).forEach(t -> fixed.addAll(Terms.families(t)));
      }
    }
    return Terms.families(equation).stream()
        .filter(f -> f.axes().size() == 1 && !inverted.contains(f.name()) && fixed.stream().noneMatch(g -> ClaimParts.same(f, g)))
        .toList();
  }

  /** Solves all equations that mention the family; false where they are not affine in it or have no solution beside the other values. */
  private boolean solve(Family unknown) {
    List<Component> components = point.values().keySet().stream().filter(c -> ClaimParts.same(c.family(), unknown)).toList();
    List<Term> own = equations.stream().filter(e -> Terms.families(e).stream().anyMatch(f -> ClaimParts.same(f, unknown))).toList();
    if (components.isEmpty() || components.size() > MOST_COMPONENTS) {
      return false;
    }
    Map<Component, Rational> zero = new LinkedHashMap<>(point.values());
    components.forEach(c -> zero.put(c, Rational.ZERO));
    Optional<List<Rational>> constants = values(own, zero);
    if (constants.isEmpty()) {
      return false;
    }
    int n = components.size();
    List<Rational[]> rows = new ArrayList<>();
    constants.get().forEach(c -> {
      Rational[] row = new Rational[n + 1];
      Arrays.fill(row, c.negate());
      rows.add(row);
    });
    for (int k = 0; k < n; k++) {
      Map<Component, Rational> unit = new LinkedHashMap<>(zero);
      unit.put(components.get(k), Rational.ONE);
      Optional<List<Rational>> column = values(own, unit);
      if (column.isEmpty()) {
        return false;
      }
      for (int r = 0; r < rows.size(); r++) {
        rows.get(r)[k] = column.get().get(r).minus(constants.get().get(r));
      }
    }
    Point before = point;
    point = new Point(point.sizes(), point.indices(), solution(components, rows));
    if (!holds(own)) {
      point = before;
      return false;
    }
    return true;
  }

  /** The point's values with a solution of the rows; components without a pivot stay as they are. */
  private Map<Component, Rational> solution(List<Component> components, List<Rational[]> rows) {
    int n = components.size();
    List<Integer> pivots = Gauss.eliminate(rows, n);
    Map<Component, Rational> values = new LinkedHashMap<>(point.values());
    for (int r = 0; r < pivots.size(); r++) {
      Rational value = rows.get(r)[n];
      for (int k = 0; k < n; k++) {
        if (!pivots.contains(k)) {
          value = value.minus(rows.get(r)[k].times(values.getOrDefault(components.get(k), Rational.ZERO)));
        }
      }
      values.put(components.get(pivots.get(r)), value);
    }
    return values;
  }

  private boolean holds(List<Term> differences) {
    return values(differences, point.values()).filter(v -> v.stream().allMatch(Rational::isZero)).isPresent();
  }

  /** The exact values of terms, for all elements of their free indices; empty where one is not known. */
  private Optional<List<Rational>> values(List<Term> terms, Map<Component, Rational> at) {
    List<Rational> all = new ArrayList<>();
    for (Term term : terms) {
      List<Index.Free> free = free(term);
      for (List<Integer> elements : ClaimParts.elements(free.stream().map(Index.Free::range).toList(), Admission.sizes(point))) {
        Map<Index.Free, Integer> indices = new LinkedHashMap<>(point.indices());
        for (int k = 0; k < free.size(); k++) {
          indices.put(free.get(k), elements.get(k));
        }
        if (!(Evaluation.of(term, new Point(point.sizes(), indices, at), DIGITS, budget) instanceof Evaluation.Value.Enclosed e) || e.exact().isEmpty()) {
          return Optional.empty();
        }
        all.add(e.exact().get());
      }
    }
    return Optional.of(all);
  }
}
