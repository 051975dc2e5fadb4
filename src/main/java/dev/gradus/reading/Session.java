package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
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
import java.util.TreeSet;
import java.util.function.BiFunction;

/** One attempt at reading one statement: what is known when it starts, and what the attempt finds. Made anew for every attempt, never shared. */
final class Session {
  /** How a vector is differentiated by a vector (one per scope, READING 28). */
  enum Layout {
    NUMERATOR,
    DENOMINATOR
  }

  /**
   * How what the text leaves open is taken.
   *
   * @param logBase 0 for the natural logarithm
   * @param between what derivatives make of quantities in between
   * @param turned the derivative of a number by a matrix has the shape of the transposed matrix (READING 28)
   * @param rounded decimals, as printed, for which letters stand (SOUNDNESS 26)
   */
  record Options(Layout layout, Activation activation, int logBase, Between between, boolean turned, List<Notation.Numeral> rounded) {
    Options(Layout layout, Activation activation, int logBase, Between between) {
      this(layout, activation, logBase, between, false, List.of());
    }

    static Options of(Layout layout) {
      return new Options(layout, Activation.LOGISTIC, 0, Between.UNFOLDED);
    }

    static Options of(Activation activation) {
      return new Options(Layout.NUMERATOR, activation, 0, Between.UNFOLDED);
    }

    Options with(Layout other) {
      return new Options(other, activation, logBase, between, turned, rounded);
    }

    Options turning() {
      return new Options(layout, activation, logBase, between, true, rounded);
    }

    /** With letters for these decimals (SOUNDNESS 26). */
    Options rounding(List<Notation.Numeral> decimals) {
      return new Options(layout, activation, logBase, between, turned, decimals);
    }
  }

  /** What derivatives make of the quantities between the expression and the target (SOUNDNESS 21). */
  enum Between {
    /** unfolded, but for observed data of a model */
    UNFOLDED,
    /** observed data unfolded as well */
    DATA_UNFOLDED,
    /** held fixed, all but the first */
    HELD,
    /** held fixed in the derivatives of those that lie on the ways of a sum */
    ON_WAYS
  }

  final Survey survey;
  final Names names;
  final Ranges ranges;
  final Part part;
  final Choices choices;
  final Options options;
  final Budget budget;

  /** a definition is read: an undefined sigma in it stays one */
  boolean defining;

  /** what a sigma that a definition kept is, differentiated so often, at an argument */
  BiFunction<Integer, Term, Term> sigma = (order, u) -> u;

  /** letters that only other parts use keep nothing of what was found of them there */
  boolean parted;

  /** letters that stand for an element: of a sum above, or free */
  final Map<String, Index> elements = new TreeMap<>();

  /** letters that stood for an element where the first of the functions was called that are being unfolded */
  final Map<String, Index> callers = new TreeMap<>();
  /** letters of the claim that functions unfolded so far name an element by */
  final Map<String, Index> classes = new TreeMap<>();

  /** Letters of the claim that stand in sums over unequal letters only: such a sum is over both. */
  final Set<String> onlyUnequal = new TreeSet<>();

  /** where standard functions without an argument are taken, once a derivative says so */
  Optional<Value> at = Optional.empty();

  /** whether one was taken at a number of its own before */
  boolean bare;

  /** the sides of the claim */
  final List<Notation> sides = new ArrayList<>();

  /** arguments of a function that is being unfolded */
  final Map<String, Value> arguments = new TreeMap<>();

  /** conditions that scripts state */
  final List<Condition> conditions = new ArrayList<>();

  /** where the functions that the reading unfolds are defined */
  final List<Condition> domains = new ArrayList<>();

  /** defined quantities that something is differentiated by */
  final Set<String> targets = new LinkedHashSet<>();

  /** quantities that the text holds fixed under derivatives (READING 7) */
  final Set<String> fixed = new LinkedHashSet<>();

  /** quantities that it perhaps holds fixed: the claim is judged both ways */
  final Set<String> fixedPerhaps = new LinkedHashSet<>();

  /** how many axes the letters have that nothing defines nor declares */
  final Map<String, Integer> shapes = new TreeMap<>();

  /** what was differentiated, as it was before: for the triggers of conventions */
  final List<Term> differentiated = new ArrayList<>();

  /** matrices that the text calls singular, by their entry */
  final List<Term> singular = new ArrayList<>();

  /** what the reading leaned on */
  final Set<String> used = new LinkedHashSet<>();
  final LettersAlone alone = new LettersAlone(this);

