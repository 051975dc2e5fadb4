package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cutoff theorem (THEORY 1.5 under the hypotheses of SOUNDNESS 18 and 19): a sum of products with at most K bound indices of a range is 0 for
 * every size if it is 0 for the sizes n0..n0+K.
 *
 * <p>The difference is cleared of denominators; functions of sums become fresh families; in each equality pattern of free indices and literals the
 * ranges are fixed one after the other at each size of theirs, the rest cleared and counted anew; what is left without sums is a polynomial
 * identity in kernels. Constraints that do not restrict to subsets are forgotten, or a distribution y is put as u / sum u.
 */
public final class Cutoff {
  private final Facts local;
  private final Budget budget;
  private final Map<Range, Integer> greatest = new LinkedHashMap<>();
  private final Map<Term, Family> fresh = new LinkedHashMap<>();
  private int instances;

  private Cutoff(Facts local, Budget budget) {
    this.local = local;
    this.budget = budget;
  }

  /** What the instances say. */
  public sealed interface Outcome {
    /** The claim holds for every size; {@code greatest} was the greatest size looked at. */
    record Zero(Map<Range, Integer> greatest) implements Outcome {}

    /** At these sizes the kernels do not cancel: no proof, and a good place to look for a counterexample. */
    record NotZero(Map<Range, Integer> sizes) implements Outcome {}

    /** The theorem does not apply. */
    record Refused(String why) implements Outcome {}
  }

  /**
   * In: a claim of equality. Out: whether it holds for every size. Refuses indices used as numbers or in order, a denominator under a binder of the range it
   * sums over (also in a cycle of ranges), and whatever is over budget.
   */
  public static Outcome of(Claim claim, Budget budget) {
    if (claim.order() != Claim.Order.EQUAL) {
      return new Outcome.Refused("no equality");
    }
    Facts facts = Facts.of(claim.assumptions());
    Term difference = Terms.minus(claim.left(), claim.right());
    Outcome outcome = attempt(difference, facts, budget);
    Term free = parametrised(difference, facts);
    if (outcome instanceof Outcome.Zero || free.equals(difference)) {
      return outcome;
    }
    Outcome other = attempt(free, facts, budget);
    return other instanceof Outcome.Zero ? other : outcome;
  }

  private static Outcome attempt(Term difference, Facts facts, Budget budget) {
    PolynomialSign algebra = new PolynomialSign(facts, budget, 0);
    Poly p = algebra.kernels.of(difference).numerator();
    if (p.isZero()) {
      return new Outcome.Zero(new LinkedHashMap<>());
    }
    Poly core = p.times(p.common().pow(Rational.MINUS_ONE), Rational.ONE);
    Outcome outcome = run(algebra.kernels.term(cleared(p)), facts, budget);
    Optional<Term> product = outcome instanceof Outcome.Zero ? Optional.empty() : algebra.product(core);
    if (product.isPresent()) {
      Outcome exponentiated = run(Terms.minus(product.get(), Rational.ONE), facts, budget);
      return exponentiated instanceof Outcome.Zero ? exponentiated : outcome;
    }
    return outcome;
  }

  /** No kernel in a denominator. */
  private static Poly cleared(Poly p) {
    Poly.Mono below = Poly.Mono.UNIT;
    for (Map.Entry<Integer, Rational> f : p.common().powers().entrySet()) {
      below = f.getValue().signum() < 0 ? below.times(Poly.Mono.of(f.getKey(), f.getValue())) : below;
    }
    return p.times(below.pow(Rational.MINUS_ONE), Rational.ONE);
  }

  private static Outcome run(Term term, Facts facts, Budget budget) {
    List<Fact> local = facts.all().stream().filter(Cutoff::isLocal).toList();
    Cutoff cutoff = new Cutoff(new Facts(local, List.of()), budget);
    Kernels kernels = new Kernels(facts, budget);
    Term numerator = kernels.term(cleared(kernels.of(term).numerator()));
    Optional<String> objection = kernels.undefined() ? Optional.of("a part is defined nowhere") : objection(numerator);
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    Term t = cutoff.abstracted(numerator);
    List<Map<Index, Index>> patterns = patterns(t, facts, budget);
    if (patterns.isEmpty()) {
      return new Outcome.Refused("no pattern of the indices is possible");
    }
    for (Map<Index, Index> pattern : patterns) {
      Map<String, Integer> base = new LinkedHashMap<>();
      for (Range r : Terms.ranges(t)) {
        long values = new LinkedHashSet<>(pattern.values()).stream().filter(v -> v.range().name().equals(r.name())).count();
        base.merge(r.name(), Math.max((int) values, facts.least(r)), Math::min);
      }
      Outcome outcome = cutoff.fix(Terms.substitute(t, pattern), base, new LinkedHashMap<>());
      if (!(outcome instanceof Outcome.Zero)) {
        return outcome;
      }
    }
    return new Outcome.Zero(cutoff.greatest);
  }

