package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Event.Beside;
import dev.gradus.reading.Event.Scope;
import dev.gradus.reading.Mood.Base;
import dev.gradus.reading.Phrases.Sense;
import dev.gradus.reading.Statement.Cue;
import dev.gradus.reading.Tally.Count;
import dev.gradus.reading.Tally.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a relation is where a scan meets it: taken by the open condition, a bare condition, or a claim of its base (READING 9, 12, 14). */
record Claims(
    Answer answer,
    Around around,
    Map<Integer, Cue> cues,
    List<Event> events,
    List<Integer> where,
    List<Integer> drawn,
    List<List<Integer>> questions,
    Tally tally) {

  /** "K = 2, p_1 = p_2 = 1/2: ..": what stands before the colon is where the rest is looked at. */
  void leadIn() {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.Claim claim && claim.display() == 0) {
        Clause c = answer.clauses().get(claim.clause());
        if (cues.get(claim.clause()) == Cue.STATED && (valuedName(c) || Sides.set(c))) {
          cues.put(claim.clause(), Cue.ASSUMED);
          events.set(i, new Event.Condition(claim.clause(), Scope.SENTENCE, Beside.NOTHING, Beside.COLON, false));
        } else if (cues.get(claim.clause()) == Cue.STATED && c.signs().size() == 1 && c.signs().getFirst().sign() == RelationSign.EQUAL && Sides.name(c.sides().getFirst().text())) {
          cues.put(claim.clause(), Cue.INTRODUCED);
        }
      }
    }
  }

  /** A value for a name, not for what is worked out of names: p_1 = 1/2, not u^T(x - Px) = 0 or \\operatorname{tr} P = 1. */
  private static boolean valuedName(Clause c) {
    return Sides.valued(c)
        && c.sides().subList(0, c.sides().size() - 1).stream().map(s -> s.text().strip()).noneMatch(s -> s.startsWith("(") || s.contains("operatorname") || s.contains("^T") || s.contains("^{T}") || s.contains("\\top"));
  }

  void lastClaim(Cue cue) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Event.Claim claim && cues.containsKey(claim.clause())) {
        cues.put(claim.clause(), cue);
        return;
      }
    }
  }

  /** Verbs whose subject is a hypothesis: "$A$ is equivalent to $B$", "$A$ implies $B$". */
  private static final List<String> COMPARES = List.of("implies", "imply", "entails", "means", "mean", "impliziert", "implica");

  private static final Pattern EQUIVALENT = Pattern.compile("(is|are) (not )?equivalent .*|ist äquivalent .*|es equivalente .*");

  /** What may stand before such a hypothesis. */
  private static final Pattern BARE = Pattern.compile("(?i)((note|also|and|now|clearly|recall|that|then|for vectors|for matrices|the|a|an|condition|inequality|equation|equality|relation|constraint|requirement|statement|assumption|hypothesis)[ ,]*)*\\$?");

  /** "$e^x > 1$ is equivalent to ..": what is compared is not stated (READING 9). */
  void compared(int at) {
    List<Atom> atoms = around.sentence().atoms();
    boolean verb = atoms.get(at) instanceof Atom.Word w && (COMPARES.contains(w.text()) || EQUIVALENT.matcher(around.sentence().words(at, at + 4)).matches());
    boolean behind = verb && at > 1 && atoms.get(at - 1) instanceof Atom.Close && atoms.get(at - 2) instanceof Atom.Clausal && !events.isEmpty();
    if (behind && atoms.get(at - 2) instanceof Atom.Clausal c && events.getLast() instanceof Event.Claim claim && claim.clause() == c.clause() && cues.get(c.clause()) == Cue.STATED && hypothesis(c, at - 2)) {
      cues.put(c.clause(), Cue.ASSUMED);
      events.set(events.size() - 1, new Event.Condition(c.clause(), Scope.SENTENCE, Beside.NOTHING, Beside.NOTHING, false));
    }
  }

  /** One relation, or a chain of orders, of its own; what says what a derivative is is a claim. */
  private boolean hypothesis(Atom.Clausal atom, int at) {
    Clause c = answer.clauses().get(atom.clause());
    boolean single = c.signs().size() == 1 || c.signs().stream().allMatch(s -> Sides.order(s.sign()));
    boolean derivative = c.sides().stream().anyMatch(s -> Sides.derivative(s.text())) && !Sides.zero(c.sides().getLast().text());
    return single && !derivative && c.continues().isEmpty() && BARE.matcher(Assembly.opens(around.sentence(), at)).matches();
  }

  static Mood fragment(Mood mood, Clause c) {
    String text = c.sides().getFirst().text();
    if (!mood.open() || text.isBlank()) {
      return mood;
    }
    return mood.weak() && mood.heavy() ? mood : mood.took(false);
  }

  /** Whether the open condition takes this relation. */
  boolean accepts(Mood mood, Clause c, int at) {
    if (c.continues().isPresent() && c.sides().getFirst().isBlank()) {
      return false;
    }
    if (mood.taken() == 0) {
      if (mood.over() == Sense.CASE && (Sides.derivative(c.sides().getFirst().text()) || (mood.heavy() && !caseOf(c) && around.namedSince(mood.cue(), at)))) {
        return false;
      }
      boolean bounds = Sides.bareRange(c) || Sides.set(c);
      boolean alone = mood.weak() && !bounds && events.stream().noneMatch(e -> e instanceof Event.Claim) && !around.moreBehind(at);
      return !alone && !(mood.weak() && mood.heavy());
    }
    boolean bare = Sides.bareRange(c) || Sides.set(c) || Sides.ofEntries(c);
    if (!mood.heavy() && around.constrains(mood) && !Sides.name(c.sides().getFirst().text()) && !Sides.derivative(c.sides().getFirst().text())) {
      return true;
    }
    if (mood.heavy()) {
      // "for x_i > 0 and weights w_i \\ge 0, \\sum_i w_i = 1: .."
      boolean goesOn = bare && mood.leads() && mood.relations() > 0 && (mood.comma() || mood.and()) && around.moreBehind(at);
      return goesOn || (mood.relations() == 0 && !mood.weak() && !mood.comma());
    }
    if (mood.comma()) {
      return bare && (!mood.leads() || around.moreBehind(at));
    }
    if (mood.and()) {
      // "for r > 0 and 1 - r > 0: .."
      boolean orders = mood.leads() && around.moreBehind(at) && c.signs().stream().allMatch(x -> Sides.order(x.sign()));
      return bare || orders || (mood.leads() && !mood.weak());
    }
    return mood.relations() == 0 || bare;
  }

  /** Bounds or a value of a bare letter: which case it is, also where words name it already. */
  static boolean caseOf(Clause c) {
    return Sides.bareRange(c) || Sides.set(c);
  }

  void take(Mood mood, int clause, Clause c) {
    if (mood.over() == Sense.IFF) {
      iff(clause);
      return;
    }
    boolean bare = Sides.bareRange(c) || Sides.set(c) || Sides.ofEntries(c) || (c.signs().size() == 1 && Sides.valued(c)) || symmetric(c, clause);
    if (mood.over() == Sense.WITH && !bare && !around.constrainedWith(c, clause, mood.cue())) {
      cues.put(clause, Cue.INTRODUCED);
      if (events.stream().anyMatch(e -> e instanceof Event.Claim)) {
        where.add(clause);
      }
      events.add(new Event.Claim(clause, tally.get(Count.DISPLAYS), tally.get(Count.ROWS), true));
      return;
    }
    cues.put(clause, Cue.ASSUMED);
    boolean bracket = mood.brackets() > 0;
    Scope scope = mood.base() == Base.LET && mood.scope() == Scope.SENTENCE && around.lets(tally.saw(Seen.THROUGHOUT)) ? Scope.PART : mood.scope();
    if (mood.over() == Sense.WITH && scope == Scope.SENTENCE && !bracket) {
      scope = Scope.LETTER;
    }
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
  Mood based(Mood mood, Atom.Clausal atom, Clause c, Optional<Cue> bySign, int at) {
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
    boolean bare = !continuing && (Sides.bareRange(c) || Sides.bareSet(c) || (Sides.bareChain(c) && Sides.number(c.sides().getLast().text())) || (Sides.members(c) && (mood.base() != Base.STATED || !around.defined(c, atom.clause()))));
    if (c.sides().getFirst().text().strip().startsWith("\\exists")) {
      cues.put(atom.clause(), Cue.ASSUMED);
      events.add(new Event.Condition(atom.clause(), Scope.PART, Beside.NOTHING, Beside.NOTHING, false));
      return mood.took(true);
    }
    boolean alone = (Sides.bareRange(c) || Sides.indices(c)) && c.join() == Clause.Join.FIRST && around.aloneInFormula(at) && Around.small(c);
    boolean inText = !atom.display() || mood.brackets() > 0 || alone || around.whenBehind(at);
    boolean trailing = atom.display() && mood.comma() && tally.get(Count.ROWS) > 0 && (Sides.bareRange(c) || Sides.indices(c) || Sides.label(c)) && hasClaimInRow() && (c.join() == Clause.Join.COMMA || c.join() == Clause.Join.SPACE);
    bare |= trailing;
    boolean freeBase = mood.base() == Base.STATED || mood.base() == Base.LET || mood.base() == Base.WHERE;
    boolean bracketed = mood.brackets() > 0 && !mood.stated();
    if (bare && around.arrowBehind(at)) {
      // a hypothesis of what stands behind the arrow only
      cues.put(atom.clause(), Cue.STATED);
      claim(atom, mood);
      events.add(new Event.Hypothesis(atom.clause()));
      return mood.took(true);
    }
    if (bare && (trailing || bracketed || (freeBase && !mood.stated() && inText) || (Sides.indices(c) && !atom.display() && c.join() == Clause.Join.FIRST))) {
      bareCondition(mood, atom, c);
      if (mood.base() == Base.WHERE) {
        where.add(atom.clause());
      }
      return mood.took(true);
    }
    if ((bare || symmetric(c, atom.clause())) && mood.base() == Base.SINCE && !tally.saw(Seen.QUANTIFIED)) {
      // "because x > 0": the reason is a condition of what it is given for, unless that is said of all
      bareCondition(mood, atom, c);
      return mood.took(true);
    }
    if (mood.base() == Base.SINCE) {
      events.add(new Event.Reason(atom.clause()));
    }
    if (mood.base() == Base.LET && around.setDerivative(c, at)) {
      asked(atom, mood);
      return mood.took(true).withBase(Base.CONSEQUENCE);
    }
    Cue cue =
        switch (mood.base()) {
          case STATED, SINCE -> tally.saw(Seen.BOUNDARY) && Sides.number(c.sides().getLast().text()) ? Cue.ASKED : Cue.STATED;
          case LET -> (Around.bareAssumed(c) && (Sides.letter(c.sides().getFirst().text()) || !around.worked(at))) || letHold(c, at) || symmetric(c, atom.clause()) || around.constrained(c, atom.clause(), at, mood.and()) ? Cue.ASSUMED : Cue.INTRODUCED;
          case WHERE -> Around.bareAssumed(c) || symmetric(c, atom.clause()) || total(c, atom.clause()) ? Cue.ASSUMED : Cue.INTRODUCED;
          case SUPPOSE -> Cue.ASSUMED;
          case CONSEQUENCE -> tally.isEquivalent() ? Cue.EQUIVALENT : Cue.CONSEQUENCE;
          case GOAL -> Cue.GOAL;
          case ASKED -> Cue.ASKED;
          case EQUATED -> equated(c);
        };
    cues.put(atom.clause(), cue);
    if (mood.base() == Base.WHERE) {
      where.add(atom.clause());
    }
    if (mood.base() == Base.CONSEQUENCE || (mood.base() == Base.EQUATED && cue == Cue.CONSEQUENCE)) {
      drawn.add(atom.clause());
    }
    if (cue == Cue.ASKED) {
      asked(atom, mood);
    } else if (cue == Cue.ASSUMED) {
      events.add(new Event.Condition(atom.clause(), mood.base() == Base.WHERE || mood.base() == Base.SUPPOSE || around.lets(tally.saw(Seen.THROUGHOUT)) ? Scope.PART : Scope.ONCE, Beside.NOTHING, Beside.NOTHING, false));
    } else {
      claim(atom, mood);
    }
    return mood.base() == Base.EQUATED ? mood.withBase(Base.STATED) : mood.took(true);
  }

  /** What is solved for may hold in what follows. */
  private void asked(Atom.Clausal atom, Mood mood) {
    cues.put(atom.clause(), Cue.ASKED);
    claim(atom, mood);
    events.add(new Event.Condition(atom.clause(), Scope.ONCE, Beside.NOTHING, Beside.NOTHING, false));
  }

  /** "Setting both equal": the equation that comes first is to be solved; a bare name on its left is what it was solved for (READING 9, 11). */
  private static Cue equated(Clause c) {
    boolean one = c.signs().size() == 1 && c.signs().getFirst().sign() == RelationSign.EQUAL && !c.sides().getFirst().isBlank();
    return !one ? Cue.STATED : Sides.letter(c.sides().getFirst().text()) ? Cue.CONSEQUENCE : Cue.ASKED;
  }

  /** "Let $P^2 = P$", "let $a = b = c$": no new name, a property (READING 9). */
  private boolean letHold(Clause c, int at) {
    boolean let = around.sentence().words(0, at).strip().matches("(?is)(.*\\W)?(let|sei|seien|sea|sean)( \\$)?");
    return let && (Sides.ownSquare(c) || Sides.bareChain(c));
  }

  /** A = A^T of a matrix that no line above gives: a property (READING 9). */
  private boolean symmetric(Clause c, int clause) {
    return Sides.ownTranspose(c) && !around.defined(c, clause);
  }

  /** "where \\sum_i w_i = 1": no definition; of entries that no line above gives it is what they are to be (READING 9). */
  private boolean total(Clause c, int clause) {
    return Sides.ofEntries(c) && !around.defined(c, clause);
  }

  private void claim(Atom.Clausal atom, Mood mood) {
    events.add(new Event.Claim(atom.clause(), tally.get(Count.DISPLAYS), tally.get(Count.ROWS), mood.heavy()));
  }

  private boolean hasClaimInRow() {
    for (Event e : events.reversed()) {
      if (e instanceof Event.Claim claim) {
        return claim.row() == tally.get(Count.ROWS);
      }
    }
    return false;
  }

  /** "If we pretend that x > 0": for this sentence. */
  private static final Pattern SUPPOSED = Pattern.compile("(^|[,;:.] ?|\\b(but|and|so) )(if|when|whenever) [^,;:.$]{1,40}( \\$)?$");

  private void bareCondition(Mood mood, Atom.Clausal atom, Clause c) {
    cues.put(atom.clause(), Cue.ASSUMED);
    boolean bracket = mood.brackets() > 0;
    boolean inFormula = atom.display() || c.join() == Clause.Join.COMMA || c.join() == Clause.Join.SPACE;
    boolean after = events.stream().anyMatch(e -> e instanceof Event.Claim) && inFormula;
    boolean lasting = mood.base() == Base.WHERE || (mood.base() == Base.LET && around.lets(tally.saw(Seen.THROUGHOUT))) || (mood.base() == Base.STATED && !Sides.set(c));
    boolean supposed = SUPPOSED.matcher(Assembly.opens(around.sentence(), around.sentence().atoms().indexOf(atom))).find() || (mood.base() == Base.WHERE && mood.heavy() && mood.comma());
    Scope scope = around.included(atom) ? Scope.POINT : bracket || after || supposed || mood.base() == Base.SINCE ? Scope.SENTENCE : lasting ? Scope.PART : Scope.ONCE;
    events.add(new Event.Condition(atom.clause(), scope, mood.comma() ? Beside.COMMA : Beside.NOTHING, Beside.NOTHING, bracket));
  }
}
