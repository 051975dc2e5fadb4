package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Growth.Part;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a term is worth when the limits in it are worked out. */
sealed interface LimitValue {
  /** A number, as a term without limits; defined where all that does not depend on a limit's variable is defined. */
  record Finite(Term term) implements LimitValue {
    @Override
    public Term domain() {
      return term instanceof Rational ? Rational.ZERO : Terms.product(Rational.ZERO, term);
    }
  }

  /** Beyond all bounds. */
  record Infinite(int sign, Term domain) implements LimitValue {}

  /** It tends to nothing: the values from the two sides differ. */
  record None(Term domain) implements LimitValue {}

  /** 0 where what does not depend on a limit's variable has a value, else undefined. */
  Term domain();

  /** Terms of Taylor's series, the fewest that may do first. */
  List<Integer> TERMS = List.of(2, 4, 7);

  /** In: a term and what is assumed of its letters. Out: its value; throws {@link Unclear} where none is found. */
  static LimitValue of(Term term, Coefficients c) {
    if (!Terms.holdsLimit(term)) {
      return new Finite(term);
    }
    if (term instanceof Term.Apply a && a.function() instanceof Function.Limit l) {
      Term body = inner(a.argument(), c);
      Optional<Index.Free> cases = Terms.openIndices(body).stream().filter(i -> i instanceof Index.Free f && f.range().fixed().orElse(Integer.MAX_VALUE) <= Lowering.WRITTEN_OUT).map(i -> (Index.Free) i).findFirst();
      return cases.isPresent() ? caseByCase(a, body, cases.get(), c) : limit(l, body, c);
    }
    List<LimitValue> parts = new ArrayList<>();
    for (Term part : Terms.parts(term)) {
      parts.add(of(part, c));
    }
    if (parts.stream().allMatch(p -> p instanceof Finite)) {
      return new Finite(rebuilt(term, parts));
    }
    return switch (term) {
      case Term.Sum s -> sum(parts);
      case Term.Product p -> product(parts, c);
      default -> throw unclear();
    };
  }

  /** An index over a few elements is each of them in turn. */
  private static LimitValue caseByCase(Term.Apply limit, Term body, Index.Free index, Coefficients c) {
    List<Term> sum = new ArrayList<>();
    for (int k = 1; k <= index.range().fixed().orElse(0); k++) {
      Index element = new Index.Literal(k, index.range());
      LimitValue one = of(new Term.Apply(limit.function(), Terms.substitute(body, index, element)), c);
      sum.add(Terms.product(new Term.Delta(index, element), number(one)));
    }
    return new Finite(Terms.sum(sum));
  }

  private static Unclear unclear() {
    return new Unclear("something infinite, or without limit, within an expression");
  }

  private static Term number(LimitValue value) {
    if (value instanceof Finite f) {
      return f.term();
    }
    throw unclear();
  }

  private static Term rebuilt(Term term, List<LimitValue> parts) {
    int[] k = {0};
    return Terms.mapParts(term, t -> parts.get(k[0]++) instanceof Finite f ? f.term() : t);
  }

  /** The argument of a limit, in which further limits have numbers for values. */
  private static Term inner(Term term, Coefficients c) {
    LimitValue value = of(term, c);
    return Terms.isInfinity(term) ? term : number(value);
  }

  /** Numbers and infinities of one sign. */
  private static LimitValue sum(List<LimitValue> parts) {
    int sign = 0;
    List<Term> domain = new ArrayList<>();
    for (LimitValue p : parts) {
      if (p instanceof None || (p instanceof Infinite i && sign == -i.sign())) {
        throw unclear();
      }
      sign = p instanceof Infinite i ? i.sign() : sign;
      domain.add(p.domain());
    }
    return new Infinite(sign, Terms.sum(domain));
  }

  /** Infinities, and numbers whose signs are known and not 0. */
  private static LimitValue product(List<LimitValue> parts, Coefficients c) {
    int sign = 1;
    List<Term> domain = new ArrayList<>();
    for (LimitValue p : parts) {
      int s = p instanceof Infinite i ? i.sign() : p instanceof Finite f ? c.sign(f.term()) : 0;
      if (s == 0) {
        throw unclear();
      }
      sign *= s;
      domain.add(p.domain());
    }
    return new Infinite(sign, Terms.sum(domain));
  }

  private static LimitValue limit(Function.Limit limit, Term body, Coefficients c) {
    Term domain = domain(body, limit.variable());
    return switch (limit.toward()) {
      case INFINITY -> course(limit, body, 1, domain, c);
      case MINUS_INFINITY -> course(limit, body, -1, domain, c);
      case ABOVE -> course(limit, body, 1, domain, c);
      case BELOW -> course(limit, body, -1, domain, c);
      case BOTH, EITHER -> both(limit, body, domain, c);
    };
  }

