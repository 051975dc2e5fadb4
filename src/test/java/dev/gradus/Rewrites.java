package dev.gradus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other ways to write the same answer: what each changes means the same, so no verdict may change. */
final class Rewrites {
  /** A way to write differently; of a text that it does not touch it says nothing. */
  enum Kind {
    FRACTION_AS_SLASH,
    SLASH_FREE_HALF,
    EXP_AS_POWER,
    POWER_AS_EXP,
    SIZED_BRACKETS,
    PLAIN_BRACKETS,
    UNICODE,
    DELIMITERS,
    SPACES,
    ALIGNED,
    BRACED_SCRIPTS,
    LETTER
  }

  private static final Pattern FORMULA = Pattern.compile("\\$\\$([^$]+)\\$\\$|\\$([^$]+)\\$");
  private static final Pattern TOKEN = Pattern.compile("\\\\[A-Za-z]+|\\\\.|[A-Za-z]+|.", Pattern.DOTALL);
  private static final Pattern SCRIPT = Pattern.compile("(?<=[A-Za-z)}])_([a-z0-9])(?![A-Za-z])");

  private static final Map<String, String> SIGNS = signs();

  private Rewrites() {}

  private static Map<String, String> signs() {
    Map<String, String> signs = new LinkedHashMap<>();
    String[] pairs = {
      "\\partial", "∂", "\\sigma", "σ", "\\theta", "θ", "\\delta", "δ", "\\alpha", "α", "\\beta", "β", "\\lambda", "λ", "\\mu", "μ", "\\le", "≤", "\\ge", "≥", "\\leq", "≤", "\\geq", "≥",
      "\\ne", "≠", "\\neq", "≠", "\\cdot", "·", "\\times", "×", "\\rightarrow", "→", "\\infty", "∞", "\\pi", "π", "\\nabla", "∇", "\\Rightarrow", "⇒", "\\odot", "⊙", "\\in", "∈", "\\dots", "…", "\\ldots", "…"
    };
    for (int i = 0; i < pairs.length; i += 2) {
      signs.put(pairs[i], pairs[i + 1]);
    }
    return signs;
  }

  /** In: a text of Markdown. Out: the text rewritten; empty where there is nothing to rewrite. */
  static Optional<String> of(String text, Kind kind) {
    if (kind == Kind.LETTER) {
      return renamed(text);
    }
    StringBuilder out = new StringBuilder();
    Matcher m = FORMULA.matcher(text);
    int from = 0;
    while (m.find()) {
      boolean display = m.group(1) != null;
      String body = display ? m.group(1) : m.group(2);
      out.append(text, from, m.start()).append(formula(body, display, kind));
      from = m.end();
    }
    String changed = out.append(text.substring(from)).toString();
    return changed.equals(text) ? Optional.empty() : Optional.of(changed);
  }

  private static String formula(String body, boolean display, Kind kind) {
    String mark = display ? "$$" : "$";
    return switch (kind) {
      case DELIMITERS -> display ? "\\[" + body + "\\]" : "\\(" + body + "\\)";
      case FRACTION_AS_SLASH -> mark + fractions(body) + mark;
      case SLASH_FREE_HALF -> mark + body.replaceAll("\\\\frac\\{(\\d)\\}\\{(\\d)\\}(?=[^0-9]|$)", "\\\\frac$1$2") + mark;
      case EXP_AS_POWER -> mark + exponentials(body) + mark;
      case POWER_AS_EXP -> mark + powers(body) + mark;
      case SIZED_BRACKETS -> mark + (balanced(body) ? body.replaceAll("(?<![\\\\a-zA-Z])\\(", "\\\\left(").replaceAll("(?<!\\\\right)(?<!\\\\)\\)", "\\\\right)") : body) + mark;
      case PLAIN_BRACKETS -> mark + body.replace("\\left(", "(").replace("\\right)", ")").replace("\\left[", "[").replace("\\right]", "]") + mark;
      case UNICODE -> mark + unicode(body) + mark;
      case SPACES -> mark + body.replaceAll("(?<![<>:!&\\\\])=", "\\\\;=\\\\,") + mark;
      case ALIGNED -> display ? mark + aligned(body) + mark : mark + body + mark;
      case BRACED_SCRIPTS -> mark + SCRIPT.matcher(body).replaceAll("_{$1}") + mark;
      case LETTER -> mark + body + mark;
    };
  }

