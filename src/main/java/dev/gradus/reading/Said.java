package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What words say of a name, as facts of a claim. */
final class Said {
  private Said() {}

  /** The facts that words state of a family; empty where they say nothing that restricts it, or what no fact can express. */
  static List<Fact> of(WordFact w, Family f) {
    return switch (w.kind()) {
      case POSITIVE -> List.of(new Fact.AllPositive(f, true));
      case NONNEGATIVE, CLOSED_UNIT_INTERVAL -> List.of(new Fact.AllPositive(f, false));
      case NEGATIVE, NONPOSITIVE, NONZERO -> f.isScalar() ? sign(w, f.at()).stream().<Fact>map(Fact.Holds::new).toList() : List.of();
      case INTEGER -> List.of(new Fact.WholeNumbers(f, -1_000_000));
      case UNIT_INTERVAL -> List.of(new Fact.AllInUnitInterval(f));
      case BINARY -> List.of(new Fact.OneOf(f, List.of(Rational.ZERO, Rational.ONE)));
      case PLUS_MINUS_ONE -> List.of(new Fact.OneOf(f, List.of(Rational.MINUS_ONE, Rational.ONE)));
      case DISTRIBUTION ->
          f.axes().size() == 1 ? List.of(new Fact.SumsToOne(f, 0), new Fact.AllPositive(f, false)) : List.of();
      case SUMS_TO_ONE -> f.axes().size() == 1 ? List.of(new Fact.SumsToOne(f, 0)) : List.of();
      case SYMMETRIC -> f.axes().size() == 2 ? List.of(new Fact.Symmetric(f)) : List.of();
      case ROWS_ONE_HOT -> hotLines(f, 1);
      case COLUMNS_ONE_HOT -> hotLines(f, 0);
      case UNIT_VECTOR -> {
        if (f.axes().size() != 1) {
          yield List.of();
        }
        Index.Bound i = new Index.Bound(1, f.axes().get(0));
        yield List.of(new Fact.Equation(new Term.Over(i, Terms.power(f.at(i), 2)), Rational.ONE));
      }
      case REAL, FREE, ANY, ONE_HOT, POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, SINGULAR, INDEPENDENT, CONSTANT, DISTINCT, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS, RESTRICTED -> List.of();
    };
  }

  /** Entries 0 and 1 of a matrix, of which those along an axis sum to 1. */
  private static List<Fact> hotLines(Family f, int along) {
    return f.axes().size() == 2 ? List.of(new Fact.SumsToOne(f, along), new Fact.OneOf(f, List.of(Rational.ZERO, Rational.ONE))) : List.of();
  }

  /** Whether words give the sign of a number. */
  static boolean hasSign(WordFact w) {
    return !sign(w, Rational.ONE).isEmpty();
  }

  /** The sign that words give a number, as conditions on it. */
  static List<Condition> sign(WordFact w, Term number) {
    return switch (w.kind()) {
      case POSITIVE -> List.of(new Condition.Positive(number));
      case NONNEGATIVE -> List.of(new Condition.NonNegative(number));
      case NEGATIVE -> List.of(new Condition.Positive(Terms.negate(number)));
      case NONPOSITIVE -> List.of(new Condition.NonNegative(Terms.negate(number)));
      case NONZERO -> List.of(new Condition.NonZero(number));
      case UNIT_INTERVAL -> List.of(new Condition.Positive(number), new Condition.Positive(Terms.minus(Rational.ONE, number)));
      default -> List.of();
    };
  }

  /** What words say of a family that no side of the claim mentions: nothing puts the delta for a one-hot vector there. */
  static List<Fact> inHypothesis(WordFact w, Family f) {
    return w.kind() == WordFact.Kind.ONE_HOT && f.axes().size() == 1 ? List.of(new Fact.OneOf(f, List.of(Rational.ZERO, Rational.ONE)), new Fact.SumsToOne(f, 0)) : of(w, f);
  }

  /** In: what words say, and of what. Out: the same for people, {@code p sums to 1}; the words themselves where they say what no fact expresses. */
  static String text(WordFact w, Family f) {
    return text(w, f.name());
  }

  /** The same of a name. */
  static String text(WordFact w, String name) {
    String said =
        switch (w.kind()) {
          case POSITIVE -> "> 0";
          case NONNEGATIVE -> ">= 0";
          case NEGATIVE -> "< 0";
          case NONPOSITIVE -> "<= 0";
          case NONZERO -> "!= 0";
          case INTEGER -> "is a whole number";
          case UNIT_INTERVAL -> "is between 0 and 1";
          case CLOSED_UNIT_INTERVAL -> "is at least 0 and at most 1";
          case BINARY -> "is 0 or 1";
          case PLUS_MINUS_ONE -> "is -1 or 1";
          case DISTRIBUTION -> "is a probability distribution";
          case SUMS_TO_ONE -> "sums to 1";
          case ONE_HOT -> "is one-hot";
          case ROWS_ONE_HOT -> "has one-hot rows";
          case COLUMNS_ONE_HOT -> "has one-hot columns";
          case SYMMETRIC -> "is symmetric";
          case UNIT_VECTOR -> "has length 1";
          case REAL, FREE, ANY, POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, SINGULAR, INDEPENDENT, CONSTANT, DISTINCT, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS, RESTRICTED -> "";
        };
    return said.isEmpty() ? w.phrase().strip() : name + " " + said;
  }

