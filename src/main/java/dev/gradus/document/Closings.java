package dev.gradus.document;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what closes a delimiter. A search that came to the end of the text in vain is not made again. */
final class Closings {
  private final String text;
  private final boolean latex;
  /** for each string looked for: from where on it is known to be absent */
  private final Map<String, Integer> absent = new TreeMap<>();

  /** A search and its answer: it answers every search that begins between the two as well. */
  private record Hit(int from, int found) {}

  private final Map<String, Hit> hits = new TreeMap<>();
  private int paragraphFrom;
  private int paragraphTo;

  Closings(String text, boolean latex) {
    this.text = text;
    this.latex = latex;
  }

  /** The next place of a string at or behind {@code from}. */
  Optional<Integer> next(String wanted, int from) {
    if (from >= absent.getOrDefault(wanted, Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    Hit last = hits.get(wanted);
    if (last != null && last.from() <= from && from <= last.found()) {
      return Optional.of(last.found());
    }
    int found = text.indexOf(wanted, from);
    if (found < 0) {
      absent.put(wanted, from);
      return Optional.empty();
    }
    hits.put(wanted, new Hit(from, found));
    return Optional.of(found);
  }

  /** Behind the paragraph that holds {@code i}: the start of the next empty line, or the end of the text. */
  int paragraphEnd(int i) {
    if (i >= paragraphFrom && i < paragraphTo) {
      return paragraphTo;
    }
    int k = text.indexOf('\n', i);
    while (k >= 0 && !emptyLine(k + 1)) {
      k = text.indexOf('\n', k + 1);
    }
    paragraphFrom = i;
    paragraphTo = k < 0 ? text.length() : k + 1;
    return paragraphTo;
  }

  private boolean emptyLine(int from) {
    int k = from;
    while (k < text.length() && text.charAt(k) != '\n') {
      char c = text.charAt(k);
      if (c != ' ' && c != '\t' && c != '\r' && c != '>') {
        return false;
      }
      k++;
    }
    return true;
  }

  /** The line that closes a fence of {@code length} marks opened before the line end {@code from}. */
  Optional<Integer> fence(int from, char mark, int length) {
    String wanted = "\n" + String.valueOf(mark).repeat(length);
    String key = "fence" + wanted;
    if (from >= absent.getOrDefault(key, Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    int k = from;
    while (k >= 0 && k < text.length()) {
      int at = k + 1;
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '>' || text.charAt(at) == '\t')) {
        at++;
      }
      if (text.startsWith(wanted.substring(1), at)) {
        return Optional.of(at);
      }
      k = text.indexOf('\n', k + 1);
    }
    absent.put(key, from);
    return Optional.empty();
  }

  /** The single dollar sign that closes a formula within its paragraph. Dollars inside of {@code \text{..}} are passed over. */
  Optional<Integer> dollar(int from) {
    int limit = paragraphEnd(from - 1);
    int i = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = skipCommand(i, limit);
      } else if (c == '$') {
        return Optional.of(i);
      } else if (c == '\n' && !latex && (headingAt(i + 1) || text.startsWith("```", i + 1) || text.startsWith("~~~", i + 1))) {
        return Optional.empty();
      } else {
        i++;
      }
    }
    return Optional.empty();
  }

  private boolean headingAt(int i) {
    int k = i;
    while (k < text.length() && text.charAt(k) == '#' && k - i < 6) {
      k++;
    }
    return k > i && k < text.length() && text.charAt(k) == ' ';
  }

  /** Behind a command; behind its group when that is text with a formula of its own inside. */
  private int skipCommand(int i, int limit) {
    int end = Tokens.wordEnd(text, i + 1);
    if (end == i + 1) {
      return Math.min(limit, i + 2);
    }
    String word = text.substring(i, Math.min(end, i + 16));
    if ((word.equals("\\text") || word.equals("\\mbox") || word.equals("\\textrm") || word.equals("\\hbox") || word.equals("\\intertext")) && end < limit && text.charAt(end) == '{') {
      int bound = Math.min(limit, end + 1_000);
      int close = Braces.close(text, end, bound);
      if (close < bound && text.substring(end, close).chars().filter(c -> c == '$').count() % 2 == 0) {
        return close + 1;
      }
    }
    return end;
  }

  /** The double dollar sign that closes a display; none when words stand between, behind an empty line. */
  Optional<Integer> dollars(int from) {
    int at = from;
    Optional<Integer> found = next("$$", at);
    while (found.isPresent() && text.charAt(found.get() - 1) == '\\' && !(found.get() > 1 && text.charAt(found.get() - 2) == '\\')) {
      at = found.get() + 1;
      found = next("$$", at);
    }
    return found.filter(f -> isFormula(from, f));
  }

  /** {@code \]} or {@code \)}; two backslashes before a bracket are a line break. */
  Optional<Integer> bracket(int from, char open) {
    String closing = open == '[' ? "\\]" : "\\)";
    String opening = "\\" + open;
    Optional<Integer> found = next(closing, from);
    if (found.isEmpty()) {
      return found;
    }
    int other = text.indexOf(opening, from, found.get());
    while (other > 0 && text.charAt(other - 1) == '\\') {
      other = text.indexOf(opening, other + 2, Math.max(other + 2, found.get()));
    }
    boolean reopened = other >= 0;
    return reopened ? Optional.empty() : found.filter(f -> isFormula(from, f));
  }

  /** The {@code \end} of an environment; one that may not hold itself is unclosed when it opens again before. */
  Optional<Integer> environment(int from, String name, boolean nests) {
    Optional<Integer> found = next("\\end{" + name + "}", from);
    if (found.isEmpty()) {
      return found;
    }
    Optional<Integer> other = next("\\begin{" + name + "}", from);
    if (!nests && other.isPresent() && other.get() < found.get()) {
      return Optional.empty();
    }
    int depth = 1;
    int at = from;
    int steps = 0;
    while (other.isPresent() && other.get() < found.get() && steps < 50) {
      depth++;
      at = other.get() + 1;
      other = next("\\begin{" + name + "}", at);
      steps++;
    }
    for (int k = 1; k < depth && found.isPresent(); k++) {
      found = next("\\end{" + name + "}", found.get() + 1);
    }
    return found.filter(f -> isFormula(from, f));
  }

  /** Whether the text between can be one formula: behind an empty line stand no words. */
  private boolean isFormula(int from, int to) {
    int start = paragraphEnd(from);
    if (start >= to) {
      return true;
    }
    int words = 0;
    int depth = 0;
    int i = start;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = Tokens.commandEnd(text, i);
        continue;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '$' || (c == '#' && text.charAt(i - 1) == '\n')) {
        return false;
      }
      if (Character.isLetter(c) && depth <= 0) {
        int end = i;
        while (end < to && Character.isLetter(text.charAt(end))) {
          end++;
        }
        boolean ideographs = Character.isIdeographic(c) && end - i >= 4;
        words = end - i >= 2 ? words + 1 : 0;
        if (words >= 3 || ideographs) {
          return false;
        }
        i = end;
        continue;
      }
      if (!Character.isWhitespace(c) && c != ',' && c != '\'') {
        words = 0;
      }
      i++;
    }
    return true;
  }
}
