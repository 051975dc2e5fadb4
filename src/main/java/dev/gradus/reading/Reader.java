package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an answer: the page that names the passes in order. Statements from the text, the tree of each side, a survey of how letters
 * are used, a first walk that learns shapes from definitions, then statement by statement in document order: what each is, and whether it
 * holds (READING 9, 15, 26).
 */
public final class Reader {
  private Reader() {}

  /** In: an answer. Out: what became of each of its relations, in source order. Never throws on any answer. */
  public static List<Outcome> read(Answer answer) {
    List<Statement> statements = Statements.of(answer);
    List<Printed> printed = new ArrayList<>();
    for (Statement s : statements) {
      printed.add(new Printed(s, tree(s.left()), tree(s.right())));
    }
    List<Survey.Placed> placed = new ArrayList<>();
    for (Printed p : printed) {
      placed.add(new Survey.Placed(p.statement().part(), p.left()));
      placed.add(new Survey.Placed(p.statement().part(), p.right()));
    }
    List<PrintedFragment> fragments = new ArrayList<>();
    for (Fragment f : Statements.fragments(answer)) {
      fragments.add(new PrintedFragment(f, tree(f.text())));
      placed.add(new Survey.Placed(f.part(), fragments.getLast().notation()));
    }
    Survey survey = Survey.of(placed);
    Walk first = Walk.learning(printed, fragments, survey);
    Walk second = first.deciding();
    return second.outcomes();
  }

  private static Notation tree(MathText text) {
    return Dotted.resolved(NotationParser.parse(text));
  }

  /** A formula without a relation, with its tree. */
  record PrintedFragment(Fragment fragment, Notation notation) {}

  /** A statement with the trees of its sides. */
  record Printed(Statement statement, Notation left, Notation right) {}
}
