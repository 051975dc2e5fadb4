package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A side that is one derivative, as printed: {@code \partial p_i/\partial z_j}, {@code \frac{d^2 L}{dx^2}}, {@code \nabla_w L}, one of these in brackets with scripts.
 *
 * @param order how often it differentiates
 * @param of what is differentiated
 * @param by what it differentiates by, where it is printed
 */
record PrintedSlope(int order, List<Notation> of, List<Notation> by) {
  PrintedSlope {
    of = List.copyOf(of);
    by = List.copyOf(by);
  }

  /** In: a side. Out: the derivative that it is as a whole. */
  static Optional<PrintedSlope> of(Notation n) {
    return switch (n) {
      case Notation.Bracketed b -> of(b.body());
      case Notation.Scripted s when Notations.bracket(s).isPresent() && s.primes() == 0 -> of(s.base());
      case Notation.Fraction f -> quotient(factors(f.numerator()), factors(f.denominator()));
      case Notation.Juxtaposed j -> inLine(j);
      default -> Optional.empty();
    };
  }

  /** Whether the words may call it so: it is of this order, and of and by the names that they give, where they give any. */
  boolean is(int said, Optional<Notation> object, Optional<Notation> target, Mentions mentions) {
    return order == said && object.filter(o -> !names(of, o, mentions)).isEmpty() && (by.isEmpty() || target.filter(t -> !names(by, t, mentions)).isEmpty());
  }

  private static boolean names(List<Notation> where, Notation name, Mentions mentions) {
    Notation head = name instanceof Notation.Juxtaposed j && Notations.bracket(j.factors().getLast().item()).isPresent() ? j.factors().getFirst().item() : name;
    return mentions.of(head).filter(m -> where.stream().anyMatch(w -> Definitions.mentions(w, m.key(), mentions))).isPresent();
  }

  private static Optional<PrintedSlope> inLine(Notation.Juxtaposed j) {
    Notation first = j.factors().getFirst().item();
    Notation sign = first instanceof Notation.Scripted s ? s.base() : first;
    if (Differentials.isNabla(sign)) {
      List<Notation> by = first instanceof Notation.Scripted s ? s.sub().stream().toList() : List.of();
      return j.factors().stream().allMatch(f -> f.op() == Op.NONE) ? order(first).map(o -> new PrintedSlope(o, items(j.factors().subList(1, j.factors().size())), by)) : Optional.empty();
    }
    int slash = 0;
    while (slash < j.factors().size() && j.factors().get(slash).op() != Op.SLASH) {
      slash++;
    }
    return slash < j.factors().size() ? quotient(j.factors().subList(0, slash), j.factors().subList(slash, j.factors().size())) : Optional.empty();
  }

  private static Optional<PrintedSlope> quotient(List<Factor> up, List<Factor> down) {
    boolean signs = up.size() > 1 && isSign(up.getFirst().item()) && down.size() > 1 && isSign(down.getFirst().item());
    boolean plain = Stream.concat(up.stream(), down.stream().skip(1)).allMatch(f -> f.op() == Op.NONE);
    List<Notation> by = items(down).stream().filter(d -> !isSign(d)).toList();
    return signs && plain ? order(up.getFirst().item()).map(o -> new PrintedSlope(o, items(up.subList(1, up.size())), by)) : Optional.empty();
  }

  /** d or \partial, with or without an order. */
  private static boolean isSign(Notation n) {
    return switch (n) {
      case Notation.Styled s -> isSign(s.body());
      case Notation.Scripted s -> s.sub().isEmpty() && isSign(s.base());
      default -> Differentials.isSign(n);
    };
  }

  private static Optional<Integer> order(Notation sign) {
    Optional<Notation> sup = sign instanceof Notation.Scripted s ? s.sup() : Optional.empty();
    return sup.isEmpty() ? Optional.of(1) : sup.filter(x -> Conditions.isNumeral(x, "2")).map(x -> 2);
  }

  private static List<Factor> factors(Notation n) {
    return n instanceof Notation.Juxtaposed j ? j.factors() : List.of(new Factor(Op.NONE, n));
  }

  private static List<Notation> items(List<Factor> factors) {
    return new ArrayList<>(factors.stream().map(Factor::item).toList());
  }
}
