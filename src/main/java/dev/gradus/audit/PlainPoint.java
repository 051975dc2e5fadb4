package dev.gradus.audit;

import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A point in plain doubles: values of terms, and whether facts are clearly violated there. */
final class PlainPoint {
  /** Of the greatest part of a term: what rounding may do. */
  static final double ROUNDING = 1e-8;

  private final Map<String, Integer> sizes = new TreeMap<>();
  private final Map<Index, Integer> elements = new TreeMap<>(TermOrder.INDICES);
  private final Map<String, Double> components = new TreeMap<>();
  private final Point point;

  /**
   * A value with the greatest absolute value of a part of it.
   *
   * @param scale what rounding errors are measured by
   */
  record Measured(double value, double scale) {}

  PlainPoint(Point point) {
    this.point = point;
    point.sizes().forEach((range, size) -> sizes.put(range.name(), size));
    elements.putAll(point.indices());
    point.values().forEach((c, value) -> components.put(c.family().name() + c.elements(), number(value)));
  }

  private static double number(Rational r) {
    return r.numerator().doubleValue() / r.denominator().doubleValue();
  }

  Optional<Measured> value(Term term) {
    return value(term, "", 0);
  }

  /** The value with one component, named with its elements, moved by so much. */
  private Optional<Measured> value(Term term, String moved, double by) {
    PlainValue plain =
        new PlainValue(
            sizes,
            elements,
            (family, at) -> components.getOrDefault(family + at, Double.NaN) + ((family + at).equals(moved) ? by : 0));
    return plain.of(term).map(v -> new Measured(v, 1 + plain.greatest()));
  }

  /** The derivative by central differences; empty where two steps do not agree: near a kink. */
  Optional<Measured> derivative(Term term, Term.Entry by) {
    Optional<List<Integer>> at = elements(by.indices());
    if (at.isEmpty() || !components.containsKey(by.family().name() + at.get())) {
      return Optional.empty();
    }
    String moved = by.family().name() + at.get();
    Optional<Measured> wide = quotient(term, moved, 2e-4);
    Optional<Measured> narrow = quotient(term, moved, 1e-4);
    if (wide.isEmpty() || narrow.isEmpty()) {
      return Optional.empty();
    }
    double better = (4 * narrow.get().value() - wide.get().value()) / 3;
    double error = Math.abs(narrow.get().value() - wide.get().value());
    double scale = 1 + Math.abs(better);
    return error < 1e-3 * scale ? Optional.of(new Measured(better, scale)) : Optional.empty();
  }

  private Optional<Measured> quotient(Term term, String moved, double step) {
    Optional<Measured> above = value(term, moved, step);
    Optional<Measured> below = value(term, moved, -step);
    if (above.isEmpty() || below.isEmpty() || above.get().scale() > 1e4) {
      return Optional.empty();
    }
    return Optional.of(new Measured((above.get().value() - below.get().value()) / (2 * step), above.get().scale()));
  }

  private Optional<List<Integer>> elements(List<Index> indices) {
    List<Integer> found = indices.stream().map(this::element).toList();
    return found.contains(0) ? Optional.empty() : Optional.of(found);
  }

  /** 0 where it is not given. */
  private int element(Index index) {
    return index instanceof Index.Literal l
        ? l.value() == Index.Literal.LAST ? sizes.getOrDefault(l.range().name(), 0) : l.value()
        : elements.getOrDefault(index, 0);
  }

  /** Whether a fact clearly does not hold here. */
  boolean violates(Fact fact) {
    return switch (fact) {
      case Fact.Holds h -> violates(h.condition());
      case Fact.LeastSize l -> sizes.getOrDefault(l.range().name(), l.size()) < l.size();
      case Fact.Equation e -> differ(e.left(), e.right());
      case Fact.AllPositive p -> any(p.family().name(), v -> p.strict() ? v <= 0 : v < 0);
      case Fact.AllInUnitInterval u -> any(u.family().name(), v -> v <= 0 || v >= 1);
      case Fact.OneOf o -> any(o.family().name(), v -> o.values().stream().noneMatch(w -> number(w) == v));
      case Fact.WholeNumbers w -> any(w.family().name(), v -> v != Math.rint(v) || v < w.least());
      case Fact.SumsToOne s -> sumIsNotOne(s);
      case Fact.Symmetric s -> isNotSymmetric(s);
    };
  }

  private boolean violates(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> known(c.left(), c.right()) && element(c.left()) != element(c.right());
      case Condition.Distinct c -> known(c.left(), c.right()) && element(c.left()) == element(c.right());
      case Condition.Before c -> known(c.left(), c.right()) && element(c.left()) >= element(c.right());
      case Condition.Positive c -> value(c.term()).filter(m -> m.value() < ROUNDING * m.scale()).isPresent();
      case Condition.NonNegative c -> value(c.term()).filter(m -> m.value() < -ROUNDING * m.scale()).isPresent();
      case Condition.Zero c -> value(c.term()).filter(m -> Math.abs(m.value()) > ROUNDING * m.scale()).isPresent();
      case Condition.NonZero c -> value(c.term()).filter(m -> Math.abs(m.value()) < ROUNDING * m.scale()).isPresent();
    };
  }

  private boolean known(Index left, Index right) {
    return element(left) != 0 && element(right) != 0;
  }

  private boolean differ(Term left, Term right) {
    Optional<Measured> l = value(left);
    Optional<Measured> r = value(right);
    return l.isPresent() && r.isPresent() && Math.abs(l.get().value() - r.get().value()) > ROUNDING * (l.get().scale() + r.get().scale());
  }

  private interface Wrong {
    boolean is(double value);
  }

  private boolean any(String family, Wrong wrong) {
    return point.values().entrySet().stream().anyMatch(e -> e.getKey().family().name().equals(family) && wrong.is(number(e.getValue())));
  }

  private boolean sumIsNotOne(Fact.SumsToOne fact) {
    Map<String, Double> sums = new TreeMap<>();
    point.values().forEach((c, v) -> {
      if (c.family().name().equals(fact.family().name())) {
        List<Integer> others = new ArrayList<>(c.elements().subList(0, fact.axis()));
        others.addAll(c.elements().subList(fact.axis() + 1, c.elements().size()));
        sums.merge(others.toString(), number(v), Double::sum);
      }
    });
    return sums.values().stream().anyMatch(s -> Math.abs(s - 1) > ROUNDING);
  }

  private boolean isNotSymmetric(Fact.Symmetric fact) {
    return point.values().entrySet().stream()
        .filter(e -> e.getKey().family().name().equals(fact.family().name()))
        .anyMatch(
            e -> {
              String twin = fact.family().name() + e.getKey().elements().reversed();
              return components.containsKey(twin) && !components.get(twin).equals(number(e.getValue()));
            });
  }
}
