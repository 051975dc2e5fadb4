package dev.gradus.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.proof.Decider;
import dev.gradus.proof.PointSearch;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.GoldenClaims;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SymPy against the prover and the refuter, where python3 with sympy is present: the sides of decided claims at concrete points. */
class SympyTest {
  private static final int POINTS = 1;
  private static final BigDecimal SAME = BigDecimal.ONE.movePointLeft(18);

  @TempDir private Path folder = Path.of(".");

  /** A verdict at a point, with the sides as SymPy reads them. */
  private record Question(Verdict verdict, Claim claim, String left, String right) {}

  @Test
  void valuesOfSympyContradictNoVerdict() throws Exception {
    assumeTrue(isPresent(), "python3 with sympy is not here");
    List<Question> questions = new ArrayList<>();
    GoldenClaims.all().forEach(c -> questions.addAll(questions(Decider.decide(c, Budget.standard()))));
    List<String> answers = ask(questions.stream().flatMap(q -> List.of(q.left(), q.right()).stream()).toList());
    assertEquals(2 * questions.size(), answers.size());
    List<String> conflicts = new ArrayList<>();
    int compared = 0;
    for (int k = 0; k < questions.size(); k++) {
      Optional<BigDecimal> l = number(answers.get(2 * k));
      Optional<BigDecimal> r = number(answers.get(2 * k + 1));
      if (l.isPresent() && r.isPresent()) {
        compared++;
        if (contradicts(questions.get(k), l.get(), r.get())) {
          conflicts.add(questions.get(k).claim() + ": " + l.get() + " and " + r.get());
        }
      }
    }
    System.out.println("SymPy: " + compared + " of " + questions.size() + " values compared");
    assertEquals(List.of(), conflicts);
    assertTrue(compared > 250, "compared: " + compared);
  }

  private static List<Question> questions(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proved p -> PointSearch.samples(p.claim(), POINTS, Budget.standard()).stream().flatMap(x -> question(p, p.claim(), x).stream()).toList();
      case Verdict.Refuted r when r.evidence() instanceof Evidence.AtPoint at -> question(r, r.claim(), at.point()).stream().toList();
      case Verdict.Refuted r -> List.of();
      case Verdict.Supported s -> List.of();
      case Verdict.Undecided u -> List.of();
    };
  }

  private static Optional<Question> question(Verdict verdict, Claim claim, Point point) {
    ToSympy sympy = new ToSympy(point);
    return sympy.of(claim.left()).flatMap(l -> sympy.of(claim.right()).map(r -> new Question(verdict, claim, l, r)));
  }

  private static boolean contradicts(Question question, BigDecimal left, BigDecimal right) {
    BigDecimal noise = SAME.multiply(BigDecimal.ONE.add(left.abs()).add(right.abs()));
    int order = left.subtract(right).abs().compareTo(noise) <= 0 ? 0 : left.compareTo(right);
    boolean holds =
        switch (question.claim().order()) {
          case EQUAL -> order == 0;
          case NOT_EQUAL -> order != 0;
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          case GREATER_OR_EQUAL -> order >= 0;
        };
    return holds != question.verdict() instanceof Verdict.Proved;
  }

  private static Optional<BigDecimal> number(String answer) {
    return answer.equals("none") ? Optional.empty() : Optional.of(new BigDecimal(answer));
  }

  private static boolean isPresent() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import sympy").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> ask(List<String> expressions) throws IOException, InterruptedException {
    Path script = folder.resolve("sympy_values.py");
    try (InputStream in = Objects.requireNonNull(SympyTest.class.getResourceAsStream("sympy_values.py"))) {
      Files.write(script, in.readAllBytes());
    }
    Path input = Files.write(folder.resolve("in"), expressions);
    Process process = new ProcessBuilder("python3", script.toString()).redirectInput(input.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, process.waitFor());
    return answers;
  }
}
