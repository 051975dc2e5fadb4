package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One evaluation at one point in one precision. Rational values stay exact; what is not rational is enclosed. */
final class Evaluator<I extends Interval<I>> {
  /** Fractions longer than this in bits are enclosed instead. */
  private static final int EXACT_BITS = 8_192;
  private static final int STEP_BITS = 1_024;

  /** What is known of a part's value. */
  sealed interface Part<I> {}

  record Exact<I>(Rational value) implements Part<I> {}

  /** {@code size}: like {@link Interval#size} for the largest of the summands the value was made of, so that what cancelled is told. */
  record Rough<I extends Interval<I>>(I interval, double size) implements Part<I> {
    Rough(I interval) {
      this(interval, interval.size());
    }
  }

  /** Undefined (for certain; {@code culprit}: and all around the point, because of this argument) or unknown. */
  record Missing<I>(boolean undefined, String why, Optional<Term> culprit) implements Part<I> {}

  private final I unit;
  private final Budget budget;
  private final Evaluation.AtZero atZero;
  private final List<Family> discrete;
  private final Map<String, Integer> sizes;
  private final Map<Index, Integer> elements = new LinkedHashMap<>();
  private final Map<String, Map<List<Integer>, Part<I>>> components = new LinkedHashMap<>();
  private final IdentityHashMap<Term, Map<List<Integer>, Part<I>>> memory = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Set<Index.Bound>> open = new IdentityHashMap<>();
  private boolean kink;
  private boolean dead;
  private boolean edge;

  Evaluator(I unit, Point point, Evaluation.AtZero atZero, List<Family> discrete, Budget budget) {
    this.unit = unit;
    this.budget = budget;
    this.atZero = atZero;
    this.discrete = discrete;
    this.sizes = Admission.sizes(point);
    point.indices().forEach((index, element) -> elements.put(plain(index), element));
    point.values()
        .forEach(
            (c, value) -> components.computeIfAbsent(key(c.family()), k -> new LinkedHashMap<>()).put(c.elements(), new Exact<>(value)));
  }

  /** Families are told apart by name; derivatives of a function also by what they were differentiated by. */
  static String key(Family family) {
    return family.derivatives().isEmpty() ? family.name() : family.name() + family.derivatives().stream().map(Family::name).toList();
  }

  /** Two ranges are the same when their names are. */
  private static Index plain(Index index) {
    return switch (index) {
      case Index.Free free -> new Index.Free(free.name(), Range.of(free.range().name()));
      case Index.Bound bound -> new Index.Bound(bound.number(), Range.of(bound.range().name()));
      case Index.Literal literal -> literal;
    };
  }

  Evaluation.Outcome outcome(Term term) {
    Part<I> part = part(term);
    Evaluation.Value value;
    try {
      value =
          switch (part) {
            case Exact<I> e -> new Evaluation.Value.Enclosed(e.value(), e.value(), Optional.of(e.value()));
            case Rough<I> r -> new Evaluation.Value.Enclosed(r.interval().low(), r.interval().high(), Optional.empty());
            case Missing<I> m -> m.undefined() ? new Evaluation.Value.Undefined(m.why()) : new Evaluation.Value.Unknown(m.why());
          };
    } catch (ArithmeticException e) {
      value = new Evaluation.Value.Unknown(String.valueOf(e.getMessage()));
    }
    Optional<Term> culprit = part instanceof Missing<I> m ? m.culprit() : Optional.empty();
    return new Evaluation.Outcome(value, kink, dead, edge, culprit, size(part));
  }

  /** The value of a part under the elements the binders around it stand for now; an overflow is not known. */
  Part<I> part(Term term) {
    budget.spend(1);
    try {
      return switch (term) {
        case Rational r -> exact(r);
        case Term.Size s -> size(s.range());
        case Term.Place p -> element(p.index());
        case Term.Pi p -> new Rough<>(unit.pi());
        case Term.Entry e -> remembered(e, () -> entry(e));
        case Term.Sum s -> sum(parts(s.terms()));
        case Term.Product p -> product(parts(p.factors()));
        case Term.Power p -> power(p, part(p.base()));
        case Term.Apply a -> remembered(a, () -> apply(a, part(a.argument())));
        case Term.Delta d -> condition(new Condition.Same(d.left(), d.right()), () -> exact(Rational.ONE));
        case Term.Over o -> remembered(o, () -> over(o));
        case Term.Guard g -> condition(g.condition(), () -> part(g.body()));
      };
    } catch (ArithmeticException e) {
      return unknown(String.valueOf(e.getMessage()));
    }
  }

