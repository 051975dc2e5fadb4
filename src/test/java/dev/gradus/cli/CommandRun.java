package dev.gradus.cli;

import dev.gradus.CheckedAnswer;
import dev.gradus.CheckedRelation;
import dev.gradus.CheckedVerdict;
import dev.gradus.ExplainedAnswer;
import dev.gradus.Samples;
import dev.gradus.cli.Console.Kind;
import dev.gradus.cli.Wiring.Pipeline;
import dev.gradus.cli.Wiring.References;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of the command in this process on a pipeline that is told in the document what to do:
 * each word of it that is a verdict becomes a relation, {@code boom} is a defect, {@code deep} a
 * recursion without end, {@code fault} an engine fault.
 */
record CommandRun(int code, String out, String err) {

  static CommandRun of(String... arguments) {
    return with(Optional.empty(), Kind.OTHER, "", arguments);
  }

  static CommandRun withInput(String input, String... arguments) {
    return with(Optional.empty(), Kind.OTHER, input, arguments);
  }

  static CommandRun onTerminal(Map<String, String> environment, String... arguments) {
    return with(Optional.empty(), Kind.TERMINAL, environment, "", arguments);
  }

  static CommandRun withReferences(References references, String... arguments) {
    return with(Optional.of(references), Kind.OTHER, "", arguments);
  }

  private static CommandRun with(
      Optional<References> references, Kind kind, String input, String... arguments) {
    return with(references, kind, Map.of(), input, arguments);
  }

  private static CommandRun with(
      Optional<References> references,
      Kind kind,
      Map<String, String> environment,
      String input,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream printOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream printErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Wiring wiring = new Wiring(options -> new Told(options.reference()), references);
    int code =
        Main.run(arguments, new Console(in, printOut, printErr, kind, kind, environment), wiring);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Told(Optional<String> reference) implements Pipeline {
    @Override
    public CheckedAnswer check(String name, byte[] content) {
      return checkFormula(name, new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public CheckedAnswer checkFormula(String name, String formula) {
      if (formula.contains("boom")) {
        throw new IllegalStateException("told to");
      }
      if (formula.contains("deep")) {
        deeper(0);
      }
      List<CheckedRelation> relations =
          Arrays.stream(formula.split("\\s+")).flatMap(word -> relation(word).stream()).toList();
      CheckedAnswer answer = CheckedAnswer.of(name, formula, relations);
      return reference.isPresent() && formula.contains("missed")
          ? answer.withReference(Samples.missed(reference.get()))
          : formula.contains("lost") ? answer.withProblems(Samples.full().problems()) : answer;
    }

    @Override
    public ExplainedAnswer explain(String name, byte[] content, int line, OptionalInt column) {
      return new ExplainedAnswer(check(name, content), List.of());
    }

    private static Optional<CheckedRelation> relation(String word) {
      if (word.equals("fault")) {
        return Optional.of(Samples.engineFault());
      }
      return Arrays.stream(CheckedVerdict.values())
          .filter(v -> v.word().equals(word))
          .findFirst()
          .map(v -> Samples.bare(v, "told"));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
      return deeper(depth + 1) + 1;
    }
  }
}
