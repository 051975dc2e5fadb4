package dev.gradus.document;

/** Where the lines of a text end; the last answer is kept, since one line may be asked for many times. */
final class LineEnds {
  private final String text;
  private int from;
  private int to;

  LineEnds(String text) {
    this.text = text;
  }

  /** The end of the line that holds {@code i}. */
  int at(int i) {
    if (i < from || i >= to) {
      int end = text.indexOf('\n', i);
      from = i;
      to = end < 0 ? text.length() : end;
    }
    return to;
  }
}
