package dev.gradus.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on single letters that running text states without math delimiters, "if i = j:", "for k != y", "when x > 0" (READING 2): formulas like those in delimiters. */
final class BareConditions {
  private static final String LETTER = "[A-Za-z](?:_(?:[A-Za-z0-9]|\\{[A-Za-z0-9,]{1,5}\\}))?";

  static final Pattern NAME = Pattern.compile(LETTER);

  static final Pattern NAME_OR_NUMBER = Pattern.compile(LETTER + "|-?[0-9]{1,3}");

  /** What begins a condition; behind it nothing but one letter, a sign, and a letter or number. */
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?:(?<![\\p{L}\\\\{])(?i:if|when|whenever|for|unless|case(?: ?\\(?[0-9ivx]{1,3}\\)?)?[:,]?|wenn|falls|für|si|cuando|para|pour|quand)[ \\t]+|[当若][ \\t]*|如果[ \\t]*)"
              + "(?<is>" + LETTER + "[ \\t]*(?:==?|!=|≠|\\\\neq?|<=|>=|≤|≥|<|>)[ \\t]*(?:" + LETTER + "|-?[0-9]{1,3}(?:\\.[0-9]{1,3})?))(?![\\p{L}0-9^({\\\\+/=<>-])(?![*_]+[\\p{L}\\p{N}$({\\\\])(?!\\.[0-9])");

  /** "i = j:" alone on its line opens a case. */
  private static final Pattern TITLE =
      Pattern.compile("(?m)^[ \\t]*(?:[-*+][ \\t]+|\\(?[0-9ivx]{1,3}[.)][ \\t]+)?(?:\\*\\*|__)?(?<is>[a-z][ \\t]*(?:==?|!=|≠|\\\\neq?)[ \\t]*[a-z])(?:\\*\\*|__)?[ \\t]*[:：](?:\\*\\*|__)?[ \\t]*$");

  /** "for i = 1, ..., n", "for t = 1 to T" is a range. */
  private static final Pattern RANGE = Pattern.compile("\\s*(?:;\\s*[a-z]\\s*[<=>]|,\\s*(?:\\.|…|[0-9]|\\\\|[a-z]\\s*=)|\\.\\.|…|to\\b|through\\b|until\\b|up\\b|bis\\b)");

  private BareConditions() {}

  /** In: a text with the segments that its delimiters make. Out: these and the bare conditions of its running text, in order. */
  static List<Segment> among(String text, List<Segment> segments) {
    List<Segment> all = new ArrayList<>(segments);
    int from = 0;
    for (Segment s : segments) {
      find(text, from, s.from(), all);
      from = Math.max(from, s.to());
    }
    find(text, from, text.length(), all);
    all.sort(Comparator.comparingInt(Segment::from));
    return all;
  }

  private static void find(String text, int from, int to, List<Segment> found) {
    for (Pattern p : from < to ? List.of(CONDITION, TITLE) : List.<Pattern>of()) {
      Matcher m = p.matcher(text).region(from, to).useTransparentBounds(true).useAnchoringBounds(false);
      while (m.find()) {
        Matcher behind = RANGE.matcher(text).region(m.end(), text.length());
        if (!behind.lookingAt()) {
          found.add(new Segment(Segment.Kind.INLINE, m.start("is"), m.end("is"), m.start("is"), m.end("is")));
        }
      }
    }
  }
}
