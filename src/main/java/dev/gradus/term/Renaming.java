package dev.gradus.term;

import java.util.List;

/** Other names for what a term is made of. Its structure stays, and a binder keeps its number: only the names of ranges, indices and families change. */
public interface Renaming {
  /** The range that stands for this one. */
  Range range(Range range);

  /** The index that stands for this one; here the same element of its renamed range. Not asked for the index of a binder, only for its uses. */
  default Index index(Index index) {
    Range range = range(index.range());
    if (range.equals(index.range())) {
      return index;
    }
    return switch (index) {
      case Index.Free f -> new Index.Free(f.name(), range);
      case Index.Bound b -> new Index.Bound(b.number(), range);
      case Index.Literal l -> new Index.Literal(l.value(), range);
    };
  }

  /** The family that stands for this one; here the same letter over its renamed ranges. */
  default Family family(Family family) {
    List<Range> axes = Terms.mapAll(family.axes(), this::kept);
    List<Family> arguments = Terms.mapAll(family.arguments(), this::family);
    List<Family> derivatives = Terms.mapAll(family.derivatives(), this::family);
    boolean same = Terms.is(axes, family.axes()) && Terms.is(arguments, family.arguments()) && Terms.is(derivatives, family.derivatives());
    return same ? family : new Family(family.name(), axes, family.kind(), arguments, derivatives);
  }

  /** The range that stands for this one; this one itself where they are equal. */
  private Range kept(Range range) {
    Range other = range(range);
    return other.equals(range) ? range : other;
  }

  /** The term that stands for a size. */
  default Term size(Term.Size size) {
    return new Term.Size(range(size.range()));
  }

  default Term.Entry in(Term.Entry entry) {
    Family family = family(entry.family());
    List<Index> indices = Terms.mapAll(entry.indices(), this::index);
    return Terms.is(family, entry.family()) && Terms.is(indices, entry.indices()) ? entry : new Term.Entry(family, indices);
  }

  /** The term under the other names. */
  default Term in(Term term) {
    return switch (term) {
      case Term.Entry e -> in(e);
      case Term.Delta d -> new Term.Delta(index(d.left()), index(d.right()));
      case Term.Place p -> new Term.Place(index(p.index()));
      case Term.Size s -> size(s);
      case Term.Over o -> {
        Range range = kept(o.index().range());
        Term body = in(o.body());
        yield Terms.is(range, o.index().range()) && Terms.is(body, o.body()) ? o : new Term.Over(new Index.Bound(o.index().number(), range), body);
      }
      case Term.Guard g -> {
        Condition condition = in(g.condition());
        Term body = in(g.body());
        yield Terms.is(condition, g.condition()) && Terms.is(body, g.body()) ? g : new Term.Guard(condition, body);
      }
      case Rational r -> r;
      case Term.Pi p -> p;
      case Term.Sum s -> Terms.mapParts(s, this::in);
      case Term.Product p -> Terms.mapParts(p, this::in);
      case Term.Power p -> Terms.mapParts(p, this::in);
      case Term.Apply a -> Terms.mapParts(a, this::in);
    };
  }

  /** The condition under the other names. */
  default Condition in(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> new Condition.Same(index(c.left()), index(c.right()));
      case Condition.Distinct c -> new Condition.Distinct(index(c.left()), index(c.right()));
      case Condition.Before c -> new Condition.Before(index(c.left()), index(c.right()));
      case Condition.Positive c -> Terms.mapTerm(c, this::in);
      case Condition.NonNegative c -> Terms.mapTerm(c, this::in);
      case Condition.Zero c -> Terms.mapTerm(c, this::in);
      case Condition.NonZero c -> Terms.mapTerm(c, this::in);
    };
  }
}
