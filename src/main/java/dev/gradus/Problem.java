package dev.gradus;

/**
 * Something to be told about a document that belongs to none of its relations.
 *
 * @param kind whether a part of the document was lost
 * @param line 1-based
 * @param column 1-based, in code points
 * @param code for programs: {@code syntax.unclosed-math}, ...
 * @param message one sentence for a person
 */
public record Problem(Kind kind, int line, int column, String code, String message) {
  public enum Kind {
    /** a place that could not be read; counts as unread */
    UNREAD,
    /** a remark: how the document was taken */
    NOTE
  }
}
