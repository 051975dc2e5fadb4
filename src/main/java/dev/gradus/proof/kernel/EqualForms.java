package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks {@link Evidence.SameNormalForm}: the difference of the sides is 0 in every equality pattern, and each pattern has a witness. */
final class EqualForms {
  private final Claim original;
  private final Claim claim;
  private final Evidence.SameNormalForm evidence;
  private final Budget budget;
  private final Set<Condition> kinks = new LinkedHashSet<>();
  /** The claim with closed sums, once these were needed. */
  private Claim closed;

  private EqualForms(Claim original, Claim claim, Evidence.SameNormalForm evidence, Budget budget) {
    this.original = original;
    this.claim = claim;
    this.evidence = evidence;
    this.budget = budget;
    this.closed = original;
  }

  static Checkers.Answer check(Claim original, Evidence.SameNormalForm evidence, Budget budget) {
    if (original.order() != Claim.Order.EQUAL) {
      return no(new Refusal.WrongKind("equal normal forms show an equality only"));
    }
    Optional<Ranges> ranges = Ranges.of(original);
    if (ranges.isEmpty()) {
      return no(new Refusal.Malformed("a name stands for two ranges or two families"));
    }
    return new EqualForms(original, ranges.get().in(original), evidence, budget).check();
  }

  private static Checkers.Answer no(Refusal because) {
    return new Checkers.Answer.No(because);
  }

  private Checkers.Answer check() {
    List<Patterns.Pattern> patterns = Patterns.of(List.of(claim.left(), claim.right()), conditions(claim.assumptions()), budget);
    if (patterns.isEmpty()) {
      return no(new Refusal.NoWitness("the stated conditions on the indices"));
    }
    List<Condition> cutIndices = new ArrayList<>();
    boolean witnessed = false;
    for (Patterns.Pattern pattern : patterns) {
      Outcome outcome = difference(pattern, facts(claim.assumptions()));
      boolean witness = evidence.witnesses().stream().anyMatch(p -> pattern.fits(p) && Checkers.isWitness(original, p, budget) && Checkers.isWitness(closed, p, budget));
      if (outcome == Outcome.UNDEFINED && !witness && !pattern.same().isEmpty() && pattern.same().stream().allMatch(this::mayBeCut)) {
        pattern.same().forEach(s -> cutIndices.add(new Condition.Distinct(s.left(), s.right())));
        continue;
      }
      if (outcome != Outcome.ZERO) {
        return no(new Refusal.FormsDiffer(pattern.text()));
      }
      if (!witness) {
        return no(new Refusal.NoWitness(pattern.text()));
      }
      witnessed = true;
    }
    if (!witnessed) {
      return no(new Refusal.NoWitness(""));
    }
    return ground(patterns, cutIndices);
  }

  private Checkers.Answer ground(List<Patterns.Pattern> patterns, List<Condition> cutIndices) {
    DomainCheck domain = new DomainCheck(claim, budget);
    Optional<Refusal> refusal = domain.run(List.copyOf(kinks));
    if (refusal.isPresent()) {
      return no(refusal.get());
    }
    for (Index index : open()) {
      if (index instanceof Index.Literal l && l.range().fixed().isEmpty()) {
        domain.atLeast(l.range(), needed(l));
      }
    }
    Set<Assumption> used = new LinkedHashSet<>(needed(patterns));
    used.addAll(domain.used());
    List<Condition> cuts = new ArrayList<>(cutIndices);
    cuts.addAll(domain.cuts());
    // The theorem names the assumptions as the claim has them.
    List<Assumption> named = new ArrayList<>();
    for (int k = 0; k < claim.assumptions().size(); k++) {
      if (used.contains(claim.assumptions().get(k))) {
        named.add(original.assumptions().get(k));
      }
    }
    return new Checkers.Answer.Proof(new Ground(named, cuts, domain.leastSizes()));
  }

  /** The size at which the literal exists, apart from the last element where that is named too. */
  private int needed(Index.Literal literal) {
    boolean last = open().contains(Index.Literal.last(literal.range()));
    if (literal.value() == Index.Literal.LAST) {
      return 1;
    }
    return last ? literal.value() + 1 : literal.value();
  }

  private Set<Index> open() {
    return Terms.openIndices(claim.left(), claim.right());
  }

  /** A case i = j that has no value may be cut unless the text itself speaks of it. */
  private boolean mayBeCut(Condition.Same same) {
    return !(same.left() instanceof Index.Literal && same.right() instanceof Index.Literal)
        && conditions(claim.assumptions()).stream().noneMatch(c -> Terms.indices(c).contains(same.left()) || Terms.indices(c).contains(same.right()));
  }

  // --- normal forms

  private enum Outcome {
    ZERO,
    DIFFERENT,
    UNDEFINED
  }

