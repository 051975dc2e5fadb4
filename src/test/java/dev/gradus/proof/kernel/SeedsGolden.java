package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Claim.Order.EQUAL;
import static dev.gradus.proof.kernel.Say.*;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import java.util.List;

/** The prototype's 58 steps of five answers, lowered by hand: proved for all sizes, or refuted. */
final class SeedsGolden {
  private final Say say = new Say();
  private final KernelCases cases = new KernelCases();
  private final Family x = Family.variable("x", N);
  private final Family y = Family.variable("y", N);
  private final Family ws = Family.variable("W", N, D);
  private final Family h = Family.variable("h", D);
  private final Family bias = Family.variable("b_2", N);
  private final Term c = var("c");
  private final Term u = var("u");
  private final Term th = var("\\theta");
  private final Term em = exp(neg(u));
  private final Fact target = new Fact.SumsToOne(y, 0);

  static List<KernelCases.Case> list() {
    SeedsGolden golden = new SeedsGolden();
    golden.fourth();
    golden.second();
    golden.first();
    golden.third();
    golden.thirdLater();
    golden.homework();
    return golden.cases.all;
  }

  private void holds(String name, Term left, Term right) {
    cases.good(name, left, EQUAL, right);
  }

  private void fails(String name, Term left, Term right) {
    cases.bad(name, left, EQUAL, right);
  }

  private Term s(Index i) {
    return say.softmax(N, x::at, i);
  }

  private static Fact apart(Index i, Index j) {
    return new Fact.Holds(new Condition.Distinct(i, j));
  }

  private Term total() {
    return say.sum(N, j -> exp(x.at(j)));
  }

  private void fourth() {
    Term shifted = div(exp(add(x.at(I), c)), say.sum(N, j -> exp(add(x.at(j), c))));
    Term split = div(mul(exp(x.at(I)), exp(c)), mul(exp(c), total()));
    holds("004 softmax(x+c)_i = e^xi e^c/(e^c sum)", shifted, split);
    holds("004 ... = softmax(x)_i", split, s(I));
    holds("004 sigma' = -1/(1+e^-x)^2 . -e^-x", d(div(q(1), add(q(1), em)), u), mul(q(-1), pow(add(q(1), em), -2), neg(em)));
    Term part = div(em, add(q(1), em));
    holds("004 = e^-x/(1+e^-x) (1 - e^-x/(1+e^-x))", div(em, pow(add(q(1), em), 2)), mul(part, sub(q(1), part)));
    holds("004 = sigma (1 - sigma)", mul(part, sub(q(1), part)), mul(sig(u), sub(q(1), sig(u))));
    Term hot = neg(say.sum(N, i -> mul(delta(i, K), log(s(i)))));
    holds("004 -sum y_i log yhat_i = -log yhat_k (one-hot)", hot, neg(log(s(K))));
    fails("004 log(sum_i e^theta_j / e^theta_k), i bound, j free", neg(log(s(K))), log(div(mul(size(N), exp(x.at(J))), exp(x.at(K)))));
    holds("004   repaired: bound index j", neg(log(s(K))), log(div(total(), exp(x.at(K)))));
    Term loss = sub(say.lse(N, x::at), x.at(K));
    holds("004 dCE/dtheta_k = yhat_k - 1", d(loss, x.at(K)), sub(s(K), q(1)));
    cases.under(apart(I, K));
    holds("004 dCE/dtheta_(i!=k) = yhat_i", d(loss, x.at(I)), s(I));
    cases.under();
    holds("004 dCE/dtheta = yhat - y", d(hot, x.at(J)), sub(s(J), delta(J, K)));
    Family xr = Family.variable("x_r", M);
    Family w1 = Family.variable("W_1", M, D);
    Family w2 = Family.variable("W_2", D, N);
    Family b1 = Family.variable("B_1", D);
    Family b2 = Family.variable("B_2", N);
    Say.Body z1 = k -> add(say.sum(M, i -> mul(xr.at(i), w1.at(i, k))), b1.at(k));
    Say.Body z2 = j -> add(say.sum(D, k -> mul(sig(z1.at(k)), w2.at(k, j))), b2.at(j));
    Say.Body p = j -> say.softmax(N, z2, j);
    Index row = free("i", M);
    Term back = say.sum(D, k -> mul(w1.at(row, k), sig(z1.at(k)), sub(q(1), sig(z1.at(k))), say.sum(N, j -> mul(w2.at(k, j), sub(p.at(j), y.at(j))))));
    cases.under(target);
    holds("004 dCE/dx = W1 o sigma'(z1) . W2 (yhat-y)^t", d(neg(say.sum(N, i -> mul(y.at(i), log(p.at(i))))), xr.at(row)), back);
    cases.under();
  }

