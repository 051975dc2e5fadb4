package dev.gradus.proof;

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
import static dev.gradus.term.Terms.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Kernel;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Right inequalities, each with its near misses, which no rule may prove. */
class InequalityProverTest {
  private static final Range N = Range.of("n");
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Free J = new Index.Free("j", N);
  private static final Index.Bound A = new Index.Bound(1, N);
  private static final Index.Bound B = new Index.Bound(2, N);
  private static final Term SIZE = new Term.Size(N);
  private static final Family XS = Family.variable("xs", N);
  private static final Family PS = Family.variable("ps", N);
  private static final Family QS = Family.variable("qs", N);
  private static final Family XF = Family.variable("x");
  private static final Family YF = Family.variable("y");
  private static final Family CF = Family.variable("c");
  private static final Term X = XF.at();
  private static final Term Y = YF.at();
  private static final Term C = CF.at();
  private static final Term T = exp(X);
  private static final Assumption P_POSITIVE = Assumption.stated(new Fact.AllPositive(PS, true), "p > 0");
  private static final Assumption Q_POSITIVE = Assumption.stated(new Fact.AllPositive(QS, true), "q > 0");
  private static final Assumption P_ONE = Assumption.stated(new Fact.SumsToOne(PS, 0), "p sums to 1");
  private static final Assumption Q_ONE = Assumption.stated(new Fact.SumsToOne(QS, 0), "q sums to 1");
  private static final Assumption APART = holds(new Condition.Distinct(I, J));

  private final List<DynamicTest> cases = new ArrayList<>();

  private static Assumption holds(Condition c) {
    return Assumption.stated(new Fact.Holds(c), "stated");
  }

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

  private static final Term LSE = log(over(exp(XS.at(A))));

  /** What is proved, the kernel accepts with a witness for each pattern, and the refuter does not contradict. */
  private static boolean crossChecked(Claim claim, Optional<Evidence.SignCertificate> found) {
    if (found.isEmpty()) {
      return true;
    }
    // Sizes below those of the certificate are another claim.
    List<Assumption> more = new ArrayList<>(claim.assumptions());
    found.get().sizes().forEach((r, n) -> more.add(Assumption.convention(new Fact.LeastSize(r, n), r.name())));
    Claim from = new Claim(claim.left(), claim.order(), claim.right(), more, List.of(), List.of());
    List<Point> witnesses = new ArrayList<>();
    Budget budget = Budget.standard();
    for (PointSearch.Pattern p : PointSearch.patterns(from, PointSearch.sizes(from, budget).get(0), budget)) {
      PointSearch.witness(from, p, budget).ifPresent(witnesses::add);
    }
    Verdict verdict = Kernel.judge(claim, new Evidence.SignCertificate(found.get().rule(), found.get().sizes(), witnesses), Budget.standard());
    return !(Refuter.search(from, Budget.ofSteps(400_000)) instanceof Refuter.Outcome.Found) && verdict instanceof Verdict.Proved;
  }

  /** {@code expected}: the rule's name with the sizes it needs, or "refused". */
  private void is(String expected, String name, Term left, Order order, Term right, Assumption... assumptions) {
    cases.add(
        DynamicTest.dynamicTest(
            name + ": " + expected,
            () -> {
              Claim claim = new Claim(left, order, right, List.of(assumptions), List.of(), List.of());
              long start = System.nanoTime();
              Optional<Evidence.SignCertificate> found = InequalityProver.search(claim, List.of(), Budget.standard());
              long ms = (System.nanoTime() - start) / 1_000_000;
              if (ms > 300) {
                System.out.println("slow: " + name + " " + ms + " ms");
              }
              assertEquals(true, crossChecked(claim, found), "kernel and refuter");
              assertEquals(expected, found.map(c -> c.rule() + (c.sizes().isEmpty() ? "" : " " + c.sizes().values())).orElse("refused"));
            }));
  }

  /** Proved by whatever rule. */
  private void shown(String name, Term left, Order order, Term right, Assumption... assumptions) {
    cases.add(
        DynamicTest.dynamicTest(
            name,
            () -> {
              Claim claim = new Claim(left, order, right, List.of(assumptions), List.of(), List.of());
              Optional<Evidence.SignCertificate> found = InequalityProver.search(claim, List.of(), Budget.standard());
              assertEquals(true, found.isPresent(), "found");
              assertEquals(true, crossChecked(claim, found), "kernel and refuter");
            }));
  }

  private void proved(String name, Term left, Order order, Term right, Assumption... assumptions) {
    is("difference-sign", name, left, order, right, assumptions);
  }

  private void refused(String name, Term left, Order order, Term right, Assumption... assumptions) {
    is("refused", name, left, order, right, assumptions);
  }

