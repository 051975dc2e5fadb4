package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Budget;
import java.util.Optional;
import java.util.Set;

/** J = \\partial z/\\partial x of arrays, laid out the other way: the text may follow either custom (READING 28, SOUNDNESS 27). */
final class Turned {
  private Turned() {}

  /** In: names that a reading rests on. Out: what is known with their definitions read in another layout; nothing where none of them holds such a derivative. */
  static Optional<Declarations.Result> of(Set<String> used, Part part, Survey survey, Names names, Ranges ranges, Session.Layout layout) {
    Optional<Declarations.Result> known = Optional.empty();
    for (String key : used) {
      Optional<Definition> d = names.definition(key, part).filter(x -> x.value().filter(v -> v.rank() > 1).isPresent() && derives(x.body()));
      if (d.isPresent()) {
        Names before = known.map(Declarations.Result::names).orElse(names);
        Ranges with = known.map(Declarations.Result::ranges).orElse(ranges);
        Head head = new Head(Mention.of(key, false), d.get().parameters(), d.get().letters(), false, false);
        Definitions.Result taken = new Definitions(survey, Budget.standard()).take(head, d.get().body(), d.get().part(), d.get().statement(), d.get().standing(), before, with, layout);
        known = taken instanceof Definitions.Result.Known k ? Optional.of(new Declarations.Result(k.names(), k.ranges())) : known;
      }
    }
    return known;
  }

  private static boolean derives(Notation n) {
    boolean sign = n instanceof Notation.Symbol s && (s.name().equals("partial") || s.name().equals("nabla") || s.name().equals("d"));
    return sign || Notations.children(n).stream().anyMatch(Turned::derives);
  }
}
