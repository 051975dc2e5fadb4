package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Evaluation.AtZero;
import dev.gradus.proof.kernel.Evaluation.Outcome;
import dev.gradus.proof.kernel.Evaluation.Value;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;

/** What a point says of a claim: the rules of SOUNDNESS 7 and 26, for whoever searches and for {@link Kernel}. */
public final class PointCheck {
  private static final int DECIMAL = 50;
  private static final List<Integer> PRECISIONS = List.of(15, DECIMAL, 110, 210);
  /** Two sides that agree to so many digits of the largest term are taken for equal where nothing is proved. */
  public static final int AGREEING_DIGITS = 40;

  private static final int GREATEST_SIZE = 100_000;

  private PointCheck() {}

  /** What the sides say at a point. */
  public sealed interface Comparison {
    /** The relation is false there, for certain. */
    record Fails(Value left, Value right) implements Comparison {}

    /** True there for certain, or to {@link #AGREEING_DIGITS} digits of the largest term. */
    record Agrees(Value left, Value right) implements Comparison {}

    /** No verdict. */
    record Open(Cause cause, String why) implements Comparison {}
  }

  /** Why a point says nothing. */
  public enum Cause {
    /** a side has no value there, for certain */
    UNDEFINED,
    /** a value is not known at this precision, or at any */
    UNKNOWN,
    /** a step's argument is 0 there */
    KINK,
    /** the verdict depends on the value of a step at 0 */
    CONVENTION,
    /** the two values cannot be told apart */
    PRECISION,
    /** the claim does not speak of this point */
    NOT_ADMISSIBLE
  }

  /** Whether the point is one of those the claim speaks of; all assumptions are looked at, exactly (see {@link Admission}). */
  public static Admission.Outcome satisfies(Claim claim, Point point, Budget budget) {
    return Admission.of(claim, point, budget);
  }

  /**
   * Whether the point refutes the claim (SOUNDNESS 7a, 26): admissible, in the domain of both sides and of the context, sizes of at least 2 where the
   * text fixes none, off all kinks, nothing unknown in it, and the sides certainly not in the claimed relation.
   */
  public static Comparison refutes(Claim claim, Point point, Budget budget) {
    Optional<String> objection = objection(claim, point, budget);
    if (objection.isPresent()) {
      return new Comparison.Open(Cause.NOT_ADMISSIBLE, objection.get());
    }
    Comparison last = compare(claim, point, budget);
    // Sides that agree to many digits may differ in later ones.
    return last instanceof Comparison.Agrees ? compare(claim, point, PRECISIONS.getLast(), budget) : last;
  }

  /**
   * Whether both sides and the context have a value at the point and it meets the assumptions (SOUNDNESS 6). A function of which nothing is known is
   * taken to be the exponential function, which has all derivatives everywhere.
   */
  public static boolean isWitness(Claim claim, Point point, Budget budget) {
    return satisfies(claim, point, budget) instanceof Admission.Outcome.Satisfied
        && hasValue(ClaimParts.withTotalFunctions(claim.left()), point, budget)
        && hasValue(ClaimParts.withTotalFunctions(claim.right()), point, budget)
        && contextIsDefined(claim, point, budget);
  }

  /**
   * Whether the points refute the claim by SOUNDNESS 7b: {@code point} strictly inside what is stated, one side undefined at and around it for a reason
   * that concerns explicit letters alone, the other defined around it; and both defined at {@code common}.
   */
  public static boolean refutesOnOpenSet(Claim claim, Point point, Point common, Budget budget) {
    if (claim.order() != Claim.Order.EQUAL || objection(claim, point, budget).isPresent() || !isWitness(claim, common, budget)) {
      return false;
    }
    List<Family> discrete = Admission.discrete(claim);
    Outcome left = Evaluation.at(claim.left(), point, DECIMAL, AtZero.ZERO, discrete, budget);
    Outcome right = Evaluation.at(claim.right(), point, DECIMAL, AtZero.ZERO, discrete, budget);
    boolean still = !left.kink() && !right.kink() && !left.dead() && !right.dead() && !left.edge() && !right.edge();
    Outcome without = left.value() instanceof Value.Enclosed ? right : left;
    Outcome with = left.value() instanceof Value.Enclosed ? left : right;
    return still
        && with.value() instanceof Value.Enclosed
        && without.value() instanceof Value.Undefined
        && without.culprit().map(t -> explicit(claim, t) && Admission.strictlyInside(claim, point, t, budget)).orElse(false);
  }

