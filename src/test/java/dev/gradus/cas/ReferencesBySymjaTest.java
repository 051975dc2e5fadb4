package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.proof.kernel.Evaluation;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.reference.Asked;
import dev.gradus.reference.ReferenceForm;
import dev.gradus.reference.References;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every reference form that asks for a derivative, differentiated by Symja component by component at sizes 2 and 3. */
class ReferencesBySymjaTest {
  private static final int POINTS = 4;
  private final SymjaOracle oracle = new SymjaOracle();
  private final Random random = new Random(7);

  @TestFactory
  Stream<DynamicTest> symjaFindsTheSameResults() {
    return References.all().stream()
        .flatMap(
            form ->
                IntStream.range(0, form.variants().size())
                    .filter(k -> form.variants().get(k).asked() instanceof Asked.Derivative)
                    .mapToObj(k -> dynamicTest(form.name() + " " + k, () -> check(form.variants().get(k)))));
  }

  private void check(ReferenceForm.Variant variant) {
    Asked.Derivative asked = (Asked.Derivative) variant.asked();
    int compared = 0;
    for (int size : List.of(2, 3)) {
      for (Instantiation at : Instantiation.all(List.of(asked.term(), asked.by()), size, 9)) {
        Term term = at.expand(asked.term()).orElseThrow();
        Term.Entry by = at.component(asked.by()).orElseThrow();
        Term found = oracle.derivative(term, by).orElseThrow();
        for (Term result : variant.results()) {
          Term expected = at.expand(result).orElseThrow();
          for (int k = 0; k < POINTS; k++) {
            Point point = point(variant, size);
            Evaluation.Value.Enclosed left = value(found, point);
            Evaluation.Value.Enclosed right = value(expected, point);
            assertTrue(meet(left, right), () -> found + " is not " + expected + " at " + point);
            assertFalse(meet(value(Terms.sum(found, Rational.of(1, 1_000_000)), point), right));
            compared++;
          }
        }
      }
    }
    assertNotEquals(0, compared);
  }

  private static Evaluation.Value.Enclosed value(Term term, Point point) {
    return (Evaluation.Value.Enclosed) Evaluation.of(term, point, 30, Budget.standard());
  }

  private static boolean meet(Evaluation.Value.Enclosed l, Evaluation.Value.Enclosed r) {
    return l.low().compareTo(r.high()) <= 0 && r.low().compareTo(l.high()) <= 0;
  }

  private Point point(ReferenceForm.Variant variant, int size) {
    Map<Range, Integer> sizes = new LinkedHashMap<>();
    Map<Point.Component, Rational> values = new LinkedHashMap<>();
    Asked.Derivative asked = (Asked.Derivative) variant.asked();
    Terms.ranges(asked.term()).forEach(r -> sizes.put(r, size));
    for (Family family : Terms.families(asked.term())) {
      boolean simplex = variant.assumptions().stream().anyMatch(a -> a.fact().equals(new Fact.SumsToOne(family, 0)));
      Rational sum = Rational.ZERO;
      for (int k = 1; k <= (family.isScalar() ? 1 : size); k++) {
        Rational value = Rational.of(random.nextInt(17) - 8, 5);
        value = simplex && k == size ? Rational.ONE.minus(sum) : value;
        sum = sum.plus(value);
        values.put(new Point.Component(family, family.isScalar() ? List.of() : List.of(k)), value);
      }
    }
    return new Point(sizes, Map.of(), values);
  }
}
