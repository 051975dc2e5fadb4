package dev.gradus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is expected of the relations of one row, written behind it: {@code % proved, undecided (holds): budget % assuming x > 0 % trap P+}.
 *
 * @param verdicts one for each relation sign of the row, in order
 * @param notes what stands behind further percent signs
 */
record Margin(List<Expected> verdicts, List<Note> notes) {
  /**
   * A verdict of today.
   *
   * @param truth where the verdict is open: {@code holds}, {@code fails}, {@code open} (neither can be said); what it is where it is no claim
   * @param code the beginning of the code of the reason
   */
  record Expected(CheckedVerdict verdict, Optional<String> truth, Optional<String> code) {}

  /** {@code assuming}, {@code sizes}, {@code reading}, {@code repair}, {@code counterexample} or {@code trap}, and its text. */
  record Note(String word, String text) {}

  private static final List<String> WORDS = List.of("assuming", "sizes", "reading", "repair", "counterexample", "trap");

  private static final List<String> TRUTHS = List.of("holds", "fails", "open", "assumes", "defines");

  Margin {
    verdicts = List.copyOf(verdicts);
    notes = List.copyOf(notes);
  }

  List<String> all(String word) {
    return notes.stream().filter(n -> n.word().equals(word)).map(Note::text).toList();
  }

  /** Where the margin of a row begins, if it has one: at a percent sign before the word of a verdict. */
  static Optional<Integer> start(String row) {
    for (int at = row.indexOf('%'); at >= 0; at = row.indexOf('%', at + 1)) {
      String word = firstWord(row.substring(at + 1));
      if ((at == 0 || Character.isWhitespace(row.charAt(at - 1))) && verdict(word).isPresent()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** In: a row from its margin on. Fails on what is no margin: a slip there would be an expectation that nobody checks. */
  static Margin parse(String margin) {
    List<String> parts = Arrays.stream(margin.split("%", -1)).map(String::strip).filter(p -> !p.isEmpty()).toList();
    List<Expected> verdicts = Arrays.stream(parts.getFirst().split(",", -1)).map(p -> expected(p.strip())).toList();
    List<Note> notes = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      String word = firstWord(part);
      if (!WORDS.contains(word)) {
        throw new IllegalArgumentException("no margin note: " + part);
      }
      notes.add(new Note(word, part.substring(word.length()).strip()));
    }
    return new Margin(verdicts, notes);
  }

  private static Expected expected(String text) {
    String word = firstWord(text);
    CheckedVerdict verdict = verdict(word).orElseThrow(() -> new IllegalArgumentException("no verdict: " + text));
    String rest = text.substring(word.length()).strip();
    Optional<String> truth = Optional.empty();
    if (rest.startsWith("(") && rest.contains(")")) {
      truth = Optional.of(rest.substring(1, rest.indexOf(')')));
      rest = rest.substring(rest.indexOf(')') + 1).strip();
    }
    if (truth.filter(t -> !TRUTHS.contains(t)).isPresent() || !(rest.isEmpty() || rest.startsWith(":"))) {
      throw new IllegalArgumentException("no verdict: " + text);
    }
    return new Expected(verdict, truth, rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(1).strip()));
  }

  private static String firstWord(String text) {
    return text.strip().chars().takeWhile(Character::isLetter).mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static Optional<CheckedVerdict> verdict(String word) {
    return Arrays.stream(CheckedVerdict.values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
