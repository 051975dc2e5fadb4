package dev.gradus.calculus;

import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;

/** The derivative of a term by a component with independent components (SOUNDNESS 20, THEORY 1.3). */
public final class Derivative {
  private final Term.Entry by;
  private final Budget budget;
  private int greatestBound;

  private Derivative(Term.Entry by, int greatestBound, Budget budget) {
    this.by = by;
    this.greatestBound = greatestBound;
    this.budget = budget;
  }

  /**
   * In: a term and the component to differentiate by (its indices free, literal or bound outside of the term). Out: the derivative, with the domain of
   * the term as written kept (a summand 0 times the part that the rules would lose). Binders of the term are renamed apart from the
   * indices of {@code by}. A step has derivative 0 off its kink; kinks are no points of a claim (SOUNDNESS 6). Where the argument of a step is 0 on an
   * open set the step is constant there, so the rule is right there too.
   */
  public static Term of(Term term, Term.Entry by, Budget budget) {
    int above = Terms.greatestBound(term);
    for (Index i : by.indices()) {
      if (i instanceof Index.Bound b) {
        above = Math.max(above, b.number());
      }
    }
    Term apart = Terms.freshBound(term, above);
    Derivative rules = new Derivative(by, Math.max(above, Terms.greatestBound(apart)), budget);
    Term derivative = rules.of(apart, 0);
    return Terms.sum(derivative, LostDomain.of(apart, derivative));
  }

  private Term of(Term term, int depth) {
    budget.spend(1);
    budget.check(Budget.Limit.DEPTH, depth);
    return switch (term) {
      case Rational r -> Rational.ZERO;
      case Term.Size s -> Rational.ZERO;
      case Term.Place p -> Rational.ZERO;
      case Term.Pi p -> Rational.ZERO;
      case Term.Delta d -> Rational.ZERO;
      case Term.Entry e -> entry(e);
      case Term.Sum s -> Terms.sum(s.terms().stream().map(t -> of(t, depth + 1)).toList());
      case Term.Product p -> product(p, depth);
      case Term.Power p -> power(p, depth);
      case Term.Apply a -> apply(a, depth);
      case Term.Over o -> {
        Term body = of(o.body(), depth + 1);
        yield body.equals(Rational.ZERO) ? Rational.ZERO : new Term.Over(o.index(), body);
      }
      case Term.Guard g -> {
        Term body = of(g.body(), depth + 1);
        yield body.equals(Rational.ZERO) ? Rational.ZERO : new Term.Guard(g.condition(), body);
      }
    };
  }

  private Term product(Term.Product product, int depth) {
    if (product.factors().contains(Rational.ZERO)) {
      return Rational.ZERO;
    }
    List<Term> summands = new ArrayList<>();
    for (int k = 0; k < product.factors().size(); k++) {
      Term inner = of(product.factors().get(k), depth + 1);
      if (!inner.equals(Rational.ZERO)) {
        List<Term> factors = new ArrayList<>(product.factors());
        factors.set(k, inner);
        summands.add(Terms.product(factors));
      }
    }
    return Terms.sum(summands);
  }

  private Term power(Term.Power power, int depth) {
    Term inner = of(power.base(), depth + 1);
    if (power.exponent() == 0 || inner.equals(Rational.ZERO)) {
      return Rational.ZERO;
    }
    Term lower = power.exponent() == 1 ? Rational.ONE : Terms.power(power.base(), power.exponent() - 1);
    return Terms.product(Rational.of(power.exponent()), lower, inner);
  }

  private Term apply(Term.Apply apply, int depth) {
    Term u = apply.argument();
    Term inner = of(u, depth + 1);
    if (inner.equals(Rational.ZERO)) {
      return Rational.ZERO;
    }
    Term outer =
        switch (apply.function()) {
          case Elementary e ->
              switch (e) {
                case EXP -> apply;
                case LOG -> Terms.power(u, -1);
                case STEP -> Rational.ZERO;
                case SQRT -> Terms.product(Rational.HALF, Terms.power(apply, -1));
                case SIN -> new Term.Apply(Elementary.COS, u);
                case COS -> Terms.negate(new Term.Apply(Elementary.SIN, u));
              };
          case Function.Opaque f -> new Term.Apply(new Function.Opaque(f.name(), f.order() + 1, f.kind()), u);
          // no rule exchanges a derivative and a limit: a function of which nothing is known
          case Function.Limit l -> new Term.Apply(new Function.Opaque("\\lim", 1, Family.Kind.UNKNOWN), u);
        };
    return outer.equals(Rational.ZERO) ? Rational.ZERO : Terms.product(outer, inner);
  }

  private Term entry(Term.Entry entry) {
    Family family = entry.family();
    if (family.name().equals(by.family().name())) {
      List<Term> factors = new ArrayList<>();
      for (int k = 0; k < entry.indices().size(); k++) {
        factors.add(delta(entry.indices().get(k), by.indices().get(k)));
      }
      return factors.contains(Rational.ZERO) ? Rational.ZERO : Terms.product(factors);
    }
    List<Term> summands = new ArrayList<>();
    for (Family argument : family.arguments()) {
      if (argument.name().equals(by.family().name())) {
        summands.add(derivative(entry, argument, by.indices()));
      } else if (dependsOn(argument, by.family(), 0)) {
        summands.add(through(entry, argument));
      }
    }
    return Terms.sum(summands);
  }

