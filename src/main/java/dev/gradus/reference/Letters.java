package dev.gradus.reference;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Letters of a reference form put one to one on letters of an answer: ranges to ranges, families to families with the same axes in the same order,
 * free indices to free indices. A symbol never goes to a transposed, negated or scaled one: only names change.
 */
record Letters(Map<String, Range> ranges, Map<Family, Family> families, Map<Index.Free, Index.Free> indices) {
  private static final int MOST = 64;

  /**
   * In: the letters of both sides. Out: every one-to-one assignment of all of them; none when the numbers differ; at most {@value #MOST}.
   */
  static List<Letters> all(List<Family> from, List<Index.Free> fromIndices, List<Family> to, List<Index.Free> toIndices) {
    if (from.size() != to.size() || fromIndices.size() != toIndices.size()) {
      return List.of();
    }
    List<Letters> found = List.of(new Letters(Map.of(), Map.of(), Map.of()));
    for (Family family : from) {
      List<Letters> longer = new ArrayList<>();
      for (Letters letters : found) {
        to.forEach(target -> letters.with(family, target).ifPresent(longer::add));
      }
      found = first(longer);
    }
    for (Index.Free index : fromIndices) {
      List<Letters> longer = new ArrayList<>();
      for (Letters letters : found) {
        toIndices.forEach(target -> letters.with(index, target).ifPresent(longer::add));
      }
      found = first(longer);
    }
    return found;
  }

  private static List<Letters> first(List<Letters> found) {
    return found.size() > MOST ? found.subList(0, MOST) : found;
  }

  private Optional<Letters> with(Family family, Family target) {
    boolean fits =
        target.axes().size() == family.axes().size()
            && target.kind() == family.kind()
            && target.arguments().isEmpty()
            && !families.containsValue(target);
    if (!fits) {
      return Optional.empty();
    }
    Map<String, Range> widened = new LinkedHashMap<>(ranges);
    for (int k = 0; k < family.axes().size(); k++) {
      if (!put(widened, family.axes().get(k), target.axes().get(k))) {
        return Optional.empty();
      }
    }
    Map<Family, Family> more = new LinkedHashMap<>(families);
    more.put(family, target);
    return Optional.of(new Letters(widened, more, indices));
  }

  private Optional<Letters> with(Index.Free index, Index.Free target) {
    Map<String, Range> widened = new LinkedHashMap<>(ranges);
    if (indices.containsValue(target) || !put(widened, index.range(), target.range())) {
      return Optional.empty();
    }
    Map<Index.Free, Index.Free> more = new LinkedHashMap<>(indices);
    more.put(index, target);
    return Optional.of(new Letters(widened, families, more));
  }

  /** False when it would not be one to one. */
  private static boolean put(Map<String, Range> ranges, Range range, Range target) {
    Range known = ranges.get(range.name());
    if (known != null) {
      return known.name().equals(target.name());
    }
    if (ranges.values().stream().anyMatch(r -> r.name().equals(target.name()))) {
      return false;
    }
    ranges.put(range.name(), target);
    return true;
  }

  /** The term in the answer's letters. */
  Term apply(Term term) {
    return switch (term) {
      case Term.Size s -> new Term.Size(range(s.range()));
      case Term.Place p -> new Term.Place(index(p.index()));
      case Term.Entry e -> entry(e);
      case Term.Delta d -> new Term.Delta(index(d.left()), index(d.right()));
      case Term.Over o -> new Term.Over(new Index.Bound(o.index().number(), range(o.index().range())), apply(o.body()));
      case Term.Guard g -> new Term.Guard(apply(g.condition()), apply(g.body()));
      case Term.Sum s -> Terms.mapParts(s, this::apply);
      case Term.Product p -> Terms.mapParts(p, this::apply);
      case Term.Power p -> Terms.mapParts(p, this::apply);
      case Term.Apply a -> Terms.mapParts(a, this::apply);
      case Rational r -> r;
      case Term.Pi p -> p;
    };
  }

  Term.Entry entry(Term.Entry entry) {
    return new Term.Entry(family(entry.family()), entry.indices().stream().map(this::index).toList());
  }

  Family family(Family family) {
    return families.getOrDefault(family, family);
  }

  private Condition apply(Condition condition) {
    UnaryOperator<Term> map = this::apply;
    return switch (condition) {
      case Condition.Same s -> new Condition.Same(index(s.left()), index(s.right()));
      case Condition.Distinct d -> new Condition.Distinct(index(d.left()), index(d.right()));
      case Condition.Before b -> new Condition.Before(index(b.left()), index(b.right()));
      case Condition.Positive p -> Terms.mapTerm(p, map);
      case Condition.NonNegative p -> Terms.mapTerm(p, map);
      case Condition.Zero p -> Terms.mapTerm(p, map);
      case Condition.NonZero p -> Terms.mapTerm(p, map);
    };
  }

  Assumption apply(Assumption assumption) {
    Fact fact =
        switch (assumption.fact()) {
          case Fact.Holds h -> new Fact.Holds(apply(h.condition()));
          case Fact.AllPositive p -> new Fact.AllPositive(family(p.family()), p.strict());
          case Fact.AllInUnitInterval u -> new Fact.AllInUnitInterval(family(u.family()));
          case Fact.SumsToOne s -> new Fact.SumsToOne(family(s.family()), s.axis());
          case Fact.OneOf o -> new Fact.OneOf(family(o.family()), o.values());
          case Fact.WholeNumbers w -> new Fact.WholeNumbers(family(w.family()), w.least());
          case Fact.Symmetric s -> new Fact.Symmetric(family(s.family()));
          case Fact.LeastSize l -> new Fact.LeastSize(range(l.range()), l.size());
          case Fact.Equation e -> new Fact.Equation(apply(e.left()), apply(e.right()));
        };
    // Of a reference form's assumptions only this one names a letter.
    String text = fact instanceof Fact.SumsToOne s ? "the target " + s.family().name() + " sums to 1" : assumption.text();
    return new Assumption(fact, assumption.origin(), text, assumption.line());
  }

  private Range range(Range range) {
    return ranges.getOrDefault(range.name(), range);
  }

  private Index index(Index index) {
    return switch (index) {
      case Index.Free f -> indices.getOrDefault(f, f);
      case Index.Bound b -> new Index.Bound(b.number(), range(b.range()));
      case Index.Literal l -> new Index.Literal(l.value(), range(l.range()));
    };
  }
}
