package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Growth.Part;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An asymptotic expansion as t tends to infinity: the sum of the parts, the greatest growth first, and what is at most a constant times {@code error}.
 *
 * @param error smaller than every part; absent where the sum is the function itself
 */
record Expansion(List<Part> parts, Optional<Growth> error) {
  static final Expansion ZERO = new Expansion(List.of(), Optional.empty());

  Expansion {
    parts = List.copyOf(parts);
  }

  static Expansion of(Term factor, Growth growth) {
    return factor.equals(Rational.ZERO) ? ZERO : new Expansion(List.of(new Part(factor, growth)), Optional.empty());
  }

  static Expansion constant(Term value) {
    return of(value, Growth.ONE);
  }

  /** What an expansion is made with: its numbers, and to how many terms Taylor's series go. */
  record Order(Coefficients c, int terms) {
    private static final int PARTS_PER_TERM = 4;

    private Expansion cut(List<Part> all, Optional<Growth> error) {
      List<Part> kept = new ArrayList<>();
      Optional<Growth> rest = error;
      for (Part p : all) {
        boolean seen = rest.isEmpty() || p.growth().against(rest.get(), c) > 0;
        if (seen && kept.size() < PARTS_PER_TERM * terms) {
          kept.add(p);
        } else {
          rest = seen ? Optional.of(p.growth()) : rest;
          break;
        }
      }
      return new Expansion(kept, rest);
    }

    private Optional<Growth> greater(Optional<Growth> a, Optional<Growth> b) {
      return a.isEmpty() ? b : b.isEmpty() ? a : a.get().against(b.get(), c) >= 0 ? a : b;
    }

    Expansion plus(Expansion a, Expansion b) {
      return cut(Growth.merged(a.parts, b.parts, c), greater(a.error, b.error));
    }

    Expansion times(Expansion a, Expansion b) {
      List<Part> all = new ArrayList<>();
      for (Part p : a.parts) {
        List<Part> row = new ArrayList<>();
        for (Part q : b.parts) {
          row.add(new Part(c.times(p.factor(), q.factor()), p.growth().times(q.growth(), c)));
        }
        all = Growth.merged(all, row, c);
      }
      Optional<Growth> error = Optional.empty();
      if (a.error.isPresent() && b.bound().isPresent()) {
        error = Optional.of(a.error.get().times(b.bound().get(), c));
      }
      if (b.error.isPresent() && a.bound().isPresent()) {
        error = greater(error, Optional.of(b.error.get().times(a.bound().get(), c)));
      }
      return cut(all, error);
    }

    Expansion times(Term factor, Expansion a) {
      return times(constant(factor), a);
    }

    /** Without leading parts that are certainly 0; the first part is then certainly not 0, or nothing is left and the function is 0. */
    Expansion led(Expansion a) {
      List<Part> rest = a.parts;
      while (!rest.isEmpty() && c.isZero(rest.get(0).factor())) {
        rest = rest.subList(1, rest.size());
      }
      if (rest.isEmpty() ? a.error.isPresent() : !c.isNonZero(rest.get(0).factor())) {
        throw new Unclear("the leading term is not known");
      }
      return new Expansion(rest, a.error);
    }

    /** f(u) for a small u, from the derivatives of f at 0 divided by k!: f has as many, and one more, around 0. */
    Expansion taylor(List<Term> derivatives, Expansion u) {
      Expansion sum = ZERO;
      Expansion power = constant(Rational.ONE);
      for (Term d : derivatives) {
        sum = plus(sum, times(d, power));
        power = times(power, u);
      }
      Optional<Growth> small = u.bound();
      return small.isEmpty() ? sum : plus(sum, new Expansion(List.of(), Optional.of(small.get().to(Rational.of(derivatives.size()), c))));
    }

    /** For (1 + u)^q and the like: the expansion without its leading part, divided by it. */
    Expansion relative(Expansion led) {
      Part first = led.parts.get(0);
      return times(of(c.power(first.factor(), -1), first.growth().to(Rational.MINUS_ONE, c)), new Expansion(led.parts.subList(1, led.parts.size()), led.error));
    }
  }

  /** A growth that the function does not exceed but by a constant factor; none for 0. */
  Optional<Growth> bound() {
    return parts.isEmpty() ? error : Optional.of(parts.get(0).growth());
  }
}
