package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence is believed by nobody: lies are refused, and a planted theorem is found out. */
final class KernelTest {
  private static final Family X = Family.variable("x");

  private static Point point(long value) {
    Map<Point.Component, Rational> values = new LinkedHashMap<>();
    values.put(new Point.Component(X, List.of()), Rational.of(value));
    return new Point(Map.of(), Map.of(), values);
  }

  private static Refusal refusal(Verdict verdict) {
    return assertInstanceOf(Refusal.class, assertInstanceOf(Verdict.Undecided.class, verdict).reason());
  }

  @BeforeEach
  void pointsAreSearched() {
    assumeTrue(TrapCasesTest.pointsAreSearched(), "points are not searched yet");
  }

  @Test
  void differentFormsAreRefusedWhateverTheWitness() {
    Claim claim = Claim.equal(X.at(), Say.mul(Say.q(2), X.at()));
    Verdict verdict = Kernel.judge(claim, new Evidence.SameNormalForm(true, List.of(point(0))), Budget.standard());
    assertInstanceOf(Refusal.FormsDiffer.class, refusal(verdict));
  }

  @Test
  void noWitnessIsRefusedEvenForTheSameTerm() {
    Claim claim = Claim.equal(X.at(), X.at());
    Verdict verdict = Kernel.judge(claim, new Evidence.SameNormalForm(false, List.of()), Budget.standard());
    assertInstanceOf(Refusal.NoWitness.class, refusal(verdict));
  }

  @Test
  void anOrderIsNotShownByNormalForms() {
    Claim claim = new Claim(X.at(), Claim.Order.LESS_OR_EQUAL, X.at(), List.of(), List.of(), List.of());
    assertInstanceOf(Refusal.WrongKind.class, refusal(Kernel.judge(claim, new Evidence.SameNormalForm(false, List.of(point(1))), Budget.standard())));
  }

  @Test
  void twoFamiliesOfOneNameAreRefused() {
    Claim claim = Claim.equal(X.at(), Family.variable("x", N).at(Say.I));
    assertInstanceOf(Refusal.Malformed.class, refusal(Kernel.judge(claim, new Evidence.SameNormalForm(false, List.of(point(1))), Budget.standard())));
  }

  @Test
  void aPointThatDoesNotRefuteIsRefused() {
    Claim claim = Claim.equal(X.at(), X.at());
    assertInstanceOf(Verdict.Undecided.class, Kernel.judge(claim, new Evidence.AtPoint(point(1)), Budget.standard()));
  }

  @Test
  void lackOfStepsIsAReason() {
    Term sum = new Say().sum(N, i -> Family.variable("y", N).at(i));
    Claim claim = Claim.equal(Say.pow(sum, 3), Say.pow(sum, 3));
    Verdict verdict = Kernel.judge(claim, new Evidence.SameNormalForm(false, List.of()), Budget.ofSteps(5));
    assertInstanceOf(Refusal.OutOfBudget.class, refusal(verdict));
  }

  @Test
  void aPlantedTheoremIsAnEngineFault() {
    Claim claim = Claim.equal(X.at(), Say.mul(Say.q(2), X.at()));
    Verdict planted = new Theorem(claim, new Evidence.SameNormalForm(false, List.of(point(1))), List.of(), List.of(), Map.of());
    Verdict verdict = Decider.confirm(planted, claim, Budget.standard());
    assertEquals("engine.fault", assertInstanceOf(Verdict.Undecided.class, verdict).reason().code());
  }

  @Test
  void deepTermsEndInAReason() {
    Term deep = X.at();
    for (int k = 0; k < 20_000; k++) {
      deep = Say.exp(deep);
    }
    assertInstanceOf(Verdict.Undecided.class, Decider.decide(Claim.equal(deep, X.at()), Budget.standard()));
    assertInstanceOf(Refusal.OutOfBudget.class, refusal(Kernel.judge(Claim.equal(X.at(), deep), new Evidence.AtPoint(point(1)), Budget.standard())));
  }

  @Test
  void hugeTermsEndInAReason() {
    Family y = Family.variable("y", N);
    Say say = new Say();
    Term sum = Say.add(say.sum(N, y::at), say.sum(N, i -> Say.exp(y.at(i))), say.sum(N, i -> Say.log(Say.add(Say.q(2), y.at(i)))), X.at());
    Claim claim = Claim.equal(Say.pow(Say.pow(sum, 9), 9), Say.q(0));
    assertInstanceOf(Verdict.Undecided.class, Kernel.judge(claim, new Evidence.SameNormalForm(true, List.of(point(1))), Budget.ofSteps(300_000)));
    assertInstanceOf(
        Verdict.Undecided.class, Kernel.judge(Claim.equal(Say.pow(Say.q(3), Integer.MIN_VALUE), Say.pow(X.at(), 2_000_000_000)), new Evidence.SameNormalForm(false, List.of()), Budget.standard()));
  }
}
