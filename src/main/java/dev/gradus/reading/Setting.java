package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What surrounds a statement when it is read: conditions, premises, what words say, names that are new on its right side (READING 2, 9, 22, 25). */
final class Setting {
  private final List<Printed> printed;
  private final Survey survey;
  private final Names names;
  private final Map<Integer, Outcome> outcomes;
  private final Set<String> seen;
  private final List<Restriction> restrictions;
  private final Map<Integer, List<String>> kept;
  private final EntryBounds bounds;
  private final Domains domains;

  Setting(
      List<Printed> printed, Survey survey, Names names, Map<Integer, Outcome> outcomes, Set<String> seen, List<Restriction> restrictions, Map<Integer, List<String>> kept, EntryBounds bounds, Domains domains) {
    this.printed = printed;
    this.survey = survey;
    this.names = names;
    this.outcomes = outcomes;
    this.seen = seen;
    this.restrictions = restrictions;
    this.kept = kept;
    this.bounds = bounds;
    this.domains = domains;
  }

  /** The statement with all that is in force around it. */
  Attempts.Subject subject(Printed p) {
    Statement s = p.statement();
    List<Attempts.InForce> inForce = new ArrayList<>(domains.atLetters(p, this::inForce));
    Either either = new Either(printed);
    s.conditions().stream().filter(c -> c != s.number() && !takenIn(c) && !idle(c) && !either.holds(c)).forEach(c -> inForce(c).ifPresent(inForce::add));
    domains.inForce(p).stream().filter(c -> !s.conditions().contains(c)).forEach(c -> inForce(c).ifPresent(inForce::add));
    s.notes().bracketed().forEach(b -> inForce.addAll(PrintedConditions.bracketed(b)));
    List<Integer> every = premises(s);
    List<Attempts.InForce> zero = unprintedZero().of(s, p.names(survey.mentions()));
    List<Integer> elsewhere = notHere(s, every, Stream.concat(inForce.stream(), zero.stream()).toList());
    List<Integer> used = every.stream().filter(n -> !elsewhere.contains(n) && !either.holds(n)).toList();
    List<Integer> itself = used.stream().filter(n -> printed.get(n).statement().cue() == Cue.ASSUMED && !s.conditions().contains(n) && says(printed.get(n), p)).toList();
    // SOUNDNESS 22: what was assumed before an arrow, and is no condition here, is not drawn from itself
    for (int premise : itself.isEmpty() ? used : List.<Integer>of()) {
      inForce(premise).map(Attempts.InForce::asPremise).ifPresent(inForce::add);
    }
    inForce.addAll(zero);
    OpenHypotheses open = new OpenHypotheses(printed, survey);
    List<Attempts.InForce> maybe = new ArrayList<>();
    Consumer<Integer> perhaps = n -> inForce(n).map(Attempts.InForce::asPremise).ifPresent(maybe::add);
    elsewhere.forEach(perhaps);
    Stream.concat(s.conditions().stream(), every.stream()).filter(either::holds).forEach(perhaps);
    itself.forEach(n -> inForce(n).ifPresent(maybe::add));
    s.notes().facts().forEach(f -> inForce.addAll(PrintedConditions.distinct(f)));
    s.notes().maybeFacts().forEach(f -> maybe.addAll(PrintedConditions.distinct(f)));
    s.notes().maybe().stream().filter(c -> c != s.number() && !takenIn(c)).forEach(perhaps);
    new WorkedValues(printed, outcomes, survey, domains).before(p).stream().filter(n -> !s.conditions().contains(n) && !itself.contains(n)).forEach(perhaps);
    domains.elsewhere(p).forEach(c -> inForce(c).map(Attempts.InForce::ofAll).ifPresent(maybe::add));
    if (open.withDefinition(s)) {
      // itself, where it is assumed with the definition before it
      perhaps.accept(s.number());
    }
    above(s).filter(this::bounds).forEach(c -> inForce(c).ifPresent(maybe::add));
    List<Integer> introducing = Stream.concat(open.introducing(p).stream(), open.orders(p).stream()).filter(n -> !proved(n)).toList();
    Stream.of(toBeSolved(p), open.then(s), introducing, new EarlierValues(printed, outcomes, survey.mentions()).of(p), SetUps.before(s, outcomes.values()), open.of(s)).flatMap(List::stream)
        .filter(n -> !used.contains(n) && !s.conditions().contains(n))
        .forEach(perhaps);
    maybe.addAll(PrintedConditions.thresholds(p, printed, survey.mentions(), domains));
    inForce.addAll(PrintedConditions.aboveSign(s));
    // further links of the chain may go on under it
    p.chain(printed).stream().skip(1).forEach(link -> maybe.addAll(PrintedConditions.aboveSign(link.statement())));
    // what is drawn from all cases, i = j and i \\neq j, holds in none of them alone
    List<Attempts.InForce> cases = inForce.stream().filter(a -> inForce.stream().anyMatch(a::isApart)).toList();
    inForce.removeAll(cases);
    maybe.addAll(cases);
    Set<String> explicit = new TreeSet<>();
    s.notes().explicitAll().forEach(n -> key(n).ifPresent(explicit::add));
    lift(s, explicit, inForce, maybe);
    Set<String> left = names(p.left());
    Set<String> right = names(p.right());
    boolean anew = Collections.disjoint(left, seen) && Collections.disjoint(right, seen);
    new FreshLetters(survey.mentions(), seen).only(p, left, right, explicit);
    Set<String> fixed = new TreeSet<>();
    s.fixed().forEach(n -> key(n).ifPresent(fixed::add));
    fixed.addAll(Lagrangian.given(p, names, survey.mentions()));
    Set<String> fixedBefore = new TreeSet<>();
    s.notes().fixedBefore().forEach(n -> key(n).ifPresent(fixedBefore::add));
    List<Term> context = restrictions.stream().filter(r -> s.part().within(r.part()) || r.part().within(s.part())).map(Restriction::term).distinct().toList();
    List<WordFact> words = new ArrayList<>(s.notes().facts());
    words.addAll(bounds.before(s));
    words.addAll(new DefinedUnder(printed, names, survey.mentions()).facts(p));
    List<WordFact> maybeWords = new ArrayList<>(s.notes().maybeFacts());
    maybeWords.addAll(bounds.perhaps(s));
    return new Attempts.Subject(
        p.left(), Lowering.order(s.sign().sign()).orElse(Claim.Order.EQUAL), Lowering.isOfMatrices(s.sign().sign()), p.right(), s.part(), inForce, keptBefore(s), maybe, words, maybeWords, StatedRanges.of(s, printed, survey.mentions()), explicit, anew, right, context, oneHot(s), fixed, fixedBefore);
  }

