package dev.gradus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.CheckedAnswer;
import dev.gradus.CheckedRelation;
import dev.gradus.CheckedVerdict;
import dev.gradus.ExplainedAnswer;
import dev.gradus.Explanation;
import dev.gradus.RunReport;
import dev.gradus.RunReport.RunError;
import dev.gradus.Samples;
import dev.gradus.report.TextReport.Palette;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void aReportShowsSourceClaimEvidenceAndSummary() {
    RunReport report =
        new RunReport(
            List.of(Samples.full()),
            List.of(new RunError("lost.md", "unreadable-file", "no such file")));
    assertEquals(
        """
        a.md:1:1: note: taken as plain text
        a.md:2:8: proved: both sides have the same normal form
            | $s'(x) = s(x)(1 - s(x))$
            |        ^
            claim: s(x) - s(x)^2 = s(x)(1 - s(x))
            checked: 24 points, sizes 2, 3, 5
        a.md:3:8: refuted: the sides differ
            | $s'(x) = s(x)(1 + s(x))$
            |        ^
            reading: s is the sigmoid
            assuming: y sums to 1 (stated, line 1)
            assuming: x is real (convention)
            counterexample: at n = 2, x_2 = 0, x_1 = 1/2 the left side is 0.2350, the right side 1.0100
            derived: the derivative is s(x)(1 - s(x))
            repair (mistake): s'(x) = s(x)(1 - s(x)): the sign is wrong
            audit: symja-alone: by Symja contradicted (1 place): it finds 1 and 1; by spot checks confirmed (2 places)
        a.md:4:8: undecided: what is a? [symbol.undefined]
            | and $a = b$, $c \\foo d$
            |        ^
        a.md:4:16: unread: \\foo is not known [syntax.unknown-command]
            | and $a = b$, $c \\foo d$
            |                ^
        a.md:2:8: reference sigmoid-derivative: same: the result is reached
            expected: \\sigma'(x) = \\sigma(x)(1-\\sigma(x))

        1 document, 3 relations: 2 of 3 claims decided (66 %)
          proved 1, refuted 1, undecided 1
          undecided because: symbol.undefined 1
          audit: symja-alone 1
          other places not read: 1
          not checked: 1 document
        """,
        TextReport.of(report, Palette.PLAIN));
  }

  @Test
  void coverageIsRoundedDown() {
    List<CheckedRelation> relations = new ArrayList<>();
    for (int i = 0; i < 63; i++) {
      relations.add(Samples.bare(i < 41 ? CheckedVerdict.PROVED : CheckedVerdict.UNREAD, "x"));
    }
    assertTrue(text(relations).contains("63 relations: 41 of 63 claims decided (65 %)"));
    relations.clear();
    for (int i = 0; i < 1000; i++) {
      relations.add(Samples.bare(i < 999 ? CheckedVerdict.REFUTED : CheckedVerdict.SUPPORTED, "x"));
    }
    assertTrue(text(relations).contains("(99 %)"));
  }

  @Test
  void definitionsAndAssumptionsAreNoClaims() {
    List<CheckedRelation> relations =
        List.of(
            Samples.bare(CheckedVerdict.DEFINES, "d"),
            Samples.bare(CheckedVerdict.ASSUMES, "a"),
            Samples.bare(CheckedVerdict.SKIPPED, "s"));
    assertTrue(text(relations).contains("3 relations: no claims"));
  }

  @Test
  void aClaimOfManyScreensIsShownWholeInAnExplanationOnly() {
    String claim = "x + ".repeat(200) + "x = y";
    CheckedRelation relation = Samples.provedAt(1, 1).withLowered(claim);
    String report = text(List.of(relation));
    assertTrue(report.contains("    claim: x + x + "), report);
    assertTrue(report.contains(" ... (805 characters; check explain shows all)\n"), report);
    assertFalse(report.contains("x = y"), report);
    Explanation explanation = new Explanation(relation, List.of(), List.of(), List.of());
    CheckedAnswer answer = CheckedAnswer.of("a.md", Samples.TEXT, List.of(relation));
    String explained = TextReport.of(new ExplainedAnswer(answer, List.of(explanation)), Palette.PLAIN);
    assertTrue(explained.contains("    claim: " + claim + "\n"), explained);
  }

  @Test
  void aReportWithoutRelationsIsOneLine() {
    RunReport report = new RunReport(List.of(CheckedAnswer.of("a.md", "", List.of())), List.of());
    assertEquals("1 document, 0 relations: no claims\n", TextReport.of(report, Palette.PLAIN));
  }

  @Test
  void severalDocumentsAreCountedEachAndTogether() {
    String text =
        TextReport.of(
            new RunReport(List.of(Samples.full(), Samples.full()), List.of()), Palette.PLAIN);
    assertTrue(
        text.contains(
            "\na.md: 2 of 3 claims decided (66 %)\na.md: 2 of 3 claims decided (66 %)\n\n2 documents, 6 relations: 4 of 6"),
        text);
  }

  @Test
  void verdictsAreColouredOnlyWhenAsked() {
    RunReport report = new RunReport(List.of(Samples.full()), List.of());
    assertFalse(TextReport.of(report, Palette.PLAIN).contains("\u001b"));
    String coloured = TextReport.of(report, Palette.ANSI);
    assertTrue(coloured.contains("a.md:3:8: \u001b[1;31mrefuted\u001b[0m: "));
    assertEquals(
        TextReport.of(report, Palette.PLAIN), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void nothingOfADocumentReachesTheTerminalAsControl() {
    String evil = "x\u001b[2J\r\n\u0007\u009b1m\u202e\u2028a.md:1:1: proved: forged\u007f";
    CheckedRelation relation =
        Samples.refuted().withReading(evil).withDerived(evil).withLowered(evil).withSizes(evil);
    String text =
        TextReport.of(
            new RunReport(
                List.of(CheckedAnswer.of("a" + evil, evil, List.of(relation))), List.of()),
            Palette.PLAIN);
    assertTrue(
        text.codePoints()
            .allMatch(c ->
                c == '\n'
                    || (Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT)));
    assertFalse(text.lines().anyMatch(l -> l.startsWith("a.md")));
    assertTrue(text.contains("x\\u001b[2J\\u000d\\u000a\\u0007"));
  }

  @Test
  void ofALongLineOnlyTheSurroundingsAreShown() {
    String line = "a".repeat(300) + "=" + "b".repeat(300);
    Excerpt excerpt = excerpt(line, 301);
    assertTrue(excerpt.line().startsWith("...a") && excerpt.line().endsWith("b..."));
    assertEquals('=', excerpt.line().charAt(excerpt.mark().length() - 1));
    assertTrue(excerpt.line().length() < 120);
  }

  @Test
  void theMarkStandsBelowTheSignWhateverStandsBefore() {
    assertEquals(new Excerpt(" 𝐱é = y", "    ^"), excerpt("\t𝐱é = y", 5));
    assertEquals(new Excerpt("", "^"), excerpt("", 7));
    assertEquals(new Excerpt("ab", "  ^"), excerpt("ab", 99));
  }

  @Test
  void linesAreFoundInAnyOrder() {
    SourceLines lines = new SourceLines("one\r\ntwo\n\nfour\n");
    assertEquals(new Excerpt("four", " ^"), lines.excerpt(4, 2));
    assertEquals(new Excerpt("one", "   ^"), lines.excerpt(1, 4));
    assertEquals(new Excerpt("one", "^"), lines.excerpt(1, 1));
    assertEquals(new Excerpt("two", "   ^"), lines.excerpt(2, 99));
    assertEquals(new Excerpt("two", "^"), lines.excerpt(2, 1));
    assertEquals(new Excerpt("", "^"), lines.excerpt(3, 1));
    assertEquals(new Excerpt("", "^"), lines.excerpt(77, 1));
    assertEquals(new Excerpt("four", "^"), lines.excerpt(4, 1));
  }

  @Test
  void manyRelationsInOneVeryLongLineAreNoTrouble() {
    String line = "x = y ".repeat(200_000);
    List<CheckedRelation> relations = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      relations.add(Samples.provedAt(1, 60 * i + 3));
    }
    RunReport report = new RunReport(List.of(CheckedAnswer.of("a.md", line, relations)), List.of());
    String text = assertTimeout(Duration.ofSeconds(5), () -> TextReport.of(report, Palette.PLAIN));
    assertTrue(text.length() < 10_000_000);
  }

  private static Excerpt excerpt(String line, int column) {
    return new SourceLines(line).excerpt(1, column);
  }

  private static String text(List<CheckedRelation> relations) {
    return TextReport.of(
        new RunReport(List.of(CheckedAnswer.of("a.md", Samples.TEXT, relations)), List.of()),
        Palette.PLAIN);
  }
}
