package dev.gradus.cas;

import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Function.Limit;
import dev.gradus.term.Function.Opaque;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Terms as Symja's expressions, to be differentiated by a component of {@code family}. A part that does not hold the family is one symbol,
 * whatever it is; steps and guards are locally constant away from kinks, so they are symbols as well (Symja's Piecewise is not to be trusted).
 */
final class ToSymja {
  private final Symbols symbols;
  private final Family family;

  ToSymja(Symbols symbols, Family family) {
    this.symbols = symbols;
    this.family = family;
  }

  /** Empty for a sum over a range, or a derivative of an unknown function, that depends on the family. */
  Optional<IExpr> convert(Term term) {
    if (isConstant(term)) {
      return Optional.of(constant(term));
    }
    return switch (term) {
      case Term.Entry e -> e.family().equals(family) ? Optional.of(symbols.of(e)) : Optional.empty();
      case Term.Sum s -> all(F.ast(S.Plus), s.terms(), this::convert);
      case Term.Product p -> all(F.ast(S.Times), p.factors(), this::convert);
      case Term.Power p -> convert(p.base()).map(b -> F.Power(b, F.ZZ(p.exponent())));
      case Term.Apply a -> apply(a);
      case Term.Guard g -> convert(g.body()).map(b -> F.Times(symbols.of(new Term.Guard(g.condition(), Rational.ONE)), b));
      case Term.Over o -> Optional.empty();
      case Rational r -> Optional.of(number(r));
      case Term.Pi p -> Optional.of(F.Pi);
      case Term.Size s -> Optional.of(symbols.of(s));
      case Term.Place p -> Optional.of(symbols.of(p));
      case Term.Delta d -> Optional.of(symbols.of(d));
    };
  }

  private boolean isConstant(Term term) {
    return Terms.families(term).stream().noneMatch(this::depends);
  }

  private boolean depends(Family other) {
    return other.equals(family) || other.arguments().stream().anyMatch(this::depends);
  }

  /** Numbers stay numbers; anything else that does not depend on the family is a symbol or made of symbols. */
  private IExpr constant(Term term) {
    return switch (term) {
      case Rational r -> number(r);
      case Term.Pi p -> F.Pi;
      case Term.Sum s -> F.ast(S.Plus, s.terms().stream().map(this::constant).toList());
      case Term.Product p -> F.ast(S.Times, p.factors().stream().map(this::constant).toList());
      case Term.Power p -> F.Power(constant(p.base()), F.ZZ(p.exponent()));
      case Term.Apply a -> a.function() == Elementary.EXP ? F.Exp(constant(a.argument())) : symbols.of(a);
      case Term.Entry e -> symbols.of(e);
      case Term.Size s -> symbols.of(s);
      case Term.Place p -> symbols.of(p);
      case Term.Delta d -> symbols.of(d);
      case Term.Over o -> symbols.of(o);
      case Term.Guard g -> symbols.of(g);
    };
  }

  static IExpr number(Rational r) {
    return r.isInteger() ? F.ZZ(r.numerator()) : F.fraction(r.numerator(), r.denominator());
  }

  /** The list with the terms converted and appended; empty when one cannot be. */
  static Optional<IExpr> all(IASTAppendable list, List<Term> terms, Function<Term, Optional<IExpr>> convert) {
    for (Term term : terms) {
      Optional<IExpr> one = convert.apply(term);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      list.append(one.get());
    }
    return Optional.of(list);
  }

  private Optional<IExpr> apply(Term.Apply apply) {
    return switch (apply.function()) {
      case Elementary e ->
          e == Elementary.STEP ? Optional.of(symbols.of(apply)) : convert(apply.argument()).map(u -> elementary(e, u));
      case Opaque f -> convert(apply.argument()).map(u -> F.unaryAST1(opaque(f), u));
      case Limit l -> Optional.empty();
    };
  }

  /** A function but the step, which is no function of Symja: what stands for it depends on who asks. */
  static IExpr elementary(Elementary function, IExpr u) {
    return switch (function) {
      case EXP -> F.Exp(u);
      case LOG -> F.Log(u);
      case SQRT -> F.Sqrt(u);
      case SIN -> F.Sin(u);
      case COS -> F.Cos(u);
      case STEP -> throw new IllegalStateException("a step has no name in Symja");
    };
  }

  /** f, or Derivative(n)(f). */
  private IExpr opaque(Opaque function) {
    ISymbol head = symbols.function(function);
    if (function.order() == 0) {
      return head;
    }
    IAST derivative = F.Derivative(F.ZZ(function.order()));
    return F.unaryAST1(derivative, head);
  }
}
