package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a solution may be beside one equation: one of several that the sentence lists ("x = 1 and x = -1" cannot both hold of one x), or the solution of the whole system of
 * which the equation set to zero is one: the text solves for its other unknowns too, and a multiplier is what the constraint makes it (READING 11, SOUNDNESS 23).
 */
record Solutions(List<Printed> printed, Map<Integer, Outcome> outcomes, Mentions mentions) {
  /** In: what was found of a statement. Out: the same, but for a refutation that leaves such a thing open. */
  Choice.Result of(Printed p, Choice.Result found) {
    if (!found.outcome().refuted() || !(found.outcome() instanceof Outcome.Decided d) || !(d.verdict() instanceof Verdict.Refuted)) {
      return found;
    }
    Statement s = p.statement();
    Optional<String> because =
        listed(p, d.claim())
            ? Optional.of("it may be one of the solutions that the sentence lists")
            : (stationary(s) ? unknown(d.claim()) : Optional.<String>empty()).map(n -> "it fails for any " + n + ", but what else the text sets to zero or constrains may say what " + n + " is");
    return because.map(b -> new Choice.Result(new Outcome.Open(s, "equation.not-read", b, Optional.of(d.claim())), found.names(), found.ranges(), found.tried(), found.definitions())).orElse(found);
  }

  /** Another equation of the sentence gives the same bare letter, of which the claim is an equation to be solved, something else. */
  private boolean listed(Printed p, Claim claim) {
    Statement s = p.statement();
    Optional<Mention> letter = mentions.of(p.left()).filter(Mention::bare);
    boolean solved = letter.isPresent() && claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation e && Terms.families(e.left(), e.right()).stream().anyMatch(f -> f.name().equals(letter.get().key())));
    return solved
        && s.after().isEmpty()
        && printed.stream().filter(q -> Math.abs(q.statement().number() - s.number()) <= 4 && q.statement().number() != s.number() && (q.statement().inSentenceBehind(s) || s.inSentenceBehind(q.statement())))
            .anyMatch(q -> q.statement().sign().sign() == RelationSign.EQUAL && q.statement().after().isEmpty() && Templates.same(q.left(), p.left()) && !Templates.same(q.right(), p.right()) && !Definitions.mentions(q.right(), letter.get().key(), mentions));
  }

  /** Whether the part sets a derivative to zero before. */
  private boolean stationary(Statement s) {
    return printed.subList(0, s.number() + 1).stream().anyMatch(q -> q.statement().notes().zeroed().isPresent() && s.part().within(q.statement().part()))
        || outcomes.values().stream()
            .anyMatch(o -> o instanceof Outcome.Assumes && o.statement().cue() == Cue.SET_TO_ZERO && o.statement().number() < s.number() && s.part().within(o.statement().part()) && Differentials.whole(printed.get(o.statement().number()).chain(printed).getLast().left()));
  }

  /** A number in the equations that the claim does not speak of; it speaks of what stands in its inverses. */
  private static Optional<String> unknown(Claim claim) {
    Set<String> own = new TreeSet<>();
    Terms.families(claim.left(), claim.right()).forEach(f -> own.add(f.name()));
    claim.assumptions().stream()
        .filter(a -> a.origin() == Assumption.Origin.CONDITION && a.fact() instanceof Fact.Equation)
        .forEach(a -> ClaimParts.terms(a.fact()).forEach(t -> Terms.families(t).forEach(f -> own.add(f.name()))));
    return claim.assumptions().stream()
        .filter(a -> a.fact() instanceof Fact.Equation)
        .flatMap(a -> a.fact() instanceof Fact.Equation e ? Terms.families(e.left(), e.right()).stream() : java.util.stream.Stream.<Family>empty())
        .filter(f -> f.kind() == Family.Kind.VARIABLE && !own.contains(f.name()))
        .map(Family::name)
        .findFirst();
  }
}
