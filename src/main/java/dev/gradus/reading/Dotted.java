package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Dots put into words: {@code x_1 + \cdots + x_n} becomes a sum over an index, {@code [x_1, \dots, x_n]} an array with a general entry ({@link #ARRAYS}). Dots
 * stand for the one pattern that the printed terms fit (READING 19); where there is none they stay, and nothing that holds them is read.
 */
final class Dotted {
  /** Names of operators that make an array of what is behind them, an entry for each element of their range; list: in round brackets, array: in square ones. */
  static final List<String> ARRAYS = List.of("list", "array", "row", "column", "diagonal");

  static final List<String> MATRICES = List.of("matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array");

  private static final List<String> LETTERS = List.of("i", "j", "k", "l");
  private static final List<String> LISTING = List.of("softmax", "Softmax", "LSE", "lse", "logsumexp", "diag");

  private Dotted() {}

  /** In: a notation as printed. Out: the same with each pattern that dots abbreviate written as one operator over an index. */
  static Notation resolved(Notation n) {
    if (!holdsDots(n)) {
      return n;
    }
    return resolved(n, false);
  }

  private static boolean holdsDots(Notation n) {
    return n instanceof Notation.Dots || Notations.children(n).stream().anyMatch(Dotted::holdsDots);
  }

  private static Notation resolved(Notation n, boolean argument) {
    List<Notation> parts = new ArrayList<>();
    List<Notation> children = Notations.children(n);
    for (int k = 0; k < children.size(); k++) {
      parts.add(resolved(children.get(k), n instanceof Notation.Juxtaposed j && isArgument(j.factors(), k)));
    }
    Notation inner = parts.isEmpty() ? n : Templates.with(n, parts).orElse(n);
    return switch (inner) {
      case Notation.Summed s -> sum(s);
      case Notation.Juxtaposed j -> product(besideColumns(j));
      case Notation.Bracketed b -> argument ? b : bracketed(b);
      case Notation.Table t -> DottedTable.resolved(t);
      default -> inner;
    };
  }

  /** [x_1, .., x_n] beside a column that is printed as one is a row: so people write an outer or an inner product. */
  private static Notation.Juxtaposed besideColumns(Notation.Juxtaposed j) {
    List<Factor> factors = new ArrayList<>();
    for (int k = 0; k < j.factors().size(); k++) {
      Factor f = j.factors().get(k);
      boolean behind = k > 0 && f.op() == Op.NONE && column(j.factors().get(k - 1));
      boolean before = k + 1 < j.factors().size() && j.factors().get(k + 1).op() == Op.NONE && column(j.factors().get(k + 1));
      boolean row = (behind || before) && f.item() instanceof Notation.Bracketed b && b.body() instanceof Notation.BigOperator a && a.name().equals("array");
      factors.add(row && f.item() instanceof Notation.Bracketed b && b.body() instanceof Notation.BigOperator a ? new Factor(f.op(), new Notation.Bracketed(b.span(), b.open(), new Notation.BigOperator(a.span(), "row", a.sub(), a.sup(), a.body()), b.close())) : f);
    }
    return new Notation.Juxtaposed(j.span(), factors);
  }

  private static boolean column(Factor f) {
    return f.item() instanceof Notation.BigOperator c && c.name().equals("column");
  }

  /** What a function of several numbers is applied to is no vector. */
  private static boolean isArgument(List<Factor> factors, int k) {
    Notation here = factors.get(k).item();
    if (k == 0 || factors.get(k).op() != Op.NONE || !(here instanceof Notation.Bracketed b) || !b.open().equals("(")) {
      return false;
    }
    Optional<String> name = Mentions.baseName(factors.get(k - 1).item());
    return name.isEmpty() ? factors.get(k - 1).item() instanceof Notation.Scripted : !LISTING.contains(name.get());
  }

  /**
   * A pattern found.
   *
   * @param start the first label, 0 or 1
   * @param end the last label; none where dots end the list
   */
  record Pattern(Notation template, Notation letter, int start, Optional<Notation> end) {
    /** The pattern under an operator. */
    Notation under(String name, Span span) {
      return operator(name, span, letter, start, end, template);
    }
  }

  static Notation operator(String name, Span span, Notation letter, int start, Optional<Notation> end, Notation body) {
    Notation from = end.isEmpty() ? letter : new Notation.Compared(span, List.of(letter, numeral(span, start)), List.of(RelationSign.EQUAL));
    return new Notation.BigOperator(span, name, Optional.of(from), end, body);
  }

  /** Whether a notation is the letter that an operator counts with. */
  static boolean is(Notation letter, Notation from) {
    return Templates.same(letter, from instanceof Notation.Compared c ? c.sides().get(0) : from);
  }

  static Notation numeral(Span span, int value) {
    return new Notation.Numeral(span, Integer.toString(value));
  }

  // --- one dimension

  /** In: items of which some are dots. Out: the pattern that all others fit. */
  static Optional<Pattern> pattern(List<Notation> items) {
    List<List<Notation>> groups = groups(items);
    List<Notation> head = groups.get(0);
    List<Notation> tail = groups.get(groups.size() - 1);
    Optional<Notation> letter = letter(items, List.of());
    if (groups.size() < 2 || head.isEmpty() || letter.isEmpty()) {
      return Optional.empty();
    }
    List<List<Notation>> middle = groups.subList(1, groups.size() - 1);
    if (middle.stream().anyMatch(m -> m.size() != 1) || (tail.isEmpty() && middle.isEmpty())) {
      return Optional.empty();
    }
    Notation last = tail.isEmpty() ? middle.getLast().get(0) : tail.getLast();
    Optional<Difference> ends = difference(head.get(0), last);
    if (ends.isEmpty() || !isEnd(ends.get().other())) {
      return Optional.empty();
    }
    int start = ends.get().start();
    List<Notation> labels = new ArrayList<>();
    for (int k = 0; k < head.size(); k++) {
      labels.add(numeral(last.span(), start + k));
    }
    for (List<Notation> m : middle) {
      Optional<Difference> d = difference(head.get(0), m.get(0));
      if (d.isEmpty() || !(d.get().other() instanceof Notation.Symbol)) {
        return Optional.empty();
      }
      labels.add(d.get().other());
    }
    if (tail.size() > 2) {
      return Optional.empty();
    }
    if (tail.size() == 2) {
      labels.add(before(ends.get().other()));
    }
    if (!tail.isEmpty()) {
      labels.add(ends.get().other());
    }
    List<Notation> instances = groups.stream().flatMap(List::stream).toList();
    Optional<Notation> template = Templates.of(instances, List.of(new Templates.Hole(letter.get(), labels)));
    boolean general = tail.isEmpty() && !(ends.get().other() instanceof Notation.Symbol);
    // 0, .., 1 may go by other steps
    boolean bare = template.filter(t -> Templates.same(t, letter.get())).isPresent() && head.size() < 2;
    if (template.isEmpty() || general || bare || !hasRoom(ends.get(), head.size() + tail.size())) {
      return Optional.empty();
    }
    return Optional.of(new Pattern(template.get(), letter.get(), start, tail.isEmpty() ? Optional.empty() : Optional.of(ends.get().other())));
  }

  private static List<List<Notation>> groups(List<Notation> items) {
    List<List<Notation>> groups = new ArrayList<>();
    groups.add(new ArrayList<>());
    for (Notation item : items) {
      if (item instanceof Notation.Dots) {
        groups.add(new ArrayList<>());
      } else {
        groups.getLast().add(item);
      }
    }
    return groups;
  }

  /** Where the first instance has 0 or 1 and another has its own label. */
  private record Difference(int start, Notation other) {}

  private static Optional<Difference> difference(Notation first, Notation other) {
    if (Templates.same(first, other)) {
      return Optional.empty();
    }
    if (first instanceof Notation.Numeral n && (n.digits().equals("0") || n.digits().equals("1"))) {
      return Optional.of(new Difference(Integer.parseInt(n.digits()), other));
    }
    List<Notation> a = Notations.children(first);
    List<Notation> b = Notations.children(other);
    for (int k = 0; k < a.size() && a.size() == b.size(); k++) {
      if (!Templates.same(a.get(k), b.get(k))) {
        return difference(a.get(k), b.get(k));
      }
    }
    return Optional.empty();
  }

  /** A letter, a number, n - 1. */
  private static boolean isEnd(Notation n) {
    return n instanceof Notation.Symbol
        || (n instanceof Notation.Numeral d && d.digits().length() < 6)
        || (n instanceof Notation.Summed s && Templates.same(s, before(s.items().get(0).item())));
  }

  /** Dots stand for something: a numbered end lies behind all that is printed. */
  private static boolean hasRoom(Difference ends, int printed) {
    return !(ends.other() instanceof Notation.Numeral d) || (d.digits().chars().allMatch(Character::isDigit) && Integer.parseInt(d.digits()) - ends.start() + 1 > printed);
  }

  private static Notation before(Notation end) {
    if (end instanceof Notation.Numeral d && d.digits().length() < 6 && d.digits().chars().allMatch(Character::isDigit)) {
      return numeral(end.span(), Math.max(0, Integer.parseInt(d.digits()) - 1));
    }
    return new Notation.Summed(end.span(), List.of(new Signed(Sign.PLUS, end), new Signed(Sign.MINUS, numeral(end.span(), 1))));
  }

  /** An index letter that stands nowhere in the items and is not taken. */
  static Optional<Notation> letter(List<Notation> items, List<Notation> taken) {
    Set<String> used = new TreeSet<>();
    items.forEach(i -> symbols(i, used));
    taken.forEach(i -> symbols(i, used));
    return LETTERS.stream().filter(l -> !used.contains(l)).findFirst().map(l -> new Notation.Symbol(items.get(0).span(), l));
  }

  static void symbols(Notation n, Set<String> found) {
    if (n instanceof Notation.Symbol s) {
      found.add(s.name());
    }
    Notations.children(n).forEach(c -> symbols(c, found));
  }

  // --- where dots stand

  private static Notation sum(Notation.Summed s) {
    List<Notation> items = s.items().stream().map(Signed::item).toList();
    int first = firstDots(items);
    int last = lastDots(items);
    if (first < 1 || last == items.size() - 1) {
      return s;
    }
    Sign sign = s.items().get(first).sign();
    for (int tail = Math.min(2, items.size() - 1 - last); tail > 0; tail--) {
      for (int head = first; head > 0; head--) {
        int from = first - head;
        int to = last + tail + 1;
        boolean even = s.items().subList(from, to).stream().allMatch(i -> i.sign() == sign);
        Optional<Pattern> found = even ? pattern(items.subList(from, to)) : Optional.empty();
        if (found.isPresent()) {
          List<Signed> all = new ArrayList<>(s.items().subList(0, from));
          all.add(new Signed(sign, found.get().under("sum", s.span())));
          all.addAll(s.items().subList(to, items.size()));
          return all.size() == 1 && sign == Sign.PLUS ? all.get(0).item() : new Notation.Summed(s.span(), all);
        }
      }
    }
    return s;
  }

  private static int firstDots(List<Notation> items) {
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof Notation.Dots) {
        return k;
      }
    }
    return -1;
  }

  private static int lastDots(List<Notation> items) {
    int last = -1;
    for (int k = 0; k < items.size(); k++) {
      last = items.get(k) instanceof Notation.Dots ? k : last;
    }
    return last;
  }

  /** {@code a_1 b_1 a_2 b_2 \cdots a_n b_n}: as many factors make an instance as stand behind the dots. */
  private static Notation product(Notation.Juxtaposed j) {
    List<Factor> factors = j.factors();
    List<Notation> items = factors.stream().map(Factor::item).toList();
    int dots = firstDots(items);
    int width = items.size() - 1 - dots;
    boolean joined = factors.stream().allMatch(f -> f.op() == Op.NONE || f.op() == Op.DOT || f.op() == Op.TIMES);
    if (dots < 1 || width < 1 || lastDots(items) != dots || dots < width || !joined) {
      return j;
    }
    for (int head = dots / width; head > 0; head--) {
      List<Notation> instances = new ArrayList<>();
      for (int k = head; k > 0; k--) {
        instances.add(group(factors, dots - k * width, dots - (k - 1) * width));
      }
      instances.add(items.get(dots));
      instances.add(group(factors, dots + 1, items.size()));
      Optional<Pattern> found = pattern(instances);
      if (found.isPresent()) {
        Notation all = found.get().under("prod", j.span());
        int before = dots - head * width;
        if (before == 0) {
          return all;
        }
        List<Factor> kept = new ArrayList<>(factors.subList(0, before));
        kept.add(new Factor(factors.get(before).op(), all));
        return new Notation.Juxtaposed(j.span(), kept);
      }
    }
    return j;
  }

  private static Notation group(List<Factor> factors, int from, int to) {
    if (to - from == 1) {
      return factors.get(from).item();
    }
    List<Factor> kept = new ArrayList<>();
    kept.add(new Factor(Op.NONE, factors.get(from).item()));
    kept.addAll(factors.subList(from + 1, to));
    return new Notation.Juxtaposed(factors.get(from).item().span(), kept);
  }

  /** A list in brackets; in square brackets also a row without commas that dots end. */
  private static Notation bracketed(Notation.Bracketed b) {
    boolean square = b.open().equals("[") && b.close().equals("]");
    boolean round = b.open().equals("(") && b.close().equals(")");
    if (b.body() instanceof Notation.Listed l && (square || round) && firstDots(l.items()) >= 0) {
      Optional<Pattern> found = pattern(l.items());
      return found.isPresent() ? new Notation.Bracketed(b.span(), b.open(), found.get().under(square ? "array" : "list", b.span()), b.close()) : b;
    }
    if (b.body() instanceof Notation.Juxtaposed j && square && j.factors().getLast().item() instanceof Notation.Dots) {
      Optional<Pattern> found = unseparated(j.factors());
      return found.isPresent() ? new Notation.Bracketed(b.span(), b.open(), found.get().under("row", b.span()), b.close()) : b;
    }
    return b;
  }

  /** {@code h_1 ... h_j ...}: between dots stands one entry. */
  private static Optional<Pattern> unseparated(List<Factor> factors) {
    List<Notation> entries = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < factors.size(); k++) {
      if (factors.get(k).item() instanceof Notation.Dots) {
        if (k == from) {
          return Optional.empty();
        }
        entries.add(group(factors, from, k));
        entries.add(factors.get(k).item());
        from = k + 1;
      }
    }
    return pattern(entries);
  }
}
