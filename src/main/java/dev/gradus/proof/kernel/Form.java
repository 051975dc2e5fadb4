package dev.gradus.proof.kernel;

import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.TermOrder;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A rational combination of monomials, sorted; no coefficient is 0, so the empty form is 0. */
final class Form implements Comparable<Form> {
  static final Form ZERO = new Form(new TreeMap<>());
  static final Form ONE = of(Monomial.ONE, Rational.ONE);

  private final NavigableMap<Monomial, Rational> terms;
  private final int height;

  Form(NavigableMap<Monomial, Rational> terms) {
    this.terms = Collections.unmodifiableNavigableMap(terms);
    int deepest = 0;
    for (Monomial monomial : terms.keySet()) {
      deepest = Math.max(deepest, monomial.height());
    }
    this.height = deepest;
  }

  static Form of(Monomial monomial, Rational coefficient) {
    NavigableMap<Monomial, Rational> one = new TreeMap<>();
    if (!coefficient.isZero()) {
      one.put(monomial, coefficient);
    }
    return new Form(one);
  }

  static Form of(Rational value) {
    return of(Monomial.ONE, value);
  }

  static Form of(Atom atom) {
    return of(Monomial.of(atom, 1), Rational.ONE);
  }

  NavigableMap<Monomial, Rational> terms() {
    return terms;
  }

  int size() {
    return terms.size();
  }

  int height() {
    return height;
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isOne() {
    return rational().filter(Rational::isOne).isPresent();
  }

  /** Its value when it is a number. */
  Optional<Rational> rational() {
    if (terms.isEmpty()) {
      return Optional.of(Rational.ZERO);
    }
    return terms.size() == 1 && terms.firstKey().isOne() ? Optional.of(terms.firstEntry().getValue()) : Optional.empty();
  }

  /** Its only monomial when it has one, without binders. */
  Optional<Monomial> single() {
    return terms.size() == 1 && terms.firstKey().binders().isEmpty() ? Optional.of(terms.firstKey()) : Optional.empty();
  }

  boolean mentions(Index index) {
    for (Monomial monomial : terms.keySet()) {
      if (monomial.mentions(index)) {
        return true;
      }
    }
    return false;
  }

  /** All indices in it, those of its own binders too. */
  Set<Index> indices() {
    Set<Index> found = new TreeSet<>(TermOrder.INDICES);
    collectIndices(found);
    return found;
  }

  private void collectIndices(Set<Index> into) {
    for (Monomial monomial : terms.keySet()) {
      for (Atom atom : monomial.factors().keySet()) {
        into.addAll(atom.ownIndices());
        atom.insides().forEach(f -> f.collectIndices(into));
      }
    }
  }

  Form scale(Rational by) {
    if (by.isOne()) {
      return this;
    }
    NavigableMap<Monomial, Rational> scaled = new TreeMap<>();
    if (!by.isZero()) {
      terms.forEach((m, c) -> scaled.put(m, c.times(by)));
    }
    return new Form(scaled);
  }

  Form plus(Form other) {
    if (other.isZero()) {
      return this;
    }
    NavigableMap<Monomial, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((m, c) -> addTo(sum, m, c));
    return new Form(sum);
  }

  Form minus(Form other) {
    return plus(other.scale(Rational.MINUS_ONE));
  }

  static void addTo(NavigableMap<Monomial, Rational> sum, Monomial monomial, Rational coefficient) {
    Rational old = sum.get(monomial);
    Rational now = old == null ? coefficient : old.plus(coefficient);
    if (now.isZero()) {
      sum.remove(monomial);
    } else {
      sum.put(monomial, now);
    }
  }

  @Override
  public int compareTo(Form other) {
    if (this == other) {
      return 0;
    }
    int c = Integer.compare(terms.size(), other.terms.size());
    Iterator<Map.Entry<Monomial, Rational>> mine = terms.entrySet().iterator();
    Iterator<Map.Entry<Monomial, Rational>> theirs = other.terms.entrySet().iterator();
    while (c == 0 && mine.hasNext()) {
      Map.Entry<Monomial, Rational> a = mine.next();
      Map.Entry<Monomial, Rational> b = theirs.next();
      c = a.getKey().compareTo(b.getKey());
      if (c == 0) {
        c = a.getValue().compareTo(b.getValue());
      }
    }
    return c;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Form f && compareTo(f) == 0;
  }

  @Override
  public int hashCode() {
    return terms.size();
  }
}
