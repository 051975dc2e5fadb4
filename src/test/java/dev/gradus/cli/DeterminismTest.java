package dev.gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradus.SharedDocuments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same document gives the same bytes on any number of threads and in any order of the files. */
final class DeterminismTest {
  @Test
  void jobsAndOrderChangeNoDocument() throws IOException {
    SharedDocuments.assumePresent();
    List<String> files = new ArrayList<>(SharedDocuments.files("seeds").stream().map(Object::toString).toList());
    for (String format : List.of("json", "text")) {
      byte[] one = run(files, format, "1");
      assertEquals(text(one), text(run(files, format, "4")));
    }
    byte[] one = run(files, "json", "4");
    assertEquals(documents(one), documents(run(files.reversed(), "json", "4")));
  }

  private static byte[] run(List<String> files, String format, String jobs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("--fail-on", "never", "--format", format, "--jobs", jobs));
    arguments.addAll(files);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = Main.run(arguments.toArray(String[]::new), new ByteArrayInputStream(new byte[0]), print, print);
    assertEquals(0, code);
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Each document's part, as text, by its name. */
  private static Map<String, String> documents(byte[] report) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    for (JsonNode document : new ObjectMapper().readTree(report).get("documents")) {
      parts.put(document.get("file").asText(), document.toPrettyString());
    }
    return parts;
  }
}
