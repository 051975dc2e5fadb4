package dev.gradus;

import java.util.List;
import java.util.Optional;

/**
 * How the result of an answer compares with a reference form.
 *
 * @param name of the reference form
 * @param code for programs: {@code reference.same}, {@code reference.different}, {@code
 *     reference.not-found}, ...
 * @param because one sentence for a person
 * @param place the relation that states the answer's result
 * @param expected the reference form in LaTeX, in the answer's letters where these are known
 * @param assuming what the comparison needed that the document does not state
 * @param counterexample where the answer's result and the reference form differ
 */
public record CheckedReference(
    String name,
    Outcome outcome,
    String code,
    String because,
    Optional<Place> place,
    String expected,
    List<CheckedRelation.Assuming> assuming,
    Optional<CheckedRelation.Counterexample> counterexample) {
  public enum Outcome {
    /** the same result, proved */
    SAME("same"),
    /** the same result at all spot checks, no proof */
    SUPPORTED("supported"),
    /** a different result */
    DIFFERENT("different"),
    /** the result is there but it could not be compared */
    UNDECIDED("undecided"),
    /** the answer does not state the result that was asked for */
    NOT_FOUND("not-found");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Where a relation stands, and its id; line and column are 1-based. */
  public record Place(String id, int line, int column) {}

  public CheckedReference {
    assuming = List.copyOf(assuming);
  }

  /** True unless the result was reached, by proof or by spot checks. */
  public boolean isMissed() {
    return switch (outcome) {
      case SAME, SUPPORTED -> false;
      case DIFFERENT, UNDECIDED, NOT_FOUND -> true;
    };
  }
}
