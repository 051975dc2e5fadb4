package dev.gradus.reading;

import dev.gradus.document.Clause;

/** How far "with" reaches: {@code with A = B, C = D} behind a claim, but only to the comma before one. */
final class IntroAccepts {
  private IntroAccepts() {}

  static boolean with(Mood mood, Clause c) {
    if (c.sides().getFirst().isBlank()) {
      return false;
    }
    if (mood.taken() == 0) {
      return !mood.heavy();
    }
    if (mood.heavy()) {
      return false;
    }
    return mood.and() || !mood.comma() || !mood.leads() || Sides.bareRange(c);
  }
}
