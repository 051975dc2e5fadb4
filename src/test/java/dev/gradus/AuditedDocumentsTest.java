package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The differential run over documents: no verdict that Symja and the spot checks contradict together, none that the spot checks contradict alone; what Symja
 * alone contradicts is printed. A sample of the documents; all with {@code -Pmutation}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class AuditedDocumentsTest {
  private static final int EVERY = Integer.getInteger("gradus.audit.every", 4);

  @Test
  void noVerdictIsContradicted() throws IOException {
    SharedDocuments.assumePresent();
    Map<Audit.Outcome, Integer> outcomes = new EnumMap<>(Audit.Outcome.class);
    List<String> faults = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String set : List.of("answers", "seeds", "corpus")) {
      files.addAll(SharedDocuments.files(set));
    }
    for (int k = 0; k < files.size(); k += EVERY) {
      String name = files.get(k).getFileName().toString();
      CheckedAnswer answer = Checker.of(CheckOptions.standard().withAudit()).check(name, Files.readAllBytes(files.get(k)));
      for (CheckedRelation r : answer.relations()) {
        r.audit().ifPresent(a -> outcomes.merge(a.outcome(), 1, Integer::sum));
        String at = name + ":" + r.line() + ":" + r.column() + ": ";
        r.audit().filter(a -> a.outcome() == Audit.Outcome.SYMJA_ALONE).ifPresent(a -> System.out.println("Symja's own: " + at + a.symja()));
        r.audit()
            .filter(a -> a.outcome() == Audit.Outcome.ENGINE_FAULT || a.outcome() == Audit.Outcome.PLAIN_ALONE)
            .ifPresent(a -> faults.add(at + a));
      }
    }
    System.out.println("audit of documents: " + outcomes);
    assertEquals(List.of(), faults);
    assertTrue(outcomes.getOrDefault(Audit.Outcome.CONFIRMED, 0) > 10, outcomes::toString);
  }
}
