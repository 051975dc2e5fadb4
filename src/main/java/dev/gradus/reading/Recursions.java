package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.notation.Typeset;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import dev.gradus.reading.Recursion.Member;
import dev.gradus.reading.Recursion.Put;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Families that a document gives step by step, m_t = \beta m_{t-1} + (1-\beta) g_t from m_0 = 0, and by such ones, \hat m_t = m_t / (1 - \beta^t): below the recursion and under
 * the same heading (READING 17), what statements print of them is read as its closed form ({@link Recursion}). That this solves the recursion is judged as two claims, one
 * at step 1 and one from any step to the next; where these are not proved, nothing is said that leans on it.
 */
final class Recursions {
  private static final List<String> RUNNING = List.of("s", "r", "q", "u", "z", "h", "p");
  private static final int DEEPEST = 3;
  private static final Span HERE = new Span(0, 0);
  private static final Pattern ALWAYS = Pattern.compile("\\b(all|every|each|constant|always|any|identical|throughout|same)\\b");
  private static final Pattern LIFTS = Pattern.compile("\\b(general|generally|arbitrary|whatever|regardless|without|another|other|nonzero|non-zero|different|instead)\\b");
  /** Words for single steps, for late ones, and for what holds about so or on the average. */
  private static final Pattern SOME_STEPS =
      Pattern.compile("\\b(first|second|third|initial\\w*|start\\w*|begin\\w*|early|large|small|limit\\w*|eventual\\w*|asymptotic\\w*|last|final\\w*|next|previous|once|expect\\w*|approximate\\w*|roughly|about|nearly|almost|long)\\b");
  private static final Pattern ANOTHER = Pattern.compile("\\b(another|others?|alternative|alternatively|variants?|instead|different|some|sometimes|elsewhere|convention)\\b");
  private static final Pattern IF = Pattern.compile("\\b(if|when|whenever|case|suppose|unless)\\b");

  /** A family that a statement gives by the step before it. */
  private record Sequence(String name, Printed at, Recursion step) {
    Part section() {
      return at.statement().part().section();
    }
  }

  /** A family that a statement gives by others of the same step. */
  private record Given(String name, String letter, Printed at) {}

  private final List<Printed> read;
  private final List<PrintedFragment> fragments;
  private final List<Sequence> sequences = new ArrayList<>();
  private final List<Given> given = new ArrayList<>();
  /** x_0 = c, by the name */
  private final Map<String, List<Printed>> starts = new TreeMap<>();
  /** g_i = g: hypotheses that all members of a family are the same */
  private final List<Printed> constants = new ArrayList<>();
  /** for each statement that was read with closed forms the recursions that these are of */
  private final Map<Integer, Set<Sequence>> unrolled = new TreeMap<>();
  /** statements that are left without what they say, as everything that they serve was read with it */
  private final Set<Integer> taken = new TreeSet<>();

  private Recursions(List<Printed> read, List<PrintedFragment> fragments) {
    this.read = read;
    this.fragments = fragments;
  }

  static Recursions of(List<Printed> read, List<PrintedFragment> fragments) {
    Recursions it = new Recursions(read, fragments);
    RUNNING.stream().filter(l -> read.stream().noneMatch(p -> speaks(p, l))).findFirst().ifPresent(it::find);
    return it;
  }

  /** Whether a statement gives one of these families. */
  boolean gives(Printed p) {
    return sequences.stream().anyMatch(q -> q.at().statement().number() == p.statement().number());
  }

