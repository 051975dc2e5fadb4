package dev.gradus.document;

import java.util.BitSet;
import java.util.List;

/** The commands that matter to the cutting of formulas. */
final class Commands {
  /** Environments whose rows are rows of the formula when they stand alone */
  static final List<String> OPEN =
      List.of(
          "aligned", "alignedat", "split", "gathered", "align", "alignat", "flalign", "equation", "gather", "multline", "multlined",
          "eqnarray", "IEEEeqnarray", "dmath", "darray", "array", "displaymath", "math");
  /** Commands that say nothing of the formula, with the group behind them */
  static final List<String> BLANKED_WITH_GROUP =
      List.of(
          "\\tag", "\\label", "\\hspace", "\\vspace", "\\phantom", "\\hphantom", "\\vphantom", "\\eqref", "\\ref", "\\cite",
          "\\footnote");
  /** Commands that say nothing of the formula */
  static final List<String> BLANKED =
      List.of(
          "\\nonumber", "\\notag", "\\displaystyle", "\\textstyle", "\\scriptstyle", "\\allowbreak", "\\noindent", "\\hfill", "\\par",
          "\\nobreak", "\\strut", "\\mathstrut", "\\hline", "\\centering", "\\smallskip", "\\medskip", "\\bigskip", "\\hfil",
          "\\allowdisplaybreaks", "\\vcentcolon");
  /** Marks of an end */
  static final List<String> DECORATION =
      List.of(
          "\\checkmark", "\\square", "\\blacksquare", "\\Box", "\\qed", "\\qedhere", "\\qedsymbol", "□", "■", "✓", "✔", "∎", "☐");
  /** White space that stays for the parser */
  static final List<String> SPACING =
      List.of(
          "\\,", "\\;", "\\:", "\\!", "\\ ", "~", "\\>", "\\quad", "\\qquad", "\\enspace", "\\thinspace");

  private Commands() {}

  /** {@code 0,5} and {@code 10,000}: one comma, or groups of three digits, between digits without space; not in a list. */
  static boolean inNumber(String s, int at) {
    int left = at;
    while (left > Math.max(0, at - 40) && (Character.isDigit(s.charAt(left - 1)) || s.charAt(left - 1) == ',')) {
      left--;
    }
    int right = at + 1;
    while (right < Math.min(s.length(), at + 40) && (Character.isDigit(s.charAt(right)) || s.charAt(right) == ',')) {
      right++;
    }
    String number = s.substring(left, right);
    if (number.endsWith(",")) {
      number = number.substring(0, number.length() - 1);
    }
    boolean follows = s.startsWith("\\ldots", right) || s.startsWith("\\dots", right) || s.startsWith("...", right);
    return at > left && at + 1 < right && Character.isDigit(s.charAt(at + 1)) && !follows && (number.matches("\\d+,\\d+") || number.matches("\\d{1,3}(,\\d{3})+"));
  }

  /** Whether nothing but a number or infinity stands between {@code i} and the next separator. */
  static boolean numberFollows(Tokens tokens, int i, int to) {
    boolean seen = false;
    for (int k = i; k < Math.min(to, i + 14); k++) {
      Tokens.Token t = tokens.get(k);
      boolean part = t.is("\\infty") || t.is("∞") || Character.isDigit(t.text().charAt(0));
      if (!part && !t.isSpace() && !t.is("-") && !t.is("+") && !t.is(".") && !t.is("^")) {
        return seen && (Signs.join(t.text()).isPresent() || Signs.relation(t.text()).isPresent() || Wording.COMMANDS.contains(t.text()) || t.kind() == Tokens.Kind.END);
      }
      seen |= part;
    }
    return seen;
  }

  /** Whether a stretch holds nothing but white space, stops and empty delimiters. */
  static boolean onlyMarks(Tokens tokens, int from, int i, BitSet blanks) {
    for (int k = from; k < i; k++) {
      Tokens.Token t = tokens.get(k);
      boolean dots = t.is(".") && ((k + 1 < i && tokens.get(k + 1).is(".")) || (k > from && tokens.get(k - 1).is(".")));
      boolean mark = t.isSpace() || SPACING.contains(t.text()) || (t.is(".") && !dots) || t.is("\\left") || t.is("\\right") || t.is("!") || t.is(":");
      if (!mark && !blanks.get(t.start())) {
        return false;
      }
    }
    return true;
  }

  static boolean hasEnvironment(Tokens tokens, int start, int end) {
    for (int k = start; k < end; k++) {
      if (tokens.get(k).kind() == Tokens.Kind.BEGIN) {
        return true;
      }
    }
    return false;
  }

  static boolean isComma(Tokens.Token t) {
    return t.is(",") || t.is("，") || t.is("、") || t.is(";");
  }
}
