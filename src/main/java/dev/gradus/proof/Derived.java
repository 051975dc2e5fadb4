package dev.gradus.proof;

import dev.gradus.calculus.Derivative;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
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
      Stream<Term> found = Stream.concat(oracle.derivative(term, by).stream(), simplified(derivative, assumptions, oracle));
      return proved(derivative, found, assumptions, budget);
    } catch (Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  /** The same for a term that holds the derivative already worked out. */
  public static Optional<Term> shortForm(Term term, List<Assumption> assumptions, Oracle oracle, Budget budget) {
    try {
      return proved(term, simplified(term, assumptions, oracle), assumptions, budget);
    } catch (Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  /** What the oracle makes of the term; where that holds a sum that is assumed to be 1, first with 1 in its place. */
  private static Stream<Term> simplified(Term term, List<Assumption> assumptions, Oracle oracle) {
    return oracle.simplify(term).stream()
        .flatMap(
            form -> {
              Term summed = withSums(form, assumptions);
              return summed.equals(form) ? Stream.of(form) : Stream.of(oracle.simplify(summed).orElse(summed), form);
            });
  }

  private static Term withSums(Term term, List<Assumption> assumptions) {
    Term inner = Terms.mapParts(term, t -> withSums(t, assumptions));
    return inner instanceof Term.Over o && assumptions.stream().anyMatch(a -> saysOne(a.fact(), o)) ? Rational.ONE : inner;
  }

  private static boolean saysOne(Fact fact, Term.Over over) {
    return fact instanceof Fact.SumsToOne s
        && over.body() instanceof Term.Entry e
        && e.family().equals(s.family())
        && e.indices().get(s.axis()).equals(over.index())
        && e.indices().stream().filter(over.index()::equals).count() == 1;
  }

  private static Optional<Term> proved(Term term, Stream<Term> candidates, List<Assumption> assumptions, Budget budget) {
    return candidates.filter(c -> isProved(term, c, assumptions, budget)).findFirst();
  }

  private static boolean isProved(Term term, Term candidate, List<Assumption> assumptions, Budget budget) {
    Claim claim = new Claim(term, Claim.Order.EQUAL, candidate, assumptions, List.of(), List.of());
    return Decider.decide(claim, budget) instanceof Verdict.Proved;
  }
}
