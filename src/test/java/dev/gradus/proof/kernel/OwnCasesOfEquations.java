package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Claim.Order.EQUAL;
import static dev.gradus.proof.kernel.Say.*;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Term;
import java.util.List;

/** Claims of our own about what follows from equations with logarithms, exponentials and powers, each with near misses. */
final class OwnCasesOfEquations {
  private final Say say = new Say();
  private final KernelCases cases = new KernelCases();
  private final Term a = var("a");
  private final Term b = var("b");
  private final Term c = var("c");
  private final Term u = var("u");
  private final Term v = var("v");
  private final Family share = Family.variable("q", N);
  private final Family energy = Family.variable("e", N);
  private final Family x = Family.variable("x", N);
  private final Term n = size(N);
  private final Fact whole = new Fact.SumsToOne(share, 0);

  private OwnCasesOfEquations() {}

  /** Point 10: logarithms, exponentials and powers in hypotheses. */
  static List<KernelCases.Case> all() {
    OwnCasesOfEquations own = new OwnCasesOfEquations();
    own.logarithms();
    own.multipliers();
    own.powers();
    return own.cases.all;
  }

  private void given(Term left, Term right, Fact... others) {
    Fact[] all = java.util.Arrays.copyOf(others, others.length + 1);
    all[others.length] = new Fact.Equation(left, right);
    cases.under(all);
  }

  private static Fact positive(Term term) {
    return new Fact.Holds(new Condition.Positive(term));
  }

  private Term sum(Say.Body body) {
    return say.sum(N, body);
  }

  private void logarithms() {
    given(sub(log(u), log(sub(q(1), u))), c);
    cases.equal("log-odds solved", u, div(q(1), add(q(1), exp(neg(c)))), div(q(1), add(q(1), exp(c))), sig(mul(q(2), c)));
    given(log(div(u, sub(q(1), u))), c, new Fact.AllInUnitInterval(Family.variable("u")));
    cases.equal("the other class", sub(q(1), u), div(q(1), add(q(1), exp(c))), div(q(1), add(q(1), exp(neg(c)))));
    given(u, div(q(1), add(q(1), exp(neg(c)))));
    cases.equal("log-odds taken", log(div(u, sub(q(1), u))), c, neg(c), exp(c));
    given(log(u), add(mul(a, log(v)), b));
    cases.equal("a power law", u, mul(exp(b), exp(mul(a, log(v)))), mul(b, exp(mul(a, log(v)))), add(exp(b), exp(mul(a, log(v)))));
    given(exp(u), v);
    cases.equal("an exponential undone", u, log(v), neg(log(v)), div(q(1), v));
    given(log(u), q(3));
    cases.equal("at no rational point", u, exp(q(3)), exp(q(2)), q(20));
    given(add(log(u), log(v)), c);
    cases.equal("a product from a sum of logarithms", mul(u, v), exp(c), add(u, v));
    cases.bad("a sum from a sum of logarithms", add(u, v), EQUAL, exp(c));
    given(log(mul(q(3), u)), v);
    cases.equal("a factor under the logarithm", u, div(exp(v), q(3)), exp(v), sub(exp(v), q(3)));
    given(exp(mul(q(2), u)), exp(mul(q(2), v)));
    cases.equal("exponents of equal exponentials", u, v, mul(q(2), v));
    given(exp(pow(u, 2)), exp(pow(v, 2)));
    cases.bad("squares in the exponents", u, EQUAL, v);
    given(mul(a, exp(u)), mul(a, exp(v)));
    cases.bad("a factor that may be 0 before both", u, EQUAL, v);
    given(log(pow(u, 2)), log(pow(v, 2)));
    cases.equal("logarithms of squares", pow(u, 2), pow(v, 2), pow(v, 4));
    cases.bad("without the squares", u, EQUAL, v);
    given(exp(u), q(-1));
    cases.bad("nothing follows from what never holds", u, EQUAL, q(5));
  }

  private void multipliers() {
    Fact stationary = new Fact.Equation(log(share.at(I)), sub(q(-1), c));
    cases.under(stationary);
    cases.equal("the entries from their logarithms", share.at(I), exp(sub(q(-1), c)), exp(add(q(1), c)));
    cases.bad("of no distribution", share.at(I), EQUAL, div(q(1), n));
    cases.under(stationary, whole);
    cases.equal("the greatest entropy", share.at(I), div(q(1), n), div(q(1), add(n, q(1))), q(1, 2));
    cases.under(stationary, new Fact.Equation(sum(share::at), q(2)));
    cases.equal("of total two", share.at(I), div(q(2), n), div(q(1), n));
    cases.under(new Fact.Equation(log(share.at(I)), add(mul(b, energy.at(I)), c)), whole);
    Term total = sum(j -> exp(mul(b, energy.at(j))));
    cases.equal("a distribution by energies", share.at(I), div(exp(mul(b, energy.at(I))), total), div(exp(energy.at(I)), sum(j -> exp(energy.at(j)))), div(exp(mul(b, energy.at(I))), add(q(1), total)));
    cases.under(new Fact.Equation(log(share.at(I)), add(mul(b, energy.at(I)), x.at(I))), whole);
    cases.bad("another constant for each", share.at(I), EQUAL, div(exp(mul(b, energy.at(I))), total));
  }

  private void powers() {
    given(pow(u, 2), q(4), positive(u));
    cases.equal("a positive root", u, q(2), q(4), q(-2));
    given(pow(u, 2), q(4), positive(neg(u)));
    cases.equal("a negative root", neg(u), q(2), q(4));
    given(pow(u, 4), q(16));
    cases.bad("a fourth root of either sign", u, EQUAL, q(2));
    given(pow(u, 3), q(8));
    cases.equal("a third root", u, q(2), q(-2), q(8, 3));
    Term mean = div(sum(i -> pow(sub(x.at(i), a), 2)), n);
    given(pow(c, 2), mean, positive(c));
    cases.equal("a deviation", c, sqrt(mean), mean, div(sqrt(sum(i -> pow(sub(x.at(i), a), 2))), n));
    given(pow(c, 2), mean);
    cases.bad("a deviation of unknown sign", c, EQUAL, sqrt(mean));
    given(div(q(1), pow(c, 2)), v, positive(c));
    cases.equal("a precision", c, div(q(1), sqrt(v)), div(q(1), v), sqrt(v));
    given(pow(u, 2), pow(v, 2), positive(u), positive(v));
    cases.equal("equal squares of positive numbers", u, v, neg(v), pow(v, 2));
    given(pow(u, 2), pow(v, 2), positive(u));
    cases.bad("only one of them positive", u, EQUAL, v);
    given(sqrt(u), c);
    cases.equal("squared", u, pow(c, 2), c);
  }
}
