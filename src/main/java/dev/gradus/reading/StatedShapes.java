package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;

/**
 * Whether the text states the shapes of all names of an expression (SOUNDNESS 7c): where one is known from the use of an index only, that index may have meant
 * something else there.
 */
record StatedShapes(Mentions mentions, Names names, Part part) {
  boolean of(Notation n) {
    Optional<Mention> m = mentions.of(n);
    return m.filter(x -> !stated(x)).isEmpty() && Notations.children(n).stream().allMatch(this::of);
  }

  /** Declared, defined as a whole, or indexed as in its definition; a number has no shape. */
  private boolean stated(Mention m) {
    Optional<Names.Quantity> q = names.quantity(m.key());
    Optional<Definition> d = names.definition(m.key(), part);
    if (q.filter(Names.Quantity::declared).isPresent() || d.filter(x -> x.letters().isEmpty() || x.letters().equals(letters(m))).isPresent()) {
      return true;
    }
    return d.isEmpty() && q.filter(x -> !x.axes().isEmpty()).isEmpty();
  }

  private List<String> letters(Mention m) {
    return m.indices().stream().map(i -> mentions.of(i).map(Mention::key).orElse("")).toList();
  }
}
