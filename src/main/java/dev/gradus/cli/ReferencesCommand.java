package dev.gradus.cli;

import dev.gradus.cli.Wiring.References;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check references [NAME]}: the list of reference forms, or one of them. */
@Command(
    name = "references",
    mixinStandardHelpOptions = true,
    description = "List the reference forms, or show one.")
final class ReferencesCommand implements Callable<Integer> {
  private final Console console;
  private final References references;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "the reference form to show")
  private Optional<String> name = Optional.empty();

  ReferencesCommand(Console console, References references) {
    this.console = console;
    this.references = references;
  }

  @Override
  public Integer call() {
    if (name.isPresent()) {
      return show(name.get());
    }
    int width = references.all().stream().mapToInt(f -> f.name().length()).max().orElse(0);
    references
        .all()
        .forEach(f ->
            console
                .out()
                .println(f.name() + " ".repeat(width + 2 - f.name().length()) + f.title()));
    return ExitCode.FINE;
  }

  private int show(String wanted) {
    Optional<References.Form> form =
        references.all().stream().filter(f -> f.name().equals(wanted)).findFirst();
    form.ifPresent(f -> console.out().println(f.text().stripTrailing()));
    if (form.isEmpty()) {
      console.message("no reference form is called " + wanted + " (check references lists them)");
    }
    return form.isPresent() ? ExitCode.FINE : ExitCode.BAD_USAGE;
  }
}
