package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.mend.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each named mistake has a page with a reason, a wrong example that is mended by its name, and a right one that is proved. */
final class MistakePagesTest {
  private static final Path PAGES = Path.of("docs", "mistakes");
  private static final String WRONG = "\n## Wrong\n";
  private static final String RIGHT = "\n## Right\n";

  @Test
  void everyMistakeHasAPageAndEveryPageAMistake() throws IOException {
    List<String> mistakes = Arrays.stream(Fault.values()).filter(f -> !f.isSlip()).map(Fault::id).sorted().toList();
    try (Stream<Path> files = Files.list(PAGES)) {
      List<String> pages = files.map(f -> f.getFileName().toString().replace(".md", "")).sorted().toList();
      assertEquals(mistakes, pages);
    }
    assertTrue(mistakes.size() >= 20);
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return Arrays.stream(Fault.values()).filter(f -> !f.isSlip()).map(f -> DynamicTest.dynamicTest(f.id(), () -> check(f)));
  }

  private static void check(Fault fault) throws IOException {
    String page = Files.readString(PAGES.resolve(fault.id() + ".md"));
    assertTrue(page.startsWith("# ") && page.indexOf(WRONG) > 100 && page.indexOf(RIGHT) > page.indexOf(WRONG), page);
    List<CheckedRelation> wrong = relations(page.substring(page.indexOf(WRONG) + WRONG.length(), page.indexOf(RIGHT)));
    CheckedRelation last = wrong.getLast();
    assertEquals(CheckedVerdict.REFUTED, last.verdict(), last::because);
    assertEquals(fault.id(), last.repair().map(CheckedRelation.Repair::name).orElse("none"));
    assertEquals(fault.kind(), last.repair().map(r -> r.kind().word()).orElse("none"));
    List<CheckedRelation> right = relations(page.substring(page.indexOf(RIGHT) + RIGHT.length()));
    assertEquals(CheckedVerdict.PROVED, right.getLast().verdict(), right.getLast()::because);
    assertTrue(right.stream().noneMatch(r -> r.verdict() == CheckedVerdict.REFUTED));
  }

  private static List<CheckedRelation> relations(String text) {
    return Checker.of(CheckOptions.standard()).check("page.md", text.getBytes(StandardCharsets.UTF_8)).relations();
  }
}
