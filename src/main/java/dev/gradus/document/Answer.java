package dev.gradus.document;

import java.util.List;
import java.util.Optional;

/**
 * A document cut into pieces. Clauses are numbered through the whole document in source order.
 *
 * @param source of the answer
 * @param givens the assignment whose pieces and clauses come first, when there is one: then every offset of the answer counts from its end
 */
public record Answer(Source source, List<Piece> pieces, List<Clause> clauses, List<Trouble> troubles, Optional<Givens> givens) {
  /**
   * The assignment's text before an answer.
   *
   * @param source of the assignment
   * @param pieces how many of the pieces are its own
   * @param clauses how many of the clauses are its own
   */
  public record Givens(Source source, int pieces, int clauses) {
    /** Behind its last character, one line further. */
    int end() {
      return source.text().length() + 1;
    }
  }

  public Answer {
    pieces = List.copyOf(pieces);
    clauses = List.copyOf(clauses);
    troubles = List.copyOf(troubles);
  }

  Answer(Source source, List<Piece> pieces, List<Clause> clauses, List<Trouble> troubles) {
    this(source, pieces, clauses, troubles, Optional.empty());
  }

  /** In: an assignment. Out: this answer with the assignment's text before it; its troubles are left out. */
  public Answer behind(Answer assignment) {
    Givens before = new Givens(assignment.source, assignment.pieces.size(), assignment.clauses.size());
    return Moved.behind(this, assignment, before);
  }

  /** Whether a clause is the assignment's. */
  public boolean given(int clause) {
    return givens.isPresent() && clause < givens.get().clauses();
  }

  /** Whether an offset lies in the assignment's text. */
  public boolean inGivens(int offset) {
    return givens.isPresent() && offset < givens.get().end();
  }

  /** The line and column of an offset, in the assignment's text where the offset lies there, else in the answer's. */
  public LineMap.Position at(int offset) {
    if (givens.isEmpty()) {
      return source.lines().at(offset);
    }
    return inGivens(offset) ? givens.get().source().lines().at(offset) : source.lines().at(offset - givens.get().end());
  }
}
