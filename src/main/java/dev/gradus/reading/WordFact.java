package dev.gradus.reading;

import java.util.List;
import java.util.Optional;

/**
 * Something the words say of names, where no relation says it ("for positive $a,b$", "$y$ is one-hot"). It lives as long as a condition would
 * (READING 2).
 *
 * @param kind what is said
 * @param names of what, as printed; empty when the words name nothing ("the labels are binary")
 * @param hot the letter of the hot class of a one-hot vector, as printed (READING 25)
 * @param offset where in the source it is said
 * @param phrase the words, formulas as {@code $}
 */
public record WordFact(Kind kind, List<String> names, Optional<String> hot, int offset, String phrase) {
  /** What words can say. */
  public enum Kind {
    REAL,
    POSITIVE,
    NONNEGATIVE,
    NEGATIVE,
    NONPOSITIVE,
    NONZERO,
    INTEGER,
    /** in (0,1) */
    UNIT_INTERVAL,
    /** in [0,1]: not negative, and more that no fact expresses */
    CLOSED_UNIT_INTERVAL,
    /** in {0,1} */
    BINARY,
    /** in {-1,1} */
    PLUS_MINUS_ONE,
    /** a vector of nonnegative entries that sum to one */
    DISTRIBUTION,
    SUMS_TO_ONE,
    ONE_HOT,
    /** a matrix each row of which is a one-hot vector */
    ROWS_ONE_HOT,
    COLUMNS_ONE_HOT,
    UNIT_VECTOR,
    SYMMETRIC,
    POSITIVE_DEFINITE,
    ORTHOGONAL,
    DIAGONAL,
    INVERTIBLE,
    /** has no inverse, or perhaps none */
    SINGULAR,
    INDEPENDENT,
    /** "entries as free variables": derivatives ignore what ties the entries together */
    FREE,
    /** any number at all: nothing restricts it, not even custom */
    ANY,
    CONSTANT,
    DISTINCT,
    MATRIX,
    VECTOR,
    ROW_VECTOR,
    SCALAR,
    /** counts, weights, frequencies: numbers that need not sum to one */
    AMOUNTS,
    /** said in words that no fact expresses: skew-symmetric, idempotent, centered, in a set that is not understood */
    RESTRICTED
  }

  public WordFact {
    names = List.copyOf(names);
  }
}
