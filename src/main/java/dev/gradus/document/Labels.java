package dev.gradus.document;

import java.util.regex.Pattern;

/** Recognises the labels that open a part of an answer: {@code (a)}, {@code b)}, {@code Q 3.}, {@code Case 1:}. */
final class Labels {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\s*(?:\\(?(?:[A-Za-z]|\\d{1,3}|[ivxIVX]{1,5})(?:[.-]?[a-z\\d]{1,2})?\\)[\\s.:]*.*"
              + "|(?:[A-Za-z]|\\d{1,3}|[ivxIVX]{1,5})(?:\\.\\d{1,2})?\\.(?:\\s.*)?"
              + "|Q ?\\.? ?\\d{1,2}\\b.*"
              + "|(?i:problem|question|exercise|task|part|case|answer|solution|aufgabe|step|claim|lemma|theorem|proof)\\b(?: ?\\(?[\\dA-Za-z]{1,3}\\b.*|[.:].*|\\s*))",
          Pattern.DOTALL);

  private Labels() {}

  /** Whether a line of prose opens with a label. */
  static boolean opens(String line) {
    return LABEL.matcher(line.length() > 60 ? line.substring(0, 60) : line).matches();
  }
}
