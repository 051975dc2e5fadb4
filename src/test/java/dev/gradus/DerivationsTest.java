package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The right derivative stands beside a derivative claim that was not proved, and only there; the computer algebra system is loaded for nothing else. */
class DerivationsTest {
  private static final String RIGHT = "Let $\\sigma(x) = \\frac{1}{1+e^{-x}}$.\n\n$$\\sigma'(x) = \\sigma(x)(1-\\sigma(x))$$\n";
  private static final String WRONG = "Let $\\sigma(x) = \\frac{1}{1+e^{-x}}$.\n\n$$\\sigma'(x) = \\sigma(x)(1+\\sigma(x))$$\n";
  private static final String NO_DERIVATIVE = "Let $\\sigma(x) = \\frac{1}{1+e^{-x}}$.\n\n$$\\sigma(x) - 1 = \\sigma(-x)$$\n";

  /** Checks an answer in a virtual machine of its own. */
  public static final class Start {
    private Start() {}

    public static void main(String[] args) {
      String answer = args[0].equals("right") ? RIGHT + NO_DERIVATIVE : WRONG;
      CheckedAnswer checked = Checker.of(CheckOptions.standard()).check("a.md", answer.getBytes(StandardCharsets.UTF_8));
      if (checked.relations().size() < 2) {
        throw new IllegalStateException("not read");
      }
    }
  }

  private static Optional<String> derived(String answer) {
    List<CheckedRelation> relations = Checker.of(CheckOptions.standard()).check("a.md", answer.getBytes(StandardCharsets.UTF_8)).relations();
    return relations.get(relations.size() - 1).derived();
  }

  @Test
  void refutedDerivativeClaimsShowTheDerivative() {
    assertEquals(Optional.of("\\frac{e^{x}}{\\left(1 + e^{x}\\right)^{2}}"), derived(WRONG));
    assertTrue(derived("Let $s = \\mathrm{softmax}(x)$.\n\n$$\\frac{\\partial s_i}{\\partial x_j} = s_i(1 - s_j)$$\n").isPresent());
    assertTrue(derived("Let $s = \\mathrm{softmax}(x)$.\n\n$$\\frac{\\partial s}{\\partial x} = \\mathrm{diag}(s) + s s^T$$\n").isPresent());
    assertEquals(Optional.of("2 x"), derived("Let $f(x) = x^2$.\n\n$$\\frac{df}{dx} = 3x$$\n"));
  }

  @Test
  void nothingIsDerivedElsewhere() {
    assertEquals(Optional.empty(), derived(RIGHT));
    assertEquals(Optional.empty(), derived(NO_DERIVATIVE));
    assertEquals(Optional.empty(), derived("Let $f(x) = x^2$.\n\n$$2 \\frac{df}{dx} = 3x$$\n"));
  }

  @Test
  void aRunWithoutSuchAClaimLoadsNothingOfSymja() throws Exception {
    assertFalse(classesLoadedBy("right").contains("org.matheclipse"));
    assertTrue(classesLoadedBy("wrong").contains("org.matheclipse"));
  }

  private static String classesLoadedBy(String argument) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(java, "-Xlog:class+load", "-cp", classPath, Start.class.getName(), argument).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    assertEquals(0, process.exitValue(), () -> output.substring(Math.max(0, output.length() - 1_000)));
    return output;
  }
}
