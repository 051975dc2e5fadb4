package dev.gradus.document;

import java.util.List;
import java.util.Optional;

/**
 * One chain of a formula: {@code side (sign side)*} without a separator at its top level. {@code sides} has one element more than {@code
 * signs}. A first side without text means that the clause starts with a relation and goes on with the chain above ({@code continues} then
 * names the clause whose last side, as printed, is its left side). A clause without a sign is a fragment: an expression, a word, a list.
 *
 * @param join what stood between this clause and the one before it in the formula
 * @param words text of {@code \text{..}}, {@code \mbox}, {@code \intertext} at the top level directly before this clause, else empty
 * @param sides the sides as printed, trimmed, alignment marks removed, Unicode signs spelled as commands
 * @param signs the relation signs
 * @param place where the clause stands: at the top level, or in a cell of an environment that is itself part of a side
 * @param continues index (in {@link Answer#clauses()}) of the clause whose last side is this one's left side
 * @param wordsAfter text of {@code \text{..}} directly behind this clause, else empty
 */
public record Clause(
    Join join,
    String words,
    List<MathText> sides,
    List<Sign> signs,
    Place place,
    Optional<Integer> continues,
    String wordsAfter) {

  /** What separates a clause from the one before it. */
  public enum Join {
    /** the first clause of its formula (or of its cell) */
    FIRST,
    /** a new row: {@code \\}, {@code \cr}, {@code \newline} */
    ROW,
    /** {@code &} between columns */
    COLUMN,
    /** {@code \quad}, {@code \qquad} */
    SPACE,
    COMMA,
    SEMICOLON,
    /** {@code \text{..}} between formulas */
    WORDS,
    /** {@code \Rightarrow}, {@code \implies}, {@code \Longrightarrow} */
    IMPLIES,
    /** {@code \Leftrightarrow}, {@code \iff} */
    IFF,
    /** {@code \Leftarrow}, {@code \impliedby} */
    IMPLIED_BY,
    /** {@code \therefore} */
    THEREFORE,
    /** {@code \because} */
    BECAUSE,
    /** a plain arrow that carries no limit: {@code \rightarrow}, {@code \hookrightarrow}, {@code \leadsto} */
    ARROW
  }

  /**
   * A relation sign in its place.
   *
   * @param sign which one
   * @param span of the sign as printed, with what is stacked on it
   * @param above what is stacked on it: {@code def}, {@code (1)}, {@code ?}, the limit of an arrow; else empty
   */
  public record Sign(RelationSign sign, Span span, Optional<MathText> above) {}

  /** Where a clause stands. */
  public sealed interface Place {
    record Top() implements Place {}

    /**
     * In a cell of an environment within a side of clause {@code parent} (index in {@link Answer#clauses()}).
     *
     * @param environment its name: cases, array, aligned, pmatrix, ...
     * @param row 0-based
     * @param column 0-based
     */
    record Cell(int parent, String environment, Span span, int row, int column) implements Place {}
  }

  public Clause {
    sides = List.copyOf(sides);
    signs = List.copyOf(signs);
    if (sides.size() != signs.size() + 1) {
      throw new IllegalArgumentException("a clause has one side more than signs");
    }
  }
}
