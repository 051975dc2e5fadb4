package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Session.Layout;
import dev.gradus.term.Budget;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One verdict from the verdicts of all readings. Trusted like the kernel: proved only if the cheapest well-shaped reading is proved; refuted only if
 * every reading is, and the text leaves nothing open that could make the claim true (SOUNDNESS 24, 26, 27; READING 6, 11, 17, 22, 23, 24, 26).
 */
final class Choice {
  /** The outcome, what is known behind it, and how it came about. */
  record Result(Outcome outcome, Names names, Ranges ranges, List<Tried> tried, List<Integer> definitions) {
    Result(Outcome outcome, Names names, Ranges ranges) {
      this(outcome, names, ranges, List.of(), List.of());
    }

    Explained explained() {
      return new Explained(outcome, tried, definitions);
    }
  }

  /** A reading with its verdict. */
  private record Judged(Attempt.Read reading, Verdict verdict, boolean oneHot) {}
  /** Steps for one statement's decisions. */
  private static final long PURSE = 3 * Verdicts.SHARE;
  private static final java.util.regex.Pattern CONCLUDES = java.util.regex.Pattern.compile("\\b(then|hence|therefore|thus|so|get|obtain|have|gives|shows|also)\\b");
  private Budget purse = Budget.ofSteps(PURSE);
  private final List<Tried> tried = new ArrayList<>();
  private final Set<Integer> definitions = new TreeSet<>();
  private final IdentityHashMap<Attempt.Read, Judged> judgements = new IdentityHashMap<>();
  private final Survey survey;
  private final Names names;
  private final Ranges ranges;
  private final Conventions conventions;
  private final Map<Integer, Layout> layouts;
  private final Map<Integer, Outcome> outcomes;
  private final Doubts doubts;
  private final Verdicts verdicts;
  private Activation activation = Activation.LOGISTIC;
  private boolean trial;

  /** The same, paid for from what is given. */
  Choice paidFrom(Budget given) {
    purse = given;
    return this;
  }

  /** The same with what an undefined sigma is inferred to be (READING 21). */
  Choice under(Activation a) {
    activation = a;
    return this;
  }

  /** The same with a meaning of sigma that is tried: no other one saves a claim. */
  Choice trying(Activation a) {
    activation = a;
    trial = true;
    return this;
  }

  Choice(Survey survey, Names names, Ranges ranges, Conventions conventions, Map<Integer, Layout> layouts, Map<Integer, Outcome> outcomes, Told told) {
    this.survey = survey;
    this.names = names;
    this.ranges = ranges;
    this.conventions = conventions;
    this.layouts = layouts;
    this.outcomes = outcomes;
    this.doubts = new Doubts(survey, names, conventions, outcomes, told);
    this.verdicts = told.verdicts();
  }

  private Attempts attempts() {
    return new Attempts(survey, names, ranges, conventions, Budget.standard());
  }

  /** Where an earlier sentence held quantities fixed, a claim is decided only if that makes no difference to it (READING 7). */
  Result decide(Printed p, Attempts.Subject subject) {
    Result r = unexplained(p, subject);
    return new Result(Verdicts.readable(r.outcome()), r.names(), r.ranges(), List.copyOf(tried), List.copyOf(definitions));
  }

  private Result unexplained(Printed p, Attempts.Subject subject) {
    Result total = judged(p, subject);
    if (total.outcome().refuted()) {
      Set<String> held = attempts().perhapsFixed(subject);
      held.addAll(subject.fixed());
      if (held.size() > subject.fixed().size() && !judged(p, subject.holding(held)).outcome().refuted()) {
        return open(p.statement(), "derivative.held-fixed", "it fails, but perhaps not with what is called independent or constant held fixed");
      }
    }
    if (subject.fixedBefore().isEmpty()) {
      return total;
    }
    Result partial = judged(p, subject.holding(Stream.concat(subject.fixed().stream(), subject.fixedBefore().stream()).collect(Collectors.toCollection(TreeSet::new))));
    boolean same = total.outcome() instanceof Outcome.Decided a && partial.outcome() instanceof Outcome.Decided b && a.verdict().getClass().equals(b.verdict().getClass());
    return same || !(total.outcome() instanceof Outcome.Decided) ? total : open(p.statement(), "derivative.held-fixed", "it depends on whether what was held fixed before still is");
  }