  private void find(String running) {
    for (Printed p : read) {
      Optional<Member> head = Member.of(p.left()).filter(m -> Lowering.isEquation(p.statement()));
      head.filter(m -> m.bare() && m.isFirst() && FirstMembers.is(p, m, read)).ifPresent(m -> starts.computeIfAbsent(m.name(), k -> new ArrayList<>()).add(FirstMembers.valued(p, read)));
      if (head.filter(m -> isConstant(p, m)).isPresent()) {
        constants.add(p);
      }
    }
    for (Printed p : read) {
      boolean equation = Lowering.isEquation(p.statement()) && p.statement().after().isEmpty() && List.of(Cue.STATED, Cue.INTRODUCED, Cue.ASSUMED).contains(p.statement().cue());
      Optional<Recursion> step = equation ? Recursion.of(p.left(), p.right(), running) : Optional.empty();
      if (step.isPresent() && isUnconditional(p, step.get().letter())) {
        sequences.add(new Sequence(Member.of(p.left()).orElseThrow().name(), p, step.get()));
      }
    }
    sequences.removeIf(s -> !isCounted(s) || leansOnOthers(s) || isContested(s));
    for (Printed p : sequences.isEmpty() ? List.<Printed>of() : read) {
      Optional<Member> head = Member.of(p.left()).filter(m -> m.bare() && m.index() instanceof Notation.Symbol && isDefinition(p, m));
      head.ifPresent(m -> given.add(new Given(m.name(), Outline.of(m.index()), p)));
    }
  }

  private static boolean isConstant(Printed p, Member m) {
    boolean letter = m.index() instanceof Notation.Symbol s && !Recursion.holds(p.right(), s.name());
    boolean always = p.statement().cue() == Cue.ASSUMED && letter && !Recursion.mentions(p.right(), m.name());
    return always && (m.bare() || m.printed().sup().filter(u -> Conditions.isNumeral(u, "2")).isPresent());
  }

  /** Whether a recursion holds at all steps from the first: its conditions are where it starts, t >= 1, and what speaks of neither the steps nor the family. */
  private boolean isUnconditional(Printed p, String letter) {
    Statement s = p.statement();
    String name = Member.of(p.left()).orElseThrow().name();
    List<Integer> all = new ArrayList<>(s.conditions());
    all.addAll(s.notes().maybe());
    boolean fits = all.stream().map(read::get).allMatch(c -> FirstMembers.says(starts.getOrDefault(name, List.of()), c) || fromFirst(c, letter) || !(speaks(c, letter) || mentions(c, name)));
    return fits && !Stops.say(s) && s.notes().unread().isEmpty() && s.notes().bracketed().isEmpty();
  }

  /** Whether another equation gives its next member too: which of the two holds at a step is not known. */
  private boolean isContested(Sequence q) {
    return read.stream()
        .filter(p -> !p.equals(q.at()) && Lowering.isEquation(p.statement()) && p.statement().after().isEmpty() && p.statement().cue() != Cue.NO_CLAIM && p.statement().part().section().equals(q.section()))
        .filter(p -> Member.of(p.left()).filter(m -> m.bare() && m.name().equals(q.name()) && Outline.of(m.index()).equals(Outline.of(Member.of(q.at().left()).orElseThrow().index()))).isPresent())
        .anyMatch(p -> Recursion.steps(p.left(), p.right()) && sequences.stream().noneMatch(x -> x.at().equals(p)));
  }

  private static boolean mentions(Printed p, String name) {
    return Recursion.mentions(p.left(), name) || Recursion.mentions(p.right(), name);
  }

  private static boolean counts(Printed p, String letter) {
    return Recursion.counts(p.left(), letter) || Recursion.counts(p.right(), letter);
  }

  private static boolean speaks(Printed p, String letter) {
    return Recursion.holds(p.left(), letter) || Recursion.holds(p.right(), letter);
  }

  private static boolean fromFirst(Printed c, String letter) {
    boolean number = Recursion.isLetter(c.left(), letter);
    return number && switch (c.statement().sign().sign()) {
      case GREATER_OR_EQUAL -> Conditions.isNumeral(c.right(), "1") || Conditions.isNumeral(c.right(), "0");
      case GREATER -> Conditions.isNumeral(c.right(), "0");
      default -> false;
    };
  }

