/**
 * What a verdict rests on: evidence in, verdict out. Searches nothing, imports only {@code term} and {@code calculus}. {@link
 * dev.gradus.proof.kernel.Kernel} alone makes {@code Proved} and {@code Refuted}.
 *
 * <p>Public types: {@link dev.gradus.proof.kernel.Claim}, {@link dev.gradus.proof.kernel.Fact}, {@link dev.gradus.proof.kernel.Assumption},
 * {@link dev.gradus.proof.kernel.Point}, {@link dev.gradus.proof.kernel.Evidence}, {@link dev.gradus.proof.kernel.Verdict}, {@link
 * dev.gradus.proof.kernel.Kernel}, and what searches may use of its machinery: {@code NormalForm}, {@code Evaluation}, {@code
 * Interval}, {@code Domain}, {@code Sign}, {@code Inequality}, {@code Contrary}, {@code Cutoff}, {@code PointCheck}, {@code Admission}, {@code ClaimParts}, {@code Limits}, {@code Geometric},
 * {@code Parametrised};
 * why it refuses: {@code Refusal}.
 */
@NullMarked
package dev.gradus.proof.kernel;

import org.jspecify.annotations.NullMarked;
