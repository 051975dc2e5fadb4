package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All readings of one claim, by cost. */
final class Attempts {
  /** A condition in force: its sides, its sign, its words. */
  record InForce(Notation left, dev.gradus.document.RelationSign sign, Notation right, String text) {}

  /**
   * What is read.
   *
   * @param kept quantities that the chain differentiates by: a second claim is made with them as they are
   * @param fresh names that occur for the first time on the right side: some value, not any (READING 22)
   */
  record Subject(
      Notation left,
      Claim.Order order,
      Notation right,
      Part part,
      List<InForce> conditions,
      List<String> kept,
      Set<String> fresh,
      List<Term> context,
      List<OneHot.Said> oneHot) {}

  private final Survey survey;
  private final Names names;
  private final Ranges ranges;
  private final Conventions conventions;
  private final Budget budget;
  private boolean cutOff;

  Attempts(Survey survey, Names names, Ranges ranges, Conventions conventions, Budget budget) {
    this.survey = survey;
    this.names = names;
    this.ranges = ranges;
    this.conventions = conventions;
    this.budget = budget;
  }

  /** Whether the readings were more than the limit: then nothing is refuted (SOUNDNESS 26). */
  boolean cutOff() {
    return cutOff;
  }

  List<Attempt> all(Subject subject, Session.Activation activation, List<Session.Layout> layouts) {
    List<Attempt> found = new ArrayList<>();
    for (Session.Layout layout : layouts) {
      Optional<List<Integer>> script = Optional.of(List.of());
      boolean layoutMatters = false;
      while (script.isPresent()) {
        if (found.size() >= Budget.Limit.READINGS.value()) {
          cutOff = true;
          break;
        }
        Choices choices = new Choices(script.get());
        Attempt attempt = one(subject, activation, layout, choices);
        found.add(attempt);
        layoutMatters |= !(attempt instanceof Attempt.Read r) || r.used().contains("layout");
        script = choices.next();
      }
      if (!layoutMatters) {
        break;
      }
    }
    found.sort(Comparator.comparingInt(Attempt::cost));
    return found;
  }

  private Attempt one(Subject subject, Session.Activation activation, Session.Layout layout, Choices choices) {
    Session session = new Session(survey, names.copy(), ranges.copy(), subject.part(), choices, layout, activation, budget);
    try {
      Elaborator elaborator = new Elaborator(session);
      Lowering lowering = new Lowering(elaborator);
      session.targets.addAll(subject.kept());
      Value left = elaborator.read(subject.left());
      Optional<Session.Formed> formed = session.formedAs(left);
      Set<String> letters = new LinkedHashSet<>(session.elements.keySet());
      Value right = elaborator.read(subject.right());
      Lowering.Sides sides = lowering.align(left, right);
      List<Condition> conditions = new ArrayList<>(session.conditions);
      List<String> texts = new ArrayList<>();
      conditions.forEach(c -> texts.add("the condition in the script"));
      Optional<String> notRead = conditions(subject, lowering, conditions, texts);
      Claim claim = lowering.claim(sides, subject.order(), conditions, texts, conventions, subject.context());
      Optional<Claim> kept = kept(lowering, sides, subject, conditions, texts).map(c -> unknown(c, subject.fresh()));
      Claim whole = unknown(claim, subject.fresh());
      return new Attempt.Read(
          whole,
          kept,
          OneHot.variants(claim, subject.oneHot(), conventions.targets(), session),
          Meaning.of(kept.orElse(whole), formed.flatMap(f -> lowering.differentiated(f, sides.kept().orElse(sides))), session.targets),
          choices.cost(),
          layout,
          session.used,
          choices.notes(),
          openLetters(claim, letters, subject),
          notRead,
          session.names,
          session.ranges);
    } catch (Misfit misfit) {
      return new Attempt.Fell(misfit.reason(), choices.cost(), layout);
    }
  }

  /** The claim with the quantities it differentiates by kept as they are: smaller, and more general. */
  private Optional<Claim> kept(Lowering lowering, Lowering.Sides sides, Subject subject, List<Condition> conditions, List<String> texts) {
    return sides.kept().map(k -> lowering.claim(k, subject.order(), conditions, texts, conventions, subject.context()));
  }

  private static Optional<String> conditions(Subject subject, Lowering lowering, List<Condition> conditions, List<String> texts) {
    Optional<String> notRead = Optional.empty();
    for (InForce c : subject.conditions()) {
      try {
        if (lowering.fixesSize(c.left(), c.sign(), c.right())) {
          continue;
        }
        for (Condition read : lowering.condition(c.left(), c.sign(), c.right())) {
          conditions.add(read);
          texts.add(c.text());
        }
      } catch (Misfit misfit) {
        notRead = Optional.of(c.text());
      }
    }
    return notRead;
  }

  /** Letters for elements that the right side brings in and nothing names: some element, not any. */
  private static Set<String> openLetters(Claim claim, Set<String> left, Subject subject) {
    Set<String> open = new LinkedHashSet<>();
    for (Index i : Terms.openIndices(claim.right())) {
      if (i instanceof Index.Free f && !left.contains(f.name()) && subject.fresh().contains(f.name())) {
        open.add(f.name());
      }
    }
    return open;
  }

  /** Marks fresh names as unknown. */
  private static Claim unknown(Claim claim, Set<String> fresh) {
    if (fresh.isEmpty()) {
      return claim;
    }
    return new Claim(
        mark(claim.left(), fresh), claim.order(), mark(claim.right(), fresh), claim.assumptions(), claim.explicit(), claim.context());
  }

  private static Term mark(Term term, Set<String> fresh) {
    if (term instanceof Term.Entry e && fresh.contains(e.family().name()) && e.family().kind() == Family.Kind.VARIABLE) {
      Family f = e.family();
      return new Term.Entry(new Family(f.name(), f.axes(), Family.Kind.UNKNOWN, f.arguments(), f.derivatives()), e.indices());
    }
    return Terms.mapParts(term, t -> mark(t, fresh));
  }
}
