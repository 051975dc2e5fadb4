package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sums over unequal letters, {@code \sum_{i \neq j}}: over both letters, unless the second one stands outside such sums too (SOUNDNESS 9). */
final class Unequal {
  private Unequal() {}

  /** The second letters of such sums that occur inside them only. */
  static Set<String> inside(Notation left, Notation right, Mentions mentions) {
    Set<String> second = new TreeSet<>();
    seconds(left, mentions, second);
    seconds(right, mentions, second);
    Set<String> outside = new TreeSet<>();
    for (String letter : second) {
      if (stands(left, letter, mentions) || stands(right, letter, mentions)) {
        outside.add(letter);
      }
    }
    second.removeAll(outside);
    return second;
  }

  private static void seconds(Notation n, Mentions mentions, Set<String> found) {
    if (n instanceof Notation.BigOperator b && b.sub().isPresent() && b.sub().get() instanceof Notation.Compared c && c.signs().equals(List.of(RelationSign.NOT_EQUAL))) {
      Optional<String> first = mentions.of(c.sides().get(0)).filter(Mention::bare).map(Mention::key);
      // j != i is a sum over j for one i more often than not
      mentions.of(c.sides().get(1)).filter(Mention::bare).map(Mention::key).filter(k -> first.filter(f -> f.compareTo(k) < 0).isPresent()).ifPresent(found::add);
    }
    Notations.children(n).forEach(x -> seconds(x, mentions, found));
  }

  /** Whether a letter stands outside all sums that have it among their letters. */
  private static boolean stands(Notation n, String letter, Mentions mentions) {
    if (n instanceof Notation.BigOperator b && b.sub().filter(s -> Definitions.mentions(s, letter, mentions)).isPresent()) {
      return false;
    }
    return mentions.of(n).filter(m -> m.key().equals(letter)).isPresent()
        || mentions.of(n).stream().flatMap(m -> m.indices().stream()).anyMatch(i -> stands(i, letter, mentions))
        || Notations.children(n).stream().anyMatch(c -> stands(c, letter, mentions));
  }
}