  /** Whether the text says where it starts, or counts its steps in a statement that names the start; and differentiates nothing by it. */
  private boolean isCounted(Sequence s) {
    List<Printed> here = read.stream().filter(p -> p.statement().part().section().equals(s.section())).toList();
    boolean start = here.stream().anyMatch(p -> FirstMembers.says(starts.getOrDefault(s.name(), List.of()), p));
    boolean counted = here.stream().anyMatch(p -> namesStart(p, s.name()) && counts(p, s.step().letter()));
    boolean differentiated = here.stream().anyMatch(p -> differentiates(p) && mentions(p, s.name()));
    return (start || counted) && !(differentiated && here.stream().noneMatch(p -> counts(p, s.step().letter())));
  }

  private static boolean namesStart(Printed p, String name) {
    return Recursion.holdsStart(p.left(), name) || Recursion.holdsStart(p.right(), name);
  }

  private static boolean differentiates(Printed p) {
    return Recursion.differentiates(p.left()) || Recursion.differentiates(p.right());
  }

  /** Whether what is added is given step by step itself: its values are not any. */
  private boolean leansOnOthers(Sequence s) {
    return read.stream().filter(p -> Lowering.isEquation(p.statement())).anyMatch(p -> {
      Optional<Member> m = Member.of(p.left()).filter(x -> !x.name().equals(s.name()) && s.step().terms().stream().anyMatch(t -> Recursion.mentions(t.item(), x.name())));
      return m.filter(x -> Recursion.mentions(p.right(), x.name()) || Recursion.mentions(p.right(), s.name())).isPresent();
    });
  }

  /** \hat m_t = m_t / (1 - \beta^t): the first equation for a family, by one of those. */
  private boolean isDefinition(Printed p, Member m) {
    Statement s = p.statement();
    boolean states = Lowering.isEquation(s) && s.after().isEmpty() && (s.cue() == Cue.STATED || s.cue() == Cue.INTRODUCED) && s.conditions().stream().map(read::get).allMatch(c -> !mentions(c, m.name()));
    boolean first = read.stream().filter(q -> q.statement().number() < s.number()).noneMatch(q -> mentions(q, m.name()));
    boolean known = sequences.stream().anyMatch(q -> !q.name().equals(m.name()) && q.at().statement().number() < s.number() && Recursion.mentions(p.right(), q.name()));
    return states && first && known && !Recursion.mentions(p.right(), m.name());
  }

  // --- statements with closed forms

  /** In: the statements, by number. Out: the same with closed forms in the place of what they print. */
  List<Printed> in(List<Printed> printed) {
    if (sequences.isEmpty()) {
      return printed;
    }
    List<Printed> all = new ArrayList<>();
    for (Printed p : printed) {
      all.add(new Unrolling(p).read().orElse(p));
    }
    starts.values().forEach(l -> l.stream().filter(p -> sequences.stream().anyMatch(q -> q.name().equals(Member.of(p.left()).orElseThrow().name()) && q.section().equals(p.statement().part().section()))).forEach(p -> take(p, all)));
    for (Printed p : constants) {
      Member m = Member.of(p.left()).orElseThrow();
      int number = p.statement().number();
      boolean served = all.stream().filter(q -> serves(number, q.statement())).anyMatch(q -> unrolled.containsKey(q.statement().number()));
      boolean left = all.stream().filter(q -> serves(number, q.statement())).anyMatch(q -> mentions(q, m.name()));
      if (served && !left) {
        take(p, all);
      }
    }
    return all;
  }

  /** Of what a closed form used the value is left, c = c: the text spoke of its letters. */
  private void take(Printed p, List<Printed> all) {
    all.set(p.statement().number(), new Printed(p.statement(), p.right(), p.right(), p.spaces()));
    taken.add(p.statement().number());
  }

  private static boolean serves(int condition, Statement s) {
    return s.conditions().contains(condition) || s.notes().maybe().contains(condition) || s.premises().contains(condition);
  }

  /** One statement read with closed forms. */
  private final class Unrolling {
    private final Statement s;
    private final Printed p;
    private final Set<Sequence> used = new LinkedHashSet<>();
    private final Set<String> bound = new TreeSet<>();
    private boolean refused;

    Unrolling(Printed p) {
      this.s = p.statement();
      this.p = p;
    }

