package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;

/** The identities of the prototype: true ones and their near misses. */
final class GoldenTheorems {
  /** An identity with the facts it is judged under. */
  record Identity(String name, Term left, Term right, List<Fact> facts, boolean holds) {
    Claim claim() {
      return new Claim(
          left, Claim.Order.EQUAL, right, facts.stream().map(f -> Assumption.stated(f, f.toString())).toList(), List.of(), List.of());
    }
  }

  final List<Identity> all = new ArrayList<>();
  private final Say say = new Say();
  private final Family xs = Family.variable("x", N);
  private final Family ys = Family.variable("y", N);
  private final Family ws = Family.variable("W", N, D);
  private final Family hs = Family.variable("h", D);
  private final Family bs = Family.variable("b", N);
  private final Family big = Family.variable("X", B, D);
  private final Family weights = Family.variable("w", D);
  private final Family ts = Family.variable("t", B);
  private final Term c = var("c");
  private final Term tau = var("\\tau");
  private final Fact soft = new Fact.SumsToOne(ys, 0);
  private final Index kd = free("k", D);
  private final Index jd = free("j", D);

  private Term x(Index i) {
    return xs.at(i);
  }

  private Term y(Index i) {
    return ys.at(i);
  }

  private Term s(Index i) {
    return say.softmax(N, this::x, i);
  }

  private void good(String name, Term left, Term right, Fact... facts) {
    all.add(new Identity(name, left, right, List.of(facts), true));
  }

  private void bad(String name, Term left, Term right, Fact... facts) {
    all.add(new Identity(name, left, right, List.of(facts), false));
  }

  private static Fact distinct(Index a, Index b) {
    return new Fact.Holds(new Condition.Distinct(a, b));
  }

  static List<Identity> list() {
    GoldenTheorems golden = new GoldenTheorems();
    golden.softmax();
    golden.crossEntropy();
    golden.entropyAndTemperature();
    golden.layers();
    golden.logistic();
    golden.network();
    golden.batch();
    golden.scalar();
    return golden.all;
  }

