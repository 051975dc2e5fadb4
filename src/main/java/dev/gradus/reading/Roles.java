package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.reading.Event.Beside;
import dev.gradus.reading.Event.Scope;
import dev.gradus.reading.Mood.Base;
import dev.gradus.reading.Phrases.Sense;
import dev.gradus.reading.Statement.Cue;
import dev.gradus.reading.Tally.Count;
import dev.gradus.reading.Tally.Seen;
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
  private final Claims claims;
  private final boolean carriedGoal;
  private final Map<Integer, Cue> cues = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<String> qualifiers = new ArrayList<>();
  private final List<Integer> where = new ArrayList<>();
  private final List<Integer> drawn = new ArrayList<>();
  private final List<List<Integer>> questions = new ArrayList<>();
  private final Tally tally = new Tally();

  private Roles(Sentence sentence, Answer answer, boolean carriedGoal) {
    this.sentence = sentence;
    this.answer = answer;
    this.around = new Around(sentence, answer);
    this.claims = new Claims(answer, around, cues, events, where, drawn, questions, tally);
    this.carriedGoal = carriedGoal;
  }

  /** @param goal the sentence before asked to show something and held no relation: a display that opens this one is the goal */
  static Result of(Sentence sentence, Answer answer, boolean goal) {
    Roles roles = new Roles(sentence, answer, goal);
    roles.scan();
    return new Result(
        roles.cues, ConditionWords.heard(sentence, roles.events), List.copyOf(roles.qualifiers), roles.tally.get(Count.GENERAL), List.copyOf(roles.where), List.copyOf(roles.drawn),
        List.copyOf(roles.questions), roles.tally.saw(Seen.ZERO), roles.tally.saw(Seen.STATIONARY), roles.tally.get(Count.ZERO_BEFORE), roles.tally.saw(Seen.GOAL) && !sentence.hasClause());
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
        case Atom.Pause _ -> mood = mood.open() && mood.taken() == 0 && around.isCase(mood.over(), i) ? mark(mood, ':', i) : mood;
        case Atom.Lead _ -> {}
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
    if (text.equals("from") && around.opensWithReason(at)) {
      return end(mood, Beside.WORDS, at).withBase(Base.SINCE);
    }
    return mood.base() == Base.ASKED && mood.taken() == 0 && !mood.open() && !EQUATIONS.contains(text) ? mood.withBase(Base.STATED).heavier(false) : mood.heavier(false);
  }

  private Mood phrase(Mood mood, Sense sense, int at, int words) {
    boolean inFormula = sentence.atoms().get(at) instanceof Atom.Word w && w.inFormula();
    boolean first = events.stream().noneMatch(e -> e instanceof Event.Claim);
    Beside beside = mood.comma() ? Beside.COMMA : mood.and() ? Beside.AND : Beside.NOTHING;
    if (sense == Sense.QUANTIFIER) {
      tally.see(Seen.QUANTIFIED);
    }
    claims.compared(at);
    return switch (sense) {
      case IF, FOR, SUCH_THAT, QUANTIFIER, ASSUME, CASE, ONLY_IF, IFF, UNLESS, WITHOUT, WITH -> opening(mood, sense, at, words, beside, inFormula, first);
      case THEN -> {
        Mood m = end(mood, Beside.THEN, at);
        yield switch (m.base()) {
          case SINCE -> m.withBase(Base.CONSEQUENCE);
          case GOAL, CONSEQUENCE, EQUATED -> m;
          case STATED, LET, SUPPOSE, WHERE, ASKED -> m.withBase(Base.STATED).drawing();
        };
      }
      case WHERE -> where(mood, at, beside, inFormula, first);
      case LET -> {
        if (around.toZero(at)) {
          yield toZero(mood, at);
        }
        if (around.operation(at)) {
          yield around.operatesOn(at) ? end(mood, Beside.WORDS, at).withBase(Base.SINCE) : mood.heavier(false);
        }
        yield end(mood, Beside.WORDS, at).withBase(around.toEqual(at) ? Base.EQUATED : Base.LET);
      }
      case SO, EQUIVALENT -> {
        tally.equivalent(sense == Sense.EQUIVALENT);
        yield end(mood, Beside.WORDS, at).withBase(mood.base() == Base.GOAL || mood.base() == Base.EQUATED ? mood.base() : Base.CONSEQUENCE);
      }
      case SINCE -> end(mood, Beside.WORDS, at).withBase(Base.SINCE);
      case SHOW -> {
        tally.see(Seen.GOAL);
        yield end(mood, Beside.WORDS, at).withBase(Base.GOAL);
      }
      case SOLVE -> list(at, words).equals("解") && at + 1 < sentence.atoms().size() && sentence.atoms().get(at + 1) instanceof Atom.Mark(char sign, _) && sign == ':' ? mood.heavier(false) : end(mood, Beside.WORDS, at).withBase(around.relative(at) ? Base.STATED : Base.ASKED); // 解: is the title of a solution
      case SET_TO_ZERO -> toZero(mood, at);
      case EQUATE -> around.toZero(at) ? toZero(mood, at) : around.equates(at, words) ? end(mood, Beside.WORDS, at).withBase(Base.EQUATED) : mood.heavier(false);
      case STATIONARY -> {
        tally.see(Seen.STATIONARY);
        yield mood.heavier(false);
      }
      case GENERAL -> {
        tally.set(Count.GENERAL, tally.get(Count.GENERAL) < 0 ? events.size() : tally.get(Count.GENERAL));
        yield mood.heavier(true);
      }
      case BOUNDARY -> {
        tally.see(Seen.BOUNDARY);
        yield mood.heavier(false);
      }
      case EXTREME -> {
        tally.set(Count.EXTREME, at + words - 1);
        yield mood.heavier(false);
      }
      case STATES -> states(mood, at, words);
      case THROUGHOUT -> {
        tally.see(Seen.THROUGHOUT);
        yield mood.heavier(false);
      }
      case AND -> mood.joined();
      case OTHERWISE -> {
        Mood m = end(mood, Beside.WORDS, at);
        if (relationBefore(at)) {
          // what stands behind holds where the condition before does not
          qualifiers.add("otherwise");
          events.add(new Event.Break());
        }
        yield m;
      }
      case NEUTRAL -> mood.heavier(false);
      case LIGHT -> mood;
      case VAGUE -> {
        qualifiers.add(sentence.words(at, at + words));
        yield mood.heavier(false);
      }
    };
  }

  private Mood toZero(Mood mood, int at) {
    tally.see(Seen.ZERO);
    tally.set(Count.ZERO_BEFORE, cues.size());
    return end(mood, Beside.WORDS, at).withBase(Base.STATED);
  }

  /** "f = 1 if x > 0 and 0 if x < 0": the second value, of which no relation says that it is one, has the condition behind it. */
  private boolean value(int at) {
    List<Atom> atoms = sentence.atoms();
    boolean alone = at >= 2 && at + 2 < atoms.size() && atoms.get(at - 1) instanceof Atom.Open && atoms.get(at + 1) instanceof Atom.Close && atoms.get(at + 2) instanceof Atom.Word w && List.of("if", "for", "when").contains(w.text());
    boolean joined = alone && ((atoms.get(at - 2) instanceof Atom.Word w && w.text().equals("and")) || (atoms.get(at - 2) instanceof Atom.Mark(char sign, _) && sign == ','));
    return joined && !events.isEmpty() && events.getLast() instanceof Event.Condition;
  }

  /** A phrase that opens a condition. */
  private Mood opening(Mood mood, Sense sense, int at, int words, Beside beside, boolean inFormula, boolean first) {
    Scope scope = tally.saw(Seen.THROUGHOUT) ? Scope.PART : Scope.SENTENCE;
    return switch (sense) {
      case IF, FOR, SUCH_THAT, QUANTIFIER -> {
        if (sentence.atoms().get(at) instanceof Atom.Word w && w.text().equals("as") && words == 1 && !around.limitBehind(at)) {
          yield mood.heavier(false);
        }
        Scope to = at - tally.get(Count.EXTREME) <= 3 ? Scope.POINT : mood.open() && mood.taken() == 0 && mood.scope() != Scope.SENTENCE ? mood.scope() : scope;
        boolean supposed = (mood.over() == Sense.ASSUME || mood.over() == Sense.SUCH_THAT) && mood.taken() == 0 && !mood.heavy() && sense != Sense.IF;
        Mood ended = end(mood, Beside.WORDS, at);
        yield (supposed ? ended.withBase(Base.SUPPOSE) : ended).opened(sense, at, to, beside, inFormula, first);
      }
      case ASSUME -> end(mood, Beside.WORDS, at).opened(sense, at, Scope.PART, beside, inFormula, first);
      case CASE -> {
        Mood ended = end(mood, Beside.WORDS, at);
        if (around.namedCase(at, words) && around.nextAtOnce(at + words).filter(Claims::caseOf).isEmpty()) {
          qualifiers.add(sentence.words(at - 1, at + words));
          yield ended.heavier(false);
        }
        yield ended.opened(sense, at, at == 0 && first && !list(at, words).startsWith("in") ? Scope.CASE : scope, beside, inFormula, first);
      }
      case ONLY_IF -> {
        if (at - tally.get(Count.EXTREME) > 3) {
          claims.lastClaim(Cue.ASSUMED);
        }
        yield end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.POINT, beside, inFormula, first);
      }
      case IFF -> end(mood, Beside.WORDS, at).opened(Sense.IFF, at, Scope.POINT, beside, inFormula, first);
      case UNLESS, WITHOUT -> {
        qualifiers.add(sentence.words(at, at + 8));
        yield end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.POINT, beside, inFormula, first);
      }
      case WITH -> {
        // "suppose .. with x > 0" lasts as what is supposed does
        Scope to = mood.over() == Sense.ASSUME || (mood.open() && mood.scope() == Scope.PART) ? Scope.PART : scope;
        yield end(mood, Beside.WORDS, at).opened(Sense.WITH, at, to, beside, inFormula, first);
      }
      default -> mood;
    };
  }

  private String list(int at, int words) {
    return sentence.words(at, at + words);
  }

  /** The last formula before is a relation: "A = B otherwise", and not "A = 1 if .. and 0 otherwise". */
  private boolean relationBefore(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (sentence.atoms().get(i) instanceof Atom.Clausal c) {
        return !answer.clauses().get(c.clause()).signs().isEmpty();
      }
      if (sentence.atoms().get(i) instanceof Atom.Word w && (w.text().equals("0") || w.text().equals("1"))) {
        return false;
      }
    }
    return true;
  }

  private static final List<String> PLACES = List.of("point", "points", "value", "values", "place", "places", "location", "region", "set", "punkt", "stelle", "punto");

  /** "where" behind a word means "at which": the slope is largest where A = B. */
  private Mood where(Mood mood, int at, Beside beside, boolean inFormula, boolean first) {
    if (at - tally.get(Count.EXTREME) <= 2) {
      return end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.POINT, beside, inFormula, first);
    }
    if (at > 0 && sentence.atoms().get(at - 1) instanceof Atom.Word w && PLACES.contains(w.text())) {
      return end(mood, Beside.WORDS, at).opened(Sense.IF, at, Scope.SENTENCE, beside, inFormula, first);
    }
    boolean here = sentence.atoms().get(at) instanceof Atom.Word w && w.text().equals("here");
    if (here && at > 1) {
      return mood;
    }
    return end(mood, Beside.WORDS, at).withBase(Base.WHERE);
  }

  private static final List<String> COPULAS = List.of("is", "are", "be", "was", "ist", "sind", "wird", "es", "是", "为", "has", "means", "denotes", "have");

  private static final List<String> SATISFY = List.of("satisfy", "satisfies", "obey", "fulfil", "fulfill");

  /** "solve A = B and get x = 1": what comes is drawn from what was solved. */
  private static final List<String> RESULTS = List.of("get", "obtain", "obtained");

  /** "we still have", "one again has": not what something has, but what holds. */
  private boolean weHave(int at, String verb) {
    return (verb.equals("have") || verb.equals("has")) && at > 1 && sentence.atoms().get(at - 1) instanceof Atom.Word && sentence.atoms().get(at - 2) instanceof Atom.Word w && (w.text().equals("we") || w.text().equals("one"));
  }

  private Mood states(Mood mood, int at, int words) {
    boolean copula = words == 1 && sentence.atoms().get(at) instanceof Atom.Word w && COPULAS.contains(w.text()) && !weHave(at, w.text());
    if (copula) {
      return mood.heavier(true);
    }
    Mood m = end(mood, Beside.WORDS, at);
    String verb = sentence.atoms().get(at) instanceof Atom.Word w ? w.text() : "";
    if (m.base() == Base.LET && SATISFY.contains(verb)) {
      return m.heavier(false);
    }
    if (m.base() == Base.ASKED && RESULTS.contains(verb)) {
      return m.withBase(Base.CONSEQUENCE);
    }
    return switch (m.base()) {
      case SUPPOSE -> m.heavier(false);
      case LET, ASKED, STATED -> m.withBase(Base.STATED).heavier(true);
      case SINCE -> m.withBase(Base.CONSEQUENCE);
      // "where A = B we have C": the clause is over
      case WHERE -> m.relations() > 0 && verb.equals("we") ? m.withBase(Base.STATED).heavier(true) : m.heavier(true);
      case CONSEQUENCE, GOAL, EQUATED -> m.heavier(true);
    };
  }

  // marks and signs between

  private Mood mark(Mood mood, char sign, int at) {
    return switch (sign) {
      case ',' -> commaAt(mood, at);
      case ':' -> {
        if (mood.open() && mood.taken() == 0 && !mood.heavy()) {
          boolean ranged = mood.over() == Sense.QUANTIFIER || (mood.over() == Sense.FOR && at - mood.cue() > 1);
          yield ranged ? mood.closed() : mood;
        }
        Mood m = end(mood, Beside.COLON, at);
        if (m.base() == Base.STATED) {
          claims.leadIn();
        }
        // "set to zero and solve: w = ..", "setting it to zero: w = ..", "solve for w: w = ..": what stands behind is the solution
        boolean asked = m.base() == Base.ASKED && (mood.taken() > 0 || tally.saw(Seen.ZERO) || around.solvedFor(at));
        yield asked || (m.base() == Base.STATED && zeroJustNow(at)) ? m.withBase(Base.CONSEQUENCE) : m;
      }
      case ';' -> broken(mood, at);
      case '(' -> around.spelledOut(mood, at) ? mood.lighter() : end(mood, Beside.WORDS, at).bracket(true);
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
      case LET, SUPPOSE, GOAL, WHERE -> m;
      case STATED, CONSEQUENCE, SINCE, ASKED, EQUATED -> m.withBase(Base.STATED);
    };
  }

  /** No relation stands between here and the words that set a derivative to zero, and what comes is not that derivative or its zero. */
  private boolean zeroJustNow(int at) {
    boolean solution = around.nextAtOnce(at + 1).filter(c -> c.sides().stream().noneMatch(s -> s.text().strip().equals("0") || Sides.derivative(s.text()))).isPresent();
    return solution && tally.saw(Seen.ZERO) && tally.get(Count.ZERO_BEFORE) == cues.size() && UnprintedZero.sets(sentence.words(0, at));
  }

  private Mood commaAt(Mood mood, int at) {
    if (mood.base() == Base.STATED && !mood.open() && zeroJustNow(at)) {
      return mood.withBase(Base.CONSEQUENCE).comma(true);
    }
    if (mood.open() && mood.taken() == 0 && (mood.weak() || mood.heavy() || around.excepts(mood.cue()))) {
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
        tally.next(Count.ROWS);
        yield mood.inFormula() ? end(mood, Beside.NOTHING, at).comma(true) : mood.comma(true);
      }
      case SEMICOLON -> broken(mood, at);
      case IMPLIES, IFF, THEREFORE, ARROW -> behindArrow(mood, at).drawing();
      case IMPLIED_BY -> behindArrow(mood, at);
      case BECAUSE -> end(mood, Beside.THEN, at).withBase(Base.SINCE);
    };
  }

  private Mood behindArrow(Mood mood, int at) {
    return end(mood, Beside.THEN, at).withBase(mood.base() == Base.LET || mood.base() == Base.ASKED ? Base.STATED : mood.base());
  }

  private Mood opens(Mood mood, boolean shown) {
    if (shown) {
      tally.next(Count.DISPLAYS);
      tally.next(Count.ROWS);
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
      tally.next(Count.ROWS);
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
          case CASE -> mood.scope() == Scope.CASE || (at < sentence.atoms().size() && sentence.atoms().get(at) instanceof Atom.Clausal);
          default -> false;
        };
    if (words && restricts && !harmless(Words.of(sentence.words(mood.cue(), at))) && mood.relations() == 0 && at > mood.cue() && !Facts.understood(Words.of(sentence.words(mood.cue(), at)))) {
      qualifiers.add(sentence.words(mood.cue(), Math.min(at, mood.cue() + 12)));
    }
    return mood;
  }

  private static final List<String> THINGS =
      List.of("function", "functions", "loss", "gradient", "derivative", "hessian", "softmax", "sigmoid", "numerator", "denominator", "network", "model", "layer");

  /** "for the softmax function" names what the relation is about. */
  private static boolean harmless(List<String> words) {
    return words.size() >= 3 && words.size() <= 5 && words.get(0).equals("for") && words.get(1).equals("the") && THINGS.contains(words.getLast())
        && words.subList(2, words.size()).stream().noneMatch(Facts::adjective);
  }

  // clauses

  private Mood clause(Mood mood, Atom.Clausal atom, int at) {
    Clause c = answer.clauses().get(atom.clause());
    if (c.signs().isEmpty()) {
      if (value(at)) {
        Mood ended = end(mood, Beside.AND, at);
        events.add(new Event.Claim(atom.clause(), tally.get(Count.DISPLAYS), tally.get(Count.ROWS), false));
        return ended;
      }
      if (c.sides().getFirst().text().contains("\\begin{")) {
        events.add(new Event.Claim(atom.clause(), tally.get(Count.DISPLAYS), tally.get(Count.ROWS), mood.heavy()));
      }
      return Claims.fragment(mood, c);
    }
    if (IndexRanges.is(sentence, at, answer)) {
      cues.put(atom.clause(), Cue.NO_CLAIM);
      return mood.open() ? mood.took(true) : mood.comma(false);
    }
    Optional<Cue> bySign = Around.bySign(c);
    if (mood.open() && (bySign.isEmpty() || bySign.get() == Cue.LIMIT)) {
      if (mood.over() == Sense.WITH ? IntroAccepts.with(mood, c) : claims.accepts(mood, c, at)) {
        claims.take(mood, atom.clause(), c);
        return mood.took(true);
      }
      Mood closed = end(mood, mood.comma() ? Beside.COMMA : mood.and() ? Beside.AND : Beside.WORDS, at);
      return claims.based(mood.taken() == 0 ? closed : closed.comma(mood.comma()), atom, c, bySign, at);
    }
    return claims.based(mood, atom, c, bySign, at);
  }
}
