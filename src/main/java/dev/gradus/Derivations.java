package dev.gradus;

import dev.gradus.cas.SymjaOracle;
import dev.gradus.proof.Derived;
import dev.gradus.proof.Oracle;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Meaning;
import dev.gradus.term.Budget;
import dev.gradus.term.Latex;
import java.util.Optional;

/**
 * The right derivative beside a derivative claim that was not proved: found by the computer algebra system, proved by the kernel. One for each document,
 * so that no document's report depends on another's.
 */
final class Derivations {
  /** Questions of one document. */
  private static final int MOST = 40;

  /** Characters of what is shown: a longer derivative helps nobody. */
  private static final int LONGEST = 400;

  /** Steps of one answer's proof: a fraction of what a claim may cost. */
  private static final long STEPS = Budget.Limit.STEPS.value() / 4;

  /** Loads nothing of the computer algebra system before it is asked. */
  private final Oracle oracle = new SymjaOracle();

  private int asked;

  /** In: what a claim says. Out: the derivative that its left side is, in LaTeX; empty when it is none, or no short form is found and proved. */
  Optional<String> of(Meaning meaning) {
    if (meaning.left().isEmpty() || meaning.claim().order() != Claim.Order.EQUAL || asked >= MOST) {
      return Optional.empty();
    }
    asked++;
    return Derived.of(
            meaning.left().get().term(), meaning.left().get().by(), meaning.claim().assumptions(), oracle, Budget.ofSteps(STEPS))
        .map(Latex::of)
        .filter(latex -> latex.length() <= LONGEST);
  }
}
