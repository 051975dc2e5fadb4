package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;

/** A claim in which a letter is the number of elements of a range. */
final class Counted {
  private Counted() {}

  /** In: a claim, the letter or size as a term, and a range. Out: the claim with the size of the range in its place. */
  static Claim as(Claim claim, Term letter, Range range) {
    List<Assumption> assumptions =
        claim.assumptions().stream().map(a -> new Assumption(Said.map(a.fact(), t -> put(t, letter, range), c -> Terms.mapTerm(c, t -> put(t, letter, range))), a.origin(), a.text(), a.line())).toList();
    List<Term> context = claim.context().stream().map(t -> put(t, letter, range)).toList();
    return new Claim(put(claim.left(), letter, range), claim.order(), put(claim.right(), letter, range), assumptions, claim.explicit(), context);
  }

  private static Term put(Term term, Term letter, Range range) {
    return term.equals(letter) ? new Term.Size(range) : Terms.mapParts(term, t -> put(t, letter, range));
  }
}
