package dev.gradus.proof.kernel;

import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nested sums of one product, as x^T A^T A x: finite sums are exchanged and what does not mention an index is taken out of its sum. With some sums left
 * outside, the product falls into parts without common indices; parts that differ only in the names of their indices are equal, and an even number of
 * equal parts is a square.
 */
final class Contracted {
  private static final int BINDERS = 5;
  private static final int FACTORS = 12;
  private static final int OWN = 3;

  private final PolynomialSign in;
  private final List<Index.Bound> binders = new ArrayList<>();
  private final List<Term> factors = new ArrayList<>();

  private Contracted(PolynomialSign in) {
    this.in = in;
  }

  /** Not negative, or anything. */
  static int signs(Term.Over over, PolynomialSign in) {
    Contracted c = new Contracted(in);
    c.collect(Terms.freshBound(over, Math.max(PolynomialSign.JOINED * 2, Terms.greatestBound(over))));
    if (c.binders.size() < 2 || c.binders.size() > BINDERS || c.factors.size() > FACTORS) {
      return Signs.ANY;
    }
    for (int outside = 0; outside < 1 << c.binders.size(); outside++) {
      if ((c.product(outside) & Signs.NEG) == 0) {
        return Signs.NOT_NEG;
      }
    }
    return Signs.ANY;
  }

  private void collect(Term t) {
    switch (t) {
      case Term.Over o -> {
        binders.add(o.index());
        collect(o.body());
      }
      case Term.Product p -> p.factors().forEach(this::collect);
      default -> factors.add(t);
    }
  }

  /** The sign of the product of the parts, the sums of the set left outside. */
  private int product(int outside) {
    List<Index.Bound> own = new ArrayList<>();
    for (int k = 0; k < binders.size(); k++) {
      if ((outside >> k & 1) == 0) {
        own.add(binders.get(k));
      }
    }
    Map<List<Term>, Integer> times = new LinkedHashMap<>();
    List<Term> left = new ArrayList<>(factors);
    while (!left.isEmpty()) {
      List<Term> part = part(left, own);
      left.removeAll(part);
      in.budget.spend(part.size());
      times.merge(canonical(part, own), 1, Integer::sum);
    }
    int s = Signs.POS;
    for (Map.Entry<List<Term>, Integer> t : times.entrySet()) {
      s = Signs.times(s, Signs.power(Sign.byStructure(Terms.product(t.getKey()), in.facts, in.budget), t.getValue()));
    }
    return s;
  }

  /** The first factor with all that share an index with it, directly or by others; equal factors stay together. */
  private static List<Term> part(List<Term> from, List<Index.Bound> own) {
    Set<Index.Bound> linked = new LinkedHashSet<>();
    List<Term> part = new ArrayList<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Term f : from) {
        boolean first = part.isEmpty();
        if (!part.contains(f) && (first || linked.stream().anyMatch(i -> Terms.mentions(f, i)))) {
          part.addAll(from.stream().filter(f::equals).toList());
          own.stream().filter(i -> Terms.mentions(f, i)).forEach(linked::add);
          grown = true;
        }
      }
    }
    return part;
  }

  /** The part under the least of the names its own indices can have; a part with many indices under the names it has. */
  private List<Term> canonical(List<Term> part, List<Index.Bound> own) {
    List<Index.Bound> here = own.stream().filter(i -> part.stream().anyMatch(f -> Terms.mentions(f, i))).toList();
    List<List<Term>> all = new ArrayList<>();
    if (here.size() <= OWN) {
      permuted(part, here, new LinkedHashMap<>(), all);
    }
    return all.stream().min(Contracted::compare).orElse(part);
  }

  private void permuted(List<Term> part, List<Index.Bound> here, Map<Index, Index> names, List<List<Term>> into) {
    if (names.size() == here.size()) {
      in.budget.spend(part.size());
      into.add(part.stream().map(f -> Terms.substitute(f, names)).sorted(TermOrder.TERMS).toList());
      return;
    }
    for (Index.Bound i : here) {
      if (!names.containsKey(i)) {
        Map<Index, Index> more = new LinkedHashMap<>(names);
        more.put(i, new Index.Bound(PolynomialSign.JOINED * 3 + names.size(), i.range()));
        permuted(part, here, more, into);
      }
    }
  }

  private static int compare(List<Term> a, List<Term> b) {
    for (int k = 0; k < Math.min(a.size(), b.size()); k++) {
      int c = TermOrder.compare(a.get(k), b.get(k));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
