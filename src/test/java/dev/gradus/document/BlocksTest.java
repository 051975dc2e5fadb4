package dev.gradus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.AnswerReader.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What documents consist of; pieces as {@link Printed} writes them, a line each. */
final class BlocksTest {
  private static void pieces(Format format, String text, String expected) {
    assertEquals(expected, Printed.pieces(Printed.read(text, format)));
  }

  private static List<String> troubles(Format format, String text) {
    return Printed.read(text, format).troubles().stream().map(t -> t.code() + " " + t.span().start()).toList();
  }

  @Test
  void markdownHeadingsListsAndEmphasis() {
    pieces(
        Format.MARKDOWN,
        """
        # One ##
        **Set-up.** Let *this* a_b be $x$.

        1. first $a=b$
           - sub
        2. second

        after
        """,
        """
        H1 One
        bold Set-up. Let this a_b be
        inline x <One>
        prose .
        --
        item1 1.
        prose first
        inline a=b <One>
        item2 -
        prose sub
        items-end2
        item1 2.
        prose second
        --
        items-end1
        prose after
        """);
  }

  @Test
  void aNumberAloneInItsListKeepsWhatFollows() {
    pieces(Format.TEXT, "3.\n\n$a$\n\n4. b\n", "item1 3.\n--\ninline a\n--\nitem1 4.\nprose b\nitems-end1\n");
  }

  @Test
  void boldWordsOnTheirOwnLineAreInThePath() {
    pieces(Format.MARKDOWN, "# T\n**Answer:**\n$a$\n\n(b) $c$\n", "H1 T\nbold Answer:\ninline a <T > Answer:>\n--\nprose (b)\ninline c <T>\n");
  }

  @Test
  void codeAndCommentsAreNoFormulas() {
    pieces(Format.MARKDOWN, "`$a$` \\$ <!-- $b$ --> $`c`$ $5 %\n```\n$d$\n```\n```math\ne\n```\n", "verbatim\nprose $\ninline c\nprose $5 %\nverbatim\ndisplay e\n");
  }

  @Test
  void tablesHaveCells() {
    pieces(Format.MARKDOWN, "| a | $|b|$ |\n|---|---|\n| 1 | 2 |\n", "cell 0,0\nprose a\ncell 0,1\ninline |b|\ncell 1,0\nprose 1\ncell 1,1\nprose 2\n");
  }

  @Test
  void quoteMarksAreNoRelations() {
    assertEquals("0 a <=> b\n1 ROW  <=> c ^0\n", Printed.clauses("> $$\n> a = b \\\\\n> = c\n> $$\n", Format.MARKDOWN));
  }

  @Test
  void latexSectionsListsAndEnvironments() {
    pieces(
        Format.LATEX,
        """
        \\section{One $a=b$}
        \\begin{enumerate}
        \\item A % $no = thing$
        \\item[(b)] \\textbf{B} \\emph{c}
        \\end{enumerate}
        \\begin{proof} \\verb|$x$| 50\\% \\end{proof}
        """,
        """
        H1 One $a=b$
        inline a=b <One $a=b$>
        item1 1.
        prose A
        item1 (b)
        bold B c
        items-end1
        begin proof
        verbatim
        prose 50%
        end proof
        """);
  }

  @Test
  void macrosAreExpandedAndKeepThePlaceOfTheirUse() {
    String text = "\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}}\\def\\v#1{\\mathbf #1}\\newcommand{\\is}{=}\n\\be \\v x \\is \\half{y} \\ee";
    Answer answer = Printed.read(text, Format.LATEX);
    assertEquals("0 \\mathbf x <=> \\half{y}\n", Printed.clauses(answer));
    Span sign = answer.clauses().getFirst().signs().getFirst().span();
    assertEquals("\\is", text.substring(sign.start(), sign.end()));
  }

