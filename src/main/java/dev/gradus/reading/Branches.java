package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values by cases. */
final class Branches {
  private Branches() {}

  /**
   * In: a table of values and their conditions. Out: the value, guarded (SOUNDNESS 3): of the first row whose condition holds. A misfit where rows may leave
   * a point without a value, but for the kink between u > 0 and u < 0.
   */
  static Value read(Notation.Table t, Elaborator elaborator) {
    List<Term> terms = new ArrayList<>();
    List<Condition> seen = new ArrayList<>();
    List<Term> values = new ArrayList<>(); // those of the conditions seen
    boolean covered = false;
    Optional<List<Notation>> none = Unvalued.row(t);
    List<List<Notation>> rows = t.rows().stream().filter(r -> !none.equals(Optional.of(r))).toList();
    Value shape = rows.stream().filter(r -> !r.isEmpty()).map(r -> elaborator.read(r.get(0))).filter(v -> !v.isNumber()).findFirst().orElse(Value.number(Rational.ZERO));
    for (List<Notation> row : rows) {
      if (row.size() != 2) {
        throw Misfit.notBuilt("a case without its condition in a column of its own");
      }
      Term value = entry(elaborator.read(row.get(0)), shape, elaborator.session);
      Optional<Notation.Compared> condition = Conditions.condition(row.get(1));
      if (condition.isEmpty()) {
        if (!Conditions.otherwise(row.get(1)) || rows.size() < 2 || covered) {
          throw Misfit.notBuilt("this case condition");
        }
        terms.add(before(seen, value));
        covered = true;
        continue;
      }
      List<Condition> all = elaborator.comparisons(condition.get());
      if (all.size() != 1 || covered) {
        throw Misfit.notBuilt("a case condition with two relations");
      }
      Condition own = all.get(0);
      Optional<Boolean> known = decided(own);
      if (known.isPresent()) {
        if (known.get()) {
          terms.add(before(seen, value));
          covered = true;
          break;
        }
        continue;
      }
      if (seen.size() == 1 && complement(seen.get(0), own)) {
        terms.add(new Term.Guard(Conditions.negation(seen.get(0)), value));
        covered = !apart(seen.get(0), own);
      } else {
        terms.add(before(seen, new Term.Guard(own, value)));
      }
      seen.add(own);
      values.add(value);
    }
    // what a claim says of the value at a kink would go unheard
    if (!covered && trichotomy(seen) && !Unvalued.claimed(t, elaborator.session)) {
      covered = true;
      terms = exclusive(seen, values);
    }
    boolean kinked = !covered && seen.size() == 2 && apart(seen.get(0), seen.get(1));
    boolean valued = none.isEmpty() || (kinked ? Unvalued.atKink(none.get(), seen.get(0), elaborator) : covered && Unvalued.elsewhere(none.get(), elaborator));
    if ((!covered && !(kinked && !constant(seen.get(0)))) || !valued) {
      throw Misfit.notBuilt("cases that leave points without a value");
    }
    if (kinked) {
      if (none.isPresent() && !Unvalued.says(t, values.get(0), values.get(1), seen.get(0), elaborator.session)) {
        throw Misfit.notBuilt("where something has no value");
      }
      terms = exclusive(seen, values);
    }
    return elaborator.session.now(shape).with(elaborator.session.ranges.now(Terms.sum(terms)));
  }

  /** An entry of a case's value, at the slots of the others; zero is an array of any shape. */
  private static Term entry(Value v, Value shape, Session session) {
    if (v.rank() != shape.rank() && !(v.isNumber() && v.body().equals(Rational.ZERO))) {
      throw Misfit.shape("cases with values of different shapes");
    }
    for (int k = 0; k < v.rank(); k++) {
      session.ranges.unify(shape.range(k), v.range(k));
    }
    Value now = session.now(v);
    return session.ranges.now(v.isNumber() ? v.body() : now.at(session.now(shape).slots()));
  }

  /** Values under conditions that exclude each other. */
  private static List<Term> exclusive(List<Condition> conditions, List<Term> values) {
    List<Term> guarded = new ArrayList<>();
    for (int k = 0; k < conditions.size(); k++) {
      guarded.add(new Term.Guard(conditions.get(k), values.get(k)));
    }
    return guarded;
  }

