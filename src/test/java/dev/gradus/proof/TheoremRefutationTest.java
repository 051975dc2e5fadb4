package dev.gradus.proof;

import static dev.gradus.proof.Letters.*;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Theorems of the field: right ones agree at every point, their wrong twins are refuted, also where they are right for small sizes. */
final class TheoremRefutationTest {
  private static final Range M = Range.of("m");
  private static final Range P = Range.of("p");
  private static final Range B = Range.of("N");
  private final Letters l = new Letters();
  private final List<DynamicTest> tests = new ArrayList<>();

  private final Family x = Family.variable("x", N);
  private final Family y = Family.variable("y", N);
  private final Family c = scalar("c");
  private final Family tau = scalar("tau");
  private final Family w2 = Family.variable("W", N, D);
  private final Family h = Family.variable("h", D);
  private final Family b2 = Family.variable("b_2", N);
  private final Family data = Family.variable("X", B, D);
  private final Family w = Family.variable("w", D);
  private final Family t = Family.variable("t", B);
  private final Fact target = new Fact.SumsToOne(y, 0);
  private final Fact apart = new Fact.Holds(new Condition.Distinct(I, J));
  private final Index.Free kd = new Index.Free("k", D);
  private final Index.Free jd = new Index.Free("j", D);

  private Claim claim(Term left, Term right, Fact... facts) {
    return Claim.equal(left, right, List.of(facts).stream().map(f -> Assumption.stated(f, f.toString())).toArray(Assumption[]::new));
  }

  private void good(String name, Term left, Term right, Fact... facts) {
    tests.add(DynamicTest.dynamicTest(name, () -> assertInstanceOf(Refuter.Outcome.Agreed.class, Refuter.search(claim(left, right, facts), Budget.standard()))));
  }

  private void bad(String name, Term left, Term right, Fact... facts) {
    tests.add(DynamicTest.dynamicTest(name, () -> {
      Claim claim = claim(left, right, facts);
      Refuter.Outcome.Found found = assertInstanceOf(Refuter.Outcome.Found.class, Refuter.search(claim, Budget.standard()));
      Evidence.AtPoint at = assertInstanceOf(Evidence.AtPoint.class, found.evidence());
      assertTrue(PointCheck.refutes(claim, at.point(), Budget.standard()) instanceof PointCheck.Comparison.Fails);
    }));
  }

  private Term sum(Function<Index, Term> f) {
    return l.over(N, f);
  }

  private Term s(Index i) {
    return l.softmax(x::at, i);
  }

  private Term entropy(Function<Index, Term> p) {
    return neg(sum(i -> mul(y.at(i), log(p.apply(i)))));
  }

