package dev.gradus.proof.kernel;

import dev.gradus.calculus.Derivative;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders that follow from a sign (SOUNDNESS 25). The rules, by the name a certificate gives:
 *
 * <ul>
 *   <li>{@code difference-sign}: the sign of right - left;
 *   <li>{@code lemma:NAME}: the same, a lemma of {@link Lemma} believed;
 *   <li>{@code taylor:X:A:K}: with d = right - left as a function of the number X: d and its first K-1 derivatives are 0 at X = A, the K-th
 *       has one sign on each side (K = 1 monotone, K = 2 convex);
 *   <li>{@code lipschitz:X:Y}: |f(X) - f(Y)| <= c |X - Y| from -c <= f' <= c.
 * </ul>
 *
 * What is shown holds at every point the assumptions allow, of the sizes asked for, at which both sides are defined; what that cuts is the
 * caller's to list. Refuses when the sign is not known, and always when it does not know the rule.
 */
final class SignRules {
  private SignRules() {}

  /** In: a claim with an order, the rule's name, least sizes to assume beyond the stated. Out: whether the rule proves it. */
  static boolean check(Claim claim, String rule, Map<Range, Integer> sizes, Budget budget) {
    if (claim.order() == Claim.Order.EQUAL) {
      return false;
    }
    Facts facts = facts(claim, sizes);
    String[] words = rule.split(":", -1);
    return switch (words[0]) {
      case "difference-sign" -> words.length == 1 && holds(claim.order(), sign(claim, facts, budget));
      case "lemma" -> {
        for (Lemma lemma : Lemma.values()) {
          if (lemma.rule().equals(rule)) {
            yield holds(claim.order(), sign(claim, facts.believing(lemma), budget));
          }
        }
        yield false;
      }
      case "taylor" -> words.length == 4 && taylor(claim, number(claim, words[1]), words[2], words[3], facts, budget);
      case "lipschitz" -> words.length == 3 && lipschitz(claim, number(claim, words[1]), number(claim, words[2]), facts, budget);
      default -> false;
    };
  }

  private static int sign(Claim claim, Facts facts, Budget budget) {
    return Sign.of(Terms.minus(claim.right(), claim.left()), facts, budget, 0);
  }

  /** All signs of right - left that are possible are among those the order allows. */
  private static boolean holds(Claim.Order order, int signs) {
    int allowed =
        switch (order) {
          case EQUAL -> Signs.ZERO;
          case NOT_EQUAL -> Signs.NEG | Signs.POS;
          case LESS -> Signs.POS;
          case LESS_OR_EQUAL -> Signs.NOT_NEG;
          case GREATER -> Signs.NEG;
          case GREATER_OR_EQUAL -> Signs.NOT_POS;
        };
    return (signs & ~allowed) == 0;
  }

  /** The stated facts, the sizes, and what being defined says: ln u is defined only where u > 0. */
  private static Facts facts(Claim claim, Map<Range, Integer> sizes) {
    List<Fact> all = new ArrayList<>(Facts.of(claim.assumptions()).all());
    sizes.forEach((r, n) -> all.add(new Fact.LeastSize(r, n)));
    for (Term side : List.of(claim.left(), claim.right())) {
      for (Domain.Presupposition p : Domain.of(side)) {
        if (p.guards().isEmpty()) {
          defined(p).ifPresent(all::add);
        }
      }
    }
    return new Facts(all, List.of());
  }

  private static Optional<Fact> defined(Domain.Presupposition p) {
    List<Term> terms = Terms.terms(p.condition());
    if (p.under().stream().noneMatch(b -> terms.stream().anyMatch(t -> Kernels.mentions(t, b)))) {
      return Optional.of(new Fact.Holds(p.condition()));
    }
    boolean strict = p.condition() instanceof Condition.Positive;
    boolean all =
        (strict || p.condition() instanceof Condition.NonNegative)
            && terms.get(0) instanceof Term.Entry e
            && new LinkedHashSet<>(e.indices()).size() == e.indices().size()
            && p.under().containsAll(e.indices());
    return all && terms.get(0) instanceof Term.Entry e ? Optional.of(new Fact.AllPositive(e.family(), strict)) : Optional.empty();
  }

