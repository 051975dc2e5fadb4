package dev.gradus.term;

/** What may or may not hold at a point. */
public sealed interface Condition {
  record Same(Index left, Index right) implements Condition {}

  record Distinct(Index left, Index right) implements Condition {}

  /** left stands before right in their range */
  record Before(Index left, Index right) implements Condition {}

  /** term > 0 */
  record Positive(Term term) implements Condition {}

  /** term >= 0 */
  record NonNegative(Term term) implements Condition {}

  /** term = 0 */
  record Zero(Term term) implements Condition {}

  /** term != 0 */
  record NonZero(Term term) implements Condition {}
}
