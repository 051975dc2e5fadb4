package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Latex;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The equality patterns of a claim's open indices (SOUNDNESS 10): free ones and literals, literals distinct, the last element distinct from numbered
 * ones. In a range of small fixed size every free index is each element in turn.
 */
final class Patterns {
  /** For each open index of the claim what it is in this pattern; different values are different elements. */
  record Pattern(Map<Index, Index> merged) {
    Term in(Term term) {
      return Terms.substitute(term, merged);
    }

    Condition in(Condition condition) {
      return Terms.substitute(condition, merged);
    }

    Fact in(Fact fact) {
      return fact.renamed(Terms.replacing(merged));
    }

    /** The conditions that make this pattern special: which indices are the same element. */
    List<Condition.Same> same() {
      List<Condition.Same> found = new ArrayList<>();
      merged.forEach((from, to) -> {
        if (TermOrder.compare(from, to) != 0) {
          found.add(new Condition.Same(from, to));
        }
      });
      return found;
    }

    String text() {
      return String.join(", ", same().stream().map(Latex::of).toList());
    }

    /** Whether the point's elements have this pattern. */
    boolean fits(Point point) {
      Map<String, Integer> elements = new TreeMap<>();
      for (Map.Entry<Index, Index> one : merged.entrySet()) {
        for (Map.Entry<Index, Index> other : merged.entrySet()) {
          if (TermOrder.compare(one.getKey().range(), other.getKey().range()) == 0) {
            boolean same = TermOrder.compare(one.getValue(), other.getValue()) == 0;
            if (same != (element(one.getKey(), point, elements) == element(other.getKey(), point, elements))) {
              return false;
            }
          }
        }
        boolean exact = one.getValue() instanceof Index.Literal l && l.range().fixed().isPresent();
        if (exact && element(one.getKey(), point, elements) != element(one.getValue(), point, elements)) {
          return false;
        }
      }
      return true;
    }

    private static int element(Index index, Point point, Map<String, Integer> cache) {
      return index instanceof Index.Free f ? cache.computeIfAbsent(f.range().name() + " " + f.name(), k -> point.element(f)) : point.element(index);
    }
  }

  private Patterns() {}

  /** All patterns that the conditions on indices allow; at least one, unless they contradict each other. Refuses (Exhausted) too many. */
  static List<Pattern> of(List<Term> sides, List<Condition> stated, Budget budget) {
    TreeSet<Index> open = new TreeSet<>(TermOrder.INDICES);
    sides.forEach(t -> open.addAll(Terms.openIndices(t)));
    List<Index> all = new ArrayList<>(open);
    List<Condition> relevant = stated.stream().filter(c -> !Terms.indices(c).isEmpty() && open.containsAll(Terms.indices(c))).toList();
    List<Pattern> found = new ArrayList<>();
    grow(all, 0, new LinkedHashMap<>(), relevant, found, budget);
    return found;
  }

  private static void grow(
      List<Index> all, int next, Map<Index, Index> sofar, List<Condition> stated, List<Pattern> found, Budget budget) {
    budget.spend(1);
    if (stated.stream().anyMatch(c -> contradicts(c, sofar))) {
      return;
    }
    if (next == all.size()) {
      found.add(new Pattern(new LinkedHashMap<>(sofar)));
      budget.check(Budget.Limit.PATTERNS, found.size());
      return;
    }
    Index index = all.get(next);
    for (Index value : candidates(index, sofar)) {
      sofar.put(index, value);
      grow(all, next + 1, sofar, stated, found, budget);
      sofar.remove(index);
    }
  }

  /** What the index may be: an element met before, or one of its own. Literals come first in the order of indices. */
  private static List<Index> candidates(Index index, Map<Index, Index> sofar) {
    Range range = index.range();
    if (index instanceof Index.Literal l) {
      boolean last = l.value() == Index.Literal.LAST && range.fixed().isPresent();
      return List.of(last ? new Index.Literal(range.fixed().orElseThrow(), range) : l);
    }
    List<Index> values = new ArrayList<>();
    if (range.fixed().isPresent() && range.fixed().getAsInt() <= Lowering.WRITTEN_OUT) {
      for (int k = 1; k <= range.fixed().getAsInt(); k++) {
        values.add(new Index.Literal(k, range));
      }
      return values;
    }
    for (Index value : sofar.values()) {
      if (TermOrder.compare(value.range(), range) == 0 && !values.contains(value)) {
        values.add(value);
      }
    }
    values.add(index);
    return values;
  }

  private static boolean contradicts(Condition condition, Map<Index, Index> sofar) {
    List<Index> pair = Terms.indices(condition);
    if (!sofar.keySet().containsAll(pair)) {
      return false;
    }
    Index left = sofar.getOrDefault(pair.get(0), pair.get(0));
    Index right = sofar.getOrDefault(pair.get(1), pair.get(1));
    return !Guards.resolve(Guards.Kind.of(condition), left, right).orElse(true);
  }
}
