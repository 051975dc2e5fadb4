package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Equations among the assumptions, as far as a normal form can use them (SOUNDNESS 22, 23): a solved one, T[i..] = t, replaces T; another one, E = 0, makes
 * 0 what is a multiple of it by a factor that has a value wherever the claim has one.
 */
final class Hypotheses {
  private Hypotheses() {}

  /** The term with the components of solved equations replaced; each equation once, in order. */
  static Term solved(Term term, List<Fact> facts) {
    Term result = term;
    for (Fact fact : facts) {
      if (fact instanceof Fact.Equation e && isSolved(e)) {
        result = new Solution((Term.Entry) e.left(), e.right()).in(result);
      }
    }
    return result;
  }

  /** A component at different free indices, which alone occur in the other side, equal to a term without its family. */
  private static boolean isSolved(Fact.Equation equation) {
    if (!(equation.left() instanceof Term.Entry head)) {
      return false;
    }
    boolean free = head.indices().stream().allMatch(i -> i instanceof Index.Free) && head.indices().stream().distinct().count() == head.indices().size();
    boolean known =
        Terms.openIndices(equation.right()).stream().allMatch(i -> i instanceof Index.Literal || head.indices().contains(i));
    return free && known && (equation.everywhere() || head.indices().isEmpty()) && Terms.families(equation.right()).stream().noneMatch(f -> f.name().equals(head.family().name()));
  }

  /**
   * The kinks that were cut, when the cleared difference is a multiple of an equation's cleared difference. An equation with free indices is used at the
   * claim's own ones: a point that satisfies it does so at its indices (SOUNDNESS 1, 5).
   *
   * @param open the free indices of the claim, in the pattern that is looked at, as the equations are
   */
  static Optional<List<Form>> implied(NormalForm difference, List<Fact> facts, Set<Index> open, List<Domain.Presupposition> defined, Budget budget) {
    for (Fact fact : facts) {
      if (!(fact instanceof Fact.Equation e) || !Terms.openIndices(Terms.minus(e.left(), e.right())).stream().allMatch(i -> i instanceof Index.Literal || open.contains(i))) {
        continue;
      }
      List<Domain.Presupposition> both = new ArrayList<>(defined);
      both.addAll(Solution.defined(e));
      Optional<NormalForm> zero = NormalForm.of(Terms.minus(e.left(), e.right()), facts, both, budget);
      if (zero.isPresent() && isMultiple(difference, zero.get())) {
        return Optional.of(zero.get().kinks());
      }
    }
    return Optional.empty();
  }

  private static boolean isMultiple(NormalForm difference, NormalForm zero) {
    try {
      Form wanted = difference.clearedForm();
      Form given = zero.clearedForm();
      if (wanted.isZero() || given.isZero()) {
        return wanted.isZero();
      }
      Divisors.Factored target = difference.algebra().divisors().factor(wanted);
      Divisors.Factored source = zero.algebra().divisors().factor(given);
      return isMultiple(target, source, difference.algebra()) || isLogarithm(target, source, difference.algebra());
    } catch (Algebra.Undefined undefined) {
      return false;
    }
  }

  private static boolean isMultiple(Divisors.Factored target, Divisors.Factored source, Algebra algebra) {
    // E = c m r is 0 and the difference is k l r: l / m must have a value.
    return target.rest().compareTo(source.rest()) == 0
        && source.common().factors().entrySet().stream()
            .allMatch(f -> f.getValue() <= Math.max(0, target.common().exponent(f.getKey())) || algebra.premises.isPositive(algebra.atom(f.getKey(), 1), algebra));
  }

  /** The same with e^u - e^v = 0 and u - v = 0 taken for each other, for all factors that are positive: e^x is injective. */
  private static boolean isLogarithm(Divisors.Factored target, Divisors.Factored source, Algebra algebra) {
    Optional<Form> aim = exponent(target.rest());
    Optional<Form> from = exponent(source.rest());
    boolean positive = source.common().factors().keySet().stream().allMatch(f -> algebra.premises.isPositive(algebra.atom(f, 1), algebra));
    if ((aim.isEmpty() && from.isEmpty()) || (from.isPresent() && !positive)) {
      return false;
    }
    Divisors.Factored lower = aim.isEmpty() ? target : algebra.divisors().factor(aim.get());
    Divisors.Factored known = from.isEmpty() ? source : algebra.divisors().factor(from.get());
    return isMultiple(lower, known, algebra);
  }

  /** u - v of e^u - e^v; empty of every other form. */
  private static Optional<Form> exponent(Form form) {
    List<Map.Entry<Monomial, Rational>> terms = List.copyOf(form.terms().entrySet());
    if (terms.size() != 2 || !terms.get(0).getValue().plus(terms.get(1).getValue()).isZero()) {
      return Optional.empty();
    }
    Form exponent = Form.ZERO;
    for (int k = 0; k < 2; k++) {
      Monomial m = terms.get(k).getKey();
      for (Map.Entry<Atom, Integer> f : m.factors().entrySet()) {
        if (!m.binders().isEmpty() || !(f.getKey() instanceof Atom.Nested n && n.kind() == Atom.Kind.EXP)) {
          return Optional.empty();
        }
        exponent = exponent.plus(n.inner().scale(Rational.of(k == 0 ? f.getValue() : -f.getValue())));
      }
      if (!m.binders().isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(exponent).filter(e -> !e.isZero());
  }
}
