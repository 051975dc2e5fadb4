package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscript with a bar, as parameters of a conditional distribution have it: {@code \theta_{j|k}}, {@code \phi_{j|y=1}}, {@code \theta_{x_j|y}}. Its letters and
 * numbers are indices like any; what is set equal to a value stands for that value. The name is another one than that of {@code \theta_{jk}}, and {@code p_{x|y}}
 * another one than {@code p_{y|x}}.
 *
 * @param label what the name gets beside its indices
 * @param items what stands in the index places
 */
record GivenScript(String label, List<Notation> items) {
  /** The mark of what is given by a sample's own value, \\phi_{j|y_i}: which parameter that is the sample says, and it is none that is given by a value. */
  private static final String OF_SAMPLE = "_{\\cdot}";

  GivenScript {
    items = List.copyOf(items);
  }

  /** In: a subscript. Out: its parts where it has one bar and both sides are lists of letters, numbers and values; empty otherwise. */
  static Optional<GivenScript> of(Notation script) {
    if (!(script instanceof Notation.Conditioned c)) {
      return Optional.empty();
    }
    List<Notation> items = new ArrayList<>();
    Optional<String> stated = side(c.left(), items, "");
    Optional<String> given = side(c.right(), items, OF_SAMPLE);
    boolean plain = items.stream().allMatch(i -> i instanceof Notation.Numeral || Mentions.baseName(i).isPresent());
    return plain ? stated.flatMap(s -> given.map(g -> new GivenScript(s + "|" + g, items))) : Optional.empty();
  }

  /** The mark of families that some place gives by a letter, {@code \theta_{j|k}}: their numbers behind the bar are elements, those of others are labels. */
  static String byLetter(String base) {
    return base + "|";
  }

  /** Whether a letter stands behind the bar. */
  static boolean byLetter(Notation script) {
    return script instanceof Notation.Conditioned c && (c.right() instanceof Notation.Listed l ? l.items() : List.of(c.right())).stream().anyMatch(i -> i instanceof Notation.Symbol);
  }

  /** The label of one side of the bar, with a mark on a name that has an index; its indices go into {@code items}. */
  private static Optional<String> side(Notation side, List<Notation> items, String mark) {
    StringBuilder label = new StringBuilder();
    for (Notation item : side instanceof Notation.Listed l ? l.items() : Mentions.items(side)) {
      boolean valued = item instanceof Notation.Compared e && e.signs().equals(List.of(RelationSign.EQUAL));
      Notation name = valued && item instanceof Notation.Compared e ? e.sides().get(0) : item;
      String of = "";
      if (name instanceof Notation.Scripted s && s.sub().isPresent() && s.sup().isEmpty() && s.primes() == 0) {
        // x_j, x_j = 1: the quantity names the parameter, its index is one of the indices
        items.addAll(Mentions.items(s.sub().get()));
        name = s.base();
        of = mark;
      } else if (name instanceof Notation.Scripted s && s.sub().isEmpty() && s.primes() == 0 && s.sup().orElse(s) instanceof Notation.Bracketed b && b.body() instanceof Notation.Symbol) {
        items.add(b.body());
        name = s.base();
        of = mark;
      } else if (!valued) {
        items.add(item);
      }
      if (valued && item instanceof Notation.Compared e) {
        items.add(e.sides().get(1));
      }
      if (!(name instanceof Notation.Numeral)) {
        Optional<String> letter = Mentions.baseName(name);
        if (letter.isEmpty()) {
          return Optional.empty();
        }
        label.append(Mentions.usualIndex(letter.get()) && !valued ? "" : letter.get() + of);
      }
    }
    return Optional.of(label.toString());
  }
}