  private static boolean explicit(Claim claim, Term culprit) {
    List<String> stated = ClaimParts.explicit(claim).stream().map(Evaluator::key).toList();
    List<String> concerned = Terms.families(culprit).stream().map(Evaluator::key).toList();
    return !concerned.isEmpty() && stated.containsAll(concerned);
  }

  static Optional<String> objection(Claim claim, Point point, Budget budget) {
    if (ClaimParts.holdsUnknown(claim.left()) || ClaimParts.holdsUnknown(claim.right())) {
      return Optional.of("something in it is not known");
    }
    if (claim.assumptions().stream().anyMatch(a -> ClaimParts.terms(a.fact()).stream().anyMatch(ClaimParts::holdsUnknown))) {
      return Optional.of("an assumption speaks of something not known");
    }
    for (Range range : ClaimParts.ranges(claim).values()) {
      int size = Admission.sizes(point).getOrDefault(range.name(), 0);
      if (range.fixed().isEmpty() && (size < 2 || lastIsNamed(claim, range, size))) {
        return Optional.of("the size of " + range.name());
      }
    }
    return switch (satisfies(claim, point, budget)) {
      case Admission.Outcome.Violates v -> Optional.of("the point violates: " + v.assumption().text());
      case Admission.Outcome.Unknown u -> Optional.of(u.why());
      case Admission.Outcome.Satisfied s ->
          contextIsDefined(claim, point, budget) ? Optional.empty() : Optional.of("an expression beside the claim has no value there");
    };
  }

  /** Whether the last element is also a numbered one there (SOUNDNESS 10: they are distinct). */
  private static boolean lastIsNamed(Claim claim, Range range, int size) {
    List<Integer> literals =
        ClaimParts.indices(claim).stream()
            .filter(i -> i instanceof Index.Literal && i.range().name().equals(range.name()))
            .map(i -> i instanceof Index.Literal l ? l.value() : 0)
            .toList();
    return literals.contains(Index.Literal.LAST) && literals.contains(size);
  }

