package dev.gradus.notation;

import java.util.List;

/** What {@link Arranger} works on: the words of a formula, with what stands between two brackets as one node. Offsets are those of the spelled text. */
sealed interface Node {
  int from();

  int to();

  /** A word: its type in FormulaLexer, its canonical text (see {@link Commands}) and where it stands. */
  record Leaf(int type, String text, int from, int to) implements Node {
    Leaf as(int newType, String newText) {
      return new Leaf(newType, newText, from, to);
    }

    boolean is(int wanted) {
      return type == wanted;
    }
  }

  enum Kind {
    /** braces, which are not printed */
    BRACES,
    /** brackets that are printed */
    BRACKETS,
    /** {@code \begin..\end}; the text of {@code open} is the environment's name */
    TABLE,
    /** a command and its arguments, as one atom; without printed brackets */
    UNIT
  }

  /** {@code open} and {@code close} are words of no width where nothing is printed. */
  record Group(Kind kind, Leaf open, List<Node> body, Leaf close) implements Node {
    public Group {
      body = List.copyOf(body);
    }

    @Override
    public int from() {
      return open.from();
    }

    @Override
    public int to() {
      return close.to();
    }

    Group with(List<Node> newBody) {
      return new Group(kind, open, newBody, close);
    }
  }

  default boolean isLeaf(int type) {
    return this instanceof Leaf leaf && leaf.type() == type;
  }

  default boolean isGroup(Kind kind) {
    return this instanceof Group group && group.kind() == kind;
  }

  /** A word that was not understood, over the place of {@code from} to {@code to}. */
  static Leaf bad(String expected, int from, int to) {
    return new Leaf(FormulaLexer.BAD, expected, from, to);
  }

  static Leaf empty(int at) {
    return new Leaf(FormulaLexer.EMPTY, "", at, at);
  }
}
