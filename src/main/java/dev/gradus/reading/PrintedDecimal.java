package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Rational;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A decimal on one side of a relation, printed to so many digits (READING 12, SOUNDNESS 26).
 *
 * @param half half a unit of its last digit
 */
record PrintedDecimal(Rational half) {
  /** The decimal that is one side, the right one first; a sign may stand before it. */
  static Optional<PrintedDecimal> of(Printed p) {
    return halfUnit(p.right()).or(() -> halfUnit(p.left())).map(PrintedDecimal::new);
  }

  /** Half a unit of the last digit of a decimal. */
  static Optional<Rational> halfUnit(Notation n) {
    Notation core = n instanceof Notation.Summed s && s.items().size() == 1 ? s.items().getFirst().item() : n;
    if (core instanceof Notation.Numeral d && d.digits().contains(".") && d.digits().length() < 40) {
      int places = d.digits().length() - d.digits().indexOf('.') - 1;
      return Optional.of(new Rational(BigInteger.ONE, BigInteger.TEN.pow(places).shiftLeft(1)));
    }
    return Optional.empty();
  }

  /** What holds of the sides of an equation if they differ by half a unit at most, under its assumptions: from below and from above. */
  List<Claim> bounds(Claim c) {
    return List.of(
        new Claim(Terms.minus(c.left(), half), Claim.Order.LESS_OR_EQUAL, c.right(), c.assumptions(), c.explicit(), c.context()),
        new Claim(c.right(), Claim.Order.LESS_OR_EQUAL, Terms.sum(c.left(), half), c.assumptions(), c.explicit(), c.context()));
  }

  /** That the sides, numbers without letters, differ by so many half units at most. */
  Claim within(Claim c, int halves) {
    Rational off = half.times(Rational.of(halves));
    return new Claim(Terms.power(Terms.minus(c.left(), c.right()), 2), Claim.Order.LESS_OR_EQUAL, off.times(off), List.of(), List.of(), List.of());
  }
}
