package dev.gradus.proof;

import static dev.gradus.proof.Letters.*;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The trap table of SOUNDNESS.md, on terms with their context: what is false is refuted by a checked point, nothing else ever is. */
final class TrapRefutationTest {
  private final Letters l = new Letters();
  private final List<DynamicTest> tests = new ArrayList<>();

  private final Family x = scalar("x");
  private final Family y = scalar("y");
  private final Family c = scalar("c");
  private final Family a = scalar("a");
  private final Family b = scalar("b");
  private final Family v = Family.variable("v", N);
  private final Family w = Family.variable("w", N);
  private final Family t = Family.variable("t", N);
  private final Family m = Family.variable("A", N, N);
  private final Term tx = x.at();
  private final Term ty = y.at();

  private static Claim claim(Term left, Order order, Term right, Fact... facts) {
    return new Claim(left, order, right, stated(facts), List.of(), List.of());
  }

  private static Claim equal(Term left, Term right, Fact... facts) {
    return claim(left, Order.EQUAL, right, facts);
  }

  private static List<Assumption> stated(Fact... facts) {
    return Stream.of(facts).map(f -> Assumption.stated(f, f.toString())).toList();
  }

  private static Claim explicit(Claim claim, Family... letters) {
    return new Claim(claim.left(), claim.order(), claim.right(), claim.assumptions(), List.of(letters), claim.context());
  }

  private static Fact positive(Term term) {
    return new Fact.Holds(new Condition.Positive(term));
  }

  private static Fact nonZero(Term term) {
    return new Fact.Holds(new Condition.NonZero(term));
  }

  private void refuted(String name, Claim claim) {
    tests.add(DynamicTest.dynamicTest("refuted: " + name, () -> {
      Refuter.Outcome outcome = Refuter.search(claim, Budget.standard());
      Refuter.Outcome.Found found = assertInstanceOf(Refuter.Outcome.Found.class, outcome);
      boolean checked =
          switch (found.evidence()) {
            case Evidence.AtPoint p -> PointCheck.refutes(claim, p.point(), Budget.standard()) instanceof PointCheck.Comparison.Fails;
            case Evidence.OpenSet o -> PointCheck.refutesOnOpenSet(claim, o.point(), o.common(), Budget.standard());
            default -> false;
          };
      assertTrue(checked, "not a valid point");
    }));
  }

  private void spared(String name, Claim claim) {
    tests.add(DynamicTest.dynamicTest("not refuted: " + name, () -> {
      Refuter.Outcome outcome = Refuter.search(claim, Budget.standard());
      assertTrue(!(outcome instanceof Refuter.Outcome.Found), () -> "refuted: " + outcome);
    }));
  }

  private void undecided(String name, Claim claim) {
    tests.add(DynamicTest.dynamicTest("not even supported: " + name, () -> {
      Refuter.Outcome outcome = Refuter.search(claim, Budget.standard());
      assertTrue(outcome instanceof Refuter.Outcome.NoPoint || outcome instanceof Refuter.Outcome.Refused, () -> "" + outcome);
    }));
  }

  private void agreed(String name, Claim claim) {
    tests.add(DynamicTest.dynamicTest("agreed: " + name, () -> {
      Refuter.Outcome outcome = Refuter.search(claim, Budget.standard());
      assertInstanceOf(Refuter.Outcome.Agreed.class, outcome);
    }));
  }

  private Term s(Index i) {
    return l.softmax(v::at, i);
  }

  private Term sum(java.util.function.Function<Index, Term> f) {
    return l.over(N, f);
  }

