package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The macros a document defines, and their expansion. A definition holds from where it stands. Expansion is bounded in depth, count and size; a
 * use that exceeds a bound stays as it is written, is reported once and its macro never tried again.
 */
final class Macros {
  private static final int DEPTH = 40;
  private static final int USES = 2_000;
  private static final int SIZE = 20_000;
  private static final int DOCUMENT_SIZE = 10_000_000;

  private static final List<String> DEFINERS =
      List.of(
          "\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand", "\\def", "\\gdef", "\\edef", "\\xdef",
          "\\DeclareMathOperator", "\\DeclarePairedDelimiter", "\\let");

  /** Commands that renderers of Markdown know beside LaTeX's own, which has other uses for some of these names; behind each what it is short for. */
  private static final List<List<String>> SHORT =
      List.of(
          List.of("\\part", "\\partial"), List.of("\\reals", "\\mathbb{R}"), List.of("\\Reals", "\\mathbb{R}"), List.of("\\isin", "\\in"), List.of("\\exist", "\\exists"),
          List.of("\\sdot", "\\cdot"), List.of("\\plusmn", "\\pm"), List.of("\\lang", "\\langle"), List.of("\\rang", "\\rangle"), List.of("\\rarr", "\\rightarrow"),
          List.of("\\rArr", "\\Rightarrow"), List.of("\\hArr", "\\Leftrightarrow"));

  /** {@code body} with {@code #1} to {@code #9}; {@code first} stands for an omitted first argument in square brackets. */
  private record Macro(int arguments, Optional<String> first, String body) {}

  /** A macro with what it is applied to, and where the use ends. */
  private record Use(Macro macro, List<String> arguments, int end) {}

  /** What is left of the bounds for one use. */
  private static final class Bounds {
    int uses = USES;
    int size = SIZE;
  }

  private final Map<String, Macro> macros = new TreeMap<>();
  private final TreeSet<String> refused = new TreeSet<>();
  private final List<Trouble> troubles;
  private int room = DOCUMENT_SIZE;

  Macros(List<Trouble> troubles) {
    this.troubles = troubles;
  }

  /** The macros of a document in Markdown before it has defined any. */
  static Macros ofMarkdown(List<Trouble> troubles) {
    Macros macros = new Macros(troubles);
    SHORT.forEach(s -> macros.put(s.get(0), new Macro(0, Optional.empty(), s.get(1))));
    return macros;
  }

  boolean isEmpty() {
    return macros.isEmpty();
  }

  /** The body of a macro without arguments. */
  Optional<String> body(String name) {
    return Optional.ofNullable(macros.get(name)).filter(m -> m.arguments() == 0).map(Macro::body);
  }

  boolean defines(String name) {
    return macros.containsKey(name);
  }

  /**
   * Takes the definition that starts at {@code at} ({@code \newcommand}, {@code \def}, ...).
   *
   * @return where it ends; {@code at} when none stands there
   */
  int define(String text, int at, int outer) {
    int end = Math.min(outer, Tokens.wordEnd(text, at + 1));
    String word = text.substring(at, end);
    if (!DEFINERS.contains(word) || room <= 0) {
      return at;
    }
    int limit = Math.min(outer, at + SIZE);
    int behind = define(text, at, end, limit, word);
    room -= behind > at ? behind - at : limit - at;
    return behind;
  }

  private int define(String text, int at, int end, int limit, String word) {
    return switch (word) {
      case "\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand" -> command(text, at, end, limit, word);
      case "\\def", "\\gdef", "\\edef", "\\xdef" -> plain(text, at, end, limit);
      case "\\DeclareMathOperator" -> operator(text, at, end, limit);
      case "\\DeclarePairedDelimiter" -> paired(text, at, end, limit);
      case "\\let" -> let(text, at, end, limit);
      default -> at;
    };
  }

  private int command(String text, int at, int from, int limit, String word) {
    int i = star(text, from, limit);
    Optional<Group> name = group(text, i, limit);
    if (name.isEmpty() || !name.get().text().startsWith("\\")) {
      return at;
    }
    i = Braces.skipSpace(text, name.get().end(), limit);
    int arguments = 0;
    Optional<String> first = Optional.empty();
    if (i < limit && text.charAt(i) == '[') {
      int close = Braces.closeSquare(text, i, limit);
      if (close == i + 2 && Character.isDigit(text.charAt(i + 1))) {
        arguments = text.charAt(i + 1) - '0';
      }
      i = Braces.skipSpace(text, Math.min(limit, close + 1), limit);
      if (i < limit && text.charAt(i) == '[') {
        int shut = Braces.closeSquare(text, i, limit);
        first = Optional.of(text.substring(i + 1, shut));
        i = Math.min(limit, shut + 1);
      }
    }
    Optional<Group> body = group(text, i, limit);
    if (body.isEmpty()) {
      return at;
    }
    String key = name.get().text().trim();
    if (!(word.equals("\\providecommand") && macros.containsKey(key))) {
      put(key, new Macro(arguments, first, body.get().text()));
    }
    return body.get().end();
  }

