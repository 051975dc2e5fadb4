package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes definitions in: the head becomes a quantity or a function, with the entries of its right side (READING 14). */
final class Definitions {
  /** Customarily positive (SOUNDNESS 8): of these a square gives the name itself. */
  private static final List<String> POSITIVE = List.of("\\sigma", "\\tau", "\\lambda", "\\eta");

  /** Readings of one definition that are tried for one with the shape that the uses of its head show. */
  private static final int MOST_READINGS = 16;

  private final Survey survey;
  private final Budget budget;
  private final Optional<Listings.Listing> listing;

  Definitions(Survey survey, Budget budget) {
    this(survey, budget, Optional.empty());
  }

  /**
   * Takes in definitions of one statement.
   *
   * @param listing the elements that it lists of its left side
   */
  Definitions(Survey survey, Budget budget, Optional<Listings.Listing> listing) {
    this.survey = survey;
    this.budget = budget;
    this.listing = listing;
  }

  /** What came of taking a definition in. */
  sealed interface Result {
    /** The value is known. */
    record Known(Names names, Ranges ranges, Term body) implements Result {}

    /** It introduces the name, but its value was not read. */
    record NotRead(ReadingReason reason) implements Result {}
  }

  Result take(Head head, Notation body, Part part, int statement, Definition.Standing standing, Names before, Ranges rangesBefore, Session.Layout layout) {
    if (!head.parameters().isEmpty()) {
      Names names = before.copy();
      // L(e): the letter is what the function takes, no constant (READING 14)
      List.of("e", "\\pi").stream().filter(head.parameters()::contains).forEach(k -> names.letter(k, part));
      Notation value = head.logged() ? Notations.exponential(body) : body;
      names.define(new Definition(head.mention().key(), head.parameters(), head.letters(), value, Optional.empty(), part, statement, standing, false));
      return function(head, value, part, names, rangesBefore, layout);
    }
    Result together = quantity(head, body, part, statement, standing, before, rangesBefore, layout, false);
    return together instanceof Result.NotRead ? quantity(head, body, part, statement, standing, before, rangesBefore, layout, true) : together;
  }

  private Result quantity(Head head, Notation body, Part part, int statement, Definition.Standing standing, Names before, Ranges rangesBefore, Session.Layout layout, boolean parted) {
    Trace uses = survey.trace(head.mention().key(), part);
    int shown = Math.max(head.letters().size(), Shapes.rank(uses, head.mention()));
    int least = Math.max(head.letters().size(), Shapes.least(uses, head.mention()));
    Optional<List<Integer>> script = Optional.of(List.of());
    ReadingReason first = null;
    Result.Known found = null;
    for (int tried = 0; script.isPresent() && tried < MOST_READINGS; tried++) {
      Choices choices = new Choices(script.get());
      Session session = new Session(survey, before.copy(), rangesBefore.copy(), part, choices, Session.Options.of(layout), budget);
      session.parted = parted;
      session.defining = true;
      try {
        Result.Known known = quantity(head, body, part, statement, standing, session);
        int axes = known.names().quantity(head.mention().key()).orElseThrow().axes().size();
        if (axes == shown || choices.count(Choices.SHAPE) == 0) {
          return found == null || axes == shown ? known : found;
        }
        found = found == null || (axes == least && found.names().quantity(head.mention().key()).orElseThrow().axes().size() != least) ? known : found;
      } catch (Misfit misfit) {
        first = first == null ? misfit.reason() : first;
      }
      script = choices.next();
    }
    if (found != null) {
      return found;
    }
    return new Result.NotRead(first == null ? new ReadingReason.NotBuilt("this definition") : first);
  }

  /** Reads a function's body once with its parameters as quantities, for shapes and triggers; the definition stands even if that fails. */
  private Result function(Head head, Notation body, Part part, Names names, Ranges ranges, Session.Layout layout) {
    Session session = new Session(survey, names.copy(), ranges.copy(), part, new Choices(List.of()), Session.Options.of(layout), budget);
    try {
      Elaborator elaborator = new Elaborator(session);
      for (int k = 0; k < head.letters().size(); k++) {
        session.elements.put(head.letters().get(k), session.counting(head.mention().key(), k));
      }
      Value v = elaborator.read(body);
      // what the probe found of shapes is kept only for quantities that are no parameters
      return new Result.Known(names, ranges, session.unfold(v.body(), Collections.emptySet()));
    } catch (Misfit misfit) {
      return new Result.Known(names, ranges, dev.gradus.term.Rational.ZERO);
    }
  }

