package dev.gradus.reading;

import dev.gradus.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Quantities in between: f(x) = u^2 where u = 3x. Where f is taken at another argument than its own letter, u is what its definition makes of that argument
 * (SOUNDNESS 21: definitions are unfolded before anything is differentiated or put in).
 */
final class Intermediate {
  /** Definitions inside each other. */
  private static final int DEEPEST = 8;

  private final Elaborator elaborator;
  private final Session session;
  private int depth;

  Intermediate(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** In: a name in the body of a function that is being applied. Out: its value there; empty where no definition leads from it to a letter with another value. */
  Optional<Value> at(Mention m) {
    Set<String> moved = new TreeSet<>();
    session.arguments.forEach((name, value) -> moved.addAll(isItself(name, value) ? List.of() : List.of(name)));
    Optional<Definition> d = moved.isEmpty() ? Optional.empty() : quantity(m.key()).filter(x -> leads(x, moved, new TreeSet<>()));
    if (d.isEmpty()) {
      return Optional.empty();
    }
    if (depth >= DEEPEST) {
      throw Misfit.notBuilt("definitions as deep as these");
    }
    session.used.add(m.key());
    depth++;
    try {
      return Optional.of(elaborator.component(elaborator.entries(d.get()), m.indices()));
    } finally {
      depth--;
    }
  }

  private static boolean isItself(String name, Value value) {
    return value.body() instanceof Term.Entry e && e.family().name().equals(name);
  }

  private Optional<Definition> quantity(String key) {
    return session.arguments.containsKey(key) || session.names.told().models().observed(key, session.part) ? Optional.empty() : session.names.definition(key, session.part).filter(d -> !d.isFunction());
  }

  private boolean leads(Definition d, Set<String> to, Set<String> seen) {
    Set<String> inside = new TreeSet<>();
    Definitions.collect(d.body(), session.mentions(), inside);
    inside.removeAll(d.letters());
    return inside.stream().anyMatch(n -> to.contains(n) || (seen.add(n) && quantity(n).filter(q -> leads(q, to, seen)).isPresent()));
  }
}