  private int plain(String text, int at, int from, int limit) {
    int i = Braces.skipSpace(text, from, limit);
    if (i >= limit || text.charAt(i) != '\\') {
      return at;
    }
    int end = Math.min(limit, Tokens.commandEnd(text, i));
    String name = text.substring(i, end);
    int arguments = 0;
    while (end + 1 < limit && text.charAt(end) == '#' && text.charAt(end + 1) == (char) ('1' + arguments)) {
      arguments++;
      end += 2;
    }
    // arguments set off by other text are TeX's own art: such a definition is passed over
    int open = Braces.skipSpace(text, end, limit);
    if (open >= limit || text.charAt(open) != '{') {
      return at;
    }
    Optional<Group> body = group(text, end, limit);
    if (body.isEmpty()) {
      return at;
    }
    put(name, new Macro(arguments, Optional.empty(), body.get().text()));
    return body.get().end();
  }

  private int operator(String text, int at, int from, int limit) {
    int i = star(text, from, limit);
    Optional<Group> name = group(text, i, limit);
    Optional<Group> body = name.flatMap(n -> group(text, n.end(), limit));
    if (name.isEmpty() || body.isEmpty()) {
      return at;
    }
    put(name.get().text().trim(), new Macro(0, Optional.empty(), (i > from ? "\\operatorname*{" : "\\operatorname{") + body.get().text() + "}"));
    return body.get().end();
  }

  private int paired(String text, int at, int from, int limit) {
    Optional<Group> name = group(text, from, limit);
    Optional<Group> left = name.flatMap(n -> group(text, n.end(), limit));
    Optional<Group> right = left.flatMap(l -> group(text, l.end(), limit));
    if (name.isEmpty() || left.isEmpty() || right.isEmpty()) {
      return at;
    }
    put(name.get().text().trim(), new Macro(1, Optional.empty(), "\\left" + left.get().text() + " #1 \\right" + right.get().text()));
    return right.get().end();
  }

  private int let(String text, int at, int from, int limit) {
    Optional<Group> name = group(text, from, limit);
    if (name.isEmpty()) {
      return at;
    }
    int i = Braces.skipSpace(text, name.get().end(), limit);
    if (i < limit && text.charAt(i) == '=') {
      i++;
    }
    Optional<Group> body = group(text, i, limit);
    if (body.isEmpty()) {
      return at;
    }
    Macro known = macros.getOrDefault(body.get().text(), new Macro(0, Optional.empty(), body.get().text()));
    put(name.get().text(), known);
    return body.get().end();
  }

  private void put(String name, Macro macro) {
    refused.remove(name);
    macros.put(name, macro);
  }

  private static int star(String text, int from, int limit) {
    return from < limit && text.charAt(from) == '*' ? from + 1 : from;
  }

  /** The content of a group, or a single token. */
  private record Group(String text, int end) {}

  private static Optional<Group> group(String text, int from, int limit) {
    int i = Braces.skipSpace(text, from, limit);
    if (i >= limit || Character.isWhitespace(text.charAt(i))) {
      return Optional.empty();
    }
    char c = text.charAt(i);
    if (c == '{') {
      int close = Braces.close(text, i, limit);
      return close < limit ? Optional.of(new Group(text.substring(i + 1, close), close + 1)) : Optional.empty();
    }
    if (c == '}') {
      return Optional.empty();
    }
    int end = c == '\\' ? Math.min(limit, Tokens.commandEnd(text, i)) : Math.min(limit, i + Character.charCount(text.codePointAt(i)));
    return Optional.of(new Group(text.substring(i, end), end));
  }

