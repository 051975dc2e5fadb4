package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts that a normal form may use, and the positive terms that are recorded from the text as written (SOUNDNESS 13). */
final class Premises {
  /** A form known to be positive, or not negative, for all elements of the binders, which are free in it. */
  record Recorded(List<Index.Bound> under, Form form) {}

  private final List<Fact> facts;
  private final List<Recorded> positive = new ArrayList<>();
  private final List<Recorded> notNegative = new ArrayList<>();
  private final List<Recorded> notZero = new ArrayList<>();
  private boolean matching;

  Premises(List<Fact> facts) {
    this.facts = List.copyOf(facts);
  }

  /** Adds a form that is positive ({@code strict}), or not negative, at every point of the domain. */
  void record(List<Index.Bound> under, Form form, boolean strict) {
    if (!form.isZero()) {
      (strict ? positive : notNegative).add(new Recorded(under, monic(form)));
    }
  }

  /** Adds a form that is 0 at no point of the domain. */
  void recordNotZero(Form form) {
    if (!form.isZero()) {
      notZero.add(new Recorded(List.of(), monic(form)));
    }
  }

  private static Form monic(Form form) {
    return form.scale(form.terms().firstEntry().getValue().abs().inverse());
  }

  List<Recorded> positive() {
    return positive;
  }

  List<Condition> conditions() {
    return facts.stream().flatMap(f -> f instanceof Fact.Holds h ? java.util.stream.Stream.of(h.condition()) : java.util.stream.Stream.of()).toList();
  }

  private static boolean same(Family a, Family b) {
    return a.name().equals(b.name());
  }

  boolean sumsToOne(Family family, int axis) {
    return facts.stream().anyMatch(f -> f instanceof Fact.SumsToOne s && same(s.family(), family) && s.axis() == axis);
  }

