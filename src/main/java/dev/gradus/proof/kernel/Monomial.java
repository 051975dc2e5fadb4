package dev.gradus.proof.kernel;

import dev.gradus.term.Index;
import dev.gradus.term.TermOrder;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A product of powers of atoms, summed over the bound indices (prenex, THEORY 1.4). Exponents are not 0; a denominator is a {@code BASE} atom with
 * a negative exponent. Made canonical by {@link Algebra}.
 */
final class Monomial implements Comparable<Monomial> {
  static final Monomial ONE = new Monomial(List.of(), new TreeMap<>());

  private final List<Index.Bound> binders;
  private final NavigableMap<Atom, Integer> factors;
  private final int height;

  Monomial(List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    this.binders = List.copyOf(binders);
    this.factors = Collections.unmodifiableNavigableMap(factors);
    int deepest = 0;
    for (Atom atom : factors.keySet()) {
      deepest = Math.max(deepest, atom.height());
    }
    this.height = deepest;
  }

  static Monomial of(Atom atom, int exponent) {
    NavigableMap<Atom, Integer> one = new TreeMap<>();
    one.put(atom, exponent);
    return new Monomial(List.of(), one);
  }

  List<Index.Bound> binders() {
    return binders;
  }

  NavigableMap<Atom, Integer> factors() {
    return factors;
  }

  int height() {
    return height;
  }

  boolean isOne() {
    return binders.isEmpty() && factors.isEmpty();
  }

  int exponent(Atom atom) {
    return factors.getOrDefault(atom, 0);
  }

  /** Whether the index occurs free in it. */
  boolean mentions(Index index) {
    if (index instanceof Index.Bound b && binders.contains(b)) {
      return false;
    }
    for (Atom atom : factors.keySet()) {
      if (atom.mentions(index)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an atom mentions a binder of this monomial. */
  boolean isLocal(Atom atom) {
    for (Index.Bound binder : binders) {
      if (atom.mentions(binder)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Monomial other) {
    if (this == other) {
      return 0;
    }
    int c = Integer.compare(binders.size(), other.binders.size());
    if (c == 0) {
      c = Integer.compare(factors.size(), other.factors.size());
    }
    for (int k = 0; c == 0 && k < binders.size(); k++) {
      c = TermOrder.compare(binders.get(k), other.binders.get(k));
    }
    Iterator<Map.Entry<Atom, Integer>> mine = factors.entrySet().iterator();
    Iterator<Map.Entry<Atom, Integer>> theirs = other.factors.entrySet().iterator();
    while (c == 0 && mine.hasNext()) {
      Map.Entry<Atom, Integer> a = mine.next();
      Map.Entry<Atom, Integer> b = theirs.next();
      c = a.getKey().compareTo(b.getKey());
      if (c == 0) {
        c = Integer.compare(a.getValue(), b.getValue());
      }
    }
    return c;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial m && compareTo(m) == 0;
  }

  @Override
  public int hashCode() {
    return binders.size() * 31 + factors.size();
  }
}
