package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.notation.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The one expression with holes that printed instances have in common: least general generalization (Plotkin, "A note on inductive generalization",
 * 1970) where the differences may only be those of the labels of the instances.
 */
final class Templates {
  /**
   * A hole and what stands in its place in each instance.
   *
   * @param letter what stands in the template
   * @param labels one for each instance; not all the same
   */
  record Hole(Notation letter, List<Notation> labels) {
    Hole {
      labels = List.copyOf(labels);
    }
  }

  private Templates() {}

  static boolean same(Notation a, Notation b) {
    return Outline.of(a).equals(Outline.of(b));
  }

  /**
   * In: instances and the holes. Out: the template of which each instance is the one with its labels; none where the instances differ elsewhere. There is at
   * most one: what is the same in all instances stays, and no two holes have the same labels throughout.
   */
  static Optional<Notation> of(List<Notation> instances, List<Hole> holes) {
    Notation first = instances.get(0);
    if (instances.stream().allMatch(n -> same(n, first))) {
      return Optional.of(first);
    }
    for (Hole hole : holes) {
      if (fits(instances, hole.labels())) {
        return Optional.of(hole.letter());
      }
    }
    List<Notation> even = even(instances);
    List<Notation> shells = even.stream().map(Templates::shell).toList();
    if (shells.stream().anyMatch(s -> !same(s, shells.get(0)))) {
      return Optional.empty();
    }
    List<List<Notation>> parts = even.stream().map(Notations::children).toList();
    List<Notation> fitted = new ArrayList<>();
    for (int k = 0; k < parts.get(0).size(); k++) {
      int at = k;
      Optional<Notation> part = of(parts.stream().map(p -> p.get(at)).toList(), holes);
      if (part.isEmpty()) {
        return part;
      }
      fitted.add(part.get());
    }
    return with(even.get(0), fitted);
  }

