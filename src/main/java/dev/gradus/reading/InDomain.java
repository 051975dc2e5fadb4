package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function that is defined under bounds of its arguments, {@code f(x) = x} for {@code x > 0}, has a value where its arguments meet them (SOUNDNESS 1, 6): what is
 * said with it is said there.
 */
final class InDomain {
  private InDomain() {}

  /**
   * Called where a function's arguments stand in the place of its letters: the claim then holds where they meet the bounds of the definition. Nothing is known of p(y)
   * where the text gives p(x), the probability or density of another quantity.
   *
   * @param callers letters that stand for an element where the first of the functions that are being unfolded was called
   */
  static void entered(Definition d, List<Value> values, Map<String, Index> callers, Elaborator elaborator) {
    Session session = elaborator.session;
    session.callers.clear();
    session.callers.putAll(callers);
    if (Chances.ofAnother(d, values, session.names, session.part) && !session.survey.isIndex(d.parameters().getFirst())) {
      throw new Misfit(new ReadingReason.Open("the text gives " + d.key() + " of another quantity", "symbol.undefined"));
    }
    if (!varies(d, session) && !own(d, values)) {
      throw new Misfit(new ReadingReason.Open("the text gives " + d.key() + " at one argument only", "symbol.undefined"));
    }
    for (Printed q : session.names.told().bounds(d.statement())) {
      require(session, elaborator.comparison(q.left(), q.statement().sign().sign(), q.right()));
    }
  }

  /** A derivative was taken at a letter of its own: what was required of that letter is required of the argument. */
  static void moved(Session session, int from, Family letter, Term argument) {
    List<Condition> required = List.copyOf(session.domains.subList(from, session.domains.size()));
    session.domains.subList(from, session.domains.size()).clear();
    required.forEach(c -> require(session, Terms.mapTerm(c, t -> Session.put(t, letter, argument))));
  }

  /** Whether what a function is equal to depends on one of its letters, as far as definitions show: w(A) = a says what it is at A. */
  private static boolean varies(Definition d, Session session) {
    Set<String> said = new TreeSet<>();
    Definitions.collect(d.body(), session.mentions(), said);
    return d.parameters().stream().anyMatch(x -> said.contains(x) || said.stream().anyMatch(n -> session.names.told().leads(n, x) || session.names.argumentsOf(n, session.part).contains(x)));
  }

  private static boolean own(Definition d, List<Value> values) {
    for (int k = 0; k < values.size(); k++) {
      boolean same = values.get(k).body() instanceof Term.Entry e && (e.family().name().equals(d.parameters().get(k)) || e.family().name().startsWith("#"));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static void require(Session session, Condition c) {
    Optional<Boolean> known = Branches.decided(c);
    if (known.isPresent() && !known.get()) {
      throw new Misfit(new ReadingReason.Open("its definition says nothing of the function there", "symbol.undefined"));
    }
    // of the elements of a sum, or of the entries of an array, none is at hand
    boolean ofElements = Terms.terms(c).stream().flatMap(t -> Terms.openIndices(t).stream()).anyMatch(i -> i instanceof Index.Bound || (i instanceof Index.Free f && Session.isSlot(f)));
    if (known.isEmpty() && !ofElements) {
      session.domains.add(c);
    }
  }
}
