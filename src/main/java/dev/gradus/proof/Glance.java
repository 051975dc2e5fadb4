package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Limits;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.proof.kernel.PointCheck.Comparison;
import dev.gradus.term.Budget;
import dev.gradus.term.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A quick look at a few points before anything is spent on a proof. */
public final class Glance {
  private static final int MOST_PATTERNS = 6;
  private static final int DIGITS = 15;
  private static final int POINTS = 2;
  private static final List<Mode> MODES = List.of(Mode.GENERIC, Mode.UNIT, Mode.NEGATIVE, Mode.POSITIVE, Mode.LARGE);

  private Glance() {}

  /** In: a claim. Out: false where it fails at one of a few points, has no value at any, or speaks of something unknown; true says nothing. */
  public static boolean mayHold(Claim claim, Budget budget) {
    if (ClaimParts.ambiguous(claim) || ClaimParts.holdsUnknown(claim.left()) || ClaimParts.holdsUnknown(claim.right())) {
      return false;
    }
    if (Limits.in(claim)) {
      return true;
    }
    List<Map<Range, Integer>> sizes = PointSearch.sizes(claim, budget);
    if (sizes.isEmpty()) {
      return false;
    }
    boolean valued = false;
    for (PointSearch.Pattern pattern : PointSearch.somePatterns(claim, sizes.getFirst(), MOST_PATTERNS, budget)) {
      int agreeing = agreeing(claim, pattern, budget);
      if (agreeing < 0) {
        return false;
      }
      valued |= agreeing > 0;
    }
    return valued;
  }

  /** At how many points of the pattern it holds; less than none where it fails at one. */
  private static int agreeing(Claim claim, PointSearch.Pattern pattern, Budget budget) {
    Sampler sampler = new Sampler(claim, pattern, budget);
    int agreeing = 0;
    for (int k = 0; k < MODES.size() && agreeing < POINTS; k++) {
      Optional<Comparison> c = sampler.sample(MODES.get(k), 1).map(p -> PointCheck.compare(claim, p, DIGITS, budget));
      if (c.isPresent() && c.get() instanceof Comparison.Fails) {
        return -1;
      }
      boolean value = c.isPresent() && (c.get() instanceof Comparison.Agrees || (c.get() instanceof Comparison.Open o && o.cause() == PointCheck.Cause.PRECISION));
      agreeing += value ? 1 : 0;
    }
    return agreeing;
  }
}
