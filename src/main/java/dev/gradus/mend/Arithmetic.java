package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Signs, exponents, constant factors, terms and factors that are wrong, missing or too many. */
final class Arithmetic implements Rule {
  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    boolean whole = spot.parent().isEmpty();
    boolean item = whole || spot.parent().get() instanceof Notation.Summed;
    signs(spot, out);
    if (n instanceof Notation.Scripted s) {
      exponents(s, out);
    }
    squares(spot, out);
    if (n instanceof Notation.Summed s && s.items().size() > 1) {
      for (int k = 0; k < s.items().size(); k++) {
        out.accept(Edit.of(Fault.TERM_TOO_MANY, 0, n, Tree.sum(s, Tree.without(s.items(), k))));
      }
    }
    // dx below a derivative and f(x) are no products
    boolean product = !spot.script() && spot.parent().filter(p -> p instanceof Notation.Fraction && Derivatives.isDerivative(p)).isEmpty();
    if (n instanceof Notation.Juxtaposed j && product && !Functions.applied(j)) {
      for (int k = 0; k < j.factors().size(); k++) {
        boolean number = j.factors().get(k).item() instanceof Notation.Numeral;
        Notation rest = Tree.product(j, Tree.without(j.factors(), k));
        out.accept(Edit.of(number ? Fault.CONSTANT_FACTOR : Fault.FACTOR_TOO_MANY, 0, n, rest));
      }
    }
    if (n instanceof Notation.Fraction f && !Derivatives.isDerivative(f)) {
      out.accept(Edit.of(f.denominator() instanceof Notation.Numeral ? Fault.CONSTANT_FACTOR : Fault.FACTOR_TOO_MANY, 0, n, f.numerator()));
    }
    numbers(spot, out);
    if (item && !(n instanceof Notation.Summed && !whole)) {
      factors(n, around, out);
    }
    if (n instanceof Notation.Summed || whole) {
      terms(n, around, out);
    }
    if (!spot.script()) {
      lost(spot, around, out);
    }
  }

  private static void signs(Spot spot, Consumer<Edit> out) {
    Notation n = spot.node();
    if (n instanceof Notation.Summed s) {
      for (int k = 0; k < s.items().size(); k++) {
        out.accept(Edit.of(Fault.SIGN, 0, n, Tree.sum(s, Tree.replaced(s.items(), k, Tree.opposite(s.items().get(k))))));
      }
      if (s.items().size() > 1 && spot.parent().isEmpty()) {
        out.accept(Edit.of(Fault.SIGN, 0, n, Tree.sum(s, s.items().stream().map(Tree::opposite).toList())));
      }
    } else {
      boolean argument = n instanceof Notation.Bracketed && spot.parent().filter(p -> p instanceof Notation.Juxtaposed j && Functions.applied(j)).isPresent();
      boolean exponent = spot.parent().filter(p -> p instanceof Notation.Scripted s && Functions.exponentOf(s).filter(x -> x.equals(n)).isPresent()).isPresent();
      if (argument) {
        Notation.Bracketed b = (Notation.Bracketed) n;
        out.accept(Edit.of(Fault.SIGN, 0, n, new Notation.Bracketed(b.span(), b.open(), Tree.negated(b.body()), b.close())));
      } else if (spot.parent().isEmpty() || exponent) {
        out.accept(Edit.of(Fault.SIGN, 0, n, Tree.negated(n)));
      }
    }
  }

  /** An exponent that is one off, or too many. */
  private static void exponents(Notation.Scripted s, Consumer<Edit> out) {
    if (s.sup().isEmpty() || Matrices.isTranspose(s.sup().get()) || Functions.exponentOf(s).isPresent()) {
      return;
    }
    for (Notation exponent : nearby(s.sup().get())) {
      out.accept(Edit.of(Fault.EXPONENT, 0, s, new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.of(exponent), s.primes())));
    }
    if (Tree.isNumeral(s.sup().get(), "2")) {
      out.accept(Edit.of(Fault.EXPONENT, 0, s, s.sub().isEmpty() && s.primes() == 0 ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes())));
    }
  }

  private static List<Notation> nearby(Notation exponent) {
    boolean negative = exponent instanceof Notation.Summed s && s.items().size() == 1 && s.items().get(0).sign() == Sign.MINUS;
    Notation core = exponent instanceof Notation.Summed s && s.items().size() == 1 ? s.items().get(0).item() : exponent;
    List<Notation> found = new ArrayList<>();
    int below = core instanceof Notation.Fraction f ? small(f.denominator()) : core instanceof Notation.Juxtaposed j && slash(j) ? small(j.factors().get(1).item()) : 1;
    int above = core instanceof Notation.Fraction f ? small(f.numerator()) : core instanceof Notation.Juxtaposed j && slash(j) ? small(j.factors().get(0).item()) : small(core);
    if (above == 0 || below == 0) {
      Notation one = Tree.numeral(exponent, 1);
      List<Signed> items = new ArrayList<>(Tree.items(exponent));
      boolean letters = exponent instanceof Notation.Symbol || exponent instanceof Notation.Summed;
      if (letters) {
        for (Sign sign : List.of(Sign.MINUS, Sign.PLUS)) {
          List<Signed> more = new ArrayList<>(items);
          more.add(new Signed(sign, one));
          found.add(new Notation.Summed(exponent.span(), more));
        }
      }
      return found;
    }
    int value = negative ? -above : above;
    for (int step : List.of(1, -1)) {
      int moved = value + step * below;
      if (moved != 0 && !(moved == 1 && below == 1)) {
        Notation number = Tree.numeral(exponent, Math.abs(moved));
        Notation size = below == 1 ? number : new Notation.Fraction(exponent.span(), number, Tree.numeral(exponent, below));
        found.add(moved < 0 ? Tree.negated(size) : size);
      }
    }
    return found;
  }

  private static boolean slash(Notation.Juxtaposed j) {
    return j.factors().size() == 2 && j.factors().get(1).op() == Op.SLASH;
  }

  private static int small(Notation n) {
    return n instanceof Notation.Numeral d && d.digits().length() == 1 && Character.isDigit(d.digits().charAt(0)) ? d.digits().charAt(0) - '0' : 0;
  }

  /** A square that was lost. */
  private static void squares(Spot spot, Consumer<Edit> out) {
    Notation n = spot.node();
    boolean head = spot.parent().filter(p -> p instanceof Notation.Scripted || (p instanceof Notation.Juxtaposed j && Functions.applied(j))).isPresent();
    boolean base = n instanceof Notation.Symbol || n instanceof Notation.Bracketed || (n instanceof Notation.Scripted s && s.sup().isEmpty()) || (n instanceof Notation.Juxtaposed j && Functions.applied(j));
    boolean differential = spot.parent().filter(Derivatives::isDerivative).isPresent() || Derivatives.sign(n).isPresent() || spot.parent().flatMap(Derivatives::sign).isPresent();
    if (spot.script() || head || !base || differential) {
      return;
    }
    out.accept(Edit.of(Fault.EXPONENT, 0, n, Tree.raised(n, Tree.numeral(n, 2))));
  }

  /** Numbers in front of something, and those of a fraction. */
  private static void numbers(Spot spot, Consumer<Edit> out) {
    if (!(spot.node() instanceof Notation.Numeral d) || spot.parent().isEmpty() || spot.script()) {
      return;
    }
    int value = small(d);
    Notation parent = spot.parent().get();
    boolean factor = parent instanceof Notation.Juxtaposed || parent instanceof Notation.Fraction;
    if (!factor || value == 0) {
      return;
    }
    for (int other : List.of(2 * value, value / 2, value + 1, value - 1)) {
      if (other > 0 && other != value && (other != 1 || parent instanceof Notation.Fraction)) {
        out.accept(Edit.of(Fault.CONSTANT_FACTOR, 0, d, Tree.numeral(d, other)));
      }
    }
  }

  private static void factors(Notation n, Surrounding around, Consumer<Edit> out) {
    Notation half = new Notation.Fraction(n.span(), Tree.numeral(n, 1), Tree.numeral(n, 2));
    out.accept(Edit.of(Fault.CONSTANT_FACTOR, 0, n, Derivatives.times(Tree.numeral(n, 2), n)));
    if (!(Tree.factors(n).get(0).item() instanceof Notation.Numeral)) {
      out.accept(Edit.of(Fault.CONSTANT_FACTOR, 0, n, Derivatives.times(half, n)));
    }
    for (Notation x : around.pool()) {
      out.accept(Edit.of(Fault.FACTOR_DROPPED, 0, n, Derivatives.behind(n, x)));
      if (Tree.factors(n).stream().noneMatch(f -> Tree.same(f.item(), x))) {
        out.accept(Edit.of(Fault.FACTOR_DROPPED, 1, n, new Notation.Fraction(n.span(), n, x)));
      }
    }
  }

  private static void terms(Notation n, Surrounding around, Consumer<Edit> out) {
    List<Notation> more = new ArrayList<>(List.of(Tree.numeral(n, 1)));
    more.addAll(around.pool());
    for (Notation x : more) {
      for (Sign sign : List.of(Sign.PLUS, Sign.MINUS)) {
        List<Signed> items = new ArrayList<>(Tree.items(n));
        if (items.stream().anyMatch(i -> i.sign() != sign && Tree.same(i.item(), x))) {
          continue;
        }
        items.add(new Signed(sign, x));
        out.accept(Edit.of(Fault.TERM_DROPPED, 0, n, Tree.sum(n, items)));
      }
    }
  }

  /** u for 1 - u, for e^u, for \log u. */
  private static void lost(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    boolean part = spot.parent().filter(p -> p instanceof Notation.Scripted || Derivatives.isDerivative(p) || Derivatives.sign(p).isPresent()).isPresent();
    boolean head = spot.parent().filter(p -> p instanceof Notation.Juxtaposed j && Functions.applied(j)).isPresent();
    boolean name = n instanceof Notation.Symbol || n instanceof Notation.Scripted || n instanceof Notation.Bracketed || n instanceof Notation.Accented || (n instanceof Notation.Juxtaposed j && Functions.applied(j));
    if (part || head || !name || Derivatives.sign(n).isPresent()) {
      return;
    }
    if (n instanceof Notation.Bracketed b && b.body() instanceof Notation.Summed s && s.items().size() == 2 && Tree.isNumeral(s.items().get(0).item(), "1") && s.items().get(1).sign() == Sign.MINUS) {
      out.accept(Edit.of(Fault.COMPLEMENT, 0, n, s.items().get(1).item()));
    }
    out.accept(Edit.of(Fault.COMPLEMENT, 0, n, Tree.bracketed(Derivatives.difference(n))));
    if (around.hasExponential()) {
      out.accept(Edit.of(Fault.EXPONENTIAL_LOST, 0, n, Functions.exponential(n, Tree.bare(n))));
    }
    if (around.hasLogarithm() || around.hasExponential()) {
      out.accept(Edit.of(Fault.EXPONENTIAL_LOST, 0, n, Tree.times(new Notation.Words(n.span(), "log"), Tree.factor(n))));
    }
  }
}
