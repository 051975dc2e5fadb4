package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.audit.Audit;
import dev.gradus.audit.Auditor;
import dev.gradus.proof.Decider;
import dev.gradus.proof.kernel.GoldenTheorems.Identity;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The differential run over the golden cases: Symja and plain arithmetic against the prover and the refuter. */
final class GoldenAuditTest {
  @Test
  void symjaAndSpotChecksContradictNoVerdict() {
    Auditor auditor = new Auditor();
    Map<Audit.Outcome, Integer> outcomes = new EnumMap<>(Audit.Outcome.class);
    List<String> conflicts = new ArrayList<>();
    for (Identity identity : GoldenTheorems.list()) {
      Optional<Audit> audit = auditor.of(Decider.decide(identity.claim(), Budget.standard()), Optional.empty());
      audit.ifPresent(a -> outcomes.merge(a.outcome(), 1, Integer::sum));
      audit
          .filter(a -> a.outcome() != Audit.Outcome.CONFIRMED)
          .ifPresent(a -> conflicts.add(identity.name() + ": " + a));
    }
    System.out.println("audit of the golden cases: " + outcomes);
    assertEquals(List.of(), conflicts);
    assertTrue(outcomes.getOrDefault(Audit.Outcome.CONFIRMED, 0) >= 60, outcomes::toString);
  }
}
