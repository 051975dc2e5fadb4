package dev.gradus.proof.kernel;

import dev.gradus.proof.Decider;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A false theorem, x = 2x: it can be planted in this package only, and the decider finds it out. */
public final class PlantedTheorem {
  private static final Family X = Family.variable("x");

  private PlantedTheorem() {}

  public static Claim claim() {
    return Claim.equal(X.at(), Say.mul(Say.q(2), X.at()));
  }

  /** As a lying kernel would have made it. */
  public static Verdict planted() {
    Point one = new Point(Map.of(), Map.of(), new LinkedHashMap<>(Map.of(new Point.Component(X, List.of()), dev.gradus.term.Rational.ONE)));
    return new Theorem(claim(), new Evidence.SameNormalForm(false, List.of(one)), List.of(), List.of(), Map.of());
  }

  /** What the decider makes of it. */
  public static Verdict confirmed() {
    return Decider.confirm(planted(), claim(), Budget.standard());
  }
}
