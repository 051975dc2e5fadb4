package dev.gradus.cli;

import dev.gradus.CheckedAnswer;
import dev.gradus.RunReport;
import dev.gradus.RunReport.RunError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Inputs in, a report out: documents in parallel, results in the order of the inputs. A document
 * whose check breaks is an error of the report and the others go on.
 */
final class Runner {
  static final String INTERNAL_ERROR = "internal-error";

  /** The same for each document, so that no result depends on the number of threads. */
  private static final long STACK_BYTES = 16L << 20;

  /** What became of one input. */
  private sealed interface Result {
    record Checked(CheckedAnswer answer) implements Result {}

    record Failed(RunError error, String trace) implements Result {}
  }

  private final Wiring.Pipeline pipeline;
  private final Console console;
  private final Progress progress;

  Runner(Wiring.Pipeline pipeline, Console console, Progress progress) {
    this.pipeline = pipeline;
    this.console = console;
    this.progress = progress;
  }

  /**
   * Checks all inputs on {@code jobs} threads.
   *
   * @param traces gets the stack traces of defects, in the order of the inputs
   */
  RunReport run(List<Input> inputs, int jobs, List<String> traces) throws InterruptedException {
    List<CheckedAnswer> answers = new ArrayList<>();
    List<RunError> errors = new ArrayList<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(jobs, task -> new Thread(null, task, "check", STACK_BYTES))) {
      List<Future<Result>> futures =
          inputs.stream().map(input -> pool.submit(() -> guarded(input))).toList();
      for (Future<Result> future : futures) {
        switch (future.get()) {
          case Result.Checked checked -> answers.add(checked.answer());
          case Result.Failed failed -> {
            errors.add(failed.error());
            traces.add(failed.trace());
          }
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a document's check is guarded", e);
    } finally {
      progress.end();
    }
    return new RunReport(answers, errors);
  }

  /**
   * The one broad catch of the program around a document: a defect in one never costs the others.
   */
  private Result guarded(Input input) {
    try {
      return check(input);
    } catch (RuntimeException | Error e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      String what =
          "internal error: "
              + e.getClass().getSimpleName()
              + " (a defect of the program; --debug shows where)";
      return new Result.Failed(new RunError(input.name(), INTERNAL_ERROR, what), trace.toString());
    } finally {
      progress.finished();
    }
  }

  private Result check(Input input) {
    return switch (input) {
      case Input.Formula formula ->
          new Result.Checked(pipeline.checkFormula(formula.name(), formula.text()));
      case Input.Refused refused -> new Result.Failed(refused.error(), "");
      case Input.File file -> check(file.name(), Content.of(file.path()));
      case Input.StandardInput standard -> check(standard.name(), standardInput());
    };
  }

  private Result check(String name, Content content) {
    return switch (content) {
      case Content.Text text -> opened(name, pipeline.check(name, text.bytes()));
      case Content.Unusable unusable ->
          new Result.Failed(new RunError(name, unusable.code(), unusable.message()), "");
    };
  }

  /** A document that could not be opened (a broken notebook) is an error of the run. */
  private static Result opened(String name, CheckedAnswer answer) {
    return answer.problems().stream()
        .filter(p -> p.code().startsWith("unreadable-file"))
        .findFirst()
        .<Result>map(p -> new Result.Failed(new RunError(name, p.code(), p.message()), ""))
        .orElseGet(() -> new Result.Checked(answer));
  }

  private Content standardInput() {
    try {
      return Content.of(console.in());
    } catch (IOException e) {
      return new Content.Unusable("unreadable-file", "the standard input cannot be read");
    }
  }
}
