package dev.gradus.audit;

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

/**
 * Plain double values of terms, written apart from the kernel: what audits and the random tests compare with. A function of which nothing is known is a
 * cosine.
 */
public final class PlainValue {
  /** A divisor, or the argument of a root or logarithm, nearer to 0 than this is not looked at. */
  private static final double NEAR = 1e-4;

  private static final double KINK = 1e-7;
  private static final double LARGEST_EXPONENT = 30;
  private static final double HUGE = 1e7;

  /** No value, or one too near a place where there is none. */
  private static final class None extends RuntimeException {
    private static final long serialVersionUID = 1L;

    None() {
      super("", null, false, false);
    }
  }

  private final Map<String, Integer> sizes;
  private final Map<Index, Integer> elements = new TreeMap<>(TermOrder.INDICES);
  private final BiFunction<String, String, Double> components;
  private double greatest;

  /** In: sizes by the names of ranges, the elements of free indices, and the component of a family (by its name) at elements ({@code [1, 2]}). */
  public PlainValue(Map<String, Integer> sizes, Map<Index, Integer> free, BiFunction<String, String, Double> components) {
    this.sizes = sizes;
    this.elements.putAll(free);
    this.components = components;
  }

  /** The value, if there is one and nothing in it is huge. */
  public Optional<Double> of(Term term) {
    greatest = 0;
    try {
      double value = value(term);
      return Double.isFinite(value) && greatest < HUGE ? Optional.of(value) : Optional.empty();
    } catch (None none) {
      return Optional.empty();
    }
  }

  /** The greatest absolute value of a part of the term that was looked at last: what rounding errors are measured by. */
  public double greatest() {
    return greatest;
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
    if (exponent < 0 && Math.abs(base) < NEAR) {
      throw new None();
    }
    return Math.pow(base, exponent);
  }

  private static double apply(Function function, double u) {
    return switch (function) {
      case Function.Elementary e ->
          switch (e) {
            case EXP -> {
              if (u > LARGEST_EXPONENT) {
                throw new None();
              }
              yield Math.exp(u);
            }
            case LOG -> {
              if (u < NEAR) {
                throw new None();
              }
              yield Math.log(u);
            }
            case SQRT -> {
              if (u < NEAR) {
                throw new None();
              }
              yield Math.sqrt(u);
            }
            case STEP -> sign(u) > 0 ? 1 : 0;
            case SIN -> Math.sin(u);
            case COS -> Math.cos(u);
          };
      case Function.Opaque f -> Math.cos(u + f.order() * Math.PI / 2);
      case Function.Limit l -> throw new None();
    };
  }

  private static double sign(double u) {
    if (Math.abs(u) < KINK) {
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
      case Condition.Zero c -> isZero(c.term());
      case Condition.NonZero c -> !isZero(c.term());
    };
  }

  /** A count is exact in doubles; of any other value 0 and next to 0 are not told apart. */
  private boolean isZero(Term term) {
    double value = value(term);
    return isCount(term) ? value == 0 : sign(value) == 0;
  }

  private static boolean isCount(Term term) {
    return switch (term) {
      case Rational r -> r.isInteger();
      case Term.Size s -> true;
      case Term.Place p -> true;
      case Term.Delta d -> true;
      case Term.Sum s -> s.terms().stream().allMatch(PlainValue::isCount);
      case Term.Product p -> p.factors().stream().allMatch(PlainValue::isCount);
      case Term.Over o -> isCount(o.body());
      case Term.Guard g -> isCount(g.body());
      case Term.Pi p -> false;
      case Term.Entry e -> false;
      case Term.Power p -> false;
      case Term.Apply a -> false;
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
      throw new None();
    }
    return k;
  }
}
