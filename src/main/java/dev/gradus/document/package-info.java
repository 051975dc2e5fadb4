/**
 * Bytes in, an {@link dev.gradus.document.Answer} out: headings, prose and formulas in document order, every formula cut into clauses at
 * its relation signs. Knows Markdown, LaTeX and notebooks; knows nothing of mathematics. The text is never changed: what macros expand
 * to keeps the span of their use ({@link dev.gradus.document.MathText}).
 *
 * <p>Public types: {@link dev.gradus.document.AnswerReader} (the way in), {@link dev.gradus.document.Opened}, {@link
 * dev.gradus.document.Answer}, {@link dev.gradus.document.Piece}, {@link dev.gradus.document.Clause}, {@link dev.gradus.document.MathText}, {@link
 * dev.gradus.document.CodePoints}, {@link dev.gradus.document.MathBuilder}, {@link dev.gradus.document.RelationSign}, {@link dev.gradus.document.Span}, {@link
 * dev.gradus.document.LineMap}, {@link dev.gradus.document.Source}, {@link dev.gradus.document.Trouble}.
 */
@NullMarked
package dev.gradus.document;

import org.jspecify.annotations.NullMarked;