  /** Where the sized brackets of the whole formula would find their partners. */
  private static boolean balanced(String body) {
    if (body.contains("\\left") || body.contains("\\big") || body.contains("\\Big") || body.contains("&") || body.contains("\\\\") || body.contains("\\{")) {
      return false;
    }
    int depth = 0;
    int braces = 0;
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < body.length(); i++) {
      switch (body.charAt(i)) {
        case '{' -> braces++;
        case '}' -> braces--;
        case '(' -> {
          if (i > 0 && Character.isLetter(body.charAt(i - 1))) {
            return false;
          }
          depth++;
          levels.add(braces);
        }
        case ')' -> {
          if (--depth < 0 || levels.removeLast() != braces) {
            return false;
          }
        }
        case '[', ']' -> {
          return false;
        }
        default -> {}
      }
    }
    return depth == 0;
  }

  /** Behind the brace that closes the one at {@code open}; -1 without one. */
  private static int behind(String s, int open) {
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      if (s.charAt(i) == '\\') {
        i++;
      } else if (s.charAt(i) == '{') {
        depth++;
      } else if (s.charAt(i) == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  /** {@code \frac{A}{B}} as {@code {(A)/(B)}}, also as the argument of a function; those of derivatives left as they are. */
  private static String fractions(String s) {
    int at = s.indexOf("\\frac{");
    if (at < 0) {
      return s;
    }
    int middle = behind(s, at + 5);
    int end = middle > 0 && middle < s.length() && s.charAt(middle) == '{' ? behind(s, middle) : -1;
    if (end < 0) {
      return s;
    }
    String above = s.substring(at + 6, middle - 1);
    String below = s.substring(middle + 1, end - 1);
    boolean derivative = above.contains("\\partial") || above.strip().startsWith("d") || above.contains("\\mathrm{d}") || below.strip().startsWith("d");
    String whole =
        derivative ? "\\frac{" + fractions(above) + "}{" + fractions(below) + "}" : "{(" + fractions(above) + ")/(" + fractions(below) + ")}";
    return s.substring(0, at) + whole + fractions(s.substring(end));
  }

  private static String powers(String s) {
    int at = s.indexOf("e^{");
    boolean own = at >= 0 && (at == 0 || (!Character.isLetter(s.charAt(at - 1)) && s.charAt(at - 1) != '\\'));
    int end = at < 0 ? -1 : behind(s, at + 2);
    if (at < 0 || end < 0) {
      return s;
    }
    String exponent = s.substring(at + 3, end - 1);
    boolean label = exponent.strip().startsWith("(") || exponent.contains("\\text") || (end < s.length() && "^_".indexOf(s.charAt(end)) >= 0);
    return own && !label ? s.substring(0, at) + "\\exp(" + powers(exponent) + ")" + powers(s.substring(end)) : s.substring(0, end) + powers(s.substring(end));
  }

  private static String exponentials(String s) {
    int at = s.indexOf("\\exp(");
    int close = at < 0 ? -1 : partner(s, at + 4);
    if (at < 0 || close < 0) {
      return s;
    }
    boolean power = close < s.length() && s.charAt(close) == '^';
    String inner = exponentials(s.substring(at + 5, close - 1));
    return s.substring(0, at) + (power ? "\\exp(" + inner + ")" : "{e^{" + inner + "}}") + exponentials(s.substring(close));
  }

  private static int partner(String s, int open) {
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      if (s.charAt(i) == '(') {
        depth++;
      } else if (s.charAt(i) == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String unicode(String body) {
    StringBuilder out = new StringBuilder();
    Matcher m = TOKEN.matcher(body);
    while (m.find()) {
      out.append(SIGNS.getOrDefault(m.group(), m.group()));
    }
    return out.toString();
  }

  /** A chain in one display as rows of an aligned one. */
  private static String aligned(String body) {
    if (body.contains("\\begin") || body.contains("\\\\") || body.contains("&") || body.contains("\\quad") || body.contains(",")) {
      return body;
    }
    List<String> sides = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
      boolean sign = c == '=' && depth == 0 && i > 0 && "<>:!\\".indexOf(body.charAt(i - 1)) < 0;
      if (sign) {
        sides.add(body.substring(from, i));
        from = i + 1;
      }
    }
    sides.add(body.substring(from));
    if (sides.size() < 3 || body.contains("\\left") || body.contains("\\Rightarrow") || body.contains("\\le") || body.contains("<") || body.contains(">")) {
      return body;
    }
    return "\\begin{aligned}" + sides.get(0) + "&=" + String.join("\\\\ &=", sides.subList(1, sides.size())) + "\\end{aligned}";
  }

  /** The letters whose names say nothing: one of them for another. */
  private static final List<String> INDICES = List.of("r", "q", "l");

  /** An index letter renamed through the whole answer. */
  private static Optional<String> renamed(String text) {
    TreeSet<String> used = new TreeSet<>();
    Matcher m = FORMULA.matcher(text);
    while (m.find()) {
      Matcher t = TOKEN.matcher(m.group());
      while (t.find()) {
        if (t.group().length() > 2 && Character.isLetter(t.group().charAt(0)) && t.group().contains("j")) {
          return Optional.empty(); // a word, or letters that would be renamed one by one
        }
        if (t.group().length() > 1 && Character.isLetter(t.group().charAt(0))) {
          t.group().chars().forEach(c -> used.add(String.valueOf((char) c)));
        }
        used.add(t.group());
      }
    }
    Optional<String> fresh = INDICES.stream().filter(l -> !used.contains(l)).findFirst();
    if (fresh.isEmpty() || !text.contains("_j") || text.contains("\\text{") || text.contains("\\operatorname")) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    Matcher f = FORMULA.matcher(text);
    while (f.find()) {
      out.append(text, from, f.start());
      Matcher t = TOKEN.matcher(f.group());
      while (t.find()) {
        boolean letters = Character.isLetter(t.group().charAt(0));
        out.append(letters && (t.group().length() <= 2) ? t.group().replace("j", fresh.get()) : t.group());
      }
      from = f.end();
    }
    return Optional.of(out.append(text.substring(from)).toString());
  }
}
