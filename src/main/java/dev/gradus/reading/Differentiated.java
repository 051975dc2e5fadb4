package dev.gradus.reading;

import dev.gradus.term.Term;

/**
 * What a side that is printed as a derivative differentiates, before differentiation, under the names of the claim.
 *
 * @param term with its definitions unfolded down to what it is differentiated by
 * @param by what it is differentiated by
 */
public record Differentiated(Term term, Term.Entry by) {}
