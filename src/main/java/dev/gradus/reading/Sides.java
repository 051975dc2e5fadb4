package dev.gradus.reading;

import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.function.BiPredicate;

/** What the printed sides of a relation look like: bare letters, numbers, zero. No mathematics. */
final class Sides {
  private static final Pattern INDEX = Pattern.compile(" *[ijklmn] *");
  private static final Pattern LABEL = Pattern.compile(" *[a-z](?:_[a-z]|_\\{[a-z]}|\\^\\{\\([a-z]\\)}|\\^\\([a-z]\\))? *");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([0-9.]++)\\)");

  private static final List<String> DRESS =
      List.of("\\mathbf", "\\boldsymbol", "\\bm", "\\vec", "\\mathrm", "\\mathit", "\\textbf", "\\mathcal", "\\mathbb", "\\textit", "\\textrm", "\\bf", "\\text", "\\hat", "\\bar",
          "\\tilde", "\\underline");
  private static final List<String> GREEK =
      List.of("alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "varrho",
          "sigma", "varsigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
          "ell");

  private Sides() {}

  /** {@code x}, {@code \lambda}, {@code \mathbf w}: one letter without scripts or arguments. */
  static boolean letter(String side) {
    return letterOf(side).isPresent();
  }

  /** The letter that a side is, without its dress. */
  static Optional<String> letterOf(String side) {
    String s = unspaced(side);
    for (int guard = 0; guard < 4; guard++) {
      s = unbraced(s);
      String inner = s;
      for (String d : DRESS) {
        if (s.startsWith(d) && s.length() > d.length() && !Character.isLetter(s.charAt(d.length()))) {
          inner = s.substring(d.length()).strip();
        }
      }
      if (inner.equals(s)) {
        break;
      }
      s = inner;
    }
    if (s.length() == 1 && Character.isLetter(s.charAt(0))) {
      return Optional.of(s);
    }
    return s.startsWith("\\") && GREEK.contains(s.substring(1)) ? Optional.of(s) : Optional.empty();
  }

  /** Without TeX spaces in front. */
  private static String unspaced(String side) {
    String s = side.strip();
    for (String space : List.of("\\ ", "\\,", "\\;", "\\:", "\\!", "~")) {
      while (s.startsWith(space)) {
        s = s.substring(space.length()).strip();
      }
    }
    return s;
  }

  private static String unbraced(String s) {
    return s.startsWith("{") && s.endsWith("}") && s.length() > 2 && s.indexOf('}') == s.length() - 1 ? s.substring(1, s.length() - 1).strip() : s;
  }

  /** {@code 2}, {@code -0.5}, {@code (1)/(2)}, {@code \frac12}, {@code \pm 1}, {@code \infty}. */
  static boolean number(String side) {
    String s = unspaced(side);
    for (String sign : List.of("-", "+", "\\pm", "{-}")) {
      if (s.startsWith(sign)) {
        s = s.substring(sign.length()).strip();
      }
    }
    s = unbraced(s);
    for (String f : List.of("\\frac", "\\tfrac", "\\dfrac")) {
      if (s.startsWith(f)) {
        s = s.substring(f.length());
      }
    }
    s = s.replace("\\left", "").replace("\\right", "").replace("\\infty", "1").replace("\\mathbf", "").replace("\\vec", "");
    s = IN_BRACKETS.matcher(s).replaceAll("$1"); // (1)/(2), but no pair
    return !s.isEmpty() && s.chars().anyMatch(Character::isDigit) && s.chars().allMatch(c -> Character.isDigit(c) || "./{} ,".indexOf(c) >= 0);
  }

  static boolean zero(String side) {
    String s = side.strip();
    while (s.endsWith(".") || s.endsWith("\\\\") || (s.endsWith("}") && s.startsWith("{"))) {
      s = s.endsWith("}") ? s.substring(1, s.length() - 1).strip() : s.substring(0, s.length() - (s.endsWith(".") ? 1 : 2)).strip();
    }
    return s.equals("0") || s.equals("\\mathbf{0}") || s.equals("\\mathbf 0") || s.equals("\\vec{0}") || s.equals("\\vec 0") || s.equals("\\boldsymbol{0}") || s.equals("\\bm{0}");
  }

  /** A name with scripts or simple arguments, no operation: {@code u_i}, {@code J(w)}, {@code \hat\theta}. */
  static boolean name(String side) {
    String s = side.strip();
    if (s.isEmpty() || s.length() > 40 || s.startsWith("\\frac") || s.startsWith("\\sum") || s.startsWith("-") || s.startsWith("\\partial") || s.startsWith("\\nabla")
        || s.startsWith("\\lim") || s.startsWith("\\int") || s.startsWith("\\ln") || s.startsWith("\\log") || s.startsWith("|") || s.startsWith("\\|")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '(' || c == '{' || c == '[') {
        depth++;
      } else if (c == ')' || c == '}' || c == ']') {
        depth--;
      } else if (depth == 0 && (c == '+' || c == '-' || c == '*' || c == '/' || c == '\'')) {
        return false;
      } else if (depth == 0 && c == '\\' && (s.startsWith("\\cdot", i) || s.startsWith("\\frac", i) || s.startsWith("\\times", i) || s.startsWith("\\sum", i))) {
        return false;
      }
    }
    return letters(s).size() <= 4;
  }

  /** The letters that occur in a side, commands that are no letters left out. */
  static Set<String> letters(String side) {
    TreeSet<String> found = new TreeSet<>();
    int i = 0;
    while (i < side.length()) {
      char c = side.charAt(i);
      if (c == '\\') {
        int end = i + 1;
        while (end < side.length() && Character.isLetter(side.charAt(end))) {
          end++;
        }
        String command = side.substring(i + 1, end);
        if (GREEK.contains(command)) {
          found.add("\\" + command);
        }
        i = Math.max(end, i + 2);
        if ((command.equals("text") || command.equals("begin") || command.equals("end") || command.equals("operatorname") || command.equals("mathrm")) && i <= side.length()) {
          int close = end < side.length() && side.charAt(end) == '{' ? side.indexOf('}', end) : -1;
          i = close > 0 ? close + 1 : end;
        } else if (!command.isEmpty()) {
          i = end;
        }
      } else {
        if (Character.isLetter(c)) {
          found.add(String.valueOf(c));
        }
        i++;
      }
    }
    return found;
  }

  /** The letters of a whole clause. */
  static Set<String> letters(Clause c) {
    TreeSet<String> found = new TreeSet<>();
    c.sides().forEach(s -> found.addAll(letters(s.text())));
    return found;
  }

  static boolean order(RelationSign sign) {
    return switch (sign) {
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, NOT_EQUAL, MUCH_LESS, MUCH_GREATER -> true;
      case EQUAL, APPROXIMATE, IDENTICAL, DEFINED_AS, PROPORTIONAL, MATRIX_GREATER_OR_EQUAL, MATRIX_LESS_OR_EQUAL, MATRIX_GREATER, MATRIX_LESS, ASKED, TENDS_TO -> false;
    };
  }

  /** {@code N = 1}, {@code i = t}: a bare letter set to a number or a letter. */
  static boolean bareSet(Clause c) {
    return c.signs().size() == 1
        && c.signs().getFirst().sign() == RelationSign.EQUAL
        && letter(c.sides().getFirst().text())
        && (number(c.sides().get(1).text()) || letter(c.sides().get(1).text()));
  }

  /**
   * {@code \\pi_0 = \\pi_1}, {@code \\Sigma_0 = \\Sigma_1 = \\Sigma}: members of one family set equal, perhaps to the letter that the family has. That says what holds of the family where it
   * stands, it gives none of them a meaning (READING 9).
   */
  static boolean members(Clause c) {
    return !c.signs().isEmpty() && c.signs().stream().allMatch(s -> s.sign() == RelationSign.EQUAL) && members(c.sides().stream().map(s -> s.text().strip()).toList());
  }

  /** The same of sides between equality signs. */
  static boolean members(List<String> sides) {
    Set<String> families = new TreeSet<>();
    Set<String> indices = new TreeSet<>();
    for (int k = 0; k < sides.size(); k++) {
      String s = sides.get(k);
      int sub = s.indexOf('_');
      boolean whole = sub < 0 && letter(s) && k > 0 && k == sides.size() - 1;
      String index = sub > 0 ? unbraced(s.substring(sub + 1).strip()) : "";
      boolean one = sub > 0 && s.substring(sub + 1).strip().matches("[A-Za-z0-9]|\\\\[A-Za-z]+|\\{[^{}]*}");
      boolean member = one && letter(s.substring(0, sub)) && !index.isEmpty() && index.length() <= 12 && index.chars().allMatch(x -> Character.isLetterOrDigit(x) || "\\{} +-".indexOf(x) >= 0);
      if ((!whole && !member) || !indices.add(index)) {
        return false;
      }
      families.add(whole ? s : s.substring(0, sub).strip());
    }
    return families.size() == 1;
  }

  /** A bare letter set to a number or a letter, members of a family set equal: what is assumed where nothing is claimed (READING 9). */
  static boolean set(Clause c) {
    return bareSet(c) || members(c);
  }

  /** {@code x^2 = x}, {@code P = P^2}: a letter and its own square, which no number has by itself. */
  static boolean ownSquare(Clause c) {
    return ofItself(c, Sides::square);
  }

  /** An equation of two sides of which one, whichever, is made of the other. */
  private static boolean ofItself(Clause c, BiPredicate<String, String> made) {
    if (c.signs().size() != 1 || c.signs().getFirst().sign() != RelationSign.EQUAL) {
      return false;
    }
    String left = c.sides().getFirst().text().strip();
    String right = c.sides().get(1).text().strip();
    return made.test(left, right) || made.test(right, left);
  }

  private static boolean square(String power, String letter) {
    return letter(letter) && (power.equals(letter + "^2") || power.equals(letter + "^{2}"));
  }

  /** {@code A = A^T}: a matrix is said to be symmetric. */
  static boolean ownTranspose(Clause c) {
    return ofItself(c, Sides::transpose);
  }

  private static boolean transpose(String turned, String letter) {
    return letter(letter) && turned.startsWith(letter) && turned.substring(letter.length()).replaceAll("[{}\\s]", "").matches("\\^(T|\\\\top|\\\\intercal|\\\\mathsfT|\\\\mathrmT)");
  }

  /** {@code a = b = c}, {@code p = q = 1/3}: letters that are one. */
  static boolean bareChain(Clause c) {
    return c.signs().size() > 1 && c.signs().stream().allMatch(s -> s.sign() == RelationSign.EQUAL) && c.sides().subList(0, c.sides().size() - 1).stream().allMatch(s -> letter(s.text())) && (letter(c.sides().getLast().text()) || number(c.sides().getLast().text()));
  }

  /** {@code K = 2}, {@code n = 1}: what may fix a size. */
  static boolean sized(Clause c) {
    String letter = c.sides().getFirst().text().strip();
    boolean counts = letter.length() == 1 && (Character.isUpperCase(letter.charAt(0)) || "nmdkr".contains(letter));
    return bareSet(c) && counts && c.sides().get(1).text().strip().chars().allMatch(Character::isDigit);
  }

  /** {@code i = j}: one index is another. */
  static boolean indices(Clause c) {
    return bareSet(c) && c.sides().stream().allMatch(s -> s.text().strip().length() == 1 && "ijklmn".contains(s.text().strip()));
  }

  /** {@code i = j}, {@code i \neq j}: one index is another, or is not. */
  static boolean elements(Clause c) {
    boolean sign = c.signs().size() == 1 && (c.signs().getFirst().sign() == RelationSign.EQUAL || c.signs().getFirst().sign() == RelationSign.NOT_EQUAL);
    List<String> letters = c.sides().stream().map(s -> s.text().strip()).toList();
    return sign && letters.stream().allMatch(l -> l.length() == 1 && Character.isLowerCase(l.charAt(0))) && letters.stream().anyMatch("ijklmn"::contains);
  }

  /** {@code j = y}, {@code j \neq y_i}: an index is, or is not, a class that a letter names. */
  static boolean label(Clause c) {
    boolean sign = c.signs().size() == 1 && (c.signs().getFirst().sign() == RelationSign.EQUAL || c.signs().getFirst().sign() == RelationSign.NOT_EQUAL);
    return sign && INDEX.matcher(c.sides().getFirst().text()).matches() && LABEL.matcher(c.sides().getLast().text()).matches();
  }

  /** {@code x > 0}, {@code 0 < p < 1}, {@code |u| < 1}, {@code i \neq j}: bounds of a bare letter, in which it does not occur itself. */
  static boolean bareRange(Clause c) {
    if (c.signs().isEmpty() || ofItself(c) || !c.signs().stream().allMatch(s -> order(s.sign()))) {
      return false;
    }
    boolean bare = false;
    for (var side : c.sides()) {
      String s = side.text();
      boolean here = letter(s) || letter(stripBars(s));
      bare |= here;
      if (!here && !number(s) && !listOfLetters(s) && !simple(s)) {
        return false;
      }
    }
    return bare;
  }

  /** {@code w_i \\ge 0}, {@code 0 < p_k < 1}, {@code \\sum_i w_i = 1}: what a list of conditions says of the entries of a family. */
  static boolean ofEntries(Clause c) {
    if (c.signs().size() == 1 && c.signs().getFirst().sign() == RelationSign.EQUAL && number(c.sides().get(1).text())) {
      String left = c.sides().getFirst().text().strip();
      return left.startsWith("\\sum") && summand(left).filter(Sides::entry).isPresent();
    }
    return !c.signs().isEmpty()
        && c.signs().stream().allMatch(s -> order(s.sign()))
        && c.sides().stream().allMatch(s -> entry(s.text()) || letter(s.text()) || number(s.text()))
        && c.sides().stream().anyMatch(s -> entry(s.text()));
  }

  /** The names whose entries a clause bounds; none where it says what they sum to. */
  static Set<String> families(Clause c) {
    Set<String> found = new TreeSet<>();
    if (c.signs().stream().allMatch(s -> order(s.sign()))) {
      c.sides().stream().map(s -> s.text().strip()).filter(Sides::entry).forEach(s -> found.add(s.substring(0, s.indexOf('_')).strip()));
    }
    return found;
  }

  /** What stands behind the scripts of a sum sign. */
  private static Optional<String> summand(String sum) {
    int i = "\\sum".length();
    while (i < sum.length() && (sum.charAt(i) == '_' || sum.charAt(i) == '^' || sum.charAt(i) == ' ')) {
      boolean script = sum.charAt(i) != ' ';
      i++;
      if (script && i < sum.length() && sum.charAt(i) == '{') {
        i = sum.indexOf('}', i) + 1;
        if (i == 0) {
          return Optional.empty();
        }
      } else if (script) {
        i++;
      }
    }
    return Optional.of(sum.substring(Math.min(i, sum.length())).strip());
  }

  /** {@code p_i}, {@code f_{nk}}: a letter with letters for its index. */
  static boolean entry(String side) {
    String s = side.strip();
    int sub = s.indexOf('_');
    if (sub <= 0 || !letter(s.substring(0, sub))) {
      return false;
    }
    String index = s.substring(sub + 1).strip();
    boolean braced = index.startsWith("{") && index.endsWith("}");
    String inside = braced ? index.substring(1, index.length() - 1) : index;
    return !inside.isEmpty() && (braced ? inside.length() <= 3 : inside.length() == 1) && inside.chars().allMatch(x -> Character.isLetter(x) || x == ',' || x == ' ');
  }

  /** {@code 2x > x}, {@code a \neq a}: a letter beside a side that holds it too. That bounds nothing, it is a claim. */
  private static boolean ofItself(Clause c) {
    for (int k = 0; k + 1 < c.sides().size(); k++) {
      Set<String> shared = letters(c.sides().get(k).text());
      shared.retainAll(letters(c.sides().get(k + 1).text()));
      if (!shared.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** {@code k-1}, {@code n+1}, {@code -m}: letters and numbers joined by a sign. */
  private static boolean simple(String s) {
    return s.length() <= 5 && s.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == ' ');
  }

  private static boolean listOfLetters(String s) {
    List<String> parts = List.of(s.split(",", -1));
    return parts.size() > 1 && parts.stream().allMatch(Sides::letter);
  }

  static String stripBars(String side) {
    String s = side.strip();
    for (String bar : List.of("\\lvert", "\\left|", "|", "\\|", "\\left\\|", "\\lVert")) {
      if (s.startsWith(bar)) {
        s = s.substring(bar.length());
      }
    }
    for (String bar : List.of("\\rvert", "\\right|", "\\right\\|", "\\|", "|", "\\rVert")) {
      if (s.endsWith(bar)) {
        s = s.substring(0, s.length() - bar.length());
      }
    }
    return s.strip();
  }

  /** A simple value for a name: {@code p_1 = p_2 = 1/2}, {@code z = (2,2,0)}. */
  static boolean valued(Clause c) {
    if (c.signs().isEmpty() || !c.signs().stream().allMatch(s -> s.sign() == RelationSign.EQUAL)) {
      return false;
    }
    String last = c.sides().getLast().text();
    boolean value = number(last) || (last.startsWith("(") && last.endsWith(")") && last.substring(1, last.length() - 1).chars().allMatch(x -> "0123456789.,- ".indexOf(x) >= 0));
    return value && c.sides().subList(0, c.sides().size() - 1).stream().allMatch(s -> name(s.text()));
  }

  /** {@code A^T}, {@code Q^\\top Q}: a transposed letter in front. */
  static boolean transposed(String side) {
    String s = side.strip().replace("{", "").replace("}", "").replace(" ", "");
    int hat = s.indexOf('^');
    return hat > 0 && hat <= 8 && (s.startsWith("^T", hat) || s.startsWith("^\\top", hat) || s.startsWith("^\\mathrmT", hat) || s.startsWith("^\\mathsfT", hat) || s.startsWith("^\\intercal", hat));
  }

  /** The identity matrix, as printed. */
  static boolean identity(String side) {
    String s = side.strip();
    return s.equals("I") || s.startsWith("I_") || s.equals("\\mathbf{I}") || s.equals("\\mathbf I") || s.equals("E");
  }

  /** A side that begins with a derivative. */
  static boolean derivative(String side) {
    String s = side.strip();
    for (String f : List.of("\\frac", "\\dfrac", "\\tfrac")) {
      if (s.startsWith(f)) {
        String top = s.substring(f.length()).replace("{", "").strip();
        return top.startsWith("\\partial") || (top.startsWith("d") && top.length() > 1 && !Character.isLetter(top.charAt(1))) || top.startsWith("\\mathrmd") || top.startsWith("d ") || differentials(s.substring(f.length()).strip());
      }
    }
    boolean slash = s.startsWith("d") && s.length() > 3 && (Character.isLetter(s.charAt(1)) || s.charAt(1) == '\\') && s.contains("/d") && s.indexOf("/d") < s.length() - 2;
    return s.startsWith("\\nabla") || s.startsWith("\\partial") || primed(s) > 0 || slash;
  }

  /** {@code {dL}{dw}}: a d with something behind it above and below. */
  private static boolean differentials(String s) {
    int end = s.startsWith("{") ? close(s, 0) : 0;
    String below = end > 0 ? s.substring(end + 1).strip() : "";
    return s.startsWith("{d") && end > 2 && below.startsWith("{d") && close(below, 0) > 2;
  }

  /** How long the name with a prime is that a side begins with: {@code f'}, {@code \\ell'}; 0 where there is none. */
  private static int primed(String s) {
    int end = s.isEmpty() || !Character.isLetter(s.charAt(0)) ? 0 : 1;
    for (String g : s.startsWith("\\") ? GREEK : List.<String>of()) {
      end = s.startsWith(g, 1) ? Math.max(end, g.length() + 1) : end;
    }
    return end > 0 && end < s.length() && s.charAt(end) == '\'' ? end + 1 : 0;
  }

  /** A derivative and nothing behind it but its argument: {@code g'(x)}, {@code \\frac{\\partial L}{\\partial b}}. */
  static boolean derivativeAlone(String side) {
    String s = side.strip();
    if (!derivative(s)) {
      return false;
    }
    int end = primed(s);
    if (s.contains("frac{")) {
      end = close(s, s.indexOf('{'));
      end = end + 1 < s.length() && s.charAt(end + 1) == '{' ? close(s, end + 1) + 1 : end + 1;
    }
    String behind = s.substring(end).strip();
    boolean argument = behind.startsWith("(") && behind.indexOf(')') == behind.length() - 1;
    boolean gradient = s.startsWith("\\nabla") && behind.chars().noneMatch(c -> "+-=".indexOf(c) >= 0) && letters(s).size() <= 3;
    return behind.isEmpty() || argument || gradient;
  }

  /** The place of the brace that closes the one at {@code open}; the last place where none does. */
  static int close(String s, int open) {
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      depth += s.charAt(i) == '{' ? 1 : s.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return s.length() - 1;
  }

  /** {@code \ldots}, {@code ...}. */
  static boolean dots(String side) {
    String s = side.strip();
    return s.startsWith("\\ldots") || s.startsWith("\\dots") || s.startsWith("\\cdots") || s.startsWith("...") || s.equals("…") || s.startsWith("…");
  }

  /** A side of sizes only: {@code (d_h \times m) \times (m \times 1)}, {@code m \times d}. */
  static boolean dimensions(String side) {
    String s = side.strip();
    if (!s.contains("\\times") || s.contains("\\frac") || s.contains("\\sum") || s.contains("=")) {
      return false;
    }
    List<String> parts = new ArrayList<>(List.of(s.replace("(", " ").replace(")", " ").split("\\\\times", -1)));
    boolean named = false;
    for (String p : parts) {
      String t = p.strip();
      if (t.isEmpty() || t.length() > 8 || t.contains("\\") || t.contains("^")) {
        return false;
      }
      named |= t.chars().anyMatch(Character::isLetter);
    }
    return named && s.startsWith("(") && s.indexOf("\\times") < s.indexOf(')');
  }
}