  @Test
  void macrosThatExpandIntoThemselvesStay() {
    String text = "\\def\\x{\\x\\x} $\\x = 1$ $\\x = 2$";
    assertEquals("0 \\x <=> 1\n1 \\x <=> 2\n", Printed.clauses(text, Format.LATEX));
    assertEquals(List.of("syntax.macro-loop 14"), troubles(Format.LATEX, text));
  }

  @Test
  void readingResumesAfterAnUnclosedFormula() {
    String text = "$$ a = b\n\n$c=d$\n\n\\[ e = f\n\n\\begin{align} g = h\n\n$i=j$ and $\n";
    assertEquals("0 c <=> d\n1 i <=> j\n", Printed.clauses(text, Format.MARKDOWN));
    assertEquals(4, troubles(Format.MARKDOWN, text).size());
  }

  @Test
  void aTextWithoutDelimitersIsReadLineByLine() {
    String text = "# Work\n1) f(x) = x^2\n   = x x\nThe loss is L = 3 here\n\\begin{aligned}\nu &= v \\\\\n&= w\n\\end{aligned}\n";
    assertEquals("0 f(x) <=> x^2\n1  <=> x x ^0\n2 u <=> v\n3 ROW  <=> w ^2\n", Printed.clauses(text, Format.TEXT));
    assertTrue(troubles(Format.TEXT, text).contains("note.no-delimiters 10"));
  }

  @Test
  void oneFormulaNeedsNoDelimiters() {
    assertEquals("0 a <=> b\n", Printed.clauses("a = b", Format.FORMULA));
  }

  @Test
  void notebooksAreTheirMarkdownCells() {
    String json = "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"x\"]},{\"cell_type\":\"markdown\",\"source\":[\"# T\\n\",\"$a=b$\"]},{\"source\":\"$c$\",\"cell_type\":\"markdown\"}]}";
    Opened opened = AnswerReader.open("n.ipynb", json.getBytes(StandardCharsets.UTF_8));
    Opened.Ready ready = (Opened.Ready) opened;
    assertEquals("# T\n$a=b$\n\n$c$", ready.source().text());
    assertEquals(List.of(new Source.Cell(2, 1), new Source.Cell(3, 4)), ready.source().cells());
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertTrue(AnswerReader.open("a.md", new byte[] {(byte) 0xff, 0, 1}) instanceof Opened.Refused);
    assertTrue(AnswerReader.open("a.md", new byte[] {'a', 0, 1}) instanceof Opened.Refused);
    assertTrue(AnswerReader.open("a.ipynb", "{]".getBytes(StandardCharsets.UTF_8)) instanceof Opened.Refused);
    assertTrue(AnswerReader.open("a.tex", "x".getBytes(StandardCharsets.UTF_8)) instanceof Opened.Ready r && r.format() == Format.LATEX);
  }

  @Test
  void deepAndLongDocumentsAreReadInTime() {
    String braces = "$" + "{".repeat(10_000) + "x" + "}".repeat(10_000) + " = y$";
    assertEquals(1, Printed.read(braces, Format.MARKDOWN).clauses().size());
    String long5 = "Some words and $f(x) = x^2$, so\n\n$$ a = b \\\\ = c $$\n\n".repeat(100_000);
    long start = System.nanoTime();
    assertEquals(300_000, Printed.read(long5, Format.MARKDOWN).clauses().size());
    long seconds = (System.nanoTime() - start) / 1_000_000_000L;
    // a machine that does much else is given time; linear is what matters
    assertTrue(seconds < 120, seconds + " s");
    for (String unit : List.of("$$ a\n\n", "\\begin{align}\n\n", "\\begin{cases}", "{", "\\left(", "`", "[", "a=b\\\\", "+a\\\\", "\\x{", "<!--", "- a\n")) {
      String all = unit.repeat(200_000 / unit.length());
      assertEquals(all, Printed.read(all, Format.TEXT).source().text());
      assertEquals(all, Printed.read(all, Format.FORMULA).source().text());
    }
  }
}
