/**
 * The search for evidence: provers and the refuter try, {@code proof.kernel} judges what they found, {@link dev.gradus.proof.Decider} asks
 * both. A claim in, a verdict with its evidence out. Knows nothing of documents.
 *
 * <p>Public types: {@link dev.gradus.proof.Decider}, {@link dev.gradus.proof.Oracle}, {@link dev.gradus.proof.Derived}, {@link
 * dev.gradus.proof.Refuter}, {@link dev.gradus.proof.PointSearch}, and the reasons, {@code UndecidedReason}, {@link dev.gradus.proof.Glance}.
 */
@NullMarked
package dev.gradus.proof;

import org.jspecify.annotations.NullMarked;
