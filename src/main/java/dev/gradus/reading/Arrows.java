package dev.gradus.reading;

import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A limit printed with an arrow (READING 13): f \\to L as x \\to a, or x \\to a above the arrow.
 *
 * @param equation that \\lim_{x \\to a} f is L, or that f, which holds infinity, is L; without the condition that says x \\to a
 */
record Arrows(Printed equation) {
  /** In: a statement with an arrow, the limit that it means if one is known, who decides it. Out: what becomes of the statement. */
  static Outcome outcome(Printed p, Optional<Arrows> limit, Function<Printed, Outcome> judge) {
    return limit.map(l -> judge.apply(l.equation())).orElse(new Outcome.Open(p.statement(), "limit.not-built", "what goes where is not said", Optional.empty()));
  }

  /** In: a statement with an arrow. Out: the equation it means; none where nothing, or more than one thing, says what goes where. */
  static Optional<Arrows> of(Printed p, List<Printed> printed) {
    Statement s = p.statement();
    List<Printed> conditions = s.conditions().stream().map(printed::get).filter(q -> q.statement().sign().sign() == RelationSign.TENDS_TO).toList();
    Optional<Notation> above = s.sign().above().map(NotationParser::parse);
    Optional<Notation> approach =
        above.isPresent()
            ? above.flatMap(Arrows::approach)
            : conditions.size() == 1 ? Optional.of(new Notation.Infix(p.left().span(), conditions.get(0).left(), "to", conditions.get(0).right())) : Optional.empty();
    // e^{-\\infty} \\to 0 says where it goes by itself
    boolean itself = approach.isEmpty() && conditions.isEmpty() && Infinities.in(p.left()) && LimitForms.infinity(p.left()) == 0;
    if ((approach.isEmpty() && !itself) || !s.notes().maybe().stream().allMatch(m -> printed.get(m).statement().sign().sign() != RelationSign.TENDS_TO)) {
      return Optional.empty();
    }
    List<Integer> others = s.conditions().stream().filter(c -> conditions.stream().noneMatch(q -> q.statement().number() == c)).toList();
    Statement equation =
        new Statement(
            s.number(), s.clause(), s.link(), new Clause.Sign(RelationSign.EQUAL, s.sign().span(), Optional.empty()), s.left(), s.right(), s.after(), s.part(), Statement.Cue.STATED,
            others, s.premises(), s.qualifier(), s.opens(), s.closes(), s.fixed(), s.notes());
    Notation limit = itself ? p.left() : new Notation.BigOperator(p.left().span(), "lim", approach, Optional.empty(), p.left());
    return Optional.of(new Arrows(new Printed(equation, limit, p.right())));
  }

  /** x \\to a, with words such as "as" before it. */
  private static Optional<Notation> approach(Notation n) {
    if (n instanceof Notation.Infix i && i.op().equals("to")) {
      return Optional.of(new Notation.Infix(i.span(), bare(i.left()), "to", i.right()));
    }
    return bare(n) instanceof Notation.Infix i ? approach(i) : Optional.empty();
  }

  /** What words stand before. */
  private static Notation bare(Notation n) {
    if (n instanceof Notation.Juxtaposed j) {
      List<Notation> formulas = j.factors().stream().map(Notation.Factor::item).filter(f -> !(f instanceof Notation.Words)).toList();
      return formulas.size() == 1 ? formulas.get(0) : n;
    }
    return n;
  }
}
