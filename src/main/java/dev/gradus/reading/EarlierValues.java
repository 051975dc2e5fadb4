package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a part has solved, or which size it has looked at, before a statement that may still speak of that: "setting it to zero: x = 1. Then f(x) = -1", "for n = 2: .. . Since s_1 + s_2 = 1".
 * A refuting point meets it (READING 2, 11).
 */
record EarlierValues(List<Printed> printed, Map<Integer, Outcome> outcomes, Mentions mentions) {
  private static final Pattern GENERAL = Pattern.compile("\\b(general|generally|any|every|all|arbitrary|always)\\b");

  /** The numbers of such statements. */
  List<Integer> of(Printed p) {
    Statement s = p.statement();
    boolean own = s.cue().drawn() || !s.conditions().isEmpty();
    return own || GENERAL.matcher(s.words()).find() ? List.of() : outcomes.values().stream().filter(o -> o.statement().number() < s.number() && s.part().within(o.statement().part())).filter(o -> solves(o, p) || size(o)).map(o -> o.statement().number()).toList();
  }

  private boolean solves(Outcome o, Printed p) {
    boolean drawn = o.statement().cue().drawn() && o.statement().sign().sign() == RelationSign.EQUAL;
    boolean underEquation = drawn && o instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Proved v && v.claim().assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation);
    return underEquation && letter(o).filter(k -> p.mentions(k, mentions)).isPresent();
  }

  private boolean size(Outcome o) {
    boolean number = o instanceof Outcome.Assumes && o.statement().cue() == Cue.ASSUMED && o.statement().sign().sign() == RelationSign.EQUAL && printed.get(o.statement().number()).right() instanceof Notation.Numeral && !arrow(o.statement().number());
    return number && letter(o).filter(Doubts.COUNTS::contains).isPresent();
  }

  /** n = 1 => ..: it holds for what stands behind its arrow. */
  private boolean arrow(int n) {
    return n + 1 < printed.size() && printed.get(n + 1).statement().cue().drawn() && printed.get(n + 1).statement().premises().contains(n);
  }

  private Optional<String> letter(Outcome o) {
    return mentions.of(printed.get(o.statement().number()).left()).filter(Mention::bare).map(Mention::key);
  }
}
