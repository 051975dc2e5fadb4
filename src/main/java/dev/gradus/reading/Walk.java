package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import dev.gradus.term.Budget;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One walk over the statements of a document with what is known so far. The first walk only learns (shapes, what is defined at all, which
 * expressions restrict domains); the second decides.
 */
final class Walk {
  private final Passage passage;
  private final List<Printed> printed;
  private final List<Reader.PrintedFragment> fragments;
  /** Bare names in a row, joined by commas: what the next piece of the formula says is said of all. */
  private final List<Notation> bare = new ArrayList<>();
  private final Survey survey;
  private final boolean deciding;
  private final Told told;
  private final List<Restriction> restrictions;
  private final Dependences dependences;
  private final Optional<Repairs> repairs;
  private Names names = new Names();
  private Ranges ranges = new Ranges();
  private final Conventions conventions;
  private final Map<Integer, Outcome> outcomes = new TreeMap<>();
  private final Map<Integer, Explained> explained = new TreeMap<>();
  /** equations that belong to a definition by cases before them */
  private final Set<Integer> joined = new TreeSet<>();
  private final Map<Integer, Session.Layout> layouts = new TreeMap<>();
  private final Set<String> seen = new TreeSet<>();
  /** ranges whose size a definition fixed, with the part in which that is so */
  private final Map<String, Part> sized = new TreeMap<>();
  /** families whose elements are given one by one */
  private final Set<String> components = new TreeSet<>();
  /** what an undefined sigma means in a part, where it was looked for */
  private final Map<Integer, Optional<Activation>> activations = new TreeMap<>();
  /** names that were given an equation, with the parts where */
  private final Map<String, List<Part>> introduced = new TreeMap<>();
  /** for each statement the defined quantities that its chain differentiates by */
  private final Map<Integer, List<String>> kept = new TreeMap<>();
  private final EntryBounds bounds = new EntryBounds();
  private final Domains domains;

  private Walk(Passage passage, boolean deciding, Conventions conventions, Told told, List<Restriction> restrictions) {
    this.passage = passage;
    this.printed = passage.printed();
    this.fragments = passage.fragments();
    this.survey = passage.survey();
    this.deciding = deciding;
    this.conventions = conventions;
    this.told = told;
    this.restrictions = restrictions;
    this.domains = new Domains(survey, printed, told);
    List<Survey.Placed> sides = new ArrayList<>();
    passage.own().forEach(p -> List.of(p.left(), p.right()).forEach(n -> sides.add(new Survey.Placed(p.statement().part(), n))));
    fragments.forEach(f -> sides.add(new Survey.Placed(f.fragment().part(), f.notation())));
    sides.addAll(survey.mentions().layers().derivatives(passage.own()));
    names.tell(told);
    fragments.forEach(f -> Anew.letter(f, survey.mentions(), names));
    this.dependences = Dependences.of(sides, survey.mentions(), told, fragments);
    this.repairs = deciding && passage.whole() ? Optional.of(new Repairs(sides.stream().map(Survey.Placed::notation).toList(), printed)) : Optional.empty();
  }

  static Walk learning(Passage passage) {
    return new Walk(passage, false, new Conventions(), passage.told(), new ArrayList<>()).run();
  }

  /** The second walk, with what this one learned. */
  Walk deciding() {
    Walk walk = new Walk(passage, true, conventions, told, restrictions);
    walk.arbitrary();
    return walk.run();
  }

  List<Explained> outcomes() {
    return outcomes.values().stream().map(o -> explained.getOrDefault(o.statement().number(), new Explained(o, List.of(), List.of())).with(o)).toList();
  }

  /** What the walk found to be defined. */
  Told told() {
    return told;
  }

  Survey survey() {
    return survey;
  }

  Names names() {
    return names;
  }

  /** Names that are differentiated are arbitrary functions of what they are differentiated by, until a definition says which (READING 24). */
  private void arbitrary() {
    names.depends(dependences);
    told.operator().ifPresent(n -> names.forget(n, dependences.everywhere()));
    dependences.differentiated().stream().filter(n -> !told.defines(n) && dependences.by(n).stream().allMatch(n::equals)).forEach(n -> names.forget(n, dependences.everywhere()));
  }

