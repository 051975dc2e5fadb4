package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a part of the text calculates with total differentials, dX is a small change of X and its sign is marked: where a differential stands in a trace, is taken of an
 * expression in brackets, or is that of the last number defined, dl = g^T dz, which no gradient dl/dl would be. Elsewhere dz keeps its other meanings ({@link Gradients}): the
 * word differential does not tell them apart.
 */
final class SmallChanges {
  /** The style of the sign d that stands for a small change: it looks like any other d. */
  static final String MARK = "mathord";

  private static final List<String> TRACES = List.of("tr", "Tr", "trace", "\\mathrm{tr}", "\\operatorname{tr}");

  /** Letters for numbers beside those of losses. */
  private static final List<String> NUMBERS = List.of("f", "F", "g", "\\phi", "\\varphi", "\\psi");

  private final List<Printed> printed;

  private SmallChanges(List<Printed> printed) {
    this.printed = printed;
  }

  /** In: all statements. Out: the same with the signs of small changes marked. */
  static List<Printed> marked(List<Printed> printed) {
    SmallChanges all = new SmallChanges(printed);
    Set<Integer> parts = new TreeSet<>();
    printed.stream().filter(all::shows).forEach(p -> parts.add(p.statement().part().number()));
    printed.stream().filter(p -> otherwise(p.left()) || otherwise(p.right())).forEach(p -> parts.remove(p.statement().part().number()));
    return parts.isEmpty() ? printed : printed.stream().map(p -> parts.contains(p.statement().part().number()) ? new Printed(p.statement(), pairs().in(p.left()), pairs().in(p.right()), p.spaces()) : p).toList();
  }

  /** Whether a notation is the marked sign. */
  static boolean isMark(Notation n) {
    return n instanceof Notation.Styled s && s.style().equals(MARK);
  }

  private boolean shows(Printed p) {
    boolean both = holds(p.left()) && holds(p.right());
    return inTraceOrBrackets(p.left()) || inTraceOrBrackets(p.right()) || (both && !(alone(p.left()).isPresent() && alone(p.right()).isPresent()) && (last(p.left()) || last(p.right())));
  }

  /** dl, where l was defined and no equation makes anything of it. */
  private boolean last(Notation side) {
    Optional<Notation> of = alone(side);
    Optional<String> base = of.flatMap(Mentions::baseName);
    boolean defined = of.isPresent() && printed.stream().anyMatch(p -> Lowering.isEquation(p.statement()) && p.statement().after().isEmpty() && Outline.of(head(p.left())).equals(Outline.of(of.get())));
    boolean number = base.filter(b -> Heads.isNumber(b) || NUMBERS.contains(b)).isPresent();
    return defined && number && printed.stream().noneMatch(p -> !holds(p.right()) && !Differentials.whole(p.right()) && Recursion.holds(p.right(), base.get()));
  }

  /** f of f(x, y). */
  private static Notation head(Notation n) {
    return n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent() ? j.factors().getFirst().item() : n;
  }

  /** x where a side is just dx. */
  private static Optional<Notation> alone(Notation side) {
    return side instanceof Notation.Juxtaposed j && j.factors().size() == 2 && opens(j.factors(), 0) ? Optional.of(j.factors().get(1).item()) : Optional.empty();
  }

  private static boolean inTraceOrBrackets(Notation n) {
    boolean here = false;
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Optional<Notation> inside = j.factors().get(k + 1).op() == Op.NONE ? Notations.bracket(j.factors().get(k + 1).item()).map(Notation.Bracketed::body) : Optional.empty();
        boolean trace = Mentions.baseName(j.factors().get(k).item()).filter(TRACES::contains).isPresent();
        here |= inside.isPresent() && ((trace && holds(inside.get())) || (Gradients.letter(j.factors().get(k).item()) && expression(inside.get())));
      }
    }
    return here || Notations.children(n).stream().anyMatch(SmallChanges::inTraceOrBrackets);
  }

  /** No argument of a function d. */
  private static boolean expression(Notation n) {
    return n instanceof Notation.Summed || (n instanceof Notation.Juxtaposed j && j.factors().size() > 1);
  }

  /** Whether d is printed as a letter for a quantity, or behind an integral. */
  private static boolean otherwise(Notation n) {
    if (Gradients.isIntegral(n) || Gradients.letter(n)) {
      return true;
    }
    if (n instanceof Notation.Fraction f && Differentials.divides(f)) {
      return false;
    }
    List<Notation> parts = new ArrayList<>(n.parts());
    for (int k = 0; n instanceof Notation.Juxtaposed j && k < j.factors().size(); k++) {
      if (opens(j.factors(), k)) {
        parts.remove(j.factors().get(k).item());
      }
    }
    return parts.stream().anyMatch(SmallChanges::otherwise);
  }

  /** Whether a small change stands in it outside of a derivative. */
  private static boolean holds(Notation n) {
    boolean here = false;
    for (int k = 0; n instanceof Notation.Juxtaposed j && k < j.factors().size(); k++) {
      here |= opens(j.factors(), k);
    }
    return here || (!(n instanceof Notation.Fraction f && Differentials.divides(f)) && Notations.children(n).stream().anyMatch(SmallChanges::holds));
  }

  private static boolean opens(List<Factor> factors, int k) {
    return Gradients.letter(factors.get(k).item()) && k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE;
  }

  private static FactorPairs pairs() {
    return new FactorPairs(SmallChanges::pair, Differentials::divides);
  }

  private static Optional<Notation> pair(Notation sign, Notation behind) {
    if (!Gradients.letter(sign)) {
      return Optional.empty();
    }
    Notation mark = new Notation.Styled(sign.span(), MARK, sign);
    return Optional.of(new Notation.Juxtaposed(sign.span(), List.of(new Factor(Op.NONE, mark), new Factor(Op.NONE, pairs().in(behind)))));
  }
}
