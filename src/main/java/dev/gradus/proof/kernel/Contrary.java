package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order that follows from an order u > 0 or u >= 0 among its assumptions because it cannot fail where that holds: where it fails, and the other assumptions
 * hold, u <= 0, or u < 0. At a point that the claim speaks of its sides and u have values, so both can be denied.
 */
public final class Contrary {
  /** How the name of the rule begins; behind it stands the number of the assumption, from 0. */
  public static final String RULE = "contrary:";

  private Contrary() {}

  /** In: a claim. Out: the numbers of the assumptions that the rule speaks of. */
  public static List<Integer> assumptions(Claim claim) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < claim.assumptions().size(); k++) {
      if (of(claim, RULE + k).isPresent()) {
        found.add(k);
      }
    }
    return found;
  }

  /** The claim that denies the assumption the name gives, under the denied claim; empty where that is no order, or speaks of other elements than the claim. */
  static Optional<Claim> of(Claim claim, String name) {
    int k;
    try {
      k = Integer.parseInt(name.substring(RULE.length()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
    Optional<Fact> denied = denied(claim);
    if (denied.isEmpty() || k < 0 || k >= claim.assumptions().size() || !(claim.assumptions().get(k).fact() instanceof Fact.Holds h)) {
      return Optional.empty();
    }
    List<Assumption> others = new ArrayList<>(claim.assumptions());
    others.set(k, Assumption.stated(denied.get(), ""));
    return switch (h.condition()) {
      case Condition.Positive(Term u) when free(u).equals(free(claim.left(), claim.right())) -> Optional.of(new Claim(u, Claim.Order.LESS_OR_EQUAL, Rational.ZERO, others, claim.explicit(), List.of()));
      case Condition.NonNegative(Term u) when free(u).equals(free(claim.left(), claim.right())) -> Optional.of(new Claim(u, Claim.Order.LESS, Rational.ZERO, others, claim.explicit(), List.of()));
      default -> Optional.empty();
    };
  }

  private static Optional<Fact> denied(Claim claim) {
    Term more = Terms.minus(claim.left(), claim.right());
    return switch (claim.order()) {
      case LESS -> Optional.of(new Fact.Holds(new Condition.NonNegative(more)));
      case LESS_OR_EQUAL -> Optional.of(new Fact.Holds(new Condition.Positive(more)));
      case GREATER -> Optional.of(new Fact.Holds(new Condition.NonNegative(Terms.negate(more))));
      case GREATER_OR_EQUAL -> Optional.of(new Fact.Holds(new Condition.Positive(Terms.negate(more))));
      case EQUAL, NOT_EQUAL -> Optional.empty();
    };
  }

  /** A condition on indices that the claim does not name holds for all their elements: denied it would hold for one. */
  private static Set<Index> free(Term... terms) {
    Set<Index> found = new LinkedHashSet<>(Terms.openIndices(terms));
    found.removeIf(i -> i instanceof Index.Literal);
    return found;
  }
}
