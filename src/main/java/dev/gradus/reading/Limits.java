package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the limits of sums and the dimensions of spaces show of letters. */
final class Limits {
  private Limits() {}

  /** The letters of a sum that run from 0 to a number, or to n - 1. */
  static Set<String> fromZero(Notation.BigOperator b) {
    Set<String> found = new TreeSet<>();
    boolean end = b.sup().filter(u -> u instanceof Notation.Numeral || u instanceof Notation.Summed).isPresent();
    b.sub().filter(l -> end && l instanceof Notation.Compared c && c.signs().equals(List.of(RelationSign.EQUAL)) && Conditions.isNumeral(c.sides().get(1), "0")).ifPresent(l -> BoundLetters.collect(l, found));
    return found;
  }

  /** The letter of an upper limit, n or N-1, added to {@code sizes}. */
  static void last(Notation limit, Set<String> sizes) {
    if (limit instanceof Notation.Symbol s) {
      sizes.add(Mentions.latexName(s.name()));
    }
    if (limit instanceof Notation.Summed s && s.items().size() == 2) {
      last(s.items().get(0).item(), sizes);
    }
  }

  /** The letters of dimensions, n or m x n, added to {@code sizes}. */
  static void dimensions(Notation n, Set<String> sizes) {
    if (n instanceof Notation.Symbol s) {
      sizes.add(Mentions.latexName(s.name()));
    }
    if (n instanceof Notation.Juxtaposed j) {
      j.factors().forEach(f -> dimensions(f.item(), sizes));
    }
  }
}
