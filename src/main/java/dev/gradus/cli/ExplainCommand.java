package dev.gradus.cli;

import dev.gradus.CheckOptions;
import dev.gradus.ExplainedAnswer;
import dev.gradus.report.TextReport;
import dev.gradus.report.TextReport.Palette;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check explain FILE:LINE[:COLUMN]}: how a relation was read, which readings were tried, and the evidence. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explain a verdict: how the relation was read, which readings were tried, and the evidence.")
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern PLACE =
      Pattern.compile("(?<file>.+?):(?<line>\\d{1,9})(?::(?<column>\\d{1,9}))?", Pattern.DOTALL);

  private final Console console;
  private final Wiring wiring;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE:LINE[:COLUMN]",
      description = "the place of the relation sign, as the report gives it; without a column all of the line")
  private String place = "";

  @Mixin private GivensOption givens = new GivensOption();

  ExplainCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    Matcher at = PLACE.matcher(place);
    if (!at.matches()) {
      throw refusal("a place is wanted, FILE:LINE or FILE:LINE:COLUMN, not " + place);
    }
    String file = at.group("file");
    int line = Integer.parseInt(at.group("line"));
    String sign = at.group("column");
    OptionalInt column = sign == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(sign));
    byte[] bytes =
        switch (content(file)) {
          case Content.Text text -> text.bytes();
          case Content.Unusable unusable -> throw refusal(file + ": " + unusable.message());
        };
    Wiring.Pipeline pipeline =
        wiring.pipelines().apply(givens.with(CheckOptions.standard(), console));
    ExplainedAnswer answer = pipeline.explain(file, bytes, line, column);
    answer.answer().problems().stream()
        .filter(p -> p.code().startsWith("unreadable-file"))
        .findFirst()
        .ifPresent(p -> {
          throw refusal(file + ": " + p.message());
        });
    if (answer.explanations().isEmpty()) {
      console.message(place + ": no relation sign stands there");
      return ExitCode.BAD_USAGE;
    }
    Palette palette = console.likesColour() ? Palette.ANSI : Palette.PLAIN;
    console.out().print(TextReport.of(answer, palette));
    return ExitCode.FINE;
  }

  private Content content(String file) {
    try {
      return Content.of(Path.of(file));
    } catch (InvalidPathException e) {
      throw refusal(file + ": is no path");
    }
  }

  private ParameterException refusal(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
