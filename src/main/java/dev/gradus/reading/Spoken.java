package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What words say of names where a clause stands (READING 2, 5): to the end of the sentence, or of the part. */
final class Spoken {
  private final Answer answer;
  private final Flow.Result flow;
  private final List<Facts.Found> facts;
  private final Map<Integer, Cue> cues;
  private final Set<Integer> general;
  private final Lifted lifted;
  /** Sentences whose words say something of names. */
  private final List<Sentence> speaking;
  /** The letters that sentences let be anything of a kind. */
  private final Map<Integer, Set<String>> letters = new TreeMap<>();
  /** The letters whose values sentences change. */
  private final Map<Integer, Set<String>> changed = new TreeMap<>();
  /** What words put in another's place, by the number of the first statement behind them. */
  private final Map<Integer, List<Exchanged>> exchanged;

  private final List<Altered> altered;

  /** @param general sentences whose words end conditions ("in general", READING 3) */
  Spoken(Answer answer, Flow.Result flow, List<Facts.Found> facts, Map<Integer, Cue> cues, Set<Integer> general, Lifted lifted) {
    this.general = general;
    this.lifted = lifted;
    this.answer = answer;
    this.flow = flow;
    this.facts = facts;
    this.cues = cues;
    this.exchanged = Exchanged.of(answer, flow, Numbering.of(answer));
    this.altered = Altered.of(answer, flow, Numbering.of(answer));
    for (Sentence s : flow.sentences()) {
      Set<String> any = AnyLetters.of(s, answer);
      Set<String> changed = ChangedLetters.of(s, answer);
      any.addAll(changed);
      changed.forEach(n -> this.changed.computeIfAbsent(s.number(), _ -> new TreeSet<>()).addAll(Sides.letters(n)));
      if (!any.isEmpty()) {
        letters.put(s.number(), any);
      }
    }
    this.speaking =
        flow.sentences().stream().filter(s -> !facts.get(s.number()).onwards().isEmpty() || !facts.get(s.number()).asserted().isEmpty() || !facts.get(s.number()).sentenceOnly().isEmpty() || !facts.get(s.number()).fixed().isEmpty()).toList();
  }

  /** Whether a sentence behind one, up to another one, changes one of some letters. */
  boolean changes(Set<String> letters, int from, int to) {
    return changed.entrySet().stream().anyMatch(e -> e.getKey() > from && e.getKey() <= to && e.getValue().stream().anyMatch(letters::contains));
  }

  /** What the words right before a statement put in another's place. */
  List<Exchanged> exchanged(int statement) {
    return exchanged.getOrDefault(statement, List.of());
  }

  /** What words of this part or one around it, before a statement or in its sentence, change behind the definitions. */
  List<Altered> altered(int statement, int c) {
    Part here = flow.parts().get(flow.partOf().get(c));
    return altered.stream().filter(a -> a.from() <= statement && here.within(a.part())).toList();
  }

  /** What surely is said where the clause stands; what a later sentence says may not be meant here, so it counts as a restriction that is not understood. */
  List<WordFact> facts(int c, Optional<Sentence> sentence) {
    Part here = flow.parts().get(flow.partOf().get(c));
    List<WordFact> out = new ArrayList<>();
    Optional<WordFact> chapter = Optional.empty();
    boolean named = false;
    for (Sentence s : speaking) {
      boolean same = sentence.isPresent() && sentence.get().number() == s.number();
      boolean before = sentence.isPresent() && s.number() < sentence.get().number();
      boolean next = sentence.isPresent() && s.number() == sentence.get().number() + 1;
      Facts.Found found = facts.get(s.number());
      if (same) {
        found.sentenceOnly().stream().filter(f -> !shared(c, f, s)).forEach(out::add);
      }
      for (WordFact f : found.onwards()) {
        boolean hot = f.hot().isPresent();
        if (same ? hot || !shared(c, f, s) : here.within(flow.parts().get(s.part())) && (before || hot || next)) {
          boolean lifted = before && sentence.isPresent() && this.lifted.between(s.number(), sentence.get().number());
          boolean over = (same || before) && replaced(f, sentence, here);
          out.add(lifted || over ? open(f) : same || before ? f : later(f));
          named |= hot;
        } else if (hot && here.within(flow.parts().get(s.part()).section()) && (before || chapter.isEmpty())) {
          chapter = Optional.of(f);
        }
      }
    }
    if (!named) {
      chapter.ifPresent(out::add);
    }
    return out;
  }

  /** READING 3: whether a later sentence, up to this one, says of a letter what cannot be meant beside it. */
  private boolean replaced(WordFact f, Optional<Sentence> to, Part here) {
    boolean anew = to.isPresent() && letters.entrySet().stream().anyMatch(e -> e.getKey() <= to.get().number() && offset(e.getKey()) > f.offset() && e.getValue().stream().anyMatch(f.names()::contains) && here.within(flow.parts().get(flow.sentences().get(e.getKey()).part())));
    return anew || speaking.stream()
        .filter(s -> to.isPresent() && s.number() <= to.get().number() && here.within(flow.parts().get(s.part())))
        .flatMap(s -> Stream.concat(facts.get(s.number()).onwards().stream(), s.number() == to.get().number() ? facts.get(s.number()).sentenceOnly().stream() : Stream.empty()))
        .anyMatch(g -> g.offset() > f.offset() && FactKinds.replaces(g.kind(), f.kind()) && g.names().stream().anyMatch(f.names()::contains));
  }

