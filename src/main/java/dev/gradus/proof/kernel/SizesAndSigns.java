package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
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
import java.util.Set;
import java.util.function.Predicate;

/** Checks {@link Evidence.CutoffSizes}, {@link Evidence.SignCertificate}, {@link Evidence.MatrixProducts} and {@link Evidence.BySteps}: the rule shows the claim, each pattern has a witness, no stated domain is cut. */
final class SizesAndSigns {
  private SizesAndSigns() {}

  /** Refuses when the sizes handed in fall short of those the cutoff theorem needs. */
  static Checkers.Answer cutoff(Claim original, Evidence.CutoffSizes evidence, Budget budget) {
    return answer(original, evidence.witnesses(), new LinkedHashMap<>(), c -> reached(c, evidence.greatest(), budget), budget);
  }

  private static boolean reached(Claim claim, Map<Range, Integer> greatest, Budget budget) {
    if (!(Cutoff.of(claim, budget) instanceof Cutoff.Outcome.Zero zero)) {
      return false;
    }
    return zero.greatest().entrySet().stream()
        .allMatch(
            needed ->
                greatest.entrySet().stream()
                    .anyMatch(g -> g.getKey().name().equals(needed.getKey().name()) && g.getValue() >= needed.getValue()));
  }

  /** Refuses when the rule does not show the order for the sizes named. */
  static Checkers.Answer sign(Claim original, Evidence.SignCertificate evidence, Budget budget) {
    return answer(original, evidence.witnesses(), evidence.sizes(), c -> Inequality.check(c, evidence.rule(), evidence.sizes(), budget), budget);
  }

  /** Refuses when something is left of the difference of the sides. */
  static Checkers.Answer products(Claim original, Evidence.MatrixProducts evidence, Budget budget) {
    return answer(original, evidence.witnesses(), new LinkedHashMap<>(), c -> MatrixProducts.show(c, budget), budget);
  }

  /** Refuses when induction does not show the claim. */
  static Checkers.Answer steps(Claim original, Evidence.BySteps evidence, Budget budget) {
    return answer(original, evidence.witnesses(), new LinkedHashMap<>(), c -> Induction.shows(c, budget), budget);
  }

  private static Checkers.Answer answer(Claim original, List<Point> witnesses, Map<Range, Integer> sizes, Predicate<Claim> holds, Budget budget) {
    Optional<Ranges> ranges = Ranges.of(original);
    if (ranges.isEmpty()) {
      return new Checkers.Answer.No(new Refusal.Malformed("a name stands for two ranges or two families"));
    }
    Claim claim = ranges.get().in(original);
    if (!holds.test(claim)) {
      return new Checkers.Answer.No(new Refusal.WrongKind("the rule does not show the claim"));
    }
    List<Condition> onIndices = new ArrayList<>();
    claim.assumptions().forEach(a -> {
      if (a.fact() instanceof Fact.Holds h && Terms.terms(h.condition()).isEmpty()) {
        onIndices.add(h.condition());
      }
    });
    List<Patterns.Pattern> patterns = Patterns.of(List.of(claim.left(), claim.right()), onIndices, budget);
    for (Patterns.Pattern pattern : patterns) {
      if (witnesses.stream().noneMatch(p -> pattern.fits(p) && Checkers.isWitness(original, p, budget))) {
        return new Checkers.Answer.No(new Refusal.NoWitness(pattern.text()));
      }
    }
    if (patterns.isEmpty()) {
      return new Checkers.Answer.No(new Refusal.NoWitness("the stated conditions on the indices"));
    }
    return ground(original, claim, sizes, holds, budget);
  }

  private static Checkers.Answer ground(Claim original, Claim claim, Map<Range, Integer> sizes, Predicate<Claim> holds, Budget budget) {
    DomainCheck domain = new DomainCheck(claim, budget);
    Optional<Refusal> refusal = domain.run(List.of());
    if (refusal.isPresent()) {
      return new Checkers.Answer.No(refusal.get());
    }
    for (Map.Entry<Range, Integer> cut : sizes.entrySet()) {
      if (cutsStated(claim, cut.getKey(), cut.getValue())) {
        return new Checkers.Answer.No(new Refusal.CutsStatedDomain(cut.getKey().name() + " is at least " + cut.getValue()));
      }
    }
    sizes.forEach(domain::atLeast);
    Set<Index> open = Terms.openIndices(claim.left(), claim.right());
    for (Index i : open) {
      if (i instanceof Index.Literal l && l.value() != Index.Literal.LAST && l.range().fixed().isEmpty()) {
        domain.atLeast(l.range(), open.contains(Index.Literal.last(l.range())) ? l.value() + 1 : l.value());
      }
    }
    List<Assumption> needed = new ArrayList<>(claim.assumptions());
    for (Assumption a : claim.assumptions()) {
      List<Assumption> fewer = new ArrayList<>(needed);
      fewer.remove(a);
      needed = holds.test(claim.under(fewer)) ? fewer : needed;
    }
    List<Assumption> used = new ArrayList<>();
    for (int k = 0; k < claim.assumptions().size(); k++) {
      Assumption a = claim.assumptions().get(k);
      if (needed.contains(a) || domain.used().contains(a)) {
        used.add(original.assumptions().get(k));
      }
    }
    return new Checkers.Answer.Proof(new Ground(used, domain.cuts(), domain.leastSizes()));
  }

  /** Whether the text states of a size what smaller ones than these meet too: then they are part of its domain (SOUNDNESS 6). */
  private static boolean cutsStated(Claim claim, Range range, int least) {
    for (int size = 1; size < least; size++) {
      boolean stated = false;
      boolean meets = true;
      for (Assumption a : claim.assumptions()) {
        Optional<Boolean> held = a.fact() instanceof Fact.Holds h ? holds(h.condition(), range, size) : Optional.empty();
        stated |= held.isPresent();
        meets &= held.orElse(true);
      }
      if (stated && meets) {
        return true;
      }
    }
    return false;
  }

  /** What an order that speaks of nothing but the size of a range says at one size. */
  private static Optional<Boolean> holds(Condition condition, Range range, int size) {
    List<Term> terms = Terms.terms(condition);
    Optional<Rational> value = terms.size() == 1 && Terms.ranges(terms.get(0)).stream().anyMatch(r -> r.name().equals(range.name())) ? value(terms.get(0), range, size) : Optional.empty();
    return switch (condition) {
      case Condition.Positive _ -> value.map(v -> v.signum() > 0);
      case Condition.NonNegative _ -> value.map(v -> v.signum() >= 0);
      case Condition.Zero _, Condition.NonZero _, Condition.Same _, Condition.Distinct _, Condition.Before _ -> Optional.empty();
    };
  }

  private static Optional<Rational> value(Term term, Range range, int size) {
    return switch (term) {
      case Rational r -> Optional.of(r);
      case Term.Size s -> s.range().name().equals(range.name()) ? Optional.of(Rational.of(size)) : Optional.empty();
      case Term.Sum s -> s.terms().stream().map(t -> value(t, range, size)).reduce(Optional.of(Rational.ZERO), (a, b) -> a.flatMap(x -> b.map(x::plus)));
      case Term.Product p -> p.factors().stream().map(t -> value(t, range, size)).reduce(Optional.of(Rational.ONE), (a, b) -> a.flatMap(x -> b.map(x::times)));
      default -> Optional.empty();
    };
  }
}
