package dev.gradus.report;

/**
 * The text of a document, asked for one place after the other. It goes on from the last place that
 * it was asked for, so that ascending places cost one walk through the text, also when all of it is
 * one line.
 */
final class SourceLines {
  private static final int WIDTH = 110;
  private static final int BEFORE = 40;

  private final String text;
  private int line = 1;
  private int column = 1;
  private int offset;
  private int lineStart;

  SourceLines(String text) {
    this.text = text;
  }

  /**
   * The 1-based line around the 1-based column (code points); what is past an end counts as the
   * end.
   */
  Excerpt excerpt(int wantedLine, int wantedColumn) {
    moveTo(wantedLine, wantedColumn);
    int from = back(offset, BEFORE);
    int to = forth(offset, WIDTH - BEFORE);
    if (to - from < WIDTH) {
      from = back(from, WIDTH - (to - from));
      to = forth(to, WIDTH - (to - from));
    }
    return Excerpt.of(text, from, to, offset, new Excerpt.Cut(from > lineStart, !isLineEnd(to)));
  }

  private void moveTo(int wantedLine, int wantedColumn) {
    if (wantedLine < line || (wantedLine == line && wantedColumn < column)) {
      line = 1;
      column = 1;
      offset = 0;
      lineStart = 0;
    }
    while (line < wantedLine) {
      int end = text.indexOf('\n', offset);
      if (end < 0) {
        offset = text.length();
        lineStart = offset;
      } else {
        offset = end + 1;
        lineStart = offset;
      }
      line++;
      column = 1;
    }
    while (column < wantedColumn && !isLineEnd(offset)) {
      offset += Character.charCount(text.codePointAt(offset));
      column++;
    }
  }

  private boolean isLineEnd(int at) {
    return at >= text.length() || text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }

  private int back(int start, int steps) {
    int at = start;
    for (int i = 0; i < steps && at > lineStart; i++) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private int forth(int start, int steps) {
    int at = start;
    for (int i = 0; i < steps && !isLineEnd(at); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
