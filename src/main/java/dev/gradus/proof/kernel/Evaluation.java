package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.Optional;

/** The value of a term at a point. */
public final class Evaluation {
  private Evaluation() {}

  /** What is known of a value. */
  public sealed interface Value {
    /** The value lies between the ends; {@code exact} when it is known to be rational and equal to it. */
    record Enclosed(Rational low, Rational high, Optional<Rational> exact) implements Value {}

    /** The term has no value at the point (SOUNDNESS 2), for certain. */
    record Undefined(String why) implements Value {}

    /** Not known at this precision, or a component has no value in the point (SOUNDNESS 26): no verdict. */
    record Unknown(String why) implements Value {}
  }

  /** In: a term, a point that fixes every size, free index and component in it, the wanted precision in decimal digits. */
  @SuppressWarnings("DoNotCallSuggester")
  public static Value of(Term term, Point point, int digits, Budget budget) {
    throw new UnsupportedOperationException("not built yet: " + term + point + digits + budget.left());
  }
}
