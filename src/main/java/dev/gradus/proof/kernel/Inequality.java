package dev.gradus.proof.kernel;

import dev.gradus.calculus.Derivative;
import dev.gradus.proof.kernel.Sturm.Segment;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
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
import java.util.stream.Stream;

/**
 * Orders that follow from a sign (SOUNDNESS 25). The rules, by the name a certificate gives:
 *
 * <ul>
 *   <li>{@code difference-sign}: the sign of right - left;
 *   <li>{@code lemma:NAME}: the same, a lemma of {@link Lemma} believed;
 *   <li>{@code taylor:X:A:K}: with d = right - left as a function of the number X: d and its first K-1 derivatives are 0 at X = A, the K-th
 *       has one sign on each side (K = 1 monotone, K = 2 convex);
 *   <li>{@code lipschitz:X:Y}: |f(X) - f(Y)| <= c |X - Y| from -c <= f' <= c;
 *   <li>{@code extreme:whole}, {@code extreme:apart}: the greatest or least component is one of them ({@link Extremes}), then the sign of the difference;
 *   <li>{@code cases:X/RULE}: the rule for X > 0, for X < 0 and for X = 0 ({@link Cases});
 *   <li>{@code steps/RULE}: the rule in each case of the steps and guarded parts ({@link StepCases}); with {@code difference-sign} for equations too;
 *   <li>{@code absolute/RULE}: the rule with absolute values in place of the letters;
 *   <li>{@code contrary:K/RULE}: the rule shows that the K-th assumption, an order, fails where the claim does ({@link Contrary}).
 * </ul>
 *
 * What is shown holds at every point the assumptions allow, of the sizes asked for, at which both sides are defined; what that cuts is the
 * caller's to list. Refuses when the sign is not known, and always when it does not know the rule.
 */
public final class Inequality {
  /** The rules without parameters. */
  public static final List<String> RULES =
      Stream.of(Stream.of("difference-sign"), Stream.of(Lemma.values()).map(Lemma::rule), Stream.of("extreme:whole", "extreme:apart")).flatMap(s -> s).toList();

  /** How the name of a rule begins that is asked in each case of the steps. */
  public static final String STEPS = "steps/";

  private Inequality() {}

  /** In: a claim with an order, the rule's name, least sizes to assume beyond the stated. Out: whether the rule proves it. */
  public static boolean check(Claim claim, String rule, Map<Range, Integer> sizes, Budget budget) {
    if (claim.order() == Claim.Order.EQUAL) {
      // equal in every case of the steps: no case of a sign, a lemma or a monotone function is asked
      return rule.equals(STEPS + "difference-sign") && StepCases.shows(claim, c -> holds(c.order(), sign(c, facts(c, sizes), budget)), budget);
    }
    int nested = rule.indexOf('/');
    if (nested >= 0) {
      return nested(claim, rule.substring(0, nested), rule.substring(nested + 1), sizes, budget);
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
      case "extreme" -> {
        boolean apart = rule.equals("extreme:apart");
        if (!apart && !rule.equals("extreme:whole")) {
          yield false;
        }
        Optional<Claim> without = Extremes.without(claim, apart, plainFacts(claim, sizes));
        yield without.isPresent() && holds(claim.order(), sign(without.get(), facts(without.get(), sizes).with(Extremes.offsets(without.get())), budget));
      }
      case "taylor" -> words.length == 4 && taylor(claim, number(claim, words[1]), words[2], words[3], facts, budget);
      case "lipschitz" -> words.length == 3 && lipschitz(claim, number(claim, words[1]), number(claim, words[2]), facts, budget);
      default -> false;
    };
  }

