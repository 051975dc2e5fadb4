package dev.gradus.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the stars and underscores of Markdown that mark emphasis: in pairs within a paragraph, by the flanking rules of CommonMark. */
final class Emphasis {
  /** A run of marks that may open. */
  private record Run(char mark, int from, int length) {}

  /** marks that are no text */
  final BitSet marks = new BitSet();
  /** where bold text or a lead-in opens, and where it closes */
  final BitSet boldOpens = new BitSet();

  final BitSet boldCloses = new BitSet();

  private final String text;
  private final List<Run> open = new ArrayList<>();

  private Emphasis(String text) {
    this.text = text;
  }

  static Emphasis find(String text, List<Segment> segments) {
    Emphasis found = new Emphasis(text);
    int next = 0;
    int i = 0;
    while (i < text.length()) {
      while (next < segments.size() && segments.get(next).from() < i) {
        next++;
      }
      if (next < segments.size() && segments.get(next).from() == i) {
        i = Math.max(i + 1, segments.get(next).to());
        continue;
      }
      i = found.step(i);
    }
    return found;
  }

  private int step(int i) {
    char c = text.charAt(i);
    if (c == '\\') {
      return Tokens.commandEnd(text, i);
    }
    if (c == '\n' && i + 1 < text.length() && opensBlock(i + 1)) {
      open.clear();
    }
    if (c != '*' && c != '_') {
      return i + 1;
    }
    int end = i;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    run(c, i, end);
    return end;
  }

  private boolean opensBlock(int i) {
    int k = i;
    while (k < text.length() && (text.charAt(k) == ' ' || text.charAt(k) == '>')) {
      k++;
    }
    if (k >= text.length()) {
      return true;
    }
    char c = text.charAt(k);
    boolean item = (c == '-' || c == '*' || c == '+') && k + 1 < text.length() && text.charAt(k + 1) == ' ';
    return c == '\n' || c == '\r' || c == '#' || c == '|' || item;
  }

  private void run(char mark, int from, int end) {
    int before = from > 0 ? text.charAt(from - 1) : ' ';
    int after = end < text.length() ? text.charAt(end) : ' ';
    boolean left = !Character.isWhitespace(after) && (!isPunctuation(after) || Character.isWhitespace(before) || isPunctuation(before));
    boolean right = !Character.isWhitespace(before) && (!isPunctuation(before) || Character.isWhitespace(after) || isPunctuation(after));
    boolean opens = mark == '*' ? left : left && (!right || isPunctuation(before));
    boolean closes = mark == '*' ? right : right && (!left || isPunctuation(after));
    int at = from;
    if (closes) {
      at = close(mark, from, end);
    }
    if (at < end && opens && open.size() < 100) {
      open.add(new Run(mark, at, end - at));
    }
  }

  /** Pairs the run with open ones; returns where its unpaired rest begins. */
  private int close(char mark, int from, int end) {
    int at = from;
    for (int k = open.size() - 1; k >= 0 && at < end; k--) {
      Run run = open.get(k);
      if (run.mark() != mark) {
        continue;
      }
      int length = Math.min(Math.min(run.length(), end - at), 3);
      int opener = run.from() + run.length() - length;
      marks.set(opener, opener + length);
      marks.set(at, at + length);
      if (length >= 2 || leadsIn(text.substring(opener + length, at), text.substring(Math.min(text.length(), at + length), Math.min(text.length(), at + length + 1)))) {
        boldOpens.set(opener);
        boldCloses.set(at);
      }
      at += length;
      while (open.size() > k) {
        open.removeLast();
      }
      if (run.length() > length) {
        open.add(new Run(mark, run.from(), run.length() - length));
      }
    }
    return at;
  }

  /** Whether emphasised words are a lead-in, {@code *Hinge.*} or {@code *Hinge*:}, as bold ones are: few, and closed by a full stop or colon. */
  static boolean leadsIn(String words, String behind) {
    boolean closed = words.matches(".*[.:]\\s*") || behind.startsWith(":") || behind.startsWith(".");
    return closed && words.length() <= 60 && words.chars().allMatch(c -> Character.isLetterOrDigit(c) || " .:,()'/-".indexOf(c) >= 0);
  }

  private static boolean isPunctuation(int c) {
    return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
  }
}
