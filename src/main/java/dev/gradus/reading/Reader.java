package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.RelationSign;
import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads an answer: the page that names the passes in order. Statements from the text, the tree of each side, a survey of how letters
 * are used, a first walk that learns shapes from definitions, then statement by statement in document order: what each is, and whether it
 * holds (READING 9, 15, 26).
 */
public final class Reader {
  private Reader() {}

  /** In: an answer. Out: what became of each of its relations, in source order. Never throws on any answer. */
  public static List<Outcome> read(Answer answer) {
    return explained(answer).stream().map(Explained::outcome).toList();
  }

  /** The same with how each came about. */
  public static List<Explained> explained(Answer answer) {
    List<Statement> statements = Statements.of(answer);
    List<Printed> printed = new ArrayList<>();
    List<Survey.Placed> placed = new ArrayList<>();
    for (Statement s : statements) {
      Notation right = tree(s.right());
      printed.add(new Printed(s, valued(tree(s.left())), valued(right)));
      space(right).ifPresent(n -> placed.add(new Survey.Placed(s.part(), n)));
    }
    Optional<String> operator = Operators.letter(printed);
    printed = Operators.resolved(printed);
    for (Printed p : printed) {
      if (letter(p.left()) && letter(p.right())) {
        // i = j, w != o: letters for elements, or quantities that have their uses elsewhere
        continue;
      }
      placed.add(new Survey.Placed(p.statement().part(), p.left()));
      placed.add(new Survey.Placed(p.statement().part(), p.right()));
    }
    List<PrintedFragment> fragments = new ArrayList<>();
    for (Fragment f : Statements.fragments(answer)) {
      fragments.add(new PrintedFragment(f, tree(f.text())));
      if (!letter(fragments.getLast().notation())) {
        placed.add(new Survey.Placed(f.part(), fragments.getLast().notation()));
      }
    }
    List<Survey.Equation> equations =
        printed.stream()
            .filter(p -> p.statement().sign().sign() == RelationSign.EQUAL || p.statement().sign().sign() == RelationSign.NOT_EQUAL)
            .map(p -> new Survey.Equation(p.left(), p.right()))
            .toList();
    Survey survey = Survey.of(placed, equations);
    Told told = new Told(Described.of(fragments, survey.mentions()), Outsiders.of(printed, fragments, survey.mentions()), operator);
    Walk first = Walk.learning(printed, fragments, survey, told);
    Walk second = first.deciding();
    return second.outcomes();
  }

  private static Notation tree(MathText text) {
    return Dotted.resolved(NotationParser.parse(text));
  }

  /** The space that is printed behind a side: R^m of {@code Wx + b \in R^m}. */
  private static Optional<Notation> space(Notation side) {
    return side instanceof Notation.Infix i && i.op().equals("in") && Declarations.isSpace(i.right()) ? Optional.of(i.right()) : Optional.empty();
  }

  /** A side without it: {@code h = Wx + b \in R^m} says what h is, and beside that where it lies. */
  private static Notation valued(Notation side) {
    return space(side).isPresent() && side instanceof Notation.Infix i ? i.left() : side;
  }

  /** A bare letter; of a t it counts where it stands, as x^t may be a transpose. */
  private static boolean letter(Notation n) {
    return n instanceof Notation.Symbol s && s.name().length() == 1 && !s.name().equals("t") && Character.isLowerCase(s.name().charAt(0));
  }

  /** A formula without a relation, with its tree. */
  record PrintedFragment(Fragment fragment, Notation notation) {}

  /** A statement with the trees of its sides. */
  record Printed(Statement statement, Notation left, Notation right) {
    /** The first unreadable node of its sides, if any. */
    Optional<Notation.Unreadable> unreadable() {
      return Notations.unreadable(left).or(() -> Notations.unreadable(right));
    }

    /** Whether one of its sides mentions the name. */
    boolean mentions(String key, Mentions mentions) {
      return Definitions.mentions(left, key, mentions) || Definitions.mentions(right, key, mentions);
    }

    /** The names that its sides mention. */
    Set<String> names(Mentions mentions) {
      Set<String> found = new TreeSet<>();
      Definitions.collect(left, mentions, found);
      Definitions.collect(right, mentions, found);
      return found;
    }
  }
}
