package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Ranges are the same when their names are: here each name gets one range, with the greatest least size and the fixed size of any of them, and a
 * claim is rewritten with these.
 */
final class Ranges {
  private final Map<String, Range> byName = new TreeMap<>();
  private boolean contradicting;

  private Ranges() {}

  /** The ranges of a claim; nothing where one name has two fixed sizes or one family two shapes. */
  static Optional<Ranges> of(Claim claim) {
    Ranges ranges = new Ranges();
    List<Term> terms = new ArrayList<>(List.of(claim.left(), claim.right()));
    terms.addAll(claim.context());
    for (Assumption assumption : claim.assumptions()) {
      switch (assumption.fact()) {
        case Fact.Holds h -> terms.add(new Term.Guard(h.condition(), dev.gradus.term.Rational.ONE));
        case Fact.Equation e -> terms.addAll(List.of(e.left(), e.right()));
        case Fact.LeastSize l -> ranges.add(l.range().atLeast(l.size()));
        case Fact.AllPositive f -> ranges.add(f.family());
        case Fact.AllInUnitInterval f -> ranges.add(f.family());
        case Fact.SumsToOne f -> ranges.add(f.family());
        case Fact.OneOf f -> ranges.add(f.family());
        case Fact.WholeNumbers f -> ranges.add(f.family());
        case Fact.Symmetric f -> ranges.add(f.family());
      }
    }
    Map<String, Family> families = new TreeMap<>();
    for (Term term : terms) {
      Terms.ranges(term).forEach(ranges::add);
      for (Family family : Terms.families(term)) {
        ranges.add(family);
        Family other = families.merge(family.name(), family, (a, b) -> a);
        ranges.contradicting |= !names(other).equals(names(family)) || other.kind() != family.kind();
      }
    }
    return ranges.contradicting ? Optional.empty() : Optional.of(ranges);
  }

  private static List<String> names(Family family) {
    return family.axes().stream().map(Range::name).toList();
  }

  private void add(Family family) {
    family.axes().forEach(this::add);
  }

  private void add(Range range) {
    byName.merge(range.name(), range, this::stricter);
  }

  private Range stricter(Range one, Range other) {
    OptionalInt fixed = one.fixed().isPresent() ? one.fixed() : other.fixed();
    contradicting |= one.fixed().isPresent() && other.fixed().isPresent() && !one.fixed().equals(other.fixed());
    return new Range(one.name(), Math.max(one.least(), other.least()), fixed);
  }

  Range of(Range range) {
    return byName.getOrDefault(range.name(), range);
  }

  Term in(Term term) {
    return switch (term) {
      case Term.Size s -> new Term.Size(of(s.range()));
      case Term.Place p -> new Term.Place(in(p.index()));
      case Term.Entry e -> new Term.Entry(in(e.family()), e.indices().stream().map(this::in).toList());
      case Term.Delta d -> new Term.Delta(in(d.left()), in(d.right()));
      case Term.Over o -> new Term.Over(new Index.Bound(o.index().number(), of(o.index().range())), in(o.body()));
      case Term.Guard g -> new Term.Guard(in(g.condition()), in(g.body()));
      case dev.gradus.term.Rational r -> r;
      case Term.Pi p -> p;
      case Term.Sum s -> Terms.mapParts(s, this::in);
      case Term.Product p -> Terms.mapParts(p, this::in);
      case Term.Power p -> Terms.mapParts(p, this::in);
      case Term.Apply a -> Terms.mapParts(a, this::in);
    };
  }

  private Family in(Family family) {
    return new Family(
        family.name(),
        family.axes().stream().map(this::of).toList(),
        family.kind(),
        family.arguments().stream().map(this::in).toList(),
        family.derivatives().stream().map(this::in).toList());
  }

  private Index in(Index index) {
    return switch (index) {
      case Index.Free f -> new Index.Free(f.name(), of(f.range()));
      case Index.Bound b -> new Index.Bound(b.number(), of(b.range()));
      case Index.Literal l -> new Index.Literal(l.value(), of(l.range()));
    };
  }

  Condition in(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> new Condition.Same(in(c.left()), in(c.right()));
      case Condition.Distinct c -> new Condition.Distinct(in(c.left()), in(c.right()));
      case Condition.Before c -> new Condition.Before(in(c.left()), in(c.right()));
      case Condition.Positive c -> Terms.mapTerm(c, this::in);
      case Condition.NonNegative c -> Terms.mapTerm(c, this::in);
      case Condition.Zero c -> Terms.mapTerm(c, this::in);
      case Condition.NonZero c -> Terms.mapTerm(c, this::in);
    };
  }

  Assumption in(Assumption assumption) {
    Fact fact =
        switch (assumption.fact()) {
          case Fact.Holds h -> new Fact.Holds(in(h.condition()));
          case Fact.Equation e -> new Fact.Equation(in(e.left()), in(e.right()));
          case Fact.LeastSize l -> new Fact.LeastSize(of(l.range()), l.size());
          case Fact.AllPositive f -> new Fact.AllPositive(in(f.family()), f.strict());
          case Fact.AllInUnitInterval f -> new Fact.AllInUnitInterval(in(f.family()));
          case Fact.SumsToOne f -> new Fact.SumsToOne(in(f.family()), f.axis());
          case Fact.OneOf f -> new Fact.OneOf(in(f.family()), f.values());
          case Fact.WholeNumbers f -> new Fact.WholeNumbers(in(f.family()), f.least());
          case Fact.Symmetric f -> new Fact.Symmetric(in(f.family()));
        };
    return new Assumption(fact, assumption.origin(), assumption.text(), assumption.line());
  }

  /** The claim with one range for each name, and conditions on every component of a family as facts about it. */
  Claim in(Claim original) {
    Claim claim = ClaimParts.withFamilyFacts(original);
    return new Claim(
        in(claim.left()),
        claim.order(),
        in(claim.right()),
        claim.assumptions().stream().map(this::in).toList(),
        claim.explicit().stream().map(this::in).toList(),
        claim.context().stream().map(this::in).toList());
  }
}
