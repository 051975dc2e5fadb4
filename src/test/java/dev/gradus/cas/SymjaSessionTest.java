package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.eval.EvalEngine;

class SymjaSessionTest {
  @Test
  void workThatDoesNotEndIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    assertInstanceOf(
        SymjaSession.Ending.OutOfTime.class,
        SymjaSession.<Integer>call(
            engine -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Optional.of(1);
            },
            50));
  }

  @Test
  void whateverIsThrownIsNoAnswer() {
    assertInstanceOf(
        SymjaSession.Ending.Failed.class,
        SymjaSession.<Integer>call(
            engine -> {
              throw new StackOverflowError();
            },
            5_000));
  }

  @Test
  void eachCallHasAnEvaluatorOfItsOwn() {
    EvalEngine first = engine();
    EvalEngine second = engine();
    assertNotSame(first, second);
  }

  private static EvalEngine engine() {
    SymjaSession.Ending<EvalEngine> ending = SymjaSession.call(engine -> Optional.of(EvalEngine.get()), 5_000);
    return ((SymjaSession.Ending.Answered<EvalEngine>) ending).answer().orElseThrow();
  }
}
