package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the common domain of the sides of a claim loses of what the text allows (SOUNDNESS 6): each presupposition of a side as written follows from
 * its sign, or from an assumption (which is used), or is cut. The claim's ranges are those of {@link Ranges}.
 */
final class DomainCheck {
  /** Sizes up to this are looked at for zeros of a divisor in the sizes alone. */
  private static final int SIZES = 1_000;

  private final Claim claim;
  private final Budget budget;
  private final Set<Assumption> used = new LinkedHashSet<>();
  private final Set<Condition> cuts = new LinkedHashSet<>();
  private final Map<Range, Integer> leastSizes = new LinkedHashMap<>();

  DomainCheck(Claim claim, Budget budget) {
    this.claim = claim;
    this.budget = budget;
  }

  /** Everything the sides presuppose. */
  static List<Domain.Presupposition> presupposed(Claim claim) {
    Set<Domain.Presupposition> all = new LinkedHashSet<>(Checkers.domain(claim.left()));
    all.addAll(Checkers.domain(claim.right()));
    return List.copyOf(all);
  }

  /** Discharges all presuppositions; {@code kinks} are cut besides. Answers a refusal where a stated domain would be cut. */
  Optional<Refusal> run(List<Condition> kinks) {
    for (Domain.Presupposition presupposition : presupposed(claim)) {
      Condition condition = presupposition.condition();
      if (!guarded(presupposition) && !stated(condition) && !sizesAlone(condition) && !bySign(condition) && !byEquation(presupposition)) {
        cuts.add(condition);
        if (concernsStated(condition) && !holdsInPart(condition) && !isNegligible(presupposition) && !isEdge(presupposition) && !isThin(presupposition)) {
          return Optional.of(new Refusal.CutsStatedDomain(dev.gradus.term.Latex.of(condition)));
        }
      }
    }
    cuts.addAll(kinks);
    return Optional.empty();
  }

  Set<Assumption> used() {
    return used;
  }

  /** The cuts without those that follow from the others (x > 0 cuts x^2 > 0 as well), each once. */
  List<Condition> cuts() {
    Map<String, Condition> once = new LinkedHashMap<>();
    cuts.forEach(c -> once.putIfAbsent(dev.gradus.term.Latex.of(c), c));
    List<Condition> needed = new ArrayList<>(once.values());
    List<Condition> longestFirst = new ArrayList<>(needed);
    longestFirst.sort(java.util.Comparator.comparingInt((Condition c) -> -dev.gradus.term.Latex.of(c).length()));
    for (Condition cut : longestFirst) {
      List<Assumption> others = new ArrayList<>(claim.assumptions());
      needed.stream().filter(c -> !c.equals(cut)).forEach(c -> others.add(Assumption.stated(new Fact.Holds(c), "")));
      Term term = Terms.terms(cut).get(0);
      if (needed.stream().anyMatch(c -> !c.equals(cut) && implies(c, cut)) || meets(cut, Checkers.sign(term, others, budget))) {
        needed.remove(cut);
      }
    }
    return needed;
  }

  Map<Range, Integer> leastSizes() {
    return leastSizes;
  }

  void atLeast(Range range, int size) {
    if (size > range.least()) {
      leastSizes.merge(range, size, Math::max);
    }
  }

  /** A guard above that says as much. */
  private static boolean guarded(Domain.Presupposition presupposition) {
    return presupposition.guards().stream().anyMatch(g -> implies(g, presupposition.condition()));
  }

  private static boolean implies(Condition stated, Condition wanted) {
    if (Terms.terms(stated).isEmpty() || TermOrder.compare(Terms.terms(stated).get(0), Terms.terms(wanted).get(0)) != 0) {
      return false;
    }
    return switch (wanted) {
      case Condition.NonZero w -> stated instanceof Condition.NonZero || stated instanceof Condition.Positive;
      case Condition.NonNegative w -> stated instanceof Condition.NonNegative || stated instanceof Condition.Positive || stated instanceof Condition.Zero;
      case Condition.Positive w -> stated instanceof Condition.Positive;
      case Condition.Zero w -> stated instanceof Condition.Zero;
      case Condition.Same w -> false;
      case Condition.Distinct w -> false;
      case Condition.Before w -> false;
    };
  }

