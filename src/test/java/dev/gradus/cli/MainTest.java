package dev.gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.cli.Wiring.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line promises (docs/command.md). */
class MainTest {
  private static final References REFERENCES =
      () ->
          List.of(
              new References.Form(
                  "softmax-shift", "a shift changes nothing", "softmax(x + c) = softmax(x)\n"),
              new References.Form("b", "c", "d"));

  @TempDir Path folder;

  @Test
  void helpAndVersionAreOffered() {
    CommandRun help = CommandRun.of("--help");
    assertEquals(0, help.code());
    for (String option :
        List.of(
            "--expression",
            "--format",
            "--output",
            "--fail-on",
            "--min-coverage",
            "--givens",
            "explain",
            "--color",
            "--jobs",
            "--debug")) {
      assertTrue(help.out().contains(option), option);
    }
    assertTrue(
        help.out().contains("never, refuted, undecided, unread")
            && help.out().contains("(default: refuted)"),
        help.out());
    assertEquals("gradus 0.1.0\n", CommandRun.of("-V").out());
  }

  @Test
  void whatDoesNotWorkYetIsNotOffered() {
    String help = CommandRun.of("-h").out();
    for (String later :
        List.of(
            "jsonl",
            "junit",
            "sarif",
            "--reference",
            "references")) {
      assertFalse(help.contains(later), later);
    }
    assertEquals(2, CommandRun.of("--reference", "b", "-e", "proved").code());
  }

  @Test
  void badUsageIsToldInOneLine() {
    assertUsage("nothing to check", CommandRun.of());
    assertUsage("Unknown option: '--what'", CommandRun.of("--what", "a.md"));
    assertUsage("'--format'", CommandRun.of("--format", "xml", "-e", "proved"));
    assertUsage("--jobs", CommandRun.of("--jobs", "0", "-e", "proved"));
    for (String share : List.of("1.5", "-0.1", "x", "", "1e-9", "1.01")) {
      assertUsage("--min-coverage", CommandRun.of("--min-coverage", share, "-e", "proved"));
      assertUsage("has to be a number from 0 to 1", CommandRun.of("--min-coverage", share, "-e", "proved"));
    }
    assertUsage("only once", CommandRun.of("-", "-"));
    assertUsage("-e", CommandRun.of("-e"));
  }

  private static void assertUsage(String part, CommandRun run) {
    assertEquals(2, run.code(), run::err);
    assertTrue(run.err().contains(part), run::err);
    assertTrue(run.err().lines().count() <= 2 && run.out().isEmpty(), run::err);
  }