  /** u > 0, u < 0 and u = 0 in any order: just one holds at each point. */
  private static boolean trichotomy(List<Condition> seen) {
    List<Condition> signs = seen.stream().filter(c -> c instanceof Condition.Positive).toList();
    List<Condition> zeros = seen.stream().filter(c -> c instanceof Condition.Zero).toList();
    return signs.size() == 2 && zeros.size() == 1 && seen.size() == 3 && apart(signs.get(0), signs.get(1)) && ofKink(zeros.getFirst(), signs.get(0));
  }

  /** Whether a condition is the equality that u > 0 and u < 0 leave out. */
  static boolean ofKink(Condition c, Condition sign) {
    Term u = Terms.terms(sign).getFirst();
    return c instanceof Condition.Zero z && (z.term().equals(u) || opposite(z.term(), u));
  }

  /** The value where none of the conditions holds. */
  private static Term before(List<Condition> seen, Term value) {
    Term inner = value;
    for (Condition c : seen.reversed()) {
      inner = new Term.Guard(Conditions.negation(c), inner);
    }
    return inner;
  }

  private static boolean constant(Condition c) {
    return Terms.terms(c).stream().anyMatch(u -> Terms.families(u).isEmpty());
  }

  /** Whether a condition on a rational number holds; empty for others. */
  static Optional<Boolean> decided(Condition c) {
    return Terms.terms(c).stream().findFirst().flatMap(Branches::rational).map(
        q ->
            switch (c) {
              case Condition.Positive p -> q.signum() > 0;
              case Condition.NonNegative p -> q.signum() >= 0;
              case Condition.Zero z -> q.signum() == 0;
              case Condition.NonZero z -> q.signum() != 0;
              case Condition.Same s -> false;
              case Condition.Distinct d -> false;
              case Condition.Before b -> false;
            });
  }

  private static Optional<Rational> rational(Term term) {
    return switch (term) {
      case Rational r -> Optional.of(r);
      case Term.Sum s -> s.terms().stream().map(Branches::rational).reduce(Optional.of(Rational.ZERO), (a, b) -> a.flatMap(x -> b.map(x::plus)));
      case Term.Product p -> p.factors().stream().map(Branches::rational).reduce(Optional.of(Rational.ONE), (a, b) -> a.flatMap(x -> b.map(x::times)));
      case Term.Power p -> p.exponent() == -1 ? rational(p.base()).filter(q -> q.signum() != 0).map(Rational.ONE::dividedBy) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** u > 0 and u < 0. */
  private static boolean apart(Condition a, Condition b) {
    return a instanceof Condition.Positive p && b instanceof Condition.Positive q && opposite(p.term(), q.term());
  }

  /** Conditions of which one holds everywhere, or everywhere but at a kink: what the second adds is where the first fails. */
  private static boolean complement(Condition a, Condition b) {
    return switch (a) {
      case Condition.Positive p -> (b instanceof Condition.NonNegative n && opposite(p.term(), n.term())) || apart(a, b);
      case Condition.NonNegative p ->
          (b instanceof Condition.NonNegative n && opposite(p.term(), n.term())) || (b instanceof Condition.Positive q && opposite(p.term(), q.term()));
      case Condition.Same s -> b instanceof Condition.Distinct d && sameIndices(s.left(), s.right(), d.left(), d.right());
      case Condition.Distinct d -> b instanceof Condition.Same s && sameIndices(s.left(), s.right(), d.left(), d.right());
      case Condition.Zero z -> b instanceof Condition.NonZero n && (z.term().equals(n.term()) || opposite(z.term(), n.term()));
      case Condition.NonZero n -> b instanceof Condition.Zero z && (z.term().equals(n.term()) || opposite(z.term(), n.term()));
      case Condition.Before x -> false;
    };
  }

  private static boolean sameIndices(Index a, Index b, Index c, Index d) {
    return (a.equals(c) && b.equals(d)) || (a.equals(d) && b.equals(c));
  }

  /** Whether one printed term is the other with its sign changed, x - 0 and 0 - x, or x and -x. */
  private static boolean opposite(Term u, Term v) {
    return v.equals(Terms.negate(u)) || u.equals(Terms.negate(v)) || flipped(u).equals(v) || flipped(v).equals(u);
  }

  private static Term flipped(Term u) {
    if (u instanceof Term.Sum s) {
      return Terms.sum(s.terms().reversed().stream().map(Branches::turned).toList());
    }
    return turned(u);
  }

  private static Term turned(Term u) {
    return u instanceof Term.Product p && p.factors().get(0).equals(Rational.MINUS_ONE)
        ? Terms.product(p.factors().subList(1, p.factors().size()))
        : Terms.negate(u);
  }
}
