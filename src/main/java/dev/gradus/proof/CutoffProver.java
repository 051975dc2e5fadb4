package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Cutoff;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Optional;

/** Proposes the sizes at which an equality has to be looked at to hold for every size. */
final class CutoffProver {
  private CutoffProver() {}

  /** In: a claim of equality, and points at which both sides have a value. Out: evidence that the kernel accepts, if the cutoff theorem decides the claim. */
  static Optional<Evidence.CutoffSizes> search(Claim claim, List<Point> witnesses, Budget budget) {
    return Cutoff.of(claim, budget) instanceof Cutoff.Outcome.Zero z ? Optional.of(new Evidence.CutoffSizes(z.greatest(), witnesses)) : Optional.empty();
  }
}
