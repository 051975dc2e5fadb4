package dev.gradus.document;

import dev.gradus.document.Clause.Join;
import dev.gradus.document.Draft.Cell;
import dev.gradus.document.Draft.Nested;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cuts one formula into clauses: rows that go on are joined, relations in cells follow the clause they stand in. */
final class Clauses {
  private static final int DEPTH = 16;
  /** environments whose rows may go on from one to the next also when they are part of a side */
  private static final List<String> ROWS = List.of("array", "aligned", "alignedat", "split", "gathered", "multlined");

  /** The clauses of a formula: those of the top level, and all of them in source order. */
  record Cut(List<Draft> top, List<Draft> all) {}

  private final MathText text;
  private final Tokens tokens;
  private final Visible visible;

  private Clauses(MathText text) {
    this.text = text;
    this.tokens = Tokens.of(text.text());
    this.visible = new Visible(text, tokens);
  }

  static Cut cut(MathText text) {
    Clauses clauses = new Clauses(text);
    List<Draft> top = clauses.level(0, clauses.tokens.size(), Optional.empty());
    List<Draft> all = new ArrayList<>();
    for (Draft draft : top) {
      all.add(draft);
      clauses.addNested(draft, all, 1);
    }
    all.sort(Comparator.comparingInt(d -> d.first));
    return new Cut(top, all);
  }

  private List<Draft> level(int from, int to, Optional<String> environment) {
    List<Draft> cut = new Level(text, tokens, visible, from, to, environment.isPresent()).cut();
    boolean rows = environment.isEmpty() || ROWS.contains(environment.get().replace("*", ""));
    return joined(cut, rows);
  }

  private void addNested(Draft parent, List<Draft> all, int depth) {
    if (depth > DEPTH) {
      return;
    }
    for (Nested nested : parent.nested) {
      Span span = text.span(tokens.get(nested.begin()).start(), tokens.get(nested.end()).end());
      int row = -1;
      int column = -1;
      for (Draft draft : level(nested.bodyFrom(), nested.end(), Optional.of(nested.name()))) {
        boolean opens = draft.row != row || draft.column != column;
        draft.join = opens && !Signs.isLogic(draft.join) ? Join.FIRST : draft.join;
        row = draft.row;
        column = draft.column;
        if (draft.hasSigns() || !draft.nested.isEmpty()) {
          draft.cell = Optional.of(new Cell(parent, nested.name(), span, draft.row, draft.column));
          all.add(draft);
          addNested(draft, all, depth + 1);
        }
      }
    }
  }

  /** Clauses that begin with a sign continue the one above; with {@code rows}, rows that are the rest of another are joined to it. */
  private static List<Draft> joined(List<Draft> cut, boolean rows) {
    List<Draft> out = new ArrayList<>();
    for (Draft draft : cut) {
      if (!rows || !goesOn(out, draft)) {
        if (draft.hasSigns() && draft.isBlank(0)) {
          draft.continues = Rows.above(out, draft);
        }
        out.add(draft);
      }
    }
    return out;
  }

  /** Joins a row that is the rest of the one above; whether it was one. */
  private static boolean goesOn(List<Draft> out, Draft draft) {
    if (out.isEmpty() || draft.isBlank(0) || Signs.isLogic(draft.join) || !draft.words.isEmpty()) {
      return false;
    }
    Draft last = out.getLast();
    boolean lacking = last.hasSigns() && last.endsBlank() && last.wordsAfter.isEmpty();
    boolean open = draft.join == Join.ROW && Rows.endsInOperator(last.tail()) && last.wordsAfter.isEmpty();
    if (lacking || open) {
      last.takeOver(draft);
      return true;
    }
    if ((draft.join != Join.ROW && draft.join != Join.SPACE) || !Rows.opensWithOperator(draft)) {
      return false;
    }
    Optional<Draft> above = Rows.above(out, draft);
    if (above.isPresent() && Rows.goesOn(draft, above.get())) {
      above.get().takeOver(draft);
      return true;
    }
    return false;
  }
}
