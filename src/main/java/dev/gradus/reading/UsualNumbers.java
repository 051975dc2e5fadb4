package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Letters with a usual meaning that a document may use for something else (READING 14). {@code \pi} is the ratio of a circle where a number stands beside it, under
 * it or is compared with it, or it is an angle; a document without such a use may call a distribution, a prior or a policy so. An e with an index is an error.
 */
final class UsualNumbers {
  private boolean ratio;
  private final Set<String> indexed = new TreeSet<>();

  /** Takes in a formula. */
  void see(Notation n) {
    ratio |= shows(n);
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      Mentions.baseName(s.base()).ifPresent(indexed::add);
    }
    Notations.children(n).forEach(this::see);
  }

  /** Takes in an equation or another relation between two sides. */
  void compare(Notation left, Notation right) {
    ratio |= comparedWithItsValue(List.of(left, right));
  }

  /** Whether one of two sides is {@code \pi}, the other a number from 3 to 4. */
  static boolean comparedWithItsValue(List<Notation> sides) {
    return sides.size() == 2 && ((isPi(sides.get(0)) && aboutThree(sides.get(1))) || (aboutThree(sides.get(0)) && isPi(sides.get(1))));
  }

  /** Whether {@code \pi} is the ratio of a circle. */
  boolean isRatio() {
    return ratio;
  }

  /** Whether a letter stands with an index somewhere. */
  boolean isIndexed(String letter) {
    return indexed.contains(letter);
  }

  private static boolean shows(Notation n) {
    return switch (n) {
      case Notation.Juxtaposed j -> beside(j.factors());
      case Notation.Fraction f -> f.denominator() instanceof Notation.Numeral ? first(f.numerator()) : f.numerator() instanceof Notation.Numeral two && !two.digits().equals("1") && first(f.denominator());
      case Notation.Root r -> first(r.radicand());
      default -> false;
    };
  }

  private static boolean beside(List<Notation.Factor> factors) {
    for (int k = 0; k + 1 < factors.size(); k++) {
      Notation left = factors.get(k).item();
      Notation right = factors.get(k + 1).item();
      Optional<String> function = Mentions.baseName(left);
      boolean angle = function.filter(List.of("sin", "cos", "tan", "\\sin", "\\cos", "\\tan")::contains).isPresent() && holds(right);
      boolean circle = isPi(left) && right instanceof Notation.Scripted s && s.sup().filter(u -> Conditions.isNumeral(u, "2")).isPresent() && s.base() instanceof Notation.Symbol;
      if ((number(left) && isPi(right)) || (isPi(left) && number(right)) || circle || angle) {
        return true;
      }
    }
    return false;
  }

  private static boolean number(Notation n) {
    return n instanceof Notation.Numeral || (n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Numeral && f.denominator() instanceof Notation.Numeral);
  }

  private static boolean aboutThree(Notation n) {
    if (n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Numeral a && f.denominator() instanceof Notation.Numeral b) {
      Rational above = Powers.decimal(a.digits());
      Rational three = Powers.decimal(b.digits()).times(Rational.of(3));
      return above.compareTo(three) > 0 && above.compareTo(three.plus(Powers.decimal(b.digits()))) < 0;
    }
    return n instanceof Notation.Numeral d && d.digits().matches("3|3[.].{1,20}");
  }

  /** {@code \pi}, {@code \pi x}. */
  private static boolean first(Notation n) {
    return isPi(n) || (n instanceof Notation.Juxtaposed j && isPi(j.factors().get(0).item()));
  }

  private static boolean holds(Notation n) {
    return isPi(n) || Notations.children(n).stream().anyMatch(UsualNumbers::holds);
  }

  private static boolean isPi(Notation n) {
    return n instanceof Notation.Symbol s && Mentions.latexName(s.name()).equals("\\pi");
  }
}
