package dev.gradus.proof.kernel;

/** An expansion that cannot be had: a sign is not known, or the function is none of those that are expanded. Carries no stack trace: it is an outcome. */
final class Unclear extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean undefined;

  Unclear(String why) {
    this(why, false);
  }

  private Unclear(String why, boolean undefined) {
    super(why, null, false, false);
    this.undefined = undefined;
  }

  /** The function certainly has no value from some t on. */
  static Unclear undefined(String why) {
    return new Unclear(why, true);
  }

  boolean isUndefined() {
    return undefined;
  }
}
