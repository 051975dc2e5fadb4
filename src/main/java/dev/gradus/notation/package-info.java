/**
 * A side of a relation in, a {@link dev.gradus.notation.Notation} out: the tree of what is printed, by the ANTLR grammar in {@code
 * grammar/}. Meaning is left open: juxtaposition may be a product or an application, a script may be an index, a power or a label.
 * Parsing cannot fail: what is not understood is a {@link dev.gradus.notation.Notation.Unreadable} node with its place and what was
 * expected there.
 *
 * <p>Public types: {@link dev.gradus.notation.NotationParser} (the way in), {@link dev.gradus.notation.Notation}, {@link
 * dev.gradus.notation.Outline} (the tree as one readable line).
 */
@NullMarked
package dev.gradus.notation;

import org.jspecify.annotations.NullMarked;