  private Walk run() {
    int next = 0;
    int ahead = 0;
    for (Printed p : passage.own()) {
      for (; ahead < fragments.size() && fragments.get(ahead).fragment().since() <= p.statement().number(); ahead++) {
        take(Declarations.early(fragments.get(ahead), fragments, survey, names, ranges));
      }
      while (next < fragments.size() && fragments.get(next).fragment().before() <= p.statement().number()) {
        declare(fragments.get(next), fragments.subList(0, next));
        next++;
      }
      step(p);
      repairs.ifPresent(r -> outcomes.computeIfPresent(p.statement().number(), (k, o) -> r.beside(o, p.statement().after().map(outcomes::get), p, this::mended)));
      seen.addAll(p.names(survey.mentions()));
    }
    return this;
  }

  /** What a formula without a relation says: a shape, or a name that the words introduce. */
  private void declare(Reader.PrintedFragment f, List<Reader.PrintedFragment> before) {
    take(Declarations.of(f, f.fragment().joined() ? List.copyOf(bare) : List.of(), before, printed, survey, names, ranges));
    Anew.take(f, survey.mentions(), names, conventions);
    boolean name = survey.mentions().of(f.notation()).filter(Mention::bare).isPresent();
    bare.removeIf(n -> !name || !f.fragment().joined());
    bare.addAll(name ? List.of(f.notation()) : List.of());
    seen.addAll(Declarations.named(f, printed, survey));
  }

  private void take(Declarations.Result result) {
    names = result.names();
    ranges = result.ranges();
  }

  private void step(Printed p) {
    Statement s = p.statement();
    for (Map.Entry<String, Part> e : List.copyOf(sized.entrySet())) {
      if (!s.part().within(e.getValue())) {
        ranges = ranges.opened(e.getKey());
        sized.remove(e.getKey());
      }
    }
    names.enter(s.part());
    s.notes().exchanged().forEach(e -> e.forget(s, survey.mentions(), names));
    if (outcomes.containsKey(s.number())) {
      return;
    }
    take(new RowsByUse(survey, seen).of(p, new Members(survey, printed, told).of(p, names, ranges)));
    Optional<Notation.Unreadable> garbled = p.unreadable();
    // "let Z = XW, .. and A = f(Z)": what stands below may lean on what its line defines
    Optional<String> own = garbled.isPresent() ? Optional.empty() : PrintedHead.introduced(p.left(), p.statement().part(), survey, names).map(h -> h.mention().key());
    s.notes().definedBelow().stream().map(printed::get).filter(q -> own.filter(k -> q.mentions(k, survey.mentions())).isEmpty() && !NotFresh.heldBack(s, q, printed, survey.mentions())).forEach(this::below);
    if (garbled.isPresent()) {
      ReadingReason reason = new ReadingReason.Syntax(garbled.get().expected());
      Outcome unread = new Outcome.Unread(s, reason.code(), reason.sentence());
      outcomes.put(s.number(), repairs.map(r -> r.braced(unread, p, this::mended)).orElse(unread));
      // it may have defined its left side: nothing is known of that name from here on
      PrintedHead.introduced(p.left(), s.part(), survey, names).ifPresent(h -> names.forget(h.mention().key(), s.part()));
      return;
    }
    if (s.cue() != Cue.NO_CLAIM && set(p)) {
      return;
    }
    switch (s.cue()) {
      case NO_CLAIM -> outcomes.put(s.number(), new Outcome.Skipped(s, "skipped.range", "an index range or a remark on shapes"));
      case ASSUMED, ASKED, SET_TO_ZERO -> assumed(p);
      case LIMIT -> outcomes.put(s.number(), Arrows.outcome(p, deciding ? Arrows.of(p, printed) : Optional.empty(), q -> choice(names, ranges).decide(q, setting().subject(q)).outcome()));
      case STATED, INTRODUCED, CONSEQUENCE, EQUIVALENT, GOAL -> stated(p);
    }
  }

  /** READING 8: what a where-clause defines holds already in the line that it belongs to. */
  private void below(Printed p) {
    boolean states = p.statement().cue() == Cue.STATED || p.statement().cue() == Cue.INTRODUCED;
    if (p.unreadable().isEmpty() && states && !outcomes.containsKey(p.statement().number())) {
      Optional<Introductions.Introduction> own = introductions().of(p);
      own.ifPresent(i -> introduce(p, i));
      own.ifPresent(i -> seen.addAll(p.names(survey.mentions())));
    }
  }

  /** Y = {0, 1}: what is summed over that set has these elements from here on (READING 19). */
  private boolean set(Printed p) {
    Ranges with = ranges.copy();
    Optional<Range> listed = ListedSets.take(p, survey.mentions(), with);
    if (listed.isPresent()) {
      sized.put(listed.get().name(), p.statement().part());
      ranges = with;
      outcomes.put(p.statement().number(), new Outcome.Defines(p.statement(), "defines", "lists a set"));
    }
    return listed.isPresent();
  }

