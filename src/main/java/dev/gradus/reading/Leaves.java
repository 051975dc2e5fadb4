package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Independent components (SOUNDNESS 20) that an expanded derivative prints as a term: in {@code \partial(wx)/\partial w + \partial b/\partial w} of {@code z = wx + b} the
 * last one is 0 where {@code b} has no definition and no argument, stands beside {@code w} in a definition, and something is differentiated by {@code w} and by {@code b}.
 * Where such a derivative is a factor of a chain, or has a value other than 0, the letter is a function (READING 24), and nothing is changed.
 */
final class Leaves {
  private static final java.util.regex.Pattern DEPENDS = java.util.regex.Pattern.compile("(?<!not )depends? on|functions? of|(chang|var)\\w+ (with|over|in)\\b");

  /** A derivative of a name by a name; the sign tells {@code \\partial} from {@code d}, which may be the total one beside it. */
  private record Slope(String sign, String of, String by) {
    boolean sameNames(Slope other) {
      return of.equals(other.of) && by.equals(other.by);
    }
  }

  private final Set<String> defined = new TreeSet<>();
  private final Set<String> applied = new TreeSet<>();
  private final List<Set<String>> bodies = new ArrayList<>();
  /** Equations that say what holds of several letters, x^2 + u^2 = 1: one of them may be a function of the other there. */
  private final List<Set<String>> ties = new ArrayList<>();
  private final Map<String, Set<String>> targets = new TreeMap<>();
  private final Set<Slope> terms = new LinkedHashSet<>();
  private final Set<Slope> others = new LinkedHashSet<>();

  private Leaves() {}

  /** In: the statements of a document. Out: the same, with 0 for the derivatives of a leaf by a leaf. */
  static List<Printed> independent(List<Printed> own) {
    Leaves found = new Leaves();
    own.forEach(found::take);
    Set<Slope> zero = new LinkedHashSet<>();
    found.terms.stream().filter(found::leaf).forEach(zero::add);
    if (zero.isEmpty()) {
      return own;
    }
    return own.stream().map(p -> new Printed(p.statement(), without(p.left(), zero), without(p.right(), zero), p.spaces())).toList();
  }

  private boolean leaf(Slope s) {
    boolean free = Stream.concat(others.stream(), terms.stream().filter(t -> !t.sign().equals(s.sign()))).noneMatch(s::sameNames) && !defined.contains(s.of()) && !applied.contains(s.of());
    boolean tied = ties.stream().anyMatch(t -> t.contains(s.of()) && t.contains(s.by()));
    return free && !tied && bodies.stream().anyMatch(b -> b.contains(s.of()) && b.contains(s.by())) && targets.values().stream().anyMatch(t -> t.contains(s.sign() + s.of()) && t.contains(s.sign() + s.by()));
  }

  private void take(Printed p) {
    Optional<String> head = name(p.left());
    Set<String> right = new TreeSet<>();
    FixedArguments.names(p.right(), right);
    if (Lowering.isEquation(p.statement()) && head.isPresent()) {
      bodies.add(right);
      // b = b - \eta .. is a step of a parameter, no definition
      if (!right.contains(head.get())) {
        defined.add(head.get());
      }
    }
    boolean applies = p.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && name(j.factors().getFirst().item()).isPresent() && Notations.bracket(j.factors().get(1).item()).isPresent();
    if (Lowering.isEquation(p.statement()) && p.statement().after().isEmpty() && head.isEmpty() && !applies && !differential(p.left()) && !differential(p.right())) {
      FixedArguments.names(p.left(), right);
      ties.add(right);
    }
    boolean told = DEPENDS.matcher(p.statement().part().own()).find();
    scan(p.left(), told, Conditions.isNumeral(p.right(), "0"));
    scan(p.right(), told, Conditions.isNumeral(p.left(), "0"));
  }

  /** Notes what stands in a tree; {@code alone} where a derivative in its place is one of the terms of a sum of derivatives, or said to be 0. */
  private void scan(Notation n, boolean told, boolean alone) {
    Optional<Slope> slope = slope(n);
    slope.ifPresent(s -> targets.computeIfAbsent(s.of(), k -> new TreeSet<>()).add(s.sign() + s.by()));
    slope.ifPresent(s -> (alone && !told ? terms : others).add(s));
    if (n instanceof Notation.Bracketed b) {
      scan(b.body(), told, alone);
    } else if (n instanceof Notation.Summed s) {
      for (Notation.Signed item : s.items()) {
        Optional<Slope> own = slope(item.item());
        boolean beside = own.isPresent() && s.items().stream().anyMatch(other -> !other.equals(item) && holds(other.item(), own.get().by()));
        scan(item.item(), told, beside);
      }
    } else {
      if (n instanceof Notation.Juxtaposed j) {
        j.factors().stream().skip(1).filter(f -> Notations.bracket(f.item()).isPresent()).findAny().flatMap(f -> name(j.factors().get(j.factors().indexOf(f) - 1).item())).ifPresent(applied::add);
      }
      n.parts().forEach(c -> scan(c, told, false));
    }
  }

  private static boolean differential(Notation n) {
    return FixedArguments.sign(n) || n.parts().stream().anyMatch(Leaves::differential);
  }

  /** Whether a derivative by the name stands in a term: of a product, as the names of other terms. */
  private static boolean holds(Notation n, String by) {
    boolean here = n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Juxtaposed up && FixedArguments.sign(up.factors().getFirst().item()) && by(f).filter(by::equals).isPresent();
    return here || n.parts().stream().anyMatch(c -> holds(c, by));
  }

  private static Optional<Slope> slope(Notation n) {
    boolean one = n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Juxtaposed up && up.factors().size() == 2 && sign(up.factors());
    if (!one || !(n instanceof Notation.Fraction f) || !(f.numerator() instanceof Notation.Juxtaposed up)) {
      return Optional.empty();
    }
    Optional<String> of = name(up.factors().get(1).item());
    Optional<String> by = by(f);
    return of.isPresent() && by.isPresent() && !of.equals(by) ? Optional.of(new Slope(((Notation.Symbol) up.factors().getFirst().item()).name(), of.get(), by.get())) : Optional.empty();
  }

  private static Optional<String> by(Notation.Fraction f) {
    boolean one = f.denominator() instanceof Notation.Juxtaposed down && down.factors().size() == 2 && sign(down.factors());
    return one && f.denominator() instanceof Notation.Juxtaposed down ? name(down.factors().get(1).item()) : Optional.empty();
  }

  private static boolean sign(List<Factor> factors) {
    return factors.getFirst().item() instanceof Notation.Symbol && FixedArguments.sign(factors.getFirst().item());
  }

  private static Optional<String> name(Notation n) {
    return FixedArguments.name(n);
  }

  private static Notation without(Notation n, Set<Slope> zero) {
    if (slope(n).filter(zero::contains).isPresent()) {
      return new Notation.Numeral(n.span(), "0");
    }
    return Templates.mapped(n, c -> without(c, zero));
  }
}
