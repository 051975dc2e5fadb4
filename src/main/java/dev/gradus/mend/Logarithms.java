package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rules of logarithms, powers, roots and fractions that do not hold, put right. */
final class Logarithms implements Rule {
  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    switch (n) {
      case Notation.Summed s -> sums(s, spot, out);
      case Notation.Fraction f -> fractions(f, out);
      case Notation.Juxtaposed j -> products(j, out);
      case Notation.Scripted s -> powers(s, around, out);
      default -> {}
    }
    if ((around.hasRoot() || around.hasLogarithm()) && !spot.script() && (n instanceof Notation.Symbol || (n instanceof Notation.Scripted s && s.sup().isEmpty())) && spot.parent().filter(p -> p instanceof Notation.Scripted).isEmpty()) {
      out.accept(Edit.of(Fault.ABSOLUTE_VALUE, 0, n, new Notation.Bracketed(n.span(), "|", n, "|")));
    }
    if (n instanceof Notation.Bracketed b && b.open().equals("|") && !spot.script()) {
      out.accept(Edit.of(Fault.ABSOLUTE_VALUE, 0, n, b.body() instanceof Notation.Summed ? Tree.bracketed(b.body()) : b.body()));
    }
  }

  private static void sums(Notation.Summed s, Spot spot, Consumer<Edit> out) {
    for (int k = 0; k < s.items().size(); k++) {
      Signed item = s.items().get(k);
      if (Functions.logarithmOf(item.item()).isPresent() && s.items().size() > 1) {
        out.accept(Edit.of(Fault.LOG_OF_QUOTIENT, 0, s, Tree.sum(s, Tree.replaced(s.items(), k, Tree.opposite(item)))));
      }
    }
    if (s.items().size() == 2 && s.items().stream().allMatch(i -> i.sign() == Sign.PLUS)) {
      Notation a = s.items().get(0).item();
      Notation b = s.items().get(1).item();
      if (Functions.exponentOf(a).isPresent() && Functions.exponentOf(b).isPresent()) {
        out.accept(Edit.of(Fault.EXP_OF_SUM, 0, s, Tree.times(a, b)));
      }
      Optional<Notation> c = squared(a);
      Optional<Notation> d = squared(b);
      if (c.isPresent() && d.isPresent()) {
        Notation twice = Tree.product(s, List.of(new Factor(Op.NONE, Tree.numeral(s, 2)), new Factor(Op.NONE, c.get()), new Factor(Op.NONE, d.get())));
        out.accept(Edit.of(Fault.SQUARE_OF_SUM, 0, s, Tree.sum(s, List.of(s.items().get(0), new Signed(Sign.PLUS, twice), s.items().get(1)))));
        out.accept(Edit.of(Fault.SQUARE_OF_SUM, 0, s, Tree.sum(s, List.of(s.items().get(0), new Signed(Sign.MINUS, twice), s.items().get(1)))));
      }
    }
    if (s.items().size() == 2 && spot.parent().filter(p -> p instanceof Notation.Scripted e && Functions.exponentOf(e).isPresent()).isPresent() && s.items().get(0).sign() == Sign.PLUS) {
      Notation product = Tree.times(s.items().get(0).item(), s.items().get(1).item());
      out.accept(Edit.of(Fault.POWER_OF_POWER, 0, s, s.items().get(1).sign() == Sign.PLUS ? product : Tree.negated(product)));
    }
  }

  private static Optional<Notation> squared(Notation n) {
    return n instanceof Notation.Scripted s && s.sup().filter(x -> Tree.isNumeral(x, "2")).isPresent()
        ? Optional.of(s.sub().isEmpty() && s.primes() == 0 ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes()))
        : Optional.empty();
  }

  private static void fractions(Notation.Fraction f, Consumer<Edit> out) {
    Optional<Notation> a = Functions.logarithmOf(f.numerator());
    Optional<Notation> b = Functions.logarithmOf(f.denominator());
    if (a.isPresent() && b.isPresent()) {
      out.accept(Edit.of(Fault.QUOTIENT_OF_LOGS, 0, f, Functions.logarithm(f.numerator(), new Notation.Fraction(f.span(), a.get(), b.get()))));
    }
    if (Tree.isNumeral(f.numerator(), "1") && f.denominator() instanceof Notation.Summed s && s.items().size() == 2 && s.items().get(0).sign() == Sign.PLUS) {
      Notation first = s.items().get(0).item();
      Notation second = s.items().get(1).item();
      Notation above = s.items().get(1).sign() == Sign.PLUS ? s : Tree.sum(s, List.of(new Signed(Sign.PLUS, second), new Signed(Sign.MINUS, first)));
      out.accept(Edit.of(Fault.SUM_OF_RECIPROCALS, 0, f, new Notation.Fraction(f.span(), above, Tree.times(first, second))));
    }
    out.accept(Edit.of(Fault.FRACTION_INVERTED, 0, f, Tree.isNumeral(f.numerator(), "1") ? f.denominator() : Tree.with(f, f.parts().reversed())));
    wrongSide(f, out);
  }

  /** A factor that stands above the line and belongs below it, or the other way. */
  private static void wrongSide(Notation.Fraction f, Consumer<Edit> out) {
    if (Derivatives.isDerivative(f)) {
      return;
    }
    List<Factor> above = Tree.factors(f.numerator());
    List<Factor> below = Tree.factors(f.denominator());
    boolean function = f.numerator() instanceof Notation.Juxtaposed j && Functions.applied(j);
    if (function || above.size() == 1) {
      Notation moved = Tree.times(Tree.factor(f.denominator()), Tree.factor(f.numerator()));
      out.accept(Edit.of(Fault.FRACTION_INVERTED, 0, f, new Notation.Fraction(f.span(), Tree.numeral(f, 1), moved)));
      out.accept(Edit.of(Fault.FRACTION_INVERTED, 0, f, Tree.times(Tree.factor(f.numerator()), Tree.factor(f.denominator()))));
    }
    for (int k = 0; k < above.size() && above.size() > 1; k++) {
      Notation rest = Tree.product(f.numerator(), Tree.without(above, k));
      out.accept(Edit.of(Fault.FRACTION_INVERTED, 0, f, new Notation.Fraction(f.span(), rest, Tree.times(above.get(k).item(), Tree.factor(f.denominator())))));
    }
    for (int k = 0; k < below.size() && below.size() > 1; k++) {
      Notation rest = Tree.product(f.denominator(), Tree.without(below, k));
      out.accept(Edit.of(Fault.FRACTION_INVERTED, 0, f, new Notation.Fraction(f.span(), Tree.times(below.get(k).item(), Tree.factor(f.numerator())), rest)));
    }
  }

  private static void products(Notation.Juxtaposed j, Consumer<Edit> out) {
    Optional<Notation> inside = Functions.logarithmOf(j);
    if (inside.isPresent() && inside.get() instanceof Notation.Summed s && s.items().size() == 2) {
      Notation first = Tree.factor(s.items().get(0).item());
      Notation second = Tree.factor(s.items().get(1).item());
      boolean plus = s.items().get(1).sign() == Sign.PLUS;
      out.accept(Edit.of(Fault.LOG_OF_SUM, 0, j, Functions.logarithm(j, plus ? Tree.times(first, second) : new Notation.Fraction(s.span(), first, second))));
    }
    if (inside.isPresent() && inside.get() instanceof Notation.Juxtaposed k && k.factors().size() == 2) {
      for (int at = 0; at < 2; at++) {
        Notation base = k.factors().get(1 - at).item();
        out.accept(Edit.of(Fault.POWER_OF_LOG, 0, j, Functions.logarithm(j, Tree.raised(base, k.factors().get(at).item()))));
      }
    }
    if (j.factors().size() == 2 && !Functions.applied(j) && j.factors().stream().allMatch(f -> f.item() instanceof Notation.Symbol || f.item() instanceof Notation.Numeral || f.item() instanceof Notation.Scripted)) {
      Notation first = j.factors().get(0).item();
      Notation second = j.factors().get(1).item();
      out.accept(Edit.of(Fault.EXPONENT_AS_FACTOR, 0, j, Tree.raised(second, first)));
      out.accept(Edit.of(Fault.EXPONENT_AS_FACTOR, 0, j, Tree.raised(first, second)));
      logsSideBySide(j, first, second, out);
    }
  }

  private static void logsSideBySide(Notation.Juxtaposed j, Notation first, Notation second, Consumer<Edit> out) {
    if (Functions.exponentOf(first).isPresent() && Functions.exponentOf(second).isPresent()) {
      out.accept(Edit.of(Fault.EXP_OF_SUM, 1, j, Tree.sum(j, List.of(new Signed(Sign.PLUS, first), new Signed(Sign.PLUS, second)))));
    }
  }

  private static void powers(Notation.Scripted s, Surrounding around, Consumer<Edit> out) {
    Notation inside = Tree.bare(s.base());
    Optional<Notation> logarithm = Functions.logarithmOf(inside);
    if (s.sup().isPresent() && logarithm.isPresent()) {
      out.accept(Edit.of(Fault.POWER_OF_LOG, 0, s, Functions.logarithm(inside, Tree.raised(logarithm.get(), s.sup().get()))));
    }
    Optional<Notation> exponent = Functions.exponentOf(s);
    if (exponent.isPresent() && exponent.get() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && !Functions.applied(j)) {
      List<Signed> items = new ArrayList<>();
      j.factors().forEach(f -> items.add(new Signed(Sign.PLUS, f.item())));
      out.accept(Edit.of(Fault.POWER_OF_POWER, 0, s, Functions.exponential(s, Tree.sum(j, items))));
    }
    if (exponent.isPresent() && around.hasExponential()) {
      out.accept(Edit.of(Fault.EXPONENTIAL_LOST, 1, s, exponent.get()));
    }
  }
}
