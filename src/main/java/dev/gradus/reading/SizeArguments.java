package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.Optional;

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

  /** The element that the letter is in the place of an index, where the argument is a number. */
  Optional<Index> element(String letter, Range range) {
    return argument(letter).map(v -> session.ranges.now(v.body())).flatMap(number -> switch (number) {
      case Rational r when r.isInteger() && r.signum() >= 0 -> Optional.of(session.element(new Notation.Numeral(new Span(0, 0), r.toString()), range));
      case Term.Size s -> Optional.of(last(range, s.range()));
      default -> Optional.empty();
    });
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
