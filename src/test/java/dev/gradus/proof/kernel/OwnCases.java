package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;

/** Identities of our own about normal forms, cutoff, products and powers, vectors and matrices, each with near misses. */
final class OwnCases {
  private final Say say = new Say();
  private final KernelCases cases = new KernelCases();
  private final Term a = var("a");
  private final Term b = var("b");
  private final Term c = var("c");
  private final Term u = var("u");
  private final Term v = var("v");
  private final Family x = Family.variable("x", N);
  private final Family y = Family.variable("y", N);
  private final Family z = Family.variable("z", N);
  private final Family g = Family.variable("A", N, N);
  private final Family h = Family.variable("B", N, N);
  private final Family w = Family.variable("W", D, N);
  private final Family t = Family.variable("t", D);
  private final Term n = size(N);

  private OwnCases() {}

  private Term sum(Say.Body body) {
    return say.sum(N, body);
  }

  private Term sums(java.util.function.BiFunction<Index, Index, Term> body) {
    return say.sum(N, i -> say.sum(N, j -> body.apply(i, j)));
  }

  private static Term apart(Index i, Index j, Term body) {
    return new Term.Guard(new Condition.Distinct(i, j), body);
  }

  private Term s(Index i) {
    return say.softmax(N, x::at, i);
  }

  private static Fact positive(Term term) {
    return new Fact.Holds(new Condition.Positive(term));
  }

  private Term p(int k) {
    return sum(i -> pow(x.at(i), k));
  }

  /** Point 1: normal forms. */
  static List<KernelCases.Case> normalForms() {
    OwnCases own = new OwnCases();
    own.algebra();
    return own.cases.all;
  }

  private void algebra() {
    cases.equal("a cube multiplied out", pow(add(a, b), 3), add(pow(a, 3), mul(q(3), pow(a, 2), b), mul(q(3), a, pow(b, 2)), pow(b, 3)), add(pow(a, 3), pow(b, 3)), add(pow(a, 3), mul(q(3), pow(a, 2), b), mul(q(2), a, pow(b, 2)), pow(b, 3)));
    cases.equal("exponentials merge", mul(exp(add(a, b)), exp(neg(b))), exp(a), exp(sub(a, b)));
    cases.equal("a logarithm of exponentials", log(mul(exp(a), exp(mul(q(2), b)))), add(a, mul(q(2), b)), mul(q(2), a, b));
    cases.equal("a delta takes a sum away", sums((i, j) -> mul(delta(i, j), x.at(i), y.at(j))), sum(i -> mul(x.at(i), y.at(i))), sums((i, j) -> mul(x.at(i), y.at(j))));
    cases.equal("a factor leaves a sum of exponentials", sum(i -> exp(add(x.at(i), c))), mul(exp(c), sum(i -> exp(x.at(i)))), mul(c, sum(i -> exp(x.at(i)))));
    cases.equal("two logistic values", add(sig(u), sig(neg(u))), q(1), q(0), mul(q(2), sig(u)));
    cases.equal("squares of all differences", sums((i, j) -> pow(sub(x.at(i), x.at(j)), 2)), sub(mul(q(2), n, p(2)), mul(q(2), pow(p(1), 2))), sub(mul(n, p(2)), pow(p(1), 2)));
    cases.equal("a delta in an exponent", exp(add(mul(delta(I, J), a), b)), add(mul(delta(I, J), exp(add(a, b))), mul(sub(q(1), delta(I, J)), exp(b))), add(mul(delta(I, J), exp(add(a, b))), exp(b)));
    cases.equal("log-odds of two classes", sub(log(s(I)), log(s(J))), sub(x.at(I), x.at(J)), sub(x.at(J), x.at(I)));
    cases.equal("a step is idempotent and blind to scale", mul(step(mul(q(3), u)), step(u)), step(u), step(mul(q(-3), u)));
    cases.equal("three sums in another order", say.sum(N, i -> sums((j, k) -> mul(x.at(i), y.at(j), z.at(k)))), mul(sum(z::at), sum(x::at), sum(y::at)), sum(i -> mul(x.at(i), y.at(i), z.at(i))));
    cases.equal("a quotient of quotients", div(div(a, b), div(c, b)), div(a, c), div(mul(a, b), c));
    cases.equal("the logistic function of twice the argument", sig(mul(q(2), u)), div(pow(sig(u), 2), add(pow(sig(u), 2), pow(sub(q(1), sig(u)), 2))), div(pow(sig(u), 2), add(q(1), pow(sig(u), 2))));
    cases.under(new Fact.SumsToOne(y, 0));
    cases.equal("weights that sum to one", sum(i -> mul(y.at(i), add(c, x.at(i)))), add(c, sum(i -> mul(y.at(i), x.at(i)))), add(mul(n, c), sum(i -> mul(y.at(i), x.at(i)))));
    cases.under(positive(a), positive(b));
    cases.equal("half a logarithm of a square", mul(q(1, 2), log(mul(pow(a, 2), pow(b, 4)))), add(log(a), mul(q(2), log(b))), add(log(a), log(b)));
    cases.under();
  }

