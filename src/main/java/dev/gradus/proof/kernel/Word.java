package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words: products of matrices in their order, with what scales them and what stands at their ends. */
final class Word {
  private Word() {}

  /** A commutative product of powers of terms; exponents are never 0. */
  record Scale(Map<Term, Integer> powers) {
    static final Scale ONE = new Scale(Collections.emptyMap());

    Scale {
      TreeMap<Term, Integer> sorted = new TreeMap<>(TermOrder.TERMS);
      sorted.putAll(powers);
      sorted.values().removeIf(e -> e == 0);
      powers = Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
    }

    static Scale of(Term term, int exponent) {
      return new Scale(Collections.singletonMap(term, exponent));
    }

    Scale times(Scale other) {
      TreeMap<Term, Integer> all = new TreeMap<>(TermOrder.TERMS);
      all.putAll(powers);
      other.powers.forEach((t, e) -> all.merge(t, e, Integer::sum));
      return new Scale(all);
    }

    Scale inverse() {
      TreeMap<Term, Integer> all = new TreeMap<>(TermOrder.TERMS);
      powers.forEach((t, e) -> all.put(t, -e));
      return new Scale(all);
    }

    boolean isOne() {
      return powers.isEmpty();
    }
  }

  /** One letter. */
  sealed interface Letter {
    /** What its rows run over. */
    Range left();

    Letter turned();
  }

  /** A family with two axes, transposed or not. */
  record Matrix(Family family, boolean transposed, boolean symmetric) implements Letter {
    @Override
    public Range left() {
      return family.axes().get(transposed ? 1 : 0);
    }

    @Override
    public Matrix turned() {
      return symmetric ? this : new Matrix(family, !transposed, false);
    }
  }

  /** A diagonal matrix; its entries speak of {@link Network#PLACE}. */
  record Diagonal(Range range, Scale entry) implements Letter {
    @Override
    public Range left() {
      return range;
    }

    @Override
    public Diagonal turned() {
      return this;
    }
  }

  /** A vector: a row as the first letter of a word, a column as the last. Its entries speak of {@link Network#PLACE}; without any it is the vector of ones. */
  record Vector(Range range, Scale entry, boolean row) implements Letter {
    @Override
    public Range left() {
      return range;
    }

    @Override
    public Vector turned() {
      return new Vector(range, entry, !row);
    }
  }

  /** The size of a range where it is not fixed. */
  static Scale size(Range range) {
    return range.fixed().isPresent() ? Scale.ONE : Scale.of(new Term.Size(range), 1);
  }

  /** The size of a range where it is fixed. */
  static Rational count(Range range) {
    return range.fixed().isPresent() ? Rational.of(range.fixed().getAsInt()) : Rational.ONE;
  }

  /** Neighbouring diagonal matrices as one, and with a vector beside them as a vector. */
  static List<Letter> merged(List<Letter> word) {
    List<Letter> all = new ArrayList<>();
    for (Letter letter : word) {
      Letter before = all.isEmpty() ? letter : all.getLast();
      if (!all.isEmpty() && before instanceof Diagonal a && letter instanceof Diagonal b) {
        all.set(all.size() - 1, new Diagonal(a.range(), a.entry().times(b.entry())));
      } else if (!all.isEmpty() && before instanceof Diagonal a && letter instanceof Vector b) {
        all.set(all.size() - 1, new Vector(a.range(), a.entry().times(b.entry()), b.row()));
      } else if (!all.isEmpty() && before instanceof Vector a && letter instanceof Diagonal b) {
        all.set(all.size() - 1, new Vector(a.range(), a.entry().times(b.entry()), a.row()));
      } else {
        all.add(letter);
      }
      if (all.getLast() instanceof Diagonal d && d.entry().isOne()) {
        all.removeLast();
      }
    }
    return List.copyOf(all);
  }

  static List<Letter> reversed(List<Letter> word) {
    List<Letter> all = new ArrayList<>();
    for (Letter letter : word.reversed()) {
      all.add(letter.turned());
    }
    return all;
  }

  static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> all = new ArrayList<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  /** By length, then by what is written: an order that concatenation respects in its first part, enough for a search that is counted. */
  static int compare(List<Letter> a, List<Letter> b) {
    int c = Integer.compare(a.size(), b.size());
    return c != 0 ? c : a.toString().compareTo(b.toString());
  }

  /** A linear combination of things with commuting scales. */
  record Sum<T>(Map<T, Map<Scale, Rational>> terms) {
    Sum() {
      this(new LinkedHashMap<>());
    }

    void add(T what, Scale scale, Rational coefficient) {
      Map<Scale, Rational> at = terms.computeIfAbsent(what, k -> new LinkedHashMap<>());
      Rational sum = at.getOrDefault(scale, Rational.ZERO).plus(coefficient);
      if (sum.isZero()) {
        at.remove(scale);
      } else {
        at.put(scale, sum);
      }
      if (at.isEmpty()) {
        terms.remove(what);
      }
    }

    void addAll(Sum<T> other, Scale scale, Rational coefficient) {
      other.terms.forEach((t, by) -> by.forEach((s, c) -> add(t, s.times(scale), c.times(coefficient))));
    }

    boolean isZero() {
      return terms.isEmpty();
    }
  }
}
