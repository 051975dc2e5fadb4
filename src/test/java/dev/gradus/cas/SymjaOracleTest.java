package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("takes the output of the process")
class SymjaOracleTest {
  private static final Range N = Range.of("n");
  private static final Term.Entry X = scalar("x");
  private final SymjaOracle oracle = new SymjaOracle();

  static Term.Entry scalar(String name) {
    return new Term.Entry(Family.variable(name), List.of());
  }

  private static Term two() {
    return Rational.of(2);
  }

  @Test
  void derivativeOfTheLogisticFunctionIsShort() {
    Term e = Terms.exp(X);
    Term expected = Terms.product(e, Terms.power(Terms.sum(Rational.ONE, e), -2));
    assertEquals(Optional.of(expected), oracle.derivative(Terms.logistic(X), X));
  }

  @Test
  void derivativesOfPolynomialsRootsAndLogarithms() {
    assertEquals(Optional.of(Terms.product(two(), X)), oracle.derivative(Terms.power(X, 2), X));
    assertEquals(Optional.of(Terms.power(X, -1)), oracle.derivative(Terms.log(Terms.product(Rational.of(3), X)), X));
    Term root = Terms.sqrt(Terms.sum(Rational.ONE, Terms.power(X, 2)));
    assertTrue(oracle.agree(Terms.divide(X, root), oracle.derivative(root, X).orElseThrow()));
    assertEquals(Optional.of(new Term.Apply(Function.Elementary.COS, X)), oracle.derivative(new Term.Apply(Function.Elementary.SIN, X), X));
  }

  @Test
  void lettersOfTheDocumentAreNoConstantsOfSymja() {
    for (String name : List.of("i", "I", "E", "e", "Pi", "D", "N", "C", "O", "S", "Infinity", "Log", "v001", "$Aborted")) {
      Term.Entry letter = scalar(name);
      assertEquals(Optional.of(Terms.product(two(), letter)), oracle.derivative(Terms.power(letter, 2), letter), name);
      assertFalse(oracle.agree(Terms.power(letter, 2), Rational.MINUS_ONE), name);
    }
  }

  @Test
  void sumOverARangeIsNeverDifferentiatedToZero() {
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Term sum = new Term.Over(k, Terms.exp(x.at(k)));
    Term.Entry third = (Term.Entry) x.at(new Index.Literal(3, N));
    Term.Entry free = (Term.Entry) x.at(new Index.Free("j", N));
    assertEquals(Optional.empty(), oracle.derivative(sum, third));
    assertEquals(Optional.empty(), oracle.derivative(sum, free));
    // By something it does not hold it is a constant.
    Term.Entry z = scalar("z");
    assertEquals(Optional.of(sum), oracle.derivative(Terms.product(sum, z), z));
    // Two families of one name are not told apart by a reader: no answer.
    assertEquals(Optional.empty(), oracle.derivative(Terms.product(sum, X), X));
  }

  @Test
  void componentsAtFreeIndicesAreNotDifferentiated() {
    Family x = Family.variable("x", N);
    Term xi = x.at(new Index.Free("i", N));
    assertEquals(Optional.empty(), oracle.derivative(Terms.power(xi, 2), (Term.Entry) x.at(new Index.Free("j", N))));
    assertEquals(Optional.empty(), oracle.derivative(Terms.power(xi, 2), (Term.Entry) x.at(new Index.Literal(1, N))));
  }

  @Test
  void whatDependsOnTheVariableIsNoConstant() {
    Family loss = Family.arbitrary("L", List.of(), List.of(X.family()));
    assertEquals(Optional.empty(), oracle.derivative(Terms.product(loss.at(), X), X));
  }

  @Test
  void stepsAreConstantAwayFromKinks() {
    assertEquals(Optional.of(Terms.step(X)), oracle.derivative(Terms.relu(X), X));
    Term guarded = new Term.Guard(new Condition.Positive(X), Terms.power(X, 2));
    Term guard = new Term.Guard(new Condition.Positive(X), Rational.ONE);
    Term derivative = oracle.derivative(guarded, X).orElseThrow();
    assertTrue(oracle.agree(Terms.product(two(), X, guard), derivative));
    assertNotEquals(Rational.ZERO, derivative);
  }

  @Test
  void smallNumbersAreNotZero() {
    assertFalse(oracle.agree(Terms.exp(Rational.of(-30)), Rational.ZERO));
    assertFalse(oracle.agree(Terms.exp(Rational.of(-35)), Terms.exp(Rational.of(-36))));
    assertTrue(oracle.agree(Terms.product(Terms.exp(Rational.of(-30)), Terms.exp(Rational.of(30))), Rational.ONE));
  }

