package dev.gradus.notation;

import dev.gradus.document.LineMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sides of the relations in real answers, cut as {@code ../shared/tools/relations.py} cuts them: only so that a test can name one by its place. */
final class Sides {
  static final Path SHARED = Path.of("..", "shared");

  /** A relation sign at a 1-based line and column, with what stands on both sides of it. */
  record Relation(int line, int column, String left, String right) {}

  private static final String MATH_ENVIRONMENTS = "equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign|dmath|IEEEeqnarray";
  private static final String FENCES = "^```math\\s*\\n(?<fence>.*?)^```|(?<code>^```.*?^```[^\\n]*$)|\\$`(?<tick>.*?)`\\$|(?<esc>\\\\\\$)";
  private static final String MATH =
      "|\\$\\$(?<dd>.*?)\\$\\$|\\\\\\[(?<br>.*?)\\\\\\]|\\\\\\((?<pa>.*?)\\\\\\)|\\\\begin\\{(?<env>(?:"
          + MATH_ENVIRONMENTS
          + ")\\*?)\\}(?<body>.*?)\\\\end\\{\\k<env>\\}|\\$(?<d>[^$]+?)\\$";
  private static final Pattern MARKDOWN =
      Pattern.compile(FENCES + "|(?<inline>(?<!`)(?<ticks>`+)(?!`)[^`\\n]+(?<!`)\\k<ticks>(?!`))" + MATH, Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TEX =
      Pattern.compile(
          FENCES
              + "|(?<comment>(?<!\\\\)%[^\\n]*)|(?<verb>\\\\begin\\{(?<verbenv>verbatim|lstlisting|minted)\\}.*?\\\\end\\{\\k<verbenv>\\}"
              + "|\\\\verb(?<bar>[^\\w\\s])[^\\n]*?\\k<bar>)"
              + MATH,
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\(?:begin|end)\\s*\\{[^}]*\\}(?:\\{[lcr|\\s@{}]*\\})?|\\\\stackrel|\\\\overset|\\\\underset|\\\\[a-zA-Z]+\\*?|\\\\.|:=|[{}()\\[\\]^_&=<>]|\\s+|.",
          Pattern.DOTALL);
  private static final List<String> SIGNS =
      List.of(
          "\\neq", "\\ne", "\\leq", "\\le", "\\geq", "\\ge", "\\approx", "\\equiv", "\\propto", "\\triangleq", "\\coloneqq", "\\doteq", "\\lt", "\\gt", "=", "<", ">",
          "\\leqslant", "\\geqslant", "\\simeq", "\\cong", "\\ll", "\\gg", "\\succeq", "\\preceq", "\\succ", "\\prec", "≤", "≥", "≠", "≈", "≡", "∝", "≔", ":=");
  private static final List<String> SEPARATORS =
      List.of(
          "\\\\", "&", "\\Rightarrow", "\\implies", "\\Leftrightarrow", "\\iff", "\\therefore", "\\because", "\\Longrightarrow", "\\quad", "\\qquad", "\\cr", "\\newline",
          "\\Longleftrightarrow");
  private static final List<String> TRANSPARENT = List.of("\\boxed", "\\fbox", "\\ensuremath", "\\underline", "\\displaystyle", "\\hbox", "\\framebox");

  private Sides() {}

  static boolean present() {
    return Files.isDirectory(SHARED.resolve("seeds"));
  }

  /** All files of seeds, corpus and answers, by their path below {@code ../shared}, with their relations in order. */
  static Map<String, List<Relation>> all() throws IOException {
    Map<String, List<Relation>> found = new TreeMap<>();
    for (String folder : List.of("seeds", "corpus", "answers")) {
      try (Stream<Path> files = Files.list(SHARED.resolve(folder))) {
        for (Path file : files.toList()) {
          found.put(folder + "/" + file.getFileName(), relations(Files.readString(file).replace("\r\n", "\n"), file.toString().endsWith(".tex")));
        }
      }
    }
    return found;
  }

  static List<Relation> relations(String text, boolean tex) {
    LineMap lines = LineMap.of(text);
    Map<String, String> macros = macros(text);
    List<Relation> found = new ArrayList<>();
    Matcher segment = (tex ? TEX : MARKDOWN).matcher(text);
    while (segment.find()) {
      for (String group : List.of("fence", "tick", "dd", "br", "pa", "body", "d")) {
        if (segment.group(group) != null) {
          new Scan(segment.group(group), segment.start(group), lines, macros).into(found);
        }
      }
    }
    return found;
  }

  /** Macros without arguments: all that these files use. */
  private static Map<String, String> macros(String text) {
    Map<String, String> macros = new LinkedHashMap<>();
    Matcher definition = Pattern.compile("\\\\newcommand\\{?(\\\\[a-zA-Z]+)\\}?\\{(.*)\\}$", Pattern.MULTILINE).matcher(text);
    while (definition.find()) {
      macros.put(definition.group(1), definition.group(2));
    }
    Matcher operator = Pattern.compile("\\\\DeclareMathOperator\\*?\\{(\\\\[a-zA-Z]+)\\}\\{(.*?)\\}").matcher(text);
    while (operator.find()) {
      macros.put(operator.group(1), "\\operatorname{" + operator.group(2) + "}");
    }
    return macros;
  }

  private record Piece(int at, String text) {
    int end() {
      return at + text.length();
    }
  }

  private record Cut(int from, int to, boolean sign) {}

