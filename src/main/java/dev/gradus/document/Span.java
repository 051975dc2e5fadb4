package dev.gradus.document;

/** A stretch of the source text: UTF-16 offsets, {@code start} inclusive, {@code end} exclusive. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The same stretch in a text that has {@code by} characters more before it. */
  Span moved(int by) {
    return new Span(start + by, end + by);
  }

  /** The smallest span that holds both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
