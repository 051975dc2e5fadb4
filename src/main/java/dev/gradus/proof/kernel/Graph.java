package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stated equation that is a graph (SOUNDNESS 5, 6, 23): cleared of denominators it is P v = Q for a number v that occurs neither in P nor in Q. Where P
 * is not 0 its points are v = Q/P over all values of the other letters; where P is 0 Q is too, which is thin among them when P and Q have no common
 * factor. So a divisor in the other letters alone cuts a negligible part of them, if its zeros are negligible among all values of these letters. The same
 * holds at free indices where v has all of them: the equations of different elements are solved for different components.
 */
final class Graph {
  /** Equations that are solved one after the other. */
  private static final int MOST = 3;

  private final List<Fact> facts;
  private final Fact.Equation equation;
  private final Budget budget;

  private Graph(List<Fact> facts, Fact.Equation equation, Budget budget) {
    this.facts = facts;
    this.equation = equation;
    this.budget = budget;
  }

  /** In: a divisor, the facts in force. Out: whether its zeros are negligible among the points that satisfy the equations in the facts, of which there are some. */
  static boolean isNegligible(Term divisor, List<Fact> facts, Budget budget) {
    List<Fact> others = facts.stream().filter(f -> !(f instanceof Fact.Equation)).toList();
    int equations = facts.size() - others.size();
    if (equations > 1 && equations <= MOST) {
      return facts.stream().anyMatch(f -> f instanceof Fact.Equation e && solvedFirst(e, divisor, facts, budget));
    }
    if (equations != 1 || others.stream().anyMatch(f -> f instanceof Fact.Holds h && h.condition() instanceof Condition.Zero)) {
      return false;
    }
    Fact.Equation equation = facts.stream().filter(f -> f instanceof Fact.Equation).map(f -> (Fact.Equation) f).findFirst().orElseThrow();
    return new Graph(others, equation, budget).thin(divisor);
  }

  /** A number v = Q/P wherever the first equation holds: the points are a graph over those that satisfy the others with that put in. */
  private static boolean solvedFirst(Fact.Equation first, Term divisor, List<Fact> facts, Budget budget) {
    List<Fact> rest = facts.stream().filter(f -> !f.equals(first)).toList();
    Premises premises = new Premises(rest.stream().filter(f -> !(f instanceof Fact.Equation)).toList());
    return Solution.of(first, rest, budget).stream()
        .filter(s -> s.head().indices().isEmpty() && !premises.isConstrained(s.head().family()))
        .anyMatch(s -> isNegligible(s.in(divisor), rest.stream().map(s::in).toList(), budget));
  }

  private boolean thin(Term divisor) {
    return solvedFor(divisor) || openlySolvedFor(divisor);
  }

  /** P is 0 nowhere: the divisor in the other letters, with v put in where it stands, has negligible zeros. */
  private boolean solvedFor(Term divisor) {
    Premises premises = new Premises(facts);
    return Solution.of(equation, facts, budget).stream().filter(s -> !premises.isConstrained(s.head().family())).anyMatch(s -> isNegligible(s.in(divisor)));
  }

  /** In every equality pattern of the indices. */
  private boolean isNegligible(Term divisor) {
    List<Condition> conditions = facts.stream().filter(f -> f instanceof Fact.Holds).map(f -> ((Fact.Holds) f).condition()).toList();
    for (Patterns.Pattern pattern : Patterns.of(List.of(divisor), conditions, budget)) {
      Optional<NormalForm> cut = NormalForm.of(pattern.in(divisor), facts.stream().map(pattern::in).toList(), budget);
      if (cut.isEmpty() || !new Negligible(cut.get().algebra()).isZeroSetOf(cut.get().form())) {
        return false;
      }
    }
    return true;
  }

  /** P may be 0, where Q is then 0 too, which is thin where they have no common factor. */
  private boolean openlySolvedFor(Term divisor) {
    Set<Index> open = Terms.openIndices(divisor, equation.left(), equation.right());
    boolean indexed = open.stream().anyMatch(i -> !(i instanceof Index.Literal));
    if (indexed && !isElementwise(divisor)) {
      return false;
    }
    Optional<NormalForm> zero = NormalForm.of(Terms.minus(equation.left(), equation.right()), facts, Solution.defined(equation), budget);
    Optional<Form> form = isNegligible(divisor) ? zero.flatMap(Solution::factor) : Optional.empty();
    for (Family v : form.isPresent() ? Terms.families(equation.left(), equation.right()) : java.util.Collections.<Family>emptySet()) {
      Algebra algebra = zero.orElseThrow().algebra();
      // where the equation holds at several elements it is solved for a component of its own at each
      boolean free = (indexed ? v.axes().size() == open.size() : v.isScalar()) && v.kind() == Family.Kind.VARIABLE && v.arguments().isEmpty() && !algebra.premises.isConstrained(v);
      boolean other = Terms.families(divisor).stream().noneMatch(f -> f.name().equals(v.name()));
      if (free && other && Solution.Split.of(form.get(), v.name()).filter(s -> s.signed(algebra) || coprime(s.factor(), s.rest(), algebra)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Every family stands at one choice of different free indices only: at all elements its components are independent letters. */
  private boolean isElementwise(Term divisor) {
    Map<String, List<Index>> places = new TreeMap<>();
    boolean[] one = {true};
    for (Term side : List.of(divisor, equation.left(), equation.right())) {
      Terms.visit(side, t -> {
        if (t instanceof Term.Entry e) {
          List<Index> before = places.putIfAbsent(e.family().name(), e.indices());
          boolean free = e.indices().stream().allMatch(i -> i instanceof Index.Free) && e.indices().stream().distinct().count() == e.indices().size();
          one[0] &= free && (before == null || before.equals(e.indices()));
        }
      });
    }
    return one[0];
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
    return monomial.factors().keySet().stream().anyMatch(a -> Solution.within(a, family));
  }
}