  private void second() {
    Index right = free("y_", N);
    Term lambda = var("\\lambda");
    Term loss = neg(log(div(exp(mul(lambda, delta(right, right))), say.sum(N, j -> exp(mul(lambda, delta(j, right)))))));
    holds("002 l(lambda e_y, y) = -log(e^l/(e^l+(k-1)e^0))", loss, neg(log(div(exp(lambda), add(exp(lambda), mul(sub(size(N), q(1)), exp(q(0))))))));
    Term slope = div(exp(u), add(q(1), exp(u)));
    holds("002 softplus' = e^z/(1+e^z)", d(log(add(q(1), exp(u))), u), slope);
    holds("002 softplus'' = e^z/(1+e^z)^2", d(slope, u), div(exp(u), pow(add(q(1), exp(u)), 2)));
    holds("002 p(z)=2 sigma(2z)-1 is tanh", sub(mul(q(2), sig(mul(q(2), u))), q(1)), div(sub(exp(u), em), add(exp(u), em)));
    Term a = var("a");
    Term b = var("b");
    Term twice = sub(mul(q(2), sig(mul(q(2), add(mul(a, u), b)))), q(1));
    fails("002 p(c1 z+d1) = 2 sigma(2 c1 z + d1) - 1", twice, sub(mul(q(2), sig(add(mul(q(2), a, u), b))), q(1)));
    holds("002   repaired: 2 d1", twice, sub(mul(q(2), sig(add(mul(q(2), a, u), mul(q(2), b)))), q(1)));
    Family uu = Family.variable("uu", D);
    Family aa = Family.variable("aa", D);
    Family bb = Family.variable("bb", D);
    Index j = free("j", D);
    Say.Body inside = k -> add(mul(aa.at(k), u), bb.at(k));
    Term f = say.sum(D, k -> mul(uu.at(k), relu(inside.at(k))));
    holds("002 Q6 grad_b f = relu'(ax+b) o u", d(f, bb.at(j)), mul(step(inside.at(j)), uu.at(j)));
    holds("002 Q6 grad_a f = (relu'(ax+b) o u) x", d(f, aa.at(j)), mul(step(inside.at(j)), uu.at(j), u));
    fails("002 Q7 grad_a f = sigma(ax+b), labels swapped", d(f, aa.at(j)), relu(inside.at(j)));
    holds("002   repaired: grad_u f = sigma(ax+b)", d(f, uu.at(j)), relu(inside.at(j)));
  }

  private Term dot(Family f, Family g) {
    return say.sum(D, k -> mul(f.at(k), g.at(k)));
  }

