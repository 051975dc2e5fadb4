package dev.gradus.proof.kernel;

import static dev.gradus.term.Terms.divide;
import static dev.gradus.term.Terms.exp;
import static dev.gradus.term.Terms.log;
import static dev.gradus.term.Terms.minus;
import static dev.gradus.term.Terms.power;
import static dev.gradus.term.Terms.product;
import static dev.gradus.term.Terms.sqrt;
import static dev.gradus.term.Terms.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Function.Toward;
import dev.gradus.term.Latex;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of limits; what is not known is refused. */
class LimitsTest {
  private static final Family X = Family.variable("x");
  private static final Family A = Family.variable("a");
  private static final Term x = X.at();
  private static final Term a = A.at();

  private static Term lim(Toward toward, Term body) {
    return new Term.Apply(new Function.Limit(X, toward, Rational.ZERO), body);
  }

  private static Limits.Outcome outcome(Term limit, Assumption... assumptions) {
    return Limits.reduced(Claim.equal(limit, Rational.ZERO, assumptions), Budget.standard());
  }

  private static String value(Term limit, Assumption... assumptions) {
    return switch (outcome(limit, assumptions)) {
      case Limits.Outcome.Found f -> f.left().orElse(Latex.of(f.claim().left()));
      case Limits.Outcome.Refused r -> "unknown";
    };
  }

  private static Assumption positive(Term t) {
    return Assumption.stated(new Fact.Holds(new Condition.Positive(t)), "");
  }

  @Test
  void theGreatestGrowthDecides() {
    assertEquals("0", value(lim(Toward.INFINITY, divide(power(x, 9), exp(x)))));
    assertEquals("\\infty", value(lim(Toward.INFINITY, divide(exp(x), power(x, 9)))));
    assertEquals("0", value(lim(Toward.INFINITY, divide(power(log(x), 3), x))));
    assertEquals("\\infty", value(lim(Toward.INFINITY, minus(exp(sqrt(x)), power(x, 5)))));
    assertEquals("-\\infty", value(lim(Toward.INFINITY, minus(power(log(x), 5), sqrt(x)))));
    assertEquals("0", value(lim(Toward.INFINITY, exp(minus(power(log(x), 2), x)))));
    assertEquals("1", value(lim(Toward.INFINITY, divide(log(log(x)), log(sum(log(x), Rational.ONE))))));
  }

  @Test
  void whatCancelsIsExpandedFurther() {
    assertEquals("\\frac{1}{2}", value(lim(Toward.INFINITY, minus(sqrt(sum(power(x, 2), x)), x))));
    assertEquals("0", value(lim(Toward.INFINITY, minus(log(sum(Rational.ONE, exp(x))), x))));
    assertEquals("1", value(lim(Toward.INFINITY, product(exp(x), minus(log(sum(Rational.ONE, exp(x))), x)))));
    assertEquals("\\frac{1}{24}", value(lim(Toward.BOTH, divide(minus(exp(x), sum(Rational.ONE, x, divide(power(x, 2), Rational.of(2)), divide(power(x, 3), Rational.of(6)))), power(x, 4)))));
    assertEquals("unknown", value(lim(Toward.INFINITY, product(power(x, 40), minus(divide(Rational.ONE, minus(x, Rational.ONE)), divide(Rational.ONE, minus(x, Rational.ONE)))))));
  }

  @Test
  void sidesThatDifferLeaveNoLimit() {
    assertEquals("no limit", value(lim(Toward.BOTH, power(x, -1))));
    assertEquals("unknown", value(lim(Toward.EITHER, power(x, -1))));
    assertEquals("\\infty", value(lim(Toward.EITHER, power(x, -1)), positive(x)));
    assertEquals("\\infty", value(lim(Toward.BOTH, power(x, -2))));
    assertEquals("0", value(lim(Toward.BOTH, sqrt(x))));
    assertEquals("no limit", value(lim(Toward.BOTH, Terms.step(x))));
    assertEquals("unknown", value(lim(Toward.BOTH, log(product(Rational.MINUS_ONE, power(x, 2))))));
  }

  @Test
  void signsThatDecideAreKnownOrNothingIs() {
    assertEquals("unknown", value(lim(Toward.INFINITY, exp(product(a, x)))));
    assertEquals("\\infty", value(lim(Toward.INFINITY, exp(product(a, x))), positive(a)));
    assertEquals("unknown", value(lim(Toward.INFINITY, power(sum(product(a, x), Rational.ONE), -1))));
    assertEquals("0", value(lim(Toward.INFINITY, power(sum(product(a, x), Rational.ONE), -1)), positive(a)));
    assertEquals("a", value(lim(Toward.INFINITY, divide(product(a, x), sum(x, Rational.ONE)))));
  }

  @Test
  void whatDoesNotDependOnTheVariableKeepsItsDomain() {
    assertEquals("0 \\ln\\left(a\\right)", value(lim(Toward.INFINITY, divide(log(a), x))));
  }

  @Test
  void aClaimWithALimitIsJudgedByItsValueOnly() {
    Term limit = lim(Toward.INFINITY, divide(Rational.ONE, x));
    Claim claim = Claim.equal(limit, Rational.ZERO);
    assertInstanceOf(Verdict.Undecided.class, Kernel.judge(claim, new Evidence.SameNormalForm(false, List.of()), Budget.standard()));
    Claim same = Claim.equal(lim(Toward.BOTH, divide(Rational.ONE, x)), lim(Toward.BOTH, divide(Rational.ONE, x)));
    assertInstanceOf(Verdict.Undecided.class, dev.gradus.proof.Decider.decide(new Claim(same.left(), Claim.Order.NOT_EQUAL, same.right(), List.of(), List.of(), List.of()), Budget.standard()));
  }
}
