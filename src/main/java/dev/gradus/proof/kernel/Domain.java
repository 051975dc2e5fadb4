package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a term is defined, read off the term as written (SOUNDNESS 1, 2). */
public final class Domain {
  private Domain() {}

  /**
   * One condition of definedness: for all elements of {@code under} that meet all {@code guards}, {@code condition} holds.
   *
   * @param under the binders above the place
   * @param guards the guards above the place
   */
  public record Presupposition(List<Index.Bound> under, List<Condition> guards, Condition condition) {
    public Presupposition {
      under = List.copyOf(under);
      guards = List.copyOf(guards);
    }
  }

  /**
   * Every presupposition of the term, inner ones first, duplicates removed. Numbers are looked at: a logarithm of 2 presupposes nothing. Not listed: that literal
   * elements exist (the sizes tell) and that opaque functions have a value.
   */
  public static List<Presupposition> of(Term term) {
    Set<Presupposition> found = new LinkedHashSet<>();
    collect(term, List.of(), List.of(), found);
    return List.copyOf(found);
  }

  private static void collect(Term term, List<Index.Bound> under, List<Condition> guards, Set<Presupposition> found) {
    switch (term) {
      case Term.Over o -> collect(o.body(), with(under, o.index()), guards, found);
      case Term.Guard g -> {
        // The condition is evaluated first, guarded only by the guards above it.
        Terms.terms(g.condition()).forEach(t -> collect(t, under, guards, found));
        collect(g.body(), under, with(guards, g.condition()), found);
      }
      case Term.Power p -> {
        collect(p.base(), under, guards, found);
        if (p.exponent() < 0) {
          require(new Condition.NonZero(p.base()), under, guards, found);
        }
      }
      case Term.Apply a -> {
        collect(a.argument(), under, guards, found);
        if (a.function() == Function.Elementary.LOG) {
          require(new Condition.Positive(a.argument()), under, guards, found);
        } else if (a.function() == Function.Elementary.SQRT) {
          require(new Condition.NonNegative(a.argument()), under, guards, found);
        }
      }
      case Term.Sum s -> s.terms().forEach(t -> collect(t, under, guards, found));
      case Term.Product p -> p.factors().forEach(t -> collect(t, under, guards, found));
      case Rational r -> {}
      case Term.Size s -> {}
      case Term.Place p -> {}
      case Term.Pi p -> {}
      case Term.Entry e -> {}
      case Term.Delta d -> {}
    }
  }

  private static void require(Condition condition, List<Index.Bound> under, List<Condition> guards, Set<Presupposition> found) {
    boolean met = Terms.terms(condition).get(0) instanceof Rational r && Evaluator.meets(condition, r.signum());
    if (!met) {
      found.add(new Presupposition(under, guards, condition));
    }
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
