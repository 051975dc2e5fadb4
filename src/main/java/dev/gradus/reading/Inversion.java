package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Latex;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Powers and inverses of square matrices. An inverse is a family of its own, under the condition that it is the inverse (READING 27); of a diagonal matrix and of a
 * small one of fixed size it is written out.
 */
final class Inversion {
  private static final int GREATEST_POWER = 6;

  private final Elaborator elaborator;
  private final Session session;

  Inversion(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** A matrix to a printed power: a whole number, or -T for the transpose of the inverse. */
  Value power(Value matrix, Notation sup) {
    if (sup instanceof Notation.Summed s && s.items().size() == 1 && s.items().get(0).sign() == Notation.Sign.MINUS && session.mentions().transposes(s.items().get(0).item())) {
      return inverse(matrix).transposed();
    }
    Optional<Rational> exponent = Powers.rational(elaborator.number(sup));
    if (matrix.rank() != 2 || exponent.isEmpty() || !exponent.get().isInteger() || exponent.get().isZero() || exponent.get().numerator().bitLength() > 8) {
      throw Misfit.notBuilt("a power of an array");
    }
    int times = exponent.get().numerator().intValue();
    if (Math.abs(times) > GREATEST_POWER) {
      throw Misfit.notBuilt("a high power of a matrix");
    }
    if (times > 0 && !session.ranges.same(matrix.range(0), matrix.range(1))) {
      throw Misfit.notBuilt("a power of a matrix that is not known to be square");
    }
    session.ranges.unify(matrix.range(0), matrix.range(1));
    Value base = times < 0 ? inverse(session.now(matrix)) : session.now(matrix);
    Value result = base;
    for (int k = 1; k < Math.abs(times); k++) {
      result = elaborator.arrays.contract(result, session.fresh(base));
    }
    return result;
  }

  Value inverse(Value matrix) {
    if (matrix.rank() != 2) {
      throw Misfit.notBuilt("the inverse of an array with " + matrix.rank() + " axes");
    }
    session.ranges.unify(matrix.range(0), matrix.range(1));
    Value m = session.now(matrix);
    Value whole = new Value(m.slots(), session.unfold(m.body(), Collections.emptySet()), Value.Lay.ANY);
    if (session.singular.contains(canonical(whole))) {
      throw Misfit.notBuilt("the inverse of a matrix that the text calls singular");
    }
    Optional<Value> written = diagonal(whole).or(() -> small(whole));
    if (written.isPresent()) {
      return written.get();
    }
    for (Index i : indices(whole.body())) {
      if (!whole.slots().contains(i)) {
        throw Misfit.notBuilt("the inverse of a matrix that depends on an index");
      }
    }
    if (whole.body() instanceof Term.Entry e && e.indices().equals(List.of(whole.slots().get(1), whole.slots().get(0)))) {
      return known(whole.transposed()).transposed();
    }
    return known(whole);
  }

  /** Notes which matrices the words call singular: of these no inverse is read, unless they say later that there is one. */
  void singular(List<WordFact> words) {
    for (WordFact w : words) {
      for (String name : w.kind() == WordFact.Kind.SINGULAR ? w.names() : List.<String>of()) {
        boolean after = words.stream().anyMatch(o -> o.kind() == WordFact.Kind.INVERTIBLE && o.offset() > w.offset() && o.names().contains(name));
        if (!after) {
          note(NotationParser.parse(MathText.plain(name, 0)));
        }
      }
    }
  }

  private void note(Notation name) {
    try {
      Value m = elaborator.read(name);
      if (m.rank() == 2) {
        session.ranges.unify(m.range(0), m.range(1));
        Value now = session.now(m);
        session.singular.add(canonical(new Value(now.slots(), session.unfold(now.body(), Collections.emptySet()), Value.Lay.ANY)));
      }
    } catch (Misfit unread) {
      // what is no matrix here has no inverse to deny
    }
  }

  /** The family that is the inverse of a matrix, or the transpose of the inverse of its transpose; made where there is none. */
  private Value known(Value m) {
    for (Names.Inverse known : session.names.inverses()) {
      for (Value same : List.of(m, m.transposed())) {
        if (canonical(session.now(known.matrix())).equals(canonical(same))) {
          Value inverse = session.whole(session.ranges.now(known.family()), Value.Lay.ANY);
          return same.equals(m) ? inverse : inverse.transposed();
        }
      }
    }
    Range range = m.range(0);
    int number = session.names.inverses().size() + 1;
    String name = m.body() instanceof Term.Entry e && session.names.inverse("(" + e.family().name() + "^{-1})").isEmpty() ? "(" + e.family().name() + "^{-1})" : "(M_{" + number + "}^{-1})";
    Names.Inverse made = new Names.Inverse(Family.variable(name, range, range), m);
    session.names.put(made);
    return session.whole(made.family(), Value.Lay.ANY);
  }

  /** All indices that are bound outside of a term or free in it. */
  private static Set<Index> indices(Term term) {
    Set<Index> inner = new LinkedHashSet<>();
    Set<Index> all = new LinkedHashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Over o) {
            inner.add(o.index());
          }
          all.addAll(Terms.ownIndices(t));
        });
    all.removeAll(inner);
    all.removeIf(i -> i instanceof Index.Literal);
    return all;
  }

  /** The entry under names that all matrices share. */
  private static Term canonical(Value m) {
    return Terms.freshBound(m.at(List.of(new Index.Free("\\alpha", m.range(0)), new Index.Free("\\beta", m.range(1)))), 1 << 20);
  }

  /** delta_ij t: its inverse is delta_ij / t. */
  private static Optional<Value> diagonal(Value m) {
    Index.Free row = m.slots().get(0);
    Index.Free column = m.slots().get(1);
    if (m.body() instanceof Term.Delta d && on(d, row, column)) {
      return Optional.of(m);
    }
    if (!(m.body() instanceof Term.Product p)) {
      return Optional.empty();
    }
    Optional<Term> delta = p.factors().stream().filter(f -> f instanceof Term.Delta d && on(d, row, column)).findFirst();
    if (delta.isEmpty()) {
      return Optional.empty();
    }
    List<Term> rest = new ArrayList<>(p.factors());
    rest.remove(delta.get());
    return Optional.of(m.with(Terms.product(delta.get(), Terms.power(Terms.product(rest), -1))));
  }

  private static boolean on(Term.Delta d, Index row, Index column) {
    return (d.left().equals(row) && d.right().equals(column)) || (d.left().equals(column) && d.right().equals(row));
  }

  /** Of two or three rows: cofactors over the determinant. */
  private Optional<Value> small(Value m) {
    OptionalInt size = m.range(0).fixed();
    if (size.isEmpty() || size.getAsInt() > 3) {
      return Optional.empty();
    }
    int n = size.getAsInt();
    List<List<Term>> rows = rows(m);
    Term over = Terms.power(Written.determinantOf(rows), -1);
    List<Term> terms = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        Term cofactor = n == 1 ? Rational.ONE : Written.determinantOf(minor(rows, c, r));
        Term unit = Terms.product(new Term.Delta(m.slots().get(0), new Index.Literal(r + 1, m.range(0))), new Term.Delta(m.slots().get(1), new Index.Literal(c + 1, m.range(1))));
        terms.add(Terms.product(unit, (r + c) % 2 == 0 ? cofactor : Terms.negate(cofactor), over));
      }
    }
    return Optional.of(m.with(Terms.freshBound(Terms.sum(terms), Terms.greatestBound(m.body()))));
  }

  /** The determinant, of up to three rows (Leibniz). */
  Term determinant(Value matrix) {
    if (matrix.rank() != 2 || matrix.range(0).fixed().isEmpty() || !matrix.range(0).fixed().equals(matrix.range(1).fixed())) {
      throw Misfit.notBuilt("a determinant");
    }
    session.ranges.unify(matrix.range(0), matrix.range(1));
    Value m = session.now(matrix);
    Value whole = new Value(m.slots(), session.unfold(m.body(), Collections.emptySet()), Value.Lay.ANY);
    return Written.determinantOf(rows(whole));
  }

  private static List<List<Term>> rows(Value m) {
    int n = m.range(0).fixed().orElse(0);
    if (n < 1 || n > 3) {
      throw Misfit.notBuilt("a determinant of this size");
    }
    List<List<Term>> rows = new ArrayList<>();
    for (int r = 1; r <= n; r++) {
      List<Term> row = new ArrayList<>();
      for (int c = 1; c <= n; c++) {
        row.add(entry(m, r, c));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<Term>> minor(List<List<Term>> rows, int row, int column) {
    List<List<Term>> rest = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      if (r != row) {
        List<Term> line = new ArrayList<>(rows.get(r));
        line.remove(column);
        rest.add(line);
      }
    }
    return rest;
  }

  /** The entry at numbers, with what deltas between numbers decide put in. */
  private static Term entry(Value m, int row, int column) {
    return decided(m.at(List.of(new Index.Literal(row, m.range(0)), new Index.Literal(column, m.range(1)))));
  }

  private static Term decided(Term term) {
    if (term instanceof Term.Delta d && d.left() instanceof Index.Literal a && d.right() instanceof Index.Literal b && a.value() != Index.Literal.LAST && b.value() != Index.Literal.LAST) {
      return a.value() == b.value() ? Rational.ONE : Rational.ZERO;
    }
    if (term instanceof Term.Product p) {
      List<Term> factors = p.factors().stream().map(Inversion::decided).toList();
      boolean zero = factors.contains(Rational.ZERO) && p.factors().stream().allMatch(Inversion::isTotal);
      return zero ? Rational.ZERO : Terms.product(factors);
    }
    return term instanceof Term.Sum s ? Terms.sum(s.terms().stream().map(Inversion::decided).toList()) : term;
  }

  /** Whether a term has a value everywhere, as written: polynomials. */
  private static boolean isTotal(Term t) {
    return !(t instanceof Term.Power p && p.exponent() < 0) && !(t instanceof Term.Apply) && !(t instanceof Term.Guard) && Terms.parts(t).stream().allMatch(Inversion::isTotal);
  }

  /** What is assumed of the inverses in a claim, those in their matrices before them; V M = I and M V = I each. */
  static List<Assumption> assumptions(Set<Family> families, Session session) {
    Map<String, Names.Inverse> found = new LinkedHashMap<>();
    families.forEach(f -> collect(f, session, found));
    List<Assumption> all = new ArrayList<>();
    for (Names.Inverse inverse : found.values()) {
      Value m = session.now(inverse.matrix());
      Family family = session.ranges.now(inverse.family());
      Index.Free i = new Index.Free("\\alpha", m.range(0));
      Index.Free j = new Index.Free("\\beta", m.range(0));
      Index.Bound b = new Index.Bound(Terms.greatestBound(m.body()) + 1, m.range(0));
      Term left = new Term.Over(b, new Term.Product(List.of(family.at(i, b), m.at(List.of(b, j)))));
      Term right = new Term.Over(b, new Term.Product(List.of(m.at(List.of(i, b)), family.at(b, j))));
      Term unit = session.ranges.resolve(new Term.Delta(i, j));
      String text = Latex.of(session.ranges.resolve(m.at(List.of(i, j)))) + " has the inverse " + family.name() + "_{\\alpha\\beta}";
      for (Term product : List.of(left, right)) {
        all.add(new Assumption(new Fact.Equation(session.ranges.resolve(product), unit), Assumption.Origin.CONDITION, text, OptionalInt.empty()));
      }
    }
    return all;
  }

  private static void collect(Family f, Session session, Map<String, Names.Inverse> found) {
    Optional<Names.Inverse> inverse = session.names.inverse(f.name());
    if (inverse.isPresent() && !found.containsKey(f.name())) {
      Terms.families(inverse.get().matrix().body()).forEach(g -> collect(g, session, found));
      found.put(f.name(), inverse.get());
    }
  }

  /** Refuses a derivative of something that holds an inverse of what it is differentiated by. */
  static void refuseDerivative(Term body, Term.Entry by, Session session) {
    Map<String, Names.Inverse> found = new LinkedHashMap<>();
    Terms.families(body).forEach(f -> collect(f, session, found));
    boolean defined = session.names.definition(by.family().name(), session.part).isPresent();
    for (Names.Inverse inverse : found.values()) {
      if (defined || Terms.families(inverse.matrix().body()).stream().anyMatch(f -> f.name().equals(by.family().name()) || !f.arguments().isEmpty())) {
        throw Misfit.notBuilt("the derivative of an inverse");
      }
    }
  }
}
