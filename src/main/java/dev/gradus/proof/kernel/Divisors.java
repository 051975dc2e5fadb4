package dev.gradus.proof.kernel;

import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Common factors, and division by denominators that stay in a form: each of their monomials has at most one numerator modulo the denominator. */
final class Divisors {
  private static final int ROUNDS = 6;

  private final Algebra algebra;

  Divisors(Algebra algebra) {
    this.algebra = algebra;
  }

  /** content * common * rest: a number, a monomial without binders whose factors have inverses, a form with leading coefficient 1. */
  record Factored(Rational content, Monomial common, Form rest) {}

  /** Refuses a form that is 0: nothing may be divided by it. */
  Factored factor(Form form) {
    if (form.isZero()) {
      throw new Algebra.Undefined("a divisor or an argument of a logarithm is 0");
    }
    NavigableMap<Atom, Integer> common = new TreeMap<>();
    Form exponent = Form.ZERO;
    Form rest = form;
    for (int round = 0; round < ROUNDS; round++) {
      NavigableMap<Atom, Integer> found = commonFactors(rest);
      Form shift = commonExponent(rest);
      if (found.isEmpty() && shift.isZero()) {
        break;
      }
      found.forEach((atom, e) -> Algebra.raise(common, atom, e));
      exponent = exponent.plus(shift);
      rest = algebra.multiply(without(rest, found), algebra.functions.exp(shift.scale(Rational.MINUS_ONE)));
      if (rest.isZero()) {
        throw new Algebra.Undefined("a divisor or an argument of a logarithm is 0");
      }
    }
    if (!exponent.isZero()) {
      Algebra.raise(common, new Atom.Nested(Atom.Kind.EXP, exponent), 1);
    }
    Rational content = rest.terms().firstEntry().getValue();
    return new Factored(content, new Monomial(List.of(), common), rest.scale(content.inverse()));
  }

