package dev.gradus.proof.kernel;

import static dev.gradus.term.Terms.abs;
import static dev.gradus.term.Terms.divide;
import static dev.gradus.term.Terms.exp;
import static dev.gradus.term.Terms.log;
import static dev.gradus.term.Terms.logistic;
import static dev.gradus.term.Terms.minus;
import static dev.gradus.term.Terms.negate;
import static dev.gradus.term.Terms.power;
import static dev.gradus.term.Terms.product;
import static dev.gradus.term.Terms.relu;
import static dev.gradus.term.Terms.sqrt;
import static dev.gradus.term.Terms.step;
import static dev.gradus.term.Terms.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.proof.kernel.Sign.Known;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignTest {
  private static final Range N = Range.of("n");
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Free J = new Index.Free("j", N);
  private static final Index.Bound A = new Index.Bound(1, N);
  private static final Index.Bound B = new Index.Bound(2, N);
  private static final Family XS = Family.variable("xs", N);
  private static final Family PS = Family.variable("ps", N);
  private static final Term X = Family.variable("x").at();
  private static final Term Y = Family.variable("y").at();
  private static final Family PF = Family.variable("p");
  private static final Family QF = Family.variable("q");
  private static final Term P = PF.at();
  private static final Term Q = QF.at();
  private static final Term T = exp(X);
  private static final Assumption UNIT_P = Assumption.stated(new Fact.AllInUnitInterval(PF), "0 < p < 1");
  private static final Assumption UNIT_Q = Assumption.stated(new Fact.AllInUnitInterval(QF), "0 < q < 1");
  private static final Assumption TWO = Assumption.stated(new Fact.LeastSize(N, 2), "n >= 2");
  private static final Assumption APART = Assumption.stated(new Fact.Holds(new Condition.Distinct(I, J)), "i != j");
  private static final List<Assumption> SIMPLEX =
      List.of(
          Assumption.stated(new Fact.AllPositive(PS, true), "p > 0"), Assumption.stated(new Fact.SumsToOne(PS, 0), "p sums to 1"));

  private static Term q(long n, long d) {
    return Rational.of(n, d);
  }

  private static Term q(long n) {
    return Rational.of(n);
  }

  private static Term over(Term body) {
    return new Term.Over(A, body);
  }

  private static Term softmax(Index i) {
    return divide(exp(XS.at(i)), over(exp(XS.at(A))));
  }

  private static final List<DynamicTest> CASES = new ArrayList<>();

  private static void is(String name, Known expected, Term term, Assumption... assumptions) {
    CASES.add(
        DynamicTest.dynamicTest(
            name + " is " + expected, () -> assertEquals(expected, Sign.of(term, List.of(assumptions), Budget.standard()))));
  }

  @TestFactory
  List<DynamicTest> structure() {
    CASES.clear();
    is("e^x", Known.POSITIVE, T);
    is("1 + e^x", Known.POSITIVE, sum(q(1), T));
    is("x^2", Known.NOT_NEGATIVE, power(X, 2));
    is("x x", Known.NOT_NEGATIVE, product(X, X));
    is("x y", Known.UNKNOWN, product(X, Y));
    is("1/x^2", Known.POSITIVE, power(X, -2));
    is("1/x where defined", Known.NOT_ZERO, power(X, -1));
    is("n", Known.POSITIVE, new Term.Size(N));
    is("n - 1", Known.NOT_NEGATIVE, minus(new Term.Size(N), q(1)));
    is("n - 1, n >= 2", Known.POSITIVE, minus(new Term.Size(N), q(1)), TWO);
    is("n - 2", Known.UNKNOWN, minus(new Term.Size(N), q(2)));
    is("sqrt x", Known.NOT_NEGATIVE, sqrt(X));
    is("[x>0]", Known.NOT_NEGATIVE, step(X));
    is("[e^x>0]", Known.POSITIVE, step(T));
    is("[-e^x>0]", Known.ZERO, step(negate(T)));
    is("ln(1+e^x)", Known.POSITIVE, log(sum(q(1), T)));
    is("ln(1/2+e^x)", Known.UNKNOWN, log(sum(q(1, 2), T)));
    is("relu", Known.NOT_NEGATIVE, relu(X));
    is("relu(-relu x)", Known.ZERO, relu(negate(relu(X))));
    is("|x|", Known.NOT_NEGATIVE, abs(X));
    is("|x| + 1", Known.POSITIVE, sum(abs(X), q(1)));
    is("sum e^x", Known.POSITIVE, over(exp(XS.at(A))));
    is("sum x^2", Known.NOT_NEGATIVE, over(power(XS.at(A), 2)));
    is("sum x", Known.UNKNOWN, over(XS.at(A)));
    Term offDiagonal = over(new Term.Over(B, new Term.Guard(new Condition.Distinct(A, B), exp(sum(XS.at(A), XS.at(B))))));
    is("sum i!=j e^(xi+xj)", Known.NOT_NEGATIVE, offDiagonal);
    is("sum i!=j e^(xi+xj), n >= 2", Known.POSITIVE, offDiagonal, TWO);
    Term before = over(new Term.Guard(new Condition.Before(A, I), exp(XS.at(A))));
    is("sum a<i e^xa, n >= 2: i may be first", Known.NOT_NEGATIVE, before, TWO);
    is("softmax", Known.POSITIVE, softmax(I));
    is("pi - 3", Known.POSITIVE, minus(new Term.Pi(), q(3)));
    is("e - 3", Known.NEGATIVE, minus(exp(q(1)), q(3)));
    is("1/0", Known.UNKNOWN, power(q(0), -1));
    return List.copyOf(CASES);
  }

  @TestFactory
  List<DynamicTest> facts() {
    CASES.clear();
    is("1-p", Known.POSITIVE, minus(q(1), P), UNIT_P);
    is("1-p without the fact", Known.UNKNOWN, minus(q(1), P));
    is("p(1-p)", Known.POSITIVE, product(P, minus(q(1), P)), UNIT_P);
    is("1/4-p(1-p)", Known.NOT_NEGATIVE, minus(q(1, 4), product(P, minus(q(1), P))), UNIT_P);
    is("1/5-p(1-p)", Known.UNKNOWN, minus(q(1, 5), product(P, minus(q(1), P))), UNIT_P);
    is("p+q-pq", Known.POSITIVE, minus(sum(P, Q), product(P, Q)), UNIT_P, UNIT_Q);
    is("p-q", Known.UNKNOWN, minus(P, Q), UNIT_P, UNIT_Q);
    is("ln p", Known.NEGATIVE, log(P), UNIT_P);
    is("1-p from p<1 stated", Known.POSITIVE, minus(q(1), P), holds(new Condition.Positive(minus(q(1), P))));
    is("2-p from p<1 stated", Known.POSITIVE, minus(q(2), P), holds(new Condition.Positive(minus(q(1), P))));
    is("1/2-p from p<1 stated", Known.UNKNOWN, minus(q(1, 2), P), holds(new Condition.Positive(minus(q(1), P))));
    is("1-p from p<=1", Known.NOT_NEGATIVE, minus(q(1), P), holds(new Condition.NonNegative(minus(q(1), P))));
    is("1-p_i on the simplex", Known.NOT_NEGATIVE, minus(q(1), PS.at(I)), SIMPLEX.get(0), SIMPLEX.get(1));
    is("1-p_i on the simplex, n >= 2", Known.POSITIVE, minus(q(1), PS.at(I)), SIMPLEX.get(0), SIMPLEX.get(1), TWO);
    Assumption label = Assumption.stated(new Fact.OneOf(QF, List.of(Rational.ZERO, Rational.ONE)), "q in {0,1}");
    is("q^2-q for a label", Known.ZERO, minus(power(Q, 2), Q), label);
    is("1-q for a label", Known.NOT_NEGATIVE, minus(q(1), Q), label);
    Assumption sign = Assumption.stated(new Fact.OneOf(QF, List.of(Rational.MINUS_ONE, Rational.ONE)), "q in {-1,1}");
    is("q^2 for a sign", Known.POSITIVE, power(Q, 2), sign);
    is("q^3-q for a sign", Known.ZERO, minus(power(Q, 3), Q), sign);
    is("x for x>0 stated", Known.POSITIVE, X, holds(new Condition.Positive(X)));
    is("x^2-x for x>=1 stated", Known.NOT_NEGATIVE, minus(power(X, 2), X), holds(new Condition.NonNegative(minus(X, q(1)))));
    is("a context without points", Known.UNKNOWN, minus(X, q(1, 2)), holds(new Condition.Positive(minus(X, q(1)))), holds(new Condition.Positive(negate(X))));
    return List.copyOf(CASES);
  }

  private static Assumption holds(Condition c) {
    return Assumption.stated(new Fact.Holds(c), "stated");
  }

  /** The nine of the prototype's ineq.py, and more of their kind. */
  @TestFactory
  List<DynamicTest> rationalInExponential() {
    CASES.clear();
    Term s = logistic(X);
    Term bell = divide(T, power(sum(q(1), T), 2));
    Term tanh = divide(minus(T, exp(negate(X))), sum(T, exp(negate(X))));
    Term third = divide(product(T, minus(q(1), T)), power(sum(q(1), T), 3));
    is("1 - bell", Known.POSITIVE, minus(q(1), bell));
    is("1/4 - bell", Known.NOT_NEGATIVE, minus(q(1, 4), bell));
    is("1/5 - bell", Known.UNKNOWN, minus(q(1, 5), bell));
    is("sigma", Known.POSITIVE, s);
    is("1 - sigma", Known.POSITIVE, minus(q(1), s));
    is("1 - tanh", Known.POSITIVE, minus(q(1), tanh));
    is("1/10 - s(1-s)(1-2s)", Known.POSITIVE, minus(q(1, 10), third));
    is("1/11 - s(1-s)(1-2s)", Known.UNKNOWN, minus(q(1, 11), third));
    is("1+e^t - 1", Known.POSITIVE, minus(sum(q(1), T), q(1)));
    is("1+e^t - e^t", Known.POSITIVE, minus(sum(q(1), T), T));
    is("-(e^t - c)^2", Known.NOT_POSITIVE, negate(power(minus(T, q(7919, 1000)), 2)));
    is("(e^t - c)^2", Known.NOT_NEGATIVE, minus(sum(exp(product(q(2), X)), q(62710561, 1000000)), product(q(7919, 500), T)));
    is("1/(1-e^t)", Known.NOT_ZERO, power(minus(q(1), T), -1));
    is("e^(t/2) + e^(-t/2) - 2", Known.NOT_NEGATIVE, minus(sum(exp(product(q(1, 2), X)), exp(product(q(-1, 2), X))), q(2)));
    is("e^(x-y)/(1+e^(x-y))^2 - 1/4", Known.NOT_POSITIVE, minus(product(logistic(minus(X, Y)), logistic(minus(Y, X))), q(1, 4)));
    is("softplus(t) - t", Known.POSITIVE, minus(log(sum(q(1), T)), X));
    is("softplus(t) - relu(t)", Known.POSITIVE, minus(log(sum(q(1), T)), relu(X)));
    is("softplus(t) - ln 2 - t/2", Known.NOT_NEGATIVE, minus(log(sum(q(1), T)), sum(log(q(2)), product(q(1, 2), X))));
    is("softplus(t) - ln 3 - t/2", Known.UNKNOWN, minus(log(sum(q(1), T)), sum(log(q(3)), product(q(1, 2), X))));
    is("ln 3 - ln 2", Known.POSITIVE, minus(log(q(3)), log(q(2))));
    return List.copyOf(CASES);
  }

  @TestFactory
  List<DynamicTest> manyKernels() {
    CASES.clear();
    is("x^2+y^2-2xy", Known.NOT_NEGATIVE, sum(power(X, 2), power(Y, 2), product(q(-2), X, Y)));
    is("x^2+y^2-2xy+1", Known.POSITIVE, sum(power(X, 2), power(Y, 2), product(q(-2), X, Y), q(1)));
    is("x^2+y^2-3xy", Known.UNKNOWN, sum(power(X, 2), power(Y, 2), product(q(-3), X, Y)));
    is("x^2+y^2-xy: 0 at 0", Known.NOT_NEGATIVE, sum(power(X, 2), power(Y, 2), product(q(-1), X, Y)));
    is("e^x+e^y-2e^((x+y)/2)", Known.NOT_NEGATIVE, sum(T, exp(Y), product(q(-2), exp(product(q(1, 2), sum(X, Y))))));
    is("1-softmax_i", Known.NOT_NEGATIVE, minus(q(1), softmax(I)));
    is("1-softmax_i, n >= 2", Known.POSITIVE, minus(q(1), softmax(I)), TWO);
    is("1/2-softmax_i", Known.UNKNOWN, minus(q(1, 2), softmax(I)), TWO);
    is("1/4-s_i(1-s_i)", Known.NOT_NEGATIVE, minus(q(1, 4), product(softmax(I), minus(q(1), softmax(I)))));
    is("1/4-s_i s_j, i != j", Known.NOT_NEGATIVE, minus(q(1, 4), product(softmax(I), softmax(J))), APART);
    is("1/5-s_i s_j, i != j", Known.UNKNOWN, minus(q(1, 5), product(softmax(I), softmax(J))), APART);
    is("1/4-s_i s_j, i = j possible", Known.UNKNOWN, minus(q(1, 4), product(softmax(I), softmax(J))));
    is("1-s_i-s_j, i != j", Known.NOT_NEGATIVE, minus(q(1), sum(softmax(I), softmax(J))), APART);
    is("LSE - x_i", Known.NOT_NEGATIVE, minus(log(over(exp(XS.at(A)))), XS.at(I)));
    is("LSE - x_i, n >= 2", Known.POSITIVE, minus(log(over(exp(XS.at(A)))), XS.at(I)), TWO);
    is("LSE - x_i - 1", Known.UNKNOWN, sum(log(over(exp(XS.at(A)))), negate(XS.at(I)), q(-1)), TWO);
    is("sum (x^2+1) - sum 2x", Known.NOT_NEGATIVE, minus(over(sum(power(XS.at(A), 2), q(1))), over(product(q(2), XS.at(A)))));
    is("n - sum sigma(x)", Known.POSITIVE, minus(new Term.Size(N), over(logistic(XS.at(A)))));
    is("n/2 - sum sigma(x)", Known.UNKNOWN, minus(product(q(1, 2), new Term.Size(N)), over(logistic(XS.at(A)))));
    return List.copyOf(CASES);
  }

  @Test
  void structureTakesMicroseconds() {
    Term t = softmax(I);
    long start = System.nanoTime();
    for (int k = 0; k < 20_000; k++) {
      Sign.of(t, SIMPLEX, Budget.standard());
    }
    System.out.printf("sign by structure: %.2f us%n", (System.nanoTime() - start) / 20_000.0 / 1000.0);
  }
}
