package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Contrary;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Inequality;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import dev.gradus.term.Function;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for a rule that proves an order, first for all sizes, then for sizes of two and more (SOUNDNESS 8). */
final class InequalityProver {
  private InequalityProver() {}

  /** In: a claim with an order, and points at which both sides have a value. Out: a certificate that the kernel accepts, if one of its rules fits. */
  static Optional<Evidence.SignCertificate> search(Claim original, List<Point> witnesses, Budget budget) {
    Claim claim = ClaimParts.withFamilyFacts(original);
    if (claim.order() == Claim.Order.EQUAL) {
      return Optional.empty();
    }
    Set<Range> ranges = Terms.ranges(claim.left(), claim.right());
    Map<Range, Integer> two = new LinkedHashMap<>();
    ranges.stream().filter(r -> r.fixed().isEmpty() && r.least() < 2).forEach(r -> two.put(r, 2));
    for (String rule : rules(claim)) {
      for (Map<Range, Integer> sizes : two.isEmpty() ? List.of(two) : List.of(new LinkedHashMap<Range, Integer>(), two)) {
        if (Inequality.check(claim, rule, sizes, budget)) {
          return Optional.of(new Evidence.SignCertificate(rule, needed(claim, rule, sizes, budget), witnesses));
        }
      }
    }
    return Optional.empty();
  }

  /** Drops each size that the rule does not need. */
  private static Map<Range, Integer> needed(Claim claim, String rule, Map<Range, Integer> sizes, Budget budget) {
    Map<Range, Integer> left = new LinkedHashMap<>(sizes);
    if (sizes.size() > 1) {
      for (Range r : sizes.keySet()) {
        Map<Range, Integer> fewer = new LinkedHashMap<>(left);
        fewer.remove(r);
        left = Inequality.check(claim, rule, fewer, budget) ? fewer : left;
      }
    }
    return left;
  }

  private static List<String> rules(Claim claim) {
    List<String> rules = new ArrayList<>(Inequality.RULES);
    List<String> numbers = new ArrayList<>();
    for (Term.Entry e : Inequality.numbers(claim)) {
      numbers.add(e.family().name());
    }
    for (String x : numbers) {
      for (String y : numbers) {
        if (!x.equals(y)) {
          rules.add("lipschitz:" + x + ":" + y);
        }
      }
      for (String order : List.of("1", "2", "3")) {
        rules.add("taylor:" + x + ":0:" + order);
        rules.add("taylor:" + x + ":1:" + order);
      }
    }
    for (int k : Contrary.assumptions(claim)) {
      rules.addAll(numbers.stream().map(x -> Contrary.RULE + k + "/taylor:" + x + ":0:1").toList());
      rules.add(Contrary.RULE + k + "/difference-sign");
    }
    boolean steps = holdsStep(claim.left()) || holdsStep(claim.right());
    for (String rule : steps ? Inequality.RULES : List.<String>of()) {
      rules.add("absolute/" + rule);
    }
    for (String rule : steps ? Inequality.RULES : List.<String>of()) {
      rules.add(Inequality.STEPS + rule);
    }
    for (String x : steps ? numbers : List.<String>of()) {
      for (String rule : List.of("difference-sign", "lemma:tangent", "taylor:" + x + ":0:1", "taylor:" + x + ":0:2")) {
        rules.add("cases:" + x + "/" + rule);
      }
    }
    return rules;
  }

  /** An equation that holds in each case of its steps. */
  static Optional<Evidence.SignCertificate> cases(Claim claim, Budget budget) {
    boolean steps = holdsStep(claim.left()) || holdsStep(claim.right());
    boolean shown = steps && Inequality.check(ClaimParts.withFamilyFacts(claim), Inequality.STEPS + "difference-sign", new LinkedHashMap<>(), budget);
    return shown ? Optional.of(new Evidence.SignCertificate(Inequality.STEPS + "difference-sign", List.of())) : Optional.empty();
  }

  private static boolean holdsStep(Term t) {
    return (t instanceof Term.Apply a && a.function() == Function.Elementary.STEP)
        || (t instanceof Term.Guard g && Terms.indices(g.condition()).isEmpty())
        || Terms.parts(t).stream().anyMatch(InequalityProver::holdsStep);
  }
}
