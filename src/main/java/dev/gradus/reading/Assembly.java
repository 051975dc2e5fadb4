package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts together what the passes found: one {@link Statement} for each relation sign. */
final class Assembly {
  /** Where a clause stands in its sentence. */
  private record Place(Sentence sentence, int atom) {}

  private final Answer answer;
  private final Flow.Result flow;
  private final Lifted lifted;
  private final Numbering numbering;
  private final List<Roles.Result> roles;
  private final List<Facts.Found> facts;
  private final Spoken spoken;
  private final Map<Integer, Cue> cues = new TreeMap<>();
  private final Map<Integer, Place> places = new TreeMap<>();
  private final Map<Integer, List<Integer>> rows;
  private final Map<Integer, List<Integer>> premises;
  private final Map<Integer, List<Integer>> above;
  private final LiftedFrom liftedFrom;
  /** cases before an arrow: what stands in other displays leans neither on them nor on what was drawn from them */
  private final Set<Integer> cases;
  private final Map<Integer, List<Integer>> arrows;
  private final Alternatives alternatives;
  private final Lifetimes.Result lifetimes;
  private final Zeroes.Result zeroes;
  private final Map<Integer, List<Integer>> own;
  private final Map<Integer, List<Integer>> maybe;

  private Assembly(Answer answer, Flow.Result flow) {
    this.answer = answer;
    this.flow = flow;
    this.numbering = Numbering.of(answer);
    this.lifted = new Lifted(flow);
    this.roles = scanned(answer, flow);
    this.facts = flow.sentences().stream().map(s -> Facts.of(s, answer)).toList();
    roles.forEach(r -> cues.putAll(r.cues()));
    for (Sentence s : flow.sentences()) {
      for (int at = 0; at < s.atoms().size(); at++) {
        if (s.atoms().get(at) instanceof Atom.Clausal c) {
          places.put(c.clause(), new Place(s, at));
        }
      }
    }
    this.alternatives = new Alternatives(answer, flow, cues, this::sentenceOfClause);
    Implications.Result implied = Implications.of(answer, cues);
    this.arrows = implied.premises();
    Map<Integer, Cue> before = new TreeMap<>(cues);
    this.rows = Cells.of(answer, cues);
    List<Integer> drawn = new ArrayList<>();
    roles.forEach(r -> drawn.addAll(r.drawn()));
    for (int c : rows.keySet()) {
      if (cues.getOrDefault(c, Cue.STATED).drawn() && !arrows.containsKey(c) && before.getOrDefault(c, Cue.STATED) != Cue.ASSUMED) {
        drawn.add(c);
      }
    }
    this.premises = new TreeMap<>(Premises.of(answer, flow, cues, arrows, drawn));
    this.above = Premises.above(answer, flow, cues);
    this.cases = Premises.cases(answer, cues, arrows);
    this.lifetimes = Lifetimes.of(answer, flow, roles);
    premises.replaceAll((c, from) -> from.stream().filter(k -> !lifetimes.denied().contains(k)).toList());
    this.zeroes = Zeroes.of(answer, flow, roles, cues, implied.zeroes(), premises, above);
    zeroes.zeroed().forEach((c, meant) -> {
      if (cues.getOrDefault(c, Cue.STATED) == Cue.STATED) {
        cues.put(c, Cue.CONSEQUENCE);
      }
      premises.putIfAbsent(c, List.of(meant));
    });
    roles.forEach(r -> r.questions().forEach(q -> {
      premises.put(q.get(0), List.of(q.get(1)));
      premises.put(q.get(1), List.of(q.get(0)));
    }));
    this.own = new LinkedHashMap<>();
    lifetimes.own().forEach((c, l) -> own.put(c, new ArrayList<>(l)));
    Set<Integer> general = new TreeSet<>();
    for (int s = 0; s < roles.size(); s++) {
      if (roles.get(s).general() >= 0) {
        general.add(s);
      }
    }
    this.spoken = new Spoken(answer, flow, facts, cues, general, lifted);
    this.maybe = new LinkedHashMap<>();
    lifetimes.maybe().forEach((c, l) -> maybe.put(c, new ArrayList<>(l)));
    CasesDrawn.part(answer, lifetimes.trailed(), premises, maybe, this::sentence);
    this.liftedFrom = new LiftedFrom(numbering, this::sentence, lifted);
    inherit();
  }

