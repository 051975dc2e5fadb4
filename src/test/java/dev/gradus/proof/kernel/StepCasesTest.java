package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims shown case by case, each beside one that must not be. */
class StepCasesTest {
  private static final Term X = Family.variable("x").at();
  private static final Term Y = Family.variable("y").at();

  private static boolean shows(Term left, Claim.Order order, Term right, Condition... conditions) {
    List<Assumption> facts = java.util.stream.Stream.of(conditions).map(c -> Assumption.stated(new Fact.Holds(c), "")).toList();
    return Inequality.check(new Claim(left, order, right, facts, List.of(), List.of()), Inequality.STEPS + "difference-sign", new LinkedHashMap<>(), Budget.ofSteps(2_000_000));
  }

  @Test
  void ordersOfMaxima() {
    assertEquals(true, shows(Terms.max(X, Y), Claim.Order.GREATER_OR_EQUAL, Y));
    assertEquals(false, shows(Terms.max(X, Y), Claim.Order.GREATER, Y));
    assertEquals(true, shows(Terms.relu(X), Claim.Order.LESS_OR_EQUAL, Terms.abs(X)));
    assertEquals(false, shows(Terms.abs(X), Claim.Order.LESS_OR_EQUAL, Terms.relu(X)));
  }

  /** A step that is a derivative may be 0 or 1 at its kink, and both are cases. */
  @Test
  void stepsAtTheirKink() {
    assertEquals(false, shows(Terms.step(X), Claim.Order.EQUAL, Rational.ONE, new Condition.NonNegative(X)));
    assertEquals(true, shows(Terms.step(X), Claim.Order.EQUAL, Rational.ONE, new Condition.Positive(X)));
    assertEquals(true, shows(Terms.step(X), Claim.Order.EQUAL, Rational.ZERO, new Condition.Positive(Terms.negate(X))));
    assertEquals(false, shows(Terms.sum(Terms.step(X), Terms.step(Terms.negate(X))), Claim.Order.EQUAL, Rational.ONE));
    assertEquals(true, shows(Terms.product(X, Terms.step(X)), Claim.Order.EQUAL, X, new Condition.NonNegative(X)));
  }

  @Test
  void guards() {
    Term counted = new Term.Guard(new Condition.NonNegative(X), Rational.ONE);
    assertEquals(true, shows(counted, Claim.Order.EQUAL, Rational.ONE, new Condition.NonNegative(X)));
    assertEquals(true, shows(Terms.sum(counted, new Term.Guard(new Condition.Positive(Terms.negate(X)), Rational.ONE)), Claim.Order.EQUAL, Rational.ONE));
    assertEquals(false, shows(Terms.sum(counted, new Term.Guard(new Condition.NonNegative(Terms.negate(X)), Rational.ONE)), Claim.Order.EQUAL, Rational.ONE));
  }

  /** A sum is any number, the same wherever it stands; under a binder it stays what it is. */
  @Test
  void sums() {
    Range n = Range.of("n");
    Family a = Family.variable("a", n);
    Index.Bound i = new Index.Bound(1, n);
    Index.Bound j = new Index.Bound(2, n);
    Term one = new Term.Over(i, a.at(i));
    Term same = new Term.Over(j, a.at(j));
    Term other = new Term.Over(j, Terms.power(a.at(j), 3));
    assertEquals(true, shows(Terms.relu(one), Claim.Order.GREATER_OR_EQUAL, same));
    assertEquals(false, shows(Terms.relu(one), Claim.Order.GREATER_OR_EQUAL, other));
    assertEquals(false, shows(new Term.Over(i, Terms.relu(a.at(i))), Claim.Order.LESS_OR_EQUAL, Terms.relu(same)));
  }
}
