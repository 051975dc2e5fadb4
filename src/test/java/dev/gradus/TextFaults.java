package dev.gradus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults of a pen: small changes of the LaTeX of a side. */
final class TextFaults {
  /** What is changed. */
  enum Kind {
    SIGN("(?<![eE^{])([+-])"),
    INDEX("_\\{?([i-n])(?![a-zA-Z])"),
    EXPONENT("\\^\\{?([2-4])(?![0-9])"),
    NUMBER("(?<![0-9_^{.])([1-9])(?![0-9.])"),
    FACTOR("(?<![\\\\a-zA-Z_^{])([a-zA-Z](?:_[a-z0-9]|_\\{[a-z0-9]+\\})?)(?![a-zA-Z_^(])"),
    TRANSPOSED("(\\^\\{?(?:T|\\\\top|\\\\intercal)\\}?)(?![a-zA-Z])"),
    FRACTION("\\\\frac\\{([^{}]+)\\}\\{([^{}]+)\\}"),
    FUNCTION("(\\\\(?:exp|log|ln|tanh))(?![a-zA-Z])"),
    LETTER("(?<![\\\\a-zA-Z])([a-zA-Z])(?![a-zA-Z])"),
    SUM("(\\\\sum(?:_\\{[^{}]*\\}|_[a-z])?(?:\\^\\{[^{}]*\\}|\\^[a-zA-Z])?)");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /** A side with one fault. */
  record Fault(Kind kind, String side) {}

  private TextFaults() {}

  /** All faults of a side, some of them at random. */
  static List<Fault> of(String side, Random random) {
    List<Fault> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Matcher m = kind.pattern.matcher(side);
      while (m.find()) {
        String changed = side.substring(0, m.start()) + changed(kind, m, random) + side.substring(m.end());
        if (!changed.equals(side)) {
          found.add(new Fault(kind, changed));
        }
      }
    }
    return found;
  }

  private static String changed(Kind kind, Matcher m, Random random) {
    String whole = m.group();
    String part = m.group(1);
    String by =
        switch (kind) {
          case SIGN -> part.equals("+") ? "-" : "+";
          case INDEX -> String.valueOf("ijk".charAt(random.nextInt(3)));
          case EXPONENT, NUMBER -> String.valueOf((char) (part.charAt(0) + 1));
          case FACTOR, TRANSPOSED, SUM -> " ";
          case FRACTION -> "\\frac{" + m.group(2) + "}{" + part + "}";
          case FUNCTION -> part.equals("\\exp") ? "\\log" : " ";
          case LETTER -> String.valueOf("abcwxyz".charAt(random.nextInt(7)));
        };
    return kind == Kind.FRACTION ? by : whole.replace(part, by);
  }
}
