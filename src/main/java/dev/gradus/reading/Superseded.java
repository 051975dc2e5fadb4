package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Doubts.Doubt;
import dev.gradus.reading.Session.Activation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why a reading that is proved is no proof of what the text says: words call a function another one, a letter got another value since, a family hides what it depends on. */
record Superseded(Names names, Mentions mentions, Map<Integer, Outcome> outcomes) {
  /** In: a statement, a reading in which it is proved, and which function sigma is in it. Out: what keeps it from being a proof. */
  Optional<Doubt> of(Statement s, Attempt.Read r, Activation activation) {
    return NamedMeaning.other(r, activation, s, names.told().described())
        .map(because -> new Doubt("meaning.in-words", because))
        .or(() -> updated(s, r).map(u -> new Doubt("symbol.undefined", "is " + u + " its value before or after the update?")))
        .or(() -> hidden(s, r).map(k -> new Doubt("symbol.undefined", "which letters of " + k + " depend on its index?")));
  }

  /** READING 18: z = vq said before v <- v - c is not said of the new v; a derivative holds at every value. */
  private Optional<String> updated(Statement s, Attempt.Read r) {
    boolean inUpdate = false;
    for (Optional<Integer> at = s.after(); at.isPresent() && !inUpdate; at = outcomes.containsKey(at.get()) ? outcomes.get(at.get()).statement().after() : Optional.empty()) {
      inUpdate = outcomes.get(at.get()) instanceof Outcome.Defines d && d.code().equals("update");
    }
    return inUpdate || r.used().contains("derivative") ? Optional.empty() : names.updatedSince(r.used(), s.part());
  }

  /** C = sum_x C_x with C_x = (y - a)^2: what a family is made of without its index may differ from element to element, and a sum over them is no multiple of one. */
  private Optional<String> hidden(Statement s, Attempt.Read r) {
    for (String key : r.used()) {
      Optional<Definition> d = names.definition(key, s.part()).filter(x -> x.letters().size() == 1 && x.parameters().isEmpty() && hides(x));
      if (d.isPresent() && r.used().stream().flatMap(k -> names.definition(k, s.part()).stream()).anyMatch(x -> sums(x.body(), key))) {
        return d.map(Definition::key);
      }
    }
    return Optional.empty();
  }

  /** Whether the right side prints two letters of its own, and the index nowhere. */
  private boolean hides(Definition d) {
    Set<String> inside = new TreeSet<>();
    Definitions.collect(d.body(), mentions, inside);
    inside.removeIf(k -> Functions.usual(k) || k.equals("e") || k.equals("\\pi"));
    return inside.size() > 1 && !Definitions.mentions(d.body(), d.letters().getFirst(), mentions);
  }

  /** Whether a sum binds the index of a family. */
  private boolean sums(Notation n, String key) {
    if (n instanceof Notation.BigOperator b && b.sub().isPresent()) {
      Set<String> bound = new TreeSet<>();
      BoundLetters.collect(b.sub().get(), bound);
      if (at(b.body(), key, bound)) {
        return true;
      }
    }
    return Notations.children(n).stream().anyMatch(c -> sums(c, key));
  }

  private boolean at(Notation n, String key, Set<String> letters) {
    Optional<Mention> m = mentions.of(n).filter(x -> x.key().equals(key) && x.indices().stream().anyMatch(i -> mentions.of(i).filter(l -> letters.contains(l.key())).isPresent()));
    return m.isPresent() || Notations.children(n).stream().anyMatch(c -> at(c, key, letters));
  }
}
