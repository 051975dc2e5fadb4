package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import dev.gradus.term.FamilyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A left side that could introduce a name: the name, its index letters, its arguments.
 *
 * @param logged the name stands inside a logarithm: log p_i = ..
 * @param squared the name is squared: sigma^2 = ..
 */
record Head(Mention mention, List<String> parameters, List<String> letters, boolean logged, boolean squared) {
  Head {
    parameters = List.copyOf(parameters);
    letters = List.copyOf(letters);
  }

  /** y_k = 0, g(x) = 0: a number is seldom the value of all elements or of a function everywhere. */
  boolean single(Notation value) {
    boolean number = value instanceof Notation.Numeral || (value instanceof Notation.Summed n && n.items().size() == 1 && n.items().get(0).item() instanceof Notation.Numeral);
    return number && !(letters.isEmpty() && parameters.isEmpty());
  }

  /** As a text prints it. */
  String shown() {
    return FamilyName.at(mention.key(), mention.key().contains("\\cdot") && !letters.isEmpty() ? letters : List.of(), "");
  }

  /** The head in {@code n}: a bare name, one with distinct index letters, one applied to distinct bare names. */
  static Optional<Head> of(Notation n, Mentions mentions) {
    if (n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Op.NONE) {
      Optional<Mention> f = mentions.of(j.factors().get(0).item());
      if (f.isPresent() && List.of("log", "ln").contains(f.get().key())) {
        return of(j.factors().get(1).item(), mentions).filter(h -> h.parameters().isEmpty()).map(h -> new Head(h.mention(), List.of(), h.letters(), true, false));
      }
      return f.filter(Mention::plain).flatMap(m -> applied(m, j.factors().get(1).item(), mentions));
    }
    Optional<Mention> square = mentions.of(n).filter(m -> m.exponent().filter(e -> Conditions.isNumeral(e, "2")).isPresent() && m.transposed() == 0 && m.primes() == 0);
    if (square.isPresent()) {
      return indexed(square.get().root(), mentions).map(h -> new Head(h.mention(), List.of(), h.letters(), false, true));
    }
    return mentions.of(n).filter(Mention::plain).filter(m -> m.distinct().isEmpty()).flatMap(m -> indexed(m, mentions));
  }

  private static Optional<Head> indexed(Mention m, Mentions mentions) {
    List<String> letters = new ArrayList<>();
    for (Notation i : m.indices()) {
      Optional<String> letter = mentions.of(i).filter(Mention::bare).map(Mention::key);
      if (letter.isEmpty() || letters.contains(letter.get()) || Conditions.isOpen(i)) {
        return Optional.empty();
      }
      letters.add(letter.get());
    }
    return Optional.of(new Head(m, List.of(), letters, false, false));
  }

  /** f(x), f(x, y), f(x)_i, f_i(x). */
  private static Optional<Head> applied(Mention m, Notation behind, Mentions mentions) {
    Optional<Head> component = indexed(m, mentions);
    if (component.isEmpty()) {
      return Optional.empty();
    }
    List<String> letters = new ArrayList<>(component.get().letters());
    Notation bracket = behind;
    if (letters.isEmpty() && behind instanceof Notation.Scripted s && s.sub().isPresent() && s.sup().isEmpty() && s.primes() == 0) {
      bracket = s.base();
      for (Notation i : Mentions.items(s.sub().get())) {
        Optional<String> letter = mentions.of(i).filter(Mention::bare).map(Mention::key);
        if (letter.isEmpty() || letters.contains(letter.get())) {
          return Optional.empty();
        }
        letters.add(letter.get());
      }
    }
    if (!(bracket instanceof Notation.Bracketed b) || !b.open().equals("(")) {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    for (Notation argument : Products.arguments(m, b)) {
      Optional<Mention> a = mentions.of(argument).filter(Mention::bare);
      if (a.isEmpty() || parameters.contains(a.get().key()) || letters.contains(a.get().key())) {
        return Optional.empty();
      }
      parameters.add(a.get().key());
    }
    return Optional.of(new Head(m, parameters, letters, false, false));
  }
}