  @Test
  void unknownFunctionsKeepTheirOrder() {
    Function.Opaque f = new Function.Opaque("f", 0, Family.Kind.ARBITRARY);
    Function.Opaque second = new Function.Opaque("f", 2, Family.Kind.ARBITRARY);
    Function.Opaque third = new Function.Opaque("f", 3, Family.Kind.ARBITRARY);
    Term squared = Terms.power(X, 2);
    Term inner = new Term.Apply(second, squared);
    assertTrue(oracle.agree(Terms.product(two(), X, new Term.Apply(third, squared)), oracle.derivative(inner, X).orElseThrow()));
    assertTrue(
        oracle.agree(
            Terms.product(two(), X, new Term.Apply(new Function.Opaque("f", 1, Family.Kind.ARBITRARY), squared)),
            oracle.derivative(new Term.Apply(f, squared), X).orElseThrow()));
  }

  @Test
  void logarithmsOfNegativeNumbersAreRefused() {
    // Symja's answer is complex.
    assertEquals(Optional.empty(), oracle.derivative(Terms.product(X, Terms.log(Terms.product(Rational.of(-2), Terms.power(X, 0)))), X));
  }

  @Test
  void equalUpToTheNamesOfBinders() {
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Index.Bound m = new Index.Bound(7, N);
    Term left = Terms.power(new Term.Over(k, x.at(k)), 2);
    Term right = Terms.product(new Term.Over(m, x.at(m)), new Term.Over(k, x.at(k)));
    assertTrue(oracle.agree(left, right));
    assertFalse(oracle.agree(left, new Term.Over(k, Terms.power(x.at(k), 2))));
  }

  @Test
  void softmaxJacobianForEverySize() {
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Index.Bound m = new Index.Bound(2, N);
    Index.Free i = new Index.Free("i", N);
    Index.Free j = new Index.Free("j", N);
    Term sum = new Term.Over(k, Terms.exp(x.at(k)));
    Term inner = new Term.Over(m, Terms.product(Terms.exp(x.at(m)), new Term.Delta(m, j)));
    Term derivative =
        Terms.sum(
            Terms.product(Terms.exp(x.at(i)), new Term.Delta(i, j), Terms.power(sum, -1)),
            Terms.product(Rational.MINUS_ONE, Terms.exp(x.at(i)), Terms.power(sum, -2), inner));
    Term expected =
        Terms.product(
            Terms.exp(x.at(i)),
            Terms.minus(Terms.product(new Term.Delta(i, j), sum), Terms.exp(x.at(j))),
            Terms.power(sum, -2));
    Term found = oracle.simplify(derivative).orElseThrow();
    assertTrue(oracle.agree(expected, found));
    int[] deltas = {0};
    Terms.visit(found, t -> deltas[0] += t instanceof Term.Delta ? 1 : 0);
    assertEquals(1, deltas[0], found.toString());
  }

  @Test
  void nestedSumsKeepTheirIndices() {
    Family a = Family.variable("a", N, N);
    Index.Bound k = new Index.Bound(2, N);
    Index.Bound m = new Index.Bound(1, N);
    Index.Free i = new Index.Free("i", N);
    // over k of (over m of a_mk) (delta_ki + delta_ki): twice the sum over m of a_mi
    Term inner = new Term.Over(m, a.at(m, k));
    Term delta = new Term.Delta(k, i);
    Term term = new Term.Over(k, Terms.product(inner, Terms.sum(delta, delta)));
    Term expected = Terms.product(two(), new Term.Over(k, a.at(k, i)));
    assertTrue(oracle.agree(expected, oracle.simplify(term).orElseThrow()));
    Term pairs = new Term.Over(k, Terms.product(Terms.sum(X, X), new Term.Over(m, Terms.product(a.at(k, m), a.at(m, k), X))));
    Term shorter = Terms.product(two(), Terms.power(X, 2), new Term.Over(k, new Term.Over(m, Terms.product(a.at(k, m), a.at(m, k)))));
    assertTrue(oracle.agree(shorter, oracle.simplify(pairs).orElseThrow()), () -> oracle.simplify(pairs).toString());
  }

  @Test
  void veryDeepTermsAreRefused() {
    Term deep = X;
    for (int k = 0; k < 20_000; k++) {
      deep = new Term.Sum(List.of(deep));
    }
    assertEquals(Optional.empty(), oracle.simplify(deep));
    assertEquals(Optional.empty(), oracle.derivative(deep, X));
    assertFalse(oracle.agree(deep, X));
  }

