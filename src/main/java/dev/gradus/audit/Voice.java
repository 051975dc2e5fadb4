package dev.gradus.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * What one witness says of a verdict.
 *
 * @param says whether it agrees
 * @param points how many points, or sizes and indices where it simplified, it speaks of
 * @param why where and how it disagrees, or why it is silent
 */
public record Voice(Says says, int points, Optional<String> why) {
  /** Whether a witness agrees with a verdict. */
  public enum Says {
    AGREES,
    DISAGREES,
    SILENT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Voice agrees(int points) {
    return points == 0 ? silent("it has no value of both sides at any point") : new Voice(Says.AGREES, points, Optional.empty());
  }

  static Voice disagrees(int points, String where) {
    return new Voice(Says.DISAGREES, points, Optional.of(where));
  }

  static Voice silent(String why) {
    return new Voice(Says.SILENT, 0, Optional.of(why));
  }
}
