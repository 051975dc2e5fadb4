package dev.gradus.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.calculus.Derivative;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers in letters of their own: scores theta over m classes, indices a and b, targets t. */
class AlignmentTest {
  private static final Range M = Range.of("m");
  private static final Family THETA = Family.variable("\\theta", M);
  private static final Family T = Family.variable("t", M);
  private static final Index.Free A = new Index.Free("a", M);
  private static final Index.Free B = new Index.Free("b", M);
  private static final Index.Bound K = new Index.Bound(11, M);
  private static final Index.Bound L = new Index.Bound(12, M);
  private static final Term DELTA = new Term.Delta(A, B);
  private static final Term.Entry U = new Term.Entry(Family.variable("u"), List.of());

  private static Term softmax(Index index) {
    return Terms.divide(Terms.exp(THETA.at(index)), new Term.Over(K, Terms.exp(THETA.at(K))));
  }

  private static Term.Entry theta(Index index) {
    return new Term.Entry(THETA, List.of(index));
  }

  /** A chain that starts with a derivative and goes on with the given sides. */
  private static Chain derivative(Term of, Term.Entry by, List<Assumption> assumptions, Term... sides) {
    Asked.Derivative asked = new Asked.Derivative(of, by);
    List<Chain.Link> links = new ArrayList<>();
    Term left = asked.term(Budget.standard());
    Optional<Asked.Derivative> written = Optional.of(asked);
    for (Term side : sides) {
      links.add(link(left, side, assumptions, written));
      left = side;
      written = Optional.empty();
    }
    return new Chain(links);
  }

  private static Chain plain(Term left, Term... sides) {
    List<Chain.Link> links = new ArrayList<>();
    for (Term side : sides) {
      links.add(link(left, side, List.of(), Optional.empty()));
      left = side;
    }
    return new Chain(links);
  }

  private static Chain.Link link(Term left, Term right, List<Assumption> assumptions, Optional<Asked.Derivative> written) {
    Claim claim = new Claim(left, Claim.Order.EQUAL, right, assumptions, List.of(), List.of());
    return new Chain.Link(claim, written);
  }

  private static Comparison compare(String name, Chain... chains) {
    return Alignment.compare(References.find(name).orElseThrow(), List.of(chains));
  }

  private static Comparison jacobian(Term result) {
    return compare("softmax-jacobian", derivative(softmax(A), theta(B), List.of(), result));
  }

  private static void assertSame(Comparison comparison) {
    assertInstanceOf(Comparison.Same.class, comparison);
  }

  private static void assertDifferent(Comparison comparison) {
    assertInstanceOf(Comparison.Different.class, comparison);
  }

  @Test
  void jacobianInEveryForm() {
    assertSame(jacobian(Terms.product(softmax(A), Terms.minus(DELTA, softmax(B)))));
    assertSame(jacobian(Terms.minus(Terms.product(DELTA, softmax(A)), Terms.product(softmax(A), softmax(B)))));
    // symmetric: the transposed one is the same
    assertSame(jacobian(Terms.product(softmax(B), Terms.minus(DELTA, softmax(A)))));
  }

  @Test
  void wrongJacobians() {
    Term right = Terms.product(softmax(A), Terms.minus(DELTA, softmax(B)));
    assertDifferent(jacobian(Terms.negate(right)));
    assertDifferent(jacobian(Terms.product(Rational.of(2), right)));
    assertDifferent(jacobian(Terms.product(softmax(A), Terms.minus(Rational.ONE, softmax(B)))));
    assertDifferent(jacobian(Terms.product(softmax(A), Terms.minus(DELTA, softmax(A)))));
    assertDifferent(jacobian(Terms.product(softmax(B), Terms.minus(DELTA, softmax(B)))));
    assertDifferent(jacobian(Terms.product(softmax(A), Terms.sum(DELTA, softmax(B)))));
  }

  @Test
  void resultIsTheLastSideOfTheChain() {
    Term right = Terms.product(softmax(A), Terms.minus(DELTA, softmax(B)));
    Term wrong = Terms.product(softmax(A), Terms.minus(Rational.ONE, softmax(B)));
    Chain endsWrong = derivative(softmax(A), theta(B), List.of(), right, wrong);
    Chain endsRight = derivative(softmax(A), theta(B), List.of(), wrong, right);
    assertDifferent(compare("softmax-jacobian", endsWrong));
    assertEquals(new Comparison.Place(0, 1), ((Comparison.Same) compare("softmax-jacobian", endsRight)).place());
    // the last chain counts
    assertSame(compare("softmax-jacobian", endsWrong, endsRight));
    assertDifferent(compare("softmax-jacobian", endsRight, endsWrong));
  }

