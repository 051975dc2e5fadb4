package dev.gradus;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks documents. A stand-in until the rooms are joined: it finds no relation. */
public final class Checker {
  private Checker(CheckOptions options) {
    if (options.reference().isPresent()) {
      throw new IllegalArgumentException("no reference form is known yet");
    }
  }

  public static Checker of(CheckOptions options) {
    return new Checker(options);
  }

  /**
   * A document in UTF-8; the end of its name tells its format ({@code .tex}, {@code .md}, {@code
   * .ipynb}; else text).
   */
  public CheckedAnswer check(String name, byte[] content) {
    return CheckedAnswer.of(name, new String(content, StandardCharsets.UTF_8), List.of());
  }

  /** One formula without delimiters. */
  public CheckedAnswer checkFormula(String name, String formula) {
    return CheckedAnswer.of(name, formula, List.of());
  }
}
