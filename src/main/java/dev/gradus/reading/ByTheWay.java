package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Equations that say what a quantity is of which a claim does not speak: they tie none of the claim's letters together (SOUNDNESS 20). */
final class ByTheWay {
  private ByTheWay() {}

  /** Whether what is assumed may tie a name of the claim to others: all but equations that give a quantity of their own. */
  static boolean ties(Printed p, Attempt.Read r, String name, Mentions mentions) {
    List<Fact> on = r.narrowed().orElse(r.claim()).assumptions().stream().map(Assumption::fact).filter(f -> ClaimParts.families(f).stream().anyMatch(x -> x.name().equals(name))).toList();
    return on.isEmpty() || on.stream().anyMatch(f -> f instanceof Fact.SumsToOne || f instanceof Fact.Symmetric || (f instanceof Fact.Equation e && !givesAnother(e, p, r, mentions)));
  }

  static boolean givesAnother(Fact.Equation e, Printed p, Attempt.Read r, Mentions mentions) {
    Claim claim = r.narrowed().orElse(r.claim());
    // what is differentiated may not be in the claim that is left of it
    Set<String> elsewhere = p.names(mentions);
    r.used().forEach(u -> r.names().definitions().stream().filter(d -> d.key().equals(u)).forEach(d -> Definitions.collect(d.body(), mentions, elsewhere)));
    Terms.families(claim.left(), claim.right()).forEach(f -> elsewhere.add(f.name()));
    claim.context().forEach(t -> Terms.families(t).forEach(f -> elsewhere.add(f.name())));
    for (Assumption a : claim.assumptions()) {
      if (!(a.fact() instanceof Fact.Equation other && other.equals(e))) {
        ClaimParts.families(a.fact()).forEach(f -> elsewhere.add(f.name()));
      }
    }
    Set<String> left = names(Terms.families(e.left()));
    Set<String> right = names(Terms.families(e.right()));
    return Stream.concat(left.stream(), right.stream()).anyMatch(n -> !elsewhere.contains(n) && left.contains(n) != right.contains(n));
  }

  private static Set<String> names(Set<Family> families) {
    Set<String> found = new TreeSet<>();
    families.forEach(f -> found.add(f.name()));
    return found;
  }
}