  /** Whether the expressions beside the claim have a value: at all elements of their own free indices that the stated conditions allow; where something in it is not known, not certainly undefined. */
  public static boolean contextIsDefined(Claim claim, Point point, Budget budget) {
    for (Term term : claim.context()) {
      for (Point at : Admission.overFreeIndices(List.of(term), point, budget)) {
        boolean allowed = Admission.indexConditionsHold(claim, at, budget);
        if (allowed && !hasValue(term, at, budget) && !(ClaimParts.holdsUnknown(term) && !isUndefined(term, at, budget))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isUndefined(Term term, Point point, Budget budget) {
    return Evaluation.of(term, point, DECIMAL, budget) instanceof Value.Undefined;
  }

  private static boolean hasValue(Term term, Point point, Budget budget) {
    for (int digits : PRECISIONS) {
      switch (Evaluation.of(term, point, digits, budget)) {
        case Value.Enclosed e -> {
          return true;
        }
        case Value.Undefined u -> {
          return false;
        }
        case Value.Unknown u -> {}
      }
    }
    return false;
  }

  /** Compares at rising precision until the relation is seen to fail or to hold. Looks at nothing but the sides. */
  public static Comparison compare(Claim claim, Point point, Budget budget) {
    Comparison last = compare(claim, point, PRECISIONS.get(0), budget);
    for (int digits : PRECISIONS.subList(1, PRECISIONS.size())) {
      boolean more = last instanceof Comparison.Open o && (o.cause() == Cause.UNKNOWN || o.cause() == Cause.PRECISION);
      last = more ? compare(claim, point, digits, budget) : last;
    }
    return last;
  }

  /** As {@link #compare(Claim, Point, Budget)}, at one precision. */
  public static Comparison compare(Claim claim, Point point, int digits, Budget budget) {
    List<Family> discrete = Admission.discrete(claim);
    Outcome left = Evaluation.at(claim.left(), point, digits, AtZero.ZERO, discrete, budget);
    Outcome right = Evaluation.at(claim.right(), point, digits, AtZero.ZERO, discrete, budget);
    Comparison first = compare(claim.order(), left, right);
    if (first instanceof Comparison.Open || !(left.dead() || right.dead())) {
      return first;
    }
    Outcome left1 = Evaluation.at(claim.left(), point, digits, AtZero.ONE, discrete, budget);
    Outcome right1 = Evaluation.at(claim.right(), point, digits, AtZero.ONE, discrete, budget);
    return compare(claim.order(), left1, right1).getClass() == first.getClass()
        ? first
        : new Comparison.Open(Cause.CONVENTION, "depends on the value of a step at 0");
  }

  private static Comparison compare(Claim.Order order, Outcome left, Outcome right) {
    if (!(left.value() instanceof Value.Enclosed l && right.value() instanceof Value.Enclosed r)) {
      return missing(left.value() instanceof Value.Enclosed || (left.value() instanceof Value.Unknown && right.value() instanceof Value.Undefined) ? right.value() : left.value());
    }
    if (left.kink() || right.kink()) {
      return new Comparison.Open(Cause.KINK, "a step's argument is 0 there");
    }
    boolean below = l.high().compareTo(r.low()) < 0;
    boolean above = l.low().compareTo(r.high()) > 0;
    boolean notAbove = l.high().compareTo(r.low()) <= 0;
    boolean notBelow = l.low().compareTo(r.high()) >= 0;
    boolean same = l.exact().isPresent() && l.exact().equals(r.exact());
    boolean near = same || near(left, l, right, r);
    boolean fails =
        switch (order) {
          case EQUAL -> below || above;
          case NOT_EQUAL -> same;
          case LESS -> notBelow;
          case LESS_OR_EQUAL -> above;
          case GREATER -> notAbove;
          case GREATER_OR_EQUAL -> below;
        };
    boolean agrees =
        switch (order) {
          case EQUAL -> near;
          case NOT_EQUAL -> below || above;
          case LESS -> below;
          case LESS_OR_EQUAL -> notAbove || near;
          case GREATER -> above;
          case GREATER_OR_EQUAL -> notBelow || near;
        };
    return fails ? new Comparison.Fails(l, r) : agrees ? new Comparison.Agrees(l, r) : new Comparison.Open(Cause.PRECISION, "too little precision");
  }

  private static Comparison missing(Value value) {
    return switch (value) {
      case Value.Enclosed e -> new Comparison.Open(Cause.UNKNOWN, "");
      case Value.Undefined u -> new Comparison.Open(Cause.UNDEFINED, u.why());
      case Value.Unknown u -> new Comparison.Open(Cause.UNKNOWN, u.why());
    };
  }

  /** Both intervals together are not longer than 10^-40 of the largest term. */
  private static boolean near(Outcome left, Value.Enclosed l, Outcome right, Value.Enclosed r) {
    double size = Math.max(left.size(), right.size());
    if (!(Math.abs(size) < GREATEST_SIZE)) {
      return false;
    }
    Rational scale = Rational.of(2).pow((int) Math.ceil(size));
    Rational hull = max(l.high(), r.high()).minus(max(l.low().negate(), r.low().negate()).negate());
    return hull.times(Rational.of(10).pow(AGREEING_DIGITS)).compareTo(scale) <= 0;
  }

  private static Rational max(Rational one, Rational other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
