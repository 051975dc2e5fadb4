package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code \\frac{\\partial S_i}{\\partial x_j} = \\frac{\\partial}{\\partial x_j} \\frac{e^{x_i}}{\\sum_k e^{x_k}}}: a derivative of a name that nothing defines, and the same derivative of an
 * expression. A constant stays open, so the name means the expression only where the claims behind bear it out (READING 22).
 */
record UnderDerivative(Notation by, Notation operand) {
  /** In: an equation. Out: what the name that is differentiated on its left stands for by its right side, if no words call the name something else. */
  static Optional<ByUse> of(Printed p, Mentions mentions) {
    Optional<UnderDerivative> named = of(p.left());
    Optional<UnderDerivative> spelled = named.flatMap(n -> of(p.right())).filter(s -> Templates.same(s.by(), named.get().by()) && mentions.of(s.operand()).isEmpty());
    Optional<Head> head = spelled.flatMap(s -> Head.of(named.get().operand(), mentions)).filter(h -> !h.logged() && !h.squared() && !Functions.library(h.mention().base()));
    return head.filter(h -> Replaced.isCalled(h.mention().key(), spelled.get().operand(), p.statement().part())).map(h -> new ByUse(h, spelled.get().operand(), true));
  }

  /** A derivative, a negative one or one with numbers before it, as one of its operand with these. */
  private static Optional<UnderDerivative> of(Notation n) {
    return switch (n) {
      case Notation.Summed s when s.items().size() == 1 && s.items().get(0).sign() == Notation.Sign.MINUS ->
          of(s.items().get(0).item()).map(d -> new UnderDerivative(d.by(), new Notation.Summed(s.span(), List.of(new Notation.Signed(Notation.Sign.MINUS, bracketed(d.operand()))))));
      case Notation.Fraction f when f.numerator() instanceof Notation.Juxtaposed j && Differentials.isSign(j.factors().get(0).item()) -> Optional.of(new UnderDerivative(f.denominator(), Products.rest(j.factors(), 1, j.factors().size())));
      case Notation.Juxtaposed j -> of(j);
      default -> Optional.empty();
    };
  }

  private static Optional<UnderDerivative> of(Notation.Juxtaposed j) {
    int at = 0;
    while (at < j.factors().size() && Introductions.isNumber(j.factors().get(at).item())) {
      at++;
    }
    if (at + 1 >= j.factors().size() || j.factors().subList(at, j.factors().size()).stream().anyMatch(f -> f.op() == Op.SLASH)) {
      return Optional.empty();
    }
    Optional<Notation> by =
        switch (j.factors().get(at).item()) {
          case Notation.Fraction f when Differentials.isSign(f.numerator()) -> Optional.of(f.denominator());
          case Notation.Scripted s when Differentials.isNabla(s.base()) && s.sub().isPresent() && s.sup().isEmpty() -> s.sub();
          default -> Optional.empty();
        };
    List<Factor> factors = new ArrayList<>(j.factors().subList(0, at));
    Notation rest = Products.rest(j.factors(), at + 1, j.factors().size());
    factors.add(new Factor(Op.NONE, at == 0 ? rest : bracketed(rest)));
    return by.map(b -> new UnderDerivative(b, Products.rest(factors, 0, factors.size())));
  }

  private static Notation bracketed(Notation n) {
    return new Notation.Bracketed(n.span(), "(", n, ")");
  }
}
