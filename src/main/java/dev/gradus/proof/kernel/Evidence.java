package dev.gradus.proof.kernel;

import dev.gradus.term.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search hands in; believed by nobody before {@link Kernel} has checked it. */
public sealed interface Evidence {
  /**
   * Both sides have the same normal form in every equality pattern (THEORY 1.4), directly or after exponentiating a rational combination of logarithms.
   *
   * @param witnesses for each pattern a point at which both sides have a value
   */
  record SameNormalForm(boolean exponentiated, List<Point> witnesses) implements Evidence {
    public SameNormalForm {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Zero for the sizes n0..n0+K of every range (SOUNDNESS 18, 19). */
  record CutoffSizes(Map<Range, Integer> greatest, List<Point> witnesses) implements Evidence {
    public CutoffSizes {
      greatest = Collections.unmodifiableMap(new LinkedHashMap<>(greatest));
      witnesses = List.copyOf(witnesses);
    }
  }

  /**
   * An order that follows from the sign of a normal form (SOUNDNESS 25) or from a lemma of the list.
   *
   * @param rule a name of {@code Inequality}
   * @param sizes least sizes it assumes beyond those stated
   */
  record SignCertificate(String rule, Map<Range, Integer> sizes, List<Point> witnesses) implements Evidence {
    public SignCertificate(String rule, List<Point> witnesses) {
      this(rule, new LinkedHashMap<>(), witnesses);
    }

    public SignCertificate {
      sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
      witnesses = List.copyOf(witnesses);
    }
  }

  /** What shows or refutes the claim with the values of its limits in their place ({@link Limits}). */
  record OfLimits(Evidence inner) implements Evidence {}

  /**
   * A point at which the claim fails, its limits being worked out there.
   *
   * @param point with values for all letters but the variables of the limits
   */
  record LimitsAtPoint(Point point) implements Evidence {}

  /** Products of matrices, rewritten with the stated equations between such products, leave nothing of the difference of the sides. */
  record MatrixProducts(List<Point> witnesses) implements Evidence {
    public MatrixProducts {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Induction on the size of a range whose indices are numbers ({@link Induction}). */
  record BySteps(List<Point> witnesses) implements Evidence {
    public BySteps {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** A point at which the claim fails (SOUNDNESS 7a, 26). */
  record AtPoint(Point point) implements Evidence {}

  /**
   * A point around which one side is undefined and the other defined on an open part of an explicit domain (SOUNDNESS 7b).
   *
   * @param common a point at which both sides have a value: without one the claim is undecided (SOUNDNESS 7)
   */
  record OpenSet(Point point, Point common) implements Evidence {}
}
