package dev.gradus.reading;

import java.util.regex.Pattern;

/** Words that say where a function's equation holds (READING 16). */
final class Restricted {
  private static final Pattern HALF =
      Pattern.compile(
          "(?i)\\b(for|on|in|over|to) (the )?(strictly )?(positive|negative|non-?negative|non-?positive|non-?zero|right|left|upper|lower|large|small) (half|real|side|axis|inputs?|arguments?|values?|numbers?|line|part|region|branch)");

  /** "If $x$ is an integer", "at rational $x$": no open set of points. */
  private static final Pattern POINTS =
      Pattern.compile("^,? ?(only )?(if|when|whenever|for|at|on|provided)( all| every| each| any| the)? ((\\$ )?(is |are )?(an? |the )?(integers?|even|odd|whole|natural|binary|rationals?|irrational|prime)\\b)");

  private Restricted() {}

  /** "For positive inputs", "on the right half line". */
  static boolean half(Statement s, Head h) {
    return !h.parameters().isEmpty() && (HALF.matcher(s.opens()).find() || POINTS.matcher(s.closes()).find());
  }
}