  /** Point 2: every size from some sizes. */
  static List<KernelCases.Case> everySize() {
    OwnCases own = new OwnCases();
    own.sizes();
    return own.cases.all;
  }

  private void sizes() {
    cases.equal("products of different ones", sums((i, j) -> apart(i, j, mul(x.at(i), x.at(j)))), sub(pow(p(1), 2), p(2)), pow(p(1), 2), p(2));
    cases.equal("pairs of different ones", sums((i, j) -> apart(i, j, q(1))), mul(n, sub(n, q(1))), pow(n, 2), n);
    cases.equal("each pair gives one", sums((i, j) -> apart(i, j, div(x.at(i), sub(x.at(i), x.at(j))))), mul(q(1, 2), n, sub(n, q(1))), mul(n, sub(n, q(1))));
    cases.equal("logistic values of both signs", add(sum(i -> sig(x.at(i))), sum(i -> sig(neg(x.at(i))))), n, q(1), q(2));
    cases.equal("differences of logistic values", sums((i, j) -> sub(sig(x.at(i)), sig(x.at(j)))), q(0), sub(n, q(1)));
    cases.equal("all but one, and that one", add(sum(i -> apart(i, K, exp(x.at(i)))), exp(x.at(K))), sum(i -> exp(x.at(i))), add(sum(i -> exp(x.at(i))), exp(x.at(K))));
    cases.equal("a product of sums of two ranges", mul(say.sum(D, t::at), p(1)), say.sum(D, k -> sum(i -> mul(t.at(k), x.at(i)))), mul(size(D), say.sum(D, k -> mul(t.at(k), p(1)))));
    Term mean = div(p(1), n);
    Term other = div(sum(y::at), n);
    cases.equal("deviations sum to nothing", sum(i -> sub(x.at(i), mean)), q(0), sub(p(1), mean));
    cases.equal("covariance", sum(i -> mul(sub(x.at(i), mean), sub(y.at(i), other))), sub(sum(i -> mul(x.at(i), y.at(i))), mul(n, mean, other)), sub(sum(i -> mul(x.at(i), y.at(i))), mul(mean, other)));
    cases.equal("one over one plus the square of an exponential", sum(i -> div(q(1), add(q(1), exp(mul(q(2), x.at(i)))))), div(sum(i -> sub(q(1), div(sub(exp(x.at(i)), exp(neg(x.at(i)))), add(exp(x.at(i)), exp(neg(x.at(i))))))), q(2)), sum(i -> div(q(1), add(q(1), exp(neg(mul(q(2), x.at(i))))))));
    cases.equal("three different ones", say.sum(N, i -> sums((j, k) -> apart(i, j, apart(i, k, apart(j, k, mul(x.at(i), x.at(j), x.at(k))))))), add(pow(p(1), 3), mul(q(-3), p(1), p(2)), mul(q(2), p(3))), sub(pow(p(1), 3), mul(q(3), p(1), p(2))), q(0));
    cases.equal("softmax weights of differences", sums((i, j) -> mul(s(i), s(j), sub(x.at(i), x.at(j)))), q(0), sum(i -> mul(s(i), x.at(i))));
    cases.equal("the Gini impurity twice", sums((i, j) -> apart(i, j, mul(s(i), s(j)))), sub(q(1), sum(i -> pow(s(i), 2))), sum(i -> pow(s(i), 2)));
    cases.equal("rows of a matrix, each shifted by its first mean", say.sum(D, k -> sum(i -> sub(w.at(k, i), div(sum(j -> w.at(k, j)), n)))), q(0), say.sum(D, k -> sum(i -> w.at(k, i))));
  }

