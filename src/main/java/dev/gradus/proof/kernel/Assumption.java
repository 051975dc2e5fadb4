package dev.gradus.proof.kernel;

import java.util.OptionalInt;

/**
 * A fact with where it comes from.
 *
 * @param text for people: {@code y sums to 1}
 * @param line of the document, where it is stated there
 */
public record Assumption(Fact fact, Origin origin, String text, OptionalInt line) {
  /** As in the {@code kind} of CONTRACT.md. */
  public enum Origin {
    STATED,
    CONVENTION,
    INFERRED,
    CONDITION
  }

  public static Assumption stated(Fact fact, String text) {
    return new Assumption(fact, Origin.STATED, text, OptionalInt.empty());
  }

  public static Assumption convention(Fact fact, String text) {
    return new Assumption(fact, Origin.CONVENTION, text, OptionalInt.empty());
  }
}