  private Result judged(Printed p, Attempts.Subject subject) {
    Statement s = p.statement();
    SaidLayout.take(s, layouts);
    if (!trial && activation == Activation.LOGISTIC) {
      activation = NamedMeaning.meanings(s, names.told().described()).getFirst();
    }
    if (s.sign().sign() == RelationSign.APPROXIMATE) {
      return approximate(p, subject).or(() -> equal(p, subject)).orElse(open(s, "relation.not-built", "this relation is not decided yet"));
    }
    if (Lowering.order(s.sign().sign()).filter(o -> o != Claim.Order.NOT_EQUAL).isEmpty()) {
      return open(s, "relation.not-built", "this relation is not decided yet");
    }
    Attempts attempts = attempts();
    List<Attempt> all;
    try {
      all = attempts.all(subject, Session.Options.of(activation), layoutsOf(s));
    } catch (Budget.Exhausted limit) {
      return open(s, "budget." + limit.limit().name().toLowerCase(java.util.Locale.ROOT), "the limit " + limit.limit() + " was reached while reading");
    }
    all.stream().filter(a -> a instanceof Attempt.Fell).forEach(a -> tried.add(Tried.of((Attempt.Fell) a)));
    List<Attempt.Read> readings = all.stream().filter(a -> a instanceof Attempt.Read).map(a -> (Attempt.Read) a).toList();
    if (readings.isEmpty()) {
      Optional<Claim> misshapen = new Misshapen(survey, names, ranges).needed(p, subject, all, () -> attempts.all(subject, Session.Options.of(activation).turning(), layoutsOf(s)));
      if (misshapen.isPresent() && !attempts.cutOff() && decided(misshapen.get()) instanceof Verdict.Refuted v) {
        return new Result(new Outcome.Decided(s, misshapen.get(), v, List.of(), Optional.empty(), Optional.empty(), List.of(), "shape.conflict", "no reading fits the stated shapes"), names, ranges);
      }
      ReadingReason reason = ((Attempt.Fell) all.get(0)).reason();
      Outcome outcome = reason.unread() ? new Outcome.Unread(s, reason.code(), reason.sentence()) : new Outcome.Open(s, reason.code(), reason.sentence(), Optional.empty());
      return new Result(outcome, names, ranges);
    }
    return choose(p, subject, readings, attempts);
  }

  /** Whether a reading of a statement may hold, as far as a few points show. */
  boolean mayHold(Printed p, Attempts.Subject subject, Budget budget) {
    return new Attempts(survey, names, ranges, conventions, budget).mayHold(subject, Session.Options.of(activation), layoutsOf(p.statement()));
  }

  private Result open(Statement s, String code, String because) {
    return new Result(new Outcome.Open(s, code, because, Optional.empty()), names, ranges);
  }

  private List<Layout> layoutsOf(Statement s) {
    return layouts.get(s.part().chapter()) == Layout.DENOMINATOR ? List.of(Layout.DENOMINATOR, Layout.NUMERATOR) : List.of(Layout.NUMERATOR, Layout.DENOMINATOR);
  }

  private Result choose(Printed p, Attempts.Subject subject, List<Attempt.Read> readings, Attempts attempts) {
    Statement s = p.statement();
    Layout fixed = layouts.get(s.part().chapter());
    List<Judged> judged = new ArrayList<>();
    int cheapest = readings.get(0).cost();
    boolean several = !Ways.direct(List.of(p.left(), p.right()), survey.mentions()).isEmpty();
    for (Attempt.Read r : readings) {
      // a dearer reading proves nothing, and where one is undecided or some are not tried it refutes nothing either; what supports alone has to be known
      boolean idle = attempts.cutOff() || judged.stream().anyMatch(j -> j.verdict() instanceof Verdict.Undecided);
      if (r.cost() > cheapest && !several && idle && judged.stream().noneMatch(j -> j.verdict() instanceof Verdict.Supported)) {
        break;
      }
      Judged j = judge(r);
      judged.add(j);
      tried.add(Tried.of(r, j.verdict()));
      r.used().forEach(u -> names.definition(u, s.part()).ifPresent(d -> definitions.add(d.statement())));
      boolean allowed = r.cost() == cheapest && !r.used().contains("transposed") && !r.used().contains(Arrays.UNTURNED) && !(fixed != null && r.used().contains("layout") && r.layout() != fixed);
      boolean holds = j.verdict() instanceof Verdict.Proved || j.verdict() instanceof Verdict.Supported;
      Optional<String> doubtful = holds ? doubts.doubtful(p, r) : Optional.empty();
      if (doubtful.isPresent()) {
        return keep(s, r, "shape.unknown", doubtful.get());
      }
      if (j.verdict() instanceof Verdict.Proved proved && allowed) {
        if (!inEveryShape(readings, cheapest)) {
          return keep(s, r, "shape.unknown", "it holds in one of the shapes that its letters may have, and no proof was found for another");
        }
        if (r.symmetric().isPresent() && !(decided(r.symmetric().get()) instanceof Verdict.Proved)) {
          return keep(s, r, "symmetry.unknown", "the quadratic form has this sign, but is the matrix symmetric?");
        }
        fixLayout(s, r, readings);
        if (r.claim().order() == Claim.Order.EQUAL) {
          r.names().confirm(p, r.used(), survey.mentions());
        }
        return accept(s, r, proved, j.oneHot());
      }
      if (j.verdict() instanceof Verdict.Undecided u && u.reason().code().startsWith("engine")) {
        return decided(s, List.of(j), u, u.reason().code(), u.reason().sentence());
      }
    }
    return reject(p, subject, judged, attempts);
  }