  private void first() {
    Term one = var("k_1");
    Term zero = var("k_0");
    Term ll = add(mul(one, log(th)), mul(zero, log(sub(q(1), th))));
    holds("001 dl/dtheta = c1/theta + c0/(1-theta)(-1)", d(ll, th), add(div(one, th), mul(div(zero, sub(q(1), th)), q(-1))));
    holds("001 theta=c1/(c0+c1) is a root", sub(div(one, th), div(zero, sub(q(1), th))), div(sub(one, mul(th, add(zero, one))), mul(th, sub(q(1), th))));
    Family w = Family.variable("w", D);
    Family w0 = Family.variable("w_0", D);
    Family w1 = Family.variable("w_1", D);
    Family at = Family.variable("xx", D);
    Term left = div(exp(dot(w, at)), add(q(1), exp(dot(w, at))));
    Term right = div(exp(dot(w1, at)), add(exp(dot(w0, at)), exp(dot(w1, at))));
    Term den = mul(add(q(1), exp(dot(w, at))), add(exp(dot(w0, at)), exp(dot(w1, at))));
    Term first = exp(say.sum(D, k -> mul(add(w.at(k), w0.at(k)), at.at(k))));
    Term second = exp(say.sum(D, k -> mul(add(w.at(k), w1.at(k)), at.at(k))));
    holds("001 cross-multiplied form is the same equation", mul(sub(left, right), den), sub(sub(add(first, second), exp(dot(w1, at))), second));
    Term solved = exp(say.sum(D, k -> mul(sub(w1.at(k), w0.at(k)), at.at(k))));
    holds("001 w = w1 - w0 solves it", div(solved, add(q(1), solved)), right);
    Term alone = div(exp(dot(w1, at)), add(q(1), exp(dot(w1, at))));
    fails("000 w = w1 solves it (w0 not 0)", alone, right);
    holds("000   with w0 = 0", alone, div(exp(dot(w1, at)), add(exp(q(0)), exp(dot(w1, at)))));
    Say.Body z = i -> say.sum(D, k -> mul(ws.at(i, k), h.at(k)));
    Term likelihood = sub(say.sum(N, j -> mul(delta(j, K), z.at(j))), log(say.sum(N, j -> exp(z.at(j)))));
    Index l = free("l", D);
    holds("001 dL/dz = W^T(e_i* - p)", d(likelihood, h.at(l)), say.sum(N, i -> mul(ws.at(i, l), sub(delta(i, K), say.softmax(N, z, i)))));
  }

  private void third() {
    holds("003 sum_k o_k^s = 1", say.sum(N, this::s), q(1));
    fails("003 e^o_k/sum e^o_i = e^o_k/sum(o_i-o_k)", s(K), div(exp(x.at(K)), say.sum(N, i -> sub(x.at(i), x.at(K)))));
    holds("003 e^o_k/sum e^o_i = 1/sum e^-(o_k-o_i)", s(K), div(q(1), say.sum(N, i -> exp(neg(sub(x.at(K), x.at(i)))))));
    fails("003 1/(e^-t + e^-t)", div(q(1), add(q(1), em)), div(q(1), add(em, em)));
    Term slope = mul(sub(sig(u), c), sig(u), sub(q(1), sig(u)));
    holds("003 dMSE/dtheta with L=(s-Y)^2/2", d(mul(pow(sub(sig(u), c), 2), q(1, 2)), u), slope);
    fails("003 dMSE/dtheta with L=(s-Y)^2", d(pow(sub(sig(u), c), 2), u), slope);
    Term ratio = neg(sub(div(c, th), div(sub(q(1), c), sub(q(1), th))));
    fails("003 f) dL/d delta = -(y/d-(1-y)/(1-d)) d(1-d)", d(crossEntropy(th), th), mul(ratio, th, sub(q(1), th)));
    Term inside = neg(sub(div(c, sig(u)), div(sub(q(1), c), sub(q(1), sig(u)))));
    holds("003   repaired: dL/d theta^a", d(crossEntropy(sig(u)), u), mul(inside, sig(u), sub(q(1), sig(u))));
    holds("003   = delta - y", d(crossEntropy(sig(u)), u), sub(sig(u), c));
  }

  private Term crossEntropy(Term p) {
    return neg(add(mul(c, log(p)), mul(sub(q(1), c), log(sub(q(1), p)))));
  }

