package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A divisor that a stated equation keeps from being 0: the equation, cleared of its denominators, says q t + r = 0 with an r that is not 0, as
 * n / x = t says x t - n = 0 (SOUNDNESS 23).
 */
final class DivisorByEquation {
  private DivisorByEquation() {}

  /** In: a divisor without bound indices of its surroundings, and assumptions. Out: the equation among them because of which it is not 0. */
  static Optional<Assumption> of(Term divisor, List<Assumption> assumptions, Budget budget) {
    List<Fact> facts = assumptions.stream().map(Assumption::fact).toList();
    for (Assumption a : assumptions) {
      if (a.fact() instanceof Fact.Equation e && Terms.openIndices(e.left(), e.right(), divisor).isEmpty() && excludes(e, divisor, facts, budget)) {
        return Optional.of(a);
      }
    }
    return Optional.empty();
  }

  private static boolean excludes(Fact.Equation e, Term divisor, List<Fact> facts, Budget budget) {
    List<Domain.Presupposition> defined = new ArrayList<>(Checkers.domain(e.left()));
    defined.addAll(Checkers.domain(e.right()));
    Optional<NormalForm> zero = NormalForm.of(Terms.minus(e.left(), e.right()), facts, defined, budget);
    Optional<NormalForm> t = NormalForm.of(divisor, facts, defined, budget);
    if (zero.isEmpty() || t.isEmpty() || t.get().form().isZero()) {
      return false;
    }
    Algebra algebra = zero.get().algebra();
    Map.Entry<Monomial, Rational> first = t.get().form().terms().firstEntry();
    try {
      Form whole = zero.get().clearedForm();
      for (Map.Entry<Monomial, Rational> m : whole.terms().entrySet()) {
        Form q = Form.of(quotient(m.getKey(), first.getKey()), m.getValue().dividedBy(first.getValue()));
        Form rest = whole.minus(algebra.multiply(q, t.get().form()));
        if (algebra.premises.hasInverse(rest, algebra) || rest.single().filter(r -> isNotZero(r, algebra)).isPresent()) {
          return true;
        }
      }
    } catch (Algebra.Undefined undefined) {
      return false;
    }
    return false;
  }

  /** A product of what is nowhere 0 and of what stands in a divisor, where the equation has a value. */
  private static boolean isNotZero(Monomial m, Algebra algebra) {
    return m.binders().isEmpty() && m.factors().entrySet().stream().allMatch(f -> f.getValue() < 0 || algebra.premises.hasInverse(algebra.atom(f.getKey(), 1), algebra));
  }

  /** What no binder of the one monomial touches, without what is in the other one. */
  private static Monomial quotient(Monomial m, Monomial by) {
    NavigableMap<Atom, Integer> factors = new TreeMap<>();
    m.factors().forEach((atom, e) -> {
      int rest = m.isLocal(atom) ? 0 : e - by.exponent(atom);
      if (rest != 0) {
        factors.put(atom, rest);
      }
    });
    return new Monomial(List.of(), factors);
  }
}
