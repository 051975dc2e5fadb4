package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Families whose elements are 0, 1, .., n: {@code \sum_{j=0}^n \theta_j x_j}, {@code \theta_0 + \sum_{j=1}^n \theta_j x_j} (SOUNDNESS 9). Their range has n + 1 elements and a name of its
 * own; that its size is one more than n is not used, so nothing that has both is refuted.
 */
record FromZero(Session session) {
  private static final String MORE = "+1";

  /** What the size of 0, .., n is called. */
  static String nameOf(String last) {
    return last + MORE;
  }

  /** The range of a letter that runs from 0 to {@code sup} and stands in the place of an index. */
  Optional<Range> all(Notation sup, String letter, Notation summand) {
    Optional<String> last = last(sup).filter(n -> indexed(summand, letter, Optional.empty()));
    if (last.isPresent() && fromOne(summand, letter, last.get())) {
      throw new Misfit(new ReadingReason.Open("does the family begin with the element 0 or 1?", "size.unknown"));
    }
    return last.map(this::range);
  }

  /** Whether the text lets a family of which no element 0 is printed begin with 1. */
  private boolean fromOne(Notation n, String letter, String last) {
    Optional<Mention> m = session.mentions().of(n);
    if (m.isPresent()) {
      return places(m.get(), letter).stream().anyMatch(k -> !fromZero(m.get(), k, last, letter)) && session.names.told().listings().fromOne(letter, m.get().key(), last, session);
    }
    return Notations.children(n).stream().anyMatch(c -> fromOne(c, letter, last));
  }

  /** The same for a letter that runs from 1 on over families of which the document prints the element 0. */
  Optional<Range> among(Notation sup, String letter, Notation summand) {
    Optional<String> last = last(sup).filter(n -> indexed(summand, letter, Optional.of(n)));
    if (last.isPresent() && !everyone(summand, letter, last.get())) {
      // w_0 + sum_j w_j x_j: whether there is an x_0 is not said
      session.used.add("guess");
    }
    return last.map(this::range);
  }

  private Range range(String last) {
    Range range = session.ranges.now(session.ranges.ofSize(nameOf(last)));
    session.ranges.countFrom(range, 0);
    return range;
  }

  private Optional<String> last(Notation sup) {
    return session.mentions().of(sup).filter(Mention::bare).map(Mention::key).filter(n -> !session.elements.containsKey(n) && !session.arguments.containsKey(n) && !List.of("i", "j", "l", "\\infty").contains(n));
  }

  /** Whether a name has the letter in the place of an index; where a last element is given, one of a family that begins with 0. */
  private boolean indexed(Notation n, String letter, Optional<String> zero) {
    Optional<Mention> m = session.mentions().of(n);
    if (m.isPresent()) {
      return places(m.get(), letter).stream().anyMatch(k -> zero.isEmpty() || fromZero(m.get(), k, zero.get(), letter));
    }
    return Notations.children(n).stream().anyMatch(c -> indexed(c, letter, zero));
  }

  /** Whether all names with the letter in the place of an index are families that begin with 0. */
  private boolean everyone(Notation n, String letter, String last) {
    Optional<Mention> m = session.mentions().of(n);
    if (m.isPresent()) {
      return places(m.get(), letter).stream().allMatch(k -> fromZero(m.get(), k, last, letter));
    }
    return Notations.children(n).stream().allMatch(c -> everyone(c, letter, last));
  }

  private boolean fromZero(Mention m, int k, String last, String letter) {
    Optional<Range> range = session.ranges.namedBy(nameOf(last));
    boolean read = session.names.quantity(m.key()).filter(q -> q.axes().size() > k && range.isPresent() && session.ranges.same(q.axes().get(k), range.get())).isPresent();
    return read || session.names.told().listings().begins(letter, "0", session.part) || session.survey.trace(m.key(), session.part).zeroAt.contains(k);
  }

  private Set<Integer> places(Mention m, String letter) {
    Set<Integer> found = new TreeSet<>();
    for (int k = 0; k < m.indices().size(); k++) {
      if (session.mentions().of(m.indices().get(k)).filter(x -> x.bare() && x.key().equals(letter)).isPresent()) {
        found.add(k);
      }
    }
    return found;
  }

  /** A family of which the element 0 may customarily be 1, x_0 beside \theta_0, where the claim does not fail with that (SOUNDNESS 8). */
  static Optional<String> one(Claim claim, Predicate<Claim> fails) {
    for (Family f : Terms.families(claim.left(), claim.right())) {
      List<Index> at = new ArrayList<>();
      for (int k = 0; k < f.axes().size(); k++) {
        Range axis = f.axes().get(k);
        at.add(axis.name().endsWith(MORE) ? new Index.Literal(1, axis) : new Index.Free("any " + k, axis));
      }
      boolean has = at.stream().anyMatch(i -> i instanceof Index.Literal);
      if (has && !fails.test(with(claim, new Fact.Equation(new Term.Entry(f, at), Rational.ONE), f.name() + " begins with 1"))) {
        return Optional.of(f.name());
      }
    }
    return Optional.empty();
  }

  private static Claim with(Claim claim, Fact fact, String text) {
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    all.add(Assumption.convention(fact, text));
    return claim.under(all);
  }

  /** A letter n in terms beside a range of n + 1 elements. */
  static Optional<String> beside(Term left, Term right) {
    Set<String> names = new TreeSet<>();
    Terms.ranges(left, right).forEach(r -> names.add(r.name()));
    Set<String> all = new TreeSet<>(names);
    Terms.families(left, right).stream().map(Family::name).forEach(all::add);
    return names.stream().filter(n -> n.endsWith(MORE)).map(n -> n.substring(0, n.length() - MORE.length())).filter(all::contains).findFirst();
  }
}