  @Test
  void namedDerivativeIsFoundInsideAChain() {
    Family jacobian = Family.variable("J", M, M);
    Term left = Derivative.of(softmax(A), theta(B), Budget.standard());
    Term right = Terms.product(softmax(A), Terms.minus(DELTA, softmax(B)));
    Optional<Asked.Derivative> written = Optional.of(new Asked.Derivative(softmax(A), theta(B)));
    Chain chain =
        new Chain(List.of(link(jacobian.at(A, B), left, List.of(), Optional.empty()), link(left, right, List.of(), written)));
    assertSame(compare("softmax-jacobian", chain));
  }

  @Test
  void twoCasesMakeAJacobian() {
    List<Assumption> different = List.of(Assumption.stated(new Fact.Holds(new Condition.Distinct(A, B)), "a != b"));
    List<Assumption> equal = List.of(Assumption.stated(new Fact.Holds(new Condition.Same(A, B)), "a = b"));
    Term square = Terms.product(softmax(A), Terms.minus(Rational.ONE, softmax(A)));
    Term offDiagonal = Terms.negate(Terms.product(softmax(A), softmax(B)));
    Chain same = derivative(softmax(A), theta(A), List.of(), square);
    Chain sameByCase = derivative(softmax(A), theta(B), equal, Terms.product(softmax(A), Terms.minus(Rational.ONE, softmax(B))));
    Chain other = derivative(softmax(A), theta(B), different, offDiagonal);
    Chain wrong = derivative(softmax(A), theta(B), different, Terms.product(softmax(A), softmax(B)));
    assertSame(compare("softmax-jacobian", same, other));
    assertSame(compare("softmax-jacobian", sameByCase, other));
    assertDifferent(compare("softmax-jacobian", same, wrong));
    assertDifferent(compare("softmax-jacobian", wrong));
    Comparison half = compare("softmax-jacobian", same);
    assertEquals("reference.one-case", assertInstanceOf(Comparison.NotFound.class, half).reason().code());
  }

  @Test
  void otherQuestionsAreNotFound() {
    Term logDerivative = Terms.minus(DELTA, softmax(B));
    Comparison log = compare("softmax-jacobian", derivative(Terms.log(softmax(A)), theta(B), List.of(), logDerivative));
    assertEquals("reference.not-found", assertInstanceOf(Comparison.NotFound.class, log).reason().code());
    assertInstanceOf(Comparison.NotFound.class, compare("softmax-jacobian"));
    // negated and scaled quantities are other quantities
    Term right = Terms.product(softmax(A), Terms.minus(DELTA, softmax(B)));
    assertInstanceOf(
        Comparison.NotFound.class,
        compare("softmax-jacobian", derivative(Terms.negate(softmax(A)), theta(B), List.of(), Terms.negate(right))));
    Term scaled = Terms.product(Rational.of(2), softmax(A));
    assertInstanceOf(
        Comparison.NotFound.class,
        compare("softmax-jacobian", derivative(scaled, theta(B), List.of(), Terms.product(Rational.of(2), right))));
  }

  @Test
  void identityThatIsNoDerivativeStatesNone() {
    Term s = Terms.logistic(U);
    Term product = Terms.product(s, Terms.minus(Rational.ONE, s));
    assertInstanceOf(Comparison.NotFound.class, compare("sigmoid-derivative", plain(product, Terms.minus(s, Terms.power(s, 2)))));
    assertSame(compare("sigmoid-derivative", derivative(s, U, List.of(), product)));
    assertDifferent(compare("sigmoid-derivative", derivative(s, U, List.of(), Terms.product(s, Terms.sum(Rational.ONE, s)))));
  }

