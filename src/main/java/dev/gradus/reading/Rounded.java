package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evaluation;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The printed decimals of a relation, wherever they stand in it: each is some number within half a unit of its last digit (SOUNDNESS 26), as in
 * {@code e^2+e = 7.389+2.718}. The relation fails only if its sides differ, one way, at all ends of these intervals.
 *
 * @param numerals the decimals as printed; the same digits twice are two numbers
 */
record Rounded(List<Notation.Numeral> numerals) {
  /** More decimals than these are not tried at all ends. */
  private static final int MOST = 8;

  private static final int DIGITS = 30;
  private static final long STEPS = 200_000;

  Rounded {
    numerals = List.copyOf(numerals);
  }

  /** The decimals of a relation but those of one digit, or of two that end in 5, that the text gives a letter as its value: these are exact. */
  static Rounded of(Printed p, Collection<Outcome> before) {
    List<Notation.Numeral> found = new ArrayList<>();
    collect(p.left(), found);
    collect(p.right(), found);
    List<String> given = found.isEmpty() ? List.of() : given(p.statement(), before);
    found.removeIf(d -> coarse(d.digits()) && given.contains(d.digits()));
    return new Rounded(found);
  }

  private static void collect(Notation n, List<Notation.Numeral> found) {
    if (n instanceof Notation.Numeral d && d.digits().contains(".") && d.digits().length() < 40) {
      found.add(d);
    }
    Notations.children(n).forEach(c -> collect(c, found));
  }

  /** 0.5, 0.01, 0.25: hardly ever what is left of a longer number. */
  private static boolean coarse(String digits) {
    String significant = significant(digits);
    return significant.length() < 2 || (significant.length() == 2 && significant.endsWith("5"));
  }

  private static String significant(String digits) {
    return digits.replace(".", "").replaceAll("^0+|0+$", "");
  }

  /** The decimals on the right of what is set or assumed to be a number, a vector or a matrix of numbers. */
  private static List<String> given(Statement s, Collection<Outcome> before) {
    List<String> all = new ArrayList<>();
    for (Outcome o : before) {
      boolean value = o.statement().number() < s.number() && (o instanceof Outcome.Assumes || o instanceof Outcome.Defines);
      String text = value ? o.statement().right().text().replace("\\begin{bmatrix}", " ").replace("\\end{bmatrix}", " ").replace("\\begin{pmatrix}", " ").replace("\\end{pmatrix}", " ").replace("\\top", " ") : "";
      if (text.chars().allMatch(c -> "0123456789.,-+()[]{}\\&;^T \n".indexOf(c) >= 0)) {
        all.addAll(List.of(text.split("[^0-9.]+", -1)));
      }
    }
    return all;
  }

  /** The letters that stand for the decimals in a reading, in their order. */
  static Family letter(int number) {
    return Family.variable("decimal " + number);
  }

  private Rational half(int number) {
    return PrintedDecimal.halfUnit(numerals.get(number)).orElse(Rational.ZERO);
  }

  /**
   * Those that leave a relation open beyond what is tried with one that is a side of its own: in an equation, where more stands here than that; in an order those
   * of three digits or more: a bound of fewer is exact as often as not.
   */
  Rounded in(Printed p, Claim.Order order) {
    return switch (order) {
      case EQUAL -> numerals.size() > 1 || (numerals.size() == 1 && PrintedDecimal.of(p).isEmpty()) ? this : new Rounded(List.of());
      case NOT_EQUAL -> new Rounded(List.of());
      default -> PrintedDecimal.halfUnit(p.left()).isPresent() && PrintedDecimal.halfUnit(p.right()).isPresent() ? new Rounded(List.of()) : new Rounded(numerals.stream().filter(d -> significant(d.digits()).length() > 2).toList());
    };
  }

  /**
   * Whether one of the refuted readings may hold for numbers in the intervals.
   *
   * @param loose the readings with letters for the decimals
   * @param refuted the verdicts on the readings as printed, in the same order
   */
  boolean mayHold(List<Attempt> loose, List<Verdict> refuted) {
    List<Claim> claims = loose.stream().filter(a -> a instanceof Attempt.Read).map(a -> ((Attempt.Read) a).claim()).toList();
    boolean alike = claims.size() == refuted.size() && numerals.size() <= MOST;
    Budget budget = Budget.ofSteps(STEPS);
    try {
      for (int k = 0; alike && k < claims.size(); k++) {
        alike = refuted.get(k) instanceof Verdict.Refuted r && fails(Terms.minus(claims.get(k).left(), claims.get(k).right()), r.point(), budget);
      }
    } catch (Budget.Exhausted limit) {
      return true;
    }
    return !alike;
  }

  /** Whether the difference of the sides has one sign at all ends of the intervals. */
  private boolean fails(Term difference, Point point, Budget budget) {
    int sign = 0;
    for (int ends = 0; ends < 1 << numerals.size(); ends++) {
      Map<Point.Component, Rational> values = new LinkedHashMap<>(point.values());
      for (int k = 0; k < numerals.size(); k++) {
        Rational off = (ends >> k & 1) == 1 ? half(k) : half(k).negate();
        values.put(new Point.Component(letter(k), List.of()), Powers.decimal(numerals.get(k).digits()).plus(off));
      }
      Optional<Integer> here = sign(Evaluation.of(difference, new Point(point.sizes(), point.indices(), values), DIGITS, budget));
      if (here.isEmpty() || (sign != 0 && sign != here.get())) {
        return false;
      }
      sign = here.get();
    }
    return true;
  }

  private static Optional<Integer> sign(Evaluation.Value value) {
    boolean above = value instanceof Evaluation.Value.Enclosed e && e.low().signum() > 0;
    boolean below = value instanceof Evaluation.Value.Enclosed e && e.high().signum() < 0;
    return above || below ? Optional.of(above ? 1 : -1) : Optional.empty();
  }
}
