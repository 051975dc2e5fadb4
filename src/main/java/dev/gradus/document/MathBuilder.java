package dev.gradus.document;

import java.util.Arrays;

/** Collects the characters of a {@link MathText} with their spans: a text spelled anew that still points to its source. */
public final class MathBuilder {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  int length() {
    return text.length();
  }

  /** Where the last character ends in the source; 0 when there is none. */
  int lastEnd() {
    return text.isEmpty() ? 0 : ends[text.length() - 1];
  }

  char last() {
    return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
  }

  boolean endsInWord() {
    return Macros.endsInWord(text);
  }

  void add(char c, int start, int end) {
    int n = text.length();
    if (n == starts.length) {
      starts = Arrays.copyOf(starts, 2 * n);
      ends = Arrays.copyOf(ends, 2 * n);
    }
    starts[n] = start;
    ends[n] = end;
    text.append(c);
  }

  /** Characters that all stand for the same stretch of the source. */
  public void add(String added, Span span) {
    for (int i = 0; i < added.length(); i++) {
      add(added.charAt(i), span.start(), span.end());
    }
  }

  /** The characters of a part, each with its own span. */
  public void add(MathText part) {
    for (int i = 0; i < part.length(); i++) {
      add(part.text().charAt(i), part.startAt(i), part.endAt(i));
    }
  }

  public MathText build() {
    int n = text.length();
    return MathText.of(text.toString(), Arrays.copyOf(starts, n), Arrays.copyOf(ends, n));
  }
}
