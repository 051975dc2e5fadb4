package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The summation convention as another reading: an index that stands twice in one product and on one side only may be summed (READING 20). */
final class Summation {
  private Summation() {}

  /** The claim with such indices summed; empty where there are none. */
  static Optional<Claim> summed(Claim claim) {
    Term left = claim.left();
    Term right = claim.right();
    Set<Index.Free> onLeft = free(left);
    Set<Index.Free> onRight = free(right);
    int bound = Math.max(Terms.greatestBound(left), Terms.greatestBound(right));
    for (Index.Free i : onLeft) {
      if (!onRight.contains(i) && count(left, i) > 1) {
        left = over(left, i, new Index.Bound(++bound, i.range()));
      }
    }
    for (Index.Free i : onRight) {
      if (!onLeft.contains(i) && count(right, i) > 1) {
        right = over(right, i, new Index.Bound(++bound, i.range()));
      }
    }
    boolean none = left.equals(claim.left()) && right.equals(claim.right());
    if (none) {
      return Optional.empty();
    }
    left = Terms.freshBound(left, bound);
    right = Terms.freshBound(right, Terms.greatestBound(left));
    return Optional.of(new Claim(left, claim.order(), right, claim.assumptions(), claim.explicit(), claim.context()));
  }

  private static Set<Index.Free> free(Term term) {
    Set<Index.Free> found = new LinkedHashSet<>();
    Terms.openIndices(term).forEach(i -> {
      if (i instanceof Index.Free f) {
        found.add(f);
      }
    });
    return found;
  }

  private static int count(Term term, Index.Free index) {
    int[] seen = {0};
    Terms.visit(
        term,
        t -> {
          seen[0] += (int) Terms.ownIndices(t).stream().filter(index::equals).count();
          // y_k^2 is y_k y_k
          seen[0] += t instanceof Term.Power p && p.exponent() > 1 && Terms.mentions(p.base(), index) ? 1 : 0;
        });
    return seen[0];
  }

  /** Sums each product in which the index stands. */
  private static Term over(Term term, Index.Free index, Index.Bound bound) {
    if (!Terms.mentions(term, index)) {
      return term;
    }
    boolean inside =
        term instanceof Term.Sum
            || term instanceof Term.Apply
            || (term instanceof Term.Power q && q.exponent() < 0)
            || (term instanceof Term.Product p && p.factors().stream().filter(f -> Terms.mentions(f, index)).count() == 1);
    return inside ? Terms.mapParts(term, t -> over(t, index, bound)) : new Term.Over(bound, Terms.substitute(term, index, bound));
  }
}
