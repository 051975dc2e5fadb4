package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Map;

/** Proposes evidence for a claim, the cheapest first; believed by nobody before the kernel has judged it. */
final class Prover {
  private Prover() {}

  /** In: a claim. Out: what may show it, to be judged in this order: normal forms, logarithms compared by exponentials, cutoff; signs for orders. */
  static List<Evidence> evidence(Claim claim, Budget budget) {
    List<Point> witnesses = Search.witnesses(claim, budget);
    return switch (claim.order()) {
      case EQUAL ->
          List.of(
              new Evidence.SameNormalForm(false, witnesses),
              new Evidence.SameNormalForm(true, witnesses),
              new Evidence.CutoffSizes(Map.of(), witnesses));
      case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> List.of(new Evidence.SignCertificate("sign", witnesses));
    };
  }
}
