package dev.gradus.term;

/** An index: always of one range. Equality is by name (free), identity number (bound) or value (literal), and range. */
public sealed interface Index {
  Range range();

  /** Stands for any element; a claim holds for all of them. */
  record Free(String name, Range range) implements Index {}

  /**
   * Bound by the {@link Term.Over} that carries it. The number is unique within a term: who puts terms together renames ({@link
   * Terms#freshBound}).
   */
  record Bound(int number, Range range) implements Index {}

  /**
   * A fixed element. Literals of a range with different values are different elements; {@code value} k (from 1) needs a size of at least k;
   * {@link #LAST} is the last element and may coincide with another literal only where the size says so.
   */
  record Literal(int value, Range range) implements Index {
    /** The value of the last element's literal. */
    public static final int LAST = Integer.MAX_VALUE;

    public Literal {
      if (value < 1) {
        throw new IllegalArgumentException("elements count from 1");
      }
    }

    public static Literal last(Range range) {
      return new Literal(LAST, range);
    }
  }
}
