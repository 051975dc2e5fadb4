package dev.gradus.document;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Text of a formula as it is to be parsed: comments blanked, macros expanded, every character tied to the source span it came from. The
 * characters of an expanded macro all carry the span of the macro's use. Immutable.
 */
public final class MathText {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private MathText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** One start and one end offset for each character of {@code text}; a defect otherwise. */
  public static MathText of(String text, int[] starts, int[] ends) {
    if (starts.length != text.length() || ends.length != text.length()) {
      throw new IllegalArgumentException("one span for each character");
    }
    return new MathText(text, starts.clone(), ends.clone());
  }

  /** The same in a text that has {@code by} characters more before it. */
  MathText moved(int by) {
    return new MathText(text, Arrays.stream(starts).map(s -> s + by).toArray(), Arrays.stream(ends).map(e -> e + by).toArray());
  }

  /** Text that stands at {@code offset} in the source as it is. */
  public static MathText plain(String text, int offset) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      starts[i] = offset + i;
      ends[i] = offset + i + 1;
    }
    return new MathText(text, starts, ends);
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /** Characters {@code from} (inclusive) to {@code to} (exclusive). */
  public MathText slice(int from, int to) {
    return new MathText(text.substring(from, to), Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to));
  }

  /** Without white space at both ends. */
  public MathText trim() {
    int from = 0;
    int to = text.length();
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return slice(from, to);
  }

  /** All parts, one space between two of them. */
  static MathText joined(List<MathText> parts) {
    MathBuilder out = new MathBuilder();
    for (MathText part : parts) {
      if (out.length() > 0) {
        int place = out.lastEnd();
        out.add(' ', place, place);
      }
      out.add(part);
    }
    return out.build();
  }

  /** The same text with the marked characters replaced by spaces. */
  MathText blanked(BitSet marked) {
    if (marked.isEmpty()) {
      return this;
    }
    char[] changed = text.toCharArray();
    for (int i = marked.nextSetBit(0); i >= 0 && i < changed.length; i = marked.nextSetBit(i + 1)) {
      changed[i] = ' ';
    }
    return new MathText(new String(changed), starts, ends);
  }

  int startAt(int index) {
    return starts[index];
  }

  int endAt(int index) {
    return ends[index];
  }

  /** The source span of characters {@code from} to {@code to}; of an empty stretch the place where it would stand. */
  public Span span(int from, int to) {
    if (text.isEmpty()) {
      return new Span(0, 0);
    }
    int first = Math.min(from, text.length() - 1);
    if (from >= to) {
      int place = from < text.length() ? starts[first] : ends[first];
      return new Span(place, place);
    }
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (int i = from; i < Math.min(to, text.length()); i++) {
      start = Math.min(start, starts[i]);
      end = Math.max(end, ends[i]);
    }
    return new Span(start, Math.max(start, end));
  }

  public Span span() {
    return span(0, text.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
