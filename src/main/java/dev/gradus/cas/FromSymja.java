package dev.gradus.cas;

import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IFraction;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.ISymbol;

/** Symja's expressions as terms: a fixed list of heads; anything else, complex numbers, infinities and decimals above all, is refused. */
final class FromSymja {
  private final Symbols symbols;
  private int nodes;

  FromSymja(Symbols symbols) {
    this.symbols = symbols;
  }

  Optional<Term> convert(IExpr expr) {
    return convert(expr, 0);
  }

  private Optional<Term> convert(IExpr expr, int depth) {
    if (depth > Caps.MOST_DEPTH || ++nodes > Caps.MOST_NODES) {
      return Optional.empty();
    }
    return switch (expr) {
      case IInteger i -> small(Rational.of(i.toBigNumerator()));
      case IFraction f -> small(new Rational(f.toBigNumerator(), f.toBigDenominator()));
      case ISymbol s -> symbol(s);
      case IAST ast -> compound(ast, depth + 1);
      default -> Optional.empty();
    };
  }

  private Optional<Term> small(Rational r) {
    return r.numerator().bitLength() + r.denominator().bitLength() <= Caps.MOST_BITS ? Optional.of(r) : Optional.empty();
  }

  private Optional<Term> symbol(ISymbol symbol) {
    if (symbol.equals(S.E)) {
      return Optional.of(Terms.exp(Rational.ONE));
    }
    return symbol.equals(S.Pi) ? Optional.of(new Term.Pi()) : symbols.term(symbol);
  }

  private Optional<Term> compound(IAST ast, int depth) {
    IExpr head = ast.head();
    if (head.equals(S.Plus)) {
      return arguments(ast, depth).map(Terms::sum);
    }
    if (head.equals(S.Times)) {
      return arguments(ast, depth).map(Terms::product);
    }
    if (head.equals(S.Power) && ast.argSize() == 2) {
      return power(ast.arg1(), ast.arg2(), depth);
    }
    return ast.argSize() == 1 ? convert(ast.arg1(), depth).flatMap(u -> unary(head, u)) : Optional.empty();
  }

  private Optional<List<Term>> arguments(IAST ast, int depth) {
    List<Term> terms = new ArrayList<>();
    for (int k = 1; k <= ast.argSize(); k++) {
      Optional<Term> term = convert(ast.get(k), depth);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      terms.add(term.get());
    }
    return Optional.of(terms);
  }

  private Optional<Term> power(IExpr base, IExpr exponent, int depth) {
    if (base.equals(S.E)) {
      return convert(exponent, depth).map(Terms::exp);
    }
    if (exponent instanceof IInteger k) {
      return degree(k).flatMap(e -> convert(base, depth).map(b -> Terms.power(b, e)));
    }
    if (exponent instanceof IFraction f && f.denominator().toBigNumerator().equals(BigInteger.TWO)) {
      return degree(f.numerator()).flatMap(e -> convert(base, depth).map(b -> Terms.power(Terms.sqrt(b), e)));
    }
    return Optional.empty();
  }

  private static Optional<Integer> degree(IInteger k) {
    BigInteger value = k.toBigNumerator();
    return Caps.admitExponent(value) ? Optional.of(value.intValue()) : Optional.empty();
  }

  private Optional<Term> unary(IExpr head, Term u) {
    if (head.equals(S.Log)) {
      return Optional.of(Terms.log(u));
    }
    if (head.equals(S.Sin)) {
      return Optional.of(sin(u));
    }
    if (head.equals(S.Cos)) {
      return Optional.of(cos(u));
    }
    if (head.equals(S.Tan)) {
      return Optional.of(Terms.divide(sin(u), cos(u)));
    }
    if (head.equals(S.Cot)) {
      return Optional.of(Terms.divide(cos(u), sin(u)));
    }
    if (head.equals(S.Sec)) {
      return Optional.of(Terms.power(cos(u), -1));
    }
    if (head.equals(S.Csc)) {
      return Optional.of(Terms.power(sin(u), -1));
    }
    return function(head).map(f -> new Term.Apply(f, u));
  }

  private static Term sin(Term u) {
    return new Term.Apply(Function.Elementary.SIN, u);
  }

  private static Term cos(Term u) {
    return new Term.Apply(Function.Elementary.COS, u);
  }

  /** f, or Derivative(n)(f). */
  private Optional<Function> function(IExpr head) {
    if (head instanceof IAST outer && outer.argSize() == 1 && outer.head() instanceof IAST derivative && derivative.head().equals(S.Derivative)) {
      if (derivative.argSize() == 1 && derivative.arg1() instanceof IInteger order) {
        return degree(order)
            .filter(n -> n > 0)
            .flatMap(n -> symbols.function(outer.arg1()).map(f -> new Function.Opaque(f.name(), n, f.kind())));
      }
      return Optional.empty();
    }
    return symbols.function(head).map(f -> f);
  }
}
