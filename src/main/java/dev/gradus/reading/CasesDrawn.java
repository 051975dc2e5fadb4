package dev.gradus.reading;

import dev.gradus.document.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * "f(z) = .., so f'(z) = 0 if z &lt; 0 and f'(z) = 1 if z &gt; 0": cases that are drawn from one claim, each with its own condition behind it. The conditions are not the
 * claim's, and no case is drawn from another one (READING 2).
 */
final class CasesDrawn {
  private CasesDrawn() {}

  /**
   * Takes from each claim what is a condition of its cases, and from each case what belongs to the other ones.
   *
   * @param trailed the conditions behind a clause that are surely its own
   * @param premises what clauses are drawn from, by words or arrows
   * @param maybe conditions that perhaps are those of a clause
   */
  static void part(Answer answer, Map<Integer, List<Integer>> trailed, Map<Integer, List<Integer>> premises, Map<Integer, List<Integer>> maybe, Function<Integer, Optional<Integer>> sentence) {
    List<Integer> drawn = premises.keySet().stream().filter(c -> !trailed.getOrDefault(c, List.of()).isEmpty()).sorted().toList();
    for (int k = 1; k < drawn.size(); k++) {
      int first = drawn.get(k - 1);
      int second = drawn.get(k);
      List<Integer> one = trailed.getOrDefault(first, List.of());
      List<Integer> two = trailed.getOrDefault(second, List.of());
      boolean cases = sentence.apply(first).isPresent() && sentence.apply(first).equals(sentence.apply(second)) && Collections.disjoint(one, two)
          && one.stream().anyMatch(a -> two.stream().anyMatch(b -> Lifetimes.sameLetters(answer.clauses().get(a), answer.clauses().get(b))));
      if (cases) {
        List<Integer> from = premises.getOrDefault(first, List.of());
        maybe.forEach((c, conditions) -> {
          if (c < first && from.contains(c)) {
            conditions.removeAll(one);
            conditions.removeAll(two);
          }
        });
        List<Integer> others = new ArrayList<>(one);
        others.add(first);
        premises.computeIfPresent(second, (c, all) -> all.stream().filter(p -> !others.contains(p)).toList());
      }
    }
  }
}