  private Result.Known quantity(Head head, Notation body, Part part, int statement, Definition.Standing standing, Session session) {
    Elaborator elaborator = new Elaborator(session);
    List<Index.Free> slots = new ArrayList<>();
    for (int k = 0; k < head.letters().size(); k++) {
      Index.Free slot = session.counting(head.mention().key(), k);
      slots.add(slot);
      session.elements.put(head.letters().get(k), slot);
      String letter = head.letters().get(k);
      listing.filter(l -> l.letter().equals(letter)).ifPresent(l -> session.ranges.countFrom(slot.range(), l.first()));
    }
    Value v = elaborator.read(body);
    for (int k = 0; k < slots.size(); k++) {
      String letter = head.letters().get(k);
      Range axis = slots.get(k).range();
      listing.filter(l -> l.letter().equals(letter)).ifPresent(l -> session.ranges.fix(axis, l.size()));
    }
    if (head.logged()) {
      v = session.map(v, Terms::exp);
    }
    if (head.squared()) {
      if (!(head.mention().base().equals("s") && NamedAnew.sums(body)) && POSITIVE.stream().noneMatch(head.mention().base()::contains)) {
        throw Misfit.notBuilt("the square of a name that may be negative");
      }
      v = session.map(v, Terms::sqrt);
    }
    if (head.letters().isEmpty()) {
      v = total(session, head.mention().key(), body, v);
    }
    if (Terms.families(v.body()).stream().anyMatch(f -> f.name().equals(head.mention().key()))) {
      throw new Misfit(new ReadingReason.Open("the definition mentions its own name", "definition.circular"));
    }
    slots.addAll(v.slots());
    Optional<Names.Quantity> known = session.names.quantity(head.mention().key());
    List<Range> axes = slots.stream().map(Index.Free::range).toList();
    boolean open = known.isPresent() && session.names.definition(head.mention().key(), part).isEmpty();
    if (open && known.get().declared() && known.get().axes().size() != axes.size()) {
      throw Misfit.shape(head.mention().key() + " was declared with " + known.get().axes().size() + " axes, its definition has " + axes.size());
    }
    // what another part used the letter for before says nothing here
    if (open && known.get().axes().size() == axes.size()) {
      for (int k = 0; k < axes.size(); k++) {
        session.ranges.unify(known.get().axes().get(k), axes.get(k));
      }
    }
    List<Index.Free> now = slots.stream().map(s -> (Index.Free) session.ranges.now(s)).toList();
    Value.Lay lay = v.rank() == 1 && head.letters().isEmpty() ? v.lay() : Value.Lay.ANY;
    if (lay == Value.Lay.ANY && survey.trace(head.mention().key(), part).rowLike && now.size() == 1) {
      lay = Value.Lay.ROW;
    }
    Value value = new Value(now, session.ranges.now(v.body()), lay);
    session.names.put(
        new Names.Quantity(head.mention().key(), now.stream().map(Index.Free::range).toList(), lay, Family.Kind.VARIABLE, List.of(), false, part));
    session.names.define(
        new Definition(head.mention().key(), List.of(), head.letters(), body, Optional.of(value), part, statement, standing, session.used.contains("guess")));
    session.defining = false;
    Term unfolded = session.unfold(session.settled(value.body()), Collections.emptySet());
    return new Result.Known(session.names, session.ranges, unfolded);
  }

  /** L = -y \log a - (1-y)\log(1-a) of an array a: a loss is a number, the sum over the outputs, of which there may be one. */
  static Value total(Session session, String key, Notation body, Value v) {
    if (v.rank() != 1 || !Heads.isNumber(key) || logarithms(body) != 2) {
      return v;
    }
    session.used.add("guess");
    Value each = session.fresh(v);
    Index.Bound over = session.binder(each.slots().getFirst().range());
    return Value.number(new Term.Over(over, each.at(List.of(over))));
  }

  private static int logarithms(Notation n) {
    int here = n instanceof Notation.Words w && List.of("log", "ln").contains(w.text()) ? 1 : 0;
    return here + Notations.children(n).stream().mapToInt(Definitions::logarithms).sum();
  }

  /** Whether a notation mentions a name, in scripts too. */
  static boolean mentions(Notation n, String key, Mentions mentions) {
    Set<String> found = new TreeSet<>();
    collect(n, mentions, found);
    return found.contains(key);
  }

  /** The names that a notation mentions, those in scripts included. */
  static void collect(Notation n, Mentions mentions, Set<String> found) {
    Optional<Mention> m = mentions.of(n);
    m.ifPresent(x -> found.add(x.key()));
    if (m.isPresent()) {
      // the letter under an accent, or with a label, is not that letter
      m.get().indices().forEach(c -> collect(c, mentions, found));
      m.get().exponent().ifPresent(c -> collect(c, mentions, found));
      return;
    }
    Notations.children(n).forEach(c -> collect(c, mentions, found));
  }
}
