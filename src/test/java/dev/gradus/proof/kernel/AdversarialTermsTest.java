package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Terms made to be expensive: each ends, with a reason that names a budget where nothing was decided for lack of it. */
final class AdversarialTermsTest {
  /** Only against a hang: what ends the work is the count of steps. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Say say = new Say();
  private final Family x = Family.variable("x", N);
  private final List<DynamicTest> tests = new ArrayList<>();

  private void ends(String name, Term left, Term right, Fact... facts) {
    tests.add(dynamicTest(name, () -> {
      List<Assumption> assumptions = Arrays.stream(facts).map(f -> Assumption.stated(f, "")).toList();
      Claim claim = new Claim(left, Claim.Order.EQUAL, right, assumptions, List.of(), List.of());
      Verdict verdict = assertTimeoutPreemptively(PATIENCE, () -> Decider.decide(claim, Budget.standard()));
      assertTrue(!(verdict instanceof Verdict.Undecided u) || u.reason().code().startsWith("budget."), verdict::toString);
    }));
  }

  private static Term letters(int count) {
    List<Term> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      all.add(var("a_{" + k + "}"));
    }
    return Terms.sum(all);
  }

  @TestFactory
  List<DynamicTest> expansions() {
    ends("a high power of many letters", mul(pow(letters(12), 20), sub(letters(12), q(1))), sub(pow(letters(12), 21), pow(letters(12), 20)));
    Term product = q(1);
    for (int k = 0; k < 24; k++) {
      product = mul(product, add(var("p_{" + k + "}"), var("q_{" + k + "}")));
    }
    ends("a product of many sums", product, add(product, mul(var("z"), sub(product, product))));
    ends("a power of a power of a power", pow(pow(pow(add(var("a"), var("b")), 9), 9), 9), pow(add(var("a"), var("b")), 729));
    Term tower = var("a");
    for (int k = 0; k < 30; k++) {
      tower = pow(add(tower, q(1)), 2);
    }
    ends("squares of squares", sub(tower, q(1)), mul(sub(sqrt(tower), q(1)), add(sqrt(tower), q(1))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> binders() {
    Term nested = q(1);
    List<Index.Bound> bound = new ArrayList<>();
    for (int k = 0; k < 10; k++) {
      bound.add(new Index.Bound(500 + k, N));
    }
    Family pairs = Family.variable("A", N, N);
    for (int k = 0; k < 10; k++) {
      for (int l = 0; l < 10; l++) {
        nested = k == l ? nested : mul(nested, add(q(1), pairs.at(bound.get(k), bound.get(l))));
      }
    }
    for (Index.Bound b : bound) {
      nested = new Term.Over(b, nested);
    }
    ends("ten sums over all pairs", nested, mul(nested, add(q(1), sub(nested, nested))));
    ends("a high power of a sum", pow(say.sum(N, x::at), 14), mul(pow(say.sum(N, x::at), 7), pow(add(say.sum(N, x::at), say.sum(N, i -> q(0))), 7)));
    Term different = q(1);
    List<Index> free = new ArrayList<>();
    for (int k = 0; k < 14; k++) {
      free.add(free("i_{" + k + "}", N));
    }
    for (int k = 1; k < 14; k++) {
      different = mul(different, add(q(1), delta(free.get(k - 1), free.get(k))));
    }
    ends("patterns of fourteen indices", different, add(different, mul(x.at(free.get(0)), sub(x.at(free.get(13)), x.at(free.get(12))))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> grids() {
    List<Term> factors = new ArrayList<>();
    List<Term> sums = new ArrayList<>();
    for (int k = 0; k < 9; k++) {
      Range r = Range.of("n_{" + k + "}");
      Family f = Family.variable("f_{" + k + "}", r);
      factors.add(pow(say.sum(r, i -> sig(f.at(i))), 2));
      sums.add(pow(say.sum(r, i -> sub(q(1), sig(neg(f.at(i))))), 2));
    }
    ends("nine ranges", Terms.product(factors), Terms.product(sums));
    return tests;
  }

  @TestFactory
  List<DynamicTest> stepsAndExtremes() {
    Term max = var("m_0");
    for (int k = 1; k < 16; k++) {
      max = Terms.max(max, var("m_{" + k + "}"));
    }
    ends("the greatest of many", max, Terms.max(max, max));
    Term greatest = q(0);
    for (int k = 0; k < 5; k++) {
      Index.Bound b = new Index.Bound(700 + 10 * k, N);
      greatest = new Greatest(b, add(x.at(b), greatest)).term(701 + 10 * k);
    }
    ends("extremes of extremes", greatest, mul(q(5), new Greatest(new Index.Bound(790, N), x.at(new Index.Bound(790, N))).term(791)));
    Term guarded = var("u");
    for (int k = 0; k < 40; k++) {
      guarded = new Term.Guard(new Condition.Positive(add(guarded, q(k))), add(guarded, q(1)));
    }
    ends("guards of guards, each in two places", guarded, guarded);
    return tests;
  }

  @TestFactory
  List<DynamicTest> numbersAndLimits() {
    Rational huge = Rational.of(10).pow(400);
    ends("huge numbers", mul(pow(add(mul(huge, var("a")), q(1)), 40), exp(huge)), exp(exp(huge)));
    Term nested = var("u");
    for (int k = 0; k < 12; k++) {
      nested = log(add(exp(nested), exp(neg(nested)), q(1)));
    }
    ends("a limit of nested logarithms", new Term.Apply(new Function.Limit(Family.variable("u"), Function.Toward.INFINITY, Rational.ZERO), div(nested, var("u"))), q(1));
    return tests;
  }
}