  /** True of each component alone, so of every subset; and nothing of literals, whose names are given anew. */
  private static boolean isLocal(Fact fact) {
    return switch (fact) {
      case Fact.AllPositive f -> true;
      case Fact.AllInUnitInterval f -> true;
      case Fact.OneOf f -> true;
      case Fact.WholeNumbers f -> true;
      case Fact.Holds f -> Terms.indices(f.condition()).isEmpty() && Terms.terms(f.condition()).stream().allMatch(t -> Terms.openIndices(t).isEmpty() && Terms.ranges(t).isEmpty());
      case Fact.SumsToOne f -> false;
      case Fact.Symmetric f -> false;
      case Fact.LeastSize f -> false;
      case Fact.Equation f -> false;
    };
  }

  private static Optional<String> objection(Term term) {
    String[] found = {""};
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Place) {
            found[0] = "an index is used as a number";
          } else if (t instanceof Term.Guard g && g.condition() instanceof Condition.Before) {
            found[0] = "the order of indices matters";
          } else if (Terms.ownIndices(t).stream().anyMatch(i -> i instanceof Index.Literal l && l.value() == Index.Literal.LAST)) {
            found[0] = "the last element is named";
          }
        });
    return found[0].isEmpty() ? Optional.empty() : Optional.of(found[0]);
  }

  /** y_i as u_i / sum u for each distribution y. */
  private static Term parametrised(Term term, Facts facts) {
    Term result = term;
    for (Fact f : facts.all()) {
      if (f instanceof Fact.SumsToOne s) {
        Family u = new Family(s.family().name() + " unscaled", s.family().axes(), s.family().kind(), List.of(), List.of());
        int[] next = {Terms.greatestBound(result)};
        result = replaceEntries(result, s, u, next);
      }
    }
    return result;
  }

  private static Term replaceEntries(Term t, Fact.SumsToOne s, Family u, int[] next) {
    if (t instanceof Term.Entry e && e.family().equals(s.family())) {
      Index.Bound b = new Index.Bound(++next[0], s.family().axes().get(s.axis()));
      List<Index> indices = new ArrayList<>(e.indices());
      indices.set(s.axis(), b);
      return Terms.divide(new Term.Entry(u, e.indices()), new Term.Over(b, new Term.Entry(u, indices)));
    }
    return Terms.mapParts(t, p -> replaceEntries(p, s, u, next));
  }

  /** Functions (and guards) of sums and sizes by fresh families over the indices they mention, one for each exact form. */
  private Term abstracted(Term t) {
    boolean opaque = t instanceof Term.Apply || t instanceof Term.Guard;
    if (!opaque || !hasSum(t)) {
      return Terms.mapParts(t, this::abstracted);
    }
    Map<Index, Index> places = new LinkedHashMap<>();
    List<Index> open = new ArrayList<>(PolynomialSign.open(t));
    List<Range> axes = open.stream().map(Index::range).toList();
    open.forEach(i -> places.put(i, new Index.Free("place " + places.size(), i.range())));
    Family f = fresh.computeIfAbsent(Terms.substitute(t, places), k -> new Family("kernel " + fresh.size(), axes, Family.Kind.VARIABLE, List.of(), List.of()));
    return new Term.Entry(f, open);
  }

  private static boolean hasSum(Term t) {
    return t instanceof Term.Over || t instanceof Term.Size || Terms.parts(t).stream().anyMatch(Cutoff::hasSum);
  }

  /** Every way the free indices can be equal to each other and to the literals; literals are different elements. */
  private static List<Map<Index, Index>> patterns(Term t, Facts facts, Budget budget) {
    List<Map<Index, Index>> found = new ArrayList<>(List.of(new LinkedHashMap<>()));
    List<Index> open = new ArrayList<>(Terms.openIndices(t).stream().filter(i -> i instanceof Index.Literal).toList());
    open.addAll(Terms.openIndices(t).stream().filter(i -> i instanceof Index.Free).toList());
    for (Index i : open) {
      List<Map<Index, Index>> longer = new ArrayList<>();
      for (Map<Index, Index> p : found) {
        Set<Index> used = new LinkedHashSet<>();
        p.values().stream().filter(v -> v.range().name().equals(i.range().name())).forEach(used::add);
        for (int v = 1; v <= used.size() + 1; v++) {
          Index value = new Index.Literal(v, i.range());
          boolean fits = v <= i.range().fixed().orElse(v);
          for (Map.Entry<Index, Index> other : p.entrySet()) {
            if (other.getKey().range().name().equals(i.range().name())) {
              boolean equal = other.getValue().equals(value);
              fits &= equal ? !facts.distinct(i, other.getKey()) : !facts.same(i, other.getKey());
            }
          }
          if (fits) {
            Map<Index, Index> next = new LinkedHashMap<>(p);
            next.put(i, value);
            longer.add(next);
          }
        }
      }
      budget.check(Budget.Limit.PATTERNS, longer.size());
      found = longer;
    }
    return found;
  }

  /** Fixes one range after the other; each term is cleared and its K counted when its turn comes. */
  private Outcome fix(Term term, Map<String, Integer> base, Map<Range, Integer> sizes) {
    Kernels kernels = new Kernels(local, budget);
    Poly p = kernels.of(term).numerator();
    Poly core = cleared(p);
    if (kernels.undefined()) {
      return new Outcome.Refused("a part is undefined where indices are equal");
    }
    Term t = kernels.term(core);
    Set<Range> left = new LinkedHashSet<>();
    Terms.visit(t, u -> sumRange(u).ifPresent(left::add));
    if (left.isEmpty()) {
      budget.check(Budget.Limit.GRID, ++instances);
      return core.isZero() ? new Outcome.Zero(greatest) : new Outcome.NotZero(sizes);
    }
    for (Range r : left) {
      int k = degree(t, r.name());
      if (k != LOCAL) {
        int from = base.getOrDefault(r.name(), 1);
        int to = r.fixed().isPresent() ? from : from + k;
        for (int n = from; n <= to; n++) {
          Map<Range, Integer> deeper = new LinkedHashMap<>(sizes);
          deeper.put(r, n);
          greatest.merge(r, n, Math::max);
          Outcome outcome = fix(expanded(t, r.name(), n), base, deeper);
          if (!(outcome instanceof Outcome.Zero)) {
            return outcome;
          }
        }
        return new Outcome.Zero(greatest);
      }
    }
    return new Outcome.Refused("a denominator sums over a range that is bound around it");
  }

  private static Optional<Range> sumRange(Term t) {
    return t instanceof Term.Over o ? Optional.of(o.index().range()) : t instanceof Term.Size s ? Optional.of(s.range()) : Optional.empty();
  }

  private static final int LOCAL = Integer.MAX_VALUE;

  /** The number of bound indices of the range, sizes counted too, in a monomial; {@link #LOCAL} when a sum over it stands in a denominator or function. */
  private static int degree(Term t, String range) {
    return switch (t) {
      case Term.Size s -> s.range().name().equals(range) ? 1 : 0;
      case Term.Over o -> plus(o.index().range().name().equals(range) ? 1 : 0, degree(o.body(), range));
      case Term.Sum s -> s.terms().stream().mapToInt(u -> degree(u, range)).max().orElse(0);
      case Term.Product p -> p.factors().stream().mapToInt(u -> degree(u, range)).reduce(0, Cutoff::plus);
      case Term.Power p -> {
        int d = degree(p.base(), range);
        yield d == 0 ? 0 : p.exponent() < 0 || d == LOCAL || p.exponent() > 64 ? LOCAL : d * p.exponent();
      }
      case Term.Apply a -> degree(a.argument(), range) == 0 ? 0 : LOCAL;
      case Term.Guard g -> Terms.parts(g).stream().allMatch(u -> degree(u, range) == 0) ? 0 : LOCAL;
      case Rational r -> 0;
      case Term.Place p -> 0;
      case Term.Pi p -> 0;
      case Term.Entry e -> 0;
      case Term.Delta d -> 0;
    };
  }

  private static int plus(int a, int b) {
    return a == LOCAL || b == LOCAL ? LOCAL : a + b;
  }

  private static Term expanded(Term t, String range, int size) {
    if (t instanceof Term.Size s && s.range().name().equals(range)) {
      return Rational.of(size);
    }
    if (t instanceof Term.Over o && o.index().range().name().equals(range)) {
      List<Term> terms = new ArrayList<>();
      Term body = expanded(o.body(), range, size);
      for (int k = 1; k <= size; k++) {
        terms.add(Terms.substitute(body, o.index(), new Index.Literal(k, o.index().range())));
      }
      return Terms.sum(terms);
    }
    return Terms.mapParts(t, u -> expanded(u, range, size));
  }
}
