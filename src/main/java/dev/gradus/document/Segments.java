package dev.gradus.document;

import dev.gradus.document.Segment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds formulas, code, comments and macro definitions in a document: the one pass that knows delimiters. What lies between them is running text.
 * Every closing delimiter is looked for at most to the next opening one of its kind, so the pass is linear.
 */
final class Segments {
  private static final List<String> MATH =
      List.of("equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "alignat", "flalign", "dmath", "IEEEeqnarray", "xalignat");
  private static final List<String> PARTS =
      List.of("aligned", "alignedat", "split", "gathered", "cases", "array", "matrix", "pmatrix", "bmatrix", "vmatrix", "Bmatrix", "Vmatrix", "dcases", "rcases");
  private static final List<String> VERBATIM = List.of("verbatim", "Verbatim", "lstlisting", "minted", "alltt", "comment", "filecontents", "tikzpicture");

  /** HTML elements of deleted text. */
  private static final List<String> DELETED = List.of("del", "s", "strike");

  /** How far words are looked for around a formula. */
  private static final int AROUND = 300;

  private final String text;
  private final boolean latex;
  private final List<Trouble> troubles;
  private final LineEnds lines;
  private final Macros aliases;
  private final Closings closings;
  private final List<Segment> out = new ArrayList<>();

  private Segments(String text, boolean latex, List<Trouble> troubles) {
    this.text = text;
    this.latex = latex;
    this.troubles = troubles;
    this.lines = new LineEnds(text);
    this.aliases = new Macros(new ArrayList<>());
    this.closings = new Closings(text, latex);
  }

  /**
   * In: the source. Out: its segments in order, none overlapping another.
   *
   * @param latex comments everywhere, no inline code
   */
  static List<Segment> find(String text, boolean latex, List<Trouble> troubles) {
    Segments segments = new Segments(text, latex, troubles);
    int i = segments.frontMatter();
    while (i < text.length()) {
      i = segments.step(i);
    }
    return segments.out;
  }

  /** Whether a formula is an environment such as aligned or cases without delimiters around it. */
  static boolean isPart(String text, Segment segment) {
    String head = text.substring(segment.from(), Math.min(text.length(), segment.from() + 30));
    return segment.bodyFrom() == segment.from() && PARTS.stream().anyMatch(p -> head.startsWith("\\begin{" + p + "}"));
  }

  private int add(Kind kind, int from, int to, int bodyFrom, int bodyTo) {
    out.add(new Segment(kind, from, to, bodyFrom, bodyTo));
    return to;
  }

  private int step(int i) {
    return switch (text.charAt(i)) {
      case '`' -> backtick(i);
      case '~' -> latex ? i + 1 : text.startsWith("~~~", i) ? fence(i, '~') : struck(i);
      case '$' -> dollar(i);
      case '\\' -> backslash(i);
      case '%' -> latex ? add(Kind.COMMENT, i, lines.at(i), i, i) : i + 1;
      case '<' -> html(i);
      default -> i + 1;
    };
  }

  /** The YAML at the head of many Markdown files. */
  private int frontMatter() {
    if (latex || !text.startsWith("---\n")) {
      return 0;
    }
    int end = text.indexOf("\n---\n", 3);
    int colon = text.indexOf(':');
    boolean yaml = end > 0 && end < 3_000 && colon > 0 && colon < end && text.indexOf('\n', 4) > colon && !text.substring(4, end).contains("\n\n");
    return yaml ? add(Kind.CODE, 0, end + 5, 0, 0) : 0;
  }

  private int runEnd(int i) {
    int end = i;
    while (end < text.length() && text.charAt(end) == text.charAt(i)) {
      end++;
    }
    return end;
  }

  private int backtick(int i) {
    int end = runEnd(i);
    if (end - i >= 3 && opensLine(i)) {
      int behind = fence(i, '`');
      if (behind > end) {
        return behind;
      }
    }
    if (latex) {
      return end;
    }
    int line = lines.at(i);
    int k = end;
    while (k < line) {
      if (text.charAt(k) == '`') {
        int close = runEnd(k);
        if (close - k == end - i) {
          return add(Kind.CODE, i, close, i, close);
        }
        k = close;
      } else {
        k++;
      }
    }
    return end;
  }

  /** Only white space, quote marks or a list marker stand before it in its line. */
  private boolean opensLine(int i) {
    int k = i - 1;
    while (k >= 0 && text.charAt(k) != '\n') {
      char c = text.charAt(k);
      if (i - k > 20 || !(c == ' ' || c == '\t' || c == '>' || c == '-' || c == '*' || c == '.' || Character.isDigit(c))) {
        return false;
      }
      k--;
    }
    return true;
  }

  private int fence(int i, char mark) {
    int end = runEnd(i);
    int line = lines.at(i);
    String info = text.substring(end, line).strip();
    if (!opensLine(i) || info.indexOf(mark) >= 0 || line >= text.length()) {
      return end;
    }
    Optional<Integer> close = closings.fence(line, mark, end - i);
    if (close.isEmpty()) {
      return end;
    }
    int behind = lines.at(close.get());
    if (info.equals("math")) {
      return add(Kind.DISPLAY, i, behind, line + 1, Math.max(line + 1, text.lastIndexOf('\n', close.get())));
    }
    return add(Kind.CODE, i, behind, i, behind);
  }

  private int html(int i) {
    for (String tag : DELETED) {
      if (text.startsWith("<" + tag + ">", i)) {
        Optional<Integer> end = closings.next("</" + tag + ">", i);
        return end.isEmpty() ? i + 1 : add(Kind.COMMENT, i, end.get() + tag.length() + 3, i, i);
      }
    }
    if (latex || !text.startsWith("<!--", i)) {
      return i + 1;
    }
    Optional<Integer> end = closings.next("-->", i + 4);
    return end.isEmpty() ? i + 4 : add(Kind.COMMENT, i, end.get() + 3, i, i);
  }

  /** {@code ~~deleted~~} in Markdown. */
  private int struck(int i) {
    int end = runEnd(i);
    if (end - i != 2 || end >= text.length() || Character.isWhitespace(text.charAt(end))) {
      return end;
    }
    int close = text.indexOf("~~", end, closings.paragraphEnd(i));
    return close < 0 ? end : add(Kind.COMMENT, i, close + 2, i, i);
  }

  /** What a command strikes out, or {@code \\iffalse} leaves out. */
  private int leftOut(int i, int end, String word) {
    if (word.equals("\\iffalse") || (word.equals("\\if") && text.startsWith("0", end))) {
      Optional<Integer> close = closings.next("\\fi", end);
      return close.isEmpty() ? end : add(Kind.COMMENT, i, close.get() + 3, i, i);
    }
    if (end >= text.length() || text.charAt(end) != '{') {
      return end;
    }
    int limit = Math.min(text.length(), end + 2_000);
    int close = Braces.close(text, end, limit);
    return close >= limit ? end : add(Kind.COMMENT, i, close + 1, i, i);
  }

  private int dollar(int i) {
    if (text.startsWith("$`", i)) {
      int close = text.indexOf("`$", i + 2, closings.paragraphEnd(i));
      if (close >= 0) {
        return add(Kind.INLINE, i, close + 2, i + 2, close);
      }
    }
    if (text.startsWith("$$", i)) {
      Optional<Integer> close = closings.dollars(i + 2);
      if (close.isEmpty()) {
        return broken(i, "$$");
      }
      Kind kind = amidWords(i, close.get() + 2) ? Kind.INLINE : Kind.DISPLAY;
      return add(kind, i, close.get() + 2, i + 2, close.get());
    }
    Optional<Integer> close = closings.dollar(i + 1);
    if (close.isPresent() && !isMoney(i + 1, close.get())) {
      return add(Kind.INLINE, i, close.get() + 1, i + 1, close.get());
    }
    boolean money = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
    if (!money) {
      trouble(i, i + 1, "$");
    }
    return i + 1;
  }

  /** {@code $5 and $x}: digits, then only words, then a dollar sign that opens rather than closes. */
  private boolean isMoney(int from, int close) {
    if (!Character.isDigit(text.charAt(from)) || close == from || !Character.isWhitespace(text.charAt(close - 1))) {
      return false;
    }
    boolean word = false;
    for (int k = from; k < close; k++) {
      char c = text.charAt(k);
      if (c == '\\' || c == '=' || c == '^' || c == '_' || c == '{' || c == '<' || c == '>' || c == '+') {
        return false;
      }
      word |= k + 2 < close && Character.isLetter(c) && Character.isLetter(text.charAt(k + 1));
    }
    return word;
  }

  /** Words before and behind it in its line: such dollars are used for inline formulas too. */
  private boolean amidWords(int from, int to) {
    int end = lines.at(from);
    if (to > end) {
      return false;
    }
    int line = from;
    while (line > 0 && text.charAt(line - 1) != '\n' && from - line < AROUND) {
      line--;
    }
    return hasWord(line, from) && hasWord(to, Math.min(end, to + AROUND));
  }

  /** Whether a word stands between two places, outside of formulas. */
  private boolean hasWord(int from, int to) {
    int start = from;
    boolean formula = false;
    int k = from;
    while (k < to) {
      if (text.charAt(k) == '$') {
        if (!formula && hasLetters(start, k)) {
          return true;
        }
        formula = !formula;
        k += text.startsWith("$$", k) ? 2 : 1;
        start = k;
      } else {
        k++;
      }
    }
    return !formula && hasLetters(start, to);
  }

  private boolean hasLetters(int from, int to) {
    for (int k = from; k < to; k++) {
      char c = text.charAt(k);
      if (Character.isLetter(c) && (!Tokens.isLetter(c) || (k + 1 < to && Character.isLetter(text.charAt(k + 1))))) {
        return true;
      }
    }
    return false;
  }

  private void trouble(int from, int to, String delimiter) {
    troubles.add(new Trouble(new Span(from, to), "syntax.unclosed-math", "nothing closes the formula that " + delimiter + " opens here"));
  }

  private int broken(int i, String delimiter) {
    trouble(i, Math.min(text.length(), i + delimiter.length()), delimiter);
    return add(Kind.BROKEN, i, closings.paragraphEnd(i), i, i);
  }

  private int backslash(int i) {
    int n = text.length();
    if (i + 1 >= n) {
      return n;
    }
    char next = text.charAt(i + 1);
    if (next == '(' || next == '[') {
      return bracketed(i, i + 2, next);
    }
    if (next == '\\' && !latex && i + 2 < n && (text.charAt(i + 2) == '(' || text.charAt(i + 2) == '[')) {
      return bracketed(i, i + 3, text.charAt(i + 2));
    }
    if (!Tokens.isLetter(next)) {
      return i + 2;
    }
    int end = Tokens.wordEnd(text, i + 1);
    String word = text.substring(i, Math.min(end, i + 40));
    int defined = aliases.define(text, i, n);
    if (defined > i) {
      return add(Kind.DEFINITION, i, defined, i, defined);
    }
    return switch (word) {
      case "\\begin" -> environment(i, end);
      case "\\verb" -> verb(i, end);
      case "\\ensuremath" -> ensured(i, end);
      case "\\iffalse", "\\if", "\\sout", "\\st" -> leftOut(i, end, word);
      default -> alias(i, end, word);
    };
  }

  private int bracketed(int i, int body, char open) {
    boolean display = open == '[';
    Optional<Integer> close = closings.bracket(body, open);
    if (close.isEmpty()) {
      return body - i == 2 ? broken(i, "\\" + open) : body;
    }
    // written with two backslashes in Markdown
    int bodyEnd = body - i == 3 && text.charAt(close.get() - 1) == '\\' ? close.get() - 1 : close.get();
    return add(display ? Kind.DISPLAY : Kind.INLINE, i, close.get() + 2, body, Math.max(body, bodyEnd));
  }

  private int environment(int i, int end) {
    Optional<String> name = nameAt(end);
    if (name.isEmpty()) {
      return end;
    }
    int body = text.indexOf('}', end) + 1;
    String plain = name.get().replace("*", "");
    if (VERBATIM.contains(plain)) {
      Optional<Integer> close = closings.next("\\end{" + name.get() + "}", body);
      return close.isEmpty() ? body : add(Kind.CODE, i, close.get() + name.get().length() + 6, i, i);
    }
    if (MATH.contains(plain)) {
      Optional<Integer> close = closings.environment(body, name.get(), false);
      if (close.isEmpty()) {
        return broken(i, "\\begin{" + name.get() + "}");
      }
      Kind kind = plain.equals("math") ? Kind.INLINE : Kind.DISPLAY;
      return add(kind, i, close.get() + name.get().length() + 6, i, close.get() + name.get().length() + 6);
    }
    if (PARTS.contains(plain)) {
      Optional<Integer> close = closings.environment(body, name.get(), true);
      if (close.isPresent()) {
        int behind = close.get() + name.get().length() + 6;
        return add(Kind.DISPLAY, i, behind, i, behind);
      }
    }
    return body;
  }

  private Optional<String> nameAt(int at) {
    int open = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    if (open >= text.length() || text.charAt(open) != '{') {
      return Optional.empty();
    }
    int close = text.indexOf('}', open, Math.min(text.length(), open + 40));
    boolean name = close > open;
    return name ? Optional.of(text.substring(open + 1, close)) : Optional.empty();
  }

  private int verb(int i, int end) {
    int open = end < text.length() && text.charAt(end) == '*' ? end + 1 : end;
    if (open >= text.length() || Character.isWhitespace(text.charAt(open))) {
      return end;
    }
    int close = text.indexOf(text.charAt(open), open + 1, Math.max(open + 1, lines.at(i)));
    return close < 0 ? end : add(Kind.CODE, i, close + 1, i, i);
  }

  private int ensured(int i, int end) {
    if (end >= text.length() || text.charAt(end) != '{') {
      return end;
    }
    int close = Braces.close(text, end, Math.min(text.length(), end + 2_000));
    return close >= Math.min(text.length(), end + 2_000) ? end : add(Kind.INLINE, i, close + 1, end + 1, close);
  }

  /** {@code \be .. \ee}: macros that stand for delimiters. */
  private int alias(int i, int end, String word) {
    Optional<String> body = aliases.isEmpty() ? Optional.empty() : aliases.body(word).map(String::strip);
    if (body.isEmpty()) {
      return end;
    }
    boolean opens = body.get().equals("\\[") || body.get().equals("$$") || (body.get().startsWith("\\begin{") && body.get().endsWith("}") && MATH.contains(body.get().substring(7, body.get().length() - 1).replace("*", "")));
    if (!opens) {
      return end;
    }
    String closing = body.get().startsWith("\\begin") ? "\\end" + body.get().substring(6) : body.get().equals("$$") ? "$$" : "\\]";
    int limit = Math.min(text.length(), closings.paragraphEnd(i) + 2_000);
    for (int k = text.indexOf('\\', end); k >= 0 && k < limit; k = text.indexOf('\\', k + 1)) {
      int stop = Tokens.wordEnd(text, k + 1);
      String name = text.substring(k, Math.min(stop, k + 40));
      if (name.equals(word) && !closing.equals("$$")) {
        break;
      }
      if (aliases.body(name).filter(b -> b.strip().equals(closing)).isPresent()) {
        return add(Kind.DISPLAY, i, stop, end, k);
      }
    }
    return broken(i, word);
  }
}