    Optional<Printed> read() {
      boolean defines = sequences.stream().anyMatch(q -> q.at().equals(p)) || given.stream().anyMatch(g -> g.at().equals(p)) || starts.values().stream().anyMatch(l -> FirstMembers.says(l, p)) || constants.contains(p);
      if (defines || differentiates(p) || s.cue() == Cue.NO_CLAIM || s.cue() == Cue.LIMIT) {
        return Optional.empty();
      }
      BoundLetters.within(p.left(), bound);
      BoundLetters.within(p.right(), bound);
      Notation left = same(in(p.left(), DEEPEST));
      Notation right = same(in(p.right(), DEEPEST));
      if (refused || used.isEmpty()) {
        return Optional.empty();
      }
      unrolled.put(s.number(), used);
      return Optional.of(new Printed(s, left, right, p.spaces()));
    }

    private Notation in(Notation n, int depth) {
      Optional<Member> m = Member.of(n);
      Optional<Notation> value = m.flatMap(x -> value(x, depth));
      if (value.isEmpty()) {
        return multiplied(Templates.mapped(n, c -> in(c, depth)));
      }
      Notation closed = new Notation.Bracketed(n.span(), "(", value.get(), ")");
      Optional<Notation> power = m.orElseThrow().printed().sup();
      refused |= power.filter(u -> !(u instanceof Notation.Numeral)).isPresent();
      return power.isEmpty() ? closed : new Notation.Scripted(n.span(), closed, Optional.empty(), power, 0);
    }

    /** c m_t: a name before a bracket might be applied to it. */
    private static Notation multiplied(Notation n) {
      if (!(n instanceof Notation.Juxtaposed j)) {
        return n;
      }
      List<Factor> factors = new ArrayList<>();
      for (Factor f : j.factors()) {
        boolean made = !factors.isEmpty() && f.op() == Op.NONE && f.item() instanceof Notation.Bracketed b && b.body() instanceof Notation.Summed s && s.span().equals(HERE);
        factors.add(made ? new Factor(Op.DOT, f.item()) : f);
      }
      return new Notation.Juxtaposed(j.span(), factors);
    }

    private Optional<Notation> value(Member m, int depth) {
      Optional<Sequence> sequence = sequence(m.name());
      Optional<Given> by = given.stream().filter(g -> g.name().equals(m.name()) && g.at().statement().number() < s.number() && g.at().statement().part().section().equals(s.part().section())).findFirst();
      boolean known = sequences.stream().anyMatch(q -> q.name().equals(m.name())) || given.stream().anyMatch(g -> g.name().equals(m.name()));
      Optional<Notation> found = Optional.empty();
      if (sequence.isPresent()) {
        used.add(sequence.get());
        found = start(sequence.get(), s).flatMap(c -> value(m, sequence.get().step(), c));
      } else if (by.isPresent() && depth > 0) {
        found = place(m, by.get().letter()).map(x -> in(Put.in(by.get().at().right(), by.get().letter(), x), depth - 1));
      }
      refused |= known && found.isEmpty();
      return found;
    }

    private Optional<Notation> value(Member m, Recursion step, Notation start) {
      if (m.number().isPresent()) {
        return m.number().filter(k -> k <= Recursion.MOST).map(k -> step.at(start, k));
      }
      if (m.offset(step.letter()).filter(o -> o == 1).isPresent() && !step.adds()) {
        return Optional.of(step.next(step.closed(start), new Notation.Symbol(HERE, step.letter())));
      }
      return place(m, step.letter()).map(x -> Put.in(step.closed(start), step.letter(), x));
    }

    /** A step that may stand over a sum: a number, a letter that no sum binds, or the one before it. */
    private Optional<Notation> place(Member m, String letter) {
      Optional<String> own = m.index() instanceof Notation.Symbol x && x.name().length() == 1 && !List.of("i", "j", "l").contains(x.name()) ? Optional.of(x.name()) : Optional.of(letter);
      boolean free = !bound.contains(Mentions.latexName(own.get()));
      return free && (m.number().isPresent() || m.offset(own.get()).filter(o -> o <= 0).isPresent()) ? Optional.of(m.index()) : Optional.empty();
    }

