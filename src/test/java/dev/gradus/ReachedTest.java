package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.CheckedReference.Outcome;
import dev.gradus.reference.References;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small answers compared with reference forms, right and wrong twins, from text to outcome. */
class ReachedTest {
  private static final String SOFTMAX = "Let $s_i = \\frac{e^{x_i}}{\\sum_{k=1}^n e^{x_k}}$.\n\n";
  private static final String SIGMOID = "Let $\\sigma(x) = \\frac{1}{1+e^{-x}}$.\n\n";
  private static final String LAYER =
      "Let $\\theta = x W + b$, $\\hat{y} = \\mathrm{softmax}(\\theta)$ and $CE = -\\sum_i y_i \\log \\hat{y}_i$ where $y$ is one-hot.\n\n";
  private static final String TWO_CASES =
      SOFTMAX + "For $i = j$:\n$$\\frac{\\partial s_i}{\\partial x_j} = %s$$\nFor $i \\ne j$:\n$$\\frac{\\partial s_i}{\\partial x_j} = %s$$\n";

  /** An answer and what comes of its comparison. */
  private record Case(String form, Outcome outcome, String answer) {}

  private static Case of(String form, Outcome outcome, String before, String formula) {
    return new Case(form, outcome, before + "$$" + formula + "$$\n");
  }

  private static List<Case> jacobian() {
    String left = "\\frac{\\partial s_i}{\\partial x_j} = ";
    String whole = "\\frac{\\partial s}{\\partial x} = ";
    String name = "softmax-jacobian";
    return List.of(
        of(name, Outcome.SAME, SOFTMAX, left + "s_i(\\delta_{ij} - s_j)"),
        of(name, Outcome.SAME, SOFTMAX, left + "\\delta_{ij} s_i - s_i s_j"),
        of(name, Outcome.SAME, SOFTMAX, whole + "\\mathrm{diag}(s) - s s^T"),
        of(name, Outcome.SAME, SOFTMAX, left + "\\begin{cases} s_i(1 - s_j) & i = j \\\\ -s_i s_j & i \\neq j \\end{cases}"),
        new Case(name, Outcome.SAME, TWO_CASES.formatted("s_i(1 - s_i)", "-s_i s_j")),
        // other letters, and softmax by its name
        of(name, Outcome.SAME, "Let $p = \\mathrm{softmax}(z)$.\n\n", "\\frac{\\partial p_a}{\\partial z_b} = p_a(\\delta_{ab} - p_b)"),
        // the result is what the chain ends with
        of(name, Outcome.SAME, SOFTMAX, left + "s_i(1 - s_j) = s_i(\\delta_{ij} - s_j)"),
        of(name, Outcome.DIFFERENT, SOFTMAX, left + "s_i(\\delta_{ij} - s_j) = s_i(1 - s_j)"),
        of(name, Outcome.DIFFERENT, SOFTMAX, left + "s_i(1 - s_j)"),
        of(name, Outcome.DIFFERENT, SOFTMAX, left + "s_i(s_j - \\delta_{ij})"),
        of(name, Outcome.DIFFERENT, SOFTMAX, left + "2 s_i(\\delta_{ij} - s_j)"),
        of(name, Outcome.DIFFERENT, SOFTMAX, left + "s_i(\\delta_{ij} - s_i)"),
        of(name, Outcome.DIFFERENT, SOFTMAX, whole + "\\mathrm{diag}(s) - s^T s"),
        of(name, Outcome.DIFFERENT, SOFTMAX, whole + "\\mathrm{diag}(s) + s s^T"),
        new Case(name, Outcome.DIFFERENT, TWO_CASES.formatted("s_i(1 - s_i)", "s_i s_j")),
        new Case(name, Outcome.DIFFERENT, TWO_CASES.formatted("s_i(1 + s_i)", "-s_i s_j")),
        new Case(name, Outcome.NOT_FOUND, SOFTMAX + "For $i \\ne j$:\n$$\\frac{\\partial s_i}{\\partial x_j} = - s_i s_j$$\n"),
        of(name, Outcome.NOT_FOUND, SOFTMAX, "\\frac{\\partial \\ln s_i}{\\partial x_j} = \\delta_{ij} - s_j"),
        of(name, Outcome.UNDECIDED, SOFTMAX, left + "s_i(\\delta_{ij} - s_j) = s_i \\clubsuit s_j"));
  }

