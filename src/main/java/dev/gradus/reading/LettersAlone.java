package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Letters that stand alone in a claim. One that the claim has in an index place too is the number of that element, whichever is printed first: {@code k a_k = a_k k},
 * {@code -1_{k=y} + a_k = a_k - 1_{k=y}} (SOUNDNESS 11).
 */
final class LettersAlone {
  private final Session session;
  private final Set<String> numbers = new TreeSet<>();

  /** whether the sides of the claim have a letter in an index place: looked for once, it may stand in a product of many factors */
  private final Map<String, Boolean> places = new TreeMap<>();

  LettersAlone(Session session) {
    this.session = session;
  }

  /** In: a letter that stands alone and that nothing made an element before. Out: the element that it is in an index place of the claim; empty where it has none. */
  Optional<Index> element(String letter) {
    boolean latin = letter.length() == 1 && Character.isLowerCase(letter.charAt(0));
    boolean known = !latin || session.names.definition(letter, session.part).isPresent() || session.ranges.namedBy(letter).isPresent() || session.survey.isSize(letter);
    boolean index = !known && session.arguments.isEmpty() && !session.sides.isEmpty() && places.computeIfAbsent(letter, l -> session.sides.stream().anyMatch(n -> indexed(n, l)));
    return index ? Optional.of(session.letterElement(letter, session.ranges.fresh())) : Optional.empty();
  }

  /** The letter was read as a number. */
  void number(String letter) {
    numbers.add(letter);
  }

  /** What was read as a number was a function's argument only. */
  void argument(String letter) {
    numbers.remove(letter);
  }

  /** What was read as a number is no element as well. */
  void refuse(String letter) {
    if (numbers.contains(letter)) {
      throw Misfit.notBuilt("a letter that is a number and an element");
    }
  }

  private boolean indexed(Notation n, String letter) {
    if (n instanceof Notation.BigOperator b && b.sub().filter(s -> binds(s, letter)).isPresent()) {
      return false;
    }
    boolean here = n instanceof Notation.Scripted s && s.sub().isPresent() && !operator(s.base()) && session.mentions().of(n).filter(m -> m.indices().stream().anyMatch(i -> names(i, letter))).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> indexed(c, letter));
  }

  /** The letter below such a sign is what is differentiated by, or a base. */
  private static boolean operator(Notation n) {
    return n instanceof Notation.Symbol s && List.of("nabla", "partial", "log", "d", "D").contains(s.name());
  }

  private boolean names(Notation index, String letter) {
    return session.mentions().of(index).filter(x -> x.bare() && x.key().equals(letter)).isPresent();
  }

  private static boolean binds(Notation sub, String letter) {
    Set<String> bound = new TreeSet<>();
    BoundLetters.collect(sub, bound);
    return bound.contains(letter);
  }
}
