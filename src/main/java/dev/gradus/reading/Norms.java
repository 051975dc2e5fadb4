package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;

/**
 * Norms by their bars and what stands below these: of a vector the Euclidean one or the sum of the absolute values, of a matrix Frobenius's. A matrix
 * with a 2 below means the spectral norm and is not read.
 */
final class Norms {
  private final Elaborator elaborator;
  private final Session session;

  Norms(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** The Euclidean norm; of a number its absolute value. */
  Term euclidean(Value v) {
    return v.isNumber() ? Terms.abs(v.body()) : Terms.sqrt(squared(v));
  }

  /** The sum of the squares of all entries. */
  private Term squared(Value v) {
    return elaborator.arrays.total(v.with(Terms.power(v.body(), 2)));
  }

  /** A norm with something below or above its bars; empty for anything else. The square of one is the sum of the squares, no root is taken. */
  Optional<Value> scripted(Notation.Scripted s) {
    if (!(s.base() instanceof Notation.Bracketed b) || !b.open().equals("\\|") || s.primes() > 0) {
      return Optional.empty();
    }
    Value v = elaborator.read(b.body());
    String below = s.sub().map(Norms::name).orElse("");
    boolean root = below.isEmpty() || below.equals("F") || (below.equals("2") && v.rank() < 2);
    if (!root && !(below.equals("1") && v.rank() == 1)) {
      throw Misfit.notBuilt("this norm");
    }
    boolean square = s.sup().filter(x -> Conditions.isNumeral(x, "2")).isPresent();
    if (root && square) {
      return Optional.of(Value.number(v.isNumber() ? Terms.power(v.body(), 2) : squared(v)));
    }
    Value norm = Value.number(root ? euclidean(v) : elaborator.arrays.total(session.map(v, Terms::abs)));
    return Optional.of(s.sup().isPresent() ? elaborator.raised(norm, s.sup().get()) : norm);
  }

  /** 2, 1, F; anything else has a name that no norm has. */
  private static String name(Notation below) {
    return switch (below) {
      case Notation.Numeral d when List.of("1", "2").contains(d.digits()) -> d.digits();
      case Notation.Symbol f when f.name().equals("F") -> "F";
      case Notation.Styled f -> name(f.body());
      case Notation.Words w when List.of("F", "Fro", "fro").contains(w.text().strip()) -> "F";
      default -> "?";
    };
  }
}
