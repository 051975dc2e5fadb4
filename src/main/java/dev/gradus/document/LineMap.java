package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;

/** The one place where offsets become lines and columns: both 1-based, columns in Unicode code points. */
public final class LineMap {
  /** 1-based line and column (code points). */
  public record Position(int line, int column) {}

  private final String text;
  private final List<Integer> starts;

  private LineMap(String text, List<Integer> starts) {
    this.text = text;
    this.starts = starts;
  }

  public static LineMap of(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    return new LineMap(text, List.copyOf(starts));
  }

  /** Offsets past the end count as the end. */
  public Position at(int offset) {
    int place = Math.min(offset, text.length());
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (starts.get(middle) <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int start = starts.get(low);
    return new Position(low + 1, text.codePointCount(start, place) + 1);
  }
}
