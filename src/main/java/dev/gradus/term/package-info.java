/**
 * The language of mathematics inside: terms in index notation with explicit sums over symbolic ranges. Knows what terms are; never
 * decides anything.
 *
 * <pre>
 * range   r ::= a name with a least size, or a fixed size
 * index   i ::= free | bound | literal                     always of one range
 * term    t ::= q | size(r) | place(i) | pi | T[i1..ik] | t+..+t | t*..*t | t^k | f(t) | delta(i,j) | over_i t | [g]t
 * guard   g ::= i=j | i!=j | i&lt;j | t&gt;0 | t&gt;=0 | t=0 | t!=0
 * f         ::= exp | log | step | sqrt | sin | cos | opaque
 * </pre>
 *
 * A term is strict: it is undefined where any part of it is, also under a factor 0 (SOUNDNESS 2); only a guard is lazy (SOUNDNESS 3).
 * sigmoid, tanh, softplus, ReLU, |.|, max, also over a range, are not functions here: they are defined through these.
 *
 * <p>Public types: {@link dev.gradus.term.Term}, {@link dev.gradus.term.Rational}, {@link dev.gradus.term.Family}, {@link
 * dev.gradus.term.Range}, {@link dev.gradus.term.Index}, {@link dev.gradus.term.Condition}, {@link dev.gradus.term.Function}, {@link
 * dev.gradus.term.Terms} (builders and traversals), {@link dev.gradus.term.Greatest}, {@link dev.gradus.term.Renaming}, {@code TermOrder}, {@code Latex}, {@link dev.gradus.term.FamilyName}, {@link dev.gradus.term.Budget}, {@link dev.gradus.term.Reason}.
 */
@NullMarked
package dev.gradus.term;

import org.jspecify.annotations.NullMarked;
