package dev.gradus.document;

import java.util.List;
import java.util.Optional;

/**
 * Walks through a document line by line: headings, lists, tables and quotes of Markdown at the head of a line, running text, formulas and LaTeX commands
 * within it.
 */
final class Blocks {
  private final String text;
  private final boolean latex;
  private final List<Segment> segments;
  private final LineEnds lines;
  private final Macros macros;
  private final Pieces pieces;
  private final Lists lists;
  private final LatexText commands;
  private final Emphasis emphasis;

  private int nextSegment;
  private int quotes;
  /** the last line was running text */
  private boolean inParagraph;

  private boolean inTable;
  private int tableRow;
  private int tableCell;

  Blocks(String text, boolean latex, List<Segment> segments, Macros macros, Pieces pieces) {
    this.text = text;
    this.latex = latex;
    this.segments = segments;
    this.lines = new LineEnds(text);
    this.macros = macros;
    this.pieces = pieces;
    this.lists = new Lists(pieces);
    this.commands = new LatexText(text, latex, macros, pieces);
    this.emphasis = latex ? Emphasis.find("", List.of()) : Emphasis.find(text, segments);
  }

  void read() {
    int i = 0;
    while (i < text.length()) {
      i = content(head(i));
    }
    commands.end(text.length());
    pieces.endHeading(text.length());
    pieces.flush(true);
    lists.end(text.length());
  }

  /** The segment that begins at {@code i}. */
  private Optional<Segment> segmentAt(int i) {
    while (nextSegment < segments.size() && segments.get(nextSegment).from() < i) {
      nextSegment++;
    }
    return nextSegment < segments.size() && segments.get(nextSegment).from() == i ? Optional.of(segments.get(nextSegment)) : Optional.empty();
  }

