package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.kernel.Evaluation.Value;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Strict semantics of SOUNDNESS 1 to 4. */
final class EvaluationTest {
  private static final Range N = Range.of("n");
  private static final Index.Free I = new Index.Free("i", N);
  private static final Family X = Family.variable("x");
  private static final Family V = Family.variable("v", N);
  private static final Point POINT = point(Rational.of(-1));

  private static Point point(Rational x) {
    Map<Point.Component, Rational> values = new LinkedHashMap<>();
    values.put(new Point.Component(X, List.of()), x);
    for (int k = 1; k <= 3; k++) {
      values.put(new Point.Component(V, List.of(k)), Rational.of(k, 3));
    }
    return new Point(Map.of(N, 3), Map.of(I, 2), values);
  }

  private static Value at(Term term, int digits) {
    return Evaluation.of(term, POINT, digits, Budget.standard());
  }

  private static void exactly(Rational expected, Term term) {
    for (int digits : new int[] {15, 40, 200}) {
      assertEquals(Optional.of(expected), assertInstanceOf(Value.Enclosed.class, at(term, digits)).exact());
    }
  }

  private static void undefined(Term term) {
    assertInstanceOf(Value.Undefined.class, at(term, 15));
    assertInstanceOf(Value.Undefined.class, at(term, 60));
  }

  private static void unknown(Term term) {
    assertInstanceOf(Value.Unknown.class, at(term, 15));
    assertInstanceOf(Value.Unknown.class, at(term, 60));
  }

  private static Term over(java.util.function.Function<Index, Term> body) {
    Index.Bound j = new Index.Bound(7, N);
    return new Term.Over(j, body.apply(j));
  }

  /** Rough, and 0: no interval arithmetic shows it. */
  private static Term hiddenZero() {
    return Terms.minus(Terms.exp(Rational.of(2)), Terms.power(Terms.exp(Rational.ONE), 2));
  }

  @Test
  void rationalValuesStayExact() {
    exactly(Rational.ONE, Terms.sum(Rational.of(1, 3), Rational.of(2, 3)));
    exactly(Rational.of(2), over(V::at));
    exactly(Rational.of(6), over(Term.Place::new));
    exactly(Rational.of(3), new Term.Size(N));
    exactly(Rational.of(2, 3), V.at(I));
    exactly(Rational.ONE, V.at(Index.Literal.last(N)));
    exactly(Rational.ONE, Terms.exp(Terms.sum(X.at(), Rational.ONE)));
    exactly(Rational.ZERO, Terms.log(Terms.power(X.at(), 2)));
    exactly(Rational.of(3, 2), Terms.sqrt(Rational.of(9, 4)));
    exactly(Rational.ONE, Terms.power(X.at(), 0));
  }

  @Test
  void undefinedIsStrict() {
    Term zero = Terms.sum(X.at(), Rational.ONE);
    undefined(Terms.power(zero, -1));
    undefined(Terms.product(Rational.ZERO, Terms.log(X.at())));
    undefined(Terms.power(Terms.log(zero), 0));
    undefined(Terms.sqrt(X.at()));
    undefined(Terms.sum(new Term.Apply(new Function.Opaque("f", 0, Family.Kind.ARBITRARY), X.at()), Terms.log(X.at())));
    undefined(V.at(new Index.Literal(4, N)));
  }

  @Test
  void guardsAreLazy() {
    Term bad = Terms.log(X.at());
    exactly(Rational.ZERO, new Term.Guard(new Condition.Positive(X.at()), bad));
    exactly(Rational.ZERO, new Term.Guard(new Condition.Same(I, new Index.Literal(1, N)), bad));
    undefined(new Term.Guard(new Condition.Positive(bad), Rational.ONE));
    exactly(Rational.of(4, 3), over(j -> new Term.Guard(new Condition.Distinct(j, I), V.at(j))));
    exactly(Rational.of(1, 3), over(j -> new Term.Guard(new Condition.Before(j, I), V.at(j))));
    undefined(over(j -> Terms.product(new Term.Delta(j, I), Terms.power(Terms.minus(V.at(j), V.at(I)), -1))));
  }

