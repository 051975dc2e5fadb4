package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What occurs in a claim: its terms, families, ranges and indices, assumptions and context included. */
public final class ClaimParts {
  private ClaimParts() {}

  /** The terms a fact speaks of. */
  public static List<Term> terms(Fact fact) {
    return switch (fact) {
      case Fact.Holds h -> Terms.terms(h.condition());
      case Fact.Equation e -> List.of(e.left(), e.right());
      case Fact.AllPositive p -> List.of();
      case Fact.AllInUnitInterval u -> List.of();
      case Fact.SumsToOne s -> List.of();
      case Fact.OneOf o -> List.of();
      case Fact.WholeNumbers w -> List.of();
      case Fact.Symmetric s -> List.of();
      case Fact.LeastSize l -> List.of();
    };
  }

  /** The family a fact restricts as a whole; none for conditions, equations and sizes. */
  public static List<Family> family(Fact fact) {
    return switch (fact) {
      case Fact.AllPositive p -> List.of(p.family());
      case Fact.AllInUnitInterval u -> List.of(u.family());
      case Fact.SumsToOne s -> List.of(s.family());
      case Fact.OneOf o -> List.of(o.family());
      case Fact.WholeNumbers w -> List.of(w.family());
      case Fact.Symmetric s -> List.of(s.family());
      case Fact.Holds h -> List.of();
      case Fact.Equation e -> List.of();
      case Fact.LeastSize l -> List.of();
    };
  }

  /** The families a fact speaks of, as a whole or in its terms. */
  public static List<Family> families(Fact fact) {
    List<Family> found = new ArrayList<>(family(fact));
    terms(fact).forEach(t -> found.addAll(Terms.families(t)));
    return found;
  }

  /** Both sides, the context, and the terms of the assumptions. */
  public static List<Term> terms(Claim claim) {
    List<Term> found = new ArrayList<>(List.of(claim.left(), claim.right()));
    found.addAll(claim.context());
    claim.assumptions().forEach(a -> found.addAll(terms(a.fact())));
    return found;
  }

  /** The families that occur, one for each name, those of the sides first. */
  public static List<Family> families(Claim claim) {
    Map<String, Family> found = new LinkedHashMap<>();
    for (Term term : terms(claim)) {
      Terms.families(term).forEach(f -> found.putIfAbsent(Evaluator.key(f), f));
    }
    claim.assumptions().forEach(a -> family(a.fact()).forEach(f -> found.putIfAbsent(Evaluator.key(f), f)));
    return List.copyOf(found.values());
  }

  /** Whether two families are the same letter: ranges count by name. */
  public static boolean same(Family left, Family right) {
    return Evaluator.key(left).equals(Evaluator.key(right));
  }

  /** Whether one name stands for two families of different shape or kind: then no value is the family's. */
  public static boolean ambiguous(Claim claim) {
    List<Family> all = new ArrayList<>();
    terms(claim).forEach(t -> all.addAll(Terms.families(t)));
    claim.assumptions().forEach(a -> all.addAll(family(a.fact())));
    Map<String, Family> first = new LinkedHashMap<>();
    for (Family family : all) {
      Family other = first.computeIfAbsent(Evaluator.key(family), k -> family);
      boolean sameAxes = family.axes().stream().map(Range::name).toList().equals(other.axes().stream().map(Range::name).toList());
      if (!sameAxes || family.kind() != other.kind()) {
        return true;
      }
    }
    return false;
  }