  /** Whether the claim is proved in each shape that the text leaves open, by one of the nearest readings (READING 28, SOUNDNESS 27). */
  private boolean inEveryShape(List<Attempt.Read> readings, int cheapest) {
    List<Attempt.Read> nearest = readings.stream().filter(r -> r.cost() == cheapest).toList();
    return nearest.stream()
        .map(Attempt.Read::shapes)
        .distinct()
        .allMatch(shapes -> nearest.stream().anyMatch(r -> r.shapes().equals(shapes) && judge(r).verdict() instanceof Verdict.Proved));
  }

  /** Decides a reading: with what it differentiates by kept, as it stands, with the target one-hot. */
  private Judged judge(Attempt.Read r) {
    Judged known = judgements.get(r);
    if (known == null) {
      known = judgeAnew(r);
      judgements.put(r, known);
    }
    return known;
  }

  /** A claim's decision, paid for from what is left for the statement. */
  private Verdict decided(Claim claim) {
    return verdicts.of(claim, purse);
  }

  private Judged judgeAnew(Attempt.Read r) {
    if (r.kept().isPresent() && decided(r.kept().get()) instanceof Verdict.Proved kept) {
      return new Judged(r, kept, false);
    }
    Verdict plain = Universal.checked(decided(r.claim()), r.used(), this::decided);
    Optional<Verdict> unconstrained = plain instanceof Verdict.Proved ? Optional.empty() : Lagrangian.unconstrained(r, names, survey.mentions()).or(() -> SupposedNames.without(r.claim(), c -> decided(c) instanceof Verdict.Proved)).map(this::decided);
    if (unconstrained.filter(v -> v instanceof Verdict.Proved).isPresent()) {
      return new Judged(r, unconstrained.get(), false);
    }
    List<Claim> known = plain instanceof Verdict.Undecided ? KnownPremises.of(r.claim(), r.used()) : List.of();
    if (!known.isEmpty() && decided(KnownPremises.without(r.claim(), r.used())) instanceof Verdict.Refuted refuted && known.stream().allMatch(k -> decided(k) instanceof Verdict.Proved)) {
      plain = refuted;
    }
    if (plain instanceof Verdict.Refuted && r.narrowed().isPresent()) {
      Verdict narrowed = decided(r.narrowed().get());
      plain =
          narrowed instanceof Verdict.Refuted
              ? narrowed
              : new Verdict.Undecided(new ReadingReason.Open("it fails, but perhaps not where a condition beside it holds", "condition.unclear"));
    }
    if (plain instanceof Verdict.Proved || r.oneHot().claims().isEmpty()) {
      return new Judged(r, plain, false);
    }
    List<Verdict> hot = new ArrayList<>();
    for (Claim c : r.oneHot().claims()) {
      hot.add(decided(c));
    }
    if (!r.oneHot().certain()) {
      return new Judged(r, plain instanceof Verdict.Refuted && !hot.stream().allMatch(v -> v instanceof Verdict.Refuted) ? OneHot.unnamed() : plain, false);
    }
    // unnamed, the class that is none of the letters stands last: proved for it is proved for every class (READING 25)
    Verdict last = hot.get(hot.size() - 1);
    if (last instanceof Verdict.Proved) {
      return new Judged(r, last, true);
    }
    Optional<Verdict> some = hot.stream().filter(v -> v instanceof Verdict.Proved).findFirst();
    if (some.isPresent()) {
      return r.oneHot().letterStands() ? new Judged(r, some.get(), true) : new Judged(r, OneHot.unnamed(), false);
    }
    boolean all = plain instanceof Verdict.Refuted && hot.stream().allMatch(v -> v instanceof Verdict.Refuted);
    boolean named = r.oneHot().named() && hot.get(0) instanceof Verdict.Refuted;
    if (named || all) {
      return new Judged(r, hot.get(0), false);
    }
    return new Judged(r, plain instanceof Verdict.Refuted ? OneHot.unnamed() : plain, false);
  }

