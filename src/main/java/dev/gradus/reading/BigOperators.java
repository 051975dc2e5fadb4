package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.term.Condition;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Sums and products over a range, with or without limits; a range is one start and one end (SOUNDNESS 9). */
final class BigOperators {
  /** A bound letter with its range, the elements left out, and how many elements stand before the range's first. */
  private static final class Binder {
    final String letter;
    Range range;
    final List<Notation.Compared> guards = new ArrayList<>();
    boolean lastOmitted;
    int omittedFirst;
    boolean zeroAdded;
    /** letters for elements that the sum leaves out */
    List<String> leftOut = List.of();

    Binder(String letter, Range range) {
      this.letter = letter;
      this.range = range;
    }
  }

  private final Elaborator elaborator;
  private final Session session;

  BigOperators(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  Value read(Notation.BigOperator b) {
    return switch (b.name()) {
      case "sum", "prod" -> over(b);
      case "max", "min" -> extremum(b);
      case "list", "array", "row", "column", "diagonal" -> array(b);
      case "lim" -> new LimitForms(elaborator).read(b);
      default -> throw Misfit.notBuilt("\\" + b.name());
    };
  }

  private Value extremum(Notation.BigOperator b) {
    if (b.sub().isPresent()) {
      return greatest(b);
    }
    Optional<Notation.Bracketed> bracket = Notations.bracket(b.body());
    if (bracket.isEmpty()) {
      throw Misfit.notBuilt("a maximum without brackets");
    }
    return elaborator.functions.apply(
        Mention.of(b.name(), false), Products.arguments(bracket.get()).stream().map(elaborator::read).toList(), 0);
  }

  /** The greatest or least entry; only where the letter is an index of what stands behind it. */
  private Value greatest(Notation.BigOperator b) {
    List<Binder> binders = binders(b);
    if (binders.size() != 1 || !binders.get(0).guards.isEmpty() || binders.get(0).lastOmitted || binders.get(0).omittedFirst > 0 || binders.get(0).zeroAdded) {
      throw Misfit.notBuilt("a maximum over a part of a range");
    }
    boolean min = b.name().equals("min");
    Binder binder = binders.get(0);
    Index.Bound index = session.binder(binder.range);
    Map<String, Index> bound = new LinkedHashMap<>();
    bound.put(binder.letter, index);
    return session.within(
        bound,
        () -> {
          Value body = elaborator.read(b.body());
          Index.Bound now = (Index.Bound) session.ranges.now(index);
          Term t = session.ranges.now(body.body());
          if (!body.isNumber() || Terms.families(t).isEmpty() || !Terms.mentions(t, now)) {
            throw Misfit.notBuilt("a maximum of this");
          }
          Term greatest = new Greatest(now, min ? Terms.negate(t) : t).term(session.binder(now.range()).number());
          return Value.number(min ? Terms.negate(greatest) : greatest);
        });
  }

  /** Letters in the summand that is being read. */
  private final Set<String> body = new java.util.TreeSet<>();

  private Notation summand = new Notation.Empty(new dev.gradus.document.Span(0, 0));

  private boolean occursInBody(Notation letter) {
    return session.mentions().of(letter).filter(m -> body.contains(m.key())).isPresent();
  }

  private Value over(Notation.BigOperator b) {
    body.clear();
    Definitions.collect(b.body(), session.mentions(), body);
    summand = b.body();
    if (b.body() instanceof Notation.Empty) {
      throw new Misfit(new ReadingReason.Syntax("a summand"));
    }
    Optional<Term> numbered = new NumberedSums(elaborator).read(b);
    if (numbered.isPresent()) {
      boolean product = b.name().equals("prod");
      if (product) {
        session.used.add("product");
      }
      return session.now(Value.number(product ? Terms.exp(numbered.get()) : numbered.get()));
    }
    List<Binder> binders = binders(b);
    Map<String, Index> bound = new LinkedHashMap<>();
    List<Index.Bound> made = new ArrayList<>();
    for (Binder binder : binders) {
      if (session.mentions().layers().counts(binder.letter)) {
        throw Misfit.notBuilt("a sum over layers");
      }
      Index.Bound index = session.binder(binder.range);
      made.add(index);
      if (!ofData(binder.letter)) {
        bound.put(binder.letter, index);
      }
    }
    return session.within(bound, () -> closed(b, binders, made));
  }

  /** \\sum_x a x with a = \\sigma(wx + b): x is a datum, and counts nothing (see {@link DataSums}); a function of the letter is taken at each element. */
  private boolean ofData(String letter) {
    return session.names.quantity(letter).isPresent() && !PrintedHead.usualElement(letter) && body.stream().anyMatch(n -> !n.equals(letter) && session.names.told().leads(n, letter) && !isOf(n, letter));
  }

  private boolean isOf(String function, String letter) {
    return session.names.definition(function, session.part).filter(d -> d.parameters().contains(letter)).isPresent();
  }

  /** An array with a general entry, as {@link Dotted} found it. */
  private Value array(Notation.BigOperator b) {
    body.clear();
    Definitions.collect(b.body(), session.mentions(), body);
    summand = b.body();
    Binder binder = binders(b).get(0);
    if (binder.lastOmitted || binder.omittedFirst > 0 || binder.zeroAdded || !binder.guards.isEmpty()) {
      throw Misfit.notBuilt("a list of entries with these labels");
    }
    Index.Free slot = session.slot(binder.range);
    Value entry = session.within(java.util.Collections.singletonMap(binder.letter, slot), () -> elaborator.read(b.body()));
    Index.Free now = (Index.Free) session.ranges.now(slot);
    if (b.name().equals("diagonal")) {
      return elaborator.arrays.diagonal(elaborator.written.stacked(now, Value.number(session.ranges.now(Elaborator.number(entry))), Value.Lay.ANY));
    }
    Value.Lay lay =
        switch (b.name()) {
          case "row" -> Value.Lay.ROW;
          case "column" -> Value.Lay.COLUMN;
          case "array" -> entry.isNumber() ? Value.Lay.ANY : Value.Lay.ROW;
          default -> Value.Lay.ANY;
        };
    return elaborator.written.stacked(now, session.now(entry), lay);
  }

  private Value closed(Notation.BigOperator b, List<Binder> binders, List<Index.Bound> made) {
    Value body = elaborator.read(b.body());
    if (session.survey.marks().labels()) {
      binders.forEach(x -> refuseClassOf(x.letter, body.body()));
    }
    boolean product = b.name().equals("prod");
    if (product) {
      // read as e^(sum of logarithms): for positive factors only
      session.used.add("product");
    }
    if (product && !body.isNumber()) {
      throw Misfit.notBuilt("a product of arrays");
    }
    Term term = product ? Terms.log(body.body()) : body.body();
    for (int k = binders.size() - 1; k >= 0; k--) {
      term = bind(binders.get(k), made.get(k), term);
    }
    return session.now(body.with(product ? Terms.exp(term) : term));
  }

  /** A sum over the samples of what a definition says of the class y_i of one of them is none of their classes. */
  private void refuseClassOf(String letter, Term summand) {
    Term all = session.unfold(session.ranges.now(summand), java.util.Collections.emptySet());
    if (Terms.openIndices(all).stream().anyMatch(i -> i instanceof Index.Free f && f.name().endsWith("_{" + letter + "}"))) {
      throw Misfit.notBuilt("the class of another sample");
    }
  }

  /** Ranges of sums without an end; the letters that run over one, by whether what is summed depends on them. */
  private final Set<Range> endless = new LinkedHashSet<>();

  private final Map<String, Range> running = new TreeMap<>();
  private final Map<String, Range> idle = new TreeMap<>();

  /** \sum_i c beside \sum_i (x_i + c): one letter without limits runs over one range in a claim (SOUNDNESS 9). */
  private void together(String letter, Range range, boolean depends) {
    Range now = session.ranges.now(range);
    Range other = running.getOrDefault(letter, idle.getOrDefault(letter, now));
    if (!depends || idle.containsKey(letter)) {
      session.ranges.unify(now, session.ranges.now(other));
    }
    (depends ? running : idle).put(letter, now);
  }

  private Term bind(Binder binder, Index.Bound index, Term body) {
    if (endless.contains(binder.range)) {
      together(binder.letter, index.range(), Terms.mentions(session.ranges.now(body), session.ranges.now(index)));
    }
    Index.Bound now = (Index.Bound) session.ranges.now(index);
    Term inside = session.ranges.now(body);
    List<Condition> conditions = new ArrayList<>();
    for (Notation.Compared g : binder.guards) {
      conditions.addAll(elaborator.comparisons(g));
    }
    if (binder.lastOmitted) {
      conditions.add(new Condition.Distinct(now, Index.Literal.last(now.range())));
    }
    for (String letter : binder.leftOut) {
      conditions.add(new Condition.Distinct(now, session.element(Outsiders.name(letter), now.range())));
    }
    for (int first = 1; first <= binder.omittedFirst; first++) {
      conditions.add(new Condition.Distinct(now, new Index.Literal(first, now.range())));
    }
    Term zero = Rational.ZERO;
    if (binder.zeroAdded) {
      if (Terms.mentions(inside, now)) {
        throw Misfit.notBuilt("a sum from 0 to n of a family that counts from 1");
      }
      zero = inside;
    }
    for (Condition c : conditions) {
      inside = new Term.Guard(session.ranges.now(c), inside);
    }
    Index.Bound last = (Index.Bound) session.ranges.now(index);
    return Terms.sum(new Term.Over(last, session.ranges.now(inside)), zero);
  }

  private List<Binder> binders(Notation.BigOperator b) {
    List<Binder> all = new ArrayList<>();
    if (b.sub().isEmpty()) {
      throw Misfit.notBuilt("a sum without its letter");
    }
    Notation sub = b.sub().get();
    for (Notation part : rows(sub)) {
      declare(part, b.sup(), all);
    }
    if (all.isEmpty()) {
      throw Misfit.notBuilt("these limits of a sum");
    }
    return all;
  }

  private static List<Notation> rows(Notation sub) {
    if (sub instanceof Notation.Table t) {
      return t.rows().stream().flatMap(List::stream).toList();
    }
    if (sub instanceof Notation.Listed l && l.items().stream().allMatch(i -> !(i instanceof Notation.Numeral))) {
      return l.items();
    }
    return List.of(sub);
  }

  private void declare(Notation part, Optional<Notation> sup, List<Binder> all) {
    switch (part) {
      case Notation.Symbol s -> all.add(new Binder(letter(s), ended(sup)));
      // \sum_{k'}
      case Notation.Scripted s -> all.add(new Binder(letter(s), ended(sup)));
      case Notation.Juxtaposed j -> j.factors().forEach(f -> declare(f.item(), sup, all));
      case Notation.Infix i -> {
        if (!i.op().equals("in")) {
          throw Misfit.notBuilt("these limits of a sum");
        }
        all.add(new Binder(letter(i.left()), set(i.right())));
      }
      case Notation.Compared c -> compared(c, sup, all);
      default -> throw Misfit.notBuilt("these limits of a sum");
    }
  }

  private Range set(Notation n) {
    if (n instanceof Notation.Bracketed b && b.open().equals("\\{") && b.body() instanceof Notation.Listed l && l.items().stream().allMatch(i -> i instanceof Notation.Numeral)) {
      Range range = session.ranges.ofFixed(l.items().size());
      if (Conditions.isNumeral(l.items().get(0), "0")) {
        session.ranges.countFrom(range, 0);
      }
      for (int k = 0; k < l.items().size(); k++) {
        if (!Conditions.isNumeral(l.items().get(k), Integer.toString(k + session.ranges.originOf(range)))) {
          throw Misfit.notBuilt("a sum over this set");
        }
      }
      return range;
    }
    String name = session.mentions().of(n).map(Mention::key).orElse(dev.gradus.notation.Outline.of(n));
    Range range = session.ranges.now(session.ranges.ofSize(ListedSets.nameOf(name)));
    if (range.fixed().isEmpty()) {
      session.used.add("sum over a set");
    }
    return range;
  }

  private static String letter(Notation n) {
    if (n instanceof Notation.Symbol s) {
      return Mentions.latexName(s.name());
    }
    return Mentions.primedLetter(n).orElseThrow(() -> Misfit.notBuilt("these limits of a sum"));
  }

  private Range ended(Optional<Notation> sup) {
    if (sup.isEmpty()) {
      session.used.add("sum without an end");
      Range range = session.ranges.fresh();
      endless.add(range);
      return range;
    }
    return end(sup.get(), Optional.empty());
  }

  /** The range that ends at a printed limit: n, n-1 (the last left out), a number. */
  private Range end(Notation sup, Optional<Binder> binder) {
    if (sup instanceof Notation.Numeral d && d.digits().length() < 6) {
      return session.ranges.ofFixed(Integer.parseInt(d.digits()));
    }
    if (sup instanceof Notation.Summed s
        && s.items().size() == 2
        && s.items().get(1).sign() == Notation.Sign.MINUS
        && Conditions.isNumeral(s.items().get(1).item(), "1")
        && binder.isPresent()) {
      binder.get().lastOmitted = true;
      return end(s.items().get(0).item(), Optional.empty());
    }
    Optional<Mention> m = session.mentions().of(sup).filter(Mention::bare);
    if (m.filter(x -> x.key().equals("\\infty")).isPresent()) {
      throw Misfit.notBuilt("an infinite sum");
    }
    if (m.isPresent() && (session.elements.containsKey(m.get().key()) || List.of("i", "j", "l").contains(m.get().key()))) {
      throw Misfit.notBuilt("a sum up to an index");
    }
    if (m.isPresent()) {
      return new SizeArguments(session).ofSize(m.get().key());
    }
    if (sup instanceof Notation.Bracketed b && b.open().equals("|")) {
      return session.ranges.ofSize("|" + dev.gradus.notation.Outline.of(b.body()) + "|");
    }
    throw Misfit.notBuilt("this upper limit of a sum");
  }

  private void compared(Notation.Compared c, Optional<Notation> sup, List<Binder> all) {
    Notation first = c.sides().get(0);
    if (c.signs().size() == 1 && c.signs().get(0) == RelationSign.EQUAL && c.sides().get(1) instanceof Notation.Numeral d) {
      List<Notation> letters = first instanceof Notation.Listed l ? l.items() : List.of(first);
      for (Notation letter : letters) {
        all.add(fromTo(letter(letter), d, sup));
      }
      return;
    }
    if (c.signs().size() == 1
        && (c.signs().get(0) == RelationSign.NOT_EQUAL || c.signs().get(0) == RelationSign.LESS || c.signs().get(0) == RelationSign.GREATER)) {
      String letter = letter(first);
      Optional<Binder> known = all.stream().filter(b -> b.letter.equals(letter)).findFirst();
      if (known.isPresent()) {
        known.get().guards.add(c);
        return;
      }
      Binder binder = new Binder(letter, ended(sup));
      if (c.signs().get(0) == RelationSign.NOT_EQUAL && !occursInBody(c.sides().get(1)) && session.mentions().of(c.sides().get(1)).filter(m -> session.elements.containsKey(m.key())).isEmpty()
          && !(c.sides().get(1) instanceof Notation.Numeral)) {
        throw Misfit.notBuilt("a sum over unequal indices of which one has no other place");
      }
      all.add(binder);
      boolean second = c.signs().get(0) != RelationSign.NOT_EQUAL || (sup.isEmpty() && c.sides().get(1) instanceof Notation.Symbol s && session.onlyUnequal.contains(letter(s)));
      if (second && !session.elements.containsKey(letter(c.sides().get(1)))) {
        // what holds of both letters stands inside both sums
        all.add(new Binder(letter(c.sides().get(1)), binder.range));
      }
      all.getLast().guards.add(c);
      return;
    }
    throw Misfit.notBuilt("these limits of a sum");
  }

  private Binder fromTo(String letter, Notation.Numeral start, Optional<Notation> sup) {
    if (sup.isEmpty() || start.digits().length() > 5) {
      throw Misfit.notBuilt("a sum without its upper limit");
    }
    int from = Integer.parseInt(start.digits());
    Binder binder = new Binder(letter, session.ranges.fresh());
    if (from == 0) {
      zeroBased(binder, sup.get());
      return binder;
    }
    Optional<Range> beyond = new FromZero(session).among(sup.get(), letter, summand);
    if (beyond.isPresent()) {
      binder.range = beyond.get();
      binder.omittedFirst = from;
      return binder;
    }
    binder.range = end(sup.get(), Optional.of(binder));
    session.ranges.countFrom(binder.range, 1);
    binder.omittedFirst = from - 1;
    binder.leftOut = session.mentions().of(sup.get()).filter(Mention::bare).map(m -> session.names.told().outsiders().leftOut(letter, m.key(), body, session.part)).orElse(List.of());
    if (from > 8) {
      throw Misfit.notBuilt("a sum that starts at " + from);
    }
    return binder;
  }

  /** 0..N-1 is a range of N elements counted from 0; 0..n is 1..n and one element more. */
  private void zeroBased(Binder binder, Notation sup) {
    if (sup instanceof Notation.Numeral d && d.digits().length() < 6) {
      binder.range = session.ranges.ofFixed(Integer.parseInt(d.digits()) + 1);
      session.ranges.countFrom(binder.range, 0);
      return;
    }
    if (sup instanceof Notation.Summed) {
      Range range = end(sup, Optional.of(binder));
      if (!binder.lastOmitted) {
        throw Misfit.notBuilt("this upper limit of a sum");
      }
      binder.lastOmitted = false;
      session.ranges.countFrom(range, 0);
      binder.range = session.ranges.now(range);
      return;
    }
    Optional<Range> own = new FromZero(session).all(sup, binder.letter, summand);
    if (own.isPresent()) {
      binder.range = own.get();
      return;
    }
    binder.range = end(sup, Optional.empty());
    session.ranges.countFrom(binder.range, 1);
    binder.zeroAdded = true;
  }
}
