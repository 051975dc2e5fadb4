package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import java.util.List;

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
    budget.spend(Math.min(steps, steps - own.left()));
    return found;
  }

  static Found refute(Claim claim, boolean proved, Budget budget) {
    return switch (proved ? Refuter.glance(claim, budget) : Refuter.search(claim, budget)) {
      case Refuter.Outcome.Found f -> new Found.Refuting(f.evidence());
      case Refuter.Outcome.Agreed a -> new Found.Agreed(a.points(), a.sizes(), a.digits());
      case Refuter.Outcome.NoPoint n -> new Found.Nothing(n.reason());
      case Refuter.Outcome.Refused r -> new Found.Nothing(r.reason());
    };
  }
}
