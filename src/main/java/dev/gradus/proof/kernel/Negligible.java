package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the zeros of a form are certainly negligible (SOUNDNESS 5): the form is analytic and not 0 identically, for every size and every
 * equality pattern of the indices in it. Only certain shapes are accepted.
 */
final class Negligible {
  private final Algebra algebra;

  Negligible(Algebra algebra) {
    this.algebra = algebra;
  }

  boolean isZeroSetOf(Form form) {
    algebra.budget.spend(form.size() + 1L);
    if (!isAnalytic(form) || !(hasLoneLetter(form) || hasLoneDegree(form) || isPolynomial(form))) {
      return false;
    }
    List<Index> free = form.indices().stream().filter(form::mentions).toList();
    for (Index from : free) {
      for (Index to : free) {
        boolean same = from instanceof Index.Bound && TermOrder.compare(to, from) < 0 && TermOrder.compare(to.range(), from.range()) == 0;
        if (same && !isZeroSetOf(algebra.substitute(form, from, to))) {
          return false;
        }
      }
    }
    return true;
  }

  /** No step, no guard, no discrete letter, no letter whose value is tied or unknown. */
  private boolean isAnalytic(Form form) {
    return form.terms().keySet().stream().allMatch(m -> m.factors().keySet().stream().allMatch(this::isAnalytic));
  }

  private boolean isAnalytic(Atom atom) {
    boolean own =
        switch (atom) {
          case Atom.Kappa a -> false;
          case Atom.Guarded a -> false;
          case Atom.Called a -> false;
          case Atom.Kronecker a -> false;
          case Atom.Nested a -> a.kind() != Atom.Kind.STEP && a.kind() != Atom.Kind.EXACT_STEP;
          case Atom.Part a -> isFree(a.family());
          case Atom.SizeOf a -> true;
          case Atom.PlaceOf a -> true;
          case Atom.Pi a -> true;
        };
    return own && atom.insides().stream().allMatch(this::isAnalytic);
  }

  private boolean isFree(Family family) {
    return family.kind() == Family.Kind.VARIABLE && family.arguments().isEmpty() && !algebra.premises.isConstrained(family);
  }

  /** u = c b_j + rest, where no b occurs in the rest. */
  private static boolean hasLoneLetter(Form form) {
    for (Monomial m : form.terms().keySet()) {
      List<Atom> parts = m.factors().keySet().stream().filter(a -> !(a instanceof Atom.SizeOf || a instanceof Atom.Pi)).toList();
      boolean lone = m.binders().isEmpty() && parts.size() == 1 && parts.get(0) instanceof Atom.Part p && m.exponent(p) == 1;
      if (lone && parts.get(0) instanceof Atom.Part part && count(form, part.family().name()) == 1) {
        return true;
      }
    }
    return false;
  }

  private static int count(Form form, String family) {
    int found = 0;
    for (Monomial m : form.terms().keySet()) {
      for (Atom atom : m.factors().keySet()) {
        found += atom instanceof Atom.Part p && p.family().name().equals(family) ? 1 : 0;
        for (Form inner : atom.insides()) {
          found += count(inner, family);
        }
      }
    }
    return found;
  }

  /** A polynomial in components without sums: its monomials are independent, the indices being different; one coefficient is free of sizes. */
  private static boolean isPolynomial(Form form) {
    TreeMap<String, Integer> sized = new TreeMap<>();
    for (Monomial m : form.terms().keySet()) {
      boolean parts = m.factors().entrySet().stream().allMatch(f -> f.getKey() instanceof Atom.SizeOf || (f.getKey() instanceof Atom.Part && f.getValue() > 0));
      if (!m.binders().isEmpty() || !parts) {
        return false;
      }
      List<Map.Entry<Atom, Integer>> only = m.factors().entrySet().stream().filter(f -> f.getKey() instanceof Atom.Part).toList();
      sized.merge(only.toString(), only.size() == m.factors().size() ? 1 : 2, Integer::sum);
    }
    return sized.containsValue(1);
  }

  /** A polynomial in components of which one multidegree (in the families) has a single monomial: its summands cannot cancel at any size. */
  private static boolean hasLoneDegree(Form form) {
    TreeMap<String, List<Monomial>> degrees = new TreeMap<>();
    for (Monomial m : form.terms().keySet()) {
      TreeMap<String, Integer> degree = new TreeMap<>();
      for (Map.Entry<Atom, Integer> f : m.factors().entrySet()) {
        if (f.getKey() instanceof Atom.Part p && f.getValue() > 0) {
          degree.merge(p.family().name(), f.getValue(), Integer::sum);
        } else if (!(f.getKey() instanceof Atom.SizeOf || f.getKey() instanceof Atom.Pi)) {
          return false;
        }
      }
      degrees.computeIfAbsent(degree.toString(), k -> new ArrayList<>()).add(m);
    }
    return degrees.values().stream().anyMatch(list -> list.size() == 1);
  }
}
