package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a statement is judged that may be drawn from equations above it (READING 9).
 *
 * @param setting what surrounds statements
 * @param choice who decides, anew for each decision
 */
record Drawn(Setting setting, Supplier<Choice> choice) {
  /** A statement by itself; a line that may be drawn from what stands above it also under that (READING 9). */
  Choice.Result judged(Printed p) {
    boolean solving = setting.solving(p.statement());
    Attempts.Subject subject = setting.subject(p);
    Choice.Result alone = choice.get().decide(p, solving ? subject.undrawn() : subject);
    if (!solving || alone.outcome().proved()) {
      return solving ? alone : oneOf(p, subject, alone);
    }
    Choice.Result drawn = oneOf(p, subject, choice.get().decide(p, subject));
    if (!drawn.outcome().refuted() || setting.allKnown(p.statement())) {
      return drawn;
    }
    return new Choice.Result(new Outcome.Open(p.statement(), "implication.not-built", "it may follow from equations above it", Optional.empty()), drawn.names(), drawn.ranges());
  }

  /** What is found of a fresh name's equation as the claim that it solves the equations before; empty where it makes none, or that stays open. */
  Optional<Explained> solution(Printed p, List<Printed> printed, Survey survey, Names names) {
    return Estimates.of(p, printed, survey, names, setting)
        .map(this::solution)
        .filter(r -> r.outcome().proved() || r.outcome().refuted())
        .map(r -> new Explained(r.outcome(), r.tried(), r.definitions()));
  }

  /** A mended statement with what is in force around it; of a name that is defined as a solution, the claim that it solves the equations before. */
  Repairs.Judged mended(Printed mend, List<Printed> printed, Survey survey, Names names) {
    boolean defines = names.definitions().stream().anyMatch(d -> d.statement() == mend.statement().number());
    return Estimates.of(mend, printed, survey, names, setting)
        .filter(s -> defines)
        .map(s -> new Repairs.Judged(s.claim(), setting.subject(s), choice.get()))
        .orElseGet(() -> new Repairs.Judged(mend, setting.subject(mend), choice.get()));
  }

  private Choice.Result solution(Estimates.Solution s) {
    Attempts.Subject subject = setting.subject(s);
    Choice.Result found = oneOf(s.claim(), subject, choice.get().decide(s.claim(), subject));
    return setting.reviewed(s.claim(), found, (q, u) -> choice.get().decide(q, u).outcome());
  }

  /** A step that was drawn from several equations and holds at points that satisfy them all: proved if one of them is enough. */
  private Choice.Result oneOf(Printed p, Attempts.Subject subject, Choice.Result all) {
    boolean agrees = all.outcome().code().equals("points.agree") || (all.outcome() instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Supported);
    // no point may have been found that satisfies them all
    boolean open = List.of("forms.differ", "no.points", "evidence.kind").contains(all.outcome().code()) && subject.conditions().stream().filter(c -> c.drawn() && c.sign() == RelationSign.EQUAL).count() > 1;
    for (List<Attempts.InForce> fewer : agrees || open ? Setting.fewer(subject.conditions()) : List.<List<Attempts.InForce>>of()) {
      Choice.Result result = choice.get().decide(p, subject.under(fewer));
      if (result.outcome().proved()) {
        return result;
      }
    }
    return all;
  }
}
