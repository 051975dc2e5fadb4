package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "If A v = m v, then .. Moreover ..": the hypothesis of a sentence that another one adds to; a refuting point meets it (READING 2, 6). */
record OpenHypotheses(List<Printed> printed, Survey survey) {
  private static final Pattern GOES_ON = Pattern.compile("^\\W*(?i:also|moreover|furthermore|and|similarly|likewise|in addition|additionally|besides|further)\\b");
  /** Sentences are followed back no further than this. */
  private static final int FAR = 6;

  List<Integer> of(Statement s) {
    Set<Integer> found = new TreeSet<>();
    int at = s.number() - 1;
    for (int k = 0; k < FAR && at >= 0 && GOES_ON.matcher(printed.get(at + 1).statement().opens()).find(); k++, at--) {
      Statement before = printed.get(at).statement();
      Stream.concat(before.conditions().stream(), before.premises().stream()).filter(n -> printed.get(n).statement().cue() == Cue.ASSUMED && ties(printed.get(n))).forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** A hypothesis that ties several letters: no place at which one is looked at, which ends with its sentence. */
  private boolean ties(Printed q) {
    return Lowering.isEquation(q.statement()) && q.names(survey.mentions()).size() > 1;
  }
}
