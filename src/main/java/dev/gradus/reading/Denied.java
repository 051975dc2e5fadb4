package dev.gradus.reading;

import java.util.regex.Pattern;

/** Relations that the words right before them deny: "we do not have", "it is not true that", "instead of". They are judged as printed and define nothing (READING 14). */
final class Denied {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?s).*\\b("
              + "((do|does|did|can|could|will|would|should|must|may|might|shall) (not|never)|(do|does|did|could|would|should|must|is|was)n't|cannot|can't|won't|never|no longer)"
              + "( (simply|just|really|always|necessarily|in general))?( (have|get|obtain|hold|set|write|say|claim|conclude|assume|define|use|take|let|put|know|find|see|expect|deduce|infer|mean|imply|give|yield))( here| us)?"
              + "( that)?( the)?( (identity|equation|relation|formula|rule))?"
              + "|(not|never|hardly|isn't|wasn't) (true|the case|right|correct|possible|valid|clear|known|guaranteed|certain|said|implied)( here| in general)?( that)?"
              + "|(false|wrong|incorrect|untrue|mistaken|a mistake|an error|impossible|nonsense) (to (say|write|claim|think|assume|conclude|set|use|believe|put|take|define)( that)?|that)"
              + "|(nobody|no one|nothing) (says?|claims?|said|claimed|implies|gives|guarantees)( that)?"
              + "|if only|instead of|rather than|contrary to|as opposed to)( \\$)?");

  private Denied() {}

  static boolean is(Statement s) {
    return BEFORE.matcher(s.opens().strip()).matches();
  }
}
