package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The class y_n of each sample in sums over the samples, {@code -\\sum_n \\log p_{n,y_n}}, {@code 1(y_n = k)}: read with the one-hot rows that the classes are, f_{y_n} as \\sum_c y_{nc} f_c and the
 * indicator as y_{nk} (SOUNDNESS 8). Only where a document has the letter of the class in no other place.
 */
final class SampleClasses {
  /** The accent of the rows, which no document has on a target. */
  private static final String ACCENT = "check";

  /** What classes are called; other letters below a name may be those of a permutation or of samples drawn. */
  private static final List<String> CLASSES = List.of("y", "t", "c", "l", "k");

  private static final List<String> LETTERS = List.of("c", "r", "q", "v", "g", "h", "u", "s");

  /** The letter of a class and that of its sample, as they are printed: y and n of y_n. */
  private record Label(Notation base, Notation sample) {}

  /** By their printed form. */
  private final Map<String, Label> labels = new TreeMap<>();

  private final Set<String> symbols = new TreeSet<>();

  /** Names with their index that an equation gives by the class of that sample. */
  private final Set<String> carriers = new TreeSet<>();

  private String letter = "";
  private boolean summed;
  private boolean otherwise;

  private SampleClasses() {}

  /** What is assumed of the rows. */
  static String said(String name) {
    return name + " has one-hot rows: each sample has one class";
  }

  /** Whether a name is that of the rows. */
  static boolean isRows(String name) {
    return name.startsWith("\\" + ACCENT + "{");
  }

  /** In: a document's statements, and its formulas, added to {@code after} as they are read. Out: the statements as they are read. */
  static List<Printed> read(List<Printed> printed, List<PrintedFragment> formulas, List<PrintedFragment> after) {
    SampleClasses found = new SampleClasses();
    List<Notation> all = new ArrayList<>();
    printed.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    formulas.stream().map(PrintedFragment::notation).filter(n -> !(n instanceof Notation.Infix)).forEach(all::add);
    all.forEach(found::labels);
    printed.forEach(p -> found.carries(p.left(), p.right()));
    List<Notation> sides = all.subList(0, 2 * printed.size());
    sides.forEach(n -> found.uses(n, false));
    all.subList(sides.size(), all.size()).stream().filter(n -> found.label(n).isEmpty() && !(n instanceof Notation.Symbol)).forEach(n -> found.uses(n, false));
    Optional<String> letter = LETTERS.stream().filter(l -> !found.symbols.contains(l)).findFirst();
    // Y beside y_n may be made of them
    boolean whole = found.labels.values().stream().anyMatch(y -> y.base() instanceof Notation.Symbol s && s.name().equals("y") && found.symbols.contains("Y"));
    boolean reads = found.summed && !found.otherwise && !whole && letter.isPresent();
    found.letter = letter.orElse("");
    formulas.forEach(f -> after.add(reads ? new PrintedFragment(f.fragment(), found.side(f.notation())) : f));
    return reads ? printed.stream().map(p -> new Printed(p.statement(), found.side(p.left()), found.side(p.right()), p.spaces())).toList() : printed;
  }

  /** y_n, by its printed form, where it is one. */
  private Optional<Label> label(Notation n) {
    return Optional.ofNullable(labels.get(Outline.of(n)));
  }

