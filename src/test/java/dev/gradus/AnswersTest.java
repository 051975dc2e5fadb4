package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.Answers.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every answer with a margin gets the verdicts that its margin says. */
@Execution(ExecutionMode.CONCURRENT)
final class AnswersTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final int TRAPS = 92;

  @TestFactory
  Stream<DynamicNode> everyHeadingIsDecidedAsItsMarginSays() throws IOException {
    List<DynamicNode> nodes = new ArrayList<>();
    for (Path file : Answers.files(Answers.FOLDER)) {
      List<DynamicTest> tests = Answers.sections(file).stream().map(a -> DynamicTest.dynamicTest(a.heading(), () -> Answers.check(a))).toList();
      nodes.add(DynamicContainer.dynamicContainer(Answers.FOLDER.relativize(file).toString(), tests));
    }
    return nodes.stream();
  }

  /** They are given to the command as they are: margins are comments there. */
  @TestFactory
  Stream<DynamicTest> examplesAreDecidedAsTheirMarginsSay() throws IOException {
    return Answers.files(EXAMPLES).stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> checkExample(f)));
  }

  private static void checkExample(Path file) throws IOException {
    Answer answer = Answers.whole(file);
    Answers.check(answer);
    String raw = Files.readString(file, StandardCharsets.UTF_8);
    assertEquals(Answers.verdicts(Answers.run(answer, answer.text())), Answers.verdicts(Answers.run(answer, raw)));
  }

  /** Wrong verdicts fail above; here is counted what today's margins, which are checked above, leave open. */
  @Test
  void everyTrapStandsInADocument() throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    List<String> open = new ArrayList<>();
    int cases = 0;
    for (Path file : Answers.files(Answers.FOLDER.resolve("traps"))) {
      for (Answer answer : Answers.sections(file)) {
        numbers.add(Integer.parseInt(answer.heading().split(" ", 2)[0]));
        for (Margin margin : answer.margins().values()) {
          for (String sign : margin.all("trap")) {
            cases++;
            if (!Trap.parse(sign).isMetBy(margin.verdicts().getFirst().verdict())) {
              open.add(answer.heading().split(" ", 2)[0]);
            }
          }
        }
      }
    }
    System.out.println("traps: " + (cases - open.size()) + " of " + cases + " cases as the tables say, open: " + open);
    assertEquals(IntStream.rangeClosed(1, TRAPS).boxed().toList(), List.copyOf(numbers));
  }

  /** Right and wrong stand together, and nearly all are decided. */
  @Test
  void twinsAreRightAndWrong() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : Answers.files(Answers.FOLDER.resolve("twins"))) {
      for (Answer answer : Answers.sections(file)) {
        answer.margins().values().forEach(m -> m.verdicts().forEach(v -> counts.merge(v.verdict().word(), 1, Integer::sum)));
      }
    }
    System.out.println("twins: " + counts);
    assertTrue(counts.getOrDefault("proved", 0) >= 30 && counts.getOrDefault("refuted", 0) >= 30, counts::toString);
  }
}
