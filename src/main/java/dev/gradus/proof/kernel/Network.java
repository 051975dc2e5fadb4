package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Word.Letter;
import dev.gradus.proof.kernel.Word.Scale;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A product of components under sums over indices, as what it is without names of bound indices: chains of matrices between open indices or vectors, cycles
 * (traces), sums of products of vectors. Every bound index stands at most twice on matrices; what stands on it besides is a diagonal matrix.
 *
 * @param open what depends on an open index that more than one chain ends at
 */
record Network(Map<Index, Scale> open, List<Chain> chains, List<Cycle> cycles, List<Word.Vector> sums) {
  /** Stands for the index in labels. */
  static final String PLACE = "\u25a1";

  /** Open indices at the ends; where there is none the word ends in a vector. */
  record Chain(Optional<Index> left, List<Letter> word, Optional<Index> right) {
    Chain {
      word = List.copyOf(word);
    }

    /** The one of two directions whose first end is written first; between equal ends the word decides. */
    Chain canonical() {
      Chain back = turned();
      int c = end().compareTo(back.end());
      c = c != 0 ? c : toString().compareTo(back.toString());
      return c <= 0 ? this : back;
    }

    /** What stands at the left end. */
    private String end() {
      return left.map(Index::toString).orElseGet(() -> word.isEmpty() ? "" : "~" + word.getFirst());
    }

    /** Whether both ends are the same. */
    boolean isEven() {
      return end().equals(turned().end());
    }

    private Chain turned() {
      Optional<Index> first = right;
      Optional<Index> last = left;
      return new Chain(first, Word.reversed(word), last);
    }
  }

  /** A trace. */
  record Cycle(List<Letter> word) {
    Cycle {
      word = List.copyOf(word);
    }

    /** The one of all starts and both directions that is written first. */
    Cycle canonical() {
      Cycle best = this;
      for (List<Letter> from : List.of(word, Word.reversed(word))) {
        for (int k = 0; k < from.size(); k++) {
          Cycle turned = new Cycle(Word.joined(from.subList(k, from.size()), from.subList(0, k)));
          best = turned.toString().compareTo(best.toString()) < 0 ? turned : best;
        }
      }
      return best;
    }
  }

  Network {
    open = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(open));
    chains = chains.stream().map(Chain::canonical).sorted(java.util.Comparator.comparing(Chain::toString)).toList();
    cycles = cycles.stream().map(Cycle::canonical).sorted(java.util.Comparator.comparing(Cycle::toString)).toList();
    sums = sums.stream().sorted(java.util.Comparator.comparing(Word.Vector::toString)).toList();
  }

  static Index.Free place(Range range) {
    return new Index.Free(PLACE, range);
  }

  /** An edge: a matrix between two indices; no matrix where an open index is the same as another. */
  record Edge(Optional<Word.Matrix> matrix, Index from, Index to) {}

  /** Puts edges and labels together; empty where a bound index joins more than two matrices. Counts of ranges go to {@code sizes}. */
  static Optional<Network> of(List<Edge> edges, Map<Index, Scale> labels, Set<Index> bound, List<Range> sizes) {
    return new Walk(edges, labels, bound).run(sizes);
  }

  /** Follows edges from end to end. */
  private static final class Walk {
    private final List<Edge> edges;
    private final Map<Index, Scale> labels;
    private final Set<Index> bound;
    private final Map<Index, List<Integer>> at = new LinkedHashMap<>();
    private final List<Integer> left = new ArrayList<>();

    Walk(List<Edge> edges, Map<Index, Scale> labels, Set<Index> bound) {
      this.edges = edges;
      this.labels = labels;
      this.bound = bound;
      for (int k = 0; k < edges.size(); k++) {
        at.computeIfAbsent(edges.get(k).from(), i -> new ArrayList<>()).add(k);
        at.computeIfAbsent(edges.get(k).to(), i -> new ArrayList<>()).add(k);
        left.add(k);
      }
    }

    Optional<Network> run(List<Range> sizes) {
      if (bound.stream().anyMatch(b -> at.getOrDefault(b, List.of()).size() > 2)) {
        return Optional.empty();
      }
      Map<Index, Scale> open = new TreeMap<>(dev.gradus.term.TermOrder.INDICES);
      List<Chain> chains = new ArrayList<>();
      List<Cycle> cycles = new ArrayList<>();
      List<Word.Vector> sums = new ArrayList<>();
      labels.forEach(
          (i, scale) -> {
            int ends = at.getOrDefault(i, List.of()).size();
            if (!bound.contains(i) && ends == 0) {
              chains.add(new Chain(Optional.of(i), List.of(new Word.Vector(i.range(), scale, false)), Optional.empty()));
            } else if (!bound.contains(i) && ends > 1) {
              open.put(i, scale);
            } else if (bound.contains(i) && ends == 0) {
              sums.add(new Word.Vector(i.range(), scale, false));
            }
          });
      bound.stream().filter(b -> !at.containsKey(b) && !labels.containsKey(b)).forEach(b -> sizes.add(b.range()));
      for (Index i : List.copyOf(at.keySet())) {
        boolean end = !bound.contains(i) || at.getOrDefault(i, List.of()).size() == 1;
        for (int edge : at.getOrDefault(i, List.of())) {
          if (end && left.contains(edge)) {
            chains.add(chain(i, edge));
          }
        }
      }
      while (!left.isEmpty()) {
        cycles.add(cycle(left.get(0)));
      }
      return Optional.of(new Network(open, chains, cycles, sums));
    }

    private Scale label(Index i) {
      return labels.getOrDefault(i, Scale.ONE);
    }

    private Chain chain(Index start, int first) {
      List<Letter> word = new ArrayList<>();
      end(start, word);
      Index here = start;
      int edge = first;
      while (true) {
        here = step(edge, here, word);
        Optional<Integer> next = bound.contains(here) ? at.getOrDefault(here, List.of()).stream().filter(left::contains).findFirst() : Optional.empty();
        if (next.isEmpty()) {
          break;
        }
        if (!label(here).isOne()) {
          word.add(new Word.Diagonal(here.range(), label(here)));
        }
        edge = next.get();
      }
      end(here, word);
      return new Chain(bound.contains(start) ? Optional.empty() : Optional.of(start), word, bound.contains(here) ? Optional.empty() : Optional.of(here));
    }

    /** A vector where the end is bound, a diagonal matrix where it is open, has labels and is the end of this chain only. */
    private void end(Index i, List<Letter> word) {
      if (bound.contains(i)) {
        word.add(new Word.Vector(i.range(), label(i), word.isEmpty()));
      } else if (!label(i).isOne() && at.getOrDefault(i, List.of()).size() == 1) {
        word.add(new Word.Diagonal(i.range(), label(i)));
      }
    }

    private Index step(int edge, Index here, List<Letter> word) {
      Edge e = edges.get(edge);
      left.remove(Integer.valueOf(edge));
      boolean forth = e.from().equals(here);
      e.matrix().ifPresent(m -> word.add(forth ? m : m.turned()));
      return forth ? e.to() : e.from();
    }

    private Cycle cycle(int first) {
      List<Letter> word = new ArrayList<>();
      Index start = edges.get(first).from();
      Index here = start;
      int edge = first;
      while (true) {
        if (!label(here).isOne()) {
          word.add(new Word.Diagonal(here.range(), label(here)));
        }
        here = step(edge, here, word);
        Optional<Integer> next = at.getOrDefault(here, List.of()).stream().filter(left::contains).findFirst();
        if (here.equals(start) || next.isEmpty()) {
          return new Cycle(word);
        }
        edge = next.get();
      }
    }
  }
}
