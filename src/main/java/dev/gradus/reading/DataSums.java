package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Sums whose letter is itself a quantity, {@code \\frac1n \\sum_x (\\sigma(z) - y)} with z = w \\cdot x + b: they run over the data, and all that belongs to one datum
 * (x, its label y, what is computed from it) changes with x. They are read with any one datum in every place. That decides what stands once under such a sum, summand
 * by summand: if two summands are equal for every datum, so are the sums, and data that are all alike are data too. It decides nothing else (\\sum_x x^2 beside
 * (\\sum_x x)^2), nor what names a datum outside of the sum.
 */
final class DataSums {
  /** Letters of numbers that belong to no datum. */
  private static final List<String> RATES = List.of("\\lambda", "\\eta", "\\alpha");

  private final Set<String> data;

  private DataSums(Set<String> data) {
    this.data = data;
  }

  /** In: the sides of a claim, whether a name is the letter of a sum, and what the readings lean on. Out: whether sums over data stand in it otherwise than over one range, each once beside parameters and numbers. */
  static boolean tangled(Term left, Term right, Predicate<String> bound, Set<String> used) {
    Set<String> letters = new TreeSet<>();
    Set<String> data = new TreeSet<>();
    for (Family f : Terms.families(left, right)) {
      if (bound.test(f.name())) {
        letters.add(f.name());
      }
      if (!RATES.contains(f.name()) && !used.contains("derivative by " + f.name())) {
        data.add(f.name());
      }
    }
    DataSums sums = new DataSums(data);
    Set<Range> over = new TreeSet<>(Comparator.comparing(Range::name));
    List.of(left, right).forEach(side -> Terms.visit(side, t -> over.addAll(t instanceof Term.Over o && ofNoIndex(o) ? List.of(o.index().range()) : List.of())));
    return !letters.isEmpty() && !over.isEmpty() && !(over.size() == 1 && sums.once(left) && sums.once(right));
  }

  /** Whether a sum does not depend on its index: over data, or of a constant. */
  private static boolean idle(Term term) {
    return ofNoIndex(term) || Terms.parts(term).stream().anyMatch(DataSums::idle);
  }

  private static boolean ofNoIndex(Term term) {
    return term instanceof Term.Over o && !Terms.mentions(o.body(), o.index());
  }

  /** Whether data stand in a term under one sum over them, to the first power, or not at all. */
  private boolean once(Term term) {
    boolean nothing = term instanceof Term.Product p && p.factors().contains(Rational.ZERO);
    if (nothing || !(idle(term) || names(term))) {
      return true;
    }
    return switch (term) {
      case Term.Over o -> ofNoIndex(o) ? !idle(o.body()) : once(o.body());
      case Term.Sum s -> s.terms().stream().allMatch(this::once);
      case Term.Product p -> {
        List<Term> with = p.factors().stream().filter(f -> idle(f) || names(f)).toList();
        yield with.size() == 1 && once(with.getFirst());
      }
      case Term.Guard g -> once(g.body()) && Terms.terms(g.condition()).stream().noneMatch(this::names);
      default -> false;
    };
  }

  private boolean names(Term term) {
    return Terms.families(term).stream().anyMatch(f -> data.contains(f.name()));
  }
}
