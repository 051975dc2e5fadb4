package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.Set;

/** The letters that a sum binds, by what is printed below it: {@code i=1}, {@code i,j}, {@code i<j}, {@code y \\in Y}. */
final class BoundLetters {
  private BoundLetters() {}

  /** In: a tree. Out, added to {@code bound}: the letters of all its sums. */
  static void within(Notation n, Set<String> bound) {
    if (n instanceof Notation.BigOperator b) {
      b.sub().ifPresent(x -> collect(x, bound));
    }
    n.parts().forEach(p -> within(p, bound));
  }

  /** In: what stands below a sum. Out, added to {@code bound}: its letters. */
  static void collect(Notation sub, Set<String> bound) {
    switch (sub) {
      case Notation.Compared c -> {
        for (int k = 0; k < c.sides().size(); k++) {
          Notation side = c.sides().get(k);
          if (side instanceof Notation.Listed l) {
            l.items().forEach(i -> collect(i, bound));
          } else if (side instanceof Notation.Symbol && (k == 0 || c.signs().get(0) != RelationSign.EQUAL)) {
            collect(side, bound);
          }
        }
      }
      case Notation.Symbol s -> bound.add(Mentions.latexName(s.name()));
      case Notation.Listed l -> l.items().forEach(i -> collect(i, bound));
      case Notation.Juxtaposed j -> j.factors().forEach(f -> collect(f.item(), bound));
      case Notation.Infix i -> {
        if (i.op().equals("in")) {
          collect(i.left(), bound);
        }
      }
      case Notation.Table t -> t.rows().forEach(r -> r.forEach(c -> collect(c, bound)));
      default -> {}
    }
  }
}
