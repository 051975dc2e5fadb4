package dev.gradus.document;

import java.util.List;
import java.util.Optional;

/**
 * The text an answer was read from.
 *
 * @param name the file as the user named it, {@code -} for standard input
 * @param text the whole text (of a notebook: its Markdown cells joined with blank lines)
 * @param cells where the cells of a notebook begin in {@code text}; empty for other files
 */
public record Source(String name, String text, LineMap lines, List<Cell> cells) {
  /** A notebook cell: its number in the notebook (from 1, counting all cells) and the 1-based line of {@code text} it starts at. */
  public record Cell(int number, int firstLine) {}

  public Source {
    cells = List.copyOf(cells);
  }

  public static Source of(String name, String text) {
    return new Source(name, text, LineMap.of(text), List.of());
  }

  /** The cell that holds a 1-based line. */
  public Optional<Cell> cellAt(int line) {
    return cells.stream().filter(c -> c.firstLine() <= line).reduce((a, b) -> b);
  }
}
