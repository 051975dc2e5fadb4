package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a defined name where a term spells out what it stands for: softmax(Wx + b) is softmax(z) where z = Wx + b. */
final class Folding {
  private final Ranges ranges;
  private final Family name;
  private final List<Index.Free> slots;
  private final Term pattern;

  /** {@code pattern} is what {@code name} stands for at {@code slots}, definitions unfolded. */
  Folding(Ranges ranges, Family name, List<Index.Free> slots, Term pattern) {
    this.ranges = ranges;
    this.name = name;
    this.slots = List.copyOf(slots);
    this.pattern = pattern;
  }

  /** The term with every instance of the pattern, up to the names of indices, replaced by the name. */
  Term in(Term term) {
    Map<Index, Index> found = new LinkedHashMap<>();
    if (matches(pattern, term, found) && found.keySet().containsAll(slots)) {
      List<Index> at = new ArrayList<>();
      for (Index.Free slot : slots) {
        Index there = found.getOrDefault(slot, slot);
        ranges.unify(slot.range(), there.range());
        at.add(there);
      }
      return new Term.Entry(ranges.now(name), at.stream().map(ranges::now).toList());
    }
    return Terms.mapParts(term, this::in);
  }

  private boolean matches(Term p, Term t, Map<Index, Index> found) {
    boolean node =
        switch (p) {
          case Term.Entry e -> t instanceof Term.Entry f && e.family().name().equals(f.family().name()) && e.indices().size() == f.indices().size();
          case Term.Power a -> t instanceof Term.Power b && a.exponent() == b.exponent();
          case Term.Apply a -> t instanceof Term.Apply b && a.function().equals(b.function());
          case Term.Over a -> t instanceof Term.Over;
          case Term.Sum a -> t instanceof Term.Sum;
          case Term.Product a -> t instanceof Term.Product;
          case Term.Delta a -> t instanceof Term.Delta;
          case Term.Place a -> t instanceof Term.Place;
          case Term.Guard a -> false;
          default -> p.equals(t);
        };
    List<Term> left = Terms.parts(p);
    List<Term> right = Terms.parts(t);
    List<Index> own = Terms.ownIndices(p);
    if (!node || left.size() != right.size() || own.size() != Terms.ownIndices(t).size()) {
      return false;
    }
    if (p instanceof Term.Over a && t instanceof Term.Over b) {
      found.put(a.index(), b.index());
    }
    for (int k = 0; k < own.size(); k++) {
      if (!same(own.get(k), Terms.ownIndices(t).get(k), found)) {
        return false;
      }
    }
    for (int k = 0; k < left.size(); k++) {
      if (!matches(left.get(k), right.get(k), found)) {
        return false;
      }
    }
    return true;
  }

  private boolean same(Index p, Index t, Map<Index, Index> found) {
    if (p instanceof Index.Free f && slots.contains(f)) {
      found.putIfAbsent(f, t);
    }
    return found.getOrDefault(p, p).equals(t);
  }
}
