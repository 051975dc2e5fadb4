package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a consequence is drawn from: the claims before it, nearest first (READING 9). */
final class Premises {
  private static final int MOST = 12;

  private final Answer answer;
  private final Flow.Result flow;
  private final Map<Integer, Cue> cues;
  private final List<List<Integer>> bySentence = new ArrayList<>();
  private final Map<Integer, Integer> sentenceOf = new TreeMap<>();

  private Premises(Answer answer, Flow.Result flow, Map<Integer, Cue> cues) {
    this.answer = answer;
    this.flow = flow;
    this.cues = cues;
    for (Sentence s : flow.sentences()) {
      List<Integer> clauses = new ArrayList<>();
      for (Atom a : s.atoms()) {
        if (a instanceof Atom.Clausal c) {
          sentenceOf.put(c.clause(), s.number());
          if (!answer.clauses().get(c.clause()).signs().isEmpty()) {
            clauses.add(c.clause());
          }
        }
      }
      bySentence.add(List.copyOf(clauses));
    }
  }

  /**
   * Clauses that each consequence is drawn from.
   *
   * @param arrows what the arrows gave
   * @param drawn consequences by words
   */
  static Map<Integer, List<Integer>> of(Answer answer, Flow.Result flow, Map<Integer, Cue> cues, Map<Integer, List<Integer>> arrows, List<Integer> drawn) {
    Premises it = new Premises(answer, flow, cues);
    Map<Integer, List<Integer>> premises = new TreeMap<>();
    for (Map.Entry<Integer, List<Integer>> e : arrows.entrySet()) {
      premises.put(e.getKey(), e.getValue().isEmpty() ? it.before(e.getKey()) : e.getValue());
    }
    for (int c : drawn) {
      premises.computeIfAbsent(c, it::before);
    }
    for (int c = 0; c < answer.clauses().size(); c++) {
      Optional<Integer> above = answer.clauses().get(c).continues();
      boolean row = answer.clauses().get(c).sides().getFirst().isBlank();
      if (above.isPresent() && row && premises.containsKey(above.get()) && !premises.containsKey(c)) {
        premises.put(c, premises.get(above.get()));
      }
    }
    return premises;
  }

  /** The claims of its sentence before it, those of the sentence before, and what the chain above ends with. */
  private List<Integer> before(int clause) {
    List<Integer> found = new ArrayList<>();
    int owner = Cells.owner(answer, clause);
    int sentence = sentenceOf.getOrDefault(owner, -1);
    if (sentence < 0) {
      return List.of();
    }
    for (int c : bySentence.get(sentence).reversed()) {
      if (c < owner) {
        add(found, c);
      }
    }
    Part here = flow.parts().get(flow.partOf().get(owner));
    int s = sentence - 1;
    while (s >= 0 && bySentence.get(s).stream().noneMatch(this::serves)) {
      s--;
    }
    if (s >= 0 && here.section().within(flow.parts().get(flow.partOf().get(bySentence.get(s).getFirst())).section())) {
      bySentence.get(s).reversed().forEach(c -> add(found, c));
      Optional<Integer> up = answer.clauses().get(bySentence.get(s).getFirst()).continues();
      for (int guard = 0; up.isPresent() && guard < MOST; guard++) {
        add(found, up.get());
        up = answer.clauses().get(up.get()).continues();
      }
    }
    return List.copyOf(found);
  }

  private void add(List<Integer> found, int clause) {
    if (serves(clause) && !found.contains(clause) && found.size() < MOST) {
      found.add(clause);
    }
  }

  private boolean serves(int clause) {
    Cue cue = cues.getOrDefault(clause, Cue.STATED);
    return cue != Cue.GOAL && cue != Cue.NO_CLAIM && !answer.clauses().get(clause).signs().isEmpty();
  }


  /**
   * Letters' values and ranges before an arrow: each is a case of its own display, no equation that is solved further down (READING 2).
   *
   * @param arrows what the arrows gave
   */
  static Set<Integer> cases(Answer answer, Map<Integer, Cue> cues, Map<Integer, List<Integer>> arrows) {
    Set<Integer> cases = new TreeSet<>();
    arrows.values().forEach(from -> from.stream().filter(f -> cues.get(f) == Cue.ASSUMED && (Sides.set(answer.clauses().get(f)) || Sides.bareRange(answer.clauses().get(f)))).forEach(cases::add));
    return cases;
  }

  /** Clauses directly above a clause of a display, without words between: what it may have been drawn from. */
  Map<Integer, List<Integer>> above() {
    Map<Integer, List<Integer>> above = new TreeMap<>();
    List<Integer> stretch = new ArrayList<>();
    for (Sentence s : flow.sentences()) {
      boolean works = works(s);
      if (!works) {
        stretch.clear();
      }
      for (Atom a : s.atoms()) {
        if (a instanceof Atom.Word w && !w.inFormula() && !works) {
          stretch.clear();
        } else if (a instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty()) {
          if (c.display() && !stretch.isEmpty()) {
            Part here = flow.parts().get(c.part());
            List<Integer> same = stretch.reversed().stream().filter(f -> here.within(flow.parts().get(flow.partOf().get(f)))).limit(4).toList();
            if (!same.isEmpty()) {
              above.put(c.clause(), same);
            }
          }
          if (c.display() && serves(c.clause())) {
            stretch.add(c.clause());
          }
        }
      }
      // "we want A = B": what is done to it next is done to this equation
      bySentence.get(s.number()).stream().filter(c -> !works && cues.get(c) == Cue.ASKED && !stretch.contains(c)).forEach(stretch::add);
    }
    return above;
  }

  static Map<Integer, List<Integer>> above(Answer answer, Flow.Result flow, Map<Integer, Cue> cues) {
    return new Premises(answer, flow, cues).above();
  }

  private static final List<String> WORK =
      List.of("both", "sides", "divide", "dividing", "multiply", "multiplying", "simplify", "simplifying", "rearrange", "rearranging", "add", "subtract", "cancel", "factor", "expand",
          "expanding", "cross", "reciprocals", "reciprocal", "exponentials", "roots", "inverting", "exponentiating", "exponentiate", "equating", "ln", "log", "logs", "square", "collect", "collecting", "solve", "solving", "sum", "summing", "substitute",
          "substituting", "plug", "plugging");

  /** A sentence without words, or one that says what is done to the equation above. */
  private static boolean works(Sentence s) {
    boolean words = false;
    for (Atom a : s.atoms()) {
      if (a instanceof Atom.Word w && !w.inFormula()) {
        words = true;
        if (WORK.contains(w.text())) {
          return true;
        }
      }
    }
    return !words;
  }
}
