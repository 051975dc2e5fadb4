package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A claim follows from its cases: each step is 1 and its argument not negative, or 0 and its argument not positive, which leaves out no value that a step may have
 * at 0 (SOUNDNESS 4); each guarded part counts and its condition holds, or it is 0 and its condition fails. A sum in a condition is any number there.
 */
final class StepCases {
  /** Cases beyond this are not gone through. */
  private static final int DEEPEST = 5;

  /** Names of binders from here on are those of a closed sum by itself. */
  private static final int OWN = 1_000_000;

  private final Predicate<Claim> plain;
  private final Budget budget;

  private StepCases(Predicate<Claim> plain, Budget budget) {
    this.plain = plain;
    this.budget = budget;
  }

  /** In: a claim, and what shows a claim without steps. Out: whether it shows all cases of this one; those that the facts exclude are none. */
  static boolean shows(Claim claim, Predicate<Claim> plain, Budget budget) {
    return new StepCases(plain, budget).all(abstracted(claim), 0);
  }

  private boolean all(Claim claim, int depth) {
    budget.spend(1);
    Optional<Term> own = innermost(claim.left()).or(() -> innermost(claim.right()));
    if (own.isEmpty()) {
      return plain.test(claim);
    }
    // |x| < 1 says something of x once its sign is known
    Term t = stated(claim).or(() -> own).orElseThrow();
    if (t instanceof Term.Apply step && !flat(step.argument()).equals(step.argument())) {
      Term flat = Terms.step(flat(step.argument()));
      return all(new Claim(Terms.replace(claim.left(), t, flat), claim.order(), Terms.replace(claim.right(), t, flat), mapped(claim.assumptions(), u -> Terms.replace(u, t, flat)), claim.explicit(), List.of()), depth);
    }
    for (boolean held : List.of(true, false)) {
      Condition condition = Terms.mapTerm(held ? holding(t) : failing(t), StepCases::flat);
      Facts facts = Facts.of(claim.assumptions());
      if (excluded(condition, facts)) {
        continue;
      }
      boolean known = Sign.holds(condition, facts, budget);
      if (depth >= DEEPEST && !known) {
        return false;
      }
      UnaryOperator<Term> in = side -> resolved(side, t, held);
      List<Assumption> more = new ArrayList<>(mapped(claim.assumptions(), u -> flat(in.apply(u))));
      if (!known) {
        more.add(Assumption.stated(new Fact.Holds(condition), ""));
      }
      Claim decided = new Claim(in.apply(claim.left()), claim.order(), in.apply(claim.right()), more, claim.explicit(), List.of());
      Optional<Claim> zero = condition instanceof Condition.NonNegative(Term u) && facts.holds(new Condition.NonNegative(flat(Terms.negate(u)))) ? atZero(decided, u) : Optional.of(decided);
      if (zero.isEmpty() || !all(zero.get(), known ? depth : depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** A step in a condition that is stated. */
  private static Optional<Term> stated(Claim claim) {
    return claim.assumptions().stream()
        .filter(a -> a.fact() instanceof Fact.Holds h && Terms.indices(h.condition()).isEmpty())
        .flatMap(a -> a.fact() instanceof Fact.Holds h ? Terms.terms(h.condition()).stream() : java.util.stream.Stream.of())
        .flatMap(u -> innermost(u).stream())
        .filter(u -> u instanceof Term.Apply)
        .findFirst();
  }

  private static List<Assumption> mapped(List<Assumption> assumptions, UnaryOperator<Term> in) {
    return assumptions.stream()
        .map(a -> a.fact() instanceof Fact.Holds h && Terms.indices(h.condition()).isEmpty() ? a.with(new Fact.Holds(Terms.mapTerm(h.condition(), in))) : a)
        .toList();
  }

  /** The claim where a flat sum is 0, with the value that a component without indices has there; empty where there is no such component. */
  private static Optional<Claim> atZero(Claim claim, Term u) {
    List<Term> terms = u instanceof Term.Sum s ? s.terms() : List.of(u);
    for (Term t : terms) {
      boolean scaled = t instanceof Term.Product p && p.factors().size() == 2 && p.factors().get(0) instanceof Rational;
      Rational number = scaled && t instanceof Term.Product p && p.factors().get(0) instanceof Rational r ? r : Rational.ONE;
      Term inner = scaled && t instanceof Term.Product p ? p.factors().get(1) : t;
      List<Term> rest = terms.stream().filter(o -> !o.equals(t)).toList();
      if (inner instanceof Term.Entry x && x.family().isScalar() && rest.stream().noneMatch(o -> Terms.families(o).contains(x.family()))) {
        Term value = Terms.product(number.inverse().negate(), Terms.sum(rest));
        List<Assumption> facts = new ArrayList<>();
        for (Assumption a : claim.assumptions()) {
          if (a.fact() instanceof Fact.Holds h) {
            facts.add(a.with(new Fact.Holds(Terms.mapTerm(h.condition(), o -> flat(Terms.replace(o, x, value))))));
          } else if (ClaimParts.families(a.fact()).stream().noneMatch(x.family()::equals)) {
            facts.add(a);
          }
        }
        return Optional.of(new Claim(Terms.replace(claim.left(), x, value), claim.order(), Terms.replace(claim.right(), x, value), facts, claim.explicit(), List.of()));
      }
    }
    return Optional.empty();
  }

  /** Whether a condition holds nowhere. */
  private boolean excluded(Condition condition, Facts facts) {
    Term opposite = flat(Terms.negate(Terms.terms(condition).get(0)));
    boolean contradicts =
        switch (condition) {
          case Condition.Positive _ -> facts.holds(new Condition.NonNegative(opposite)) || facts.holds(new Condition.Positive(opposite));
          case Condition.NonNegative _ -> facts.holds(new Condition.Positive(opposite));
          case Condition.Zero _, Condition.NonZero _, Condition.Same _, Condition.Distinct _, Condition.Before _ -> false;
        };
    if (contradicts) {
      return true;
    }
    int s = Sign.of(Terms.terms(condition).get(0), facts, budget, 0);
    int allowed =
        switch (condition) {
          case Condition.Positive _ -> Signs.POS;
          case Condition.NonNegative _ -> Signs.NOT_NEG;
          case Condition.Zero _ -> Signs.ZERO;
          case Condition.NonZero _ -> Signs.NEG | Signs.POS;
          case Condition.Same _, Condition.Distinct _, Condition.Before _ -> Signs.ANY;
        };
    return (s & allowed) == 0;
  }

  /** What holds where a step is 1, or a guarded part counts. */
  private static Condition holding(Term t) {
    return t instanceof Term.Guard g ? g.condition() : new Condition.NonNegative(((Term.Apply) t).argument());
  }

  /** What holds where it is 0. */
  private static Condition failing(Term t) {
    if (!(t instanceof Term.Guard g)) {
      return new Condition.NonNegative(Terms.negate(((Term.Apply) t).argument()));
    }
    return switch (g.condition()) {
      case Condition.Positive(Term u) -> new Condition.NonNegative(Terms.negate(u));
      case Condition.NonNegative(Term u) -> new Condition.Positive(Terms.negate(u));
      case Condition.Zero(Term u) -> new Condition.NonZero(u);
      case Condition.NonZero(Term u) -> new Condition.Zero(u);
      case Condition.Same c -> new Condition.Distinct(c.left(), c.right());
      case Condition.Distinct c -> new Condition.Same(c.left(), c.right());
      case Condition.Before c -> throw new IllegalArgumentException("no condition on a term: " + c);
    };
  }

  /** The term with that step, or all parts guarded by that condition, decided; a guard is looked into only where it counts. */
  private static Term resolved(Term term, Term step, boolean held) {
    if (step instanceof Term.Guard g && term instanceof Term.Guard h && h.condition().equals(g.condition())) {
      return held ? resolved(h.body(), step, true) : Rational.ZERO;
    }
    if (term.equals(step)) {
      return held ? Rational.ONE : Rational.ZERO;
    }
    return Terms.mapParts(term, t -> resolved(t, step, held));
  }

  /** A step, or a part guarded by a condition on a term, that speaks of no bound index and has none in its condition. */
  private static Optional<Term> innermost(Term term) {
    boolean step = term instanceof Term.Apply a && a.function() == Function.Elementary.STEP;
    boolean guard = term instanceof Term.Guard g && Terms.indices(g.condition()).isEmpty();
    List<Term> inside = step ? Terms.parts(term) : guard ? Terms.terms(((Term.Guard) term).condition()) : List.of();
    if (step || guard) {
      Optional<Term> deeper = inside.stream().flatMap(t -> innermost(t).stream()).findFirst();
      if (deeper.isPresent()) {
        return deeper;
      }
      boolean closed = inside.stream().flatMap(t -> Terms.openIndices(t).stream()).noneMatch(i -> i instanceof Index.Bound);
      if (closed) {
        return Optional.of(term);
      }
    }
    return Terms.parts(term).stream().flatMap(t -> innermost(t).stream()).findFirst();
  }

  /** A sum of different terms with numbers before them, as far as no product has to be worked out. */
  private static Term flat(Term term) {
    Map<Term, Rational> parts = new TreeMap<>(TermOrder::compare);
    collect(term, Rational.ONE, parts);
    List<Term> terms = new ArrayList<>();
    parts.forEach((t, c) -> terms.addAll(c.isZero() ? List.of() : List.of(t.equals(Rational.ONE) ? c : c.equals(Rational.ONE) ? t : Terms.product(c, t))));
    return Terms.sum(terms);
  }

  private static void collect(Term term, Rational times, Map<Term, Rational> parts) {
    switch (term) {
      case Rational r -> parts.merge(Rational.ONE, r.times(times), Rational::plus);
      case Term.Sum s -> s.terms().forEach(t -> collect(t, times, parts));
      case Term.Product p -> {
        Rational number = times;
        List<Term> rest = new ArrayList<>();
        for (Term f : p.factors()) {
          if (flat(f) instanceof Rational r) {
            number = number.times(r);
          } else {
            rest.add(f);
          }
        }
        if (rest.size() == 1) {
          collect(rest.get(0), number, parts);
        } else {
          parts.merge(Terms.product(rest), number, Rational::plus);
        }
      }
      default -> parts.merge(term, times, Rational::plus);
    }
  }

  /** With a new number for each closed sum in a condition, wherever that sum stands: what holds whatever the number is holds for the sum. */
  private static Claim abstracted(Claim claim) {
    Set<Term> sums = new LinkedHashSet<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(
          side,
          t -> {
            if (t instanceof Term.Apply a && a.function() == Function.Elementary.STEP) {
              sums(a.argument(), sums);
            } else if (t instanceof Term.Guard g) {
              Terms.terms(g.condition()).forEach(u -> sums(u, sums));
            }
          });
    }
    Map<Term, Term> numbers = new LinkedHashMap<>();
    sums.forEach(s -> numbers.put(s, Family.variable("sum " + numbers.size()).at()));
    List<Assumption> facts = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      Fact fact = a.fact() instanceof Fact.Holds h && Terms.indices(h.condition()).isEmpty() ? new Fact.Holds(Terms.mapTerm(h.condition(), t -> flat(numbered(t, numbers)))) : a.fact();
      facts.add(a.with(fact));
    }
    return new Claim(numbered(claim.left(), numbers), claim.order(), numbered(claim.right(), numbers), facts, claim.explicit(), List.of());
  }

  private static void sums(Term term, Set<Term> found) {
    if (term instanceof Term.Over && isClosed(term)) {
      found.add(Terms.freshBound(term, OWN));
    } else {
      Terms.parts(term).forEach(t -> sums(t, found));
    }
  }

  private static Term numbered(Term term, Map<Term, Term> numbers) {
    if (term instanceof Term.Over && isClosed(term)) {
      Term number = numbers.get(Terms.freshBound(term, OWN));
      if (number != null) {
        return number;
      }
    }
    return Terms.mapParts(term, t -> numbered(t, numbers));
  }

  private static boolean isClosed(Term term) {
    return Terms.openIndices(term).stream().noneMatch(i -> i instanceof Index.Bound);
  }
}
