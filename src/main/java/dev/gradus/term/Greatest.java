package dev.gradus.term;

import java.util.Optional;

/**
 * The greatest value of a term over a range, written with sums and guards: the sum over i of [no j has a greater value, and no j before i has the same]
 * t_i, in which exactly one summand counts. The least value is minus the greatest of -t.
 *
 * @param index runs over the range
 * @param body t_i
 */
public record Greatest(Index.Bound index, Term body) {

  /** As a term; {@code other} is a number that is not used inside. */
  public Term term(int other) {
    Index.Bound j = new Index.Bound(other, index.range());
    Term difference = Terms.minus(Terms.substitute(Terms.freshBound(body, other), index, j), body);
    Term beats =
        Terms.sum(
            new Term.Guard(new Condition.Positive(difference), Rational.ONE),
            new Term.Guard(new Condition.Before(j, index), new Term.Guard(new Condition.Zero(difference), Rational.ONE)));
    Term count = new Term.Over(j, new Term.Guard(new Condition.Distinct(j, index), beats));
    return new Term.Over(index, new Term.Guard(new Condition.Zero(count), body));
  }

  /** Reads {@link #term} back: only a sum that it makes, up to the numbers of bound indices. */
  public static Optional<Greatest> of(Term term) {
    if (term instanceof Term.Over(Index.Bound i, Term.Guard(Condition.Zero(Term.Over(Index.Bound j, Term.Guard g)), Term body))
        && g.condition() instanceof Condition.Distinct
        && j.range().name().equals(i.range().name())) {
      Greatest found = new Greatest(i, body);
      int above = Terms.greatestBound(term) + 1;
      Term made = Terms.freshBound(found.term(above), 0);
      return made.equals(Terms.freshBound(term, 0)) ? Optional.of(found) : Optional.empty();
    }
    return Optional.empty();
  }
}
