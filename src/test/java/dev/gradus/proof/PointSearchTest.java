package dev.gradus.proof;

import static dev.gradus.proof.Letters.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.kernel.Admission;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Points are built inside what is stated, in every pattern and at sizes chosen independently. */
final class PointSearchTest {
  private static final Family V = Family.variable("v", N);
  private static final Family X = scalar("x");
  private static final Family A = scalar("a");
  private final Letters l = new Letters();

  private static Claim claim(Term left, Term right, Fact... facts) {
    return Claim.equal(left, right, Stream.of(facts).map(f -> Assumption.stated(f, f.toString())).toArray(Assumption[]::new));
  }

  private static List<Point> witnesses(Claim claim) {
    Budget budget = Budget.standard();
    List<Point> found = new ArrayList<>();
    for (Map<Range, Integer> sizes : PointSearch.sizes(claim, budget)) {
      for (PointSearch.Pattern pattern : PointSearch.patterns(claim, sizes, budget)) {
        Optional<Point> point = PointSearch.witness(claim, pattern, budget);
        point.ifPresent(p -> assertTrue(PointCheck.isWitness(claim, p, Budget.standard())));
        point.ifPresent(found::add);
      }
    }
    return found;
  }

  private void hasWitness(Fact... facts) {
    Claim claim = claim(add(l.over(N, V::at), X.at(), A.at()), q(0), facts);
    assertEquals(PointSearch.sizes(claim, Budget.standard()).size(), witnesses(claim).size(), () -> "no witness: " + List.of(facts));
  }

  private static int of(Map<Range, Integer> sizes, Range range) {
    return sizes.entrySet().stream().filter(e -> e.getKey().name().equals(range.name())).mapToInt(Map.Entry::getValue).findFirst().orElse(0);
  }

  private static Fact holds(Condition condition) {
    return new Fact.Holds(condition);
  }

  @Test
  void patternsCountLiterals() {
    Index one = new Index.Literal(1, N);
    Claim literal = claim(V.at(I), V.at(one));
    Map<Range, Integer> three = Map.of(N, 3);
    assertEquals(2, PointSearch.patterns(literal, three, Budget.standard()).size());
    Claim free = claim(V.at(I), add(V.at(J), V.at(K)));
    assertEquals(5, PointSearch.patterns(free, three, Budget.standard()).size());
    assertEquals(4, PointSearch.patterns(free, Map.of(N, 2), Budget.standard()).size());
    Claim apart = claim(V.at(I), add(V.at(J), V.at(K)), holds(new Condition.Distinct(I, J)));
    assertEquals(3, PointSearch.patterns(apart, three, Budget.standard()).size());
    Claim ordered = claim(V.at(I), new Term.Place(J));
    assertEquals(9, PointSearch.patterns(ordered, three, Budget.standard()).size());
    Claim between = claim(V.at(I), V.at(J), holds(new Condition.Before(I, J)));
    assertEquals(3, PointSearch.patterns(between, three, Budget.standard()).size());
  }

  /** The kernel asks for a witness at each element of a range of small fixed size. */
  @Test
  void claimsAboutFixedNumbersOfElementsAreProved() {
    for (int size : List.of(1, 2, 3, 12, 13)) {
      Range range = Range.ofSize("c", size);
      Family z = Family.variable("z", range);
      Index.Free p = new Index.Free("p", range);
      Index.Free r = new Index.Free("r", range);
      assertProved(claim(z.at(p), z.at(p)));
      assertProved(claim(add(z.at(p), z.at(p)), mul(q(2), z.at(p)), holds(new Condition.NonZero(z.at(p)))));
      if (size <= 12) {
        assertProved(claim(mul(z.at(p), z.at(r)), mul(z.at(r), z.at(p))));
        assertProved(claim(mul(new Term.Delta(p, r), z.at(p)), mul(new Term.Delta(p, r), z.at(r))));
      }
    }
    Range two = Range.ofSize("c", 2);
    Family z = Family.variable("z", two);
    Index one = new Index.Literal(1, two);
    Index other = new Index.Literal(2, two);
    assertProved(claim(l.over(two, z::at), add(z.at(one), z.at(other))));
    Index.Free p = new Index.Free("p", two);
    Term s = div(exp(z.at(p)), l.over(two, k -> exp(z.at(k))));
    assertProved(claim(s, div(exp(z.at(p)), add(exp(z.at(one)), exp(z.at(other))))));
  }

