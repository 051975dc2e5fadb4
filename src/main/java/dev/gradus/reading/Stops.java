package dev.gradus.reading;

import java.util.regex.Pattern;

/** Words that restrict at which steps a recursion holds: "only while", "until step ten", "afterwards we reset". */
final class Stops {
  /** Words that stop a recursion somewhere, or let it hold now and then. */
  private static final Pattern STOPS =
      Pattern.compile(
          "\\b(only|until|while|unless|except|excluding|apart from|aside from|as long as|up to|during|at first|initially|sometimes|most(ly)?|usually|often|almost|every (second|other|third)|alternat\\w+|odd|even steps?|but not|not (at|for)|before|stops?|ends?|ceases?|for (some|the first|a few|\\w+ steps))\\b"
              + "|\\bafter (step |time |iteration )?\\$");
  /** The same in a sentence that says it of a recursion: "this rule applies until step ten", "from then on". */
  private static final Pattern STOPS_SOMEWHERE =
      Pattern.compile(
          "\\b(holds?|valid|appl(y|ies)|true|runs?|use[ds]?|this|rule|recursion|update)\\b[^.;:$]{0,20}\\b(only|until|while|as long as|up to|during|unless|except|(for|in) the first)\\b|\\b(rule|recursion|recurrence|update|factor|this)\\b[^.;:]{0,20}\\b(stops?|ends?|changes|switches|breaks)\\b"
              + "|\\b(from|after) (step |time |iteration |epoch )?(\\$|then|there|\\d+|ten|that)( steps| iterations)?( on| onwards)?,? (we|it|the|nothing|\\$)|\\b(afterwards|thereafter|from then on|later on)\\b|\\b(decay|anneal|schedul|var(y|ies|ied|ying)|adapt|chang|adjust)\\w*( \\$)? (over|with|every|at each|at every|during|in each|as|along|from step)\\b|\\b(stop|reset|restart|clip|truncat|freez|overwrit)\\w*");

  private Stops() {}

  /** Whether the words around a recursion, or of its part, say that it does not hold at all steps. */
  static boolean say(Statement s) {
    return STOPS.matcher(s.words()).find() || STOPS_SOMEWHERE.matcher(s.part().own()).find();
  }
}
