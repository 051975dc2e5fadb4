package dev.gradus.cas;

import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A size for every range and an element for every free index: turns a term with sums over ranges into a finite one. What remains are
 * rationals, components at literal indices, listed sums and products, powers, functions, and guards on terms.
 */
final class Instantiation {
  private final Map<String, Integer> sizes;
  private final Map<String, Integer> elements;

  private Instantiation(Map<String, Integer> sizes, Map<String, Integer> elements) {
    this.sizes = sizes;
    this.elements = elements;
  }

  /** In: the sizes of ranges and the elements (from 1) of free indices. Copied. */
  static Instantiation of(Map<Range, Integer> sizes, Map<Index.Free, Integer> elements) {
    Map<String, Integer> byName = new LinkedHashMap<>();
    sizes.forEach((range, size) -> byName.put(range.name(), size));
    Map<String, Integer> byIndex = new LinkedHashMap<>();
    elements.forEach((index, element) -> byIndex.put(key(index), element));
    return new Instantiation(byName, byIndex);
  }

  /**
   * Every instance at which each range of the terms has the given size (or its fixed one), one for each choice of elements for the free
   * indices, in lexicographic order; none when a range cannot have the size; at most {@code most}.
   */
  static List<Instantiation> all(List<Term> terms, int size, int most) {
    Map<Range, Integer> sizes = new LinkedHashMap<>();
    List<Index.Free> free = new ArrayList<>();
    for (Term term : terms) {
      for (Range range : Terms.ranges(term)) {
        sizes.put(range, range.fixed().orElse(size));
        if (range.fixed().isEmpty() && size < range.least()) {
          return List.of();
        }
      }
      for (Index index : Terms.openIndices(term)) {
        if (index instanceof Index.Free f && !free.contains(f)) {
          free.add(f);
        }
      }
    }
    List<Map<Index.Free, Integer>> choices = new ArrayList<>(List.of(new LinkedHashMap<>()));
    for (Index.Free index : free) {
      List<Map<Index.Free, Integer>> longer = new ArrayList<>();
      for (Map<Index.Free, Integer> choice : choices) {
        for (int k = 1; k <= index.range().fixed().orElse(size) && longer.size() < most; k++) {
          Map<Index.Free, Integer> next = new LinkedHashMap<>(choice);
          next.put(index, k);
          longer.add(next);
        }
      }
      choices = longer;
    }
    return choices.stream().map(choice -> of(sizes, choice)).toList();
  }

  /**
   * In: a term. Out: the finite term; empty when a size or an element is not given, a literal lies outside of its range, or the instance has
   * more than {@value Caps#MOST_WALKED} nodes. Nothing is simplified: what was undefined at a point still is.
   */
  Optional<Term> expand(Term term) {
    int[] left = {Caps.MOST_WALKED};
    return expand(term, new LinkedHashMap<>(), left);
  }

  /** The component at literal indices. */
  Optional<Term.Entry> component(Term.Entry entry) {
    return entry(entry, new LinkedHashMap<>());
  }

  private Optional<Term> expand(Term term, Map<Index, Integer> bound, int[] left) {
    if (--left[0] < 0) {
      return Optional.empty();
    }
    return switch (term) {
      case Rational r -> Optional.of(r);
      case Term.Pi p -> Optional.of(p);
      case Term.Size s -> size(s.range()).map(Rational::of);
      case Term.Place p -> element(p.index(), bound).map(Rational::of);
      case Term.Entry e -> entry(e, bound).map(c -> c);
      case Term.Delta d ->
          element(d.left(), bound).flatMap(l -> element(d.right(), bound).map(r -> l.equals(r) ? Rational.ONE : Rational.ZERO));
      case Term.Sum s -> all(s.terms(), bound, left).map(Term.Sum::new);
      case Term.Product p -> all(p.factors(), bound, left).map(Term.Product::new);
      case Term.Power p -> expand(p.base(), bound, left).map(b -> new Term.Power(b, p.exponent()));
      case Term.Apply a -> expand(a.argument(), bound, left).map(u -> new Term.Apply(a.function(), u));
      case Term.Over o -> over(o, bound, left);
      case Term.Guard g -> guard(g, bound, left);
    };
  }

