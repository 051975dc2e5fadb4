package dev.gradus.document;

/** Finds the ends of groups in source text; escaped braces do not count. */
final class Braces {
  private Braces() {}

  /** Index of the brace that closes the one at {@code open}; {@code limit} when there is none before it. */
  static int close(String text, int open, int limit) {
    return close(text, open, limit, '{', '}');
  }

  /** Index of the {@code ]} that closes the {@code [} at {@code open}; {@code limit} when there is none. */
  static int closeSquare(String text, int open, int limit) {
    return close(text, open, limit, '[', ']');
  }

  private static int close(String text, int open, int limit, char opens, char closes) {
    int depth = 0;
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == opens) {
        depth++;
      } else if (c == closes) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return limit;
  }

  /** The first place from {@code at} on that is no white space; an empty line stops the search. */
  static int skipSpace(String text, int at, int limit) {
    int lines = 0;
    int i = at;
    while (i < limit && Character.isWhitespace(text.charAt(i)) && lines < 2) {
      if (text.charAt(i) == '\n') {
        lines++;
      }
      i++;
    }
    return lines < 2 ? i : at;
  }
}
