package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums over the numbers 1..n by induction on n: telescoping sums and the like. Where a range stands in the difference D of the sides by its size and by
 * numbers alone, D(n+1) is D with n+1 for n and one more term in each sum. If D is 0 at the least size, and D(n+1) = D(n) identically, D is 0 at
 * every size; so it is where L(n+1) R(n) = L(n) R(n+1) identically and R is never 0. Provided that both have a value at each smaller size wherever they have
 * one: so whatever a divisor, logarithm or root needs either does not depend on n or is known to hold for all n.
 */
final class Induction {
  private static final int GREATEST_BASE = 8;

  private final Range range;
  private final Term number;

  private Induction(Range range) {
    this.range = range;
    this.number = Terms.sum(new Term.Size(range), Rational.ONE);
  }

  /** In: a claim with its ranges made one. Out: whether induction on the size of one of its ranges shows that its sides are equal where both have a value. */
  static boolean shows(Claim claim, Budget budget) {
    Term difference = Terms.minus(claim.left(), claim.right());
    if (claim.order() != Claim.Order.EQUAL || Terms.holdsLimit(difference)) {
      return false;
    }
    for (Range range : Terms.ranges(difference)) {
      Induction induction = new Induction(range);
      if (range.fixed().isEmpty() && induction.speaksOf(difference) && induction.shows(claim, difference, budget)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sum runs over the range, whose indices are numbers only, and nothing depends on another open index. */
  private boolean speaksOf(Term term) {
    boolean[] sums = {false};
    boolean[] fits = {true};
    Terms.visit(
        term,
        t -> {
          sums[0] |= t instanceof Term.Over o && isOurs(o.index());
          fits[0] &= t instanceof Term.Place || Terms.ownIndices(t).stream().noneMatch(this::isOurs);
          fits[0] &= !(t instanceof Term.Apply a && a.function() instanceof Function.Opaque);
        });
    return sums[0] && fits[0] && Terms.openIndices(term).stream().allMatch(i -> i instanceof Index.Literal);
  }

  private boolean isOurs(Index index) {
    return index.range().name().equals(range.name());
  }

  private boolean shows(Claim claim, Term difference, Budget budget) {
    List<Fact> facts = new ArrayList<>();
    List<Assumption> free = new ArrayList<>();
    int least = range.least();
    for (Assumption a : claim.assumptions()) {
      if (a.fact() instanceof Fact.LeastSize l && l.range().name().equals(range.name())) {
        least = Math.max(least, l.size());
      } else if (isFree(a.fact())) {
        facts.add(a.fact());
        free.add(a);
      }
    }
    if (least > GREATEST_BASE || !hasValuesBefore(difference, free, budget)) {
      return false;
    }
    Term next = next(difference);
    List<Domain.Presupposition> defined = new ArrayList<>(Checkers.domain(difference));
    defined.addAll(Checkers.domain(next));
    boolean step = isZero(Terms.minus(next, difference), facts, defined, budget) || (isNonZero(claim.right(), free, budget) && isZero(crossed(claim), facts, defined, budget));
    return step && isZero(at(difference, least), facts, List.of(), budget);
  }

  /** L(n+1) R(n) - L(n) R(n+1). */
  private Term crossed(Claim claim) {
    return Terms.minus(Terms.product(next(claim.left()), claim.right()), Terms.product(claim.left(), next(claim.right())));
  }

  private static boolean isNonZero(Term term, List<Assumption> free, Budget budget) {
    Sign.Known sign = Checkers.sign(term, free, budget);
    return sign == Sign.Known.POSITIVE || sign == Sign.Known.NEGATIVE || sign == Sign.Known.NOT_ZERO;
  }

  private static boolean isZero(Term term, List<Fact> facts, List<Domain.Presupposition> defined, Budget budget) {
    return NormalForm.of(Terms.freshBound(term, Terms.greatestBound(term)), facts, defined, budget).map(f -> (f.isZero() || f.isZeroExponentiated()) && f.kinks().isEmpty()).orElse(false);
  }

  /** Whether a fact says the same at every size. */
  private boolean isFree(Fact fact) {
    boolean families = ClaimParts.family(fact).stream().flatMap(f -> f.axes().stream()).noneMatch(r -> r.name().equals(range.name()));
    boolean indices = !(fact instanceof Fact.Holds h) || Terms.indices(h.condition()).stream().noneMatch(this::isOurs);
    return families && indices && ClaimParts.terms(fact).stream().allMatch(this::isFree);
  }

  private boolean isFree(Term term) {
    return Terms.ranges(term).stream().noneMatch(r -> r.name().equals(range.name()));
  }

  private boolean hasValuesBefore(Term term, List<Assumption> free, Budget budget) {
    for (Domain.Presupposition p : Checkers.domain(term)) {
      boolean same = Terms.terms(p.condition()).stream().allMatch(this::isFree) && p.guards().stream().flatMap(g -> Terms.terms(g).stream()).allMatch(this::isFree);
      if (same) {
        continue;
      }
      Sign.Known sign = Checkers.sign(Terms.terms(p.condition()).get(0), free, budget);
      boolean holds =
          switch (p.condition()) {
            case Condition.Positive c -> sign == Sign.Known.POSITIVE;
            case Condition.NonNegative c -> sign == Sign.Known.POSITIVE || sign == Sign.Known.NOT_NEGATIVE;
            case Condition.NonZero c -> isNonZero(c.term(), free, budget);
            case Condition.Zero c -> false;
            case Condition.Same c -> false;
            case Condition.Distinct c -> false;
            case Condition.Before c -> false;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** The term at the next size, by sums at this one. */
  private Term next(Term term) {
    return switch (term) {
      case Term.Size s when s.range().name().equals(range.name()) -> number;
      case Term.Place p when p.index() instanceof Index.Literal l && l.value() == Index.Literal.LAST && isOurs(l) -> number;
      case Term.Over o when isOurs(o.index()) -> {
        Term body = next(o.body());
        Term sum = new Term.Over(o.index(), body);
        yield Terms.sum(sum, Terms.replace(Terms.freshBound(body, Terms.greatestBound(sum)), new Term.Place(o.index()), number));
      }
      default -> Terms.mapParts(term, this::next);
    };
  }

  /** The term at a size. */
  private Term at(Term term, int size) {
    return switch (term) {
      case Term.Size s when s.range().name().equals(range.name()) -> Rational.of(size);
      case Term.Place p when p.index() instanceof Index.Literal l && l.value() == Index.Literal.LAST && isOurs(l) -> Rational.of(size);
      case Term.Over o when isOurs(o.index()) -> {
        Term body = at(o.body(), size);
        List<Term> terms = new ArrayList<>();
        for (int k = 1; k <= size; k++) {
          terms.add(Terms.replace(body, new Term.Place(o.index()), Rational.of(k)));
        }
        yield Terms.sum(terms);
      }
      default -> Terms.mapParts(term, t -> at(t, size));
    };
  }
}
