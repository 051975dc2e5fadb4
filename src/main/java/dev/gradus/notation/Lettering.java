package dev.gradus.notation;

import dev.gradus.notation.Arranger.Place;
import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/**
 * Words, names and styles of one level: takes out what is not part of the formula (spacing, labels, colours, boxes), makes {@code \text{..}},
 * {@code \operatorname{..}} and upright letters words, and turns {@code {\bf x}} into {@code \mathbf{x}}. Doing it twice changes nothing.
 */
final class Lettering {
  private final String text;
  private final Place place;
  private final List<Node> out = new ArrayList<>();

  Lettering(String text, Place place) {
    this.text = text;
    this.place = place;
  }

  List<Node> letter(List<Node> level) {
    int i = 0;
    while (i < level.size()) {
      i = step(level, i);
    }
    return out;
  }

  /** Takes what begins at {@code i}; the index behind it. */
  private int step(List<Node> level, int i) {
    if (!(level.get(i) instanceof Leaf leaf)) {
      out.add(level.get(i));
      return i + 1;
    }
    boolean braces = i + 1 < level.size() && level.get(i + 1).isGroup(Kind.BRACES);
    return switch (leaf.type()) {
      case FormulaLexer.ASIDE, FormulaLexer.COLOURED -> aside(level, i, leaf);
      case FormulaLexer.BOXED -> i + 1; // its braces are like any that are not printed
      case FormulaLexer.UNKNOWN -> unknown(level, i, leaf);
      case FormulaLexer.TEXT, FormulaLexer.OPERATOR_NAME -> words(level, i, leaf);
      case FormulaLexer.STYLE -> style(level, i, leaf);
      case FormulaLexer.SWITCH -> switched(level, i, leaf);
      case FormulaLexer.OPERATOR -> braces ? operator(level, i, leaf) : i + 1;
      case FormulaLexer.ARG -> arg(level, i, leaf);
      case FormulaLexer.SUBSTACK -> substack(level, i, leaf);
      default -> {
        out.add(leaf);
        yield i + 1;
      }
    };
  }

  /** Only a wide space means something: it parts formulas. */
  private int aside(List<Node> level, int i, Leaf command) {
    if (!(i + 1 < level.size() && level.get(i + 1) instanceof Group braces && braces.kind() == Kind.BRACES)) {
      out.add(Node.bad("braces after the command", command.from(), command.to()));
      return i + 1;
    }
    if (command.text().startsWith("\\hspace") && isWide(text.substring(braces.open().to(), braces.close().from()))) {
      out.add(command.as(FormulaLexer.QUAD, "\\quad"));
    }
    return i + 2;
  }

  /** Whether a length is about that of a {@code \quad} at least. */
  private static boolean isWide(String length) {
    String size = length.strip();
    int end = 0;
    while (end < size.length() && (Character.isDigit(size.charAt(end)) || size.charAt(end) == '.')) {
      end++;
    }
    String number = size.substring(0, end);
    if (number.isEmpty() || number.indexOf('.') != number.lastIndexOf('.') || number.equals(".")) {
      return false;
    }
    double value = Double.parseDouble(number);
    return switch (size.substring(end).strip()) {
      case "cm", "in", "em" -> value >= 0.5;
      case "ex" -> value >= 1;
      case "mm" -> value >= 4;
      default -> value >= 8;
    };
  }

  private int unknown(List<Node> level, int i, Leaf command) {
    int next = i + 1;
    while (next < level.size() && level.get(next).isGroup(Kind.BRACES)) {
      next++; // its arguments, for all we know
    }
    out.add(Node.bad("a command that is known, not " + command.text(), command.from(), level.get(next - 1).to()));
    return next;
  }

  private int substack(List<Node> level, int i, Leaf command) {
    if (!(i + 1 < level.size() && level.get(i + 1) instanceof Group rows && rows.kind() == Kind.BRACES)) {
      out.add(Node.bad("braces after \\substack", command.from(), command.to()));
      return i + 1;
    }
    out.add(new Group(Kind.TABLE, command.as(FormulaLexer.BEGIN, "substack"), rows.body(), rows.close()));
    return i + 2;
  }

