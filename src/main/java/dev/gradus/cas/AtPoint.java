package dev.gradus.cas;

import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IReal;

/**
 * Values of terms at a point as Symja works them out: sums over ranges are written out, the point's numbers stand for components, the function of
 * which nothing is known is a cosine. No value where Symja's is complex or infinite, or a step is too near its kink.
 */
final class AtPoint {
  /** Decimal digits that Symja works with: what it finds with fewer and with more differs by what was lost on the way. */
  private static final int FEWER = 40;

  private static final int MORE = 80;

  /** Of a step's argument nearer to 0 than this the sign is not taken for known. */
  private static final BigDecimal KINK = BigDecimal.ONE.movePointLeft(25);

  /**
   * A value.
   *
   * @param noise by how much it may be off
   */
  record Found(BigDecimal value, BigDecimal noise) {}

  private final EvalEngine engine;
  private final Instantiation instance;
  private final Map<String, Map<List<Integer>, Rational>> values = new TreeMap<>();

  /** Values of functions that were worked out already, by digits. */
  private final Map<Integer, Map<Term, Optional<IExpr>>> functions = new TreeMap<>();

  AtPoint(EvalEngine engine, Point point) {
    this.engine = engine;
    this.instance = Instantiation.of(point.sizes(), point.indices());
    point.values().forEach((c, v) -> values.computeIfAbsent(c.family().name(), n -> new LinkedHashMap<>()).put(c.elements(), v));
  }

  /** Empty also for a term too large to be handed over. */
  Optional<Found> value(Term term) {
    return Caps.isBounded(term) ? instance.expand(term).filter(AtPoint::isSmall).flatMap(this::found) : Optional.empty();
  }

  private static boolean isSmall(Term term) {
    return Caps.length(term) <= Caps.MOST_WALKED;
  }

  private Optional<Found> found(Term term) {
    Optional<BigDecimal> rough = decimal(term, FEWER);
    Optional<BigDecimal> fine = rough.isPresent() ? decimal(term, MORE) : Optional.empty();
    return fine.map(v -> new Found(v, v.subtract(rough.get()).abs().add(v.abs().movePointLeft(FEWER - 5))));
  }

  /** Worked out with so many digits from the start: exact numbers would be simplified first, at length. */
  private Optional<BigDecimal> decimal(Term term, int digits) {
    engine.setNumericMode(true, digits, digits);
    Optional<IExpr> value = convert(term, digits, 0);
    if (value.isEmpty() || !(value.get() instanceof IReal real)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(real.apfloatValue().toString(true)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Of a finite term: components have literal indices, and conditions speak of terms only. */
  private Optional<IExpr> convert(Term term, int digits, int depth) {
    if (depth > Caps.MOST_DEPTH) {
      return Optional.empty();
    }
    UnaryOperator<Optional<IExpr>> evaluated = t -> t.map(engine::evaluate);
    return switch (term) {
      case Rational r -> Optional.of(number(r, digits));
      case Term.Pi p -> Optional.of(engine.evaluate(F.Pi));
      case Term.Entry e -> component(e).map(r -> number(r, digits));
      case Term.Sum s -> evaluated.apply(ToSymja.all(F.ast(S.Plus), s.terms(), t -> convert(t, digits, depth + 1)));
      case Term.Product p -> evaluated.apply(ToSymja.all(F.ast(S.Times), p.factors(), t -> convert(t, digits, depth + 1)));
      case Term.Power p ->
          Math.abs((long) p.exponent()) > Caps.MOST_DEGREE
              ? Optional.empty()
              : evaluated.apply(convert(p.base(), digits, depth + 1).map(b -> F.Power(b, F.ZZ(p.exponent()))));
      case Term.Apply a -> {
        Map<Term, Optional<IExpr>> known = functions.computeIfAbsent(digits, d -> new LinkedHashMap<>());
        Optional<IExpr> value = known.containsKey(a) ? known.get(a) : evaluated.apply(apply(a, digits, depth));
        known.put(a, value);
        yield value;
      }
      case Term.Guard g -> holds(g.condition(), digits).flatMap(h -> h ? convert(g.body(), digits, depth + 1) : Optional.of(F.C0));
      case Term.Size s -> Optional.empty();
      case Term.Place p -> Optional.empty();
      case Term.Delta d -> Optional.empty();
      case Term.Over o -> Optional.empty();
    };
  }

  private static IExpr number(Rational r, int digits) {
    Apfloat numerator = new Apfloat(r.numerator(), digits);
    return F.num(numerator.divide(new Apfloat(r.denominator(), digits)));
  }

  private Optional<Rational> component(Term.Entry entry) {
    List<Integer> elements = entry.indices().stream().map(i -> i instanceof Index.Literal l ? l.value() : 0).toList();
    return Optional.ofNullable(values.getOrDefault(entry.family().name(), Map.of()).get(elements));
  }

  private Optional<IExpr> apply(Term.Apply apply, int digits, int depth) {
    Function function = apply.function();
    if (function == Function.Elementary.STEP) {
      return sign(apply.argument(), digits).map(s -> s > 0 ? F.C1 : F.C0);
    }
    return convert(apply.argument(), digits, depth + 1)
        .flatMap(
            u ->
                switch (function) {
                  case Function.Elementary e -> Optional.of(ToSymja.elementary(e, u));
                  case Function.Opaque f -> Optional.of(F.Cos(F.Plus(u, F.Times(F.QQ(f.order(), 2), F.Pi))));
                  case Function.Limit l -> Optional.empty();
                });
  }

  private Optional<Boolean> holds(Condition condition, int digits) {
    return Terms.terms(condition).stream()
        .findFirst()
        .flatMap(t -> sign(t, digits))
        .flatMap(
            sign ->
                switch (condition) {
                  case Condition.Positive p -> Optional.of(sign > 0);
                  case Condition.NonNegative p -> Optional.of(sign >= 0);
                  case Condition.Zero p -> Optional.of(sign == 0);
                  case Condition.NonZero p -> Optional.of(sign != 0);
                  case Condition.Same s -> Optional.empty();
                  case Condition.Distinct d -> Optional.empty();
                  case Condition.Before b -> Optional.empty();
                });
  }

  /** 0 only for what is 0 in each digit, when worked out with fewer and with more digits. */
  private Optional<Integer> sign(Term term, int digits) {
    Optional<BigDecimal> value = decimal(term, FEWER);
    Optional<BigDecimal> zero = value.filter(v -> v.signum() == 0).flatMap(v -> decimal(term, MORE)).filter(v -> v.signum() == 0);
    engine.setNumericMode(true, digits, digits);
    return zero.or(() -> value.filter(v -> v.abs().compareTo(KINK) > 0)).map(BigDecimal::signum);
  }
}
