package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.regex.Pattern;

/** "Suppose A or B": nothing is drawn from one of them alone, and a refuting point that meets all of them meets what is supposed (READING 2, 9). */
record Either(List<Printed> printed) {
  private static final Pattern OR = Pattern.compile("(.*[\\s$,;])?(or|oder|ou|o)( else)?( if| when| for| that)?\\s*$");

  /** Whether a condition is one of several of its sentence between which a word for "or" stands. */
  boolean holds(int condition) {
    Statement s = printed.get(condition).statement();
    return s.cue() == Statement.Cue.ASSUMED && printed.stream().map(Printed::statement).filter(q -> q.number() == condition || q.inSentenceBehind(s) || s.inSentenceBehind(q)).anyMatch(q -> OR.matcher(q.opens()).matches());
  }
}
