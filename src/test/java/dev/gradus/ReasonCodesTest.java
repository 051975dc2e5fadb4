package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.term.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the command lists every code that a report may show. */
class ReasonCodesTest {
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:budget|claim|class|condition|decimal|defines|definition|derivative|differ|domain|engine|equal|equation|evidence|forms|implication|limit"
              + "|logarithm|no|note|order|point|points|premise|reading|reference|relation|shape|size|skipped|symbol|syntax)\\.[a-z]+(?:-[a-z]+)*)\"");

  private static Set<String> codes() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String room : List.of("reading", "proof", "document", "reference", "")) {
      Path folder = Path.of("src/main/java/dev/gradus").resolve(room);
      try (Stream<Path> files = Files.walk(folder, room.isEmpty() ? 1 : 3)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher m = CODE.matcher(Files.readString(file));
          while (m.find()) {
            found.add(m.group(1));
          }
        }
      }
    }
    found.removeIf(c -> c.startsWith("budget."));
    return found;
  }

  @Test
  void everyCodeIsDocumented() throws IOException {
    String page = Files.readString(Path.of("docs/command.md"));
    Set<String> codes = codes();
    assertTrue(codes.size() > 30, codes.toString());
    codes.removeIf(c -> page.contains("`" + c + "`"));
    assertEquals(new TreeSet<>(), codes);
    for (Budget.Limit limit : Budget.Limit.values()) {
      assertTrue(page.contains("`" + limit.name().toLowerCase(Locale.ROOT) + "`"), limit.name());
    }
  }
}