  /** The form divided by powers of atoms that all its monomials have: exponents are lowered, so that P / P is 1. */
  private Form without(Form form, NavigableMap<Atom, Integer> powers) {
    Algebra.Sum out = algebra.new Sum();
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      Monomial m = algebra.open(term.getKey());
      NavigableMap<Atom, Integer> factors = new TreeMap<>(m.factors());
      powers.forEach((atom, e) -> Algebra.raise(factors, atom, -e));
      algebra.add(out, m.binders(), factors, term.getValue());
    }
    return out.form();
  }

  private static boolean invertible(Atom atom) {
    return switch (atom) {
      case Atom.Kronecker a -> false;
      case Atom.Guarded a -> false;
      case Atom.Kappa a -> false;
      case Atom.Nested a ->
          switch (a.kind()) {
            case EXP, STEP, EXACT_STEP, COS -> false;
            case LAM, ROOT, SIN, BASE -> true;
          };
      case Atom.SizeOf a -> true;
      case Atom.PlaceOf a -> true;
      case Atom.Pi a -> true;
      case Atom.Part a -> true;
      case Atom.Called a -> true;
    };
  }

  /** The atoms (exponentials apart) in all monomials, with their least exponents; an atom under a binder of its monomial is none. */
  private NavigableMap<Atom, Integer> commonFactors(Form form) {
    TreeSet<Atom> candidates = new TreeSet<>();
    for (Monomial m : form.terms().keySet()) {
      for (Atom atom : m.factors().keySet()) {
        if (invertible(atom) && !m.isLocal(atom)) {
          candidates.add(atom);
        }
      }
    }
    NavigableMap<Atom, Integer> found = new TreeMap<>();
    for (Atom atom : candidates) {
      algebra.budget.spend(form.size());
      int least = form.terms().keySet().stream().mapToInt(m -> m.isLocal(atom) ? 0 : m.exponent(atom)).min().orElse(0);
      // A square root stays where it is unless it divides all: its inverse brings a denominator back.
      boolean root = atom instanceof Atom.Nested n && n.kind() == Atom.Kind.ROOT;
      if (least != 0 && !(root && form.size() > 1)) {
        found.put(atom, least);
      }
    }
    return found;
  }

  /** The exponent e^s that all monomials share: for each term of the exponents its least coefficient. */
  private Form commonExponent(Form form) {
    TreeMap<Monomial, Rational> least = new TreeMap<>();
    boolean first = true;
    for (Monomial m : form.terms().keySet()) {
      TreeMap<Monomial, Rational> mine = new TreeMap<>();
      exponent(m).terms().forEach((t, c) -> {
        if (m.binders().stream().noneMatch(t::mentions)) {
          mine.put(t, c);
        }
      });
      if (first) {
        least.putAll(mine);
        first = false;
        continue;
      }
      TreeSet<Monomial> all = new TreeSet<>(least.keySet());
      all.addAll(mine.keySet());
      for (Monomial t : all) {
        Rational a = least.getOrDefault(t, Rational.ZERO);
        Rational b = mine.getOrDefault(t, Rational.ZERO);
        least.put(t, a.compareTo(b) <= 0 ? a : b);
      }
    }
    least.values().removeIf(Rational::isZero);
    return new Form(least);
  }

  /** The exponent of the monomial's exponential, 0 when it has none. */
  static Form exponent(Monomial monomial) {
    for (Map.Entry<Atom, Integer> f : monomial.factors().entrySet()) {
      if (f.getKey() instanceof Atom.Nested n && n.kind() == Atom.Kind.EXP) {
        return n.inner().scale(Rational.of(f.getValue()));
      }
    }
    return Form.ZERO;
  }

  // --- numerators modulo denominators

  /**
   * lead * B^-k = (B - others) B^-k / c for a denominator B = c lead + others. Refuses (false) when no rule applies. Each rule lowers the degree
   * of the numerator in one direction or removes a sum, so the rules end.
   */
  boolean reduce(Algebra.Sum out, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors, Rational coefficient) {
    for (Map.Entry<Atom, Integer> factor : factors.entrySet()) {
      if (factor.getKey() instanceof Atom.Nested n && n.kind() == Atom.Kind.BASE && factor.getValue() < 0) {
        Optional<Quotient> quotient = quotient(n.inner(), binders, factors);
        if (quotient.isPresent()) {
          divide(out, n, quotient.get(), coefficient);
          return true;
        }
      }
    }
    return false;
  }

  /** One fixed direction for each denominator, else two rules could undo each other. */
  private Optional<Quotient> quotient(Form denominator, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    Optional<Monomial> sum = denominator.terms().keySet().stream().filter(Divisors::isLeadingSum).findFirst();
    if (sum.isPresent()) {
      return bySum(sum.get(), binders, factors);
    }
    TreeSet<Monomial> exponents = new TreeSet<>();
    TreeSet<Atom> parts = new TreeSet<>();
    for (Monomial m : denominator.terms().keySet()) {
      exponent(m).terms().keySet().stream().filter(t -> m.binders().stream().noneMatch(t::mentions)).forEach(exponents::add);
      m.factors().keySet().stream().filter(a -> a instanceof Atom.Part && !m.isLocal(a)).forEach(parts::add);
    }
    if (!exponents.isEmpty()) {
      return byExponent(denominator, exponents.first(), binders, factors);
    }
    return parts.isEmpty() ? Optional.empty() : byPart(denominator, parts.first(), binders, factors);
  }

  /** What is left of a monomial when {@code lead}, a monomial of the denominator, is divided out (the denominator's power still in it). */
  private record Quotient(Monomial lead, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {}

  private void divide(Algebra.Sum out, Atom.Nested base, Quotient quotient, Rational coefficient) {
    Form denominator = base.inner();
    Rational c = denominator.terms().getOrDefault(quotient.lead(), Rational.ONE);
    Form others = denominator.minus(Form.of(quotient.lead(), c));
    NavigableMap<Atom, Integer> higher = new TreeMap<>(quotient.factors());
    Algebra.raise(higher, base, 1);
    algebra.addProduct(out, quotient.binders(), higher, coefficient.dividedBy(c), Form.ONE);
    algebra.addProduct(out, quotient.binders(), quotient.factors(), coefficient.dividedBy(c).negate(), others);
  }

  /** sum_j A_j / B where B = sum_j A_j + others and j occurs in the factors of A_j only. */
  private Optional<Quotient> bySum(Monomial lead, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    Index.Bound own = lead.binders().get(0);
    for (Index.Bound binder : binders) {
      if (TermOrder.compare(binder.range(), own.range()) != 0) {
        continue;
      }
      algebra.budget.spend(factors.size());
      Map<Index, Index> names = new TreeMap<>(TermOrder.INDICES);
      names.put(own, binder);
      NavigableMap<Atom, Integer> wanted = new TreeMap<>();
      lead.factors().forEach((atom, e) -> wanted.put(algebra.naming().rename(atom, names), e));
      Optional<NavigableMap<Atom, Integer>> rest = without(binder, factors, wanted);
      if (rest.isPresent()) {
        List<Index.Bound> fewer = new ArrayList<>(binders);
        fewer.remove(binder);
        return Optional.of(new Quotient(lead, fewer, rest.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isLeadingSum(Monomial m) {
    return m.binders().size() == 1 && m.factors().keySet().stream().allMatch(m::isLocal);
  }

  /** The factors without {@code wanted}, when what is left does not mention the binder. */
  private static Optional<NavigableMap<Atom, Integer>> without(
      Index.Bound binder, NavigableMap<Atom, Integer> factors, NavigableMap<Atom, Integer> wanted) {
    NavigableMap<Atom, Integer> rest = new TreeMap<>(factors);
    Form left = exponent(new Monomial(List.of(), factors)).minus(exponent(new Monomial(List.of(), wanted)));
    rest.keySet().removeIf(Divisors::isExponential);
    for (Map.Entry<Atom, Integer> w : wanted.entrySet()) {
      if (!isExponential(w.getKey())) {
        Algebra.raise(rest, w.getKey(), -w.getValue());
      }
    }
    if (left.mentions(binder) || rest.keySet().stream().anyMatch(a -> a.mentions(binder))) {
      return Optional.empty();
    }
    if (!left.isZero()) {
      rest.put(new Atom.Nested(Atom.Kind.EXP, left), 1);
    }
    return Optional.of(rest);
  }

  private static boolean isExponential(Atom atom) {
    return atom instanceof Atom.Nested n && n.kind() == Atom.Kind.EXP;
  }

  /** Division in the direction e^t of one term t of the exponents. */
  private Optional<Quotient> byExponent(
      Form denominator, Monomial t, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    algebra.budget.spend(denominator.size());
    Form mine = exponent(new Monomial(List.of(), factors));
    Optional<Monomial> lead = end(denominator, t, mine.terms().getOrDefault(t, Rational.ZERO));
    if (lead.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<Atom, Integer> rest = new TreeMap<>(factors);
    rest.keySet().removeIf(Divisors::isExponential);
    Form left = mine.minus(exponent(lead.get()));
    if (!left.isZero()) {
      rest.put(new Atom.Nested(Atom.Kind.EXP, left), 1);
    }
    return Optional.of(new Quotient(lead.get(), binders, rest));
  }

  /** The highest monomial when the degree is too high, the lowest one when it is negative; only where these are unique and pure exponentials. */
  private static Optional<Monomial> end(Form denominator, Monomial t, Rational degree) {
    Optional<Monomial> highest = Optional.empty();
    Optional<Monomial> lowest = Optional.empty();
    Rational high = Rational.ZERO;
    int highs = 0;
    int lows = 0;
    for (Monomial m : denominator.terms().keySet()) {
      Rational d = exponent(m).terms().getOrDefault(t, Rational.ZERO);
      if (d.signum() < 0) {
        return Optional.empty();
      }
      if (d.isZero()) {
        lows++;
        lowest = Optional.of(m);
      }
      int c = d.compareTo(high);
      if (c > 0) {
        high = d;
        highs = 0;
        highest = Optional.of(m);
      }
      if (d.compareTo(high) == 0) {
        highs++;
      }
    }
    boolean tooHigh = !high.isZero() && highs == 1 && degree.compareTo(high) >= 0;
    boolean negative = !high.isZero() && lows == 1 && degree.signum() < 0;
    Optional<Monomial> wanted = tooHigh ? highest : negative ? lowest : Optional.empty();
    return wanted.filter(m -> m.binders().isEmpty() && m.factors().keySet().stream().allMatch(Divisors::isExponential));
  }

  /** Division by a polynomial in one component. */
  private Optional<Quotient> byPart(Form denominator, Atom g, List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    algebra.budget.spend(denominator.size());
    int degree = factors.getOrDefault(g, 0);
    int high = denominator.terms().keySet().stream().mapToInt(m -> m.exponent(g)).max().orElse(0);
    boolean bounded = denominator.terms().keySet().stream().allMatch(m -> m.exponent(g) >= 0);
    int wanted = degree >= high ? high : 0;
    if (high <= 0 || !bounded || (degree >= 0 && degree < high)) {
      return Optional.empty();
    }
    List<Monomial> ends = denominator.terms().keySet().stream().filter(m -> m.exponent(g) == wanted).toList();
    if (ends.size() != 1 || !isPure(ends.get(0), g)) {
      return Optional.empty();
    }
    NavigableMap<Atom, Integer> rest = new TreeMap<>(factors);
    if (wanted != 0) {
      Algebra.raise(rest, g, -wanted);
    }
    return Optional.of(new Quotient(ends.get(0), binders, rest));
  }

  private static boolean isPure(Monomial monomial, Atom only) {
    return monomial.binders().isEmpty() && monomial.factors().keySet().stream().allMatch(a -> a.compareTo(only) == 0);
  }
}