  /** The first claim that holds in one layout only fixes it for its chapter (READING 28). */
  private void fixLayout(Statement s, Attempt.Read proved, List<Attempt.Read> readings) {
    if (!proved.used().contains("layout") || layouts.containsKey(s.part().chapter())) {
      return;
    }
    boolean both =
        readings.stream().filter(r -> r.layout() != proved.layout() && !r.used().contains("transposed"))
            .anyMatch(r -> judge(r).verdict() instanceof Verdict.Proved);
    if (!both) {
      layouts.put(s.part().chapter(), proved.layout());
    }
  }

  private Result accept(Statement s, Attempt.Read r, Verdict.Proved v, boolean oneHot) {
    Optional<Doubts.Doubt> other = new Superseded(names, survey, outcomes).of(s, r, v, oneHot, activation);
    if (other.isPresent()) {
      return keep(s, r, other.get().code(), other.get().because());
    }
    List<Assumption> inferred = new ArrayList<>(Inferred.of(r, v, oneHot, activation, names, s.part()));
    inferred.addAll(new Lemmas(outcomes).behind(v, r.used(), s.number()));
    String code = Because.code(v.evidence());
    return new Result(new Outcome.Decided(s, v.claim(), v, inferred, r.chosen(), Optional.empty(), List.of(r.meaning()), code, Because.sentence(code)), r.names(), r.ranges().keepingFixed(ranges));
  }

  private Result decided(Statement s, List<Judged> judged, Verdict v, String code, String because) {
    Attempt.Read first = judged.get(0).reading();
    List<Meaning> meanings = judged.stream().map(j -> j.reading().meaning()).distinct().toList();
    return new Result(new Outcome.Decided(s, first.claim(), v, List.of(), first.chosen(), Optional.empty(), meanings, code, because), names, ranges);
  }

  private Result reject(Printed p, Attempts.Subject subject, List<Judged> judged, Attempts attempts) {
    Statement s = p.statement();
    for (Judged j : judged) {
      if (j.verdict() instanceof Verdict.Proved) {
        return keep(s, j.reading(), "reading.dearer", "it holds in another reading than the nearest one");
      }
    }
    boolean several = !Ways.direct(List.of(p.left(), p.right()), survey.mentions()).isEmpty();
    Optional<Result> ways = several ? proved(s, subject, OtherMeanings.onWays(activation), (x, v) -> accept(s, x, v, false)) : Optional.empty();
    if (ways.isPresent()) {
      return ways.get();
    }
    Judged first = judged.get(0);
    for (Judged j : judged) {
      switch (j.verdict()) {
        case Verdict.Undecided u -> {
          Optional<Verdict.Proved> lawful = j.reading().cost() == first.reading().cost() ? JointProbabilities.proved(j.reading().claim(), s.part(), this::decided).filter(v -> doubts.doubtful(p, j.reading()).isEmpty()) : Optional.empty();
          return lawful.isPresent() ? accept(s, j.reading(), lawful.get(), false) : decided(s, judged, u, u.reason().code(), u.reason().sentence());
        }
        case Verdict.Supported u -> {
          // a step's other side may lie beyond all points
          boolean stepped = List.of(first.reading().claim().left(), first.reading().claim().right()).stream().anyMatch(CaseSplit::stepped);
          // points were looked for only where other expressions of the scope have a value: agreement there says too little
          return first.reading().claim().context().isEmpty() && judged.size() == 1 && !stepped
              ? decided(s, judged, u, u.reason().code(), u.reason().sentence())
              : keep(s, first.reading(), u.reason().code(), "no proof was found");
        }
        case Verdict.Proved x -> {}
        case Verdict.Refuted x -> {}
      }
    }
    Optional<Result> left = leftOpen(p, subject, judged, attempts);
    if (left.isPresent()) {
      return left.get();
    }
    Verdict.Refuted r = (Verdict.Refuted) first.verdict();
    boolean domain = r.evidence() instanceof dev.gradus.proof.kernel.Evidence.OpenSet;
    if (domain && s.conditions().isEmpty() && (s.opens() + s.closes()).chars().filter(c -> c == '$').count() > 1) {
      return keep(s, first.reading(), "condition.unclear", "the range that the sentence states may be another formula's");
    }
    String code = Because.code(r.evidence());
    return decided(s, judged, r, code, Because.refutes(code));
  }

