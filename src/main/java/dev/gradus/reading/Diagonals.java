package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Derivatives of an element by one of the same number, \\partial p_i / \\partial x_i, and by one that has a letter of its own, \\partial J / \\partial u_o of the word o:
 * beside them \\partial p_i / \\partial x_j and \\partial J / \\partial u_w may be meant for another element only (READING 6), though nobody writes i \\neq j.
 */
final class Diagonals {
  /** For each part and the names of a derivative the letters of what is differentiated by; the letter of what is differentiated stands before it where it is the same. */
  private final Map<Part, Map<String, Set<String>>> printed = new TreeMap<>(java.util.Comparator.comparingInt(Part::number));

  /** A derivative by an element: the names, the letter in the script of what is differentiated, if any, and in that of what it is differentiated by. */
  private record Pair(String names, Optional<String> of, String by) {}

  void add(Part part, Notation n, Mentions mentions) {
    pair(n, mentions).ifPresent(p -> printed.computeIfAbsent(part, k -> new TreeMap<>()).computeIfAbsent(p.names(), k -> new TreeSet<>()).add(p.of().filter(p.by()::equals).isPresent() ? SAME : p.by()));
  }

  private static final String SAME = "=";

  /**
   * In: a claim that fails. Out: two letters of a derivative in it, where the part prints the derivative for equal letters, or for the other one, too, and the claim does not
   * fail for unequal ones.
   */
  static Optional<String> apart(Printed p, Claim claim, Survey survey, Predicate<Claim> fails) {
    List<Pair> pairs = new ArrayList<>();
    Stream.of(p.left(), p.right()).forEach(n -> collect(n, survey.mentions(), pairs));
    for (Pair pair : pairs) {
      Set<String> others = survey.marks().diagonals().near(pair.names(), p.statement().part());
      if (others.remove(SAME)) {
        pair.of().ifPresent(others::add);
      }
      for (String other : others) {
        Optional<Index> i = free(claim, other);
        Optional<Index> j = free(claim, pair.by());
        if (!other.equals(pair.by()) && i.isPresent() && j.isPresent() && i.get().range().equals(j.get().range())) {
          List<Assumption> all = new ArrayList<>(claim.assumptions());
          all.add(Assumption.stated(new Fact.Holds(new Condition.Distinct(i.get(), j.get())), other + " \\neq " + pair.by()));
          if (!fails.test(claim.under(all))) {
            return Optional.of(other + " and " + pair.by());
          }
        }
      }
    }
    return Optional.empty();
  }

  private Set<String> near(String names, Part part) {
    Set<String> found = new TreeSet<>();
    printed.forEach((where, all) -> found.addAll(part.near(where) ? all.getOrDefault(names, java.util.Collections.<String>emptySet()) : java.util.Collections.<String>emptySet()));
    return found;
  }

  private static Optional<Index> free(Claim claim, String letter) {
    return Terms.openIndices(claim.left(), claim.right()).stream().filter(x -> x instanceof Index.Free f && f.name().equals(letter)).findFirst();
  }

  private static void collect(Notation n, Mentions mentions, List<Pair> found) {
    pair(n, mentions).ifPresent(found::add);
    Notations.children(n).forEach(c -> collect(c, mentions, found));
  }

  private static Optional<Pair> pair(Notation n, Mentions mentions) {
    if (!(n instanceof Notation.Fraction f)) {
      return Optional.empty();
    }
    Optional<Mention> of = target(f.numerator(), mentions);
    Optional<Mention> by = target(f.denominator(), mentions);
    Optional<String> j = by.flatMap(m -> letter(m, mentions));
    return of.filter(m -> m.indices().size() < 2).flatMap(m -> j.map(y -> new Pair(m.key() + " " + by.orElseThrow().key(), letter(m, mentions), y)));
  }

  /** p_i of \\partial p_i. */
  private static Optional<Mention> target(Notation n, Mentions mentions) {
    boolean differential = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().getFirst().item() instanceof Notation.Symbol s && List.of("partial", "d").contains(s.name());
    return differential && n instanceof Notation.Juxtaposed j ? mentions.of(j.factors().getLast().item()).filter(Mention::plain) : Optional.empty();
  }

  private static Optional<String> letter(Mention m, Mentions mentions) {
    return m.indices().size() == 1 ? mentions.of(m.indices().getFirst()).filter(Mention::bare).map(Mention::key) : Optional.empty();
  }
}
