package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.reading.Event.Beside;
import dev.gradus.reading.Event.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which conditions hold where (READING 2, 3): clauses in, the clauses that are conditions of each out. */
final class Lifetimes {
  /**
   * Conditions of clauses.
   *
   * @param part those that hold to the end of a part
   * @param own those of the sentence
   * @param maybe those that may or may not belong to it
   * @param trailed those of {@code own} that stand behind the claim: "A = 1 if x > 0 and 0 otherwise"
   * @param points conditions that restrict nothing
   * @param denied those that words deny
   */
  record Result(Map<Integer, List<Integer>> part, Map<Integer, List<Integer>> own, Map<Integer, List<Integer>> maybe, Map<Integer, List<Integer>> trailed, List<Integer> points, Set<Integer> denied) {}

  /** A condition that goes on behind its sentence. */
  private record Alive(int clause, Scope scope, Part part) {
    boolean sure() {
      return scope != Scope.ONCE;
    }
  }

  private final Answer answer;
  private final List<Part> parts;
  private final List<Integer> partOf;
  private final List<Alive> alive = new ArrayList<>();
  private final Map<Integer, List<Integer>> part = new LinkedHashMap<>();
  private final Map<Integer, List<Integer>> own = new LinkedHashMap<>();
  private final Map<Integer, List<Integer>> maybe = new LinkedHashMap<>();
  private final Map<Integer, List<Integer>> trailed = new LinkedHashMap<>();
  private final List<Integer> points = new ArrayList<>();
  private final Set<Integer> denied = new TreeSet<>();
  /** for a claim the conditions with which earlier sentences introduced its letters */
  private final Map<Integer, List<Alive>> introducing = new LinkedHashMap<>();
  private final List<Alive> introductions = new ArrayList<>();
  /** cases that came behind another one */
  private final Set<Integer> later = new TreeSet<>();
  private final Set<String> met = new TreeSet<>();
  /** conditions of the sentence before, and of those that it was drawn from */
  private final Set<Integer> before = new TreeSet<>();
  /** claims of the sentence before */
  private final List<Integer> above = new ArrayList<>();
  /** the last display of the sentence before a condition that leads */
  private final Map<Integer, Integer> shown = new LinkedHashMap<>();

  /** cases that serve nothing in their own sentence */
  private final Set<Integer> lonely = new TreeSet<>();
  /** whether a sentence has named a case and no claim has come since */
  private boolean named;
  /** words of the sentence that is read */
  private List<String> words = List.of();

  private Lifetimes(Answer answer, Flow.Result flow) {
    this.answer = answer;
    this.parts = flow.parts();
    this.partOf = flow.partOf();
  }

  static Result of(Answer answer, Flow.Result flow, List<Roles.Result> roles) {
    Lifetimes it = new Lifetimes(answer, flow);
    for (int s = 0; s < roles.size(); s++) {
      if (leavesCase(flow.sentences().get(s)) || (Lifted.concludes(flow.sentences().get(s)) && it.inLaterCase())) {
        it.demote();
      }
      it.words = flow.sentences().get(s).atoms().stream().filter(a -> a instanceof Atom.Word).map(a -> ((Atom.Word) a).text()).toList();
      it.sentence(roles.get(s));
      it.drawn(roles.get(s), flow.sentences().get(s));
      it.met(flow.sentences().get(s));
    }
    it.introduced();
    return new Result(it.part, it.own, it.maybe, it.trailed, List.copyOf(it.points), it.denied);
  }

  /** A new paragraph in words that draws nothing from what stands before may be past the case that prose opened. */
  private static boolean leavesCase(Sentence s) {
    boolean words = s.atoms().getFirst() instanceof Atom.Word;
    boolean draws = draws(s) || Phrases.find(s.run(0), 0).filter(f -> f.sense() == Phrases.Sense.CASE || f.sense() == Phrases.Sense.WHERE).isPresent();
    return s.paragraph() && words && !draws;
  }

  private static boolean draws(Sentence s) {
    return Phrases.find(s.run(0), 0).filter(f -> f.sense().draws() || f.sense() == Phrases.Sense.THEN).isPresent();
  }

