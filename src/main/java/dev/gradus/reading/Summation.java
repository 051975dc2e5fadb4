package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The summation convention as another reading: an index that stands twice in one product and on one side only may be summed (READING 20). */
final class Summation {
  private Summation() {}

  /** The claim with the given letters summed on the side where they stand alone; empty where there are none. */
  static Optional<Claim> summed(Claim claim, Set<String> letters) {
    Term left = claim.left();
    Term right = claim.right();
    Set<Index.Free> onLeft = free(left, letters);
    Set<Index.Free> onRight = free(right, letters);
    int bound = Math.max(Terms.greatestBound(left), Terms.greatestBound(right));
    for (Index.Free i : onLeft) {
      left = onRight.contains(i) ? left : over(left, i, new Index.Bound(++bound, i.range()));
    }
    for (Index.Free i : onRight) {
      right = onLeft.contains(i) ? right : over(right, i, new Index.Bound(++bound, i.range()));
    }
    if (left.equals(claim.left()) && right.equals(claim.right())) {
      return Optional.empty();
    }
    left = Terms.freshBound(left, bound);
    right = Terms.freshBound(right, Terms.greatestBound(left));
    return Optional.of(new Claim(left, claim.order(), right, claim.assumptions(), claim.explicit(), claim.context()));
  }

  /** The index letters that stand twice in one product of a side as printed. */
  static Set<String> repeated(Notation side, Mentions mentions) {
    Set<String> found = new TreeSet<>();
    counts(side, mentions).forEach((letter, times) -> {
      if (times > 1) {
        found.add(letter);
      }
    });
    return found;
  }

  private static Map<String, Integer> counts(Notation n, Mentions mentions) {
    Map<String, Integer> all = new TreeMap<>();
    Optional<Mention> mention = mentions.of(n);
    if (mention.isPresent()) {
      int times = mention.get().exponent().filter(e -> e instanceof Notation.Numeral).isPresent() ? 2 : 1;
      for (Notation i : mention.get().indices()) {
        mentions.of(i).filter(Mention::bare).ifPresent(m -> all.merge(m.key(), times, Integer::sum));
      }
      return all;
    }
    for (Notation part : Notations.children(n)) {
      counts(part, mentions).forEach((letter, times) -> all.merge(letter, times, n instanceof Notation.Summed ? Integer::max : Integer::sum));
    }
    if (n instanceof Notation.BigOperator b) {
      Set<String> bound = new TreeSet<>();
      b.sub().ifPresent(s -> Definitions.collect(s, mentions, bound));
      all.keySet().removeAll(bound);
    }
    return all;
  }

  private static Set<Index.Free> free(Term term, Set<String> letters) {
    Set<Index.Free> found = new LinkedHashSet<>();
    Terms.openIndices(term).forEach(i -> {
      if (i instanceof Index.Free f && letters.contains(f.name())) {
        found.add(f);
      }
    });
    return found;
  }

  /** Sums each product in which the index stands. */
  private static Term over(Term term, Index.Free index, Index.Bound bound) {
    if (!Terms.mentions(term, index)) {
      return term;
    }
    boolean inside =
        term instanceof Term.Sum
            || term instanceof Term.Apply
            || (term instanceof Term.Power q && q.exponent() < 0)
            || (term instanceof Term.Product p && p.factors().stream().filter(f -> Terms.mentions(f, index)).count() == 1);
    return inside ? Terms.mapParts(term, t -> over(t, index, bound)) : new Term.Over(bound, Terms.substitute(term, index, bound));
  }
}
