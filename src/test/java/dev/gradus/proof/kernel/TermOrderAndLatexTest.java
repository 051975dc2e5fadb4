package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.I;
import static dev.gradus.proof.kernel.Say.J;
import static dev.gradus.proof.kernel.Say.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Latex;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TermOrderAndLatexTest {
  private final Say say = new Say();
  private final Family x = Family.variable("x", N);
  private final Family w = Family.variable("W_1", N, N);

  @Test
  void theOrderIsTotalAndAgreesWithEquality() {
    RandomTerms terms = new RandomTerms(new Random(3));
    List<Term> all = new ArrayList<>();
    for (int k = 0; k < 120; k++) {
      all.add(terms.next());
    }
    for (Term a : all) {
      for (Term b : all) {
        assertEquals(a.equals(b), TermOrder.compare(a, b) == 0);
        assertEquals(Integer.signum(TermOrder.compare(a, b)), -Integer.signum(TermOrder.compare(b, a)));
      }
    }
    List<Term> sorted = all.stream().sorted(TermOrder.TERMS).toList();
    for (int k = 1; k < sorted.size(); k++) {
      for (int l = 0; l < k; l++) {
        assertNotEquals(1, Integer.signum(TermOrder.compare(sorted.get(l), sorted.get(k))));
      }
    }
  }

  @Test
  void boundLettersAreFresh() {
    Term j = x.at(J);
    assertEquals("x_{j} \\sum_{k=1}^{n} e^{x_{k}}", Latex.of(Say.mul(j, say.sum(N, i -> Say.exp(x.at(i))))));
    assertEquals("\\left(\\sum_{k=1}^{n} x_{k}\\right) x_{j}", Latex.of(Say.mul(say.sum(N, x::at), j)));
  }

  @Test
  void piecesAreKeptApart() {
    Term sum = Say.add(x.at(I), x.at(J));
    assertEquals("2 \\left(x_{i} + x_{j}\\right)", Latex.of(Say.mul(Say.q(2), sum)));
    assertEquals("\\frac{x_{i} + x_{j}}{n}", Latex.of(Say.div(sum, Say.size(N))));
    assertEquals("x_{i} -x_{j}", Latex.of(Say.sub(x.at(I), x.at(J))));
    assertEquals("-\\left(x_{i} + x_{j}\\right)", Latex.of(Say.neg(sum)));
    assertEquals("\\left(e^{x_{i}}\\right)^{2}", Latex.of(Say.pow(Say.exp(x.at(I)), 2)));
    assertEquals("\\sum_{j=1}^{n} \\left(x_{i} + x_{j}\\right)", Latex.of(say.sum(N, k -> Say.add(x.at(I), x.at(k)))));
    assertEquals("{W_1}_{i,2}", Latex.of(w.at(I, Say.literal(2, N))));
    assertEquals("[i \\neq j]\\,x_{i}", Latex.of(new Term.Guard(new Condition.Distinct(I, J), x.at(I))));
    assertEquals("\\delta_{ij}", Latex.of(Say.delta(I, J)));
    assertEquals("\\frac{1}{1 + e^{-x_{i}}}", Latex.of(Say.sig(x.at(I))));
  }
}