  /** An order under an order, by what its failing would make of that; the near misses fail at a point. */
  @TestFactory
  List<DynamicTest> fromTheContrary() {
    Assumption above = holds(new Condition.Positive(minus(T, q(1))));
    is("contrary:0/taylor:x:0:1", "e^x > 1 gives x > 0", X, Order.GREATER, q(0), above);
    refused("e^x > 1 gives x > 1", X, Order.GREATER, q(1), above);
    refused("e^x > 1 gives x < 0", X, Order.LESS, q(0), above);
    refused("e^x >= 1 gives x > 0", X, Order.GREATER, q(0), holds(new Condition.NonNegative(minus(T, q(1)))));
    is("contrary:0/taylor:x:0:1", "e^x >= 1 gives x >= 0", X, Order.GREATER_OR_EQUAL, q(0), holds(new Condition.NonNegative(minus(T, q(1)))));
    Assumption square = holds(new Condition.Positive(minus(power(X, 2), q(1))));
    refused("x^2 > 1 gives x > 1", X, Order.GREATER, q(1), square);
    is("contrary:0/difference-sign", "x^2 > 1 and x > 0 give x > 1", X, Order.GREATER, q(1), square, holds(new Condition.Positive(X)));
    refused("x^2 > 1 and x > 0 give x > 2", X, Order.GREATER, q(2), square, holds(new Condition.Positive(X)));
    refused("x^2 > 1 and x > -2 give x > 1", X, Order.GREATER, q(1), square, holds(new Condition.Positive(sum(X, q(2)))));
    Assumption logistic = holds(new Condition.Positive(minus(logistic(X), q(1, 2))));
    shown("s(x) > 1/2 gives x > 0", X, Order.GREATER, q(0), logistic);
    refused("s(x) > 1/2 gives x > 1", X, Order.GREATER, q(1), logistic);
    refused("s(x) >= 1/2 gives x > 0", X, Order.GREATER, q(0), holds(new Condition.NonNegative(minus(logistic(X), q(1, 2)))));
    // the order speaks of one element, the claim of another one, or of all
    refused("e^(x_i) > 1 gives x_j > 0", XS.at(J), Order.GREATER, q(0), holds(new Condition.Positive(minus(exp(XS.at(I)), q(1)))), APART);
    refused("e^(x_i) > 1 gives sum x > 0 ", over(XS.at(A)), Order.GREATER, q(0), holds(new Condition.Positive(minus(exp(XS.at(I)), q(1)))));
    refused("ln x > 0 gives x > 2", X, Order.GREATER, q(2), holds(new Condition.Positive(log(X))));
    shown("ln x > 0 gives x > 1", X, Order.GREATER, q(1), holds(new Condition.Positive(log(X))));
    refused("1/x > 0 gives x > 1", X, Order.GREATER, q(1), holds(new Condition.Positive(power(X, -1))));
    return cases;
  }

