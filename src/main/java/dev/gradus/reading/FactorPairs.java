package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Puts one notation, or a product, in the place of two factors that stand side by side, D_j x or dz, wherever they are written.
 *
 * @param pair what stands in the place of two factors, if anything does
 * @param kept fractions that stay as they are
 */
record FactorPairs(BiFunction<Notation, Notation, Optional<Notation>> pair, Predicate<Notation.Fraction> kept) {
  Notation in(Notation n) {
    return switch (n) {
      case Notation.Juxtaposed j -> product(j);
      case Notation.Scripted s -> new Notation.Scripted(s.span(), in(s.base()), s.sub(), s.sup(), s.primes());
      case Notation.Fraction f -> kept.test(f) ? f : new Notation.Fraction(f.span(), in(f.numerator()), in(f.denominator()));
      case Notation.Bracketed b -> new Notation.Bracketed(b.span(), b.open(), in(b.body()), b.close());
      case Notation.Summed s -> new Notation.Summed(s.span(), s.items().stream().map(i -> new Notation.Signed(i.sign(), in(i.item()))).toList());
      case Notation.Infix i -> new Notation.Infix(i.span(), in(i.left()), i.op(), in(i.right()));
      case Notation.BigOperator b -> new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), in(b.body()));
      default -> n;
    };
  }

  private Notation product(Notation.Juxtaposed j) {
    List<Factor> factors = new ArrayList<>();
    int k = 0;
    while (k < j.factors().size()) {
      Factor f = j.factors().get(k);
      boolean beside = k + 1 < j.factors().size() && j.factors().get(k + 1).op() == Op.NONE;
      Optional<Notation> one = beside ? pair.apply(f.item(), j.factors().get(k + 1).item()) : Optional.empty();
      if (one.isPresent() && one.get() instanceof Notation.Juxtaposed both) {
        factors.add(new Factor(f.op(), both.factors().getFirst().item()));
        factors.addAll(both.factors().subList(1, both.factors().size()));
      } else {
        factors.add(new Factor(f.op(), one.orElseGet(() -> in(f.item()))));
      }
      k += one.isPresent() ? 2 : 1;
    }
    return factors.size() == 1 && factors.getFirst().op() == Op.NONE ? factors.getFirst().item() : new Notation.Juxtaposed(j.span(), factors);
  }
}
