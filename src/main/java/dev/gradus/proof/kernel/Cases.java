package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims that together imply a claim with steps: for the three signs of a number, and for absolute values in place of the letters. */
final class Cases {
  private Cases() {}

  /** For x > 0, x < 0 and x = 0; steps whose argument then has a sign are numbers. All three hold only if the claim does. */
  static List<Claim> ofSign(Claim claim, Term.Entry x, Budget budget) {
    List<Claim> cases = new ArrayList<>();
    for (Term side : List.of(x, Terms.negate(x))) {
      List<Assumption> more = new ArrayList<>(claim.assumptions());
      more.add(Assumption.stated(new Fact.Holds(new Condition.Positive(side)), ""));
      Facts facts = Facts.of(more);
      cases.add(new Claim(resolved(claim.left(), facts, budget), claim.order(), resolved(claim.right(), facts, budget), more, claim.explicit(), List.of()));
    }
    List<Assumption> about = claim.assumptions().stream().map(a -> a.with(at(a.fact(), x))).toList();
    cases.add(new Claim(Terms.replace(claim.left(), x, Rational.ZERO), claim.order(), Terms.replace(claim.right(), x, Rational.ZERO), about, claim.explicit(), List.of()));
    return cases;
  }

  private static Fact at(Fact fact, Term.Entry x) {
    return fact instanceof Fact.Holds h ? new Fact.Holds(Terms.mapTerm(h.condition(), t -> Terms.replace(t, x, Rational.ZERO))) : fact;
  }

  private static Term resolved(Term t, Facts facts, Budget budget) {
    Optional<Term> argument = Ordered.argument(t);
    if (argument.isPresent()) {
      int s = Sign.of(argument.get(), facts, budget, 1);
      return s == Signs.POS ? Rational.ONE : s == Signs.NEG ? Rational.ZERO : t;
    }
    return Terms.mapParts(t, p -> resolved(p, facts, budget));
  }

  /** Where a family occurs only in |x_i| and even powers, with a family that is not negative in place of |x|; nothing where none does. */
  static Optional<Claim> absolute(Claim claim) {
    Set<Family> found = new LinkedHashSet<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(side, t -> absoluteValue(t).ifPresent(e -> found.add(e.family())));
    }
    Claim result = claim;
    for (Family f : found) {
      Family a = new Family("absolute " + f.name(), f.axes(), f.kind(), List.of(), List.of());
      boolean spoken = claim.assumptions().stream().anyMatch(s -> ClaimParts.families(s.fact()).contains(f));
      Term left = with(result.left(), f, a);
      Term right = with(result.right(), f, a);
      if (!spoken && f.kind() == Family.Kind.VARIABLE && !Terms.families(left, right).contains(f)) {
        List<Assumption> more = new ArrayList<>(result.assumptions());
        more.add(Assumption.stated(new Fact.AllPositive(a, false), ""));
        result = new Claim(left, result.order(), right, more, result.explicit(), List.of());
      }
    }
    return result.equals(claim) ? Optional.empty() : Optional.of(result);
  }

  private static Optional<Term.Entry> absoluteValue(Term t) {
    return Terms.insideAbs(t).flatMap(u -> u instanceof Term.Entry e ? Optional.of(e) : Optional.empty());
  }

  private static Term with(Term t, Family f, Family a) {
    Optional<Term.Entry> value = absoluteValue(t);
    if (value.isPresent() && value.get().family().equals(f)) {
      return new Term.Entry(a, value.get().indices());
    }
    if (t instanceof Term.Power(Term.Entry e, int n) && n % 2 == 0 && e.family().equals(f)) {
      return new Term.Power(new Term.Entry(a, e.indices()), n);
    }
    return Terms.mapParts(t, p -> with(p, f, a));
  }
}
