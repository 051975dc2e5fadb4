/**
 * Derivatives of terms by a component of a family. A term and an entry in, a term out; decides nothing.
 *
 * <p>Public types: {@link dev.gradus.calculus.Derivative}.
 */
@NullMarked
package dev.gradus.calculus;

import org.jspecify.annotations.NullMarked;
