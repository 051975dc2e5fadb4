package dev.gradus.term;

import java.util.List;

/** A number that may depend on sizes, indices and the components of families. The grammar is in the package's description. */
public sealed interface Term
    permits Rational,
        Term.Size,
        Term.Place,
        Term.Pi,
        Term.Entry,
        Term.Sum,
        Term.Product,
        Term.Power,
        Term.Apply,
        Term.Delta,
        Term.Over,
        Term.Guard {

  /** The size of a range, as a number. */
  record Size(Range range) implements Term {}

  /** An index used as a number: 1 for the first element (SOUNDNESS 11). */
  record Place(Index index) implements Term {}

  /** The number 3.14159... */
  record Pi() implements Term {}

  /** A component of a family. */
  record Entry(Family family, List<Index> indices) implements Term {
    public Entry {
      indices = List.copyOf(indices);
      if (indices.size() != family.axes().size()) {
        throw new IllegalArgumentException("indices of " + family.name());
      }
      for (int k = 0; k < indices.size(); k++) {
        if (!indices.get(k).range().name().equals(family.axes().get(k).name())) {
          throw new IllegalArgumentException("range of index " + k + " of " + family.name());
        }
      }
    }
  }

  /** A sum of listed terms; empty is 0. */
  record Sum(List<Term> terms) implements Term {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** A product of listed terms; empty is 1. */
  record Product(List<Term> factors) implements Term {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /** An integer power; a negative one is undefined where the base is 0; exponent 0 is 1 where the base is defined. */
  record Power(Term base, int exponent) implements Term {}

  record Apply(Function function, Term argument) implements Term {}

  /** 1 where the indices are the same element, else 0. Both of one range. */
  record Delta(Index left, Index right) implements Term {
    public Delta {
      if (!left.range().name().equals(right.range().name())) {
        throw new IllegalArgumentException("delta between " + left.range().name() + " and " + right.range().name());
      }
    }
  }

  /** The sum of {@code body} over all elements of the index's range. */
  record Over(Index.Bound index, Term body) implements Term {}

  /** {@code body} where the condition holds; 0, and body not evaluated, where it does not (SOUNDNESS 3). */
  record Guard(Condition condition, Term body) implements Term {}
}
