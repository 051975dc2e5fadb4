package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Claims of our own for each point of the prover, with near misses: the true ones are proved for every size, the others never. */
final class OwnCasesTest {
  private static final int LEAST = 12;

  /** By the number of the point. */
  static Map<Integer, List<KernelCases.Case>> points() {
    Map<Integer, List<KernelCases.Case>> points = new TreeMap<>();
    points.put(1, OwnCases.normalForms());
    points.put(2, OwnCases.everySize());
    points.put(3, OwnCases.productsAndPowers());
    points.put(4, OwnCases.vectorsAndMatrices());
    points.put(5, OwnCasesOfOrder.piecewise());
    points.put(6, OwnCasesOfOrder.inequalities());
    points.put(7, OwnCasesOfOrder.equations());
    points.put(8, OwnCasesOfOrder.limits());
    points.put(9, OwnCasesOfOrder.series());
    points.put(10, OwnCasesOfEquations.all());
    return points;
  }

  @TestFactory
  Stream<DynamicTest> trueClaimsAreProvedAndNearMissesNever() {
    return points().entrySet().stream().flatMap(p -> p.getValue().stream().map(c -> dynamicTest(p.getKey() + ": " + c.name(), () -> judged(c))));
  }

  private static void judged(KernelCases.Case c) {
    Verdict verdict = Decider.decide(c.claim(), Budget.standard());
    if (c.holds()) {
      assertInstanceOf(Verdict.Proved.class, verdict, verdict::toString);
    } else {
      assertFalse(verdict instanceof Verdict.Proved || verdict instanceof Verdict.Supported, verdict::toString);
    }
  }

  @Test
  void enoughForEachPointAndNoTwoAlike() {
    points().forEach((point, cases) -> {
      Map<String, String> seen = new LinkedHashMap<>();
      List<String> alike = new ArrayList<>();
      for (KernelCases.Case c : cases) {
        if (c.holds()) {
          String before = seen.put(Alike.text(c.claim()), c.name());
          if (before != null) {
            alike.add(before + " and " + c.name());
          }
        }
      }
      assertTrue(alike.isEmpty(), alike::toString);
      assertTrue(seen.size() >= LEAST, () -> "point " + point + " has " + seen.size());
    });
  }

  /** Over all lists of kernel cases: what has to be refused is at least half. */
  @Test
  void halfOfAllCasesAreRefused() {
    int held = 0;
    int refused = 0;
    for (List<KernelCases.Case> cases : points().values()) {
      for (KernelCases.Case c : cases) {
        held += c.holds() ? 1 : 0;
        refused += c.holds() ? 0 : 1;
      }
    }
    for (GoldenTheorems.Identity i : GoldenTheorems.list()) {
      held += i.holds() ? 1 : 0;
      refused += i.holds() ? 0 : 1;
    }
    for (KernelCases.Case c : SeedsGolden.list()) {
      held += c.holds() ? 1 : 0;
      refused += c.holds() ? 0 : 1;
    }
    System.out.println("kernel cases: " + held + " that hold, " + refused + " to be refused");
    assertTrue(refused >= held, held + " hold, " + refused + " do not");
  }
}
