package dev.gradus;

import java.util.Optional;

/**
 * What the user asks of a check.
 *
 * @param reference the name of the reference form that the answer's result is compared with
 * @param givens the text of the assignment that is answered
 * @param audit every proof and refutation is also put to Symja and to spot checks
 */
public record CheckOptions(Optional<String> reference, Optional<Givens> givens, boolean audit) {

  /** Every relation is checked, nothing else. */
  public static CheckOptions standard() {
    return new CheckOptions(Optional.empty(), Optional.empty(), false);
  }

  /** The same, and the answer's result is compared with the reference form of this name. */
  public CheckOptions withReference(String name) {
    return new CheckOptions(Optional.of(name), givens, audit);
  }

  /** The same, with what the assignment says. */
  public CheckOptions withGivens(Givens text) {
    return new CheckOptions(reference, Optional.of(text), audit);
  }

  /** The same, and every proof and refutation is audited. */
  public CheckOptions withAudit() {
    return new CheckOptions(reference, givens, true);
  }
}
