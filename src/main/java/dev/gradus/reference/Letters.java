package dev.gradus.reference;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Renaming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Letters of a reference form put one to one on letters of an answer: ranges to ranges, families to families with the same axes in the same order,
 * free indices to free indices. A symbol never goes to a transposed, negated or scaled one: only names change.
 */
record Letters(Map<String, Range> ranges, Map<Family, Family> families, Map<Index.Free, Index.Free> indices) implements Renaming {
  private static final int MOST = 64;

  /**
   * In: the letters of both sides. Out: every one-to-one assignment of all of them; none when the numbers differ; at most {@value #MOST}.
   */
  static List<Letters> all(List<Family> from, List<Index.Free> fromIndices, List<Family> to, List<Index.Free> toIndices) {
    if (from.size() != to.size() || fromIndices.size() != toIndices.size()) {
      return List.of();
    }
    List<Letters> found = List.of(new Letters(Map.of(), Map.of(), Map.of()));
    for (Family family : from) {
      List<Letters> longer = new ArrayList<>();
      for (Letters letters : found) {
        to.forEach(target -> letters.with(family, target).ifPresent(longer::add));
      }
      found = first(longer);
    }
    for (Index.Free index : fromIndices) {
      List<Letters> longer = new ArrayList<>();
      for (Letters letters : found) {
        toIndices.forEach(target -> letters.with(index, target).ifPresent(longer::add));
      }
      found = first(longer);
    }
    return found;
  }

  private static List<Letters> first(List<Letters> found) {
    return found.size() > MOST ? found.subList(0, MOST) : found;
  }

  private Optional<Letters> with(Family family, Family target) {
    boolean fits =
        target.axes().size() == family.axes().size()
            && target.kind() == family.kind()
            && target.arguments().isEmpty()
            && !families.containsValue(target);
    if (!fits) {
      return Optional.empty();
    }
    Map<String, Range> widened = new LinkedHashMap<>(ranges);
    for (int k = 0; k < family.axes().size(); k++) {
      if (!put(widened, family.axes().get(k), target.axes().get(k))) {
        return Optional.empty();
      }
    }
    Map<Family, Family> more = new LinkedHashMap<>(families);
    more.put(family, target);
    return Optional.of(new Letters(widened, more, indices));
  }

  private Optional<Letters> with(Index.Free index, Index.Free target) {
    Map<String, Range> widened = new LinkedHashMap<>(ranges);
    if (indices.containsValue(target) || !put(widened, index.range(), target.range())) {
      return Optional.empty();
    }
    Map<Index.Free, Index.Free> more = new LinkedHashMap<>(indices);
    more.put(index, target);
    return Optional.of(new Letters(widened, families, more));
  }

  /** False when it would not be one to one. */
  private static boolean put(Map<String, Range> ranges, Range range, Range target) {
    Range known = ranges.get(range.name());
    if (known != null) {
      return known.name().equals(target.name());
    }
    if (ranges.values().stream().anyMatch(r -> r.name().equals(target.name()))) {
      return false;
    }
    ranges.put(range.name(), target);
    return true;
  }

  @Override
  public Range range(Range range) {
    return ranges.getOrDefault(range.name(), range);
  }

  @Override
  public Index index(Index index) {
    return index instanceof Index.Free f ? indices.getOrDefault(f, f) : Renaming.super.index(index);
  }

  @Override
  public Family family(Family family) {
    return families.getOrDefault(family, family);
  }

  Assumption in(Assumption assumption) {
    Fact fact = assumption.fact().renamed(this);
    // Of a reference form's assumptions only this one names a letter.
    String text = fact instanceof Fact.SumsToOne s ? "the target " + s.family().name() + " sums to 1" : assumption.text();
    return new Assumption(fact, assumption.origin(), text, assumption.offset());
  }
}
