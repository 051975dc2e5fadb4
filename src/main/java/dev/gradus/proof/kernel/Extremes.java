package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders with a greatest (or least) component of a family x: it is x_k for some element k, and every component is x_k - d_i with d_i >= 0 and d_k = 0 (x_k + d_i
 * for the least). So is the greatest c e^(x_i) with c > 0, the exponential being increasing. A sum over the range may have its term for k taken out.
 */
final class Extremes {
  private static final String OFFSET = "offset of ";

  private Extremes() {}

  /** The family of the greatest component, and whether it is the least one. */
  private record Extreme(Family family, Term value, boolean least) {}

  /**
   * In: a claim, the facts about it, whether sums are taken apart. Out: a claim that implies it, without its greatest and least components; nothing where there
   * is none, or more than one, or the family is spoken of by a fact.
   */
  static Optional<Claim> without(Claim claim, boolean apart, Facts facts) {
    Map<Term, Greatest> found = new LinkedHashMap<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(side, t -> Greatest.of(t).ifPresent(g -> found.put(t, g)));
    }
    Optional<Extreme> extreme = found.values().stream().findFirst().flatMap(g -> extreme(g, facts));
    if (extreme.isEmpty() || found.keySet().stream().map(t -> Terms.freshBound(t, 0)).distinct().count() > 1) {
      return Optional.empty();
    }
    Extreme e = extreme.get();
    boolean spoken = facts.all().stream().anyMatch(f -> ClaimParts.families(f).contains(e.family()));
    if (spoken) {
      return Optional.empty();
    }
    Parts parts = new Parts(e, found, apart);
    Claim result = new Claim(parts.in(claim.left()), claim.order(), parts.in(claim.right()), claim.assumptions(), claim.explicit(), claim.context());
    return Terms.families(result.left(), result.right()).contains(e.family()) ? Optional.empty() : Optional.of(result);
  }

  /** The greatest of enclosed values; not known where two enclosures overlap without being the same. */
  static <I extends Interval<I>> Evaluator.Part<I> greatest(List<Evaluator.Part<I>> parts) {
    Evaluator.Part<I> best = parts.get(0);
    for (Evaluator.Part<I> next : parts) {
      if (best instanceof Evaluator.Missing<I> || next instanceof Evaluator.Missing<I>) {
        return next instanceof Evaluator.Missing<I> ? next : best;
      }
      if (low(next).compareTo(high(best)) >= 0) {
        best = next;
      } else if (high(next).compareTo(low(best)) > 0 && !(low(next).equals(low(best)) && high(next).equals(high(best)))) {
        return new Evaluator.Missing<>(false, "which one is the greatest", Optional.empty());
      }
    }
    return best;
  }

  private static <I extends Interval<I>> Rational low(Evaluator.Part<I> part) {
    return part instanceof Evaluator.Exact<I> e ? e.value() : part instanceof Evaluator.Rough<I> r ? r.interval().low() : Rational.ZERO;
  }

  private static <I extends Interval<I>> Rational high(Evaluator.Part<I> part) {
    return part instanceof Evaluator.Exact<I> e ? e.value() : part instanceof Evaluator.Rough<I> r ? r.interval().high() : Rational.ZERO;
  }

  /** The family of the offsets from the greatest component: none is negative. */
  static Fact offsets(Claim claim) {
    Family d = Terms.families(claim.left(), claim.right()).stream().filter(f -> f.name().startsWith(OFFSET)).findFirst().orElse(Family.variable(OFFSET));
    return new Fact.AllPositive(d, false);
  }

  /** x_i, -x_i, c e^(x_i) or -c e^(x_i), where c > 0 does not depend on i as an index of its own. */
  private static Optional<Extreme> extreme(Greatest g, Facts facts) {
    List<Term> outer = new ArrayList<>();
    List<Term> inner = new ArrayList<>();
    flatten(g.body(), g.index(), outer, inner);
    if (inner.size() != 1) {
      return Optional.empty();
    }
    Term core = inner.get(0) instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.EXP ? u : inner.get(0);
    boolean plain = core.equals(inner.get(0));
    int sign = Sign.byStructure(Terms.product(outer), facts, dev.gradus.term.Budget.ofSteps(1000));
    boolean number = outer.stream().allMatch(t -> t.equals(Rational.MINUS_ONE));
    if (!(core instanceof Term.Entry(Family x, List<Index> at)) || !at.equals(List.of(g.index())) || x.kind() != Family.Kind.VARIABLE || (plain && !number)) {
      return Optional.empty();
    }
    return sign == Signs.POS || sign == Signs.NEG ? Optional.of(new Extreme(x, g.body(), sign == Signs.NEG)) : Optional.empty();
  }

  private static void flatten(Term t, Index.Bound i, List<Term> outer, List<Term> inner) {
    if (t instanceof Term.Product p) {
      p.factors().forEach(f -> flatten(f, i, outer, inner));
    } else {
      (Terms.mentions(t, i) ? inner : outer).add(t);
    }
  }

  /** Puts x_k and the offsets in. */
  private static final class Parts {
    private final Extreme extreme;
    private final Map<Term, Greatest> greatest;
    private final boolean apart;
    private final Term top;
    private final Family offsets;
    private final Index.Free k;

    Parts(Extreme extreme, Map<Term, Greatest> greatest, boolean apart) {
      this.extreme = extreme;
      this.greatest = greatest;
      this.apart = apart;
      this.top = Family.variable("extreme of " + extreme.family().name()).at();
      this.offsets = Family.variable(OFFSET + extreme.family().name(), extreme.family().axes().get(0));
      this.k = new Index.Free("extreme of " + extreme.family().name(), extreme.family().axes().get(0));
    }

    Term in(Term t) {
      Greatest g = greatest.get(t);
      if (g != null) {
        return in(Terms.substitute(g.body(), g.index(), k));
      }
      if (t instanceof Term.Entry e && e.family().equals(extreme.family())) {
        Term offset = offsets.at(e.indices().get(0));
        return e.indices().get(0).equals(k) ? top : extreme.least() ? Terms.sum(top, offset) : Terms.minus(top, offset);
      }
      boolean over = apart && t instanceof Term.Over o && o.index().range().name().equals(k.range().name()) && Terms.families(o.body()).contains(extreme.family());
      if (over && t instanceof Term.Over o) {
        Term one = in(Terms.substitute(o.body(), o.index(), k));
        return Terms.sum(one, new Term.Over(o.index(), new Term.Guard(new Condition.Distinct(o.index(), k), in(o.body()))));
      }
      return Terms.mapParts(t, this::in);
    }
  }
}
