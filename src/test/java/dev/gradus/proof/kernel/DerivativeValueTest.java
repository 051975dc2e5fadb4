package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.audit.PlainValue;
import dev.gradus.calculus.Derivative;
import dev.gradus.term.Budget;
import dev.gradus.term.Index;
import dev.gradus.term.Latex;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Derivatives of random terms against central differences; and their domain is that of the term. */
final class DerivativeValueTest {
  private final Random random = new Random(7);
  private int compared;
  private int undefined;

  @Test
  void derivativesAgreeWithDifferences() {
    RandomTerms terms = new RandomTerms(random);
    for (int k = 0; k < Integer.getInteger("effort", 1) * 1_500; k++) {
      Term term = terms.next();
      Term by = random.nextBoolean() ? RandomTerms.X.at(Say.I) : RandomTerms.A.at(Say.I, Say.J);
      Term derivative = Derivative.of(term, (Term.Entry) by, Budget.standard());
      String moved = by.equals(RandomTerms.X.at(Say.I)) ? "x[2]" : "A[2, 3]";
      compare(term, derivative, moved);
    }
    assertTrue(compared > 500, "compared " + compared);
    assertTrue(undefined > 20, "undefined " + undefined);
  }

  private void compare(Term term, Term derivative, String moved) {
    Map<String, Double> values = new TreeMap<>();
    double h = 1e-4;
    Optional<Double> value = at(term, values, moved, 0);
    Optional<Double> above = at(term, values, moved, h);
    Optional<Double> below = at(term, values, moved, -h);
    Optional<Double> above2 = at(term, values, moved, 2 * h);
    Optional<Double> below2 = at(term, values, moved, -2 * h);
    Optional<Double> exact = at(derivative, values, moved, 0);
    if (value.isEmpty()) {
      undefined++;
      return;
    }
    if (above.isEmpty() || below.isEmpty() || above2.isEmpty() || below2.isEmpty() || exact.isEmpty() || Math.abs(exact.get()) > 1e5) {
      return;
    }
    double wide = (above2.get() - below2.get()) / (4 * h);
    double narrow = (above.get() - below.get()) / (2 * h);
    // Where two differences disagree the term bends too much, or a step lies between.
    if (Math.abs(wide - narrow) < 1e-4 * (1 + Math.abs(narrow))) {
      compared++;
      double difference = (4 * narrow - wide) / 3;
      assertEquals(difference, exact.get(), 1e-3 * (1 + Math.abs(difference)), () -> moved + " " + Latex.of(term) + "\n" + Latex.of(derivative) + "\n" + values);
    }
  }

  private Optional<Double> at(Term term, Map<String, Double> values, String moved, double by) {
    Map<Index, Integer> elements = new TreeMap<>(TermOrder.INDICES);
    elements.put(Say.I, 2);
    elements.put(Say.J, 3);
    elements.put(Say.free("a", Say.B), 1);
    return new PlainValue(
            Map.of("n", 3, "N", 2),
            elements,
            (family, index) -> values.computeIfAbsent(family + index, k -> 0.2 + 1.5 * random.nextDouble()) + ((family + index).equals(moved) ? by : 0))
        .of(term);
  }

  @Test
  void aLogarithmKeepsItsDomain() {
    Term x = Say.var("x");
    Term derivative = Derivative.of(Say.log(x), (Term.Entry) x, Budget.standard());
    assertEquals("\\frac{1}{x} + 0 \\ln\\left(x\\right)", Latex.of(derivative));
    Term constant = Derivative.of(Say.div(Say.var("c"), Say.var("y")), (Term.Entry) x, Budget.standard());
    assertEquals("\\frac{0}{y}", Latex.of(constant));
    Term softplus = Derivative.of(Say.log(Say.add(Say.q(1), Say.exp(x))), (Term.Entry) x, Budget.standard());
    assertEquals("\\frac{e^{x}}{1 + e^{x}}", Latex.of(softplus));
  }
}
