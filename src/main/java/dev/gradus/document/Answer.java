package dev.gradus.document;

import java.util.List;

/** A document cut into pieces. Clauses are numbered through the whole document in source order. */
public record Answer(Source source, List<Piece> pieces, List<Clause> clauses, List<Trouble> troubles) {
  public Answer {
    pieces = List.copyOf(pieces);
    clauses = List.copyOf(clauses);
    troubles = List.copyOf(troubles);
  }
}
