package dev.gradus.proof;

import static dev.gradus.proof.Letters.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Right and wrong twins about what a text states: domains, conditions on all components, orders, and points that do not exist. */
final class StatedConditionsTest {
  private final Letters l = new Letters();
  private final Term x = scalar("x").at();
  private final Term y = scalar("y").at();
  private final Family p = Family.variable("p", N);

  private static Fact positive(Term t) {
    return new Fact.Holds(new Condition.Positive(t));
  }

  private static Fact notNegative(Term t) {
    return new Fact.Holds(new Condition.NonNegative(t));
  }

  private static Claim claim(Term left, Order order, Term right, Fact... facts) {
    return new Claim(left, order, right, Stream.of(facts).map(f -> Assumption.stated(f, f.toString())).toList(), List.of(), List.of());
  }

  private static void is(Class<? extends Verdict> wanted, Term left, Order order, Term right, Fact... facts) {
    assertInstanceOf(wanted, Decider.decide(claim(left, order, right, facts), Budget.standard()));
  }

  @Test
  void whatIsNotNegativeIsPositiveOffItsZeros() {
    is(Verdict.Proved.class, Terms.relu(x), Order.EQUAL, x, notNegative(x));
    is(Verdict.Refuted.class, Terms.relu(x), Order.EQUAL, Rational.ZERO, notNegative(x));
    is(Verdict.Proved.class, Terms.relu(x), Order.EQUAL, Rational.ZERO, notNegative(Terms.negate(x)));
    is(Verdict.Refuted.class, Terms.relu(x), Order.EQUAL, x, notNegative(Terms.negate(x)));
    is(Verdict.Proved.class, Terms.max(x, y), Order.EQUAL, x, notNegative(sub(x, y)));
    is(Verdict.Refuted.class, Terms.max(x, y), Order.EQUAL, y, notNegative(sub(x, y)));
    // where the form is 0 all over, a step of it is a convention and no 1
    Term zero = Terms.relu(Terms.negate(Terms.relu(x)));
    is(Verdict.Undecided.class, Terms.step(zero), Order.EQUAL, Rational.ONE, notNegative(zero));
    // a point on both sides of the bound is a kink, and no other one is left
    is(Verdict.Undecided.class, Terms.abs(x), Order.EQUAL, add(x, q(1)), notNegative(x), notNegative(Terms.negate(x)));
  }

  @Test
  void aCutOfAStatedDomainIsNoProof() {
    Term product = log(mul(x, y));
    Term sum = add(log(x), log(y));
    is(Verdict.Refuted.class, product, Order.EQUAL, sum, positive(mul(x, y)));
    is(Verdict.Proved.class, product, Order.EQUAL, sum, positive(x), positive(y));
    is(Verdict.Proved.class, product, Order.EQUAL, sum);
    Term square = log(sub(pow(x, 2), q(1)));
    Term factors = add(log(sub(x, q(1))), log(add(x, q(1))));
    is(Verdict.Refuted.class, square, Order.EQUAL, factors, positive(sub(Terms.abs(x), q(1))));
    is(Verdict.Proved.class, square, Order.EQUAL, factors, positive(sub(x, q(1))));
    is(Verdict.Refuted.class, log(pow(x, 2)), Order.EQUAL, mul(q(2), log(x)), positive(sub(q(1), x)), positive(add(x, q(1))));
  }

  @Test
  void theEdgeOfAStatedDomainIsNegligible() {
    is(Verdict.Proved.class, log(pow(x, 2)), Order.EQUAL, mul(q(2), log(x)), notNegative(x));
    is(Verdict.Proved.class, div(sub(pow(x, 2), q(1)), sub(x, q(1))), Order.EQUAL, add(x, q(1)), positive(x));
  }

  @Test
  void aStatedEquationHasAValueWhereItHolds() {
    is(Verdict.Proved.class, log(pow(y, 2)), Order.EQUAL, mul(q(2), x), new Fact.Equation(log(y), x));
    is(Verdict.Proved.class, log(y), Order.EQUAL, x, new Fact.Equation(y, exp(x)));
  }

  @Test
  void anIndexThatTheClaimDoesNotMentionIsEveryIndex() {
    Term sum = l.over(N, p::at);
    is(Verdict.Proved.class, sum, Order.GREATER_OR_EQUAL, q(0), notNegative(p.at(I)));
    is(Verdict.Proved.class, sum, Order.GREATER, q(0), positive(p.at(I)));
    is(Verdict.Refuted.class, sum, Order.GREATER, q(0), notNegative(p.at(I)));
    is(Verdict.Refuted.class, sum, Order.GREATER_OR_EQUAL, q(1), notNegative(p.at(I)));
  }

  @Test
  void anIndexThatTheClaimMentionsIsThatOne() {
    is(Verdict.Proved.class, p.at(I), Order.GREATER_OR_EQUAL, q(0), notNegative(p.at(I)));
    is(Verdict.Refuted.class, mul(p.at(I), l.over(N, p::at)), Order.GREATER_OR_EQUAL, q(0), notNegative(p.at(I)));
  }

  @Test
  void anIndexWithAConditionOfItsOwnIsNotEveryIndex() {
    Fact off = new Fact.Holds(new Condition.Distinct(I, K));
    assertTrue(!(Decider.decide(claim(l.over(N, p::at), Order.GREATER_OR_EQUAL, q(0), notNegative(p.at(I)), off), Budget.standard()) instanceof Verdict.Proved));
  }

  @Test
  void pointsAreNoSupportForAnOrder() {
    is(Verdict.Undecided.class, Terms.abs(sub(x, q(25, 2))), Order.GREATER_OR_EQUAL, q(1, 100));
    is(Verdict.Undecided.class, l.over(N, i -> div(q(1), new Term.Place(i))), Order.LESS_OR_EQUAL, q(4));
  }

  @Test
  void longFractionsAreNoFault() {
    Verdict verdict = Decider.decide(claim(sig(x), Order.GREATER, q(1, 10_000_000_000L)), Budget.standard());
    assertTrue(!(verdict instanceof Verdict.Proved), verdict::toString);
    is(Verdict.Proved.class, sig(x), Order.GREATER, q(0));
  }

  @Test
  void theSlopeAtAKinkIsNotKnown() {
    is(Verdict.Undecided.class, step(q(0)), Order.EQUAL, q(0));
    is(Verdict.Undecided.class, step(q(0)), Order.EQUAL, q(1));
    is(Verdict.Proved.class, mul(step(q(0)), q(0)), Order.EQUAL, q(0));
  }

  @Test
  void equationsThatCannotBeMetAreGivenUp() {
    Term squares = l.over(N, i -> pow(p.at(i), 2));
    Claim claim = claim(l.over(N, p::at), Order.EQUAL, q(0), new Fact.Equation(squares, Rational.MINUS_ONE));
    Budget budget = Budget.standard();
    long before = budget.left();
    assertEquals(List.of(), PointSearch.witnesses(claim, budget));
    assertTrue(before - budget.left() < before / 4, () -> "steps: " + (before - budget.left()));
  }
}