  @Test
  void functionAppliedElementByElement() {
    Term s = Terms.logistic(theta(A));
    assertSame(compare("sigmoid-derivative", derivative(s, theta(A), List.of(), Terms.product(s, Terms.minus(Rational.ONE, s)))));
    assertDifferent(compare("sigmoid-derivative", derivative(s, theta(A), List.of(), Terms.product(s, Terms.minus(s, Rational.ONE)))));
    // two components are two numbers
    Term other = Terms.logistic(theta(B));
    assertInstanceOf(
        Comparison.NotFound.class,
        compare("sigmoid-derivative", derivative(s, theta(B), List.of(), Terms.product(other, Terms.minus(Rational.ONE, other)))));
  }

  @Test
  void crossEntropyNeedsATargetThatSumsToOne() {
    Term loss = Terms.negate(new Term.Over(L, Terms.product(T.at(L), Terms.log(softmax(L)))));
    Term right = Terms.minus(softmax(B), T.at(B));
    Comparison.Same same =
        assertInstanceOf(
            Comparison.Same.class, compare("softmax-cross-entropy-gradient", derivative(loss, theta(B), List.of(), right)));
    assertEquals(Terms.freshBound(right, 100), Terms.freshBound(same.expected(), 100));
    assertDifferent(compare("softmax-cross-entropy-gradient", derivative(loss, theta(B), List.of(), Terms.negate(right))));
    // the gradient by the target is another question
    Term.Entry target = new Term.Entry(T, List.of(B));
    assertInstanceOf(
        Comparison.NotFound.class,
        compare("softmax-cross-entropy-gradient", derivative(loss, target, List.of(), Terms.negate(Terms.log(softmax(B))))));
  }

  @Test
  void whatTheAnswerStatesIsUsedAsStated() {
    Term loss = Terms.negate(new Term.Over(L, Terms.product(T.at(L), Terms.log(softmax(L)))));
    List<Assumption> stated = List.of(Assumption.stated(new Fact.SumsToOne(T, 0), "t is a distribution"));
    Comparison.Same same =
        assertInstanceOf(
            Comparison.Same.class,
            compare("softmax-cross-entropy-gradient", derivative(loss, theta(B), stated, Terms.minus(softmax(B), T.at(B)))));
    assertEquals(List.of(), same.proof().used().stream().filter(a -> a.origin() == Assumption.Origin.CONVENTION).toList());
  }

  @Test
  void fixedNumberOfClasses() {
    Range two = Range.ofSize("c", 2);
    Family z = Family.variable("z", two);
    Index.Free p = new Index.Free("p", two);
    Index.Free q = new Index.Free("q", two);
    Index.Bound r = new Index.Bound(1, two);
    Term sum = new Term.Over(r, Terms.exp(z.at(r)));
    Term sp = Terms.divide(Terms.exp(z.at(p)), sum);
    Term sq = Terms.divide(Terms.exp(z.at(q)), sum);
    Term.Entry by = new Term.Entry(z, List.of(q));
    Term right = Terms.product(sp, Terms.minus(new Term.Delta(p, q), sq));
    Comparison comparison = compare("softmax-jacobian", derivative(sp, by, List.of(), right));
    assertTrue(comparison instanceof Comparison.Same || comparison instanceof Comparison.Agreeing, comparison.toString());
    assertDifferent(compare("softmax-jacobian", derivative(sp, by, List.of(), Terms.product(sp, sq))));
  }

  @Test
  void crossEntropyOfOneClass() {
    Term loss = Terms.negate(Terms.log(softmax(A)));
    assertSame(compare("softmax-cross-entropy-gradient", derivative(loss, theta(B), List.of(), Terms.minus(softmax(B), DELTA))));
    assertDifferent(
        compare("softmax-cross-entropy-gradient", derivative(loss, theta(B), List.of(), Terms.minus(softmax(B), Rational.ONE))));
  }

  @Test
  void shiftFromEitherSide() {
    Term c = Family.variable("\\kappa").at();
    Term shifted =
        Terms.divide(Terms.exp(Terms.sum(THETA.at(A), c)), new Term.Over(K, Terms.exp(Terms.sum(THETA.at(K), c))));
    Term scaled = Terms.product(Terms.exp(c), softmax(A));
    assertSame(compare("softmax-shift", plain(shifted, softmax(A))));
    assertSame(compare("softmax-shift", plain(softmax(A), shifted)));
    assertDifferent(compare("softmax-shift", plain(shifted, scaled)));
    assertInstanceOf(Comparison.NotFound.class, compare("softmax-shift", plain(softmax(A), softmax(A))));
  }
}
