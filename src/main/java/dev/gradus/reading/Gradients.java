package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The custom of courses on networks to call the derivative of the loss by z just dz. An equation of the document, dz = \partial L/\partial z, says so for every letter;
 * where none does, several equations for such names beside the definition of a single loss, or of no loss but of what they are taken by, are taken to mean it, and then
 * nothing is refuted with it (READING 22, 24).
 */
final class Gradients {
  /** The style of a differential sign that no equation of the document explains. */
  static final String INFERRED = "inferred";

  /** As many equations make a custom. */
  private static final int CUSTOM = 2;

  private final Notation loss;
  private final boolean said;

  private Gradients(Notation loss, boolean said) {
    this.loss = loss;
    this.said = said;
  }

  /** In: all statements. Out: the same with the derivative that dz stands for. */
  static List<Printed> resolved(List<Printed> printed) {
    Optional<Gradients> found = said(printed).or(() -> customary(printed));
    return found.isEmpty() ? printed : printed.stream().map(p -> new Printed(p.statement(), found.get().pairs().in(p.left()), found.get().pairs().in(p.right()), p.spaces())).toList();
  }

  private static Optional<Gradients> said(List<Printed> printed) {
    Set<String> names = new TreeSet<>();
    Optional<Notation> first = Optional.empty();
    for (Printed p : printed) {
      Optional<Notation> loss = Lowering.isEquation(p.statement()) ? alone(p.left()).flatMap(x -> derivative(p.right(), x)) : Optional.empty();
      loss.map(Outline::of).ifPresent(names::add);
      first = first.or(() -> loss);
    }
    return names.size() == 1 ? first.map(l -> new Gradients(l, true)) : Optional.empty();
  }

  private static Optional<Gradients> customary(List<Printed> printed) {
    List<Printed> equations = printed.stream().filter(p -> Lowering.isEquation(p.statement())).toList();
    boolean custom = equations.stream().filter(p -> alone(p.left()).isPresent()).count() >= CUSTOM;
    if (!custom || printed.stream().anyMatch(p -> integral(p.left()) || integral(p.right()))) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    Optional<Notation> first = Optional.empty();
    for (Printed p : equations) {
      Notation head = p.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent() ? j.factors().getFirst().item() : p.left();
      Optional<Notation> loss = Optional.of(head).filter(h -> Mentions.baseName(h).filter(Heads::isNumber).isPresent());
      loss.map(Outline::of).ifPresent(names::add);
      first = first.or(() -> loss);
    }
    return names.size() == 1 ? first.map(l -> new Gradients(l, false)) : names.isEmpty() ? unnamed(printed, equations) : Optional.empty();
  }

  /**
   * A loss that nobody defines or names (READING 24): where the derivative by a quantity that the text has given, dz beside z = wx + b, is said to be an expression without
   * such names. dy = 2x dx alone speaks of small changes, and so does dx = x_1 - x_0.
   */
  private static Optional<Gradients> unnamed(List<Printed> printed, List<Printed> equations) {
    Set<String> given = new TreeSet<>();
    equations.stream().filter(p -> p.statement().after().isEmpty()).forEach(p -> given.add(Outline.of(p.left())));
    boolean valued = equations.stream().anyMatch(p -> alone(p.left()).filter(x -> given.contains(Outline.of(x)) && occurs(p.right(), Mentions.bracketedName(x)) < 2).isPresent() && p.right() instanceof Notation.Summed && !differentiates(p.right()));
    boolean changes = printed.stream().anyMatch(p -> CHANGES.matcher(p.statement().words()).find());
    boolean free = printed.stream().noneMatch(p -> Recursion.holds(p.left(), LOSS) || Recursion.holds(p.right(), LOSS));
    return valued && !changes && free ? Optional.of(new Gradients(new Notation.Symbol(new Span(0, 0), LOSS), false)) : Optional.empty();
  }

  /** How often a letter occurs: twice in x_1 - x_0. */
  private static int occurs(Notation n, Optional<String> base) {
    return Mentions.bracketedName(n).equals(base) ? 1 : n.parts().stream().mapToInt(x -> occurs(x, base)).sum();
  }

  private static final String LOSS = "L";
  private static final Pattern CHANGES = Pattern.compile("(?i)\\b(differentials?|infinitesimal\\w*|perturb\\w*|(small|finite|first.order) (changes?|differences?|steps?)|increments?|variations?)\\b");

  private static boolean differentiates(Notation n) {
    return letter(n) || n.parts().stream().anyMatch(Gradients::differentiates);
  }

  /** x where a side is just dx. */
  private static Optional<Notation> alone(Notation side) {
    boolean two = side instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Op.NONE && letter(j.factors().getFirst().item());
    return two ? Optional.of(((Notation.Juxtaposed) side).factors().getLast().item()).filter(Gradients::name) : Optional.empty();
  }

  /** The sign d, but for that of a small change. */
  static boolean letter(Notation n) {
    return n instanceof Notation.Styled t ? !SmallChanges.isMark(n) && letter(t.body()) : n instanceof Notation.Symbol s && s.name().equals("d");
  }

  private static boolean name(Notation n) {
    return !(n instanceof Notation.Bracketed) && !letter(n) && Mentions.bracketedName(n).isPresent();
  }

  /** Whether a notation is an integral or its sign. */
  static boolean isIntegral(Notation n) {
    return (n instanceof Notation.BigOperator b && b.name().endsWith("int")) || (n instanceof Notation.Symbol s && s.name().equals("int"));
  }

  private static boolean integral(Notation n) {
    return isIntegral(n) || Notations.children(n).stream().anyMatch(Gradients::integral);
  }

  /** L of \partial L/\partial x or dL/dx. */
  private static Optional<Notation> derivative(Notation n, Notation by) {
    Optional<Notation> up = n instanceof Notation.Fraction f ? differential(f.numerator()) : Optional.empty();
    Optional<Notation> down = n instanceof Notation.Fraction f ? differential(f.denominator()) : Optional.empty();
    return up.filter(u -> down.filter(d -> Outline.of(d).equals(Outline.of(by))).isPresent());
  }

  private static Optional<Notation> differential(Notation n) {
    boolean one = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && (letter(j.factors().getFirst().item()) || (j.factors().getFirst().item() instanceof Notation.Symbol s && s.name().equals("partial")));
    return one ? Optional.of(((Notation.Juxtaposed) n).factors().getLast().item()) : Optional.empty();
  }

  private FactorPairs pairs() {
    return new FactorPairs(this::named, f -> differential(f.denominator()).isPresent());
  }

  private Optional<Notation> named(Notation sign, Notation behind) {
    return letter(sign) && name(behind) ? Optional.of(new Notation.Fraction(sign.span(), of(sign, loss), of(sign, behind))) : Optional.empty();
  }

  private Notation of(Notation sign, Notation operand) {
    Notation partial = new Notation.Symbol(sign.span(), "partial");
    Notation mark = said ? partial : new Notation.Styled(sign.span(), INFERRED, partial);
    return new Notation.Juxtaposed(sign.span(), List.of(new Factor(Op.NONE, mark), new Factor(Op.NONE, operand)));
  }
}
