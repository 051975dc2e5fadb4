package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a divisor cuts only a thin part of the points of one equation; beside each such equation one of which a whole part has a divisor of 0. */
final class GraphTest {
  private static final Term A = var("a");
  private static final Term B = var("b");
  private static final Term X = var("x");
  private static final Term Y = var("y");
  private static final Term V = var("v");
  private static final Term W = var("w");

  private static boolean negligible(Term divisor, Term left, Term right, Fact... others) {
    List<Fact> facts = new ArrayList<>(Arrays.asList(others));
    facts.add(new Fact.Equation(left, right));
    return Graph.isNegligible(divisor, facts, Budget.standard());
  }

  @Test
  void theGraphOfAFunction() {
    assertTrue(negligible(X, V, X));
    assertTrue(negligible(X, V, mul(X, Y)));
    assertTrue(negligible(V, pow(V, 2), X), "x is the square of v");
    assertTrue(negligible(X, mul(exp(Y), V), X));
  }

  @Test
  void aFactorThatMayBeZero() {
    assertTrue(negligible(B, mul(A, V), B));
    assertTrue(negligible(A, mul(A, V), B));
    assertTrue(negligible(add(X, Y), mul(add(X, Y), V), W));
    assertTrue(negligible(X, mul(add(X, Y), V), mul(X, W)));
  }

  @Test
  void aFactorOfBothSidesIsAWholePart() {
    assertFalse(negligible(X, mul(X, V), mul(X, Y)));
    assertFalse(negligible(X, mul(pow(X, 2), V), X));
    assertFalse(negligible(Y, mul(X, Y), q(0)));
    assertFalse(negligible(add(X, Y), mul(add(X, Y), V), mul(add(X, Y), W)));
    assertFalse(negligible(sub(X, q(1)), mul(sub(X, q(1)), V), mul(sub(X, q(1)), add(Y, q(2)))));
    assertFalse(negligible(sub(X, q(1)), sub(mul(X, V), V), mul(sub(X, q(1)), Y)));
  }

  @Test
  void pointsThatAreFew() {
    assertFalse(negligible(X, add(pow(X, 2), pow(Y, 2)), q(0)));
    assertFalse(negligible(X, X, q(0)));
    assertFalse(negligible(X, mul(X, sub(X, q(1))), q(0)));
    assertFalse(negligible(sub(X, Y), pow(sub(X, Y), 2), q(0)));
    assertFalse(negligible(sub(X, Y), exp(X), exp(Y)));
  }

  @Test
  void theDivisorItself() {
    assertFalse(negligible(sub(X, X), V, X), "0 is 0 everywhere");
    assertFalse(negligible(sub(V, X), V, X), "0 at every point of the equation");
    assertFalse(negligible(step(X), V, X), "0 on a half of the points");
    assertFalse(negligible(relu(X), V, X));
  }

  @Test
  void otherFacts() {
    Family x = Family.variable("x");
    assertFalse(negligible(X, V, X, new Fact.OneOf(x, List.of(Rational.ZERO, Rational.ONE))));
    assertFalse(negligible(X, V, X, new Fact.WholeNumbers(x, 0)));
    assertFalse(negligible(X, V, X, new Fact.Holds(new Condition.Zero(X))));
    assertTrue(negligible(X, V, X, new Fact.Equation(W, X)), "two equations, one after the other: all points (x, x, x)");
    assertFalse(negligible(Terms.minus(V, W), V, X, new Fact.Equation(W, X)), "0 at all of them");
    assertFalse(negligible(X, V, q(1), new Fact.Equation(V, q(2))), "no point satisfies both");
    Family v = Family.variable("v");
    assertFalse(negligible(X, V, X, new Fact.OneOf(v, List.of(Rational.ZERO, Rational.ONE))));
    assertTrue(negligible(X, V, X, new Fact.AllPositive(v, true)));
  }

  @Test
  void componentsAreLettersOfTheirOwn() {
    Family z = Family.variable("z", N);
    Term first = z.at(literal(1, N));
    Term second = z.at(literal(2, N));
    assertTrue(negligible(first, mul(first, V), Y));
    assertFalse(negligible(first, mul(first, V), mul(first, second)));
    assertTrue(negligible(z.at(I), V, z.at(I)), "all elements are v, and 0 where v is");
    assertFalse(negligible(z.at(I), mul(V, z.at(literal(1, N))), z.at(I)), "two elements of one family");
    assertFalse(negligible(first, mul(first, second), q(0)), "no letter that is a number");
  }

  @Test
  void oneEquationForEachElement() {
    Family a = Family.variable("a", N);
    Family b = Family.variable("b", N);
    Family t = Family.variable("t", N);
    Family v = Family.variable("v", N, N);
    Term sum = add(a.at(I), b.at(I));
    assertTrue(negligible(sum, mul(sum, t.at(I)), a.at(I)));
    assertTrue(negligible(add(a.at(I), b.at(J)), mul(add(a.at(I), b.at(J)), v.at(I, J)), a.at(I)), "each v_ij is solved for");
    assertFalse(negligible(sum, mul(sum, t.at(I)), mul(sum, W)), "a factor of both sides");
    assertFalse(negligible(sum, mul(sum, V), a.at(I)), "one v for all elements");
    assertFalse(negligible(sub(a.at(I), a.at(J)), mul(sub(a.at(I), a.at(J)), v.at(I, J)), b.at(I)), "0 where i is j");
  }

  @Test
  void whatIsNotKnownIsNoLetter() {
    Term unknown = Family.unknown("u").at();
    assertFalse(negligible(X, mul(X, unknown), mul(X, Y)));
    assertFalse(negligible(X, mul(unknown, X), X));
  }
}
