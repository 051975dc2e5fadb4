package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Renaming;
import dev.gradus.term.Term;
import java.util.List;

/** What an assumption says. */
public sealed interface Fact {
  /** A condition on indices or on a term, for the very indices it names. */
  record Holds(Condition condition) implements Fact {}

  /** Every component of the family is positive (or, when {@code strict} is false, not negative). */
  record AllPositive(Family family, boolean strict) implements Fact {}

  /** Every component of the family lies in the open interval (0, 1). */
  record AllInUnitInterval(Family family) implements Fact {}

  /** The sum over one axis is 1, whatever the other indices are. */
  record SumsToOne(Family family, int axis) implements Fact {}

  /** Every component is one of the listed values: {0,1}, {-1,1}. */
  record OneOf(Family family, List<Rational> values) implements Fact {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** Every component is an integer, at least {@code least}. */
  record WholeNumbers(Family family, int least) implements Fact {}

  /** A matrix over one range twice: entry ij is entry ji. */
  record Symmetric(Family family) implements Fact {}

  /** The size of the range is at least this. */
  record LeastSize(Range range, int size) implements Fact {}

  /**
   * An equation that holds at the points considered: a hypothesis ({@code E => claim}), a solved constraint.
   *
   * @param everywhere it holds for all elements of its free indices; else perhaps for some of them only, those that the claim names by the same letters included
   */
  record Equation(Term left, Term right, boolean everywhere) implements Fact {
    public Equation(Term left, Term right) {
      this(left, right, true);
    }
  }

  /** The same fact under other names. */
  default Fact renamed(Renaming names) {
    return switch (this) {
      case Holds h -> new Holds(names.in(h.condition()));
      case AllPositive p -> new AllPositive(names.family(p.family()), p.strict());
      case AllInUnitInterval u -> new AllInUnitInterval(names.family(u.family()));
      case SumsToOne s -> new SumsToOne(names.family(s.family()), s.axis());
      case OneOf o -> new OneOf(names.family(o.family()), o.values());
      case WholeNumbers w -> new WholeNumbers(names.family(w.family()), w.least());
      case Symmetric s -> new Symmetric(names.family(s.family()));
      case LeastSize l -> new LeastSize(names.range(l.range()), l.size());
      case Equation e -> new Equation(names.in(e.left()), names.in(e.right()), e.everywhere());
    };
  }
}
