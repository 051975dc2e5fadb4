package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole decisions: what is true is proved with its cuts, what is false never, and never are both found. */
final class TrapCasesTest {
  /** Whether the searches for points are there: without witnesses nothing is proved. */
  static boolean pointsAreSearched() {
    Claim claim = Claim.equal(Say.add(Say.q(1), Say.q(1)), Say.q(2));
    return Checkers.isWitness(claim, new Point(Map.of(), Map.of(), Map.of()), Budget.standard())
        && Decider.decide(claim, Budget.standard()) instanceof Verdict.Proved;
  }

  @TestFactory
  Stream<DynamicTest> eachIsDecidedAsItShould() {
    return TrapCases.list().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private static void check(TrapCases.Case c) {
    boolean wanted = c.want() == TrapCases.Want.PROVED;
    assumeTrue(pointsAreSearched(), "points are not searched yet");
    Verdict verdict = Decider.decide(c.claim(), Budget.standard());
    assertEquals(wanted, verdict instanceof Verdict.Proved, verdict::toString);
    assertFalse(verdict instanceof Verdict.Undecided u && u.reason().code().equals("engine.fault"), verdict::toString);
  }

  @TestFactory
  Stream<DynamicTest> identitiesOfThePrototype() {
    return GoldenTheorems.list().stream()
        .map(
            i ->
                DynamicTest.dynamicTest(
                    i.name(),
                    () -> {
                      assumeTrue(pointsAreSearched(), "points are not searched yet");
                      Verdict verdict = Decider.decide(i.claim(), Budget.standard());
                      assertTrue(i.holds() ? verdict instanceof Verdict.Proved : verdict instanceof Verdict.Refuted, verdict::toString);
                    }));
  }

  @Test
  void atLeastHalfMustBeRefused() {
    long refused = TrapCases.list().stream().filter(c -> c.want() == TrapCases.Want.NOT_PROVED).count();
    assertTrue(2 * refused >= TrapCases.list().size(), refused + " of " + TrapCases.list().size());
  }
}