  @Test
  void largeTermsAreRefusedBeforeTheCall() {
    List<Term> many = new ArrayList<>();
    for (int k = 0; k < 40; k++) {
      many.add(scalar("a" + k));
    }
    Term sum = Terms.sum(many);
    assertEquals(Optional.empty(), oracle.simplify(Terms.divide(Terms.power(sum, 30), Terms.sum(X, Rational.ONE))));
    assertEquals(Optional.empty(), oracle.derivative(Terms.power(X, 1_000_000), X));
    Term tower = two();
    for (int k = 0; k < 6; k++) {
      tower = new Term.Power(tower, 60);
    }
    assertEquals(Optional.empty(), oracle.simplify(tower));
    Term deep = X;
    for (int k = 0; k < 200; k++) {
      deep = Terms.exp(deep);
    }
    assertEquals(Optional.empty(), oracle.derivative(deep, X));
    assertEquals(0, oracle.counts().asked());
    assertTrue(oracle.counts().refused() >= 4);
  }

  @Test
  void nothingIsPrinted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(seen, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      assertEquals(Optional.empty(), new SymjaOracle().derivative(Terms.product(X, Terms.power(Rational.ZERO, -1)), X));
      assertTrue(new SymjaOracle().derivative(Terms.logistic(X), X).isPresent());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", seen.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theLoggerOfSymjaIsOff() {
    assertEquals(org.apache.logging.log4j.Level.OFF, org.apache.logging.log4j.LogManager.getLogger("Log").getLevel());
  }

  @Test
  void manyThreadsGiveOneAnswer() throws Exception {
    Optional<Term> expected = oracle.derivative(Terms.logistic(X), X);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Optional<Term>>> answers = new ArrayList<>();
      for (int k = 0; k < 64; k++) {
        answers.add(threads.submit(() -> oracle.derivative(Terms.logistic(X), X)));
      }
      for (Future<Optional<Term>> answer : answers) {
        assertEquals(expected, answer.get());
      }
    }
    assertEquals(0, oracle.counts().failed());
    assertEquals(0, oracle.counts().outOfTime());
  }

  @Test
  void instancesHaveNoSums() {
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Index.Free i = new Index.Free("i", N);
    Term softmax = Terms.divide(Terms.exp(x.at(i)), new Term.Over(k, Terms.exp(x.at(k))));
    List<Instantiation> instances = Instantiation.all(List.of(softmax), 3, 16);
    assertEquals(3, instances.size());
    Term second = instances.get(1).expand(softmax).orElseThrow();
    Term x1 = x.at(new Index.Literal(1, N));
    Term x2 = x.at(new Index.Literal(2, N));
    Term x3 = x.at(new Index.Literal(3, N));
    assertEquals(Terms.divide(Terms.exp(x2), Terms.sum(Terms.exp(x1), Terms.exp(x2), Terms.exp(x3))), second);
    assertEquals(Optional.empty(), Instantiation.of(Map.of(N, 2), Map.of(i, 3)).expand(softmax));
    assertEquals(Optional.empty(), Instantiation.of(Map.of(), Map.of(i, 1)).expand(softmax));
  }

  @Test
  void guardsOnIndicesAreLazyInInstances() {
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Index.Free i = new Index.Free("i", N);
    Term term = new Term.Over(k, new Term.Guard(new Condition.Distinct(k, i), Terms.power(Terms.minus(x.at(k), x.at(i)), -1)));
    Term expected =
        new Term.Sum(
            List.of(Rational.ZERO, Terms.power(Terms.minus(x.at(new Index.Literal(2, N)), x.at(new Index.Literal(1, N))), -1)));
    assertEquals(Optional.of(expected), Instantiation.of(Map.of(N, 2), Map.of(i, 1)).expand(term));
    assertEquals(
        Optional.of(new Term.Sum(List.of(two(), Rational.of(2)))),
        Instantiation.of(Map.of(N, 2), Map.of()).expand(new Term.Sum(List.of(new Term.Size(N), new Term.Place(Index.Literal.last(N))))));
  }

  /** Exponents written in different ways are one symbol: a fraction in both of them was shortened wrongly. */
  @Test
  void exponentsAreMultipliedOut() {
    Term.Entry a = scalar("a");
    Term.Entry u = scalar("u");
    Term.Entry v = scalar("v");
    Term weight = Terms.sum(Terms.product(Rational.of(3), a), Terms.product(Rational.of(2), Terms.sum(Rational.ONE, a)));
    Term up = Terms.exp(Terms.product(weight, u));
    Term down = Terms.sum(Terms.exp(Terms.product(u, weight)), Terms.exp(Terms.product(weight, v)));
    SymjaOracle oracle = new SymjaOracle();
    Term term = Terms.log(Terms.divide(up, down));
    Term found = oracle.derivative(term, u).orElseThrow();
    assertInstanceOf(
        dev.gradus.proof.kernel.Verdict.Proved.class,
        dev.gradus.proof.Decider.decide(
            dev.gradus.proof.kernel.Claim.equal(dev.gradus.calculus.Derivative.of(term, u, dev.gradus.term.Budget.standard()), found),
            dev.gradus.term.Budget.standard()));
  }
}
