package dev.gradus.term;

/** A function of one number. A new one breaks every switch over this type until it is handled. */
public sealed interface Function {
  /** The functions the kernel knows. */
  enum Elementary implements Function {
    EXP,
    /** natural; undefined at 0 and below */
    LOG,
    /** [u > 0], exact: 0 at 0 (SOUNDNESS 4) */
    STEP,
    /** undefined below 0; not negative, its square is u (SOUNDNESS 14) */
    SQRT,
    SIN,
    COS
  }

  /**
   * A differentiable function of which nothing else is known.
   *
   * @param order how often it was differentiated
   */
  record Opaque(String name, int order, Family.Kind kind) implements Function {}
}
