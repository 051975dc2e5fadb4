package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Range;
import java.util.List;
import java.util.Optional;

/**
 * Sets of labels that are listed by their numbers, {@code Y = \{0, 1\}}: what is summed over them has these elements (READING 19). A set that begins with 1 may
 * be one of some of the elements only.
 */
final class ListedSets {
  private static final int MOST = 9;

  private ListedSets() {}

  /** In: a statement. Out: the range of a set that it lists from 0 on; there its size is fixed now. Empty for any other statement. */
  static Optional<Range> take(Printed p, Mentions mentions, Ranges ranges) {
    Optional<String> name = p.statement().after().isEmpty() && Lowering.isEquation(p.statement()) ? mentions.of(p.left()).filter(Mention::bare).filter(m -> isSet(m.base())).map(Mention::key) : Optional.empty();
    // {0, 1} in a formula prints as 0, 1
    Notation inside = p.right() instanceof Notation.Bracketed b && b.open().equals("\\{") && b.close().equals("\\}") ? b.body() : p.right();
    if (name.isEmpty() || !(inside instanceof Notation.Listed l) || l.items().size() > MOST || !counts(l.items())) {
      return Optional.empty();
    }
    try {
      Range range = ranges.ofSize(nameOf(name.get()));
      ranges.fix(range, l.items().size());
      ranges.countFrom(range, 0);
      return Optional.of(ranges.now(range));
    } catch (Misfit otherwise) {
      return Optional.empty();
    }
  }

  /** What the number of elements of a set is called. */
  static String nameOf(String set) {
    return "|" + set + "|";
  }

  private static boolean isSet(String base) {
    return Survey.upper(base) || base.startsWith("\\mathcal");
  }

  private static boolean counts(List<Notation> items) {
    for (int k = 0; k < items.size(); k++) {
      if (!Conditions.isNumeral(items.get(k), Integer.toString(k))) {
        return false;
      }
    }
    return items.size() > 1;
  }
}
