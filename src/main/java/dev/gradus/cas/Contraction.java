package dev.gradus.cas;

import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes deltas out of sums over a range, as a derivative leaves them: the sum over k of delta(k,j) t is t at j; drops summands 0 t; pulls factors
 * that do not hold the index out of the sum. Only a rewriting that makes terms shorter:
 * what a summand left undefined elsewhere is lost, so the result counts only once it is proved.
 */
final class Contraction {
  private Contraction() {}

  static Term of(Term term) {
    Term inner = Terms.mapParts(term, Contraction::of);
    if (inner instanceof Term.Sum s) {
      return Terms.sum(s.terms());
    }
    if (inner instanceof Term.Product p && p.factors().contains(Rational.ZERO)) {
      return Rational.ZERO;
    }
    return inner instanceof Term.Over o ? over(o) : inner;
  }

  private static Term over(Term.Over over) {
    List<Term> terms = new ArrayList<>();
    List<Term> kept = new ArrayList<>();
    for (Term summand : summands(over.body())) {
      Optional<Term> contracted = contracted(over.index(), summand);
      contracted.ifPresentOrElse(terms::add, () -> kept.add(summand));
    }
    if (kept.size() == 1) {
      terms.add(pulledOut(over.index(), kept.get(0)));
    } else if (!kept.isEmpty()) {
      terms.add(terms.isEmpty() ? over : new Term.Over(over.index(), Terms.sum(kept)));
    }
    return Terms.sum(terms);
  }

  /** The sum of c t is c times the sum of t. */
  private static Term pulledOut(Index.Bound bound, Term summand) {
    List<Term> outside = new ArrayList<>();
    List<Term> inside = new ArrayList<>();
    for (Term factor : factors(summand)) {
      (holds(factor, bound) ? inside : outside).add(factor);
    }
    outside.add(inside.isEmpty() ? new Term.Size(bound.range()) : new Term.Over(bound, Terms.product(inside)));
    return Terms.product(outside);
  }

  private static boolean holds(Term term, Index.Bound bound) {
    return Terms.ownIndices(term).contains(bound) || Terms.parts(term).stream().anyMatch(t -> holds(t, bound));
  }

  private static Optional<Term> contracted(Index.Bound bound, Term summand) {
    List<Term> factors = factors(summand);
    for (int k = 0; k < factors.size(); k++) {
      if (factors.get(k) instanceof Term.Delta d && d.left().equals(bound) != d.right().equals(bound)) {
        Index other = d.left().equals(bound) ? d.right() : d.left();
        List<Term> rest = new ArrayList<>(factors);
        rest.remove(k);
        return Optional.of(Terms.substitute(Terms.product(rest), Map.of(bound, other)));
      }
    }
    return Optional.empty();
  }

  private static List<Term> summands(Term term) {
    if (term instanceof Term.Sum s) {
      return s.terms().stream().flatMap(t -> summands(t).stream()).toList();
    }
    if (term instanceof Term.Product) {
      // One level of distribution, where a factor is a sum that holds a delta: c (a + delta b).
      List<Term> factors = factors(term);
      for (int k = 0; k < factors.size(); k++) {
        if (factors.get(k) instanceof Term.Sum s && s.terms().stream().anyMatch(Contraction::holdsDelta) && factors.size() <= 8) {
          List<Term> rest = new ArrayList<>(factors);
          rest.remove(k);
          return s.terms().stream().map(t -> Terms.product(Terms.product(rest), t)).toList();
        }
      }
    }
    return List.of(term);
  }

  private static boolean holdsDelta(Term term) {
    return factors(term).stream().anyMatch(f -> f instanceof Term.Delta);
  }

  private static List<Term> factors(Term term) {
    return term instanceof Term.Product p ? p.factors().stream().flatMap(f -> factors(f).stream()).toList() : List.of(term);
  }
}