  /** For each name the range as the claim needs it: the greatest of the least sizes, fixed where one of them is. */
  public static Map<String, Range> ranges(Claim claim) {
    Map<String, Range> found = new LinkedHashMap<>();
    terms(claim).forEach(t -> Terms.ranges(t).forEach(r -> found.merge(r.name(), r, ClaimParts::stricter)));
    families(claim).forEach(f -> f.axes().forEach(r -> found.merge(r.name(), r, ClaimParts::stricter)));
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.LeastSize least) {
        found.merge(least.range().name(), least.range().atLeast(least.size()), ClaimParts::stricter);
      }
      if (assumption.fact() instanceof Fact.Holds holds) {
        Terms.indices(holds.condition()).forEach(i -> found.merge(i.range().name(), i.range(), ClaimParts::stricter));
      }
    }
    return found;
  }

  /** One range for two of the same name: the greater least size, and the first fixed one. */
  static Range stricter(Range one, Range other) {
    return (one.fixed().isPresent() ? one : new Range(one.name(), one.least(), other.fixed())).atLeast(other.least());
  }

  /** Free indices and literals of the sides and of the conditions stated of particular indices. */
  public static Set<Index> indices(Claim claim) {
    Set<Index> found = Terms.openIndices(claim.left(), claim.right());
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Holds holds) {
        found.addAll(Terms.indices(holds.condition()));
        Terms.terms(holds.condition()).forEach(t -> found.addAll(Terms.openIndices(t)));
      }
    }
    return found;
  }

  /** The families whose values the text restricts (SOUNDNESS 5): those the claim calls explicit, and those of every stated fact about values. */
  static List<Family> explicit(Claim claim) {
    List<Family> found = new ArrayList<>(claim.explicit());
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.origin() == Assumption.Origin.STATED && !(assumption.fact() instanceof Fact.Symmetric)) {
        found.addAll(families(assumption.fact()));
      }
    }
    return List.copyOf(found);
  }

  /** Whether a cut may matter on some letter: the text restricts its values. */
  public static boolean isExplicit(Claim claim) {
    return !explicit(claim).isEmpty();
  }

  /** Free indices of a stated condition on a value that neither side of the claim mentions: it holds at all their elements. */
  public static List<Index.Free> everyIndex(Claim claim, Condition condition) {
    Set<Index> sides = Terms.openIndices(claim.left(), claim.right());
    List<Index.Free> found = new ArrayList<>();
    for (Term term : Terms.terms(condition)) {
      for (Index index : Terms.openIndices(term)) {
        boolean named = sides.stream().anyMatch(s -> s instanceof Index.Free f && index instanceof Index.Free g && f.name().equals(g.name()) && f.range().name().equals(g.range().name()));
        if (index instanceof Index.Free free && !named && !found.contains(free)) {
          found.add(free);
        }
      }
    }
    return found;
  }

  /** The claim with {@code p_i > 0} for every i, where nothing else is stated of i, as a fact about the family; the assumptions keep their places. */
  public static Claim withFamilyFacts(Claim claim) {
    List<Assumption> assumptions =
        claim.assumptions().stream().map(a -> a.with(familyFact(claim, a.fact()))).toList();
    return claim.under(assumptions);
  }

  /** The claim to look for witnesses of: where geometric sums can be closed, the closed form has a value there too. */
  public static Claim withClosedSums(Claim claim) {
    List<Term> context = new ArrayList<>(claim.context());
    Geometric.closed(claim.left(), claim.right(), claim.assumptions().stream().map(Assumption::fact).toList()).ifPresent(context::addAll);
    return new Claim(claim.left(), claim.order(), claim.right(), claim.assumptions(), claim.explicit(), context);
  }

  private static Fact familyFact(Claim claim, Fact fact) {
    boolean sign = fact instanceof Fact.Holds h && (h.condition() instanceof Condition.Positive || h.condition() instanceof Condition.NonNegative);
    if (!sign || !(fact instanceof Fact.Holds h) || !(Terms.terms(h.condition()).get(0) instanceof Term.Entry entry) || entry.indices().isEmpty()) {
      return fact;
    }
    List<Index.Free> every = everyIndex(claim, h.condition());
    boolean restricted =
        claim.assumptions().stream()
            .anyMatch(a -> a.fact() instanceof Fact.Holds o && Terms.terms(o.condition()).isEmpty() && Terms.indices(o.condition()).stream().anyMatch(i -> i instanceof Index.Free f && every.contains(f)));
    boolean whole = every.containsAll(entry.indices()) && entry.indices().stream().distinct().count() == entry.indices().size();
    return whole && !restricted ? new Fact.AllPositive(entry.family(), h.condition() instanceof Condition.Positive) : fact;
  }

  /** Whether something occurs whose value exists but is not known (SOUNDNESS 24). */
  public static boolean holdsUnknown(Term term) {
    boolean[] found = {false};
    Terms.visit(
        term,
        t -> {
          found[0] |= t instanceof Term.Entry e && e.family().kind() == Family.Kind.UNKNOWN;
          found[0] |= t instanceof Term.Apply a && a.function() instanceof Function.Opaque;
        });
    return found[0];
  }

  /** The term with every function that is not known further taken to be e^u. */
  static Term withTotalFunctions(Term term) {
    Term mapped = Terms.mapParts(term, ClaimParts::withTotalFunctions);
    return mapped instanceof Term.Apply a && a.function() instanceof Function.Opaque ? Terms.exp(a.argument()) : mapped;
  }

  /** All elements of a family's axes at the given sizes, in order; empty where a size is missing. */
  public static List<List<Integer>> elements(List<Range> axes, Map<String, Integer> sizes) {
    List<List<Integer>> found = List.of(List.of());
    for (Range axis : axes) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : found) {
        for (int element = 1; element <= sizes.getOrDefault(axis.name(), 0); element++) {
          List<Integer> next = new ArrayList<>(start);
          next.add(element);
          longer.add(next);
        }
      }
      found = longer;
    }
    return found;
  }
}