  /** "If x = 1, A. Then B": what a sentence draws, or what it says of the same quantity, it may say under the conditions of the one before (READING 2). */
  private void drawn(Roles.Result role, Sentence sentence) {
    List<Integer> claims = claims(role.events());
    boolean bare = words.isEmpty();
    boolean draws = draws(sentence);
    boolean repeats = false;
    for (int c : role.general() < 0 || draws ? claims : List.<Integer>of()) {
      for (int condition : before) {
        boolean replaced = own.getOrDefault(c, List.of()).stream().anyMatch(o -> sameLetters(o, condition));
        boolean inPart = parts.get(partOf.get(c)).within(parts.get(partOf.get(condition)));
        // a condition on values ends with its sentence (READING 2), a case of two elements goes on
        boolean element = inPart && Sides.elements(clause(condition));
        boolean again = element && again(c, condition, above);
        boolean opened = trailed.values().stream().noneMatch(t -> t.contains(condition));
        if ((draws || again || (bare && element && opened)) && !replaced && Sides.letters(clause(condition)).stream().anyMatch(Sides.letters(clause(c))::contains)) {
          put(maybe, c, condition);
          repeats = true;
        }
      }
    }
    if (claims.isEmpty() && role.general() < 0) {
      before.removeIf(c -> !draws && !Sides.elements(clause(c)));
      return;
    }
    if (!draws && !repeats) {
      before.clear();
    }
    claims.forEach(c -> before.addAll(own.getOrDefault(c, List.of())));
    above.clear();
    above.addAll(claims);
  }

  private static List<Integer> claims(List<Event> events) {
    return events.stream().filter(e -> e instanceof Event.Claim).map(e -> ((Event.Claim) e).clause()).toList();
  }

  /** {@code dp_i/dx_j = A} under a condition, and below it without a word {@code dp_i/dx_j = B}: the same quantity, still under it. */
  private boolean again(int claim, int condition, List<Integer> above) {
    String left = clause(claim).sides().getFirst().text().strip();
    return above.stream().anyMatch(a -> (own.getOrDefault(a, List.of()).contains(condition) || maybe.getOrDefault(a, List.of()).contains(condition)) && clause(a).sides().getFirst().text().strip().equals(left));
  }

  /** Whether the case that goes on is not the first one of its part: what a sentence concludes may be drawn from all of them. */
  private boolean inLaterCase() {
    return alive.stream().anyMatch(a -> a.scope() == Scope.CASE && later.contains(a.clause()));
  }

  private void demote() {
    alive.replaceAll(a -> a.scope() == Scope.CASE && !a.part().heading() ? new Alive(a.clause(), Scope.ONCE, a.part()) : a);
  }

  /** Letters that a sentence mentions are known to those behind it. */
  private void met(Sentence s) {
    for (Atom a : s.atoms()) {
      if (a instanceof Atom.Clausal c) {
        met.addAll(Sides.letters(clause(c.clause())));
      }
    }
  }

  /** What introduced a letter behind "with" holds on, unless another range of that letter is stated (READING 2, 3). */
  private void introduced() {
    introducing.forEach(
        (claim, conditions) -> {
          List<Integer> stated = new ArrayList<>(own.getOrDefault(claim, List.of()));
          stated.addAll(part.getOrDefault(claim, List.of()));
          for (Alive a : conditions) {
            if (stated.stream().noneMatch(o -> sameLetters(o, a.clause()))) {
              put(part, claim, a.clause());
            }
          }
        });
  }

  private void sentence(Roles.Result r) {
    List<Event> events = r.events();
    List<Integer> leading = new ArrayList<>();
    int from = 0;
    boolean first = true;
    while (from <= events.size()) {
      int to = from;
      while (to < events.size() && !(events.get(to) instanceof Event.Break)) {
        to++;
      }
      leading = piece(events, from, to, r.general(), leading, first);
      first = false;
      from = to + 1;
    }
  }

  /** One piece between semicolons. What leads an earlier piece may or may not lead this one. */
  private List<Integer> piece(List<Event> events, int from, int to, int general, List<Integer> earlier, boolean first) {
    List<Integer> leads = new ArrayList<>();
    List<Event.Claim> claims = new ArrayList<>();
    List<Integer> doubtful = new ArrayList<>();
    if (!first && only(events, from, to)) {
      conditionsOnly(events, from, to);
      return earlier;
    }
    int i = from;
    while (i < to) {
      if (i == general || (general >= 0 && general <= from && i == from)) {
        leads.clear();
        alive.removeIf(a -> a.scope() == Scope.CASE || a.scope() == Scope.ONCE || Sides.set(clause(a.clause())));
      }
      switch (events.get(i)) {
        case Event.Claim c -> {
          claim(c, leads, doubtful, first ? List.of() : earlier, general >= 0 && i >= general, claims);
          claims.add(c);
          i++;
        }
        case Event.Hypothesis h -> {
          doubtful.add(h.clause());
          i++;
        }
        case Event.Reason reason -> {
          claims.stream().filter(c -> !events.contains(new Event.Reason(c.clause()))).forEach(c -> put(maybe, c.clause(), reason.clause()));
          i++;
        }
        case Event.Condition _ -> i = conditions(events, i, to, leads, doubtful, claims);
        case Event.Break _ -> i++;
      }
    }
    List<Integer> out = new ArrayList<>(earlier);
    out.addAll(leads);
    return out;
  }

