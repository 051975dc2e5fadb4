package dev.gradus.document;

import dev.gradus.document.AnswerReader.Format;
import java.util.List;

/** Prints clauses compactly: {@code ROW [words] a = b <= c {words behind} @cases(0,1 in 3) ^2}; {@code ^2} is the clause it goes on with. */
final class Printed {
  private Printed() {}

  static Answer read(String text, Format format) {
    return AnswerReader.read(Source.of("test", text), format);
  }

  static String clauses(String text, Format format) {
    return clauses(read(text, format));
  }

  static String clauses(Answer answer) {
    StringBuilder out = new StringBuilder();
    List<Clause> clauses = answer.clauses();
    for (int i = 0; i < clauses.size(); i++) {
      out.append(i).append(' ').append(clause(clauses.get(i))).append('\n');
    }
    return out.toString();
  }

  static String clause(Clause clause) {
    StringBuilder out = new StringBuilder(clause.join() == Clause.Join.FIRST ? "" : clause.join() + " ");
    if (!clause.words().isEmpty()) {
      out.append('[').append(clause.words()).append("] ");
    }
    for (int i = 0; i < clause.sides().size(); i++) {
      out.append(i == 0 ? "" : " ").append(String.join(" ", clause.sides().get(i).text().split("\\s+")));
      if (i < clause.signs().size()) {
        Clause.Sign sign = clause.signs().get(i);
        out.append(" <").append(sign.sign().name().equals("EQUAL") ? "=" : sign.sign().name()).append(sign.above().map(a -> "|" + a).orElse("")).append('>');
      }
    }
    if (!clause.wordsAfter().isEmpty()) {
      out.append(" {").append(clause.wordsAfter()).append('}');
    }
    if (clause.place() instanceof Clause.Place.Cell cell) {
      out.append(" @").append(cell.environment()).append('(').append(cell.row()).append(',').append(cell.column()).append(" in ").append(cell.parent()).append(')');
    }
    clause.continues().ifPresent(c -> out.append(" ^").append(c));
    return out.toString();
  }

  static String pieces(Answer answer) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : answer.pieces()) {
      out.append(
          switch (piece) {
            case Piece.Heading h -> "H" + h.level() + " " + h.text();
            case Piece.ItemStart s -> "item" + s.depth() + " " + s.marker();
            case Piece.ItemsEnd e -> "items-end" + e.depth();
            case Piece.Environment e -> (e.opens() ? "begin " : "end ") + e.name();
            case Piece.TableCell c -> "cell " + c.row() + "," + c.cell();
            case Piece.ParagraphEnd p -> "--";
            case Piece.Prose p -> (p.bold() ? "bold " : "prose ") + p.text().replace("\n", "/");
            case Piece.Verbatim v -> "verbatim";
            case Piece.Formula f -> (f.display() ? "display " : "inline ") + f.content().text().strip().replace("\n", "/") + (f.section().isEmpty() ? "" : " <" + String.join(" > ", f.section()) + ">");
          });
      out.append('\n');
    }
    return out.toString();
  }
}
