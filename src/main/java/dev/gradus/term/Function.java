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

  /**
   * What the argument tends to as the variable, a number that is bound in the argument, goes where {@code toward} says; undefined where it tends to nothing
   * (READING 13).
   *
   * @param at what the variable tends to; of no account where that is no number
   */
  record Limit(Family variable, Toward toward, Rational at) implements Function {}

  /** How a variable of a limit goes to where it goes. */
  enum Toward {
    INFINITY,
    MINUS_INFINITY,
    /** from both sides, as far as the argument has values there */
    BOTH,
    /** the same, where the text may mean one side only: values that differ are no missing limit */
    EITHER,
    ABOVE,
    BELOW
  }
}
