package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.List;
import java.util.Optional;

/** A derivative with its argument behind it, {@code \frac{df}{dx}(x)}, {@code \frac{d\sigma}{dx}(2x)}: the derivative there, no product. */
final class SlopeAt {
  private SlopeAt() {}

  /** In: the factors of a product and a place. Out: what a derivative there and the bracket behind it mean together; nothing where they are factors. */
  static Optional<Notation> of(List<Factor> factors, int k, Session session, Functions functions) {
    if (!(factors.get(k).item() instanceof Notation.Fraction f) || !Differentials.whole(f) || k + 1 >= factors.size() || factors.get(k + 1).op() != Op.NONE || !(factors.get(k + 1).item() instanceof Notation.Bracketed b) || !b.open().equals("(")) {
      return Optional.empty();
    }
    Optional<Mention> name = second(f.numerator()).flatMap(session.mentions()::of).filter(Mention::bare);
    Optional<Mention> by = second(f.denominator()).flatMap(session.mentions()::of).filter(m -> m.indices().isEmpty() && m.primes() == 0);
    if (name.isEmpty() || by.isEmpty() || Products.arguments(b).size() != 1) {
      return Optional.empty();
    }
    boolean itself = session.mentions().of(b.body()).filter(m -> m.bare() && m.key().equals(by.get().key())).isPresent();
    boolean number = Heads.isNumber(name.get().base());
    boolean function = functions.isFunction(name.get()) && session.names.definition(name.get().key(), session.part).filter(d -> d.parameters().size() != 1 || !d.letters().isEmpty()).isEmpty();
    if (!function) {
      if (b.body() instanceof Notation.Numeral && session.names.definition(name.get().key(), session.part).isPresent()) {
        throw Misfit.notBuilt("a derivative at a point");
      }
      return itself && session.choices.take("a bracket behind a derivative", 0, 1) == (number ? 1 : 0) ? Optional.of(f) : Optional.empty();
    }
    // the derivative of a loss is a factor more often than a function
    boolean there = session.choices.take("a bracket behind a derivative", 0, 1) == (number ? 1 : 0);
    if (!there) {
      return Optional.empty();
    }
    int times = by.get().exponent().filter(e -> e instanceof Notation.Numeral d && d.digits().length() == 1).map(e -> Integer.parseInt(((Notation.Numeral) e).digits())).orElse(1);
    Notation primed = new Notation.Scripted(f.span(), second(f.numerator()).orElseThrow(), Optional.empty(), Optional.empty(), times);
    return Optional.of(new Notation.Juxtaposed(f.span(), List.of(new Factor(Op.NONE, primed), new Factor(Op.NONE, b))));
  }

  /** What stands behind the sign of a differential. */
  private static Optional<Notation> second(Notation n) {
    return n instanceof Notation.Juxtaposed j && j.factors().size() == 2 ? Optional.of(j.factors().get(1).item()) : Optional.empty();
  }
}
