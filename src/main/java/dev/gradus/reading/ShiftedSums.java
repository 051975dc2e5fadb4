package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import dev.gradus.reading.Recursion.Put;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums whose letter stands in an index with something added, sum_{i=0}^{t-1} r^i g_{t-i}, sum_{i=1}^n x_{i-1}: read over the letter that the index is, as the same terms in another
 * order; and sums of differences, sum_{i=1}^n (x_i - x_{i-1}) = x_n - x_0, where all other terms cancel.
 */
final class ShiftedSums {
  private static final Span HERE = new Span(0, 0);

  private final List<Printed> read;
  private final List<PrintedFragment> fragments;
  /** statements that are read otherwise than they are printed */
  private final Set<Integer> summed = new TreeSet<>();
  /** those with elements by themselves of which the text says more: no point refutes them */
  private final Set<Integer> open = new TreeSet<>();

  private ShiftedSums(List<Printed> read, List<PrintedFragment> fragments) {
    this.read = read;
    this.fragments = fragments;
  }

  /** In: all statements and formulas. Out: what reads and settles them. */
  static ShiftedSums of(List<Printed> read, List<PrintedFragment> fragments) {
    return new ShiftedSums(read, fragments);
  }

  /** Statements with such sums over the letters that the indices are. */
  List<Printed> in() {
    List<Printed> all = new ArrayList<>(read);
    Map<Integer, Set<String>> ends = new TreeMap<>();
    for (Printed p : read) {
      Set<String> names = new LinkedHashSet<>();
      Printed over = new Printed(p.statement(), in(p.left(), names), in(p.right(), names), p.spaces());
      boolean single = names.stream().allMatch(x -> isApart(over.left(), x) && isApart(over.right(), x) && !isArray(x));
      if (p.statement().cue() != Cue.NO_CLAIM && p.statement().cue() != Cue.LIMIT && single && (names.isEmpty() || p.statement().cue() != Cue.ASSUMED)) {
        all.set(p.statement().number(), over);
        ends.put(p.statement().number(), names);
        if (!over.left().equals(p.left()) || !over.right().equals(p.right())) {
          summed.add(p.statement().number());
        }
      }
    }
    Set<String> apart = new TreeSet<>();
    ends.values().forEach(apart::addAll);
    // x_0 = 0 says it of the same element
    Set<String> known = new TreeSet<>(apart);
    known.removeIf(x -> read.stream().anyMatch(q -> !ends.getOrDefault(q.statement().number(), Collections.emptySet()).contains(x) && (saysMore(q.left(), x) || saysMore(q.right(), x))));
    ends.forEach((number, names) -> {
      if (!known.containsAll(names)) {
        open.add(number);
      }
    });
    return all.stream().map(p -> {
      Set<String> names = new TreeSet<>(known);
      names.addAll(ends.getOrDefault(p.statement().number(), Collections.emptySet()));
      return names.isEmpty() ? p : new Printed(p.statement(), labelled(p.left(), names), labelled(p.right(), names), p.spaces());
    }).toList();
  }

  /** A name that may be of an array: bold, a capital letter, or of which words or a formula say where it lies. */
  private boolean isArray(String name) {
    return name.startsWith("(") || Survey.upper(name) || fragments.stream().anyMatch(f -> mentions(f.notation(), name)) || read.stream().anyMatch(p -> !p.spaces().isEmpty() && mentions(p.left(), name));
  }

  /** In: the outcomes. Out: the same, without mends of what is not printed so, and nothing refuted of families of which the text says more than single elements. */
  List<Explained> settled(List<Explained> all) {
    return summed.isEmpty() ? all : all.stream().map(e -> summed.contains(e.outcome().statement().number()) ? e.with(settled(e.outcome())) : e).toList();
  }

  private Outcome settled(Outcome o) {
    if (o.refuted() && (o instanceof Outcome.Mended || open.contains(o.statement().number()))) {
      return new Outcome.Open(o.statement(), "shape.unknown", "it fails for elements that may be any, but the text says more of them", Optional.empty());
    }
    return o instanceof Outcome.Decided d ? new Outcome.Decided(d.statement(), d.claim(), d.verdict(), d.inferred(), d.reading(), Optional.empty(), d.meanings(), d.code(), d.because()) : o;
  }

  // --- sums over the letter of the index

  private Notation in(Notation n, Set<String> ends) {
    Notation inner = Templates.mapped(n, c -> in(c, ends));
    if (!(inner instanceof Notation.BigOperator b) || !b.name().equals("sum")) {
      return inner;
    }
    Optional<Range> range = Range.of(b);
    return range.isEmpty() ? inner : differences(b, range.get(), ends).or(() -> shifted(b, range.get())).orElse(inner);
  }

