package dev.gradus.reference;

import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Reason;
import dev.gradus.term.Term;

/** Whether an answer reached the result that was asked for. */
public sealed interface Comparison {
  /**
   * The link that states the result.
   *
   * @param chain which of the chains, from 0
   * @param link which link of it, from 0
   */
  record Place(int chain, int link) {}

  /**
   * The result is the reference's, proved for every size.
   *
   * @param expected the reference's result in the answer's letters
   */
  record Same(Place place, Term expected, Verdict.Proved proof) implements Comparison {}

  /** No proof, but the result agrees with the reference's at all spot checks. */
  record Agreeing(Place place, Term expected, Verdict.Supported checks) implements Comparison {}

  /** The result differs from the reference's at a point. */
  record Different(Place place, Term expected, Verdict.Refuted counterexample) implements Comparison {}

  /** The result is there but could not be compared. */
  record Uncompared(Place place, Term expected, Reason reason) implements Comparison {}

  /** The answer does not state the asked quantity. */
  record NotFound(Reason reason) implements Comparison {}

  /** Why a comparison has no outcome. */
  sealed interface Why extends Reason {
    /** No claim of the answer has the asked quantity on its left side. */
    record NoClaim() implements Why {
      @Override
      public String code() {
        return "reference.not-found";
      }

      @Override
      public String sentence() {
        return "no claim of the answer states the quantity that was asked for";
      }
    }

    /** Only one of the two cases "same index" and "different indices" is stated. */
    record OneCase(boolean sameIndex) implements Why {
      @Override
      public String code() {
        return "reference.one-case";
      }

      @Override
      public String sentence() {
        return sameIndex
            ? "only the case of two equal indices is stated, not the one of two different indices"
            : "only the case of two different indices is stated, not the one of two equal indices";
      }
    }
  }
}
