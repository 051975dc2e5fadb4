package dev.gradus.reading;

import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An expression of the document whose domain restricts its letters, with the part it stands in. */
record Restriction(Part part, Term term) {
  /** In: a term of the part. Out: its logarithms and roots, whose domains restrict letters; of one element of a family, for all its elements. */
  static List<Restriction> of(Part part, Term term) {
    List<Restriction> found = new ArrayList<>();
    Terms.visit(
        term,
        t -> {
          boolean partial = t instanceof Term.Apply a && (a.function() == Elementary.LOG || a.function() == Elementary.SQRT) && bare(a.argument()) && !positive(a.argument());
          if (partial) {
            found.add(new Restriction(part, everywhere(t)));
          }
        });
    return found;
  }

  /** The sum of a term over all elements that its indices run over: it has a value where the term has one for each. */
  private static Term everywhere(Term term) {
    Set<Index> running = new LinkedHashSet<>();
    Terms.visit(term, t -> Terms.ownIndices(t).stream().filter(i -> !(i instanceof Index.Literal)).forEach(running::add));
    Term result = term;
    int number = Terms.greatestBound(term);
    for (Index i : running) {
      Index.Bound bound = new Index.Bound(++number, i.range());
      result = new Term.Over(bound, Terms.substitute(result, i, bound));
    }
    return result;
  }

  /** Only restrictions without inner sums can be met by a point of another claim. */
  private static boolean bare(Term t) {
    boolean[] fine = {true};
    Terms.visit(t, x -> fine[0] &= !(x instanceof Term.Over || x instanceof Term.Delta || x instanceof Term.Place));
    return fine[0];
  }

  /** 1 + e^x: a sum or a product of what is positive anyway restricts nothing. */
  private static boolean positive(Term t) {
    return switch (t) {
      case dev.gradus.term.Rational r -> r.signum() > 0;
      case Term.Apply a -> a.function() == Elementary.EXP;
      case Term.Sum s -> s.terms().stream().allMatch(Restriction::positive);
      case Term.Product p -> p.factors().stream().allMatch(Restriction::positive);
      default -> false;
    };
  }
}
