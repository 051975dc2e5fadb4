package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.Score.Count;
import dev.gradus.Score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** All labelled documents: no wrong step called right, no right step called wrong, no relation lost. */
final class ScoreTest {
  private static final String FIRST = "004_659694377acdb9c6.txt";
  private static final long SLOW_MILLIS = 10_000;

  @Test
  void noLabelledRelationGetsAWrongVerdict() throws IOException {
    SharedDocuments.assumePresent();
    Map<Place, CheckedRelation> found = new LinkedHashMap<>();
    for (String set : SharedDocuments.SETS) {
      SharedDocuments.files(set).parallelStream().map(ScoreTest::check).toList().forEach(found::putAll);
    }
    Map<Place, String> contested = contested();
    contested.forEach((place, reason) -> System.out.println("contested " + place + ": " + reason));
    List<String> faults = new ArrayList<>();
    for (String set : SharedDocuments.SETS) {
      Map<Place, Set<String>> labels = Score.labels(SharedDocuments.labels(set));
      labels.keySet().removeAll(contested.keySet());
      Score score = Score.of(labels, found);
      System.out.println(set + ": " + score);
      faults.addAll(score.faults());
    }
    faults.forEach(System.out::println);
    assertEquals(List.of(), faults);
  }

  @Test
  void theFirstAnswerIsDecided() throws IOException {
    SharedDocuments.assumePresent();
    Map<Place, Set<String>> labels = Score.labels(SharedDocuments.labels("seeds"));
    labels.keySet().removeIf(place -> !place.file().equals(FIRST));
    Score score = Score.of(labels, check(SharedDocuments.folder("seeds").resolve(FIRST)));
    System.out.println(FIRST + ": " + score);
    assertEquals(27, score.get(Count.CLAIMS));
    assertTrue(score.get(Count.DECIDED) >= 22 && score.get(Count.PROVED) >= 20, score::toString);
  }

  private static Map<Place, CheckedRelation> check(Path file) {
    String name = file.getFileName().toString();
    long start = System.nanoTime();
    CheckedAnswer answer = Checker.of(CheckOptions.standard()).check(name, bytes(file));
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis > SLOW_MILLIS) {
      System.out.println("slow: " + name + " took " + millis + " ms");
    }
    Map<Place, CheckedRelation> found = new ConcurrentHashMap<>();
    answer.relations().forEach(r -> found.put(new Place(name, r.line(), r.column()), r));
    return found;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Rows whose label is doubted, each with its reason. */
  private static Map<Place, String> contested() throws IOException {
    try (InputStream in = Objects.requireNonNull(ScoreTest.class.getResourceAsStream("contested.tsv"))) {
      Map<Place, String> contested = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(row -> !row.startsWith("#") && !row.isBlank())
          .map(row -> row.split("\t", -1))
          .forEach(cells -> contested.put(Score.place(cells), cells[3]));
      return contested;
    }
  }
}
