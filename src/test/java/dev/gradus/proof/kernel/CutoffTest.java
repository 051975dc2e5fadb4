package dev.gradus.proof.kernel;

import static dev.gradus.term.Terms.divide;
import static dev.gradus.term.Terms.exp;
import static dev.gradus.term.Terms.log;
import static dev.gradus.term.Terms.minus;
import static dev.gradus.term.Terms.negate;
import static dev.gradus.term.Terms.power;
import static dev.gradus.term.Terms.product;
import static dev.gradus.term.Terms.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Identities that hold for every size, and many that hold for small sizes only. */
class CutoffTest {
  private static final Range N = Range.of("n");
  private static final Range M = Range.of("m");
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Free J = new Index.Free("j", N);
  private static final Index.Free K = new Index.Free("k", N);
  private static final Index.Free L = new Index.Free("l", N);
  private static final Index.Bound A = new Index.Bound(1, N);
  private static final Index.Bound B = new Index.Bound(2, N);
  private static final Index.Bound D = new Index.Bound(3, M);
  private static final Term SIZE = new Term.Size(N);
  private static final Family X = Family.variable("x", N);
  private static final Family Y = Family.variable("y", N);
  private static final Family S = Family.variable("S", N, N);
  private static final Family R = Family.variable("R", M, N);
  private static final Assumption Y_ONE = Assumption.stated(new Fact.SumsToOne(Y, 0), "y sums to 1");

  private final List<DynamicTest> cases = new ArrayList<>();

  private static Term q(long n) {
    return Rational.of(n);
  }

  private static Term over(Term body) {
    return new Term.Over(A, body);
  }

  private static Term inner(Term body) {
    return new Term.Over(B, body);
  }

  private void is(String expected, String name, Term left, Term right, Assumption... assumptions) {
    cases.add(
        DynamicTest.dynamicTest(
            name + ": " + expected,
            () -> {
              Cutoff.Outcome o = Cutoff.of(Claim.equal(left, right, assumptions), Budget.standard());
              String found =
                  switch (o) {
                    case Cutoff.Outcome.Zero z -> "every size";
                    case Cutoff.Outcome.NotZero z -> "not zero";
                    case Cutoff.Outcome.Refused r -> "refused";
                  };
              assertEquals(expected, found, o.toString());
            }));
  }

  @TestFactory
  List<DynamicTest> zeroAtSmallSizesOnly() {
    Function<Integer, Term> p = k -> over(power(X.at(A), k));
    Function<Integer, Term> f = k -> over(power(power(sum(q(1), exp(X.at(A))), -1), k));
    is("not zero", "e2", minus(power(p.apply(1), 2), p.apply(2)), q(0));
    Term e3 = sum(power(p.apply(1), 3), product(q(-3), p.apply(1), p.apply(2)), product(q(2), p.apply(3)));
    is("not zero", "6 e3", e3, q(0));
    is("not zero", "24 e4", sum(power(p.apply(1), 4), product(q(-6), power(p.apply(1), 2), p.apply(2)), product(q(3), power(p.apply(2), 2)), product(q(8), p.apply(1), p.apply(3)), product(q(-6), p.apply(4))), q(0));
    is("not zero", "(n-1)(n-2) p1", product(minus(SIZE, q(1)), minus(SIZE, q(2)), p.apply(1)), q(0));
    is("not zero", "(n-1)(n-2)(n-3)", product(minus(SIZE, q(1)), minus(SIZE, q(2)), minus(SIZE, q(3))), q(0));
    is("not zero", "(p1^2-p2)/n", divide(minus(power(p.apply(1), 2), p.apply(2)), SIZE), q(0));
    is("not zero", "e3 of 1/(1+e^x)", sum(power(f.apply(1), 3), product(q(-3), f.apply(1), f.apply(2)), product(q(2), f.apply(3))), q(0));
    is("refused", "sum (i-1)(i-2) (trap 37)", over(product(minus(new Term.Place(A), q(1)), minus(new Term.Place(A), q(2)))), q(0));
    is("not zero", "1/(1+6 e3) = 1", power(sum(q(1), e3), -1), q(1));
    is("not zero", "sum y(y-1)(2y-1) = 0, y sums to 1 (trap 39)", over(product(Y.at(A), minus(Y.at(A), q(1)), minus(product(q(2), Y.at(A)), q(1)))), q(0), Y_ONE);
    Term guarded = over(new Term.Guard(new Condition.Distinct(A, I), divide(sum(divide(q(5), sum(q(1), Y.at(A))), divide(product(q(5), Y.at(A)), sum(q(1), Y.at(A)))), minus(X.at(I), X.at(A)))));
    Term plain = over(new Term.Guard(new Condition.Distinct(A, I), divide(q(5), minus(X.at(I), X.at(A)))));
    is("not zero", "off by 5 (trap 40)", sum(q(5), guarded), plain);
    is("refused", "sum over k<i (i = 1 alone would pass)", over(new Term.Guard(new Condition.Before(A, I), X.at(A))), q(0));
    is("not zero", "x_i = x_1 (trap 31)", X.at(I), X.at(new Index.Literal(1, N)));
    is("refused", "same-range denominator (trap 43)", product(over(power(inner(S.at(A, B)), -1)), over(inner(S.at(A, B)))), power(SIZE, 2));
    Function<Index, Term> s = i -> divide(exp(X.at(i)), inner(exp(X.at(B))));
    Term delta = new Term.Delta(I, J);
    is("not zero", "s_i(1-s_j) for the Jacobian", product(s.apply(I), minus(delta, s.apply(J))), product(s.apply(I), minus(q(1), s.apply(J))));
    is("not zero", "kernel of a sum against a product, right at n = 1 only", exp(over(X.at(A))), over(exp(X.at(A))));
    is("not zero", "sum s_i = 2", over(s.apply(A)), q(2));
    is("not zero", "variance with n-1", divide(over(power(minus(X.at(A), divide(inner(X.at(B)), SIZE)), 2)), SIZE), divide(minus(over(power(X.at(A), 2)), power(over(X.at(A)), 2)), SIZE));
    Function<Index, Term> row = d -> divide(exp(R.at(d, I)), inner(exp(R.at(d, B))));
    is("not zero", "rows of two ranges, twice", new Term.Over(D, row.apply(D)), product(q(2), new Term.Over(D, row.apply(D))));
    return List.copyOf(cases);
  }