  private static boolean only(List<Event> events, int from, int to) {
    return from < to && events.subList(from, to).stream().allMatch(e -> e instanceof Event.Condition);
  }

  /** "; x > 0." belongs to every claim of the sentence. */
  private void conditionsOnly(List<Event> events, int from, int to) {
    for (Event e : events.subList(from, to)) {
      if (e instanceof Event.Condition c && keep(c)) {
        for (Event other : events.subList(0, from)) {
          if (other instanceof Event.Claim claim) {
            put(own, claim.clause(), c.clause());
          }
        }
      }
    }
  }

  private void claim(Event.Claim c, List<Integer> leads, List<Integer> doubtful, List<Integer> earlier, boolean general, List<Event.Claim> claims) {
    Part here = parts.get(partOf.get(c.clause()));
    Clause clause = clause(c.clause());
    List<Integer> lasting = alive.stream().filter(a -> a.sure() && here.within(a.part())).map(Alive::clause).toList();
    Set<String> letters = Sides.letters(clause);
    named = false;
    for (Alive a : alive) {
      // a size need not be printed to be meant: "take K = 2. Then .."
      boolean meant = Sides.sized(clause(a.clause())) || Sides.letters(clause(a.clause())).stream().anyMatch(letters::contains);
      if (!a.sure() && here.within(a.part()) && !general && meant) {
        put(maybe, c.clause(), a.clause());
      }
    }
    part.put(c.clause(), new ArrayList<>(lasting));
    for (Alive a : introductions) {
      // a letter may stand behind a definition that the claim uses
      if (here.within(a.part()) && !general) {
        introducing.computeIfAbsent(c.clause(), _ -> new ArrayList<>()).add(a);
      }
    }
    // the display that a condition opens is its own, a further one perhaps not
    List<Integer> aboveIt = claims.stream().map(Event.Claim::clause).toList();
    leads.forEach(l -> put(c.display() > shown.getOrDefault(l, 0) + 1 && clause.continues().isEmpty() && !(Sides.elements(clause(l)) && again(c.clause(), l, aboveIt)) ? maybe : own, c.clause(), l));
    doubtful.forEach(d -> put(maybe, c.clause(), d));
    // the last range stated for a letter replaces the one before the semicolon
    earlier.stream().filter(d -> leads.stream().noneMatch(l -> sameLetters(l, d))).forEach(d -> put(maybe, c.clause(), d));
    if (clause.continues().isPresent() && !general) {
      int above = clause.continues().get();
      // "if i = j, = ..; if i \\neq j, = ..": the case of the links before is over
      own.getOrDefault(above, List.of()).stream().filter(l -> leads.stream().noneMatch(lead -> lead.intValue() != l && sameLetters(lead, l))).toList().forEach(l -> put(own, c.clause(), l));
      maybe.getOrDefault(above, List.of()).forEach(l -> put(maybe, c.clause(), l));
    }
  }

