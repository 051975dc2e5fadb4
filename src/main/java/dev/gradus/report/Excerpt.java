package dev.gradus.report;

/**
 * A source line with a mark below the column that is meant.
 *
 * @param line printable; of a long line only what stands around the column
 * @param mark spaces and a caret
 */
record Excerpt(String line, String mark) {

  /** Of {@code text} what stands from one offset to another, with a mark below a third. */
  static Excerpt of(String text, int from, int to, int place, Cut cut) {
    StringBuilder out = new StringBuilder(cut.before() ? "..." : "");
    int indent = 0;
    int at = from;
    while (at < to) {
      if (at == place) {
        indent = width(out);
      }
      int c = text.codePointAt(at);
      Printable.append(out, c);
      at += Character.charCount(c);
    }
    if (place >= to) {
      indent = width(out);
    }
    return new Excerpt(out.append(cut.after() ? "..." : "").toString(), " ".repeat(indent) + "^");
  }

  /** At which ends something of the line is left out. */
  record Cut(boolean before, boolean after) {}

  /** Columns on a terminal: marks that combine take none. */
  private static int width(CharSequence text) {
    return (int)
        text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }
}
