package dev.gradus;

/** What the tables of trap cases in SOUNDNESS and READING say of a statement, by their signs. */
enum Trap {
  /** P: holds. */
  HOLDS,
  /** P+: holds under what is listed in {@code assuming}. */
  HOLDS_ASSUMING,
  /** R: fails. */
  FAILS,
  /** U: neither can be said; numbers do not speak for it either. */
  OPEN,
  /** !P: anything but proved or supported. */
  NOT_PROVED,
  /** !R: anything but refuted. */
  NOT_REFUTED;

  static Trap parse(String sign) {
    return switch (sign) {
      case "P" -> HOLDS;
      case "P+" -> HOLDS_ASSUMING;
      case "R" -> FAILS;
      case "U" -> OPEN;
      case "!P" -> NOT_PROVED;
      case "!R" -> NOT_REFUTED;
      default -> throw new IllegalArgumentException("no trap: " + sign);
    };
  }

  /** Whether the verdict is not wrong. */
  boolean allows(CheckedVerdict verdict) {
    boolean accepted = verdict == CheckedVerdict.PROVED || verdict == CheckedVerdict.SUPPORTED;
    boolean refuted = verdict == CheckedVerdict.REFUTED;
    return switch (this) {
      case HOLDS, HOLDS_ASSUMING, NOT_REFUTED -> !refuted;
      case FAILS, NOT_PROVED -> !accepted;
      case OPEN -> !accepted && !refuted;
    };
  }

  /** Whether the verdict is what the table says, not only not wrong. */
  boolean isMetBy(CheckedVerdict verdict) {
    return switch (this) {
      case HOLDS, HOLDS_ASSUMING -> verdict == CheckedVerdict.PROVED;
      case FAILS -> verdict == CheckedVerdict.REFUTED;
      case OPEN, NOT_PROVED, NOT_REFUTED -> allows(verdict);
    };
  }
}
