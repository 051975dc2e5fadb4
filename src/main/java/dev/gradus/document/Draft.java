package dev.gradus.document;

import dev.gradus.document.Clause.Join;
import dev.gradus.document.Clause.Sign;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A clause in the making: used only while its document is being cut. */
final class Draft {
  /** A stretch of the formula's text. */
  record Range(int from, int to) {}

  /** An environment or a set in braces within a side: its tokens, from {@code \begin} to {@code \end}. */
  record Nested(String name, int begin, int bodyFrom, int end) {}

  /** Where a nested clause stands. */
  record Cell(Draft parent, String environment, Span span, int row, int column) {}

  Join join;
  String words;
  String wordsAfter = "";
  final int row;
  final int column;
  final List<List<Range>> ranges = new ArrayList<>();
  final List<Sign> signs = new ArrayList<>();
  final List<Nested> nested = new ArrayList<>();

  /** the sides in parts, once the formula has been scanned */
  final List<List<MathText>> sides = new ArrayList<>();

  Optional<Cell> cell = Optional.empty();
  Optional<Draft> continues = Optional.empty();

  /** where it begins in the source, for the order of clauses */
  int first;

  /** its index in the document, once it is numbered */
  int number;

  /** an alignment mark stands before its first side */
  boolean aligned;

  /** a colon stands at its top level: what follows an arrow is no limit */
  boolean colon;

  /** {@code \forall} stands before it: a colon ends the range of its letters */
  boolean quantifies;

  /** it ended with a comma, a semicolon or a full stop */
  boolean closed;

  Draft(Join join, String words, int row, int column) {
    this(join, words, row, column, false);
  }

  Draft(Join join, String words, int row, int column, boolean quantifies) {
    this.quantifies = quantifies;
    this.join = join;
    this.words = words;
    this.row = row;
    this.column = column;
    ranges.add(new ArrayList<>());
  }

  /** More words stand before it. */
  void say(String said) {
    words = words.isEmpty() ? said : words + " " + said;
  }

  /**
   * "if i = j: f = g" is i = j \Rightarrow f = g: how what follows a colon is joined to a case, to "i = j" or "y = 1"; none where it is no case, or neither a claim nor nothing follows.
   *
   * @param mark where its last side begins
   * @param colon where the colon stands
   * @param i index of the colon among the tokens
   * @param to the end of the formula among them
   */
  Optional<Join> endOfCase(String text, BitSet blanks, int mark, int colon, Tokens tokens, int i, int to) {
    boolean single = signs.size() == 1 && ranges.getFirst().size() == 1;
    if (!single || tokens.after(i + 1, to).filter(t -> t.is("=")).isPresent()) {
      return Optional.empty();
    }
    Range left = ranges.getFirst().getFirst();
    if (!BareConditions.NAME.matcher(shown(text, blanks, left.from(), left.to())).matches() || !BareConditions.NAME_OR_NUMBER.matcher(shown(text, blanks, mark, colon)).matches()) {
      return Optional.empty();
    }
    int next = i + 1;
    while (next < to && Signs.relation(tokens.get(next).text()).isEmpty() && Signs.join(tokens.get(next).text()).filter(j -> j == Join.ROW).isEmpty()) {
      next++;
    }
    if (next < to && Signs.relation(tokens.get(next).text()).isPresent()) {
      return Optional.of(Join.IMPLIES);
    }
    return text.substring(colon + 1, tokens.get(Math.max(i, next - 1)).end()).isBlank() ? Optional.of(Join.SPACE) : Optional.empty();
  }

  private static String shown(String text, BitSet blanks, int from, int to) {
    StringBuilder shown = new StringBuilder();
    for (int k = from; k < to; k++) {
      shown.append(blanks.get(k) ? ' ' : text.charAt(k));
    }
    return shown.toString().replaceAll("\\\\[,;: !]", " ").strip();
  }

  boolean hasSigns() {
    return !signs.isEmpty();
  }

  MathText side(int index) {
    List<MathText> parts = sides.get(index);
    return parts.size() == 1 ? parts.getFirst() : MathText.joined(parts);
  }

  /** The text of the first part of the first side. */
  String head() {
    return sides.getFirst().getFirst().text();
  }

  /** The text of the last part of the last side. */
  String tail() {
    return sides.getLast().getLast().text();
  }

  boolean isBlank(int side) {
    return sides.get(side).stream().allMatch(MathText::isBlank);
  }

  boolean endsBlank() {
    return isBlank(sides.size() - 1);
  }

  /** Cuts the sides out of the scanned text. */
  void cut(MathText text) {
    for (List<Range> parts : ranges) {
      List<MathText> cut = new ArrayList<>();
      for (Range part : parts) {
        cut.add(trimmed(text.slice(part.from(), part.to())));
      }
      if (cut.isEmpty()) {
        cut.add(MathText.plain("", 0));
      }
      sides.add(cut);
    }
    first = signs.isEmpty() ? Integer.MAX_VALUE : signs.getFirst().span().start();
    for (MathText part : sides.getFirst()) {
      if (!part.isBlank()) {
        first = Math.min(first, part.startAt(0));
      }
    }
  }

  /** Without white space and spacing commands at both ends; a backslash before a space belongs to it. */
  private static MathText trimmed(MathText side) {
    String text = side.text();
    int from = 0;
    int to = text.length();
    while (from < to && spaceAt(text, from, to) > 0) {
      from += spaceAt(text, from, to);
    }
    while (to > from) {
      int two = to - 2 >= from && text.charAt(to - 2) == '\\' && !(to - 3 >= from && text.charAt(to - 3) == '\\') ? spaceAt(text, to - 2, to) : 0;
      if (two == 2) {
        to -= 2;
      } else if (spaceAt(text, to - 1, to) == 1) {
        to--;
      } else {
        break;
      }
    }
    return side.slice(from, to);
  }

  private static int spaceAt(String text, int at, int to) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || c == '~') {
      return 1;
    }
    boolean command = c == '\\' && at + 1 < to && (",;:!>".indexOf(text.charAt(at + 1)) >= 0 || Character.isWhitespace(text.charAt(at + 1)));
    return command ? 2 : 0;
  }

  /** What {@code next} begins with goes on with this clause's last side, and the rest of its chain with it. */
  void takeOver(Draft next) {
    List<MathText> last = sides.getLast();
    if (last.size() == 1) {
      last.removeIf(MathText::isBlank);
    }
    for (MathText part : next.sides.getFirst()) {
      if (!part.isBlank()) {
        last.add(part);
      }
    }
    if (last.isEmpty()) {
      last.add(MathText.plain("", 0));
    }
    sides.addAll(next.sides.subList(1, next.sides.size()));
    signs.addAll(next.signs);
    nested.addAll(next.nested);
    closed = next.closed;
    wordsAfter = next.wordsAfter;
  }
}