  /** {@code \arg\max} is one operator. */
  private int arg(List<Node> level, int i, Leaf leaf) {
    if (i + 1 < level.size() && level.get(i + 1) instanceof Leaf next && next.is(FormulaLexer.BIG) && (next.text().equals("max") || next.text().equals("min"))) {
      out.add(new Leaf(FormulaLexer.BIG, "arg" + next.text(), leaf.from(), next.to()));
      return i + 2;
    }
    out.add(leaf);
    return i + 1;
  }

  private int operator(List<Node> level, int i, Leaf leaf) {
    Group braces = (Group) level.get(i + 1);
    List<Node> inner = new Lettering(text, place).letter(braces.body());
    String letters = letters(inner);
    if (letters.length() > 1) {
      out.add(Level.named(new Leaf(FormulaLexer.WORDS, letters, leaf.from(), braces.to()), place));
    } else {
      out.addAll(inner);
    }
    return i + 2;
  }

  private int style(List<Node> level, int i, Leaf style) {
    if (!(i + 1 < level.size() && level.get(i + 1) instanceof Group braces && braces.kind() == Kind.BRACES)) {
      out.add(style);
      return i + 1;
    }
    String letters = letters(braces.body());
    boolean known = letters.length() > 1 && Names.atStart(letters, false) == letters.length();
    if (letters.length() < 2 || !(known || isUpright(style.text()))) {
      out.add(style);
      out.add(braces);
      return i + 2;
    }
    if (!isUpright(style.text())) {
      out.add(style);
      out.add(braces.with(List.of(new Leaf(FormulaLexer.WORDS, letters, braces.open().to(), braces.close().from()))));
    } else if (style.text().equals("mathrm") && !known && letters.length() == 2 && letters.charAt(0) == 'd') {
      for (Node letter : braces.body()) {
        out.add(style); // \mathrm{dx} is a differential
        out.add(letter);
      }
    } else {
      out.add(Level.named(new Leaf(FormulaLexer.WORDS, letters, style.from(), braces.to()), place));
    }
    return i + 2;
  }

  private static boolean isUpright(String style) {
    return switch (style) {
      case "mathrm", "mathit", "mathsf", "mathtt" -> true;
      default -> false;
    };
  }

  /** The letters, if there is nothing but Latin letters and, behind the first, digits. */
  private static String letters(List<Node> level) {
    StringBuilder letters = new StringBuilder();
    for (Node node : level) {
      boolean letter = node instanceof Leaf leaf && leaf.is(FormulaLexer.LETTER) && leaf.text().length() == 1;
      if (!letter && !(node.isLeaf(FormulaLexer.DIGIT) && !letters.isEmpty())) {
        return "";
      }
      letters.append(((Leaf) node).text());
    }
    return letters.toString();
  }

  /** {@code \bf{x}} is meant for its braces, {@code \bf x y} for all letters up to the end of its level. */
  private int switched(List<Node> level, int i, Leaf leaf) {
    Leaf style = leaf.as(FormulaLexer.STYLE, leaf.text());
    if (i + 1 < level.size() && level.get(i + 1).isGroup(Kind.BRACES)) {
      return style(level, i, style);
    }
    List<Node> rest = level.subList(i + 1, level.size());
    String letters = letters(rest);
    if (letters.length() > 1 && (isUpright(style.text()) || Names.atStart(letters, false) == letters.length())) {
      if (!isUpright(style.text())) {
        out.add(style);
      }
      Leaf whole = new Leaf(FormulaLexer.WORDS, letters, rest.getFirst().from(), rest.getLast().to());
      out.add(isUpright(style.text()) ? Level.named(whole, place) : whole);
      return level.size();
    }
    int next = i + 1;
    while (next < level.size() && !level.get(next).isLeaf(FormulaLexer.SWITCH)) {
      Node node = level.get(next);
      boolean script = Arranger.isScriptSign(level.get(next - 1)) && !level.get(next - 1).isLeaf(FormulaLexer.PRIME);
      if (!script && (node.isLeaf(FormulaLexer.LETTER) || node.isLeaf(FormulaLexer.DIGIT))) {
        out.add(style);
      }
      next = step(level, next);
    }
    return next;
  }