  private List<Part<I>> parts(List<Term> terms) {
    List<Part<I>> parts = new ArrayList<>();
    for (Term term : terms) {
      parts.add(part(term));
    }
    return parts;
  }

  private Part<I> exact(Rational value) {
    int length = value.numerator().bitLength() + value.denominator().bitLength();
    budget.spend((long) (length / STEP_BITS) * (length / STEP_BITS)); // as long as its reduction takes
    boolean small = value.numerator().bitLength() <= EXACT_BITS && value.denominator().bitLength() <= EXACT_BITS;
    return small ? new Exact<>(value) : new Rough<>(unit.enclose(value));
  }

  private Missing<I> unknown(String why) {
    return new Missing<>(false, why, Optional.empty());
  }

  private Missing<I> undefined(String why, Term argument, boolean around) {
    return new Missing<>(true, why, around ? Optional.of(argument) : Optional.empty());
  }

  /** A value is computed once for the elements of the binders it depends on. */
  private Part<I> remembered(Term term, Supplier<Part<I>> compute) {
    Set<Index.Bound> bound = openBounds(term);
    List<Integer> at = new ArrayList<>();
    for (Index.Bound index : bound) {
      at.add(elements.getOrDefault(plain(index), 0));
    }
    Map<List<Integer>, Part<I>> known = memory.computeIfAbsent(term, t -> new LinkedHashMap<>());
    Part<I> found = known.get(at);
    if (found == null) {
      found = compute.get();
      known.put(at, found);
    }
    return found;
  }

  /** The bound indices that stand in a term, its own binders' among them. */
  private Set<Index.Bound> openBounds(Term term) {
    Set<Index.Bound> known = open.get(term);
    if (known == null) {
      budget.spend(1);
      known = new LinkedHashSet<>();
      for (Index index : Terms.ownIndices(term)) {
        if (index instanceof Index.Bound bound) {
          known.add(bound);
        }
      }
      for (Term part : Terms.parts(term)) {
        known.addAll(openBounds(part));
      }
      open.put(term, known);
    }
    return known;
  }

  private Part<I> size(Range range) {
    Integer size = sizes.get(range.name());
    return size == null ? unknown("the size " + range.name() + " is not given") : exact(Rational.of(size));
  }

  /** The element an index stands for, as a number. */
  private Part<I> element(Index index) {
    Integer size = sizes.get(index.range().name());
    if (size == null) {
      return unknown("the size " + index.range().name() + " is not given");
    }
    if (index instanceof Index.Literal literal) {
      if (literal.value() != Index.Literal.LAST && literal.value() > size) {
        return undefined("there is no element " + literal.value(), Rational.ZERO, false);
      }
      return exact(Rational.of(literal.value() == Index.Literal.LAST ? size : literal.value()));
    }
    Integer element = elements.get(plain(index));
    return element == null || element < 1 || element > size ? unknown("an index is not given") : exact(Rational.of(element));
  }

  private Part<I> entry(Term.Entry entry) {
    List<Integer> at = new ArrayList<>();
    for (Index index : entry.indices()) {
      Part<I> element = element(index);
      if (!(element instanceof Exact<I> e)) {
        return element;
      }
      at.add(e.value().numerator().intValueExact());
    }
    Map<List<Integer>, Part<I>> known = components.get(key(entry.family()));
    Part<I> found = known == null ? null : known.get(at);
    return found == null ? unknown("a component of " + entry.family().name() + " is not given") : found;
  }

  /** Strict: what is missing in a part is missing in the whole; undefined for certain goes before unknown. */
  private Optional<Part<I>> missing(List<Part<I>> parts) {
    Optional<Part<I>> found = Optional.empty();
    for (Part<I> part : parts) {
      if (part instanceof Missing<I> m) {
        if (m.culprit().isPresent()) {
          return Optional.of(m);
        }
        if (found.isEmpty() || m.undefined()) {
          found = Optional.of(m);
        }
      }
    }
    return found;
  }

  private I interval(Part<I> part) {
    return switch (part) {
      case Exact<I> e -> unit.enclose(e.value());
      case Rough<I> r -> r.interval();
      case Missing<I> m -> throw new ArithmeticException(m.why());
    };
  }

  private double size(Part<I> part) {
    return switch (part) {
      case Exact<I> e when e.value().isZero() -> Double.NEGATIVE_INFINITY;
      case Exact<I> e -> (double) e.value().numerator().bitLength() - e.value().denominator().bitLength() + 1;
      case Rough<I> r -> r.size();
      case Missing<I> m -> Double.NEGATIVE_INFINITY;
    };
  }

