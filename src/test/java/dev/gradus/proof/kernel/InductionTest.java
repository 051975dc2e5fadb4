package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sums over numbers by induction, and what looks as if induction showed it. */
final class InductionTest {
  private final Say say = new Say();
  private final List<DynamicTest> tests = new ArrayList<>();
  private final Term n = size(N);
  private final Term a = var("a");
  private final Term b = var("b");

  private static Term place(Index i) {
    return new Term.Place(i);
  }

  private static Term power(Term base, Term exponent) {
    return exp(mul(exponent, log(base)));
  }

  private Term sum(Say.Body body) {
    return say.sum(N, body);
  }

  private void is(boolean expected, String name, Term left, Term right, Fact... facts) {
    List<Assumption> assumptions = Arrays.stream(facts).map(f -> Assumption.stated(f, f.toString())).toList();
    Claim claim = new Claim(left, Claim.Order.EQUAL, right, assumptions, List.of(), List.of());
    tests.add(dynamicTest((expected ? "" : "not: ") + name, () -> assertEquals(expected, Induction.shows(Ranges.of(claim).orElseThrow().in(claim), Budget.standard()))));
  }

  private void pair(String name, Term left, Term right, Term wrong, Fact... facts) {
    is(true, name, left, right, facts);
    is(false, name, left, wrong, facts);
  }

  @TestFactory
  List<DynamicTest> telescopingSums() {
    Say.Body twice = i -> mul(place(i), add(place(i), q(1)));
    pair("1/(i(i+1))", sum(i -> div(q(1), twice.at(i))), div(n, add(n, q(1))), div(q(1), add(n, q(1))));
    pair("1/i - 1/(i+1)", sum(i -> sub(div(q(1), place(i)), div(q(1), add(place(i), q(1))))), sub(q(1), div(q(1), add(n, q(1)))), sub(q(1), div(q(1), n)));
    pair("1/((2i-1)(2i+1))", sum(i -> div(q(1), sub(mul(q(4), pow(place(i), 2)), q(1)))), div(n, add(mul(q(2), n), q(1))), div(n, add(n, q(1))));
    pair("ln(1 + 1/i)", sum(i -> log(add(q(1), div(q(1), place(i))))), log(add(n, q(1))), log(n));
    pair("sqrt(i+1) - sqrt(i)", sum(i -> sub(sqrt(add(place(i), q(1))), sqrt(place(i)))), sub(sqrt(add(n, q(1))), q(1)), sqrt(n));
    pair("fifth powers' differences", sum(i -> sub(pow(place(i), 5), pow(sub(place(i), q(1)), 5))), pow(n, 5), pow(n, 4));
    pair("fourth powers", sum(i -> pow(place(i), 4)), div(mul(n, add(n, q(1)), add(mul(q(2), n), q(1)), sub(add(mul(q(3), pow(n, 2)), mul(q(3), n)), q(1))), q(30)), div(pow(n, 5), q(5)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> nestedSumsAndProducts() {
    pair("a sum of sums", sum(i -> sum(j -> mul(place(i), place(j)))), pow(div(mul(n, add(n, q(1))), q(2)), 2), div(mul(n, add(n, q(1))), q(2)));
    Term product = exp(sum(i -> log(add(q(1), div(q(1), place(i))))));
    pair("a product of fractions", product, add(n, q(1)), n);
    is(false, "a right side that may be 0", mul(a, product), mul(b, add(n, q(1))));
    is(false, "0 at the first size and so proportional ever after", sum(i -> sub(pow(place(i), 2), q(1))), sum(i -> mul(q(2), sub(pow(place(i), 2), q(1)))));
    pair("a product of exponentials", exp(sum(i -> pow(place(i), 4))), exp(div(mul(n, add(n, q(1)), add(mul(q(2), n), q(1)), sub(add(mul(q(3), pow(n, 2)), mul(q(3), n)), q(1))), q(30))), exp(div(pow(n, 5), q(5))));
    pair("backwards", sum(i -> mul(place(i), sub(add(n, q(1)), place(i)))), div(mul(n, add(n, q(1)), add(n, q(2))), q(6)), div(mul(n, add(n, q(1)), add(n, q(2))), q(3)));
    pair("the last number", sum(i -> sub(mul(q(2), place(i)), q(1))), pow(place(Index.Literal.last(N)), 2), place(Index.Literal.last(N)));
    Fact positive = new Fact.Holds(new Condition.Positive(a));
    pair("powers", mul(sub(a, q(1)), sum(i -> power(a, place(i)))), mul(a, sub(power(a, n), q(1))), sub(power(a, n), q(1)), positive);
    return tests;
  }

  @TestFactory
  List<DynamicTest> rightFromTheSecondSizeOn() {
    // The step holds, the first size does not; and the other way round.
    is(false, "off by one", sum(i -> place(i)), add(div(mul(n, add(n, q(1))), q(2)), q(1)));
    is(false, "right at the first size only", sum(i -> pow(place(i), 2)), sum(i -> place(i)));
    is(false, "right at the first two sizes", sum(i -> mul(sub(place(i), q(1)), sub(place(i), q(2)))), q(0));
    is(false, "right at the first three", sum(i -> mul(sub(place(i), q(1)), sub(place(i), q(2)), sub(place(i), q(3)))), q(0));
    is(true, "from the size that is stated", sum(i -> sub(place(i), a)), sub(div(mul(n, add(n, q(1))), q(2)), mul(n, a)), new Fact.LeastSize(N, 3));
    is(false, "a constant that the step does not see", sum(i -> sub(place(i), a)), sub(div(mul(n, add(n, q(1))), q(2)), add(mul(n, a), b)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> chainsThatBreak() {
    // Without a value at size 3 nothing is known of size 4.
    Term hole = div(sub(n, q(3)), sub(n, q(3)));
    is(false, "a hole at size 3", mul(hole, sum(i -> place(i))), mul(hole, div(mul(n, add(n, q(1))), q(2))));
    is(false, "a logarithm of what is negative at first", add(sum(i -> place(i)), log(sub(n, q(5)))), add(div(mul(n, add(n, q(1))), q(2)), log(sub(n, q(5)))));
    is(false, "a divisor under the sum", sum(i -> div(sub(place(i), q(4)), sub(place(i), q(4)))), n);
    is(true, "a divisor that is the same at each size", sum(i -> div(place(i), a)), div(mul(n, add(n, q(1))), mul(q(2), a)));
    is(false, "a step in the size", sum(i -> step(sub(place(i), q(3)))), mul(sub(n, q(3)), step(sub(n, q(3)))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> whatItDoesNotSpeakOf() {
    Family x = Family.variable("x", N);
    is(false, "components", sum(i -> mul(place(i), x.at(i))), sum(i -> mul(x.at(i), place(i))));
    Range five = Range.ofSize("five", 5);
    is(false, "a fixed size", say.sum(five, i -> place(i)), q(15));
    is(false, "an open index", mul(place(I), sum(i -> place(i))), mul(place(I), div(mul(n, add(n, q(1))), q(2))));
    is(false, "a guard on the index", sum(i -> new Term.Guard(new Condition.Distinct(i, literal(1, N)), place(i))), sub(div(mul(n, add(n, q(1))), q(2)), q(1)));
    is(false, "an assumption that holds at this size only", sum(i -> place(i)), a, new Fact.Equation(a, div(mul(n, add(n, q(1))), q(2))));
    return tests;
  }
}