  /**
   * The formula between two offsets of the source: comments and definitions blanked, macros expanded.
   *
   * @param quotes how many {@code >} of a Markdown quote open each of its lines; they are blanked
   */
  MathText formula(String text, int from, int to, int quotes) {
    MathBuilder out = new MathBuilder();
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '%') {
        while (i < to && text.charAt(i) != '\n') {
          out.add(' ', i, i + 1);
          i++;
        }
      } else if (c == '\\') {
        i = command(text, i, to, out);
      } else {
        out.add(c, i, i + 1);
        i++;
        if (c == '\n' && quotes > 0) {
          i = quoteMarks(text, i, to, quotes, out);
        }
      }
    }
    return out.build();
  }

  private static int quoteMarks(String text, int from, int to, int quotes, MathBuilder out) {
    int i = from;
    int left = quotes;
    while (i < to && left > 0 && (text.charAt(i) == ' ' || text.charAt(i) == '>')) {
      if (text.charAt(i) == '>') {
        left--;
      }
      out.add(' ', i, i + 1);
      i++;
    }
    return i;
  }

  private int command(String text, int at, int to, MathBuilder out) {
    int end = Math.min(to, Tokens.commandEnd(text, at));
    int defined = define(text, at, to);
    if (defined > at) {
      out.add(" ", new Span(at, defined));
      return defined;
    }
    String name = text.substring(at, end);
    if (macros.containsKey(name) && !refused.contains(name) && room > 0) {
      Optional<Use> use = use(text, name, end, Math.min(to, at + SIZE));
      if (use.isEmpty()) {
        room -= SIZE;
      }
      Optional<String> expanded = use.flatMap(u -> expand(u, name, new Span(at, u.end())));
      if (use.isPresent() && expanded.isPresent()) {
        Span span = new Span(at, use.get().end());
        if (Tokens.isLetter(out.last()) && out.endsInWord() && Tokens.isLetter(first(expanded.get()))) {
          out.add(" ", span);
        }
        out.add(expanded.get(), span);
        if (endsInWord(expanded.get()) && span.end() < to && Tokens.isLetter(text.charAt(span.end()))) {
          out.add(" ", span);
        }
        return span.end();
      }
    }
    for (int i = at; i < end; i++) {
      out.add(text.charAt(i), i, i + 1);
    }
    return end;
  }

  private Optional<Use> use(String text, String name, int end, int limit) {
    Macro macro = macros.get(name);
    if (macro == null) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    int i = end;
    if (macro.arguments() > 0 && i < limit && text.charAt(i) == '*' && macro.body().startsWith("\\left")) {
      i++;
    }
    if (macro.first().isPresent() && macro.arguments() > 0) {
      int open = Braces.skipSpace(text, i, limit);
      int close = open < limit && text.charAt(open) == '[' ? Braces.closeSquare(text, open, limit) : limit;
      arguments.add(close < limit ? text.substring(open + 1, close) : macro.first().get());
      i = close < limit ? close + 1 : i;
    }
    while (arguments.size() < macro.arguments()) {
      Optional<Group> group = group(text, i, limit);
      if (group.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(group.get().text());
      i = group.get().end();
    }
    return Optional.of(new Use(macro, arguments, i));
  }

  private Optional<String> expand(Use use, String name, Span span) {
    Bounds bounds = new Bounds();
    Optional<String> out = room > 0 ? expand(substitute(use), 0, bounds) : Optional.empty();
    room -= SIZE - bounds.size;
    if (out.isEmpty()) {
      refused.add(name);
      troubles.add(new Trouble(span, "syntax.macro-loop", "the macro " + name + " expands too deep or too long; it is left as it is written"));
    }
    return out;
  }

  /** Everything in {@code text} expanded; empty when a bound is hit. */
  private Optional<String> expand(String text, int depth, Bounds bounds) {
    bounds.size -= text.length();
    if (depth > DEPTH || bounds.size < 0) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '\\' ? Math.min(text.length(), Tokens.commandEnd(text, i)) : i + 1;
      String token = text.substring(i, end);
      Optional<Use> use = c == '\\' && macros.containsKey(token) ? use(text, token, end, text.length()) : Optional.empty();
      if (use.isPresent()) {
        bounds.uses--;
        Optional<String> inner = bounds.uses < 0 ? Optional.empty() : expand(substitute(use.get()), depth + 1, bounds);
        if (inner.isEmpty()) {
          return Optional.empty();
        }
        append(out, inner.get());
        end = use.get().end();
      } else {
        append(out, token);
      }
      i = end;
    }
    return Optional.of(out.toString());
  }

  private static String substitute(Use use) {
    String body = use.macro().body();
    StringBuilder out = new StringBuilder();
    boolean behindArgument = false;
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      int number = c == '#' && i + 1 < body.length() ? body.charAt(i + 1) - '0' : 0;
      if (number >= 1 && number <= use.arguments().size()) {
        append(out, use.arguments().get(number - 1));
        behindArgument = true;
        i += 2;
        continue;
      }
      String piece = c == '\\' && i + 1 < body.length() ? body.substring(i, i + 2) : String.valueOf(c);
      if (behindArgument) {
        append(out, piece);
      } else {
        out.append(piece);
      }
      behindArgument = false;
      i += piece.length();
    }
    return out.toString();
  }

  /** A control word must not run into letters that come from elsewhere. */
  private static void append(StringBuilder out, String added) {
    if (Tokens.isLetter(first(added)) && endsInWord(out)) {
      out.append(' ');
    }
    out.append(added);
  }

  private static char first(String text) {
    return text.isEmpty() ? ' ' : text.charAt(0);
  }

  /** Whether the text ends in a control word; longer words than 60 letters do not count. */
  static boolean endsInWord(CharSequence text) {
    int i = text.length();
    int limit = Math.max(0, i - 60);
    while (i > limit && Tokens.isLetter(text.charAt(i - 1))) {
      i--;
    }
    return i > 0 && i < text.length() && text.charAt(i - 1) == '\\' && !(i > 1 && text.charAt(i - 2) == '\\');
  }
}