  static List<Statement> of(Answer answer, Flow.Result flow) {
    Assembly assembly = new Assembly(answer, flow);
    List<List<Integer>> below = assembly.definedBelow();
    List<Statement> out = new ArrayList<>();
    for (int n = 0; n < assembly.numbering.places().size(); n++) {
      out.add(assembly.statement(n, below));
    }
    return List.copyOf(out);
  }

  private static List<Roles.Result> scanned(Answer answer, Flow.Result flow) {
    List<Roles.Result> out = new ArrayList<>();
    boolean goal = false;
    for (Sentence s : flow.sentences()) {
      Roles.Result r = Roles.of(s, answer, goal);
      out.add(r);
      goal = r.goalOnly();
    }
    return List.copyOf(out);
  }

  /** Conditions of the premises serve in what is drawn from them (READING 2), unless they are one of several cases. */
  private void inherit() {
    for (int c = 0; c < answer.clauses().size(); c++) {
      Clause clause = answer.clauses().get(c);
      int owned = c;
      if (clause.place() instanceof Clause.Place.Cell cell && !clause.signs().isEmpty()) {
        int parent = cell.parent();
        add(own, c, own.getOrDefault(parent, List.of()));
        add(maybe, c, maybe.getOrDefault(parent, List.of()));
      }
      boolean row = clause.continues().isPresent() && clause.sides().getFirst().isBlank();
      if (row) {
        add(own, c, inheritable(c, own.getOrDefault(clause.continues().get(), List.of())));
      }
      if (premises.containsKey(c) && cues.get(c) != Cue.ASSUMED) {
        List<Integer> near = premises.get(c).stream().filter(p -> sentence(p).equals(sentence(owned))).toList();
        for (int p : near.isEmpty() ? premises.get(c) : near) {
          draw(c, p);
        }
      }
    }
  }

  private void draw(int c, int premise) {
    List<Integer> from = own.getOrDefault(premise, List.of()).stream().filter(k -> cues.getOrDefault(k, Cue.ASSUMED) == Cue.ASSUMED && !lifetimes.points().contains(k)).toList();
    boolean same = sentence(c).isPresent() && sentence(c).equals(sentence(premise));
    if (same && roles.get(sentence(c).orElseThrow()).qualifiers().contains("otherwise")) {
      add(maybe, c, inheritable(c, from));
    } else if (same) {
      add(own, c, inheritable(c, from));
    } else {
      List<Integer> behind = lifetimes.trailed().getOrDefault(premise, List.of());
      List<Integer> sure = from.stream().filter(k -> !alternatives.over(k, c) && !behind.contains(k)).toList();
      add(own, c, inheritable(c, sure));
      add(maybe, c, inheritable(c, from.stream().filter(k -> !sure.contains(k)).toList()));
    }
  }

  /** A condition of another clause that its own conditions do not replace, and that no word ended. */
  private List<Integer> inheritable(int c, List<Integer> from) {
    Optional<Integer> s = sentence(c);
    if (s.isPresent() && roles.get(s.get()).general() >= 0) {
      return List.of();
    }
    List<Integer> mine = List.copyOf(own.getOrDefault(c, List.of()));
    return from.stream().filter(k -> k != c && mine.stream().noneMatch(m -> m != k.intValue() && Lifetimes.sameLetters(answer.clauses().get(m), answer.clauses().get(k)))).toList();
  }

  private static void add(Map<Integer, List<Integer>> map, int key, List<Integer> values) {
    List<Integer> list = map.computeIfAbsent(key, _ -> new ArrayList<>());
    for (int v : values) {
      if (v != key && !list.contains(v)) {
        list.add(v);
      }
    }
  }

  private int atom(int clause) {
    return Optional.ofNullable(places.get(Cells.owner(answer, clause))).map(Place::atom).orElse(0);
  }

  private Optional<Integer> sentence(int clause) {
    return sentenceOfClause(clause).map(Sentence::number);
  }

  private Optional<Sentence> sentenceOfClause(int clause) {
    return Optional.ofNullable(places.get(Cells.owner(answer, clause))).map(Place::sentence);
  }

