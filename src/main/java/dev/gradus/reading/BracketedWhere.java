package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.term.Budget;
import java.util.Optional;
import java.util.Set;

/** A where-clause in the brackets behind a claim, {@code A = f(u) \quad (\text{where } u = ..)}: what it defines holds in that line already (READING 8). */
final class BracketedWhere {
  private static final String WHERE = "where";

  private BracketedWhere() {}

  /** In: a statement and what is known before it, with the names in use. Out: the same with what its brackets define. */
  static Declarations.Result define(Statement s, Survey survey, Set<String> seen, Names names, Ranges ranges) {
    Declarations.Result known = new Declarations.Result(names, ranges);
    for (MathText bracket : s.notes().bracketed()) {
      Optional<Notation.Compared> said = equation(bracket);
      Optional<Head> head = said.flatMap(c -> Head.of(c.sides().get(0), survey.mentions())).filter(h -> h.parameters().isEmpty() && !h.logged() && !h.squared());
      String key = head.map(h -> h.mention().key()).orElse("");
      boolean fresh = head.isPresent() && !seen.contains(key) && names.definition(key, s.part()).isEmpty() && !Definitions.mentions(said.orElseThrow().sides().get(1), key, survey.mentions());
      if (fresh) {
        Definitions.Result taken =
            new Definitions(survey, Budget.standard())
                .take(head.orElseThrow(), said.orElseThrow().sides().get(1), s.part(), s.number(), Definition.Standing.STATED, known.names(), known.ranges(), Session.Layout.NUMERATOR);
        known = taken instanceof Definitions.Result.Known k ? new Declarations.Result(k.names(), k.ranges()) : known;
      }
    }
    return known;
  }

  /** The equation behind the word in the bracket. */
  private static Optional<Notation.Compared> equation(MathText bracket) {
    String text = Brackets.unsized(bracket.text());
    int at = text.indexOf(WHERE);
    if (at < 0 || at > 8 || !text.endsWith(")")) {
      return Optional.empty();
    }
    String inside = text.substring(at + WHERE.length()).strip();
    String rest = inside.startsWith("}") ? inside.substring(1) : inside;
    return Conditions.condition(NotationParser.parse(MathText.plain("(" + rest, 0))).filter(c -> c.signs().equals(java.util.List.of(RelationSign.EQUAL)));
  }
}