  @TestFactory
  List<DynamicTest> ofOneNumber() {
    Term bell = product(logistic(X), minus(q(1), logistic(X)));
    proved("s(1-s) <= 1/4", bell, Order.LESS_OR_EQUAL, q(1, 4));
    refused("s(1-s) < 1/4 (trap 62)", bell, Order.LESS, q(1, 4));
    refused("s(1-s) <= 1/5", bell, Order.LESS_OR_EQUAL, q(1, 5));
    refused("s(1-s) >= 1/4", bell, Order.GREATER_OR_EQUAL, q(1, 4));
    refused("x^2 > 0 (trap 63)", power(X, 2), Order.GREATER, q(0));
    proved("x^2 >= 0", power(X, 2), Order.GREATER_OR_EQUAL, q(0));
    proved("x^2 > 0 for x != 0", power(X, 2), Order.GREATER, q(0), holds(new Condition.NonZero(X)));
    refused("(e^t-c)^2 <= 0 (trap 67)", power(minus(T, q(7919, 1000)), 2), Order.LESS_OR_EQUAL, q(0));
    refused("1/(1-e^t) > 0, t != 0 (trap 68)", power(minus(q(1), T), -1), Order.GREATER, q(0), holds(new Condition.NonZero(X)));
    is("lemma:tangent", "1+x <= e^x", sum(q(1), X), Order.LESS_OR_EQUAL, T);
    refused("1+x < e^x", sum(q(1), X), Order.LESS, T);
    is("lemma:tangent", "1+x < e^x, x != 0", sum(q(1), X), Order.LESS, T, holds(new Condition.NonZero(X)));
    refused("2+x <= e^x", sum(q(2), X), Order.LESS_OR_EQUAL, T);
    is("lemma:tangent", "1-x <= e^-x", minus(q(1), X), Order.LESS_OR_EQUAL, exp(negate(X)));
    is("lemma:tangent", "ln x <= x-1", log(X), Order.LESS_OR_EQUAL, minus(X, q(1)));
    refused("ln x < x-1", log(X), Order.LESS, minus(X, q(1)));
    refused("ln x <= x-2", log(X), Order.LESS_OR_EQUAL, minus(X, q(2)));
    is("lemma:tangent", "x ln x >= x-1", product(X, log(X)), Order.GREATER_OR_EQUAL, minus(X, q(1)));
    refused("x ln x >= x", product(X, log(X)), Order.GREATER_OR_EQUAL, X);
    proved("e^(-x^2) <= 1", exp(negate(power(X, 2))), Order.LESS_OR_EQUAL, q(1));
    refused("e^(-x^2) < 1", exp(negate(power(X, 2))), Order.LESS, q(1));
    proved("1/(1+e^(x^2)) <= 1/2", power(sum(q(1), exp(power(X, 2))), -1), Order.LESS_OR_EQUAL, q(1, 2));
    proved("softplus > relu", log(sum(q(1), T)), Order.GREATER, relu(X));
    refused("softplus >= relu + ln 2", log(sum(q(1), T)), Order.GREATER_OR_EQUAL, sum(relu(X), log(q(2))));
    proved("softplus <= relu + ln 2", log(sum(q(1), T)), Order.LESS_OR_EQUAL, sum(relu(X), log(q(2))));
    refused("softplus < relu + ln 2: equal at 0", log(sum(q(1), T)), Order.LESS, sum(relu(X), log(q(2))));
    proved("-|x| <= x", negate(abs(X)), Order.LESS_OR_EQUAL, X);
    proved("|x+y| <= |x|+|y|", abs(sum(X, Y)), Order.LESS_OR_EQUAL, sum(abs(X), abs(Y)));
    refused("|x+y| < |x|+|y|", abs(sum(X, Y)), Order.LESS, sum(abs(X), abs(Y)));
    refused("|x|+|y| <= |x+y|", sum(abs(X), abs(Y)), Order.LESS_OR_EQUAL, abs(sum(X, Y)));
    Term tanh = divide(minus(T, exp(negate(X))), sum(T, exp(negate(X))));
    proved("|tanh| < 1", abs(tanh), Order.LESS, q(1));
    refused("|tanh| < 9/10", abs(tanh), Order.LESS, q(9, 10));
    refused("tanh x <= x (trap 82)", tanh, Order.LESS_OR_EQUAL, X);
    is("taylor:x:0:1", "tanh x <= x for x >= 0", tanh, Order.LESS_OR_EQUAL, X, holds(new Condition.NonNegative(X)));
    refused("tanh x < x for x >= 0", tanh, Order.LESS, X, holds(new Condition.NonNegative(X)));
    is("taylor:x:0:1", "tanh x < x for x > 0", tanh, Order.LESS, X, holds(new Condition.Positive(X)));
    is("taylor:x:0:2", "1+x+x^2/2 <= e^x for x >= 0", sum(q(1), X, product(q(1, 2), power(X, 2))), Order.LESS_OR_EQUAL, T, holds(new Condition.NonNegative(X)));
    refused("1+x+x^2/2 <= e^x", sum(q(1), X, product(q(1, 2), power(X, 2))), Order.LESS_OR_EQUAL, T);
    is("taylor:x:0:2", "ln((e^x+e^-x)/2) <= x^2/2", log(product(q(1, 2), sum(T, exp(negate(X))))), Order.LESS_OR_EQUAL, product(q(1, 2), power(X, 2)));
    refused("ln((e^x+e^-x)/2) <= x^2/3", log(product(q(1, 2), sum(T, exp(negate(X))))), Order.LESS_OR_EQUAL, product(q(1, 3), power(X, 2)));
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> ofTwoNumbers() {
    Assumption apart = holds(new Condition.NonZero(minus(X, Y)));
    Term difference = abs(minus(logistic(X), logistic(Y)));
    Term distance = abs(minus(X, Y));
    is("lipschitz:x:y", "|s(x)-s(y)| <= |x-y|/4", difference, Order.LESS_OR_EQUAL, product(q(1, 4), distance));
    refused("|s(x)-s(y)| <= |x-y|/5", difference, Order.LESS_OR_EQUAL, product(q(1, 5), distance));
    refused("|s(x)-s(y)| < |x-y|/4: equal at x = y", difference, Order.LESS, product(q(1, 4), distance));
    is("lipschitz:x:y", "|s(x)-s(y)| < |x-y|, x != y", difference, Order.LESS, distance, apart);
    refused("|e^x-e^y| <= |x-y|", abs(minus(T, exp(Y))), Order.LESS_OR_EQUAL, distance);
    refused("|s(x)+s(y)| <= |x-y|", abs(sum(logistic(X), logistic(Y))), Order.LESS_OR_EQUAL, distance);
    refused("a<b => ac<bc (trap 64)", product(X, C), Order.LESS, product(Y, C), holds(new Condition.Positive(minus(Y, X))));
    proved("a<b, c>0 => ac<bc", product(X, C), Order.LESS, product(Y, C), holds(new Condition.Positive(minus(Y, X))), holds(new Condition.Positive(C)));
    refused("a<=b, c>0 => ac<bc", product(X, C), Order.LESS, product(Y, C), holds(new Condition.NonNegative(minus(Y, X))), holds(new Condition.Positive(C)));
    proved("a<b => e^a<e^b", T, Order.LESS, exp(Y), holds(new Condition.Positive(minus(Y, X))));
    refused("a<b => e^b<e^a", exp(Y), Order.LESS, T, holds(new Condition.Positive(minus(Y, X))));
    refused("a<b => a^2<b^2", power(X, 2), Order.LESS, power(Y, 2), holds(new Condition.Positive(minus(Y, X))));
    proved("0<a<b => a^2<b^2", power(X, 2), Order.LESS, power(Y, 2), holds(new Condition.Positive(minus(Y, X))), holds(new Condition.Positive(X)));
    proved("0<a<b => ln a<ln b", log(X), Order.LESS, log(Y), holds(new Condition.Positive(minus(Y, X))), holds(new Condition.Positive(X)));
    Assumption x = Assumption.stated(new Fact.AllPositive(XF, true), "x > 0");
    Assumption y = Assumption.stated(new Fact.AllPositive(YF, true), "y > 0");
    proved("sqrt(xy) <= (x+y)/2", sqrt(product(X, Y)), Order.LESS_OR_EQUAL, product(q(1, 2), sum(X, Y)), x, y);
    refused("sqrt(xy) < (x+y)/2", sqrt(product(X, Y)), Order.LESS, product(q(1, 2), sum(X, Y)), x, y);
    refused("sqrt(xy) >= (x+y)/2", sqrt(product(X, Y)), Order.GREATER_OR_EQUAL, product(q(1, 2), sum(X, Y)), x, y);
    proved("2xy <= x^2+y^2", product(q(2), X, Y), Order.LESS_OR_EQUAL, sum(power(X, 2), power(Y, 2)));
    refused("3xy <= x^2+y^2", product(q(3), X, Y), Order.LESS_OR_EQUAL, sum(power(X, 2), power(Y, 2)));
    proved("e^((x+y)/2) <= (e^x+e^y)/2", exp(product(q(1, 2), sum(X, Y))), Order.LESS_OR_EQUAL, product(q(1, 2), sum(T, exp(Y))));
    refused("e^((x+y)/2) < (e^x+e^y)/2", exp(product(q(1, 2), sum(X, Y))), Order.LESS, product(q(1, 2), sum(T, exp(Y))));
    proved("0 < ln(1+x) for x > 0", q(0), Order.LESS, log(sum(q(1), X)), x);
    refused("0 < ln(1+x) for x >= 0", q(0), Order.LESS, log(sum(q(1), X)), Assumption.stated(new Fact.AllPositive(XF, false), "x >= 0"));
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> ofSums() {
    proved("0 < softmax", q(0), Order.LESS, softmax(I));
    is("difference-sign [2]", "softmax < 1 (trap 65)", softmax(I), Order.LESS, q(1));
    refused("softmax < 1/2", softmax(I), Order.LESS, q(1, 2));
    proved("softmax <= 1", softmax(I), Order.LESS_OR_EQUAL, q(1));
    Term pairs = over(new Term.Over(B, new Term.Guard(new Condition.Distinct(A, B), exp(sum(XS.at(A), XS.at(B))))));
    is("difference-sign [2]", "sum i!=j e^(xi+xj) > 0 (trap 66)", pairs, Order.GREATER, q(0));
    refused("sum i!=j e^(xi+xj) > 1", pairs, Order.GREATER, q(1));
    proved("s_i s_j <= 1/4, i != j", product(softmax(I), softmax(J)), Order.LESS_OR_EQUAL, q(1, 4), APART);
    refused("s_i s_j <= 1/4", product(softmax(I), softmax(J)), Order.LESS_OR_EQUAL, q(1, 4));
    refused("s_i s_j <= 1/5, i != j", product(softmax(I), softmax(J)), Order.LESS_OR_EQUAL, q(1, 5), APART);
    proved("x_i <= LSE", XS.at(I), Order.LESS_OR_EQUAL, LSE);
    is("difference-sign [2]", "x_i < LSE", XS.at(I), Order.LESS, LSE);
    refused("x_i + 1 <= LSE", sum(XS.at(I), q(1)), Order.LESS_OR_EQUAL, LSE);
    Term mean = divide(over(XS.at(A)), SIZE);
    is("lemma:jensen", "mean + ln n <= LSE", sum(mean, log(SIZE)), Order.LESS_OR_EQUAL, LSE);
    refused("mean + ln n < LSE", sum(mean, log(SIZE)), Order.LESS, LSE);
    refused("mean + ln n + 1 <= LSE", sum(mean, log(SIZE), q(1)), Order.LESS_OR_EQUAL, LSE);
    Term kl = over(product(PS.at(A), log(divide(PS.at(A), QS.at(A)))));
    is("lemma:jensen", "KL >= 0", kl, Order.GREATER_OR_EQUAL, q(0), P_POSITIVE, Q_POSITIVE, P_ONE, Q_ONE);
    refused("KL >= 0, p and q only positive (trap 69)", kl, Order.GREATER_OR_EQUAL, q(0), P_POSITIVE, Q_POSITIVE);
    refused("KL >= 0, q not a distribution", kl, Order.GREATER_OR_EQUAL, q(0), P_POSITIVE, Q_POSITIVE, P_ONE);
    refused("KL > 0", kl, Order.GREATER, q(0), P_POSITIVE, Q_POSITIVE, P_ONE, Q_ONE);
    refused("KL <= 0", kl, Order.LESS_OR_EQUAL, q(0), P_POSITIVE, Q_POSITIVE, P_ONE, Q_ONE);
    Term entropy = negate(over(product(PS.at(A), log(PS.at(A)))));
    is("lemma:jensen", "H(p) <= ln n", entropy, Order.LESS_OR_EQUAL, log(SIZE), P_POSITIVE, P_ONE);
    refused("H(p) < ln n", entropy, Order.LESS, log(SIZE), P_POSITIVE, P_ONE);
    refused("H(p) <= ln n, p only positive", entropy, Order.LESS_OR_EQUAL, log(SIZE), P_POSITIVE);
    proved("H(p) >= 0", entropy, Order.GREATER_OR_EQUAL, q(0), P_POSITIVE, P_ONE);
    is("difference-sign [2]", "H(p) > 0", entropy, Order.GREATER, q(0), P_POSITIVE, P_ONE);
    Term cross = negate(over(product(PS.at(A), log(QS.at(A)))));
    is("lemma:jensen", "H(p,q) >= H(p)", cross, Order.GREATER_OR_EQUAL, entropy, P_POSITIVE, Q_POSITIVE, P_ONE, Q_ONE);
    refused("H(p,q) <= H(p)", cross, Order.LESS_OR_EQUAL, entropy, P_POSITIVE, Q_POSITIVE, P_ONE, Q_ONE);
    Term sums = product(over(PS.at(A)), log(divide(over(PS.at(A)), over(QS.at(A)))));
    is("lemma:jensen", "log-sum inequality", kl, Order.GREATER_OR_EQUAL, sums, P_POSITIVE, Q_POSITIVE);
    refused("log-sum inequality, turned", kl, Order.LESS_OR_EQUAL, sums, P_POSITIVE, Q_POSITIVE);
    is("lemma:jensen", "ln sum p x >= sum p ln x", log(over(product(PS.at(A), QS.at(A)))), Order.GREATER_OR_EQUAL, over(product(PS.at(A), log(QS.at(A)))), P_POSITIVE, Q_POSITIVE, P_ONE);
    refused("ln sum p x <= sum p ln x", log(over(product(PS.at(A), QS.at(A)))), Order.LESS_OR_EQUAL, over(product(PS.at(A), log(QS.at(A)))), P_POSITIVE, Q_POSITIVE, P_ONE);
    is("lemma:jensen", "e^(sum p x) <= sum p e^x", exp(over(product(PS.at(A), XS.at(A)))), Order.LESS_OR_EQUAL, over(product(PS.at(A), exp(XS.at(A)))), P_POSITIVE, P_ONE);
    refused("e^(sum p x) < sum p e^x", exp(over(product(PS.at(A), XS.at(A)))), Order.LESS, over(product(PS.at(A), exp(XS.at(A)))), P_POSITIVE, P_ONE);
    is("lemma:cauchy-schwarz", "(sum x)^2 <= n sum x^2", power(over(XS.at(A)), 2), Order.LESS_OR_EQUAL, product(SIZE, over(power(XS.at(A), 2))));
    refused("(sum x)^2 < n sum x^2", power(over(XS.at(A)), 2), Order.LESS, product(SIZE, over(power(XS.at(A), 2))));
    refused("(sum x)^2 <= sum x^2", power(over(XS.at(A)), 2), Order.LESS_OR_EQUAL, over(power(XS.at(A), 2)));
    is("lemma:cauchy-schwarz", "(sum p x)^2 <= sum p x^2", power(over(product(PS.at(A), XS.at(A))), 2), Order.LESS_OR_EQUAL, over(product(PS.at(A), power(XS.at(A), 2))), P_POSITIVE, P_ONE);
    refused("(sum p x)^2 <= sum p x^2, p not a distribution", power(over(product(PS.at(A), XS.at(A))), 2), Order.LESS_OR_EQUAL, over(product(PS.at(A), power(XS.at(A), 2))), P_POSITIVE);
    is("lemma:cauchy-schwarz", "sum p^2 >= 1/n", over(power(PS.at(A), 2)), Order.GREATER_OR_EQUAL, divide(q(1), SIZE), P_POSITIVE, P_ONE);
    refused("sum p^2 > 1/n", over(power(PS.at(A), 2)), Order.GREATER, divide(q(1), SIZE), P_POSITIVE, P_ONE);
    refused("sum p^2 >= 2/n", over(power(PS.at(A), 2)), Order.GREATER_OR_EQUAL, divide(q(2), SIZE), P_POSITIVE, P_ONE);
    proved("sum p^2 <= 1", over(power(PS.at(A), 2)), Order.LESS_OR_EQUAL, q(1), P_POSITIVE, P_ONE);
    refused("sum p^2 <= 1/2", over(power(PS.at(A), 2)), Order.LESS_OR_EQUAL, q(1, 2), P_POSITIVE, P_ONE);
    proved("sum sigma(x) < n", over(logistic(XS.at(A))), Order.LESS, SIZE);
    refused("sum sigma(x) < n - 1", over(logistic(XS.at(A))), Order.LESS, minus(SIZE, q(1)));
    proved("n(n-1)/2 >= 0", product(q(1, 2), SIZE, minus(SIZE, q(1))), Order.GREATER_OR_EQUAL, q(0));
    is("difference-sign [2]", "n(n-1)/2 > 0", product(q(1, 2), SIZE, minus(SIZE, q(1))), Order.GREATER, q(0));
    refused("(n-1)(n-2) > 0", product(minus(SIZE, q(1)), minus(SIZE, q(2))), Order.GREATER, q(0));
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> ofRootsAndSteps() {
    Assumption c = Assumption.stated(new Fact.AllPositive(CF, true), "c > 0");
    proved("sqrt(x^2+c) <= |x|+sqrt c", sqrt(sum(power(X, 2), C)), Order.LESS_OR_EQUAL, sum(abs(X), sqrt(C)), c);
    refused("sqrt(x^2+c) <= |x|+c", sqrt(sum(power(X, 2), C)), Order.LESS_OR_EQUAL, sum(abs(X), C), c);
    refused("sqrt(x^2+c) < |x|+sqrt c: equal at 0", sqrt(sum(power(X, 2), C)), Order.LESS, sum(abs(X), sqrt(C)), c);
    proved("x < sqrt(x^2+c)", X, Order.LESS, sqrt(sum(power(X, 2), C)), c);
    refused("x < sqrt(x^2+c), c any", X, Order.LESS, sqrt(sum(power(X, 2), C)));
    proved("-sqrt(x^2+c) < x", negate(sqrt(sum(power(X, 2), C))), Order.LESS, X, c);
    refused("x > sqrt(x^2+c)", X, Order.GREATER, sqrt(sum(power(X, 2), C)), c);
    proved("sqrt(x+y) <= sqrt x + sqrt y", sqrt(sum(X, Y)), Order.LESS_OR_EQUAL, sum(sqrt(X), sqrt(Y)));
    refused("sqrt(x+y) >= sqrt x + sqrt y", sqrt(sum(X, Y)), Order.GREATER_OR_EQUAL, sum(sqrt(X), sqrt(Y)));
    Term bell = product(logistic(X), minus(q(1), logistic(X)));
    proved("s(1-s) <= e^-|x|", bell, Order.LESS_OR_EQUAL, exp(negate(abs(X))));
    proved("s(1-s) >= e^-|x|/4", bell, Order.GREATER_OR_EQUAL, product(q(1, 4), exp(negate(abs(X)))));
    refused("s(1-s) >= e^-|x|/2", bell, Order.GREATER_OR_EQUAL, product(q(1, 2), exp(negate(abs(X)))));
    refused("s(1-s) <= e^x", bell, Order.GREATER, exp(X));
    Term jeffreys = product(minus(PS.at(I), QS.at(I)), log(divide(PS.at(I), QS.at(I))));
    proved("(p-q) ln(p/q) >= 0", jeffreys, Order.GREATER_OR_EQUAL, q(0), P_POSITIVE, Q_POSITIVE);
    refused("(p-q) ln(p/q) > 0", jeffreys, Order.GREATER, q(0), P_POSITIVE, Q_POSITIVE);
    refused("(p+q) ln(p/q) >= 0", product(sum(PS.at(I), QS.at(I)), log(divide(PS.at(I), QS.at(I)))), Order.GREATER_OR_EQUAL, q(0), P_POSITIVE, Q_POSITIVE);
    is("lemma:tangent", "p ln(q/p) <= q - p", product(PS.at(I), log(divide(QS.at(I), PS.at(I)))), Order.LESS_OR_EQUAL, minus(QS.at(I), PS.at(I)), P_POSITIVE, Q_POSITIVE);
    refused("p ln(q/p) <= q - 2p", product(PS.at(I), log(divide(QS.at(I), PS.at(I)))), Order.LESS_OR_EQUAL, minus(QS.at(I), product(q(2), PS.at(I))), P_POSITIVE, Q_POSITIVE);
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> ofProductsOfSums() {
    Term squares = over(power(XS.at(A), 2));
    Term others = over(power(QS.at(A), 2));
    Term inner = over(product(XS.at(A), QS.at(A)));
    is("lemma:inner-product", "(sum xq)^2 <= sum x^2 sum q^2", power(inner, 2), Order.LESS_OR_EQUAL, product(squares, others));
    refused("(sum xq)^2 < sum x^2 sum q^2", power(inner, 2), Order.LESS, product(squares, others));
    refused("(sum xq)^2 <= sum x^2", power(inner, 2), Order.LESS_OR_EQUAL, squares);
    refused("(sum xq)^2 >= sum x^2 sum q^2", power(inner, 2), Order.GREATER_OR_EQUAL, product(squares, others));
    is("lemma:inner-product", "|sum xq| <= |x||q|", abs(inner), Order.LESS_OR_EQUAL, product(sqrt(squares), sqrt(others)));
    refused("sum xq <= |x|", inner, Order.LESS_OR_EQUAL, sqrt(squares));
    Term joint = over(power(sum(XS.at(A), QS.at(A)), 2));
    is("lemma:inner-product", "|x+q| <= |x|+|q|", sqrt(joint), Order.LESS_OR_EQUAL, sum(sqrt(squares), sqrt(others)));
    refused("|x+q| >= |x|+|q|", sqrt(joint), Order.GREATER_OR_EQUAL, sum(sqrt(squares), sqrt(others)));
    refused("|x+q|^2 <= |x|^2+|q|^2", joint, Order.LESS_OR_EQUAL, sum(squares, others));
    is("lemma:diagonal [2]", "sum s^2 < 1", over(power(softmax(A), 2)), Order.LESS, q(1));
    is("lemma:diagonal", "sum s^2 <= 1", over(power(softmax(A), 2)), Order.LESS_OR_EQUAL, q(1));
    refused("sum s^2 < 1/2", over(power(softmax(A), 2)), Order.LESS, q(1, 2));
    is("lemma:diagonal", "sum p q <= sum p sum q", over(product(PS.at(A), QS.at(A))), Order.LESS_OR_EQUAL, product(over(PS.at(A)), over(QS.at(A))), P_POSITIVE, Q_POSITIVE);
    refused("sum x q <= sum x sum q", over(product(XS.at(A), QS.at(A))), Order.LESS_OR_EQUAL, product(over(XS.at(A)), over(QS.at(A))), Q_POSITIVE);
    Assumption unit = Assumption.stated(new Fact.Equation(sqrt(squares), q(1)), "x has length 1");
    is("lemma:diagonal", "sum s x^2 <= 1, |x| = 1", over(product(softmaxOf(QS, A), power(XS.at(A), 2))), Order.LESS_OR_EQUAL, q(1), unit);
    refused("sum s x^2 <= 1/2, |x| = 1", over(product(softmaxOf(QS, A), power(XS.at(A), 2))), Order.LESS_OR_EQUAL, q(1, 2), unit);
    return List.copyOf(cases);
  }

  private static Term softmaxOf(Family f, Index i) {
    return divide(exp(f.at(i)), new Term.Over(B, exp(f.at(B))));
  }

  /** x^T M x for products M of a matrix, its transpose, and a positive diagonal. */
  @TestFactory
  List<DynamicTest> ofQuadraticForms() {
    Range d = Range.of("d");
    Family a = Family.variable("a", N, d);
    Family m = Family.variable("m", d, d);
    Family x = Family.variable("xd", d);
    Family y = Family.variable("yd", d);
    Index.Bound n = new Index.Bound(11, N);
    Index.Bound j = new Index.Bound(12, d);
    Index.Bound k = new Index.Bound(13, d);
    Index.Bound l = new Index.Bound(14, d);
    Term gram = new Term.Over(j, product(x.at(j), new Term.Over(k, product(new Term.Over(n, product(a.at(n, j), a.at(n, k))), x.at(k)))));
    proved("x^T A^T A x >= 0", gram, Order.GREATER_OR_EQUAL, q(0));
    refused("x^T A^T A x > 0", gram, Order.GREATER, q(0));
    Term mixed = new Term.Over(j, product(x.at(j), new Term.Over(k, product(new Term.Over(n, product(a.at(n, j), a.at(n, k))), y.at(k)))));
    refused("x^T A^T A y >= 0", mixed, Order.GREATER_OR_EQUAL, q(0));
    Term weighted = new Term.Over(j, product(x.at(j), new Term.Over(k, product(new Term.Over(n, product(PS.at(n), a.at(n, j), a.at(n, k))), x.at(k)))));
    proved("x^T A^T P A x >= 0, P > 0", weighted, Order.GREATER_OR_EQUAL, q(0), P_POSITIVE);
    refused("x^T A^T P A x >= 0, P any", weighted, Order.GREATER_OR_EQUAL, q(0));
    Term square = new Term.Over(j, product(x.at(j), new Term.Over(k, product(m.at(j, k), new Term.Over(l, product(m.at(k, l), x.at(l)))))));
    refused("x^T M M x >= 0", square, Order.GREATER_OR_EQUAL, q(0));
    Term trace = new Term.Over(j, new Term.Over(k, product(m.at(j, k), m.at(j, k))));
    proved("tr M^T M >= 0", trace, Order.GREATER_OR_EQUAL, q(0));
    refused("tr M M >= 0", new Term.Over(j, new Term.Over(k, product(m.at(j, k), m.at(k, j)))), Order.GREATER_OR_EQUAL, q(0));
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> ofTangentsAndCases() {
    Term softplus = log(sum(q(1), exp(negate(X))));
    shown("ln(1+e^-x) <= e^-x", softplus, Order.LESS_OR_EQUAL, exp(negate(X)));
    refused("ln(1+e^-x) <= e^-x / 2", softplus, Order.LESS_OR_EQUAL, product(q(1, 2), exp(negate(X))));
    shown("e^y >= e^x + e^x (y - x)", exp(Y), Order.GREATER_OR_EQUAL, sum(T, product(T, minus(Y, X))));
    refused("e^y >= e^x + e^y (y - x)", exp(Y), Order.GREATER_OR_EQUAL, sum(T, product(exp(Y), minus(Y, X))));
    Assumption unit = Assumption.stated(new Fact.AllInUnitInterval(CF), "0 < c < 1");
    Term between = exp(sum(product(C, X), product(minus(q(1), C), Y)));
    Term chord = sum(product(C, T), product(minus(q(1), C), exp(Y)));
    shown("e^(cx+(1-c)y) <= c e^x + (1-c) e^y", between, Order.LESS_OR_EQUAL, chord, unit);
    refused("e^(cx+(1-c)y) >= c e^x + (1-c) e^y", between, Order.GREATER_OR_EQUAL, chord, unit);
    refused("e^(cx+(1-c)y) <= c e^x + (1-c) e^y, c any", between, Order.LESS_OR_EQUAL, chord);
    Term tanh = divide(minus(T, exp(negate(X))), sum(T, exp(negate(X))));
    shown("|tanh x| <= |x|", abs(tanh), Order.LESS_OR_EQUAL, abs(X));
    refused("|tanh x| <= |x|/2", abs(tanh), Order.LESS_OR_EQUAL, product(q(1, 2), abs(X)));
    refused("|tanh x| < |x|: equal at 0", abs(tanh), Order.LESS, abs(X));
    shown("s(x) <= 1/2 + |x|/4", logistic(X), Order.LESS_OR_EQUAL, sum(q(1, 2), product(q(1, 4), abs(X))));
    refused("s(x) <= 1/2 + |x|/5", logistic(X), Order.LESS_OR_EQUAL, sum(q(1, 2), product(q(1, 5), abs(X))));
    Term length = sqrt(over(power(XS.at(A), 2)));
    Term absolute = over(abs(XS.at(A)));
    shown("|x|_2 <= |x|_1", length, Order.LESS_OR_EQUAL, absolute);
    refused("|x|_1 <= |x|_2", absolute, Order.LESS_OR_EQUAL, length);
    shown("|x|_1 <= sqrt n |x|_2", absolute, Order.LESS_OR_EQUAL, product(sqrt(SIZE), length));
    refused("|x|_1 <= |x|_2 + 1", absolute, Order.LESS_OR_EQUAL, sum(length, q(1)));
    Term tempered = divide(exp(divide(XS.at(A), C)), new Term.Over(B, exp(divide(XS.at(B), C))));
    Assumption c = Assumption.stated(new Fact.AllPositive(CF, true), "c > 0");
    shown("H(softmax(x/c)) <= ln n", negate(over(product(tempered, log(tempered)))), Order.LESS_OR_EQUAL, log(SIZE), c);
    refused("H(softmax(x/c)) <= c ln n", negate(over(product(tempered, log(tempered)))), Order.LESS_OR_EQUAL, product(C, log(SIZE)), c);
    return List.copyOf(cases);
  }

  /** With m the greatest component. */
  @TestFactory
  List<DynamicTest> ofGreatestComponents() {
    Term m = new Greatest(B, XS.at(B)).term(77);
    shown("m <= LSE", m, Order.LESS_OR_EQUAL, LSE);
    shown("LSE <= m + ln n", LSE, Order.LESS_OR_EQUAL, sum(m, log(SIZE)));
    refused("LSE <= m + ln n - 1/n", LSE, Order.LESS_OR_EQUAL, sum(m, log(SIZE), divide(q(-1), SIZE)));
    refused("LSE <= m", LSE, Order.LESS_OR_EQUAL, m);
    shown("x_i <= m", XS.at(I), Order.LESS_OR_EQUAL, m);
    refused("m <= x_i", m, Order.LESS_OR_EQUAL, XS.at(I));
    shown("mean <= m", divide(over(XS.at(A)), SIZE), Order.LESS_OR_EQUAL, m);
    refused("m <= sum", m, Order.LESS_OR_EQUAL, over(XS.at(A)));
    Term top = new Greatest(I0, softmax(I0)).term(77);
    shown("max softmax >= 1/n", top, Order.GREATER_OR_EQUAL, divide(q(1), SIZE));
    refused("max softmax >= 1/2", top, Order.GREATER_OR_EQUAL, q(1, 2));
    refused("max softmax > 1/n", top, Order.GREATER, divide(q(1), SIZE));
    return List.copyOf(cases);
  }

  private static final Index.Bound I0 = new Index.Bound(5, N);
}
