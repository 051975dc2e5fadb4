package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.TermOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A point (SOUNDNESS 1.1): every size, free index and component fixed.
 *
 * @param sizes of the ranges
 * @param indices the element (from 1) each free index stands for
 * @param values the components, in the order they are to be shown
 */
public record Point(Map<Range, Integer> sizes, Map<Index.Free, Integer> indices, Map<Component, Rational> values) {
  /** A component of a family at elements counted from 1. */
  public record Component(Family family, List<Integer> elements) {
    public Component {
      elements = List.copyOf(elements);
    }
  }

  public Point {
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The element an index stands for; 0 where that is not given. */
  int element(Index index) {
    return switch (index) {
      case Index.Literal l -> l.value() == Index.Literal.LAST ? first(sizes, r -> TermOrder.compare(r, l.range()) == 0) : l.value();
      case Index.Free f -> first(indices, i -> TermOrder.compare(i, f) == 0);
      case Index.Bound b -> 0;
    };
  }

  private static <K> int first(Map<K, Integer> map, Predicate<K> wanted) {
    return map.entrySet().stream().filter(e -> wanted.test(e.getKey())).mapToInt(Map.Entry::getValue).findFirst().orElse(0);
  }
}