  /** For each clause the statements of a where-clause behind it (READING 8). */
  private List<List<Integer>> definedBelow() {
    List<List<Integer>> below = new ArrayList<>();
    for (int c = 0; c < answer.clauses().size(); c++) {
      below.add(new ArrayList<>());
    }
    Map<Integer, List<Integer>> bySentence = new TreeMap<>();
    for (int c = 0; c < answer.clauses().size(); c++) {
      int clause = c;
      sentence(c).ifPresent(s -> bySentence.computeIfAbsent(s, _ -> new ArrayList<>()).add(clause));
    }
    for (int s = 0; s < roles.size(); s++) {
      List<Integer> where = roles.get(s).where();
      if (where.isEmpty()) {
        continue;
      }
      List<Integer> statements = new ArrayList<>();
      where.forEach(w -> statements.addAll(numbering.of(w)));
      boolean opens = roles.get(s).cues().keySet().stream().findFirst().filter(where::contains).isPresent();
      List<Integer> lines = new ArrayList<>(opens ? bySentence.getOrDefault(s - 1, List.of()) : List.of());
      bySentence.getOrDefault(s, List.of()).stream().filter(c -> c < where.getLast()).forEach(lines::add);
      for (int c : lines) {
        int standing = Cells.owner(answer, c);
        statements.stream().filter(n -> numbering.places().get(n).clause() > standing).forEach(below.get(c)::add);
      }
    }
    return below;
  }

  private Statement statement(int n, List<List<Integer>> below) {
    Numbering.Place at = numbering.places().get(n);
    int c = at.clause();
    Clause clause = answer.clauses().get(c);
    Clause.Sign sign = clause.signs().get(at.link());
    Cue cue = cue(c, at.link(), clause, sign);
    boolean claim = cue != Cue.ASSUMED && cue != Cue.NO_CLAIM;
    boolean last = at.link() == clause.signs().size() - 1;
    Place place = places.get(Cells.owner(answer, c));
    MathText printed = clause.sides().get(at.link() + 1);
    List<MathText> bracketed = new ArrayList<>();
    int glued = last ? Brackets.glued(printed.text()) : -1;
    if (glued > 0) {
      bracketed.add(printed.slice(glued, printed.length()).trim());
    }
    MathText right = glued > 0 ? printed.slice(0, glued).trim() : printed;
    if (place != null && claim) {
      bracketed.addAll(Brackets.behind(place.sentence(), place.atom(), answer));
    }
    List<Integer> all = claim ? conditions(c) : List.of();
    List<Integer> conditions = all.stream().filter(k -> !lifted(k, c)).toList();
    List<Integer> open = new ArrayList<>(all.stream().filter(k -> lifted(k, c) && !Sides.sized(answer.clauses().get(numbering.places().get(k).clause()))).toList());
    open.addAll(statements(maybe.getOrDefault(c, List.of()).stream().filter(k -> !general(c, k)).toList()));
    open.addAll(statements(lifetimes.part().getOrDefault(Cells.owner(answer, c), List.of()).stream().filter(k -> outdated(c, k)).toList()));
    List<Integer> over = above.getOrDefault(c, List.of());
    open.addAll(statements(over.stream().filter(k -> cases.contains(k) && premises.getOrDefault(c, List.of()).stream().noneMatch(p -> p > k && Lifetimes.sameLetters(answer.clauses().get(p), answer.clauses().get(k)))).toList()));
    open.addAll(statements(premises.getOrDefault(c, List.of()).stream().filter(k -> (cases.contains(k) || over(c, k) || (ended(c, k) && !Sides.sized(answer.clauses().get(k)))) && !drawnFrom(c).contains(k)).toList()));
    List<Integer> lasting = over.stream().filter(k -> !inCase(k)).toList();
    List<Integer> doubtful = claim ? without(open, conditions, n).stream().distinct().toList() : List.of();
    Optional<String> unread = claim ? unread(place) : Optional.empty();
    Optional<String> qualifier = unread.isPresent() || (doubtful.isEmpty() && bracketed.isEmpty()) ? unread : Optional.of(doubts(doubtful, bracketed));
    boolean drawn = cue.drawn() || (premises.containsKey(c) && claim);
    Notes notes =
        new Notes(
            claim || cue == Cue.ASSUMED ? after(below.get(c), n) : List.of(),
            place == null ? List.of() : facts.get(place.sentence().number()).explicitAll(),
            claim || cue == Cue.ASSUMED ? spoken.facts(c, sentenceOf(place)) : List.of(),
            claim ? spoken.doubtful(c, sentenceOf(place)) : List.of(),
            doubtful,
            bracketed,
            unread,
            lifetimes.points().contains(c),
            Optional.ofNullable(zeroes.zeroed().get(c)).map(m -> numbering.of(m).getLast()),
            spoken.fixed(c, sentenceOf(place), false),
            at.link() == 0 && claim && (!drawn || arrows.getOrDefault(c, List.of(c)).isEmpty()) ? numbering.nearestFirst(lasting) : List.of(),
            liftedFrom.of(n),
            spoken.exchanged(n), spoken.altered(n, c));
    return new Statement(
        n,
        c,
        at.link(),
        sign,
        left(at, clause),
        right,
        after(at, clause),
        flow.parts().get(flow.partOf().get(c)),
        cue,
        conditions,
        drawn ? without(numbering.nearestFirst(drawnFrom(c)), List.of(), n) : List.of(),
        qualifier,
        place == null ? "" : opens(place.sentence(), place.atom()),
        place == null ? "" : closes(place.sentence(), place.atom()),
        spoken.fixed(c, sentenceOf(place), true),
        notes);
  }

