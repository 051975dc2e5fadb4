package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The indicators 1\{y_i = k\} of data of which the text says nothing: for one class each of them may be 0 or 1, so that a claim fails where it does at some of them. Two
 * classes, or a second condition, leave them as they are: not any two indicators go together.
 */
final class Indicated {
  /** What is printed for y_i = c and x_{ij} = 1: any of them may hold. */
  private static final Pattern ONE = Pattern.compile("[^{]*\\{1\\}\\\\\\{[^=,]*(_\\{\\\\cdot(\\^\\{\\d\\})?\\})+=[^=,\\\\]*\\\\\\}");

  /** y_i = k of an element k: of one class only any of them may hold. */
  private static final Pattern CLASS = Pattern.compile("[^{]*\\{1\\}\\\\\\{[^=,]*_\\{\\\\cdot\\}=\\\\cdot\\^\\{2\\}\\\\\\}");

  private Indicated() {}

  /** In: a claim with what it is read under. Out: the same with its only indicators as numbers that a point may choose. */
  static Claim free(Claim claim, Attempts.Subject subject, Session session) {
    List<Family> unknown = ClaimParts.families(claim).stream().filter(f -> f.kind() == Family.Kind.UNKNOWN).distinct().toList();
    if (unknown.size() != 1) {
      return claim;
    }
    Family data = unknown.getFirst();
    boolean indicator = PrintedHead.isIndicator(data.name()) && data.arguments().isEmpty() && data.derivatives().isEmpty() && ofOneClass(data, claim);
    if (!indicator || !isAny(session.names.indicated(data.name()).orElse(Collections.emptySet()), claim, subject, session)) {
      return claim;
    }
    session.used.remove(Heads.INDICATED);
    Family any = data.as(Family.Kind.VARIABLE);
    Claim free = Undifferentiated.renamed(claim, f -> f.equals(data) ? any : f);
    List<Assumption> assumptions = new ArrayList<>(free.assumptions());
    assumptions.add(Assumption.convention(new Fact.OneOf(any, List.of(Rational.ZERO, Rational.ONE)), any.name() + " is 0 or 1"));
    return free.under(assumptions);
  }

  private static boolean ofOneClass(Family data, Claim claim) {
    if (!CLASS.matcher(data.name()).matches()) {
      return ONE.matcher(data.name()).matches();
    }
    Set<Index> classes = new LinkedHashSet<>();
    List<Term> all = new ArrayList<>(List.of(claim.left(), claim.right()));
    claim.assumptions().forEach(a -> all.addAll(ClaimParts.terms(a.fact())));
    all.forEach(side -> Terms.visit(side, t -> classes.addAll(t instanceof Term.Entry e && e.family().equals(data) ? List.of(e.indices().getLast()) : List.of())));
    return classes.size() == 1 && classes.iterator().next() instanceof Index.Free;
  }

  /** Whether nothing beside the claim speaks of these names. */
  private static boolean isAny(Set<String> names, Claim claim, Attempts.Subject subject, Session session) {
    Set<String> spoken = new TreeSet<>();
    for (List<Attempts.InForce> relations : List.of(subject.conditions(), subject.maybe())) {
      relations.forEach(r -> List.of(r.left(), r.right()).forEach((Notation n) -> Definitions.collect(n, session.mentions(), spoken)));
    }
    List.of(subject.words(), subject.maybeWords()).forEach(words -> words.forEach(w -> w.names().forEach(n -> session.mentions().printed(n).ifPresent(m -> spoken.add(m.key())))));
    ClaimParts.families(claim).forEach(f -> spoken.add(f.name()));
    boolean defined = names.stream().anyMatch(n -> session.names.definition(n, session.part).isPresent());
    return !names.isEmpty() && !defined && names.stream().noneMatch(spoken::contains) && subject.oneHot().isEmpty();
  }
}
