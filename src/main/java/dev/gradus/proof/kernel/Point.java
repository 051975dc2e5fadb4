package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
}
