package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text without math delimiters: every line that holds a relation is a formula. */
final class Plain {
  private static final List<String> NAMES =
      List.of("softmax", "sigmoid", "relu", "tanh", "sinh", "cosh", "log", "exp", "sin", "cos", "tan", "max", "min", "argmax", "argmin", "diag", "sum", "prod", "softplus", "sqrt", "sign", "lim", "tr", "det", "loss", "var", "cov", "erf", "gelu", "mse", "ln", "alpha", "beta", "gamma", "theta", "sigma", "lambda", "delta", "partial", "dot", "abs");

  private Plain() {}

  /**
   * The formulas of the lines, among the other segments.
   *
   * @param others code and definitions, in order
   */
  static List<Segment> lines(String text, List<Segment> others, List<Trouble> troubles) {
    List<Segment> out = new ArrayList<>();
    int other = 0;
    int i = 0;
    int first = -1;
    while (i < text.length()) {
      if (other < others.size() && others.get(other).from() <= i) {
        out.add(others.get(other));
        i = Math.max(i + 1, others.get(other).to());
        other++;
        continue;
      }
      int end = lineEnd(text, i);
      if (other < others.size() && others.get(other).from() < end) {
        i = others.get(other).from();
        continue;
      }
      int from = contentFrom(text, i, end);
      int to = environmentEnd(text, from, end);
      String line = text.substring(from, to);
      boolean related = !line.startsWith("#") && holdsRelation(line);
      if (related && words(line) >= 2) {
        troubles.add(new Trouble(new Span(from, to), "note.words-in-line", "a line of words with a relation, without math delimiters: it is not read as a formula"));
      } else if (related) {
        out.add(new Segment(Segment.Kind.DISPLAY, from, to, from, to));
        first = first < 0 ? from : first;
      }
      i = to + 1;
    }
    if (first >= 0) {
      troubles.add(new Trouble(new Span(first, first), "note.no-delimiters", "no math delimiters in this text: each line with a relation is read as a formula"));
    }
    return out;
  }

  private static int lineEnd(String text, int i) {
    int end = text.indexOf('\n', i);
    return end < 0 ? text.length() : end;
  }

  private static int contentFrom(String text, int i, int end) {
    Optional<Lists.Marker> marker = Lists.marker(text, i, end);
    int from = marker.map(Lists.Marker::contentFrom).orElse(i);
    while (from < end && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from;
  }

  /** A line that opens an environment reaches to the line that closes it. */
  private static int environmentEnd(String text, int from, int end) {
    int begin = text.indexOf("\\begin{", from, end);
    if (begin < 0) {
      return end;
    }
    int close = text.indexOf('}', begin, end);
    int stop = close > 0 ? text.indexOf("\\end{" + text.substring(begin + 7, close) + "}", close, Math.min(text.length(), close + 20_000)) : -1;
    return stop < 0 ? end : lineEnd(text, stop);
  }

  private static boolean holdsRelation(String line) {
    Tokens tokens = Tokens.of(line);
    for (int i = 0; i < tokens.size(); i++) {
      if (Signs.relation(tokens.get(i).text()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** How many words that are no known names stand in it. */
  private static int words(String line) {
    int words = 0;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '\\') {
        i = Tokens.commandEnd(line, i);
      } else if (Character.isLetter(c)) {
        int end = i;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
          end++;
        }
        String word = line.substring(i, end).toLowerCase(Locale.ROOT);
        words += Wording.isWord(word) ? 2 : 0;
        boolean braced = i > 0 && line.charAt(i - 1) == '{';
        if (end - i >= 3 && !braced && !NAMES.contains(word)) {
          words++;
        }
        i = end;
      } else {
        i++;
      }
    }
    return words;
  }
}
