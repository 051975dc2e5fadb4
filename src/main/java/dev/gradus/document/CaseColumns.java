package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Values by cases whose conditions stand in the column of the values, {@code = \begin{cases} x, x > 0 \\ 0 \text{ otherwise} \end{cases}}: each row has one value, and
 * behind a comma, a wide space or words its condition. They are set in a column of their own.
 */
final class CaseColumns {
  private static final List<String> CASES = List.of("cases", "dcases", "rcases");
  private static final List<String> TABLES = List.of("cases}", "{array}", "{matrix}");
  private static final List<String> SEPARATORS = List.of(",", "，", ";", "\\quad", "\\qquad");
  private static final List<String> OPENING = List.of("if", "for", "when", "otherwise", "else", "elsewhere", "wenn", "falls", "sonst", "si", "sinon", "para", "se", "当", "若", "如果", "其他", "其它", "否则", "其余");
  private static final List<String> SIGNS =
      List.of("=", "==", "<", ">", "<=", ">=", "\\neq", "\\ne", "\\not", "\\le", "\\leq", "\\leqslant", "\\lt", "\\ge", "\\geq", "\\geqslant", "\\gt", "\\in", "\\notin", "≠", "≤", "≥", "∈");

  private final Tokens tokens;
  /** where columns begin that have to be there, and column marks that have to go */
  private final TreeSet<Integer> places = new TreeSet<>();

  private final TreeSet<Integer> marks = new TreeSet<>();

  private CaseColumns(Tokens tokens) {
    this.tokens = tokens;
  }

  /** In: a formula. Out: the same, with a column for the conditions of its cases. */
  static MathText apart(MathText content) {
    String text = content.text();
    if (TABLES.stream().noneMatch(text::contains)) {
      return content;
    }
    CaseColumns found = new CaseColumns(Tokens.of(text));
    boolean valued = false;
    for (int i = 0; i < found.tokens.size(); i++) {
      Tokens.Token token = found.tokens.get(i);
      if (valued && token.kind() == Tokens.Kind.BEGIN && found.holdsCases(i)) {
        found.table(i);
      }
      valued |= token.is("=") || token.is(":=") || token.is("\\equiv");
    }
    MathBuilder out = new MathBuilder();
    int from = 0;
    TreeSet<Integer> changes = new TreeSet<>(found.places);
    changes.addAll(found.marks);
    for (int change : changes) {
      out.add(content.slice(from, change));
      boolean mark = found.marks.contains(change);
      out.add(mark ? " " : "&", content.span(change, change + 1));
      from = mark ? change + 1 : change;
    }
    out.add(content.slice(from, text.length()));
    return out.build();
  }

  /** Whether an environment is one of cases, or an array or a matrix behind an open brace. */
  private boolean holdsCases(int begin) {
    String name = tokens.get(begin).text().replace("*", "");
    return CASES.contains(name) || ((name.equals("array") || name.equals("matrix")) && tokens.before(begin, 0).filter(t -> t.is("\\{")).isPresent());
  }

  private void table(int begin) {
    int end = Math.min(tokens.partner(begin), tokens.size());
    List<Integer> found = new ArrayList<>();
    int from = tokens.bodyStart(begin);
    boolean columns = false;
    while (from < end) {
      List<Integer> ampersands = new ArrayList<>();
      int to = from;
      while (to < end && !isRowEnd(tokens.get(to))) {
        if (tokens.get(to).is("&")) {
          ampersands.add(to);
        }
        to = behind(to, end);
      }
      columns |= !ampersands.isEmpty();
      if (ampersands.size() == 2 && opening(words(ampersands.get(0) + 1, ampersands.get(1)))) {
        // x & if & x > 0
        marks.add(tokens.get(ampersands.get(1)).start());
      }
      if (!columns && tokens.skipSpace(from, to) < to) {
        Optional<Integer> place = condition(from, to);
        if (place.isEmpty()) {
          return;
        }
        found.add(tokens.get(place.get()).start());
      }
      from = to + 1;
    }
    if (!columns && found.size() > 1) {
      places.addAll(found);
    }
  }

  /** Where the condition of a row begins; empty where the row is not one value and one condition. */
  private Optional<Integer> condition(int from, int to) {
    int separator = -1;
    int first = tokens.skipSpace(from, to);
    for (int i = first; i < to; i = behind(i, to)) {
      Tokens.Token token = tokens.get(i);
      if (SIGNS.contains(token.text())) {
        return separator < 0 ? Optional.empty() : Optional.of(separator);
      }
      if (i > first && Wording.COMMANDS.contains(token.text()) && opens(i, to)) {
        return Optional.of(i);
      }
      if (SEPARATORS.contains(token.text()) && tokens.skipSpace(i + 1, to) < to) {
        separator = tokens.skipSpace(i + 1, to);
      }
    }
    return Optional.empty();
  }

  /** {@code \text{ if }}: words that bring in a condition. */
  private boolean opens(int command, int to) {
    int open = tokens.skipSpace(command + 1, to);
    if (open >= to || !tokens.get(open).is("{")) {
      return false;
    }
    String first = words(open + 1, Math.min(tokens.partner(open), to)).split("[\\s,.:]+", 2)[0];
    return opening(first);
  }

  private static boolean opening(String first) {
    return OPENING.contains(first) || OPENING.stream().anyMatch(o -> o.codePointAt(0) > 0x2E80 && first.startsWith(o));
  }

  /** The letters of a stretch, without what only sets them. */
  private String words(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      Tokens.Token token = tokens.get(i);
      words.append(token.is("{") || token.is("}") || token.kind() == Tokens.Kind.COMMAND ? " " : token.text());
    }
    return words.toString().strip();
  }

  private int behind(int i, int to) {
    Tokens.Token token = tokens.get(i);
    boolean opens = token.is("{") || token.is("(") || token.is("[") || token.is("\\left") || token.kind() == Tokens.Kind.BEGIN;
    return opens && tokens.partner(i) < to ? tokens.partner(i) + 1 : i + 1;
  }

  private static boolean isRowEnd(Tokens.Token token) {
    return token.is("\\\\") || token.is("\\cr") || token.is("\\newline");
  }
}
