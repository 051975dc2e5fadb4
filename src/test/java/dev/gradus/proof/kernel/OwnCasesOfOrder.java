package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Claim.Order.*;
import static dev.gradus.proof.kernel.Say.*;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Function.Toward;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;

/** Claims of our own about piecewise functions, inequalities, equations, limits and series, each with near misses. */
final class OwnCasesOfOrder {
  private final Say say = new Say();
  private final KernelCases cases = new KernelCases();
  private final Term a = var("a");
  private final Term b = var("b");
  private final Term c = var("c");
  private final Term u = var("u");
  private final Term v = var("v");
  private final Term p = var("p");
  private final Term theta = var("\\theta");
  private final Family x = Family.variable("x", N);
  private final Term n = size(N);

  private OwnCasesOfOrder() {}

  private Term sum(Say.Body body) {
    return say.sum(N, body);
  }

  private static Fact positive(Term term) {
    return new Fact.Holds(new Condition.Positive(term));
  }

  private static Fact nonZero(Term term) {
    return new Fact.Holds(new Condition.NonZero(term));
  }

  private static Term min(Term one, Term other) {
    return neg(Terms.max(neg(one), neg(other)));
  }

  private static Term tanh(Term t) {
    return div(sub(exp(t), exp(neg(t))), add(exp(t), exp(neg(t))));
  }

  private static Term softplus(Term t) {
    return log(add(q(1), exp(t)));
  }

  /** Point 5: piecewise functions, equal off the kinks. */
  static List<KernelCases.Case> piecewise() {
    OwnCasesOfOrder own = new OwnCasesOfOrder();
    own.pieces();
    return own.cases.all;
  }

  private void pieces() {
    Term minus = relu(neg(u));
    cases.equal("positive less negative part", sub(relu(u), minus), u, Terms.abs(u), relu(u));
    cases.equal("positive and negative part", add(relu(u), minus), Terms.abs(u), u);
    cases.equal("the greater and the smaller", add(Terms.max(u, v), min(u, v)), add(u, v), Terms.abs(sub(u, v)));
    cases.equal("the greater less the smaller", sub(Terms.max(u, v), min(u, v)), Terms.abs(sub(u, v)), sub(u, v));
    cases.equal("the product of the greater and the smaller", mul(Terms.max(u, v), min(u, v)), mul(u, v), pow(u, 2));
    cases.equal("the slope of the positive part", d(relu(u), u), step(u), mul(u, step(u)), q(1));
    cases.equal("the slope of the absolute value", d(Terms.abs(u), u), Terms.sign(u), Terms.abs(u), step(u));
    cases.equal("a leaky unit", Terms.max(u, mul(q(1, 10), u)), sub(relu(u), mul(q(1, 10), minus)), add(relu(u), mul(q(1, 10), minus)));
    cases.equal("the absolute value as the greater of two", Terms.abs(u), Terms.max(u, neg(u)), relu(u));
    cases.equal("sign and absolute value", mul(Terms.sign(u), Terms.abs(u)), u, Terms.abs(u));
    cases.equal("a positive factor leaves the positive part", relu(mul(q(5), u)), mul(q(5), relu(u)), mul(q(-5), relu(neg(u))), relu(u));
    cases.equal("squares of both parts", add(pow(relu(u), 2), pow(minus, 2)), pow(u, 2), Terms.abs(u));
    cases.equal("the parts never meet", mul(relu(u), minus), q(0), pow(relu(u), 2));
    cases.equal("the slope of half a square", d(mul(q(1, 2), pow(relu(u), 2)), u), relu(u), step(u), u);
    cases.equal("either sign", add(step(u), step(neg(u))), q(1), q(0));
    cases.equal("the gradient of a sum of parts", d(sum(i -> relu(x.at(i))), x.at(J)), step(x.at(J)), sum(i -> step(x.at(i))));
    cases.equal("hinges", sub(relu(sub(q(1), u)), relu(sub(u, q(1)))), sub(q(1), u), sub(u, q(1)));
  }

  /** Point 6: inequalities. */
  static List<KernelCases.Case> inequalities() {
    OwnCasesOfOrder own = new OwnCasesOfOrder();
    own.scalars();
    own.vectors();
    return own.cases.all;
  }

