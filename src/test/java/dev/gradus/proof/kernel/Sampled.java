package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plain double arithmetic on random values, sharing no code with the kernel: NaN where a term has no value. */
final class Sampled {
  private final Map<String, Integer> sizes;
  private final Map<Index, Integer> indices;
  private final Map<List<Object>, Double> values = new LinkedHashMap<>();
  private final Map<Index.Bound, Integer> bound = new LinkedHashMap<>();
  private final Random random;
  private final Map<Family, java.util.function.Function<Random, Double>> draw;

  Sampled(Map<String, Integer> sizes, Map<Index, Integer> indices, Map<Family, java.util.function.Function<Random, Double>> draw, Random random) {
    this.sizes = sizes;
    this.indices = indices;
    this.draw = draw;
    this.random = random;
  }

  private int size(Index i) {
    return sizes.getOrDefault(i.range().name(), 1);
  }

  private int element(Index i) {
    return switch (i) {
      case Index.Bound b -> bound.getOrDefault(b, 0);
      case Index.Free f -> indices.getOrDefault(f, 1);
      case Index.Literal l -> l.value() == Index.Literal.LAST ? size(l) : l.value();
    };
  }

  double value(Term t) {
    return switch (t) {
      case Rational r -> new java.math.BigDecimal(r.numerator()).divide(new java.math.BigDecimal(r.denominator()), java.math.MathContext.DECIMAL64).doubleValue();
      case Term.Size s -> sizes.getOrDefault(s.range().name(), 1);
      case Term.Place p -> element(p.index());
      case Term.Pi p -> Math.PI;
      case Term.Entry e ->
          values.computeIfAbsent(
              List.of(e.family().name(), e.indices().stream().map(this::element).toList()),
              k -> draw.getOrDefault(e.family(), r -> r.nextInt(4) == 0 ? (double) (r.nextInt(5) - 2) : 4 * r.nextDouble() - 2).apply(random));
      case Term.Sum s -> s.terms().stream().mapToDouble(this::value).reduce(0, Double::sum);
      case Term.Product p -> p.factors().stream().mapToDouble(this::value).reduce(1, (a, b) -> a * b);
      case Term.Power p -> {
        double b = value(p.base());
        yield b == 0 && p.exponent() < 0 ? Double.NaN : Double.isNaN(b) ? b : Math.pow(b, p.exponent());
      }
      case Term.Apply a -> apply(a.function(), value(a.argument()));
      case Term.Delta d -> element(d.left()) == element(d.right()) ? 1 : 0;
      case Term.Over o -> {
        double sum = 0;
        for (int k = 1; k <= size(o.index()); k++) {
          bound.put(o.index(), k);
          sum += value(o.body());
        }
        yield sum;
      }
      case Term.Guard g -> {
        double condition = dev.gradus.term.Terms.terms(g.condition()).stream().mapToDouble(this::value).sum();
        yield Double.isNaN(condition) ? condition : holds(g.condition()) ? value(g.body()) : 0;
      }
    };
  }

  boolean holds(Condition c) {
    return switch (c) {
      case Condition.Same s -> element(s.left()) == element(s.right());
      case Condition.Distinct s -> element(s.left()) != element(s.right());
      case Condition.Before s -> element(s.left()) < element(s.right());
      case Condition.Positive p -> value(p.term()) > 0;
      case Condition.NonNegative p -> value(p.term()) >= 0;
      case Condition.Zero p -> value(p.term()) == 0;
      case Condition.NonZero p -> value(p.term()) != 0;
    };
  }

  private static double apply(Function f, double u) {
    if (!(f instanceof Function.Elementary e) || Double.isNaN(u)) {
      return Double.NaN;
    }
    return switch (e) {
      case EXP -> Math.exp(u);
      case LOG -> u <= 0 ? Double.NaN : Math.log(u);
      case STEP -> u > 0 ? 1 : 0;
      case SQRT -> u < 0 ? Double.NaN : Math.sqrt(u);
      case SIN -> Math.sin(u);
      case COS -> Math.cos(u);
    };
  }
}
