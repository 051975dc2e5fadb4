package dev.gradus.document;

/** Reads a document: the way into this room. Never throws on any text; what cannot be read is a {@link Trouble}. */
public final class AnswerReader {
  private AnswerReader() {}

  /** How the text is to be taken; {@link #TEXT} is Markdown or LaTeX inside, or plain formulas line by line when it has no math delimiter. */
  public enum Format {
    LATEX,
    MARKDOWN,
    TEXT,
    /** one formula, without delimiters */
    FORMULA
  }

  @SuppressWarnings("DoNotCallSuggester")
  public static Answer read(Source source, Format format) {
    throw new UnsupportedOperationException("not built yet: " + source.name() + format);
  }
}
