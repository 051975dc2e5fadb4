package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Plain double values of terms, written apart from the kernel: what the random tests compare with. */
final class PlainValue {
  /** No value, or one too near a place where there is none. */
  static final class None extends RuntimeException {
    private static final long serialVersionUID = 1L;

    None() {
      super("", null, false, false);
    }
  }

  private final Map<String, Integer> sizes;
  private final Map<Index, Integer> elements = new TreeMap<>(TermOrder.INDICES);
  private final BiFunction<String, String, Double> components;
  private double greatest;

  PlainValue(Map<String, Integer> sizes, Map<Index, Integer> free, BiFunction<String, String, Double> components) {
    this.sizes = sizes;
    this.elements.putAll(free);
    this.components = components;
  }

  /** The value, if there is one and nothing in it is huge. */
  Optional<Double> of(Term term) {
    greatest = 0;
    try {
      double value = value(term);
      return Double.isFinite(value) && greatest < 1e7 ? Optional.of(value) : Optional.empty();
    } catch (None none) {
      return Optional.empty();
    }
  }

  private double value(Term term) {
    double v =
        switch (term) {
          case Rational r -> r.numerator().doubleValue() / r.denominator().doubleValue();
          case Term.Size s -> size(s.range());
          case Term.Place p -> element(p.index());
          case Term.Pi p -> Math.PI;
          case Term.Entry e -> components.apply(e.family().name(), e.indices().stream().map(this::element).toList().toString());
          case Term.Sum s -> s.terms().stream().mapToDouble(this::value).sum();
          case Term.Product p -> p.factors().stream().mapToDouble(this::value).reduce(1, (a, b) -> a * b);
          case Term.Power p -> power(value(p.base()), p.exponent());
          case Term.Apply a -> apply(a.function(), value(a.argument()));
          case Term.Delta d -> element(d.left()) == element(d.right()) ? 1 : 0;
          case Term.Over o -> over(o);
          case Term.Guard g -> holds(g.condition()) ? value(g.body()) : 0;
        };
    greatest = Math.max(greatest, Math.abs(v));
    return v;
  }

  private double over(Term.Over over) {
    double sum = 0;
    Optional<Integer> outer = Optional.ofNullable(elements.get(over.index()));
    for (int k = 1; k <= size(over.index().range()); k++) {
      elements.put(over.index(), k);
      sum += value(over.body());
    }
    elements.remove(over.index());
    outer.ifPresent(k -> elements.put(over.index(), k));
    return sum;
  }

  private static double power(double base, int exponent) {
    if (exponent < 0 && Math.abs(base) < 1e-4) {
      throw new None();
    }
    return Math.pow(base, exponent);
  }

  private static double apply(Function function, double u) {
    return switch (function) {
      case Function.Elementary e ->
          switch (e) {
            case EXP -> {
              if (u > 30) {
                throw new None();
              }
              yield Math.exp(u);
            }
            case LOG -> {
              if (u < 1e-4) {
                throw new None();
              }
              yield Math.log(u);
            }
            case SQRT -> {
              if (u < 1e-4) {
                throw new None();
              }
              yield Math.sqrt(u);
            }
            case STEP -> sign(u) > 0 ? 1 : 0;
            case SIN -> Math.sin(u);
            case COS -> Math.cos(u);
          };
      case Function.Opaque f -> Math.cos(u + f.order());
      case Function.Limit l -> throw new None();
    };
  }

  private static double sign(double u) {
    if (Math.abs(u) < 1e-7) {
      throw new None();
    }
    return Math.signum(u);
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> element(c.left()) == element(c.right());
      case Condition.Distinct c -> element(c.left()) != element(c.right());
      case Condition.Before c -> element(c.left()) < element(c.right());
      case Condition.Positive c -> sign(value(c.term())) > 0;
      case Condition.NonNegative c -> sign(value(c.term())) > 0;
      case Condition.Zero c -> sign(value(c.term())) == 0;
      case Condition.NonZero c -> sign(value(c.term())) != 0;
    };
  }

  private int size(Range range) {
    return sizes.getOrDefault(range.name(), 0);
  }

  private int element(Index index) {
    if (index instanceof Index.Literal l) {
      int k = l.value() == Index.Literal.LAST ? size(l.range()) : l.value();
      if (k > size(l.range())) {
        throw new None();
      }
      return k;
    }
    Integer k = elements.get(index);
    if (k == null) {
      throw new IllegalStateException("no element for " + index);
    }
    return k;
  }
}
