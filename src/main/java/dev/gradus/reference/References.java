package dev.gradus.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reference forms there are. */
public final class References {
  private References() {}

  /** In the order in which they are listed. */
  public static List<String> names() {
    return Arrays.stream(Library.values()).map(Library::word).toList();
  }

  /** The form of a name; empty when there is none. */
  public static Optional<ReferenceForm> find(String name) {
    return Arrays.stream(Library.values()).filter(entry -> entry.word().equals(name)).findFirst().map(References::load);
  }

  public static List<ReferenceForm> all() {
    return Arrays.stream(Library.values()).map(References::load).toList();
  }

  /** One line for each form: its name and title. */
  public static String listing() {
    int width = names().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (ReferenceForm form : all()) {
      text.append(form.name()).append(" ".repeat(width - form.name().length() + 2)).append(form.title()).append('\n');
    }
    return text.toString();
  }

  /** One form for people: title, definitions, statement, alternatives, in LaTeX. */
  public static String show(ReferenceForm form) {
    StringBuilder text = new StringBuilder(form.name()).append(": ").append(form.title()).append('\n');
    append(text, "where", form.definitions());
    append(text, "states", List.of(form.statement()));
    append(text, "also written", form.alternatives());
    return text.toString();
  }

  private static void append(StringBuilder text, String heading, List<String> formulas) {
    if (!formulas.isEmpty()) {
      text.append("  ").append(heading).append('\n');
      formulas.forEach(formula -> text.append("    ").append(formula).append('\n'));
    }
  }

  private static ReferenceForm load(Library entry) {
    ReferenceFile file = ReferenceFile.load(entry.word());
    if (!file.name().equals(entry.word())) {
      throw new IllegalStateException("the file of " + entry.word() + " names itself " + file.name());
    }
    return new ReferenceForm(
        file.name(), file.title(), file.definitions(), file.statement(), file.alternatives(), file.source(), entry.variants());
  }
}