  /** Equations set to zero above, in the part, that share a quantity with a statement: it may speak of their solution (READING 11); derivatives are what they are. */
  private List<Integer> toBeSolved(Printed p) {
    Statement s = p.statement();
    if (!s.notes().explicitAll().isEmpty() || differentiates(p.left()) || differentiates(p.right())) {
      return List.of();
    }
    Set<String> own = new TreeSet<>(p.names(survey.mentions()));
    return outcomes.values().stream()
        .filter(o -> o instanceof Outcome.Assumes && o.statement().cue() == Cue.SET_TO_ZERO && o.statement().number() < s.number() && s.part().within(o.statement().part()))
        .map(o -> o.statement().number())
        .filter(n -> !Collections.disjoint(own, demanded(printed.get(n)).names(survey.mentions())) || !Collections.disjoint(own, printed.get(n).names(survey.mentions())))
        .toList();
  }

  /** "Suppose p = s(z) = 1/(1 + e^{-z})": a link that holds by itself ties nothing. */
  private boolean idle(int c) {
    return printed.get(c).statement().cue() == Cue.ASSUMED && printed.get(c).statement().after().isPresent() && proved(c);
  }

  private UnprintedZero unprintedZero() {
    return new UnprintedZero(printed, survey, outcomes);
  }

  private Set<String> names(Notation n) {
    Set<String> found = new TreeSet<>();
    Definitions.collect(n, survey.mentions(), found);
    return found;
  }

  private static boolean differentiates(Notation n) {
    return Differentials.whole(n) || Notations.children(n).stream().anyMatch(Setting::differentiates);
  }

