package dev.gradus.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Letters for a number of one sample, z beside z_n = w^T x_n + b: where an index tells whole data vectors x_n apart, what it counts are samples, and a letter that shows no array
 * without the index is the number of one of them, not the row of all (READING 28).
 */
final class SampleNumbers {
  /** What data vectors are called. */
  private static final List<String> DATA = List.of("x", "\\mathbf{x}", "\\phi");

  private SampleNumbers() {}

  /** In: for each part what its uses of names show. Out: the letters; none where matrices are about, a bare y may be the column of all y_n there. */
  static Set<String> of(Map<Integer, Map<String, Trace>> byPart, Survey survey) {
    Set<String> keys = new TreeSet<>();
    byPart.values().forEach(t -> keys.addAll(t.keySet()));
    Set<String> found = new TreeSet<>();
    if (keys.stream().map(survey::everywhere).anyMatch(t -> t.matrixLike || t.stated.stream().anyMatch(r -> r > 1))) {
      return found;
    }
    Set<String> samples = new TreeSet<>();
    Set<String> classes = new TreeSet<>();
    for (String key : keys) {
      Trace t = survey.everywhere(key);
      if (DATA.contains(key) && t.needed(1) == 2) {
        samples.addAll(t.letters);
      } else if (t.needed(1) == 2) {
        // w_k^T x: k tells classes apart
        classes.addAll(t.letters);
      }
    }
    samples.removeAll(classes);
    keys.stream().filter(k -> number(survey.everywhere(k), samples)).forEach(found::add);
    return found;
  }

  private static boolean number(Trace t, Set<String> samples) {
    boolean plain = t.needed(0) == 0 && t.needed(1) < 2 && !t.bold && !t.vectorLike && t.stated.stream().allMatch(r -> r == 0);
    return plain && t.alone && t.indices == 1 && !t.letters.isEmpty() && samples.containsAll(t.letters);
  }
}
