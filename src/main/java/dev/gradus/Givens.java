package dev.gradus;

import dev.gradus.document.Answer;
import dev.gradus.document.AnswerReader;
import dev.gradus.document.Opened;
import java.util.List;

/**
 * An assignment's text: its definitions, shapes and conventions count in the answers as stated, those of a question in the part of an answer that is
 * called like it ({@code 5 (a)}), the others everywhere. Nothing in it is judged.
 */
public final class Givens {
  private final Answer assignment;

  private Givens(Answer assignment) {
    this.assignment = assignment;
  }

  /** As {@link Checker#check}: the end of the name tells the format. An {@link IllegalArgumentException} with one sentence when it cannot be opened. */
  public static Givens of(String name, byte[] content) {
    return switch (AnswerReader.open(name, content)) {
      case Opened.Ready ready -> new Givens(AnswerReader.read(ready.source(), ready.format()));
      case Opened.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }

  /** Places in it that could not be read. */
  public List<Problem> problems() {
    return Checker.problems(assignment);
  }

  Answer before(Answer answer) {
    return answer.behind(assignment);
  }
}
