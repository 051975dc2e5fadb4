package dev.gradus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts over relations.
 *
 * @param relations all of them
 * @param claims those that are proved, supported, refuted, undecided or unread
 * @param decided those that are proved or refuted
 * @param verdicts how many have each verdict; verdicts that do not occur are absent
 * @param reasons how many claims are undecided or unread for each reason code, sorted by code
 */
public record Tally(
    int relations,
    int claims,
    int decided,
    Map<CheckedVerdict, Integer> verdicts,
    Map<CheckedVerdict, SortedMap<String, Integer>> reasons) {

  public static Tally of(List<CheckedRelation> relations) {
    int claims = 0;
    int decided = 0;
    Map<CheckedVerdict, Integer> verdicts = new EnumMap<>(CheckedVerdict.class);
    Map<CheckedVerdict, SortedMap<String, Integer>> reasons = new EnumMap<>(CheckedVerdict.class);
    for (CheckedRelation r : relations) {
      CheckedVerdict verdict = r.verdict();
      claims += verdict.isClaim() ? 1 : 0;
      decided += verdict.isDecided() ? 1 : 0;
      verdicts.merge(verdict, 1, Integer::sum);
      if (verdict == CheckedVerdict.UNDECIDED || verdict == CheckedVerdict.UNREAD) {
        reasons.computeIfAbsent(verdict, v -> new TreeMap<>()).merge(r.code(), 1, Integer::sum);
      }
    }
    return new Tally(
        relations.size(),
        claims,
        decided,
        Collections.unmodifiableMap(verdicts),
        Collections.unmodifiableMap(reasons));
  }

  /** How many relations have this verdict. */
  public int count(CheckedVerdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  /** The share of claims that are decided; 1 when there is no claim. */
  public double coverage() {
    return claims == 0 ? 1.0 : (double) decided / claims;
  }
}
