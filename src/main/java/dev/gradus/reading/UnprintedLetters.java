package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sums and products that print no letter below, \sum (x_i - m)^2: over the one index of what is summed that occurs nowhere else in the statement but bound, where there is
 * exactly one. From 1 to n where n stands above.
 */
final class UnprintedLetters {
  private static final List<String> INDICES = List.of("c", "i", "j", "k", "l", "m", "n", "r", "s", "t");

  private UnprintedLetters() {}

  /** In: all statements. Out: the same with the letters of such sums. */
  static List<Printed> put(List<Printed> printed) {
    return printed.stream().map(p -> silent(p.left()) || silent(p.right()) ? new Printed(p.statement(), in(p.left(), List.of(p.right())), in(p.right(), List.of(p.left())), p.spaces()) : p).toList();
  }

  private static boolean silent(Notation n) {
    return isSilent(n) || n.parts().stream().anyMatch(UnprintedLetters::silent);
  }

  private static boolean isSilent(Notation n) {
    return n instanceof Notation.BigOperator b && List.of("sum", "prod").contains(b.name()) && b.sub().isEmpty();
  }

  /**
   * A tree with the letters of its sums, inner ones first.
   *
   * @param beside what else the statement prints
   */
  private static Notation in(Notation n, List<Notation> beside) {
    List<Notation> parts = n.parts();
    Notation inner = Templates.mapped(n, c -> {
      List<Notation> others = new ArrayList<>(beside);
      parts.stream().filter(p -> !p.equals(c)).forEach(others::add);
      return in(c, others);
    });
    if (!isSilent(inner) || !(inner instanceof Notation.BigOperator b)) {
      return inner;
    }
    Set<String> own = new TreeSet<>();
    free(b.body(), false, own);
    own.retainAll(INDICES);
    Set<String> outside = new TreeSet<>();
    beside.forEach(x -> free(x, true, outside));
    own.removeAll(outside);
    if (own.size() != 1) {
      return inner;
    }
    Notation letter = new Notation.Symbol(b.span(), own.iterator().next());
    Notation from = b.sup().isEmpty() ? letter : new Notation.Compared(b.span(), List.of(letter, new Notation.Numeral(b.span(), "1")), List.of(RelationSign.EQUAL));
    return new Notation.BigOperator(b.span(), b.name(), Optional.of(from), b.sup(), b.body());
  }

  /**
   * The letters that stand as indices and are bound by no sum inside.
   *
   * @param beside a sum: the letters of another one without its letter are that one's
   */
  private static void free(Notation n, boolean beside, Set<String> found) {
    switch (n) {
      case Notation.BigOperator b when beside && isSilent(b) -> {}
      case Notation.BigOperator b when b.sub().isPresent() -> {
        Set<String> bound = new TreeSet<>();
        BoundLetters.collect(b.sub().get(), bound);
        Set<String> inside = new TreeSet<>();
        free(b.body(), false, inside);
        inside.removeAll(bound);
        found.addAll(inside);
      }
      case Notation.Scripted s -> {
        s.sub().ifPresent(x -> letters(x, found));
        s.sup().filter(x -> x instanceof Notation.Bracketed).ifPresent(x -> letters(x, found));
        n.parts().forEach(x -> free(x, beside, found));
      }
      default -> n.parts().forEach(x -> free(x, beside, found));
    }
  }

  private static void letters(Notation n, Set<String> found) {
    if (n instanceof Notation.Symbol s && s.name().length() == 1) {
      found.add(s.name());
    }
    n.parts().forEach(x -> letters(x, found));
  }
}
