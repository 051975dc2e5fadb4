package dev.gradus.cli;

import dev.gradus.CheckOptions;
import dev.gradus.CheckedAnswer;
import dev.gradus.RunReport;
import dev.gradus.report.JsonReport;
import dev.gradus.report.TextReport;
import dev.gradus.report.TextReport.Palette;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code check [OPTIONS] FILE...}: checks every relation in the answers. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    descriptionHeading = "%n",
    description = {
      "Check every relation in written derivations: proved, refuted with a counterexample, or undecided with the reason.",
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 nothing that --fail-on names was found; 1 something was, a reference was missed or",
      "--min-coverage was not reached; 2 bad usage or a file that cannot be read (the others are checked",
      "all the same); 70 a defect of the program itself."
    })
final class CheckCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;
  private final Wiring wiring;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "a .tex, .md, .markdown, .mmd, .txt or .ipynb file, a folder (searched for these), or - (standard input)")
  private List<String> files = new ArrayList<>();

  @Option(
      names = {"-e", "--expression"},
      paramLabel = "FORMULA",
      parameterConsumer = AnyText.class,
      description = "check one formula, given without math delimiters; may be repeated")
  private List<String> expressions = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "the form of the report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the report to this file, not to the standard output")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description =
          "end with 1 if a relation is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); each includes those before it")
  private ExitCode.FailOn failOn = ExitCode.FailOn.REFUTED;

  @Option(
      names = "--min-coverage",
      paramLabel = "R",
      converter = Share.class,
      description = "end with 1 if a smaller share of the claims is decided (0 to 1)")
  private Optional<BigDecimal> minCoverage = Optional.empty();

  @Mixin private GivensOption givens = new GivensOption();

  @Option(
      names = "--reference",
      paramLabel = "NAME",
      description =
          "also compare the answer's result with this reference form (check references lists them)")
  private Optional<String> reference = Optional.empty();

  @Option(
      names = "--audit",
      description =
          "also put every proof and refutation to Symja and to plain spot checks (slower)")
  private boolean audit;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "colour the text report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Colour colour = Colour.AUTO;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "check N documents at a time (default: one for each processor)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--debug", description = "show stack traces of defects of the program")
  private boolean debug;

  CheckCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
  }

  boolean isDebugging() {
    return debug;
  }

  @Override
  public Integer call() throws InterruptedException {
    refuseNonsense();
    List<Input> inputs = new ArrayList<>();
    expressions.forEach(text -> inputs.add(new Input.Formula(text)));
    inputs.addAll(Search.of(files));
    refuseToOverwrite(inputs);
    CheckOptions bare = audit ? CheckOptions.standard().withAudit() : CheckOptions.standard();
    CheckOptions plain = reference.map(bare::withReference).orElse(bare);
    CheckOptions options = givens.with(plain, console);
    Runner runner =
        new Runner(
            wiring.pipelines().apply(options), console, new Progress(console, inputs.size()));
    List<String> traces = new ArrayList<>();
    RunReport report = runner.run(inputs, Math.clamp(inputs.size(), 1, jobs), traces);
    messages(report, traces);
    boolean written = write(report);
    int code = ExitCode.of(report, failOn, minCoverage);
    return written ? code : Math.max(code, ExitCode.BAD_USAGE);
  }

  private void refuseNonsense() {
    if (files.isEmpty() && expressions.isEmpty()) {
      throw refusal("nothing to check: name a file, a folder, - or a formula (-e)");
    }
    if (files.stream().filter("-"::equals).count() > 1) {
      throw refusal("the standard input (-) can be read only once");
    }
    if (jobs < 1) {
      throw refusal("--jobs has to be at least 1");
    }
    reference
        .filter(name ->
            wiring.references().stream()
                .flatMap(r -> r.all().stream())
                .noneMatch(f -> f.name().equals(name)))
        .ifPresent(name -> {
          throw refusal("no reference form is called " + name + " (check references lists them)");
        });
  }

  /** The report never replaces an answer. */
  private void refuseToOverwrite(List<Input> inputs) {
    for (Input input : inputs) {
      if (output.isPresent()
          && input instanceof Input.File file
          && isSame(output.get(), file.path())) {
        throw refusal("the report would overwrite " + input.name());
      }
    }
  }

  private static boolean isSame(Path first, Path second) {
    try {
      return Files.exists(first) && Files.exists(second) && Files.isSameFile(first, second);
    } catch (IOException e) {
      return false;
    }
  }

  private ParameterException refusal(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void messages(RunReport report, List<String> traces) {
    for (int i = 0; i < report.errors().size(); i++) {
      console.message(report.errors().get(i).file() + ": " + report.errors().get(i).message());
      if (debug && !traces.get(i).isEmpty()) {
        console.err().print(traces.get(i));
      }
    }
    for (CheckedAnswer answer : report.documents()) {
      if (answer.relations().isEmpty()) {
        console.message(answer.file() + ": warning: no relation was found");
      }
    }
  }

  /** Out: false, after a message, if the report could not be written. */
  private boolean write(RunReport report) {
    try {
      if (output.isPresent()) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output.get()))) {
          write(report, out, colour == Colour.ALWAYS ? Palette.ANSI : Palette.PLAIN);
        }
        return true;
      }
      write(report, console.out(), isColoured() ? Palette.ANSI : Palette.PLAIN);
      if (!console.out().checkError()) {
        return true;
      }
      console.message("the report could not be written to the standard output");
    } catch (IOException e) {
      console.message(
          output.map(Path::toString).orElse("standard output")
              + ": the report could not be written");
    }
    return false;
  }

  private void write(RunReport report, OutputStream out, Palette palette) throws IOException {
    switch (format) {
      case JSON -> JsonReport.write(report, out);
      case TEXT -> out.write(TextReport.of(report, palette).getBytes(StandardCharsets.UTF_8));
    }
  }

  private boolean isColoured() {
    return switch (colour) {
      case AUTO -> console.likesColour();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  /** Takes the next argument as it is, so that a formula may begin with a minus sign. */
  static final class AnyText implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // the library asks for a Stack
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      if (arguments.isEmpty()) {
        throw new ParameterException(command.commandLine(), "missing value for option -e");
      }
      List<String> all = new ArrayList<>(option.<List<String>>getValue());
      all.add(arguments.pop());
      option.setValue(all);
    }
  }

  /** A number from 0 to 1. */
  static final class Share implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String written) {
      if (!written.matches("0|1|[01]?\\.[0-9]{1,9}") || written.matches("1\\.0*+[1-9].*")) {
        throw new TypeConversionException("has to be a number from 0 to 1, and is '" + written + "'");
      }
      return new BigDecimal(written);
    }
  }
}
