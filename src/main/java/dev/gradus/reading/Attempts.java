package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import dev.gradus.proof.Glance;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All readings of one claim, by cost. */
final class Attempts {
  /**
   * A relation in force: its sides, its sign, its words.
   *
   * @param offset where the text states it
   * @param universal said for all values of a letter
   * @param over those letters, where they are known
   * @param known proved before
   * @param drawn what a step is drawn from: an equation to be solved, not one that ties letters while others are differentiated by them
   * @param some it may hold for some elements of its indices only
   */
  record InForce(Notation left, RelationSign sign, Notation right, String text, int offset, boolean universal, Set<String> over, boolean known, boolean drawn, boolean some) {
    InForce asPremise() {
      return new InForce(left, sign, right, text, offset, universal, over, known, true, some);
    }

    /** What a link of a chain is drawn from, whatever was found of it. */
    InForce asHypothesis() {
      return new InForce(left, sign, right, text, offset, universal, over, false, true, some);
    }

    /** The same said of other sides. */
    InForce of(Notation first, Notation second) {
      return new InForce(first, sign, second, text, offset, universal, over, known, drawn, some);
    }

    /** i = j, which excludes i \\neq j; y = 1, which excludes y = 0; z > 0, which excludes z < 0: no value of the left side meets both. */
    private boolean excludes(InForce other) {
      if (!Outline.of(left).equals(Outline.of(other.left))) {
        return false;
      }
      String here = Outline.of(right);
      String there = Outline.of(other.right);
      return here.equals(there)
          ? switch (sign) {
            case EQUAL -> other.sign == RelationSign.NOT_EQUAL || other.sign == RelationSign.LESS || other.sign == RelationSign.GREATER;
            case LESS -> other.sign == RelationSign.GREATER || other.sign == RelationSign.GREATER_OR_EQUAL;
            case GREATER -> other.sign == RelationSign.LESS_OR_EQUAL;
            default -> false;
          }
          : sign == RelationSign.EQUAL && other.sign == RelationSign.EQUAL && NUMBER.matcher(here).matches() && NUMBER.matcher(there).matches();
    }

    /** One of the two excludes the other. */
    boolean isApart(InForce other) {
      return excludes(other) || other.excludes(this);
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+|\\(sum -\\d+\\)");

    /** The same as a statement about all values, of which no fact of the claim's letters follows. */
    InForce ofAll() {
      return new InForce(left, sign, right, text, offset, true, java.util.Collections.emptySet(), false, drawn, some);
    }
  }

