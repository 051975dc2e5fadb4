package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Condition;
import dev.gradus.term.Terms;
import java.util.Locale;
import java.util.Optional;

/** What is printed as a condition. */
final class Conditions {
  private Conditions() {}

  /** The comparison in a cell such as {@code \text{if } x > 0}. */
  static Optional<Notation.Compared> condition(Notation cell) {
    return switch (cell) {
      case Notation.Compared c -> stripped(c);
      case Notation.Bracketed b -> condition(b.body());
      case Notation.Listed l -> l.items().stream().filter(i -> !(i instanceof Notation.Empty)).findFirst().flatMap(Conditions::condition);
      case Notation.Juxtaposed j -> {
        Notation last = j.factors().get(j.factors().size() - 1).item();
        boolean words = j.factors().stream().limit(j.factors().size() - 1L).allMatch(f -> f.item() instanceof Notation.Words);
        yield words ? condition(last) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** {@code \text{if } x > 0} may have its words glued to the first side. */
  private static Optional<Notation.Compared> stripped(Notation.Compared c) {
    if (!c.sides().isEmpty() && c.sides().get(0) instanceof Notation.Juxtaposed j && j.factors().get(0).item() instanceof Notation.Words w) {
      if (!w.text().toLowerCase(Locale.ROOT).strip().matches("if|for|when|falls|si")) {
        return Optional.of(c);
      }
      java.util.List<Notation> sides = new java.util.ArrayList<>(c.sides());
      sides.set(
          0,
          j.factors().size() == 2
              ? j.factors().get(1).item()
              : new Notation.Juxtaposed(
                  j.span(),
                  java.util.stream.Stream.concat(
                          java.util.stream.Stream.of(new Notation.Factor(Notation.Op.NONE, j.factors().get(1).item())),
                          j.factors().stream().skip(2))
                      .toList()));
      return Optional.of(new Notation.Compared(c.span(), sides, c.signs()));
    }
    return Optional.of(c);
  }

  static boolean otherwise(Notation cell) {
    return switch (cell) {
      case Notation.Words w -> w.text().toLowerCase(Locale.ROOT).strip().matches("otherwise|else|sonst|otherwise\\.|else\\.|otro caso|en otro caso|sinon|其他|其它|否则|其余|其他情况");
      case Notation.Bracketed b -> otherwise(b.body());
      case Notation.Listed l -> l.items().stream().anyMatch(Conditions::otherwise);
      default -> false;
    };
  }

  static Condition negation(Condition c) {
    return switch (c) {
      case Condition.Same s -> new Condition.Distinct(s.left(), s.right());
      case Condition.Distinct d -> new Condition.Same(d.left(), d.right());
      case Condition.Before b -> throw Misfit.notBuilt("the negation of an order of indices");
      case Condition.Positive p -> new Condition.NonNegative(Terms.negate(p.term()));
      case Condition.NonNegative p -> new Condition.Positive(Terms.negate(p.term()));
      case Condition.Zero z -> new Condition.NonZero(z.term());
      case Condition.NonZero z -> new Condition.Zero(z.term());
    };
  }

  /** An index place left open: a colon, a star, a dot. */
  static boolean isOpen(Notation n) {
    return n instanceof Notation.Symbol s && (s.name().equals("colon") || s.name().equals("ast") || s.name().equals("cdot"));
  }

  static boolean isNumeral(Notation n, String digits) {
    return n instanceof Notation.Numeral d && d.digits().equals(digits);
  }
}