  private void thirdLater() {
    Term loss = neg(log(s(K)));
    Term sum = total();
    cases.under(apart(J, K));
    fails("003 l) dL/do_j = +S/exp(o_k) d/do_j(...), sign lost", d(loss, x.at(J)), mul(div(sum, exp(x.at(K))), d(s(K), x.at(J))));
    fails("003 l) middle line x exp(o_y)/exp(o_k)", d(loss, x.at(J)), div(mul(exp(x.at(J)), exp(x.at(K)), exp(x.at(K))), mul(pow(sum, 2), exp(x.at(J)))));
    holds("003 l) final: o_j^s (j != y)", d(loss, x.at(J)), s(J));
    cases.under();
    holds("003 l) final: -1 + o_y^s", d(loss, x.at(K)), add(q(-1), s(K)));
    Say.Body z = i -> add(say.sum(D, k -> mul(ws.at(i, k), h.at(k))), bias.at(i));
    Index hot = free("c_", N);
    Index k = free("k", D);
    holds("003 P) dL/dh = W^T(o - onehot)", d(neg(log(say.softmax(N, z, hot))), h.at(k)), say.sum(N, i -> mul(ws.at(i, k), sub(say.softmax(N, z, i), delta(i, hot)))));
    holds("003 q) softplus' = 1/(1+e^-h)", d(log(add(q(1), exp(u))), u), div(q(1), add(q(1), em)));
  }

  private void homework() {
    holds("003 HW3 e) J_ij = d_ij (s - s^2)", d(sig(x.at(I)), x.at(J)), mul(delta(I, J), sub(sig(x.at(J)), pow(sig(x.at(J)), 2))));
    holds("003 HW3 f) ln s(x) = -softplus(-x)", log(div(q(1), add(q(1), em))), neg(log(add(q(1), em))));
    Term difference = sub(log(add(q(1), exp(u))), log(add(q(1), em)));
    Term up = log(div(q(1), add(q(1), em)));
    Term down = log(div(q(1), add(q(1), exp(u))));
    fails("003 HW3 g) softplus(x)-softplus(-x) = ln a(x) + ln a(-x)", difference, add(up, down));
    holds("003   repaired: ln a(x) - ln a(-x)", difference, sub(up, down));
    holds("003 HW3 g) ... = ln(e^x (1+e^-x)/(1+e^-x)) = x", log(div(mul(exp(u), add(q(1), em)), add(q(1), em))), u);
    holds("003 HW3 g) whole chain", difference, u);
    Term scaled = say.softmax(N, i -> mul(x.at(i), c), I);
    fails("003 HW3 i) (sum_j e^cx_j/sum_j e^x_j)^-1", scaled, pow(div(say.sum(N, j -> exp(mul(x.at(j), c))), total()), -1));
    fails("003 HW3 j) labelled i=j: -S_i S_j", d(s(I), x.at(I)), neg(mul(s(I), s(I))));
    cases.under(apart(I, J));
    holds("003 HW3 j) swapped label: i!=j", d(s(I), x.at(J)), neg(mul(s(I), s(J))));
    cases.under();
    fails("003 HW3 j) sum_t S_t - S_i S_j", d(s(I), x.at(J)), sub(say.sum(N, this::s), mul(s(I), s(J))));
    holds("003 HW3 k) S_i(d_ij - S_j) = diag(s)-ss^T", mul(s(I), sub(delta(I, J), s(J))), sub(mul(delta(I, J), s(I)), mul(s(I), s(J))));
    fails("003 HW3 m) d log s_k/du_k = (s_k - s_k s_j)/log s_k", d(log(s(K)), x.at(K)), div(sub(s(K), mul(s(K), s(K))), log(s(K))));
    holds("003 HW3 L) diag(1/S)(diag S - S S^T) = I - 1 S^T", mul(pow(s(I), -1), sub(mul(delta(I, J), s(I)), mul(s(I), s(J)))), sub(delta(I, J), s(J)));
    fails("003 HW3 c2) g(x) = H(|x|)-H(-|x|)", relu(u), sub(step(u), step(neg(u))));
  }
}
