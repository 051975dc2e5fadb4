package dev.gradus.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.Decider;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.PlantedTheorem;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditorTest {
  private static final Range N = Range.of("n");
  private static final Family X = Family.variable("x");
  private static final Family V = Family.variable("v", N);
  private static final Index.Bound K = new Index.Bound(1, N);
  private final Auditor auditor = new Auditor();

  private Audit audit(Claim claim) {
    return auditor.of(Decider.decide(claim, Budget.standard()), Optional.empty()).orElseThrow();
  }

  private static Claim claim(Term left, Order order, Term right, Assumption... assumptions) {
    return new Claim(left, order, right, List.of(assumptions), List.of(), List.of());
  }

  private static Term power(long ten) {
    return new Rational(java.math.BigInteger.ONE, java.math.BigInteger.TEN.pow((int) ten));
  }

  @Test
  void aFalseTheoremIsAnEngineFault() {
    Audit audit = auditor.of(PlantedTheorem.planted(), Optional.empty()).orElseThrow();
    assertEquals(Audit.Outcome.ENGINE_FAULT, audit.outcome());
    assertTrue(audit.symja().why().orElseThrow().contains("at x ="), audit::toString);
  }

  @Test
  void aWrongDerivativeIsAnEngineFault() {
    // A theorem about 2x whose left side is said to be the derivative of x^3.
    Verdict proved = Decider.decide(claim(Terms.sum(X.at(), X.at()), Order.EQUAL, Terms.product(Rational.of(2), X.at())), Budget.standard());
    Term.Entry x = (Term.Entry) X.at();
    assertEquals(Audit.Outcome.CONFIRMED, auditor.of(proved, Optional.of(new Auditor.Derivation(Terms.power(x, 2), x))).orElseThrow().outcome());
    assertEquals(Audit.Outcome.ENGINE_FAULT, auditor.of(proved, Optional.of(new Auditor.Derivation(Terms.power(x, 3), x))).orElseThrow().outcome());
  }

  @Test
  void proofsAndRefutationsAreConfirmed() {
    Term sum = new Term.Over(K, Terms.exp(V.at(K)));
    Term softmax = Terms.divide(Terms.exp(V.at(new Index.Free("i", N))), sum);
    List<Claim> claims =
        List.of(
            claim(Terms.logistic(X.at()), Order.EQUAL, Terms.divide(Terms.exp(X.at()), Terms.sum(Rational.ONE, Terms.exp(X.at())))),
            claim(Terms.logistic(X.at()), Order.EQUAL, Terms.exp(X.at())),
            claim(Terms.log(softmax), Order.EQUAL, Terms.minus(V.at(new Index.Free("i", N)), Terms.log(sum))),
            claim(softmax, Order.LESS, Rational.ONE, Assumption.stated(new Fact.LeastSize(N, 2), "n >= 2")),
            claim(Terms.power(X.at(), 2), Order.GREATER, Rational.ZERO),
            claim(Terms.log(sum), Order.GREATER_OR_EQUAL, new Greatest(K, V.at(K)).term(7)),
            claim(new Greatest(K, V.at(K)).term(7), Order.EQUAL, Terms.log(sum)));
    for (Claim claim : claims) {
      Audit audit = audit(claim);
      assertEquals(Audit.Outcome.CONFIRMED, audit.outcome(), () -> claim + " " + audit);
      assertEquals(Voice.Says.AGREES, audit.symja().says(), audit::toString);
    }
  }

  @Test
  void tinyDifferencesAreNoConflict() {
    Audit visible = audit(claim(Terms.sum(X.at(), power(12)), Order.EQUAL, X.at()));
    assertEquals(Voice.Says.SILENT, visible.plain().says());
    assertEquals(Audit.Outcome.CONFIRMED, visible.outcome());
    Audit hidden = audit(claim(Terms.sum(Terms.exp(X.at()), power(90)), Order.EQUAL, Terms.exp(X.at())));
    assertEquals(Audit.Outcome.SILENT, hidden.outcome());
  }

  @Test
  void oneSideUndefinedIsConfirmed() {
    Term left = Terms.log(Terms.power(X.at(), 2));
    Term right = Terms.product(Rational.of(2), Terms.log(X.at()));
    Claim claim =
        new Claim(
            left,
            Order.EQUAL,
            right,
            List.of(Assumption.stated(new Fact.Holds(new dev.gradus.term.Condition.NonZero(X.at())), "x != 0")),
            List.of(X),
            List.of());
    assertEquals(Audit.Outcome.CONFIRMED, audit(claim).outcome());
  }

  @Test
  void limitsAreNotPutToIt() {
    Term limit = new Term.Apply(new Function.Limit(X, Function.Toward.INFINITY, Rational.ZERO), Terms.logistic(X.at()));
    assertEquals(Audit.Outcome.SILENT, audit(claim(limit, Order.EQUAL, Rational.ONE)).outcome());
  }

  @Test
  void whatIsNotDecidedIsNotAudited() {
    assertEquals(Optional.empty(), auditor.of(new Verdict.Undecided(new dev.gradus.proof.UndecidedReason.NoPoints("")), Optional.empty()));
  }
}