  /**
   * What is read.
   *
   * @param kept quantities that the chain differentiates by: a second claim is made with them as they are
   * @param matrices the order is one of matrices: of quadratic forms (READING 12)
   * @param conditions what a proof may use: conditions in force and what a consequence is drawn from
   * @param maybe what may be a condition here: a refuting point meets it, no proof uses it
   * @param words what words say of names
   * @param maybeWords what they say behind a later claim: like {@code maybe}
   * @param ranged letters with a stated range of their own: customary ones serve no proof, a refuting point still meets them
   * @param explicit names that the text ranges over explicitly
   * @param fixed quantities that derivatives hold fixed (READING 7)
   * @param fixedBefore quantities that they perhaps hold fixed, by an earlier sentence
   * @param anew no statement before speaks of any of its letters: there is nothing that it could be drawn from
   * @param fresh names that occur for the first time on the right side: some value, not any (READING 22)
   */
  record Subject(
      Notation left,
      Claim.Order order,
      boolean matrices,
      Notation right,
      Part part,
      List<InForce> conditions,
      List<String> kept,
      List<InForce> maybe,
      List<WordFact> words,
      List<WordFact> maybeWords,
      Set<String> ranged,
      Set<String> explicit,
      boolean anew,
      Set<String> fresh,
      List<Term> context,
      List<OneHot.Said> oneHot,
      Set<String> fixed,
      Set<String> fixedBefore) {
    /** Two sides with nothing around them. */
    static Subject alone(Notation left, Claim.Order order, Notation right, Part part, List<String> kept) {
      return new Subject(
          left, order, false, right, part, List.of(), kept, List.of(), List.of(), List.of(), new TreeSet<>(), new TreeSet<>(), false, new TreeSet<>(), List.of(), List.of(), new TreeSet<>(), new TreeSet<>());
    }

    /** The same without what it may be drawn from. */
    Subject undrawn() {
      return under(conditions.stream().filter(c -> !c.drawn()).toList());
    }

    /** The same with other quantities held fixed. */
    Subject holding(Set<String> names) {
      return new Subject(left, order, matrices, right, part, conditions, kept, maybe, words, maybeWords, ranged, explicit, anew, fresh, context, oneHot, names, new TreeSet<>());
    }

    /** The same with another left side. */
    Subject from(Notation other) {
      return new Subject(other, order, matrices, right, part, conditions, kept, maybe, words, maybeWords, ranged, explicit, anew, fresh, context, oneHot, fixed, fixedBefore);
    }

    /** The same without some of what may be in force. */
    Subject without(List<InForce> doubtful) {
      return new Subject(left, order, matrices, right, part, conditions, kept, maybe.stream().filter(m -> !doubtful.contains(m)).toList(), words, maybeWords, ranged, explicit, anew, fresh, context, oneHot, fixed, fixedBefore);
    }

    /** The same with more words in force. */
    Subject hearing(List<WordFact> more) {
      List<WordFact> all = new ArrayList<>(words);
      more.stream().filter(w -> !all.contains(w)).forEach(all::add);
      return new Subject(left, order, matrices, right, part, conditions, kept, maybe, all, maybeWords, ranged, explicit, anew, fresh, context, oneHot, fixed, fixedBefore);
    }

    Subject under(List<InForce> others) {
      return new Subject(left, order, matrices, right, part, others, kept, maybe, words, maybeWords, ranged, explicit, anew, fresh, context, oneHot, fixed, fixedBefore);
    }
  }

  /** Readings that a quick look tries. */
  private static final int FIRST = 6;

  private final Survey survey;
  private final Names names;
  private final Ranges ranges;
  private final Conventions conventions;
  private final Budget budget;
  private boolean cutOff;

  Attempts(Survey survey, Names names, Ranges ranges, Conventions conventions, Budget budget) {
    this.survey = survey;
    this.names = names;
    this.ranges = ranges;
    this.conventions = conventions;
    this.budget = budget;
  }

  /** Whether the readings were more than the limit: then nothing is refuted (SOUNDNESS 26). */
  boolean cutOff() {
    return cutOff;
  }

  List<Attempt> all(Subject subject, Session.Options options, List<Session.Layout> layouts) {
    List<Attempt> found = all(subject, options, layouts, false);
    boolean conflict = found.stream().allMatch(a -> a instanceof Attempt.Fell f && f.reason().code().startsWith("shape"));
    return conflict ? all(subject, options, layouts, true) : found;
  }

  private List<Attempt> all(Subject subject, Session.Options options, List<Session.Layout> layouts, boolean parted) {
    List<Attempt> found = new ArrayList<>();
    for (Session.Layout layout : layouts) {
      Optional<List<Integer>> script = Optional.of(List.of());
      boolean layoutMatters = false;
      while (script.isPresent()) {
        if (found.size() >= Budget.Limit.READINGS.value()) {
          cutOff = true;
          break;
        }
        Choices choices = new Choices(script.get());
        Attempt attempt = one(subject, options.with(layout), choices, parted);
        found.add(attempt);
        layoutMatters |= !(attempt instanceof Attempt.Read r) || r.used().contains("layout");
        script = choices.next();
      }
      if (!layoutMatters) {
        break;
      }
    }
    found.sort(Comparator.comparingInt(Attempt::cost));
    return found;
  }

