package dev.gradus.report;

/**
 * A source line with a mark below the column that is meant.
 *
 * @param line printable; of a long line only what stands around the column
 * @param mark spaces and a caret
 */
record Excerpt(String line, String mark) {
  private static final int WIDTH = 110;
  private static final int BEFORE = 40;

  /** Column: 1-based, in code points; one past the end counts as the end. */
  static Excerpt of(String line, int column) {
    int length = line.codePointCount(0, line.length());
    int place = Math.max(0, Math.min(column - 1, length));
    int from = length <= WIDTH ? 0 : Math.max(0, Math.min(place - BEFORE, length - WIDTH));
    int to = Math.min(length, from + WIDTH);
    StringBuilder out = new StringBuilder(from > 0 ? "..." : "");
    int indent = 0;
    int at = line.offsetByCodePoints(0, from);
    for (int i = from; i < to; i++) {
      if (i == place) {
        indent = width(out);
      }
      int c = line.codePointAt(at);
      Printable.append(out, c);
      at += Character.charCount(c);
    }
    if (place >= to) {
      indent = width(out);
    }
    return new Excerpt(out.append(to < length ? "..." : "").toString(), " ".repeat(indent) + "^");
  }

  /** Columns on a terminal: marks that combine take none. */
  private static int width(CharSequence text) {
    return (int) text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }
}
