package dev.gradus.cas;

import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** What Symja is asked; runs inside a {@link SymjaSession}. */
final class SymjaTasks {
  private SymjaTasks() {}

  static Optional<Term> derivative(EvalEngine engine, Term term, Term.Entry by) {
    Symbols symbols = new Symbols();
    IExpr x = symbols.of(by);
    return new ToSymja(symbols, by.family())
        .convert(term)
        .map(engine::evaluate)
        // What is infinite or complex before (a divisor 0, the logarithm of -2) may be lost by D.
        .filter(t -> new FromSymja(symbols).convert(t).isPresent())
        .map(t -> engine.evaluate(F.D(t, x)))
        .flatMap(d -> new FromSymja(symbols).convert(d));
  }

  /** The shorter of the term as one fraction and as a product of factors. */
  static Optional<Term> simplify(EvalEngine engine, Term term) {
    Symbols symbols = new Symbols();
    Optional<IExpr> expr = new ToFraction(symbols).convert(term);
    if (expr.isEmpty() || symbols.count() > Caps.MOST_SYMBOLS) {
      return Optional.empty();
    }
    IExpr together = engine.evaluate(F.Together(expr.get()));
    Optional<Term> fraction = new FromSymja(symbols).convert(together);
    Optional<Term> factored =
        fraction.filter(Caps::admitFactoring).flatMap(f -> new FromSymja(symbols).convert(engine.evaluate(F.Factor(together))));
    return Stream.concat(factored.stream(), fraction.stream()).min(Comparator.comparingInt(SymjaTasks::length));
  }

  static Optional<Boolean> isZero(EvalEngine engine, Term difference) {
    Symbols symbols = new Symbols();
    Optional<IExpr> expr = new ToFraction(symbols).convert(difference);
    if (expr.isEmpty() || symbols.count() > Caps.MOST_SYMBOLS) {
      return Optional.empty();
    }
    // Together is exact on fractions of polynomials; PossibleZeroQ is not (it calls e^-30 zero).
    return Optional.of(engine.evaluate(F.Together(expr.get())).equals(F.C0));
  }

  private static int length(Term term) {
    int[] nodes = {0};
    Terms.visit(term, t -> nodes[0]++);
    return nodes[0];
  }
}