  /** From the sides on which the term has values; where the facts restrict the variable to one side, from that one. */
  private static LimitValue both(Function.Limit limit, Term body, Term domain, Coefficients c) {
    int side = c.side(Terms.minus(limit.variable().at(), limit.at()));
    if (side != 0) {
      return course(limit, body, side, domain, c);
    }
    Optional<LimitValue> above = defined(limit, body, 1, domain, c);
    Optional<LimitValue> below = defined(limit, body, -1, domain, c);
    if (above.isEmpty() || below.isEmpty()) {
      return above.or(() -> below).orElseThrow(() -> new Unclear("no values near the place"));
    }
    if (above.get() instanceof Finite a && below.get() instanceof Finite b) {
      Term difference = c.folded(Terms.minus(a.term(), b.term()));
      if (a.equals(b) || c.isZero(difference)) {
        return a;
      }
      if (!c.isNonZero(difference)) {
        throw new Unclear("whether the limits from the two sides are equal is not known");
      }
    } else if (above.get().equals(below.get())) {
      return above.get();
    }
    if (limit.toward() == Function.Toward.EITHER) {
      throw new Unclear("the limits from the two sides differ");
    }
    return new None(domain);
  }

  private static Optional<LimitValue> defined(Function.Limit limit, Term body, int side, Term domain, Coefficients c) {
    try {
      return Optional.of(course(limit, body, side, domain, c));
    } catch (Unclear e) {
      if (e.isUndefined()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** t, -t, a + 1/t or a - 1/t, as t tends to infinity. */
  private static LimitValue course(Function.Limit limit, Term body, int side, Term domain, Coefficients c) {
    boolean far = limit.toward() == Function.Toward.INFINITY || limit.toward() == Function.Toward.MINUS_INFINITY;
    Growth growth = far ? Growth.T : Growth.T.to(Rational.MINUS_ONE, c);
    Term.Entry variable = new Term.Entry(limit.variable(), List.of());
    Expansion step = Expansion.of(Rational.of(side), growth);
    Unclear last = new Unclear("");
    for (int terms : TERMS) {
      Expansion.Order order = new Expansion.Order(c, terms);
      Expansion course = far ? step : order.plus(Expansion.constant(limit.at()), step);
      try {
        return value(new Expander(variable, course, order).of(body), domain, c);
      } catch (Unclear e) {
        if (e.isUndefined()) {
          throw e;
        }
        last = e;
      }
    }
    throw last;
  }

  private static LimitValue value(Expansion e, Term domain, Coefficients c) {
    Term number = Rational.ZERO;
    for (Part p : e.parts()) {
      int against = p.growth().against1(c);
      if (against > 0) {
        int sign = c.sign(p.factor());
        if (sign != 0) {
          return new Infinite(sign, domain);
        }
      }
      number = against == 0 ? p.factor() : number;
    }
    if (e.error().isPresent() && e.error().get().against1(c) >= 0) {
      throw new Unclear("too few terms");
    }
    if (Coefficients.holdsInner(number)) {
      throw new Unclear("it depends on how many are the greatest");
    }
    return new Finite(Terms.sum(Terms.freshBound(number, 0), domain));
  }

  /** 0 where all that the term presupposes without regard to the variable is met; undefined elsewhere. */
  private static Term domain(Term body, Family variable) {
    List<Term> all = new ArrayList<>();
    for (Domain.Presupposition p : Domain.of(body)) {
      Term about = Terms.terms(p.condition()).get(0);
      boolean free = Terms.families(about).stream().noneMatch(f -> f.name().equals(variable.name()));
      if (free) {
        if (p.guards().stream().flatMap(g -> Terms.terms(g).stream()).anyMatch(t -> Terms.families(t).stream().anyMatch(f -> f.name().equals(variable.name())))) {
          throw new Unclear("values that are needed on one side of a step only");
        }
        Term part =
            switch (p.condition()) {
              case dev.gradus.term.Condition.Positive q -> Terms.log(about);
              case dev.gradus.term.Condition.NonNegative q -> Terms.sqrt(about);
              default -> Terms.power(about, -1);
            };
        for (int k = p.guards().size() - 1; k >= 0; k--) {
          part = new Term.Guard(p.guards().get(k), part);
        }
        for (int k = p.under().size() - 1; k >= 0; k--) {
          part = Terms.mentions(part, p.under().get(k)) ? new Term.Over(p.under().get(k), part) : part;
        }
        all.add(Terms.product(Rational.ZERO, part));
      }
    }
    return all.isEmpty() ? Rational.ZERO : Terms.freshBound(Terms.sum(all), 10_000);
  }
}