  /** Whether the first reading in a layout may hold, as far as a few points show. */
  boolean mayHold(Subject subject, Session.Options options, List<Session.Layout> layouts) {
    return first(subject, options, layouts).stream()
        .anyMatch(r -> Glance.mayHold(r.claim(), budget) || Stream.concat(r.kept().stream(), r.oneHot().claims().stream()).anyMatch(c -> Glance.mayHold(c, budget)));
  }

  /** The first reading in each layout that works out: for a quick look, which none of the others is asked for. */
  private List<Attempt.Read> first(Subject subject, Session.Options options, List<Session.Layout> layouts) {
    List<Attempt.Read> found = new ArrayList<>();
    for (Session.Layout layout : layouts) {
      Optional<List<Integer>> script = Optional.of(List.of());
      for (int tries = 0; tries < FIRST && script.isPresent(); tries++) {
        Choices choices = new Choices(script.get());
        Attempt attempt = one(subject, options.with(layout), choices, false);
        script = attempt instanceof Attempt.Read ? Optional.empty() : choices.next();
        if (attempt instanceof Attempt.Read r) {
          found.add(r);
        }
      }
      if (found.stream().anyMatch(r -> !r.used().contains("layout"))) {
        break;
      }
    }
    return found;
  }

  private Attempt one(Subject subject, Session.Options options, Choices choices, boolean parted) {
    Session session = new Session(survey, names.copy(), ranges.copy(), subject.part(), choices, options, budget);
    session.parted = parted;
    try {
      Elaborator elaborator = new Elaborator(session);
      Lowering lowering = new Lowering(elaborator).at(subject.conditions());
      session.targets.addAll(subject.kept());
      session.sides.addAll(List.of(subject.left(), subject.right()));
      session.onlyUnequal.addAll(Unequal.inside(subject.left(), subject.right(), survey.mentions()));
      session.fixed.addAll(subject.fixed());
      session.fixedPerhaps.addAll(perhapsFixed(subject));
      new Inversion(elaborator).singular(subject.words());
      numbers(subject).forEach(n -> session.shapes.put(n, 0));
      OwnVariable.of(subject.left(), subject.right(), survey.mentions()).ifPresent(x -> session.arguments.put(x, Value.number(Family.variable("{" + x + "}").at())));
      LimitForms limits = new LimitForms(elaborator);
      Value left = limits.side(subject.left(), subject.order(), subject.right());
      Optional<Session.Formed> formed = session.formedAs(left);
      Set<String> letters = new LinkedHashSet<>(session.elements.keySet());
      Value right = limits.side(subject.right(), subject.order(), subject.left());
      Optional<Family> probe = subject.matrices() ? lowering.probe(left, right) : Optional.empty();
      Optional<Value> difference = probe.isPresent() ? Optional.of(elaborator.arrays.add(left, elaborator.arrays.negate(right))) : Optional.empty();
      if (probe.isPresent()) {
        left = lowering.form(left, probe.get());
        right = lowering.form(right, probe.get());
      }
      Lowering.Sides sides = lowering.align(left, right, Differentials.whole(subject.left()) || Differentials.whole(subject.right()));
      Surroundings around = new Surroundings(elaborator, lowering, false);
      names.told().outsiders().between(session, sides.left(), sides.right()).forEach(c -> around.add(Assumption.stated(new Fact.Holds(c), "an element beside the range of a sum")));
      session.conditions.forEach(c -> around.add(Assumption.stated(new Fact.Holds(c), "the condition in the script")));
      around.all(subject.conditions());
      session.domains.forEach(around::defined);
      Lowering.Frame customary = new Lowering.Frame(subject.order(), around.assumptions(), subject.words(), subject.explicit(), hotLetters(subject), subject.context());
      Lowering.Frame frame = customary.without(subject.ranged());
      Claim claim = unknown(lowering.claim(sides, frame, conventions), subject, session);
      if (ClaimParts.ambiguous(new Claim(claim.left(), claim.order(), claim.right(), List.of(), List.of(), List.of()))) {
        throw Misfit.shape("a letter has two shapes in one claim");
      }
      List<String> elements = Terms.openIndices(claim.left(), claim.right()).stream().filter(i -> i instanceof Index.Free).map(i -> ((Index.Free) i).name()).toList();
      if (elements.stream().distinct().count() < elements.size()) {
        throw Misfit.shape("a letter stands for elements of two ranges in one claim");
      }
      Multipliers.free(session, claim.assumptions());
      Optional<Claim> kept = sides.kept().map(k -> unknown(lowering.claim(k, frame, conventions), subject, session));
      // what may be a condition leaves nothing behind for the statements below
      boolean alone = subject.maybe().isEmpty();
      Names known = alone ? session.names : session.names.copy();
      Ranges found = alone ? session.ranges : session.ranges.copy();
      Surroundings possible = new Surroundings(elaborator, lowering, true);
      possible.perhaps(subject, Terms.families(claim.left(), claim.right()));
      if (around.loose().isEmpty() && possible.loose().isPresent()) {
        session.used.add(NamedCounts.PERHAPS);
      }
      Optional<String> notRead = around.notRead(claim).or(() -> possible.notRead(claim));
      Scope here = Scope.of(session);
      boolean elsewhere = conventions.more(Terms.families(claim.left(), claim.right()), here);
      Optional<Claim> narrowed =
          possible.assumptions().isEmpty() && subject.maybeWords().isEmpty() && subject.ranged().isEmpty() && !elsewhere && claim.assumptions().stream().noneMatch(a -> a.fact() instanceof Fact.Equation)
              ? Optional.<Claim>empty()
              : Optional.of(unknown(lowering.claim(sides, customary.with(possible.assumptions(), subject.maybeWords()), conventions, here.withPossible()), subject, session)).filter(c -> !c.equals(claim));
      Optional<Claim> bounded = Said.everywhere(narrowed.orElse(claim)).or(() -> narrowed);
      Optional<Claim> nearer = summing(bounded.orElse(claim), subject.words()).or(() -> bounded);
      return new Attempt.Read(
          claim,
          kept,
          nearer,
          difference.map(d -> lowering.claim(lowering.align(d, d.transposed(), false), frame.ofEquation(), conventions)),
          OneHot.variants(subject.part(), claim, nearer.orElse(claim), subject.oneHot(), conventions.targets(elsewhere ? here.withPossible() : here).keySet(), conventions.targets(here).keySet()),
          Meaning.of(kept.orElse(claim), formed.flatMap(x -> lowering.differentiated(x, sides.kept().orElse(sides))), session.targets),
          choices.cost(),
          options.layout(),
          session.used,
          choices.notes(),
          openLetters(claim, letters, subject),
          notRead.or(() -> lowering.unsaid(claim, subject.words())).or(() -> lowering.unsaid(claim, subject.maybeWords())).or(around::loose).or(possible::loose),
          known,
          found);
    } catch (Misfit misfit) {
      return new Attempt.Fell(misfit.reason(), choices.cost(), options.layout());
    }
  }

