package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one walk goes over: a document, or a question of it.
 *
 * @param printed all statements of the document, by number
 * @param own those that are read, in order
 * @param fragments the formulas without a relation beside them
 * @param survey how letters are used in these
 * @param settled what is decided already
 * @param operator a letter for a derivative
 */
record Passage(List<Printed> printed, List<Printed> own, List<PrintedFragment> fragments, Survey survey, Map<Integer, Explained> settled, Optional<String> operator) {
  /** In: the statements of a document, and of these and its fragments what is read together. */
  static Passage of(List<Printed> printed, List<Printed> own, List<PrintedFragment> fragments, Map<Integer, Explained> settled, Optional<String> operator) {
    List<Survey.Placed> placed = new ArrayList<>();
    boolean raised = own.stream().anyMatch(p -> raisesT(p.left()) || raisesT(p.right())) || fragments.stream().anyMatch(f -> raisesT(f.notation()));
    own.forEach(p -> p.spaces().forEach(n -> placed.add(new Survey.Placed(p.statement().part(), n))));
    for (Printed p : own) {
      if (letter(p.left(), raised) && letter(p.right(), raised)) {
        // i = j, w != o: letters for elements, or quantities that have their uses elsewhere
        continue;
      }
      placed.add(new Survey.Placed(p.statement().part(), p.left()));
      placed.add(new Survey.Placed(p.statement().part(), p.right()));
    }
    for (PrintedFragment f : fragments) {
      if (!letter(f.notation(), raised) && !apart(f.notation(), raised) && !pair(f.notation(), raised)) {
        placed.add(new Survey.Placed(f.fragment().part(), f.notation()));
      }
    }
    List<Survey.Equation> equations =
        own.stream()
            .filter(p -> p.statement().sign().sign() == RelationSign.EQUAL || p.statement().sign().sign() == RelationSign.NOT_EQUAL)
            .map(p -> new Survey.Equation(p.left(), p.right()))
            .toList();
    return new Passage(printed, own, fragments, Survey.of(placed, equations), settled, operator);
  }

  static Passage of(List<Printed> printed, List<PrintedFragment> fragments, Optional<String> operator) {
    return of(printed, printed, fragments, Collections.emptyMap(), operator);
  }

  /** What is known of its names before it is read. */
  Told told() {
    return new Told(Described.of(fragments, survey.mentions()), Outsiders.of(own, fragments, survey.mentions()), DataModels.of(own, survey.mentions()), Listings.of(own, fragments), operator, EntryOrder.of(own, fragments, survey.mentions()));
  }

  /** Whether it is all of the document. */
  boolean whole() {
    return own.size() == printed.size();
  }

  /** (w != o): letters for elements, kept apart. */
  private static boolean apart(Notation n, boolean raised) {
    return n instanceof Notation.Bracketed b ? apart(b.body(), raised) : n instanceof Notation.Compared c && c.sides().size() == 2 && c.signs().getFirst() == RelationSign.NOT_EQUAL && c.sides().stream().allMatch(x -> letter(x, raised));
  }

  /** The (p, q) entry: letters for elements, or quantities that have their uses elsewhere. */
  private static boolean pair(Notation n, boolean raised) {
    return n instanceof Notation.Bracketed b && b.body() instanceof Notation.Listed l && l.items().stream().allMatch(x -> letter(x, raised));
  }

  private static boolean raisesT(Notation n) {
    return (n instanceof Notation.Scripted s && s.sup().filter(u -> u instanceof Notation.Symbol x && x.name().equals("t")).isPresent()) || n.parts().stream().anyMatch(Passage::raisesT);
  }

  /** A bare letter; of a t it counts where it stands if x^t, which may be a transpose, is printed anywhere. */
  private static boolean letter(Notation n, boolean raised) {
    return n instanceof Notation.Symbol s && s.name().length() == 1 && !(raised && s.name().equals("t")) && Character.isLowerCase(s.name().charAt(0));
  }
}