  private static final java.util.regex.Pattern ALL_CASES =
      java.util.regex.Pattern.compile("\\b(in (all|every|each|either|any) (such )?cases?|in both cases|in general|always|regardless|whatever|every case|general case)\\b");

  /** READING 3: conditions of other sentences end where a sentence speaks of all values of a letter, or of all cases; no proof uses them, a refuting point meets them. */
  private void lift(Statement s, Set<String> explicit, List<Attempts.InForce> inForce, List<Attempts.InForce> maybe) {
    boolean all = ALL_CASES.matcher(s.words()).find();
    if (!all && explicit.isEmpty()) {
      return;
    }
    // "for each i" says nothing of the p that H(p) has a value at
    List<String> own = new ArrayList<>(all ? List.of() : domains.inForceBeside(printed.get(s.number()), explicit).stream().flatMap(c -> inForce(c).stream()).map(Attempts.InForce::text).toList());
    for (int c : s.conditions()) {
      Statement other = printed.get(c).statement();
      if (!all && other.notes().explicitAll().equals(s.notes().explicitAll())) {
        inForce(c).ifPresent(f -> own.add(f.text()));
      }
    }
    for (Attempts.InForce f : List.copyOf(inForce)) {
      Set<String> names = new TreeSet<>();
      List.of(f.left(), f.right()).forEach(n -> Definitions.collect(n, survey.mentions(), names));
      boolean speaks = all || names.stream().anyMatch(explicit::contains);
      if (speaks && !own.contains(f.text())) {
        inForce.remove(f);
        maybe.add(f);
      }
    }
  }

  /** What a step is drawn from and holds: hypotheses, equations set to zero, lines that were proved (READING 9, 26). */
  List<Integer> premises(Statement s) {
    Printed p = printed.get(s.number());
    boolean differentiates = Differentials.whole(p.left()) || Differentials.whole(p.right());
    List<Integer> all = new ArrayList<>();
    if (s.cue().drawn() || solving(s)) {
      all.addAll(s.premises());
      above(s).forEach(all::add);
      s.notes().zeroed().ifPresent(all::add);
    }
    return all.stream().distinct().filter(n -> n < s.number() && usable(n, differentiates)).toList();
  }

  /**
   * What a step may be drawn from and no proof leans on (SOUNDNESS 22, READING 1): a hypothesis of an item or a case that ended, itself, and what was proved under
   * something that is not in force here.
   */
  private List<Integer> notHere(Statement s, List<Integer> premises, List<Attempts.InForce> inForce) {
    Lemmas lemmas = new Lemmas(outcomes);
    List<Integer> ended = premises.stream().filter(n -> printed.get(n).statement().cue() == Cue.ASSUMED && !proved(n) && !s.conditions().contains(n) && !s.part().within(printed.get(n).statement().part())).toList();
    Set<String> holds = new TreeSet<>();
    inForce.forEach(f -> holds.add(f.text()));
    s.notes().facts().forEach(f -> holds.add(f.phrase()));
    s.notes().facts().forEach(f -> f.names().forEach(n -> key(n).ifPresent(k -> holds.add(Said.text(f, k)))));
    premises.stream().filter(n -> assumed(n) && !ended.contains(n)).forEach(n -> inForce(n).ifPresent(f -> holds.add(f.text())));
    // what was set to zero holds for all that follows it in its part (READING 10)
    outcomes.values().stream().map(Outcome::statement).filter(t -> t.cue() == Cue.SET_TO_ZERO && t.number() < s.number() && s.part().within(t.part()) && assumed(t.number())).forEach(t -> inForce(t.number()).ifPresent(f -> holds.add(f.text())));
    List<Integer> all = new ArrayList<>(ended);
    premises.stream().filter(n -> proved(n) && (says(printed.get(n), printed.get(s.number())) || !lemmas.holds(printed.get(n), holds, s.conditions()))).forEach(all::add);
    return all;
  }