    /** Under hypotheses that all members of a family are the same. */
    private Notation same(Notation n) {
      Notation out = n;
      for (Printed c : constants) {
        Member m = Member.of(c.left()).orElseThrow();
        boolean stated = s.conditions().stream().anyMatch(k -> k < read.size() && isSame(read.get(k), c));
        boolean perhaps = serves(c.statement().number(), s);
        boolean stepwise = used.stream().anyMatch(q -> Recursion.isLetter(m.index(), q.step().letter())) && !ALWAYS.matcher(c.statement().words()).find();
        boolean met = mentions(out, m);
        refused |= met && perhaps && (!stated || stepwise);
        out = stated && met ? put(out, m, c.right()) : out;
      }
      return out;
    }

    private static boolean isSame(Printed a, Printed b) {
      return Templates.same(a.left(), b.left()) && Templates.same(a.right(), b.right());
    }

    private static boolean mentions(Notation n, Member m) {
      return isMember(n, m) || n.parts().stream().anyMatch(c -> mentions(c, m));
    }

    private static boolean isMember(Notation n, Member m) {
      return Member.of(n).filter(x -> x.name().equals(m.name()) && (m.bare() || x.printed().sup().equals(m.printed().sup()) || x.printed().sup().map(Outline::of).equals(m.printed().sup().map(Outline::of)))).isPresent();
    }

    private static Notation put(Notation n, Member m, Notation by) {
      if (!isMember(n, m)) {
        return Templates.mapped(n, c -> put(c, m, by));
      }
      Optional<Notation> power = m.bare() ? Member.of(n).orElseThrow().printed().sup() : Optional.empty();
      return power.isEmpty() ? Recursion.bracketed(by) : new Notation.Scripted(n.span(), new Notation.Bracketed(n.span(), "(", by, ")"), Optional.empty(), power, 0);
    }

    /** "Now let m_t = ..": whether the name gets another meaning on the way here. */
    private boolean givenAnew(String name, int since) {
      return read.subList(since + 1, s.number() + 1).stream()
          .filter(q -> Lowering.isEquation(q.statement()) && Member.of(q.left()).filter(m -> m.bare() && m.name().equals(name) && m.number().isEmpty()).isPresent())
          .anyMatch(q -> (q.statement().cue() == Cue.INTRODUCED || NamedAnew.isSaid(q.statement())) && sequences.stream().noneMatch(x -> x.at().equals(q)));
    }

    /** The recursion that holds here: the only one above it under its heading, or that of its part. */
    private Optional<Sequence> sequence(String name) {
      List<Sequence> above = sequences.stream().filter(q -> q.name().equals(name) && q.at().statement().number() < s.number() && q.section().equals(s.part().section())).toList();
      if (!above.isEmpty() && givenAnew(name, above.getFirst().at().statement().number())) {
        return Optional.empty();
      }
      List<Sequence> own = above.stream().filter(q -> s.part().within(q.at().statement().part())).toList();
      return above.stream().map(q -> Outline.of(q.at().right()) + Outline.of(q.at().left())).distinct().count() <= 1 ? above.stream().findFirst() : own.size() == 1 && !own.getFirst().at().statement().part().equals(own.getFirst().section()) ? Optional.of(own.getFirst()) : Optional.empty();
    }
  }

  /** Where a recursion starts, as far as a statement may use it; x_0 itself where the statement names it, or a statement is the recursion. */
  private Optional<Notation> start(Sequence q, Statement s) {
    List<Printed> all = starts.getOrDefault(q.name(), List.of()).stream().filter(c -> c.statement().part().section().equals(q.section())).toList();
    Statement r = q.at().statement();
    List<Printed> here = Stream.<Predicate<Printed>>of(
            c -> s.conditions().contains(c.statement().number()),
            c -> c.statement().part().equals(s.part()) && asserts(c, s, q),
            c -> (c.statement().part().equals(r.part()) || r.conditions().contains(c.statement().number())) && asserts(c, s, q),
            c -> c.statement().number() < s.number() && asserts(c, s, q))
        .map(near -> all.stream().filter(near).toList())
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse(List.of());
    List<String> values = here.stream().map(c -> Outline.of(c.right())).distinct().toList();
    boolean named = namesStart(read.get(s.number()), q.name()) || s.number() == q.at().statement().number();
    Notation.Scripted head = Member.of(q.at().left()).orElseThrow().printed();
    Notation itself = new Notation.Scripted(HERE, head.base(), Optional.of(new Notation.Styled(HERE, "mathrm", new Notation.Numeral(HERE, "0"))), Optional.empty(), 0);
    return values.size() == 1 ? Optional.of(here.getFirst().right()) : values.isEmpty() && named ? Optional.of(itself) : Optional.empty();
  }

