package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code z = Wx} and {@code z_k = w_k^T x} of one text: the fresh w_k are the rows of W, with {@code z = W^T x} its columns, since both say what z is (READING 22,
 * definition by use).
 *
 * @param seen names in use so far
 */
record RowsByUse(Survey survey, Set<String> seen) {
  /** A matrix or one of its lines times a vector, and what is added. */
  private record Product(Mention line, Mention vector, boolean behind, Optional<Mention> added) {}

  /** In: a statement, and what is known before it. Out: the same with the matrix made of the vectors, if this is the second of two such equations. */
  Declarations.Result of(Printed p, Declarations.Result before) {
    Statement s = p.statement();
    Optional<Mention> head = survey.mentions().of(p.left()).filter(m -> Lowering.isEquation(s) && s.after().isEmpty() && m.plain());
    Optional<Definition> known = head.flatMap(h -> before.names().definition(h.key(), s.part())).filter(d -> s.part().within(d.part()) && !d.isFunction());
    if (known.isEmpty()) {
      return before;
    }
    List<String> letters = head.get().indices().stream().flatMap(i -> name(i).stream()).toList();
    boolean component = head.get().indices().size() == 1 && letters.size() == 1 && known.get().letters().isEmpty();
    boolean whole = head.get().indices().isEmpty() && known.get().letters().size() == 1;
    if (!component && !whole) {
      return before;
    }
    Optional<Product> matrix = product(component ? known.get().body() : p.right());
    Optional<Product> line = product(component ? p.right() : known.get().body());
    return matrix.isPresent() && line.isPresent() ? made(matrix.get(), line.get(), component ? letters.getFirst() : known.get().letters().getFirst(), component, s, before) : before;
  }

  private Declarations.Result made(Product matrix, Product line, String letter, boolean lineIsNew, Statement s, Declarations.Result before) {
    Mention whole = matrix.line();
    Mention piece = line.line();
    boolean named = whole.indices().isEmpty() && Survey.upper(whole.base()) && piece.key().equals(whole.key().replace(whole.base(), whole.base().toLowerCase(Locale.ROOT))) && at(piece, letter);
    boolean vector = matrix.vector().key().equals(line.vector().key()) && matrix.vector().indices().isEmpty() && line.vector().indices().isEmpty();
    boolean added = matrix.added().isPresent() == line.added().isPresent() && line.added().filter(b -> !at(b, letter) || !b.key().equals(matrix.added().get().key())).isEmpty();
    boolean fresh = !seen.contains((lineIsNew ? piece : whole).key()) && before.names().definition(whole.key(), s.part()).isEmpty() && before.names().definition(piece.key(), s.part()).isEmpty();
    // x W and W^T x are made of columns
    boolean columns = matrix.behind() != (whole.transposed() % 2 == 1);
    boolean otherwise = s.part().chain().stream().anyMatch(p -> p.words().contains(columns ? "row" : "column"));
    if (!named || !vector || !added || !fresh || otherwise) {
      return before;
    }
    Names names = before.names().copy();
    Ranges ranges = before.ranges().copy();
    List<Range> axes = names.quantity(piece.key()).filter(q -> q.axes().size() == 2).map(Names.Quantity::axes).orElseGet(() -> List.of(ranges.fresh(), ranges.fresh()));
    try {
      new Pieces(whole.key(), piece.key(), axes, columns).define(List.of(), piece.indices().getFirst(), s.part(), s.number(), Definition.Standing.INFERRED, names, ranges);
      return new Declarations.Result(names, ranges);
    } catch (Misfit contradictory) {
      return before;
    }
  }

  private boolean at(Mention m, String letter) {
    return m.indices().size() == 1 && name(m.indices().getFirst()).filter(letter::equals).isPresent();
  }

  private Optional<String> name(Notation n) {
    return survey.mentions().of(n).filter(Mention::bare).map(Mention::key);
  }

  /** A line is the name that has an index, or that a capital letter stands for. */
  private Optional<Product> product(Notation n) {
    Optional<Mention> added = Optional.empty();
    Notation body = n;
    if (n instanceof Notation.Summed s && s.items().size() == 2 && s.items().stream().allMatch(i -> i.sign() == Sign.PLUS)) {
      added = survey.mentions().of(s.items().get(1).item()).filter(Mention::plain);
      body = s.items().get(0).item();
      if (added.isEmpty()) {
        return Optional.empty();
      }
    }
    boolean two = body instanceof Notation.Juxtaposed j && j.factors().size() == 2 && (j.factors().get(1).op() == Op.NONE || j.factors().get(1).op() == Op.DOT);
    List<Mention> names = two && body instanceof Notation.Juxtaposed j ? j.factors().stream().map(Factor::item).flatMap(i -> survey.mentions().of(i).stream()).filter(m -> m.exponent().isEmpty() && m.primes() == 0).toList() : List.of();
    if (names.size() != 2) {
      return Optional.empty();
    }
    boolean first = isLine(names.get(0));
    return first == isLine(names.get(1)) ? Optional.empty() : Optional.of(new Product(names.get(first ? 0 : 1), names.get(first ? 1 : 0), !first, added));
  }

  private static boolean isLine(Mention m) {
    return !m.indices().isEmpty() || Survey.upper(m.base());
  }
}