  private static boolean nested(Claim claim, String outer, String rule, Map<Range, Integer> sizes, Budget budget) {
    if (STEPS.equals(outer + "/")) {
      return StepCases.shows(claim, c -> check(c, rule, sizes, budget), budget);
    }
    if (outer.equals("absolute")) {
      return Cases.absolute(claim).filter(c -> check(c, rule, sizes, budget)).isPresent();
    }
    if (outer.startsWith(Contrary.RULE)) {
      return rule.indexOf('/') < 0 && Contrary.of(claim, outer).filter(c -> check(c, rule, sizes, budget)).isPresent();
    }
    Optional<Term.Entry> number = outer.startsWith("cases:") ? number(claim, outer.substring("cases:".length())) : Optional.empty();
    if (number.isEmpty() || rule.indexOf('/') >= 0) {
      return false;
    }
    List<Claim> cases = Cases.ofSign(claim, number.get(), budget);
    return cases.subList(0, 2).stream().allMatch(c -> check(c, rule, sizes, budget)) && check(cases.get(2), "difference-sign", sizes, budget);
  }

  private static int sign(Claim claim, Facts facts, Budget budget) {
    return Sign.of(difference(claim), facts, budget, 0);
  }

  private static Term difference(Claim claim) {
    return Terms.sum(claim.right(), Terms.negate(claim.left()));
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
    List<Fact> all = new ArrayList<>(plainFacts(claim, sizes).all());
    for (Term side : List.of(claim.left(), claim.right())) {
      for (Domain.Presupposition p : Domain.of(side)) {
        if (p.guards().isEmpty()) {
          defined(p).ifPresent(all::add);
        }
      }
    }
    return new Facts(all, List.of());
  }

  private static Facts plainFacts(Claim claim, Map<Range, Integer> sizes) {
    List<Fact> all = new ArrayList<>(Facts.of(claim.assumptions()).all());
    sizes.forEach((r, n) -> all.add(new Fact.LeastSize(r, n)));
    return new Facts(all, List.of());
  }