  private void scalars() {
    cases.good("the slope of the logistic function", mul(sig(u), sub(q(1), sig(u))), LESS_OR_EQUAL, q(1, 4));
    cases.bad("the slope of the logistic function, too low", mul(sig(u), sub(q(1), sig(u))), LESS_OR_EQUAL, q(6, 25));
    cases.good("the hyperbolic tangent", tanh(u), LESS, q(1));
    cases.bad("the hyperbolic tangent of a half", tanh(u), LESS, q(1, 2));
    cases.bad("the hyperbolic tangent is positive", tanh(u), GREATER, q(0));
    cases.good("softplus lies above", softplus(u), GREATER, relu(u));
    cases.bad("softplus lies a third above", softplus(u), GREATER, add(relu(u), q(1, 3)));
    cases.good("the tangent of the exponential", exp(u), GREATER_OR_EQUAL, add(q(1), u));
    cases.bad("the tangent of the exponential, strictly", exp(u), GREATER, add(q(1), u));
    cases.good("the tangent of the logarithm", log(u), LESS_OR_EQUAL, sub(u, q(1)));
    cases.bad("the tangent of the logarithm from above", log(u), GREATER_OR_EQUAL, sub(u, q(1)));
    cases.good("two squares", add(pow(u, 2), pow(v, 2)), GREATER_OR_EQUAL, mul(q(2), u, v));
    cases.bad("two squares and a half", add(pow(u, 2), pow(v, 2)), GREATER_OR_EQUAL, mul(q(5, 2), u, v));
    cases.good("the hyperbolic cosine", div(add(exp(u), exp(neg(u))), q(2)), GREATER_OR_EQUAL, q(1));
    cases.bad("the hyperbolic cosine, strictly", div(add(exp(u), exp(neg(u))), q(2)), GREATER, q(1));
    cases.good("a part lies above", relu(u), GREATER_OR_EQUAL, u);
    cases.bad("a part lies below", relu(u), LESS_OR_EQUAL, u);
    cases.good("an exponential", exp(sub(u, v)), GREATER, q(0));
    cases.bad("an exponential above one", exp(sub(u, v)), GREATER, q(1));
    cases.under(new Fact.AllInUnitInterval(Family.variable("p")));
    cases.good("the variance of one trial", mul(p, sub(q(1), p)), LESS_OR_EQUAL, q(1, 4));
    cases.bad("the variance of one trial, strictly", mul(p, sub(q(1), p)), LESS, q(1, 4));
    cases.good("a surprise", neg(log(p)), GREATER, q(0));
    cases.bad("a surprise above one", neg(log(p)), GREATER, q(1));
    cases.under();
  }

  private void vectors() {
    Term lse = say.lse(N, x::at);
    Term greatest = new Greatest(new Index.Bound(801, N), x.at(new Index.Bound(801, N))).term(802);
    cases.good("the greatest lies below", greatest, LESS_OR_EQUAL, lse);
    cases.bad("the greatest lies above", greatest, GREATER_OR_EQUAL, lse);
    cases.good("and not further than the logarithm of the size", lse, LESS_OR_EQUAL, add(greatest, log(n)));
    cases.bad("and not further than one", lse, LESS_OR_EQUAL, add(greatest, q(1)));
    cases.good("a sum of squares", sum(i -> pow(x.at(i), 2)), GREATER_OR_EQUAL, q(0));
    cases.bad("a sum of squares, strictly", sum(i -> pow(x.at(i), 2)), GREATER, q(0));
    cases.bad("a sum of cubes", sum(i -> pow(x.at(i), 3)), GREATER_OR_EQUAL, q(0));
    cases.under(new Fact.LeastSize(N, 2));
    cases.good("a softmax weight", say.softmax(N, x::at, I), LESS, q(1));
    cases.bad("a softmax weight of a half", say.softmax(N, x::at, I), LESS, q(1, 2));
    Family ps = Family.variable("ps", N);
    Family qs = Family.variable("qs", N);
    cases.under(new Fact.AllPositive(ps, true), new Fact.AllPositive(qs, true), new Fact.SumsToOne(ps, 0), new Fact.SumsToOne(qs, 0));
    Term divergence = sum(i -> mul(ps.at(i), log(div(ps.at(i), qs.at(i)))));
    cases.good("a divergence", divergence, GREATER_OR_EQUAL, q(0));
    cases.bad("a divergence from above", divergence, LESS_OR_EQUAL, q(0));
    cases.good("an entropy", neg(sum(i -> mul(ps.at(i), log(ps.at(i))))), LESS_OR_EQUAL, log(n));
    cases.bad("an entropy above half of that", neg(sum(i -> mul(ps.at(i), log(ps.at(i))))), LESS_OR_EQUAL, mul(q(1, 2), log(n)));
    pinsker(ps, qs, divergence);
    cases.under();
  }

