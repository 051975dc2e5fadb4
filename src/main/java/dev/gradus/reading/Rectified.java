package dev.gradus.reading;

import dev.gradus.term.Condition;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition on what a rectifier gives, as one on what goes in: max(0, u) &gt; 0 is u &gt; 0. */
final class Rectified {
  private Rectified() {}

  /** The same condition, on u where it speaks of max(0, u) beside a 0. */
  static Condition simplified(Condition c) {
    return switch (c) {
      case Condition.Positive p -> input(p.term()).<Condition>map(Condition.Positive::new).orElse(c);
      case Condition.NonZero n -> input(n.term()).<Condition>map(Condition.Positive::new).orElse(c);
      case Condition.Zero z -> off(z.term()).orElse(c);
      // -max(0, u) >= 0: it is never negative
      case Condition.NonNegative n -> off(Terms.negate(n.term())).orElse(c);
      case Condition.Same s -> c;
      case Condition.Distinct d -> c;
      case Condition.Before b -> c;
    };
  }

  /** u &le; 0, where the term is max(0, u): it is 0 just there. */
  static Optional<Condition> off(Term term) {
    return input(term).map(u -> new Condition.NonNegative(Terms.negate(u)));
  }

  /** The u of u [u &gt; 0]. */
  private static Optional<Term> input(Term term) {
    List<Term> factors = flat(term);
    if (factors.stream().filter(f -> f.equals(Rational.MINUS_ONE)).count() == 2) {
      factors.removeIf(f -> f.equals(Rational.MINUS_ONE));
    }
    for (Term f : factors) {
      if (f instanceof Term.Apply a && a.function() == Elementary.STEP) {
        List<Term> rest = new ArrayList<>(factors);
        rest.remove(f);
        return named(Terms.product(rest)).equals(named(a.argument())) ? Optional.of(a.argument()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** With the bound indices under names that all such terms share. */
  private static Term named(Term term) {
    return Terms.freshBound(term, 1 << 20);
  }

  private static List<Term> flat(Term term) {
    List<Term> out = new ArrayList<>();
    for (Term f : Terms.factors(term)) {
      if (f instanceof Term.Product p) {
        out.addAll(flat(p));
      } else if (f instanceof Rational r && r.isZero()) {
        return List.of();
      } else {
        out.add(f);
      }
    }
    return out;
  }
}
