package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
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
 * A stated equation that is a graph (SOUNDNESS 5, 6, 23): cleared of denominators it is P v = Q for a number v that occurs neither in P nor in Q. Where P
 * is not 0 its points are v = Q/P over all values of the other letters; where P is 0 Q is too, which is thin among them when P and Q have no common
 * factor. So a divisor in the other letters alone cuts a negligible part of them, if its zeros are negligible among all values of these letters.
 */
final class Graph {
  private final List<Fact> facts;
  private final Fact.Equation equation;
  private final Budget budget;

  private Graph(List<Fact> facts, Fact.Equation equation, Budget budget) {
    this.facts = facts;
    this.equation = equation;
    this.budget = budget;
  }

  /** In: a divisor, the facts in force. Out: whether its zeros are negligible among the points that satisfy the only equation in the facts. */
  static boolean isNegligible(Term divisor, List<Fact> facts, Budget budget) {
    List<Fact> others = facts.stream().filter(f -> !(f instanceof Fact.Equation)).toList();
    if (others.size() != facts.size() - 1 || others.stream().anyMatch(f -> f instanceof Fact.Holds h && h.condition() instanceof Condition.Zero)) {
      return false;
    }
    Fact.Equation equation = facts.stream().filter(f -> f instanceof Fact.Equation).map(f -> (Fact.Equation) f).findFirst().orElseThrow();
    return new Graph(others, equation, budget).thin(divisor);
  }

  private boolean thin(Term divisor) {
    if (Terms.openIndices(divisor, equation.left(), equation.right()).stream().anyMatch(i -> !(i instanceof Index.Literal))) {
      return false;
    }
    List<Domain.Presupposition> defined = new ArrayList<>(Checkers.domain(equation.left()));
    defined.addAll(Checkers.domain(equation.right()));
    Optional<NormalForm> zero = NormalForm.of(Terms.minus(equation.left(), equation.right()), facts, defined, budget);
    Optional<NormalForm> cut = NormalForm.of(divisor, facts, budget);
    if (zero.isEmpty() || cut.isEmpty() || !new Negligible(cut.get().algebra()).isZeroSetOf(cut.get().form())) {
      return false;
    }
    Algebra algebra = zero.get().algebra();
    Form cleared;
    try {
      cleared = zero.get().clearedForm();
    } catch (Algebra.Undefined undefined) {
      return false;
    }
    for (Family v : Terms.families(equation.left(), equation.right())) {
      boolean free = v.isScalar() && v.kind() == Family.Kind.VARIABLE && v.arguments().isEmpty() && !algebra.premises.isConstrained(v);
      if (free && Terms.families(divisor).stream().noneMatch(f -> f.name().equals(v.name())) && solves(cleared, v, algebra)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the form is P v - Q with P and Q as they have to be. */
  private boolean solves(Form form, Family v, Algebra algebra) {
    NavigableMap<Monomial, Rational> p = new TreeMap<>();
    NavigableMap<Monomial, Rational> q = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> m : form.terms().entrySet()) {
      TreeMap<Atom, Integer> rest = new TreeMap<>(m.getKey().factors());
      List<Atom> own = rest.keySet().stream().filter(a -> a instanceof Atom.Part part && part.family().name().equals(v.name())).toList();
      own.forEach(rest::remove);
      boolean linear = own.size() <= 1 && own.stream().allMatch(a -> m.getKey().exponent(a) == 1);
      if (!linear || rest.keySet().stream().anyMatch(a -> within(a, v.name()))) {
        return false;
      }
      Form.addTo(own.isEmpty() ? q : p, new Monomial(m.getKey().binders(), rest), m.getValue());
    }
    Form divisor = new Form(p);
    if (divisor.isZero()) {
      return false;
    }
    boolean signed = algebra.premises.isPositive(divisor, algebra) || algebra.premises.isPositive(divisor.scale(Rational.MINUS_ONE), algebra);
    return signed || coprime(divisor, new Form(q), algebra);
  }

  /** P = c w + rest is irreducible, and does not divide what is not 0 and free of w. */
  private static boolean coprime(Form p, Form q, Algebra algebra) {
    if (!new Negligible(algebra).isZeroSetOf(q) || !polynomial(p)) {
      return false;
    }
    for (Monomial m : p.terms().keySet()) {
      Optional<Atom.Part> w = m.factors().size() == 1 && m.factors().firstKey() instanceof Atom.Part part && m.exponent(part) == 1 ? Optional.of(part) : Optional.empty();
      if (w.isPresent() && !algebra.premises.isConstrained(w.get().family())) {
        String name = w.get().family().name();
        long own = p.terms().keySet().stream().filter(o -> within(o, name)).count();
        if (own == 1 && q.terms().keySet().stream().noneMatch(o -> within(o, name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Components and sizes alone, nothing summed. */
  private static boolean polynomial(Form form) {
    return form.terms().keySet().stream()
        .allMatch(m -> m.binders().isEmpty() && m.factors().entrySet().stream().allMatch(f -> (f.getKey() instanceof Atom.Part || f.getKey() instanceof Atom.SizeOf) && f.getValue() > 0));
  }

  private static boolean within(Monomial monomial, String family) {
    return monomial.factors().keySet().stream().anyMatch(a -> within(a, family));
  }

  private static boolean within(Atom atom, String family) {
    return (atom instanceof Atom.Part p && p.family().name().equals(family))
        || atom.insides().stream().anyMatch(f -> f.terms().keySet().stream().anyMatch(m -> within(m, family)));
  }
}
