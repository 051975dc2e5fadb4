package dev.gradus;

import dev.gradus.document.Answer;
import dev.gradus.document.AnswerReader;
import dev.gradus.document.Source;
import dev.gradus.proof.kernel.PlantedTheorem;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Reader;
import java.util.List;
import java.util.Optional;

/** What the pipeline would report if the kernel made a false theorem: the answer's one claim has the verdict that the decider gives of a planted one. */
public final class PlantedAnswer {
  private PlantedAnswer() {}

  public static CheckedAnswer of(String name) {
    String text = "For all $x$:\n$$x = 2x$$\n";
    Answer answer = AnswerReader.read(Source.of(name, text), AnswerReader.Format.MARKDOWN);
    List<Outcome> outcomes = Reader.read(answer).stream().map(PlantedAnswer::planted).toList();
    return CheckedAnswer.of(name, text, new Findings(answer, false).of(outcomes));
  }

  private static Outcome planted(Outcome outcome) {
    return switch (PlantedTheorem.confirmed()) {
      case Verdict.Undecided u ->
          new Outcome.Decided(
              outcome.statement(), PlantedTheorem.claim(), u, List.of(), Optional.empty(), Optional.empty(), List.of(), u.reason().code(), u.reason().sentence());
      case Verdict.Proved p -> throw new AssertionError("a planted theorem stands");
      case Verdict.Refuted r -> throw new AssertionError("a fault of the program was taken for a mistake of the answer");
      case Verdict.Supported s -> throw new AssertionError("a planted theorem is supported");
    };
  }
}
