package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.AnswerReader;
import dev.gradus.document.Opened;
import dev.gradus.reading.Differentiated;
import dev.gradus.reading.Meaning;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every derivative claim of the collected answers that is read, differentiated and simplified by Symja (by components at sizes 2 and 3) and compared with
 * the kernel's derivative at exact points.
 */
class SeedDerivativesTest {
  private static final Path SHARED = Path.of("..", "shared");

  /** Of the derivative claims that are read. */
  private static final int LEAST_PERCENT = 80;

  private static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(SHARED.resolve("seeds"))) {
      files.filter(f -> f.toString().endsWith(".txt")).sorted().forEach(found::add);
    }
    return found;
  }

  private static Optional<Meaning> meaning(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided d -> d.meanings().stream().findFirst();
      case Outcome.Open o -> o.meaning();
      case Outcome.Defines d -> Optional.empty();
      case Outcome.Assumes a -> Optional.empty();
      case Outcome.Skipped s -> Optional.empty();
      case Outcome.Unread u -> Optional.empty();
      case Outcome.Mended m -> Optional.empty();
    };
  }

  private static List<DerivativeCoverage.Question> questions() throws IOException {
    List<DerivativeCoverage.Question> questions = new ArrayList<>();
    for (Path file : documents()) {
      if (AnswerReader.open(file.getFileName().toString(), Files.readAllBytes(file)) instanceof Opened.Ready ready) {
        for (Outcome outcome : Reader.read(AnswerReader.read(ready.source(), ready.format()))) {
          int line = ready.source().lines().at(outcome.statement().span().start()).line();
          Optional<Differentiated> left = meaning(outcome).flatMap(Meaning::left);
          left.ifPresent(d -> questions.add(new DerivativeCoverage.Question(file.getFileName() + ":" + line, d.term(), d.by())));
        }
      }
    }
    return questions;
  }

  @Test
  void symjaDifferentiatesTheDerivativeClaimsThatAreRead() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("seeds")), "the collected answers are not there");
    List<DerivativeCoverage.Question> questions = questions();
    int covered = 0;
    List<String> different = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (DerivativeCoverage.Question question : questions) {
      // one oracle for each: a call that ran out of time costs no other question its answer
      switch (new DerivativeCoverage(new SymjaOracle()).of(question)) {
        case DerivativeCoverage.Outcome.Agrees a -> covered++;
        case DerivativeCoverage.Outcome.NotCovered n -> missed.add(question.name() + ": " + n.why());
        case DerivativeCoverage.Outcome.NoPoint n -> missed.add(question.name() + ": no point");
        case DerivativeCoverage.Outcome.Differs d -> different.add(question.name() + ": " + d.where());
      }
    }
    System.out.println("Symja differentiates " + covered + " of " + questions.size() + " derivative claims that are read; not " + missed);
    assertEquals(List.of(), different);
    assertTrue(!questions.isEmpty());
    assertTrue(100 * covered >= LEAST_PERCENT * questions.size(), covered + " of " + questions.size() + ", not " + missed);
  }
}