  private void assumed(Printed p) {
    Statement s = p.statement();
    // "Let e = 3": from here on the letter is no constant (READING 14)
    survey.mentions().of(p.left()).filter(m -> m.bare() && List.of("e", "\\pi").contains(m.key())).ifPresent(m -> names.letter(m.key(), s.part()));
    Optional<Introductions.Introduction> introduction = introductions().beforeArrow(p).or(() -> Parametrized.of(p, survey, names, seen, printed));
    if (introduction.isPresent()) {
      kept.put(s.number(), setting().keptBefore(s));
      introduce(p, introduction.get());
      return;
    }
    if (new Components(names, survey).identifies(p)) {
      stated(p);
      return;
    }
    if (!listing(p)) {
      Optional<Outcome> holds = deciding && s.cue() == Cue.ASSUMED && !s.notes().point() ? ByItself.holds(p, setting().keptBefore(s), survey, () -> new Choice(survey, names, ranges, new Conventions(), layouts, outcomes, told)) : Optional.empty();
      outcomes.put(s.number(), holds.orElse(Outcome.Assumes.hypothesis(s)));
    }
  }

  private void stated(Printed p) {
    Statement s = p.statement();
    Declarations.words(s.notes().facts(), s.part(), survey, names, ranges);
    s.notes().facts().stream().filter(f -> f.kind() == WordFact.Kind.AMOUNTS).forEach(f -> f.names().forEach(n -> conventions.set(n.strip().replaceAll("_.*", ""))));
    kept.put(s.number(), setting().keptBefore(s));
    Instances.define(p, printed, survey, names);
    take(BracketedWhere.define(s, survey, seen, names, ranges));
    if (joined.contains(s.number())) {
      outcomes.put(s.number(), new Outcome.Defines(s, "defines", "says what " + Head.of(p.left(), survey.mentions()).orElseThrow().shown() + " is in another case"));
      return;
    }
    Optional<Introductions.Introduction> introduction = introductions().of(p).or(() -> byCases().anew(p, names));
    if (introduction.isPresent()) {
      introduce(p, introduction.get());
      // what was introduced stays, and whether it solves its equation is said
      (deciding ? new Drawn(setting(), () -> choice(names, ranges)).solution(p, printed, survey, names) : Optional.<Explained>empty()).ifPresent(e -> found(s, e));
      return;
    }
    Ranges with = new WrittenOut(survey.mentions()).take(p, names, ranges);
    with.fixedSince(ranges).forEach(name -> sized.put(name, s.part()));
    ranges = with;
    if (listing(p) || element(p)) {
      return;
    }
    if (domains.outside(p)) {
      outcomes.put(s.number(), new Outcome.Open(s, "symbol.undefined", "the definition of its function says nothing there", Optional.empty()));
      return;
    }
    introductions().recurrence(p).ifPresent(key -> names.lose(key, s.part()));
    if (!deciding) {
      learn(p);
      return;
    }
    if (passage.settled().containsKey(s.number())) {
      found(s, passage.settled().get(s.number()));
      return;
    }
    Choice.Result result = setting().reviewed(p, underSigma(p, new Inferences(survey, printed, fragments, introductions(), setting(), names, ranges, this::choice).of(p, () -> new Drawn(setting(), () -> choice(names, ranges)).judged(p))), (q, u) -> choice(names, ranges).decide(q, u).outcome());
    take(new Declarations.Result(result.names(), result.ranges()));
    found(s, result.explained());
    bounds.of(p, result.outcome(), survey, names).ifPresent(o -> outcomes.put(s.number(), o));
    if (result.outcome() instanceof Outcome.Decided d && !d.meanings().isEmpty()) {
      kept.put(s.number(), d.meanings().get(0).kept());
    }
    second(p, result.outcome());
    new FreshLetters(survey.mentions(), seen).after(p, Objects.requireNonNull(outcomes.get(s.number())), names);
    new ClosedForms(survey, names, outcomes).after(p, printed, ranges, layout(s)).ifPresent(this::take);
    outcomes.computeIfPresent(s.number(), (_, o) -> (o.isLeftOpen() && solvedBelow(s)) || ((o.isLeftOpen() || o.refuted()) && Solved.below(p, printed, survey.mentions())) || (!o.proved() && Restated.is(p, printed, outcomes)) ? Outcome.Assumes.hypothesis(s) : o);
  }

