package dev.gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.reference.References;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is put together, asked about reference forms. */
class ReferenceRunTest {
  private static final String SOFTMAX = "Let $s_i = \\frac{e^{x_i}}{\\sum_{k=1}^n e^{x_k}}$.\n\n";

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String answer(String formula) throws IOException {
    return Files.writeString(folder.resolve("answer.tex"), SOFTMAX + "\\[" + formula + "\\]\n").toString();
  }

  @Test
  void formsAreListedAndShown() {
    assertEquals(References.listing(), run("references").out());
    String shown = run("references", "softmax-jacobian").out();
    assertTrue(shown.contains("\\mathrm{diag}(s) - s s^T"), shown);
    assertEquals(2, run("references", "no-such-form").code());
  }

  @Test
  void aResultThatIsReachedEndsWithZero() throws IOException {
    String file = answer("\\frac{\\partial s_i}{\\partial x_j} = s_i (\\delta_{ij} - s_j)");
    Run run = run("--reference", "softmax-jacobian", file);
    assertEquals(0, run.code(), run.out() + run.err());
    assertTrue(run.out().contains(": reference softmax-jacobian: same: "), run.out());
  }

  @Test
  void aResultThatIsMissedEndsWithOne() throws IOException {
    String right = answer("\\frac{\\partial s_i}{\\partial x_j} = s_i (\\delta_{ij} - s_j)");
    Run lost = run("--reference", "softmax-shift", "--fail-on", "never", right);
    assertEquals(1, lost.code());
    assertTrue(lost.out().contains("reference softmax-shift: not-found: "), lost.out());
    String wrong = answer("\\frac{\\partial s_i}{\\partial x_j} = s_i (1 - s_j)");
    Run different = run("--reference", "softmax-jacobian", "--fail-on", "never", wrong);
    assertEquals(1, different.code());
    assertTrue(different.out().contains("reference softmax-jacobian: different: "), different.out());
    assertEquals(0, run("--fail-on", "never", wrong).code());
    Run json = run("--reference", "softmax-jacobian", "--format", "json", wrong);
    assertTrue(json.out().contains("\"outcome\": \"different\""), json.out());
  }

  @Test
  void aFormThatIsNotThereIsBadUsage() throws IOException {
    Run run = run("--reference", "no-such-form", answer("1 = 1"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("no reference form is called no-such-form"), run.err());
  }
}
