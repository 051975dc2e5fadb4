package dev.gradus.proof;

import dev.gradus.calculus.Derivative;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "The derivative is ...": a short form of a derivative, found by the oracle and proved by the kernel. */
public final class Derived {
  private Derived() {}

  /**
   * In: a term, the component to differentiate it by, the assumptions of the claim it stands in. Out: its derivative in a short form that the
   * kernel has proved equal to the derivative by {@code calculus}, for every size; empty when the oracle knows none or no proof is found.
   */
  public static Optional<Term> of(Term term, Term.Entry by, List<Assumption> assumptions, Oracle oracle, Budget budget) {
    try {
      Term derivative = Derivative.of(term, by, budget);
      return proved(derivative, Stream.concat(oracle.derivative(term, by).stream(), oracle.simplify(derivative).stream()), assumptions, budget);
    } catch (Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  /** The same for a term that holds the derivative already worked out. */
  public static Optional<Term> shortForm(Term term, List<Assumption> assumptions, Oracle oracle, Budget budget) {
    try {
      return proved(term, oracle.simplify(term).stream(), assumptions, budget);
    } catch (Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  private static Optional<Term> proved(Term term, Stream<Term> candidates, List<Assumption> assumptions, Budget budget) {
    return candidates.filter(c -> isProved(term, c, assumptions, budget)).findFirst();
  }

  private static boolean isProved(Term term, Term candidate, List<Assumption> assumptions, Budget budget) {
    Claim claim = new Claim(term, Claim.Order.EQUAL, candidate, assumptions, List.of(), List.of());
    return Decider.decide(claim, budget) instanceof Verdict.Proved;
  }
}
