package dev.gradus.cli;

import dev.gradus.Version;
import dev.gradus.cli.Console.Kind;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/**
 * The command {@code check}: what its options, exit codes and reports promise stands in {@code
 * docs/command.md}.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the command and ends the program. The launcher says in the properties {@code gradus.out}
   * and {@code gradus.err} which stream is a {@code terminal}: Java itself cannot tell for the
   * standard error stream.
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code =
        run(
            args,
            new Console(
                System.in, out, err, kind("gradus.out"), kind("gradus.err"), System.getenv()),
            Wiring.standard());
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs the command on the given streams, which it takes for files, not terminals. Out: the exit
   * code. Never ends the program.
   *
   * @param out gets the report, in UTF-8
   * @param err gets messages, in UTF-8
   */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return run(
        args, new Console(in, out, err, Kind.OTHER, Kind.OTHER, Map.of()), Wiring.standard());
  }

  static int run(String[] args, Console console, Wiring wiring) {
    CommandLine line = new CommandLine(new CheckCommand(console, wiring));
    line.addSubcommand(new ExplainCommand(console, wiring));
    if (wiring.references().isPresent()) {
      line.addSubcommand(new ReferencesCommand(console, wiring.references().get()));
    } else {
      line.getCommandSpec().remove(line.getCommandSpec().findOption("--reference"));
    }
    line.getCommandSpec().version("gradus " + Version.NUMBER);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.likesColour() ? Ansi.ON : Ansi.OFF));
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((exception, arguments) -> badUsage(exception, console));
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> defect(exception, command, console));
    return line.execute(args);
  }

  private static int badUsage(ParameterException exception, Console console) {
    console.message(String.valueOf(exception.getMessage()));
    console.message("see check --help");
    return ExitCode.BAD_USAGE;
  }

  /**
   * Something failed outside of the documents: while options were taken or the report was written.
   */
  private static int defect(Exception exception, CommandLine command, Console console) {
    console.message(
        "internal error: " + exception.getClass().getSimpleName() + " (--debug shows where)");
    if (command.getCommand() instanceof CheckCommand check && check.isDebugging()) {
      exception.printStackTrace(console.err());
    }
    return ExitCode.DEFECT;
  }

  private static Kind kind(String property) {
    return System.getProperty(property, "").equals("terminal") ? Kind.TERMINAL : Kind.OTHER;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
