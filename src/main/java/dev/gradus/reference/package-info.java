/**
 * The library of known results, and whether an answer reached one of them. Enters: the name of a reference form and the chains of claims of
 * an answer, as terms. Leaves: the same result, a different one, or not found. Every form is a readable LaTeX file beside this
 * package and the same claims as terms; the tests prove each for every size.
 *
 * <p>Never knows: documents, notation. Public types: {@link dev.gradus.reference.References}, {@link dev.gradus.reference.ReferenceForm}, {@link
 * dev.gradus.reference.Asked}, {@link dev.gradus.reference.Alignment}, {@link dev.gradus.reference.Comparison}, {@link
 * dev.gradus.reference.Chain}.
 */
@NullMarked
package dev.gradus.reference;

import org.jspecify.annotations.NullMarked;
