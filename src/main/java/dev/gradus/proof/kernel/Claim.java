package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Term;
import java.util.List;

/**
 * What is to be decided: {@code left order right} at every point the assumptions allow (SOUNDNESS 1, 5, 6).
 *
 * @param assumptions what the text states or what its words trigger (SOUNDNESS 8); each proof lists those it used, a refuting point meets all
 * @param explicit families whose values the text itself restricts or calls "all real": no cut that is not negligible is allowed on them
 * @param context further expressions of the scope that share a letter: a refuting point lies in their domain too (SOUNDNESS 26)
 */
public record Claim(Term left, Order order, Term right, List<Assumption> assumptions, List<Family> explicit, List<Term> context) {
  /** The relations that can be decided. */
  public enum Order {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  public Claim {
    assumptions = List.copyOf(assumptions);
    explicit = List.copyOf(explicit);
    context = List.copyOf(context);
  }

  public static Claim equal(Term left, Term right, Assumption... assumptions) {
    return new Claim(left, Order.EQUAL, right, List.of(assumptions), List.of(), List.of());
  }

  /** The same under other assumptions. */
  public Claim under(List<Assumption> others) {
    return new Claim(left, order, right, others, explicit, context);
  }
}
