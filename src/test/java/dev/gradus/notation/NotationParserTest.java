package dev.gradus.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.MathText;
import dev.gradus.document.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Formulas of our own: every construct of the grammar with its expected tree, and what must never happen. */
@Isolated("takes the output of the process")
class NotationParserTest {
  private static Notation parse(String formula) {
    return NotationParser.parse(MathText.plain(formula, 0));
  }

  static List<String> resource(String name) {
    try (InputStream stream = Objects.requireNonNull(NotationParserTest.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In formulas.txt a formula stands on its line and its tree, indented, on the next; lines with # are headings. */
  @TestFactory
  Stream<DynamicTest> formulas() {
    List<String> lines = resource("formulas.txt").stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      String formula = lines.get(i);
      String expected = lines.get(i + 1).strip();
      tests.add(DynamicTest.dynamicTest(formula, () -> assertEquals(expected, Outline.of(parse(formula)))));
    }
    assertTrue(tests.size() >= 60);
    return tests.stream();
  }

  @Test
  void deepNestingIsUnreadableAndOverflowsNothing() {
    String nested = "{".repeat(10_000) + "x" + "}".repeat(10_000);
    assertTrue(parse(nested) instanceof Notation.Unreadable);
    for (String open : List.of("(", "\\left(", "\\frac{1}{", "x^{", "\\sqrt{", "\\sum ", "\\hat ", "- ", "|", "a|", "x!", "a\\to ", "\\begin{matrix}", "{a\\over ", "x_", "[", "\\frac a", "\\frac{a}", "\\underset a", "\\sqrt[3]", "\\bf a ", "\\text{$a$", "x^\\frac a", "\\frac a{", "\\text{a(", "\\mathop{", "{}^", "\\sum_", "\\left|", "\\substack{", "\\overset{a}{")) {
      Outline.of(parse(open.repeat(10_000)));
      Outline.of(parse(open.repeat(100)));
    }
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    int depth = Nesting.DEPTH - 2;
    assertFalse(Outline.of(parse("(".repeat(depth) + "x" + ")".repeat(depth))).contains("unreadable"));
    assertFalse(Outline.of(parse("\\frac{1}{1+".repeat(60) + "x" + "}".repeat(60))).contains("unreadable"));
    String round = "\\left(".repeat(depth) + "x" + "\\right)".repeat(depth);
    assertFalse(Outline.of(parse(round)).contains("unreadable"));
  }

  @Test
  void longFormulasAreRead() {
    String sum = "x_1" + " + a_{i} b^2".repeat(2_500);
    assertFalse(Outline.of(parse(sum)).contains("unreadable"));
    assertFalse(Outline.of(parse("a".repeat(20_000))).contains("unreadable"));
  }

  @Test
  void spansAreThoseOfTheSource() {
    String source = "text σ(x̄) + \\frac{a}{b²}";
    Notation tree = NotationParser.parse(MathText.plain(source.substring(5), 5));
    Notation.Summed sum = (Notation.Summed) tree;
    assertEquals(new Span(5, source.length()), sum.span());
    Notation.Juxtaposed call = (Notation.Juxtaposed) sum.items().get(0).item();
    assertEquals("σ(x̄)", cut(source, call));
    Notation.Bracketed argument = (Notation.Bracketed) call.factors().get(1).item();
    assertEquals("(x̄)", cut(source, argument));
    assertEquals("x̄", cut(source, argument.body()));
    Notation.Fraction fraction = (Notation.Fraction) sum.items().get(1).item();
    assertEquals("\\frac{a}{b²}", cut(source, fraction));
    assertEquals("b²", cut(source, fraction.denominator()));
  }

  private static String cut(String source, Notation node) {
    return source.substring(node.span().start(), node.span().end());
  }

  @Test
  void whatIsNotKnownIsUnreadableInItsPlace() {
    String source = "a + \\mystery{b} c";
    Notation.Summed sum = (Notation.Summed) parse(source);
    Notation.Juxtaposed product = (Notation.Juxtaposed) sum.items().get(1).item();
    Notation.Unreadable unknown = (Notation.Unreadable) product.factors().get(0).item();
    assertEquals("\\mystery{b}", cut(source, unknown));
    assertEquals("c", cut(source, product.factors().get(1).item()));
  }

  @Test
  void anyTextGivesATreeAndPrintsNothing() {
    List<String> words =
        List.of(
            "x", "12", "{", "}", "(", ")", "[", "]", "\\{", "\\}", "|", "\\|", "||", "^", "_", "'", "\\prime", "\\frac", "\\sqrt", "\\sum", "\\max", "\\limits", "\\left", "\\right", "\\left(",
            "\\right)", "\\right.", "\\left|", "\\begin{cases}", "\\end{cases}", "\\begin{array}{cc}", "\\end{array}", "&", "\\\\", ",", ";", ".", ":", "+", "-", "\\cdot", "/", "*", "=", "<", "\\le",
            "\\to", "\\in", "\\cup", "\\forall", "\\text{if }", "\\text{f(x)}", "\\text{if $x$}", "\\bf", "\\mathbf", "\\mathrm{dx}", "\\hat", "\\over", "\\binom", "\\underset", "\\overset{?}{=}", "\\underbrace",
            "\\substack", "\\operatorname", "\\mathop", "\\arg", "\\log", "log", "softmax", "\\quad", "\\,", "\\unknown", "!", "$", "%", "#", "σ", "x̄", "²", "₁", "½", "√", "𝐱", "\\hspace{1em}", "\\label{a}", "\\textcolor{red}", "\\boxed", "\\middle|", "\\ldots", "\\mid", "\ud835", "\u0000", "é");
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Random random = new Random(8);
      int whole = 0;
      for (int n = 0; n < 20_000; n++) {
        StringBuilder formula = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
          formula.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : "");
        }
        Notation tree = parse(formula.toString());
        String outline = Outline.of(tree);
        assertFalse(outline.isEmpty());
        assertEquals(outline, Outline.of(parse(formula.toString())));
        whole += outline.equals("(unreadable a formula)") ? 1 : 0;
      }
      assertEquals(0, whole, "formulas that the grammar refused");
    } finally {
      System.setErr(err);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }
}
