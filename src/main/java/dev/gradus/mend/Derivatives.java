package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rules of differentiation that were taken wrongly: logarithm, quotient, product, power of e, chain, component. */
final class Derivatives implements Rule {
  /** The sign of a differential that the node begins with. */
  static Optional<Notation> sign(Notation n) {
    Notation first = Tree.factors(n).get(0).item();
    Notation base = first instanceof Notation.Scripted s ? s.base() : first;
    Notation bare = base instanceof Notation.Styled s ? s.body() : base;
    return bare instanceof Notation.Symbol d && (d.name().equals("partial") || d.name().equals("d")) ? Optional.of(base) : Optional.empty();
  }

  /** Whether the node is a derivative by itself: a fraction of differentials, a name with a prime, \nabla. */
  static boolean isDerivative(Notation n) {
    return switch (n) {
      case Notation.Fraction f -> sign(f.denominator()).isPresent() && sign(f.numerator()).isPresent();
      case Notation.Scripted s -> s.primes() > 0;
      case Notation.Symbol s -> s.name().equals("nabla");
      default -> false;
    };
  }

  /** Whether a derivative stands in it. */
  static boolean within(Notation n) {
    return isDerivative(n) || n.parts().stream().anyMatch(Derivatives::within);
  }

  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    if (spot.script() || isDerivative(n)) {
      return;
    }
    if (n instanceof Notation.Fraction f) {
      Functions.logarithmOf(f.denominator()).ifPresent(u -> out.accept(Edit.of(Fault.LOG_DERIVATIVE, 0, n, new Notation.Fraction(f.span(), f.numerator(), u))));
      quotient(f, out);
    }
    if (!around.hasDerivative()) {
      return;
    }
    if (n instanceof Notation.Juxtaposed j) {
      product(j, out);
      exponential(j, out);
    }
    boolean item = spot.parent().isEmpty() || spot.parent().get() instanceof Notation.Summed;
    if ((item && !(n instanceof Notation.Summed)) || spot.parent().isEmpty()) {
      chain(n, around, out);
    }
    if (n instanceof Notation.BigOperator b && b.name().equals("sum")) {
      collapsed(b, around, out);
    }
  }

  /** \frac{u'v + uv'}{v^2}: the second product is subtracted. */
  private static void quotient(Notation.Fraction f, Consumer<Edit> out) {
    boolean square = f.denominator() instanceof Notation.Scripted s && s.sup().filter(x -> Tree.isNumeral(x, "2")).isPresent();
    boolean squared = square || Tree.factors(f.denominator()).stream().anyMatch(x -> x.item() instanceof Notation.Scripted s && s.sup().filter(y -> Tree.isNumeral(y, "2")).isPresent());
    if (squared && f.numerator() instanceof Notation.Summed s && s.items().size() == 2) {
      for (int k = 0; k < 2; k++) {
        Notation changed = Tree.sum(s, Tree.replaced(s.items(), k, Tree.opposite(s.items().get(k))));
        out.accept(Edit.of(Fault.QUOTIENT_RULE, 0, f, new Notation.Fraction(f.span(), changed, f.denominator())));
      }
    }
  }

  /** f'(x) g'(x) for f'(x) g(x) + f(x) g'(x). */
  private static void product(Notation.Juxtaposed j, Consumer<Edit> out) {
    List<Integer> primed = new ArrayList<>();
    for (int k = 0; k < j.factors().size(); k++) {
      if (j.factors().get(k).item() instanceof Notation.Scripted s && s.primes() == 1) {
        primed.add(k);
      }
    }
    if (primed.size() != 2) {
      return;
    }
    List<Signed> items = new ArrayList<>();
    for (int k = 1; k >= 0; k--) {
      Factor f = j.factors().get(primed.get(k));
      Notation.Scripted s = (Notation.Scripted) f.item();
      Notation bare = s.sub().isEmpty() && s.sup().isEmpty() ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), s.sup(), 0);
      items.add(new Signed(Sign.PLUS, Tree.product(j, Tree.replaced(j.factors(), primed.get(k), new Factor(f.op(), bare)))));
    }
    out.accept(Edit.of(Fault.PRODUCT_RULE, 0, j, Tree.sum(j, items)));
  }

  /** x e^{x-1} for e^x. */
  private static void exponential(Notation.Juxtaposed j, Consumer<Edit> out) {
    for (int k = 0; k < j.factors().size(); k++) {
      Notation power = j.factors().get(k).item();
      Optional<Notation> exponent = Functions.exponentOf(power);
      if (exponent.isPresent() && exponent.get() instanceof Notation.Summed s && s.items().size() > 1 && s.items().getLast().sign() == Sign.MINUS && Tree.isNumeral(s.items().getLast().item(), "1")) {
        Notation lower = Functions.exponential(power, Tree.sum(s, s.items().subList(0, s.items().size() - 1)));
        List<Factor> rest = Tree.without(j.factors(), k);
        out.accept(Edit.of(Fault.POWER_RULE_ON_EXPONENTIAL, 0, j, lower));
        if (rest.size() > 1) {
          out.accept(Edit.of(Fault.POWER_RULE_ON_EXPONENTIAL, 1, j, Tree.product(j, Tree.replaced(j.factors(), k, new Factor(j.factors().get(k).op(), lower)))));
        }
      }
    }
  }

  /** Factors that the chain rule may have asked for: a number of the formula, a name, the derivative of an activation. */
  private static void chain(Notation n, Surrounding around, Consumer<Edit> out) {
    for (Notation number : around.numerals()) {
      out.accept(Edit.of(Fault.CHAIN_FACTOR, 0, n, times(number, n)));
    }
    if (!(n instanceof Notation.Summed)) {
      out.accept(Edit.of(Fault.CHAIN_FACTOR, 0, n, Tree.negated(n)));
    }
    for (Notation h : around.slopes(n)) {
      out.accept(Edit.of(Fault.ACTIVATION_DERIVATIVE, 0, n, behind(n, h)));
      out.accept(Edit.of(Fault.ACTIVATION_DERIVATIVE, 0, n, entrywise(n, h)));
    }
    if (n instanceof Notation.Juxtaposed j && Functions.applied(j)) {
      out.accept(Edit.of(Fault.ACTIVATION_DERIVATIVE, 0, n, behind(n, Tree.bracketed(difference(n)))));
    }
    for (Notation h : around.pool()) {
      if (h instanceof Notation.Fraction || h instanceof Notation.BigOperator) {
        continue;
      }
      Notation one = Tree.bracketed(difference(h));
      out.accept(Edit.of(Fault.ACTIVATION_DERIVATIVE, 0, n, behind(n, one)));
      out.accept(Edit.of(Fault.ACTIVATION_DERIVATIVE, 0, n, behind(n, Tree.times(h, one))));
      Notation square = Tree.raised(h instanceof Notation.Juxtaposed ? Tree.bracketed(h) : h, Tree.numeral(h, 2));
      out.accept(Edit.of(Fault.ACTIVATION_DERIVATIVE, 0, n, behind(n, Tree.bracketed(difference(square)))));
      out.accept(Edit.of(Fault.CHAIN_FACTOR, 0, n, behind(n, h)));
    }
  }

  /** An entrywise factor behind the node. */
  private static Notation entrywise(Notation n, Notation factor) {
    List<Factor> all = new ArrayList<>(Tree.factors(n instanceof Notation.Summed ? Tree.bracketed(n) : n));
    all.add(new Factor(Notation.Op.ODOT, factor));
    return Tree.product(n, all);
  }

  static Notation difference(Notation h) {
    return new Notation.Summed(h.span(), List.of(new Signed(Sign.PLUS, Tree.numeral(h, 1)), new Signed(Sign.MINUS, h)));
  }

  /** A factor before the node; a minus stays in front. */
  static Notation times(Notation factor, Notation n) {
    if (n instanceof Notation.Summed s && s.items().size() == 1) {
      return Tree.sum(n, List.of(new Signed(s.items().get(0).sign(), times(factor, s.items().get(0).item()))));
    }
    return Tree.times(factor, n instanceof Notation.Summed ? Tree.bracketed(n) : n);
  }

  /** A factor behind the node; a minus stays in front, and what is summed up takes it in. */
  static Notation behind(Notation n, Notation factor) {
    if (n instanceof Notation.Summed s && s.items().size() == 1) {
      return Tree.sum(n, List.of(new Signed(s.items().get(0).sign(), behind(s.items().get(0).item(), factor))));
    }
    return Tree.times(n instanceof Notation.Summed ? Tree.bracketed(n) : n, factor);
  }

  /** \frac{\partial}{\partial x_j} \sum_i x_i^2 = \sum_i 2 x_i. */
  private static void collapsed(Notation.BigOperator b, Surrounding around, Consumer<Edit> out) {
    Optional<String> letter = Binders.letter(b);
    if (letter.isEmpty()) {
      return;
    }
    out.accept(Edit.of(Fault.SUM_NOT_COLLAPSED, 0, b, b.body()));
    for (String free : around.freeLetters()) {
      if (!free.equals(letter.get())) {
        out.accept(Edit.of(Fault.SUM_NOT_COLLAPSED, 0, b, Binders.renamed(b.body(), letter.get(), free)));
      }
    }
  }
}
