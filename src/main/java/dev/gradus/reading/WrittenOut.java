package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Range;
import java.util.List;
import java.util.Optional;

/**
 * A sum that is set equal to its written-out terms, {@code e^{a_1} + e^{a_2} + e^{a_3} = \sum_{k=1}^K e^{a_k}}: it says how many elements there are (READING 19), where no line before
 * speaks of that number. A sum that is set equal to some terms is a claim.
 */
record WrittenOut(Mentions mentions) {
  private static final int LEAST = 2;
  private static final int MOST = 9;

  /** A sum or product with its limits. */
  private record Limits(String letter, int first, String size) {}

  /** In: a statement. Out: the ranges, the size that it says fixed. */
  Ranges take(Printed p, Names names, Ranges ranges) {
    if (!Lowering.isEquation(p.statement())) {
      return ranges;
    }
    return take(p.left(), p.right(), p.statement().part(), names, ranges).orElse(ranges);
  }

  private Optional<Ranges> take(Notation written, Notation operator, Part part, Names names, Ranges ranges) {
    if (!(operator instanceof Notation.BigOperator b) || !List.of("sum", "prod").contains(b.name())) {
      return Optional.empty();
    }
    Optional<Limits> limits = limits(b);
    List<Notation> terms = terms(written, b.name());
    boolean fresh = limits.isPresent() && ranges.namedBy(limits.get().size()).isEmpty() && names.definition(limits.get().size(), part).isEmpty();
    if (!fresh || terms.size() < LEAST || terms.size() > MOST) {
      return Optional.empty();
    }
    for (int k = 0; k < terms.size(); k++) {
      Notation number = new Notation.Numeral(b.span(), Integer.toString(limits.get().first() + k));
      if (!Templates.same(with(b.body(), limits.get().letter(), number), terms.get(k))) {
        return Optional.empty();
      }
    }
    Ranges with = ranges.copy();
    Range range = with.ofSize(limits.get().size());
    with.fix(range, terms.size());
    with.countFrom(range, limits.get().first());
    return Optional.of(with);
  }

  private static List<Notation> terms(Notation n, String operator) {
    return switch (n) {
      case Notation.Summed s when operator.equals("sum") && s.items().stream().allMatch(i -> i.sign() == Sign.PLUS) -> s.items().stream().map(Notation.Signed::item).toList();
      case Notation.Juxtaposed j when operator.equals("prod") && j.factors().stream().allMatch(f -> f.op() == Op.NONE) -> j.factors().stream().map(Notation.Factor::item).toList();
      default -> List.of();
    };
  }

  private Optional<Limits> limits(Notation.BigOperator b) {
    boolean begins = b.sub().isPresent() && b.sub().get() instanceof Notation.Compared c && c.signs().equals(List.of(RelationSign.EQUAL)) && c.sides().get(0) instanceof Notation.Symbol;
    if (!begins || b.sup().isEmpty() || !(b.sub().get() instanceof Notation.Compared c) || !(c.sides().get(0) instanceof Notation.Symbol letter)) {
      return Optional.empty();
    }
    boolean zero = Conditions.isNumeral(c.sides().get(1), "0");
    if (!zero && !Conditions.isNumeral(c.sides().get(1), "1")) {
      return Optional.empty();
    }
    boolean less = b.sup().get() instanceof Notation.Summed s && s.items().size() == 2 && s.items().get(1).sign() == Sign.MINUS && Conditions.isNumeral(s.items().get(1).item(), "1");
    Notation last = less && b.sup().get() instanceof Notation.Summed s ? s.items().get(0).item() : b.sup().get();
    Optional<String> size = mentions.of(last).filter(Mention::bare).map(Mention::key).filter(k -> zero || !less);
    return size.map(k -> new Limits(Mentions.latexName(letter.name()), zero ? 0 : 1, zero && !less ? FromZero.nameOf(k) : k));
  }

  /** An expression with a number for a letter. */
  private static Notation with(Notation n, String letter, Notation number) {
    if (n instanceof Notation.Symbol s && Mentions.latexName(s.name()).equals(letter)) {
      return number;
    }
    return Templates.mapped(n, c -> with(c, letter, number));
  }
}