  /** An equation that says of a whole family with one index that it sums to 1, as that fact; a root that is a number, as the square. */
  static Fact whole(Fact fact) {
    if (fact instanceof Fact.Equation(Term.Apply(Function f, Term u), Rational r, boolean every) && f == Function.Elementary.SQRT && r.signum() >= 0) {
      return new Fact.Equation(u, r.times(r), every);
    }
    if (fact instanceof Fact.Equation e) {
      Term sum = e.right().equals(Rational.ONE) ? e.left() : e.right();
      boolean one = e.right().equals(Rational.ONE) || e.left().equals(Rational.ONE);
      if (one && sum instanceof Term.Over(Index.Bound i, Term.Entry y) && y.indices().equals(List.of(i)) && y.family().kind() != Family.Kind.ARBITRARY) {
        return new Fact.SumsToOne(y.family(), 0);
      }
    }
    return fact;
  }

  /** A bound of an entry whose index letters are none of the claim's own is said of all entries: x_i > 0 beside a sum over i. */
  static Fact ofAll(Fact fact, Set<Index> open) {
    if (!(fact instanceof Fact.Holds(Condition c))) {
      return fact;
    }
    return switch (c) {
      case Condition.Positive(Term.Entry y) when general(y, open) -> new Fact.AllPositive(y.family(), true);
      case Condition.NonNegative(Term.Entry y) when general(y, open) -> new Fact.AllPositive(y.family(), false);
      default -> fact;
    };
  }

  /** t_j < 1 beside 0 < t_j of all entries: all are between 0 and 1. */
  static Assumption ofInterval(Assumption a, List<Assumption> beside, Set<Index> open) {
    if (!(a.fact() instanceof Fact.Holds(Condition.Positive(Term.Sum difference)))) {
      return a;
    }
    List<Term.Entry> entries = new ArrayList<>();
    Terms.visit(difference, t -> entries.addAll(t instanceof Term.Entry y ? List.of(y) : List.of()));
    boolean one = entries.size() == 1 && general(entries.getFirst(), open) && difference.equals(Terms.minus(Rational.ONE, entries.getFirst()));
    Optional<Assumption> positive = one ? beside.stream().filter(b -> b.fact().equals(new Fact.AllPositive(entries.getFirst().family(), true))).findFirst() : Optional.empty();
    return positive.map(b -> new Assumption(new Fact.AllInUnitInterval(entries.getFirst().family()), a.origin(), b.text() + ", " + a.text(), a.offset())).orElse(a);
  }

  /** The claim with each bound of an entry said of all entries of its family; empty where that is no other claim. */
  static Optional<Claim> everywhere(Claim claim) {
    List<Assumption> all = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      all.add(a.with(ofAll(a.fact(), Collections.emptySet())));
    }
    return all.equals(claim.assumptions()) ? Optional.empty() : Optional.of(claim.under(all));
  }

  private static boolean general(Term.Entry y, Set<Index> open) {
    boolean letters = !y.indices().isEmpty() && y.indices().stream().allMatch(i -> i instanceof Index.Free && !open.contains(i));
    return letters && y.indices().stream().distinct().count() == y.indices().size() && y.family().kind() == Family.Kind.VARIABLE;
  }

  /** Whether all that the words say of the family is in its facts, or restricts nothing. */
  static boolean expressed(WordFact w, Family f) {
    return switch (w.kind()) {
      case REAL, FREE, ANY, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS -> true;
      case ONE_HOT -> f.axes().size() == 1;
      case UNIT_INTERVAL -> true;
      // of numbers it says nothing; of vectors it may mean that no combination of them vanishes
      case INDEPENDENT -> f.isScalar() || w.names().stream().allMatch(n -> n.contains("_"));
      // read as relations where two or more are named
      case DISTINCT -> w.names().size() > 1;
      // a number that is constant is any number
      case CONSTANT -> f.isScalar() && f.derivatives().isEmpty();
      case POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, SINGULAR, CLOSED_UNIT_INTERVAL, RESTRICTED -> false;
      case UNIT_VECTOR, POSITIVE, NONNEGATIVE, NEGATIVE, NONPOSITIVE, NONZERO, INTEGER, BINARY, PLUS_MINUS_ONE, DISTRIBUTION, SUMS_TO_ONE, SYMMETRIC, ROWS_ONE_HOT, COLUMNS_ONE_HOT -> !of(w, f).isEmpty();
    };
  }

  /** Whether the words make the domain of the name explicit (SOUNDNESS 5). */
  static boolean restricts(WordFact w) {
    return switch (w.kind()) {
      case POSITIVE, NONNEGATIVE, NEGATIVE, NONPOSITIVE, NONZERO, UNIT_INTERVAL, CLOSED_UNIT_INTERVAL, DISTRIBUTION, RESTRICTED, ANY -> true;
      case REAL, FREE, ONE_HOT, UNIT_VECTOR, POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, SINGULAR, INDEPENDENT, CONSTANT, DISTINCT, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS -> false;
      case INTEGER, BINARY, PLUS_MINUS_ONE, SUMS_TO_ONE, SYMMETRIC, ROWS_ONE_HOT, COLUMNS_ONE_HOT -> false;
    };
  }

  static Fact map(Fact fact, UnaryOperator<Term> terms, UnaryOperator<Condition> conditions) {
    return switch (fact) {
      case Fact.Holds h -> new Fact.Holds(conditions.apply(h.condition()));
      case Fact.Equation e -> new Fact.Equation(terms.apply(e.left()), terms.apply(e.right()), e.everywhere());
      case Fact.AllPositive a -> a;
      case Fact.AllInUnitInterval a -> a;
      case Fact.SumsToOne s -> s;
      case Fact.OneOf o -> o;
      case Fact.WholeNumbers w -> w;
      case Fact.Symmetric s -> s;
      case Fact.LeastSize l -> l;
    };
  }
}
