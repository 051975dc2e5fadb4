package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is differentiated by whom in a document: what an undefined loss depends on (READING 24). */
final class Dependences {
  private final Mentions mentions;
  private final Map<String, Set<String>> by = new TreeMap<>();

  private Dependences(Mentions mentions) {
    this.mentions = mentions;
  }

  static Dependences of(List<Notation> all, Mentions mentions) {
    Dependences d = new Dependences(mentions);
    all.forEach(d::scan);
    return d;
  }

  private void scan(Notation n) {
    if (n instanceof Notation.Fraction f) {
      Optional<String> up = differential(f.numerator());
      List<String> down = denominators(f.denominator());
      if (up.isPresent() && !down.isEmpty()) {
        by.computeIfAbsent(up.get(), k -> new TreeSet<>()).addAll(down);
      }
    }
    Survey.children(n).forEach(this::scan);
  }

  private Optional<String> differential(Notation n) {
    boolean alone =
        n instanceof Notation.Juxtaposed j2
            && (j2.factors().size() == 2 || (j2.factors().size() == 3 && Survey.bracket(j2.factors().get(2).item()).isPresent()));
    if (alone && n instanceof Notation.Juxtaposed j && isSign(j.factors().get(0).item())) {
      return mentions.of(j.factors().get(1).item()).map(Mention::key);
    }
    return Optional.empty();
  }

  private static boolean isSign(Notation n) {
    Notation base = n instanceof Notation.Scripted s ? s.base() : n;
    Notation core = base instanceof Notation.Styled st ? st.body() : base;
    return core instanceof Notation.Symbol s && (s.name().equals("partial") || s.name().equals("d"));
  }

  private List<String> denominators(Notation n) {
    List<String> found = new ArrayList<>();
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        if (isSign(j.factors().get(k).item())) {
          mentions.of(j.factors().get(k + 1).item()).map(Mention::key).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  Set<String> differentiated() {
    return by.keySet();
  }

  /**
   * The nearest of what {@code name} is differentiated by: those that no other of them is differentiated by, or defined through.
   *
   * @param defined what each defined name's definition mentions, directly
   */
  List<String> nearest(String name, Map<String, Set<String>> defined) {
    Set<String> all = new TreeSet<>(by.getOrDefault(name, Collections.emptySet()));
    all.remove(name);
    List<String> kept = new ArrayList<>();
    for (String candidate : all) {
      boolean behind = all.stream().anyMatch(w -> !w.equals(candidate) && reaches(w, candidate, defined, new TreeSet<>()));
      if (!behind) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private boolean reaches(String from, String to, Map<String, Set<String>> defined, Set<String> seen) {
    if (!seen.add(from)) {
      return false;
    }
    Set<String> next = new TreeSet<>(defined.getOrDefault(from, Collections.emptySet()));
    next.addAll(by.getOrDefault(from, Collections.emptySet()));
    return next.contains(to) || next.stream().anyMatch(n -> reaches(n, to, defined, seen));
  }
}
