package dev.gradus.cli;

import dev.gradus.RunReport.RunError;
import java.nio.file.Path;

/** One thing to be checked, under the name that the user gave it. */
sealed interface Input {
  String name();

  record File(String name, Path path) implements Input {}

  record StandardInput() implements Input {
    @Override
    public String name() {
      return "-";
    }
  }

  /** A formula of the command line. */
  record Formula(String text) implements Input {
    @Override
    public String name() {
      return "-e";
    }
  }

  /** Cannot be checked; known before anything is read. */
  record Refused(RunError error) implements Input {
    @Override
    public String name() {
      return error.file();
    }
  }
}