  /** Where a sentence's words begin. */
  private int offset(int sentence) {
    return flow.sentences().get(sentence).atoms().stream().filter(a -> a instanceof Atom.Word).mapToInt(a -> ((Atom.Word) a).offset()).findFirst().orElse(0);
  }

  /** What perhaps was lifted since: shapes stay, all else keeps a claim from being refuted and proves nothing. */
  private static WordFact open(WordFact f) {
    return FactKinds.shape(f.kind()) || f.kind() == WordFact.Kind.REAL || f.kind() == WordFact.Kind.FREE || f.kind() == WordFact.Kind.ANY
        ? f
        : new WordFact(WordFact.Kind.RESTRICTED, f.names(), Optional.empty(), f.offset(), f.phrase());
  }

  private static WordFact later(WordFact f) {
    boolean harmless = f.kind() == WordFact.Kind.ONE_HOT || f.kind() == WordFact.Kind.REAL;
    if (f.kind() == WordFact.Kind.ANY) {
      return new WordFact(WordFact.Kind.REAL, f.names(), f.hot(), f.offset(), f.phrase());
    }
    return harmless ? f : new WordFact(WordFact.Kind.RESTRICTED, f.names(), f.hot(), f.offset(), f.phrase());
  }

  /** What is said behind a later claim of the sentence, perhaps of that one only; what was said where a letter was introduced, or stated without a cue (READING 2). */
  List<WordFact> doubtful(int c, Optional<Sentence> sentence) {
    List<WordFact> out = new ArrayList<>();
    Part here = flow.parts().get(flow.partOf().get(c));
    for (Sentence s : speaking) {
      boolean ended = sentence.isPresent() && general.contains(sentence.get().number());
      if (!ended && sentence.isPresent() && s.number() < sentence.get().number() && here.within(flow.parts().get(s.part()))) {
        facts.get(s.number()).sentenceOnly().stream().filter(f -> f.names().stream().anyMatch(n -> introduces(s, n) && !facts.get(sentence.get().number()).explicitAll().contains(n))).forEach(out::add);
        facts.get(s.number()).asserted().stream().filter(f -> !replaced(f, sentence, here)).forEach(out::add);
      }
    }
    if (sentence.isPresent()) {
      Facts.Found found = facts.get(sentence.get().number());
      found.sentenceOnly().stream().filter(f -> shared(c, f, sentence.get())).forEach(out::add);
      found.onwards().stream().filter(f -> f.hot().isEmpty() && shared(c, f, sentence.get())).forEach(out::add);
    }
    return out;
  }

  /** No sentence before speaks of the name. */
  private boolean introduces(Sentence s, String name) {
    Set<String> letters = Sides.letters(name);
    return flow.sentences().subList(0, s.number()).stream()
        .flatMap(b -> b.atoms().stream())
        .noneMatch(a -> a instanceof Atom.Clausal d && Sides.letters(answer.clauses().get(d.clause())).containsAll(letters));
  }

  /** Another claim stands between the clause and the words behind it. */
  private boolean shared(int c, WordFact f, Sentence s) {
    if (f.kind() == WordFact.Kind.FREE) {
      return false;
    }
    int own = Cells.owner(answer, c);
    int chain = own;
    for (Atom a : s.atoms()) {
      if (a instanceof Atom.Clausal d && d.clause() > own && claims(d.clause()) && start(d.clause()) < f.offset()) {
        Clause clause = answer.clauses().get(d.clause());
        if (clause.continues().filter(Integer.valueOf(chain)::equals).isEmpty() || !clause.sides().getFirst().isBlank()) {
          return true;
        }
        chain = d.clause();
      }
    }
    return false;
  }

  private int start(int clause) {
    return answer.clauses().get(clause).signs().getFirst().span().start();
  }

  private boolean claims(int clause) {
    Cue cue = cues.getOrDefault(clause, Cue.STATED);
    return !answer.clauses().get(clause).signs().isEmpty() && cue != Cue.ASSUMED && cue != Cue.NO_CLAIM;
  }

  /** Names that the words hold fixed there (READING 7): its own sentence, or sentences before it in the part that say so for more than themselves. */
  List<String> fixed(int c, Optional<Sentence> sentence, boolean own) {
    Part here = flow.parts().get(flow.partOf().get(c));
    List<String> out = new ArrayList<>();
    for (Sentence s : speaking) {
      boolean same = sentence.isPresent() && sentence.get().number() == s.number();
      boolean before = sentence.isPresent() && s.number() < sentence.get().number();
      Facts.Found found = facts.get(s.number());
      if (own ? same : before && found.fixedOnwards() && here.within(flow.parts().get(s.part()))) {
        out.addAll(found.fixed());
      }
    }
    return out;
  }
}
