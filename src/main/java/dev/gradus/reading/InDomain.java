package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;

/**
 * A function that is defined under bounds of its arguments, {@code f(x) = x} for {@code x > 0}, has a value where its arguments meet them (SOUNDNESS 1, 6): what is
 * said with it is said there.
 */
final class InDomain {
  private InDomain() {}

  /**
   * Called where a function's arguments stand in the place of its letters: the claim then holds where they meet the bounds of the definition. Nothing is known of p(y)
   * where the text gives p(x), the probability or density of another quantity.
   */
  static void entered(Definition d, List<Value> values, Elaborator elaborator) {
    Session session = elaborator.session;
    if (Chances.ofAnother(d, values, session.names, session.part)) {
      throw new Misfit(new ReadingReason.Open("the text gives " + d.key() + " of another quantity", "symbol.undefined"));
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