  private Result keep(Statement s, Attempt.Read r, String code, String because) {
    return new Result(new Outcome.Open(s, code, because, Optional.of(r.claim()), Optional.of(r.meaning())), names, ranges);
  }

  /** What in the text could make a claim true although every reading of it fails. */
  private Optional<Result> leftOpen(Printed p, Attempts.Subject subject, List<Judged> judged, Attempts attempts) {
    Statement s = p.statement();
    Attempt.Read r = judged.get(0).reading();
    if (attempts.cutOff() || judged.stream().anyMatch(j -> j.reading().used().contains(Reach.OPEN))) {
      return Optional.of(keep(s, r, "budget.readings", "there are more readings than were tried"));
    }
    if (PrintedDoubts.bracesState(s.left().text()) || PrintedDoubts.bracesState(s.right().text())) {
      return Optional.of(keep(s, r, "condition.unclear", "it fails, but perhaps not where a brace over or under a part of it says what that is"));
    }
    if (Contradictions.open(subject, r.claim(), x -> attempts.all(x, Session.Options.of(activation), layoutsOf(s)), c -> decided(c) instanceof Verdict.Refuted)) {
      return Optional.of(keep(s, r, "condition.unclear", "nothing is known that meets what is supposed before it"));
    }
    Optional<String> spelled = PrintedDoubts.spelled(p.left(), p.right(), s.part(), names, survey.mentions()).or(() -> PrintedDoubts.spelled(p.right(), p.left(), s.part(), names, survey.mentions()));
    Optional<Result> unheard = Unheard.of(p, r, names, survey).map(u -> keep(s, r, "condition.unclear", u)).or(() -> spelled.map(n -> keep(s, r, "symbol.undefined", "is " + n + " one name?")));
    if (unheard.isPresent()) {
      return unheard;
    }
    if (s.notes().unread().filter(u -> !Topics.loss(u)).isPresent()) {
      return Optional.of(keep(s, r, "condition.not-read", "a condition was not understood: " + s.notes().unread().get()));
    }
    Optional<Verdict> counted = NamedCounts.verdict(p, names.told().listings().sizes(s.part()), r.claim(), this::decided);
    if (counted.isPresent()) {
      boolean proved = judged.size() == 1 && r.conditionNotRead().isEmpty();
      return Optional.of(proved && counted.get() instanceof Verdict.Proved v ? accept(s, r, v, false) : keep(s, r, "size.unknown", "it fails, but perhaps not for the number of elements that the words name, or that are printed"));
    }
    for (Judged j : judged) {
      if (j.reading().conditionNotRead().filter(c -> !NamedCounts.failsAnyway(j.reading(), c, this::decided)).isPresent()) {
        return Optional.of(keep(s, r, "condition.not-read", "a condition was not read: " + j.reading().conditionNotRead().get()));
      }
      if (j.reading().used().contains("guess")) {
        return Optional.of(keep(s, r, "shape.unknown", "a letter is used with different shapes in the document"));
      }
      if (j.reading().used().contains("inverse")) {
        return Optional.of(keep(s, r, "derivative.inverse", "it fails, but perhaps not on the branch of the inverse function that is meant"));
      }
      if (!j.reading().openLetters().isEmpty() && !(decided(OpenLetters.some(j.reading().claim(), j.reading().openLetters())) instanceof Verdict.Refuted)) {
        return Optional.of(
            keep(s, r, "symbol.undefined", "which element is meant by " + String.join(", ", j.reading().openLetters()) + "?"));
      }
    }
    Trial tried = tried(p, subject);
    Optional<Doubts.Doubt> doubt = Stream.concat(Stream.of(r.claim()), r.oneHot().claims().stream()).flatMap(c -> doubts.of(p, r.with(c), tried).stream()).findFirst();
    if (doubt.isPresent()) {
      return Optional.of(keep(s, r, doubt.get().code(), doubt.get().because()));
    }
    Set<String> twice = Summation.repeated(p.left(), survey.mentions());
    twice.addAll(Summation.repeated(p.right(), survey.mentions()));
    if (judged.stream().flatMap(j -> Summation.summed(j.reading().claim(), twice).stream()).anyMatch(c -> !(decided(c) instanceof Verdict.Refuted))) {
      return Optional.of(keep(s, r, "index.summed", "it fails, but perhaps not with the index that stands twice summed"));
    }
    boolean apart = judged.stream().flatMap(j -> Apart.of(j.reading().claim(), survey, Attempts.hotLetters(subject)).stream()).anyMatch(c -> !(decided(c) instanceof Verdict.Refuted));
    Optional<Result> outside = apart ? Optional.of(keep(s, r, "element.apart", "it fails, but perhaps not if the element that a letter names is none of those that are summed over")) : Optional.empty();
    return outside.or(() -> otherMeanings(s, subject, r)).or(() -> printedDecimal(p, subject, judged)).or(() -> inACase(p, r, subject.anew())).or(() -> Sigma.isUsed(r.used()) && !trial ? otherActivations(p, subject, r) : Optional.empty());
  }