  /** i = p, .., q. */
  private record Range(String letter, Shift start, Shift end) {
    static Optional<Range> of(Notation.BigOperator b) {
      boolean plain = b.sub().isPresent() && b.sub().get() instanceof Notation.Compared c && c.signs().equals(List.of(RelationSign.EQUAL)) && c.sides().get(0) instanceof Notation.Symbol && c.sides().get(1) instanceof Notation.Numeral;
      if (!plain || b.sup().isEmpty() || !(b.sub().get() instanceof Notation.Compared c) || !(c.sides().get(0) instanceof Notation.Symbol i)) {
        return Optional.empty();
      }
      Optional<Shift> start = Shift.of(c.sides().get(1));
      Optional<Shift> end = Shift.of(b.sup().get()).filter(e -> e.minus().isEmpty() && !e.plus().equals(Optional.of(i.name())) && !e.plus().equals(Optional.of("infty")));
      return start.isPresent() && end.isPresent() ? Optional.of(new Range(i.name(), start.get(), end.get())) : Optional.empty();
    }
  }

  /** A number, with a letter added and another taken away. */
  private record Shift(Optional<String> plus, Optional<String> minus, int number) {
    static Optional<Shift> of(Notation n) {
      List<Signed> items = n instanceof Notation.Summed s ? s.items() : List.of(new Signed(Sign.PLUS, n));
      Optional<String> plus = Optional.empty();
      Optional<String> minus = Optional.empty();
      int number = 0;
      for (Signed i : items) {
        boolean adds = i.sign() == Sign.PLUS;
        if (!adds && i.sign() != Sign.MINUS) {
          return Optional.empty();
        }
        if (i.item() instanceof Notation.Numeral d && d.digits().length() < 3 && d.digits().chars().allMatch(Character::isDigit)) {
          number += (adds ? 1 : -1) * Integer.parseInt(d.digits());
        } else if (i.item() instanceof Notation.Symbol s && adds && plus.isEmpty()) {
          plus = Optional.of(s.name());
        } else if (i.item() instanceof Notation.Symbol s && !adds && minus.isEmpty()) {
          minus = Optional.of(s.name());
        } else {
          return Optional.empty();
        }
      }
      return Optional.of(new Shift(plus, minus, number));
    }

    Shift by(int more) {
      return new Shift(plus, minus, number + more);
    }

    Notation printed() {
      List<Signed> items = new ArrayList<>();
      plus.ifPresent(l -> items.add(new Signed(Sign.PLUS, new Notation.Symbol(HERE, l))));
      if (number != 0 || items.isEmpty()) {
        items.add(new Signed(number < 0 && !items.isEmpty() ? Sign.MINUS : Sign.PLUS, new Notation.Numeral(HERE, Integer.toString(items.isEmpty() ? number : Math.abs(number)))));
      }
      minus.ifPresent(l -> items.add(new Signed(Sign.MINUS, new Notation.Symbol(HERE, l))));
      return items.size() == 1 ? items.getFirst().item() : new Notation.Summed(HERE, items);
    }
  }

  /** The same terms over the letter j that all indices with i are: j = i + c, or j = n + c - i. */
  private static Optional<Notation> shifted(Notation.BigOperator b, Range range) {
    Set<Shift> indices = new LinkedHashSet<>();
    if (!indices(b.body(), range.letter(), indices) || indices.size() != 1) {
      return Optional.empty();
    }
    Shift j = indices.iterator().next();
    boolean forward = j.plus().equals(Optional.of(range.letter())) && j.minus().isEmpty() && j.number() != 0;
    boolean backward = j.minus().equals(Optional.of(range.letter())) && j.plus().isPresent() && j.plus().equals(range.end().plus());
    if (!forward && !backward) {
      return Optional.empty();
    }
    Shift from = forward ? range.start().by(j.number()) : new Shift(Optional.empty(), Optional.empty(), j.number() - range.end().number());
    Shift to = forward ? range.end().by(j.number()) : new Shift(range.end().plus(), Optional.empty(), j.number() - range.start().number());
    Shift number = forward ? new Shift(Optional.of(range.letter()), Optional.empty(), -j.number()) : new Shift(j.plus(), Optional.of(range.letter()), j.number());
    if (from.number() < 0) {
      return Optional.empty();
    }
    Notation start = new Notation.Compared(HERE, List.of(new Notation.Symbol(HERE, range.letter()), from.printed()), List.of(RelationSign.EQUAL));
    return Optional.of(new Notation.BigOperator(b.span(), "sum", Optional.of(start), Optional.of(to.printed()), over(b.body(), range.letter(), number.printed())));
  }