  /** The values a component may have, where a fact lists them. */
  Optional<List<Rational>> values(Family family) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.OneOf o && same(o.family(), family)) {
        return Optional.of(o.values());
      }
    }
    return Optional.empty();
  }

  /** Whether the components do not take all values near one of theirs, or are tied to each other. */
  boolean isConstrained(Family family) {
    return facts.stream()
        .anyMatch(
            f ->
                switch (f) {
                  case Fact.OneOf o -> same(o.family(), family);
                  case Fact.WholeNumbers w -> same(w.family(), family);
                  case Fact.SumsToOne s -> same(s.family(), family);
                  case Fact.Symmetric s -> same(s.family(), family);
                  case Fact.Equation e -> true;
                  case Fact.Holds h -> h.condition() instanceof Condition.Zero;
                  case Fact.AllPositive a -> false;
                  case Fact.AllInUnitInterval a -> false;
                  case Fact.LeastSize l -> false;
                });
  }

  private boolean isSymmetric(Family family) {
    return facts.stream().anyMatch(f -> f instanceof Fact.Symmetric s && same(s.family(), family));
  }

  /** Whether the order of a component's indices matters. */
  boolean isOrdered(Family family) {
    return !isSymmetric(family) && family.derivatives().stream().distinct().count() == family.derivatives().size();
  }

  /** The indices of a component in canonical order: symmetric families, and derivatives taken twice by the same argument. */
  List<Index> sorted(Family family, List<Index> indices) {
    if (isSymmetric(family) && indices.size() == 2 && TermOrder.compare(indices.get(0), indices.get(1)) > 0) {
      return List.of(indices.get(1), indices.get(0));
    }
    if (isOrdered(family)) {
      return indices;
    }
    List<Index> sorted = new ArrayList<>(indices);
    List<Family> by = family.derivatives();
    int at = indices.size() - by.stream().mapToInt(f -> f.axes().size()).sum();
    int k = 0;
    while (k < by.size()) {
      int width = by.get(k).axes().size();
      List<List<Index>> groups = new ArrayList<>();
      int start = at;
      while (k < by.size() && same(by.get(k), by.get(k - groups.size()))) {
        groups.add(List.copyOf(indices.subList(at, at + width)));
        at += width;
        k++;
      }
      groups.sort(TermOrder::compareIndices);
      for (List<Index> group : groups) {
        for (Index i : group) {
          sorted.set(start++, i);
        }
      }
    }
    return sorted;
  }

  /** Whether a fact says that every component of the family is positive. */
  private Sign.Known sign(Family family) {
    Sign.Known known = Sign.Known.UNKNOWN;
    for (Fact fact : facts) {
      if (fact instanceof Fact.AllPositive a && same(a.family(), family)) {
        known = a.strict() ? Sign.Known.POSITIVE : known == Sign.Known.UNKNOWN ? Sign.Known.NOT_NEGATIVE : known;
      } else if (fact instanceof Fact.AllInUnitInterval a && same(a.family(), family)) {
        known = Sign.Known.POSITIVE;
      } else if (fact instanceof Fact.WholeNumbers w && same(w.family(), family) && w.least() >= 0) {
        known = w.least() > 0 ? Sign.Known.POSITIVE : known == Sign.Known.UNKNOWN ? Sign.Known.NOT_NEGATIVE : known;
      } else if (fact instanceof Fact.Holds(Condition.Positive(Term.Entry e)) && e.family().isScalar() && same(e.family(), family)) {
        known = Sign.Known.POSITIVE;
      }
    }
    return known;
  }

  /** POSITIVE, NOT_NEGATIVE or UNKNOWN, from the form's shape: non-negative coefficients of non-negative atoms. */
  Sign.Known sign(Form form) {
    if (isComplement(form) || form.rational().filter(r -> r.signum() > 0).isPresent()) {
      return Sign.Known.POSITIVE;
    }
    boolean strict = false;
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      if (term.getValue().signum() < 0) {
        return Sign.Known.UNKNOWN;
      }
      Sign.Known sign = Sign.Known.POSITIVE;
      for (Map.Entry<Atom, Integer> factor : term.getKey().factors().entrySet()) {
        Sign.Known one = sign(factor.getKey(), factor.getValue());
        if (one == Sign.Known.UNKNOWN) {
          return Sign.Known.UNKNOWN;
        }
        sign = one == Sign.Known.POSITIVE ? sign : one;
      }
      strict |= sign == Sign.Known.POSITIVE;
    }
    return strict ? Sign.Known.POSITIVE : form.isZero() ? Sign.Known.UNKNOWN : Sign.Known.NOT_NEGATIVE;
  }

  /** 1 - p for p in (0, 1). */
  private boolean isComplement(Form form) {
    return form.size() == 2
        && Rational.ONE.equals(form.terms().get(Monomial.ONE))
        && form.terms().entrySet().stream().anyMatch(t -> t.getValue().equals(Rational.MINUS_ONE) && isUnit(t.getKey()));
  }

  private boolean isUnit(Monomial m) {
    return m.binders().isEmpty()
        && m.factors().size() == 1
        && m.factors().firstKey() instanceof Atom.Part p
        && m.exponent(p) == 1
        && facts.stream().anyMatch(f -> f instanceof Fact.AllInUnitInterval a && same(a.family(), p.family()));
  }

  Sign.Known sign(Atom atom, int exponent) {
    Sign.Known plain =
        switch (atom) {
          case Atom.SizeOf a -> Sign.Known.POSITIVE;
          case Atom.PlaceOf a -> Sign.Known.POSITIVE;
          case Atom.Pi a -> Sign.Known.POSITIVE;
          case Atom.Kappa a -> Sign.Known.NOT_NEGATIVE;
          case Atom.Kronecker a -> Sign.Known.NOT_NEGATIVE;
          case Atom.Part a -> sign(a.family());
          case Atom.Called a -> Sign.Known.UNKNOWN;
          // The body counts only where the condition holds, so its own sign is not strict outside.
          case Atom.Guarded a -> sign(a.body()) == Sign.Known.UNKNOWN ? Sign.Known.UNKNOWN : Sign.Known.NOT_NEGATIVE;
          case Atom.Nested a ->
              switch (a.kind()) {
                case EXP -> Sign.Known.POSITIVE;
                case STEP, EXACT_STEP -> Sign.Known.NOT_NEGATIVE;
                case ROOT -> sign(a.inner()) == Sign.Known.POSITIVE ? Sign.Known.POSITIVE : Sign.Known.NOT_NEGATIVE;
                case BASE -> sign(a.inner());
                case LAM, SIN, COS -> Sign.Known.UNKNOWN;
              };
        };
    if (exponent < 0 && plain == Sign.Known.NOT_NEGATIVE) {
      // A negative power exists only where the base is not 0.
      return Sign.Known.POSITIVE;
    }
    boolean even = exponent % 2 == 0;
    return plain == Sign.Known.UNKNOWN && even ? exponent < 0 ? Sign.Known.POSITIVE : Sign.Known.NOT_NEGATIVE : plain;
  }

  /** Whether the form is positive wherever the claim is defined: by its shape, or recorded. */
  boolean isPositive(Form form, Algebra algebra) {
    if (form.isZero()) {
      return false;
    }
    return sign(form) == Sign.Known.POSITIVE || recorded(positive, form, algebra);
  }

  /** Whether the form has an inverse wherever the claim is defined: it has a sign there, or is recorded. */
  boolean hasInverse(Form form, Algebra algebra) {
    Form opposite = form.scale(Rational.MINUS_ONE);
    return isPositive(form, algebra) || isPositive(opposite, algebra) || (!form.isZero() && (recorded(notZero, form, algebra) || recorded(notZero, opposite, algebra)));
  }

  /** Whether the form is recorded as not negative: off its zeros it is positive. */
  boolean isNotNegative(Form form, Algebra algebra) {
    return !form.isZero() && recorded(notNegative, form, algebra);
  }

  private boolean recorded(List<Recorded> records, Form form, Algebra algebra) {
    if (matching) {
      return false;
    }
    // While records are put in place they may not ask for records.
    matching = true;
    try {
      Form wanted = monic(form);
      return records.stream().anyMatch(r -> matches(r, 0, r.form(), wanted, algebra));
    } finally {
      matching = false;
    }
  }

  /** Whether {@code form}, the record with its first {@code done} binders put in place, becomes {@code wanted} for some elements. */
  private static boolean matches(Recorded record, int done, Form form, Form wanted, Algebra algebra) {
    algebra.budget.spend(1);
    if (done == record.under().size()) {
      return form.compareTo(wanted) == 0;
    }
    Index.Bound binder = record.under().get(done);
    return wanted.indices().stream()
        .filter(i -> TermOrder.compare(i.range(), binder.range()) == 0)
        .anyMatch(i -> matches(record, done + 1, form, binder, i, wanted, algebra));
  }

  private static boolean matches(Recorded record, int done, Form form, Index.Bound binder, Index at, Form wanted, Algebra algebra) {
    try {
      return matches(record, done, algebra.substitute(form, binder, at), wanted, algebra);
    } catch (Algebra.Undefined undefined) {
      return false;
    }
  }
}
