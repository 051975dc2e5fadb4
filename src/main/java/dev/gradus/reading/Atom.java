package dev.gradus.reading;

import dev.gradus.document.Clause;

/** What a sentence consists of, in order: words, marks, formulas and their clauses. */
sealed interface Atom {
  /** A word, lower case; {@code inFormula} when it stands in {@code \text{..}}. */
  record Word(String text, int offset, boolean inFormula) implements Atom {}

  /** A punctuation mark, one of {@code , ; : . ? ! ( )}. */
  record Mark(char sign, boolean inFormula) implements Atom {}

  /** A clause at the top level of a formula. */
  record Clausal(int clause, boolean display, int part) implements Atom {}

  /** What separates two clauses of a formula. */
  record Link(Clause.Join join) implements Atom {}

  /** A formula opens. */
  record Open(boolean display) implements Atom {}

  /** A formula closes. */
  record Close(boolean display) implements Atom {}

  /** A paragraph ends. */
  record Pause() implements Atom {}

  /** Bold letters open: a lead-in. */
  record Lead() implements Atom {}
}
