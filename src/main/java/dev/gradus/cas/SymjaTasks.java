package dev.gradus.cas;

import dev.gradus.term.Term;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

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
    Optional<IExpr> together = together(engine, expr.get(), symbols);
    Optional<Term> fraction = together.flatMap(t -> new FromSymja(symbols).convert(t));
    Optional<Term> factored =
        fraction
            .filter(Caps::admitFactoring)
            .map(f -> engine.evaluate(F.Factor(together.orElseThrow())))
            .filter(f -> agree(engine, expr.get(), f, symbols))
            .flatMap(f -> new FromSymja(symbols).convert(f));
    return Stream.concat(factored.stream(), fraction.stream()).min(Comparator.comparingInt(Caps::length));
  }

  /**
   * As one fraction. Symja's {@code Together} is wrong at times (it made a summand of a denominator twice as large): its answer has to agree with the
   * question at a point, else the multiplied-out question is put; empty when that fails too.
   */
  private static Optional<IExpr> together(EvalEngine engine, IExpr expr, Symbols symbols) {
    return Stream.<UnaryOperator<IExpr>>of(e -> F.Together(e), e -> F.Together(F.ExpandAll(e)))
        .map(question -> engine.evaluate(question.apply(expr)))
        .filter(answer -> agree(engine, expr, answer, symbols))
        .findFirst();
  }

  /** Whether two rational functions of the symbols have the same value where the symbols are different rational numbers. */
  private static boolean agree(EvalEngine engine, IExpr left, IExpr right, Symbols symbols) {
    IASTAppendable values = F.ListAlloc(symbols.count());
    int k = 0;
    for (ISymbol symbol : symbols.symbols()) {
      k++;
      values.append(F.Rule(symbol, F.QQ(2L * k + 1, k + 1L)));
    }
    IExpr first = engine.evaluate(F.ReplaceAll(left, values));
    IExpr second = engine.evaluate(F.ReplaceAll(right, values));
    return first.isRational() && first.equals(second);
  }

  static Optional<Boolean> isZero(EvalEngine engine, Term difference) {
    Symbols symbols = new Symbols();
    Optional<IExpr> expr = new ToFraction(symbols).convert(difference);
    if (expr.isEmpty() || symbols.count() > Caps.MOST_SYMBOLS) {
      return Optional.empty();
    }
    // Together works with exact fractions of polynomials; PossibleZeroQ does not (it calls e^-30 zero).
    return together(engine, expr.get(), symbols).map(F.C0::equals);
  }
}
