package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Evaluation.Value;
import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Values for people: short fractions as they are, others to as many digits as tell the two apart. */
final class Digits {
  private static final int LONG_FRACTION = 12;
  private static final int MOST = 220;
  private static final List<Integer> PRECISIONS = List.of(15, 50, MOST);
  private static final int FEW = 5;

  private Digits() {}

  /** The two sides at a point, where a judgement has just seen them to differ. */
  static Checkers.Answer.Yes of(Claim claim, Point point, Budget budget) {
    Value left = Evaluation.of(claim.left(), point, PRECISIONS.getFirst(), budget);
    Value right = Evaluation.of(claim.right(), point, PRECISIONS.getFirst(), budget);
    for (int precision : PRECISIONS.subList(1, PRECISIONS.size())) {
      if (!settled(left) || !settled(right) || text(left, FEW).equals(text(right, FEW))) {
        left = Evaluation.of(claim.left(), point, precision, budget);
        right = Evaluation.of(claim.right(), point, precision, budget);
      }
    }
    String l = text(left, FEW);
    String r = text(right, FEW);
    for (int digits = 8; l.equals(r) && !left.equals(right) && digits < MOST; digits *= 2) {
      l = text(left, digits);
      r = text(right, digits);
    }
    return new Checkers.Answer.Yes(l, r);
  }

  /** Whether the few digits that are shown are known. */
  private static boolean settled(Value value) {
    return switch (value) {
      case Value.Undefined u -> true;
      case Value.Unknown u -> false;
      case Value.Enclosed e -> e.exact().isPresent() || decimal(e.low(), FEW).equals(decimal(e.high(), FEW));
    };
  }

  private static String text(Value value, int digits) {
    return switch (value) {
      case Value.Undefined u -> "undefined";
      case Value.Unknown u -> "unknown";
      case Value.Enclosed e -> {
        String exact = e.exact().map(Rational::toString).orElse("");
        yield exact.isEmpty() || exact.length() > LONG_FRACTION ? decimal(e.low(), digits) : exact;
      }
    };
  }

  private static String decimal(Rational value, int digits) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), new MathContext(digits, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toString();
  }
}
