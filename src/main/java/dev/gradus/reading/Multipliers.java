package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Derivatives of a Lagrangian: where what is differentiated by x holds a number times (sum_k x_k - 1), the x_k are free in it, whatever the text says that they sum to:
 * on the constraint that term would be nothing, and nobody would write it (SOUNDNESS 20: the constrained reading is none).
 */
final class Multipliers {
  private static final String BY = "derivative by ";

  private Multipliers() {}

  /** Takes the names that are free in this sense out of what derivatives are doubtful by, where no other equation ties them. */
  static void free(Session session, List<Assumption> assumptions) {
    Set<String> targets = new TreeSet<>();
    session.used.stream().filter(u -> u.startsWith(BY)).forEach(u -> targets.add(u.substring(BY.length())));
    for (String x : targets) {
      boolean only = assumptions.stream().allMatch(a -> !(a.fact() instanceof Fact.Equation e) || sums(e.left(), e.right(), x) || Terms.families(e.left(), e.right()).stream().noneMatch(f -> f.name().equals(x)));
      boolean held = session.derivatives().stream().filter(d -> d.by().family().name().equals(x)).anyMatch(d -> holds(session.unfold(d.term(), Collections.singleton(x)), x));
      if (only && held) {
        session.used.remove(BY + x);
        session.used.remove("equation on " + x);
      }
    }
  }

  /** sum_k x_k = c. */
  private static boolean sums(Term left, Term right, String x) {
    return (total(left, x) && right instanceof Rational) || (total(right, x) && left instanceof Rational);
  }

  /** sum_k x_k over the whole range, or minus it. */
  private static boolean total(Term t, String x) {
    if (t instanceof Term.Product p && p.factors().size() == 2 && p.factors().get(0) instanceof Rational) {
      return total(p.factors().get(1), x);
    }
    return t instanceof Term.Over o && o.body() instanceof Term.Entry e && e.family().name().equals(x) && e.indices().equals(List.<Index>of(o.index()));
  }

  /** Whether a number that is no x stands beside (sum_k x_k - c) as a factor. */
  private static boolean holds(Term t, String x) {
    if (t instanceof Term.Product p) {
      boolean constraint = p.factors().stream().anyMatch(f -> f instanceof Term.Sum s && s.terms().size() == 2 && s.terms().stream().anyMatch(u -> total(u, x)) && s.terms().stream().anyMatch(u -> u instanceof Rational));
      Optional<Family> multiplier = p.factors().stream().flatMap(f -> f instanceof Term.Entry e && e.family().isScalar() && !e.family().name().equals(x) ? Optional.of(e.family()).stream() : Optional.<Family>empty().stream()).findFirst();
      if (constraint && multiplier.isPresent()) {
        return true;
      }
    }
    return Terms.parts(t).stream().anyMatch(u -> holds(u, x));
  }
}
