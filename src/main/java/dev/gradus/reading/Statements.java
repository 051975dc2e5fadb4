package dev.gradus.reading;

import dev.gradus.document.Answer;
import java.util.List;

/** Cuts an answer into parts and statements (READING 1 to 12, as far as words and signs tell). */
public final class Statements {
  private Statements() {}

  /** Every relation of the answer, in source order. */
  @SuppressWarnings("DoNotCallSuggester")
  public static List<Statement> of(Answer answer) {
    throw new UnsupportedOperationException("not built yet: " + answer.source().name());
  }
}