  /** One formula. */
  private static final class Scan {
    private final String formula;
    private final int base;
    private final LineMap lines;
    private final Map<String, String> macros;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final List<Boolean> braces = new ArrayList<>();
    private int brackets;

    Scan(String formula, int base, LineMap lines, Map<String, String> macros) {
      StringBuilder blanked = new StringBuilder(formula);
      Matcher comment = Pattern.compile("(?<!\\\\)%[^\\n]*").matcher(formula);
      while (comment.find()) {
        blanked.replace(comment.start(), comment.end(), " ".repeat(comment.end() - comment.start()));
      }
      this.formula = blanked.toString();
      this.base = base;
      this.lines = lines;
      this.macros = macros;
      Matcher token = TOKEN.matcher(this.formula);
      while (token.find()) {
        pieces.add(new Piece(token.start(), token.group()));
      }
    }

    void into(List<Relation> found) {
      int i = 0;
      while (i < pieces.size()) {
        i = step(i);
      }
      cuts.sort((a, b) -> a.from() != b.from() ? Integer.compare(a.from(), b.from()) : Integer.compare(a.to(), b.to()));
      for (int n = 0; n < cuts.size(); n++) {
        if (cuts.get(n).sign()) {
          int low = n == 0 ? 0 : cuts.get(n - 1).to();
          int high = n + 1 < cuts.size() ? cuts.get(n + 1).from() : formula.length();
          LineMap.Position place = lines.at(base + cuts.get(n).from());
          found.add(
              new Relation(
                  place.line(), place.column(), side(low, cuts.get(n).from()), side(Math.min(cuts.get(n).to(), high), high)));
        }
      }
    }

    private String side(int from, int to) {
      String side = String.join(" ", formula.substring(Math.min(from, to), to).strip().split("\\s+"));
      for (Map.Entry<String, String> macro : macros.entrySet()) {
        side = side.replaceAll(Pattern.quote(macro.getKey()) + "(?![a-zA-Z])", Matcher.quoteReplacement(macro.getValue()));
      }
      return side;
    }

    private int step(int i) {
      Piece piece = pieces.get(i);
      String t = piece.text();
      if (t.equals("^") || t.equals("_")) {
        return skipGroup(i + 1);
      }
      if (t.equals("\\stackrel") || t.equals("\\overset") || t.equals("\\underset")) {
        return stacked(i);
      }
      if (TRANSPARENT.contains(t)) {
        int j = i + 1;
        while (j < pieces.size() && pieces.get(j).text().isBlank()) {
          j++;
        }
        if (j < pieces.size() && pieces.get(j).text().equals("{")) {
          braces.add(true);
          cuts.add(new Cut(piece.at(), pieces.get(j).end(), false));
          return j + 1;
        }
      }
      if (t.startsWith("\\begin") || t.startsWith("\\end")) {
        brackets = 0;
        cuts.add(new Cut(piece.at(), piece.end(), false));
        return i + 1;
      }
      if (t.equals("{")) {
        return brace(i);
      }
      if (t.equals("}")) {
        if (!braces.isEmpty() && braces.removeLast()) {
          cuts.add(new Cut(piece.at(), piece.end(), false));
        }
        return i + 1;
      }
      plain(i, piece, t);
      return i + 1;
    }

    private void plain(int i, Piece piece, String t) {
      boolean set = t.equals("\\{") && !(i > 0 && pieces.get(i - 1).text().equals("\\left"));
      if (set || t.equals("(") || t.equals("[")) {
        brackets++;
      } else if (t.equals("\\}") || t.equals(")") || t.equals("]")) {
        brackets = Math.max(0, brackets - 1);
      } else if (SEPARATORS.contains(t)) {
        boolean row = t.equals("\\\\") || t.equals("\\cr");
        if (row) {
          brackets = 0;
        }
        if (row || t.equals("&") || brackets == 0) {
          cuts.add(new Cut(piece.at(), piece.end(), false));
        }
      } else if (brackets == 0 && SIGNS.contains(t)) {
        cuts.add(new Cut(piece.at(), piece.end(), true));
      }
    }

    private int brace(int i) {
      int k = i - 1;
      while (k >= 0 && pieces.get(k).text().isBlank()) {
        k--;
      }
      String before = k >= 0 ? pieces.get(k).text() : "";
      if (before.equals("}") || Pattern.compile("\\\\[a-zA-Z]+").matcher(before).lookingAt()) {
        return skipGroup(i);
      }
      braces.add(false);
      return i + 1;
    }

    private int stacked(int i) {
      int j = skipGroup(i + 1);
      int k = skipGroup(j);
      if (brackets == 0 && j < pieces.size() && k - 1 < pieces.size() && formula.substring(pieces.get(j).at(), pieces.get(k - 1).end()).contains("=")) {
        cuts.add(new Cut(pieces.get(i).at(), pieces.get(k - 1).at() + 1, true));
      }
      return k;
    }

    /** The index behind the braces that start at {@code i} or the single piece there. */
    private int skipGroup(int i) {
      int at = i;
      while (at < pieces.size() && pieces.get(at).text().isBlank()) {
        at++;
      }
      if (at < pieces.size() && pieces.get(at).text().equals("{")) {
        int depth = 0;
        while (at < pieces.size()) {
          depth += pieces.get(at).text().equals("{") ? 1 : pieces.get(at).text().equals("}") ? -1 : 0;
          at++;
          if (depth == 0) {
            return at;
          }
        }
        return at;
      }
      return at + 1;
    }
  }
}
