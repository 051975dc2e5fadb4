package dev.gradus.term;

import dev.gradus.term.Term.Apply;
import dev.gradus.term.Term.Delta;
import dev.gradus.term.Term.Entry;
import dev.gradus.term.Term.Guard;
import dev.gradus.term.Term.Over;
import dev.gradus.term.Term.Pi;
import dev.gradus.term.Term.Place;
import dev.gradus.term.Term.Power;
import dev.gradus.term.Term.Product;
import dev.gradus.term.Term.Size;
import dev.gradus.term.Term.Sum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Builders and traversals. Builders drop only what is neutral and total (0 in a sum, 1 in a product); they never simplify further. */
public final class Terms {
  private Terms() {}

  public static Term sum(Term... terms) {
    return sum(List.of(terms));
  }

  public static Term sum(List<Term> terms) {
    List<Term> kept = terms.stream().filter(t -> !t.equals(Rational.ZERO)).toList();
    return kept.isEmpty() ? Rational.ZERO : kept.size() == 1 ? kept.get(0) : new Sum(kept);
  }

  public static Term product(Term... factors) {
    return product(List.of(factors));
  }

  public static Term product(List<Term> factors) {
    List<Term> kept = factors.stream().filter(t -> !t.equals(Rational.ONE)).toList();
    return kept.isEmpty() ? Rational.ONE : kept.size() == 1 ? kept.get(0) : new Product(kept);
  }

  public static Term negate(Term term) {
    return term instanceof Rational r ? r.negate() : product(Rational.MINUS_ONE, term);
  }

  public static Term minus(Term minuend, Term subtrahend) {
    return sum(minuend, negate(subtrahend));
  }

  public static Term divide(Term numerator, Term denominator) {
    return product(numerator, power(denominator, -1));
  }

  public static Term power(Term base, int exponent) {
    return exponent == 1 ? base : new Power(base, exponent);
  }

  public static Term exp(Term argument) {
    return new Apply(Function.Elementary.EXP, argument);
  }

  public static Term log(Term argument) {
    return new Apply(Function.Elementary.LOG, argument);
  }

  public static Term step(Term argument) {
    return new Apply(Function.Elementary.STEP, argument);
  }

  public static Term sqrt(Term argument) {
    return new Apply(Function.Elementary.SQRT, argument);
  }

  /** What t tends to as t grows without bound: infinity. */
  public static Term infinity() {
    Family t = Family.variable("t");
    return new Apply(new Function.Limit(t, Function.Toward.INFINITY, Rational.ZERO), t.at());
  }

  public static boolean isInfinity(Term term) {
    return term.equals(infinity());
  }

  /** Whether a limit stands in the term. */
  public static boolean holdsLimit(Term term) {
    boolean[] found = {false};
    visit(term, t -> found[0] |= t instanceof Apply a && a.function() instanceof Function.Limit);
    return found[0];
  }

  /** 1 / (1 + e^-u). */
  public static Term logistic(Term u) {
    return power(sum(Rational.ONE, exp(negate(u))), -1);
  }

  /** |u| = u (2[u>0] - 1): exact also at 0. */
  public static Term abs(Term u) {
    return product(u, sum(product(Rational.of(2), step(u)), Rational.MINUS_ONE));
  }

  /** u of |u|, as {@link #abs} makes it; empty for any other term. */
  public static Optional<Term> insideAbs(Term t) {
    return t instanceof Product p && p.factors().size() == 2 && abs(p.factors().getFirst()).equals(t) ? Optional.of(p.factors().getFirst()) : Optional.empty();
  }

  /** max(0, u) = u [u>0]. */
  public static Term relu(Term u) {
    return product(u, step(u));
  }

  /** max(u, v) = v + (u - v)[u - v > 0]; beside a 0 it is {@link #relu}. */
  public static Term max(Term u, Term v) {
    if (u.equals(Rational.ZERO)) {
      return relu(v);
    }
    return sum(v, relu(minus(u, v)));
  }

  /** [u>0] - [-u>0]: never 2[u>0] - 1 (SOUNDNESS 4). */
  public static Term sign(Term u) {
    return minus(step(u), step(negate(u)));
  }

  /** The factors of a product; of any other term itself. */
  public static List<Term> factors(Term term) {
    return term instanceof Product p ? p.factors() : List.of(term);
  }