  private Part<I> sum(List<Part<I>> parts) {
    Optional<Part<I>> missing = missing(parts);
    if (missing.isPresent()) {
      return missing.get();
    }
    Rational whole = Rational.ZERO;
    double size = Double.NEGATIVE_INFINITY;
    List<I> rough = new ArrayList<>();
    for (Part<I> part : parts) {
      budget.spend(1);
      size = Math.max(size, size(part));
      if (part instanceof Exact<I> e && exact(whole.plus(e.value())) instanceof Exact<I> sum) {
        whole = sum.value();
      } else {
        rough.add(interval(part));
      }
    }
    if (rough.isEmpty()) {
      return exact(whole);
    }
    I total = rough.get(0);
    for (I interval : rough.subList(1, rough.size())) {
      total = total.plus(interval);
    }
    return new Rough<>(whole.isZero() ? total : total.plus(unit.enclose(whole)), size);
  }

  private Part<I> product(List<Part<I>> parts) {
    Optional<Part<I>> missing = missing(parts);
    if (missing.isPresent()) {
      return missing.get();
    }
    Rational whole = Rational.ONE;
    double size = 0;
    List<I> rough = new ArrayList<>();
    for (Part<I> part : parts) {
      budget.spend(1);
      size += size(part);
      if (part instanceof Exact<I> e && exact(whole.times(e.value())) instanceof Exact<I> product) {
        whole = product.value();
      } else {
        rough.add(interval(part));
      }
    }
    if (rough.isEmpty() || whole.isZero()) {
      return exact(whole);
    }
    I total = rough.get(0);
    for (I interval : rough.subList(1, rough.size())) {
      total = total.times(interval);
    }
    return new Rough<>(whole.isOne() ? total : total.times(unit.enclose(whole)), size);
  }

  private Part<I> power(Term.Power power, Part<I> base) {
    int k = power.exponent();
    if (base instanceof Missing<I>) {
      return base;
    }
    if (k == 0) {
      return exact(Rational.ONE);
    }
    if (k == Integer.MIN_VALUE) {
      return unknown("an exponent too large");
    }
    if (base instanceof Exact<I> e) {
      if (e.value().isZero() && k < 0) {
        return undefined("division by 0", power.base(), zeroAround(power.base()));
      }
      long bits = (long) Math.max(e.value().numerator().bitLength(), e.value().denominator().bitLength()) * Math.abs(k);
      if (bits <= EXACT_BITS || e.value().isZero() || e.value().abs().isOne()) {
        return exact(e.value().abs().isOne() ? (k % 2 == 0 ? Rational.ONE : e.value()) : e.value().pow(k));
      }
    }
    I interval = interval(base);
    if (k > 0) {
      return new Rough<>(interval.power(k), size(base) * k);
    }
    return sign(base).isPresent() ? new Rough<>(interval.inverse().power(-k)) : unknown("a divisor that may be 0");
  }

  /** The sign where it is certain. */
  private Optional<Integer> sign(Part<I> part) {
    return switch (part) {
      case Exact<I> e -> Optional.of(e.value().signum());
      case Rough<I> r -> r.interval().positive() ? Optional.of(1) : r.interval().negative() ? Optional.of(-1) : Optional.empty();
      case Missing<I> m -> Optional.empty();
    };
  }

  Optional<Integer> sign(Term term) {
    return sign(part(term));
  }

  boolean zeroAround(Term term) {
    return new ZeroAround<>(this, discrete, atZero, budget).isZero(term);
  }

  private Part<I> apply(Term.Apply apply, Part<I> u) {
    if (u instanceof Missing<I>) {
      return u;
    }
    if (!(apply.function() instanceof Function.Elementary function)) {
      return unknown("the value of a function that is not known further");
    }
    boolean zero = u instanceof Exact<I> e && e.value().isZero();
    budget.spend(unit.steps());
    return switch (function) {
      case EXP -> zero ? exact(Rational.ONE) : new Rough<>(interval(u).exp());
      case SIN -> zero ? u : new Rough<>(interval(u).sin());
      case COS -> zero ? exact(Rational.ONE) : new Rough<>(interval(u).cos());
      case STEP -> step(apply.argument(), sign(u));
      case LOG -> log(apply.argument(), u, sign(u));
      case SQRT -> root(apply.argument(), u, sign(u));
    };
  }

  private Part<I> step(Term argument, Optional<Integer> sign) {
    if (sign.isEmpty()) {
      return unknown("a step whose argument may be 0");
    }
    if (sign.get() != 0) {
      return exact(sign.get() > 0 ? Rational.ONE : Rational.ZERO);
    }
    if (zeroAround(argument)) {
      dead = true;
    } else {
      kink = true;
    }
    return exact(atZero == Evaluation.AtZero.ONE ? Rational.ONE : Rational.ZERO);
  }