  /** The chain rule through an argument that is itself a function of what is differentiated by. */
  private Term through(Term.Entry entry, Family argument) {
    List<Index.Bound> binders = new ArrayList<>();
    for (Range axis : argument.axes()) {
      binders.add(new Index.Bound(++greatestBound, axis));
    }
    List<Index> indices = new ArrayList<>(binders);
    Term chain = Terms.product(derivative(entry, argument, indices), entry(new Term.Entry(argument, indices)));
    for (int k = binders.size() - 1; k >= 0; k--) {
      chain = new Term.Over(binders.get(k), chain);
    }
    return chain;
  }

  private boolean dependsOn(Family family, Family on, int depth) {
    budget.spend(1);
    budget.check(Budget.Limit.DEPTH, depth);
    return family.arguments().stream().anyMatch(a -> a.name().equals(on.name()) || dependsOn(a, on, depth + 1));
  }

  private static Term delta(Index left, Index right) {
    if (TermOrder.compare(left, right) == 0) {
      return Rational.ONE;
    }
    boolean literals = left instanceof Index.Literal a && right instanceof Index.Literal b && !isLast(a) && !isLast(b);
    return literals ? Rational.ZERO : new Term.Delta(left, right);
  }

  private static boolean isLast(Index.Literal literal) {
    return literal.value() == Index.Literal.LAST;
  }

  /** The entry of the derivative family: its axes end with those of the arguments it was differentiated by, sorted by name. */
  static Term derivative(Term.Entry entry, Family argument, List<Index> at) {
    Family family = entry.family();
    List<Family> sorted = new ArrayList<>(family.derivatives());
    int place = 0;
    while (place < sorted.size() && TermOrder.compare(sorted.get(place), argument) <= 0) {
      place++;
    }
    int ownAxes = family.axes().size() - sorted.stream().mapToInt(f -> f.axes().size()).sum();
    int position = ownAxes + sorted.subList(0, place).stream().mapToInt(f -> f.axes().size()).sum();
    sorted.add(place, argument);
    List<Range> axes = new ArrayList<>(family.axes());
    axes.addAll(position, argument.axes());
    List<Index> indices = new ArrayList<>(entry.indices());
    indices.addAll(position, at);
    Family derived = new Family(Family.mark(sorted) + family.original(), axes, family.kind(), family.arguments(), sorted);
    return new Term.Entry(derived, indices);
  }

  /** What the rules of differentiation lose of the domain: a logarithm becomes a quotient, a constant divisor vanishes. */
  private static final class LostDomain {
    private final List<Term> parts = new ArrayList<>();

    /** 0 times each part of {@code term} that can be undefined and does not stand in {@code derivative} as well. */
    static Term of(Term term, Term derivative) {
      LostDomain before = new LostDomain();
      before.collect(term, List.of());
      if (before.parts.isEmpty()) {
        return Rational.ZERO;
      }
      LostDomain after = new LostDomain();
      after.collect(derivative, List.of());
      List<Term> lost = before.parts.stream().filter(t -> !after.parts.contains(t)).distinct().toList();
      return lost.isEmpty() ? Rational.ZERO : Terms.product(Rational.ZERO, Terms.sum(lost));
    }

    private void collect(Term term, List<Term> above) {
      switch (term) {
        case Term.Power p when p.exponent() < 0 && !evidentlyPositive(p.base()) -> parts.add(wrap(Terms.power(p.base(), -1), above));
        case Term.Apply a when a.function() == Elementary.LOG && !evidentlyPositive(a.argument()) -> parts.add(wrap(a, above));
        case Term.Apply a when a.function() == Elementary.SQRT && !evidentlyPositive(a.argument()) -> parts.add(wrap(a, above));
        default -> {}
      }
      if (term instanceof Term.Guard g) {
        Terms.terms(g.condition()).forEach(t -> collect(t, above));
        collect(g.body(), append(above, new Term.Guard(g.condition(), Rational.ONE)));
      } else if (term instanceof Term.Over o) {
        collect(o.body(), append(above, new Term.Over(o.index(), Rational.ONE)));
      } else {
        Terms.parts(term).forEach(t -> collect(t, above));
      }
    }

    private static List<Term> append(List<Term> above, Term one) {
      List<Term> longer = new ArrayList<>(above);
      longer.add(one);
      return longer;
    }

    /** The part under the binders and guards above it that matter to it. */
    private static Term wrap(Term part, List<Term> above) {
      Term wrapped = part;
      for (int k = above.size() - 1; k >= 0; k--) {
        if (above.get(k) instanceof Term.Guard g) {
          wrapped = new Term.Guard(g.condition(), wrapped);
        } else if (above.get(k) instanceof Term.Over o && Terms.mentions(wrapped, o.index())) {
          wrapped = new Term.Over(o.index(), wrapped);
        }
      }
      return wrapped;
    }

    /** Positive by its shape alone: sums and products of exponentials, sizes and positive numbers. */
    private static boolean evidentlyPositive(Term term) {
      return switch (term) {
        case Rational r -> r.signum() > 0;
        case Term.Size s -> true;
        case Term.Pi p -> true;
        case Term.Apply a -> a.function() == Elementary.EXP && total(a.argument());
        case Term.Sum s -> !s.terms().isEmpty() && s.terms().stream().allMatch(LostDomain::evidentlyPositive);
        case Term.Product p -> p.factors().stream().allMatch(LostDomain::evidentlyPositive);
        case Term.Power p -> evidentlyPositive(p.base());
        case Term.Over o -> evidentlyPositive(o.body());
        case Term.Place p -> true;
        case Term.Entry e -> false;
        case Term.Delta d -> false;
        case Term.Guard g -> false;
      };
    }

    private static boolean total(Term term) {
      LostDomain inside = new LostDomain();
      inside.collect(term, List.of());
      return inside.parts.isEmpty();
    }
  }
}