  /** The names with one letter below that stand below other names. */
  private void labels(Notation n) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent() && !Differentials.isNabla(s.base())) {
      for (Notation i : s.sub().get() instanceof Notation.Juxtaposed j ? j.parts() : Mentions.items(s.sub().get())) {
        boolean name = i instanceof Notation.Scripted y && y.base() instanceof Notation.Symbol b && CLASSES.contains(b.name()) && y.sup().isEmpty() && y.primes() == 0 && y.sub().filter(Notation.Symbol.class::isInstance).isPresent();
        if (name && i instanceof Notation.Scripted y) {
          labels.put(Outline.of(i), new Label(y.base(), y.sub().orElseThrow()));
        }
      }
    }
    if (n instanceof Notation.Symbol s) {
      symbols.add(s.name());
    }
    n.parts().forEach(this::labels);
  }

  /** Whether the classes stand in places that are read: below names, and in indicators. */
  private void uses(Notation n, boolean below) {
    if (label(n).isPresent()) {
      otherwise |= !below;
      return;
    }
    switch (n) {
      case Notation.Scripted s -> {
        uses(s.base(), false);
        s.sub().ifPresent(x -> uses(x, true));
        s.sup().ifPresent(x -> uses(x, false));
      }
      case Notation.BigOperator b -> {
        b.sub().ifPresent(x -> uses(x, false));
        uses(b.body(), false);
        summed |= (b.name().equals("sum") || b.name().equals("prod")) && b.sub().flatMap(SampleClasses::bound).filter(l -> holds(b.body(), y -> Outline.of(y.sample()).equals(l)) || carriers.stream().anyMatch(c -> c.endsWith(" " + l) && prints(b.body(), c))).isPresent();
        // a product of selected factors is no sum of them
        otherwise |= b.name().equals("prod") && holds(b.body(), y -> true);
      }
      case Notation.Listed l -> l.items().forEach(i -> uses(i, below));
      // p_{n y_n}
      case Notation.Juxtaposed j when below -> j.parts().forEach(i -> uses(i, true));
      // y_{nk} or a vector y beside y_n: what they have to do with each other is not known
      case Notation.Symbol s -> otherwise |= !below && labels.values().stream().anyMatch(y -> Outline.of(y.base()).equals(Outline.of(s)));
      case Notation.Conditioned c -> {
        if (!(c.left() instanceof Notation.Symbol)) {
          uses(c.left(), false);
        }
        uses(c.right(), false);
      }
      case Notation.Fraction f when Differentials.divides(f) -> otherwise |= holds(f, y -> true);
      case Notation.Compared c -> {
        boolean equal = c.sides().size() == 2 && c.signs().getFirst() == RelationSign.EQUAL;
        c.sides().stream().filter(i -> !(i instanceof Notation.Symbol)).forEach(i -> uses(i, equal));
      }
      default -> n.parts().forEach(c -> uses(c, false));
    }
  }

  /** L_n = -\\log p_{n,y_n}: a sum of these over n is one over the classes. */
  private void carries(Notation left, Notation right) {
    if (left instanceof Notation.Scripted s && s.sub().filter(i -> holds(right, y -> Templates.same(y.sample(), i))).isPresent()) {
      carriers.add(name(s));
    }
  }

  private static String name(Notation.Scripted s) {
    return Outline.of(s.base()) + " " + Outline.of(s.sub().orElseThrow());
  }

  private static boolean prints(Notation n, String carrier) {
    return (n instanceof Notation.Scripted s && s.sub().isPresent() && name(s).equals(carrier)) || n.parts().stream().anyMatch(p -> prints(p, carrier));
  }

  private static Optional<String> bound(Notation sub) {
    Notation first = sub instanceof Notation.Compared c ? c.sides().getFirst() : sub;
    return first instanceof Notation.Symbol ? Optional.of(Outline.of(first)) : Optional.empty();
  }

  private boolean holds(Notation n, Predicate<Label> such) {
    return label(n).filter(such).isPresent() || n.parts().stream().anyMatch(p -> holds(p, such));
  }

  private Notation side(Notation n) {
    return holds(n, y -> true) ? terms(indicated(n)) : n;
  }

  /** The notation with the rows for its indicators of one equation. */
  private Notation indicated(Notation n) {
    if (n instanceof Notation.Juxtaposed j) {
      List<Factor> factors = new ArrayList<>();
      for (int k = 0; k < j.factors().size(); k++) {
        Factor f = j.factors().get(k);
        boolean pair = k + 1 < j.factors().size() && PrintedHead.indicatorName(f.item()) && j.factors().get(k + 1).op() == Op.NONE && j.factors().get(k + 1).item() instanceof Notation.Bracketed;
        Optional<Notation> row = pair ? row(j.factors().get(k + 1).item()) : Optional.empty();
        factors.add(new Factor(f.op(), row.orElseGet(() -> indicated(f.item()))));
        k += row.isPresent() ? 1 : 0;
      }
      return factors.size() == 1 ? factors.getFirst().item() : new Notation.Juxtaposed(j.span(), factors);
    }
    boolean below = n instanceof Notation.Scripted s && PrintedHead.indicatorName(s.base());
    Optional<Notation> row = below && n instanceof Notation.Scripted s ? s.sub().flatMap(this::row) : n instanceof Notation.Bracketed b && b.open().equals("[") ? row(b) : Optional.empty();
    return row.orElseGet(() -> Templates.mapped(n, this::indicated));
  }

  /** y_{nk} of an equation of y_n with k. */
  private Optional<Notation> row(Notation condition) {
    Optional<Notation.Compared> equation = Conditions.condition(condition).filter(c -> c.sides().size() == 2 && c.signs().getFirst() == RelationSign.EQUAL);
    for (int k = 0; equation.isPresent() && k < 2; k++) {
      Optional<Label> own = label(equation.get().sides().get(k));
      Notation other = equation.get().sides().get(1 - k);
      if (own.isPresent() && label(other).isEmpty()) {
        return Optional.of(row(own.get(), other));
      }
    }
    return Optional.empty();
  }

  private static Notation row(Label own, Notation at) {
    Span span = own.base().span();
    return new Notation.Scripted(span, new Notation.Accented(span, ACCENT, own.base()), Optional.of(new Notation.Listed(span, List.of(own.sample(), at))), Optional.empty(), 0);
  }

  /** The notation with a sum over the classes in the place of each term that speaks of y_n. */
  private Notation terms(Notation n) {
    if (!holds(n, y -> true)) {
      return n;
    }
    return switch (n) {
      case Notation.Summed s -> new Notation.Summed(s.span(), s.items().stream().map(i -> new Notation.Signed(i.sign(), terms(i.item()))).toList());
      case Notation.Bracketed b -> new Notation.Bracketed(b.span(), b.open(), terms(b.body()), b.close());
      case Notation.BigOperator b when b.name().equals("sum") -> new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), terms(b.body()));
      case Notation.Fraction f when !holds(f.denominator(), y -> true) -> new Notation.Fraction(f.span(), terms(f.numerator()), f.denominator());
      case Notation.Juxtaposed j when factor(j) >= 0 -> {
        List<Factor> factors = new ArrayList<>(j.factors());
        int at = factor(j);
        factors.set(at, new Factor(factors.get(at).op(), terms(factors.get(at).item())));
        yield new Notation.Juxtaposed(j.span(), factors);
      }
      default -> selected(n);
    };
  }

  /** The place of the only factor that speaks of classes, a bracket or a sum behind numbers alone. */
  private int factor(Notation.Juxtaposed j) {
    int at = -1;
    for (int k = 0; k < j.factors().size(); k++) {
      if (holds(j.factors().get(k).item(), y -> true)) {
        if (at >= 0) {
          return -1;
        }
        at = k;
      }
    }
    boolean inside = at >= 0 && (j.factors().get(at).item() instanceof Notation.Bracketed || j.factors().get(at).item() instanceof Notation.BigOperator);
    boolean numbers = j.factors().subList(0, Math.max(0, at)).stream().allMatch(f -> f.item() instanceof Notation.Numeral || f.item() instanceof Notation.Fraction);
    return inside && numbers ? at : -1;
  }

  /** \\sum_c y_{nc} times the term at c. */
  private Notation selected(Notation n) {
    Notation term = n;
    for (Map.Entry<String, Label> e : labels.entrySet()) {
      Label own = e.getValue();
      if (holds(term, own::equals)) {
        Notation c = new Notation.Symbol(n.span(), letter);
        Notation at = AppliedHeads.replaced(term, e.getKey(), c);
        term = new Notation.BigOperator(n.span(), "sum", Optional.of(c), Optional.empty(), new Notation.Juxtaposed(n.span(), List.of(new Factor(Op.NONE, row(own, c)), new Factor(Op.DOT, new Notation.Bracketed(n.span(), "(", at, ")")))));
      }
    }
    return term;
  }
}
