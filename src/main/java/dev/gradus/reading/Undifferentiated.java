package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.term.Family;
import dev.gradus.term.Renaming;
import dev.gradus.term.Terms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Functions that nobody knows in a claim that differentiates nothing: at each point their value is any number, and the claim is one about numbers (READING 24). A
 * letter that another part alone differentiates is a number here; one that this part differentiates is so if it stands on both sides, else it may be the loss.
 */
final class Undifferentiated {
  private Undifferentiated() {}

  /** In: a claim, and what is known where it stands. Out: the same claim of numbers, where it differentiates nothing. */
  static Claim of(Claim claim, Names names, Part part) {
    List<Family> families = ClaimParts.families(claim);
    if (families.stream().anyMatch(f -> !f.derivatives().isEmpty())) {
      return claim;
    }
    Set<String> both = names(Terms.families(claim.left()));
    both.retainAll(names(Terms.families(claim.right())));
    Set<String> numbers = new TreeSet<>();
    families.stream()
        .filter(f -> f.kind() == Family.Kind.ARBITRARY && (both.contains(f.name()) || (!Heads.isLoss(f.name()) && !PrintedHead.isKey(f.name()) && !names.isDifferentiatedNear(f.name(), part))))
        .forEach(f -> numbers.add(f.name()));
    if (numbers.isEmpty()) {
      return claim;
    }
    return renamed(claim, f -> numbers.contains(f.name()) ? new Family(f.name(), f.axes(), Family.Kind.VARIABLE, List.of(), List.of()) : f);
  }

  /** In: a claim, and what each family is to be. Out: the claim with these throughout. */
  static Claim renamed(Claim claim, UnaryOperator<Family> families) {
    Renaming as =
        new Renaming() {
          @Override
          public dev.gradus.term.Range range(dev.gradus.term.Range range) {
            return range;
          }

          @Override
          public Family family(Family f) {
            return families.apply(f);
          }
        };
    return new Claim(
        as.in(claim.left()),
        claim.order(),
        as.in(claim.right()),
        claim.assumptions().stream().map(a -> a.with(a.fact().renamed(as))).toList(),
        claim.explicit().stream().map(as::family).toList(),
        claim.context().stream().map(as::in).toList());
  }

  private static Set<String> names(Set<Family> families) {
    Set<String> found = new LinkedHashSet<>();
    families.forEach(f -> found.add(f.name()));
    return found;
  }
}
