package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.reading.Phrases.Sense;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Relations in the cells of cases and arrays: a column of conditions, and values that hold under their row's conditions (READING 9). */
final class Cells {
  private static final List<String> BRANCHES = List.of("cases", "dcases", "rcases", "numcases", "array", "tabular");
  private static final List<String> MATRICES = List.of("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix");

  private Cells() {}

  /** Sets the cues of clauses in cells; out: for each value the clauses that condition its row. */
  static Map<Integer, List<Integer>> of(Answer answer, Map<Integer, Cue> cues) {
    for (int c = 0; c < answer.clauses().size(); c++) {
      Clause clause = answer.clauses().get(c);
      if (clause.place() instanceof Clause.Place.Cell cell && !clause.signs().isEmpty()) {
        cue(answer, c, clause, cell, cues);
      }
    }
    Map<Integer, List<Integer>> rows = new TreeMap<>();
    for (int c = 0; c < answer.clauses().size(); c++) {
      Clause clause = answer.clauses().get(c);
      if (clause.place() instanceof Clause.Place.Cell cell && !clause.signs().isEmpty() && cues.get(c) != Cue.ASSUMED) {
        rows.put(c, conditions(answer, c, cell, cues));
      }
    }
    return rows;
  }

  /** The clause whose sentence a clause stands in: its own, or that of the table it is a cell of. */
  static int owner(Answer answer, int clause) {
    int c = clause;
    for (int guard = 0; guard < 16 && answer.clauses().get(c).place() instanceof Clause.Place.Cell cell && cell.parent() >= 0; guard++) {
      c = cell.parent();
    }
    return c;
  }

  private static void cue(Answer answer, int c, Clause clause, Clause.Place.Cell cell, Map<Integer, Cue> cues) {
    String environment = cell.environment().replace("*", "");
    boolean continuing = clause.sides().getFirst().isBlank();
    boolean branch = BRANCHES.contains(environment);
    if (MATRICES.contains(environment)) {
      cues.put(c, Cue.NO_CLAIM);
    } else if (conditional(clause) || (branch && cell.column() > 0 && !continuing)) {
      cues.put(c, Cue.ASSUMED);
    } else if (!cues.containsKey(c)) {
      boolean system = cell.parent() >= 0 && cell.parent() < answer.clauses().size() && answer.clauses().get(cell.parent()).signs().isEmpty();
      cues.put(c, system ? cues.getOrDefault(cell.parent(), Cue.STATED) : Cue.STATED);
    }
  }

  /** {@code 1 \text{ if } x > 0}. */
  private static boolean conditional(Clause clause) {
    List<String> words = Words.of(clause.words());
    for (int i = 0; i < words.size(); i++) {
      Optional<Phrases.Found> f = Phrases.find(words, i);
      if (f.isPresent()) {
        Sense s = f.get().sense();
        if (s == Sense.IF || s == Sense.FOR || s == Sense.QUANTIFIER || s == Sense.WITH || s == Sense.CASE || s == Sense.ONLY_IF || s == Sense.UNLESS) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Integer> conditions(Answer answer, int c, Clause.Place.Cell cell, Map<Integer, Cue> cues) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < answer.clauses().size(); i++) {
      if (i != c
          && answer.clauses().get(i).place() instanceof Clause.Place.Cell other
          && other.parent() == cell.parent()
          && other.row() == cell.row()
          && other.span().equals(cell.span())
          && cues.get(i) == Cue.ASSUMED) {
        found.add(i);
      }
    }
    return found;
  }
}
