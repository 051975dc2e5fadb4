package dev.gradus.reading;

import java.util.regex.Pattern;

/** Words that say where a function's equation holds (READING 16). */
final class Restricted {
  private static final Pattern HALF =
      Pattern.compile(
          "(?i)\\b(for|on|in|over|to) (the )?(strictly )?(positive|negative|non-?negative|non-?positive|non-?zero|right|left|upper|lower|large|small) (half|real|side|axis|inputs?|arguments?|values?|numbers?|line|part|region|branch)");

  private Restricted() {}

  /** "For positive inputs", "on the right half line". */
  static boolean half(Statement s, Head h) {
    return !h.parameters().isEmpty() && HALF.matcher(s.opens()).find();
  }
}