  /** A run of conditions: they lead what follows, trail what stands before, or it is open. Returns the place behind it. */
  private int conditions(List<Event> events, int at, int to, List<Integer> leads, List<Integer> doubtful, List<Event.Claim> claims) {
    int end = at;
    List<Event.Condition> group = new ArrayList<>();
    while (end < to && events.get(end) instanceof Event.Condition c) {
      group.add(c);
      end++;
    }
    if (claims.isEmpty() && events.subList(end, to).stream().noneMatch(Event.Claim.class::isInstance)) {
      group.replaceAll(c -> c.within(unserved(c)));
    }
    List<Integer> kept = group.stream().filter(this::keep).map(Event.Condition::clause).toList();
    for (Event.Condition c : group) {
      if (c.scope() == Scope.DENIED) {
        doubtful.add(c.clause());
        claims.forEach(claim -> put(maybe, claim.clause(), c.clause()));
      }
    }
    Optional<Event.Claim> next = events.subList(end, to).stream().filter(Event.Claim.class::isInstance).map(Event.Claim.class::cast).findFirst();
    int follows = next.map(events::indexOf).orElse(to) + 1;
    // "A, i = j, B, i \\neq j": each has its own
    boolean paired = next.isPresent() && follows < to && events.get(follows) instanceof Event.Condition c && sameLetters(c.clause(), group.getFirst().clause());
    boolean behind = next.filter(n -> claims.isEmpty() || !endsRow(group.getFirst(), claims.getLast(), n, paired)).isPresent();
    Beside before = group.getFirst().before();
    Beside after = group.getLast().after();
    boolean opens = next.filter(n -> opensRow(group, n)).isPresent();
    boolean trails = !claims.isEmpty() && !opens && (!behind || (before == Beside.NOTHING && after != Beside.COLON && after != Beside.DISPLAY && after != Beside.THEN) || group.getFirst().bracket());
    boolean leadsOn = claims.isEmpty() || opens || after == Beside.COLON || after == Beside.DISPLAY || after == Beside.THEN || before == Beside.AND;
    if (trails) {
      trailing(kept, claims);
    } else if (leadsOn) {
      leads.removeIf(l -> kept.stream().anyMatch(k -> sameLetters(k, l)));
      leads.addAll(kept);
      int display = claims.stream().mapToInt(Event.Claim::display).max().orElse(0);
      kept.forEach(k -> shown.put(k, display));
    } else {
      doubtful.addAll(kept);
      kept.forEach(k -> put(maybe, claims.getLast().clause(), k));
    }
    return end;
  }

  /** Words with which a sentence does no more than name a case. */
  private static final Set<String> NAMING =
      Collections.unmodifiableSet(new TreeSet<>(List.of("let's", "lets", "let", "us", "we", "start", "begin", "starting", "beginning", "with", "consider", "take", "look", "at", "the", "a", "first", "second", "third", "next", "now", "then", "case", "if", "is", "and", "when", "where", "for", "of", "finally", "other", "ist", "der", "fall", "wenn", "si", "cuando", "quand", "先", "考虑", "当", "若", "如果", "则", "有", "情况", "时", "的", "とき", "の", "場合", "のとき", "の場合", "때", "일", "인", "경우")));

  /** "Let's start with $i = j$.": a case of two elements, and nothing in its sentence that it serves. It serves what follows: surely if the sentence does no more than name it. */
  private Scope unserved(Event.Condition c) {
    Clause clause = clause(c.clause());
    boolean elements = Sides.elements(clause);
    boolean only = words.stream().allMatch(NAMING::contains);
    if (elements) {
      lonely.add(c.clause());
    }
    return switch (c.scope()) {
      case SENTENCE, LETTER, ONCE -> elements && !enumerated() && only ? Scope.CASE : elements ? Scope.ONCE : c.scope();
      case PART -> !elements || !only ? c.scope() : enumerated() ? Scope.ONCE : Scope.CASE;
      case CASE, POINT, DENIED -> c.scope();
    };
  }

  /** "There are two: $i = j$. $i \\neq j$." Cases listed one behind the other are none of them what comes. */
  private boolean enumerated() {
    boolean listed = named;
    named = true;
    if (listed) {
      demote();
    }
    return listed;
  }

  /** A bullet whose case serves nothing in it may be the heading of what stands below its list. */
  private Part around(Event.Condition c) {
    Part here = parts.get(partOf.get(c.clause()));
    return lonely.contains(c.clause()) && BULLETS.contains(here.label()) ? here.parent().orElse(here) : here;
  }

  private static final List<String> BULLETS = List.of("-", "*", "+", "•");

  /** {@code dp_i/dx_j = .., \\quad i = j \\\\}: what stands behind a claim in its row of a display is its condition, whatever the next row says. */
  private boolean endsRow(Event.Condition first, Event.Claim last, Event.Claim next, boolean paired) {
    Clause.Join join = clause(first.clause()).join();
    boolean besides = join == Clause.Join.COMMA || join == Clause.Join.SPACE || join == Clause.Join.COLUMN || join == Clause.Join.WORDS;
    return besides && last.display() > 0 && (paired || next.display() != last.display() || next.row() != last.row());
  }