  /** A case before an arrow, or what is drawn from one: an arrow's hypothesis ends with its formula (READING 2). */
  private boolean inCase(int c) {
    return cases.contains(c) || arrows.getOrDefault(c, List.of()).stream().anyMatch(cases::contains);
  }

  /** Whether a range or a case before a clause was ended by words since: "in general", "for any n", "the full matrix" (READING 3). */
  private boolean ended(int c, int condition) {
    boolean bare = Sides.set(answer.clauses().get(condition)) || Sides.bareRange(answer.clauses().get(condition));
    Optional<Integer> s = sentence(c);
    if (!bare || cues.get(condition) != Cue.ASSUMED) {
      return s.isPresent() && sentence(condition).filter(from -> lifted.fails(from, s.get())).isPresent();
    }
    boolean words = s.isPresent() && roles.get(s.get()).general() >= 0 && lifetimes.own().getOrDefault(c, List.of()).stream().noneMatch(k -> k == condition);
    return words || general(c, condition) || numbering.of(condition).stream().anyMatch(n -> lifted(n, c));
  }

  /** What a clause is drawn from, without the cases of other formulas. */
  private List<Integer> drawnFrom(int c) {
    List<Integer> all = premises.getOrDefault(c, List.of());
    return arrows.containsKey(c) && !arrows.get(c).isEmpty() ? all : all.stream().filter(k -> !inCase(k) && !ended(c, k) && !over(c, k)).toList();
  }

  /** Whether a hypothesis of another sentence serves nothing that is drawn here. */
  private boolean over(int c, int condition) {
    return cues.getOrDefault(condition, Cue.STATED) == Cue.ASSUMED && !sentence(c).equals(sentence(condition)) && alternatives.over(condition, c);
  }

  /** Whether words between may lift the condition (READING 3). */
  private boolean lifted(int condition, int c) {
    Optional<Integer> from = sentence(numbering.places().get(condition).clause());
    Optional<Integer> to = sentence(c);
    return from.isPresent() && to.isPresent() && (lifted.between(from.get(), to.get()) || spoken.changes(Sides.letters(answer.clauses().get(numbering.places().get(condition).clause())), from.get(), to.get()) || alternatives.concluded(numbering.places().get(condition).clause(), c));
  }

  private static List<Integer> after(List<Integer> numbers, int n) {
    return numbers.stream().filter(b -> b > n).toList();
  }

  private static List<Integer> without(List<Integer> numbers, List<Integer> others, int n) {
    return numbers.stream().filter(k -> k != n && !others.contains(k)).toList();
  }