  private void softmax() {
    good("sum_i softmax_i = 1", say.sum(N, this::s), q(1));
    good("softmax(x+c) = softmax(x)", say.softmax(N, i -> add(x(i), c), I), s(I));
    bad("softmax(c x) = softmax(x)", say.softmax(N, i -> mul(x(i), c), I), s(I));
    Term jacobian = d(s(I), x(J));
    good("J_ij = s_i(d_ij - s_j)", jacobian, mul(s(I), sub(delta(I, J), s(J))));
    good("J = diag(s) - s s^T", jacobian, sub(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    good("J diag variant d_ij s_j", jacobian, sub(mul(delta(I, J), s(J)), mul(s(J), s(I))));
    good("J_ii = s_i(1 - s_i)", d(s(I), x(I)), mul(s(I), sub(q(1), s(I))));
    good("J_ij = -s_i s_j off the diagonal", jacobian, neg(mul(s(I), s(J))), distinct(I, J));
    good("J rows sum to 0", say.sum(N, j -> d(s(I), x(j))), q(0));
    bad("J = s_i(d_ij - s_i)", jacobian, mul(s(I), sub(delta(I, J), s(I))));
    bad("J = s_j(d_ij - s_j)", jacobian, mul(s(J), sub(delta(I, J), s(J))));
    bad("J = diag(s) + s s^T", jacobian, add(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    bad("J = s_i(1 - s_j)", jacobian, mul(s(I), sub(q(1), s(J))));
    bad("J_ij = +s_i s_j off the diagonal", jacobian, mul(s(I), s(J)), distinct(I, J));
    bad("J = s_i(sum_t s_t - s_i)", jacobian, mul(s(I), sub(say.sum(N, this::s), s(I))));
    bad("J_ii = -s_i s_i", d(s(I), x(I)), neg(mul(s(I), s(I))));
  }

  private void crossEntropy() {
    Term lse = say.lse(N, this::x);
    good("grad LSE = softmax", d(lse, x(K)), s(K));
    good("Hess LSE = diag(s) - ss^T", d(d(lse, x(I)), x(J)), sub(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    good("log softmax = x_i - LSE", log(s(I)), sub(x(I), lse));
    good("d log s_i/dx_j = d_ij - s_j", d(log(s(I)), x(J)), sub(delta(I, J), s(J)));
    bad("d log s_i/dx_j = d_ij - s_i", d(log(s(I)), x(J)), sub(delta(I, J), s(I)));
    Term gradient = d(neg(say.sum(N, i -> mul(y(i), log(s(i))))), x(J));
    good("CE grad = s - y (sum y = 1)", gradient, sub(s(J), y(J)), soft);
    bad("CE grad = s - y without sum y = 1", gradient, sub(s(J), y(J)));
    good("CE grad = s_j sum y - y_j", gradient, sub(mul(s(J), say.sum(N, this::y)), y(J)));
    bad("CE grad = y - s", gradient, sub(y(J), s(J)), soft);
    bad("CE grad = s_j y_j - y_j", gradient, sub(mul(s(J), y(J)), y(J)), soft);
    Term hot = d(neg(log(s(K))), x(J));
    good("one-hot CE grad = s_j - d_jk", hot, sub(s(J), delta(J, K)));
    good("one-hot CE grad, j != k", hot, s(J), distinct(J, K));
    bad("one-hot CE grad = s_j - 1", hot, sub(s(J), q(1)));
  }

  private void entropyAndTemperature() {
    Term entropy = neg(say.sum(N, i -> mul(s(i), log(s(i)))));
    good("d entropy/dx_j = -s_j(log s_j + H)", d(entropy, x(J)), neg(mul(s(J), add(log(s(J)), entropy))));
    bad("d entropy/dx_j = -s_j log s_j", d(entropy, x(J)), neg(mul(s(J), log(s(J)))));
    Say.Body warm = i -> say.softmax(N, k -> div(x(k), tau), i);
    Term jacobian = d(warm.at(I), x(J));
    Term right = mul(warm.at(I), sub(delta(I, J), warm.at(J)));
    good("temperature softmax", jacobian, div(right, tau));
    bad("temperature softmax, factor lost", jacobian, right);
    Family u = Family.variable("u", M);
    Family xu = Family.arbitrary("x", List.of(N), List.of(u));
    Say.Body su = i -> say.softmax(N, xu::at, i);
    Index a = free("a", M);
    Term dxi = d(xu.at(I), u.at(a));
    Term left = d(log(su.at(I)), u.at(a));
    good("grad log s_i(x(u)) = grad x_i - E grad x", left, sub(dxi, say.sum(N, j -> mul(su.at(j), d(xu.at(j), u.at(a))))));
    bad("grad log s_i(x(u)) = grad x_i - s_i grad x_i", left, sub(dxi, mul(su.at(I), dxi)));
  }

  private Term affine(Index i) {
    return add(say.sum(D, k -> mul(ws.at(i, k), hs.at(k))), bs.at(i));
  }

  private void layers() {
    Say.Body p = i -> say.softmax(N, this::affine, i);
    Term loss = neg(say.sum(N, i -> mul(y(i), log(p.at(i)))));
    good("dL/dh = W^T(p-y)", d(loss, hs.at(kd)), say.sum(N, i -> mul(ws.at(i, kd), sub(p.at(i), y(i)))), soft);
    good("dL/dW = (p-y) h^T", d(loss, ws.at(I, kd)), mul(sub(p.at(I), y(I)), hs.at(kd)), soft);
    good("dL/db = p-y", d(loss, bs.at(I)), sub(p.at(I), y(I)), soft);
    bad("dL/dh = W^T(y-p)", d(loss, hs.at(kd)), say.sum(N, i -> mul(ws.at(i, kd), sub(y(i), p.at(i)))), soft);
    bad("dL/dh: y dropped", d(loss, hs.at(kd)), say.sum(N, i -> mul(ws.at(i, kd), p.at(i))), soft);
  }

  private void logistic() {
    Say.Body z = a -> say.sum(D, k -> mul(big.at(a, k), weights.at(k)));
    Term loss =
        neg(say.sum(B, a -> add(mul(ts.at(a), log(sig(z.at(a)))), mul(sub(q(1), ts.at(a)), log(sub(q(1), sig(z.at(a))))))));
    Term g = say.sum(B, a -> mul(big.at(a, jd), sub(sig(z.at(a)), ts.at(a))));
    Term hess = say.sum(B, a -> mul(big.at(a, jd), sig(z.at(a)), sub(q(1), sig(z.at(a))), big.at(a, kd)));
    good("grad NLL = X^T(sigma(Xw)-y)", d(loss, weights.at(jd)), g);
    good("Hess = X^T diag(s(1-s)) X", d(g, weights.at(kd)), hess);
    good("Hess from the loss directly", d(d(loss, weights.at(jd)), weights.at(kd)), hess);
    bad("grad NLL = X^T(y-sigma)", d(loss, weights.at(jd)), neg(g));
    bad("Hess = X^T diag(s) X", d(g, weights.at(kd)), say.sum(B, a -> mul(big.at(a, jd), sig(z.at(a)), big.at(a, kd))));
    bad("Hess, X dropped", d(g, weights.at(kd)), say.sum(B, a -> mul(big.at(a, jd), sig(z.at(a)), sub(q(1), sig(z.at(a))))));
  }

  private void network() {
    Family v = Family.variable("V", D, M);
    Family u = Family.variable("u", M);
    Family b1 = Family.variable("b1", D);
    Say.Body a1 = k -> add(say.sum(M, l -> mul(v.at(k, l), u.at(l))), b1.at(k));
    Say.Body hidden = k -> sig(a1.at(k));
    Say.Body z = i -> add(say.sum(D, k -> mul(ws.at(i, k), hidden.at(k))), bs.at(i));
    Say.Body p = i -> say.softmax(N, z, i);
    Term loss = neg(say.sum(N, i -> mul(y(i), log(p.at(i)))));
    Say.Body back = k -> mul(say.sum(N, i -> mul(ws.at(i, k), sub(p.at(i), y(i)))), hidden.at(k), sub(q(1), hidden.at(k)));
    Index l = free("l", M);
    good("MLP dL/dx", d(loss, u.at(l)), say.sum(D, k -> mul(v.at(k, l), back.at(k))), soft);
    good("MLP dL/dV = delta1 x^T", d(loss, v.at(kd, l)), mul(back.at(kd), u.at(l)), soft);
    bad("MLP dL/dV with sigma' forgotten", d(loss, v.at(kd, l)), mul(say.sum(N, i -> mul(ws.at(i, kd), sub(p.at(i), y(i)))), u.at(l)), soft);
    Term unit = mul(c, relu(a1.at(kd)));
    good("dL/db1_k with ReLU = c H(a_k)", d(unit, b1.at(kd)), mul(c, step(a1.at(kd))));
    bad("dL/db1_k with ReLU = c a_k", d(unit, b1.at(kd)), mul(c, a1.at(kd)));
  }

  private void batch() {
    Family targets = Family.variable("Y", B, N);
    java.util.function.BiFunction<Index, Index, Term> z = (a, i) -> say.sum(D, k -> mul(big.at(a, k), ws.at(i, k)));
    java.util.function.BiFunction<Index, Index, Term> p = (a, i) -> say.softmax(N, j -> z.apply(a, j), i);
    Term loss = neg(say.sum(B, a -> say.sum(N, i -> mul(targets.at(a, i), log(p.apply(a, i))))));
    Fact unit = new Fact.SumsToOne(targets, 1);
    Term left = d(loss, ws.at(I, kd));
    good("batch softmax: dL/dW = (P-Y)^T X", left, say.sum(B, a -> mul(sub(p.apply(a, I), targets.at(a, I)), big.at(a, kd))), unit);
    bad("batch softmax: dL/dW = (Y-P)^T X", left, say.sum(B, a -> mul(sub(targets.at(a, I), p.apply(a, I)), big.at(a, kd))), unit);
    good("batch: sum_a sum_i P_ai = N", say.sum(B, a -> say.sum(N, i -> p.apply(a, i))), size(B));
    Term mean = div(say.sum(N, this::x), size(N));
    Term variance = div(say.sum(N, i -> pow(sub(x(i), mean), 2)), size(N));
    good("d var/dx_j = 2/n (x_j - mu)", d(variance, x(J)), div(mul(q(2), sub(x(J), mean)), size(N)));
    good("var = mean square - mu^2", variance, sub(div(say.sum(N, i -> pow(x(i), 2)), size(N)), pow(mean, 2)));
    bad("d var/dx_j = 2/n x_j", d(variance, x(J)), div(mul(q(2), x(J)), size(N)));
  }

  private void scalar() {
    Term u = var("u");
    Term em = exp(neg(u));
    good("sigma' = e^-x/(1+e^-x)^2", d(sig(u), u), div(em, pow(add(q(1), em), 2)));
    good("sigma' = sigma(1-sigma)", d(sig(u), u), mul(sig(u), sub(q(1), sig(u))));
    good("sigma = e^x/(1+e^x)", sig(u), div(exp(u), add(q(1), exp(u))));
    good("softplus'' = e^z/(1+e^z)^2", d(d(log(add(q(1), exp(u))), u), u), div(exp(u), pow(add(q(1), exp(u)), 2)));
    Term two = Rational.of(2);
    good("tanh = 2 sigma(2z) - 1", sub(mul(two, sig(mul(two, u))), q(1)), div(sub(exp(u), em), add(exp(u), em)));
    bad("sigma' = sigma(1+sigma)", d(sig(u), u), mul(sig(u), add(q(1), sig(u))));
    bad(
        "p(cz+d) = 2 sigma(2cz+d) - 1",
        sub(mul(two, sig(mul(two, add(mul(c, u), tau)))), q(1)),
        sub(mul(two, sig(add(mul(two, c, u), tau))), q(1)));
    bad("sum_ij x_i y_j = sum_i x_i y_i", say.sum(N, i -> say.sum(N, j -> mul(x(i), y(j)))), say.sum(N, i -> mul(x(i), y(i))));
  }
}
