package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import java.util.ArrayList;
import java.util.List;

/** Cuts an answer into parts and statements (READING 1 to 12, as far as words and signs tell). */
public final class Statements {
  private Statements() {}

  /** How many relations at the end of the answer are left out of {@link #of} because there are too many; 0 as a rule. */
  public static int cutOff(Answer answer) {
    return Math.max(0, answer.clauses().stream().mapToInt(c -> c.signs().size()).sum() - Numbering.MOST);
  }

  /** Every relation of the answer, in source order, up to a limit ({@link #cutOff}). */
  public static List<Statement> of(Answer answer) {
    return Assembly.of(answer, Flow.of(answer));
  }

  /** Formulas without a relation sign, in source order, each with the number of the statement behind it. */
  public static List<Fragment> fragments(Answer answer) {
    Flow.Result flow = Flow.of(answer);
    Numbering numbering = Numbering.of(answer);
    List<Fragment> found = new ArrayList<>();
    for (Sentence s : flow.sentences()) {
      int since = first(s, answer, numbering);
      for (int at = 0; at < s.atoms().size(); at++) {
        if (s.atoms().get(at) instanceof Atom.Clausal c) {
          Clause clause = answer.clauses().get(c.clause());
          if (clause.signs().isEmpty() && !clause.sides().getFirst().isBlank()) {
            int offset = clause.sides().getFirst().span().start();
            int before = behind(offset, numbering);
            Part part = flow.parts().get(flow.partOf().get(c.clause()));
            found.add(new Fragment(clause.sides().getFirst(), part, Assembly.opens(s, at), Assembly.closes(s, at), clause.join() == Clause.Join.COMMA, before, Math.min(since, before)));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** The number of the first statement at or behind the start of a sentence. */
  private static int first(Sentence s, Answer answer, Numbering numbering) {
    for (Atom a : s.atoms()) {
      if (a instanceof Atom.Clausal c) {
        return behind(answer.clauses().get(c.clause()).sides().getFirst().span().start(), numbering);
      }
    }
    return Integer.MAX_VALUE;
  }

  private static int behind(int offset, Numbering numbering) {
    return (int) numbering.places().stream().filter(p -> p.offset() < offset).count();
  }
}