  @TestFactory
  List<DynamicTest> softmax() {
    Term jacobian = d(s(I), x, J);
    good("sum s = 1", sum(this::s), q(1));
    good("shift", l.softmax(i -> add(x.at(i), c.at()), I), s(I));
    bad("scale", l.softmax(i -> mul(x.at(i), c.at()), I), s(I));
    good("J", jacobian, mul(s(I), sub(delta(I, J), s(J))));
    good("J diag", jacobian, sub(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    good("J diag j", jacobian, sub(mul(delta(I, J), s(J)), mul(s(J), s(I))));
    good("J_ii", d(s(I), x, I), mul(s(I), sub(q(1), s(I))));
    good("J i!=j", jacobian, neg(mul(s(I), s(J))), apart);
    good("rows", sum(j -> d(s(I), x, j)), q(0));
    bad("J s_i(d - s_i)", jacobian, mul(s(I), sub(delta(I, J), s(I))));
    bad("J s_j(d - s_j)", jacobian, mul(s(J), sub(delta(I, J), s(J))));
    bad("J diag + ss", jacobian, add(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    bad("J no delta", jacobian, mul(s(I), sub(q(1), s(J))));
    bad("J i!=j sign", jacobian, mul(s(I), s(J)), apart);
    bad("seed3 j", jacobian, mul(s(I), sub(sum(this::s), s(I))));
    bad("seed3 i=j", d(s(I), x, I), neg(mul(s(I), s(I))));
    good("grad LSE", d(l.lse(N, x::at), x, K), s(K));
    good("Hess LSE", d(d(l.lse(N, x::at), x, I), x, J), sub(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    good("log softmax", log(s(I)), sub(x.at(I), l.lse(N, x::at)));
    good("d log s", d(log(s(I)), x, J), sub(delta(I, J), s(J)));
    bad("d log s wrong", d(log(s(I)), x, J), sub(delta(I, J), s(I)));
    Term ce = entropy(this::s);
    good("CE", d(ce, x, J), sub(s(J), y.at(J)), target);
    bad("CE without sum y", d(ce, x, J), sub(s(J), y.at(J)));
    good("CE general", d(ce, x, J), sub(mul(s(J), sum(y::at)), y.at(J)));
    bad("CE y - s", d(ce, x, J), sub(y.at(J), s(J)), target);
    bad("CE s y - y", d(ce, x, J), sub(mul(s(J), y.at(J)), y.at(J)), target);
    Term cek = neg(log(s(K)));
    good("one-hot CE", d(cek, x, J), sub(s(J), delta(J, K)));
    good("one-hot CE j!=k", d(cek, x, J), s(J), new Fact.Holds(new Condition.Distinct(J, K)));
    bad("one-hot CE - 1", d(cek, x, J), sub(s(J), q(1)));
    Term he = neg(sum(i -> mul(s(i), log(s(i)))));
    good("entropy", d(he, x, J), neg(mul(s(J), add(log(s(J)), he))));
    bad("entropy wrong", d(he, x, J), neg(mul(s(J), log(s(J)))));
    Function<Index, Term> st = i -> l.softmax(k -> div(x.at(k), tau.at()), i);
    good("temperature", d(st.apply(I), x, J), div(mul(st.apply(I), sub(delta(I, J), st.apply(J))), tau.at()));
    bad("temperature lost", d(st.apply(I), x, J), mul(st.apply(I), sub(delta(I, J), st.apply(J))));
    Family u = Family.variable("u", P);
    Family f = Family.arbitrary("f", List.of(N), List.of(u));
    Family df = new Family("Df", List.of(N, P), Family.Kind.ARBITRARY, List.of(u), List.of(u));
    Index.Free a = new Index.Free("a", P);
    Function<Index, Term> sf = i -> l.softmax(f::at, i);
    Term chain = sum(j -> mul(sub(delta(I, j), sf.apply(j)), df.at(j, a)));
    good("expectation", chain, sub(df.at(I, a), sum(j -> mul(sf.apply(j), df.at(j, a)))));
    bad("expectation wrong", chain, sub(df.at(I, a), mul(sf.apply(I), df.at(I, a))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> networks() {
    Function<Index, Term> z = i -> add(l.over(D, k -> mul(w2.at(i, k), h.at(k))), b2.at(i));
    Function<Index, Term> p = i -> l.softmax(z, i);
    Term ce = entropy(p);
    good("dL/dh", d(ce, h, kd), sum(i -> mul(w2.at(i, kd), sub(p.apply(i), y.at(i)))), target);
    good("dL/dW", d(ce, w2, I, kd), mul(sub(p.apply(I), y.at(I)), h.at(kd)), target);
    good("dL/db", d(ce, b2, I), sub(p.apply(I), y.at(I)), target);
    bad("dL/dh sign", d(ce, h, kd), sum(i -> mul(w2.at(i, kd), sub(y.at(i), p.apply(i)))), target);
    bad("dL/dh y dropped", d(ce, h, kd), sum(i -> mul(w2.at(i, kd), p.apply(i))), target);
    Function<Index, Term> zz = a -> l.over(D, k -> mul(data.at(a, k), w.at(k)));
    Term nll =
        neg(l.over(B, a -> add(mul(t.at(a), log(sig(zz.apply(a)))), mul(sub(q(1), t.at(a)), log(sub(q(1), sig(zz.apply(a))))))));
    Term g = l.over(B, a -> mul(data.at(a, jd), sub(sig(zz.apply(a)), t.at(a))));
    Term hess = l.over(B, a -> mul(data.at(a, jd), sig(zz.apply(a)), sub(q(1), sig(zz.apply(a))), data.at(a, kd)));
    good("grad NLL", d(nll, w, jd), g);
    good("Hess", d(g, w, kd), hess);
    good("Hess direct", d(d(nll, w, jd), w, kd), hess);
    bad("grad NLL sign", d(nll, w, jd), neg(g));
    bad("Hess no 1-s", d(g, w, kd), l.over(B, a -> mul(data.at(a, jd), sig(zz.apply(a)), data.at(a, kd))));
    bad("Hess X dropped", d(g, w, kd), l.over(B, a -> mul(data.at(a, jd), sig(zz.apply(a)), sub(q(1), sig(zz.apply(a))))));
    Family v = Family.variable("V", D, M);
    Family u0 = Family.variable("u_0", M);
    Family b1 = Family.variable("b_1", D);
    Index.Free lm = new Index.Free("l", M);
    Function<Index, Term> a1 = k -> add(l.over(M, e -> mul(v.at(k, e), u0.at(e))), b1.at(k));
    Function<Index, Term> hh = k -> sig(a1.apply(k));
    Function<Index, Term> zm = i -> add(l.over(D, k -> mul(w2.at(i, k), hh.apply(k))), b2.at(i));
    Function<Index, Term> pm = i -> l.softmax(zm, i);
    Term loss = entropy(pm);
    Function<Index, Term> back = k -> sum(i -> mul(w2.at(i, k), sub(pm.apply(i), y.at(i))));
    Function<Index, Term> dl = k -> mul(back.apply(k), hh.apply(k), sub(q(1), hh.apply(k)));
    good("MLP dx", d(loss, u0, lm), l.over(D, k -> mul(v.at(k, lm), dl.apply(k))), target);
    good("MLP dV", d(loss, v, kd, lm), mul(dl.apply(kd), u0.at(lm)), target);
    bad("MLP dV no sigma'", d(loss, v, kd, lm), mul(back.apply(kd), u0.at(lm)), target);
    Term lr = mul(c.at(), relu(a1.apply(kd)));
    good("ReLU", d(lr, b1, kd), mul(c.at(), step(a1.apply(kd))));
    bad("ReLU wrong", d(lr, b1, kd), mul(c.at(), a1.apply(kd)));
    BiFunction<Index, Index, Term> zb = (a, i) -> l.over(D, k -> mul(data.at(a, k), w2.at(i, k)));
    BiFunction<Index, Index, Term> pb = (a, i) -> div(exp(zb.apply(a, i)), sum(j -> exp(zb.apply(a, j))));
    Family yy = Family.variable("Y", B, N);
    Term lb = neg(l.over(B, a -> sum(i -> mul(yy.at(a, i), log(pb.apply(a, i))))));
    Fact targets = new Fact.SumsToOne(yy, 1);
    good("batch", d(lb, w2, I, kd), l.over(B, a -> mul(sub(pb.apply(a, I), yy.at(a, I)), data.at(a, kd))), targets);
    bad("batch sign", d(lb, w2, I, kd), l.over(B, a -> mul(sub(yy.at(a, I), pb.apply(a, I)), data.at(a, kd))), targets);
    good("batch sum", l.over(B, a -> sum(i -> pb.apply(a, i))), size(B));
    return tests;
  }

  @TestFactory
  List<DynamicTest> scalarsAndSums() {
    Term mu = div(sum(x::at), size(N));
    Term var = div(sum(i -> pow(sub(x.at(i), mu), 2)), size(N));
    good("d var", d(var, x, J), div(mul(q(2), sub(x.at(J), mu)), size(N)));
    good("var", var, sub(div(sum(i -> pow(x.at(i), 2)), size(N)), pow(mu, 2)));
    bad("d var wrong", d(var, x, J), div(mul(q(2), x.at(J)), size(N)));
    Family uf = scalar("u");
    Term u = uf.at();
    good("sigma'", d(sig(u), uf), div(exp(neg(u)), pow(add(q(1), exp(neg(u))), 2)));
    good("sigma' s(1-s)", d(sig(u), uf), mul(sig(u), sub(q(1), sig(u))));
    good("sigma explicit", sig(u), div(exp(u), add(q(1), exp(u))));
    good("softplus''", d(d(log(add(q(1), exp(u))), uf), uf), div(exp(u), pow(add(q(1), exp(u)), 2)));
    good("tanh", sub(mul(q(2), sig(mul(q(2), u))), q(1)), div(sub(exp(u), exp(neg(u))), add(exp(u), exp(neg(u)))));
    bad("sigma' s(1+s)", d(sig(u), uf), mul(sig(u), add(q(1), sig(u))));
    Term cu = mul(c.at(), u);
    bad("seed2 5c", sub(mul(q(2), sig(mul(q(2), add(cu, tau.at())))), q(1)), sub(mul(q(2), sig(add(mul(q(2), cu), tau.at()))), q(1)));
    bad("double sum", sum(i -> sum(j -> mul(x.at(i), y.at(j)))), sum(i -> mul(x.at(i), y.at(i))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> rightForSmallSizesOnly() {
    Function<Function<Index, Term>, Term[]> powers =
        f -> new Term[] {q(0), sum(f), sum(i -> pow(f.apply(i), 2)), sum(i -> pow(f.apply(i), 3)), sum(i -> pow(f.apply(i), 4))};
    Term[] p = powers.apply(x::at);
    Term n = size(N);
    bad("2 e2", sub(pow(p[1], 2), p[2]), q(0));
    bad("6 e3", add(pow(p[1], 3), mul(q(-3), p[1], p[2]), mul(q(2), p[3])), q(0));
    bad("24 e4", add(pow(p[1], 4), mul(q(-6), pow(p[1], 2), p[2]), mul(q(3), pow(p[2], 2)), mul(q(8), p[1], p[3]), mul(q(-6), p[4])), q(0));
    bad("(n-1)(n-2)p1", mul(sub(n, q(1)), sub(n, q(2)), p[1]), q(0));
    bad("(n-1)(n-2)(n-3)", mul(sub(n, q(1)), sub(n, q(2)), sub(n, q(3))), q(0));
    bad("(p1^2-p2)/n", div(sub(pow(p[1], 2), p[2]), n), q(0));
    Term[] e = powers.apply(i -> sig(x.at(i)));
    bad("e3 of sigma", add(pow(e[1], 3), mul(q(-3), e[1], e[2]), mul(q(2), e[3])), q(0));
    Family m = Family.variable("A", N, D);
    bad("n = d", sum(i -> l.over(D, k -> m.at(i, k))), div(mul(size(D), sum(i -> l.over(D, k -> m.at(i, k)))), n));
    return tests;
  }

  @TestFactory
  List<DynamicTest> tinyDifferences() {
    Rational tiny = q(1).dividedBy(q(10).pow(12));
    Rational smaller = q(1).dividedBy(q(10).pow(60));
    bad("10^-12", sum(this::s), add(q(1), tiny));
    bad("10^-60", sum(this::s), add(q(1), smaller));
    bad("10^-12 of a large term", add(exp(q(50)), mul(tiny, c.at())), exp(q(50)));
    bad("e^-100", add(q(1), exp(neg(add(q(100), pow(c.at(), 2))))), q(1));
    bad("log 1p", log(add(q(1), mul(tiny, exp(c.at())))), mul(tiny, exp(c.at())));
    good("exact thirds", add(q(1, 3), mul(q(2, 3), c.at())), div(add(q(1), mul(q(2), c.at())), q(3)));
    return tests;
  }
}
