package dev.gradus.mend;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Letters that operators bind, and letters that stand in the places of indices. */
final class Binders {
  private Binders() {}

  /** The letters that an operator binds by what stands below it. */
  static List<String> letters(Notation.BigOperator b) {
    List<String> found = new ArrayList<>();
    b.sub().ifPresent(s -> letters(s, found));
    return found;
  }

  private static void letters(Notation sub, List<String> found) {
    switch (sub) {
      case Notation.Symbol s -> found.add(s.name());
      case Notation.Listed l -> l.items().forEach(i -> letters(i, found));
      case Notation.Juxtaposed j -> j.factors().forEach(f -> letters(f.item(), found));
      case Notation.Compared c -> letters(c.sides().get(0), found);
      case Notation.Infix i -> letters(i.left(), found);
      case Notation.Table t -> t.rows().forEach(r -> r.forEach(x -> letters(x, found)));
      default -> {}
    }
  }

  /** The letter of an operator that binds just one, by {@code i}, {@code i=1} or {@code i \ne k}. */
  static Optional<String> letter(Notation.BigOperator b) {
    List<String> all = letters(b);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Letters in index places of a tree: single small letters in subscripts. */
  static Set<String> indices(Notation n) {
    Set<String> found = new TreeSet<>();
    indices(n, found);
    return found;
  }

  private static void indices(Notation n, Set<String> found) {
    if (n instanceof Notation.Scripted s) {
      s.sub().ifPresent(sub -> items(sub).forEach(i -> indexLetter(i).ifPresent(found::add)));
    }
    n.parts().forEach(c -> indices(c, found));
  }

  /** Letters in index places of a tree that no operator in it binds. */
  static Set<String> freeIndices(Notation n) {
    Set<String> found = new TreeSet<>();
    free(n, List.of(), found);
    return found;
  }

  private static void free(Notation n, List<String> bound, Set<String> found) {
    if (n instanceof Notation.Scripted s) {
      s.sub().ifPresent(sub -> items(sub).forEach(i -> indexLetter(i).filter(l -> !bound.contains(l)).ifPresent(found::add)));
    }
    List<String> below = new ArrayList<>(bound);
    if (n instanceof Notation.BigOperator b) {
      below.addAll(letters(b));
    }
    n.parts().forEach(c -> free(c, below, found));
  }

  /** What stands side by side or between commas in a script. */
  static List<Notation> items(Notation sub) {
    return switch (sub) {
      case Notation.Listed l -> l.items();
      case Notation.Juxtaposed j -> j.factors().stream().map(Notation.Factor::item).toList();
      case Notation.Compared c when c.signs().contains(RelationSign.NOT_EQUAL) -> c.sides();
      default -> List.of(sub);
    };
  }

  static Optional<String> indexLetter(Notation n) {
    return n instanceof Notation.Symbol s && s.name().length() == 1 && Character.isLowerCase(s.name().charAt(0)) ? Optional.of(s.name()) : Optional.empty();
  }

  /** The tree with a letter replaced by another wherever it stands in a script below. */
  static Notation renamed(Notation n, String from, String to) {
    return Tree.everywhere(n, x -> x instanceof Notation.Scripted s && s.sub().isPresent() ? new Notation.Scripted(s.span(), s.base(), s.sub().map(sub -> letter(sub, from, to)), s.sup(), s.primes()) : x);
  }

  private static Notation letter(Notation sub, String from, String to) {
    return Tree.everywhere(sub, x -> x instanceof Notation.Symbol s && s.name().equals(from) ? new Notation.Symbol(s.span(), to) : x);
  }

  /** An operator with another letter below it; what it ranges over stays. */
  static Notation.BigOperator rebound(Notation.BigOperator b, String from, String to) {
    return new Notation.BigOperator(b.span(), b.name(), b.sub().map(s -> letter(s, from, to)), b.sup(), b.body());
  }
}