  /** Whether two relations are printed alike, or with their sides exchanged. */
  private static boolean says(Printed a, Printed b) {
    boolean same = a.statement().sign().sign() == b.statement().sign().sign() && Templates.same(a.left(), b.left()) && Templates.same(a.right(), b.right());
    boolean turned = a.statement().sign().sign() == RelationSign.EQUAL && b.statement().sign().sign() == RelationSign.EQUAL && Templates.same(a.left(), b.right()) && Templates.same(a.right(), b.left());
    return same || turned;
  }

  /**
   * A line of a display without words under an equation that is still to be solved, or under a line that was drawn from one: it is drawn from what
   * stands above it (READING 9, 10).
   */
  boolean solving(Statement s) {
    return s.cue() == Cue.STATED && s.after().isEmpty() && above(s).anyMatch(n -> n < s.number() && underEquation(n));
  }

  /** What stands right above a line, but for the condition that another line has behind it, {@code dp_i/dx_j = .., \quad i = j}, and for a case that another one here takes the place of. */
  private Stream<Integer> above(Statement s) {
    List<Attempts.InForce> own = Stream.concat(s.conditions().stream(), s.premises().stream()).flatMap(c -> inForce(c).stream()).toList();
    return s.notes().above().stream().filter(n -> own.isEmpty() || inForce(n).filter(a -> own.stream().anyMatch(a::isApart)).isEmpty()).filter(n -> printed.subList(0, Math.min(n, printed.size())).stream().noneMatch(q -> q.statement().conditions().contains(n)));
  }

  /** A hypothesis in a line above that is no equation: it may go on. */
  private boolean bounds(int number) {
    return outcomes.get(number) instanceof Outcome.Assumes a && a.statement().sign().sign() != RelationSign.EQUAL;
  }

