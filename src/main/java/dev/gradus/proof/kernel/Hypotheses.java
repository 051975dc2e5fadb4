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
   * The kinks that were cut, when the cleared difference is a multiple of an equation's cleared difference, or both are once exponentials or logarithms of
   * both sides are taken. An equation with free indices is used at the claim's own ones: a point that satisfies it does so at its indices (SOUNDNESS 1, 5).
   *
   * @param open the free indices of the claim, in the pattern that is looked at, as the equations are
   */
  static Optional<List<Form>> implied(Term difference, List<Fact> facts, Set<Index> open, List<Domain.Presupposition> defined, Budget budget) {
    for (Fact fact : facts) {
      if (!(fact instanceof Fact.Equation e) || !Terms.openIndices(Terms.minus(e.left(), e.right())).stream().allMatch(i -> i instanceof Index.Literal || open.contains(i))) {
        continue;
      }
      List<Domain.Presupposition> both = new ArrayList<>(defined);
      both.addAll(Solution.defined(e));
      Optional<NormalForm> zero = NormalForm.of(Terms.minus(e.left(), e.right()), facts, both, budget);
      Optional<NormalForm> wanted = NormalForm.of(difference, facts, both, budget);
      if (zero.isPresent() && wanted.isPresent() && isMultiple(wanted.get(), zero.get())) {
        List<Form> kinks = new ArrayList<>(zero.get().kinks());
        kinks.addAll(wanted.get().kinks());
        return Optional.of(kinks);
      }
    }
    return Optional.empty();
  }

  private static boolean isMultiple(NormalForm difference, NormalForm zero) {
    Algebra algebra = difference.algebra();
    List<Divisors.Factored> targets = forms(difference, false);
    List<Divisors.Factored> sources = forms(zero, true);
    return targets.stream().anyMatch(t -> sources.stream().anyMatch(s -> isMultiple(t, s, algebra)));
  }

  /**
   * In: what is 0. Out: its factors, and those of what is 0 at the same points: the sides exponentiated, and the logarithms of its positive and its negative
   * part where both parts are positive.
   *
   * @param given it is known to be 0, not to be shown: then the factors left out must have an inverse
   */
  static List<Divisors.Factored> forms(NormalForm zero, boolean given) {
    List<Divisors.Factored> found = new ArrayList<>();
    try {
      Algebra algebra = zero.algebra();
      found.add(algebra.divisors().factor(zero.clearedForm()));
      Form rest = found.getFirst().rest();
      if (given && !Solution.isSure(found.getFirst(), algebra)) {
        return found;
      }
      if (rest.terms().keySet().stream().anyMatch(m -> Functions.logarithm(m).isPresent())) {
        found.add(algebra.divisors().factor(zero.exponentiated(rest)));
      }
      Form above = part(rest, 1);
      Form below = part(rest, -1);
      if (algebra.premises.isPositive(above, algebra) && algebra.premises.isPositive(below, algebra)) {
        Form logarithms = algebra.functions.apply(Atom.Kind.LAM, above).minus(algebra.functions.apply(Atom.Kind.LAM, below));
        found.add(algebra.divisors().factor(zero.cleared(logarithms)));
      }
    } catch (Algebra.Undefined undefined) {
      return found;
    }
    return found;
  }

  /** The terms with coefficients of one sign, their absolute values. */
  private static Form part(Form form, int sign) {
    Form part = Form.ZERO;
    for (Map.Entry<Monomial, Rational> t : form.terms().entrySet()) {
      part = t.getValue().signum() == sign ? part.plus(Form.of(t.getKey(), t.getValue().abs())) : part;
    }
    return part;
  }

  private static boolean isMultiple(Divisors.Factored target, Divisors.Factored source, Algebra algebra) {
    // E = c m r is 0 and the difference is k l r: l / m must have a value.
    return target.rest().compareTo(source.rest()) == 0
        && source.common().factors().entrySet().stream()
            .allMatch(f -> f.getValue() <= Math.max(0, target.common().exponent(f.getKey())) || algebra.premises.hasInverse(algebra.atom(f.getKey(), 1), algebra));
  }
}
