package dev.gradus.proof;

import static dev.gradus.term.Terms.divide;
import static dev.gradus.term.Terms.exp;
import static dev.gradus.term.Terms.log;
import static dev.gradus.term.Terms.logistic;
import static dev.gradus.term.Terms.minus;
import static dev.gradus.term.Terms.power;
import static dev.gradus.term.Terms.product;
import static dev.gradus.term.Terms.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The traps of SOUNDNESS.md about orders and about identities of small sizes, decided from end to end. */
class OrderTrapsTest {
  private static final Range N = Range.of("n");
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Bound A = new Index.Bound(1, N);
  private static final Index.Bound B = new Index.Bound(2, N);
  private static final Term SIZE = new Term.Size(N);
  private static final Term X = Family.variable("x").at();
  private static final Term Y = Family.variable("y").at();
  private static final Term C = Family.variable("c").at();
  private static final Family XS = Family.variable("xs", N);
  private static final Family PS = Family.variable("p", N);
  private static final Family QS = Family.variable("q", N);
  private static final Family S = Family.variable("S", N, N);
  private final List<DynamicTest> cases = new ArrayList<>();

  private static Term q(long n) {
    return Rational.of(n);
  }

  private static Assumption holds(Condition c) {
    return Assumption.stated(new Fact.Holds(c), "stated");
  }

  /** {@code R}, {@code P} with sizes and cuts, {@code U}. */
  private void is(String expected, String name, Term left, Order order, Term right, Assumption... assumptions) {
    Claim claim = new Claim(left, order, right, List.of(assumptions), List.of(), List.of());
    cases.add(
        DynamicTest.dynamicTest(
            name + ": " + expected,
            () -> {
              Verdict v = Decider.decide(claim, Budget.standard());
              String found =
                  switch (v) {
                    case Verdict.Proved p -> "P" + (p.leastSizes().isEmpty() ? "" : " " + p.leastSizes().values());
                    case Verdict.Refuted r -> "R";
                    case Verdict.Supported s -> "S";
                    case Verdict.Undecided u -> "U";
                  };
              assertEquals(expected, found, v.toString());
            }));
  }

  @TestFactory
  List<DynamicTest> orders() {
    Term t = exp(X);
    Term bell = product(logistic(X), minus(q(1), logistic(X)));
    is("R", "62 s(1-s) < 1/4", bell, Order.LESS, Rational.of(1, 4));
    is("P", "62 s(1-s) <= 1/4", bell, Order.LESS_OR_EQUAL, Rational.of(1, 4));
    is("R", "63 x^2 > 0", power(X, 2), Order.GREATER, q(0));
    is("R", "64 a<b => ac<bc", product(X, C), Order.LESS, product(Y, C), holds(new Condition.Positive(minus(Y, X))));
    Term softmax = divide(exp(XS.at(I)), new Term.Over(A, exp(XS.at(A))));
    is("P [2]", "65 softmax < 1", softmax, Order.LESS, q(1));
    is("P [2]", "66 sum i!=j e^(xi+xj) > 0", new Term.Over(A, new Term.Over(B, new Term.Guard(new Condition.Distinct(A, B), exp(sum(XS.at(A), XS.at(B)))))), Order.GREATER, q(0));
    is("R", "67 (e^t-c)^2 <= 0", power(minus(t, Rational.of(7919, 1000)), 2), Order.LESS_OR_EQUAL, q(0));
    is("R", "68 1/(1-e^t) > 0", power(minus(q(1), t), -1), Order.GREATER, q(0), holds(new Condition.NonZero(X)));
    Assumption p = Assumption.stated(new Fact.AllPositive(PS, true), "p > 0");
    Assumption r = Assumption.stated(new Fact.AllPositive(QS, true), "q > 0");
    Term kl = new Term.Over(A, product(PS.at(A), log(divide(PS.at(A), QS.at(A)))));
    is("R", "69 KL >= 0, p, q > 0 only", kl, Order.GREATER_OR_EQUAL, q(0), p, r);
    is("P", "69 KL >= 0 of distributions", kl, Order.GREATER_OR_EQUAL, q(0), p, r, Assumption.stated(new Fact.SumsToOne(PS, 0), "sum p = 1"), Assumption.stated(new Fact.SumsToOne(QS, 0), "sum q = 1"));
    is("R", "80 sqrt(x^2) = x is no order, |x| < x", minus(dev.gradus.term.Terms.abs(X), X), Order.LESS, q(0));
    Term tanh = divide(minus(t, exp(product(q(-1), X))), sum(t, exp(product(q(-1), X))));
    is("R", "82 tanh x <= x", tanh, Order.LESS_OR_EQUAL, X);
    is("R", "72 ln 2 < 69/100", log(q(2)), Order.LESS, Rational.of(69, 100));
    is("P", "72 ln 2 > 69/100", log(q(2)), Order.GREATER, Rational.of(69, 100));
    is("P", "1 != 2", q(1), Order.NOT_EQUAL, q(2));
    is("R", "x != 0", X, Order.NOT_EQUAL, q(0));
    is("P", "e^x != 0", t, Order.NOT_EQUAL, q(0));
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> smallSizes() {
    Function<Integer, Term> f = k -> new Term.Over(A, power(XS.at(A), k));
    Term e3 = sum(power(f.apply(1), 3), product(q(-3), f.apply(1), f.apply(2)), product(q(2), f.apply(3)));
    is("R", "37 sum (i-1)(i-2) = 0", new Term.Over(A, product(minus(new Term.Place(A), q(1)), minus(new Term.Place(A), q(2)))), Order.EQUAL, q(0));
    is("R", "38 e3 in a denominator", power(sum(q(1), e3), -1), Order.EQUAL, q(1));
    is("R", "39 sum y(y-1)(2y-1) = 0", new Term.Over(A, product(PS.at(A), minus(PS.at(A), q(1)), minus(product(q(2), PS.at(A)), q(1)))), Order.EQUAL, q(0), Assumption.stated(new Fact.SumsToOne(PS, 0), "sum p = 1"));
    is("R", "43 same-range divisor", product(new Term.Over(A, power(new Term.Over(B, S.at(A, B)), -1)), new Term.Over(A, new Term.Over(B, S.at(A, B)))), Order.EQUAL, power(SIZE, 2), Assumption.stated(new Fact.AllPositive(S, true), "A > 0"));
    is("P", "sum of local quotients", new Term.Over(A, power(sum(q(1), exp(XS.at(A))), -1)), Order.EQUAL, minus(SIZE, new Term.Over(A, divide(exp(XS.at(A)), sum(q(1), exp(XS.at(A)))))));
    Term pairs = new Term.Over(A, new Term.Over(B, new Term.Guard(new Condition.Distinct(A, B), divide(product(XS.at(A), XS.at(B)), minus(XS.at(A), XS.at(B))))));
    is("P", "sum of an antisymmetric quotient", pairs, Order.EQUAL, q(0));
    return List.copyOf(cases);
  }
}
