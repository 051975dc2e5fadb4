package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import java.util.Collections;
import java.util.List;

/** What the first walk learns from the terms of a claim: triggers of conventions, and what restricts domains. */
record FirstLook(Survey survey, Conventions conventions, List<Restriction> restrictions) {
  /** Takes in both sides of a claim, as far as they are read. */
  void at(Reader.Printed p, Names names, Ranges ranges) {
    conventions.words(p.statement().part().words());
    for (Notation side : List.of(p.left(), p.right())) {
      Session session =
          new Session(
              survey,
              names.copy(),
              ranges.copy(),
              p.statement().part(),
              new Choices(List.of()),
              Session.Options.of(Session.Layout.NUMERATOR),
              Budget.standard());
      try {
        Value v = new Elaborator(session).read(side);
        Term term = session.ranges.resolve(session.unfold(v.body(), Collections.emptySet()));
        conventions.watch(p.statement().part(), session.ranges.resolve(v.body()));
        // what definitions of another part show is shown there
        Part shown = session.used.stream().flatMap(u -> session.names.definition(u, session.part).stream()).map(Definition::part).filter(d -> !session.part.within(d)).findFirst().orElse(session.part);
        conventions.watch(shown, term);
        session.differentiated.forEach(t -> conventions.watch(shown, session.ranges.resolve(t)));
        if (p.statement().conditions().isEmpty() && p.statement().qualifier().isEmpty()) {
          restrictions.addAll(Restriction.of(p.statement().part(), term));
        }
      } catch (Misfit | Budget.Exhausted unread) {
        // nothing to learn from a side that is not read
      }
    }
  }
}
