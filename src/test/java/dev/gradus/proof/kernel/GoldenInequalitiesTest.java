package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Claim.Order.LESS;
import static dev.gradus.proof.kernel.Claim.Order.LESS_OR_EQUAL;
import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The prototype's inequalities between functions of e^t. */
final class GoldenInequalitiesTest {
  static List<KernelCases.Case> list() {
    KernelCases cases = new KernelCases();
    Term t = var("t");
    Term e = exp(t);
    Term slope = div(e, pow(add(q(1), e), 2));
    cases.good("e^t/(1+e^t)^2 < 1", slope, LESS, q(1));
    cases.good("e^t/(1+e^t)^2 <= 1/4", slope, LESS_OR_EQUAL, q(1, 4));
    cases.bad("e^t/(1+e^t)^2 < 1/5", slope, LESS, q(1, 5));
    cases.good("0 < sigma", q(0), LESS, div(e, add(q(1), e)));
    cases.good("sigma < 1", div(e, add(q(1), e)), LESS, q(1));
    cases.good("tanh < 1", div(sub(e, exp(neg(t))), add(e, exp(neg(t)))), LESS, q(1));
    cases.good("s(1-s)(1-2s) <= 1/10", div(mul(e, sub(q(1), e)), pow(add(q(1), e), 3)), LESS_OR_EQUAL, q(1, 10));
    cases.good("softplus > 0: 1 < 1+e^t", q(1), LESS, add(q(1), e));
    cases.good("softplus(t) > t: e^t < 1+e^t", e, LESS, add(q(1), e));
    return cases.all;
  }

  @TestFactory
  Stream<DynamicTest> inequalitiesAreProvedOrRefuted() {
    return list().stream().map(c -> dynamicTest(c.name(), () -> {
      Verdict verdict = Decider.decide(c.claim(), Budget.standard());
      assertTrue(c.holds() ? verdict instanceof Verdict.Proved : verdict instanceof Verdict.Refuted, verdict::toString);
    }));
  }
}
