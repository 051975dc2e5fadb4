package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The prototype's golden steps: 58 of 58. */
final class SeedsGoldenTest {
  @TestFactory
  Stream<DynamicTest> stepsAreProvedOrRefuted() {
    return SeedsGolden.list().stream().map(c -> dynamicTest(c.name(), () -> {
      Verdict verdict = Decider.decide(c.claim(), Budget.standard());
      assertTrue(c.holds() ? verdict instanceof Verdict.Proved : verdict instanceof Verdict.Refuted, verdict::toString);
    }));
  }

  @Test
  void noneIsMissing() {
    assertEquals(58, SeedsGolden.list().size());
  }
}