  private Cue cue(int c, int link, Clause clause, Clause.Sign sign) {
    Cue cue = cues.getOrDefault(c, Cue.STATED);
    boolean last = link == clause.signs().size() - 1;
    if (last && zeroes.set().contains(c) && sign.sign() == RelationSign.EQUAL) {
      return Cue.SET_TO_ZERO;
    }
    if (link == 0 && zeroes.first().contains(c) && sign.sign() == RelationSign.EQUAL) {
      return Cue.SET_TO_ZERO;
    }
    boolean row = clause.sides().getFirst().isBlank() && clause.continues().isPresent();
    if (zeroes.worked().contains(c)) {
      return Cue.STATED;
    }
    return switch (cue) {
      case LIMIT -> sign.sign() == RelationSign.TENDS_TO ? Cue.LIMIT : Cue.STATED;
      case INTRODUCED -> link == 0 && !row ? Cue.INTRODUCED : Cue.STATED;
      case ASSUMED -> zeroes.set().contains(c) && clause.signs().size() > 1 ? Cue.STATED : Cue.ASSUMED;
      case ASKED -> sign.sign() == RelationSign.ASKED || clause.signs().stream().noneMatch(s -> s.sign() == RelationSign.ASKED) ? Cue.ASKED : Cue.STATED;
      case STATED, SET_TO_ZERO, CONSEQUENCE, EQUIVALENT, GOAL, NO_CLAIM -> cue;
    };
  }

  private MathText left(Numbering.Place at, Clause clause) {
    MathText printed = clause.sides().get(at.link());
    Optional<MathText> fragment = at.link() == 0 && printed.isBlank() ? fragmentBefore(at.clause()) : Optional.empty();
    if (fragment.isPresent()) {
      return fragment.get();
    }
    if (at.link() == 0 && printed.isBlank() && clause.continues().isPresent()) {
      MathText side = answer.clauses().get(clause.continues().get()).sides().getLast();
      int glued = Brackets.glued(side.text());
      return glued > 0 ? side.slice(0, glued).trim() : side;
    }
    return at.link() == 0 ? FormulaLabels.without(printed) : printed;
  }

