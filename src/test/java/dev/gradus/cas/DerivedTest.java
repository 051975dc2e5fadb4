package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.Derived;
import dev.gradus.proof.Oracle;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the oracle derives counts only when the kernel has proved it. */
class DerivedTest {
  private static final Term.Entry X = SymjaOracleTest.scalar("x");
  private static final Range N = Range.of("n");

  /** Answers everything with one term. */
  private record Saying(Term answer) implements Oracle {
    @Override
    public Optional<Term> derivative(Term term, Term.Entry by) {
      return Optional.of(answer);
    }

    @Override
    public Optional<Term> simplify(Term term) {
      return Optional.of(answer);
    }

    @Override
    public boolean agree(Term left, Term right) {
      return true;
    }
  }

  private static Optional<Term> derived(Term term, Term.Entry by, Oracle oracle) {
    return Derived.of(term, by, List.of(), oracle, Budget.standard());
  }

  @Test
  void derivativeOfTheLogisticFunction() {
    Term e = Terms.exp(X);
    Term expected = Terms.product(e, Terms.power(Terms.sum(Rational.ONE, e), -2));
    assertEquals(Optional.of(expected), derived(Terms.logistic(X), X, new SymjaOracle()));
  }

  @Test
  void derivativeOfSoftmaxForEverySize() {
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Index.Free i = new Index.Free("i", N);
    Index.Free j = new Index.Free("j", N);
    Term softmax = Terms.divide(Terms.exp(x.at(i)), new Term.Over(k, Terms.exp(x.at(k))));
    Term.Entry by = new Term.Entry(x, List.of(j));
    assertTrue(derived(softmax, by, new SymjaOracle()).isPresent());
    assertTrue(derived(Terms.log(new Term.Over(k, Terms.exp(x.at(k)))), by, new SymjaOracle()).isPresent());
  }

  @Test
  void falseAnswersAreNotShown() {
    assertEquals(Optional.empty(), derived(Terms.logistic(X), X, new Saying(Rational.ZERO)));
    assertEquals(Optional.empty(), derived(Terms.logistic(X), X, Oracle.none()));
    Family x = Family.variable("x", N);
    Index.Bound k = new Index.Bound(1, N);
    Term sum = new Term.Over(k, Terms.exp(x.at(k)));
    assertEquals(
        Optional.empty(), derived(sum, new Term.Entry(x, List.of(new Index.Free("j", N))), new Saying(Rational.ZERO)));
  }
}
