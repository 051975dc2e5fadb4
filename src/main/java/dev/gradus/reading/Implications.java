package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.Clause.Join;
import dev.gradus.document.Piece;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Arrows between clauses of a formula: what is assumed before them, what follows from what (READING 9). */
final class Implications {
  /**
   * What the arrows say.
   *
   * @param premises for a clause behind an arrow: the clauses before it, nearest first; empty when the formula begins with the arrow
   * @param zeroes clauses before an arrow whose last side is zero
   */
  record Result(Map<Integer, List<Integer>> premises, List<Integer> zeroes) {}

  private static final Pattern QUANTIFIER = Pattern.compile("(?i)\\bfor (all|every|each|any)\\b");

  private final Answer answer;
  private final Map<Integer, Cue> cues;
  private final Map<Integer, List<Integer>> premises = new TreeMap<>();
  private final List<Integer> zeroes = new ArrayList<>();

  private Implications(Answer answer, Map<Integer, Cue> cues) {
    this.answer = answer;
    this.cues = cues;
  }

  /** Changes {@code cues} where an arrow says more than the words did. */
  static Result of(Answer answer, Map<Integer, Cue> cues) {
    Implications it = new Implications(answer, cues);
    for (Piece p : answer.pieces()) {
      if (p instanceof Piece.Formula f) {
        it.formula(f.clauses().stream().filter(c -> answer.clauses().get(c).place() instanceof Clause.Place.Top).toList());
      }
    }
    return new Result(it.premises, List.copyOf(it.zeroes));
  }

  private void formula(List<Integer> top) {
    List<Integer> before = new ArrayList<>();
    List<Integer> row = new ArrayList<>();
    List<Integer> from = List.of();
    boolean drawn = false;
    boolean therefore = false;
    // x \\in S is all that stands before the arrow: what follows is said of these x and drawn from no line
    boolean ranges = false;
    boolean free = false;
    for (int c : top) {
      Clause clause = answer.clauses().get(c);
      Join join = clause.join();
      boolean arrow = join == Join.IMPLIES || join == Join.IFF || join == Join.THEREFORE || (join == Join.ARROW && states(c) && states(row) && !continues(clause));
      if (join != Join.THEREFORE && arrow && ranges && states(c)) {
        drawn = true;
        free = true;
      } else if (arrow) {
        free = false;
        List<Integer> group = row.isEmpty() ? before : row;
        List<Integer> all = new ArrayList<>(group.reversed());
        if (drawn) {
          // what the first consequence was drawn from serves the later ones too
          all.addAll(from);
        }
        from = List.copyOf(all);
        if (!drawn && states(c)) {
          hypothesis(group, join, universal(top, group));
          zero(group);
        } else if (!drawn) {
          group.stream().filter(g -> Sides.bareRange(answer.clauses().get(g)) || Sides.set(answer.clauses().get(g))).forEach(g -> cues.put(g, Cue.ASSUMED));
        }
        row = new ArrayList<>();
        drawn = drawn || join != Join.THEREFORE;
        consequence(c, from, join);
        therefore = join == Join.THEREFORE && !states(c);
        if (join == Join.IFF && !group.isEmpty()) {
          premises.putIfAbsent(group.getLast(), List.of(c));
        }
      } else if (join == Join.IMPLIED_BY) {
        impliedBy(c, row);
      } else if (therefore && states(c)) {
        consequence(c, from, Join.THEREFORE);
        therefore = false;
      } else if ((join == Join.ROW && !continues(clause)) || (drawn && otherCase(c, top, from))) {
        before = row.isEmpty() ? before : row;
        row = new ArrayList<>();
        drawn = false;
        free = false;
        from = List.of();
      } else if (drawn && !free && !continues(clause) && states(c) && cues.get(c) == Cue.STATED && !clause.signs().isEmpty()) {
        consequence(c, from, Join.IMPLIES);
      } else if (drawn && !free && continues(clause)) {
        consequence(c, from, Join.IMPLIES);
      }
      if (states(c)) {
        row.add(c);
      }
      ranges = !states(c) && row.isEmpty() && (NamesNear.IN.matcher(answer.clauses().get(c).sides().getFirst().text()).find() || (ranges && join == Join.COMMA));
    }
  }

