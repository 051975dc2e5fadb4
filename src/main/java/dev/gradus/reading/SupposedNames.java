package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * "Suppose P(x) = ..": an equation for a name that neither the claim nor anything else supposed mentions. Whatever the other letters are, the name has that value somewhere, so
 * what holds without the equation holds with it, and some point meets it (SOUNDNESS 22).
 */
final class SupposedNames {
  private SupposedNames() {}

  /** In: a claim; what is proved. Out: the claim without such equations, where there are any and what each gives its name has a value. */
  static Optional<Claim> without(Claim claim, Predicate<Claim> proved) {
    List<Assumption> rest = new ArrayList<>(claim.assumptions());
    List<Term> given = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      List<Assumption> others = rest.stream().filter(o -> !o.equals(a)).toList();
      Optional<Term> value = a.fact() instanceof Fact.Equation e ? value(e.left(), e.right(), claim, others).or(() -> value(e.right(), e.left(), claim, others)) : Optional.empty();
      if (value.isPresent()) {
        rest.remove(a);
        given.add(value.get());
      }
    }
    boolean known = !given.isEmpty() && given.stream().allMatch(t -> proved.test(new Claim(t, Claim.Order.EQUAL, t, rest, claim.explicit(), List.of())));
    return known ? Optional.of(claim.under(rest)) : Optional.empty();
  }

  private static Optional<Term> value(Term head, Term value, Claim claim, List<Assumption> others) {
    if (!(head instanceof Term.Entry e) || !e.family().derivatives().isEmpty()) {
      return Optional.empty();
    }
    // of all k one number P = x_k would say that the x_k are one
    boolean ofIndices = e.indices().containsAll(Terms.openIndices(value));
    boolean apart = Terms.families(claim.left(), claim.right(), value).stream().noneMatch(f -> same(f, e)) && others.stream().noneMatch(o -> ClaimParts.families(o.fact()).stream().anyMatch(f -> same(f, e)));
    return ofIndices && apart ? Optional.of(value) : Optional.empty();
  }

  private static boolean same(Family f, Term.Entry head) {
    return f.name().equals(head.family().name());
  }
}
