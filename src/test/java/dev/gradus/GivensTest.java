package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.Score.Count;
import dev.gradus.Score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an assignment's text contributes to its answers. */
class GivensTest {
  private static final String ACTIVATIONS =
      """
      # Assignment 3

      Let $h(t) = t + 3$.

      5. Activations.
         (a) Let $\\sigma(t) = \\max(0, t)$.
         (b) Let $\\sigma(t) = t^2$.

      6. Let $\\sigma(t) = 2t$.
      """;

  @Test
  void definitionsCountInThePartThatIsCalledLikeTheQuestion() {
    String answer =
        """
        5. (a) $\\sigma(-2) = 0$ and $\\sigma(-2) = 4$

        (b) $\\sigma(-2) = 4$ and $\\sigma(-2) = 0$

        6. $\\sigma(h(0)) = 6$ and $\\sigma(h(0)) = 9$
        """;
    assertEquals("proved refuted proved refuted proved refuted", verdicts(ACTIVATIONS, "a.md", answer));
    String tex =
        """
        \\section*{Question 6}
        \\[ \\sigma(h(0)) = 6 \\]
        \\section*{Question 5}
        (b) \\[ \\sigma(-2) = 4 \\]
        """;
    assertEquals("proved proved", verdicts(ACTIVATIONS, "a.tex", tex));
  }

  @Test
  void anotherQuestionsDefinitionProvesButDoesNotRefute() {
    assertEquals("proved undecided", verdicts("6. Let $h(t) = 2t$.\n", "a.md", "7. $h(1) = 2$\n\n8. $h(1) = 3$\n"));
    assertEquals("proved refuted", verdicts("6. Let $h(t) = 2t$.\n", "a.md", "6. $h(1) = 2$ and $h(1) = 3$\n"));
  }

  @Test
  void anEquationThatContradictsTheQuestionIsWrong() {
    assertEquals("proved refuted", verdicts("1. Let $h(t) = 2t$.\n", "a.md", "1. $h(t) = t + t$ and $h(t) = 3t$.\n"));
  }

  @Test
  void whatIsToBeShownIsNoPremise() {
    String goal = "1. Show that $a = b$ for all $a, b$.\n";
    assertEquals("refuted", verdicts(goal, "a.md", "1. $a^2 - b^2 = 0$ for all $a$, $b$.\n"));
    assertEquals("proved", verdicts(goal, "a.md", "1. $a^2 - b^2 = (a-b)(a+b)$\n"));
  }

  @Test
  void shapesAndConditionsCountAndNothingOfTheAssignmentIsReported() {
    String assignment = "1. Let $x > 0$ and $y > 0$, and let $W \\in \\mathbb{R}^{m \\times d}$, $v \\in \\mathbb{R}^d$. Clearly $1 = 2$.\n";
    CheckedAnswer answer = checked(assignment, "a.md", "1. $\\ln(xy) = \\ln x + \\ln y$\n\n$(Wv)_i = \\sum_j W_{ij} v_j$\n\n$\\ln x^2 = \\ln x$\n");
    assertEquals(
        List.of("1 proved", "3 proved", "5 refuted"),
        answer.relations().stream().map(r -> r.line() + " " + r.verdict().word()).toList());
    assertEquals(13, answer.relations().getFirst().column());
  }

  @Test
  void whatAProofAssumesIsListedWithItsLine() {
    String assignment = "Notation.\n\n1. Let $h(t) = 2t$, let $s$ be one-hot and let $q$ be a probability vector.\n";
    String answer =
        """
        1. $h(1) = 2$, $s_k^2 = s_k$ and $\\sum_k q_k = 1$.

        Let $A$ be symmetric and let the weights $w_i$ sum to one.

        For $a > 0$: $\\sqrt{a^2} = a$, $A^T = A$ and $\\sum_i w_i = 1$.
        """;
    CheckedAnswer checked = checked(assignment, "a.md", answer);
    assertEquals(
        List.of(
            "[h(t) = 2t, in the assignment (stated, line 3)]",
            "[s is one-hot, in the assignment (stated, line 3)]",
            "[q is a probability distribution, in the assignment (stated, line 3)]",
            "[a > 0 (stated, line 5)]",
            "[A is symmetric (stated, line 3)]",
            "[w sums to 1 (stated, line 3)]"),
        checked.relations().stream().filter(r -> r.verdict() == CheckedVerdict.PROVED).map(r -> r.assuming().stream().map(CheckedRelation.Assuming::sentence).toList().toString()).toList());
  }

  @Test
  void aBrokenFileIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Givens.of("q.md", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}));
    assertEquals(1, Givens.of("q.md", "a formula $x = 1\n\nwithout end".getBytes(StandardCharsets.UTF_8)).problems().size());
  }

  @Test
  void aShapeThatAQuestionStatesCountsInItsAnswerOnly() {
    String assignment = "2. Find $w$.\n\n4. Let $w \\in \\mathbb{R}^{K \\times d}$ and $z \\in \\mathbb{R}^d$.\n";
    String answer =
        """
        2. $(w + v)^T x = w^T x + v^T x$

        $w^T x = x^T w$

        4. $(w z)_i = \\sum_j w_{ij} z_j$, $(w z)_i = \\sum_j w_{ji} z_j$
        """;
    assertEquals("proved proved proved undecided", verdicts(assignment, "a.md", answer.replace("\\\\", "\\")));
  }

  /** With what the question said, which the answers leave out, more of them is decided, and nothing wrongly. */
  @ParameterizedTest
  @CsvSource({"001_232a7fd1a9032e26, 0", "002_c9f2e026da111aa0, 4"})
  void theSeedsAreDecidedFurther(String name, int more) throws IOException {
    SharedDocuments.assumePresent();
    String file = name + ".txt";
    byte[] bytes = Files.readAllBytes(SharedDocuments.folder("seeds").resolve(file));
    CheckOptions alone = CheckOptions.standard();
    Score without = score(file, Checker.of(alone).check(file, bytes));
    Score with = score(file, Checker.of(alone.withGivens(Givens.of(name + ".md", resource(name + ".md")))).check(file, bytes));
    System.out.println(name + " without givens: " + without);
    System.out.println(name + " with givens:    " + with);
    assertEquals(List.of(), with.faults());
    assertTrue(with.get(Count.DECIDED) >= without.get(Count.DECIDED) + more, with::toString);
  }

  private static Score score(String file, CheckedAnswer answer) throws IOException {
    Map<Place, CheckedRelation> found = new LinkedHashMap<>();
    answer.relations().forEach(r -> found.put(new Place(file, r.line(), r.column()), r));
    var labels = Score.labels(SharedDocuments.labels("seeds"));
    labels.keySet().removeIf(place -> !place.file().equals(file));
    return Score.of(labels, found);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(GivensTest.class.getResourceAsStream("givens/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static CheckedAnswer checked(String assignment, String name, String answer) {
    Givens givens = Givens.of("questions.md", assignment.getBytes(StandardCharsets.UTF_8));
    return Checker.of(CheckOptions.standard().withGivens(givens)).check(name, answer.getBytes(StandardCharsets.UTF_8));
  }

  private static String verdicts(String assignment, String name, String answer) {
    return String.join(" ", checked(assignment, name, answer).relations().stream().map(r -> r.verdict().word()).toList());
  }
}