  /** The only number (component without indices) of that name in the claim. */
  private static Optional<Term.Entry> number(Claim claim, String name) {
    return numbers(claim).stream().filter(e -> e.family().name().equals(name)).findFirst();
  }

  static Set<Term.Entry> numbers(Claim claim) {
    Set<Term.Entry> found = new LinkedHashSet<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(
          side,
          t -> {
            if (t instanceof Term.Entry e && e.family().isScalar()) {
              found.add(e);
            }
          });
    }
    return found;
  }

  /**
   * Taylor's formula with the rest by Lagrange, on both sides of A. The difference is smooth on the line or, where ln x, sqrt x, 1/x of the number x
   * itself or of what is positive anyway are the only conditions, on a half line that holds A.
   */
  private static boolean taylor(Claim claim, Optional<Term.Entry> number, String at, String order, Facts facts, Budget budget) {
    if (number.isEmpty() || !List.of("0", "1").contains(at) || !List.of("1", "2", "3").contains(order)) {
      return false;
    }
    Term.Entry x = number.get();
    Rational a = Rational.of(Integer.parseInt(at));
    int k = Integer.parseInt(order);
    Term d = Terms.minus(claim.right(), claim.left());
    if (!smooth(d, x, a, facts, budget)) {
      return false;
    }
    for (int n = 0; n < k; n++) {
      if (Sign.of(replace(d, x, a), facts, budget, 0) != Signs.ZERO) {
        return false;
      }
      d = Derivative.of(d, x, budget);
    }
    Facts above = facts.with(new Condition.Positive(Terms.minus(x, a)));
    Facts below = facts.with(new Condition.Positive(Terms.minus(a, x)));
    int s = atPoint(x, a, facts);
    s |= facts.segment(x).meet(Sturm.Segment.above(a, false)).isThin() ? 0 : Sign.of(d, above, budget, 0);
    int low = facts.segment(x).meet(Sturm.Segment.below(a, false)).isThin() ? 0 : Sign.of(d, below, budget, 0);
    return holds(claim.order(), s | (k % 2 == 0 ? low : Signs.negate(low)));
  }

  private static int atPoint(Term.Entry x, Rational a, Facts facts) {
    boolean excluded = facts.all().stream().anyMatch(f -> f instanceof Fact.Holds(Condition.NonZero(Term t)) && (t.equals(Terms.minus(x, a)) || (a.isZero() && t.equals(x))));
    Sturm.Segment s = facts.segment(x);
    boolean low = s.low().isPresent() && (a.compareTo(s.low().get()) < 0 || (a.equals(s.low().get()) && !s.lowClosed()));
    boolean high = s.high().isPresent() && (a.compareTo(s.high().get()) > 0 || (a.equals(s.high().get()) && !s.highClosed()));
    return excluded || low || high ? 0 : Signs.ZERO;
  }

  /** Smooth between A and every point considered: each condition is met everywhere, or is x > 0 (or x != 0 with x > 0) and A > 0. */
  private static boolean smooth(Term d, Term.Entry x, Rational a, Facts facts, Budget budget) {
    boolean[] plain = {true};
    Terms.visit(d, t -> plain[0] &= !(t instanceof Term.Guard) && !(t instanceof Term.Apply f && isRough(f)));
    Facts free = new Facts(facts.all().stream().filter(f -> !(f instanceof Fact.Holds(Condition c) && Terms.terms(c).stream().anyMatch(t -> Terms.families(t).contains(x.family())))).toList(), List.of());
    Facts positive = free.with(new Condition.Positive(x));
    boolean half = a.signum() > 0 && Domain.of(d).stream().anyMatch(p -> p.condition().equals(new Condition.Positive(x)) && p.guards().isEmpty());
    for (Domain.Presupposition p : Domain.of(d)) {
      Term t = Terms.terms(p.condition()).get(0);
      int s = p.under().isEmpty() ? Sign.of(t, half ? positive : free, budget, 0) : Sign.byStructure(t, half ? positive : free, budget);
      boolean met = p.condition() instanceof Condition.NonZero ? (s & Signs.ZERO) == 0 : s == Signs.POS;
      if (!met) {
        return false;
      }
    }
    return plain[0];
  }

  private static boolean isRough(Term.Apply f) {
    return f.function() instanceof dev.gradus.term.Function.Elementary e ? e == dev.gradus.term.Function.Elementary.STEP : true;
  }

  private static Term replace(Term t, Term what, Term by) {
    return t.equals(what) ? by : Terms.mapParts(t, u -> replace(u, what, by));
  }

  /** left is |F(x) - F(y)|, right is c |x - y|; F is smooth everywhere and -c <= F' <= c, strictly for a strict order with x != y. */
  private static boolean lipschitz(Claim claim, Optional<Term.Entry> one, Optional<Term.Entry> other, Facts facts, Budget budget) {
    if (one.isEmpty() || other.isEmpty() || !(claim.order() == Claim.Order.LESS || claim.order() == Claim.Order.LESS_OR_EQUAL)) {
      return false;
    }
    Term.Entry x = one.get();
    Term.Entry y = other.get();
    Optional<Term> u = insideModulus(claim.left());
    Optional<Term> bound = factorOf(claim.right(), x, y);
    if (u.isEmpty() || bound.isEmpty() || !smooth(u.get(), x, Rational.ONE, facts, budget) || !smooth(u.get(), y, Rational.ONE, facts, budget)) {
      return false;
    }
    boolean anywhere = Domain.of(u.get()).stream().noneMatch(p -> p.condition().equals(new Condition.Positive(x)) || p.condition().equals(new Condition.Positive(y)));
    Term slope = Derivative.of(u.get(), x, budget);
    boolean split = Sign.of(replace(u.get(), x, y), facts, budget, 0) == Signs.ZERO && Sign.of(Derivative.of(slope, y, budget), facts, budget, 0) == Signs.ZERO;
    Term c = bound.get();
    int above = Sign.of(Terms.minus(c, slope), facts, budget, 0);
    int below = Sign.of(Terms.sum(c, slope), facts, budget, 0);
    boolean apart = facts.holds(new Condition.NonZero(Terms.minus(x, y))) || facts.holds(new Condition.NonZero(Terms.minus(y, x)));
    int needed = claim.order() == Claim.Order.LESS && apart ? Signs.POS : Signs.NOT_NEG;
    boolean order = claim.order() == Claim.Order.LESS_OR_EQUAL || apart;
    return anywhere && split && order && (above & ~needed) == 0 && (below & ~needed) == 0;
  }

  /** u of u (2 [u>0] - 1). */
  private static Optional<Term> insideModulus(Term t) {
    return t instanceof Term.Product p && p.factors().size() == 2 && Terms.abs(p.factors().get(0)).equals(t) ? Optional.of(p.factors().get(0)) : Optional.empty();
  }

  /** c of c |x - y|, free of x and y. */
  private static Optional<Term> factorOf(Term right, Term x, Term y) {
    for (Term modulus : List.of(Terms.abs(Terms.minus(x, y)), Terms.abs(Terms.minus(y, x)))) {
      if (right.equals(modulus)) {
        return Optional.of(Rational.ONE);
      }
      List<Term> factors = right instanceof Term.Product p ? p.factors() : List.of();
      List<Term> rest = new ArrayList<>(factors);
      if (rest.remove(modulus) && rest.stream().noneMatch(t -> contains(t, x) || contains(t, y))) {
        return Optional.of(Terms.product(rest));
      }
    }
    return Optional.empty();
  }

  private static boolean contains(Term t, Term part) {
    return t.equals(part) || Terms.parts(t).stream().anyMatch(u -> contains(u, part));
  }

  /** Indices are not looked at: they stand for any element. */
  static boolean isOpen(Index index) {
    return !(index instanceof Index.Bound);
  }
}
