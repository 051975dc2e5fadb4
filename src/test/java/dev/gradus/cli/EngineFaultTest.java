package dev.gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.CheckedAnswer;
import dev.gradus.ExplainedAnswer;
import dev.gradus.PlantedAnswer;
import dev.gradus.cli.Console.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A theorem that a counterexample contradicts is a defect of the program, and is reported as one: undecided, engine fault, exit 70. */
final class EngineFaultTest {
  private static final class Planted implements Wiring.Pipeline {
    @Override
    public CheckedAnswer check(String name, byte[] content) {
      return PlantedAnswer.of(name);
    }

    @Override
    public CheckedAnswer checkFormula(String name, String formula) {
      return PlantedAnswer.of(name);
    }

    @Override
    public ExplainedAnswer explain(String name, byte[] content, int line, OptionalInt column) {
      return new ExplainedAnswer(PlantedAnswer.of(name), List.of());
    }
  }

  @Test
  void aPlantedTheoremEndsInExit70() {
    for (String format : List.of("text", "json")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      Console console = new Console(new ByteArrayInputStream(new byte[0]), print, print, Kind.OTHER, Kind.OTHER, Map.of());
      String[] arguments = {"--fail-on", "never", "--format", format, "-e", "x = 2x"};
      int code = Main.run(arguments, console, new Wiring(_ -> new Planted(), Optional.empty()));
      String report = out.toString(StandardCharsets.UTF_8);
      assertEquals(ExitCode.DEFECT, code, report);
      assertTrue(report.contains("undecided") && report.contains("engine fault") && report.contains("engine.fault"), report);
    }
  }
}
