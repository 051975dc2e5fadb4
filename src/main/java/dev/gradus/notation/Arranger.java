package dev.gradus.notation;

import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the words of a formula in the order that FormulaParser reads, level by level: {@link Lettering} (words, styles, what is not printed),
 * {@link Brackets} (round, square and set brackets), arguments and scripts, numbers and names ({@link Level}), {@link Bars}, {@link Operands} (what
 * is missing). What stays ambiguous in print stays ambiguous; what was not understood becomes a bad word.
 */
final class Arranger {
  /** Where a level stands. */
  enum Place {
    TOP,
    /** a command's argument */
    ARGUMENT,
    SCRIPT,
    BRACKETS,
    CELL
  }

  /** The most words that the degree of a root has. */
  private static final int DEGREE = 32;

  static final String TOO_DEEP = "at most " + Nesting.DEPTH + " levels of brackets and commands";

  private final String text;
  private int depth;

  Arranger(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  List<Node> arrange(List<Node> level, Place place) {
    if (!enter()) {
      int from = level.isEmpty() ? 0 : level.getFirst().from();
      return List.of(Node.bad(TOO_DEEP, from, level.isEmpty() ? 0 : level.getLast().to()));
    }
    List<Node> atoms = atoms(level, place);
    leave();
    return completed(atoms, place);
  }

  /** The first half: words, brackets, arguments, numbers and names. */
  List<Node> atoms(List<Node> level, Place place) {
    return new Level(this, Brackets.pair(inside(level, place)), place).atoms();
  }

  /** The second half: bars, and what is missing. */
  static List<Node> completed(List<Node> atoms, Place place) {
    return Operands.complete(Bars.pair(atoms, place), place);
  }

  /** One level deeper, if that is still allowed; a command within an argument of another counts too. */
  boolean enter() {
    boolean allowed = depth < Nesting.DEPTH;
    depth += allowed ? 1 : 0;
    return allowed;
  }

  void leave() {
    depth--;
  }

  /**
   * Braces are not printed: what stands in them is put in their place, unless they are an argument, carry a script, hold {@code \over}, or
   * show how far a big operator or a named function reaches.
   */
  private List<Node> spliced(List<Node> level, Place place) {
    List<Node> out = new ArrayList<>();
    int arguments = 0;
    for (int i = 0; i < level.size(); i++) {
      Node node = level.get(i);
      if (arguments > 0) {
        arguments--;
        out.add(node);
        if (node instanceof Group degree && degree.open().text().equals("[") && level.get(i - 1).isLeaf(FormulaLexer.ROOT)) {
          arguments++; // the degree of a root, in brackets that are paired already
        } else if (node.isLeaf(FormulaLexer.OPEN) && i > 0 && level.get(i - 1).isLeaf(FormulaLexer.ROOT)) {
          arguments = 0; // \sqrt[3]{x}: keeps finds the braces behind the bracket
        } else if (node instanceof Leaf leaf) {
          arguments += arity(leaf);
        }
      } else if (node instanceof Group group && group.kind() == Kind.BRACES && !keeps(level, i, group)) {
        out.addAll(thousands(level, i, group) ? List.of(thousandsMark(group)) : inside(group.body(), place));
      } else if (node instanceof Group group && group.kind() == Kind.BRACKETS && isBarBefore(group)) {
        out.add(new Leaf(FormulaLexer.MID, group.open().text(), group.open().from(), group.open().to()));
        out.addAll(inside(group.body(), place));
      } else {
        if (node instanceof Leaf leaf) {
          arguments = arity(leaf);
        }
        out.add(node);
      }
    }
    return out;
  }

  private List<Node> inside(List<Node> level, Place place) {
    return spliced(new Lettering(text, place).letter(level), place);
  }

  /** {@code \left| x \right.}: a bar of fitting height, nothing is enclosed. */
  private static boolean isBarBefore(Group group) {
    return (group.open().text().equals("|") || group.open().text().equals("\\|")) && group.close().text().equals(".");
  }

  private static boolean keeps(List<Node> level, int at, Group group) {
    if (group.body().stream().anyMatch(n -> n.isLeaf(FormulaLexer.OVER))) {
      return true;
    }
    if (at + 1 < level.size() && isScriptSign(level.get(at + 1))) {
      return !group.body().isEmpty();
    }
    if (at > 0 && level.get(at - 1).isLeaf(FormulaLexer.CLOSE) && rootDegreeBefore(level, at)) {
      return true;
    }
    if (at > 0 && level.get(at - 1).isLeaf(FormulaLexer.MEMBER) && group.body().stream().anyMatch(n -> n.isLeaf(FormulaLexer.COMMA))) {
      return true; // k \in {0,1}
    }
    boolean whole = group.body().stream().anyMatch(n -> n.isLeaf(FormulaLexer.SIGN) || n.isLeaf(FormulaLexer.RELATION) || n.isLeaf(FormulaLexer.COMMA) || n.isLeaf(FormulaLexer.OP));
    // \ln{(x)(y)} is no \ln(x) times y
    boolean bracketed = group.body().size() > 1 && (group.body().getFirst().isGroup(Kind.BRACKETS) || group.body().getFirst().isLeaf(FormulaLexer.OPEN));
    return (whole || bracketed) && reaches(level, at);
  }

  /** Whether what stands before {@code at} is a big operator or a named function, with its scripts. */
  private static boolean reaches(List<Node> level, int at) {
    int i = at - 1;
    while (i >= 1 && isScriptSign(level.get(i - 1)) && !level.get(i - 1).isLeaf(FormulaLexer.PRIME)) {
      i -= 2;
    }
    return i >= 0 && (level.get(i).isLeaf(FormulaLexer.BIG) || level.get(i).isLeaf(FormulaLexer.NAME) || level.get(i).isLeaf(FormulaLexer.WORDS));
  }

  private static boolean rootDegreeBefore(List<Node> level, int at) {
    int i = at - 1;
    while (i > 0 && at - i < DEGREE && !level.get(i).isLeaf(FormulaLexer.OPEN)) {
      i--;
    }
    return i > 0 && level.get(i - 1).isLeaf(FormulaLexer.ROOT);
  }

  static boolean isScriptSign(Node node) {
    return node.isLeaf(FormulaLexer.SUP) || node.isLeaf(FormulaLexer.SUB) || node.isLeaf(FormulaLexer.PRIME);
  }

  private static boolean thousands(List<Node> level, int at, Group group) {
    return group.body().size() == 1
        && group.body().getFirst() instanceof Leaf leaf
        && leaf.is(FormulaLexer.COMMA)
        && at > 0
        && level.get(at - 1).isLeaf(FormulaLexer.DIGIT)
        && at + 3 < level.size()
        && level.subList(at + 1, at + 4).stream().allMatch(n -> n.isLeaf(FormulaLexer.DIGIT));
  }

  private static Node thousandsMark(Group group) {
    return new Leaf(FormulaLexer.THOUSANDS, "", group.from(), group.to());
  }

  /** How many arguments a command takes. */
  static int arity(Leaf leaf) {
    return switch (leaf.type()) {
      case FormulaLexer.FRACTION, FormulaLexer.BINOM, FormulaLexer.STACK -> 2;
      case FormulaLexer.ROOT, FormulaLexer.STYLE, FormulaLexer.ACCENT, FormulaLexer.CANCEL, FormulaLexer.BRACED, FormulaLexer.SUP, FormulaLexer.SUB -> 1;
      default -> 0;
    };
  }
}
