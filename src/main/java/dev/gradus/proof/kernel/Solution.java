package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a stated equation makes of a component (SOUNDNESS 22, 23): cleared of denominators it is P v = Q for a component v whose family occurs neither in P
 * nor in Q, and P is 0 nowhere. At all points that satisfy the equation v is Q/P; with free indices, which are universal, each component of v's family is.
 *
 * @param head the component, at the equation's free indices
 * @param value Q/P; it is defined wherever the equation is
 */
record Solution(Term.Entry head, Term value) {
  /** In: an equation, the other facts in force. Out: what it says of each component that it can be solved for, in the order of names. */
  static List<Solution> of(Fact.Equation equation, List<Fact> others, Budget budget) {
    return of(equation, others, true, budget);
  }

  /** As above; unless {@code sure}, what it is divided by may be 0 somewhere. */
  static List<Solution> of(Fact.Equation equation, List<Fact> others, boolean sure, Budget budget) {
    Term zero = Terms.minus(equation.left(), equation.right());
    Optional<NormalForm> normal = unambiguous(zero, equation.everywhere()) ? NormalForm.of(zero, others, defined(equation), budget) : Optional.empty();
    List<Solution> found = new ArrayList<>();
    Set<Index> free = new LinkedHashSet<>(Terms.openIndices(zero));
    free.removeIf(i -> i instanceof Index.Literal);
    for (Divisors.Factored form : normal.isPresent() ? Hypotheses.forms(normal.get(), sure) : List.<Divisors.Factored>of()) {
      for (Family v : Terms.families(zero)) {
        if (v.kind() == Family.Kind.VARIABLE && v.arguments().isEmpty() && v.derivatives().isEmpty() && (!sure || isSure(form, normal.get().algebra()))) {
          Split.of(form.rest(), v.name()).filter(s -> new LinkedHashSet<>(s.head().indices()).equals(free) && s.head().indices().size() == free.size()).filter(s -> !sure || s.signed(normal.get().algebra())).map(Split::solved).ifPresent(found::add);
        }
      }
    }
    return List.copyOf(found);
  }

  static List<Domain.Presupposition> defined(Fact.Equation equation) {
    List<Domain.Presupposition> defined = new ArrayList<>(Checkers.domain(equation.left()));
    defined.addAll(Checkers.domain(equation.right()));
    return defined;
  }

  /** It holds for all elements, and there is one equality pattern only: no two open indices of one range, so the normal form is that of all elements. */
  static boolean unambiguous(Term zero, boolean everywhere) {
    Set<Index> open = Terms.openIndices(zero);
    boolean free = open.stream().anyMatch(i -> !(i instanceof Index.Literal));
    return !free || (everywhere && open.stream().map(Index::range).distinct().count() == open.size());
  }

  /** What is left of an equation without common factors that have an inverse wherever it is defined; none where one of them may be 0. */
  static Optional<Form> factor(NormalForm zero) {
    try {
      Divisors.Factored f = zero.algebra().divisors().factor(zero.clearedForm());
      return isSure(f, zero.algebra()) ? Optional.of(f.rest()) : Optional.empty();
    } catch (Algebra.Undefined undefined) {
      return Optional.empty();
    }
  }

  /** Whether what stands before the rest has an inverse wherever it is defined. */
  static boolean isSure(Divisors.Factored f, Algebra algebra) {
    return f.common().factors().entrySet().stream().allMatch(c -> c.getValue() < 0 || algebra.premises.hasInverse(algebra.atom(c.getKey(), 1), algebra));
  }

  /** A form that is P v + R with v in neither. */
  record Split(Term.Entry head, Form factor, Form rest) {
    static Optional<Split> of(Form form, String family) {
      NavigableMap<Monomial, Rational> p = new TreeMap<>();
      NavigableMap<Monomial, Rational> r = new TreeMap<>();
      Optional<Atom.Part> head = Optional.empty();
      for (Map.Entry<Monomial, Rational> m : form.terms().entrySet()) {
        TreeMap<Atom, Integer> others = new TreeMap<>(m.getKey().factors());
        List<Atom> own = others.keySet().stream().filter(a -> a instanceof Atom.Part part && part.family().name().equals(family)).toList();
        own.forEach(others::remove);
        boolean linear = own.isEmpty() || (own.size() == 1 && m.getKey().exponent(own.getFirst()) == 1 && !m.getKey().isLocal(own.getFirst()));
        if (!linear || others.keySet().stream().anyMatch(a -> within(a, family)) || (head.isPresent() && !own.isEmpty() && !own.getFirst().equals(head.get()))) {
          return Optional.empty();
        }
        if (!own.isEmpty()) {
          head = Optional.of((Atom.Part) own.getFirst());
        }
        Form.addTo(own.isEmpty() ? r : p, new Monomial(m.getKey().binders(), others), m.getValue());
      }
      Form factor = new Form(p);
      return factor.isZero() ? Optional.empty() : head.map(h -> new Split(new Term.Entry(h.family(), h.indices()), factor, new Form(r)));
    }

    private Solution solved() {
      return new Solution(head, Terms.divide(Raising.of(rest.scale(Rational.MINUS_ONE)), Raising.of(factor)));
    }

    /** Whether P is 0 nowhere. */
    boolean signed(Algebra algebra) {
      return algebra.premises.hasInverse(factor, algebra);
    }
  }

  static boolean within(Atom atom, String family) {
    return (atom instanceof Atom.Part p && p.family().name().equals(family))
        || atom.insides().stream().anyMatch(f -> f.terms().keySet().stream().anyMatch(m -> m.factors().keySet().stream().anyMatch(a -> within(a, family))));
  }

  /** What an equation, or that the components sum to one, says of the rest once the component is replaced; other facts as they are. */
  Fact in(Fact fact) {
    if (fact instanceof Fact.SumsToOne s && s.family().name().equals(head.family().name())) {
      Index.Bound sum = new Index.Bound(Terms.greatestBound(value) + 1, s.family().axes().get(s.axis()));
      List<Index> at = new ArrayList<>(head.indices());
      at.set(s.axis(), sum);
      return new Fact.Equation(in(new Term.Over(sum, new Term.Entry(head.family(), at))), Rational.ONE);
    }
    return fact instanceof Fact.Equation e ? new Fact.Equation(in(e.left()), in(e.right()), e.everywhere()) : fact;
  }

  /** The term with the component replaced, at all its indices. */
  Term in(Term term) {
    return in(term, new int[] {Terms.greatestBound(Terms.sum(term, value))});
  }

  /** Binders of what is put in get numbers of their own each time: none may capture an index of the place. */
  private Term in(Term term, int[] greatest) {
    if (term instanceof Term.Entry e && e.family().name().equals(head.family().name())) {
      Map<Index, Index> at = new LinkedHashMap<>();
      for (int k = 0; k < head.indices().size(); k++) {
        at.put(head.indices().get(k), e.indices().get(k));
      }
      Term fresh = Terms.freshBound(value, greatest[0]);
      greatest[0] = Math.max(greatest[0], Terms.greatestBound(fresh));
      return Terms.substitute(fresh, at);
    }
    return Terms.mapParts(term, t -> in(t, greatest));
  }
}