  private void found(Statement s, Explained e) {
    explained.put(s.number(), e);
    outcomes.put(s.number(), e.outcome());
  }

  /** An equation without words that nothing leads to, or that words call one to be solved, and the next line is drawn from it (READING 9). */
  private boolean solvedBelow(Statement s) {
    Statement next = printed.get(Math.min(s.number() + 1, printed.size() - 1)).statement();
    boolean first = s.cue() == Statement.Cue.STATED && s.after().isEmpty() && s.notes().above().isEmpty() && s.sign().sign() == dev.gradus.document.RelationSign.EQUAL;
    boolean drawn = (UnprintedZero.toBeSolved(s) || (s.words().isBlank() && next.words().isBlank())) && next.cue().drawn() && next.after().isEmpty() && next.premises().contains(s.number());
    return first && (drawn || NotFresh.solved(printed.get(s.number()), survey, printed));
  }

  /** READING 17, 21: what is left open of sigma, where this part defines none, as the only standard meaning that the part's claims leave to it. */
  private Choice.Result underSigma(Printed p, Choice.Result first) {
    Part part = p.statement().part();
    Optional<Definition> known = names.definition("\\sigma", part);
    if (known.filter(d -> part.within(d.part())).isPresent() || !activations().open(p, first.outcome())) {
      return first;
    }
    Choice.Result found = activations().of(part).map(a -> choice(names.without("\\sigma"), ranges).under(a).decide(p, setting().subject(p))).filter(r -> r.outcome().proved()).orElse(first);
    return known.isEmpty() ? found : new Choice.Result(found.outcome(), names, ranges, found.tried(), found.definitions());
  }

  private Activations activations() {
    return new Activations(passage.own(), survey, names, activations,
        q -> choice(names, ranges).decide(q, setting().subject(q)).outcome(),
        (q, a) -> choice(names.without("\\sigma"), ranges).trying(a).decide(q, setting().subject(q)).outcome(),
        q -> (outcomes.get(q.statement().number()) instanceof Outcome.Defines && !Definitions.mentions(q.left(), "\\sigma", survey.mentions())) || introductions().of(q).isPresent());
  }

  /** A mend is judged like the statement that it mends, and leaves nothing behind. */
  private Repairs.Judged mended(Printed mend) {
    return new Drawn(setting(), () -> new Choice(survey, names, ranges, conventions, new TreeMap<>(layouts), outcomes, told)).mended(mend, printed, survey, names);
  }

  /** A claim in the place of a statement, judged with what is known at the end. */
  Explained judged(Printed p) {
    return new Choice(survey, names.copy(), ranges.copy(), conventions, new TreeMap<>(layouts), outcomes, told).decide(p, setting().subject(p)).explained();
  }

  private Setting setting() {
    return new Setting(printed, survey, names, outcomes, seen, restrictions, kept, bounds, domains);
  }

  private Choice choice(Names in, Ranges with) {
    return new Choice(survey, in, with, conventions, layouts, outcomes, told);
  }

