package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers with the expected verdicts in their margins (STYLE 6). A document is what stands under one {@code ##} heading, at the lines where it stands in its
 * file; margins are blanked before it is checked, so that columns stay true. A row without a margin holds no claim.
 */
final class Answers {
  static final Path FOLDER = Path.of("src", "test", "answers");

  /**
   * An answer.
   *
   * @param text without the margins
   * @param margins by line
   */
  record Answer(Path file, int line, String heading, String text, Map<Integer, Margin> margins) {
    Answer {
      margins = new TreeMap<>(margins);
    }

    String name() {
      return file.getFileName() + ":" + line + " " + heading;
    }

    /** Whether one of {@code every} samples has this answer: chosen by its name, so that other answers change nothing in the sample. */
    boolean sampled(String kind, int every) {
      return Math.floorMod((file.getFileName() + heading + kind).hashCode(), every) == 0;
    }
  }

  private Answers() {}

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** One answer for each heading of the second level. */
  static List<Answer> sections(Path file) throws IOException {
    List<String> rows = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).startsWith("## ")) {
        starts.add(i);
      }
    }
    List<Answer> answers = new ArrayList<>();
    for (int k = 0; k < starts.size(); k++) {
      int end = k + 1 < starts.size() ? starts.get(k + 1) : rows.size();
      answers.add(answer(file, rows, starts.get(k), end));
    }
    return answers;
  }

  /** The whole file as one answer. */
  static Answer whole(Path file) throws IOException {
    List<String> rows = Files.readAllLines(file, StandardCharsets.UTF_8);
    return answer(file, rows, 0, rows.size());
  }

  private static Answer answer(Path file, List<String> rows, int start, int end) {
    StringBuilder text = new StringBuilder("\n".repeat(start));
    Map<Integer, Margin> margins = new TreeMap<>();
    for (int i = start; i < end; i++) {
      String row = rows.get(i);
      int at = Margin.start(row).orElse(row.length());
      if (at < row.length()) {
        margins.put(i + 1, Margin.parse(row.substring(at)));
      }
      text.append(row.substring(0, at).stripTrailing()).append('\n');
    }
    return new Answer(file, start + 1, rows.get(start).replaceFirst("^#+\\s*", ""), text.toString(), margins);
  }

  /** The one check: verdicts, notes and traps are as the margins say, a refuted relation shows why, and other line ends change no verdict. */
  static void check(Answer answer) {
    List<CheckedRelation> relations = run(answer, answer.text());
    assertEquals(expected(answer), found(answer, relations), answer::name);
    for (Map.Entry<Integer, Margin> entry : answer.margins().entrySet()) {
      checkNotes(answer.name() + ", line " + entry.getKey(), entry.getValue(), on(relations, entry.getKey()));
    }
    for (CheckedRelation r : relations) {
      boolean shown = r.verdict() != CheckedVerdict.REFUTED || r.counterexample().isPresent() || r.repair().isPresent();
      assertTrue(shown, () -> answer.name() + ", line " + r.line() + ": refuted without a counterexample");
    }
    String other = answer.text().replace("\n", "\r\n");
    assertEquals(verdicts(relations), verdicts(run(answer, other)), () -> answer.name() + " with CRLF");
  }

  static List<CheckedRelation> run(Answer answer, String text) {
    String name = answer.file().getFileName().toString();
    return Checker.of(CheckOptions.standard()).check(name, text.getBytes(StandardCharsets.UTF_8)).relations();
  }

  static List<CheckedRelation> on(List<CheckedRelation> relations, int line) {
    return relations.stream().filter(r -> r.line() == line).toList();
  }

  static String verdicts(List<CheckedRelation> relations) {
    return relations.stream().map(r -> r.line() + ":" + r.column() + " " + r.verdict().word() + " " + r.code()).collect(Collectors.joining("\n"));
  }

  private static String expected(Answer answer) {
    return answer.margins().entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue().verdicts().stream().map(Answers::show).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n"));
  }

  private static String show(Margin.Expected e) {
    return e.verdict().word() + e.code().map(c -> ": " + c).orElse("");
  }

  /** What was found, in the words of the margins: codes only where the margin names one that fits; rows without a margin only where they hold claims. */
  private static String found(Answer answer, List<CheckedRelation> relations) {
    Map<Integer, List<String>> rows = new TreeMap<>();
    answer.margins().keySet().forEach(line -> rows.put(line, new ArrayList<>()));
    for (CheckedRelation r : relations) {
      Margin margin = answer.margins().get(r.line());
      if (margin != null) {
        List<String> row = rows.computeIfAbsent(r.line(), _ -> new ArrayList<>());
        row.add(show(r, margin, row.size()));
      } else if (r.verdict().isClaim()) {
        rows.computeIfAbsent(r.line(), _ -> new ArrayList<>()).add(r.verdict().word() + " without a margin (" + r.because() + ")");
      }
    }
    return rows.entrySet().stream().map(e -> e.getKey() + ": " + String.join(", ", e.getValue())).collect(Collectors.joining("\n"));
  }

  private static String show(CheckedRelation r, Margin margin, int number) {
    String code = number < margin.verdicts().size() ? margin.verdicts().get(number).code().orElse("") : "";
    boolean same = number < margin.verdicts().size() && margin.verdicts().get(number).verdict() == r.verdict();
    String reason = !same ? " (" + r.code() + ": " + r.because() + ")" : code.isEmpty() ? "" : ": " + (r.code().startsWith(code) ? code : r.code());
    return r.verdict().word() + reason;
  }

  private static void checkNotes(String place, Margin margin, List<CheckedRelation> row) {
    for (Margin.Note note : margin.notes()) {
      if (note.word().equals("trap")) {
        Trap trap = Trap.parse(note.text());
        row.forEach(r -> assertTrue(trap.allows(r.verdict()), () -> place + ": " + trap + " but " + r.verdict().word() + ": " + r.because()));
      } else if (note.word().equals("repair") && note.text().equals("none")) {
        row.forEach(r -> assertTrue(r.repair().isEmpty(), () -> place + ": " + note + " but " + r.repair()));
      } else {
        List<String> found = row.stream().flatMap(r -> texts(r, note.word())).toList();
        assertTrue(found.stream().anyMatch(t -> t.contains(note.text())), () -> place + ": " + note + " but " + found);
      }
    }
  }

  private static Stream<String> texts(CheckedRelation r, String word) {
    return switch (word) {
      case "assuming" -> r.assuming().stream().map(CheckedRelation.Assuming::text);
      case "sizes" -> r.sizes().stream();
      case "reading" -> r.reading().stream();
      case "repair" -> r.repair().stream().flatMap(m -> Stream.of(m.left(), m.right(), m.name()));
      case "counterexample" -> r.counterexample().stream().map(Object::toString);
      default -> throw new IllegalArgumentException("no margin note: " + word);
    };
  }
}
