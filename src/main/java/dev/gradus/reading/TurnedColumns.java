package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.NotationParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code U^T(p - y)^T} with p made of Uh, {@code w A w}: behind a matrix the row of a column fits nowhere, whatever its entries (READING 28, SOUNDNESS 27). */
record TurnedColumns(Statement s, Names names, Mentions mentions) {
  /** In: a statement that holds entry by entry. Out: the matrix that stands before such a row. */
  Optional<String> matrix() {
    boolean rows = s.part().chain().stream().anyMatch(p -> p.words().contains("row"));
    List<Notation> sides = Stream.of(s.left(), s.right()).map(NotationParser::parse).toList();
    return rows ? Optional.empty() : sides.stream().flatMap(n -> in(n).stream()).findFirst().or(() -> sides.stream().flatMap(n -> both(n).stream()).findFirst());
  }

  /** w A w: a letter that is a row before the matrix and a column behind it. */
  private Optional<String> both(Notation n) {
    if (n instanceof Notation.Juxtaposed j && j.factors().size() > 2 && j.factors().stream().skip(1).allMatch(f -> f.op() == Op.NONE)) {
      List<Notation> all = j.factors().stream().map(Factor::item).filter(f -> !(f instanceof Notation.Numeral)).toList();
      Optional<String> first = vector(all.getFirst());
      List<Optional<String>> between = all.subList(1, Math.max(1, all.size() - 1)).stream().map(this::matrix).toList();
      if (first.isPresent() && first.equals(vector(all.getLast())) && !between.isEmpty() && between.stream().allMatch(Optional::isPresent)) {
        return between.getFirst();
      }
    }
    return Notations.children(n).stream().flatMap(c -> both(c).stream()).findFirst();
  }

  private Optional<String> vector(Notation n) {
    return mentions.of(n).filter(m -> m.bare() && names.quantity(m.key()).filter(q -> q.axes().size() == 1).isPresent()).map(Mention::key);
  }

  private Optional<String> in(Notation n) {
    if (n instanceof Notation.Juxtaposed j && j.factors().size() > 1) {
      List<Factor> factors = j.factors();
      Optional<String> matrix = factors.getLast().op() == Op.NONE || factors.getLast().op() == Op.DOT ? matrix(factors.get(factors.size() - 2).item()) : Optional.empty();
      Optional<Notation> turned = matrix.isPresent() ? turned(factors.getLast().item()) : Optional.empty();
      if (turned.filter(this::isColumn).isPresent()) {
        return matrix;
      }
    }
    return Notations.children(n).stream().flatMap(c -> in(c).stream()).findFirst();
  }

  private Optional<String> matrix(Notation n) {
    return mentions.of(n).filter(m -> m.indices().isEmpty() && m.exponent().isEmpty() && Survey.upper(m.base()) && names.quantity(m.key()).filter(q -> q.axes().size() == 2).isPresent()).map(Mention::key);
  }

  /** What is transposed. */
  private static Optional<Notation> turned(Notation n) {
    return n instanceof Notation.Scripted t && t.sub().isEmpty() && t.sup().filter(Notations::isTransposition).isPresent() ? Optional.of(t.base()) : Optional.empty();
  }

  /** Whether letters are made of a matrix times what stands behind it. */
  private boolean isColumn(Notation n) {
    Set<String> letters = new TreeSet<>();
    Definitions.collect(n, mentions, letters);
    Stream<String> behind = Stream.concat(letters.stream(), names.told().behind(List.copyOf(letters)).stream());
    return behind.flatMap(k -> names.definition(k, s.part()).stream()).anyMatch(d -> product(d.body()));
  }

  private boolean product(Notation n) {
    boolean product = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && matrix(j.factors().getFirst().item()).isPresent() && mentions.of(j.factors().getLast().item()).filter(m -> m.transposed() == 0 && names.quantity(m.key()).filter(q -> q.axes().size() == 1).isPresent()).isPresent();
    return product || Notations.children(n).stream().anyMatch(this::product);
  }
}