  /** A second equation for a defined head that fails: READING 15, 17. */
  private void second(Printed p, Outcome outcome) {
    Statement s = p.statement();
    SecondEquation.ofMember(p, outcome, introductions()).ifPresent(o -> outcomes.put(s.number(), o));
    Optional<AppliedHeads.Applied> second = SecondEquation.said(p, introductions());
    boolean holds = second.filter(a -> SecondEquation.holds(p, a.head(), outcome, introductions())).isPresent();
    second.filter(a -> holds && !Inferred.sigma(outcome)).ifPresent(a -> names.restate(a.head(), s));
    Optional<AppliedHeads.Applied> said = second.filter(a -> !holds);
    Optional<Head> head = said.map(AppliedHeads.Applied::head);
    Optional<Definition> d = head.flatMap(h -> names.definition(h.mention().key(), s.part(), h.parameters().size()));
    if (head.isPresent() && d.isEmpty() && (introductions().opens(p, head.get()) || (s.cue() == Cue.INTRODUCED && introductions().bareIn(p.right(), head.get().mention().key())))) {
      // it may have this value from here on
      names.forget(head.get().mention().key(), s.part());
    }
    if (d.isEmpty() && head.filter(h -> Sigma.isSaid(p, h, outcome, outcomes.values(), survey.mentions())).isPresent()) {
      introduce(p, new Introductions.Introduction(head.get(), said.get().body(), Definition.Standing.STATED));
    }
    Optional<SecondEquation> conditional = d.filter(x -> introductions().conditional(s, head.get())).map(x -> SecondEquation.underCondition(p, head.get(), x, outcome, introductions()));
    if (d.isEmpty() || conditional.filter(c -> c == SecondEquation.LEFT).isPresent()) {
      return;
    }
    String key = d.get().key();
    if (Introductions.stepped(d.get().key()) && !s.part().within(d.get().part())) {
      outcomes.put(s.number(), new Outcome.Defines(s, "update", "an update of " + d.get().key()));
      names.forget(d.get().key(), s.part());
      return;
    }
    SecondEquation becomes = conditional.orElseGet(() -> SecondEquation.of(p, head.get(), d.get(), outcome, introductions()));
    if (!introductions().stands(p, head.get(), d.get()) && becomes != SecondEquation.REDEFINES) {
      outcomes.put(s.number(), new Outcome.Open(s, "definition.second", "a second equation for " + key + ", which does not follow from the first", Optional.empty()));
    }
    switch (becomes) {
      case REDEFINES -> introduce(p, new Introductions.Introduction(head.get(), said.get().body(), introductions().standing(head.get(), said.get().body(), s.part())));
      case APART -> introduce(p, new Introductions.Introduction(head.get(), said.get().body(), Definition.Standing.REPEATED));
      case LOST_ALONE -> names.forgetAlone(key, s.part());
      case REPEATED -> names.define(d.get().repeated());
      case LOST -> names.lose(key, s.part());
      case STANDS, LEFT -> {}
    }
    if (becomes.reaches(s, d.get())) {
      names.definitions().stream()
          .filter(x -> x.value().isPresent() && !x.key().equals(key) && x.statement() < s.number() && x.part().near(s.part()) && Definitions.mentions(x.body(), key, survey.mentions()))
          .forEach(x -> readAgain(x, becomes == SecondEquation.REDEFINES));
    }
  }

  /** What a part defined by a function while it meant what another part says: with its new meaning, or not at all (READING 15). */
  private void readAgain(Definition x, boolean redefined) {
    Printed p = printed.get(x.statement());
    Optional<Head> head = PrintedHead.introduced(p.left(), x.part(), survey, names).filter(h -> redefined && h.mention().key().equals(x.key()) && p.right().equals(x.body()));
    names.forget(x.key(), x.part());
    head.ifPresent(h -> introduce(p, new Introductions.Introduction(h, x.body(), x.standing())));
  }

  /** u_1 = ..: an element of a family that is given one by one. */
  private boolean element(Printed p) {
    Statement s = p.statement();
    Optional<String> key = introductions().element(p).filter(k -> !seen.contains(k) || components.contains(k));
    key.ifPresent(components::add);
    key.ifPresent(k -> names.lose(k, s.part()));
    key.ifPresent(k -> outcomes.put(s.number(), new Outcome.Defines(s, "defines.elements", "introduces an element of " + k)));
    return key.isPresent();
  }

  private ByCases byCases() {
    return new ByCases(printed, fragments, survey.mentions());
  }

  private Introductions introductions() {
    return new Introductions(survey, names, seen, printed, introduced, setting());
  }

  /** \mu = (\mu_1, .., \mu_N) where the text defines \mu_n: the letter alone is the whole family, no second equation for it. */
  private boolean listing(Printed p) {
    return p.statement().after().isEmpty() && Lowering.isEquation(p.statement()) && Head.of(p.left(), survey.mentions()).filter(h -> listing(p.statement(), h, p.right())).isPresent();
  }

  private boolean listing(Statement s, Head head, Notation body) {
    boolean family = Declarations.components(head, body, s.part(), survey.mentions(), names, ranges);
    if (family) {
      outcomes.put(s.number(), new Outcome.Defines(s, "defines", "introduces " + head.mention().key() + " by its components"));
    }
    return family;
  }

