package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;

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

  /**
   * In: the name of a file as the user gave it, and its bytes. Out: its text, taken by the ending of its name ({@code .tex}; {@code .md}, {@code
   * .markdown}, {@code .mmd}; {@code .ipynb}, of which the Markdown cells; anything else is plain text), or why it cannot be read.
   */
  public static Opened open(String name, byte[] bytes) {
    return Decoder.open(name, bytes);
  }

  /** In: a source and how it is to be taken. Out: its pieces and clauses in source order. Linear in the length of the text. */
  public static Answer read(Source source, Format format) {
    String text = source.text();
    boolean latex = format == Format.LATEX;
    List<Trouble> troubles = new ArrayList<>();
    List<Segment> segments = Segments.find(text, latex, troubles);
    boolean delimited = segments.stream().anyMatch(s -> s.isMath() && !Segments.isPart(text, s)) || !troubles.isEmpty();
    if (format == Format.FORMULA && !delimited) {
      segments = List.of(new Segment(Segment.Kind.DISPLAY, 0, text.length(), 0, text.length()));
    } else if ((format == Format.TEXT || format == Format.MARKDOWN) && !delimited) {
      segments = Plain.lines(text, segments, troubles);
    } else if (format != Format.FORMULA) {
      segments = BareConditions.among(text, segments);
    }
    Pieces pieces = new Pieces();
    new Blocks(text, latex, segments, latex ? new Macros(troubles) : Macros.ofMarkdown(troubles), pieces).read();
    return new Answer(source, pieces.pieces(), pieces.chains().clauses(), troubles);
  }
}
