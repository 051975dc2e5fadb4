package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Event.Beside;
import dev.gradus.reading.Event.Scope;
import dev.gradus.reading.Mood.Base;
import dev.gradus.reading.Phrases.Sense;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one sentence from left to right: what each of its clauses is, by the words and signs around it (READING 9, 10, 12, 14). */
final class Roles {
  /**
   * What a scan found.
   *
   * @param cues by clause
   * @param qualifiers words of conditions that were not understood
   * @param general where conditions were ended by words, as the index of the first event behind; -1 when nowhere
   * @param where clauses of a where-clause
   * @param drawn clauses that are drawn from what stands before, by words
   * @param questions pairs of clauses on both sides of "if and only if"
   * @param zero the words set something to zero
   * @param zeroBefore the clauses that came before those words
   */
  record Result(
      Map<Integer, Cue> cues,
      List<Event> events,
      List<String> qualifiers,
      int general,
      List<Integer> where,
      List<Integer> drawn,
      List<List<Integer>> questions,
      boolean zero,
      boolean stationary,
      int zeroBefore,
      boolean goalOnly) {}

  private final Sentence sentence;
  private final Answer answer;
  private final Around around;
  private final boolean carriedGoal;
  private final Map<Integer, Cue> cues = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<String> qualifiers = new ArrayList<>();
  private final List<Integer> where = new ArrayList<>();
  private final List<Integer> drawn = new ArrayList<>();
  private final List<List<Integer>> questions = new ArrayList<>();
  /** Displays opened, rows ended, general's event, clauses before "to zero", flags: counts of one scan. */
  private final int[] display = {0};

  private final int[] rows = {0};
  private final int[] general = {-1};
  private final int[] zeroBefore = {-1};
  private final int[] extreme = {-100};
  private final boolean[] flags = new boolean[6];

  private static final int ZERO = 0;
  private static final int STATIONARY = 1;
  private static final int THROUGHOUT = 2;
  private static final int IFF = 3;
  private static final int GOAL = 4;
  private static final int BOUNDARY = 5;

  private Roles(Sentence sentence, Answer answer, boolean carriedGoal) {
    this.sentence = sentence;
    this.answer = answer;
    this.around = new Around(sentence, answer);
    this.carriedGoal = carriedGoal;
  }

  /** @param goal the sentence before asked to show something and held no relation: a display that opens this one is the goal */
  static Result of(Sentence sentence, Answer answer, boolean goal) {
    Roles roles = new Roles(sentence, answer, goal);
    roles.scan();
    return new Result(
        roles.cues, List.copyOf(roles.events), List.copyOf(roles.qualifiers), roles.general[0], List.copyOf(roles.where), List.copyOf(roles.drawn),
        List.copyOf(roles.questions), roles.flags[ZERO], roles.flags[STATIONARY], roles.zeroBefore[0], roles.flags[GOAL] && !sentence.hasClause());
  }

  private void scan() {
    Mood mood = carriedGoal && sentence.atoms().getFirst() instanceof Atom.Open(boolean d) && d ? Mood.START.withBase(Base.GOAL) : Mood.START;
    List<Atom> atoms = sentence.atoms();
    int i = 0;
    while (i < atoms.size()) {
      int next = i + 1;
      switch (atoms.get(i)) {
        case Atom.Word _ -> {
          Optional<Phrases.Found> found = Phrases.find(sentence.run(i), 0);
          int words = found.map(Phrases.Found::words).orElse(1);
          mood = found.isPresent() ? phrase(mood, found.get().sense(), i, words) : word(mood, i);
          next = i + words;
        }
        case Atom.Mark m -> mood = mark(mood, m.sign(), i);
        case Atom.Clausal c -> mood = clause(mood, c, i);
        case Atom.Link l -> mood = link(mood, l.join(), i);
        case Atom.Open(boolean d) -> mood = opens(mood, d);
        case Atom.Close(boolean d) -> mood = closes(mood, d);
        case Atom.Pause _, Atom.Lead _ -> {}
      }
      i = next;
    }
    if (mood.open()) {
      drop(mood, atoms.size());
    }
  }

  // words

