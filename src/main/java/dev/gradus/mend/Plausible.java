package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which mends may be shown for a relation: none that only says again what the other side says, none that makes a number right by whatever gives it, none that takes
 * an index, or the derivative that is asked for, away (CONTRACT, repairs).
 */
public final class Plausible {
  /** Slips that a value does not make likely: some letter, label or index left out gives any number. */
  private static final Set<Fault> OF_LETTERS = EnumSet.of(Fault.SURPLUS_INDEX, Fault.COMPONENT, Fault.LABEL, Fault.WRONG_LABEL, Fault.PRIME, Fault.LETTER, Fault.STRAY);

  /** Mistakes that a value does not make likely: whatever is put to it, or left out, gives the number. */
  private static final Set<Fault> OF_VALUES =
      EnumSet.of(Fault.CHAIN_FACTOR, Fault.CONSTANT_FACTOR, Fault.EXPONENT, Fault.ACTIVATION_DERIVATIVE, Fault.COMPLEMENT, Fault.EXPONENTIAL_LOST, Fault.TERM_DROPPED, Fault.TERM_TOO_MANY, Fault.FACTOR_DROPPED, Fault.FACTOR_TOO_MANY);

  /** Mistakes in a factor: beside a side that is 0 any of them does. */
  private static final Set<Fault> OF_FACTORS = EnumSet.of(Fault.CHAIN_FACTOR, Fault.ACTIVATION_DERIVATIVE, Fault.FACTOR_DROPPED, Fault.CONSTANT_FACTOR, Fault.EXPONENT, Fault.SIGN);

  private Plausible() {}

  /** In: the sides as printed, and a mend of them. Out: whether it may be what was meant, if it holds. */
  public static boolean is(Notation left, Notation right, Mend m) {
    boolean leftChanged = !m.left().equals(left);
    boolean rightChanged = !m.right().equals(right);
    if ((leftChanged && !side(left, m.left(), right, m)) || (rightChanged && !side(right, m.right(), left, m))) {
      return false;
    }
    if (bare(m.left()).equals(bare(m.right()))) {
      return false;
    }
    Set<String> before = new TreeSet<>(Binders.freeIndices(left));
    before.addAll(Binders.freeIndices(right));
    before.removeAll(Binders.freeIndices(m.left()));
    before.removeAll(Binders.freeIndices(m.right()));
    return before.isEmpty() || m.fault() != Fault.SURPLUS_INDEX;
  }

  /** A side as printed without any round bracket. */
  private static String bare(Notation n) {
    return Typeset.of(n).replace("\\left", "").replace("\\right", "").replaceAll("[()\\s]", "");
  }

  /** Whether a mend is one of a factor, which says nothing beside a side that is 0. */
  public static boolean isOfFactor(Mend m) {
    return OF_FACTORS.contains(m.fault());
  }

  private static boolean side(Notation printed, Notation mended, Notation other, Mend m) {
    boolean number = isNumber(printed) || isNumber(other);
    if (number && (OF_LETTERS.contains(m.fault()) || OF_VALUES.contains(m.fault()))) {
      return false;
    }
    if (Tree.isNumeral(Tree.bare(printed), "0") || (derived(printed) && derivatives(other) == 0 && (!m.fault().isSlip() || derivatives(mended) < derivatives(printed)))) {
      return false;
    }
    boolean whole = m.fault() == Fault.PRIME && derived(mended) && derivatives(other) == 0;
    boolean slope = m.fault() == Fault.ACTIVATION_DERIVATIVE || m.fault() == Fault.PRODUCT_RULE || m.fault() == Fault.PARTIAL;
    if (derivatives(mended) > derivatives(printed) && !whole && !slope) {
      return false;
    }
    return isNumber(other) || occurrences(mended, other) <= occurrences(printed, other);
  }

  /** A side that is one derivative: f'(x), \frac{\partial L}{\partial z}, \nabla_w J. */
  private static boolean derived(Notation n) {
    List<Notation.Factor> factors = Tree.factors(n);
    Notation first = factors.getFirst().item();
    Notation base = first instanceof Notation.Scripted s && s.primes() == 0 ? s.base() : first;
    boolean few = factors.size() == 1 || (factors.size() == 2 && n instanceof Notation.Juxtaposed j && (Functions.applied(j) || Derivatives.isDerivative(base)));
    return few && Derivatives.isDerivative(base);
  }

  private static int derivatives(Notation n) {
    int here = Derivatives.isDerivative(n) ? 1 : 0;
    for (Notation part : n.parts()) {
      here += derivatives(part);
    }
    return here;
  }

  private static int occurrences(Notation in, Notation of) {
    int here = Tree.same(Tree.bare(in), Tree.bare(of)) ? 1 : 0;
    for (Notation part : in.parts()) {
      here += occurrences(part, of);
    }
    return here;
  }

  /** Made of printed numbers only. */
  private static boolean isNumber(Notation n) {
    return n instanceof Notation.Numeral || (!n.parts().isEmpty() && !(n instanceof Notation.BigOperator) && n.parts().stream().allMatch(Plausible::isNumber));
  }
}
