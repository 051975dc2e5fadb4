package dev.gradus.document;

import dev.gradus.document.Clause.Join;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which clause a row goes on with. */
final class Rows {
  private static final Pattern LABEL = Pattern.compile("\\(?\\s*[\\p{L}\\d]{1,4}(\\.\\d+)?\\s*[).:]|\\\\textcircled\\s*\\{?\\w+}?|[①-⑳]");
  private static final Pattern LETTER = Pattern.compile("\\\\?[A-Za-z]+(_\\{?\\w+}?)?");
  private static final Pattern SHORT = Pattern.compile("[\\w,]{1,4}");

  private Rows() {}

  /** The clause of the rows above (or before it in its own row) whose last side {@code next} goes on with; empty when none is meant. */
  static Optional<Draft> above(List<Draft> before, Draft next) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Draft last = before.getLast();
    if (last.row == next.row && last.column == next.column) {
      return isLabel(last) ? Optional.empty() : Optional.of(last);
    }
    int end = before.size();
    // a row lies in one stretch of the list; the search ends with the first row that offers something
    while (end > 0) {
      int row = before.get(end - 1).row;
      int start = end;
      while (start > 0 && before.get(start - 1).row == row) {
        start--;
      }
      Optional<Draft> found = row == next.row ? Optional.empty() : inRow(before.subList(start, end), next.column);
      if (found.isPresent()) {
        return found;
      }
      end = start;
    }
    return Optional.empty();
  }

  /** The last clause of a formula that a later formula goes on with. */
  static Optional<Draft> main(List<Draft> drafts) {
    Optional<Draft> found = Optional.empty();
    boolean first = true;
    for (Draft draft : drafts) {
      if (draft.hasSigns() && (first || !isCondition(draft))) {
        found = Optional.of(draft);
        first = false;
      }
    }
    return found;
  }

  private static Optional<Draft> inRow(List<Draft> row, int column) {
    Optional<Draft> any = main(row);
    Optional<Draft> same = main(row.stream().filter(d -> d.column == column).toList());
    if (same.isPresent()) {
      return same;
    }
    if (any.isPresent()) {
      return any;
    }
    Optional<Draft> fragment = Optional.empty();
    for (Draft draft : row) {
      if (!isLabel(draft) && draft.words.isEmpty()) {
        fragment = Optional.of(draft);
      }
    }
    return fragment;
  }

  /** {@code (a)}, {@code b)}, a number in a circle: it names what follows. */
  static boolean isLabel(Draft draft) {
    return !draft.hasSigns() && draft.sides.getFirst().size() == 1 && draft.head().length() < 24 && LABEL.matcher(draft.head()).matches();
  }

  /** Words like "if" bring it in, or it is a range or an order of a single letter behind a comma. */
  static boolean isCondition(Draft draft) {
    if (Wording.isCondition(draft.words)) {
      return true;
    }
    boolean aside = draft.join == Join.COMMA || draft.join == Join.SPACE || draft.join == Join.COLUMN;
    String left = draft.head();
    if (!aside || left.length() > 24 || !LETTER.matcher(left).matches() || !(left.startsWith("\\") || left.length() <= 3)) {
      return false;
    }
    boolean order = draft.signs.getFirst().sign() != RelationSign.EQUAL && draft.signs.getFirst().sign() != RelationSign.DEFINED_AS;
    return order || SHORT.matcher(draft.tail()).matches();
  }

  static boolean endsInOperator(String text) {
    return text.endsWith("+") || text.endsWith("-") || text.endsWith("\\cdot") || text.endsWith("\\times") || text.endsWith("*") || text.endsWith("\\pm");
  }

  static boolean opensWithOperator(Draft draft) {
    String text = draft.head();
    return opensWithPlus(text) || text.startsWith("-") || text.startsWith("−") || text.startsWith("/");
  }

  private static boolean opensWithPlus(String text) {
    boolean sign = text.startsWith("+") || text.startsWith("\\times") || text.startsWith("\\cdot") || text.startsWith("\\pm");
    return (sign || text.startsWith("\\odot") || text.startsWith("\\circ")) && !text.startsWith("\\cdots");
  }

  /** Whether a row that opens with an operator goes on with the side above; a minus sign may also open an equation of its own. */
  static boolean goesOn(Draft draft, Draft above) {
    if (opensWithPlus(draft.head())) {
      return !draft.head().equals("+");
    }
    return opensWithOperator(draft) && !above.closed && (!draft.hasSigns() || draft.aligned);
  }

  /** Where a row begins behind its mark, which may carry a star and a length: {@code \\*[2pt]}. */
  static int behindMark(MathText text, Tokens tokens, int behind, int to) {
    int end = behind;
    if (end < to && tokens.get(end).is("*")) {
      end++;
    }
    if (end < to && tokens.get(end).is("[") && tokens.partner(end) < Math.min(to, end + 12)) {
      int close = tokens.partner(end);
      String length = text.text().substring(tokens.get(end).end(), tokens.get(close).start()).strip();
      if (length.matches("-?[\\d.]+\\s*(pt|em|ex|cm|mm|in|mu|bp|pc|\\\\[a-z]+)")) {
        end = close + 1;
      }
    }
    return end;
  }
}
