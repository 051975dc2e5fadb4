package dev.gradus;

import java.util.Locale;

/**
 * What is said about a relation, as reports word it. The order is the order in which reports count.
 */
public enum CheckedVerdict {
  /** a symbolic proof at every point of the domain, for the stated sizes */
  PROVED(Role.DECIDED),
  /** no proof, but both sides agree at many random points and sizes */
  SUPPORTED(Role.OPEN),
  /** a concrete counterexample inside the domain, under every admissible reading */
  REFUTED(Role.DECIDED),
  /** introduces notation */
  DEFINES(Role.NO_CLAIM),
  /** a hypothesis, a case, an equation still to be solved */
  ASSUMES(Role.NO_CLAIM),
  /** read, but neither proved nor refuted */
  UNDECIDED(Role.OPEN),
  /** could not be read */
  UNREAD(Role.OPEN),
  /** not a statement that mathematics can decide */
  SKIPPED(Role.NO_CLAIM);

  private enum Role {
    DECIDED,
    OPEN,
    NO_CLAIM
  }

  private final Role role;

  CheckedVerdict(Role role) {
    this.role = role;
  }

  /** The lower-case word of the reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Proved, supported, refuted, undecided and unread relations are claims. */
  public boolean isClaim() {
    return role != Role.NO_CLAIM;
  }

  /** Proved and refuted claims are decided. */
  public boolean isDecided() {
    return role == Role.DECIDED;
  }
}
