package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers of elements that a function has as its argument: S(n) = sum_{k=1}^n x_k at 2 is a sum of two elements. At what is neither a number nor the number of elements of a range
 * it is not read.
 */
record SizeArguments(Session session) {
  /** More elements are not counted out. */
  private static final int MOST = 1000;

  /** The range whose size a letter names: in a function that has it as its argument, of so many elements as that says. */
  Range ofSize(String letter) {
    return argument(letter).map(this::range).orElseGet(() -> session.ranges.ofSize(letter));
  }

  /** The element that the letter is in the place of an index: P(c) = N_c / N at 2, at j, at the number of all classes. At an expression it is not read. */
  Optional<Index> element(String letter, Range range) {
    return argument(letter).map(v -> session.ranges.now(v.body())).map(number -> switch (number) {
      case Rational r when r.isInteger() && r.signum() >= 0 -> session.element(new Notation.Numeral(new Span(0, 0), r.toString()), range);
      case Term.Size s -> last(range, s.range());
      case Term.Place p -> same(range, p.index());
      case Term.Sum(List<Term> terms) when terms.size() == 2 && terms.get(0) instanceof Term.Place p && terms.get(1).equals(Rational.of(session.ranges.countedFrom(p.index().range()) - 1L)) -> same(range, p.index());
      case Term.Entry e when e.family().isScalar() && e.family().kind() == Family.Kind.VARIABLE -> named(e.family().name(), range);
      default -> throw Misfit.notBuilt("an element that is an expression");
    });
  }

  private Index same(Range range, Index index) {
    session.ranges.unify(range, index.range());
    return session.ranges.now(index);
  }

  /** The element that a letter of the claim names: what stands for an argument, or is bound, where the function is unfolded is another one. */
  private Index named(String name, Range range) {
    Map<String, Value> arguments = new TreeMap<>(session.arguments);
    Map<String, Index> elements = new TreeMap<>(session.elements);
    session.arguments.clear();
    session.elements.clear();
    session.elements.putAll(session.callers);
    session.alone.argument(name);
    try {
      Index element = session.element(new Notation.Symbol(new Span(0, 0), name), range);
      if (element instanceof Index.Free) {
        session.classes.put(name, element);
      }
      return element;
    } finally {
      session.arguments.putAll(arguments);
      session.elements.clear();
      session.elements.putAll(elements);
    }
  }

  private Index last(Range range, Range size) {
    session.ranges.unify(range, size);
    return Index.Literal.last(session.ranges.now(range));
  }

  private Optional<Value> argument(String letter) {
    return Optional.ofNullable(session.arguments.get(letter));
  }

  private Range range(Value argument) {
    Term number = argument.isNumber() ? session.ranges.now(argument.body()) : Rational.ZERO;
    return switch (number) {
      case Rational r when r.isInteger() && r.signum() > 0 && r.compareTo(Rational.of(MOST)) <= 0 -> session.ranges.ofFixed(Integer.parseInt(r.toString()));
      case Term.Size s -> session.ranges.now(s.range());
      default -> throw Misfit.notBuilt("a number of elements that is an expression");
    };
  }
}