  /** Letters that words call numbers here, and which nothing near has with an index (READING 28). */
  private Set<String> numbers(Subject subject) {
    Set<String> found = new TreeSet<>();
    List<String> arrays = subject.words().stream().filter(w -> w.kind() == WordFact.Kind.VECTOR || w.kind() == WordFact.Kind.MATRIX).flatMap(w -> w.names().stream()).toList();
    subject.words().stream()
        .filter(w -> w.kind() == WordFact.Kind.SCALAR)
        .flatMap(w -> w.names().stream())
        .filter(n -> !arrays.contains(n))
        .flatMap(n -> survey.mentions().printed(n).filter(Mention::bare).stream())
        .filter(m -> survey.trace(m.key(), subject.part()).indices == 0)
        .forEach(m -> found.add(m.key()));
    return found;
  }

  /** "The weights sum to one": whichever they are, a point where all vectors do refutes. */
  private static Optional<Claim> summing(Claim claim, List<WordFact> words) {
    Optional<WordFact> said = words.stream().filter(w -> w.kind() == WordFact.Kind.SUMS_TO_ONE && w.names().isEmpty()).findFirst();
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    for (Family f : said.isPresent() ? Terms.families(claim.left(), claim.right()) : java.util.Collections.<Family>emptySet()) {
      if (f.axes().size() == 1 && f.kind() == Family.Kind.VARIABLE && all.stream().noneMatch(a -> a.fact() instanceof Fact.SumsToOne s && s.family().equals(f))) {
        all.add(Assumption.stated(new Fact.SumsToOne(f, 0), Said.text(said.get(), f), said.get().offset()));
      }
    }
    return all.size() == claim.assumptions().size() ? Optional.empty() : Optional.of(claim.under(all));
  }

