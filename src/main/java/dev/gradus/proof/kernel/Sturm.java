package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The signs a polynomial in one variable takes on a segment of the line, exactly: square-free factors by Yun, roots counted by Sturm's
 * theorem (Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry, 2.2.2). Polynomials are coefficient lists, the constant first.
 */
final class Sturm {
  private Sturm() {}

  /** A segment of the line; an absent end is infinite. */
  record Segment(Optional<Rational> low, boolean lowClosed, Optional<Rational> high, boolean highClosed) {
    static final Segment LINE = new Segment(Optional.empty(), false, Optional.empty(), false);
    static final Segment POSITIVE = above(Rational.ZERO, false);
    static final Segment UNIT = POSITIVE.meet(below(Rational.ONE, false));

    static Segment above(Rational low, boolean closed) {
      return new Segment(Optional.of(low), closed, Optional.empty(), false);
    }

    static Segment below(Rational high, boolean closed) {
      return new Segment(Optional.empty(), false, Optional.of(high), closed);
    }

    Segment meet(Segment other) {
      boolean otherLow = other.low.isPresent() && (low.isEmpty() || tighter(other.low.get(), other.lowClosed, low.get()));
      boolean otherHigh =
          other.high.isPresent() && (high.isEmpty() || tighter(other.high.get().negate(), other.highClosed, high.get().negate()));
      return new Segment(
          otherLow ? other.low : low, otherLow ? other.lowClosed : lowClosed, otherHigh ? other.high : high, otherHigh ? other.highClosed : highClosed);
    }

    private static boolean tighter(Rational end, boolean closed, Rational than) {
      int c = end.compareTo(than);
      return c > 0 || (c == 0 && !closed);
    }

    /** No point, or one point only: nothing is concluded from such a segment. */
    boolean isThin() {
      return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0;
    }

    /** The signs of the numbers in the segment. */
    int signs() {
      return isThin() ? Signs.ANY : Sturm.signs(List.of(Rational.ZERO, Rational.ONE), this, Budget.ofSteps(100));
    }
  }

  /** In: a polynomial, a segment with inner points. Out: the set of signs ({@link Signs}) it takes there, exactly those. */
  static int signs(List<Rational> polynomial, Segment on, Budget budget) {
    List<Rational> p = trim(polynomial);
    if (p.isEmpty()) {
      return Signs.ZERO;
    }
    int ends = (on.lowClosed ? Signs.of(value(p, on.low.orElseThrow())) : 0) | (on.highClosed ? Signs.of(value(p, on.high.orElseThrow())) : 0);
    int turn = 1; // the sign of the factors taken out at the ends
    while (on.low.isPresent() && value(p, on.low.get()).isZero()) {
      p = quotient(p, List.of(on.low.get().negate(), Rational.ONE), budget);
    }
    while (on.high.isPresent() && value(p, on.high.get()).isZero()) {
      p = quotient(p, List.of(on.high.get().negate(), Rational.ONE), budget);
      turn = -turn;
    }
    int roots = 0;
    List<Rational> rest = gcd(p, derivative(p), budget);
    List<Rational> distinct = quotient(p, rest, budget);
    for (int multiplicity = 1; distinct.size() > 1; multiplicity++) {
      List<Rational> common = gcd(distinct, rest, budget);
      int count = count(quotient(distinct, common, budget), on, budget);
      if (count > 0 && multiplicity % 2 == 1) {
        return Signs.ANY;
      }
      roots += count;
      rest = quotient(rest, common, budget);
      distinct = common;
    }
    int sign = 0;
    for (int k = 1; sign == 0; k++) { // at most as many misses as there are roots
      budget.spend(p.size());
      sign = value(p, inner(on, k)).signum();
    }
    return ends | (sign * turn > 0 ? Signs.POS : Signs.NEG) | (roots > 0 ? Signs.ZERO : 0);
  }

