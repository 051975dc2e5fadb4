package dev.gradus.term;

/** Why something was not decided or not read: each room has its own sealed interface of such records. */
public interface Reason {
  /** A stable word for programs: {@code budget.steps}, {@code symbol.undefined}. */
  String code();

  /** One sentence for a person. */
  String sentence();
}
