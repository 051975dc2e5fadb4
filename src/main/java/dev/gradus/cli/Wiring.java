package dev.gradus.cli;

import dev.gradus.CheckOptions;
import dev.gradus.CheckedAnswer;
import dev.gradus.Checker;
import dev.gradus.ExplainedAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What the command line is joined to; tests put something else here.
 *
 * @param pipelines makes the pipeline for the options of a run
 * @param references the library of reference forms; while it is empty, neither {@code references}
 *     nor {@code --reference} is offered
 */
record Wiring(Function<CheckOptions, Pipeline> pipelines, Optional<References> references) {

  /** Checks documents; used by several threads at once. */
  interface Pipeline {
    CheckedAnswer check(String name, byte[] content);

    CheckedAnswer checkFormula(String name, String formula);

    /** How the relations of a line, or the one at a column, were read and decided. */
    ExplainedAnswer explain(String name, byte[] content, int line, OptionalInt column);
  }

  /** The library of reference forms. */
  interface References {
    /**
     * One reference form.
     *
     * @param title one line for the list
     * @param text all of it, for a person
     */
    record Form(String name, String title, String text) {}

    /** In the order of the list. */
    List<Form> all();
  }

  /** The program as it is put together. */
  static Wiring standard() {
    return new Wiring(Wiring::pipeline, Optional.of(Wiring::forms));
  }

  private static List<References.Form> forms() {
    return dev.gradus.reference.References.all().stream()
        .map(f -> new References.Form(f.name(), f.title(), dev.gradus.reference.References.show(f)))
        .toList();
  }

  private static Pipeline pipeline(CheckOptions options) {
    Checker checker = Checker.of(options);
    return new Pipeline() {
      @Override
      public CheckedAnswer check(String name, byte[] content) {
        return checker.check(name, content);
      }

      @Override
      public CheckedAnswer checkFormula(String name, String formula) {
        return checker.checkFormula(name, formula);
      }

      @Override
      public ExplainedAnswer explain(String name, byte[] content, int line, OptionalInt column) {
        return checker.explain(name, content, line, column);
      }
    };
  }
}
