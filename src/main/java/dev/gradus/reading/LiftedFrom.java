package dev.gradus.reading;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Before which statements words may lift what was assumed (READING 3). */
final class LiftedFrom {
  private final Numbering numbering;
  private final IntFunction<Optional<Integer>> sentence;
  private final Lifted lifted;
  /** of each sentence its first statement */
  private final NavigableMap<Integer, Integer> first = new TreeMap<>();

  /** @param sentence of a clause */
  LiftedFrom(Numbering numbering, IntFunction<Optional<Integer>> sentence, Lifted lifted) {
    this.numbering = numbering;
    this.sentence = sentence;
    this.lifted = lifted;
    for (int n = 0; n < numbering.places().size(); n++) {
      int number = n;
      sentence.apply(numbering.places().get(n).clause()).ifPresent(s -> first.putIfAbsent(s, number));
    }
  }

  /** How many statements stand before the last words up to statement {@code n} that lift what was assumed. */
  int of(int n) {
    int last = sentence.apply(numbering.places().get(n).clause()).map(lifted::last).orElse(-1);
    Map.Entry<Integer, Integer> behind = first.ceilingEntry(last);
    return last < 0 ? 0 : Math.min(n, behind == null ? n : behind.getValue());
  }
}
