package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;

/** A letter for a derivative: D_j S_i = \partial S_i / \partial a_j says that D_j differentiates by a_j what stands behind it, wherever that is written. */
final class Operators {
  private static final String LETTER = "D";

  private final Notation.Scripted by;

  private Operators(Notation.Scripted by) {
    this.by = by;
  }

  /** In: all statements. Out: the same with D_j x as the derivative that an equation between them says it is. */
  static List<Printed> resolved(List<Printed> printed) {
    Optional<Operators> found = printed.stream().flatMap(p -> said(p).stream()).findFirst();
    return found.isEmpty() ? printed : printed.stream().map(p -> new Printed(p.statement(), found.get().pairs().in(p.left()), found.get().pairs().in(p.right()), p.spaces())).toList();
  }

  /** The letter, where an equation says so of it: by itself it is no quantity that anybody knows. */
  static Optional<String> letter(List<Printed> printed) {
    return printed.stream().anyMatch(p -> said(p).isPresent()) ? Optional.of(LETTER) : Optional.empty();
  }

  private static Optional<Operators> said(Printed p) {
    if (!(p.left() instanceof Notation.Juxtaposed j) || j.factors().size() != 2 || j.factors().get(1).op() != Op.NONE || !(p.right() instanceof Notation.Fraction f)) {
      return Optional.empty();
    }
    Optional<Notation> sub = sub(j.factors().get(0).item());
    Optional<Notation> up = operand(f.numerator());
    Optional<Notation> down = operand(f.denominator());
    boolean same = up.filter(u -> Outline.of(u).equals(Outline.of(j.factors().get(1).item()))).isPresent();
    boolean indexed = down.isPresent() && down.get() instanceof Notation.Scripted s && s.sub().isPresent() && sub.isPresent() && Outline.of(s.sub().get()).equals(Outline.of(sub.get()));
    return same && indexed ? Optional.of(new Operators((Notation.Scripted) down.get())) : Optional.empty();
  }

  /** The index of D_j, where it is one letter. */
  private static Optional<Notation> sub(Notation n) {
    boolean letter = n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b && b.name().equals(LETTER) && s.sup().isEmpty() && s.primes() == 0;
    return letter ? ((Notation.Scripted) n).sub().filter(i -> i instanceof Notation.Symbol || i instanceof Notation.Numeral) : Optional.empty();
  }

  /** x of \partial x. */
  private static Optional<Notation> operand(Notation n) {
    boolean one = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(0).item() instanceof Notation.Symbol s && s.name().equals("partial");
    return one ? Optional.of(((Notation.Juxtaposed) n).factors().get(1).item()) : Optional.empty();
  }

  private FactorPairs pairs() {
    return new FactorPairs(this::derivative, f -> false);
  }

  private Optional<Notation> derivative(Notation sign, Notation behind) {
    return sub(sign).map(index -> {
      Notation partial = new Notation.Symbol(sign.span(), "partial");
      Notation target = new Notation.Scripted(by.span(), by.base(), Optional.of(index), by.sup(), by.primes());
      Notation up = new Notation.Juxtaposed(sign.span(), List.of(new Factor(Op.NONE, partial), new Factor(Op.NONE, pairs().in(behind))));
      Notation down = new Notation.Juxtaposed(sign.span(), List.of(new Factor(Op.NONE, partial), new Factor(Op.NONE, target)));
      return new Notation.Fraction(sign.span(), up, down);
    });
  }
}
