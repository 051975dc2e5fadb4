package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index letter that no sum or range of the text binds may be the label of an element apart, u_o beside \sum_{k=1}^K of the u_k of other words: a
 * claim is refuted only if it also fails with that element outside of the sums (SOUNDNESS 27).
 */
final class Apart {
  /** Letters that are read as any element wherever they stand. */
  private static final List<String> ANY = List.of("i", "j", "k", "l", "m", "n", "p", "q", "r", "t", "a", "b");

  private Apart() {}

  /** The claim with such elements left out of the sums over their range, and none of them any other element; empty where there is none. */
  static Optional<Claim> of(Claim claim, Survey survey, Set<String> classes) {
    Term left = claim.left();
    Term right = claim.right();
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    Set<Index> open = Terms.openIndices(left, right);
    for (Index i : open) {
      boolean apart = i instanceof Index.Free f && !ANY.contains(f.name()) && !survey.isBound(f.name()) && !classes.contains(f.name());
      if (apart && (sums(left, i) || sums(right, i))) {
        left = without(left, i);
        right = without(right, i);
        open.stream()
            .filter(j -> !j.equals(i) && j.range().equals(i.range()))
            .forEach(j -> all.add(Assumption.convention(new Fact.Holds(new Condition.Distinct(j, i)), "an element apart")));
      }
    }
    boolean same = left.equals(claim.left()) && right.equals(claim.right());
    return same ? Optional.empty() : Optional.of(new Claim(left, claim.order(), right, all, claim.explicit(), claim.context()));
  }

  private static boolean sums(Term term, Index element) {
    return (term instanceof Term.Over o && o.index().range().equals(element.range())) || Terms.parts(term).stream().anyMatch(t -> sums(t, element));
  }

  private static Term without(Term term, Index element) {
    Term inner = Terms.mapParts(term, t -> without(t, element));
    return inner instanceof Term.Over o && o.index().range().equals(element.range())
        ? new Term.Over(o.index(), new Term.Guard(new Condition.Distinct(o.index(), element), o.body()))
        : inner;
  }
}
