package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** "X has rows x_n^T", "a matrix A whose columns are a_j": the entries of the matrix are those of the vectors. */
final class Rows {
  private static final List<String> ROWS = List.of("row", "rows");
  private static final List<String> COLUMNS = List.of("column", "columns");

  /** Words between the word for rows and the vector. */
  private static final List<String> LIGHT = List.of("are", "is", "the", "being", "vectors", "vector", "equal", "to", "given", "by", "samples", "data");

  private Rows() {}

  /** @param fragments those before {@code f}: the matrix is the last name among them that stands in the same sentence */
  static void of(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey, Names names, Ranges ranges) {
    Part part = f.fragment().part();
    Optional<Mention> vector =
        survey.mentions().of(f.notation()).filter(m -> m.indices().size() == 1 && m.exponent().isEmpty() && m.primes() == 0 && m.distinct().isEmpty());
    List<String> kind = kind(f.fragment().opens());
    Optional<Mention> matrix = vector.isPresent() && !kind.isEmpty() ? matrix(f, fragments, survey) : Optional.empty();
    if (matrix.isEmpty() || names.definition(matrix.get().key(), part).isPresent() || names.definition(vector.get().key(), part).isPresent()) {
      return;
    }
    String key = vector.get().key();
    Optional<Names.Quantity> known = names.quantity(key).filter(q -> q.axes().size() == 2);
    Optional<Names.Quantity> whole = names.quantity(matrix.get().key()).filter(q -> q.axes().size() == 2);
    List<Range> axes = known.map(Names.Quantity::axes).orElse(List.of(ranges.fresh(), ranges.fresh()));
    List<Range> across = new ArrayList<>(axes);
    if (kind.equals(COLUMNS)) {
      Collections.reverse(across);
    }
    for (int k = 0; k < 2 && whole.isPresent(); k++) {
      ranges.unify(whole.get().axes().get(k), across.get(k));
    }
    Family family = new Family(key, axes.stream().map(ranges::now).toList(), Family.Kind.VARIABLE, List.of(), List.of());
    names.put(new Names.Quantity(key, family.axes(), Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), true, part));
    List<Index.Free> slots = List.of(new Index.Free("#r1", family.axes().get(0)), new Index.Free("#r2", family.axes().get(1)));
    List<Index.Free> placed = kind.equals(COLUMNS) ? slots.reversed() : slots;
    Value value = new Value(placed, family.at(slots.get(0), slots.get(1)), Value.Lay.ANY);
    names.put(
        new Names.Quantity(matrix.get().key(), placed.stream().map(Index.Free::range).toList(), Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), true, part));
    names.define(new Definition(matrix.get().key(), List.of(), List.of(), f.notation(), Optional.of(value), part, f.fragment().before(), Definition.Standing.STATED, false));
  }

  /** Which the last words before the vector speak of; empty for neither. */
  private static List<String> kind(String opens) {
    List<String> words = Arrays.asList(opens.toLowerCase(Locale.ROOT).strip().split(" +"));
    for (int k = words.size() - 1; k >= 0 && k >= words.size() - 5; k--) {
      String word = words.get(k);
      if (ROWS.contains(word) || COLUMNS.contains(word)) {
        return ROWS.contains(word) ? ROWS : COLUMNS;
      }
      if (!LIGHT.contains(word)) {
        return List.of();
      }
    }
    return List.of();
  }

  private static Optional<Mention> matrix(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey) {
    if (fragments.isEmpty() || !f.fragment().opens().contains("$")) {
      return Optional.empty();
    }
    Reader.PrintedFragment last = fragments.getLast();
    boolean here = last.fragment().part().equals(f.fragment().part()) && last.fragment().before() == f.fragment().before();
    Notation n = last.notation() instanceof Notation.Infix i && (i.op().equals("in") || i.op().equals("colon")) ? i.left() : last.notation();
    return here ? survey.mentions().of(n).filter(Mention::bare).filter(m -> Survey.upper(m.base())) : Optional.empty();
  }
}
