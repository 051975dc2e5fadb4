package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

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
  private int made;

  Ranges copy() {
    Ranges c = new Ranges();
    c.parent.putAll(parent);
    c.fixed.putAll(fixed);
    c.display.putAll(display);
    c.bySize.putAll(bySize);
    c.origin.putAll(origin);
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
  java.util.Optional<Range> namedBy(String letter) {
    String known = bySize.get(letter);
    return known == null ? java.util.Optional.empty() : java.util.Optional.of(of(root(known)));
  }

  Range ofFixed(int size) {
    Range range = fresh();
    fixed.put(range.name(), size);
    return of(range.name());
  }

  void fix(Range range, int size) {
    String root = root(range.name());
    Integer old = fixed.get(root);
    if (old != null && old != size) {
      throw Misfit.shape("one size is both " + old + " and " + size);
    }
    fixed.put(root, size);
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
    Integer fa = fixed.get(ra);
    Integer fb = fixed.get(rb);
    if (fa != null && fb != null && !fa.equals(fb)) {
      throw Misfit.shape("sizes " + fa + " and " + fb);
    }
    String da = display.get(ra);
    String db = display.get(rb);
    if (da != null && db != null && !da.equals(db)) {
      throw Misfit.shape("sizes " + da + " and " + db);
    }
    Integer oa = origin.get(ra);
    Integer ob = origin.get(rb);
    if (oa != null && ob != null && !oa.equals(ob)) {
      throw Misfit.shape("a range that counts from " + oa + " and one from " + ob);
    }
    parent.put(rb, ra);
    if (fa == null && fb != null) {
      fixed.put(ra, fb);
    }
    if (da == null && db != null) {
      display.put(ra, db);
    }
    if (oa == null && ob != null) {
      origin.put(ra, ob);
    }
  }

  /** Whether {@link #unify} would succeed. */
  boolean fits(Range a, Range b) {
    try {
      copy().unify(a, b);
      return true;
    } catch (Misfit no) {
      return false;
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
    return withRange(index, now(index.range()));
  }

  private static Index withRange(Index index, Range range) {
    return switch (index) {
      case Index.Free f -> new Index.Free(f.name(), range);
      case Index.Bound b -> new Index.Bound(b.number(), range);
      case Index.Literal l -> new Index.Literal(l.value(), range);
    };
  }

  Index shown(Index index) {
    return withRange(index, shown(index.range()));
  }

  Family shown(Family family) {
    return new Family(
        family.name(),
        family.axes().stream().map(this::shown).toList(),
        family.kind(),
        family.arguments().stream().map(this::shown).toList(),
        family.derivatives().stream().map(this::shown).toList());
  }

  Family now(Family family) {
    return new Family(
        family.name(),
        family.axes().stream().map(this::now).toList(),
        family.kind(),
        family.arguments().stream().map(this::now).toList(),
        family.derivatives().stream().map(this::now).toList());
  }

  /** Every range of the term under its final name. */
  Term resolve(Term term) {
    return switch (term) {
      case Term.Entry e -> new Term.Entry(shown(e.family()), e.indices().stream().map(this::shown).toList());
      case Term.Delta d -> new Term.Delta(shown(d.left()), shown(d.right()));
      case Term.Place p -> new Term.Place(shown(p.index()));
      case Term.Size s -> sizeTerm(s);
      case Term.Over o -> new Term.Over((Index.Bound) shown(o.index()), resolve(o.body()));
      case Term.Guard g -> new Term.Guard(resolve(g.condition()), resolve(g.body()));
      case dev.gradus.term.Rational r -> r;
      case Term.Pi p -> p;
      case Term.Sum s -> Terms.mapParts(s, this::resolve);
      case Term.Product p -> Terms.mapParts(p, this::resolve);
      case Term.Power p -> Terms.mapParts(p, this::resolve);
      case Term.Apply a -> Terms.mapParts(a, this::resolve);
    };
  }

  private Term sizeTerm(Term.Size size) {
    Range range = shown(size.range());
    return range.fixed().isPresent() ? dev.gradus.term.Rational.of(range.fixed().getAsInt()) : new Term.Size(range);
  }

  dev.gradus.term.Condition resolve(dev.gradus.term.Condition condition) {
    Map<Index, Index> to = new LinkedHashMap<>();
    Terms.indices(condition).forEach(i -> to.put(i, shown(i)));
    return Terms.mapTerm(Terms.substitute(condition, to), this::resolve);
  }

  /** Brings every range in a term to its present representative, so that it may be combined with others. */
  Term now(Term term) {
    return switch (term) {
      case Term.Entry e -> new Term.Entry(now(e.family()), e.indices().stream().map(this::now).toList());
      case Term.Delta d -> new Term.Delta(now(d.left()), now(d.right()));
      case Term.Place p -> new Term.Place(now(p.index()));
      case Term.Size s -> new Term.Size(now(s.range()));
      case Term.Over o -> new Term.Over((Index.Bound) now(o.index()), now(o.body()));
      case Term.Guard g -> new Term.Guard(now(g.condition()), now(g.body()));
      case dev.gradus.term.Rational r -> r;
      case Term.Pi p -> p;
      case Term.Sum s -> Terms.mapParts(s, this::now);
      case Term.Product p -> Terms.mapParts(p, this::now);
      case Term.Power p -> Terms.mapParts(p, this::now);
      case Term.Apply a -> Terms.mapParts(a, this::now);
    };
  }

  dev.gradus.term.Condition now(dev.gradus.term.Condition condition) {
    Map<Index, Index> to = new LinkedHashMap<>();
    Terms.indices(condition).forEach(i -> to.put(i, now(i)));
    return Terms.mapTerm(Terms.substitute(condition, to), this::now);
  }
}