  private static List<Case> others() {
    String gradient = "\\frac{\\partial CE}{\\partial \\theta} = ";
    String logarithm = "\\frac{\\partial \\ln s_i}{\\partial x_j} = ";
    return List.of(
        of("sigmoid-derivative", Outcome.SAME, SIGMOID, "\\sigma'(x) = \\frac{e^{-x}}{(1+e^{-x})^2} = \\sigma(x)(1 - \\sigma(x))"),
        of("sigmoid-derivative", Outcome.SAME, "", "\\sigma'(x) = \\sigma(x)(1 - \\sigma(x))"),
        of("sigmoid-derivative", Outcome.SAME, "Let $f(t) = \\frac{1}{1+e^{-t}}$.\n\n", "\\nabla_t f(t) = f(t)(1 - f(t))"),
        of("sigmoid-derivative", Outcome.DIFFERENT, SIGMOID, "\\frac{d\\sigma(x)}{dx} = \\sigma(x)(\\sigma(x) - 1)"),
        of("sigmoid-derivative", Outcome.DIFFERENT, SIGMOID, "\\frac{d\\sigma(x)}{dx} = \\frac{e^{-x}}{(1+e^{-x})^2} = 2\\sigma(x)(1 - \\sigma(x))"),
        of("sigmoid-derivative", Outcome.NOT_FOUND, SIGMOID, "\\sigma(x) + \\sigma(-x) = 1"),
        of("log-softmax-gradient", Outcome.SAME, SOFTMAX, logarithm + "\\delta_{ij} - s_j"),
        of("log-softmax-gradient", Outcome.DIFFERENT, SOFTMAX, logarithm + "\\delta_{ij} - s_i"),
        of("log-softmax-gradient", Outcome.DIFFERENT, SOFTMAX, logarithm + "1 - s_j"),
        of("log-softmax-gradient", Outcome.DIFFERENT, SOFTMAX, logarithm + "s_j - \\delta_{ij}"),
        of("softmax-cross-entropy-gradient", Outcome.SAME, LAYER, gradient + "\\hat{y} - y"),
        of("softmax-cross-entropy-gradient", Outcome.SAME, LAYER, gradient + "-\\frac{\\partial}{\\partial\\theta}\\sum_i y_i \\log \\hat{y}_i = \\hat{y} - y"),
        of("softmax-cross-entropy-gradient", Outcome.DIFFERENT, LAYER, gradient + "-\\frac{\\partial}{\\partial\\theta}\\sum_i y_i \\log \\hat{y}_i = y - \\hat{y}"),
        of("softmax-cross-entropy-gradient", Outcome.DIFFERENT, LAYER, gradient + "y - \\hat{y}"),
        of("softmax-cross-entropy-gradient", Outcome.DIFFERENT, LAYER, gradient + "\\hat{y} + y"),
        of("softmax-shift", Outcome.SAME, "", "\\mathrm{softmax}(x + c)_i = \\frac{e^{x_i + c}}{\\sum_j e^{x_j + c}} = \\mathrm{softmax}(x)_i"),
        of("softmax-shift", Outcome.DIFFERENT, "", "\\frac{e^{x_i + c}}{\\sum_j e^{x_j + c}} = e^c \\frac{e^{x_i}}{\\sum_j e^{x_j}}"),
        of("binary-cross-entropy-gradient", Outcome.SAME, SIGMOID + "Let $L = -y \\ln \\sigma(x) - (1-y) \\ln(1-\\sigma(x))$.\n\n", "\\frac{dL}{dx} = \\sigma(x) - y"));
  }

  @TestFactory
  Stream<DynamicTest> answersReachTheFormOrNot() {
    return Stream.concat(jacobian().stream(), others().stream())
        .map(c -> dynamicTest(c.form() + " " + c.outcome().word() + ": " + c.answer(), () -> check(c)));
  }

  private static void check(Case c) {
    CheckedAnswer answer = checked(c);
    CheckedReference found = answer.reference().orElseThrow();
    assertEquals(c.outcome(), found.outcome(), found.toString());
    assertEquals(c.outcome() == Outcome.DIFFERENT, found.counterexample().isPresent());
    assertEquals(c.outcome() == Outcome.NOT_FOUND, found.place().isEmpty());
    found.place().ifPresent(p -> assertTrue(answer.relations().stream().anyMatch(r -> r.id().equals(p.id()) && r.line() == p.line())));
    assertTrue(!found.expected().isBlank());
  }

  private static CheckedAnswer checked(Case c) {
    return Checker.of(CheckOptions.standard().withReference(c.form())).check("answer.md", c.answer().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theOutcomeSaysWhatItNeeds() {
    CheckedReference sigmoid = checked(of("sigmoid-derivative", Outcome.SAME, "", "\\sigma'(x) = \\sigma(x)(1 - \\sigma(x))")).reference().orElseThrow();
    assertEquals("\\sigma is the logistic function", sigmoid.assuming().get(0).text());
    assertEquals("reference.same", sigmoid.code());
    CheckedReference one = checked(new Case("softmax-jacobian", Outcome.NOT_FOUND, SOFTMAX + "For $i = j$:\n$$\\frac{\\partial s_i}{\\partial x_j} = s_i(1 - s_i)$$\n")).reference().orElseThrow();
    assertEquals("reference.one-case", one.code());
    assertEquals(References.find("softmax-jacobian").orElseThrow().statement(), one.expected());
  }

  @Test
  void aFormThatIsNotThereIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Checker.of(CheckOptions.standard().withReference("no-such-form")));
  }

  @TestFactory
  Stream<DynamicTest> everyFormIsAnAnswerThatReachesItself() {
    return References.all().stream()
        .map(
            form ->
                dynamicTest(
                    form.name(),
                    () -> {
                      CheckedAnswer answer =
                          Checker.of(CheckOptions.standard().withReference(form.name()))
                              .check(form.name() + ".tex", form.source().getBytes(StandardCharsets.UTF_8));
                      for (CheckedRelation r : answer.relations()) {
                        assertTrue(List.of(CheckedVerdict.PROVED, CheckedVerdict.DEFINES, CheckedVerdict.ASSUMES).contains(r.verdict()), r.toString());
                      }
                      assertTrue(answer.relations().stream().anyMatch(r -> r.verdict() == CheckedVerdict.PROVED));
                      assertEquals(Outcome.SAME, answer.reference().orElseThrow().outcome(), answer.reference().toString());
                    }));
  }
}