  private static Optional<Fact> defined(Domain.Presupposition p) {
    List<Term> terms = Terms.terms(p.condition());
    if (p.under().stream().noneMatch(b -> terms.stream().anyMatch(t -> Terms.mentions(t, b)))) {
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

  /** Components without indices in both sides: what {@code taylor} and {@code lipschitz} may speak of. */
  public static Set<Term.Entry> numbers(Claim claim) {
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
    Term d = difference(claim);
    Segment on = facts.segment(x);
    Facts free = without(facts, x);
    if (!closureHolds(on, a) || !smooth(d, x, a.signum() > 0, free, budget)) {
      return false;
    }
    for (int n = 0; n < k; n++) {
      if (Sign.of(Terms.replace(d, x, a), free, budget, 0) != Signs.ZERO) {
        return false;
      }
      d = Derivative.of(d, x, budget);
    }
    Facts inside = free;
    for (Condition c : bounds(on, x)) {
      inside = inside.with(c);
    }
    Term beyond = Terms.minus(x, a);
    boolean apart = facts.holds(new Condition.NonZero(beyond)) || (a.isZero() && facts.holds(new Condition.NonZero(x)));
    int s = apart || !contains(on, a) ? 0 : Signs.ZERO;
    s |= on.meet(Segment.above(a, false)).isThin() ? 0 : Sign.of(d, inside.with(new Condition.Positive(beyond)), budget, 0);
    int low = on.meet(Segment.below(a, false)).isThin() ? 0 : Sign.of(d, inside.with(new Condition.Positive(Terms.minus(a, x))), budget, 0);
    return holds(claim.order(), s | (k % 2 == 0 ? low : Signs.negate(low)));
  }

  /** The facts that do not speak of x: they hold also between the points considered. */
  private static Facts without(Facts facts, Term.Entry x) {
    List<Fact> kept = new ArrayList<>();
    for (Fact f : facts.all()) {
      boolean speaks =
          switch (f) {
            case Fact.Holds h -> Terms.terms(h.condition()).stream().anyMatch(t -> Terms.families(t).contains(x.family()));
            case Fact.AllPositive p -> p.family().equals(x.family());
            case Fact.AllInUnitInterval p -> p.family().equals(x.family());
            case Fact.SumsToOne p -> p.family().equals(x.family());
            case Fact.OneOf p -> p.family().equals(x.family());
            case Fact.WholeNumbers p -> p.family().equals(x.family());
            case Fact.Symmetric p -> false;
            case Fact.LeastSize p -> false;
            case Fact.Equation e -> true;
          };
      if (!speaks) {
        kept.add(f);
      }
    }
    return new Facts(kept, facts.lemmas());
  }

  private static boolean closureHolds(Segment s, Rational a) {
    return !s.isThin() && s.low().map(l -> l.compareTo(a) <= 0).orElse(true) && s.high().map(h -> a.compareTo(h) <= 0).orElse(true);
  }

  private static boolean contains(Segment s, Rational a) {
    boolean low = s.low().map(l -> l.compareTo(a) < (s.lowClosed() ? 1 : 0)).orElse(true);
    return low && s.high().map(h -> a.compareTo(h) < (s.highClosed() ? 1 : 0)).orElse(true);
  }

  private static List<Condition> bounds(Segment s, Term x) {
    List<Condition> found = new ArrayList<>();
    s.low().ifPresent(l -> found.add(new Condition.NonNegative(Terms.minus(x, l))));
    s.high().ifPresent(h -> found.add(new Condition.NonNegative(Terms.minus(h, x))));
    return found;
  }

  /**
   * Every condition of d is met wherever x is (on the half line x > 0 if that is a condition itself and {@code half} allows it), and nothing in d has a
   * kink.
   */
  private static boolean smooth(Term d, Term.Entry x, boolean half, Facts free, Budget budget) {
    boolean[] plain = {true};
    Terms.visit(d, t -> plain[0] &= !(t instanceof Term.Guard) && !(t instanceof Term.Apply f && isRough(f)));
    Condition positive = new Condition.Positive(x);
    List<Domain.Presupposition> needed = Domain.of(d);
    Facts facts = half && needed.stream().anyMatch(p -> p.condition().equals(positive)) ? free.with(positive) : free;
    for (Domain.Presupposition p : needed) {
      Term t = Terms.terms(p.condition()).get(0);
      int s = p.under().isEmpty() ? Sign.of(t, facts, budget, 0) : Sign.byStructure(t, facts, budget);
      boolean met = p.condition() instanceof Condition.NonZero ? (s & Signs.ZERO) == 0 : s == Signs.POS;
      plain[0] &= met;
    }
    return plain[0];
  }

  private static boolean isRough(Term.Apply f) {
    return !(f.function() instanceof Function.Elementary e) || e == Function.Elementary.STEP;
  }

  /** left is |F(x) - F(y)|, right is c |x - y|; F is smooth everywhere and -c <= F' <= c, strictly for a strict order with x != y. */
  private static boolean lipschitz(Claim claim, Optional<Term.Entry> one, Optional<Term.Entry> other, Facts facts, Budget budget) {
    if (one.isEmpty() || other.isEmpty() || !(claim.order() == Claim.Order.LESS || claim.order() == Claim.Order.LESS_OR_EQUAL)) {
      return false;
    }
    Term.Entry x = one.get();
    Term.Entry y = other.get();
    Optional<Term> u = Terms.insideAbs(claim.left());
    Optional<Term> bound = factorOf(claim.right(), x, y);
    Facts free = without(without(facts, x), y);
    if (u.isEmpty() || bound.isEmpty() || !smooth(u.get(), x, false, free, budget)) {
      return false;
    }
    Term slope = Derivative.of(u.get(), x, budget);
    boolean split =
        Sign.of(Terms.replace(u.get(), x, y), free, budget, 0) == Signs.ZERO && Sign.of(Derivative.of(slope, y, budget), free, budget, 0) == Signs.ZERO;
    Term c = bound.get();
    int above = Sign.of(Terms.minus(c, slope), free, budget, 0);
    int below = Sign.of(Terms.sum(c, slope), free, budget, 0);
    boolean apart = facts.holds(new Condition.NonZero(Terms.minus(x, y))) || facts.holds(new Condition.NonZero(Terms.minus(y, x)));
    int needed = claim.order() == Claim.Order.LESS && apart ? Signs.POS : Signs.NOT_NEG;
    boolean order = claim.order() == Claim.Order.LESS_OR_EQUAL || apart;
    return split && order && (above & ~needed) == 0 && (below & ~needed) == 0;
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
}
