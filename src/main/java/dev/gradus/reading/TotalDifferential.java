package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.term.Family;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * dX, a small change of X (see {@link SmallChanges}): the sum over the letters v that vary of dX/dv times dv, where dv is any array of the shape of v. An equation between
 * differentials says that the two sums are equal for all small changes.
 */
final class TotalDifferential {
  /** Marks a reading in which letters whose differentials are not printed are held fixed. */
  static final String FIXED = "differentials of some letters only";

  private final Elaborator elaborator;
  private final Session session;
  private final Total total;

  /** the letters that vary, once a differential of the equation was read */
  private Optional<Set<String>> varying = Optional.empty();

  TotalDifferential(Elaborator elaborator, Total total) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
    this.total = total;
  }

  /** The differential that begins with a marked sign at factor {@code k}. */
  Optional<Differentials.Inline> of(List<Factor> factors, int k) {
    if (!SmallChanges.isMark(factors.get(k).item())) {
      return Optional.empty();
    }
    if (k + 1 == factors.size() || session.sides.size() != 2) {
      throw Misfit.notBuilt("a differential outside of an equation");
    }
    if (varying.isEmpty()) {
      check();
    }
    int end = end(factors, k + 1);
    return Optional.of(new Differentials.Inline(change(Products.rest(factors, k + 1, end)), end));
  }

  /** Refuses an equation that says something of what nobody defines. */
  private void check() {
    for (Notation side : session.sides) {
      boolean alone = side instanceof Notation.Juxtaposed j && j.factors().size() == 2 && SmallChanges.isMark(j.factors().getFirst().item());
      if (!marked(side) || (alone && names(side).stream().anyMatch(n -> session.names.definition(n, session.part).isEmpty()))) {
        // dy = 2x dx says what y depends on, and dx = x_1 - x_0 how large the change is
        throw Misfit.notBuilt("a differential of what nothing defines");
      }
    }
    refuseOthers(session.sides.getFirst(), session.sides.getLast());
    refuseOthers(session.sides.getLast(), session.sides.getFirst());
  }

  /** dh = W^T dy where nobody says how h depends on y: a letter that changes on one side is in the other one too. */
  private void refuseOthers(Notation side, Notation other) {
    Set<String> reached = new TreeSet<>();
    Definitions.collect(other, session.mentions(), reached);
    List.copyOf(reached).forEach(n -> reached.addAll(leaves(n)));
    for (String n : names(side)) {
      if (session.names.definition(n, session.part).isEmpty() && !reached.contains(n)) {
        throw new Misfit(new ReadingReason.NotReached(n));
      }
    }
  }

  /** d takes one factor, or a function and what it is applied to. */
  private int end(List<Factor> factors, int at) {
    Notation first = factors.get(at).item();
    Optional<Mention> m = session.mentions().of(first);
    if (m.flatMap(Mention::exponent).isPresent()) {
      throw Misfit.notBuilt("a differential of a power without brackets");
    }
    boolean function = m.filter(elaborator.functions::isFunction).isPresent() && at + 1 < factors.size() && factors.get(at + 1).op() == Op.NONE;
    return function ? at + 2 : at + 1;
  }

  private Value change(Notation operand) {
    Value of = session.fresh(elaborator.read(operand));
    List<Term> parts = new ArrayList<>();
    Set<String> letters = varying.orElseGet(this::varying);
    varying = Optional.of(letters);
    if (!letters.containsAll(leaves(session.unfold(of.body(), Collections.emptySet())))) {
      session.used.add(FIXED);
    }
    for (String letter : letters) {
      Family v = session.names.family(elaborator.quantities.quantityOf(Mention.of(letter, false)), session.ranges);
      total.along(of.body(), v, "\\mathrm{d} " + letter).ifPresent(parts::add);
    }
    return session.now(of.with(Terms.sum(parts)));
  }

  /** The letters that vary: those whose differentials the part prints, or this claim alone, or all. */
  private Set<String> varying() {
    Set<String> here = new TreeSet<>();
    session.sides.forEach(s -> here.addAll(names(s)));
    Set<String> part = new TreeSet<>(session.survey.marks().changing(session.part));
    part.addAll(here);
    Set<String> all = new TreeSet<>();
    session.sides.forEach(s -> Definitions.collect(s, session.mentions(), all));
    all.removeIf(Functions::library);
    List.copyOf(all).forEach(n -> all.addAll(leaves(n)));
    all.removeIf(n -> session.names.definition(n, session.part).isPresent());
    List<Set<String>> ways = List.copyOf(new LinkedHashSet<>(List.of(letters(part, all), letters(here, all), all)));
    return ways.get(ways.size() == 1 ? 0 : session.choices.once("which letters vary", IntStream.range(0, ways.size()).toArray()));
  }

  /** What vary if these do: undefined letters themselves, and of a defined quantity what it is made of, unless a part of that varies already. */
  private Set<String> letters(Set<String> names, Set<String> all) {
    Set<String> found = new TreeSet<>();
    List<Set<String>> made = new ArrayList<>();
    names.forEach(n -> made.add(leaves(n)));
    made.sort(Comparator.comparingInt(Set::size));
    made.stream().filter(l -> Collections.disjoint(l, found)).forEach(found::addAll);
    found.retainAll(all);
    return found;
  }

  private Set<String> leaves(String name) {
    Set<String> found = new TreeSet<>();
    if (session.names.definition(name, session.part).isEmpty()) {
      found.add(name);
    } else {
      found.addAll(session.names.definition(name, session.part).orElseThrow().parameters());
      Family whole = session.names.family(elaborator.quantities.quantityOf(Mention.of(name, false)), session.ranges);
      found.addAll(leaves(session.unfold(session.whole(whole, Value.Lay.ANY).body(), Collections.emptySet())));
    }
    found.removeAll(session.fixed);
    return found;
  }

  private Set<String> leaves(Term unfolded) {
    Set<String> found = new TreeSet<>();
    for (Family f : Terms.families(unfolded)) {
      if (f.arguments().isEmpty()) {
        found.add(f.name());
      } else {
        f.arguments().stream().filter(a -> !a.name().equals(f.name())).forEach(a -> found.addAll(leaves(a.name())));
      }
    }
    return found;
  }

  private static boolean marked(Notation n) {
    return SmallChanges.isMark(n) || Notations.children(n).stream().anyMatch(TotalDifferential::marked);
  }

  private Set<String> names(Notation n) {
    return names(n, session.mentions());
  }

  /** The names that stand behind the marked signs of a notation. */
  static Set<String> names(Notation n, Mentions mentions) {
    Set<String> found = new TreeSet<>();
    for (int k = 0; n instanceof Notation.Juxtaposed j && k + 1 < j.factors().size(); k++) {
      if (SmallChanges.isMark(j.factors().get(k).item())) {
        mentions.of(j.factors().get(k + 1).item()).map(Mention::key).ifPresent(found::add);
      }
    }
    Notations.children(n).forEach(c -> found.addAll(names(c, mentions)));
    return found;
  }
}
