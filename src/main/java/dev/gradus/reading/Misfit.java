package dev.gradus.reading;

/** A reading that does not work out. Carries no stack trace: it is an outcome of trying a reading, caught where readings are tried. */
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ReadingReason reason;

  Misfit(ReadingReason reason) {
    super(reason.sentence(), null, false, false);
    this.reason = reason;
  }

  ReadingReason reason() {
    return reason;
  }

  static Misfit notBuilt(String what) {
    return new Misfit(new ReadingReason.NotBuilt(what));
  }

  static Misfit shape(String why) {
    return new Misfit(new ReadingReason.Shape(why));
  }

  static Misfit undefined(String name) {
    return new Misfit(new ReadingReason.Undefined(name));
  }
}