  private boolean stated(Condition condition) {
    for (Assumption assumption : claim.assumptions()) {
      // What is stated has a value where it holds: also what its own terms presuppose.
      boolean implied =
          (assumption.fact() instanceof Fact.Holds h && implies(h.condition(), condition))
              || ClaimParts.terms(assumption.fact()).stream().flatMap(t -> Checkers.domain(t).stream()).anyMatch(p -> p.guards().isEmpty() && implies(p.condition(), condition));
      if (implied) {
        used.add(assumption);
        return true;
      }
    }
    return false;
  }

  /** By the sign of its term, with as few assumptions as possible. */
  private boolean bySign(Condition condition) {
    Term term = Terms.terms(condition).get(0);
    if (meets(condition, Checkers.sign(term, List.of(), budget))) {
      return true;
    }
    List<Assumption> needed = new ArrayList<>(claim.assumptions());
    if (needed.isEmpty() || !meets(condition, Checkers.sign(term, needed, budget))) {
      return bySolved(condition);
    }
    for (Assumption assumption : claim.assumptions()) {
      List<Assumption> fewer = new ArrayList<>(needed);
      fewer.remove(assumption);
      if (meets(condition, Checkers.sign(term, fewer, budget))) {
        needed = fewer;
      }
    }
    used.addAll(needed);
    return true;
  }

  /** By the sign its term has once stated solved equations are put in, where what is stated has a value. */
  private boolean bySolved(Condition condition) {
    List<Assumption> equations = claim.assumptions().stream().filter(a -> a.fact() instanceof Fact.Equation).toList();
    Term term = Terms.terms(condition).get(0);
    Term solved = Hypotheses.solved(term, equations.stream().map(Assumption::fact).toList());
    List<Assumption> defined = new ArrayList<>(claim.assumptions());
    for (Assumption assumption : claim.assumptions()) {
      for (Term part : ClaimParts.terms(assumption.fact())) {
        Checkers.domain(part).stream()
            .filter(p -> p.guards().isEmpty() && p.under().isEmpty())
            .forEach(p -> defined.add(Assumption.stated(new Fact.Holds(p.condition()), "")));
      }
    }
    List<Term> terms = new ArrayList<>(List.of(solved));
    for (Assumption equation : equations) {
      List<Fact> others = claim.assumptions().stream().filter(a -> !a.equals(equation)).map(Assumption::fact).toList();
      Solution.of((Fact.Equation) equation.fact(), others, budget).forEach(s -> terms.add(s.in(term)));
    }
    if (terms.stream().noneMatch(t -> meets(condition, Checkers.sign(t, defined, budget)))) {
      return false;
    }
    used.addAll(claim.assumptions());
    return true;
  }

  /** By a stated equation that says what it is, up to a factor. */
  private boolean byEquation(Domain.Presupposition presupposition) {
    boolean divisor = presupposition.condition() instanceof Condition.NonZero && presupposition.under().isEmpty();
    Optional<Assumption> equation = divisor ? DivisorByEquation.of(Terms.terms(presupposition.condition()).get(0), claim.assumptions(), budget) : Optional.empty();
    equation.ifPresent(used::add);
    return equation.isPresent();
  }

  /** {@code t > 0} where {@code t >= 0} is known cuts the zero set of t alone, negligible as that of a divisor is. */
  private boolean isEdge(Domain.Presupposition presupposition) {
    return presupposition.condition() instanceof Condition.Positive p
        && meets(new Condition.NonNegative(p.term()), Checkers.sign(p.term(), claim.assumptions(), budget))
        && isNegligible(new Domain.Presupposition(presupposition.under(), presupposition.guards(), new Condition.NonZero(p.term())));
  }

  /** A divisor that is 0 at a negligible part only of the points that satisfy the stated equations. */
  private boolean isThin(Domain.Presupposition presupposition) {
    return presupposition.condition() instanceof Condition.NonZero n
        && presupposition.under().isEmpty()
        && presupposition.guards().isEmpty()
        && Graph.isNegligible(n.term(), claim.assumptions().stream().map(Assumption::fact).toList(), budget);
  }

  private static boolean meets(Condition condition, Sign.Known sign) {
    boolean positive = sign == Sign.Known.POSITIVE;
    return switch (condition) {
      case Condition.Positive c -> positive;
      case Condition.NonNegative c -> positive || sign == Sign.Known.NOT_NEGATIVE || sign == Sign.Known.ZERO;
      case Condition.NonZero c -> positive || sign == Sign.Known.NEGATIVE || sign == Sign.Known.NOT_ZERO;
      case Condition.Zero c -> sign == Sign.Known.ZERO;
      case Condition.Same c -> false;
      case Condition.Distinct c -> false;
      case Condition.Before c -> false;
    };
  }

