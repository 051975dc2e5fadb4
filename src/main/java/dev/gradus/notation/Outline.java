package dev.gradus.notation;

/** A notation as one readable line, for tests and {@code explain}. */
public final class Outline {
  private Outline() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static String of(Notation notation) {
    throw new UnsupportedOperationException("not built yet: " + notation);
  }
}
