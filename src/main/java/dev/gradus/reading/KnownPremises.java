package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A hypothesis that is proved restricts no point (SOUNDNESS 22): e^{-t} = 1/e^t holds at every t where its sides have values, but no exact point shows it. A
 * claim is refuted without it, where the other hypotheses prove it, at a point at which its sides have values.
 */
final class KnownPremises {
  private KnownPremises() {}

  /** The equations among a claim's hypotheses that were proved before, each as a claim under the other hypotheses. */
  static List<Claim> of(Claim claim, Set<String> used) {
    List<Claim> known = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      if (known(a, used) && a.fact() instanceof Fact.Equation e) {
        known.add(new Claim(e.left(), Claim.Order.EQUAL, e.right(), others(claim, used), claim.explicit(), claim.context()));
      }
    }
    return List.copyOf(known);
  }

  /** The claim without them: a point gives their sides values. */
  static Claim without(Claim claim, Set<String> used) {
    List<Term> context = new ArrayList<>(claim.context());
    of(claim, used).forEach(k -> context.addAll(List.of(k.left(), k.right())));
    return new Claim(claim.left(), claim.order(), claim.right(), others(claim, used), claim.explicit(), context);
  }

  private static List<Assumption> others(Claim claim, Set<String> used) {
    return claim.assumptions().stream().filter(a -> !known(a, used)).toList();
  }

  private static boolean known(Assumption a, Set<String> used) {
    return a.origin() == Assumption.Origin.STATED && a.fact() instanceof Fact.Equation && used.contains(Surroundings.PROVED + a.text());
  }
}