  /** Whether words may say that it starts anywhere: in general, for any x_0. */
  private boolean isLifted(Printed start, Statement s, String name) {
    boolean words = start.statement().number() < s.notes().liftedBefore() || LIFTS.matcher(s.words()).find();
    boolean named = fragments.stream().filter(f -> Recursion.holdsStart(f.notation(), name)).map(PrintedFragment::fragment).anyMatch(f -> s.opens().startsWith(f.opens()) && f.closes().endsWith(s.closes()));
    return s.number() != start.statement().number() && (words || named || (s.notes().maybe().contains(start.statement().number()) && namesStart(read.get(s.number()), name)));
  }

  /** Whether where it starts is said of the recursion as such, and not lifted since. */
  private boolean asserts(Printed start, Statement s, Sequence q) {
    Statement c = start.statement();
    Statement r = q.at().statement();
    boolean sentence = c.inSentenceBehind(r) || r.inSentenceBehind(c) || r.conditions().contains(c.number());
    return (sentence || c.cue() == Cue.STATED || c.cue() == Cue.INTRODUCED || !IF.matcher(c.opens()).find()) && !isLifted(start, s, q.name());
  }

  // --- verdicts

  /** In: the outcomes, and the walk that judges. Out: the same; recursions define, and what was read with closed forms says so, if these solve them. */
  List<Explained> settled(List<Explained> all, Walk walk) {
    if (sequences.isEmpty()) {
      return all;
    }
    Map<Integer, Explained> known = new TreeMap<>();
    Set<Sequence> solved = new LinkedHashSet<>();
    sequences.stream().filter(q -> start(q, q.at().statement()).filter(c -> isSolved(q, c, known, walk)).isPresent()).forEach(solved::add);
    List<Part> redefined = new ArrayList<>();
    Set<Integer> steps = new TreeSet<>();
    sequences.forEach(q -> steps.add(q.at().statement().number()));
    return all.stream().map(e -> steps.contains(e.outcome().statement().number()) ? defining(e, known) : settled(e, solved, redefined)).toList();
  }

  /** What a recursion is: a definition, unless it is a hypothesis. */
  private static Explained defining(Explained e, Map<Integer, Explained> known) {
    Statement s = e.outcome().statement();
    boolean open = e.outcome() instanceof Outcome.Open || e.outcome() instanceof Outcome.Decided;
    Explained judged = known.getOrDefault(s.number(), e);
    Outcome outcome = judged.outcome() instanceof Outcome.Defines d ? d : new Outcome.Defines(s, "defines", "introduces a family step by step");
    return open ? judged.with(outcome) : e;
  }

  /** Judges that the closed form is right at step 1, and at each step if it is at the one before. */
  private boolean isSolved(Sequence q, Notation start, Map<Integer, Explained> known, Walk walk) {
    Statement s = q.at().statement();
    Recursion r = q.step();
    Notation step = new Notation.Symbol(HERE, r.letter());
    Notation before = new Notation.Summed(HERE, List.of(new Notation.Signed(Notation.Sign.PLUS, step), new Notation.Signed(Notation.Sign.MINUS, new Notation.Numeral(HERE, "1"))));
    Explained first = walk.judged(new Printed(s, r.first(start), r.at(start, 1)));
    Explained next = walk.judged(new Printed(s, r.closed(start), r.next(Put.in(r.closed(start), r.letter(), before), step)));
    List<Tried> tried = new ArrayList<>(first.tried());
    tried.addAll(next.tried());
    boolean solved = first.outcome().proved() && next.outcome().proved();
    if (solved) {
      known.put(s.number(), new Explained(new Outcome.Defines(s, "defines", "introduces a family step by step; " + said(q, start)), tried, List.of()));
    }
    return solved;
  }

