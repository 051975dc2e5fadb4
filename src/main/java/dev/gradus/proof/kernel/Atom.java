package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.TermOrder;
import java.util.List;

/** What a monomial multiplies. Inner forms are canonical; equality and order are by structure. */
sealed interface Atom extends Comparable<Atom> {
  /** The functions of a form that are atoms. */
  enum Kind {
    EXP,
    /** ln|u|, u not 0 (SOUNDNESS 13) */
    LAM,
    /** [u > 0] off the kink; where u is 0 the unknown kappa (SOUNDNESS 4) */
    STEP,
    /** [u > 0], 0 where u is 0 */
    EXACT_STEP,
    /** not negative, its square is u (SOUNDNESS 14) */
    ROOT,
    SIN,
    COS,
    /** u itself; only ever with a negative exponent: a denominator */
    BASE
  }

  record SizeOf(Range range) implements Atom {}

  record PlaceOf(Index index) implements Atom {}

  record Pi() implements Atom {}

  /** The value of a step at its kink, 0 or 1, unknown (SOUNDNESS 4). */
  record Kappa() implements Atom {}

  /** 1 where the two are the same element; left before right in the order of indices. */
  record Kronecker(Index left, Index right) implements Atom {}

  record Part(Family family, List<Index> indices) implements Atom {}

  record Nested(Kind kind, Form inner) implements Atom {}

  record Called(Function.Opaque function, Form inner) implements Atom {}

  /** {@code body} where the condition holds, else 0 and body not evaluated; at most one of the lists of the condition is filled. */
  record Guarded(Guards.Kind condition, List<Index> indices, List<Form> forms, Form body) implements Atom {}

  /** The forms inside. */
  default List<Form> insides() {
    return switch (this) {
      case Nested n -> List.of(n.inner());
      case Called c -> List.of(c.inner());
      case Guarded g -> g.forms().isEmpty() ? List.of(g.body()) : List.of(g.forms().get(0), g.body());
      case SizeOf s -> List.of();
      case PlaceOf p -> List.of();
      case Pi p -> List.of();
      case Kappa k -> List.of();
      case Kronecker k -> List.of();
      case Part p -> List.of();
    };
  }

  /** The indices that stand directly in this atom. */
  default List<Index> ownIndices() {
    return switch (this) {
      case PlaceOf p -> List.of(p.index());
      case Kronecker k -> List.of(k.left(), k.right());
      case Part p -> p.indices();
      case Guarded g -> g.indices();
      case SizeOf s -> List.of();
      case Pi p -> List.of();
      case Kappa k -> List.of();
      case Nested n -> List.of();
      case Called c -> List.of();
    };
  }

  /** Whether the index occurs free in it. */
  default boolean mentions(Index index) {
    for (Index own : ownIndices()) {
      if (TermOrder.compare(own, index) == 0) {
        return true;
      }
    }
    for (Form form : insides()) {
      if (form.mentions(index)) {
        return true;
      }
    }
    return false;
  }

  /** How deep forms are nested in it; 0 when there is none. */
  default int height() {
    int height = 0;
    for (Form form : insides()) {
      height = Math.max(height, form.height() + 1);
    }
    return height;
  }

  private int rank() {
    return switch (this) {
      case SizeOf a -> 0;
      case Pi a -> 1;
      case Kappa a -> 2;
      case PlaceOf a -> 3;
      case Kronecker a -> 4;
      case Part a -> 5;
      case Called a -> 6;
      case Guarded a -> 7;
      case Nested a -> 8;
    };
  }

  @Override
  default int compareTo(Atom other) {
    int c = this == other ? 0 : Integer.compare(rank(), other.rank());
    if (c != 0 || this == other) {
      return c;
    }
    return switch (this) {
      case SizeOf a -> other instanceof SizeOf b ? TermOrder.compare(a.range(), b.range()) : 0;
      case PlaceOf a -> other instanceof PlaceOf b ? TermOrder.compare(a.index(), b.index()) : 0;
      case Pi a -> 0;
      case Kappa a -> 0;
      case Kronecker a -> TermOrder.compareIndices(a.ownIndices(), other.ownIndices());
      case Part a -> other instanceof Part b ? compareParts(a, b) : 0;
      case Nested a -> other instanceof Nested b ? compareNested(a, b) : 0;
      case Called a -> other instanceof Called b ? compareCalled(a, b) : 0;
      case Guarded a -> other instanceof Guarded b ? compareGuarded(a, b) : 0;
    };
  }

  private static int compareParts(Part a, Part b) {
    int c = TermOrder.compare(a.family(), b.family());
    return c != 0 ? c : TermOrder.compareIndices(a.indices(), b.indices());
  }

  private static int compareNested(Nested a, Nested b) {
    int c = a.kind().compareTo(b.kind());
    return c != 0 ? c : a.inner().compareTo(b.inner());
  }

  private static int compareCalled(Called a, Called b) {
    int c = TermOrder.compare(a.function(), b.function());
    return c != 0 ? c : a.inner().compareTo(b.inner());
  }

  private static int compareGuarded(Guarded a, Guarded b) {
    int c = a.condition().compareTo(b.condition());
    if (c == 0) {
      c = TermOrder.compareIndices(a.indices(), b.indices());
    }
    for (int k = 0; c == 0 && k < a.insides().size(); k++) {
      c = a.insides().get(k).compareTo(b.insides().get(k));
    }
    return c;
  }
}
