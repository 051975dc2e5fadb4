package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Arithmetic of forms (THEORY 1.4). All open indices are taken to be different elements: the caller fixes the equality pattern first (SOUNDNESS
 * 10). Every rule keeps the value of a form at each point at which the term as written is defined, and keeps every atom defined there (a
 * factor delta counts as a guard: where it is 0 its monomial is 0). Substituting an index re-enters every constructor (SOUNDNESS 12).
 */
final class Algebra {
  /** A form that is undefined everywhere in this pattern: 1/0, ln 0. */
  static final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined(String what) {
      super(what, null, false, false);
    }
  }

  /** Bound numbers from here on are names of binders that are being worked on; canonical names lie below. */
  private static final int FRESH = 1 << 20;

  /** What one factor of a monomial costs: about as much time as a step elsewhere. */
  private static final long STEPS = 6;

  final Premises premises;
  final Budget budget;
  final Functions functions;
  private final Divisors divisors;
  private final List<Form> kinks = new ArrayList<>();
  private int fresh = FRESH;
  private int depth;

  Algebra(Premises premises, Budget budget) {
    this.premises = premises;
    this.budget = budget;
    this.functions = new Functions(this);
    this.divisors = new Divisors(this);
  }

  Index.Bound freshBound(Range range) {
    return new Index.Bound(++fresh, range);
  }

  Form multiply(Form left, Form right) {
    if (left.isZero() || right.isZero()) {
      return Form.ZERO;
    }
    if (left.isOne()) {
      return right;
    }
    if (right.isOne()) {
      return left;
    }
    Sum out = new Sum();
    for (Map.Entry<Monomial, Rational> a : left.terms().entrySet()) {
      addProduct(out, a.getKey(), a.getValue(), right);
    }
    return out.form();
  }

  /** Adds {@code coefficient} times the monomial times the form. */
  private void addProduct(Sum out, Monomial monomial, Rational coefficient, Form form) {
    for (Map.Entry<Monomial, Rational> b : form.terms().entrySet()) {
      Monomial m = open(monomial);
      addProduct(out, m.binders(), m.factors(), coefficient, b.getKey(), b.getValue());
    }
  }

  private void addProduct(
      Sum out, List<Index.Bound> binders, Map<Atom, Integer> factors, Rational coefficient, Monomial by, Rational times) {
    Monomial opened = open(by);
    List<Index.Bound> all = new ArrayList<>(binders);
    all.addAll(opened.binders());
    NavigableMap<Atom, Integer> product = new TreeMap<>(factors);
    opened.factors().forEach((atom, e) -> raise(product, atom, e));
    add(out, all, product, coefficient.times(times));
  }

  /** Adds the product of an opened monomial with a form. */
  void addProduct(Sum out, List<Index.Bound> binders, Map<Atom, Integer> factors, Rational coefficient, Form form) {
    form.terms().forEach((m, c) -> addProduct(out, binders, factors, coefficient, m, c));
  }

  static void raise(NavigableMap<Atom, Integer> factors, Atom atom, int exponent) {
    int now = factors.getOrDefault(atom, 0) + exponent;
    checkExponent(now);
    if (now == 0) {
      factors.remove(atom);
    } else {
      factors.put(atom, now);
    }
  }

  /** Exponents have the limit of digits, so that sums and products of two of them are far from any overflow. */
  static void checkExponent(long exponent) {
    Budget.ofSteps(0).check(Budget.Limit.DIGITS, (int) Math.min(Integer.MAX_VALUE, Math.abs(exponent)));
  }

  Form power(Form form, int exponent) {
    checkExponent(exponent);
    if (exponent < 0) {
      return power(inverse(form), -exponent);
    }
    if (exponent > 1 && form.single().isPresent()) {
      Sum out = new Sum();
      NavigableMap<Atom, Integer> factors = new TreeMap<>();
      form.single().get().factors().forEach((atom, e) -> factors.put(atom, e * exponent));
      factors.values().forEach(Algebra::checkExponent);
      Rational coefficient = form.terms().firstEntry().getValue();
      checkExponent((long) exponent * digits(coefficient));
      add(out, List.of(), factors, coefficient.pow(exponent));
      return out.form();
    }
    Form result = Form.ONE;
    for (int k = 0; k < exponent; k++) {
      result = multiply(result, form);
    }
    return result;
  }

  private static int digits(Rational value) {
    return Math.max(value.numerator().bitLength(), value.denominator().bitLength());
  }

  /** 1 / form; undefined when the form is 0 in this pattern. */
  Form inverse(Form form) {
    Divisors.Factored parts = divisors.factor(form);
    Form result = invert(parts.common()).scale(parts.content().inverse());
    if (parts.rest().isOne()) {
      return result;
    }
    return multiply(result, Form.of(Monomial.of(new Atom.Nested(Atom.Kind.BASE, parts.rest()), -1), Rational.ONE));
  }

  Divisors divisors() {
    return divisors;
  }

  /** The forms u for which [-u > 0] = 1 - [u > 0] was used: the points with u = 0 are cut (SOUNDNESS 6). */
  List<Form> kinks() {
    return kinks;
  }

  /** A power of an atom, simplified. */
  Form atom(Atom atom, int exponent) {
    Sum out = new Sum();
    NavigableMap<Atom, Integer> one = new TreeMap<>();
    if (exponent != 0) {
      one.put(atom, exponent);
    }
    add(out, List.of(), one, Rational.ONE);
    return out.form();
  }

  /** The inverse of a monomial without binders whose factors may all be inverted. */
  Form invert(Monomial monomial) {
    NavigableMap<Atom, Integer> factors = new TreeMap<>();
    monomial.factors().forEach((atom, e) -> factors.put(atom, -e));
    Sum out = new Sum();
    add(out, List.of(), factors, Rational.ONE);
    return out.form();
  }

  /** The sum of the form over the index, which is free in it. */
  Form over(Index.Bound binder, Form form) {
    Sum out = new Sum();
    form.terms()
        .forEach(
            (m, c) -> {
              Monomial opened = open(m);
              List<Index.Bound> binders = new ArrayList<>(opened.binders());
              binders.add(binder);
              add(out, binders, new TreeMap<>(opened.factors()), c);
            });
    return out.form();
  }

  // --- substitution

  /** The form with an index that is free in it replaced: every constructor is entered again. */
  Form substitute(Form form, Index from, Index to) {
    return rebuild(form, f -> f.mentions(from), a -> reenter(a, from, to));
  }

  /** The form with an atom replaced by a number wherever it occurs. */
  Form replace(Form form, Atom atom, Rational value) {
    return rebuild(
        form,
        f -> occurs(f, atom),
        a -> a.compareTo(atom) == 0 ? Form.of(value) : enter(a, a.ownIndices(), a.insides().stream().map(f -> replace(f, atom, value)).toList()));
  }

  static boolean occurs(Form form, Atom atom) {
    return form.terms().keySet().stream().anyMatch(m -> m.factors().keySet().stream().anyMatch(a -> occurs(a, atom)));
  }

  private static boolean occurs(Atom inside, Atom atom) {
    return inside.compareTo(atom) == 0 || inside.insides().stream().anyMatch(f -> occurs(f, atom));
  }

  private Form rebuild(Form form, java.util.function.Predicate<Form> affected, java.util.function.Function<Atom, Form> change) {
    if (!affected.test(form)) {
      return form;
    }
    Sum out = new Sum();
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      Monomial m = open(term.getKey());
      NavigableMap<Atom, Integer> kept = new TreeMap<>();
      Form changed = Form.ONE;
      for (Map.Entry<Atom, Integer> factor : m.factors().entrySet()) {
        if (affected.test(Form.of(factor.getKey()))) {
          changed = multiply(changed, power(change.apply(factor.getKey()), factor.getValue()));
        } else {
          kept.put(factor.getKey(), factor.getValue());
        }
      }
      addProduct(out, m.binders(), kept, term.getValue(), changed);
    }
    return out.form();
  }

  private Form reenter(Atom atom, Index from, Index to) {
    List<Index> own = atom.ownIndices().stream().map(i -> TermOrder.compare(i, from) == 0 ? to : i).toList();
    if (atom instanceof Atom.Guarded g && !own.isEmpty() && !Guards.resolve(g.condition(), own.get(0), own.get(1)).orElse(true)) {
      return Form.ZERO;
    }
    try {
      return enter(atom, own, atom.insides().stream().map(f -> substitute(f, from, to)).toList());
    } catch (Undefined undefined) {
      if (atom instanceof Atom.Guarded) {
        // Where the term is defined the guard is false.
        return Form.ZERO;
      }
      throw undefined;
    }
  }

  /** The value of an atom of this kind with other indices and inner forms. */
  private Form enter(Atom atom, List<Index> own, List<Form> inner) {
    budget.spend(1);
    return switch (atom) {
      case Atom.SizeOf a -> Form.of(a);
      case Atom.Pi a -> Form.of(a);
      case Atom.Kappa a -> Form.of(a);
      case Atom.PlaceOf a -> place(own.get(0));
      case Atom.Kronecker a -> kronecker(own.get(0), own.get(1));
      case Atom.Part a -> part(a.family(), own);
      case Atom.Nested a -> functions.apply(a.kind(), inner.get(0));
      case Atom.Called a -> functions.call(a.function(), inner.get(0));
      case Atom.Guarded a -> functions.guard(a.condition(), own, inner.subList(0, inner.size() - 1), inner.get(inner.size() - 1));
    };
  }

  // --- leaves

  Form size(Range range) {
    return range.fixed().isPresent() ? Form.of(Rational.of(range.fixed().getAsInt())) : Form.of(new Atom.SizeOf(range));
  }

  Form place(Index index) {
    if (index instanceof Index.Literal l) {
      return l.value() == Index.Literal.LAST ? size(l.range()) : Form.of(Rational.of(l.value()));
    }
    return Form.of(new Atom.PlaceOf(index));
  }

  /** Open indices are different elements in this pattern. */
  Form kronecker(Index left, Index right) {
    int c = TermOrder.compare(left, right);
    if (c == 0) {
      return Form.ONE;
    }
    if (!(left instanceof Index.Bound) && !(right instanceof Index.Bound)) {
      return Form.ZERO;
    }
    return Form.of(c < 0 ? new Atom.Kronecker(left, right) : new Atom.Kronecker(right, left));
  }

  Form part(Family family, List<Index> indices) {
    for (int axis = 0; axis < indices.size(); axis++) {
      Range range = indices.get(axis).range();
      if (range.fixed().isPresent()
          && indices.get(axis) instanceof Index.Literal l
          && l.value() == range.fixed().getAsInt()
          && premises.sumsToOne(family, axis)) {
        return lastOfUnitSum(family, indices, axis, l.value());
      }
    }
    return Form.of(new Atom.Part(family, premises.sorted(family, indices)));
  }

  /** y_m = 1 - y_1 - ... - y_(m-1) for a family over a range of fixed size m that sums to 1. */
  private Form lastOfUnitSum(Family family, List<Index> indices, int axis, int size) {
    Form rest = Form.ONE;
    for (int k = 1; k < size; k++) {
      List<Index> other = new ArrayList<>(indices);
      other.set(axis, new Index.Literal(k, indices.get(axis).range()));
      rest = rest.minus(part(family, other));
    }
    return rest;
  }

  // --- one monomial

  /** A sum under construction. */
  final class Sum {
    private final NavigableMap<Monomial, Rational> terms = new TreeMap<>();

    private void add(Monomial monomial, Rational coefficient) {
      Form.addTo(terms, monomial, coefficient);
      budget.check(Budget.Limit.MONOMIALS, terms.size());
      budget.check(Budget.Limit.DIGITS, digits(coefficient));
    }

    Form form() {
      return new Form(terms);
    }
  }

  /** The monomial with its binders renamed to fresh numbers. */
  Monomial open(Monomial monomial) {
    if (monomial.binders().isEmpty()) {
      return monomial;
    }
    Map<Index, Index> names = new TreeMap<>(TermOrder.INDICES);
    List<Index.Bound> binders = new ArrayList<>();
    for (Index.Bound binder : monomial.binders()) {
      Index.Bound renamed = freshBound(binder.range());
      names.put(binder, renamed);
      binders.add(renamed);
    }
    NavigableMap<Atom, Integer> factors = new TreeMap<>();
    monomial.factors().forEach((atom, e) -> factors.put(naming().rename(atom, names), e));
    return new Monomial(binders, factors);
  }

  Naming naming() {
    return new Naming(premises, budget);
  }

  /** Normalises one monomial, its binders fresh, and adds it: contraction, powers, unused binders, divisors, names. */
  void add(Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    budget.spend(STEPS * (1L + factors.size()));
    if (coefficient.isZero()) {
      return;
    }
    budget.check(Budget.Limit.DEPTH, ++depth);
    try {
      normalise(out, binders, factors, coefficient);
    } finally {
      depth--;
    }
  }

  private void normalise(Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    if (contract(out, binders, factors, coefficient)
        || mergeExponentials(out, binders, factors, coefficient)
        || simplifyPowers(out, binders, factors, coefficient)
        || dropBinder(out, binders, factors, coefficient)
        || divisors.reduce(out, binders, factors, coefficient)) {
      return;
    }
    budget.check(Budget.Limit.BINDERS, binders.size());
    out.add(naming().canonical(binders, factors), coefficient);
  }

  /** sum_j delta_ij t_j = t_i (THEORY 1.4, step 1). */
  private boolean contract(Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    for (Map.Entry<Atom, Integer> factor : factors.entrySet()) {
      if (!(factor.getKey() instanceof Atom.Kronecker delta)) {
        continue;
      }
      boolean rightward = delta.right() instanceof Index.Bound b && binders.contains(b);
      Index from = rightward ? delta.right() : delta.left();
      if (!(from instanceof Index.Bound bound && binders.contains(bound))) {
        continue;
      }
      Index to = rightward ? delta.left() : delta.right();
      NavigableMap<Atom, Integer> rest = new TreeMap<>(factors);
      rest.remove(delta);
      List<Index.Bound> fewer = new ArrayList<>(binders);
      fewer.remove(bound);
      // The atoms are put in place one by one: a product of canonical forms would rename the binders that stay.
      NavigableMap<Atom, Integer> kept = new TreeMap<>();
      Form changed = Form.ONE;
      for (Map.Entry<Atom, Integer> f : rest.entrySet()) {
        if (f.getKey().mentions(from)) {
          changed = multiply(changed, power(reenter(f.getKey(), from, to), f.getValue()));
        } else {
          kept.put(f.getKey(), f.getValue());
        }
      }
      addProduct(out, fewer, kept, coefficient, changed);
      return true;
    }
    return false;
  }

  /** e^a e^b = e^(a+b). */
  private boolean mergeExponentials(Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    Form exponent = Form.ZERO;
    NavigableMap<Atom, Integer> rest = new TreeMap<>();
    int found = 0;
    boolean plain = true;
    for (Map.Entry<Atom, Integer> factor : factors.entrySet()) {
      if (factor.getKey() instanceof Atom.Nested n && n.kind() == Atom.Kind.EXP) {
        found++;
        plain &= factor.getValue() == 1;
        exponent = exponent.plus(n.inner().scale(Rational.of(factor.getValue())));
      } else {
        rest.put(factor.getKey(), factor.getValue());
      }
    }
    if (found == 0 || (found == 1 && plain)) {
      return false;
    }
    addProduct(out, binders, rest, coefficient, functions.exp(exponent));
    return true;
  }

  private boolean simplifyPowers(Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    for (Map.Entry<Atom, Integer> factor : factors.entrySet()) {
      java.util.Optional<Form> simpler = functions.power(factor.getKey(), factor.getValue());
      if (simpler.isPresent()) {
        NavigableMap<Atom, Integer> rest = new TreeMap<>(factors);
        rest.remove(factor.getKey());
        addProduct(out, binders, rest, coefficient, simpler.get());
        return true;
      }
    }
    return false;
  }

  /** sum_i 1 = n; sum_i y_i = 1 where assumed, y once, to the first power, unguarded (SOUNDNESS 17); sums of powers of the place. */
  private boolean dropBinder(Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    for (Index.Bound binder : binders) {
      List<Atom> using = factors.keySet().stream().filter(a -> a.mentions(binder)).toList();
      Form value = Form.ZERO;
      if (using.isEmpty()) {
        value = size(binder.range());
      } else if (using.size() == 1) {
        value = sumOver(binder, using.get(0), factors.getOrDefault(using.get(0), 0));
      }
      if (!value.isZero()) {
        List<Index.Bound> fewer = new ArrayList<>(binders);
        fewer.remove(binder);
        NavigableMap<Atom, Integer> rest = new TreeMap<>(factors);
        using.forEach(rest::remove);
        addProduct(out, fewer, rest, coefficient, value);
        return true;
      }
    }
    return false;
  }

  /** The sum of an atom's power over its binder where a rule knows it, else 0 (which no rule gives). */
  private Form sumOver(Index.Bound binder, Atom atom, int exponent) {
    if (atom instanceof Atom.Part part && exponent == 1) {
      List<Index> same = part.indices().stream().filter(i -> TermOrder.compare(i, binder) == 0).toList();
      int axis = part.indices().indexOf(binder);
      return same.size() == 1 && premises.sumsToOne(part.family(), axis) ? Form.ONE : Form.ZERO;
    }
    if (atom instanceof Atom.PlaceOf && exponent >= 1 && exponent <= 3) {
      Form n = size(binder.range());
      Form triangle = multiply(n, n.plus(Form.ONE)).scale(Rational.HALF);
      return switch (exponent) {
        case 1 -> triangle;
        case 2 -> multiply(triangle, n.scale(Rational.of(2)).plus(Form.ONE)).scale(Rational.of(1, 3));
        default -> multiply(triangle, triangle);
      };
    }
    return Form.ZERO;
  }
}