  /** Adds what stands in indices with a letter; false where one is of another form, or another sum has the letter or counts by it. */
  private static boolean indices(Notation n, String letter, Set<Shift> found) {
    boolean fits = !(n instanceof Notation.BigOperator b && (b.sub().filter(x -> Recursion.holds(x, letter)).isPresent() || b.sup().filter(x -> Recursion.holds(x, letter)).isPresent()));
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> Recursion.holds(x, letter)).isPresent()) {
      for (Notation item : Mentions.items(s.sub().get())) {
        Optional<Shift> index = Recursion.holds(item, letter) ? Shift.of(item) : Optional.empty();
        index.ifPresent(found::add);
        fits &= index.isPresent() || !Recursion.holds(item, letter);
      }
      fits &= indices(s.base(), letter, found) && s.sup().filter(u -> !indices(u, letter, found) || (u instanceof Notation.Bracketed && Recursion.holds(u, letter))).isEmpty();
      return fits;
    }
    return fits && Notations.children(n).stream().allMatch(c -> indices(c, letter, found));
  }

  /** The letter in the indices, and a number for it elsewhere. */
  private static Notation over(Notation n, String letter, Notation number) {
    if (Recursion.isLetter(n, letter)) {
      return Recursion.bracketed(number);
    }
    if (n instanceof Notation.Scripted s) {
      Optional<Notation> sub = s.sub().map(x -> Recursion.holds(x, letter) ? index(x, letter) : x);
      return new Notation.Scripted(s.span(), over(s.base(), letter, number), sub, s.sup().map(u -> Recursion.isLetter(u, letter) ? number : Put.in(u, letter, number)), s.primes());
    }
    return Templates.mapped(n, c -> over(c, letter, number));
  }

  private static Notation index(Notation sub, String letter) {
    return sub instanceof Notation.Listed l ? new Notation.Listed(l.span(), l.items().stream().map(i -> Recursion.holds(i, letter) ? new Notation.Symbol(HERE, letter) : i).toList()) : new Notation.Symbol(HERE, letter);
  }

  // --- sums of differences

  /** The sum from p to q of c (A_i - A_{i-1}) is c (A_q - A_{p-1}); where A depends on i through elements of families alone. */
  private static Optional<Notation> differences(Notation.BigOperator b, Range range, Set<String> ends) {
    List<Factor> factors = b.body() instanceof Notation.Juxtaposed j ? j.factors() : List.of(new Factor(Op.NONE, b.body()));
    List<Factor> open = factors.stream().filter(f -> Recursion.holds(f.item(), range.letter())).toList();
    Notation last = open.size() == 1 ? open.getFirst().item() : new Notation.Empty(HERE);
    Notation core = last instanceof Notation.Bracketed k && List.of("(", "[", "\\{").contains(k.open()) ? k.body() : last;
    boolean times = factors.stream().allMatch(f -> f.op() == Op.NONE || f.op() == Op.DOT || f.op() == Op.TIMES);
    // an end before the start less one would leave no terms, and no difference either
    boolean runs = range.start().number() <= (range.end().plus().isPresent() ? 2 : 1) + range.end().number();
    if (!runs || !times || !(core instanceof Notation.Summed s) || s.items().size() != 2 || s.items().get(0).sign() == s.items().get(1).sign() || core.equals(last)) {
      return Optional.empty();
    }
    String i = range.letter();
    boolean minus = s.items().get(0).sign() == Sign.MINUS;
    Notation first = s.items().get(minus ? 1 : 0).item();
    Notation second = s.items().get(minus ? 0 : 1).item();
    Optional<Notation> difference = Optional.empty();
    if (dependsByElements(first, i) && dependsByElements(second, i)) {
      if (same(second, at(first, i, new Shift(Optional.of(i), Optional.empty(), -1)))) {
        difference = Optional.of(difference(at(first, i, range.end()), at(first, i, range.start().by(-1))));
      } else if (same(second, at(first, i, new Shift(Optional.of(i), Optional.empty(), 1)))) {
        difference = Optional.of(difference(at(first, i, range.start()), at(first, i, range.end().by(1))));
      }
    }
    if (difference.filter(d -> !isBefore(d)).isEmpty()) {
      return Optional.empty();
    }
    elements(first, i, ends);
    Notation found = difference.get();
    List<Factor> all = new ArrayList<>();
    for (Factor f : factors) {
      all.add(Recursion.holds(f.item(), i) ? new Factor(f.op() == Op.NONE && !all.isEmpty() ? Op.DOT : f.op(), found) : f);
    }
    return Optional.of(all.size() == 1 ? all.getFirst().item() : new Notation.Juxtaposed(b.span(), all));
  }

  private static Notation difference(Notation a, Notation b) {
    return new Notation.Bracketed(HERE, "(", new Notation.Summed(HERE, List.of(new Signed(Sign.PLUS, a), new Signed(Sign.MINUS, b))), ")");
  }

  /** Whether an element stands before the number 0. */
  private static boolean isBefore(Notation n) {
    boolean here = n instanceof Notation.Scripted s && s.sub().flatMap(Shift::of).filter(x -> x.plus().isEmpty() && x.number() < 0).isPresent();
    return here || n.parts().stream().anyMatch(ShiftedSums::isBefore);
  }

  private static boolean same(Notation a, Notation b) {
    return Outline.of(plain(a)).equals(Outline.of(plain(b)));
  }

  /** Indices in one form. */
  private static Notation plain(Notation n) {
    Notation inner = Templates.mapped(n, ShiftedSums::plain);
    return inner instanceof Notation.Scripted s && s.sub().flatMap(Shift::of).isPresent() ? new Notation.Scripted(s.span(), s.base(), s.sub().flatMap(Shift::of).map(Shift::printed), s.sup(), s.primes()) : inner;
  }

  /** With a step in the place of the letter in every index. */
  private static Notation at(Notation n, String letter, Shift step) {
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> Recursion.holds(x, letter)).isPresent()) {
      int more = s.sub().flatMap(Shift::of).map(Shift::number).orElse(0);
      return new Notation.Scripted(s.span(), at(s.base(), letter, step), Optional.of(step.by(more).printed()), s.sup(), s.primes());
    }
    return Templates.mapped(n, c -> at(c, letter, step));
  }

  /** Whether the letter stands in single indices only, by itself and with a number. */
  private static boolean dependsByElements(Notation n, String letter) {
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> Recursion.holds(x, letter)).isPresent()) {
      boolean index = s.sub().flatMap(Shift::of).filter(x -> x.plus().equals(Optional.of(letter)) && x.minus().isEmpty()).isPresent();
      return index && Mentions.baseName(s.base()).filter(x -> !Functions.library(x)).isPresent() && s.primes() == 0 && s.sup().filter(u -> Recursion.holds(u, letter)).isEmpty();
    }
    return !Recursion.isLetter(n, letter) && !(n instanceof Notation.BigOperator) && n.parts().stream().allMatch(c -> dependsByElements(c, letter));
  }

  private static void elements(Notation n, String letter, Set<String> names) {
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> Recursion.holds(x, letter)).isPresent()) {
      names.add(Outline.of(s.base()));
    }
    n.parts().forEach(c -> elements(c, letter, names));
  }

  // --- elements by themselves

  /** Whether a name occurs with a number or an end below it only, outside of sums. */
  private static boolean isApart(Notation n, String name) {
    if (n instanceof Notation.Scripted s && Outline.of(s.base()).equals(name)) {
      return s.sub().flatMap(Shift::of).filter(x -> x.minus().isEmpty()).isPresent();
    }
    boolean sum = n instanceof Notation.BigOperator b && mentions(b.body(), name);
    return !sum && !Outline.of(n).equals(name) && n.parts().stream().allMatch(c -> isApart(c, name));
  }

  private static boolean mentions(Notation n, String name) {
    return Outline.of(n).equals(name) || n.parts().stream().anyMatch(c -> mentions(c, name));
  }

  /** Whether it says more of a family than what single elements by number are. */
  private static boolean saysMore(Notation n, String name) {
    if (n instanceof Notation.Scripted s && Outline.of(s.base()).equals(name)) {
      return s.sub().filter(x -> x instanceof Notation.Numeral).isEmpty();
    }
    return Outline.of(n).equals(name) || n.parts().stream().anyMatch(c -> saysMore(c, name));
  }

  private static Notation labelled(Notation n, Set<String> names) {
    if (n instanceof Notation.Scripted s && names.contains(Outline.of(s.base())) && s.sub().flatMap(Shift::of).isPresent()) {
      Notation step = s.sub().flatMap(Shift::of).orElseThrow().printed();
      return new Notation.Scripted(s.span(), s.base(), Optional.of(new Notation.Styled(HERE, "mathrm", step)), s.sup(), s.primes());
    }
    return Templates.mapped(n, c -> labelled(c, names));
  }
}
