package dev.gradus.reading;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Renaming;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of a document and which of them are one: unification by name. A range starts with a name of its own; two that are found to be the same are
 * merged, and {@link #resolve} gives every range in a term its final name.
 */
final class Ranges {
  private final Map<String, String> parent = new TreeMap<>();
  private final Map<String, Integer> fixed = new TreeMap<>();
  private final Map<String, String> display = new TreeMap<>();
  private final Map<String, String> bySize = new TreeMap<>();
  private final Map<String, Integer> origin = new TreeMap<>();
  /** ranges whose size one claim or another part fixed */
  private final Set<String> once = new TreeSet<>();

  private int made;

  private final Renaming present = this::now;

  private final Renaming printed =
      new Renaming() {
        @Override
        public Range range(Range range) {
          return shown(range);
        }

        @Override
        public Term size(Term.Size size) {
          Range range = shown(size.range());
          return range.fixed().isPresent() ? Rational.of(range.fixed().getAsInt()) : new Term.Size(range);
        }
      };

  Ranges copy() {
    Ranges c = new Ranges();
    c.parent.putAll(parent);
    c.fixed.putAll(fixed);
    c.display.putAll(display);
    c.bySize.putAll(bySize);
    c.origin.putAll(origin);
    c.once.addAll(once);
    c.made = made;
    return c;
  }

  /** Whether a shown range has no letter for its size. */
  static boolean unnamed(Range shown) {
    return shown.name().matches("r[0-9]+");
  }

  /** A range nobody knows anything of. */
  Range fresh() {
    String name = "r" + ++made;
    parent.put(name, name);
    return Range.of(name);
  }

  /** The range whose size is this printed letter. */
  Range ofSize(String letter) {
    String known = bySize.get(letter);
    if (known != null) {
      return of(root(known));
    }
    Range range = fresh();
    bySize.put(letter, range.name());
    display.put(range.name(), letter);
    return range;
  }

  /** The range whose size the letter names, if it names one. */
  Optional<Range> namedBy(String letter) {
    String known = bySize.get(letter);
    return known == null ? Optional.empty() : Optional.of(of(root(known)));
  }

  Range ofFixed(int size) {
    Range range = fresh();
    fix(range, size);
    return of(range.name());
  }

  void fix(Range range, int size) {
    if (size < 1) {
      throw Misfit.notBuilt("a range without elements");
    }
    String root = root(range.name());
    Integer old = fixed.get(root);
    if (old != null && old != size) {
      throw Misfit.shape("one size is both " + old + " and " + size);
    }
    fixed.put(root, size);
  }

  /** The same without the sizes that a claim fixed since {@code before}: a condition or a limit of one claim is not that of the next (READING 2, 3). */
  Ranges keepingFixed(Ranges before) {
    Ranges c = copy();
    c.fixed.clear();
    before.fixed.forEach((name, size) -> c.fixed.put(c.root(name), size));
    c.once.addAll(fixed.keySet());
    return c;
  }

  /** The roots that are fixed here and were not before. */
  List<String> fixedSince(Ranges before) {
    return fixed.keySet().stream().filter(name -> !before.fixed.containsKey(before.root(name))).toList();
  }

  /** The same with the size of a range open again. */
  Ranges opened(String name) {
    Ranges c = copy();
    c.fixed.remove(c.root(name));
    c.once.add(c.root(name));
    return c;
  }

  /** Whether the size of the range was fixed elsewhere and is open here. */
  boolean wasFixed(Range range) {
    String root = rootShown(range.name());
    return !fixed.containsKey(root) && once.stream().anyMatch(o -> root(o).equals(root));
  }

  private String rootShown(String name) {
    return display.entrySet().stream().filter(e -> e.getValue().equals(name)).map(e -> root(e.getKey())).findFirst().orElse(root(name));
  }

  OptionalInt sizeOf(Range range) {
    Integer size = fixed.get(root(range.name()));
    return size == null ? OptionalInt.empty() : OptionalInt.of(size);
  }

  /** The number printed for the first element: 1, or 0 where the text counts from 0. */
  int originOf(Range range) {
    return origin.getOrDefault(root(range.name()), 1);
  }

  void countFrom(Range range, int first) {
    String root = root(range.name());
    Integer old = origin.get(root);
    if (old != null && old != first) {
      throw Misfit.shape("one range counts from " + old + " and from " + first);
    }
    origin.put(root, first);
  }

  /** The same where it is used as a number: from here on the elements count from there (SOUNDNESS 11). */
  int countedFrom(Range range) {
    int first = originOf(range);
    countFrom(range, first);
    return first;
  }

  boolean same(Range a, Range b) {
    return root(a.name()).equals(root(b.name()));
  }

  /** Makes two ranges one; a misfit when both sizes are known and differ, or both have a size letter of their own. */
  void unify(Range a, Range b) {
    String ra = root(a.name());
    String rb = root(b.name());
    if (ra.equals(rb)) {
      return;
    }
    clash(ra, rb).ifPresent(why -> {
      String one = display.getOrDefault(ra, "");
      String other = display.getOrDefault(rb, "");
      boolean letters = !fixed.containsKey(ra) && !fixed.containsKey(rb) && !one.isEmpty() && !other.isEmpty() && !one.equals(other);
      throw letters ? new Misfit(new ReadingReason.Sizes(one, other)) : Misfit.shape(why);
    });
    parent.put(rb, ra);
    inherit(fixed, ra, rb);
    inherit(display, ra, rb);
    inherit(origin, ra, rb);
  }

  /** Whether {@link #unify} would succeed. */
  boolean fits(Range a, Range b) {
    return clash(root(a.name()), root(b.name())).isEmpty();
  }

  /** Why two roots cannot be one range. */
  private Optional<String> clash(String one, String other) {
    return clash("sizes ", fixed.get(one), " and ", fixed.get(other))
        .or(() -> clash("sizes ", display.get(one), " and ", display.get(other)))
        .or(() -> clash("sizes ", fixed.containsKey(other) ? null : display.get(other), " and ", fixed.get(one)))
        .or(() -> clash("sizes ", fixed.containsKey(one) ? null : display.get(one), " and ", fixed.get(other)))
        .or(() -> clash("a range that counts from ", origin.get(one), " and one from ", origin.get(other)));
  }

  private static Optional<String> clash(String before, @Nullable Object one, String between, @Nullable Object other) {
    return one == null || other == null || one.equals(other) ? Optional.empty() : Optional.of(before + one + between + other);
  }

  private static <T> void inherit(Map<String, T> known, String root, String merged) {
    T value = known.get(merged);
    if (value != null) {
      known.putIfAbsent(root, value);
    }
  }

  private String root(String name) {
    String at = name;
    while (true) {
      String up = parent.getOrDefault(at, at);
      if (up.equals(at)) {
        return at;
      }
      at = up;
    }
  }

  private Range of(String root) {
    Integer size = fixed.get(root);
    return size == null ? Range.of(root) : Range.ofSize(root, size);
  }

  /** The range as it stands now. */
  Range now(Range range) {
    return of(root(range.name()));
  }

  /** The range with the name it is shown by. */
  Range shown(Range range) {
    String root = root(range.name());
    String name = display.getOrDefault(root, root);
    Integer size = fixed.get(root);
    return size == null ? Range.of(name) : Range.ofSize(name, size);
  }

  Index now(Index index) {
    return present.index(index);
  }

  Family now(Family family) {
    return present.family(family);
  }

  /** Every range of the term under its final name; a size that is known is the number. */
  Term resolve(Term term) {
    return printed.in(term);
  }

  Condition resolve(Condition condition) {
    return printed.in(condition);
  }

  /** Brings every range in a term to its present representative, so that it may be combined with others. */
  Term now(Term term) {
    return present.in(term);
  }

  Condition now(Condition condition) {
    return present.in(condition);
  }
}
