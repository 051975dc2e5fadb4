package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Range;
import dev.gradus.term.Reason;
import java.util.List;
import java.util.Map;

/** What was decided of a claim. {@link Proved} and {@link Refuted} are made by {@link Kernel} alone. */
public sealed interface Verdict {
  /** A theorem: nobody outside the kernel can construct one. */
  sealed interface Proved extends Verdict permits Theorem {
    Claim claim();

    Evidence evidence();

    /** The assumptions the proof used. */
    List<Assumption> used();

    /** What was cut out of the domain (SOUNDNESS 6), not stated in the text. */
    List<Condition> cuts();

    /** The least size for each range where that is more than the range's own least size. */
    Map<Range, Integer> leastSizes();
  }

  /** A counterexample. */
  sealed interface Refuted extends Verdict permits Counterexample {
    Claim claim();

    Evidence evidence();

    Point point();

    /** The two sides at the point, to a few digits; "undefined" where SOUNDNESS 7b says so. */
    String left();

    String right();
  }

  /**
   * No proof, but both sides agree at many points (never shown as correct).
   *
   * @param points how many
   * @param sizes which sizes were tried
   */
  record Supported(int points, List<Integer> sizes, Reason reason) implements Verdict {
    public Supported {
      sizes = List.copyOf(sizes);
    }
  }

  record Undecided(Reason reason) implements Verdict {}
}
