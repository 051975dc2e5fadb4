package dev.gradus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.document.Answer;
import dev.gradus.document.AnswerReader;
import dev.gradus.document.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Answers with what is expected of their statements in the margin, behind {@code ‖}: one entry for each relation sign of the line, in order, separated by
 * semicolons: the cue, then {@code c} conditions, {@code p} premises, {@code m} conditions that may apply, {@code b} what is defined below, {@code z} what
 * was set to zero in words, {@code q} for a qualifier, {@code point} for what restricts nothing.
 */
final class Margin {
  private Margin() {}

  static Answer answer(String text) {
    String document = text.lines().map(l -> l.split("‖", -1)[0].stripTrailing()).collect(Collectors.joining("\n", "", "\n"));
    return AnswerReader.read(Source.of("answer.md", document), AnswerReader.Format.MARKDOWN);
  }

  static List<Statement> read(String text) {
    return Statements.of(answer(text));
  }

  /** Each line must read as its margin says; lines without a margin may hold anything. */
  static void check(String text) {
    Answer answer = answer(text);
    List<Statement> statements = Statements.of(answer);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String[] halves = lines.get(i).split("‖", -1);
      if (halves.length < 2) {
        continue;
      }
      int line = i + 1;
      expected.add(line + ": " + halves[1].strip());
      found.add(
          line
              + ": "
              + statements.stream().filter(s -> answer.source().lines().at(s.span().start()).line() == line).map(Margin::show).collect(Collectors.joining("; ")));
    }
    assertEquals(String.join("\n", expected), String.join("\n", found));
  }

  static String show(Statement s) {
    StringBuilder b = new StringBuilder(s.cue().name().toLowerCase(Locale.ROOT));
    numbers(b, "c", s.conditions());
    numbers(b, "p", s.premises());
    numbers(b, "m", s.notes().maybe());
    numbers(b, "b", s.notes().definedBelow());
    s.notes().zeroed().ifPresent(z -> b.append(" z").append(z));
    s.notes().bracketed().forEach(t -> b.append(' ').append(t.text()));
    if (s.notes().unread().isPresent()) {
      b.append(" q");
    }
    if (s.notes().point()) {
      b.append(" point");
    }
    return b.toString();
  }

  private static void numbers(StringBuilder b, String mark, List<Integer> numbers) {
    if (!numbers.isEmpty()) {
      b.append(' ').append(mark).append(numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }
}
