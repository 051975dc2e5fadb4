/**
 * A side of a relation in, a {@link dev.gradus.notation.Notation} out: the tree of what is printed, by the ANTLR grammar in {@code
 * grammar/}. Meaning is left open: juxtaposition may be a product or an application, a script may be an index, a power or a label.
 * Parsing cannot fail: what is not understood is a {@link dev.gradus.notation.Notation.Unreadable} node with its place and what was
 * expected there.
 *
 * <p>Braces are not printed, so they group only where print shows it: as an argument, under a script, behind a big operator or a name. A
 * script without braces whose extent is doubtful ({@code e^-x}, {@code x_10}, {@code {ab}^2}) is not guessed but unreadable.
 *
 * <p>Public types: {@link dev.gradus.notation.NotationParser} (the way in), {@link dev.gradus.notation.Notation}, {@link
 * dev.gradus.notation.Outline} (the tree as one readable line), {@link dev.gradus.notation.BraceMends}, {@link dev.gradus.notation.Typeset}.
 */
@NullMarked
package dev.gradus.notation;

import org.jspecify.annotations.NullMarked;