  private Trial tried(Printed p, Attempts.Subject subject) {
    return new Trial.OfStatement(p.statement(), subject, survey, names, ranges, conventions, activation, layoutsOf(p.statement()), this::decided);
  }

  /** READING 6: it may stand under a condition that was not read, where it holds in one case and the words are more than the joints of a proof. */
  private Optional<Result> inACase(Printed p, Attempt.Read r, boolean anew) {
    Statement s = p.statement();
    // where the sides are equal restricts no order (READING 3); a case whose condition is in force is heard
    String words = UnprintedZero.without(s.words().replaceAll("with equality[^.;]*" + (s.conditions().isEmpty() ? "" : "|\\bcase \\$"), ""), r.claim());
    boolean bare = !r.used().contains("derivative") && r.used().stream().noneMatch(u -> names.definition(u, s.part()).isPresent());
    if (s.after().isEmpty() && !LimitForms.in(p.left()) && !LimitForms.in(p.right()) && Constraints.possible(r.claim(), bare, words, !anew && CONCLUDES.matcher(s.opens()).find())) {
      return Optional.of(keep(s, r, "equation.not-read", "it may be a condition on its letters"));
    }
    if (Constraints.valued(r.claim(), s, words, (s.left().text() + s.right().text()).matches("(?s).*\\d[.,]\\d.*"), c -> decided(c) instanceof Verdict.Refuted)) {
      return Optional.of(keep(s, r, "condition.unclear", "it may say what the value is in one example or at one point"));
    }
    boolean numbers = Terms.families(r.claim().left(), r.claim().right()).isEmpty() && Terms.ranges(r.claim().left(), r.claim().right()).isEmpty();
    Optional<String> restricting = numbers ? Optional.empty() : Properties.restricting(s, r, words, names.told().words(), c -> decided(c) instanceof Verdict.Refuted);
    if (restricting.isPresent()) {
      // "at the optimum", "the cross terms", "in the tails": where that is, the claim may hold (READING 6, 11)
      return Optional.of(keep(s, r, "condition.unclear", "it fails, but perhaps not where \"" + restricting.get() + "\" says"));
    }
    boolean stated = !s.conditions().isEmpty() || !r.claim().explicit().isEmpty();
    return !stated && CaseSplit.ofSteps(r.claim()).stream().anyMatch(c -> decided(c) instanceof Verdict.Proved) ? Optional.of(keep(s, r, "condition.unclear", "it holds in a case that a condition may name, and none was read")) : Optional.empty();
  }

  /** Another admissible meaning in which it holds. */
  private Optional<Result> otherMeanings(Statement s, Attempts.Subject subject, Attempt.Read r) {
    return OtherMeanings.of(r, activation, subject, (x, o) -> attempts().all(x, o, layoutsOf(s)).stream().anyMatch(a -> a instanceof Attempt.Read q && judge(q).verdict() instanceof Verdict.Proved)).map(d -> keep(s, r, d.code(), d.because()));
  }

