package dev.gradus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.document.AnswerReader.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All documents of ../shared: every relation that relations.py lists, and every label, is found where it stands. */
final class SharedDocumentsTest {
  private static final Path SHARED = Path.of("..", "shared");

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("seeds", "corpus", "answers")) {
      try (Stream<Path> found = Files.list(SHARED.resolve(folder))) {
        found.sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static Format format(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".tex") ? Format.LATEX : name.endsWith(".txt") ? Format.TEXT : Format.MARKDOWN;
  }

  private static Map<String, String> found(Path file) throws IOException {
    String text = Files.readString(file);
    Answer answer = AnswerReader.read(Source.of(file.toString(), text), format(file));
    TreeMap<String, String> found = new TreeMap<>();
    for (Clause clause : answer.clauses()) {
      for (Clause.Sign sign : clause.signs()) {
        LineMap.Position at = answer.source().lines().at(sign.span().start());
        found.put(at.line() + ":" + at.column(), sign.sign().symbol());
      }
    }
    return found;
  }

  @TestFactory
  Stream<DynamicTest> everyListedRelationIsFound() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "../shared is not here");
    return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private static void compare(Path file) throws IOException {
    Map<String, String> found = found(file);
    List<String> missing = new ArrayList<>();
    TreeSet<String> extra = new TreeSet<>(found.keySet());
    int listed = 0;
    for (String line : listed(file)) {
      String[] fields = line.split("\t", -1);
      String at = fields[0] + ":" + fields[1];
      listed++;
      extra.remove(at);
      if (!fields[2].equals(found.get(at))) {
        missing.add(at + " " + fields[2] + " but " + found.getOrDefault(at, "nothing"));
      }
    }
    System.out.println(file.getFileName() + ": " + found.size() + " found, " + listed + " listed, more: " + extra.stream().map(e -> e + found.get(e)).toList());
    assertEquals(List.of(), missing);
  }

  private static List<String> listed(Path file) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder("python3", SHARED.resolve("tools/relations.py").toString(), file.toString()).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "python3 is not here");
      return List.of();
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return out.lines().filter(l -> l.contains("\t")).toList();
  }

  @Test
  void everyLabelIsFound() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "../shared is not here");
    List<String> missing = new ArrayList<>();
    for (String folder : List.of("seeds", "corpus", "answers")) {
      TreeMap<String, Map<String, String>> found = new TreeMap<>();
      for (String line : Files.readAllLines(SHARED.resolve("labels").resolve(folder + ".tsv"))) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 4 || fields[0].equals("file")) {
          continue;
        }
        if (!found.containsKey(fields[0])) {
          found.put(fields[0], found(SHARED.resolve(folder).resolve(fields[0])));
        }
        if (!found.getOrDefault(fields[0], new TreeMap<>()).containsKey(fields[1] + ":" + fields[2])) {
          missing.add(fields[0] + ":" + fields[1] + ":" + fields[2] + " " + fields[3]);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void noDocumentBringsTroubleButTheBrokenOnes() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "../shared is not here");
    int relations = 0;
    for (Path file : files()) {
      Answer answer = AnswerReader.read(Source.of(file.toString(), Files.readString(file)), format(file));
      relations += answer.clauses().stream().mapToInt(c -> c.signs().size()).sum();
      if (!answer.troubles().isEmpty()) {
        System.out.println(file + " " + answer.troubles());
      }
    }
    System.out.println(relations + " relations in all documents");
    assertTrue(relations > 1_100);
  }
}