  private void pinsker(Family ps, Family qs, Term divergence) {
    Term apart = sum(i -> Terms.abs(sub(ps.at(i), qs.at(i))));
    Term half = mul(q(1, 2), pow(apart, 2));
    Term back = sum(i -> mul(qs.at(i), log(div(qs.at(i), ps.at(i)))));
    cases.good("a divergence and the distance of sums, Pinsker", divergence, GREATER_OR_EQUAL, half);
    cases.good("Pinsker with differences turned round", divergence, GREATER_OR_EQUAL, mul(q(1, 2), pow(sum(i -> Terms.abs(sub(qs.at(i), ps.at(i)))), 2)));
    cases.good("the other divergence, Pinsker", back, GREATER_OR_EQUAL, half);
    cases.good("Pinsker with a smaller constant", divergence, GREATER_OR_EQUAL, mul(q(1, 4), pow(apart, 2)));
    cases.bad("Pinsker with a greater constant", divergence, GREATER_OR_EQUAL, mul(q(51, 100), pow(apart, 2)));
    cases.bad("Pinsker, strictly", divergence, GREATER, half);
    cases.bad("Pinsker without the square", divergence, GREATER_OR_EQUAL, mul(q(1, 2), apart));
    cases.bad("Pinsker turned round", divergence, LESS_OR_EQUAL, half);
    cases.bad("Pinsker for a divergence with a wrong sign", neg(divergence), GREATER_OR_EQUAL, half);
    cases.under(new Fact.AllPositive(ps, true), new Fact.AllPositive(qs, true), new Fact.SumsToOne(ps, 0));
    cases.bad("Pinsker where one of them sums to anything", divergence, GREATER_OR_EQUAL, half);
    cases.under(new Fact.AllPositive(ps, true), new Fact.AllPositive(qs, true));
    cases.bad("Pinsker for weights", divergence, GREATER_OR_EQUAL, half);
  }

  /** Point 7: what follows from equations. */
  static List<KernelCases.Case> equations() {
    OwnCasesOfOrder own = new OwnCasesOfOrder();
    own.steps();
    return own.cases.all;
  }

  private void given(Term left, Term right, Fact... others) {
    Fact[] all = java.util.Arrays.copyOf(others, others.length + 1);
    all[others.length] = new Fact.Equation(left, right);
    cases.under(all);
  }

  private void steps() {
    given(a, b);
    cases.equal("the same added to both sides", add(a, c), add(b, c), add(b, mul(q(2), c)));
    given(div(a, theta), div(b, sub(q(1), theta)), positive(a), positive(b));
    cases.equal("the share of successes", theta, div(a, add(a, b)), div(b, add(a, b)), div(a, b));
    given(u, add(mul(q(2), v), q(1)));
    cases.equal("squared", pow(u, 2), add(mul(q(4), pow(v, 2)), mul(q(4), v), q(1)), add(mul(q(4), pow(v, 2)), q(1)));
    given(a, pow(v, 2));
    cases.equal("a root taken", sqrt(a), Terms.abs(v), v);
    given(mul(a, u), b, nonZero(a));
    cases.equal("divided by what is not 0", u, div(b, a), div(a, b));
    given(u, log(div(p, sub(q(1), p))), new Fact.AllInUnitInterval(Family.variable("p")));
    cases.equal("log-odds", sig(u), p, sub(q(1), p), exp(p));
    given(sum(x::at), mul(n, c));
    cases.equal("deviations from what is the mean", sum(i -> sub(x.at(i), c)), q(0), c);
    given(div(q(1), c), add(div(q(1), a), div(q(1), b)), positive(a), positive(b));
    cases.equal("a harmonic sum", c, div(mul(a, b), add(a, b)), div(add(a, b), mul(a, b)), add(a, b));
    given(mul(u, v), q(1));
    cases.equal("reciprocals", u, div(q(1), v), v);
    given(a, mul(b, exp(c)), positive(b));
    cases.equal("logarithms taken", log(a), add(log(b), c), mul(log(b), c));
    given(c, sub(a, b));
    cases.equal("a difference put in", div(exp(c), add(q(1), exp(c))), div(exp(a), add(exp(a), exp(b))), div(exp(b), add(exp(a), exp(b))));
    given(add(u, v), q(3));
    cases.equal("one unknown by the other", mul(u, v), mul(u, sub(q(3), u)), mul(u, sub(u, q(3))));
    given(add(u, v), add(a, b));
    cases.equal("two moved over", sub(u, a), sub(b, v), sub(v, b));
    given(pow(u, 2), q(4));
    cases.bad("a square root of either sign", u, EQUAL, q(2));
    given(mul(a, u), mul(a, v));
    cases.bad("a factor cancelled that may be 0", u, EQUAL, v);
    given(sub(div(u, a), b), q(0), positive(a));
    cases.equal("rearranged", u, mul(a, b), div(b, a), sub(b, a));
    cases.under();
  }

