package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Word.Scale;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A term multiplied out into networks of matrices; what is no polynomial stays whole as a label of the one index it depends on, or as a scale. */
final class NetworkExpansion {
  private static final int MOST = 2_000;
  /** Binders inside what stays whole are numbered from here. */
  private static final int INNER = 1 << 20;

  /** A product with the indices it is summed over; factors with their exponents. */
  private record Raw(Rational coefficient, Map<Term, Integer> factors, Set<Index> bound) {}

  /** It is no such product. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit() {
      super("no network", null, false, false);
    }
  }

  private final List<Family> symmetric;
  private final Budget budget;
  private int made;

  private NetworkExpansion(List<Family> symmetric, int above, Budget budget) {
    this.symmetric = symmetric;
    this.made = above;
    this.budget = budget;
  }

  /** In: a term; families that are symmetric. Out: its networks; empty where the term is none. */
  static Optional<Word.Sum<Network>> of(Term term, List<Family> symmetric, Budget budget) {
    int above = Terms.greatestBound(term);
    if (above >= INNER / 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new NetworkExpansion(symmetric, above, budget).run(term));
    } catch (Unfit unfit) {
      return Optional.empty();
    }
  }

  private Word.Sum<Network> run(Term term) {
    Word.Sum<Network> sum = new Word.Sum<>();
    Deque<Raw> open = new ArrayDeque<>();
    open.add(raw(Rational.ONE, new LinkedHashMap<>(), new LinkedHashSet<>(), term, 1));
    int seen = 0;
    while (!open.isEmpty()) {
      budget.spend(1);
      if (++seen > MOST) {
        throw new Unfit();
      }
      Raw raw = open.removeFirst();
      if (raw.coefficient().isZero()) {
        continue;
      }
      Optional<Term> next = raw.factors().entrySet().stream().filter(f -> f.getValue() > 0 && isOpened(f.getKey())).map(Map.Entry::getKey).findFirst();
      if (next.isEmpty()) {
        place(raw, sum);
      } else {
        opened(raw, next.get()).forEach(open::addFirst);
      }
    }
    return sum;
  }

  private static boolean isOpened(Term t) {
    return t instanceof Term.Sum || t instanceof Term.Over;
  }

  /** One of the powers of a sum written out. */
  private List<Raw> opened(Raw raw, Term factor) {
    Map<Term, Integer> rest = new LinkedHashMap<>(raw.factors());
    rest.merge(factor, -1, Integer::sum);
    rest.values().removeIf(e -> e == 0);
    List<Raw> all = new ArrayList<>();
    if (factor instanceof Term.Sum s) {
      for (Term t : s.terms()) {
        all.add(raw(raw.coefficient(), rest, raw.bound(), t, 1));
      }
    } else if (factor instanceof Term.Over o) {
      Index.Bound fresh = new Index.Bound(++made, o.index().range());
      if (made >= INNER / 2) {
        throw new Unfit();
      }
      Set<Index> bound = new LinkedHashSet<>(raw.bound());
      bound.add(fresh);
      all.add(raw(raw.coefficient(), rest, bound, Terms.substitute(o.body(), o.index(), fresh), 1));
    }
    return all;
  }

  /** The product with one more factor to a power: products are taken apart, everything else stays. */
  private Raw raw(Rational coefficient, Map<Term, Integer> factors, Set<Index> bound, Term factor, int exponent) {
    Map<Term, Integer> all = new LinkedHashMap<>(factors);
    Rational c = multiply(coefficient, all, factor, exponent);
    all.values().removeIf(e -> e == 0);
    return new Raw(c, all, bound);
  }

  private Rational multiply(Rational coefficient, Map<Term, Integer> all, Term factor, int exponent) {
    budget.spend(1);
    if (Math.abs(exponent) > 64) {
      throw new Unfit();
    }
    switch (factor) {
      case Rational r -> {
        if (r.isZero() && exponent < 0) {
          throw new Unfit();
        }
        return coefficient.times(r.isZero() ? Rational.ZERO : r.pow(exponent));
      }
      case Term.Product p -> {
        Rational c = coefficient;
        for (Term t : p.factors()) {
          c = multiply(c, all, t, exponent);
        }
        return c;
      }
      case Term.Power p -> {
        if (p.exponent() == 0) {
          return coefficient;
        }
        boolean root = p.base() instanceof Term.Apply a && a.function() == Function.Elementary.SQRT && p.exponent() % 2 == 0;
        return root
            ? multiply(coefficient, all, ((Term.Apply) p.base()).argument(), exponent * p.exponent() / 2)
            : multiply(coefficient, all, p.base(), exponent * p.exponent());
      }
      case Term.Sum s when s.terms().size() == 1 -> {
        return multiply(coefficient, all, s.terms().get(0), exponent);
      }
      case Term.Delta d -> {
        all.put(d, 1);
        return coefficient;
      }
      default -> {
        all.merge(Terms.freshBound(factor, INNER), exponent, Integer::sum);
        return coefficient;
      }
    }
  }

  // --- products of components

  private void place(Raw raw, Word.Sum<Network> sum) {
    Map<Term, Integer> factors = new LinkedHashMap<>(raw.factors());
    Set<Index> bound = new LinkedHashSet<>(raw.bound());
    List<Network.Edge> edges = new ArrayList<>();
    Optional<Map<Term, Integer>> without = withoutDeltas(factors, bound, edges);
    if (without.isEmpty()) {
      return;
    }
    Map<Term, Integer> scales = new TreeMap<>(TermOrder.TERMS);
    Map<Index, Scale> labels = new LinkedHashMap<>();
    without.get().forEach((t, e) -> classify(t, e, bound, edges, labels, scales));
    labels.values().removeIf(Scale::isOne);
    List<Range> sizes = new ArrayList<>();
    Network network = Network.of(edges, labels, bound, sizes).orElseThrow(Unfit::new);
    Scale scale = new Scale(scales);
    Rational coefficient = raw.coefficient();
    for (Range r : sizes) {
      scale = scale.times(Word.size(r));
      coefficient = coefficient.times(Word.count(r));
    }
    sum.add(network, scale, coefficient);
  }

  /** A delta on a bound index puts the other one in its place; one of two different numbered elements makes the product 0. */
  private Optional<Map<Term, Integer>> withoutDeltas(Map<Term, Integer> start, Set<Index> bound, List<Network.Edge> edges) {
    Map<Term, Integer> factors = start;
    while (true) {
      budget.spend(1);
      Optional<Term.Delta> delta = factors.keySet().stream().filter(t -> t instanceof Term.Delta).map(t -> (Term.Delta) t).findFirst();
      if (delta.isEmpty()) {
        return Optional.of(factors);
      }
      Index a = delta.get().left();
      Index b = delta.get().right();
      Map<Term, Integer> rest = new LinkedHashMap<>(factors);
      rest.remove(delta.get());
      if (!a.equals(b)) {
        if (bound.contains(a) || bound.contains(b)) {
          Index from = bound.contains(a) ? a : b;
          Index to = bound.contains(a) ? b : a;
          bound.remove(from);
          Map<Term, Integer> renamed = new LinkedHashMap<>();
          rest.forEach((t, e) -> renamed.merge(Terms.substitute(t, from, to), t instanceof Term.Delta ? 1 : e, t instanceof Term.Delta ? (x, y) -> 1 : Integer::sum));
          renamed.values().removeIf(e -> e == 0);
          rest = renamed;
        } else if (a instanceof Index.Literal x && b instanceof Index.Literal y) {
          if (x.value() == Index.Literal.LAST || y.value() == Index.Literal.LAST) {
            throw new Unfit();
          }
          return Optional.empty();
        } else {
          edges.add(new Network.Edge(Optional.empty(), a, b));
        }
      }
      factors = rest;
    }
  }

  private void classify(Term t, int exponent, Set<Index> bound, List<Network.Edge> edges, Map<Index, Scale> labels, Map<Term, Integer> scales) {
    Set<Index> on = new LinkedHashSet<>();
    Terms.visit(
        t,
        x -> {
          for (Index i : Terms.ownIndices(x)) {
            if (!(i instanceof Index.Bound) || bound.contains(i)) {
              on.add(i);
            }
          }
        });
    if (t instanceof Term.Entry e && e.indices().size() == 2) {
      if (exponent < 0 || exponent > 4) {
        throw new Unfit();
      }
      boolean isSymmetric = symmetric.stream().anyMatch(f -> ClaimParts.same(f, e.family()));
      for (int k = 0; k < exponent; k++) {
        edges.add(new Network.Edge(Optional.of(new Word.Matrix(e.family(), false, isSymmetric)), e.indices().get(0), e.indices().get(1)));
      }
    } else if (on.isEmpty()) {
      scales.merge(t, exponent, Integer::sum);
    } else if (on.size() == 1) {
      Index i = on.iterator().next();
      labels.merge(i, Scale.of(Terms.substitute(t, i, Network.place(i.range())), exponent), Scale::times);
    } else {
      throw new Unfit();
    }
  }
}