  private Outcome difference(Patterns.Pattern pattern, List<Fact> facts) {
    Term left = Hypotheses.solved(pattern.in(claim.left()), facts);
    Term right = Hypotheses.solved(pattern.in(claim.right()), facts);
    List<Domain.Presupposition> defined = new ArrayList<>(Checkers.domain(left));
    defined.addAll(Checkers.domain(right));
    List<Fact> here = facts.stream().map(pattern::in).toList();
    Outcome outcome = difference(left, right, here, defined);
    if (outcome == Outcome.DIFFERENT && (solvedAway(left, right, facts, pattern, MOST_SOLVED) || powersAgree(left, right, here, defined))) {
      return Outcome.ZERO;
    }
    if (outcome == Outcome.DIFFERENT) {
      Optional<List<Term>> sums = Geometric.closed(left, right, here);
      if (sums.isPresent() && difference(sums.get().get(0), sums.get().get(1), here, defined) == Outcome.ZERO) {
        Optional<List<Term>> whole = Geometric.closed(original.left(), original.right(), facts);
        whole.ifPresent(w -> closed = new Claim(w.get(0), original.order(), w.get(1), original.assumptions(), original.explicit(), original.context()));
        return whole.isPresent() ? Outcome.ZERO : outcome;
      }
    }
    return outcome;
  }

  /** Whether stated equations make the third powers of the sides equal, or the squares of sides that are not negative. */
  private boolean powersAgree(Term left, Term right, List<Fact> here, List<Domain.Presupposition> defined) {
    List<Assumption> stated = here.stream().map(f -> Assumption.stated(f, "")).toList();
    boolean equations = here.stream().anyMatch(f -> f instanceof Fact.Equation);
    boolean signed = equations && isNotNegative(Checkers.sign(left, stated, budget)) && isNotNegative(Checkers.sign(right, stated, budget));
    return (signed && difference(Terms.power(left, 2), Terms.power(right, 2), here, defined) == Outcome.ZERO)
        || (equations && difference(Terms.power(left, 3), Terms.power(right, 3), here, defined) == Outcome.ZERO);
  }

  private static boolean isNotNegative(Sign.Known sign) {
    return sign == Sign.Known.POSITIVE || sign == Sign.Known.NOT_NEGATIVE || sign == Sign.Known.ZERO;
  }

  /** Equations that are solved for a component one after the other. */
  private static final int MOST_SOLVED = 3;

  /** Whether the difference is 0 once an equation is solved for a component and that is put in everywhere (SOUNDNESS 22, 23). */
  private boolean solvedAway(Term left, Term right, List<Fact> facts, Patterns.Pattern pattern, int depth) {
    for (Fact fact : depth == 0 ? List.<Fact>of() : facts) {
      List<Fact> others = facts.stream().filter(f -> !f.equals(fact)).toList();
      for (Solution s : fact instanceof Fact.Equation e ? Solution.of(e, others, budget) : List.<Solution>of()) {
        Term l = s.in(left);
        Term r = s.in(right);
        if (l.equals(left) && r.equals(right)) {
          continue;
        }
        List<Fact> rest = others.stream().map(s::in).toList();
        List<Domain.Presupposition> defined = new ArrayList<>(Checkers.domain(l));
        defined.addAll(Checkers.domain(r));
        if (difference(l, r, rest.stream().map(pattern::in).toList(), defined) == Outcome.ZERO || solvedAway(l, r, rest, pattern, depth - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private Outcome difference(Term left, Term right, List<Fact> here, List<Domain.Presupposition> defined) {
    Optional<NormalForm> form = NormalForm.of(Terms.minus(left, right), here, defined, budget);
    if (form.isEmpty()) {
      return Outcome.UNDEFINED;
    }
    boolean zero = form.get().isZero() || (evidence.exponentiated() && form.get().isZeroExponentiated());
    if (!zero) {
      Optional<List<Form>> implied = Hypotheses.implied(Terms.minus(left, right), here, Terms.openIndices(left, right), defined, budget);
      zero = implied.isPresent();
      implied.orElse(List.of()).forEach(k -> kinks.add(new Condition.NonZero(Raising.of(k))));
    }
    form.get().kinks().forEach(k -> kinks.add(new Condition.NonZero(Raising.of(k))));
    return zero ? Outcome.ZERO : Outcome.DIFFERENT;
  }

  /** The assumptions without which the forms would differ: each is left out in turn, and stays out when the forms are equal all the same. */
  private List<Assumption> needed(List<Patterns.Pattern> patterns) {
    Set<Condition> before = new LinkedHashSet<>(kinks);
    List<Assumption> needed = new ArrayList<>(claim.assumptions());
    for (Assumption assumption : claim.assumptions()) {
      List<Assumption> fewer = new ArrayList<>(needed);
      fewer.remove(assumption);
      boolean onIndices = assumption.fact() instanceof Fact.Holds h && Terms.terms(h.condition()).isEmpty();
      List<Patterns.Pattern> all =
          onIndices ? Patterns.of(List.of(claim.left(), claim.right()), conditions(fewer), budget) : patterns;
      if (all.stream().allMatch(p -> difference(p, facts(fewer)) == Outcome.ZERO)) {
        needed = fewer;
      }
    }
    kinks.clear();
    kinks.addAll(before);
    return needed;
  }

  private static List<Fact> facts(List<Assumption> assumptions) {
    return assumptions.stream().map(Assumption::fact).toList();
  }

  private static List<Condition> conditions(List<Assumption> assumptions) {
    List<Condition> found = new ArrayList<>();
    for (Assumption assumption : assumptions) {
      if (assumption.fact() instanceof Fact.Holds h && Terms.terms(h.condition()).isEmpty()) {
        found.add(h.condition());
      }
    }
    return found;
  }
}
