package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Proposes evidence for a claim, the cheapest first; believed by nobody before the kernel has judged it. */
final class Prover {
  private Prover() {}

  /**
   * In: a claim. Out: what may show it once points are added, to be judged in this order: normal forms, logarithms compared by exponentials, cases of
   * steps, products of matrices, cutoff, induction; signs for orders. Each is looked for only when it is asked for.
   */
  static Iterator<Evidence> evidence(Claim claim, Budget budget) {
    List<Point> none = List.of();
    Stream<Supplier<Optional<? extends Evidence>>> searches =
        switch (claim.order()) {
          case EQUAL ->
              Stream.of(
                  () -> Optional.of(new Evidence.SameNormalForm(false, none)),
                  () -> Optional.of(new Evidence.SameNormalForm(true, none)),
                  () -> InequalityProver.cases(claim, budget),
                  () -> Inverses.ofEquations(claim) ? Optional.of(new Evidence.MatrixProducts(none)) : Optional.empty(),
                  () -> CutoffProver.search(claim, none, budget),
                  () -> countsPlaces(claim) ? Optional.of(new Evidence.BySteps(none)) : Optional.empty());
          case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Stream.of(() -> InequalityProver.search(claim, none, budget));
        };
    return searches.<Evidence>flatMap(s -> s.get().stream()).iterator();
  }

  /** Whether an index is used as a number. */
  private static boolean countsPlaces(Claim claim) {
    boolean[] found = {false};
    List.of(claim.left(), claim.right()).forEach(side -> Terms.visit(side, t -> found[0] |= t instanceof Term.Place));
    return found[0];
  }

  /** The same evidence with the points. */
  static Evidence with(Evidence evidence, List<Point> witnesses) {
    return switch (evidence) {
      case Evidence.SameNormalForm e -> new Evidence.SameNormalForm(e.exponentiated(), witnesses);
      case Evidence.CutoffSizes e -> new Evidence.CutoffSizes(e.greatest(), witnesses);
      case Evidence.MatrixProducts e -> new Evidence.MatrixProducts(witnesses);
      case Evidence.BySteps e -> new Evidence.BySteps(witnesses);
      case Evidence.SignCertificate e -> new Evidence.SignCertificate(e.rule(), e.sizes(), witnesses);
      case Evidence.OfLimits e -> new Evidence.OfLimits(with(e.inner(), witnesses));
      case Evidence.LimitsAtPoint e -> e;
      case Evidence.AtPoint e -> e;
      case Evidence.OpenSet e -> e;
    };
  }
}
