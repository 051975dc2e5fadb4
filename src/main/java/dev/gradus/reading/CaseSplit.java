package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The cases a claim falls into: an argument of a step positive or negative. A claim that fails in general and holds in one of them may stand under a
 * condition that was not read (READING 6).
 */
final class CaseSplit {
  private static final int MOST = 12;

  private CaseSplit() {}

  /** The claim in each case of a step function: against one branch's value nothing is refuted. */
  static List<Claim> ofSteps(Claim claim) {
    List<Claim> cases = new ArrayList<>();
    if (claim.order() != Claim.Order.EQUAL || (!steps(claim.left()).isEmpty() && !steps(claim.right()).isEmpty())) {
      return cases;
    }
    Set<Term> steps = steps(claim.left(), claim.right());
    if (steps.stream().anyMatch(CaseSplit::stepped)) {
      return cases;
    }
    for (Term u : steps) {
      add(cases, claim, new Condition.Positive(u));
      add(cases, claim, new Condition.Positive(Terms.negate(u)));
    }
    return cases;
  }

  private static void add(List<Claim> cases, Claim claim, Condition condition) {
    if (cases.size() >= MOST) {
      return;
    }
    List<Assumption> assumptions = new ArrayList<>(claim.assumptions());
    assumptions.add(Assumption.convention(new Fact.Holds(condition), "a case"));
    cases.add(claim.under(assumptions));
  }

  /** Arguments of steps and of guards on terms, without bound indices. */
  private static Set<Term> steps(Term... sides) {
    Set<Term> found = new LinkedHashSet<>();
    for (Term side : sides) {
      Terms.visit(
          side,
          t -> {
            if (t instanceof Term.Apply a && a.function() == Elementary.STEP && closed(a.argument())) {
              found.add(a.argument());
            }
            if (t instanceof Term.Guard g) {
              Terms.terms(g.condition()).stream().filter(u -> !(u instanceof Rational) && closed(u)).forEach(found::add);
            }
          });
    }
    return found;
  }

  /** Whether a step or a guarded part is in the term. In another step's argument: its kink may be a half line, which is no branch. */
  static boolean stepped(Term term) {
    return (term instanceof Term.Apply a && a.function() == Elementary.STEP) || term instanceof Term.Guard || Terms.parts(term).stream().anyMatch(CaseSplit::stepped);
  }

  private static boolean closed(Term term) {
    boolean[] closed = {true};
    Set<Index> own = new LinkedHashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Over o) {
            own.add(o.index());
          }
        });
    Terms.visit(term, t -> closed[0] &= Terms.ownIndices(t).stream().noneMatch(i -> i instanceof Index.Bound && !own.contains(i)));
    return closed[0];
  }
}
