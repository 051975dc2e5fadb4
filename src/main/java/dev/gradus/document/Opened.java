package dev.gradus.document;

/** What became of the bytes of a file. */
public sealed interface Opened {
  /** A text, and how it is to be taken by its name. */
  record Ready(Source source, AnswerReader.Format format) implements Opened {}

  /**
   * Not text that can be read.
   *
   * @param code for programs: {@code unreadable-file.not-text}, {@code unreadable-file.notebook}, {@code unreadable-file.size}
   * @param message one sentence for a person
   */
  record Refused(String code, String message) implements Opened {}
}
