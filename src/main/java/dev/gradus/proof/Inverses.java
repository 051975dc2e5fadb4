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
import dev.gradus.term.Range;
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

/** Families that an assumption makes the inverse of a matrix: their values at a point follow from those of the matrix. */
final class Inverses {
  private static final int LARGEST = 8;

  private Inverses() {}

  /** {@code V M = I}: what {@code V} is the inverse of, at a row and a column. */
  private record Inverse(Family family, Term matrix, Index row, Index.Free column) {}

  /** Whether some assumption is an equation between arrays. */
  static boolean ofEquations(Claim claim) {
    return claim.assumptions().stream()
        .anyMatch(a -> a.fact() instanceof Fact.Equation e && Terms.openIndices(e.left(), e.right()).stream().anyMatch(i -> i instanceof Index.Free));
  }

  private static List<Inverse> of(Claim claim) {
    List<Inverse> all = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      if (a.origin() == Assumption.Origin.CONDITION && a.fact() instanceof Fact.Equation e && e.right() instanceof Term.Delta d) {
        of(e.left(), d).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Inverse> of(Term left, Term.Delta unit) {
    if (left instanceof Term.Over(Index.Bound row, Term.Product p)
        && p.factors().size() == 2
        && p.factors().get(0) instanceof Term.Entry v
        && v.indices().equals(List.of(unit.left(), row))
        && unit.right() instanceof Index.Free column) {
      return Optional.of(new Inverse(v.family(), p.factors().get(1), row, column));
    }
    return Optional.empty();
  }

  /** Whether the claim speaks of an inverse. */
  static boolean some(Claim claim) {
    return claim.assumptions().stream().anyMatch(a -> a.origin() == Assumption.Origin.CONDITION && a.fact() instanceof Fact.Equation);
  }

  /** The names of these families. */
  static Set<String> names(Claim claim) {
    Set<String> names = new LinkedHashSet<>();
    of(claim).forEach(i -> names.add(i.family().name()));
    return names;
  }

  /** The point with the values of inverses put in; empty where a matrix has none, or its entries are not known exactly. */
  static Optional<Point> filled(Claim claim, Point point, Budget budget) {
    Point now = point;
    for (Inverse inverse : of(claim)) {
      Optional<Point> next = filled(inverse, now, budget);
      if (next.isEmpty()) {
        return next;
      }
      now = next.get();
    }
    return Optional.of(now);
  }

  private static Optional<Point> filled(Inverse inverse, Point point, Budget budget) {
    Map<String, Integer> sizes = Admission.sizes(point);
    Range range = inverse.family().axes().get(0);
    int n = sizes.getOrDefault(range.name(), 0);
    if (n < 1 || n > LARGEST) {
      return Optional.empty();
    }
    Index.Free row = new Index.Free("\\text{row}", inverse.row().range());
    Term entry = Terms.substitute(inverse.matrix(), inverse.row(), row);
    List<Rational[]> m = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      m.add(new Rational[2 * n]);
      for (int c = 0; c < n; c++) {
        Map<Index.Free, Integer> at = new LinkedHashMap<>(point.indices());
        at.put(row, r + 1);
        at.put(inverse.column(), c + 1);
        Evaluation.Value value = Evaluation.of(entry, new Point(point.sizes(), at, point.values()), 60, budget);
        if (!(value instanceof Evaluation.Value.Enclosed e) || e.exact().isEmpty()) {
          return Optional.empty();
        }
        m.get(r)[c] = e.exact().get();
        m.get(r)[n + c] = r == c ? Rational.ONE : Rational.ZERO;
      }
    }
    if (Gauss.eliminate(m, n).size() < n) {
      return Optional.empty();
    }
    Map<Component, Rational> values = new LinkedHashMap<>(point.values());
    for (List<Integer> at : ClaimParts.elements(inverse.family().axes(), sizes)) {
      values.put(new Component(inverse.family(), at), m.get(at.get(0) - 1)[n + at.get(1) - 1]);
    }
    return Optional.of(new Point(point.sizes(), point.indices(), values));
  }
}
