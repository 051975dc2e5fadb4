package dev.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The labelled documents beside the repository: people's words, so tests read them where they are and are skipped where they are not. */
public final class SharedDocuments {
  public static final List<String> SETS = List.of("seeds", "corpus", "answers");

  private static final Path FOLDER = Path.of("..", "shared");

  private SharedDocuments() {}

  /** Skips the test, visibly, where the documents are absent. */
  public static void assumePresent() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER.resolve("labels")), "../shared is not here: no labelled documents");
  }

  public static Path folder(String set) {
    return FOLDER.resolve(set);
  }

  static Path labels(String set) {
    return FOLDER.resolve("labels").resolve(set + ".tsv");
  }

  /** Sorted by name. */
  public static List<Path> files(String set) throws IOException {
    try (Stream<Path> files = Files.list(folder(set))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }
}
