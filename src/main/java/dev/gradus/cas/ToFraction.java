package dev.gradus.cas;

import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Terms as fractions of polynomials in symbols, to be simplified: components, sums over ranges, deltas, logarithms and the like are one symbol each,
 * and e^(2x+y) is the square of the symbol of e^x times that of e^y. What holds of the symbols holds of what they stand for.
 */
final class ToFraction {
  /** Terms that one product in an exponent may become. */
  private static final long MOST_MONOMIALS = 24;

  private final Symbols symbols;

  ToFraction(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Empty when an exponent is too large. */
  Optional<IExpr> convert(Term term) {
    return switch (term) {
      case Rational r -> Optional.of(ToSymja.number(r));
      case Term.Sum s -> ToSymja.all(F.ast(S.Plus), s.terms(), this::convert);
      case Term.Product p -> ToSymja.all(F.ast(S.Times), p.factors(), this::convert);
      case Term.Power p -> convert(p.base()).map(b -> F.Power(b, F.ZZ(p.exponent())));
      case Term.Apply a -> a.function() == Elementary.EXP ? exponential(a.argument()) : Optional.of(symbols.of(a));
      case Term.Pi p -> Optional.of(symbols.of(p));
      case Term.Entry e -> Optional.of(symbols.of(e));
      case Term.Size s -> Optional.of(symbols.of(s));
      case Term.Place p -> Optional.of(symbols.of(p));
      case Term.Delta d -> Optional.of(symbols.of(d));
      case Term.Over o -> Optional.of(symbols.of(o));
      case Term.Guard g -> Optional.of(symbols.of(g));
    };
  }

  /** e^(sum of q m) is the product of the symbols of e^(m/r) to the p, where q = p/r. */
  private Optional<IExpr> exponential(Term exponent) {
    Map<Term, Rational> parts = new LinkedHashMap<>();
    addTo(parts, exponent, Rational.ONE);
    IASTAppendable product = F.ast(S.Times);
    for (Map.Entry<Term, Rational> part : parts.entrySet()) {
      BigInteger p = part.getValue().numerator();
      if (!Caps.admitExponent(p)) {
        return Optional.empty();
      }
      Rational unit = new Rational(BigInteger.ONE, part.getValue().denominator());
      product.append(F.Power(symbols.of(Terms.exp(Terms.product(unit, part.getKey()))), F.ZZ(p)));
    }
    return Optional.of(product);
  }

  /** Adds {@code factor * term}, taken apart into rational multiples of monomials. */
  private static void addTo(Map<Term, Rational> parts, Term term, Rational factor) {
    switch (term) {
      case Rational r -> add(parts, Rational.ONE, r.times(factor));
      case Term.Sum s -> s.terms().forEach(t -> addTo(parts, t, factor));
      case Term.Product p -> addProduct(parts, p, factor);
      case Term.Power p -> add(parts, p, factor);
      case Term.Apply a -> add(parts, a, factor);
      case Term.Pi p -> add(parts, p, factor);
      case Term.Entry e -> add(parts, e, factor);
      case Term.Size s -> add(parts, s, factor);
      case Term.Place p -> add(parts, p, factor);
      case Term.Delta d -> add(parts, d, factor);
      case Term.Over o -> add(parts, Symbols.canonical(o), factor);
      case Term.Guard g -> add(parts, Symbols.canonical(g), factor);
    }
  }

  /** Multiplied out while that stays small, factors in order: the same exponent is the same symbol however it is written. */
  private static void addProduct(Map<Term, Rational> parts, Term.Product product, Rational factor) {
    Rational rational = factor;
    List<Term> rest = new ArrayList<>();
    for (Term f : flat(product)) {
      if (f instanceof Rational r) {
        rational = rational.times(r);
      } else {
        rest.add(f);
      }
    }
    Optional<Term.Sum> sum = rest.stream().filter(f -> f instanceof Term.Sum).map(f -> (Term.Sum) f).findFirst();
    if (rest.size() == 1) {
      addTo(parts, rest.get(0), rational);
    } else if (sum.isPresent() && Caps.estimate(product) <= MOST_MONOMIALS) {
      rest.remove(sum.get());
      for (Term term : sum.get().terms()) {
        List<Term> one = new ArrayList<>(rest);
        one.add(term);
        addProduct(parts, new Term.Product(one), rational);
      }
    } else {
      rest.sort(TermOrder::compare);
      add(parts, Symbols.canonical(Terms.product(rest)), rational);
    }
  }

  private static List<Term> flat(Term.Product product) {
    List<Term> factors = new ArrayList<>();
    product.factors().forEach(f -> factors.addAll(f instanceof Term.Product p ? flat(p) : List.of(f)));
    return factors;
  }

  private static void add(Map<Term, Rational> parts, Term monomial, Rational factor) {
    Rational sum = parts.getOrDefault(monomial, Rational.ZERO).plus(factor);
    if (sum.isZero()) {
      parts.remove(monomial);
    } else {
      parts.put(monomial, sum);
    }
  }
}
