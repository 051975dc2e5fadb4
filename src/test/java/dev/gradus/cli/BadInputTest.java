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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Input that no answer should be, through the whole program: one clear message or {@code unread}, and the rest goes on. */
final class BadInputTest {
  /** Far more than any of them needs; a run that does not end is a failure. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String GOOD = "\n\nand $1 + 1 = 2$.\n";

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Assertions.assertTimeoutPreemptively(
            PATIENCE,
            () ->
                Main.run(
                    arguments,
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)));
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Texts whose first formula cannot be read, each followed by a claim that can. */
  private static Map<String, String> unreadable() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("unclosed.md", "We see\n\n$$ x = y" + GOOD);
    texts.put("unclosed-environment.tex", "We see\n\n\\begin{align} x &= y" + GOOD);
    texts.put("braces.md", "$$ " + "{".repeat(10_000) + "x" + "}".repeat(10_000) + " = x $$" + GOOD);
    texts.put("open-braces.md", "$$ " + "{".repeat(10_000) + " = x $$" + GOOD);
    texts.put("fractions.md", "$$ " + "\\frac{1}{".repeat(10_000) + "x" + "}".repeat(10_000) + " = x $$" + GOOD);
    texts.put("powers.tex", "$$ " + "x^{".repeat(10_000) + "x" + "}".repeat(10_000) + " = x $$" + GOOD);
    texts.put("brackets.tex", "$$ " + "\\left(".repeat(10_000) + "x" + "\\right)".repeat(10_000) + " = x $$" + GOOD);
    texts.put("macro.tex", "\\newcommand{\\m}{\\m + 1}\n$$ \\m = 2 $$" + GOOD);
    texts.put("macros.tex", "\\newcommand{\\a}{\\b\\b}\\newcommand{\\b}{\\a\\a}\n$$ \\a = 2 $$" + GOOD);
    texts.put("laughs.tex", laughs() + "$$ \\mj = 2 $$" + GOOD);
    texts.put("long.md", "$$ x = " + "x + ".repeat(1_250_000) + "x $$" + GOOD);
    texts.put("unknown.md", "$$ \\whatsthis{x} = 2 $$" + GOOD);
    texts.put("control.md", "$$ x = \u001b[2J \u0007 y $$" + GOOD);
    return texts;
  }

  /** Each macro is ten of the one before. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("\\newcommand{\\ma}{x + }\n");
    for (char c = 'b'; c <= 'j'; c++) {
      text.append("\\newcommand{\\m").append(c).append("}{").append(("\\m" + (char) (c - 1)).repeat(10)).append("}\n");
    }
    return text.toString();
  }

  @TestFactory
  List<DynamicTest> whatCannotBeReadIsUnreadAndTheRestIsChecked() {
    List<DynamicTest> tests = new ArrayList<>();
    unreadable().forEach((name, text) -> tests.add(DynamicTest.dynamicTest(name, () -> checkUnreadable(name, text))));
    return tests;
  }

  private void checkUnreadable(String name, String text) throws IOException {
    String file = write(name, text);
    Run run = run("--fail-on", "unread", file);
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains(": unread: "), run::out);
    assertTrue(run.out().contains(": proved: "), "the claim after it");
    assertEquals("", run.err());
    assertFalse(run.out().contains("\u001b"));
    assertEquals(0, run("--fail-on", "never", file).code());
  }

  @Test
  void whatIsNoAnswerIsToldInOneLineAndTheOthersAreChecked() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("other"));
    write("other/a.pdf", "%PDF");
    Files.write(folder.resolve("binary.md"), new byte[] {'$', 0, 1, 2, (byte) 0xff, '$'});
    Files.write(folder.resolve("bytes.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});
    write("broken.ipynb", "{\"cells\": [");
    List<String> bad = List.of("lost.md", "empty", "other", "binary.md", "bytes.md", "broken.ipynb");
    List<String> arguments = new ArrayList<>(bad.stream().map(b -> folder.resolve(b).toString()).toList());
    arguments.add(3, write("good.md", "$1 + 1 = 2$\n"));
    Run run = run(arguments.toArray(String[]::new));
    assertEquals(2, run.code(), run::err);
    assertEquals(bad.size(), run.err().lines().count(), run::err);
    bad.forEach(b -> assertEquals(1, run.err().lines().filter(l -> l.contains(b)).count(), () -> b + " in " + run.err()));
    assertTrue(run.out().contains("good.md:1:8: proved: ") && run.out().contains("1 of 1 claim decided"), run::out);
  }

  @Test
  void manySummandsAreOneSumAndManyFactorsReachALimit() throws IOException {
    Run run = run(write("sum.md", "$" + "1+".repeat(19_999) + "1=20000$, $" + "x+".repeat(2_999) + "x=3000x$, $" + "1+".repeat(99) + "1=99$." + GOOD));
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains("4 of 4 claims decided") && run.out().contains("proved 3, refuted 1"), run::out);
    assertTrue(run("--fail-on", "never", write("product.md", "$" + "x".repeat(20_000) + "=1$" + GOOD)).out().contains("[budget.steps]"));
  }

  @Test
  void emptyDocumentsAreNotedOnly() throws IOException {
    Run run = run(write("empty.md", ""), write("blank.tex", "\n\n \n"), write("words.md", "No formula here.\n"));
    assertEquals(0, run.code());
    assertEquals(3, run.err().lines().filter(l -> l.contains("no relation was found")).count(), run::err);
  }

  @Test
  void fiveMegabytesOfWordsAreRead() throws IOException {
    String words = "Some words without any formula stand in this long line of text, again and again.\n";
    Run run = run(write("words.md", words.repeat(5_000_000 / words.length()) + GOOD));
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("1 of 1 claim decided"), run::out);
  }

  private String write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }
}
