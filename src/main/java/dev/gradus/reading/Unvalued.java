package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The row of a table of cases that says where there is no value, "undefined if x = 0". Between the cases u > 0 and u < 0 it says of the kink what is the case anyway:
 * nothing is claimed there (SOUNDNESS 2, 6).
 */
final class Unvalued {
  private static final String WORDS = "(is )?(undefined|not defined|dne|(does not|doesn't|doesn’t) exist|no derivative|not differentiable)[.,;]?";

  private Unvalued() {}

  /** The row whose value is a word for none, if just one is. */
  static Optional<List<Notation>> row(Notation.Table t) {
    List<List<Notation>> found = t.rows().stream().filter(r -> r.size() == 2 && none(r.get(0))).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean none(Notation cell) {
    return cell instanceof Notation.Words w && w.text().toLowerCase(Locale.ROOT).strip().matches(WORDS);
  }

  /** Whether a row names the kink that the cases u > 0 and u < 0 leave. */
  static boolean atKink(List<Notation> row, Condition above, Elaborator elaborator) {
    Optional<Condition> c = condition(row, elaborator);
    return c.isPresent() ? Branches.ofKink(c.get(), above) : Conditions.otherwise(row.get(1));
  }

  /** Whether a row's condition is known not to hold where the others are put. */
  static boolean elsewhere(List<Notation> row, Elaborator elaborator) {
    return condition(row, elaborator).flatMap(Branches::decided).filter(holds -> !holds).isPresent();
  }

  private static Optional<Condition> condition(List<Notation> row, Elaborator elaborator) {
    return Conditions.condition(row.get(1)).map(elaborator::comparisons).filter(all -> all.size() == 1).map(List::getFirst);
  }

  /**
   * In: a table with such a row, the values above and below the kink, and what tells above. Out: whether it says something true where the values are right. A definition
   * does; a claim does of a derivative, which does not exist between two limits that differ (Darboux). That another side has no value there is not looked at.
   */
  static boolean says(Notation.Table t, Term above, Term below, Condition when, Session session) {
    if (!claimed(t, session)) {
      return true;
    }
    Term u = Terms.terms(when).getFirst();
    Set<Family> moving = Terms.families(u);
    boolean constant = Collections.disjoint(Terms.families(above), moving) && Collections.disjoint(Terms.families(below), moving);
    boolean alone = session.sides.size() == 2 && session.sides.contains(t);
    return constant && alone && changesSign(u) && !above.equals(below) && session.sides.stream().anyMatch(s -> !s.equals(t) && derivative(s));
  }

  /** Whether a table stands in the claim that is read, not in a definition. */
  static boolean claimed(Notation.Table t, Session session) {
    return session.sides.stream().anyMatch(s -> holds(s, t));
  }

  private static boolean holds(Notation n, Notation.Table t) {
    return n.equals(t) || Notations.children(n).stream().anyMatch(c -> holds(c, t));
  }

  /** Whether a term is one letter, times and plus numbers: it is positive on one side of the kink and negative on the other. */
  private static boolean changesSign(Term u) {
    return switch (u) {
      case Term.Entry e -> true;
      case Term.Product p -> p.factors().stream().filter(f -> !(f instanceof Rational)).count() == 1 && p.factors().stream().allMatch(f -> f instanceof Rational || changesSign(f));
      case Term.Sum s -> s.terms().stream().allMatch(t -> t instanceof Rational || changesSign(t)) && s.terms().stream().filter(t -> !(t instanceof Rational)).count() == 1;
      default -> false;
    };
  }

  /** df/dx, f'(x). */
  private static boolean derivative(Notation n) {
    Notation first = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent() ? j.factors().get(0).item() : n;
    return Differentials.whole(n) || (first instanceof Notation.Scripted s && s.primes() > 0);
  }
}