  /** The direct parts of a term, conditions' terms included. */
  public static List<Term> parts(Term term) {
    return switch (term) {
      case Rational r -> List.of();
      case Size s -> List.of();
      case Place p -> List.of();
      case Pi p -> List.of();
      case Entry e -> List.of();
      case Delta d -> List.of();
      case Sum s -> s.terms();
      case Product p -> p.factors();
      case Power p -> List.of(p.base());
      case Apply a -> List.of(a.argument());
      case Over o -> List.of(o.body());
      case Guard g -> Stream.concat(terms(g.condition()).stream(), Stream.of(g.body())).toList();
    };
  }

  /** The term a condition speaks of; none for a condition on indices. */
  public static List<Term> terms(Condition condition) {
    return switch (condition) {
      case Condition.Positive p -> List.of(p.term());
      case Condition.NonNegative p -> List.of(p.term());
      case Condition.Zero p -> List.of(p.term());
      case Condition.NonZero p -> List.of(p.term());
      case Condition.Same s -> List.of();
      case Condition.Distinct d -> List.of();
      case Condition.Before b -> List.of();
    };
  }

  /**
   * Rebuilds a term with each direct part (conditions' terms included) replaced. Structure stays: nothing is simplified. Where no part changes it is the
   * same object.
   */
  public static Term mapParts(Term term, UnaryOperator<Term> map) {
    return switch (term) {
      case Rational r -> r;
      case Size s -> s;
      case Place p -> p;
      case Pi p -> p;
      case Entry e -> e;
      case Delta d -> d;
      case Sum s -> {
        List<Term> terms = mapAll(s.terms(), map);
        yield is(terms, s.terms()) ? s : new Sum(terms);
      }
      case Product p -> {
        List<Term> factors = mapAll(p.factors(), map);
        yield is(factors, p.factors()) ? p : new Product(factors);
      }
      case Power p -> {
        Term base = map.apply(p.base());
        yield is(base, p.base()) ? p : new Power(base, p.exponent());
      }
      case Apply a -> {
        Term argument = map.apply(a.argument());
        yield is(argument, a.argument()) ? a : new Apply(a.function(), argument);
      }
      case Over o -> {
        Term body = map.apply(o.body());
        yield is(body, o.body()) ? o : new Over(o.index(), body);
      }
      case Guard g -> {
        Condition condition = mapTerm(g.condition(), map);
        Term body = map.apply(g.body());
        yield is(condition, g.condition()) && is(body, g.body()) ? g : new Guard(condition, body);
      }
    };
  }

  /** Whether it is the same object: what did not change need not be built again. */
  @SuppressWarnings("ReferenceEquality")
  static boolean is(Object one, Object other) {
    return one == other;
  }

  /** Each element mapped; the same list where none changes. */
  static <T> List<T> mapAll(List<T> all, UnaryOperator<T> map) {
    List<T> mapped = new ArrayList<>(all.size());
    boolean same = true;
    for (T each : all) {
      T other = map.apply(each);
      same &= is(other, each);
      mapped.add(other);
    }
    return same ? all : List.copyOf(mapped);
  }

  public static Condition mapTerm(Condition condition, UnaryOperator<Term> map) {
    List<Term> before = terms(condition);
    if (before.isEmpty()) {
      return condition;
    }
    Term term = map.apply(before.getFirst());
    if (is(term, before.getFirst())) {
      return condition;
    }
    return switch (condition) {
      case Condition.Same s -> s;
      case Condition.Distinct d -> d;
      case Condition.Before b -> b;
      case Condition.Positive p -> new Condition.Positive(term);
      case Condition.NonNegative p -> new Condition.NonNegative(term);
      case Condition.Zero p -> new Condition.Zero(term);
      case Condition.NonZero p -> new Condition.NonZero(term);
    };
  }

  /** The indices that stand directly in this node (not in its parts). */
  public static List<Index> ownIndices(Term term) {
    return switch (term) {
      case Entry e -> e.indices();
      case Delta d -> List.of(d.left(), d.right());
      case Place p -> List.of(p.index());
      case Guard g -> indices(g.condition());
      case Rational r -> List.of();
      case Size s -> List.of();
      case Pi p -> List.of();
      case Sum s -> List.of();
      case Product p -> List.of();
      case Power p -> List.of();
      case Apply a -> List.of();
      case Over o -> List.of();
    };
  }

  /** The indices of an index condition; of a condition on a term none. */
  public static List<Index> indices(Condition condition) {
    return switch (condition) {
      case Condition.Same s -> List.of(s.left(), s.right());
      case Condition.Distinct d -> List.of(d.left(), d.right());
      case Condition.Before b -> List.of(b.left(), b.right());
      case Condition.Positive p -> List.of();
      case Condition.NonNegative p -> List.of();
      case Condition.Zero p -> List.of();
      case Condition.NonZero p -> List.of();
    };
  }

