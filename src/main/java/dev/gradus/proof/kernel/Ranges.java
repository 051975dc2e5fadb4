package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Renaming;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ranges are the same when their names are: here each name gets one range, with the greatest least size and the fixed size of any of them, and a
 * claim is rewritten with these.
 */
final class Ranges implements Renaming {
  private final Map<String, Range> byName = new TreeMap<>();
  private boolean contradicting;

  private Ranges() {}

  /** The ranges of a claim; nothing where one name has two fixed sizes or one family two shapes. */
  static Optional<Ranges> of(Claim claim) {
    Ranges ranges = new Ranges();
    for (Assumption assumption : claim.assumptions()) {
      ClaimParts.family(assumption.fact()).forEach(ranges::add);
      if (assumption.fact() instanceof Fact.LeastSize l) {
        ranges.add(l.range().atLeast(l.size()));
      }
      if (assumption.fact() instanceof Fact.Holds h) {
        Terms.indices(h.condition()).forEach(i -> ranges.add(i.range()));
      }
    }
    Map<String, Family> families = new TreeMap<>();
    for (Term term : ClaimParts.terms(claim)) {
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
    contradicting |= one.fixed().isPresent() && other.fixed().isPresent() && !one.fixed().equals(other.fixed());
    return ClaimParts.stricter(one, other);
  }

  @Override
  public Range range(Range range) {
    return byName.getOrDefault(range.name(), range);
  }

  private Assumption in(Assumption assumption) {
    return assumption.with(assumption.fact().renamed(this));
  }

  /** The claim with one range for each name, and conditions on every component of a family as facts about it. */
  Claim in(Claim original) {
    Claim claim = ClaimParts.withFamilyFacts(original);
    return new Claim(
        in(claim.left()),
        claim.order(),
        in(claim.right()),
        claim.assumptions().stream().map(this::in).toList(),
        claim.explicit().stream().map(this::family).toList(),
        claim.context().stream().map(this::in).toList());
  }
}
