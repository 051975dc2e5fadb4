package dev.gradus;

import java.util.Optional;

/**
 * What the user asks of a check.
 *
 * @param reference the name of the reference form that the answer's result is compared with
 */
public record CheckOptions(Optional<String> reference) {

  /** Every relation is checked, nothing else. */
  public static CheckOptions standard() {
    return new CheckOptions(Optional.empty());
  }

  /** The same, and the answer's result is compared with the reference form of this name. */
  public CheckOptions withReference(String name) {
    return new CheckOptions(Optional.of(name));
  }
}