  private boolean underEquation(int number) {
    Outcome o = outcomes.get(number);
    if (o == null) {
      // the first walk decides nothing
      return printed.get(number).statement().cue().drawn();
    }
    if (o instanceof Outcome.Assumes a) {
      return a.statement().cue() == Cue.SET_TO_ZERO || ((a.statement().cue() == Cue.ASSUMED || a.statement().cue() == Cue.ASKED) && a.statement().sign().sign() == RelationSign.EQUAL);
    }
    return o instanceof Outcome.Decided d
        && d.verdict() instanceof Verdict.Proved v
        && v.claim().assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation);
  }

  /** Whether all that stands above a line is known to hold, so that a point at which the line fails refutes it as a step too. */
  boolean allKnown(Statement s) {
    List<Integer> above = s.notes().above();
    return above.stream().allMatch(n -> n < s.number() && known(n)) && (above.size() < 4 || allKnown(printed.get(above.getLast()).statement()));
  }

  /**
   * A formula that begins with its sign behind several others, "a = b where c = d" and "= e": it may go on with another one than the last. Behind a case of its own, "a = b;
   * if i = j, = c; if i \\neq j, = d", it goes on with what stands in front of the cases.
   */
  private Choice.Result goesOn(Printed p, Choice.Result found, BiFunction<Printed, Attempts.Subject, Outcome> decided) {
    Statement s = p.statement();
    Optional<Statement> last = s.after().filter(a -> a < s.number()).map(a -> printed.get(a).statement()).filter(a -> !found.outcome().proved() && a.clause() != s.clause());
    Optional<Outcome> ofCase = last.flatMap(a -> beforeCase(a, s)).map(q -> new Printed(s, q.right(), p.right())).map(q -> decided.apply(q, subject(q))).filter(Outcome::proved);
    if (ofCase.isPresent()) {
      return new Choice.Result(ofCase.get(), found.names(), found.ranges());
    }
    if (last.isEmpty() || !found.outcome().refuted()) {
      return found;
    }
    boolean other =
        printed.subList(Math.min(last.get().number(), Math.max(0, s.number() - 6)), last.get().number()).stream()
            .filter(q -> q.statement().clause() != last.get().clause() && q.statement().part().equals(s.part()) && printed.stream().noneMatch(r -> r.statement().after().equals(Optional.of(q.statement().number()))))
            .anyMatch(q -> mayGoOn(new Printed(s, q.right(), p.right()), last.get().inSentenceBehind(q.statement()), decided));
    return other ? new Choice.Result(new Outcome.Open(s, "condition.unclear", "it fails, but perhaps it goes on with another formula before it than the last", Optional.empty()), found.names(), found.ranges()) : found;
  }

  /** Whether it may go on with a formula: in one sentence unless that fails, else only if it holds so. */
  private boolean mayGoOn(Printed p, boolean sentence, BiFunction<Printed, Attempts.Subject, Outcome> decided) {
    Outcome outcome = decided.apply(p, subject(p));
    return sentence ? !outcome.refuted() : outcome.proved() && !Templates.same(p.left(), p.right());
  }

  /** The link of a chain in front of the case that its last links stand under, where the next formula stands under another one. */
  private Optional<Printed> beforeCase(Statement last, Statement next) {
    boolean cases = !last.conditions().isEmpty() && !next.conditions().isEmpty() && Collections.disjoint(last.conditions(), next.conditions());
    Optional<Statement> at = Optional.of(last).filter(x -> cases);
    while (at.isPresent() && !Collections.disjoint(at.get().conditions(), last.conditions())) {
      at = at.get().after().map(a -> printed.get(a).statement());
    }
    return at.map(x -> printed.get(x.number()));
  }

  /** What is left of a verdict beside the other equations of the text, and the other way round where the sign says so. */
  Choice.Result reviewed(Printed p, Choice.Result found, BiFunction<Printed, Attempts.Subject, Outcome> decided) {
    Choice.Result result = goesOn(p, new Solutions(printed, outcomes, survey.mentions()).of(p, found), decided);
    return ConditionalElements.of(p, new Equivalences(printed, outcomes, this, decided).of(p, result), printed, survey.mentions());
  }

  /** Whether the equations that a statement is drawn from speak of a name: then it is solved for, not defined (READING 11). */
  boolean solvedFor(String key, Statement s) {
    List<Integer> all = new ArrayList<>(premises(s));
    s.conditions().stream().filter(c -> c < s.number()).forEach(all::add);
    // a letter of the equation right before it that stays open, "x = \\lambda p => p = x / \\lambda", is solved for too
    boolean behind = s.premises().stream().anyMatch(n -> (n > s.number() || (s.cue().drawn() && outcomes.get(n) instanceof Outcome.Open o && o.statement().clause() == s.clause() - 1 && o.statement().sign().sign() == RelationSign.EQUAL)) && speaks(n, key));
    return behind || all.stream().anyMatch(n -> underEquation(n) && speaks(n, key)) || !unprintedZero().meant(s, new TreeSet<>(List.of(key))).isEmpty();
  }

  /** Whether a statement may say what the solution for a name is: it is solved for, and differentiated by. */
  boolean sought(String key, Statement s) {
    return solvedFor(key, s) && unprintedZero().sought(key, s);
  }

  /** Whether a statement was proved under an equation. */
  boolean solution(int number) {
    return proved(number) && underEquation(number);
  }

  /** What is in force around a claim about a solution: the solutions for other letters too. */
  Attempts.Subject subject(Estimates.Solution solution) {
    Attempts.Subject subject = subject(solution.claim());
    List<Attempts.InForce> all = new ArrayList<>(subject.conditions());
    solution.others().forEach(n -> inForce(n).map(Attempts.InForce::asPremise).ifPresent(all::add));
    return subject.under(all);
  }

  private boolean speaks(int number, String key) {
    return PrintedHead.isKey(key) ? PrintedHead.occurs(printed.get(number), key, survey.mentions()) : printed.get(number).mentions(key, survey.mentions());
  }

  private boolean known(int number) {
    return outcomes.get(number) instanceof Outcome.Assumes || takenIn(number) || proved(number);
  }

  /** A hypothesis; one that the walk has not come to yet too, where a statement behind it is tried. */
  private boolean assumed(int number) {
    Outcome o = outcomes.get(number);
    return o instanceof Outcome.Assumes || (o == null && printed.get(number).statement().cue() == Statement.Cue.ASSUMED);
  }

  private boolean proved(int number) {
    Outcome o = outcomes.get(number);
    return o != null && o.proved();
  }

  /** Whether a statement is in force as a definition already. */
  boolean takenIn(int number) {
    return outcomes.get(number) instanceof Outcome.Defines d && d.code().equals("defines");
  }

  /**
   * Hypotheses and what is proved. What is proved holds everywhere and ties no letters together, so a derivative is the same with it and without: there
   * it would only be taken for a constraint (SOUNDNESS 20). An equation that was proved without another one tells nothing at all of its letters, and no
   * point could be seen to satisfy it where it holds logarithms.
   */
  private boolean usable(int number, boolean differentiates) {
    boolean slope = differentiates || Differentials.whole(printed.get(number).left());
    boolean identity = printed.get(number).statement().sign().sign() == RelationSign.EQUAL && !underEquation(number);
    return assumed(number) || (!slope && !identity && proved(number));
  }

  Optional<Attempts.InForce> inForce(int number) {
    Printed q = printed.get(number);
    if (q.unreadable().isPresent()) {
      return Optional.empty();
    }
    Printed first = outcomes.get(number) instanceof Outcome.Assumes ? demanded(q) : q;
    boolean universal = universal(q);
    Notation left = solution(number) ? Estimates.unmarked(first.left()).orElse(first.left()) : first.left();
    return Optional.of(new Attempts.InForce(left, q.statement().sign().sign(), q.right(), Lemmas.text(first.statement(), q.statement()), q.statement().sign().span().start(), universal, universal ? allOf(q) : Collections.emptySet(), proved(number), false, !generic(number)));
  }

  private Set<String> allOf(Printed q) {
    return q.statement().notes().explicitAll().stream().flatMap(n -> key(n).stream()).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  /** An equation that holds for all values of a letter; of an index letter of its left side every hypothesis does. */
  private boolean universal(Printed q) {
    List<String> all = q.statement().notes().explicitAll().stream().flatMap(n -> key(n).stream()).toList();
    Optional<Mention> entry = survey.mentions().of(q.left()).filter(Mention::plain);
    List<String> indices = entry.map(m -> m.indices().stream().flatMap(i -> survey.mentions().of(i).filter(Mention::bare).map(Mention::key).stream()).toList()).orElse(List.of());
    boolean elements = !all.isEmpty() && all.size() == q.statement().notes().explicitAll().size() && indices.containsAll(all);
    return !q.statement().notes().explicitAll().isEmpty() && q.statement().sign().sign() == RelationSign.EQUAL && !elements && !Templates.same(q.left(), q.right());
  }

  /** Words about an equation that is to be solved, which name no element. */
  private static final java.util.regex.Pattern STATIONARY =
      java.util.regex.Pattern.compile("(?i)\\b(setting|zero|maxim\\w*|minim\\w*|(?:for )?optim\\w*|stationar\\w*|first-order|conditions?|vanish\\w*|lagrang\\w*|multipliers?|constraints?|at|critical|null|set|under|subject)\\b");

  /** Whether an equation is said of all elements of its indices: nothing restricts it, and its words pick no element (READING 2, 6). */
  private boolean generic(int number) {
    Statement s = printed.get(number).statement();
    Set<String> letters = new TreeSet<>();
    List.of(printed.get(number).left(), printed.get(number).right()).forEach(n -> ConditionalElements.free(n, survey.mentions(), letters));
    boolean free = s.notes().unread().isEmpty() && s.notes().bracketed().isEmpty() && s.sign().above().isEmpty() && (letters.isEmpty() || printed.stream().noneMatch(q -> restricts(q, s, letters)));
    boolean plain = PlainTalk.is(STATIONARY.matcher(s.words()).replaceAll(" "), true);
    boolean rests = outcomes.get(number) instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Proved v && v.claim().assumptions().stream().map(Assumption::fact).anyMatch(Setting::ofSome);
    return free && plain && !rests;
  }

  /** Whether a hypothesis beside an equation speaks of one of its letters for elements: k \\ne y, i = 1 in the part, y_i = 1 where the equation stands. */
  private boolean restricts(Printed q, Statement s, Set<String> letters) {
    Statement t = q.statement();
    if (t.number() == s.number() || t.cue() != Cue.ASSUMED || !s.part().within(t.part())) {
      return false;
    }
    boolean bare = Stream.of(q.left(), q.right()).anyMatch(n -> survey.mentions().of(n).filter(m -> m.bare() && letters.contains(m.key())).isPresent());
    Set<String> own = new TreeSet<>();
    List.of(q.left(), q.right()).forEach(n -> ConditionalElements.free(n, survey.mentions(), own));
    boolean beside = s.conditions().contains(t.number()) || s.notes().maybe().contains(t.number());
    return bare || (beside && own.stream().anyMatch(letters::contains));
  }

  private static boolean ofSome(Fact fact) {
    return switch (fact) {
      case Fact.Equation e -> !e.everywhere();
      case Fact.Holds h -> !Terms.indices(h.condition()).isEmpty() || !Terms.openIndices(Terms.sum(Terms.terms(h.condition()))).isEmpty();
      default -> false;
    };
  }

  /**
   * Where the side that is assumed to be zero begins: at the end of a chain the last side, if all links before it hold; else what stands before the first
   * one that does not (READING 10, 26).
   */
  private Printed demanded(Printed zero) {
    Printed first = zero;
    for (Printed link = zero; link.statement().after().filter(a -> a < printed.size()).isPresent(); ) {
      Printed before = printed.get(link.statement().after().get());
      Outcome o = outcomes.get(before.statement().number());
      // of what depends on nothing that is known the text gives the derivative outright (READING 24)
      boolean holds = o == null || o.proved() || o.code().equals("derivative.not-reached") || o instanceof Outcome.Assumes || o instanceof Outcome.Defines;
      first = holds ? first : before;
      if (before.statement().number() >= link.statement().number()) {
        break;
      }
      link = before;
    }
    return first;
  }

  private List<OneHot.Said> oneHot(Statement s) {
    List<OneHot.Said> said = new ArrayList<>();
    for (WordFact f : s.notes().facts()) {
      if (f.kind() == WordFact.Kind.ONE_HOT) {
        List<String> vectors = f.names().stream().flatMap(n -> key(n).stream()).toList();
        said.add(new OneHot.Said(vectors, f.hot().flatMap(this::key).or(() -> hotByEquation(vectors, s)), f.offset()));
      }
    }
    return said;
  }

  /** The letter c of a statement y_c = 1 in this part or around it. */
  private Optional<String> hotByEquation(List<String> vectors, Statement s) {
    for (Printed q : printed) {
      Optional<Mention> m = survey.mentions().of(q.left());
      if (m.isPresent()
          && vectors.contains(m.get().key())
          && m.get().plain()
          && m.get().indices().size() == 1
          && Conditions.isNumeral(q.right(), "1")
          && s.part().within(q.statement().part())) {
        return survey.mentions().of(m.get().indices().get(0)).filter(Mention::bare).map(Mention::key);
      }
    }
    return Optional.empty();
  }

  /** The key of a name as printed. */
  private Optional<String> key(String printedName) {
    return survey
        .mentions()
        .printed(printedName)
        .map(Mention::key);
  }

  List<String> keptBefore(Statement s) {
    return s.after().map(a -> kept.getOrDefault(a, List.of())).orElse(List.of());
  }

  /** Fewer conditions, each of which proves as much: without the equations that a step is not drawn from; with one of those that it is drawn from; with orders alone. */
  static List<List<Attempts.InForce>> fewer(List<Attempts.InForce> conditions) {
    List<Attempts.InForce> orders = conditions.stream().filter(c -> c.sign() != RelationSign.EQUAL).toList();
    List<Attempts.InForce> drawn = conditions.stream().filter(c -> c.sign() == RelationSign.EQUAL && c.drawn()).toList();
    Set<List<Attempts.InForce>> all = new LinkedHashSet<>();
    all.add(Stream.concat(orders.stream(), drawn.stream()).toList());
    drawn.stream().limit(4).forEach(one -> all.add(Stream.concat(orders.stream(), Stream.of(one)).toList()));
    drawn.stream().limit(4).forEach(one -> all.add(conditions.stream().filter(c -> !c.drawn() || c.equals(one)).toList()));
    all.add(orders);
    all.remove(conditions);
    return List.copyOf(all);
  }
}
