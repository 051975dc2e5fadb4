package dev.gradus.proof.kernel;

import java.util.OptionalInt;

/**
 * A fact with where it comes from.
 *
 * @param text for people: {@code y sums to 1}
 * @param offset where in the document it is stated, when it is
 */
public record Assumption(Fact fact, Origin origin, String text, OptionalInt offset) {
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

  public static Assumption stated(Fact fact, String text, int offset) {
    return new Assumption(fact, Origin.STATED, text, OptionalInt.of(offset));
  }

  /** Another fact that it stands for: the same in other names, a part of it, what it says of a case. */
  public Assumption with(Fact other) {
    return new Assumption(other, origin, text, offset);
  }

  public static Assumption convention(Fact fact, String text) {
    return new Assumption(fact, Origin.CONVENTION, text, OptionalInt.empty());
  }
}
