package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;

/** Collects the pieces of a document in order, knows the headings above, and tells {@link Chains} what it passes. */
final class Pieces {
  /** A heading above the current place. */
  private record Level(int level, String text) {}

  /** Bold words alone on their line count as a heading below all others. */
  private static final int LEAD_IN = 7;

  private final List<Piece> pieces = new ArrayList<>();
  private final Chains chains = new Chains();
  private final List<Level> path = new ArrayList<>();

  private final StringBuilder prose = new StringBuilder();
  private int proseFrom;
  private int proseTo;
  private boolean bold;
  private int boldEnd;
  /** the next prose opens a line */
  private boolean opensLine = true;

  /** a heading is being read: its formulas wait for its end */
  private boolean inHeading;
  private int headingFrom;
  private int headingLevel;
  private final StringBuilder heading = new StringBuilder();
  private final List<Waiting> waiting = new ArrayList<>();

  private record Waiting(Span span, boolean display, MathText content) {}

  Chains chains() {
    return chains;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Text as it is to be read, and where it stands. */
  void text(String read, int from, int to) {
    if (inHeading) {
      heading.append(read);
      return;
    }
    if (prose.isEmpty()) {
      proseFrom = from;
    }
    prose.append(read);
    proseTo = Math.max(proseTo, to);
  }

  /** A bold stretch opens. */
  void boldOpens() {
    boolean line = prose.isEmpty() ? opensLine : prose.charAt(prose.length() - 1) == '\n';
    if (inHeading || !(line || (opensLine && isBlank(prose)))) {
      return;
    }
    flush(true);
    bold = true;
    boldEnd = 0;
  }

  private static boolean isBlank(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  void boldCloses() {
    if (bold && boldEnd == 0) {
      boldEnd = prose.length();
    }
  }

  /** Ends the prose before a piece of another kind. */
  void flush(boolean lineEnds) {
    String read = prose.toString();
    boolean some = !read.isBlank();
    if (some) {
      pieces.add(new Piece.Prose(new Span(proseFrom, Math.max(proseFrom, proseTo)), read.strip(), bold));
      leadIn(read, lineEnds);
      boolean first = opensLine;
      for (String line : read.split("\n", -1)) {
        if (first && Labels.opens(line)) {
          chains.boundary();
          path.removeIf(p -> p.level() >= LEAD_IN && !bold);
        }
        first = true;
      }
      chains.prose(read);
    }
    if (!prose.isEmpty()) {
      opensLine = (opensLine && !some) || read.stripTrailing().length() < read.lastIndexOf('\n') + 1;
    }
    opensLine |= lineEnds;
    prose.setLength(0);
    proseTo = 0;
    if (some || lineEnds) {
      bold = false;
    }
  }

  private void leadIn(String read, boolean lineEnds) {
    if (!bold || boldEnd == 0 || boldEnd > read.length()) {
      return;
    }
    String rest = read.substring(boldEnd);
    int line = rest.indexOf('\n');
    String behind = line < 0 ? rest : rest.substring(0, line);
    boolean alone = behind.chars().noneMatch(Character::isLetterOrDigit) && (line >= 0 || lineEnds);
    if (alone) {
      enter(LEAD_IN, read.substring(0, boldEnd).strip());
      chains.boundary();
    }
  }

  private void enter(int level, String text) {
    path.removeIf(p -> p.level() >= level);
    path.add(new Level(level, text));
  }

  void beginHeading(int level, int from) {
    flush(true);
    inHeading = true;
    headingLevel = level;
    headingFrom = from;
    heading.setLength(0);
  }

  boolean inHeading() {
    return inHeading;
  }

  void endHeading(int to) {
    if (!inHeading) {
      return;
    }
    inHeading = false;
    String title = title(heading.toString());
    pieces.add(new Piece.Heading(new Span(headingFrom, Math.max(headingFrom, to)), headingLevel, title));
    enter(headingLevel, title);
    chains.boundary();
    opensLine = true;
    for (Waiting formula : waiting) {
      add(formula.span(), formula.display(), formula.content());
    }
    waiting.clear();
  }

  /** Without the marks that may close a heading of Markdown. */
  private static String title(String read) {
    String title = read.strip();
    int end = title.length();
    while (end > 0 && title.charAt(end - 1) == '#') {
      end--;
    }
    return end < title.length() && end > 0 && title.charAt(end - 1) == ' ' ? title.substring(0, end).strip() : title;
  }

  /** A piece of structure; no chain goes on across it. */
  void structure(Piece piece) {
    flush(true);
    pieces.add(piece);
    chains.boundary();
  }

  void verbatim(Span span) {
    flush(false);
    pieces.add(new Piece.Verbatim(span));
    chains.prose("x");
    opensLine = false;
  }

  void paragraphEnd(Span span) {
    flush(true);
    if (!pieces.isEmpty() && !(pieces.getLast() instanceof Piece.ParagraphEnd)) {
      pieces.add(new Piece.ParagraphEnd(span));
    }
  }

  void formula(Span span, boolean display, MathText content, String printed) {
    if (content.isBlank()) {
      return;
    }
    if (inHeading) {
      heading.append(printed);
      waiting.add(new Waiting(span, display, content));
      return;
    }
    flush(false);
    add(span, display, content);
    opensLine = false;
  }

  private void add(Span span, boolean display, MathText printed) {
    MathText content = CaseColumns.apart(BareWords.set(printed));
    Clauses.Cut cut = Clauses.cut(content);
    List<Integer> numbers = chains.formula(cut, display);
    pieces.add(new Piece.Formula(span, display, content, numbers, path.stream().map(Level::text).toList()));
  }
}