  @Test
  void aroundZeroNothingIsKnown() {
    unknown(Terms.power(hiddenZero(), -1));
    unknown(Terms.log(hiddenZero()));
    unknown(Terms.step(hiddenZero()));
    unknown(Terms.sqrt(hiddenZero()));
    unknown(new Term.Guard(new Condition.Zero(hiddenZero()), Rational.ONE));
    unknown(Family.variable("z").at());
    unknown(Terms.exp(Terms.exp(Terms.exp(Rational.of(100)))));
  }

  @Test
  void aStepBelowDoublePrecisionIsSeen() {
    Term tiny = Terms.step(Terms.minus(Terms.sum(Rational.ONE, Terms.exp(Rational.of(-100))), Rational.ONE));
    assertInstanceOf(Value.Unknown.class, at(tiny, 15));
    assertEquals(Optional.of(Rational.ONE), assertInstanceOf(Value.Enclosed.class, at(tiny, 60)).exact());
  }

  private static Evaluation.Outcome outcome(Term term, Rational x) {
    return Evaluation.at(term, point(x), 15, Evaluation.AtZero.ZERO, List.of(), Budget.standard());
  }

  @Test
  void kinksAreTold() {
    assertTrue(outcome(Terms.step(X.at()), Rational.ZERO).kink());
    assertTrue(!outcome(Terms.step(X.at()), Rational.ONE).kink());
    Term dead = Terms.step(Terms.relu(X.at()));
    assertTrue(outcome(dead, Rational.MINUS_ONE).dead() && !outcome(dead, Rational.MINUS_ONE).kink());
    assertTrue(outcome(dead, Rational.ZERO).kink());
    Term diagonal = over(j -> Terms.step(Terms.minus(V.at(j), V.at(j))));
    assertTrue(outcome(diagonal, Rational.ONE).dead() && !outcome(diagonal, Rational.ONE).kink());
    assertTrue(outcome(Terms.sqrt(X.at()), Rational.ZERO).edge());
  }

  @Test
  void undefinedAllAroundHasACulprit() {
    assertTrue(outcome(Terms.log(X.at()), Rational.MINUS_ONE).culprit().isPresent());
    assertTrue(outcome(Terms.log(X.at()), Rational.ZERO).culprit().isEmpty());
    assertTrue(outcome(Terms.power(X.at(), -1), Rational.ZERO).culprit().isEmpty());
    assertTrue(outcome(Terms.power(Terms.relu(X.at()), -1), Rational.MINUS_ONE).culprit().isPresent());
  }

  @Test
  void domainsAreReadOffAsWritten() {
    Term body = Terms.divide(Terms.log(X.at()), Terms.sqrt(V.at(I)));
    Condition guard = new Condition.Positive(Terms.power(X.at(), -1));
    Term term = Terms.sum(Terms.product(Rational.ZERO, over(j -> new Term.Guard(guard, body))), body, Terms.log(Rational.of(2)));
    List<Domain.Presupposition> found = Domain.of(term);
    assertEquals(7, found.size());
    assertEquals(new Condition.NonZero(X.at()), found.get(0).condition());
    assertTrue(found.get(0).guards().isEmpty() && found.get(0).under().size() == 1);
    assertEquals(List.of(guard), found.get(1).guards());
    assertEquals(new Condition.Positive(X.at()), found.get(1).condition());
    assertEquals(found.size(), Domain.of(Terms.sum(term, term)).size());
    assertEquals(List.of(), Domain.of(Terms.sum(Terms.log(Rational.of(2)), Terms.sqrt(Rational.ZERO))));
    assertEquals(1, Domain.of(Terms.log(Rational.ZERO)).size());
  }
}
