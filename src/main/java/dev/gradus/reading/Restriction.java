package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;

/** An expression of the document whose domain restricts its letters, with the part it stands in. */
record Restriction(Part part, Term term) {
  /** In: a term of the part. Out: its logarithms and roots, whose domains restrict letters. */
  static List<Restriction> of(Part part, Term term) {
    List<Restriction> found = new ArrayList<>();
    Terms.visit(
        term,
        t -> {
          boolean partial = t instanceof Term.Apply a && (a.function() == Elementary.LOG || a.function() == Elementary.SQRT) && bare(a.argument());
          if (partial && Terms.families(t).stream().allMatch(Family::isScalar)) {
            found.add(new Restriction(part, t));
          }
        });
    return found;
  }

  /** Only restrictions that stand on letters alone can be met by a point of another claim. */
  private static boolean bare(Term t) {
    boolean[] fine = {true};
    Terms.visit(t, x -> fine[0] &= !(x instanceof Term.Over) && Terms.ownIndices(x).isEmpty());
    return fine[0];
  }
}