  /** Point 8: limits. */
  static List<KernelCases.Case> limits() {
    OwnCasesOfOrder own = new OwnCasesOfOrder();
    own.values();
    return own.cases.all;
  }

  private static Term lim(Toward toward, long at, Term body) {
    return new Term.Apply(new Function.Limit(Family.variable("u"), toward, Rational.of(at)), body);
  }

  private void values() {
    Toward up = Toward.INFINITY;
    Toward down = Toward.MINUS_INFINITY;
    cases.equal("the logistic function far up", lim(up, 0, sig(u)), q(1), q(0), q(1, 2));
    cases.equal("the logistic function far down", lim(down, 0, sig(u)), q(0), q(1));
    cases.equal("the hyperbolic tangent far down", lim(down, 0, tanh(u)), q(-1), q(1));
    cases.equal("a fraction of exponentials", lim(up, 0, div(add(exp(u), q(1)), add(mul(q(2), exp(u)), q(3)))), q(1, 2), q(1, 3));
    cases.equal("softplus comes to the line", lim(up, 0, sub(softplus(u), u)), q(0), q(1), log(q(2)));
    cases.equal("softplus far down", lim(down, 0, softplus(u)), q(0), log(q(2)));
    cases.equal("a hole filled", lim(Toward.BOTH, 0, div(add(pow(u, 2), mul(q(3), u)), u)), q(3), q(0));
    cases.equal("a root of numerator and denominator", lim(Toward.BOTH, 1, div(sub(pow(u, 2), q(1)), sub(u, q(1)))), q(2), q(1), q(0));
    cases.equal("continuous there", lim(Toward.BOTH, 0, div(add(u, q(2)), sub(u, q(3)))), q(-2, 3), q(2, 3));
    cases.equal("growth", lim(up, 0, mul(u, exp(neg(u)))), q(0), q(1));
    cases.equal("a ratio of logarithms", lim(up, 0, div(softplus(u), u)), q(1), q(0));
    cases.equal("a part from above and below", lim(up, 0, div(relu(u), u)), q(1), q(0));
    cases.equal("the slope of the exponential", lim(Toward.BOTH, 0, div(sub(exp(u), q(1)), u)), q(1), q(0));
    cases.bad("no limit", lim(Toward.BOTH, 0, div(q(1), u)), EQUAL, q(0));
    cases.bad("another on each side", lim(Toward.BOTH, 0, div(Terms.abs(u), u)), EQUAL, q(1));
    cases.equal("one side only", lim(Toward.ABOVE, 0, div(Terms.abs(u), u)), q(1), q(-1));
    cases.under(positive(a));
    cases.equal("a rate that is positive", lim(up, 0, exp(neg(mul(a, u)))), q(0), q(1));
    cases.under();
    cases.bad("a rate of either sign", lim(up, 0, exp(neg(mul(a, u)))), EQUAL, q(0));
  }

  /** Point 9: sums over numbers. */
  static List<KernelCases.Case> series() {
    OwnCasesOfOrder own = new OwnCasesOfOrder();
    own.sums();
    return own.cases.all;
  }

  private static Term power(Term base, Term exponent) {
    return exp(mul(exponent, log(base)));
  }

  private static Term place(Index i) {
    return new Term.Place(i);
  }

