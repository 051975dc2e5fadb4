package dev.gradus.report;

/**
 * Text of a document made harmless for a terminal: control characters, characters that turn the
 * direction of writing and halves of surrogate pairs become {@code \}{@code uXXXX}; a tab becomes a
 * space. So an answer can neither move the cursor nor forge a verdict line.
 */
public final class Printable {
  private Printable() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  static void append(StringBuilder out, int codePoint) {
    if (codePoint == '\t') {
      out.append(' ');
    } else if (isHarmless(codePoint)) {
      out.appendCodePoint(codePoint);
    } else if (codePoint <= 0xffff) {
      out.append("\\u").append(hex(codePoint, 4));
    } else {
      out.append("\\u{").append(hex(codePoint, 5)).append('}');
    }
  }

  /** Valid UTF-16: halves of surrogate pairs become U+FFFD, everything else stays. */
  static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c));
    return out.toString();
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String hex(int codePoint, int digits) {
    String plain = Integer.toHexString(codePoint);
    return "0".repeat(Math.max(0, digits - plain.length())) + plain;
  }
}
