package dev.gradus.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of a reference form: a header of lines {@code % key: value}, then sections {@code Definitions}, {@code Statement} and {@code
 * Alternatives} with displayed formulas and, where needed, words between them. A file that is not so is a defect of the program.
 */
record ReferenceFile(String name, String title, List<String> definitions, String statement, List<String> alternatives, String source) {
  static ReferenceFile load(String name) {
    try (InputStream in = ReferenceFile.class.getResourceAsStream(name + ".tex")) {
      if (in == null) {
        throw new IllegalStateException("no file for the reference form " + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReferenceFile parse(String source) {
    List<String> statements = formulas(source, "Statement");
    if (statements.size() != 1) {
      throw new IllegalStateException("a reference form has one statement");
    }
    return new ReferenceFile(
        header(source, "name"),
        header(source, "title"),
        formulas(source, "Definitions"),
        statements.get(0),
        formulas(source, "Alternatives"),
        source);
  }

  private static String header(String source, String key) {
    String start = "% " + key + ": ";
    return source
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a reference form has a " + key))
        .substring(start.length());
  }

  /** The displayed formulas of a section, in order. */
  private static List<String> formulas(String source, String section) {
    String heading = "\\section*{" + section + "}";
    int from = source.indexOf(heading);
    if (from < 0) {
      return List.of();
    }
    int next = source.indexOf("\\section*", from + 1);
    String text = source.substring(from, next < 0 ? source.length() : next);
    List<String> formulas = new ArrayList<>();
    for (int open = text.indexOf("\\["); open >= 0; open = text.indexOf("\\[", open + 1)) {
      int close = text.indexOf("\\]", open);
      if (close < 0) {
        throw new IllegalStateException("a formula is not closed");
      }
      formulas.add(text.substring(open + 2, close).strip());
    }
    return formulas;
  }
}
