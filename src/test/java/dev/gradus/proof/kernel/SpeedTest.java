package dev.gradus.proof.kernel;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.Test;

/** How long the golden theorems take; printed, not asserted. */
final class SpeedTest {
  @Test
  void goldenTheoremsInOneWarmPass() {
    List<GoldenTheorems.Identity> all = GoldenTheorems.list();
    pass(all);
    LongSummaryStatistics micros = pass(all);
    System.out.printf(
        "speed: %d theorems in one warm pass: %d ms in all, mean %.1f ms, worst %.1f ms%n",
        all.size(), micros.getSum() / 1000, micros.getAverage() / 1000, micros.getMax() / 1000.0);
  }

  private static LongSummaryStatistics pass(List<GoldenTheorems.Identity> all) {
    LongSummaryStatistics micros = new LongSummaryStatistics();
    for (GoldenTheorems.Identity identity : all) {
      long start = System.nanoTime();
      Decider.decide(identity.claim(), Budget.standard());
      micros.accept((System.nanoTime() - start) / 1000);
    }
    return micros;
  }
}
