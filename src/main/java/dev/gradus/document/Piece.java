package dev.gradus.document;

import java.util.List;

/** What a document consists of, in order. */
public sealed interface Piece {
  Span span();

  /** {@code # Title}, {@code \section{..}}, {@code \paragraph{..}}; level 1 is the outermost. */
  record Heading(Span span, int level, String text) implements Piece {}

  /**
   * A list item opens: its marker as printed ({@code -}, {@code 1.}, {@code (a)}), its nesting depth from 1. It reaches to the next item of its depth
   * or less, or to {@link ItemsEnd}.
   */
  record ItemStart(Span span, int depth, String marker) implements Piece {}

  /** The list of this depth ends. */
  record ItemsEnd(Span span, int depth) implements Piece {}

  /** A theorem-like environment opens or closes: {@code \begin{proof}}. */
  record Environment(Span span, String name, boolean opens) implements Piece {}

  /** A new table row (Markdown or tabular); {@code cell} counts from 0 within the row. */
  record TableCell(Span span, int row, int cell) implements Piece {}

  /** An empty line or a thematic break: the paragraph ends. */
  record ParagraphEnd(Span span) implements Piece {}

  /** Words between formulas, markup removed ({@code **}, {@code \textbf}); {@code bold} when it opens with a bold lead-in. */
  record Prose(Span span, String text, boolean bold) implements Piece {}

  /** Code, verbatim: never read. */
  record Verbatim(Span span) implements Piece {}

  /**
   * A formula.
   *
   * @param display false for inline
   * @param content all of it
   * @param clauses indices into {@link Answer#clauses()}, the nested ones too, in source order
   * @param section the headings above it, outermost first
   */
  record Formula(Span span, boolean display, MathText content, List<Integer> clauses, List<String> section) implements Piece {
    public Formula {
      clauses = List.copyOf(clauses);
      section = List.copyOf(section);
    }
  }
}