  /** Point 3: products and powers; a product over a range is the exponential of a sum of logarithms. */
  static List<KernelCases.Case> productsAndPowers() {
    OwnCases own = new OwnCases();
    own.products();
    return own.cases.all;
  }

  private Term product(Say.Body factor) {
    return exp(sum(i -> log(factor.at(i))));
  }

  private static Term power(Term base, Term exponent) {
    return exp(mul(exponent, log(base)));
  }

  private void products() {
    cases.under(new Fact.AllPositive(x, true), new Fact.AllPositive(y, true), positive(a), positive(b));
    cases.equal("the logarithm of a product of powers", log(product(i -> power(x.at(i), z.at(i)))), sum(i -> mul(z.at(i), log(x.at(i)))), mul(sum(z::at), sum(i -> log(x.at(i)))));
    cases.equal("a product of products", product(i -> mul(x.at(i), y.at(i))), mul(product(x::at), product(y::at)), add(product(x::at), product(y::at)));
    cases.equal("a constant to the size", product(i -> a), power(a, n), mul(n, a), a);
    cases.equal("a product differentiated", d(product(x::at), x.at(J)), div(product(x::at), x.at(J)), product(x::at));
    cases.equal("a product scaled", product(i -> mul(a, x.at(i))), mul(power(a, n), product(x::at)), mul(a, product(x::at)));
    cases.equal("exponents add", mul(power(a, u), power(a, v)), power(a, add(u, v)), power(a, mul(u, v)));
    cases.equal("a power of a product", power(mul(a, b), u), mul(power(a, u), power(b, u)), add(power(a, u), power(b, u)));
    cases.equal("a power differentiated by its base", d(power(a, u), a), mul(u, power(a, sub(u, q(1)))), mul(u, power(a, u)));
    cases.equal("a power differentiated by its exponent", d(power(a, u), u), mul(power(a, u), log(a)), mul(u, power(a, sub(u, q(1)))));
    cases.equal("a root of a product", sqrt(mul(a, b)), mul(sqrt(a), sqrt(b)), add(sqrt(a), sqrt(b)));
    cases.equal("the logarithm of the geometric mean", log(power(product(x::at), div(q(1), n))), div(sum(i -> log(x.at(i))), n), log(div(p(1), n)));
    cases.equal("one over a root", div(q(1), sqrt(a)), div(sqrt(a), a), div(q(1), a));
    cases.under();
    cases.equal("the root of a square", sqrt(pow(u, 2)), Terms.abs(u), u, neg(u));
    cases.equal("absolute values multiply", Terms.abs(mul(u, v)), mul(Terms.abs(u), Terms.abs(v)), mul(u, v));
    cases.equal("the square of an absolute value", pow(Terms.abs(u), 4), pow(u, 4), pow(u, 3));
    cases.under(new Fact.AllInUnitInterval(Family.variable("p")));
    Term p = var("p");
    cases.equal("the score of a series of trials", d(sum(i -> add(mul(z.at(i), log(p)), mul(sub(q(1), z.at(i)), log(sub(q(1), p))))), p), div(sub(sum(z::at), mul(n, p)), mul(p, sub(q(1), p))), sub(sum(z::at), mul(n, p)));
    cases.under();
  }

  /** Point 4: vectors and matrices in index notation. */
  static List<KernelCases.Case> vectorsAndMatrices() {
    OwnCases own = new OwnCases();
    own.matrices();
    own.expectations();
    return own.cases.all;
  }

  private Term image(Family m, Index i) {
    return say.sum(m.axes().get(1), j -> mul(m.at(i, j), x.at(j)));
  }

