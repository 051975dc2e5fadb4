package dev.gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check explain}: what was read, what was tried, what shows it. */
class ExplainTest {
  private static final String ANSWER =
      """
      Let $s_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ and let $L$ be the loss.

      $$\\frac{\\partial s_i}{\\partial z_k} = s_i(\\delta_{ik} - s_k)$$

      $\\sigma(0) = \\frac12$, $s_i = 2$, $q = s_1 + w$, $\\sum_i s_i = 1$
      """;

  @TempDir Path folder;

  @Test
  void aProofIsTracedToItsReadingAndEvidence() throws IOException {
    String text = explained(0, ":3");
    assertTrue(text.contains("answer.md:3:37: proved"), text);
    assertTrue(text.contains("where: z: ") && text.contains(" numbers"), text);
    assertTrue(text.contains("(line 1)"), text);
    assertTrue(text.contains("reading 1: ") && text.contains(": proved"), text);
    assertTrue(text.contains("evidence: both sides have the same normal form"), text);
    assertTrue(text.contains("evidence: 2 patterns of equal indices"), text);
  }

  @Test
  void aColumnPicksOneRelation() throws IOException {
    String all = explained(0, ":5");
    String one = explained(0, ":5:12");
    assertTrue(all.contains(":5:12: proved") && all.contains("refuted: "), all);
    assertTrue(one.contains(":5:12: proved") && !one.contains("refuted"), one);
    assertFalse(one.contains("where: z"), one);
  }

  @Test
  void aRefutationShowsItsPoint() throws IOException {
    String text = explained(0, ":5");
    assertTrue(text.lines().anyMatch(l -> l.startsWith("    evidence: at ") && l.contains(" against ")), text);
  }

  @Test
  void wrongPlacesAreToldInOneSentence() throws IOException {
    assertTrue(explained(2, ":2").contains("no relation sign stands there"));
    assertTrue(explained(2, ":3:1").contains("no relation sign stands there"));
    assertTrue(explained(2, "").contains("a place is wanted"));
    assertTrue(run(2, "explain", folder.resolve("none.md") + ":1").contains("no such file"));
  }

  private String explained(int code, String place) throws IOException {
    Path file = folder.resolve("answer.md");
    Files.writeString(file, ANSWER);
    return run(code, "explain", file + place);
  }

  private static String run(int code, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(code, Main.run(arguments, new ByteArrayInputStream(new byte[0]), print, print), out::toString);
    return out.toString(StandardCharsets.UTF_8);
  }
}
