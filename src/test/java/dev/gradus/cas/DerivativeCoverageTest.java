package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Symja and the kernel differentiate alike: numbers, vectors, matrices, guards. */
class DerivativeCoverageTest {
  private static final Range N = Range.of("n");
  private static final Range D = Range.of("d");
  private static final Family X = Family.variable("x", N);
  private static final Family W = Family.variable("W", N, D);
  private static final Family V = Family.variable("v", D);
  private static final Index.Bound K = new Index.Bound(1, N);
  private static final Index.Bound L = new Index.Bound(2, N);
  private static final Index.Bound M = new Index.Bound(3, D);
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Free J = new Index.Free("j", N);
  private static final Index.Free A = new Index.Free("a", D);
  private static final Term.Entry U = SymjaOracleTest.scalar("u");
  private final SymjaOracle oracle = new SymjaOracle();

  private static Term.Entry x(Index index) {
    return new Term.Entry(X, List.of(index));
  }

  private static DerivativeCoverage.Question of(String name, Term term, Term.Entry by) {
    return new DerivativeCoverage.Question(name, term, by);
  }

  private static Term.Entry at(Family family, Index... indices) {
    return new Term.Entry(family, List.of(indices));
  }

  private static List<DerivativeCoverage.Question> questions() {
    Term sum = new Term.Over(K, Terms.exp(x(K)));
    Term norm = new Term.Over(K, Terms.power(x(K), 2));
    Term pairs =
        new Term.Over(K, new Term.Over(L, new Term.Guard(new Condition.Distinct(K, L), Terms.power(Terms.minus(x(K), x(L)), -1))));
    Term layer = Terms.logistic(new Term.Over(M, Terms.product(W.at(I, M), V.at(M))));
    Term mean = Terms.divide(new Term.Over(K, x(K)), new Term.Size(N));
    return List.of(
        of("rational", Terms.divide(Terms.power(U, 3), Terms.sum(Rational.ONE, Terms.power(U, 2))), U),
        of("tower", Terms.exp(Terms.power(Terms.logistic(Terms.product(Rational.of(3), U)), 2)), U),
        of("root", Terms.sqrt(Terms.sum(Terms.power(U, 2), Rational.ONE)), U),
        of("sine", Terms.product(new Term.Apply(Function.Elementary.SIN, Terms.product(new Term.Pi(), U)), U), U),
        of("leaky", Terms.sum(Terms.relu(U), Terms.product(Rational.of(1, 10), U)), U),
        of("absolute value", Terms.power(Terms.abs(U), 3), U),
        of("softmax", Terms.divide(Terms.exp(x(I)), sum), x(J)),
        of("log-sum-exp", Terms.log(sum), x(J)),
        of("norm", Terms.sqrt(norm), x(J)),
        of("pairs", pairs, x(J)),
        of("layer", layer, at(W, I, A)),
        of("layer input", layer, at(V, A)),
        of("variance", new Term.Over(L, Terms.power(Terms.minus(x(L), mean), 2)), x(J)),
        of("places", new Term.Over(K, Terms.product(new Term.Place(K), x(K))), x(J)));
  }

  @TestFactory
  Stream<DynamicTest> symjaAgreesWithTheKernel() {
    DerivativeCoverage coverage = new DerivativeCoverage(oracle);
    return questions().stream()
        .map(q -> dynamicTest(q.name(), () -> assertInstanceOf(DerivativeCoverage.Outcome.Agrees.class, coverage.of(q))));
  }

  @Test
  void unknownLossIsNotCovered() {
    Family loss = Family.arbitrary("L", List.of(), List.of(X));
    assertInstanceOf(
        DerivativeCoverage.Outcome.NotCovered.class, new DerivativeCoverage(oracle).of(of("loss", loss.at(), x(J))));
  }
}