  private Part<I> log(Term argument, Part<I> u, Optional<Integer> sign) {
    if (sign.isEmpty()) {
      return unknown("a logarithm whose argument may be 0");
    }
    if (sign.get() <= 0) {
      return undefined("logarithm of a number that is not positive", argument, sign.get() < 0 || zeroAround(argument));
    }
    return u instanceof Exact<I> e && e.value().isOne() ? exact(Rational.ZERO) : new Rough<>(interval(u).log());
  }

  private Part<I> root(Term argument, Part<I> u, Optional<Integer> sign) {
    if (sign.isEmpty()) {
      return unknown("a root whose argument may be negative");
    }
    if (sign.get() < 0) {
      return undefined("root of a negative number", argument, true);
    }
    if (sign.get() == 0) {
      edge |= !zeroAround(argument);
      return u;
    }
    Optional<Rational> root = u instanceof Exact<I> e ? e.value().root() : Optional.empty();
    return root.isPresent() ? exact(root.get()) : new Rough<>(interval(u).sqrt());
  }

  private Part<I> over(Term.Over over) {
    Integer size = sizes.get(over.index().range().name());
    if (size == null) {
      return unknown("the size " + over.index().range().name() + " is not given");
    }
    Optional<Greatest> greatest = Greatest.of(over);
    return greatest.isEmpty() ? sum(instances(over, size, this::part)) : Extremes.greatest(instances(new Term.Over(over.index(), greatest.get().body()), size, this::part));
  }

  /** What a function gives for the body at every element. */
  <T> List<T> instances(Term.Over over, int size, java.util.function.Function<Term, T> each) {
    List<T> found = new ArrayList<>();
    Index index = plain(over.index());
    Integer outer = elements.get(index);
    for (int element = 1; element <= size; element++) {
      elements.put(index, element);
      found.add(each.apply(over.body()));
    }
    if (outer == null) {
      elements.remove(index);
    } else {
      elements.put(index, outer);
    }
    return found;
  }

  int sizeOf(Range range) {
    return sizes.getOrDefault(range.name(), 0);
  }

  /** The body where the condition holds, 0 where it does not (the body is not looked at), missing where the condition is. */
  private Part<I> condition(Condition condition, Supplier<Part<I>> body) {
    Part<I> truth = truth(condition);
    if (!(truth instanceof Exact<I> e)) {
      return truth;
    }
    return e.value().isZero() ? truth : body.get();
  }

  Optional<Boolean> holds(Condition condition) {
    return switch (truth(condition)) {
      case Exact<I> e -> Optional.of(e.value().isOne());
      case Rough<I> r -> Optional.empty();
      case Missing<I> m -> m.undefined() ? Optional.of(false) : Optional.empty();
    };
  }

  /** 1, 0 or missing. */
  private Part<I> truth(Condition condition) {
    List<Term> terms = Terms.terms(condition);
    if (terms.isEmpty()) {
      List<Index> indices = Terms.indices(condition);
      Part<I> left = element(indices.get(0));
      Part<I> right = element(indices.get(1));
      if (!(left instanceof Exact<I> a && right instanceof Exact<I> b)) {
        return left instanceof Exact<I> ? right : left;
      }
      int order = a.value().compareTo(b.value());
      boolean holds = condition instanceof Condition.Same ? order == 0 : condition instanceof Condition.Distinct ? order != 0 : order < 0;
      return exact(holds ? Rational.ONE : Rational.ZERO);
    }
    Part<I> value = part(terms.get(0));
    Optional<Integer> sign = sign(value);
    if (sign.isEmpty()) {
      return value instanceof Missing<I> ? value : unknown("a condition whose term may be 0");
    }
    if (sign.get() == 0 && !zeroAround(terms.get(0))) {
      kink = true;
    }
    return exact(meets(condition, sign.get()) ? Rational.ONE : Rational.ZERO);
  }

  static boolean meets(Condition condition, int sign) {
    return switch (condition) {
      case Condition.Positive p -> sign > 0;
      case Condition.NonNegative p -> sign >= 0;
      case Condition.Zero p -> sign == 0;
      case Condition.NonZero p -> sign != 0;
      case Condition.Same s -> false;
      case Condition.Distinct d -> false;
      case Condition.Before b -> false;
    };
  }

  /** The value of an index condition or of a part, where it is a known rational number. */
  Optional<Rational> number(Part<I> part) {
    return part instanceof Exact<I> e ? Optional.of(e.value()) : Optional.empty();
  }

  Part<I> truthOf(Condition condition) {
    return truth(condition);
  }
}
