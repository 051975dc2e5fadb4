package dev.gradus.notation;

import dev.gradus.document.MathText;

/** Parses a side of a relation: the way into this room. */
public final class NotationParser {
  private NotationParser() {}

  /** In: any text. Out: its tree; never an exception. Deeper than 256 levels is {@link Notation.Unreadable}. */
  @SuppressWarnings("DoNotCallSuggester")
  public static Notation parse(MathText text) {
    throw new UnsupportedOperationException("not built yet: " + text);
  }
}