  private static void assertProved(Claim claim) {
    assertInstanceOf(dev.gradus.proof.kernel.Verdict.Proved.class, Decider.decide(claim, Budget.standard()), claim::toString);
  }

  @Test
  void sizesAreAtLeastTwoAndIndependent() {
    Range two = Range.ofSize("c", 2);
    Family m = Family.variable("A", N, D, two);
    Term sum = l.over(N, i -> l.over(D, k -> l.over(two, c -> m.at(i, k, c))));
    List<Map<Range, Integer>> sizes = PointSearch.sizes(claim(sum, q(0)), Budget.standard());
    assertTrue(sizes.size() >= 2);
    for (Map<Range, Integer> s : sizes) {
      assertTrue(of(s, N) >= 2 && of(s, D) >= 2 && of(s, two) == 2 && of(s, N) != of(s, D));
    }
    Index four = new Index.Literal(4, N);
    assertEquals(4, of(PointSearch.sizes(claim(V.at(four), q(0)), Budget.standard()).get(0), N));
    assertEquals(5, of(PointSearch.sizes(claim(V.at(four), V.at(Index.Literal.last(N))), Budget.standard()).get(0), N));
    assertEquals(6, of(PointSearch.sizes(claim(V.at(I), q(0), new Fact.LeastSize(N, 6)), Budget.standard()).get(0), N));
  }

  @Test
  void statedSizesAreRelated() {
    Range zero = Range.of("n_0");
    Range one = Range.of("n_1");
    Claim claim = claim(size(N), add(size(zero), size(one), q(1)), new Fact.Equation(size(N), add(size(zero), size(one))));
    List<Map<Range, Integer>> sizes = PointSearch.sizes(claim, Budget.standard());
    assertTrue(sizes.size() >= 2);
    sizes.forEach(s -> assertEquals(of(s, N), of(s, zero) + of(s, one)));
    assertInstanceOf(Refuter.Outcome.Found.class, Refuter.search(claim, Budget.standard()));
  }

  @Test
  void familiesAreParametrised() {
    hasWitness(new Fact.SumsToOne(V, 0));
    hasWitness(new Fact.SumsToOne(V, 0), new Fact.AllInUnitInterval(V));
    hasWitness(new Fact.SumsToOne(V, 0), new Fact.OneOf(V, List.of(q(0), q(1))));
    hasWitness(new Fact.OneOf(V, List.of(q(-1), q(1))), new Fact.AllInUnitInterval(X));
    hasWitness(new Fact.WholeNumbers(V, 1), new Fact.AllPositive(V, true), new Fact.WholeNumbers(X, 0));
    Family m = Family.variable("A", N, N);
    Claim symmetric = claim(m.at(I, J), m.at(J, I), new Fact.Symmetric(m), new Fact.AllPositive(m, true));
    assertEquals(2 * PointSearch.sizes(symmetric, Budget.standard()).size(), witnesses(symmetric).size());
    Claim doubly = claim(m.at(I, J), q(0), new Fact.SumsToOne(m, 0), new Fact.SumsToOne(m, 1));
    assertTrue(!witnesses(doubly).isEmpty());
  }

  @Test
  void conditionsAndEquationsAreSolved() {
    hasWitness(holds(new Condition.Positive(sub(X.at(), q(2)))));
    hasWitness(holds(new Condition.Positive(sub(X.at(), q(1000)))));
    hasWitness(holds(new Condition.Positive(sub(X.at(), q(5, 7)))), holds(new Condition.Positive(sub(q(6, 7), X.at()))));
    hasWitness(holds(new Condition.Positive(mul(X.at(), A.at()))), holds(new Condition.NonZero(sub(X.at(), A.at()))));
    hasWitness(new Fact.Equation(X.at(), div(A.at(), add(A.at(), q(1)))), holds(new Condition.Positive(X.at())));
    hasWitness(new Fact.Equation(l.over(N, V::at), q(7)));
    hasWitness(new Fact.Equation(V.at(I), mul(q(2), X.at())));
    hasWitness(new Fact.Equation(pow(X.at(), 2), q(25, 4)), holds(new Condition.Positive(neg(X.at()))));
    hasWitness(holds(new Condition.Zero(sub(X.at(), mul(q(3), A.at())))), holds(new Condition.NonNegative(A.at())));
  }