  @TestFactory
  List<DynamicTest> everySize() {
    Function<Integer, Term> p = k -> over(power(X.at(A), k));
    is("every size", "(sum x)^2", power(p.apply(1), 2), over(inner(product(X.at(A), X.at(B)))));
    Function<Index, Term> s = i -> divide(exp(X.at(i)), inner(exp(X.at(B))));
    is("every size", "sum s = 1", over(s.apply(A)), q(1));
    is("every size", "sum s(1-s) = 1 - sum s^2", over(product(s.apply(A), minus(q(1), s.apply(A)))), minus(q(1), over(power(s.apply(A), 2))));
    Function<Index, Term> sigma = i -> power(sum(q(1), exp(negate(X.at(i)))), -1);
    Function<Index, Term> tau = i -> divide(exp(X.at(i)), sum(q(1), exp(X.at(i))));
    is("every size", "local kernels", over(product(sigma.apply(A), minus(q(1), tau.apply(A)))), over(minus(tau.apply(A), power(tau.apply(A), 2))));
    is("every size", "sum over pairs of local quotients", over(inner(minus(sigma.apply(A), tau.apply(B)))), q(0));
    Term z = inner(product(S.at(A, B), Y.at(B)));
    is("every size", "kernel of a sum", over(power(sum(q(1), exp(negate(z))), -1)), over(divide(exp(z), sum(q(1), exp(z)))));
    Function<Index, Term> row = d -> divide(exp(R.at(d, A)), inner(exp(R.at(d, B))));
    is("every size", "rows sum to 1, so all to m", over(new Term.Over(D, row.apply(D))), new Term.Size(M));
    is("every size", "antisymmetric difference", over(inner(new Term.Guard(new Condition.Distinct(A, B), divide(product(X.at(A), X.at(B)), minus(X.at(A), X.at(B)))))), q(0));
    is("every size", "x off i and at i", sum(over(new Term.Guard(new Condition.Distinct(A, I), X.at(A))), X.at(I)), p.apply(1));
    is("every size", "entropy of softmax by logs", log(divide(exp(X.at(I)), over(exp(X.at(A))))), minus(X.at(I), log(over(exp(X.at(A))))));
    is("every size", "sum y(y-1) = sum y^2 - 1, y sums to 1", over(product(Y.at(A), minus(Y.at(A), q(1)))), minus(over(power(Y.at(A), 2)), q(1)), Y_ONE);
    is("every size", "ranges of fixed size", fixedPair(), q(0));
    return List.copyOf(cases);
  }

  /** Two classes: s_1 + s_2 - 1. */
  private static Term fixedPair() {
    Range two = Range.ofSize("two", 2);
    Family x = Family.variable("x", two);
    Index.Bound b = new Index.Bound(1, two);
    Function<Integer, Term> s = k -> divide(exp(x.at(new Index.Literal(k, two))), new Term.Over(b, exp(x.at(b))));
    return minus(sum(s.apply(1), s.apply(2)), q(1));
  }

  @TestFactory
  List<DynamicTest> patternsAreAllLookedAt() {
    Function<Index, Term> row = j -> divide(exp(S.at(I, j)), inner(exp(S.at(I, B))));
    Term right = product(row.apply(J), minus(new Term.Delta(J, L), row.apply(L)));
    is("every size", "row Jacobian against itself, written otherwise", product(new Term.Delta(I, K), right), product(new Term.Delta(I, K), minus(product(new Term.Delta(J, L), row.apply(L)), product(row.apply(J), row.apply(L)))));
    is("not zero", "delta dropped", right, product(new Term.Delta(I, K), right));
    Assumption apart = Assumption.stated(new Fact.Holds(new Condition.Distinct(I, J)), "i != j");
    is("every size", "delta of different indices", new Term.Delta(I, J), q(0), apart);
    is("not zero", "delta of indices", new Term.Delta(I, J), q(0));
    is("not zero", "delta_j3 for x_3", over(product(new Term.Delta(A, new Index.Literal(3, N)), X.at(A))), X.at(new Index.Literal(2, N)));
    is("refused", "the last element", X.at(Index.Literal.last(N)), X.at(I));
    return List.copyOf(cases);
  }
}
