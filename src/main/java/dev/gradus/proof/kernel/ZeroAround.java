package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a term with value 0 at a point is 0 all around it (SOUNDNESS 26): steps off their kinks are constants there, what remains is
 * expanded to a polynomial in the components. Only a polynomial without monomials counts; "no" means not known.
 */
final class ZeroAround<I extends Interval<I>> {
  private static final int MOST_MONOMIALS = 256;
  private static final int MOST_FACTORS = 16;

  private final Evaluator<I> values;
  private final List<String> constant;
  private final Evaluation.AtZero atZero;
  private final Budget budget;

  ZeroAround(Evaluator<I> values, List<Family> discrete, Evaluation.AtZero atZero, Budget budget) {
    this.values = values;
    this.constant = discrete.stream().map(Evaluator::key).toList();
    this.atZero = atZero;
    this.budget = budget;
  }

  boolean isZero(Term term) {
    return polynomial(term).map(Map::isEmpty).orElse(false);
  }

  /** Monomials (sorted names of components) with their coefficients, none of them 0; empty when the term is not seen to be a polynomial. */
  private Optional<Map<List<String>, Rational>> polynomial(Term term) {
    budget.spend(1);
    return switch (term) {
      case Rational r -> number(r);
      case Term.Size s -> constant(term);
      case Term.Place p -> constant(term);
      case Term.Delta d -> constant(term);
      case Term.Pi p -> Optional.empty();
      case Term.Entry e -> constant.contains(Evaluator.key(e.family())) ? constant(term) : component(e);
      case Term.Sum s -> sum(s.terms().stream().map(this::polynomial).toList());
      case Term.Product p -> product(p.factors().stream().map(this::polynomial).toList());
      case Term.Power p -> power(p);
      case Term.Apply a -> apply(a);
      case Term.Over o -> over(o);
      case Term.Guard g -> guard(g);
    };
  }

  private Optional<Map<List<String>, Rational>> over(Term.Over over) {
    int size = values.sizeOf(over.index().range());
    return size == 0 ? Optional.empty() : sum(values.instances(over, size, this::polynomial));
  }

  private static Optional<Map<List<String>, Rational>> number(Rational value) {
    Map<List<String>, Rational> map = new LinkedHashMap<>();
    if (!value.isZero()) {
      map.put(List.of(), value);
    }
    return Optional.of(map);
  }

  private Optional<Map<List<String>, Rational>> constant(Term term) {
    return values.number(values.part(term)).flatMap(ZeroAround::number);
  }

  private Optional<Map<List<String>, Rational>> component(Term.Entry entry) {
    List<String> name = new ArrayList<>();
    name.add(Evaluator.key(entry.family()));
    for (Index index : entry.indices()) {
      Optional<Rational> element = values.number(values.part(new Term.Place(index)));
      if (element.isEmpty()) {
        return Optional.empty();
      }
      name.add(element.get().toString());
    }
    Map<List<String>, Rational> map = new LinkedHashMap<>();
    map.put(List.of(String.join(" ", name)), Rational.ONE);
    return Optional.of(map);
  }

  private Optional<Map<List<String>, Rational>> sum(List<Optional<Map<List<String>, Rational>>> terms) {
    Map<List<String>, Rational> total = new LinkedHashMap<>();
    for (Optional<Map<List<String>, Rational>> term : terms) {
      if (term.isEmpty() || total.size() > MOST_MONOMIALS) {
        return Optional.empty();
      }
      term.get().forEach((monomial, coefficient) -> add(total, monomial, coefficient));
    }
    return Optional.of(total);
  }

  private void add(Map<List<String>, Rational> total, List<String> monomial, Rational coefficient) {
    budget.spend(1);
    Rational now = total.getOrDefault(monomial, Rational.ZERO).plus(coefficient);
    if (now.isZero()) {
      total.remove(monomial);
    } else {
      total.put(monomial, now);
    }
  }

  /** A factor that is 0 all around makes the product so: the other factors have a value here, and then around here too or not at all. */
  private Optional<Map<List<String>, Rational>> product(List<Optional<Map<List<String>, Rational>>> factors) {
    if (factors.stream().anyMatch(f -> f.isPresent() && f.get().isEmpty())) {
      return number(Rational.ZERO);
    }
    Map<List<String>, Rational> total = new LinkedHashMap<>();
    total.put(List.of(), Rational.ONE);
    for (Optional<Map<List<String>, Rational>> factor : factors) {
      if (factor.isEmpty() || total.size() * factor.get().size() > MOST_MONOMIALS) {
        return Optional.empty();
      }
      Map<List<String>, Rational> next = new LinkedHashMap<>();
      total.forEach((m, c) -> factor.get().forEach((n, d) -> add(next, together(m, n), c.times(d))));
      total = next;
    }
    return Optional.of(total);
  }

  private static List<String> together(List<String> left, List<String> right) {
    List<String> all = new ArrayList<>(left);
    all.addAll(right);
    Collections.sort(all);
    return all;
  }

  private Optional<Map<List<String>, Rational>> power(Term.Power power) {
    Optional<Map<List<String>, Rational>> base = polynomial(power.base());
    if (power.exponent() >= 0 && power.exponent() <= MOST_FACTORS) {
      return product(Collections.nCopies(power.exponent(), base));
    }
    boolean still = base.isPresent() && base.get().keySet().stream().allMatch(List::isEmpty);
    return still ? constant(power) : Optional.empty();
  }

  private Optional<Map<List<String>, Rational>> apply(Term.Apply apply) {
    if (apply.function() == Function.Elementary.STEP) {
      Optional<Integer> sign = values.sign(apply.argument());
      if (sign.isPresent() && sign.get() != 0) {
        return number(sign.get() > 0 ? Rational.ONE : Rational.ZERO);
      }
      return isZero(apply.argument()) ? number(atZero == Evaluation.AtZero.ONE ? Rational.ONE : Rational.ZERO) : Optional.empty();
    }
    Optional<Map<List<String>, Rational>> argument = polynomial(apply.argument());
    boolean still = argument.isPresent() && argument.get().keySet().stream().allMatch(List::isEmpty);
    return still ? constant(apply) : Optional.empty();
  }

  private Optional<Map<List<String>, Rational>> guard(Term.Guard guard) {
    for (Term term : Terms.terms(guard.condition())) {
      Optional<Integer> sign = values.sign(term);
      if (sign.isEmpty() || (sign.get() == 0 && !isZero(term))) {
        return Optional.empty();
      }
    }
    Condition condition = guard.condition();
    Optional<Rational> truth = values.number(values.truthOf(condition));
    return truth.flatMap(t -> t.isZero() ? number(Rational.ZERO) : polynomial(guard.body()));
  }
}
