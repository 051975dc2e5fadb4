package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a proof rests on: the assumptions it used, what it cut out of the domain, and from which sizes on it holds. */
record Ground(List<Assumption> used, List<Condition> cuts, Map<Range, Integer> leastSizes) {
  Ground {
    used = List.copyOf(used);
    cuts = List.copyOf(cuts);
    leastSizes = Collections.unmodifiableMap(new LinkedHashMap<>(leastSizes));
  }
}
