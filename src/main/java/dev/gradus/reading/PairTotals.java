package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * N beside N_k, or N_k beside N_{jk}, where the text does not say how they are tied (READING 22, 28): the one may be the sum of the other. An equation is refuted where it
 * fails with that too, an order not at all.
 */
final class PairTotals {
  private PairTotals() {}

  /** The letter of such a pair in a claim that may be true because of what ties it. */
  static Optional<String> open(Claim claim, Predicate<Claim> fails) {
    Set<Family> families = Terms.families(claim.left(), claim.right());
    for (Family entries : families) {
      String mark = entries.axes().size() == 2 ? Mentions.PAIR : Mentions.TERM;
      if (entries.kind() == Family.Kind.VARIABLE && entries.name().endsWith(mark)) {
        String letter = entries.name().substring(0, entries.name().length() - mark.length());
        Optional<Family> total = families.stream().filter(f -> f.axes().size() == entries.axes().size() - 1 && (f.name().equals(letter) || f.name().equals(letter + Mentions.TERM))).findFirst();
        if (total.isPresent() && (claim.order() != Claim.Order.EQUAL || !sums(entries, total.get()).stream().allMatch(s -> fails.test(with(claim, s))))) {
          return Optional.of(letter);
        }
      }
    }
    return Optional.empty();
  }

  /** x beside vectors x_i, which nothing declares and no function takes: it may be the matrix that they are the rows of (READING 28). */
  static Optional<String> stacked(Claim claim, Names names, Part part) {
    Set<Family> families = Terms.families(claim.left(), claim.right());
    return families.stream()
        .filter(f -> f.axes().size() == 2 && f.name().endsWith(Mentions.TERM))
        // with an entry for each of them, not for each of theirs
        .flatMap(f -> families.stream().filter(x -> f.name().equals(x.name() + Mentions.TERM) && x.axes().equals(f.axes().subList(0, 1))))
        .map(Family::name)
        .filter(x -> names.quantity(x).filter(q -> q.declared() && part.within(q.part())).isEmpty() && names.definitions().stream().noneMatch(d -> part.within(d.part()) && d.parameters().contains(x)))
        .findFirst();
  }

  /** N = \\sum_k N_k, and N_k = \\sum_j N_{jk} over each axis that is not the total's. */
  private static List<Fact> sums(Family pair, Family total) {
    List<Fact> all = new ArrayList<>();
    if (pair.axes().size() == 1) {
      Index.Bound over = new Index.Bound(1, pair.axes().getFirst());
      return List.of(new Fact.Equation(new Term.Entry(total, List.of()), new Term.Over(over, new Term.Entry(pair, List.of(over)))));
    }
    for (int kept = 0; kept < 2; kept++) {
      if (pair.axes().get(kept).name().equals(total.axes().get(0).name())) {
        Index.Free at = new Index.Free("\\kappa", pair.axes().get(kept));
        Index.Bound over = new Index.Bound(1, pair.axes().get(1 - kept));
        Term sum = new Term.Over(over, new Term.Entry(pair, kept == 0 ? List.of(at, over) : List.of(over, at)));
        all.add(new Fact.Equation(new Term.Entry(total, List.of(at)), sum));
      }
    }
    return all;
  }

  private static Claim with(Claim claim, Fact fact) {
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    all.add(Assumption.stated(fact, "a total"));
    return claim.under(all);
  }
}