  @Test
  void failOnIncludesThoseBeforeIt() {
    Map<String, List<Integer>> expected =
        Map.of(
            "proved defines assumes skipped", List.of(0, 0, 0, 0),
            "proved refuted", List.of(0, 1, 1, 1),
            "proved supported", List.of(0, 0, 1, 1),
            "undecided", List.of(0, 0, 1, 1),
            "unread", List.of(0, 0, 0, 1),
            "proved lost", List.of(0, 0, 0, 1),
            "no relation", List.of(0, 0, 0, 1));
    List<String> names = List.of("never", "refuted", "undecided", "unread");
    expected.forEach((text, codes) -> {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        assertEquals(
            codes.get(i), CommandRun.of("--fail-on", name, "-e", text).code(), text + " " + name);
      }
      assertEquals(codes.get(1), CommandRun.of("-e", text).code(), text);
    });
  }

  @Test
  void coverageIsComparedExactly() {
    assertEquals(0, CommandRun.of("--min-coverage", "0.5", "-e", "proved undecided").code());
    assertEquals(1, CommandRun.of("--min-coverage", "0.51", "-e", "proved undecided").code());
    assertEquals(
        0, CommandRun.of("--min-coverage", "0.1", "-e", "proved" + " supported".repeat(9)).code());
    assertEquals(1, CommandRun.of("--min-coverage", "0.1", "-e", "defines").code());
    assertEquals(0, CommandRun.of("--min-coverage", "0", "-e", "defines").code());
  }

  @Test
  void theHighestExitCodeApplies() throws IOException {
    String good = write("good.md", "proved refuted");
    String bad = write("bad.md", "boom");
    assertEquals(1, CommandRun.of(good).code());
    assertEquals(2, CommandRun.of(good, "lost.md").code());
    assertEquals(70, CommandRun.of(good, "lost.md", bad).code());
    assertEquals(70, CommandRun.of("-e", "proved fault").code());
  }

  @Test
  void aDefectInOneDocumentNeverCostsTheOthers() throws IOException {
    CommandRun run =
        CommandRun.of(
            "--format",
            "json",
            write("a.md", "proved"),
            write("b.md", "boom"),
            write("c.md", "deep"),
            write("d.md", "refuted"));
    assertEquals(70, run.code());
    assertTrue(run.out().contains("\"proved\": 1,\n      \"refuted\": 1"), run.out());
    assertEquals(2, run.out().split("internal-error", -1).length - 1);
    assertTrue(
        run.err().contains("b.md: internal error: IllegalStateException")
            && run.err().contains("c.md: internal error: StackOverflowError"));
    assertFalse(run.err().contains("\tat "));
    CommandRun debug = CommandRun.of("--debug", folder.resolve("b.md").toString());
    assertTrue(debug.err().contains("\tat dev.gradus.cli") && debug.code() == 70);
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorAndTheOthersGoOn() throws IOException {
    Files.write(folder.resolve("binary.md"), new byte[] {1, 0, 2});
    Files.write(folder.resolve("latin.tex"), new byte[] {'a', (byte) 0xe9, 'b'});
    Files.write(folder.resolve("huge.md"), new byte[20_000_001]);
    Files.createDirectory(folder.resolve("empty"));
    String good = write("good.md", "proved");
    CommandRun run =
        CommandRun.of(
            "-f",
            "json",
            at("lost.md"),
            at("binary.md"),
            at("latin.tex"),
            at("huge.md"),
            at("empty"),
            good,
            at("good.md/x"),
            "nul\0name");
    assertEquals(2, run.code());
    for (String code :
        List.of(
            "unreadable-file", "binary-file", "not-utf-8", "limit.document-size", "empty-folder")) {
      assertTrue(run.out().contains("\"code\": \"" + code + "\""), code);
    }
    assertTrue(run.out().contains("\"documents\": 1,\n    \"relations\": 1"), run.out());
    assertEquals(7, run.err().lines().count(), run.err());
    assertTrue(
        run.err().contains("lost.md: no such file")
            && run.err().contains("huge.md: is larger than 20 MB"),
        run.err());
  }

  @Test
  void aFolderStandsForItsAnswersSortedByName() throws IOException {
    for (String name :
        List.of(
            "b/2.TEX",
            "b/1.md",
            "a.ipynb",
            "c.txt",
            "d.markdown",
            "e.mmd",
            "f.pdf",
            ".hidden.md",
            ".git/x.md",
            "b/deep/er/z.tex")) {
      write(name, "proved");
    }
    Files.createSymbolicLink(folder.resolve("b/loop"), folder);
    CommandRun run = CommandRun.of(folder + "/");
    List<String> files =
        run.out()
            .lines()
            .filter(l -> l.contains(":1:1: proved"))
            .map(l -> l.substring(folder.toString().length() + 1))
            .map(l -> l.replaceFirst(":.*", ""))
            .toList();
    assertEquals(
        List.of("a.ipynb", "b/1.md", "b/2.TEX", "b/deep/er/z.tex", "c.txt", "d.markdown", "e.mmd"),
        files);
    assertEquals(0, run.code());
  }

  @Test
  void anyNumberOfJobsGivesTheSameBytes() throws IOException {
    for (int i = 0; i < 40; i++) {
      write(
          "f" + i + ".md",
          i == 7 ? "deep" : i % 5 == 0 ? "boom" : "proved " + "undecided ".repeat(i));
    }
    for (String format : List.of("text", "json")) {
      CommandRun one =
          CommandRun.of("-j", "1", "--format", format, folder.toString(), at("lost.md"));
      for (String jobs : List.of("2", "7", "300")) {
        assertEquals(
            one, CommandRun.of("-j", jobs, "--format", format, folder.toString(), at("lost.md")));
      }
    }
  }

  @Test
  void theOrderIsThatOfTheArguments() throws IOException {
    String a = write("a.md", "proved");
    String b = write("b.md", "proved");
    CommandRun run = CommandRun.of(b, a, "-e", "proved");
    assertEquals(
        List.of("-e", b, a),
        run.out()
            .lines()
            .filter(l -> l.contains(": proved: "))
            .map(l -> l.replaceFirst(":1:1:.*", ""))
            .toList());
  }

  @Test
  void standardInputIsADocument() {
    CommandRun run = CommandRun.withInput("refuted", "-");
    assertEquals(1, run.code());
    assertTrue(run.out().startsWith("-:1:1: refuted: "), run.out());
    assertEquals(2, CommandRun.withInput("a\0", "-").code());
  }

  @Test
  void aFormulaMayBeginWithAMinusSignAndAFileNameWithAnAt() throws IOException {
    assertEquals(1, CommandRun.of("-e", "-h refuted").code());
    assertEquals(1, CommandRun.of("--expression", "--debug refuted", "-e", "proved").code());
    assertEquals(1, CommandRun.of("--expression=-x refuted").code());
    assertEquals(2, CommandRun.of("@" + write("arguments", "--help")).code());
    assertTrue(CommandRun.of("--", "--help").err().contains("--help: no such file"));
  }

  @Test
  void aDocumentWithoutARelationIsWarnedOf() {
    CommandRun run = CommandRun.of("-e", "nothing");
    assertEquals(0, run.code());
    assertEquals("check: -e: warning: no relation was found\n", run.err());
  }

  @Test
  void theReportGoesToTheOutputFileButNeverOverAnAnswer() throws IOException {
    String answer = write("a.md", "refuted");
    CommandRun run = CommandRun.of("-o", at("report.txt"), answer);
    assertEquals(1, run.code());
    assertEquals("", run.out());
    assertTrue(
        Files.readString(folder.resolve("report.txt")).contains("1 of 1 claim decided (100 %)"));
    assertEquals(2, CommandRun.of("-o", answer, folder.toString()).code());
    assertEquals("refuted", Files.readString(Path.of(answer)));
    CommandRun nowhere = CommandRun.of("-o", at("no/such/folder"), answer);
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("could not be written"));
  }

  @Test
  void colourAndProgressAreForTerminals() throws IOException {
    write("a.md", "proved");
    write("b.md", "proved");
    String name = folder.toString();
    CommandRun terminal = CommandRun.onTerminal(Map.of(), name);
    assertTrue(
        terminal.out().contains("\u001b[32mproved") && terminal.err().contains("2 of 2 documents"));
    CommandRun other = CommandRun.of(name);
    assertFalse(other.out().contains("\u001b"));
    assertEquals("", other.err());
    assertFalse(CommandRun.onTerminal(Map.of("NO_COLOR", "1"), name).out().contains("\u001b"));
    assertFalse(CommandRun.onTerminal(Map.of("TERM", "dumb"), name).out().contains("\u001b"));
    assertFalse(CommandRun.onTerminal(Map.of(), "--color", "never", name).out().contains("\u001b"));
    assertFalse(CommandRun.onTerminal(Map.of(), "-f", "json", name).out().contains("\u001b"));
    assertTrue(CommandRun.of("--color", "always", name).out().contains("\u001b[32m"));
    assertFalse(CommandRun.onTerminal(Map.of(), "-o", at("r"), name).out().contains("\u001b"));
    assertFalse(Files.readString(folder.resolve("r")).contains("\u001b"));
  }

  @Test
  void messagesAreHarmlessForATerminal() {
    CommandRun run = CommandRun.of("\u001b[2J\nlost.md");
    assertFalse(run.err().contains("\u001b"));
    assertEquals(1, run.err().lines().count());
    assertFalse(CommandRun.of("--\u001b[2J").err().contains("\u001b"));
  }

  @Test
  void referencesAreListedAndShownOnceThereAreSome() {
    assertTrue(CommandRun.withReferences(REFERENCES, "--help").out().contains("references"));
    assertEquals(
        "softmax-shift  a shift changes nothing\nb              c\n",
        CommandRun.withReferences(REFERENCES, "references").out());
    assertEquals(
        "softmax(x + c) = softmax(x)\n",
        CommandRun.withReferences(REFERENCES, "references", "softmax-shift").out());
    assertUsage(
        "no reference form is called z", CommandRun.withReferences(REFERENCES, "references", "z"));
    assertUsage(
        "no reference form is called z",
        CommandRun.withReferences(REFERENCES, "--reference", "z", "-e", "proved"));
    assertEquals(
        0, CommandRun.withReferences(REFERENCES, "--reference", "b", "-e", "proved").code());
    CommandRun missed =
        CommandRun.withReferences(
            REFERENCES, "--reference", "b", "--fail-on", "never", "-e", "proved missed");
    assertEquals(1, missed.code());
    assertTrue(missed.out().contains("reference b: not-found: the result was not found"));
  }

  @Test
  void theProgramItselfIsWired() {
    assertEquals(
        0,
        Wiring.standard()
            .pipelines()
            .apply(dev.gradus.CheckOptions.standard())
            .check("a.md", new byte[0])
            .relations()
            .size());
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
    return path.toString();
  }
}
