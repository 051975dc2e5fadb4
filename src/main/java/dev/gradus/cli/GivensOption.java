package dev.gradus.cli;

import dev.gradus.CheckOptions;
import dev.gradus.Givens;
import dev.gradus.Problem;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --givens FILE}: the assignment's text, read before any answer. */
final class GivensOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--givens",
      paramLabel = "FILE",
      description =
          "the assignment's text: its definitions, shapes and conventions count in the answers")
  private Optional<Path> givens = Optional.empty();

  /** The options with the assignment's text, if there is one; places in it that were not read are told on the console. */
  CheckOptions with(CheckOptions options, Console console) {
    return givens.map(path -> options.withGivens(read(path, console))).orElse(options);
  }

  private Givens read(Path path, Console console) {
    Givens read =
        switch (Content.of(path)) {
          case Content.Text text -> parsed(path, text.bytes());
          case Content.Unusable unusable -> throw refusal(path, unusable.message());
        };
    for (Problem p : read.problems()) {
      console.message(path + ":" + p.line() + ":" + p.column() + ": warning: " + p.message());
    }
    return read;
  }

  private Givens parsed(Path path, byte[] bytes) {
    try {
      return Givens.of(path.toString(), bytes);
    } catch (IllegalArgumentException e) {
      throw refusal(path, e.getMessage());
    }
  }

  private ParameterException refusal(Path path, @org.jspecify.annotations.Nullable String why) {
    return new ParameterException(spec.commandLine(), path + ": " + why);
  }
}
