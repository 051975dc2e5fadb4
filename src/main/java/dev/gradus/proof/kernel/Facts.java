package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Sturm.Segment;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assumptions, asked for what they say about one size, index pair, component or term; and the lemmas that may be used beside them. */
record Facts(List<Fact> all, List<Lemma> lemmas) {
  static Facts of(List<Assumption> assumptions) {
    return new Facts(assumptions.stream().map(Assumption::fact).toList(), List.of());
  }

  Facts with(Condition condition) {
    return with(new Fact.Holds(condition));
  }

  Facts with(Fact fact) {
    List<Fact> more = new ArrayList<>(all);
    more.add(fact);
    return new Facts(more, lemmas);
  }

  Facts believing(Lemma lemma) {
    return new Facts(all, List.of(lemma));
  }

  /** The least size the range can have. */
  int least(Range range) {
    int least = range.fixed().orElse(range.least());
    for (Fact f : all) {
      if (f instanceof Fact.LeastSize l && l.range().name().equals(range.name())) {
        least = Math.max(least, l.size());
      }
      if (f instanceof Fact.Holds(Condition.Distinct d) && d.left().range().name().equals(range.name())) {
        least = Math.max(least, 2);
      }
      if (f instanceof Fact.Holds(Condition.Before b) && b.left().range().name().equals(range.name())) {
        least = Math.max(least, 2);
      }
    }
    return least;
  }

  boolean distinct(Index a, Index b) {
    if (a instanceof Index.Literal k && b instanceof Index.Literal l && k.value() != l.value()) {
      Index.Literal low = k.value() < l.value() ? k : l;
      Index.Literal high = k.value() < l.value() ? l : k;
      return high.value() != Index.Literal.LAST || low.value() < least(a.range());
    }
    return holds(new Condition.Distinct(a, b)) || holds(new Condition.Distinct(b, a)) || holds(new Condition.Before(a, b)) || holds(new Condition.Before(b, a));
  }

  boolean same(Index a, Index b) {
    return a.equals(b) || holds(new Condition.Same(a, b)) || holds(new Condition.Same(b, a));
  }

  boolean holds(Condition condition) {
    return all.contains(new Fact.Holds(condition));
  }

  /** Whether a condition on indices holds at no point; nothing is asked about conditions on terms. */
  boolean exclude(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> distinct(c.left(), c.right());
      case Condition.Distinct c -> same(c.left(), c.right());
      case Condition.Before c -> same(c.left(), c.right());
      case Condition.Positive c -> false;
      case Condition.NonNegative c -> false;
      case Condition.Zero c -> false;
      case Condition.NonZero c -> false;
    };
  }

  /** The values a component can have, where they are listed. */
  Optional<List<Rational>> values(Term.Entry entry) {
    for (Fact f : all) {
      if (f instanceof Fact.OneOf o && o.family().equals(entry.family())) {
        return Optional.of(o.values());
      }
    }
    return Optional.empty();
  }

  /** Where the component lies; thin when the facts leave one point or none. */
  Segment segment(Term.Entry entry) {
    Segment s = Segment.LINE;
    for (Fact f : all) {
      s = s.meet(segment(f, entry));
    }
    return s;
  }

  private Segment segment(Fact fact, Term.Entry entry) {
    return switch (fact) {
      case Fact.AllPositive a when a.family().equals(entry.family()) -> Segment.above(Rational.ZERO, !a.strict());
      case Fact.AllInUnitInterval a when a.family().equals(entry.family()) -> Segment.UNIT;
      case Fact.WholeNumbers w when w.family().equals(entry.family()) -> Segment.above(Rational.of(w.least()), true);
      case Fact.OneOf o when o.family().equals(entry.family()) && !o.values().isEmpty() ->
          Segment.above(o.values().stream().min(Rational::compareTo).orElseThrow(), true)
              .meet(Segment.below(o.values().stream().max(Rational::compareTo).orElseThrow(), true));
      case Fact.SumsToOne s when s.family().equals(entry.family()) -> simplex(s, entry);
      case Fact.Holds(Condition.Positive(Term t)) -> half(t, entry, false);
      case Fact.Holds(Condition.NonNegative(Term t)) -> half(t, entry, true);
      case Fact.Holds h -> Segment.LINE;
      case Fact.AllPositive a -> Segment.LINE;
      case Fact.AllInUnitInterval a -> Segment.LINE;
      case Fact.WholeNumbers w -> Segment.LINE;
      case Fact.OneOf o -> Segment.LINE;
      case Fact.SumsToOne s -> Segment.LINE;
      case Fact.Symmetric s -> Segment.LINE;
      case Fact.LeastSize l -> Segment.LINE;
      case Fact.Equation e -> Segment.LINE;
    };
  }

  /** A component of a distribution without negative entries is at most 1; less where another one is positive. */
  private Segment simplex(Fact.SumsToOne fact, Term.Entry entry) {
    for (Fact f : all) {
      if (f instanceof Fact.AllPositive p && p.family().equals(entry.family())) {
        return Segment.below(Rational.ONE, !p.strict() || least(fact.family().axes().get(fact.axis())) < 2);
      }
    }
    return Segment.LINE;
  }

  /** {@code a x + b > 0} (or >= 0) read as a bound of the component x. */
  private static Segment half(Term t, Term.Entry entry, boolean closed) {
    Optional<Linear> read = linear(t, entry);
    if (read.isEmpty() || read.get().slope().isZero()) {
      return Segment.LINE;
    }
    Rational end = read.get().offset().negate().dividedBy(read.get().slope());
    return read.get().slope().signum() > 0 ? Segment.above(end, closed) : Segment.below(end, closed);
  }

  private record Linear(Rational slope, Rational offset) {}

  /** The term as a linear function of one component with rational coefficients. */
  private static Optional<Linear> linear(Term t, Term.Entry x) {
    if (t.equals(x)) {
      return Optional.of(new Linear(Rational.ONE, Rational.ZERO));
    }
    if (t instanceof Rational r) {
      return Optional.of(new Linear(Rational.ZERO, r));
    }
    boolean product = t instanceof Term.Product;
    if (!product && !(t instanceof Term.Sum)) {
      return Optional.empty();
    }
    Linear result = new Linear(Rational.ZERO, product ? Rational.ONE : Rational.ZERO);
    for (Term part : Terms.parts(t)) {
      Optional<Linear> next = linear(part, x);
      if (next.isEmpty() || (product && !next.get().slope.isZero() && !result.slope.isZero())) {
        return Optional.empty();
      }
      Linear n = next.get();
      result =
          product
              ? new Linear(result.slope.times(n.offset).plus(result.offset.times(n.slope)), result.offset.times(n.offset))
              : new Linear(result.slope.plus(n.slope), result.offset.plus(n.offset));
    }
    return Optional.of(result);
  }
}
