package dev.gradus.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of a formula: control words with their backslash, control symbols, single characters, stretches of white space, and {@code
 * \begin{name}}, {@code \end{name}} as one token each. Brace groups and environments know their partners.
 */
final class Tokens {
  /** What a token is. */
  enum Kind {
    /** a backslash with letters or with one other character */
    COMMAND,
    BEGIN,
    END,
    SPACE,
    /** one character, or {@code :=} and other signs of several characters */
    CHARACTER
  }

  /** {@code text} is the token as written; of an environment its name, of an escaped index sign the sign. Offsets are those of the formula's text. */
  record Token(Kind kind, String text, int start, int end) {
    boolean is(String other) {
      return kind != Kind.BEGIN && kind != Kind.END && text.equals(other);
    }

    boolean isSpace() {
      return kind == Kind.SPACE;
    }

    /** A control word: backslash and letters. */
    boolean isWord() {
      return kind == Kind.COMMAND && text.length() > 1 && Character.isLetter(text.charAt(1));
    }
  }

  private static final List<String> WITH_ARGUMENT = List.of("array", "alignat", "alignedat", "xalignat", "IEEEeqnarray", "tabular", "subarray", "darray");
  private static final List<String> SIGNS = List.of("<=>", "==>", "-->", ":=", "=:", "<=", ">=", "=>", "->", "==");

  private final List<Token> list;
  private final int[] partner;

  private Tokens(List<Token> list) {
    this.list = list;
    this.partner = partners(list);
  }