  private void introduce(Printed p, Introductions.Introduction alone) {
    Statement s = p.statement();
    Optional<ByCases.Joined> cases = byCases().of(p, alone.head());
    Introductions.Introduction i = cases.map(c -> c.of(alone, joined)).orElseGet(() -> new SpelledOut(printed, fragments, survey.mentions()).of(p, alone));
    if (listing(s, i.head(), i.body())) {
      return;
    }
    boolean update = Definitions.mentions(i.body(), i.head().mention().key(), survey.mentions());
    Optional<Outcome> instead = deciding ? new Meanings(survey, names, printed, fragments).instead(p, i, q -> choice(names, ranges).decide(q, setting().subject(q)).outcome()) : Optional.empty();
    if (instead.isPresent()) {
      names.lose(i.head().mention().key(), s.part());
      outcomes.put(s.number(), instead.get());
      return;
    }
    if (!update) {
      told.define(s, i, survey.mentions());
    }
    Definitions definitions = new Definitions(survey, Budget.standard(), told.listings().of(p, i.head(), survey.mentions()));
    introduced.computeIfAbsent(i.head().mention().key(), k -> new ArrayList<>()).add(s.part());
    boolean conditional = cases.map(c -> c.body().isEmpty()).orElseGet(() -> byCases().other(p, i.head()) || (introductions().conditional(s, i.head()) && (Restricted.half(s, i.head()) || !domains.take(p, i.head()))));
    Optional<Withheld> withheld = Withheld.of(p, i, conditional, survey, introductions());
    if (withheld.isPresent()) {
      names.lose(i.head().mention().key(), s.part());
      outcomes.put(s.number(), new Outcome.Defines(s, withheld.get().code(), withheld.get().because()));
      return;
    }
    if (update) {
      outcomes.put(s.number(), new Outcome.Defines(s, "update", "an update of " + i.head().shown()));
      introductions().updates(i, s.part());
      return;
    }
    Definitions.Result result =
        Notations.unreadable(i.body()).isPresent()
            ? new Definitions.Result.NotRead(new ReadingReason.Syntax("an expression"))
            : takeIn(p, i, definitions);
    Optional<String> whole = new Components(names, survey).ofWhole(i.head(), result, s.part());
    if (whole.isPresent()) {
      names.lose(i.head().mention().key(), s.part());
      outcomes.put(s.number(), new Outcome.Open(s, "definition.second", "it may be a component of " + whole.get() + ", which is defined above", Optional.empty()));
      return;
    }
    switch (result) {
      case Definitions.Result.Known k -> {
        names = k.names();
        Ranges taken = Declarations.within(p, i.head(), k, survey.mentions());
        taken.fixedSince(ranges).forEach(name -> sized.put(name, s.part()));
        ranges = taken;
        conventions.watch(s.part(), k.body());
        conventions.totalled(k.body());
        restrictions.addAll(Restriction.of(s.part(), k.body()));
        told.shaped(i.head(), s.part(), names);
        take(Revalued.of(i.head(), s, survey, names, ranges, layout(s)));
        outcomes.put(s.number(), new Outcome.Defines(s, "defines", "introduces " + i.head().shown()));
        layered(p, i, definitions);
      }
      case Definitions.Result.NotRead n -> {
        names = UnreadLoss.introduced(i, s, survey, names);
        outcomes.put(s.number(), new Outcome.Defines(s, "defines.not-read", "introduces " + i.head().shown() + "; its value was not read: " + n.reason().sentence()));
      }
    }
  }

  /** What an equation for layer l says of the other layers that the document names. */
  private void layered(Printed p, Introductions.Introduction i, Definitions definitions) {
    introductions().contestedLayers(p, i).forEach(key -> names.lose(key, p.statement().part()));
    introductions().earlier(p, i).forEach(there -> told.define(p.statement(), there, survey.mentions()));
    for (Introductions.Introduction there : introductions().atOtherLayers(p, i)) {
      if (takeIn(p, there, definitions) instanceof Definitions.Result.Known k) {
        told.define(p.statement(), there, survey.mentions());
        names = k.names();
        ranges = k.ranges();
      }
    }
  }

  private Session.Layout layout(Statement s) {
    return layouts.getOrDefault(s.part().chapter(), Session.Layout.NUMERATOR);
  }

  private Definitions.Result takeIn(Printed p, Introductions.Introduction i, Definitions definitions) {
    try {
      return definitions.take(i.head(), i.body(), p.statement().part(), p.statement().number(), i.standing(), names, ranges, layout(p.statement()));
    } catch (Budget.Exhausted limit) {
      return new Definitions.Result.NotRead(new ReadingReason.Open("the limit " + limit.limit() + " was reached", "budget.steps"));
    }
  }

  /** In the first walk: which names another section gives another meaning, and what the terms of claims show. */
  private void learn(Printed p) {
    introductions().again(p).ifPresent(i -> told.define(p.statement(), i, survey.mentions()));
    new FirstLook(survey, conventions, restrictions).at(p, names, ranges);
  }
}
