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

/** {@code U^T(p - y)^T} with p made of Uh, {@code w A w}, {@code y X} beside {@code y^T X}: behind a matrix the row of a column fits nowhere, whatever its entries, and no column stands before one (READING 28, SOUNDNESS 27). */
record TurnedColumns(Statement s, Names names, Survey survey) {
  /** In: a statement that holds entry by entry. Out: what stands as a row behind a matrix, or as a column before one. */
  Optional<String> said() {
    boolean rows = s.part().chain().stream().anyMatch(p -> p.words().contains("row"));
    List<Notation> sides = Stream.of(s.left(), s.right()).map(NotationParser::parse).toList();
    return rows ? Optional.empty()
        : sides.stream().flatMap(n -> in(n).stream()).map(m -> "behind " + m + " a column is meant, and a row stands there").findFirst().or(() -> sides.stream().flatMap(n -> before(n).stream()).map(m -> "before " + m + " a row is meant, and a column stands there").findFirst());
  }

  /** w A w, y X w: a column that stands before a matrix as if it were a row, by what stands behind that or by how the document writes it elsewhere. */
  private Optional<String> before(Notation n) {
    if (n instanceof Notation.Juxtaposed j) {
      List<Factor> all = j.factors();
      for (int k = 0; k + 1 < all.size(); k++) {
        Optional<String> first = k == 0 || number(all.get(k - 1).item()) ? vector(all.get(k).item()) : Optional.empty();
        int end = k + 1;
        while (first.isPresent() && end < all.size() && all.get(end).op() == Op.NONE && matrix(all.get(end).item()).isPresent()) {
          end++;
        }
        boolean behind = end > k + 1 && end < all.size() && all.get(end).op() == Op.NONE;
        Optional<String> last = behind ? vector(all.get(end).item()) : Optional.empty();
        boolean column = first.isPresent() && end > k + 1 && (first.equals(last) || survey.marks().column(first.get()) || (last.isPresent() && declared(first.get()) && declared(last.get())));
        if (column) {
          return matrix(all.get(k + 1).item());
        }
      }
    }
    return Notations.children(n).stream().flatMap(c -> before(c).stream()).findFirst();
  }

  private boolean number(Notation n) {
    return n instanceof Notation.Numeral || n instanceof Notation.Fraction || survey.mentions().of(n).filter(m -> m.bare() && names.quantity(m.key()).filter(q -> !q.axes().isEmpty()).isEmpty()).isPresent();
  }

  private boolean declared(String key) {
    return names.quantity(key).filter(Names.Quantity::declared).isPresent();
  }

  private Optional<String> vector(Notation n) {
    return survey.mentions().of(n).filter(m -> m.bare() && names.quantity(m.key()).filter(q -> q.axes().size() == 1).isPresent()).map(Mention::key);
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
    return survey.mentions().of(n).filter(m -> m.indices().isEmpty() && m.exponent().isEmpty() && Survey.upper(m.base()) && names.quantity(m.key()).filter(q -> q.axes().size() == 2).isPresent()).map(Mention::key);
  }

  /** What is transposed. */
  private static Optional<Notation> turned(Notation n) {
    return n instanceof Notation.Scripted t && t.sub().isEmpty() && t.sup().filter(Notations::isTransposition).isPresent() ? Optional.of(t.base()) : Optional.empty();
  }

  /** Whether letters are made of a matrix times what stands behind it. */
  private boolean isColumn(Notation n) {
    Set<String> letters = new TreeSet<>();
    Definitions.collect(n, survey.mentions(), letters);
    Stream<String> behind = Stream.concat(letters.stream(), names.told().behind(List.copyOf(letters)).stream());
    return behind.flatMap(k -> names.definition(k, s.part()).stream()).anyMatch(d -> product(d.body()));
  }

  private boolean product(Notation n) {
    boolean product = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && matrix(j.factors().getFirst().item()).isPresent() && survey.mentions().of(j.factors().getLast().item()).filter(m -> m.transposed() == 0 && names.quantity(m.key()).filter(q -> q.axes().size() == 1).isPresent()).isPresent();
    return product || Notations.children(n).stream().anyMatch(this::product);
  }
}
