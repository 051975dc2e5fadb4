package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Session.Layout;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.List;

/** A statement as it reads if a name in it already means what the text says of it further down. */
record LaterDefinition(Survey survey, Names names, Ranges ranges, Conventions conventions) {
  /** The claims of all readings; none where the definition was not read, stands above, or the readings are too many. */
  List<Claim> claims(Statement s, Attempts.Subject subject, Told.Definition d, Activation activation, List<Layout> layouts) {
    List<Claim> claims = new ArrayList<>();
    try {
      Definitions.Result taken =
          new Definitions(survey, Budget.standard()).take(d.says().head(), d.says().body(), s.part(), d.statement(), d.says().standing(), names, ranges, layouts.getFirst());
      // of an earlier step: what the equation for any step says there
      boolean later = d.statement() > s.number() || survey.mentions().layers().atStep(d.says().head().mention().key());
      if (later && taken instanceof Definitions.Result.Known known) {
        Attempts attempts = new Attempts(survey, known.names(), known.ranges(), conventions, Budget.standard());
        for (Attempt a : attempts.all(subject, Session.Options.of(activation), layouts)) {
          if (a instanceof Attempt.Read r) {
            claims.add(r.claim());
          }
        }
        return attempts.cutOff() ? List.of() : List.copyOf(claims);
      }
    } catch (Budget.Exhausted limit) {
      return List.of();
    }
    return List.of();
  }
}