  /** "As a function of the independent mu and sigma": not said of derivatives, so perhaps of them (READING 7). */
  Set<String> perhapsFixed(Subject subject) {
    Set<String> found = new TreeSet<>();
    subject.words().stream()
        .filter(w -> w.kind() == WordFact.Kind.INDEPENDENT || w.kind() == WordFact.Kind.CONSTANT)
        .flatMap(w -> w.names().stream())
        .forEach(n -> survey.mentions().printed(n).ifPresent(m -> found.add(m.key())));
    return found;
  }

  static Set<String> hotLetters(Subject subject) {
    Set<String> letters = new LinkedHashSet<>();
    subject.oneHot().forEach(s -> s.hot().ifPresent(letters::add));
    return letters;
  }

  /** Letters for elements that the right side brings in and nothing names: some element, not any. */
  private Set<String> openLetters(Claim claim, Set<String> left, Subject subject) {
    Set<String> open = new LinkedHashSet<>();
    for (Index i : Terms.openIndices(claim.left(), claim.right())) {
      // k = argmax_i x_i: the text says which element it is
      boolean said = i instanceof Index.Free f && names.told().defines(f.name(), subject.part()) && names.definition(f.name(), subject.part()).isEmpty();
      if (i instanceof Index.Free f && (said || (Terms.openIndices(claim.right()).contains(i) && !left.contains(f.name()) && subject.fresh().contains(f.name())))) {
        open.add(f.name());
      }
    }
    return open;
  }

  /** Marks fresh names as unknown, and functions as numbers where nothing is differentiated. */
  private Claim unknown(Claim differentiated, Subject subject, Session session) {
    Claim claim = Indicated.free(Undifferentiated.of(differentiated, names, subject.part()), subject, session);
    Set<String> fresh = subject.fresh();
    if (fresh.isEmpty()) {
      return claim;
    }
    // nothing is refuted of an unknown, and a proof for all values needs no fact about it
    List<Assumption> about = claim.assumptions().stream().filter(a -> !speaksOf(a.fact(), fresh)).toList();
    List<Term> context = claim.context().stream().filter(t -> Terms.families(t).stream().noneMatch(f -> fresh.contains(f.name()))).toList();
    List<Family> explicit = claim.explicit().stream().filter(f -> !fresh.contains(f.name())).toList();
    return new Claim(mark(claim.left(), fresh), claim.order(), mark(claim.right(), fresh), about, explicit, context);
  }

  private static boolean speaksOf(Fact fact, Set<String> names) {
    return ClaimParts.family(fact).stream().anyMatch(f -> names.contains(f.name()))
        || ClaimParts.terms(fact).stream().anyMatch(t -> Terms.families(t).stream().anyMatch(f -> names.contains(f.name())));
  }

  private static Term mark(Term term, Set<String> fresh) {
    if (term instanceof Term.Entry e && fresh.contains(e.family().name()) && e.family().kind() == Family.Kind.VARIABLE) {
      return new Term.Entry(e.family().as(Family.Kind.UNKNOWN), e.indices());
    }
    return Terms.mapParts(term, t -> mark(t, fresh));
  }
}
