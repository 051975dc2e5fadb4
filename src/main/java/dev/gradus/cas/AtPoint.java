package dev.gradus.cas;

import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final int FEWER = 60;

  private static final int MORE = 120;

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

  AtPoint(EvalEngine engine, Point point) {
    this.engine = engine;
    this.instance = Instantiation.of(point.sizes(), point.indices());
    point.values().forEach((c, v) -> values.computeIfAbsent(c.family().name(), n -> new java.util.LinkedHashMap<>()).put(c.elements(), v));
  }

  /** Empty also for a term too large to be handed over. */
  Optional<Found> value(Term term) {
    return Caps.isBounded(term) ? instance.expand(term).filter(AtPoint::isSmall).flatMap(t -> convert(t, 0)).flatMap(this::found) : Optional.empty();
  }

  private static boolean isSmall(Term term) {
    return Caps.length(term) <= Caps.MOST_WALKED;
  }

  private Optional<Found> found(IExpr expr) {
    Optional<BigDecimal> rough = decimal(expr, FEWER);
    Optional<BigDecimal> fine = rough.isPresent() ? decimal(expr, MORE) : Optional.empty();
    return fine.map(v -> new Found(v, v.subtract(rough.get()).abs().add(v.abs().movePointLeft(FEWER - 5))));
  }

  private Optional<BigDecimal> decimal(IExpr expr, int digits) {
    IExpr value = engine.evaluate(F.N(expr, F.ZZ(digits)));
    if (!(value instanceof IReal real)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(real.apfloatValue().toString(true)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Of a finite term: components have literal indices, and conditions speak of terms only. */
  private Optional<IExpr> convert(Term term, int depth) {
    if (depth > Caps.MOST_DEPTH) {
      return Optional.empty();
    }
    return switch (term) {
      case Rational r -> Optional.of(ToSymja.number(r));
      case Term.Pi p -> Optional.of(F.Pi);
      case Term.Entry e -> component(e).map(ToSymja::number);
      case Term.Sum s -> ToSymja.all(F.ast(S.Plus), s.terms(), t -> convert(t, depth + 1));
      case Term.Product p -> ToSymja.all(F.ast(S.Times), p.factors(), t -> convert(t, depth + 1));
      case Term.Power p -> Math.abs((long) p.exponent()) > Caps.MOST_DEGREE ? Optional.empty() : convert(p.base(), depth + 1).map(b -> F.Power(b, F.ZZ(p.exponent())));
      case Term.Apply a -> convert(a.argument(), depth + 1).flatMap(u -> apply(a.function(), u));
      case Term.Guard g -> holds(g.condition(), depth).flatMap(h -> h ? convert(g.body(), depth + 1) : Optional.of(F.C0));
      case Term.Size s -> Optional.empty();
      case Term.Place p -> Optional.empty();
      case Term.Delta d -> Optional.empty();
      case Term.Over o -> Optional.empty();
    };
  }

  private Optional<Rational> component(Term.Entry entry) {
    List<Integer> elements = entry.indices().stream().map(i -> i instanceof Index.Literal l ? l.value() : 0).toList();
    return Optional.ofNullable(values.getOrDefault(entry.family().name(), Map.of()).get(elements));
  }

  private Optional<IExpr> apply(Function function, IExpr u) {
    return switch (function) {
      case Function.Elementary e ->
          switch (e) {
            case EXP -> Optional.of(F.Exp(u));
            case LOG -> Optional.of(F.Log(u));
            case SQRT -> Optional.of(F.Sqrt(u));
            case SIN -> Optional.of(F.Sin(u));
            case COS -> Optional.of(F.Cos(u));
            case STEP -> sign(u).map(s -> s > 0 ? F.C1 : F.C0);
          };
      case Function.Opaque f -> Optional.of(F.Cos(F.Plus(u, F.Times(F.QQ(f.order(), 2), F.Pi))));
      case Function.Limit l -> Optional.empty();
    };
  }

  private Optional<Boolean> holds(Condition condition, int depth) {
    return Terms.terms(condition).stream()
        .findFirst()
        .flatMap(t -> convert(t, depth + 1))
        .flatMap(this::sign)
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

  /** 0 only for what Symja finds to be the rational number 0. */
  private Optional<Integer> sign(IExpr expr) {
    IExpr exact = engine.evaluate(expr);
    if (exact.isRational()) {
      return Optional.of(exact.isZero() ? 0 : exact.isNegative() ? -1 : 1);
    }
    return decimal(exact, FEWER).filter(v -> v.abs().compareTo(KINK) > 0).map(BigDecimal::signum);
  }
}
