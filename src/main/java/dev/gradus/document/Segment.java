package dev.gradus.document;

/**
 * A stretch of the source that is no running text.
 *
 * @param from its first character, the delimiter included
 * @param to behind its last one
 * @param bodyFrom where the formula inside the delimiters begins; of other kinds {@code from}
 */
record Segment(Kind kind, int from, int to, int bodyFrom, int bodyTo) {
  enum Kind {
    INLINE,
    DISPLAY,
    CODE,
    COMMENT,
    DEFINITION,
    /** from a delimiter that nothing closes to the next empty line */
    BROKEN
  }

  boolean isMath() {
    return kind == Kind.INLINE || kind == Kind.DISPLAY;
  }
}
