package dev.gradus.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.document.MathText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sides of relations in real answers, named by file, line and column of the relation sign; skipped where these answers are not at hand. */
class RealSidesTest {
  private static String outline(String side) {
    return Outline.of(NotationParser.parse(MathText.plain(side, 0)));
  }

  /** Each line of sides.tsv: {@code file:line:column}, {@code left} or {@code right}, the expected tree. */
  @TestFactory
  Stream<DynamicTest> sidesHaveTheTreeThatIsPrinted() throws IOException {
    assumeTrue(Sides.present());
    Map<String, String> sides = new TreeMap<>();
    for (Map.Entry<String, List<Sides.Relation>> file : Sides.all().entrySet()) {
      for (Sides.Relation relation : file.getValue()) {
        String place = file.getKey() + ":" + relation.line() + ":" + relation.column();
        sides.put(place + "\tleft", relation.left());
        sides.put(place + "\tright", relation.right());
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : NotationParserTest.resource("sides.tsv")) {
      int tab = line.lastIndexOf('\t');
      String place = line.substring(0, tab);
      tests.add(
          DynamicTest.dynamicTest(
              place.replace('\t', ' '),
              () -> {
                assertTrue(sides.containsKey(place), "no relation at " + place);
                assertEquals(line.substring(tab + 1), outline(sides.getOrDefault(place, "")));
              }));
    }
    assertTrue(tests.size() >= 150);
    return tests.stream();
  }

  @Test
  void nearlyAllSidesAreRead() throws IOException {
    assumeTrue(Sides.present());
    int all = 0;
    int read = 0;
    for (List<Sides.Relation> file : Sides.all().values()) {
      for (Sides.Relation relation : file) {
        for (String side : List.of(relation.left(), relation.right())) {
          all++;
          read += outline(side).contains("(unreadable ") ? 0 : 1;
        }
      }
    }
    System.out.printf("%d of %d sides (%.1f %%) parse without an unreadable node%n", read, all, 100.0 * read / all);
    assertTrue(read >= 0.97 * all, read + " of " + all);
  }
}
