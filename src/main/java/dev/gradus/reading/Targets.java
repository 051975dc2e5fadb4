package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Letters that a document compares with an estimate, in a cross entropy CE(y_t, \hat y_t) or in a difference \hat y^{(t)} - y^{(t)}: printed with as many indices, the
 * target has the shape of its estimate (SOUNDNESS 8, READING 28).
 */
final class Targets {
  private final Map<String, String> estimates = new TreeMap<>();

  /** Takes in what one node of a formula shows. */
  void add(Notation n, Mentions mentions) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        boolean entropy = mentions.of(j.factors().get(k).item()).filter(m -> CrossEntropy.names(m.key())).isPresent();
        Optional<Notation> inside = entropy ? Notations.bracket(j.factors().get(k + 1).item()).map(Notation.Bracketed::body) : Optional.empty();
        if (inside.isPresent() && inside.get() instanceof Notation.Listed l && l.items().size() == 2) {
          pair(mentions.of(l.items().get(0)), mentions.of(l.items().get(1)));
        }
      }
    }
    if (n instanceof Notation.Summed s && s.items().size() == 2) {
      hatted(mentions.of(s.items().get(0).item()), mentions.of(s.items().get(1).item()));
    }
  }

  private void hatted(Optional<Mention> one, Optional<Mention> other) {
    if (one.isPresent() && other.isPresent() && (one.get().key().equals(estimated(other.get())) || other.get().key().equals(estimated(one.get())))) {
      pair(one, other);
    }
  }

  private static String estimated(Mention m) {
    return "\\hat{" + m.base() + "}" + m.key().substring(m.base().length());
  }

  private void pair(Optional<Mention> one, Optional<Mention> other) {
    if (one.isPresent() && other.isPresent() && one.get().plain() && other.get().plain() && one.get().indices().size() == other.get().indices().size()) {
      estimates.putIfAbsent(one.get().key(), other.get().key());
      estimates.putIfAbsent(other.get().key(), one.get().key());
    }
  }

  /** What a letter is compared with. */
  Optional<String> estimate(String key) {
    return Optional.ofNullable(estimates.get(key));
  }
}
