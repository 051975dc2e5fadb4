/**
 * The door to Symja, a general computer algebra system: derivatives, simplification, a second opinion. Terms in, terms out; never trusted:
 * what it answers is proved anew by {@code proof} before it counts (THEORY 0.1 lists what it gets wrong). Terms are handed over through
 * Symja's classes, never as text, from a fixed list of heads and under caps that are checked before the call. Nothing of Symja is loaded
 * before it is first asked.
 *
 * <p>Never knows: documents, verdicts. Public types: {@link dev.gradus.cas.SymjaOracle}, {@link dev.gradus.cas.SecondOpinion}.
 */
@NullMarked
package dev.gradus.cas;

import org.jspecify.annotations.NullMarked;
