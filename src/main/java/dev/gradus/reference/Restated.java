package dev.gradus.reference;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims put so that they can be compared with a form, without a change of what they say. */
final class Restated {
  private Restated() {}

  /** What is said for i = j is said of i alone. */
  static Chain.Link forEqualIndices(Chain.Link link) {
    Map<Index, Index> same = new LinkedHashMap<>();
    for (Assumption assumption : link.claim().assumptions()) {
      if (assumption.fact() instanceof Fact.Holds h && h.condition() instanceof Condition.Same s && same.isEmpty()) {
        same.put(s.right(), s.left());
      }
    }
    if (same.isEmpty()) {
      return link;
    }
    return new Chain.Link(
        sides(link.claim(), Terms.substitute(link.claim().left(), same), Terms.substitute(link.claim().right(), same)),
        link.derivative()
            .map(d -> new Asked.Derivative(Terms.substitute(d.term(), same), (Term.Entry) Terms.substitute(d.by(), same))));
  }

  /**
   * A function applied element by element speaks of one number: where every vector of the chain occurs at the same free indices only, its
   * component is a number. As they were when that is not so, or when an assumption is made.
   */
  static List<Chain.Link> forOneComponent(List<Chain.Link> links) {
    Map<String, Term.Entry> seen = new LinkedHashMap<>();
    List<Chain.Link> restated = new ArrayList<>();
    for (Chain.Link link : links) {
      Claim claim = link.claim();
      Optional<Term> left = component(claim.left(), seen);
      Optional<Term> right = component(claim.right(), seen);
      if (left.isEmpty() || right.isEmpty() || !claim.assumptions().isEmpty() || !claim.explicit().isEmpty()) {
        return links;
      }
      Optional<Asked.Derivative> derivative = Optional.empty();
      if (link.derivative().isPresent()) {
        Optional<Term> of = component(link.derivative().get().term(), seen);
        Optional<Term> by = component(link.derivative().get().by(), seen);
        if (of.isEmpty() || by.isEmpty()) {
          return links;
        }
        derivative = Optional.of(new Asked.Derivative(of.get(), (Term.Entry) by.get()));
      }
      restated.add(new Chain.Link(sides(claim, left.get(), right.get()), derivative));
    }
    return restated;
  }

  private static Claim sides(Claim claim, Term left, Term right) {
    return new Claim(left, claim.order(), right, claim.assumptions(), claim.explicit(), claim.context());
  }

  /** The term with each component replaced by a number of the same name; empty when a family occurs at two places or under a sum. */
  private static Optional<Term> component(Term term, Map<String, Term.Entry> seen) {
    boolean[] one = {true};
    Term restated = component(term, seen, one);
    return one[0] ? Optional.of(restated) : Optional.empty();
  }

  private static Term component(Term term, Map<String, Term.Entry> seen, boolean[] one) {
    if (term instanceof Term.Entry e) {
      Term.Entry known = seen.computeIfAbsent(e.family().name(), name -> e);
      Family family = e.family();
      one[0] &= known.equals(e) && family.arguments().isEmpty() && e.indices().stream().allMatch(i -> i instanceof Index.Free);
      return new Term.Entry(new Family(family.name(), List.of(), family.kind(), List.of(), List.of()), List.of());
    }
    if (term instanceof Term.Over || term instanceof Term.Size || !Terms.ownIndices(term).isEmpty()) {
      one[0] = false;
      return term;
    }
    return Terms.mapParts(term, part -> component(part, seen, one));
  }
}
