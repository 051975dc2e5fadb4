package dev.gradus.reading;

/** What a sentence holds that conditions are about, in order. */
sealed interface Event {
  /**
   * A claim (or definition).
   *
   * @param display how many displays of the sentence have opened up to it; 0 before the first and for inline formulas in front of it
   * @param row how many rows have ended before it
   */
  record Claim(int clause, int display, int row, boolean words) implements Event {}

  /** A condition: {@code before} is the mark or word in front of its cue, {@code after} what ended it. */
  record Condition(int clause, Scope scope, Beside before, Beside after, boolean bracket) implements Event {
    Condition within(Scope other) {
      return new Condition(clause, other, before, after, bracket);
    }
  }

  /** A relation behind "because": what stands before it may lean on it. */
  record Reason(int clause) implements Event {}

  /** A bound before an arrow: what else the sentence states may be meant under it. */
  record Hypothesis(int clause) implements Event {}

  /** A semicolon. */
  record Break() implements Event {}

  /** How long a condition serves (READING 2). */
  enum Scope {
    /** its sentence and what is drawn from it */
    SENTENCE,
    /** its sentence, and to the end of its part for a letter that it introduces, until another range of that letter is stated */
    LETTER,
    /** to the end of its part */
    PART,
    /** its sentence; what follows in its part may still be under it ("take K = 2. Then ..") */
    ONCE,
    /** to the end of its part, which it names: replaced by the next case */
    CASE,
    /** nothing: it names a point */
    POINT,
    /** nothing: words deny it or call it off. What follows in its part is perhaps said under it, or where it fails */
    DENIED
  }

  /** What stands beside a condition. */
  enum Beside {
    NOTHING,
    COMMA,
    AND,
    COLON,
    THEN,
    WORDS,
    DISPLAY
  }
}