  @TestFactory
  List<DynamicTest> domains() {
    Term square = pow(tx, 2);
    refuted("1 ln x^2 = 2 ln x, x != 0 stated", explicit(equal(log(square), mul(q(2), log(tx)), nonZero(tx)), x));
    agreed("2 ln x^2 = 2 ln x, x > 0", explicit(equal(log(square), mul(q(2), log(tx)), positive(tx)), x));
    agreed("3 ln x^2 = 2 ln x", equal(log(square), mul(q(2), log(tx))));
    refuted("4 sqrt x^2 = x", equal(Terms.sqrt(square), tx));
    agreed("5 sqrt s^2 = s, s > 0", equal(Terms.sqrt(square), tx, new Fact.AllPositive(x, true)));
    refuted("6 e^(ln(x^2)/2) = x", equal(exp(mul(Rational.HALF, log(square))), tx));
    Term quotient = div(sub(square, q(1)), sub(tx, q(1)));
    agreed("7 (x^2-1)/(x-1) = x+1", equal(quotient, add(tx, q(1))));
    undecided("8 the same, x = 1 stated", explicit(equal(quotient, add(tx, q(1)), new Fact.Equation(tx, q(1))), x));
    Term product = log(mul(tx, ty));
    agreed("9 ln xy = ln x + ln y", equal(product, add(log(tx), log(ty))));
    refuted("10 the same, xy > 0 stated", explicit(equal(product, add(log(tx), log(ty)), positive(mul(tx, ty))), x, y));
    undecided("11 2 ln(-x) = 2 ln x", equal(mul(q(2), log(neg(tx))), mul(q(2), log(tx))));
    undecided("11 with x explicit", explicit(equal(mul(q(2), log(neg(tx))), mul(q(2), log(tx)), nonZero(tx)), x));
    Term power = log(mul(exp(mul(a.at(), log(tx))), exp(mul(b.at(), log(sub(q(1), tx))))));
    agreed("12 log-likelihood", equal(power, add(mul(a.at(), log(tx)), mul(b.at(), log(sub(q(1), tx))))));
    undecided("13 ln(-1-x^2)", equal(log(sub(q(-1), square)), log(sub(q(-1), square))));
    Term nothing = pow(sub(sum(this::s), q(1)), -1);
    undecided("14 1/(sum s - 1)", equal(nothing, mul(q(7), tx, Rational.HALF, nothing)));
    Term difference = sub(a.at(), b.at());
    Fact hypothesis = new Fact.Equation(mul(add(a.at(), b.at()), difference), mul(b.at(), difference));
    refuted("15 cancelled a - b", equal(add(a.at(), b.at()), b.at(), new Fact.Equation(a.at(), b.at()), nonZero(a.at()), hypothesis));
    undecided("16 diagonal 0/0", equal(sum(i -> sum(j -> div(sub(pow(v.at(i), 2), pow(v.at(j), 2)), sub(v.at(i), v.at(j))))), mul(q(2), size(N), sum(v::at))));
    spared("17 r/r = 1", equal(div(relu(tx), relu(tx)), q(1)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> steps() {
    Term r = relu(tx);
    agreed("18 [x>0] + [x<0] = 1", equal(add(step(tx), step(neg(tx))), q(1)));
    refuted("19 the same of relu(x)", equal(add(step(r), step(neg(r))), q(1)));
    Term pairs = sum(i -> sum(j -> add(step(sub(v.at(i), v.at(j))), step(sub(v.at(j), v.at(i))))));
    refuted("20 pairs = n^2", equal(pairs, pow(size(N), 2)));
    spared("20 pairs = n^2 - n", equal(pairs, sub(pow(size(N), 2), size(N))));
    Term zero = sub(sum(this::s), q(1));
    undecided("21 step of an identical zero", equal(add(step(zero), step(neg(zero))), q(1)));
    agreed("22 relu(-relu(x)) = 0", equal(relu(neg(r)), q(0)));
    agreed("23 [xy>0]", equal(step(mul(tx, ty)), add(mul(step(tx), step(ty)), mul(sub(q(1), step(tx)), sub(q(1), step(ty))))));
    refuted("24 sign(r) = 2[r>0] - 1", equal(Terms.sign(r), sub(mul(q(2), step(r)), q(1))));
    undecided("25 relu'(0) = 0", equal(step(q(0)), q(0)));
    refuted("26 relu(cx) = c relu(x)", equal(relu(mul(c.at(), tx)), mul(c.at(), r)));
    agreed("26 with c > 0", equal(relu(mul(c.at(), tx)), mul(c.at(), r), new Fact.AllPositive(c, true)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> sums() {
    Term all = sum(v::at);
    refuted("27 sum from 0 = sum from 1", equal(add(tx, all), all, new Fact.Equation(tx, q(1))));
    Index last = Index.Literal.last(N);
    Term butLast = sum(i -> new Term.Guard(new Condition.Before(i, last), v.at(i)));
    agreed("28 all but the last", equal(butLast, sub(all, v.at(last))));
    refuted("28 all but the last = all", equal(butLast, all));
    agreed("29 bound i renamed", equal(d(sum(i -> pow(v.at(i), 2)), v, I), mul(q(2), v.at(I))));
    refuted("29 sum kept", equal(d(sum(i -> pow(v.at(i), 2)), v, I), sum(i -> mul(q(2), v.at(i)))));
    Index one = new Index.Literal(1, N);
    refuted("30 ds_1/dx_j", equal(d(s(one), v, J), mul(s(one), sub(q(1), s(J)))));
    refuted("31 x_i = x_1", equal(v.at(I), v.at(one)));
    refuted("32 multiplicity", equal(sum(i -> sum(j -> mul(delta(i, j), exp(mul(v.at(i), v.at(j)))))), sum(i -> exp(v.at(i)))));
    Index three = new Index.Literal(3, N);
    agreed("33 sum delta_j3 x_j = x_3", equal(sum(j -> mul(delta(j, three), v.at(j))), v.at(three)));
    Term squares = sum(i -> pow(v.at(i), 2));
    refuted("34 sum y^2 = 1, sum y = 1", equal(squares, q(1), new Fact.SumsToOne(v, 0)));
    undecided("34 one-hot, few points", equal(squares, q(1), new Fact.SumsToOne(v, 0), new Fact.OneOf(v, List.of(q(0), q(1)))));
    Term mean = div(all, size(N));
    Term variance = div(sum(i -> pow(sub(v.at(i), mean), 2)), sub(size(N), q(1)));
    agreed("36 sample variance", equal(variance, div(sub(squares, mul(size(N), pow(mean, 2))), sub(size(N), q(1)))));
    refuted("37 sum (i-1)(i-2) = 0", equal(sum(i -> mul(sub(new Term.Place(i), q(1)), sub(new Term.Place(i), q(2)))), q(0)));
    Range big = Range.of("N");
    Family rows = Family.variable("C", big, N);
    Term local =
        l.over(big, r -> {
          Term p1 = sum(i -> rows.at(r, i));
          Term p2 = sum(i -> pow(rows.at(r, i), 2));
          Term p3 = sum(i -> pow(rows.at(r, i), 3));
          Term e3 = add(pow(p1, 3), mul(q(-3), p1, p2), mul(q(2), p3));
          return pow(add(q(1), pow(add(q(1), e3), -1)), -1);
        });
    refuted("38 nested denominators", equal(local, mul(Rational.HALF, size(big))));
    refuted("39 cubic on the simplex", equal(sum(i -> mul(v.at(i), sub(v.at(i), q(1)), sub(mul(q(2), v.at(i)), q(1)))), q(0), new Fact.SumsToOne(v, 0)));
    java.util.function.Function<Term, Term> off = top -> sum(j -> new Term.Guard(new Condition.Distinct(j, I), div(top, sub(v.at(I), v.at(j)))));
    Term ab = div(a.at(), add(q(1), b.at()));
    refuted("40 off by 5", equal(add(q(5), off.apply(add(ab, mul(ab, b.at())))), off.apply(a.at())));
    agreed("40 without the 5", equal(off.apply(add(ab, mul(ab, b.at()))), off.apply(a.at())));
    Term cases = add(new Term.Guard(new Condition.Distinct(I, J), div(sub(v.at(I), v.at(J)), sub(v.at(I), v.at(J)))), mul(q(7), delta(I, J)));
    refuted("41 cases on the diagonal", equal(cases, add(q(1), mul(q(100), delta(I, J)))));
    java.util.function.BiFunction<Index, Index, Term> p = (i, j) -> l.softmax(k -> m.at(i, k), j);
    Index.Free h = new Index.Free("l", N);
    agreed("42 row softmax", equal(d(p.apply(I, J), m, K, h), mul(delta(I, K), p.apply(I, J), sub(delta(J, h), p.apply(I, h)))));
    refuted("43 divisor over the same range", equal(mul(sum(i -> pow(sum(j -> m.at(i, j)), -1)), sum(i -> sum(j -> m.at(i, j)))), pow(size(N), 2), new Fact.AllPositive(m, true)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> derivativesAndHypotheses() {
    Family u = scalar("u");
    Family f = Family.arbitrary("f", List.of(), List.of(u));
    Family f1 = new Family("f'", List.of(), Family.Kind.ARBITRARY, List.of(u), List.of(u));
    Family f2 = new Family("f''", List.of(), Family.Kind.ARBITRARY, List.of(u), List.of(u, u));
    Term second = add(mul(q(2), pow(f1.at(), 2)), mul(q(2), f.at(), f2.at()));
    refuted("44 second derivative of an arbitrary square", equal(second, mul(q(2), pow(f1.at(), 2))));
    Term gradient = sum(i -> mul(add(m.at(I, i), m.at(i, I)), v.at(i)));
    Term twice = mul(q(2), sum(i -> mul(m.at(I, i), v.at(i))));
    refuted("50 gradient of a quadratic form", equal(gradient, twice));
    agreed("50 symmetric", equal(gradient, twice, new Fact.Symmetric(m)));
    refuted("51 i = k", equal(sub(s(I), delta(I, K)), s(I)));
    agreed("51 i != k stated", equal(sub(s(I), delta(I, K)), s(I), new Fact.Holds(new Condition.Distinct(I, K))));
    Term entropy = neg(sum(i -> mul(w.at(i), log(s(i)))));
    agreed("52 cross entropy, sum y = 1", equal(d(entropy, v, J), sub(s(J), w.at(J)), new Fact.SumsToOne(w, 0)));
    refuted("53 cross entropy, sum y = 2", equal(d(entropy, v, J), sub(s(J), w.at(J)), new Fact.Equation(sum(w::at), q(2))));
    undecided("54 no point", equal(q(1), q(2), new Fact.SumsToOne(w, 0), new Fact.Equation(w.at(I), Rational.HALF), new Fact.LeastSize(N, 3)));
    Term theta = tx;
    Fact root = new Fact.Equation(sub(div(a.at(), theta), div(b.at(), sub(q(1), theta))), q(0));
    agreed("55 maximum likelihood", equal(theta, div(a.at(), add(a.at(), b.at())), root, new Fact.AllPositive(a, true), new Fact.AllPositive(b, true)));
    refuted("56 x^2 = 4 => x = 2", equal(tx, q(2), new Fact.Equation(pow(tx, 2), q(4))));
    refuted("57 one x", equal(w.at(I), v.at(I), new Fact.Equation(sum(i -> mul(w.at(i), t.at(i))), sum(i -> mul(v.at(i), t.at(i))))));
    refuted("58 a claim, not a redefinition", equal(sig(tx), div(exp(tx), sub(q(1), exp(tx)))));
    refuted("59 e = 1/e", equal(exp(q(1)), exp(q(-1))));
    Term g = new Term.Apply(new Function.Opaque("f", 0, Family.Kind.UNKNOWN), tx);
    Term dg = new Term.Apply(new Function.Opaque("f", 1, Family.Kind.UNKNOWN), tx);
    undecided("60 f undefined", equal(dg, mul(q(2), g, sub(q(1), g))));
    undecided("79 fresh c", equal(mul(q(6), tx), mul(Family.unknown("c").at(), tx)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> inequalities() {
    Term sigmas = mul(sig(tx), sub(q(1), sig(tx)));
    refuted("62 strict", claim(sigmas, Order.LESS, q(1, 4)));
    agreed("62 not strict", claim(sigmas, Order.LESS_OR_EQUAL, q(1, 4)));
    refuted("63 x^2 > 0", claim(pow(tx, 2), Order.GREATER, q(0)));
    refuted("64 a < b => ac < bc", claim(mul(a.at(), c.at()), Order.LESS, mul(b.at(), c.at()), positive(sub(b.at(), a.at()))));
    agreed("65 softmax < 1", claim(s(I), Order.LESS, q(1)));
    agreed("66 positive pairs", claim(sum(i -> sum(j -> new Term.Guard(new Condition.Distinct(i, j), exp(add(v.at(i), v.at(j)))))), Order.GREATER, q(0)));
    refuted("67 double root", claim(pow(sub(exp(tx), q(7919, 1000)), 2), Order.LESS_OR_EQUAL, q(0)));
    refuted("68 1/(1-e^t) > 0", claim(pow(sub(q(1), exp(tx)), -1), Order.GREATER, q(0), nonZero(tx)));
    Term kl = sum(i -> mul(v.at(i), log(div(v.at(i), w.at(i)))));
    refuted("69 KL of no distributions", claim(kl, Order.GREATER_OR_EQUAL, q(0), new Fact.AllPositive(v, true), new Fact.AllPositive(w, true)));
    agreed("69 KL", claim(kl, Order.GREATER_OR_EQUAL, q(0), new Fact.AllPositive(v, true), new Fact.AllPositive(w, true), new Fact.SumsToOne(v, 0), new Fact.SumsToOne(w, 0)));
    undecided("70 label, two points", equal(pow(ty, 2), ty, new Fact.OneOf(y, List.of(q(0), q(1)))));
    spared("71 rounding", equal(step(sub(add(q(1), exp(q(-100))), q(1))), q(1)));
    refuted("73 index slip", equal(log(sum(i -> exp(v.at(J)))), l.lse(N, v::at)));
    refuted("74 no half", equal(mul(q(2), sub(tx, ty)), sub(tx, ty)));
    refuted("a bound slightly too low", claim(sigmas, Order.LESS_OR_EQUAL, q(249_999, 1_000_000)));
    refuted("a bound that fails in between", claim(pow(sub(tx, q(173, 37)), 2), Order.GREATER, q(1, 10_000)));
    refuted("false far away only", claim(exp(neg(tx)), Order.GREATER, q(1, 1_000_000)));
    refuted("x != y", claim(tx, Order.NOT_EQUAL, ty));
    agreed("e^x != 0", claim(exp(tx), Order.NOT_EQUAL, q(0)));
    agreed("ln x <= x - 1", claim(log(tx), Order.LESS_OR_EQUAL, sub(tx, q(1))));
    Index one = new Index.Literal(1, N);
    Index two = new Index.Literal(2, N);
    refuted("78 n classes", equal(add(s(one), s(two)), q(1)));
    Range classes = Range.ofSize("c", 2);
    Family z = Family.variable("z", classes);
    Term both = add(l.softmax(z::at, new Index.Literal(1, classes)), l.softmax(z::at, new Index.Literal(2, classes)));
    agreed("78 two classes", equal(both, q(1)));
    return tests;
  }
}
