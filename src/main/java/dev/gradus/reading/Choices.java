package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run through the places where a formula can be read in more than one way: a run takes the option its script names, the first where
 * the script ends. {@link #next} is the script of the next run, depth first, so that all combinations are visited.
 */
final class Choices {
  /** What the choice of a letter's shape is called, with the letter behind. */
  static final String SHAPE = "shape of ";

  /** The choice between A + c and A + cI (READING 29). */
  static final String SHIFT = "a number added to a square matrix";

  private final List<Integer> script;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> offered = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** what was taken for all places alike */
  private final Map<String, Integer> same = new TreeMap<>();

  private int cost;

  Choices(List<Integer> script) {
    this.script = List.copyOf(script);
  }

  /** Takes one of {@code costs.length} options; each adds its cost. */
  int take(String what, int... costs) {
    int at = taken.size();
    int option = at < script.size() ? Math.min(script.get(at), costs.length - 1) : 0;
    taken.add(option);
    offered.add(costs.length);
    cost += costs[option];
    notes.add(what + " " + option);
    return option;
  }

  /** The same for what a claim leaves open at several places and means alike at all of them: it is taken, and costs, once. */
  int once(String what, int... costs) {
    Integer before = same.get(what);
    if (before != null) {
      return before;
    }
    int option = take(what, costs);
    same.put(what, option);
    return option;
  }

  /** How many choices of a kind were taken: their names begin with {@code kind}. */
  int count(String kind) {
    return (int) notes.stream().filter(n -> n.startsWith(kind)).count();
  }

  int cost() {
    return cost;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  Optional<List<Integer>> next() {
    for (int at = taken.size() - 1; at >= 0; at--) {
      if (taken.get(at) + 1 < offered.get(at)) {
        List<Integer> following = new ArrayList<>(taken.subList(0, at));
        following.add(taken.get(at) + 1);
        return Optional.of(following);
      }
    }
    return Optional.empty();
  }
}