  /** Different points inside the segment for k = 1, 2, ... */
  private static Rational inner(Segment on, int k) {
    if (on.low.isPresent() && on.high.isPresent()) {
      return on.low.get().plus(on.high.get().minus(on.low.get()).times(Rational.of(1, k + 1L)));
    }
    return on.low.isPresent() ? on.low.get().plus(Rational.of(k)) : on.high.map(h -> h.minus(Rational.of(k))).orElse(Rational.of(k));
  }

  /** The number of roots of a square-free polynomial inside the segment; it is not 0 at finite ends. */
  private static int count(List<Rational> p, Segment on, Budget budget) {
    List<List<Rational>> chain = new ArrayList<>(List.of(p, derivative(p)));
    while (!chain.getLast().isEmpty()) {
      List<Rational> next = remainder(chain.get(chain.size() - 2), chain.getLast(), budget);
      chain.add(next.stream().map(Rational::negate).toList());
    }
    return changes(chain, on.low, -1) - changes(chain, on.high, 1);
  }

  private static int changes(List<List<Rational>> chain, Optional<Rational> at, int infinity) {
    int changes = 0;
    int last = 0;
    for (List<Rational> p : chain) {
      int sign =
          p.isEmpty()
              ? 0
              : at.map(x -> value(p, x).signum()).orElse(p.getLast().signum() * (infinity < 0 && p.size() % 2 == 0 ? -1 : 1));
      if (sign != 0) {
        changes += last * sign < 0 ? 1 : 0;
        last = sign;
      }
    }
    return changes;
  }

  static Rational value(List<Rational> p, Rational at) {
    Rational value = Rational.ZERO;
    for (int k = p.size() - 1; k >= 0; k--) {
      value = value.times(at).plus(p.get(k));
    }
    return value;
  }

  private static List<Rational> trim(List<Rational> p) {
    int size = p.size();
    while (size > 0 && p.get(size - 1).isZero()) {
      size--;
    }
    return p.subList(0, size);
  }

  private static List<Rational> derivative(List<Rational> p) {
    List<Rational> d = new ArrayList<>();
    for (int k = 1; k < p.size(); k++) {
      d.add(p.get(k).times(Rational.of(k)));
    }
    return d;
  }

  private static List<Rational> gcd(List<Rational> a, List<Rational> b, Budget budget) {
    while (!b.isEmpty()) {
      List<Rational> r = remainder(a, b, budget);
      a = b;
      b = r;
    }
    return a.isEmpty() ? a : scale(a, a.getLast().inverse());
  }

  /** The remainder, scaled by a positive number (which changes neither gcd nor Sturm's chain). */
  private static List<Rational> remainder(List<Rational> a, List<Rational> b, Budget budget) {
    List<Rational> r = new ArrayList<>(a);
    divide(r, b, budget);
    List<Rational> t = trim(r);
    return t.isEmpty() ? t : scale(t, t.getLast().abs().inverse());
  }

  private static List<Rational> quotient(List<Rational> a, List<Rational> b, Budget budget) {
    return divide(new ArrayList<>(a), b, budget);
  }

  /** Long division; {@code a} becomes the remainder. */
  private static List<Rational> divide(List<Rational> a, List<Rational> b, Budget budget) {
    List<Rational> q = new ArrayList<>();
    for (int shift = a.size() - b.size(); shift >= 0; shift--) {
      Rational c = a.get(shift + b.size() - 1).dividedBy(b.getLast());
      q.addFirst(c);
      budget.spend(b.size());
      budget.check(Budget.Limit.DIGITS, c.numerator().bitLength());
      for (int k = 0; k < b.size(); k++) {
        a.set(shift + k, a.get(shift + k).minus(c.times(b.get(k))));
      }
    }
    return q;
  }

  private static List<Rational> scale(List<Rational> p, Rational by) {
    return p.stream().map(c -> c.times(by)).toList();
  }
}