  /** "where $g(x)$" and a display that begins with the sign: the left side is the formula just before, in the same sentence. */
  private Optional<MathText> fragmentBefore(int c) {
    Place place = places.get(c);
    if (place == null) {
      return Optional.empty();
    }
    List<Atom> atoms = place.sentence().atoms();
    int i = place.atom() - 1;
    if (i < 0 || !(atoms.get(i) instanceof Atom.Open)) {
      return Optional.empty();
    }
    i--;
    while (i >= 0 && atoms.get(i) instanceof Atom.Pause) {
      i--;
    }
    if (i >= 2 && atoms.get(i) instanceof Atom.Close && atoms.get(i - 1) instanceof Atom.Clausal f && atoms.get(i - 2) instanceof Atom.Open) {
      Clause before = answer.clauses().get(f.clause());
      return before.signs().isEmpty() && !f.display() ? Optional.of(before.sides().getFirst()) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<Integer> after(Numbering.Place at, Clause clause) {
    if (at.link() > 0) {
      return Optional.of(numbering.of(at.clause()).get(at.link() - 1));
    }
    if (!clause.sides().getFirst().isBlank() || fragmentBefore(at.clause()).isPresent()) {
      return Optional.empty();
    }
    return clause.continues().filter(a -> !numbering.of(a).isEmpty()).map(a -> numbering.of(a).getLast());
  }

  private List<Integer> statements(List<Integer> clauses) {
    List<Integer> out = new ArrayList<>();
    for (int c : clauses) {
      // of a derivative's chain up to its zero the zero alone is assumed
      List<Integer> all = numbering.of(c);
      out.addAll(!zeroes.worked().contains(c) ? all : zeroes.set().contains(c) ? List.of(all.getLast()) : List.of());
    }
    return out;
  }

  /** Of its part, then its sentence, then its row; a later range for the same letters replaces an earlier one (READING 3). */
  private List<Integer> conditions(int c) {
    List<Integer> clauses = new ArrayList<>(lifetimes.part().getOrDefault(Cells.owner(answer, c), List.of()));
    List<Integer> mine = new ArrayList<>(own.getOrDefault(c, List.of()));
    mine.addAll(rows.getOrDefault(c, List.of()));
    clauses.removeIf(k -> general(c, k));
    mine.removeIf(k -> general(c, k));
    List<Integer> kept = new ArrayList<>();
    for (int k : clauses) {
      boolean replaced = mine.stream().anyMatch(m -> m != k && Lifetimes.sameLetters(answer.clauses().get(m), answer.clauses().get(k)));
      boolean later = clauses.stream().anyMatch(m -> m > k && !sentence(m).equals(sentence(k)) && Lifetimes.sameLetters(answer.clauses().get(m), answer.clauses().get(k)));
      if (!replaced && !later && !outdated(c, k) && !mine.contains(k)) {
        kept.add(k);
      }
    }
    kept.addAll(mine);
    return statements(kept.stream().filter(k -> k != c && cues.getOrDefault(k, Cue.STATED) == Cue.ASSUMED).toList());
  }

  /** A range of the part for whose letters a later sentence states another one, which perhaps still holds: no proof leans on the older one (READING 3). */
  private boolean outdated(int c, int condition) {
    return maybe.getOrDefault(c, List.of()).stream()
        .anyMatch(m -> m > condition && !sentence(m).equals(sentence(condition)) && cues.get(m) == Cue.ASSUMED && Lifetimes.sameLetters(answer.clauses().get(m), answer.clauses().get(condition)));
  }

  /** "for every n", {@code \forall n}, "now let n be any number" end earlier conditions of n (READING 3). */
  private boolean general(int c, int condition) {
    Optional<Integer> s = sentence(c);
    Optional<Integer> from = sentence(condition);
    if (s.isEmpty()) {
      return false;
    }
    TreeSet<String> all = new TreeSet<>();
    if (s.equals(from)) {
      Sentence own = flow.sentences().get(s.get());
      Facts.quantified(own, answer, atom(condition), atom(c)).forEach(name -> all.addAll(Sides.letters(name)));
      Set<String> bound = Sides.letters(answer.clauses().get(condition));
      return !bound.isEmpty() && all.containsAll(bound);
    }
    facts.get(s.get()).explicitAll().forEach(name -> all.addAll(Sides.letters(name)));
    Part here = flow.parts().get(flow.partOf().get(c));
    for (int k = from.orElse(s.get()) + 1; k <= s.get(); k++) {
      Facts.Found said = facts.get(k);
      boolean holds = here.within(flow.parts().get(flow.sentences().get(k).part()));
      Stream.concat(holds ? said.onwards().stream() : Stream.empty(), k == s.get() ? said.sentenceOnly().stream() : Stream.empty())
          .filter(f -> f.kind() == WordFact.Kind.ANY)
          .forEach(f -> f.names().forEach(name -> all.addAll(Sides.letters(name))));
    }
    Set<String> letters = Sides.letters(answer.clauses().get(condition));
    return !letters.isEmpty() && all.containsAll(letters);
  }

  private Optional<String> unread(@org.jspecify.annotations.Nullable Place place) {
    if (place == null) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(roles.get(place.sentence().number()).qualifiers());
    ConditionWords.equivalents(flow, place.sentence()).ifPresent(words::add);
    words.addAll(facts.get(place.sentence().number()).qualifiers());
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private String doubts(List<Integer> doubtful, List<MathText> bracketed) {
    List<String> words = new ArrayList<>();
    for (int k : doubtful) {
      Clause c = answer.clauses().get(numbering.places().get(k).clause());
      int link = numbering.places().get(k).link();
      words.add(c.sides().get(link).text() + " " + c.signs().get(link).sign().symbol() + " " + c.sides().get(link + 1).text() + " (perhaps)");
    }
    bracketed.forEach(b -> words.add(b.text()));
    return String.join("; ", words);
  }

  private static Optional<Sentence> sentenceOf(@org.jspecify.annotations.Nullable Place place) {
    return Optional.ofNullable(place).map(Place::sentence);
  }

  /** The words before a clause in its sentence, its own formula left out. */
  static String opens(Sentence s, int at) {
    int open = at;
    while (open > 0 && !(s.atoms().get(open) instanceof Atom.Open)) {
      open--;
    }
    String inside = s.words(open + 1, at);
    return (s.words(0, open) + " " + inside).strip();
  }

  /** The words behind it. */
  static String closes(Sentence s, int at) {
    return s.words(at + 1, s.atoms().size());
  }
}