  /** {@code y = 1 \\Rightarrow A, \\quad y = 0 \\Rightarrow B}: the second is another case, it is not drawn from the first. */
  private boolean otherCase(int c, List<Integer> top, List<Integer> from) {
    int next = top.indexOf(c) + 1;
    boolean leads = next < top.size() && answer.clauses().get(top.get(next)).join() == Join.IMPLIES;
    return leads && from.stream().anyMatch(f -> cues.get(f) == Cue.ASSUMED && Lifetimes.sameLetters(answer.clauses().get(f), answer.clauses().get(c)));
  }

  private static boolean continues(Clause c) {
    return c.continues().isPresent() && c.sides().getFirst().isBlank();
  }

  /** Holds a relation, in itself or in its cells. */
  private boolean states(int c) {
    return !answer.clauses().get(c).signs().isEmpty() || !cells(c).isEmpty();
  }

  private boolean states(List<Integer> row) {
    return row.stream().anyMatch(this::states);
  }

  private List<Integer> cells(int parent) {
    List<Integer> cells = new ArrayList<>();
    for (int i = parent + 1; i < answer.clauses().size() && answer.clauses().get(i).place() instanceof Clause.Place.Cell cell; i++) {
      if (cell.parent() == parent) {
        cells.add(i);
      }
    }
    return cells;
  }

  /** The first relations before an arrow are assumed, unless they continue a chain or are one. */
  private void hypothesis(List<Integer> group, Join join, boolean universal) {
    if (join == Join.THEREFORE) {
      return;
    }
    List<Integer> all = new ArrayList<>();
    group.forEach(g -> all.addAll(answer.clauses().get(g).signs().isEmpty() ? cells(g) : List.of(g)));
    for (int c : all) {
      Clause clause = answer.clauses().get(c);
      boolean single = clause.signs().size() == 1 || clause.signs().stream().allMatch(s -> Sides.order(s.sign()));
      if (!clause.signs().isEmpty() && single && !continues(clause) && clause.signs().getFirst().sign() != RelationSign.TENDS_TO && plain(c, universal)) {
        cues.put(c, Cue.ASSUMED);
      }
    }
  }

  private boolean plain(int c, boolean universal) {
    Cue cue = cues.getOrDefault(c, Cue.STATED);
    return cue == Cue.STATED || cue == Cue.GOAL || (universal && cue == Cue.CONSEQUENCE);
  }

  /** A quantifier stands before the group: {@code \forall y, A \Rightarrow B}, "for all y, A \Rightarrow B". */
  private boolean universal(List<Integer> top, List<Integer> group) {
    return !group.isEmpty()
        && top.stream().filter(t -> t < group.getFirst()).anyMatch(t -> QUANTIFIER.matcher(answer.clauses().get(t).words()).find());
  }

  private void zero(List<Integer> group) {
    if (!group.isEmpty()) {
      Clause last = answer.clauses().get(group.getLast());
      if (!last.signs().isEmpty() && last.signs().getLast().sign() == RelationSign.EQUAL && Sides.zero(last.sides().getLast().text())) {
        zeroes.add(group.getLast());
      }
    }
  }

  private void consequence(int c, List<Integer> from, Join join) {
    List<Integer> targets = answer.clauses().get(c).signs().isEmpty() ? cells(c) : List.of(c);
    List<Integer> sources = new ArrayList<>();
    for (int f : from) {
      sources.addAll(answer.clauses().get(f).signs().isEmpty() ? cells(f).reversed() : List.of(f));
    }
    for (int t : targets) {
      Cue cue = cues.getOrDefault(t, Cue.STATED);
      if (cue == Cue.STATED || cue == Cue.INTRODUCED || cue == Cue.CONSEQUENCE || (cue == Cue.ASKED && answer.clauses().get(t).signs().stream().noneMatch(s -> s.sign() == RelationSign.ASKED))) {
        cues.put(t, join == Join.IFF ? Cue.EQUIVALENT : Cue.CONSEQUENCE);
      }
      premises.put(t, sources);
    }
  }

  private void impliedBy(int c, List<Integer> row) {
    if (!row.isEmpty() && states(c)) {
      cues.put(c, Cue.ASSUMED);
      cues.put(row.getLast(), Cue.CONSEQUENCE);
      premises.put(row.getLast(), List.of(c));
    }
  }
}
