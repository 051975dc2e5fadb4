package dev.gradus.cli;

import dev.gradus.report.Printable;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The standard streams of a run and what is known of the terminal behind them.
 *
 * @param out reports, in UTF-8
 * @param err messages and progress, in UTF-8
 * @param environment the environment variables
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Kind outKind,
    Kind errKind,
    Map<String, String> environment) {
  enum Kind {
    TERMINAL,
    OTHER
  }

  /** A message on the standard error stream, one line, harmless for a terminal. */
  void message(String text) {
    err.println("check: " + Printable.of(text));
  }

  /**
   * Whether a report to the standard output may be coloured when nothing else was asked for
   * (https://no-color.org).
   */
  boolean likesColour() {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return outKind == Kind.TERMINAL && !refused;
  }
}