  private void matrices() {
    Term form = sums((i, j) -> mul(x.at(i), g.at(i, j), x.at(j)));
    cases.equal("the gradient of a quadratic form", d(form, x.at(J)), sum(k -> mul(add(g.at(J, k), g.at(k, J)), x.at(k))), mul(q(2), sum(k -> mul(g.at(J, k), x.at(k)))), sum(k -> mul(g.at(k, J), x.at(k))));
    cases.equal("the gradient of a squared distance", d(sum(i -> pow(sub(x.at(i), y.at(i)), 2)), x.at(J)), mul(q(2), sub(x.at(J), y.at(J))), mul(q(2), sub(y.at(J), x.at(J))));
    Term norm = sqrt(p(2));
    cases.equal("the gradient of the norm", d(norm, x.at(J)), div(x.at(J), norm), x.at(J), div(x.at(J), p(2)));
    cases.equal("a trace turned", sums((i, j) -> mul(g.at(i, j), h.at(j, i))), sums((i, j) -> mul(h.at(i, j), g.at(j, i))), sums((i, j) -> mul(g.at(i, j), h.at(i, j))));
    cases.equal("the gradient of a trace", d(sums((i, j) -> mul(g.at(i, j), h.at(j, i))), h.at(I, J)), g.at(J, I), g.at(I, J));
    cases.equal("the length of an image", say.sum(D, k -> pow(image(w, k), 2)), sums((i, j) -> mul(x.at(i), say.sum(D, k -> mul(w.at(k, i), w.at(k, j))), x.at(j))), mul(say.sum(D, k -> sum(i -> pow(w.at(k, i), 2))), p(2)));
    Index k = free("k", D);
    cases.equal("the gradient by a matrix", d(say.sum(D, l -> mul(t.at(l), image(w, l))), w.at(k, J)), mul(t.at(k), x.at(J)), t.at(k), x.at(J));
    Term loss = mul(q(1, 2), say.sum(D, l -> pow(sub(image(w, l), t.at(l)), 2)));
    cases.equal("the Hessian of a squared error", d(d(loss, x.at(I)), x.at(J)), say.sum(D, l -> mul(w.at(l, I), w.at(l, J))), mul(q(2), say.sum(D, l -> mul(w.at(l, I), w.at(l, J)))));
    cases.equal("the sum of a product by entries", sums((i, j) -> mul(g.at(i, j), h.at(i, j))), sums((i, j) -> mul(g.at(j, i), h.at(j, i))), sums((i, j) -> mul(g.at(i, j), h.at(j, i))));
    cases.equal("an outer product applied", sum(j -> mul(x.at(I), y.at(j), z.at(j))), mul(x.at(I), sum(j -> mul(y.at(j), z.at(j)))), mul(y.at(I), sum(j -> mul(x.at(j), z.at(j)))));
    cases.equal("a basis vector picks an entry", sum(j -> mul(delta(j, K), image(g, j))), image(g, K), sum(j -> mul(g.at(j, K), x.at(j))));
    cases.equal("the divergence of a linear map", sum(i -> d(image(g, i), x.at(i))), sum(i -> g.at(i, i)), sums((i, j) -> g.at(i, j)));
    cases.under(new Fact.Symmetric(g));
    cases.equal("the Hessian of a symmetric form", d(d(form, x.at(I)), x.at(J)), mul(q(2), g.at(I, J)), g.at(I, J));
    cases.under();
  }

  private void expectations() {
    Family p = Family.variable("p", N);
    Say.Body f = z::at;
    Term mean = sum(i -> mul(p.at(i), f.at(i)));
    Term second = sum(i -> mul(p.at(i), pow(f.at(i), 2)));
    cases.bad("deviations from weights that are not normed", sum(i -> mul(p.at(i), sub(f.at(i), mean))), Claim.Order.EQUAL, q(0));
    cases.under(new Fact.SumsToOne(p, 0));
    cases.equal("deviations have the mean 0", sum(i -> mul(p.at(i), sub(f.at(i), mean))), q(0), mean);
    cases.equal("the variance by moments", sum(i -> mul(p.at(i), pow(sub(f.at(i), mean), 2))), sub(second, pow(mean, 2)), second, add(second, pow(mean, 2)));
    cases.under();
    Term soft = sum(i -> mul(s(i), f.at(i)));
    cases.equal("the gradient of an expectation under softmax", d(soft, x.at(J)), mul(s(J), sub(f.at(J), soft)), mul(s(J), f.at(J)), mul(s(J), sub(soft, f.at(J))));
    cases.equal("the gradient of the mean square", d(div(p(2), n), x.at(J)), div(mul(q(2), x.at(J)), n), mul(q(2), x.at(J)));
    cases.equal("a scalar that depends on the size", d(mul(Rational.ONE.plus(Rational.ONE), div(p(3), mul(n, n))), x.at(K)), div(mul(q(6), pow(x.at(K), 2)), pow(n, 2)), div(mul(q(6), pow(x.at(K), 2)), n));
  }
}
