package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Parametrised;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Optional;

/** Where the decider asks the searches for points. */
final class Search {
  /** What the search for a refuting point found. */
  sealed interface Found {
    record Refuting(Evidence evidence) implements Found {}

    record Agreed(int points, List<Integer> sizes, int digits) implements Found {
      public Agreed {
        sizes = List.copyOf(sizes);
      }
    }

    record Nothing(String why) implements Found {}
  }

  private Search() {}

  /** Points at which both sides have a value, one for each equality pattern of the indices that has one; as many as so many steps allow. */
  static List<Point> witnesses(Claim claim, long share, Budget budget) {
    long steps = Math.min(share, budget.left());
    Budget own = Budget.ofSteps(steps);
    List<Point> found = PointSearch.witnesses(claim, own);
    if (found.isEmpty()) {
      own = Budget.ofSteps(steps);
      Optional<Claim> put = Parametrised.of(claim, own);
      found = put.isPresent() ? PointSearch.witnesses(put.get(), own) : found;
    }
    budget.spend(Math.min(steps, steps - own.left()));
    return found;
  }

  private static Refuter.Outcome points(Claim claim, boolean proved, Budget budget) {
    return proved ? Refuter.glance(claim, budget) : Refuter.search(claim, budget);
  }

  static Found refute(Claim claim, boolean proved, Budget budget) {
    Refuter.Outcome outcome = points(claim, proved, budget);
    Optional<Claim> put = outcome instanceof Refuter.Outcome.Found ? Optional.empty() : Parametrised.of(claim, budget);
    if (put.isPresent()) {
      // such points are but a part of those that satisfy the equations: that the sides agree at all of them says little
      Refuter.Outcome other = points(put.get(), proved, budget);
      outcome = other instanceof Refuter.Outcome.Found ? other : outcome;
    }
    return switch (outcome) {
      case Refuter.Outcome.Found f -> new Found.Refuting(f.evidence());
      case Refuter.Outcome.Agreed a -> new Found.Agreed(a.points(), a.sizes(), a.digits());
      case Refuter.Outcome.NoPoint n -> new Found.Nothing(n.reason());
      case Refuter.Outcome.Refused r -> new Found.Nothing(r.reason());
    };
  }
}
