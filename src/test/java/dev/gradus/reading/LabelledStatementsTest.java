package dev.gradus.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.Answer;
import dev.gradus.document.AnswerReader;
import dev.gradus.document.Source;
import dev.gradus.reading.Statement.Cue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Cues against the hand-made labels: a claim read as assumed is lost, an assumption read as a claim may be refuted wrongly, which is worse. */
class LabelledStatementsTest {
  private static final Path SHARED = Path.of("..", "shared");
  private static final List<String> COLUMNS = List.of("holds", "fails", "slip", "defines", "assumes", "outside");

  @Test
  void cuesFitTheLabels() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("labels")), "no labelled documents here");
    Map<Cue, Map<String, Integer>> table = new EnumMap<>(Cue.class);
    for (String set : List.of("seeds", "answers", "corpus")) {
      Map<String, String> labels = labels(set);
      try (Stream<Path> files = Files.list(SHARED.resolve(set))) {
        for (Path file : files.sorted().toList()) {
          count(file, labels, table);
        }
      }
    }
    table.forEach((cue, row) -> System.out.println(cue + " " + row));
    int claims = sum(table, List.of(Cue.values()), List.of("holds", "fails", "slip"));
    int lost = sum(table, List.of(Cue.ASSUMED, Cue.NO_CLAIM, Cue.SET_TO_ZERO), List.of("holds", "fails", "slip"));
    int assumed = sum(table, List.of(Cue.values()), List.of("assumes"));
    int claimed = sum(table, List.of(Cue.STATED, Cue.CONSEQUENCE, Cue.GOAL), List.of("assumes"));
    assertTrue(lost * 50 <= claims, lost + " of " + claims + " claims lost");
    assertTrue(claimed * 20 <= assumed, claimed + " of " + assumed + " assumptions read as claims");
  }

  private static int sum(Map<Cue, Map<String, Integer>> table, List<Cue> cues, List<String> columns) {
    int n = 0;
    for (Cue c : cues) {
      for (String column : columns) {
        n += table.getOrDefault(c, Map.of()).getOrDefault(column, 0);
      }
    }
    return n;
  }

  private static Map<String, String> labels(String set) throws IOException {
    Map<String, String> labels = new TreeMap<>();
    for (String line : Files.readAllLines(SHARED.resolve("labels").resolve(set + ".tsv"))) {
      List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
      if (cells.size() > 3) {
        labels.put(cells.get(0) + ":" + cells.get(1) + ":" + cells.get(2), cells.get(3));
      }
    }
    return labels;
  }

  private static void count(Path file, Map<String, String> labels, Map<Cue, Map<String, Integer>> table) throws IOException {
    String name = file.getFileName().toString();
    Source source = Source.of(name, Files.readString(file));
    AnswerReader.Format format =
        name.endsWith(".tex") ? AnswerReader.Format.LATEX : name.endsWith(".md") ? AnswerReader.Format.MARKDOWN : AnswerReader.Format.TEXT;
    Answer answer = AnswerReader.read(source, format);
    for (Statement s : Statements.of(answer)) {
      var place = source.lines().at(s.span().start());
      String label = labels.getOrDefault(name + ":" + place.line() + ":" + place.column(), "none");
      String first = COLUMNS.stream().filter(label::startsWith).findFirst().orElse("none");
      table.computeIfAbsent(s.cue(), _ -> new TreeMap<>()).merge(first, 1, Integer::sum);
    }
  }
}