  private static boolean fits(List<Notation> instances, List<Notation> labels) {
    for (int k = 0; k < instances.size(); k++) {
      if (!same(instances.get(k), labels.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** {@code a_{11}} beside {@code a_{1n}}: the digits of one script stand for as many labels as the other has. */
  private static List<Notation> even(List<Notation> instances) {
    Optional<Integer> width =
        instances.stream().filter(n -> n instanceof Notation.Juxtaposed).map(n -> ((Notation.Juxtaposed) n).factors().size()).findFirst();
    boolean numerals = instances.stream().allMatch(n -> n instanceof Notation.Numeral);
    int digits = numerals ? ((Notation.Numeral) instances.get(0)).digits().length() : width.orElse(1);
    List<Notation> even = new ArrayList<>();
    for (Notation n : instances) {
      boolean splits = digits > 1 && n instanceof Notation.Numeral d && d.digits().length() == digits && d.digits().chars().allMatch(Character::isDigit);
      even.add(splits ? split((Notation.Numeral) n) : n);
    }
    return even;
  }

  private static Notation split(Notation.Numeral n) {
    List<Factor> factors = new ArrayList<>();
    for (int k = 0; k < n.digits().length(); k++) {
      factors.add(new Factor(Op.NONE, new Notation.Numeral(n.span(), n.digits().substring(k, k + 1))));
    }
    return new Notation.Juxtaposed(n.span(), factors);
  }

  /** The node without its parts; what has no parts is its own shell. */
  private static Notation shell(Notation n) {
    List<Notation> blank = Notations.children(n).stream().map(c -> (Notation) new Notation.Empty(c.span())).toList();
    return with(n, blank).orElse(n);
  }

  /** The node with each part replaced; the node itself where none is another one then, and where no pattern goes through it. */
  static Notation mapped(Notation n, UnaryOperator<Notation> map) {
    List<Notation> parts = Notations.children(n);
    List<Notation> replaced = parts.stream().map(map).toList();
    return replaced.equals(parts) ? n : with(n, replaced).orElse(n);
  }

  /**
   * An expression with other brackets behind its names, from the innermost out.
   *
   * @param instead of the factor behind the one at a place, if it is to be replaced
   */
  static Notation applied(Notation n, BiFunction<List<Factor>, Integer, Optional<Notation>> instead) {
    Notation inner = mapped(n, c -> applied(c, instead));
    if (!(inner instanceof Notation.Juxtaposed j)) {
      return inner;
    }
    List<Factor> factors = new ArrayList<>(j.factors());
    for (int k = 0; k + 1 < factors.size(); k++) {
      int next = k + 1;
      instead.apply(factors, k).ifPresent(b -> factors.set(next, new Factor(Op.NONE, b)));
    }
    return new Notation.Juxtaposed(j.span(), factors);
  }

  /** The node with other parts, as many as {@link Notations#children} lists; none for nodes that no pattern goes through. */
  static Optional<Notation> with(Notation n, List<Notation> parts) {
    Span span = n.span();
    return switch (n) {
      case Notation.Styled s -> Optional.of(new Notation.Styled(span, s.style(), parts.get(0)));
      case Notation.Accented a -> Optional.of(new Notation.Accented(span, a.accent(), parts.get(0)));
      case Notation.Scripted s ->
          Optional.of(
              new Notation.Scripted(span, parts.get(0), s.sub().map(x -> parts.get(1)), s.sup().map(x -> parts.get(parts.size() - 1)), s.primes()));
      case Notation.Fraction f -> Optional.of(new Notation.Fraction(span, parts.get(0), parts.get(1)));
      case Notation.Bracketed b -> Optional.of(new Notation.Bracketed(span, b.open(), parts.get(0), b.close()));
      case Notation.Listed l -> Optional.of(new Notation.Listed(span, parts));
      case Notation.Summed s -> {
        List<Signed> items = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
          items.add(new Signed(s.items().get(k).sign(), parts.get(k)));
        }
        yield Optional.of(new Notation.Summed(span, items));
      }
      case Notation.Juxtaposed j -> {
        List<Factor> factors = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
          factors.add(new Factor(j.factors().get(k).op(), parts.get(k)));
        }
        yield Optional.of(new Notation.Juxtaposed(span, factors));
      }
      case Notation.BigOperator b ->
          Optional.of(
              new Notation.BigOperator(span, b.name(), b.sub().map(x -> parts.get(0)), b.sup().map(x -> parts.get(b.sub().isPresent() ? 1 : 0)), parts.get(parts.size() - 1)));
      case Notation.Compared c -> Optional.of(new Notation.Compared(span, parts, c.signs()));
      case Notation.Annotated a -> Optional.of(new Notation.Annotated(span, a.kind(), parts.get(0), a.label()));
      case Notation.Table t -> {
        List<List<Notation>> rows = new ArrayList<>();
        int at = 0;
        for (List<Notation> row : t.rows()) {
          rows.add(parts.subList(at, at + row.size()));
          at += row.size();
        }
        yield Optional.of(new Notation.Table(span, t.environment(), rows));
      }
      case Notation.Root r -> r.degree().isPresent() ? Optional.empty() : Optional.of(new Notation.Root(span, parts.get(0), r.degree()));
      case Notation.Factorial f -> Optional.of(new Notation.Factorial(span, parts.get(0)));
      case Notation.Conditioned c -> Optional.of(new Notation.Conditioned(span, parts.get(0), parts.get(1)));
      case Notation.Infix i -> Optional.of(new Notation.Infix(span, parts.get(0), i.op(), parts.get(1)));
      case Notation.Numeral x -> Optional.empty();
      case Notation.Symbol x -> Optional.empty();
      case Notation.Words x -> Optional.empty();
      case Notation.Dots x -> Optional.empty();
      case Notation.Empty x -> Optional.empty();
      case Notation.Unreadable x -> Optional.empty();
    };
  }
}
