package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code \sum_k p_k = \frac{1}{\lambda} \sum_k n_k = 1} where {@code \sum_k p_k = 1} is a hypothesis: the end of the chain says the hypothesis again, for what the
 * links before it made of its left side. It is no claim of its own, but an equation to be solved, as {@code = 0} at the end of a chain is (READING 10).
 */
final class Restated {
  private Restated() {}

  /** Whether a statement is such an end. */
  static boolean is(Printed p, List<Printed> printed, Map<Integer, Outcome> outcomes) {
    Statement s = p.statement();
    boolean end = s.after().isPresent() && p.right() instanceof Notation.Numeral && s.sign().sign() == RelationSign.EQUAL && printed.stream().noneMatch(q -> q.statement().after().equals(Optional.of(s.number())));
    Printed first = p.chain(printed).getLast();
    return end && outcomes.values().stream().anyMatch(o -> (o instanceof Outcome.Assumes || o.code().equals("equation.not-read")) && o.statement().number() < first.statement().number() && s.part().section().near(o.statement().part().section()) && says(printed.get(o.statement().number()), first.left(), p.right()));
  }

  private static boolean says(Printed hypothesis, Notation left, Notation right) {
    return hypothesis.statement().after().isEmpty() && hypothesis.statement().sign().sign() == RelationSign.EQUAL && Templates.same(hypothesis.right(), right) && (Templates.same(hypothesis.left(), left) || sum(hypothesis.left(), left));
  }

  /** The same total, with or without its range. */
  private static boolean sum(Notation a, Notation b) {
    return a instanceof Notation.BigOperator x && b instanceof Notation.BigOperator y && x.name().equals("sum") && y.name().equals("sum") && (x.sup().isEmpty() || y.sup().isEmpty()) && Templates.same(x.body(), y.body());
  }
}