  /** {@code \\text{if } i = j, \\quad A = B \\\\}: what opens a row of a formula, with a claim behind it in the same row, leads that. */
  private boolean opensRow(List<Event.Condition> group, Event.Claim next) {
    Clause.Join join = clause(group.getFirst().clause()).join();
    Clause.Join then = clause(next.clause()).join();
    boolean same = next.display() > 0 && next.clause() == group.getLast().clause() + 1 && then != Clause.Join.FIRST && then != Clause.Join.ROW;
    return same && (join == Clause.Join.FIRST || join == Clause.Join.ROW) && group.stream().skip(1).allMatch(c -> clause(c.clause()).join() != Clause.Join.FIRST && clause(c.clause()).join() != Clause.Join.ROW);
  }

  /** Behind a list of claims: surely the last one's; the earlier ones may share it when they have its letters. */
  private void trailing(List<Integer> kept, List<Event.Claim> claims) {
    Event.Claim last = claims.getLast();
    for (int k : kept) {
      put(own, last.clause(), k);
      put(trailed, last.clause(), k);
    }
    for (Event.Claim c : claims.subList(0, claims.size() - 1)) {
      boolean other = c.display() != last.display() && c.display() > 0 && !chained(last.clause(), c.clause());
      for (int k : kept) {
        boolean shares = Sides.letters(clause(c.clause())).stream().anyMatch(Sides.letters(clause(k))::contains);
        boolean has = own.getOrDefault(c.clause(), List.of()).stream().anyMatch(o -> sameLetters(o, k));
        if (shares && !has && !other) {
          put(maybe, c.clause(), k);
        }
      }
    }
  }

  private boolean chained(int later, int earlier) {
    int at = later;
    for (int guard = 0; guard < answer.clauses().size() && clause(at).continues().isPresent(); guard++) {
      at = clause(at).continues().get();
      if (at == earlier) {
        return true;
      }
    }
    return false;
  }

  /** Notes where a condition goes on, and whether it is one at all. */
  private boolean keep(Event.Condition c) {
    return switch (c.scope()) {
      case POINT -> {
        points.add(c.clause());
        yield false;
      }
      case DENIED -> {
        denied.add(c.clause());
        alive.replaceAll(a -> sameLetters(a.clause(), c.clause()) ? new Alive(a.clause(), Scope.ONCE, a.part()) : a);
        alive.add(new Alive(c.clause(), Scope.ONCE, parts.get(partOf.get(c.clause()))));
        yield false;
      }
      case PART, CASE, ONCE -> {
        Part here = around(c);
        if (c.scope() == Scope.CASE && c.after() == Beside.COMMA) {
          yield true;
        }
        if (c.scope() == Scope.CASE) {
          if (alive.removeIf(a -> a.scope() == Scope.CASE && a.part().equals(here))) {
            later.add(c.clause());
          }
        }
        alive.add(new Alive(c.clause(), c.scope(), here));
        yield true;
      }
      case SENTENCE -> true;
      case LETTER -> {
        Clause clause = clause(c.clause());
        if ((Sides.bareRange(clause) || Sides.ofEntries(clause)) && Sides.letters(clause).stream().noneMatch(met::contains)) {
          introductions.add(new Alive(c.clause(), c.scope(), parts.get(partOf.get(c.clause()))));
        }
        yield true;
      }
    };
  }

  /** Both bound exactly the same bare letters: the later one replaces the earlier one (READING 3). */
  private boolean sameLetters(int a, int b) {
    return sameLetters(clause(a), clause(b));
  }

  static boolean sameLetters(Clause a, Clause b) {
    boolean bare = (Sides.bareRange(a) || Sides.bareSet(a)) && (Sides.bareRange(b) || Sides.bareSet(b));
    if (Sides.ofEntries(a) && Sides.ofEntries(b) && !Sides.families(a).isEmpty()) {
      return Sides.families(a).equals(Sides.families(b));
    }
    Set<String> letters = Sides.letters(a);
    return bare && !letters.isEmpty() && letters.equals(Sides.letters(b));
  }

  private static void put(Map<Integer, List<Integer>> map, int key, int value) {
    List<Integer> list = map.computeIfAbsent(key, _ -> new ArrayList<>());
    if (!list.contains(value)) {
      list.add(value);
    }
  }

  private Clause clause(int c) {
    return answer.clauses().get(c);
  }
}