  private static String said(Sequence q, Notation start) {
    return Typeset.of(q.at().left()).replaceAll(" *\\+ *1\\}", "}") + " is " + Typeset.of(q.step().closed(start)) + ", by induction on " + q.step().letter();
  }

  private Explained settled(Explained e, Set<Sequence> solved, List<Part> redefined) {
    Statement s = e.outcome().statement();
    if (taken.contains(s.number())) {
      return e.with(s.cue() == Cue.ASSUMED ? Outcome.Assumes.hypothesis(s) : new Outcome.Defines(s, "defines", "says where a family starts"));
    }
    Set<Sequence> of = unrolled.getOrDefault(s.number(), Collections.emptySet());
    if (of.isEmpty() && e.outcome().refuted() && isNear(read.get(s.number()))) {
      return e.with(new Outcome.Open(s, "definition.recursion", "where a family starts was not used", Optional.empty()));
    }
    if (of.isEmpty() || e.outcome() instanceof Outcome.Assumes || e.outcome() instanceof Outcome.Skipped) {
      return e;
    }
    if (!solved.containsAll(of)) {
      return e.with(new Outcome.Open(s, "definition.recursion", "the recursion that it leans on was not solved", Optional.empty()));
    }
    boolean under = s.conditions().stream().anyMatch(unrolled::containsKey);
    if (under && e.outcome() instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Supported) {
      return e.with(new Outcome.Open(s, "equation.not-read", "what is assumed of the family holds at few points only", Optional.empty()));
    }
    if (e.outcome().refuted() && SOME_STEPS.matcher(s.words()).find()) {
      return e.with(new Outcome.Open(s, "condition.unclear", "it fails, but perhaps not at the steps that the words speak of", Optional.empty()));
    }
    if (e.outcome().refuted()) {
      // READING 15: in a part of its own, an equation for the name may give it another meaning
      boolean elsewhere = of.stream().anyMatch(q -> !s.part().within(q.at().statement().part()));
      boolean another = ANOTHER.matcher(s.words()).find();
      boolean again = (elsewhere || another) && Member.of(read.get(s.number()).left()).isPresent() && s.after().isEmpty() && !s.cue().concludes();
      if (again || redefined.stream().anyMatch(s.part()::within)) {
        redefined.add(s.part());
        return e.with(new Outcome.Open(s, "definition.second", "a second equation for a family, which does not follow from the recursion", Optional.empty()));
      }
    }
    return e.outcome() instanceof Outcome.Decided d ? e.with(noted(d, of)) : e.outcome() instanceof Outcome.Mended ? e.with(new Outcome.Open(s, "definition.recursion", "it is not right as printed", Optional.empty())) : e;
  }

  /** Whether a statement speaks of a family that is given step by step, or differentiates what may depend on one: where that starts is gone from its conditions. */
  private boolean isNear(Printed p) {
    return sequences.stream().anyMatch(q -> q.section().equals(p.statement().part().section()) && (differentiates(p) || mentions(p, q.name())));
  }

  private Outcome noted(Outcome.Decided d, Set<Sequence> of) {
    List<Assumption> inferred = new ArrayList<>(d.inferred());
    List<String> read = new ArrayList<>(d.reading().stream().toList());
    for (Sequence q : of) {
      String text = said(q, start(q, d.statement()).orElseThrow());
      read.add(text);
      if (d.proved()) {
        inferred.add(new Assumption(Inferred.NOTHING, Assumption.Origin.INFERRED, text, OptionalInt.empty()));
      }
    }
    return new Outcome.Decided(d.statement(), d.claim(), d.verdict(), inferred, Optional.of(String.join("; ", read)), Optional.empty(), d.meanings(), d.code(), d.because());
  }
}
