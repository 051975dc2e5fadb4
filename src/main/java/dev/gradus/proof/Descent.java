package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evaluation;
import dev.gradus.proof.kernel.Evaluation.Value;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Point.Component;
import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Walks from points at which an order holds towards points at which it may not, one component at a time. */
final class Descent {
  private static final int STARTS = 4;
  private static final int ROUNDS = 6;
  private static final int MOST_STEPS = 400;

  private final Claim claim;
  private final Term margin;
  private final Budget budget;
  private int steps;

  Descent(Claim claim, Budget budget) {
    this.claim = claim;
    this.budget = budget;
    boolean less = claim.order() == Claim.Order.LESS || claim.order() == Claim.Order.LESS_OR_EQUAL;
    this.margin = less ? Terms.minus(claim.right(), claim.left()) : Terms.minus(claim.left(), claim.right());
  }

  /** True as soon as {@code refutes} accepts a point on the way from the lowest of the given ones. */
  boolean walk(List<Point> points, Predicate<Point> refutes) {
    record Start(Point point, Rational height) {}
    List<Start> starts =
        points.stream()
            .flatMap(p -> height(p).map(h -> new Start(p, h)).stream())
            .sorted(Comparator.comparing(Start::height))
            .limit(STARTS)
            .toList();
    for (Start start : starts) {
      if (walk(start.point(), start.height(), refutes)) {
        return true;
      }
    }
    return false;
  }

  private boolean walk(Point start, Rational startHeight, Predicate<Point> refutes) {
    Point best = start;
    Rational lowest = startHeight;
    for (int round = 0; round < ROUNDS; round++) {
      Point before = best;
      for (Component component : List.copyOf(best.values().keySet())) {
        for (Rational value : moves(best.values().getOrDefault(component, Rational.ZERO), round)) {
          if (++steps > MOST_STEPS) {
            return false;
          }
          Map<Component, Rational> values = new LinkedHashMap<>(best.values());
          values.put(component, value);
          Point next = new Point(best.sizes(), best.indices(), values);
          Optional<Rational> height = PointSearch.admits(claim, next, budget) ? height(next) : Optional.empty();
          if (height.isPresent() && height.get().compareTo(lowest) < 0) {
            best = next;
            lowest = height.get();
            if (lowest.signum() <= 0 && refutes.test(best)) {
              return true;
            }
          }
        }
      }
      if (best.equals(before)) {
        return false;
      }
    }
    return false;
  }

  private static List<Rational> moves(Rational value, int round) {
    Rational step = Rational.of(1, 1L << round);
    return List.of(value.plus(step), value.minus(step), value.times(Rational.of(2)), value.times(Rational.HALF), value.negate());
  }

  private Optional<Rational> height(Point point) {
    return Evaluation.of(margin, point, 15, budget) instanceof Value.Enclosed e ? Optional.of(e.low()) : Optional.empty();
  }
}