  /** derivatives in the order in which they were formed, each with what was differentiated */
  private final List<Formed> derivatives = new ArrayList<>();

  private int made;
  private int depth;

  Session(Survey survey, Names names, Ranges ranges, Part part, Choices choices, Options options, Budget budget) {
    this.survey = survey;
    this.names = names;
    this.ranges = ranges;
    this.part = part;
    this.choices = choices;
    this.options = options;
    this.budget = budget;
  }

  /**
   * A derivative with what it is the derivative of.
   *
   * @param value all entries of the derivative
   * @param term an entry of what was differentiated, at some of the value's slots
   * @param by what it was differentiated by, at the others
   */
  record Formed(Value value, Term term, Term.Entry by) {}

  void formed(Value value, Term term, Term.Entry by) {
    derivatives.add(new Formed(value, term, by));
  }

  List<Formed> derivatives() {
    return List.copyOf(derivatives);
  }

  /** The derivative that the value is as a whole. */
  Optional<Formed> formedAs(Value value) {
    Value all = now(value);
    for (Formed f : derivatives.reversed()) {
      Value g = now(f.value());
      if (g.slots().equals(all.slots()) && g.body().equals(all.body())) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }

  Mentions mentions() {
    return survey.mentions();
  }

  /** Whether the claim takes a function at a letter: it writes so somewhere, or names nothing else. */
  boolean taken(String function, String letter) {
    Set<String> names = new TreeSet<>();
    sides.forEach(n -> Definitions.collect(n, mentions(), names));
    names.removeAll(List.of(function, letter, "e", "d", "\\partial"));
    return names.isEmpty() || sides.stream().anyMatch(n -> applied(n, function, letter));
  }

  private boolean applied(Notation n, String function, String letter) {
    boolean here = false;
    for (int k = 0; n instanceof Notation.Juxtaposed j && k + 1 < j.factors().size(); k++) {
      Optional<Notation> argument = Notations.bracket(j.factors().get(k + 1).item()).map(Notation.Bracketed::body);
      here |= mentions().of(j.factors().get(k).item()).filter(m -> m.key().equals(function)).isPresent() && argument.flatMap(mentions()::of).filter(m -> m.bare() && m.key().equals(letter)).isPresent();
    }
    return here || Notations.children(n).stream().anyMatch(c -> applied(c, function, letter));
  }

  /** Counts nesting; too deep is a misfit. */
  void enter() {
    budget.spend(1);
    if (++depth > Budget.Limit.DEPTH.value()) {
      throw new Misfit(new ReadingReason.Open("the formula is nested too deeply", "budget.depth"));
    }
  }

  void leave() {
    depth--;
  }

  /** For what grows with every item that joins it: the k-th costs k steps. */
  void pay(int steps) {
    budget.spend(steps);
  }

  Index.Bound binder(Range range) {
    return new Index.Bound(++made, range);
  }

  Index.Free slot(Range range) {
    return new Index.Free("#" + ++made, range);
  }

  /** An axis of a family, over a range of its own: where its uses show the index 0, its elements count from there (SOUNDNESS 9, 11). */
  Index.Free counting(String family, int axis) {
    Range range = ranges.fresh();
    if (survey.trace(family, part).zeroAt.contains(axis)) {
      ranges.countFrom(range, 0);
    }
    return slot(range);
  }

  static boolean isSlot(Index.Free index) {
    return index.name().startsWith("#");
  }

  /** A printed number, or the letter for it. */
  Term decimal(Notation.Numeral numeral) {
    for (int k = 0; k < options.rounded().size(); k++) {
      if (options.rounded().get(k).equals(numeral)) {
        return Rounded.letter(k).at();
      }
    }
    return Powers.decimal(numeral.digits());
  }

  /** A number nobody else uses. */
  Family dummy() {
    return Family.variable("#" + ++made);
  }

  /** The element a letter or number in an index place stands for, in the given range. */
  Index element(Notation n, Range range) {
    if (n instanceof Notation.Numeral d && d.digits().chars().allMatch(Character::isDigit) && d.digits().length() < 6) {
      int value = Integer.parseInt(d.digits());
      // whoever finds below that these elements count from another number has to read anew
      if (value == 0) {
        ranges.countFrom(range, 0);
      }
      return new Index.Literal(value - ranges.countedFrom(range) + 1, ranges.now(range));
    }
    Optional<String> letter = mentions().of(n).filter(Mention::bare).map(Mention::key).or(() -> Mentions.primedLetter(n)).or(() -> classLabel(n));
    if (letter.isEmpty()) {
      throw Misfit.notBuilt("index arithmetic");
    }
    return letterElement(letter.get(), range);
  }

  /** y_i where the document prints it as an index, f_{y_i}, and the sample i is any one: the class of that sample, a letter for an element. */
  Optional<String> classLabel(Notation n) {
    Optional<Mention> label = mentions().of(n).filter(m -> m.plain() && m.indices().size() == 1 && survey.marks().labels(m.key()) && names.definition(m.key(), part).isEmpty());
    Optional<String> sample = label.flatMap(m -> mentions().of(m.indices().getFirst())).filter(Mention::bare).map(Mention::key).filter(s -> !(elements.get(s) instanceof Index.Bound));
    return sample.map(s -> label.orElseThrow().key() + "_{" + s + "}");
  }

  /** What a definition for all samples says of the class of sample i holds for the sample of that letter only. */
  private static void refuseOtherSample(Term body, List<String> letters, List<Index> indices) {
    for (Index i : Terms.openIndices(body)) {
      for (int k = 0; k < letters.size() && k < indices.size(); k++) {
        boolean label = i instanceof Index.Free f && f.name().endsWith("_{" + letters.get(k) + "}");
        boolean same = indices.get(k) instanceof Index.Free at && at.name().equals(letters.get(k));
        if (label && !same) {
          throw Misfit.notBuilt("the class of another sample");
        }
      }
    }
  }

  Index letterElement(String letter, Range range) {
    Index known = (elements.containsKey(letter) || arguments.containsKey(letter) ? elements : classes).get(letter);
    Optional<Index> argument = known == null ? new SizeArguments(this).element(letter, range) : Optional.empty();
    if (argument.isPresent()) {
      return argument.get();
    }
    if (known != null) {
      ranges.unify(range, known.range());
      return ranges.now(known);
    }
    Optional<Range> size = ranges.namedBy(letter).or(() -> survey.isSize(letter) && !survey.isBound(letter) ? Optional.of(ranges.ofSize(letter)) : Optional.empty());
    // a letter that is bound elsewhere too still names the last element of the very range whose size it is
    if (size.isPresent() && (!survey.isBound(letter) || ranges.same(range, size.get()))) {
      ranges.unify(range, size.get());
      ranges.countFrom(range, 1); // of 0, .., n - 1 the n is none
      return Index.Literal.last(ranges.now(range));
    }
    alone.refuse(letter);
    Index.Free free = new Index.Free(letter, range);
    elements.put(letter, free);
    return ranges.now(free);
  }

  Term entry(Family family, List<Index> indices) {
    for (int k = 0; k < indices.size(); k++) {
      ranges.unify(family.axes().get(k), indices.get(k).range());
    }
    return new Term.Entry(ranges.now(family), indices.stream().map(ranges::now).toList());
  }

  /** All entries of a family. */
  Value whole(Family family, Value.Lay lay) {
    List<Index.Free> slots = new ArrayList<>();
    for (Range axis : family.axes()) {
      slots.add(slot(axis));
    }
    return new Value(slots, entry(family, List.copyOf(slots)), lay);
  }

  /** The same array with its ranges brought up to date. */
  Value now(Value v) {
    return new Value(v.slots().stream().map(s -> (Index.Free) ranges.now(s)).toList(), ranges.now(v.body()), v.lay());
  }

  /** The array with fresh slots and binders, so that it can stand beside another copy of itself. */
  Value fresh(Value v) {
    Value w = now(v);
    List<Index.Free> slots = w.slots().stream().map(s -> slot(s.range())).toList();
    Term body = Terms.freshBound(w.at(slots), Math.max(made, Terms.greatestBound(w.body())));
    made = Math.max(made, Terms.greatestBound(body));
    return new Value(slots, body, v.lay());
  }

  /** Applies a function of one number to every entry. */
  Value map(Value v, java.util.function.UnaryOperator<Term> f) {
    return v.with(f.apply(v.body()));
  }

  /** Replaces defined quantities by what they stand for, all but {@code keep}; to the leaves. */
  Term unfold(Term term, Set<String> keep) {
    return ranges.now(unfold(term, keep, 0));
  }

  /** Replaces defined quantities by what they stand for once, and leaves the quantities in that as they are. */
  Term unfoldOnce(Term term) {
    return ranges.now(once(term));
  }

  private Term once(Term term) {
    budget.spend(1);
    if (term instanceof Term.Entry e) {
      Optional<Definition> d = definition(e);
      if (d.isPresent()) {
        return standsFor(e.indices(), d.get());
      }
    }
    return Terms.mapParts(term, this::once);
  }

  /** The definition of a quantity; none of its derivative. */
  private Optional<Definition> definition(Term.Entry e) {
    return e.family().derivatives().isEmpty() ? names.definition(e.family().name(), part).filter(d -> d.value().isPresent()) : Optional.empty();
  }

  /** What the definition puts in the place of an entry. */
  private Term standsFor(List<Index> indices, Definition d) {
    Value v = fresh(d.value().orElseThrow());
    refuseOtherSample(v.body(), d.letters(), indices);
    if (v.rank() != indices.size()) {
      // another part defines the letter with another shape (READING 28)
      throw Misfit.shape(d.key() + " has two shapes");
    }
    for (int k = 0; k < v.rank(); k++) {
      ranges.unify(v.range(k), indices.get(k).range());
    }
    return settled(now(v).at(indices.stream().map(ranges::now).toList()));
  }

  /** The same with what sigma means here, unless a definition is read. */
  Term settled(Term term) {
    return defining ? term : Sigma.settled(term, sigma);
  }

  private Term unfold(Term term, Set<String> keep, int level) {
    budget.spend(1);
    if (level > 64) {
      throw new Misfit(new ReadingReason.Open("a definition goes in a circle", "definition.circular"));
    }
    if (term instanceof Term.Entry e && !keep.contains(e.family().name())) {
      Optional<Definition> d = definition(e);
      if (d.isPresent()) {
        used.add(d.get().key());
        if (d.get().open()) {
          used.add("guess");
        }
        return unfold(ranges.now(standsFor(e.indices(), d.get())), keep, level + 1);
      }
      Optional<Term> slope = slope(e, level);
      if (slope.isPresent()) {
        return unfold(ranges.now(slope.get()), keep, level + 1);
      }
    }
    return Terms.mapParts(term, t -> unfold(t, keep, level));
  }

  /** The derivative of an arbitrary loss, said before it was known which: of the loss that is defined here (READING 24). */
  private Optional<Term> slope(Term.Entry e, int level) {
    Family f = e.family();
    boolean across = f.derivatives().stream().anyMatch(x -> mentions().layers().any(x.name()) && Layers.between(this, f.original(), x.name()));
    Optional<Definition> d = f.derivatives().isEmpty() || across ? Optional.empty() : names.definition(f.original(), part).filter(x -> x.value().isPresent());
    if (d.isEmpty()) {
      return Optional.empty();
    }
    int at = f.axes().size() - f.derivatives().stream().mapToInt(x -> x.axes().size()).sum();
    if (d.get().value().get().rank() != at) {
      throw Misfit.shape(f.original() + " has two shapes");
    }
    Set<String> free = new TreeSet<>();
    f.derivatives().forEach(x -> free.add(x.name()));
    Term body = unfold(ranges.now(standsFor(e.indices().subList(0, at), d.get())), free, level + 1);
    for (Family by : f.derivatives()) {
      List<Index> indices = e.indices().subList(at, at + by.axes().size());
      at += by.axes().size();
      Term.Entry target = (Term.Entry) ranges.now((Term) new Term.Entry(by, indices));
      Optional<Family> met = Terms.families(body).stream().filter(x -> x.name().equals(by.name())).findFirst();
      if (met.filter(x -> x.axes().equals(target.family().axes())).isEmpty()) {
        throw new Misfit(new ReadingReason.NotReached(by.name()));
      }
      body = dev.gradus.calculus.Derivative.of(ranges.now(body), target, budget);
    }
    used.add(d.get().key());
    return Optional.of(body);
  }

  /** Replaces a scalar family by a term. */
  static Term put(Term term, Family scalar, Term by) {
    if (term instanceof Term.Entry e && e.family().equals(scalar)) {
      return by;
    }
    return Terms.mapParts(term, t -> put(t, scalar, by));
  }

  static Optional<Rational> constant(Term term) {
    return term instanceof Rational r ? Optional.of(r) : Optional.empty();
  }

  /** Letters that stand for elements while {@code body} is read; restored afterwards. */
  <T> T within(Map<String, Index> bound, java.util.function.Supplier<T> body) {
    Map<String, Index> before = new LinkedHashMap<>();
    Set<String> absent = new LinkedHashSet<>();
    bound.forEach(
        (letter, index) -> {
          Index old = elements.put(letter, index);
          if (old == null) {
            absent.add(letter);
          } else {
            before.put(letter, old);
          }
        });
    try {
      return body.get();
    } finally {
      absent.forEach(elements::remove);
      elements.putAll(before);
    }
  }
}