  /** Reads what stands at the head of the line at {@code i}; returns where its running text begins. */
  private int head(int i) {
    int end = lines.at(i);
    int start = quoteMarks(i, end);
    int first = start;
    while (first < end && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (first == end) {
      emptyLine(i, end);
      return end;
    }
    if (latex) {
      return start;
    }
    // the line's own end: not one within a formula that begins in it
    int clear = segmentFrom(first, end);
    if (text.charAt(first) == '#' && heading(first, end)) {
      int title = first;
      while (title < end && (text.charAt(title) == '#' || text.charAt(title) == ' ')) {
        title++;
      }
      return title;
    }
    if (isBreak(first, end)) {
      endParagraph(i, end);
      return end;
    }
    Optional<Lists.Marker> marker = first < clear ? Lists.marker(text, start, Math.min(end, clear)) : Optional.empty();
    if (marker.isPresent() && opensItem(marker.get())) {
      closeTable();
      lists.item(marker.get());
      inParagraph = true;
      return marker.get().contentFrom();
    }
    if (table(first, end)) {
      return inTable && isDelimiterRow(first, end) ? end : first;
    }
    if (!inParagraph) {
      lists.paragraph(columns(start, first), first);
      underlined(first, end);
    }
    inParagraph = true;
    return first;
  }

  private int quoteMarks(int i, int end) {
    int k = i;
    quotes = 0;
    if (latex) {
      return k;
    }
    while (true) {
      int at = k;
      while (at < end && at - k < 3 && text.charAt(at) == ' ') {
        at++;
      }
      if (at >= end || text.charAt(at) != '>' || quotes >= 20) {
        return k;
      }
      quotes++;
      k = at + 1;
      if (k < end && text.charAt(k) == ' ') {
        k++;
      }
    }
  }

  private int segmentFrom(int i, int end) {
    segmentAt(i);
    return nextSegment < segments.size() ? Math.min(end, segments.get(nextSegment).from()) : end;
  }

  private int columns(int from, int to) {
    int columns = 0;
    for (int k = from; k < to; k++) {
      columns += text.charAt(k) == '\t' ? 4 : 1;
    }
    return columns;
  }

  private void emptyLine(int i, int end) {
    closeTable();
    endParagraph(i, end);
    commands.paragraphEnds(i);
  }

  private void endParagraph(int i, int end) {
    pieces.endHeading(i);
    pieces.paragraphEnd(new Span(i, end));
    inParagraph = false;
  }

  /** {@code ## Title}; also {@code ##Title}, as people write it. */
  private boolean heading(int first, int end) {
    int level = 0;
    while (first + level < end && text.charAt(first + level) == '#') {
      level++;
    }
    int behind = first + level;
    boolean space = behind < end && (text.charAt(behind) == ' ' || text.charAt(behind) == '\t');
    if (level > 6 || behind >= end || !(space || (level >= 2 && Character.isLetterOrDigit(text.charAt(behind))))) {
      return false;
    }
    closeTable();
    lists.end(first);
    pieces.beginHeading(level, first);
    inParagraph = false;
    return true;
  }

  private boolean isBreak(int first, int end) {
    char mark = text.charAt(first);
    if (mark != '-' && mark != '*' && mark != '_') {
      return false;
    }
    int count = 0;
    for (int k = first; k < end; k++) {
      char c = text.charAt(k);
      if (c == mark) {
        count++;
      } else if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return count >= 3;
  }

  /** A number other than 1 begins no list in the middle of a paragraph. */
  private boolean opensItem(Lists.Marker marker) {
    if (!inParagraph || !lists.isEmpty() || !marker.ordered()) {
      return marker.contentFrom() < lines.at(marker.from()) || !inParagraph;
    }
    return marker.printed().equals("1.") || marker.printed().equals("1)");
  }

  /** A line underlined with {@code ===} or {@code ---} is a heading. */
  private void underlined(int first, int end) {
    int next = end + 1;
    if (next >= text.length() || segmentFrom(first, end) < end) {
      return;
    }
    String under = text.substring(next, Math.min(lines.at(next), next + 200)).strip();
    boolean level1 = under.length() >= 2 && under.chars().allMatch(c -> c == '=');
    boolean level2 = under.length() >= 3 && under.chars().allMatch(c -> c == '-');
    if (level1 || level2) {
      lists.end(first);
      pieces.beginHeading(level1 ? 1 : 2, first);
    }
  }

  private boolean table(int first, int end) {
    boolean pipe = text.indexOf('|', first, end) >= 0;
    if (inTable) {
      if (pipe) {
        nextRow(first);
        return true;
      }
      closeTable();
      return false;
    }
    int next = end + 1;
    if (!pipe || next >= text.length() || !isDelimiterRow(next, lines.at(next))) {
      return false;
    }
    inTable = true;
    tableRow = -1;
    nextRow(first);
    return true;
  }

  private boolean isDelimiterRow(int from, int end) {
    boolean dash = false;
    boolean pipe = false;
    for (int k = from; k < end; k++) {
      char c = text.charAt(k);
      dash |= c == '-';
      pipe |= c == '|';
      if (c != '-' && c != '|' && c != ':' && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return dash && pipe;
  }

  private void nextRow(int first) {
    if (isDelimiterRow(first, lines.at(first))) {
      return;
    }
    tableRow++;
    tableCell = 0;
    if (text.charAt(first) != '|') {
      pieces.structure(new Piece.TableCell(new Span(first, first), tableRow, tableCell));
    } else {
      tableCell = -1;
    }
    inParagraph = true;
  }

  private void closeTable() {
    inTable = false;
  }

  /** Running text from {@code i} to the end of the line, or of what the formulas in it reach to. Returns the start of the next line. */
  private int content(int from) {
    int i = from;
    while (i < text.length()) {
      Optional<Segment> segment = segmentAt(i);
      if (segment.isPresent()) {
        i = segment(segment.get());
        continue;
      }
      char c = text.charAt(i);
      if (c == '\n') {
        lineEnds(i);
        return i + 1;
      }
      i = character(c, i);
    }
    return i;
  }

  private void lineEnds(int i) {
    if (pieces.inHeading() && !latex) {
      pieces.endHeading(i);
    } else {
      pieces.text("\n", i, i);
    }
  }

  private int segment(Segment segment) {
    Span span = new Span(segment.from(), segment.to());
    switch (segment.kind()) {
      case INLINE, DISPLAY -> {
        MathText content = macros.formula(text, segment.bodyFrom(), segment.bodyTo(), quotes);
        pieces.formula(span, segment.kind() == Segment.Kind.DISPLAY, content, text.substring(segment.from(), segment.to()));
      }
      case CODE -> {
        if (pieces.inHeading()) {
          pieces.text(text.substring(segment.from(), segment.to()), segment.from(), segment.to());
        } else {
          pieces.verbatim(span);
        }
      }
      case COMMENT -> {
        // nothing of it is text
      }
      case DEFINITION -> macros.define(text, segment.from(), text.length());
      case BROKEN -> {
        pieces.verbatim(span);
        pieces.paragraphEnd(new Span(segment.to(), segment.to()));
        pieces.chains().boundary();
      }
    }
    return Math.max(segment.from() + 1, segment.to());
  }

  private int character(char c, int i) {
    if (c == '\\') {
      return commands.command(i, segmentFrom(i, text.length()));
    }
    if (c == '{' || c == '}' || (c == '&' && latex) || (c == '~' && latex)) {
      return commands.character(c, i);
    }
    if (!latex) {
      if (emphasis.marks.get(i)) {
        if (emphasis.boldOpens.get(i)) {
          pieces.boldOpens();
        } else if (emphasis.boldCloses.get(i)) {
          pieces.boldCloses();
        }
        return i + 1;
      }
      if (c == '|' && inTable) {
        return cell(i);
      }
      if (c == '[' || c == '!') {
        return link(c, i);
      }
      if (c == '<') {
        return tag(i);
      }
      if (c == '~' && text.startsWith("~~", i)) {
        return i + 2;
      }
    }
    int end = i + 1;
    pieces.text(text.substring(i, end), i, end);
    return end;
  }

  private int cell(int i) {
    tableCell++;
    int end = lines.at(i);
    if (!text.substring(i + 1, Math.min(end, i + 200)).isBlank()) {
      pieces.structure(new Piece.TableCell(new Span(i + 1, i + 1), tableRow, tableCell));
    }
    return i + 1;
  }

  /** {@code [words](address)}: the address goes; of an image all of it. */
  private int link(char c, int i) {
    int open = c == '!' ? i + 1 : i;
    int limit = Math.min(Math.min(lines.at(i), i + 500), segmentFrom(i, text.length()));
    if (open < limit && text.charAt(open) == '[') {
      int close = Braces.closeSquare(text, open, limit);
      if (close + 1 < limit && text.charAt(close + 1) == '(') {
        int shut = text.indexOf(')', close, limit);
        if (shut > 0) {
          if (c == '[') {
            pieces.text(text.substring(open + 1, close), open + 1, close);
          }
          return shut + 1;
        }
      }
    }
    pieces.text(String.valueOf(c), i, i + 1);
    return i + 1;
  }

  /** An HTML tag; a lone {@code <} stays. */
  private int tag(int i) {
    int limit = Math.min(Math.min(text.length(), i + 300), segmentFrom(i, text.length()));
    int k = i + 1 < limit && text.charAt(i + 1) == '/' ? i + 2 : i + 1;
    if (k < limit && Tokens.isLetter(text.charAt(k))) {
      int close = text.indexOf('>', k, limit);
      if (close > 0 && text.indexOf('\n', k, close) < 0) {
        if (text.startsWith("<br", i) || text.startsWith("<p", i) || text.startsWith("</p", i)) {
          pieces.text("\n", i, close + 1);
        }
        return close + 1;
      }
    }
    pieces.text("<", i, i + 1);
    return i + 1;
  }
}
