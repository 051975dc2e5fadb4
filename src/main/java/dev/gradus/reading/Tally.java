package dev.gradus.reading;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a scan of one sentence counts and has seen. */
final class Tally {
  /** Counts. */
  enum Count {
    DISPLAYS,
    ROWS,
    /** the event behind the words that end conditions; -1 when there are none */
    GENERAL,
    /** relations before "to zero" */
    ZERO_BEFORE,
    /** the last word that says equality, minimum, zero */
    EXTREME
  }

  /** Things seen. */
  enum Seen {
    ZERO,
    STATIONARY,
    THROUGHOUT,
    GOAL,
    BOUNDARY,
    /** "for all": a reason is no condition there */
    QUANTIFIED
  }

  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final Set<Seen> seen = EnumSet.noneOf(Seen.class);

  private boolean equivalent;

  int get(Count count) {
    int unset =
        switch (count) {
          case DISPLAYS, ROWS -> 0;
          case GENERAL, ZERO_BEFORE -> -1;
          case EXTREME -> -100;
        };
    return counts.getOrDefault(count, unset);
  }

  void set(Count count, int value) {
    counts.put(count, value);
  }

  void next(Count count) {
    set(count, get(count) + 1);
  }

  /** "equivalently" leads to the next claim, or another word does. */
  void equivalent(boolean leads) {
    equivalent = leads;
  }

  /** Whether "equivalently" leads to this claim; it leads to no further one. */
  boolean isEquivalent() {
    boolean leads = equivalent;
    equivalent = false;
    return leads;
  }

  void see(Seen what) {
    seen.add(what);
  }

  boolean saw(Seen what) {
    return seen.contains(what);
  }
}