  private Optional<Term> over(Term.Over over, Map<Index, Integer> bound, int[] left) {
    Optional<Long> size = size(over.index().range());
    if (size.isEmpty()) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>();
    for (int k = 1; k <= size.get(); k++) {
      Map<Index, Integer> inner = new LinkedHashMap<>(bound);
      inner.put(over.index(), k);
      Optional<Term> term = expand(over.body(), inner, left);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      terms.add(term.get());
    }
    return Optional.of(new Term.Sum(terms));
  }

  private Optional<Term> guard(Term.Guard guard, Map<Index, Integer> bound, int[] left) {
    return switch (guard.condition()) {
      case Condition.Same s -> decided(s.left(), s.right(), (l, r) -> l == r, guard.body(), bound, left);
      case Condition.Distinct d -> decided(d.left(), d.right(), (l, r) -> l != r, guard.body(), bound, left);
      case Condition.Before b -> decided(b.left(), b.right(), (l, r) -> l < r, guard.body(), bound, left);
      case Condition.Positive p -> onTerm(p, guard.body(), bound, left);
      case Condition.NonNegative p -> onTerm(p, guard.body(), bound, left);
      case Condition.Zero p -> onTerm(p, guard.body(), bound, left);
      case Condition.NonZero p -> onTerm(p, guard.body(), bound, left);
    };
  }

  private interface Comparison {
    boolean holds(long left, long right);
  }

  /** A guard on indices: the body, or 0 without looking at the body. */
  private Optional<Term> decided(Index l, Index r, Comparison comparison, Term body, Map<Index, Integer> bound, int[] left) {
    Optional<Long> first = element(l, bound);
    Optional<Long> second = element(r, bound);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return comparison.holds(first.get(), second.get()) ? expand(body, bound, left) : Optional.of(Rational.ZERO);
  }

  private Optional<Term> onTerm(Condition condition, Term body, Map<Index, Integer> bound, int[] left) {
    Optional<Term> subject = expand(Terms.terms(condition).get(0), bound, left);
    return subject.flatMap(u -> expand(body, bound, left).map(b -> new Term.Guard(Terms.mapTerm(condition, t -> u), b)));
  }

  private Optional<List<Term>> all(List<Term> terms, Map<Index, Integer> bound, int[] left) {
    List<Term> expanded = new ArrayList<>();
    for (Term term : terms) {
      Optional<Term> one = expand(term, bound, left);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      expanded.add(one.get());
    }
    return Optional.of(expanded);
  }

  private Optional<Term.Entry> entry(Term.Entry entry, Map<Index, Integer> bound) {
    List<Index> literals = new ArrayList<>();
    for (Index index : entry.indices()) {
      Optional<Long> element = element(index, bound);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      literals.add(new Index.Literal(Math.toIntExact(element.get()), index.range()));
    }
    return Optional.of(new Term.Entry(entry.family(), literals));
  }

  private Optional<Long> size(Range range) {
    OptionalInt fixed = range.fixed();
    Integer given = sizes.get(range.name());
    return fixed.isPresent() ? Optional.of((long) fixed.getAsInt()) : given == null ? Optional.empty() : Optional.of((long) given);
  }

  private Optional<Long> element(Index index, Map<Index, Integer> bound) {
    Optional<Long> size = size(index.range());
    Optional<Long> element =
        switch (index) {
          case Index.Bound b -> given(bound.get(b));
          case Index.Free f -> given(elements.get(key(f)));
          case Index.Literal l -> l.value() == Index.Literal.LAST ? size : Optional.of((long) l.value());
        };
    return element.filter(e -> size.isPresent() && e <= size.get());
  }

  /** Two ranges are the same when their names are. */
  private static String key(Index.Free index) {
    return index.name() + '\u0000' + index.range().name();
  }

  private static Optional<Long> given(@Nullable Integer element) {
    return element == null ? Optional.empty() : Optional.of((long) element);
  }
}
