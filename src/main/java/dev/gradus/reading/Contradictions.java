package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * "Suppose a = b and a = b + 1. Then 0 = 1": a claim about numbers alone is no mistake where nothing meets what is supposed (SOUNDNESS 22, 23).
 */
final class Contradictions {
  private Contradictions() {}

  /** Whether it is not known that anything meets the conditions of a claim about numbers: with their letters on one side, where they cancel, it does not fail. */
  static boolean open(Attempts.Subject subject, Claim claim, Function<Attempts.Subject, List<Attempt>> read, Predicate<Claim> fails) {
    boolean numbers = Terms.families(claim.left(), claim.right()).isEmpty() && Terms.ranges(claim.left(), claim.right()).isEmpty();
    List<Attempts.InForce> equations = subject.conditions().stream().filter(c -> c.sign() == RelationSign.EQUAL).toList();
    if (!numbers || equations.isEmpty()) {
      return false;
    }
    List<Notation.Signed> items = new ArrayList<>(List.of(new Notation.Signed(Notation.Sign.PLUS, subject.left())));
    for (Attempts.InForce c : equations) {
      items.add(new Notation.Signed(Notation.Sign.PLUS, c.left()));
      items.add(new Notation.Signed(Notation.Sign.MINUS, c.left()));
      items.add(new Notation.Signed(Notation.Sign.PLUS, c.right()));
      items.add(new Notation.Signed(Notation.Sign.MINUS, c.right()));
    }
    return read.apply(subject.from(new Notation.Summed(subject.left().span(), items))).stream().noneMatch(a -> a instanceof Attempt.Read r && fails.test(r.claim()));
  }
}
