package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashSet;
import java.util.Set;

/** Letters for some element that nothing names (SOUNDNESS 24): a claim with them is refuted only where it fails for every element at once. */
final class OpenLetters {
  private OpenLetters() {}

  /**
   * In: a claim, and letters of its free indices. Out: that at every point some choice of these elements makes it true; which one may depend on the point, as
   * that of a greatest entry does.
   */
  static Claim some(Claim claim, Set<String> letters) {
    Term difference = Terms.minus(claim.right(), claim.left());
    Condition holds =
        switch (claim.order()) {
          case EQUAL -> new Condition.Zero(difference);
          case NOT_EQUAL -> new Condition.NonZero(difference);
          case LESS -> new Condition.Positive(difference);
          case LESS_OR_EQUAL -> new Condition.NonNegative(difference);
          case GREATER -> new Condition.Positive(Terms.negate(difference));
          case GREATER_OR_EQUAL -> new Condition.NonNegative(Terms.negate(difference));
        };
    Term count = new Term.Guard(holds, Rational.ONE);
    Set<Index.Free> open = new LinkedHashSet<>();
    for (Index i : Terms.openIndices(claim.left(), claim.right())) {
      if (i instanceof Index.Free f && letters.contains(f.name())) {
        open.add(f);
      }
    }
    for (Index.Free i : open) {
      Index.Bound bound = new Index.Bound(Terms.greatestBound(count) + 1, i.range());
      count = new Term.Over(bound, Terms.substitute(count, i, bound));
    }
    return new Claim(Rational.ONE, Claim.Order.LESS_OR_EQUAL, count, claim.assumptions(), claim.explicit(), claim.context());
  }
}