  private int words(List<Node> level, int i, Leaf command) {
    if (i + 1 >= level.size()) {
      out.add(Node.bad("text", command.from(), command.to()));
      return i + 1;
    }
    Node argument = level.get(i + 1);
    int from = argument instanceof Group group ? group.open().to() : argument.from();
    int to = argument instanceof Group group ? group.close().from() : argument.to();
    if (!(argument instanceof Group group && group.kind() != Kind.BRACES)) {
      put(from, to, command, argument.to());
      return i + 2;
    }
    out.add(Node.bad("braces after the command", command.from(), command.to()));
    return i + 1;
  }

  /** Text of a command, with the formulas in it. */
  private void put(int from, int to, Leaf command, int end) {
    int at = from;
    int open = text.indexOf('$', at);
    int close = open < 0 ? -1 : text.indexOf('$', open + 1);
    while (open >= 0 && close >= 0 && close < to) {
      plain(at, open, command, at, open);
      out.addAll(new Lettering(text, place).letter(Nesting.of(Nesting.words(text, open + 1, close))));
      at = close + 1;
      open = text.indexOf('$', at);
      close = open < 0 ? -1 : text.indexOf('$', open + 1);
    }
    if (at == from) {
      plain(from, to, command, command.from(), end);
    } else {
      plain(at, to, command, at, to);
    }
  }

  private void plain(int from, int to, Leaf command, int start, int end) {
    String words = withoutFullStop(cleaned(text.substring(from, to)));
    if (words.isEmpty()) {
      return;
    }
    Leaf whole = new Leaf(FormulaLexer.WORDS, words, start, end);
    if (words.chars().allMatch(Character::isDigit)) {
      out.add(whole.as(FormulaLexer.NUMBER, words));
    } else if (words.length() == 1 && isLatin(words.charAt(0))) {
      out.add(new Leaf(FormulaLexer.STYLE, Commands.textStyle(command.text()), start, start));
      out.add(new Leaf(FormulaLexer.LETTER, words, start, end));
    } else if (isApplication(words)) {
      int bracket = text.indexOf('(', from);
      List<Node> body = new ArrayList<>();
      body.add(new Leaf(FormulaLexer.WORDS, cleaned(text.substring(from, bracket)), from, bracket));
      body.addAll(Nesting.of(Nesting.words(text, bracket, to)));
      out.add(new Group(Kind.BRACES, Node.empty(start), body, Node.empty(end)));
    } else if (command.is(FormulaLexer.OPERATOR_NAME) && Names.bigOperator(words).isEmpty()) {
      out.add(whole);
    } else {
      out.add(Level.named(whole, place));
    }
  }

  /** {@code softmax(x)}: a formula that got lost in a text. */
  private static boolean isApplication(String words) {
    int open = words.indexOf('(');
    return open > 1
        && words.endsWith(")")
        && words.substring(0, open).chars().allMatch(Lettering::isLatin)
        && words.indexOf(' ') < 0
        && words.chars().filter(c -> c == '(').count() == words.chars().filter(c -> c == ')').count();
  }

  private static boolean isLatin(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Punctuation at the end belongs to the sentence, not to the words; an abbreviation keeps its point. */
  private static String withoutFullStop(String words) {
    int end = words.length();
    while (end > 1 && (",;".indexOf(words.charAt(end - 1)) >= 0 || (words.charAt(end - 1) == '.' && words.indexOf('.') == end - 1))) {
      end--;
    }
    return words.substring(0, end).strip();
  }

  /** One space for each stretch of spacing, none at the ends. */
  private static String cleaned(String raw) {
    StringBuilder out = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean escape = c == '\\' && i + 1 < raw.length() && " ,;:!>".indexOf(raw.charAt(i + 1)) >= 0;
      if (Character.isWhitespace(c) || c == '~' || escape) {
        space = true;
        i += escape ? 1 : 0;
      } else {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c == '\\' && i + 1 < raw.length() && "_&%#$".indexOf(raw.charAt(i + 1)) >= 0 ? "" : String.valueOf(c));
      }
    }
    return out.toString();
  }
}
