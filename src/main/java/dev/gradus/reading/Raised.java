package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which letters above a name are labels of it, not powers: h^a and h^s with components h_j^a, h_j^s are two vectors, where each stands alone on a side
 * somewhere and no number or expression ever stands there as a power.
 */
final class Raised {
  private final Map<String, Set<String>> letters = new TreeMap<>();
  private final Set<String> indexed = new TreeSet<>();
  private final Set<String> alone = new TreeSet<>();
  private final Set<String> powers = new TreeSet<>();
  private final Set<String> inExponents = new TreeSet<>();

  /** Takes in a whole side of a relation. */
  void side(Notation side) {
    if (side instanceof Notation.Scripted s && s.sup().isPresent() && s.sup().get() instanceof Notation.Symbol letter) {
      Mentions.baseName(s.base()).ifPresent(base -> alone.add(base + " " + letter.name()));
    }
  }

  /** Takes in what stands above a name. */
  void see(String base, boolean subscript, Notation above) {
    if (above instanceof Notation.Symbol s && s.name().length() == 1 && !s.name().equals("T")) {
      letters.computeIfAbsent(base, k -> new TreeSet<>()).add(s.name());
      if (subscript) {
        indexed.add(base + " " + s.name());
      }
    } else if (above instanceof Notation.Numeral || above instanceof Notation.Summed || above instanceof Notation.Fraction || above instanceof Notation.Juxtaposed) {
      powers.add(base);
      symbols(above);
    }
  }

  private void symbols(Notation n) {
    if (n instanceof Notation.Symbol s) {
      inExponents.add(s.name());
    }
    Notations.children(n).forEach(this::symbols);
  }

  /** Letters that stand above a name which is a side of its own with them, above no base with powers, and in no longer exponent such as 1 - y. */
  Set<String> aboveAlone() {
    Set<String> found = new TreeSet<>();
    letters.forEach((base, above) -> above.stream().filter(l -> alone.contains(base + " " + l) && !base.equals("e") && !inExponents.contains(l) && !powers.contains(base)).forEach(found::add));
    return found;
  }

  /** Letters above a letter that is usually a matrix. */
  Set<String> overMatrices() {
    Set<String> found = new TreeSet<>();
    letters.forEach((base, above) -> found.addAll(Shapes.matrixLetter(Mention.of(base, false)) ? above : new TreeSet<String>()));
    return found;
  }

  /** The letters that are labels wherever they stand above a name. */
  Set<String> labels() {
    Set<String> found = new TreeSet<>();
    letters.forEach(
        (base, above) -> {
          boolean several = above.size() > 1 && above.stream().map(l -> base + " " + l).allMatch(x -> indexed.contains(x) && alone.contains(x));
          if (several && !powers.contains(base) && !base.equals("e")) {
            found.addAll(above);
          }
        });
    return found;
  }
}
