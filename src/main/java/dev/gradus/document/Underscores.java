package dev.gradus.document;

/**
 * Index signs that were escaped for Markdown, {@code \sum\_{i=1}} and {@code x\_i}: many renderers take the backslash away before the formula is set. What is
 * printed otherwise, an underscore between letters, reads the same. One within a word, {@code \mathrm{num\_classes}}, stays.
 */
final class Underscores {
  private Underscores() {}

  /** Whether the backslash at {@code i} escapes an index sign in front of a group. */
  static boolean beforeGroup(String text, int i) {
    return text.startsWith("\\_{", i);
  }

  /** In: a formula. Out: the same with its index signs unescaped. */
  static MathText unescaped(MathText source) {
    String text = source.text();
    if (!text.contains("\\_")) {
      return source;
    }
    MathBuilder out = new MathBuilder();
    int i = 0;
    while (i < text.length()) {
      boolean command = text.charAt(i) == '\\' && i + 1 < text.length();
      if (command && (beforeGroup(text, i) || beforeOne(text, i))) {
        out.add("_", source.span(i, i + 2));
      } else {
        out.add(source.slice(i, command ? i + 2 : i + 1));
      }
      i += command ? 2 : 1;
    }
    return out.build();
  }

  /** {@code \_i}: one letter or digit, or a command, and no word goes on. */
  private static boolean beforeOne(String text, int i) {
    if (text.charAt(i + 1) != '_' || i + 2 >= text.length()) {
      return false;
    }
    char next = text.charAt(i + 2);
    boolean alone = i + 3 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 3));
    return next == '\\' || (Character.isLetterOrDigit(next) && alone);
  }
}
