package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same answer written differently gets the same verdicts. A sample; {@code mvn verify -Pmutation} takes all. */
@Execution(ExecutionMode.CONCURRENT)
final class RewritesTest {
  /** Of so many rewritten answers one is taken. */
  private static final int EVERY = Integer.getInteger("gradus.rewrites.every", 100);

  /** Rewrites that are known to lose a verdict, none of them for a wrong one; each is to be mended, and then taken out here. */
  private static final List<String> OPEN =
      List.of(
          "FRACTION_AS_SLASH Unicode signs say what their commands say", // a derivative with a slash and a Unicode sign in brackets is not read
          "SIZED_BRACKETS The other way round in the brackets",
          "LETTER Two elements, put in at once"); // the letter r is no customary index, and L(r, i) says no more of it

  @Test
  void noVerdictChanges() throws IOException {
    Map<Rewrites.Kind, Integer> made = new TreeMap<>();
    List<String> changed = new ArrayList<>();
    for (Path file : Answers.files(Answers.FOLDER)) {
      for (Answers.Answer answer : Answers.sections(file)) {
        Optional<String> verdicts = Optional.empty();
        for (Rewrites.Kind kind : Rewrites.Kind.values()) {
          Optional<String> text = answer.sampled(kind.name(), EVERY) ? Rewrites.of(answer.text(), kind) : Optional.empty();
          if (text.isPresent()) {
            made.merge(kind, 1, Integer::sum);
            String before = verdicts.orElseGet(() -> verdicts(answer, answer.text()));
            verdicts = Optional.of(before);
            String after = verdicts(answer, text.get());
            if (!after.equals(before) && OPEN.stream().noneMatch(o -> (kind + " " + answer.name().replaceFirst("\\S+ ", "")).equals(o))) {
              changed.add(kind + " " + answer.name() + "\n  " + before + "\n  " + after + "\n" + text.get().strip());
            }
          }
        }
      }
    }
    System.out.println("rewrites: " + made);
    changed.forEach(System.out::println);
    assertEquals(List.of(), changed);
    assertTrue(EVERY > 4 || made.values().stream().mapToInt(n -> n).sum() >= 500, made::toString);
  }

  private static String verdicts(Answers.Answer answer, String text) {
    return String.join(" ", Answers.run(answer, text).stream().map(r -> r.verdict().word()).toList());
  }
}
