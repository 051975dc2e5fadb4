package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Points of equations that no numbers satisfy: {@code ln x = 3} holds at x = e^3. Each stated equation gives one component as a term in the others,
 * with which it holds identically. A point of what is left, which does not know that component, is a point of the claim, the component's value being
 * that of the term.
 */
public final class Parametrised {
  private static final int MOST = 6;

  private Parametrised() {}

  /** In: a claim under equations. Out: the same with components given by terms, under no equation; nothing where an equation gives none, or there is none. */
  public static Optional<Claim> of(Claim claim, Budget budget) {
    boolean equations = claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation);
    return equations && !ClaimParts.ambiguous(claim) && claim.order() != Claim.Order.NOT_EQUAL ? of(claim, MOST, budget) : Optional.empty();
  }

  private static Optional<Claim> of(Claim claim, int depth, Budget budget) {
    Optional<Assumption> open = claim.assumptions().stream().filter(a -> a.fact() instanceof Fact.Equation).findFirst();
    if (open.isEmpty() || depth == 0) {
      return open.isEmpty() ? Optional.of(claim) : Optional.empty();
    }
    Fact.Equation equation = (Fact.Equation) open.get().fact();
    if (holds(equation, claim, budget)) {
      List<Assumption> others = claim.assumptions().stream().filter(a -> !a.equals(open.get())).toList();
      List<Term> context = new ArrayList<>(claim.context());
      context.add(equation.left());
      context.add(equation.right());
      return of(new Claim(claim.left(), claim.order(), claim.right(), others, claim.explicit(), context), depth, budget);
    }
    for (Solution s : solutions(equation, claim, budget)) {
      boolean solves = s.in(equation) instanceof Fact.Equation e && holds(e, claim, budget);
      Optional<Claim> rest = solves ? put(s, claim).flatMap(c -> of(c, depth - 1, budget)) : Optional.empty();
      if (rest.isPresent()) {
        return rest;
      }
    }
    return Optional.empty();
  }

  /** Whether the equation holds wherever its sides have a value. */
  private static boolean holds(Fact.Equation e, Claim claim, Budget budget) {
    List<Fact> facts = claim.assumptions().stream().map(Assumption::fact).filter(f -> !(f instanceof Fact.Equation)).toList();
    Term zero = Terms.minus(e.left(), e.right());
    return Solution.unambiguous(zero, true) && NormalForm.of(zero, facts, Solution.defined(e), budget).map(f -> f.isZero() || f.isZeroExponentiated()).orElse(false);
  }

  /** What the equation gives, and what the claim itself says of a component. */
  private static List<Solution> solutions(Fact.Equation equation, Claim claim, Budget budget) {
    List<Fact> others = claim.assumptions().stream().map(Assumption::fact).filter(f -> !f.equals(equation)).toList();
    List<Solution> found = new ArrayList<>(Solution.of(new Fact.Equation(equation.left(), equation.right()), others, false, budget));
    if (claim.left() instanceof Term.Entry e && isFree(e, claim.right())) {
      found.add(new Solution(e, claim.right()));
    }
    return found;
  }

  private static boolean isFree(Term.Entry head, Term value) {
    Set<Index> open = new LinkedHashSet<>(Terms.openIndices(value));
    open.removeIf(i -> i instanceof Index.Literal);
    return head.family().kind() == Family.Kind.VARIABLE
        && head.indices().stream().allMatch(i -> i instanceof Index.Free)
        && new LinkedHashSet<>(head.indices()).size() == head.indices().size()
        && head.indices().containsAll(open)
        && Terms.families(value).stream().noneMatch(f -> f.name().equals(head.family().name()));
  }

  /** The claim with the component replaced everywhere; what is stated of its values is said of the term. */
  private static Optional<Claim> put(Solution s, Claim claim) {
    List<Assumption> all = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      boolean own = ClaimParts.family(a.fact()).stream().anyMatch(f -> ClaimParts.same(f, s.head().family()));
      List<Fact> facts = new ArrayList<>();
      switch (a.fact()) {
        case Fact.AllPositive p when own -> facts.add(new Fact.Holds(p.strict() ? new Condition.Positive(every(s)) : new Condition.NonNegative(every(s))));
        case Fact.AllInUnitInterval u when own -> {
          facts.add(new Fact.Holds(new Condition.Positive(every(s))));
          facts.add(new Fact.Holds(new Condition.Positive(Terms.minus(Rational.ONE, every(s)))));
        }
        case Fact.Holds h -> facts.add(new Fact.Holds(Terms.mapTerm(h.condition(), s::in)));
        default -> facts.add(s.in(a.fact()));
      }
      if (facts.stream().anyMatch(f -> ClaimParts.families(f).stream().anyMatch(g -> ClaimParts.same(g, s.head().family())))) {
        return Optional.empty();
      }
      facts.forEach(f -> all.add(a.with(f)));
    }
    List<Term> context = new ArrayList<>(claim.context().stream().map(s::in).toList());
    context.add(every(s));
    return Optional.of(new Claim(s.in(claim.left()), claim.order(), s.in(claim.right()), all, claim.explicit(), context));
  }

  /** The component's value at indices that nothing else speaks of. */
  private static Term every(Solution s) {
    Term value = s.value();
    for (Index i : s.head().indices()) {
      value = Terms.substitute(value, i, new Index.Free("each " + i, i.range()));
    }
    return value;
  }
}