  private static final List<String> EQUATIONS = List.of("equation", "equations", "system", "following", "gleichung", "ecuación", "方程");

  /** A word of content: it parts a weak cue from what follows, but not a case from its number. */
  private Mood word(Mood mood, int at) {
    String text = sentence.atoms().get(at) instanceof Atom.Word w ? w.text() : "";
    if (mood.over() == Sense.CASE && mood.taken() == 0 && (text.length() == 1 || text.chars().allMatch(c -> "ivx0123456789".indexOf(c) >= 0))) {
      return mood;
    }
    boolean solved = mood.base() == Base.ASKED && mood.taken() == 0 && !mood.open() && !EQUATIONS.contains(text);
    return solved ? mood.withBase(Base.STATED).heavier(false) : mood.heavier(false);
  }

  private Mood phrase(Mood mood, Sense sense, int at, int words) {
    boolean inFormula = sentence.atoms().get(at) instanceof Atom.Word w && w.inFormula();
    boolean first = events.stream().noneMatch(e -> e instanceof Event.Claim);
    Beside beside = mood.comma() ? Beside.COMMA : mood.and() ? Beside.AND : Beside.NOTHING;
    Scope scope = flags[THROUGHOUT] ? Scope.PART : Scope.SENTENCE;
    return switch (sense) {
      case IF, FOR, SUCH_THAT, QUANTIFIER -> {
        if (sentence.atoms().get(at) instanceof Atom.Word w && w.text().equals("as") && words == 1 && !around.limitBehind(at)) {
          yield mood.heavier(false);
        }
        Scope to = at - extreme[0] <= 3 ? Scope.POINT : mood.open() && mood.taken() == 0 && mood.scope() != Scope.SENTENCE ? mood.scope() : scope;
        yield end(mood, Beside.WORDS, at).opened(sense, at, to, beside, inFormula, first);
      }
      case ASSUME -> end(mood, Beside.WORDS, at).opened(sense, at, Scope.PART, beside, inFormula, first);
      case CASE -> end(mood, Beside.WORDS, at).opened(sense, at, at <= 3 && first ? Scope.CASE : scope, beside, inFormula, first);
      case ONLY_IF -> {
        lastClaim(Cue.ASSUMED);
        yield end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.POINT, beside, inFormula, first);
      }
      case IFF -> {
        flags[IFF] = true;
        yield end(mood, Beside.WORDS, at).opened(Sense.IFF, at, Scope.POINT, beside, inFormula, first);
      }
      case UNLESS, WITHOUT -> {
        qualifiers.add(sentence.words(at, at + 8));
        yield end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.POINT, beside, inFormula, first);
      }
      case THEN -> {
        Mood m = end(mood, Beside.THEN, at);
        yield switch (m.base()) {
          case SINCE -> m.withBase(Base.CONSEQUENCE);
          case GOAL, CONSEQUENCE -> m;
          case STATED, LET, WHERE, ASKED -> m.withBase(Base.STATED);
        };
      }
      case WHERE -> where(mood, at, beside, inFormula, first);
      case LET -> {
        if (around.toZero(at)) {
          flags[ZERO] = true;
          zeroBefore[0] = cues.size();
          yield end(mood, Beside.WORDS, at).withBase(Base.STATED);
        }
        yield end(mood, Beside.WORDS, at).withBase(Base.LET);
      }
      case WITH -> end(mood, Beside.WORDS, at).opened(Sense.WITH, at, scope, beside, inFormula, first);
      case SO -> end(mood, Beside.WORDS, at).withBase(mood.base() == Base.GOAL ? Base.GOAL : Base.CONSEQUENCE);
      case SINCE -> end(mood, Beside.WORDS, at).withBase(Base.SINCE);
      case SHOW -> {
        flags[GOAL] = true;
        yield end(mood, Beside.WORDS, at).withBase(Base.GOAL);
      }
      case SOLVE -> end(mood, Beside.WORDS, at).withBase(Base.ASKED);
      case SET_TO_ZERO -> {
        flags[ZERO] = true;
        zeroBefore[0] = cues.size();
        yield end(mood, Beside.WORDS, at).withBase(Base.STATED);
      }
      case STATIONARY -> {
        flags[STATIONARY] = true;
        yield mood.heavier(false);
      }
      case GENERAL -> {
        general[0] = general[0] < 0 ? events.size() : general[0];
        yield mood.heavier(true);
      }
      case BOUNDARY -> {
        flags[BOUNDARY] = true;
        yield mood.heavier(false);
      }
      case EXTREME -> {
        extreme[0] = at + words - 1;
        yield mood.heavier(false);
      }
      case STATES -> states(mood, at, words);
      case THROUGHOUT -> {
        flags[THROUGHOUT] = true;
        yield mood.heavier(false);
      }
      case AND -> mood.joined();
      case OTHERWISE -> {
        qualifiers.add("otherwise");
        yield end(mood, Beside.WORDS, at);
      }
      case NEUTRAL -> mood.heavier(false);
      case LIGHT -> mood;
      case VAGUE -> {
        qualifiers.add(sentence.words(at, at + words));
        yield mood.heavier(false);
      }
    };
  }

  /** "where" behind a word means "at which": the slope is largest where A = B. */
  private Mood where(Mood mood, int at, Beside beside, boolean inFormula, boolean first) {
    if (at - extreme[0] <= 2) {
      return end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.POINT, beside, inFormula, first);
    }
    boolean here = sentence.atoms().get(at) instanceof Atom.Word w && w.text().equals("here");
    if (here && at > 1) {
      return mood;
    }
    return end(mood, Beside.WORDS, at).withBase(Base.WHERE);
  }

  private static final List<String> COPULAS = List.of("is", "are", "be", "was", "ist", "sind", "wird", "es", "是", "为", "has", "means", "denotes", "have");

  private Mood states(Mood mood, int at, int words) {
    boolean copula = words == 1 && sentence.atoms().get(at) instanceof Atom.Word w && COPULAS.contains(w.text());
    if (copula) {
      return mood.heavier(true);
    }
    Mood m = end(mood, Beside.WORDS, at);
    return switch (m.base()) {
      case LET, ASKED, STATED -> m.withBase(Base.STATED).heavier(true);
      case SINCE -> m.withBase(Base.CONSEQUENCE);
      case WHERE, CONSEQUENCE, GOAL -> m.heavier(true);
    };
  }

  // marks and signs between

  private Mood mark(Mood mood, char sign, int at) {
    return switch (sign) {
      case ',' -> commaAt(mood, at);
      case ':' -> {
        if (mood.open() && mood.taken() == 0 && !mood.heavy()) {
          yield mood;
        }
        Mood m = end(mood, Beside.COLON, at);
        if (m.base() == Base.STATED) {
          leadIn();
        }
        yield m;
      }
      case ';' -> broken(mood, at);
      case '(' -> end(mood, Beside.WORDS, at).bracket(true);
      case ')' -> {
        Mood m = end(mood, Beside.WORDS, at);
        yield m.bracket(false);
      }
      default -> mood;
    };
  }

  private Mood broken(Mood mood, int at) {
    Mood m = end(mood, Beside.COLON, at);
    events.add(new Event.Break());
    return switch (m.base()) {
      case LET, GOAL, WHERE -> m;
      case STATED, CONSEQUENCE, SINCE, ASKED -> m.withBase(Base.STATED);
    };
  }

  private Mood commaAt(Mood mood, int at) {
    if (mood.open() && mood.taken() == 0 && (mood.weak() || mood.heavy())) {
      return drop(mood, at).closed().comma(true);
    }
    if (mood.base() == Base.SINCE && !mood.open() && mood.relations() + mood.taken() > 0) {
      return mood.withBase(Base.CONSEQUENCE).comma(true);
    }
    return mood.comma(true);
  }

  private Mood link(Mood mood, Clause.Join join, int at) {
    return switch (join) {
      case FIRST, WORDS -> mood;
      case COMMA, SPACE, COLUMN -> mood.comma(true);
      case ROW -> {
        rows[0]++;
        yield mood.inFormula() ? end(mood, Beside.NOTHING, at).comma(true) : mood.comma(true);
      }
      case SEMICOLON -> broken(mood, at);
      case IMPLIES, IFF, THEREFORE, ARROW, IMPLIED_BY, BECAUSE -> end(mood, Beside.THEN, at).withBase(mood.base() == Base.LET || mood.base() == Base.ASKED ? Base.STATED : mood.base());
    };
  }

  private Mood opens(Mood mood, boolean shown) {
    if (shown) {
      display[0]++;
      rows[0]++;
      if (mood.base() == Base.ASKED && mood.taken() > 0) {
        return end(mood, Beside.DISPLAY, -1).withBase(Base.STATED);
      }
      if (mood.open() && mood.taken() > 0) {
        return end(mood, Beside.DISPLAY, -1);
      }
      if (mood.open() && mood.weak() && mood.heavy()) {
        return drop(mood, sentence.atoms().size()).closed();
      }
    }
    return mood;
  }

  private Mood closes(Mood mood, boolean shown) {
    Mood m = mood.inFormula() ? end(mood, Beside.NOTHING, -1) : mood;
    if (shown) {
      rows[0]++;
      return m.comma(true);
    }
    return m;
  }

  /** The open condition is over: what ended it is noted on its last relation. */
  private Mood end(Mood mood, Beside how, int at) {
    if (!mood.open()) {
      return mood;
    }
    if (mood.taken() == 0) {
      return drop(mood, at).closed();
    }
    if (mood.relations() == 0 && at > 0 && around.restricts(mood, at)) {
      qualifiers.add(sentence.words(mood.cue(), Math.min(at, mood.cue() + 12)));
    }
    if (!events.isEmpty() && events.getLast() instanceof Event.Condition c && c.after() == Beside.NOTHING) {
      Beside after = mood.comma() && how == Beside.WORDS ? Beside.COMMA : how;
      events.set(events.size() - 1, new Event.Condition(c.clause(), c.scope(), c.before(), after, c.bracket()));
    }
    return mood.closed();
  }

  private static final List<String> LOOSE = List.of("as", "at", "en", "under", "bei", "given", "dado", "dada", "gegeben", "in", "给定", "para");

  /** A condition in words only: a qualifier (READING 6). */
  private Mood drop(Mood mood, int at) {
    boolean words = mood.heavy() || (mood.relations() == 0 && mood.taken() > 0 && mood.over() == Sense.IF);
    String word = mood.cue() >= 0 && sentence.atoms().get(mood.cue()) instanceof Atom.Word w ? w.text() : "";
    boolean restricts =
        switch (mood.over()) {
          case IF, FOR, ASSUME, SUCH_THAT -> !LOOSE.contains(word);
          case CASE -> mood.scope() == Scope.CASE;
          default -> false;
        };
    if (words && restricts && mood.relations() == 0 && at > mood.cue() && !Facts.understood(Words.of(sentence.words(mood.cue(), at)))) {
      qualifiers.add(sentence.words(mood.cue(), Math.min(at, mood.cue() + 12)));
    }
    return mood;
  }

  /** "K = 2, p_1 = p_2 = 1/2: ..": what stands before the colon is where the rest is looked at. */
  private void leadIn() {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.Claim claim && claim.display() == 0) {
        Clause c = answer.clauses().get(claim.clause());
        if (cues.get(claim.clause()) == Cue.STATED && (Sides.valued(c) || Sides.bareSet(c))) {
          cues.put(claim.clause(), Cue.ASSUMED);
          events.set(i, new Event.Condition(claim.clause(), Scope.SENTENCE, Beside.NOTHING, Beside.COLON, false));
        } else if (cues.get(claim.clause()) == Cue.STATED && c.signs().size() == 1 && c.signs().getFirst().sign() == RelationSign.EQUAL && Sides.name(c.sides().getFirst().text())) {
          cues.put(claim.clause(), Cue.INTRODUCED);
        }
      }
    }
  }

  private void lastClaim(Cue cue) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Event.Claim claim && cues.containsKey(claim.clause())) {
        cues.put(claim.clause(), cue);
        return;
      }
    }
  }

  // clauses

  private Mood clause(Mood mood, Atom.Clausal atom, int at) {
    Clause c = answer.clauses().get(atom.clause());
    if (c.signs().isEmpty()) {
      if (c.sides().getFirst().text().contains("\\begin{")) {
        events.add(new Event.Claim(atom.clause(), display[0], rows[0], mood.heavy()));
      }
      return fragment(mood, c);
    }
    if (IndexRanges.is(sentence, at, answer)) {
      cues.put(atom.clause(), Cue.NO_CLAIM);
      return mood.open() ? mood.took(true) : mood.comma(false);
    }
    Optional<Cue> bySign = Around.bySign(c);
    if (mood.open() && (bySign.isEmpty() || bySign.get() == Cue.LIMIT)) {
      if (mood.over() == Sense.WITH ? IntroAccepts.with(mood, c) : accepts(mood, c, at)) {
        take(mood, atom.clause(), c);
        return mood.took(true);
      }
      Mood closed = end(mood, mood.comma() ? Beside.COMMA : mood.and() ? Beside.AND : Beside.WORDS, at);
      return based(mood.taken() == 0 ? closed : closed.comma(mood.comma()), atom, c, bySign, at);
    }
    return based(mood, atom, c, bySign, at);
  }

  private static Mood fragment(Mood mood, Clause c) {
    String text = c.sides().getFirst().text();
    if (!mood.open() || text.isBlank()) {
      return mood;
    }
    return mood.weak() && mood.heavy() ? mood : mood.took(false);
  }

  /** Whether the open condition takes this relation. */
  private boolean accepts(Mood mood, Clause c, int at) {
    if (c.continues().isPresent() && c.sides().getFirst().isBlank()) {
      return false;
    }
    if (mood.taken() == 0) {
      boolean bounds = Sides.bareRange(c) || Sides.bareSet(c);
      boolean alone = mood.weak() && !bounds && events.stream().noneMatch(e -> e instanceof Event.Claim) && !around.moreBehind(at);
      return !alone && !(mood.weak() && mood.heavy());
    }
    if (mood.heavy()) {
      return mood.relations() == 0 && !mood.weak() && !mood.comma();
    }
    boolean bare = Sides.bareRange(c) || Sides.bareSet(c);
    if (mood.comma()) {
      return bare && (!mood.leads() || around.moreBehind(at));
    }
    if (mood.and()) {
      return bare || (mood.leads() && !mood.weak());
    }
    return mood.relations() == 0 || bare;
  }

  private void take(Mood mood, int clause, Clause c) {
    if (mood.over() == Sense.IFF) {
      iff(clause);
      return;
    }
    boolean bare = Sides.bareRange(c) || Sides.bareSet(c) || (c.signs().size() == 1 && Sides.valued(c));
    if (mood.over() == Sense.WITH && !bare) {
      cues.put(clause, Cue.INTRODUCED);
      if (events.stream().anyMatch(e -> e instanceof Event.Claim)) {
        where.add(clause);
      }
      events.add(new Event.Claim(clause, display[0], rows[0], true));
      return;
    }
    cues.put(clause, Cue.ASSUMED);
    boolean bracket = mood.brackets() > 0;
    Scope scope = mood.base() == Base.LET && mood.scope() == Scope.SENTENCE && around.lets(flags[THROUGHOUT]) ? Scope.PART : mood.scope();
    if (mood.and() && !events.isEmpty() && events.getLast() instanceof Event.Condition before) {
      scope = before.scope();
    }
    events.add(new Event.Condition(clause, scope, mood.relations() == 0 ? mood.before() : Beside.NOTHING, Beside.NOTHING, bracket));
  }

  private void iff(int clause) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Event.Claim claim && cues.containsKey(claim.clause())) {
        cues.put(claim.clause(), Cue.EQUIVALENT);
        cues.put(clause, Cue.EQUIVALENT);
        questions.add(List.of(claim.clause(), clause));
        return;
      }
    }
    cues.put(clause, Cue.ASSUMED);
    events.add(new Event.Condition(clause, Scope.POINT, Beside.NOTHING, Beside.NOTHING, false));
  }

  /** No condition takes it: a claim of its base, or a bare condition. */
  private Mood based(Mood mood, Atom.Clausal atom, Clause c, Optional<Cue> bySign, int at) {
    boolean continuing = c.sides().getFirst().isBlank();
    boolean sizesAbove = continuing && c.continues().isPresent() && Sides.dimensions(answer.clauses().get(c.continues().get()).sides().getLast().text());
    if (sizesAbove || c.sides().stream().anyMatch(s -> Sides.dimensions(s.text()))) {
      cues.put(atom.clause(), Cue.NO_CLAIM);
      return mood.took(true);
    }
    if (bySign.isPresent()) {
      cues.put(atom.clause(), bySign.get());
      claim(atom, mood);
      return mood.took(true);
    }
    boolean bare = !continuing && (Sides.bareRange(c) || Sides.bareSet(c));
    if (c.sides().getFirst().text().strip().startsWith("\\exists")) {
      cues.put(atom.clause(), Cue.ASSUMED);
      events.add(new Event.Condition(atom.clause(), Scope.PART, Beside.NOTHING, Beside.NOTHING, false));
      return mood.took(true);
    }
    boolean alone = Sides.bareRange(c) && c.join() == Clause.Join.FIRST && around.aloneInFormula(at) && Around.small(c);
    boolean inText = !atom.display() || mood.brackets() > 0 || alone;
    boolean trailing = atom.display() && mood.comma() && rows[0] > 0 && Sides.bareRange(c) && hasClaimInRow() && (c.join() == Clause.Join.COMMA || c.join() == Clause.Join.SPACE);
    boolean freeBase = mood.base() == Base.STATED || mood.base() == Base.LET || mood.base() == Base.WHERE;
    boolean bracketed = mood.brackets() > 0 && !mood.stated();
    if (bare && (trailing || bracketed || (freeBase && !mood.stated() && inText))) {
      bareCondition(mood, atom, c);
      if (mood.base() == Base.WHERE) {
        where.add(atom.clause());
      }
      return mood.took(true);
    }
    Cue cue =
        switch (mood.base()) {
          case STATED, SINCE -> flags[BOUNDARY] && Sides.number(c.sides().getLast().text()) ? Cue.ASKED : Cue.STATED;
          case LET, WHERE -> Around.bareAssumed(c) ? Cue.ASSUMED : Cue.INTRODUCED;
          case CONSEQUENCE -> Cue.CONSEQUENCE;
          case GOAL -> Cue.GOAL;
          case ASKED -> Cue.ASKED;
        };
    cues.put(atom.clause(), cue);
    if (mood.base() == Base.WHERE) {
      where.add(atom.clause());
    }
    if (mood.base() == Base.CONSEQUENCE) {
      drawn.add(atom.clause());
    }
    if (cue == Cue.ASSUMED) {
      events.add(new Event.Condition(atom.clause(), mood.base() == Base.WHERE || around.lets(flags[THROUGHOUT]) ? Scope.PART : Scope.ONCE, Beside.NOTHING, Beside.NOTHING, false));
    } else {
      claim(atom, mood);
    }
    return mood.took(true);
  }

  private void claim(Atom.Clausal atom, Mood mood) {
    events.add(new Event.Claim(atom.clause(), display[0], rows[0], mood.heavy()));
  }

  private boolean hasClaimInRow() {
    for (Event e : events.reversed()) {
      if (e instanceof Event.Claim claim) {
        return claim.row() == rows[0];
      }
    }
    return false;
  }

  private void bareCondition(Mood mood, Atom.Clausal atom, Clause c) {
    cues.put(atom.clause(), Cue.ASSUMED);
    boolean bracket = mood.brackets() > 0;
    boolean inFormula = atom.display() || c.join() == Clause.Join.COMMA || c.join() == Clause.Join.SPACE;
    boolean after = events.stream().anyMatch(e -> e instanceof Event.Claim) && inFormula;
    boolean lasting = mood.base() == Base.WHERE || (mood.base() == Base.LET && around.lets(flags[THROUGHOUT])) || (mood.base() == Base.STATED && !Sides.bareSet(c));
    Scope scope = bracket || after ? Scope.SENTENCE : lasting ? Scope.PART : Scope.ONCE;
    events.add(new Event.Condition(atom.clause(), scope, mood.comma() ? Beside.COMMA : Beside.NOTHING, Beside.NOTHING, bracket));
  }
}
