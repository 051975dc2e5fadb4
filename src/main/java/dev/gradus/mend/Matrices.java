package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Transposes and the order of factors. */
final class Matrices implements Rule {
  static boolean isTranspose(Notation n) {
    return (n instanceof Notation.Symbol s && (s.name().equals("T") || s.name().equals("top") || s.name().equals("intercal"))) || Tree.isWord(n, "T");
  }

  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    if (spot.script()) {
      return;
    }
    if (n instanceof Notation.Scripted s && s.sup().filter(Matrices::isTranspose).isPresent()) {
      Notation plain = s.sub().isEmpty() && s.primes() == 0 ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes());
      out.accept(Edit.of(Fault.TRANSPOSE, 0, n, plain));
    } else if (array(n) && spot.parent().filter(p -> p instanceof Notation.Scripted).isEmpty() && !name(spot)) {
      out.accept(Edit.of(Fault.TRANSPOSE, 0, n, Tree.raised(n, new Notation.Symbol(n.span(), "top"))));
    }
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Notation first = j.factors().get(k).item();
        Notation second = j.factors().get(k + 1).item();
        Op op = j.factors().get(k + 1).op();
        if ((op == Op.NONE || op == Op.DOT || op == Op.TIMES) && matrix(first) && matrix(second)) {
          List<Factor> swapped = new ArrayList<>(j.factors());
          swapped.set(k, new Factor(j.factors().get(k).op(), second));
          swapped.set(k + 1, new Factor(op, first));
          out.accept(Edit.of(Fault.MATRIX_ORDER, 0, n, Tree.product(n, swapped)));
        }
      }
    }
  }

  /** Whether it is applied to what stands behind it, or is part of a differential. */
  private static boolean name(Spot spot) {
    if (spot.parent().isEmpty() || !(spot.parent().get() instanceof Notation.Juxtaposed j)) {
      return spot.parent().filter(p -> Derivatives.isDerivative(p)).isPresent();
    }
    boolean differential = j.factors().get(0).item() instanceof Notation.Symbol d && (d.name().equals("partial") || d.name().equals("d"));
    return differential || (Functions.applied(j) && j.factors().get(0).item().equals(spot.node()));
  }

  /** A capital letter, a bracket, or anything transposed. */
  private static boolean matrix(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> Character.isUpperCase(s.name().charAt(0));
      case Notation.Styled s -> matrix(s.body());
      case Notation.Bracketed b -> b.open().equals("(") || b.open().equals("[");
      case Notation.Scripted s -> s.sup().filter(Matrices::isTranspose).isPresent() || (matrix(s.base()) && s.sup().isEmpty());
      default -> false;
    };
  }

  private static boolean array(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> s.name().length() == 1 || Character.isUpperCase(s.name().charAt(0)) || s.name().equals("delta") || s.name().equals("beta") || s.name().equals("mu");
      case Notation.Styled s -> true;
      case Notation.Accented a -> true;
      case Notation.Bracketed b -> b.open().equals("(") || b.open().equals("[");
      case Notation.Scripted s -> array(s.base()) && s.sup().filter(x -> !isTranspose(x) && !(x instanceof Notation.Bracketed) && !(x instanceof Notation.Summed)).isEmpty();
      default -> false;
    };
  }
}
