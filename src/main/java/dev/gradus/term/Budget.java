package dev.gradus.term;

/**
 * Limits in steps. Who loops or recurses spends; running out is {@link Exhausted}, caught only where a decision or a reading of one claim
 * starts, where it becomes {@code undecided} with the limit's name. Confined to one thread; the only mutable thing that is passed around.
 */
public final class Budget {
  /** The limits: how chosen, and what hitting one means (THEORY section 6). */
  public enum Limit {
    /** elementary steps of one claim's decision; about two seconds */
    STEPS(4_000_000),
    /** monomials of one normal form */
    MONOMIALS(20_000),
    /** bound indices of one monomial */
    BINDERS(8),
    /** instances of one cutoff grid */
    GRID(96),
    /** equality patterns of one claim's indices */
    PATTERNS(256),
    /** readings of one statement */
    READINGS(64),
    /** nesting of terms and notation */
    DEPTH(256),
    /** binary digits of a rational number */
    DIGITS(20_000);

    private final int value;

    Limit(int value) {
      this.value = value;
    }

    public int value() {
      return value;
    }
  }

  /** A limit was reached. Carries no stack trace: it is an outcome, not a defect. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Limit limit;

    Exhausted(Limit limit) {
      super("limit of " + limit.name() + " reached", null, false, false);
      this.limit = limit;
    }

    public Limit limit() {
      return limit;
    }
  }

  private long left;

  private Budget(long steps) {
    this.left = steps;
  }

  public static Budget standard() {
    return new Budget(Limit.STEPS.value());
  }

  public static Budget ofSteps(long steps) {
    return new Budget(steps);
  }

  public void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new Exhausted(Limit.STEPS);
    }
  }

  /** Fails when {@code used} is over the limit. */
  public void check(Limit limit, int used) {
    if (used > limit.value()) {
      throw new Exhausted(limit);
    }
  }

  public long left() {
    return left;
  }
}
