package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a virtual machine of its own: what is loaded at start, and that nothing keeps it alive. */
class SymjaIsLoadedLateTest {
  /** Makes an oracle; asks it when there is an argument. */
  public static final class Start {
    private Start() {}

    public static void main(String[] args) {
      SymjaOracle oracle = new SymjaOracle();
      Term.Entry x = SymjaOracleTest.scalar("x");
      if (args.length > 0) {
        oracle.derivative(Terms.logistic(x), x);
      }
      oracle.derivative(Terms.power(x, 1_000_000), x);
    }
  }

  @Test
  void anOracleThatIsNotAskedLoadsNothingOfSymja() throws Exception {
    String loaded = run();
    assertTrue(loaded.contains("dev.gradus.cas.SymjaOracle"));
    assertFalse(loaded.contains("org.matheclipse"));
  }

  @Test
  void symjaDoesNotKeepTheProgramAlive() throws Exception {
    assertTrue(run("ask").contains("org.matheclipse"));
  }

  private static String run(String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder = new ProcessBuilder(java, "-Xlog:class+load", "-cp", classPath, Start.class.getName());
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
