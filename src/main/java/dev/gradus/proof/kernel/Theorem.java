package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made by {@link Kernel} only. */
record Theorem(Claim claim, Evidence evidence, List<Assumption> used, List<Condition> cuts, Map<Range, Integer> leastSizes)
    implements Verdict.Proved {
  Theorem {
    used = List.copyOf(used);
    cuts = List.copyOf(cuts);
    leastSizes = Collections.unmodifiableMap(new LinkedHashMap<>(leastSizes));
  }
}
