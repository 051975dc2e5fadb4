package dev.gradus.cas;

import dev.gradus.calculus.Derivative;
import dev.gradus.proof.kernel.Evaluation;
import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Budget;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * How many derivative claims Symja can differentiate, and whether it agrees with the kernel's derivative at exact points. A term with ranges is
 * looked at by components at sizes 2 and 3.
 */
final class DerivativeCoverage {
  /** A term to be differentiated, and by what. */
  record Question(String name, Term term, Term.Entry by) {}

  /** What came of one question. */
  sealed interface Outcome {
    /** Symja's derivative agrees with the kernel's. */
    record Agrees(int instances, int points) implements Outcome {}

    /** Symja gave no answer for some instance. */
    record NotCovered(String why) implements Outcome {}

    /** Differentiated, but no point was found at which both have a value. */
    record NoPoint() implements Outcome {}

    /** The two derivatives differ: one of them is wrong. */
    record Differs(String where) implements Outcome {}
  }

  private static final int POINTS = 3;
  private static final int TRIES = 24;
  private static final int DIGITS = 30;
  private static final int FEW_DIGITS = 10;
  private static final int MOST_INSTANCES = 9;

  private final SymjaOracle oracle;
  private final Random random = new Random(20261125);

  DerivativeCoverage(SymjaOracle oracle) {
    this.oracle = oracle;
  }

  Outcome of(Question question) {
    Budget budget = Budget.standard();
    Term kernel = Derivative.of(question.term(), question.by(), budget);
    int instances = 0;
    int points = 0;
    for (int size : List.of(2, 3)) {
      for (Instantiation at : Instantiation.all(List.of(question.term(), question.by()), size, MOST_INSTANCES)) {
        Optional<Term> term = at.expand(question.term());
        Optional<Term.Entry> by = at.component(question.by());
        Optional<Term> expected = at.expand(kernel);
        if (term.isEmpty() || by.isEmpty() || expected.isEmpty()) {
          return new Outcome.NotCovered("no instance at size " + size);
        }
        Optional<Term> raw = oracle.raw(term.get(), by.get());
        if (raw.isEmpty()) {
          return new Outcome.NotCovered("no answer at size " + size);
        }
        List<Term> forms = new ArrayList<>(List.of(raw.get()));
        oracle.derivative(term.get(), by.get()).ifPresent(forms::add);
        for (Term form : forms) {
          Optional<Integer> agreeing = agreement(expected.get(), form, sizes(question, size));
          if (agreeing.isEmpty()) {
            return new Outcome.Differs("size " + size + ": " + form + " is not " + expected.get());
          }
          points += agreeing.get();
        }
        instances++;
      }
      if (Terms.ranges(question.term()).isEmpty()) {
        break;
      }
    }
    return instances == 0 ? new Outcome.NotCovered("no instance") : points == 0 ? new Outcome.NoPoint() : new Outcome.Agrees(instances, points);
  }

  private static Map<Range, Integer> sizes(Question question, int size) {
    Map<Range, Integer> sizes = new LinkedHashMap<>();
    Terms.ranges(question.term()).forEach(r -> sizes.put(r, r.fixed().orElse(size)));
    Terms.ranges(question.by()).forEach(r -> sizes.put(r, r.fixed().orElse(size)));
    return sizes;
  }

  /** The number of points at which both have a value and it is the same; empty when they differ at one. */
  private Optional<Integer> agreement(Term left, Term right, Map<Range, Integer> sizes) {
    Set<Term.Entry> entries = new LinkedHashSet<>();
    for (Term term : List.of(left, right)) {
      Terms.visit(
          term,
          t -> {
            if (t instanceof Term.Entry e) {
              entries.add(e);
            }
          });
    }
    int agreeing = 0;
    for (int k = 0; k < TRIES && agreeing < POINTS; k++) {
      Point point = point(entries, sizes);
      if (value(left, point) instanceof Evaluation.Value.Enclosed l && value(right, point) instanceof Evaluation.Value.Enclosed r) {
        if (l.low().compareTo(r.high()) > 0 || r.low().compareTo(l.high()) > 0) {
          return Optional.empty();
        }
        if (isNarrow(l) && isNarrow(r)) {
          agreeing++;
        }
      }
    }
    return Optional.of(agreeing);
  }

  /** With many digits; where that encloses the value widely, with those of a double. */
  private static Evaluation.Value value(Term term, Point point) {
    Evaluation.Value precise = Evaluation.of(term, point, DIGITS, Budget.standard());
    boolean wide = precise instanceof Evaluation.Value.Enclosed e && !isNarrow(e);
    return wide ? Evaluation.of(term, point, FEW_DIGITS, Budget.standard()) : precise;
  }

  private static boolean isNarrow(Evaluation.Value.Enclosed value) {
    return value.high().minus(value.low()).compareTo(Rational.of(1, 1_000_000_000L)) < 0;
  }

  /** Components positive more often than not, so that logarithms have a value. */
  private Point point(Set<Term.Entry> entries, Map<Range, Integer> sizes) {
    Map<Point.Component, Rational> values = new LinkedHashMap<>();
    for (Term.Entry entry : entries) {
      List<Integer> elements = entry.indices().stream().map(i -> ((Index.Literal) i).value()).toList();
      long numerator = 1L + random.nextInt(11);
      values.put(new Point.Component(entry.family(), elements), Rational.of(random.nextInt(4) == 0 ? -numerator : numerator, 4));
    }
    return new Point(sizes, Map.of(), values);
  }
}