  private void sums() {
    cases.equal("numbers", sum(i -> place(i)), div(mul(n, add(n, q(1))), q(2)), div(mul(n, sub(n, q(1))), q(2)), pow(n, 2));
    cases.equal("squares", sum(i -> pow(place(i), 2)), div(mul(n, add(n, q(1)), add(mul(q(2), n), q(1))), q(6)), div(mul(n, add(n, q(1)), add(mul(q(2), n), q(1))), q(3)));
    cases.equal("cubes", sum(i -> pow(place(i), 3)), pow(div(mul(n, add(n, q(1))), q(2)), 2), div(mul(n, add(n, q(1))), q(2)));
    cases.equal("odd numbers", sum(i -> sub(mul(q(2), place(i)), q(1))), pow(n, 2), add(pow(n, 2), n));
    cases.equal("a line", sum(i -> add(a, mul(b, place(i)))), add(mul(n, a), mul(b, div(mul(n, add(n, q(1))), q(2)))), add(a, mul(b, div(mul(n, add(n, q(1))), q(2)))));
    cases.equal("backwards", sum(i -> sub(n, place(i))), div(mul(n, sub(n, q(1))), q(2)), div(mul(n, add(n, q(1))), q(2)));
    Index last = Index.Literal.last(N);
    cases.equal("the last one apart", sum(i -> new Term.Guard(new Condition.Distinct(i, last), x.at(i))), sub(sum(x::at), x.at(last)), sum(x::at));
    cases.equal("the first one apart", sum(i -> new Term.Guard(new Condition.Distinct(i, literal(1, N)), mul(place(i), x.at(i)))), sub(sum(i -> mul(place(i), x.at(i))), x.at(literal(1, N))), sum(i -> mul(place(i), x.at(i))));
    cases.under(positive(b), nonZero(sub(b, q(1))));
    cases.equal("weights of a moving average", sum(i -> mul(sub(q(1), b), power(b, sub(n, place(i))))), sub(q(1), power(b, n)), sub(q(1), power(b, sub(n, q(1)))), q(1));
    cases.equal("a geometric sum", sum(i -> power(b, place(i))), div(mul(b, sub(q(1), power(b, n))), sub(q(1), b)), div(sub(q(1), power(b, n)), sub(q(1), b)));
    cases.equal("a geometric sum that starts with one", sum(i -> power(b, sub(place(i), q(1)))), div(sub(power(b, n), q(1)), sub(b, q(1))), div(sub(power(b, n), q(1)), b));
    cases.under();
    Say.Body before = i -> new Term.Guard(new Condition.Distinct(i, last), mul(power(b, sub(sub(n, q(1)), place(i))), x.at(i)));
    cases.equal("a step of a recursion whose factor no fact calls positive", sum(i -> mul(power(b, sub(n, place(i))), x.at(i))), add(mul(b, sum(before)), x.at(last)), add(sum(before), x.at(last)), mul(b, sum(before)), add(mul(b, sum(before)), mul(b, x.at(last))));
    Say.Body decay = i -> mul(power(sub(q(1), mul(a, b)), sub(n, place(i))), c, x.at(i));
    Say.Body less = i -> new Term.Guard(new Condition.Distinct(i, last), mul(power(sub(q(1), mul(a, b)), sub(sub(n, q(1)), place(i))), c, x.at(i)));
    cases.equal("a step of a recursion with decay", sum(decay), add(mul(sub(q(1), mul(a, b)), sum(less)), mul(c, x.at(last))), add(mul(sub(q(1), b), sum(less)), mul(c, x.at(last))), add(mul(sub(q(1), mul(a, b)), sum(less)), x.at(last)));
    cases.equal("powers of a half", sum(i -> power(q(1, 2), place(i))), sub(q(1), power(q(1, 2), n)), q(1), power(q(1, 2), n));
    cases.equal("powers of two", sum(i -> power(q(2), place(i))), sub(power(q(2), add(n, q(1))), q(2)), sub(power(q(2), n), q(2)));
    cases.equal("numbers times powers of two", sum(i -> mul(place(i), power(q(2), place(i)))), add(mul(sub(n, q(1)), power(q(2), add(n, q(1)))), q(2)), mul(n, power(q(2), add(n, q(1)))));
    cases.equal("a telescoping fraction", sum(i -> div(q(1), mul(place(i), add(place(i), q(1))))), div(n, add(n, q(1))), div(q(1), add(n, q(1))));
    cases.equal("a telescoping logarithm", sum(i -> log(div(add(place(i), q(1)), place(i)))), log(add(n, q(1))), log(n));
    cases.equal("a telescoping power", sum(i -> sub(power(q(3), place(i)), power(q(3), sub(place(i), q(1))))), sub(power(q(3), n), q(1)), power(q(3), n));
  }
}