  /** Visits the term and all below it, parents first. */
  public static void visit(Term term, Consumer<Term> visitor) {
    visitor.accept(term);
    for (Term part : parts(term)) {
      visit(part, visitor);
    }
  }

  private static void visitAll(Term[] terms, Consumer<Term> visitor) {
    for (Term term : terms) {
      visit(term, visitor);
    }
  }

  /** Free indices and literals, in order of appearance. */
  public static Set<Index> openIndices(Term... terms) {
    Set<Index> found = new LinkedHashSet<>();
    visitAll(
        terms,
        t -> {
          for (Index i : ownIndices(t)) {
            if (!(i instanceof Index.Bound)) {
              found.add(i);
            }
          }
        });
    return found;
  }

  /** The families that occur, in order of appearance. */
  public static Set<Family> families(Term... terms) {
    Set<Family> found = new LinkedHashSet<>();
    visitAll(
        terms,
        t -> {
          if (t instanceof Entry e) {
            found.add(e.family());
          }
        });
    return found;
  }

  /** The ranges that occur: of indices, binders, sizes. */
  public static Set<Range> ranges(Term... terms) {
    Set<Range> found = new LinkedHashSet<>();
    visitAll(
        terms,
        t -> {
          ownIndices(t).forEach(i -> found.add(i.range()));
          if (t instanceof Over o) {
            found.add(o.index().range());
          }
          if (t instanceof Size s) {
            found.add(s.range());
          }
        });
    return found;
  }

  /**
   * Replaces indices (free, literal or bound ones whose binder is outside) everywhere. The replacements must not be bound inside {@code term}:
   * bound numbers are unique, so capture cannot happen when the caller keeps them so.
   */
  public static Term substitute(Term term, Map<Index, Index> replacements) {
    return replacements.isEmpty() ? term : replacing(replacements).in(term);
  }

  public static Condition substitute(Condition condition, Map<Index, Index> replacements) {
    return replacing(replacements).in(condition);
  }

  /** Other indices for some; ranges and families stay. */
  public static Renaming replacing(Map<Index, Index> replacements) {
    return new Replacing(replacements);
  }

  /** Replaces one index. */
  public static Term substitute(Term term, Index from, Index to) {
    return substitute(term, Collections.singletonMap(from, to));
  }

  private record Replacing(Map<Index, Index> replacements) implements Renaming {
    @Override
    public Range range(Range range) {
      return range;
    }

    @Override
    public Index index(Index index) {
      return replacements.getOrDefault(index, index);
    }

    @Override
    public Family family(Family family) {
      return family;
    }
  }

  /** Puts one term in the place of another, wherever it stands as a part. */
  public static Term replace(Term term, Term what, Term by) {
    return term.equals(what) ? by : mapParts(term, part -> replace(part, what, by));
  }

  /** Whether the index stands anywhere in the term; the index of a binder counts only where it is used. */
  public static boolean mentions(Term term, Index index) {
    return ownIndices(term).contains(index) || parts(term).stream().anyMatch(part -> mentions(part, index));
  }

  /** The greatest bound number in the term; 0 when there is none. */
  public static int greatestBound(Term term) {
    int[] greatest = {0};
    visit(
        term,
        t -> {
          if (t instanceof Over o) {
            greatest[0] = Math.max(greatest[0], o.index().number());
          }
          for (Index i : ownIndices(t)) {
            if (i instanceof Index.Bound b) {
              greatest[0] = Math.max(greatest[0], b.number());
            }
          }
        });
    return greatest[0];
  }

  /** The same term with every binder inside renamed to numbers above {@code above}, all different. */
  public static Term freshBound(Term term, int above) {
    int[] next = {above};
    return renameBinders(term, next);
  }

  private static Term renameBinders(Term term, int[] next) {
    if (term instanceof Over o) {
      Index.Bound fresh = new Index.Bound(++next[0], o.index().range());
      return new Over(fresh, renameBinders(substitute(o.body(), o.index(), fresh), next));
    }
    List<Term> renamed = new ArrayList<>();
    for (Term part : parts(term)) {
      renamed.add(renameBinders(part, next));
    }
    int[] k = {0};
    return mapParts(term, t -> renamed.get(k[0]++));
  }
}
