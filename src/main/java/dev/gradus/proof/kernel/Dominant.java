package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Growth.Part;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sum over a range of c_i e^(a_i G), G growing beyond all bounds: with M the greatest a_i, e^(M G) times the sum of the c_i with a_i = M, and what is
 * smaller by a factor e^(-g G), g > 0 the distance to the next a_i (Laplace's principle for finite sums).
 */
final class Dominant {
  /** Numbers of bound indices that no term of a claim has: equal sums get equal greatest terms. */
  private static final int INDEX = 900_001;

  private Dominant() {}

  /** Empty where the summand is not of this kind, or its factor tells the greatest ones apart. */
  static Optional<Expansion> sum(Index.Bound index, Part summand, Coefficients c) {
    Growth growth = summand.growth();
    List<Part> dependent = growth.exponent().stream().filter(p -> Terms.mentions(p.factor(), index)).toList();
    boolean plain = growth.powers().stream().noneMatch(p -> Terms.mentions(p, index)) && growth.exponent().stream().noneMatch(p -> p.growth().mentions(index));
    if (dependent.size() != 1 || !plain || dependsOnOthers(dependent.get(0).factor(), index)) {
      return Optional.empty();
    }
    Index.Bound own = new Index.Bound(INDEX, index.range());
    Term rate = Terms.substitute(dependent.get(0).factor(), index, own);
    Term most = new Greatest(own, rate).term(INDEX + 1);
    Term factor = Terms.substitute(summand.factor(), index, own);
    Optional<Term> common = common(factor, rate, most, own, c);
    if (common.isEmpty() || Terms.greatestBound(rate) > INDEX) {
      return Optional.empty();
    }
    Growth leading = with(growth, dependent.get(0), most);
    Growth rest = with(growth, dependent.get(0), c.plus(most, c.times(Rational.MINUS_ONE, c.gap())));
    return Optional.of(new Expansion(List.of(new Part(c.times(common.get(), c.ties(rate)), leading)), Optional.of(rest)));
  }

  /** Whether the rate has a bound index of a sum around this one: how many are the greatest depends on it then. */
  private static boolean dependsOnOthers(Term rate, Index.Bound index) {
    boolean[] found = {false};
    Terms.visit(rate, t -> Terms.ownIndices(t).forEach(i -> found[0] |= i instanceof Index.Bound && !i.equals(index)));
    return found[0];
  }

  /** The factor where the rate is the greatest: what does not depend on the index, or a multiple of the rate. */
  private static Optional<Term> common(Term factor, Term rate, Term most, Index own, Coefficients c) {
    if (!Terms.mentions(factor, own)) {
      return Optional.of(factor);
    }
    for (Rational q : List.of(Rational.ONE, Rational.MINUS_ONE)) {
      if (factor.equals(c.times(q, rate))) {
        return Optional.of(c.times(q, most));
      }
    }
    return Optional.empty();
  }

  private static Growth with(Growth growth, Part part, Term factor) {
    List<Part> exponent = new ArrayList<>(growth.exponent());
    exponent.set(exponent.indexOf(part), new Part(factor, part.growth()));
    return new Growth(growth.powers(), exponent);
  }
}
