package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;

/** Arrays that the text writes out entry by entry: their sizes are fixed by what is printed (READING 19). */
final class Written {
  private static final int ENTRIES = 64;

  private final Elaborator elaborator;
  private final Session session;

  Written(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** A matrix environment: one column is a column, one row a row, one cell what stands in it. */
  Value table(Notation.Table t) {
    List<List<Notation>> rows = DottedTable.rows(t);
    String environment = t.environment().replace("*", "");
    boolean even = !rows.isEmpty() && rows.stream().allMatch(r -> r.size() == rows.get(0).size());
    if (!(Dotted.MATRICES.contains(environment) || environment.equals("vmatrix")) || !even || rows.size() * rows.get(0).size() > ENTRIES) {
      throw Misfit.notBuilt("a written-out matrix of this form");
    }
    int width = rows.get(0).size();
    if (environment.equals("vmatrix")) {
      return determinant(rows);
    }
    if (rows.size() == 1) {
      return width == 1 ? elaborator.read(rows.get(0).get(0)) : line(read(rows.get(0)), Value.Lay.ROW);
    }
    if (width == 1) {
      if (environment.equals("pmatrix") && rows.size() == 2 && rows.stream().allMatch(r -> counts(r.get(0)))) {
        // n over k may be a binomial coefficient
        session.used.add("guess");
      }
      return line(read(rows.stream().map(r -> r.get(0)).toList()), Value.Lay.COLUMN);
    }
    boolean blank = rows.size() == width;
    for (int k = 0; blank && k < width; k++) {
      blank = !(rows.get(k).get(k) instanceof Notation.Empty);
    }
    List<Value> lines = new ArrayList<>();
    for (List<Notation> row : rows) {
      List<Value> entries = new ArrayList<>();
      for (Notation cell : row) {
        // blank places beside a printed diagonal are zeros
        entries.add(blank && cell instanceof Notation.Empty ? Value.number(Rational.ZERO) : Value.number(elaborator.number(cell)));
      }
      lines.add(line(entries, Value.Lay.ROW));
    }
    return line(lines, Value.Lay.COLUMN);
  }

  /** Whether nothing but letters that count and numbers stand in a cell. */
  private static boolean counts(Notation n) {
    return switch (n) {
      case Notation.Numeral d -> true;
      case Notation.Symbol s -> Doubts.COUNTS.contains(s.name()) || List.of("i", "j", "l", "r", "x").contains(s.name());
      case Notation.Summed s -> s.items().stream().allMatch(i -> counts(i.item()));
      default -> false;
    };
  }

  private List<Value> read(List<Notation> cells) {
    return cells.stream().map(elaborator::read).toList();
  }

  /** Entries in a line: numbers make a vector; rows one below the other and columns side by side a matrix. */
  Value line(List<Value> entries, Value.Lay lay) {
    Range range = session.ranges.ofFixed(entries.size());
    Index.Free slot = session.slot(range);
    int rank = entries.get(0).rank();
    List<Term> terms = new ArrayList<>();
    Value first = session.fresh(entries.get(0));
    for (int k = 0; k < entries.size(); k++) {
      Value v = entries.get(k);
      if (v.rank() != rank) {
        throw Misfit.shape("entries of different shapes in one array");
      }
      for (int a = 0; a < rank; a++) {
        session.ranges.unify(first.range(a), v.range(a));
      }
    }
    first = session.now(first);
    for (int k = 0; k < entries.size(); k++) {
      Value v = session.fresh(entries.get(k));
      terms.add(Terms.product(new Term.Delta(slot, new Index.Literal(k + 1, range)), v.at(first.slots())));
    }
    return stacked(slot, new Value(first.slots(), Terms.sum(terms), entries.get(0).lay()), lay);
  }

  /** An array with one entry for each element of the slot's range: rows one below the other, columns side by side. */
  Value stacked(Index.Free slot, Value entry, Value.Lay lay) {
    if (entry.isNumber()) {
      return session.now(new Value(List.of(slot), entry.body(), lay));
    }
    boolean rows = lay == Value.Lay.COLUMN && entry.lay() == Value.Lay.ROW;
    boolean columns = lay == Value.Lay.ROW && entry.lay() != Value.Lay.ROW;
    if (entry.rank() != 1 || !(rows || columns)) {
      throw Misfit.notBuilt("blocks in a written-out array");
    }
    List<Index.Free> slots = rows ? List.of(slot, entry.slots().get(0)) : List.of(entry.slots().get(0), slot);
    return session.now(new Value(slots, entry.body(), Value.Lay.ANY));
  }

  /** By the first row (Laplace), up to 3 x 3. */
  private Value determinant(List<List<Notation>> rows) {
    if (rows.size() != rows.get(0).size() || rows.size() > 3) {
      throw Misfit.notBuilt("this determinant");
    }
    List<List<Term>> entries = rows.stream().map(r -> r.stream().map(elaborator::number).toList()).toList();
    return Value.number(determinantOf(entries));
  }

  static Term determinantOf(List<List<Term>> rows) {
    if (rows.size() == 1) {
      return rows.get(0).get(0);
    }
    List<Term> terms = new ArrayList<>();
    for (int c = 0; c < rows.size(); c++) {
      List<List<Term>> minor = new ArrayList<>();
      for (List<Term> row : rows.subList(1, rows.size())) {
        List<Term> rest = new ArrayList<>(row);
        rest.remove(c);
        minor.add(rest);
      }
      Term term = Terms.product(rows.get(0).get(c), determinantOf(minor));
      terms.add(c % 2 == 0 ? term : Terms.negate(term));
    }
    return Terms.sum(terms);
  }
}