  private Optional<Result> proved(Statement s, Attempts.Subject subject, Session.Options options, BiFunction<Attempt.Read, Verdict.Proved, Result> then) {
    for (Attempt attempt : attempts().all(subject, options, layoutsOf(s))) {
      if (attempt instanceof Attempt.Read x && decided(x.claim()) instanceof Verdict.Proved v) {
        return Optional.of(then.apply(x, v));
      }
    }
    return Optional.empty();
  }

  /** SOUNDNESS 26: a printed decimal within half a unit of its last digit is not refuted. */
  private Optional<Result> printedDecimal(Printed p, Attempts.Subject subject, List<Judged> judged) {
    Attempt.Read r = judged.getFirst().reading();
    Optional<PrintedDecimal> decimal = r.claim().order() == Claim.Order.EQUAL ? PrintedDecimal.of(p) : Optional.empty();
    boolean right = decimal.isPresent() && decimal.get().bounds(r.claim()).stream().noneMatch(c -> decided(c) instanceof Verdict.Refuted);
    boolean may = right || rounded(p, subject, r.claim().order(), judged.stream().map(Judged::verdict).toList());
    return may ? Optional.of(keep(p.statement(), r, "decimal.printed", "right to the digits printed, as far as seen")) : Optional.empty();
  }

  /** Whether a refuted relation may hold for numbers that its decimals, on any side, are rounded from. */
  private boolean rounded(Printed p, Attempts.Subject subject, Claim.Order order, List<Verdict> refuted) {
    Rounded decimals = Rounded.of(p, outcomes.values()).in(p, order);
    return !decimals.numerals().isEmpty() && decimals.mayHold(attempts().all(subject, Session.Options.of(activation).rounding(decimals.numerals()), layoutsOf(p.statement())), refuted);
  }

  /** What is equal is about equal. */
  private Optional<Result> equal(Printed p, Attempts.Subject subject) {
    try {
      List<Attempt> all = attempts().all(subject, Session.Options.of(activation), layoutsOf(p.statement()));
      return all.size() == 1 && all.getFirst() instanceof Attempt.Read r && r.claim().order() == Claim.Order.EQUAL && doubts.doubtful(p, r).isEmpty() && decided(r.claim()) instanceof Verdict.Proved v ? Optional.of(accept(p.statement(), r, v, false)) : Optional.empty();
    } catch (Budget.Exhausted spent) {
      return Optional.empty();
    }
  }

  /** READING 12: a number beside a printed decimal: within half a unit of its last digit it is right, more than a unit off it is wrong. */
  private Optional<Result> approximate(Printed p, Attempts.Subject subject) {
    Statement s = p.statement();
    Optional<PrintedDecimal> decimal = PrintedDecimal.of(p);
    List<Attempt> all = decimal.isEmpty() ? List.of() : attempts().all(subject, Session.Options.of(Layout.NUMERATOR), List.of(Layout.NUMERATOR));
    if (all.isEmpty() || !(all.getFirst() instanceof Attempt.Read r) || !Terms.families(r.claim().left(), r.claim().right()).isEmpty() || !Terms.ranges(r.claim().left(), r.claim().right()).isEmpty()) {
      return Optional.empty();
    }
    if (decided(decimal.get().within(r.claim(), 1)) instanceof Verdict.Proved proved) {
      return Optional.of(accept(s, r, proved, false));
    }
    Verdict near = decided(decimal.get().within(r.claim(), 2));
    boolean sure = near instanceof Verdict.Refuted && !r.used().contains("log") && !r.used().contains("activation") && all.size() == 1 && !rounded(p, subject, Claim.Order.EQUAL, List.of(near));
    return sure
        ? Optional.of(decided(s, List.of(new Judged(r, near, false)), near, "differ.point", "it is more than a unit of the last digit off"))
        : Optional.of(keep(s, r, "decimal.printed", "not right to the digits printed, as far as seen"));
  }

  /** READING 21: an undefined sigma is refuted only if all its standard meanings are, and no words of the part say that it is another function. */
  private Optional<Result> otherActivations(Printed p, Attempts.Subject subject, Attempt.Read r) {
    Statement s = p.statement();
    boolean other = OtherMeanings.NOT_STANDARD.matcher(s.part().words()).find() || names.told().described().ownSigma(s.part());
    return other || tried(p, subject).holdsForSome(r.used()) ? Optional.of(keep(s, r, "symbol.undefined", "what is \\sigma? It fails for " + activation.text())) : Optional.empty();
  }
}
