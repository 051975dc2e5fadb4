package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Dots in a written-out matrix: a row, a column, a diagonal, a general entry, or one entry on the diagonal and one beside it (READING 19). */
final class DottedTable {
  private DottedTable() {}

  /** In: a table whose cells are resolved. Out: the array it abbreviates, where one pattern fits; else the table. */
  static Notation resolved(Notation.Table t) {
    List<List<Notation>> rows = rows(t);
    boolean dots = rows.stream().flatMap(List::stream).anyMatch(c -> c instanceof Notation.Dots);
    boolean even = !rows.isEmpty() && rows.stream().allMatch(r -> r.size() == rows.get(0).size());
    if (!dots || !even || !Dotted.MATRICES.contains(t.environment().replace("*", ""))) {
      return t;
    }
    if (rows.size() == 1) {
      return Dotted.pattern(rows.get(0)).map(p -> p.under("row", t.span())).orElse(t);
    }
    if (rows.get(0).size() == 1) {
      return Dotted.pattern(rows.stream().map(r -> r.get(0)).toList()).map(p -> p.under("column", t.span())).orElse(t);
    }
    return diagonal(t, rows).or(() -> general(t, rows)).orElse(t);
  }

  /** The rows without a blank one at the end. */
  static List<List<Notation>> rows(Notation.Table t) {
    List<List<Notation>> rows = new ArrayList<>(t.rows());
    while (!rows.isEmpty() && rows.getLast().stream().allMatch(c -> c instanceof Notation.Empty)) {
      rows.removeLast();
    }
    return rows;
  }

  private static Optional<Notation> diagonal(Notation.Table t, List<List<Notation>> rows) {
    List<Notation> on = new ArrayList<>();
    if (rows.size() != rows.get(0).size()) {
      return Optional.empty();
    }
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.size(); c++) {
        Notation cell = rows.get(r).get(c);
        if (r == c) {
          on.add(cell);
        } else if (!(cell instanceof Notation.Empty || cell instanceof Notation.Dots || Conditions.isNumeral(cell, "0"))) {
          return Optional.empty();
        }
      }
    }
    return on.stream().anyMatch(c -> c instanceof Notation.Dots) ? Dotted.pattern(on).map(p -> p.under("diagonal", t.span())) : Optional.empty();
  }

  /** Printed cells with the labels of their row and column. */
  private record Cells(List<Notation> cells, List<Notation> rows, List<Notation> columns) {}

  private static Optional<Notation> general(Notation.Table t, List<List<Notation>> rows) {
    List<Integer> kept = new ArrayList<>();
    List<Integer> keptColumns = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      if (!rows.get(r).stream().allMatch(c -> c instanceof Notation.Dots || c instanceof Notation.Empty)) {
        kept.add(r);
      }
    }
    for (int c = 0; c < rows.get(0).size(); c++) {
      int column = c;
      if (!rows.stream().map(r -> r.get(column)).allMatch(x -> x instanceof Notation.Dots || x instanceof Notation.Empty)) {
        keptColumns.add(c);
      }
    }
    if (!abbreviates(kept, rows.size()) || !abbreviates(keptColumns, rows.get(0).size())) {
      return Optional.empty();
    }
    List<Notation> all = rows.stream().flatMap(List::stream).toList();
    Optional<Notation> alpha = Dotted.letter(all, List.of());
    Optional<Notation> beta = alpha.flatMap(a -> Dotted.letter(all, List.of(a)));
    if (beta.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ends = new TreeSet<>();
    Dotted.symbols(rows.get(kept.getLast()).get(keptColumns.getLast()), ends);
    List<Notation> found = new ArrayList<>();
    for (String rowEnd : ends) {
      for (String columnEnd : ends) {
        Notation m = new Notation.Symbol(t.span(), rowEnd);
        Notation n = new Notation.Symbol(t.span(), columnEnd);
        entry(rows, kept, keptColumns, m, n, alpha.get(), beta.get())
            .ifPresent(e -> found.add(Dotted.operator("column", t.span(), alpha.get(), 1, Optional.of(m), Dotted.operator("row", t.span(), beta.get(), 1, Optional.of(n), e))));
      }
    }
    // if more fit, it is not read (READING 19)
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** All but one line, which is not the first nor the last. */
  private static boolean abbreviates(List<Integer> kept, int size) {
    return kept.size() == size - 1 && size >= 3 && kept.get(0) == 0 && kept.getLast() == size - 1;
  }

  /** The general entry with these last labels. */
  private static Optional<Notation> entry(
      List<List<Notation>> rows, List<Integer> kept, List<Integer> keptColumns, Notation rowEnd, Notation columnEnd, Notation alpha, Notation beta) {
    Cells all = new Cells(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Cells on = new Cells(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Cells off = new Cells(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int r : kept) {
      for (int c : keptColumns) {
        Notation cell = rows.get(r).get(c);
        Notation row = r == kept.getLast() ? rowEnd : Dotted.numeral(cell.span(), r + 1);
        Notation column = c == keptColumns.getLast() ? columnEnd : Dotted.numeral(cell.span(), c + 1);
        if (cell instanceof Notation.Dots || cell instanceof Notation.Empty) {
          return Optional.empty();
        }
        for (Cells to : List.of(all, Templates.same(row, column) ? on : off)) {
          to.cells().add(cell);
          to.rows().add(row);
          to.columns().add(column);
        }
      }
    }
    Optional<Notation> uniform = template(all, alpha, beta);
    boolean varies = uniform.isPresent() && mentions(uniform.get(), alpha) && mentions(uniform.get(), beta);
    if (varies) {
      return uniform;
    }
    if (!Templates.same(rowEnd, columnEnd) || !kept.equals(keptColumns) || off.cells().size() < 2) {
      return Optional.empty();
    }
    Optional<Notation> diagonal = Templates.of(on.cells(), List.of(new Templates.Hole(alpha, on.rows())));
    Optional<Notation> beside = template(off, alpha, beta);
    if (diagonal.isEmpty() || beside.isEmpty() || !(mentions(diagonal.get(), alpha) || mentions(beside.get(), alpha) || mentions(beside.get(), beta))) {
      return Optional.empty();
    }
    Notation same = new Notation.Compared(alpha.span(), List.of(alpha, beta), List.of(RelationSign.EQUAL));
    List<Notation> first = List.of(diagonal.get(), same);
    List<Notation> second = List.of(beside.get(), new Notation.Words(alpha.span(), "otherwise"));
    return Optional.of(new Notation.Table(alpha.span(), "cases", List.of(first, second)));
  }

  private static Optional<Notation> template(Cells c, Notation alpha, Notation beta) {
    return Templates.of(c.cells(), List.of(new Templates.Hole(alpha, c.rows()), new Templates.Hole(beta, c.columns())));
  }

  private static boolean mentions(Notation n, Notation letter) {
    Set<String> all = new TreeSet<>();
    Dotted.symbols(n, all);
    return letter instanceof Notation.Symbol s && all.contains(s.name());
  }
}
