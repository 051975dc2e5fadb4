package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Point.Component;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.term.Budget;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a refuting point readable: smaller sizes, then whole numbers, zeros and ones, as long as it still refutes. */
final class Shrinker {
  private static final int MOST_TRIES = 120;
  private static final int MOST_PATTERNS = 6;
  private static final List<Mode> MODES = List.of(Mode.GENERIC, Mode.POSITIVE, Mode.UNIT);
  private static final List<Rational> SIMPLE =
      List.of(Rational.ZERO, Rational.ONE, Rational.MINUS_ONE, Rational.of(2), Rational.HALF, Rational.of(-2), Rational.of(3));

  private final Claim claim;
  private final Budget budget;
  /** Whether the point to begin with is seen to fail in doubles: then a try that is not is given up without more digits. */
  private boolean coarse;
  private int tries;

  Shrinker(Claim claim, Budget budget) {
    this.claim = claim;
    this.budget = budget;
  }

  /** In: a point that refutes. Out: one that refutes too, at least as readable. Runs out of steps quietly. */
  Point shrink(Point point) {
    Point best = point;
    try {
      coarse = failsCoarsely(point);
      best = smaller(best);
      Optional<Point> next = Optional.of(best);
      for (int round = 0; round < 3 && next.isPresent(); round++) {
        next = simpler(best);
        best = next.orElse(best);
      }
    } catch (Budget.Exhausted e) {
      return best;
    }
    return best;
  }

  private boolean refutes(Point point) {
    tries++;
    return tries <= MOST_TRIES && (!coarse || failsCoarsely(point)) && PointCheck.refutes(claim, point, budget) instanceof PointCheck.Comparison.Fails;
  }

  private boolean failsCoarsely(Point point) {
    return PointCheck.compare(claim, point, Refuter.DOUBLE, budget) instanceof PointCheck.Comparison.Fails;
  }

  private Point smaller(Point point) {
    Map<Range, Integer> sizes = new LinkedHashMap<>();
    List<Map<Range, Integer>> offered = PointSearch.sizes(claim, budget);
    for (Map.Entry<Range, Integer> size : point.sizes().entrySet()) {
      int least = offered.stream().mapToInt(s -> s.getOrDefault(size.getKey(), size.getValue())).min().orElse(size.getValue());
      sizes.put(size.getKey(), least);
    }
    if (sizes.equals(point.sizes())) {
      return point;
    }
    for (PointSearch.Pattern pattern : PointSearch.somePatterns(claim, sizes, MOST_PATTERNS, budget)) {
      for (Mode mode : MODES) {
        Optional<Point> other = new Sampler(claim, pattern, budget).sample(mode, 0);
        if (other.isPresent() && refutes(other.get())) {
          return other.get();
        }
      }
    }
    return point;
  }

  /** One pass over the components; empty when nothing could be made simpler. */
  private Optional<Point> simpler(Point start) {
    Point best = start;
    Set<String> inverses = Inverses.names(claim);
    for (Component component : List.copyOf(start.values().keySet())) {
      if (inverses.contains(component.family().name())) {
        continue;
      }
      Rational now = best.values().getOrDefault(component, Rational.ZERO);
      List<Rational> candidates = new ArrayList<>(SIMPLE);
      candidates.add(Rational.of(now.numerator().divide(now.denominator())));
      for (Rational candidate : candidates) {
        if (cost(candidate) < cost(now)) {
          Map<Component, Rational> values = new LinkedHashMap<>(best.values());
          values.put(component, candidate);
          Optional<Point> other = Inverses.filled(claim, new Point(best.sizes(), best.indices(), values), budget);
          if (other.isPresent() && refutes(other.get())) {
            best = other.get();
            break;
          }
        }
      }
    }
    return best.equals(start) ? Optional.empty() : Optional.of(best);
  }

  /** How hard a number is to read. */
  private static long cost(Rational value) {
    BigInteger size = value.numerator().abs().multiply(BigInteger.TWO).add(value.denominator().multiply(BigInteger.valueOf(6)));
    return size.bitLength() > 40 ? Long.MAX_VALUE : size.longValue() + (value.signum() < 0 ? 1 : 0);
  }
}