  /** In: the text of a formula. Out: its tokens; every text has some. Linear. */
  static Tokens of(String text) {
    List<Token> out = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      Token token = next(text, i);
      out.add(token);
      i = token.end();
    }
    return new Tokens(List.copyOf(out));
  }

  int size() {
    return list.size();
  }

  Token get(int i) {
    return list.get(i);
  }

  /** Index of the token that closes the group, the environment or the {@code \left} opened at {@code i}; {@link #size()} when nothing does. */
  int partner(int i) {
    return partner[i];
  }

  /** The last token before {@code i}, not before {@code from}, that is no white space. */
  Optional<Token> before(int i, int from) {
    int at = i - 1;
    while (at >= from && list.get(at).isSpace()) {
      at--;
    }
    return at >= from ? Optional.of(list.get(at)) : Optional.empty();
  }

  /** The first token from {@code i} on, below {@code limit}, that is no white space. */
  Optional<Token> after(int i, int limit) {
    int at = skipSpace(i, limit);
    return at < limit ? Optional.of(list.get(at)) : Optional.empty();
  }

  /** Where the cells of the environment that opens at {@code begin} start: behind its options and its column specification. */
  int bodyStart(int begin) {
    int at = begin + 1;
    int next = skipSpace(at, size());
    if (next < size() && list.get(next).is("[") && partner[next] < Math.min(size(), next + 12)) {
      at = partner[next] + 1;
      next = skipSpace(at, size());
    }
    String name = list.get(begin).text().replace("*", "");
    if (WITH_ARGUMENT.contains(name) && next < size() && list.get(next).is("{")) {
      at = Math.min(size(), partner[next] + 1);
    }
    return at;
  }

  /** The first token from {@code i} on, below {@code limit}, that is no white space; else {@code limit}. */
  int skipSpace(int i, int limit) {
    int at = i;
    while (at < limit && list.get(at).isSpace()) {
      at++;
    }
    return at;
  }

  /** The index behind the brace group at {@code i}, white space before it allowed, or behind the single token there. */
  int skipGroup(int i, int limit) {
    int at = skipSpace(i, limit);
    if (at >= limit) {
      return limit;
    }
    if (list.get(at).is("{")) {
      return Math.min(limit, partner[at] + 1);
    }
    return at + 1;
  }

  private static Token next(String text, int i) {
    char c = text.charAt(i);
    int n = text.length();
    if (Character.isWhitespace(c)) {
      int end = i + 1;
      while (end < n && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      return new Token(Kind.SPACE, " ", i, end);
    }
    if (Underscores.beforeGroup(text, i)) {
      return new Token(Kind.CHARACTER, "_", i, i + 2);
    }
    if (c == '\\' && i + 1 < n) {
      return command(text, i);
    }
    for (String sign : SIGNS) {
      if (sign.charAt(0) == c && text.startsWith(sign, i)) {
        return new Token(Kind.CHARACTER, sign, i, i + sign.length());
      }
    }
    int end = i + Character.charCount(text.codePointAt(i));
    return new Token(Kind.CHARACTER, text.substring(i, end), i, end);
  }

  private static Token command(String text, int i) {
    int end = wordEnd(text, i + 1);
    if (end == i + 1) {
      int after = i + 1 + Character.charCount(text.codePointAt(i + 1));
      return new Token(Kind.COMMAND, text.substring(i, after), i, after);
    }
    String word = text.substring(i, end);
    if (word.equals("\\begin") || word.equals("\\end")) {
      int open = end;
      while (open < text.length() && text.charAt(open) == ' ') {
        open++;
      }
      int close = open < text.length() && text.charAt(open) == '{' ? nameEnd(text, open + 1) : open;
      if (close > open) {
        Kind kind = word.equals("\\begin") ? Kind.BEGIN : Kind.END;
        return new Token(kind, text.substring(open + 1, close).trim(), i, close + 1);
      }
    }
    return new Token(Kind.COMMAND, word, i, end);
  }

  /** Where the letters that start at {@code from} end. */
  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the command whose backslash stands at {@code i} ends: behind its letters, or behind one other character. */
  static int commandEnd(String text, int i) {
    return Math.max(i + 2, wordEnd(text, i + 1));
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The closing brace of an environment's name; {@code from - 1} when the text there is no such name. */
  private static int nameEnd(String text, int from) {
    int limit = Math.min(text.length(), from + 60);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '}') {
        return i;
      }
      if (c == '{' || c == '\\' || c == '\n') {
        break;
      }
    }
    return from - 1;
  }

  private static int[] partners(List<Token> list) {
    int[] partner = new int[list.size()];
    Arrays.fill(partner, partner.length);
    Deque<Integer> braces = new ArrayDeque<>();
    Deque<Integer> environments = new ArrayDeque<>();
    Deque<Integer> lefts = new ArrayDeque<>();
    Brackets brackets = new Brackets(partner);
    for (int i = 0; i < partner.length; i++) {
      Token token = list.get(i);
      boolean delimiter = i > 0 && (list.get(i - 1).is("\\left") || list.get(i - 1).is("\\right"));
      brackets.see(token, i, delimiter);
      if (token.is("{")) {
        braces.push(i);
      } else if (token.is("}") && !braces.isEmpty()) {
        int open = braces.pop();
        partner[open] = i;
        partner[i] = open;
      } else if (token.is("\\left")) {
        lefts.push(i);
      } else if (token.is("\\right") && !lefts.isEmpty()) {
        int open = lefts.pop();
        partner[open] = i;
        partner[i] = open;
      } else if (token.kind() == Kind.BEGIN) {
        environments.push(i);
      } else if (token.kind() == Kind.END && environments.stream().limit(8).anyMatch(e -> list.get(e).text().equals(token.text()))) {
        // an inner \begin without its \end is passed over
        int open = environments.pop();
        while (!list.get(open).text().equals(token.text())) {
          open = environments.pop();
        }
        partner[open] = i;
        partner[i] = open;
      }
    }
    return partner;
  }

  /** Pairs round, square and escaped curly brackets of any kind ({@code [0,1)} is a pair) within one group or environment. */
  private static final class Brackets {
    private final int[] partner;
    /** indices of open brackets; an open group or environment lies on top of those outside of it */
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Integer> bases = new ArrayDeque<>();

    Brackets(int[] partner) {
      this.partner = partner;
    }

    void see(Token token, int i, boolean delimiter) {
      if (token.kind() == Kind.BEGIN || token.is("{")) {
        bases.push(open.size());
      } else if ((token.kind() == Kind.END || token.is("}")) && !bases.isEmpty()) {
        int base = bases.pop();
        while (open.size() > base) {
          open.pop();
        }
      } else if (delimiter) {
        return;
      } else if (opens(token)) {
        open.push(i);
      } else if (closes(token) && open.size() > (bases.isEmpty() ? 0 : bases.peek())) {
        int from = open.pop();
        partner[from] = i;
        partner[i] = from;
      }
    }
  }

  static boolean opens(Token token) {
    return token.is("(") || token.is("[") || token.is("\\{");
  }

  static boolean closes(Token token) {
    return token.is(")") || token.is("]") || token.is("\\}");
  }
}