  @Test
  void aContextThatNothingSatisfiesHasNoWitness() {
    assertEquals(List.of(), witnesses(claim(X.at(), X.at(), new Fact.Equation(pow(X.at(), 2), q(-1)))));
    assertEquals(List.of(), witnesses(claim(log(sub(q(-1), pow(X.at(), 2))), q(0))));
    assertEquals(List.of(), witnesses(claim(X.at(), X.at(), holds(new Condition.Positive(X.at())), holds(new Condition.Positive(neg(X.at()))))));
  }

  @Test
  void functionsNotKnownFurtherHaveWitnesses() {
    Term f = new Term.Apply(new Function.Opaque("f", 1, Family.Kind.ARBITRARY), X.at());
    assertEquals(1, witnesses(claim(mul(f, A.at()), mul(A.at(), f))).size());
    assertInstanceOf(Refuter.Outcome.Refused.class, Refuter.search(claim(f, q(0)), Budget.standard()));
  }

  @Test
  void contextsBindTheRefuter() {
    Term root = Terms.sqrt(pow(X.at(), 2));
    Claim alone = claim(root, X.at());
    assertInstanceOf(Refuter.Outcome.Found.class, Refuter.search(alone, Budget.standard()));
    Claim beside = new Claim(root, Order.EQUAL, X.at(), List.of(), List.of(), List.of(log(X.at())));
    assertInstanceOf(Refuter.Outcome.Agreed.class, Refuter.search(beside, Budget.standard()));
  }

  @Test
  void pointsThatDoNotCountDoNotRefute() {
    Claim claim = claim(l.over(N, V::at), mul(size(N), V.at(I)), new Fact.AllPositive(V, true));
    Point good = point(2, q(1), q(2));
    assertInstanceOf(PointCheck.Comparison.Fails.class, PointCheck.refutes(claim, good, Budget.standard()));
    assertInstanceOf(PointCheck.Comparison.Open.class, PointCheck.refutes(claim, point(2, q(1), q(-2)), Budget.standard()));
    assertInstanceOf(PointCheck.Comparison.Open.class, PointCheck.refutes(claim, point(3, q(1), q(2)), Budget.standard()));
    assertInstanceOf(Admission.Outcome.Violates.class, PointCheck.satisfies(claim, point(2, q(0), q(1)), Budget.standard()));
    Claim single = claim(l.over(N, V::at), q(0));
    assertInstanceOf(PointCheck.Comparison.Open.class, PointCheck.refutes(single, point(1, q(1), q(2)), Budget.standard()));
    Claim kink = claim(step(X.at()), q(1));
    Map<Point.Component, Rational> zero = Map.of(new Point.Component(X, List.of()), q(0));
    assertInstanceOf(PointCheck.Comparison.Open.class, PointCheck.refutes(kink, new Point(Map.of(), Map.of(), zero), Budget.standard()));
    assertInstanceOf(PointCheck.Comparison.Fails.class, PointCheck.refutes(kink, new Point(Map.of(), Map.of(), Map.of(new Point.Component(X, List.of()), q(-1))), Budget.standard()));
  }

  private static Point point(int n, Rational first, Rational second) {
    Map<Point.Component, Rational> values = new LinkedHashMap<>();
    values.put(new Point.Component(V, List.of(1)), first);
    values.put(new Point.Component(V, List.of(2)), second);
    return new Point(Map.of(N, n), Map.of(I, 1), values);
  }

  @Test
  void adversarialTermsEndWithinTheBudget() {
    Term nested = V.at(I);
    for (int k = 0; k < 9; k++) {
      Term inner = nested;
      nested = l.over(N, i -> mul(inner, exp(V.at(i)), l.over(N, j -> add(V.at(i), V.at(j), inner))));
    }
    Budget budget = Budget.ofSteps(400_000);
    assertTrue(!(Refuter.search(claim(nested, nested), budget) instanceof Refuter.Outcome.Found));
    assertTrue(budget.left() >= 200_000);
    Term tower = X.at();
    for (int k = 0; k < 60; k++) {
      tower = exp(pow(tower, 1_000_000));
    }
    assertTrue(!(Refuter.search(claim(tower, tower), Budget.standard()) instanceof Refuter.Outcome.Found));
  }
}
