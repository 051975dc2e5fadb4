package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts an answer behind its assignment: offsets and the numbers of clauses move. */
final class Moved {
  private final int offset;
  private final int clauses;

  private Moved(Answer.Givens before) {
    this.offset = before.end();
    this.clauses = before.clauses();
  }

  static Answer behind(Answer answer, Answer assignment, Answer.Givens before) {
    Moved moved = new Moved(before);
    List<Piece> pieces = new ArrayList<>(assignment.pieces());
    answer.pieces().forEach(p -> pieces.add(moved.of(p)));
    List<Clause> clauses = new ArrayList<>(assignment.clauses());
    answer.clauses().forEach(c -> clauses.add(moved.of(c)));
    List<Trouble> troubles = answer.troubles().stream().map(t -> new Trouble(moved.of(t.span()), t.code(), t.message())).toList();
    return new Answer(answer.source(), pieces, clauses, troubles, Optional.of(before));
  }

  private Span of(Span span) {
    return span.moved(offset);
  }

  private Piece of(Piece piece) {
    return switch (piece) {
      case Piece.Heading h -> new Piece.Heading(of(h.span()), h.level(), h.text());
      case Piece.ItemStart i -> new Piece.ItemStart(of(i.span()), i.depth(), i.marker());
      case Piece.ItemsEnd e -> new Piece.ItemsEnd(of(e.span()), e.depth());
      case Piece.Environment e -> new Piece.Environment(of(e.span()), e.name(), e.opens());
      case Piece.TableCell c -> new Piece.TableCell(of(c.span()), c.row(), c.cell());
      case Piece.ParagraphEnd p -> new Piece.ParagraphEnd(of(p.span()));
      case Piece.Prose p -> new Piece.Prose(of(p.span()), p.text(), p.bold());
      case Piece.Verbatim v -> new Piece.Verbatim(of(v.span()));
      case Piece.Formula f ->
          new Piece.Formula(of(f.span()), f.display(), f.content().moved(offset), f.clauses().stream().map(c -> c + clauses).toList(), f.section());
    };
  }

  private Clause of(Clause c) {
    Clause.Place place =
        switch (c.place()) {
          case Clause.Place.Top top -> top;
          case Clause.Place.Cell(int parent, String environment, Span span, int row, int column) ->
              new Clause.Place.Cell(parent < 0 ? parent : parent + clauses, environment, of(span), row, column);
        };
    return new Clause(
        c.join(),
        c.words(),
        c.sides().stream().map(s -> s.moved(offset)).toList(),
        c.signs().stream().map(s -> new Clause.Sign(s.sign(), of(s.span()), s.above().map(a -> a.moved(offset)))).toList(),
        place,
        c.continues().map(n -> n + clauses),
        c.wordsAfter());
  }
}
