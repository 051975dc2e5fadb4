package dev.gradus.cli;

import dev.gradus.RunReport.RunError;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Arguments in, inputs out, in their order. A folder stands for the answers in it and below it,
 * sorted by name; names that begin with a dot are passed over and links to folders are not
 * followed.
 */
final class Search {
  private static final List<String> ENDINGS =
      List.of(".tex", ".md", ".markdown", ".mmd", ".txt", ".ipynb");
  private static final int DEPTH = 64;

  private final List<Input> found = new ArrayList<>();

  private Search() {}

  static List<Input> of(List<String> arguments) {
    Search search = new Search();
    arguments.forEach(search::argument);
    return List.copyOf(search.found);
  }

  private void argument(String name) {
    if (name.equals("-")) {
      found.add(new Input.StandardInput());
      return;
    }
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      refuse(name, "unreadable-file", "no file can have this name here: " + e.getReason());
      return;
    }
    if (!Files.isDirectory(path)) {
      found.add(new Input.File(name, path));
      return;
    }
    int before = found.size();
    folder(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, path, 0);
    if (found.size() == before) {
      refuse(name, "empty-folder", "no answer in this folder (" + String.join(", ", ENDINGS) + ")");
    }
  }

  private void folder(String name, Path folder, int depth) {
    if (depth > DEPTH) {
      refuse(name, "unreadable-folder", "folders are nested more than " + DEPTH + " deep");
      return;
    }
    for (Path entry : entries(name, folder)) {
      String last = String.valueOf(entry.getFileName());
      String full = name + "/" + last;
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        folder(full, entry, depth + 1);
      } else if (isAnswer(last) && !Files.isDirectory(entry)) {
        found.add(new Input.File(full, entry));
      }
    }
  }

  private List<Path> entries(String name, Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream =
        Files.newDirectoryStream(folder, p -> !String.valueOf(p.getFileName()).startsWith("."))) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      refuse(name, "unreadable-folder", "this folder cannot be read");
    }
    entries.sort(Comparator.comparing(p -> String.valueOf(p.getFileName())));
    return entries;
  }

  private static boolean isAnswer(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private void refuse(String name, String code, String message) {
    found.add(new Input.Refused(new RunError(name, code, message)));
  }
}