  /** A divisor in one size alone: its integer roots leave the sizes (SOUNDNESS 16). */
  private boolean sizesAlone(Condition condition) {
    Term term = Terms.terms(condition).get(0);
    Set<Range> ranges = Terms.ranges(term);
    boolean bare = Terms.families(term).isEmpty() && Terms.openIndices(term).isEmpty() && ranges.size() == 1;
    if (!(condition instanceof Condition.NonZero) || !bare) {
      return false;
    }
    Range range = ranges.iterator().next();
    Optional<NormalForm> form = NormalForm.of(term, List.of(), budget);
    if (form.isEmpty() || !isPolynomial(form.get().form())) {
      return false;
    }
    // Beyond 1 + the greatest quotient of coefficients there is no root (Cauchy); that must lie within what is looked at.
    Rational leading = Rational.ONE;
    int degree = -1;
    Rational sum = Rational.ONE;
    for (Map.Entry<Monomial, Rational> t : form.get().form().terms().entrySet()) {
      int e = t.getKey().exponent(new Atom.SizeOf(range));
      if (e > degree) {
        degree = e;
        leading = t.getValue();
      }
      sum = sum.plus(t.getValue().abs());
    }
    if (sum.dividedBy(leading.abs()).compareTo(Rational.of(SIZES - 1)) >= 0) {
      return false;
    }
    for (int size = SIZES; size >= 1; size--) {
      budget.spend(1);
      if (value(form.get().form(), range, size).isZero()) {
        atLeast(range, size + 1);
        return true;
      }
    }
    return true;
  }

  private static boolean isPolynomial(Form form) {
    return !form.isZero()
        && form.terms().keySet().stream()
            .allMatch(m -> m.binders().isEmpty() && m.factors().entrySet().stream().allMatch(f -> f.getKey() instanceof Atom.SizeOf && f.getValue() > 0));
  }

  private static Rational value(Form form, Range range, int size) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> t : form.terms().entrySet()) {
      BigInteger power = BigInteger.valueOf(size).pow(t.getKey().exponent(new Atom.SizeOf(range)));
      sum = sum.plus(t.getValue().times(Rational.of(power)));
    }
    return sum;
  }

  private boolean concernsStated(Condition condition) {
    Set<Family> families = Terms.families(Terms.terms(condition).get(0));
    return families.stream().anyMatch(f -> ClaimParts.explicit(claim).stream().anyMatch(e -> e.name().equals(f.name())));
  }

  /** What an expression beside the claim presupposes as well holds in the part (SOUNDNESS 6), unless the text says more of its letters than equations. */
  private boolean holdsInPart(Condition condition) {
    List<Assumption> others = claim.assumptions().stream().filter(a -> !(a.fact() instanceof Fact.Equation)).toList();
    List<Family> explicit = ClaimParts.explicit(claim.under(others));
    boolean free = Terms.families(Terms.terms(condition).get(0)).stream().noneMatch(f -> explicit.stream().anyMatch(e -> e.name().equals(f.name())));
    return free && claim.context().stream().flatMap(t -> Checkers.domain(t).stream()).anyMatch(p -> p.guards().isEmpty() && p.under().isEmpty() && implies(p.condition(), condition));
  }

  /** Only a divisor that is analytic and not 0 for any size and pattern is negligible; an open cut such as x > 0 never is. */
  private boolean isNegligible(Domain.Presupposition presupposition) {
    if (!(presupposition.condition() instanceof Condition.NonZero nonZero)) {
      return false;
    }
    Term term = nonZero.term();
    for (Index.Bound binder : presupposition.under()) {
      // A free index of its own: every pattern with the others is looked at below.
      term = Terms.substitute(term, binder, new Index.Free("\\beta_{" + binder.number() + "}", binder.range()));
    }
    List<Condition> stated = claim.assumptions().stream().flatMap(a -> a.fact() instanceof Fact.Holds h ? java.util.stream.Stream.of(h.condition()) : java.util.stream.Stream.of()).toList();
    List<Condition> conditions = new ArrayList<>(stated);
    conditions.addAll(presupposition.guards());
    List<Fact> facts = claim.assumptions().stream().map(Assumption::fact).toList();
    for (Patterns.Pattern pattern : Patterns.of(List.of(term), conditions, budget)) {
      Optional<NormalForm> form = NormalForm.of(pattern.in(term), facts, budget);
      if (form.isEmpty() || !new Negligible(form.get().algebra()).isZeroSetOf(form.get().form())) {
        return false;
      }
    }
    return true;
  }
}
