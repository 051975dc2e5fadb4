package dev.gradus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.AnswerReader.Format;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Heaps of fragments in random order: reading never throws, spans lie in the text, and the same text gives the same answer. */
final class NeverThrowsTest {
  private static final List<Format> FORMATS = List.of(Format.LATEX, Format.MARKDOWN, Format.TEXT, Format.FORMULA);
  private static final List<String> FRAGMENTS =
      List.of(
          "$", "$$", "\\[", "\\]", "\\(", "\\)", "{", "}", "(", ")", "[", "]", "\\{", "\\}", "\\left(", "\\right)", "\\left\\{", "\\right.", "\\begin{align}",
          "\\end{align}", "\\begin{cases}", "\\end{cases}", "\\begin{aligned}", "\\end{aligned}", "\\begin{array}{l}", "\\end{array}", "&", "\\\\", "=", "<", "\\le ", ":=", "\\not",
          "\\stackrel{a}{=}", "\\overset", "\\xrightarrow[a]{b}", "\\to ", "\\boxed{", "\\textcolor{red}{", "\\text{if ", "\\text{x}", "\\quad ", ",", ";", ".", "^", "_", "+ ", "-", "x",
          "\\alpha ", "12", "\n", "\n\n", "# T\n", "- ", "1. ", "> ", "|", "|---|\n", "**", "*", "`", "```\n", "~~~\n", "%", "\\%", "\\newcommand{\\m}[1]{a#1=}", "\\m", "\\def\\n{\\n}", "\\n ",
          "\\section{", "\\textbf{", "\\item ", "\\begin{itemize}", "\\end{itemize}", "\\begin{tabular}{l}", "\\end{tabular}", "\\verb|", "<!--", "-->", "<b>", "[a](b)", "\\Rightarrow ", "\\forall ",
          "\\tag{1}", "\\intertext{and", "\\color{red}", "words here ", "(a) ", "\\", "\ud835\udc31", "≤", "é", "\t", "\r\n");

  @Test
  void randomHeapsOfFragments() {
    Random random = new Random(20_26);
    for (int n = 0; n < 6_000; n++) {
      StringBuilder text = new StringBuilder();
      int size = 1 + random.nextInt(40);
      for (int k = 0; k < size; k++) {
        text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      }
      Format format = FORMATS.get(random.nextInt(FORMATS.size()));
      check(text.toString(), format);
    }
  }

  private static void check(String text, Format format) {
    Answer answer;
    try {
      answer = Printed.read(text, format);
    } catch (RuntimeException e) {
      throw new AssertionError(format + " " + text.replace("\n", "/"), e);
    }
    for (Piece piece : answer.pieces()) {
      assertTrue(piece.span().end() <= text.length(), text);
    }
    int seen = 0;
    for (Piece piece : answer.pieces()) {
      if (piece instanceof Piece.Formula formula) {
        for (int clause : formula.clauses()) {
          assertEquals(seen, clause, text);
          seen++;
        }
      }
    }
    assertEquals(seen, answer.clauses().size(), text);
    for (int i = 0; i < seen; i++) {
      Clause clause = answer.clauses().get(i);
      int at = i;
      assertTrue(clause.continues().filter(c -> c >= at).isEmpty(), text);
      clause.signs().forEach(s -> assertTrue(s.span().end() <= text.length() && s.span().start() < s.span().end(), text));
    }
    assertEquals(Printed.clauses(answer), Printed.clauses(text, format));
  }
}
