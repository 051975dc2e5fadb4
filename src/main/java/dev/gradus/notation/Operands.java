package dev.gradus.notation;

import dev.gradus.notation.Arranger.Place;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that every sign of a level has its operands: what may be left out (an empty cell, {@code _{<t}}) becomes EMPTY, what may not a bad
 * word that says what was expected.
 */
final class Operands {
  private enum State {
    /** at the start, or behind a separator */
    START,
    /** behind a sign that needs something on its right */
    WANTING,
    OPERAND,
    /** behind a big operator and its scripts */
    BIG,
    /** behind words that join formulas */
    WORDS
  }

  private final List<Node> level;
  private final Place place;
  private final List<Node> out = new ArrayList<>();
  private State state = State.START;
  private String wanted = "";
  private int at;

  private Operands(List<Node> level, Place place) {
    this.level = level;
    this.place = place;
  }

  static List<Node> complete(List<Node> level, Place place) {
    Operands operands = new Operands(trimmed(level, place), place);
    while (operands.at < operands.level.size()) {
      operands.step(operands.level.get(operands.at));
      operands.at++;
    }
    operands.edge(operands.end());
    return operands.out;
  }

  /** Without the punctuation at the very end of a side, and without the punctuation, the empty rows and the last row separator of cells. */
  private static List<Node> trimmed(List<Node> level, Place place) {
    boolean trims = place == Place.TOP || place == Place.CELL;
    List<Node> backwards = new ArrayList<>();
    boolean last = true;
    for (Node node : level.reversed()) {
      boolean emptyRow = place == Place.CELL && node.isLeaf(FormulaLexer.ROW) && !backwards.isEmpty() && backwards.getLast().isLeaf(FormulaLexer.ROW);
      boolean dropped = (trims && last && isPunctuation(node)) || emptyRow;
      last = dropped || node.isLeaf(FormulaLexer.AMP) || node.isLeaf(FormulaLexer.ROW);
      if (!dropped) {
        backwards.add(node);
      }
    }
    List<Node> out = new ArrayList<>(backwards.reversed());
    if (place == Place.CELL && !out.isEmpty() && out.getLast().isLeaf(FormulaLexer.ROW)) {
      out.removeLast();
    }
    return out;
  }

  private static boolean isPunctuation(Node node) {
    return node instanceof Leaf leaf && (leaf.is(FormulaLexer.COMMA) || leaf.is(FormulaLexer.QUAD) || leaf.equals(Level.point(leaf)));
  }

  private int end() {
    return level.isEmpty() ? 0 : level.getLast().to();
  }

  private void step(Node node) {
    switch (node) {
      case Node.Group group -> operand(group);
      case Leaf leaf -> {
        switch (leaf.type()) {
          case FormulaLexer.SUP, FormulaLexer.SUB -> script(leaf);
          case FormulaLexer.PRIME, FormulaLexer.BANG -> postfix(leaf);
          case FormulaLexer.BIG -> big(leaf);
          case FormulaLexer.SIGN -> sign(leaf);
          case FormulaLexer.OP -> operator(leaf);
          case FormulaLexer.COLON -> colon(leaf);
          case FormulaLexer.RELATION -> relation(leaf);
          case FormulaLexer.ARROW, FormulaLexer.MEMBER, FormulaLexer.JOIN -> infix(leaf);
          case FormulaLexer.QUANTIFIER -> {
            optional(leaf.from());
            infix(leaf);
          }
          case FormulaLexer.MID -> mid(leaf);
          case FormulaLexer.COMMA -> separator(leaf);
          case FormulaLexer.OVER -> over(leaf);
          case FormulaLexer.AMP, FormulaLexer.ROW -> cell(leaf);
          case FormulaLexer.QUAD -> quad(leaf);
          case FormulaLexer.SPLIT -> words(leaf);
          default -> operand(leaf);
        }
      }
    }
  }

  private void operand(Node node) {
    out.add(node);
    state = node instanceof Node.Group group && group.kind() == Node.Kind.UNIT && group.body().getFirst().isLeaf(FormulaLexer.BIG) ? State.BIG : State.OPERAND;
  }

  private void script(Leaf sign) {
    if (state != State.OPERAND && state != State.BIG) {
      out.add(Node.empty(sign.from()));
      state = State.OPERAND;
    }
    out.add(sign);
    if (at + 1 < level.size()) {
      at++;
      out.add(level.get(at));
    } else {
      out.add(Node.bad("a script", sign.to(), sign.to()));
    }
  }

  private void postfix(Leaf sign) {
    if (state == State.OPERAND) {
      out.add(sign);
    } else {
      out.add(Node.bad("something before " + (sign.is(FormulaLexer.BANG) ? "!" : "the prime"), sign.from(), sign.to()));
      state = State.OPERAND;
    }
  }

  /**
   * A word like max right before brackets takes these; without scripts and without anything behind it, it is only a name. The sign of a sum takes the product behind it:
   * \\sum (x_i - m)^2.
   */
  private void big(Leaf leaf) {
    boolean sign = List.of("sum", "prod").contains(leaf.text()) && leaf.to() - leaf.from() == leaf.text().length() + 1;
    boolean word = Names.bigOperator(leaf.text()).isPresent() && !leaf.text().startsWith("lim") && !sign;
    Optional<Node> next = at + 1 < level.size() ? Optional.of(level.get(at + 1)) : Optional.empty();
    if (word && next.isPresent() && next.get().isGroup(Node.Kind.BRACKETS)) {
      at++;
      operand(new Node.Group(Node.Kind.UNIT, Node.empty(leaf.from()), List.of(leaf.as(FormulaLexer.BIG_CALL, leaf.text()), next.get()), Node.empty(next.get().to())));
    } else if (Names.bigOperator(leaf.text()).isPresent() && isEdge(at + 1)) {
      operand(leaf.as(FormulaLexer.WORDS, leaf.text()));
    } else {
      out.add(leaf);
      state = State.BIG;
    }
  }

  private void sign(Leaf leaf) {
    if (place == Place.SCRIPT && isEdge(at + 1)) {
      operand(leaf.as(FormulaLexer.LETTER, Commands.symbol(leaf.text())));
      return;
    }
    out.add(state == State.OPERAND ? leaf : leaf.as(FormulaLexer.PREFIX, leaf.text()));
    want("a term after the sign");
  }

  private void operator(Leaf leaf) {
    boolean left = state == State.OPERAND;
    if (place == Place.SCRIPT && (!left || isEdge(at + 1))) {
      operand(leaf.as(FormulaLexer.LETTER, Commands.symbol(leaf.text())));
    } else if (place == Place.BRACKETS && state == State.START && isEdge(at + 1)) {
      operand(leaf.as(FormulaLexer.EMPTY, "")); // the blank of f(\cdot)
    } else {
      if (!left) {
        out.add(Node.bad("a factor before the sign", leaf.from(), leaf.from()));
      }
      out.add(leaf);
      want("a factor after the sign");
    }
  }

  private void colon(Leaf leaf) {
    boolean edge = state != State.OPERAND || isEdge(at + 1);
    if (edge && (place == Place.SCRIPT || place == Place.BRACKETS)) {
      operand(leaf.as(FormulaLexer.LETTER, "colon"));
    } else {
      infix(leaf);
    }
  }

  /** Within brackets, scripts and cells a side may be left out: {@code x_{<t}}, {@code & = b}. */
  private void relation(Leaf leaf) {
    if (place != Place.TOP && place != Place.ARGUMENT) {
      optional(leaf.from());
      if (isEdge(at + 1)) {
        left("");
        out.add(leaf);
        out.add(Node.empty(leaf.to()));
        state = State.OPERAND;
        return;
      }
    }
    infix(leaf);
  }

  private void infix(Leaf leaf) {
    left("something before the sign");
    out.add(leaf);
    want("something after the sign");
  }

  private void mid(Leaf leaf) {
    if (place == Place.TOP || place == Place.ARGUMENT) {
      operand(Node.bad("a partner of the bar", leaf.from(), leaf.to()));
    } else {
      separator(leaf);
    }
  }

  private void separator(Leaf leaf) {
    edge(leaf.from());
    out.add(leaf);
    state = State.START;
  }

  private void over(Leaf leaf) {
    if (place == Place.CELL || out.stream().anyMatch(n -> n.isLeaf(FormulaLexer.OVER))) {
      operand(Node.bad("braces around \\over and what it divides", leaf.from(), leaf.to()));
    } else {
      separator(leaf);
    }
  }

  private void cell(Leaf leaf) {
    if (place == Place.CELL) {
      separator(leaf);
    } else {
      operand(Node.bad("a table around the column or row", leaf.from(), leaf.to()));
    }
  }

  /** A wide space separates two formulas; around signs and words it is only space. */
  private void quad(Leaf leaf) {
    boolean left = state == State.OPERAND;
    boolean right = at + 1 < level.size() && starts(level.get(at + 1));
    if (left && right) {
      separator(leaf.as(FormulaLexer.COMMA, ","));
    }
  }

  private void words(Leaf leaf) {
    if (state == State.WANTING) {
      operand(leaf.as(FormulaLexer.WORDS, leaf.text())); // x \to \text{a limit}
      return;
    }
    out.add(leaf);
    state = State.WORDS;
  }

  private void want(String expected) {
    state = State.WANTING;
    wanted = expected;
  }

  /** An operand before a sign that has none. */
  private void left(String expected) {
    if (state == State.WANTING) {
      out.add(Node.bad(wanted, level.get(at).from(), level.get(at).from()));
    } else if (state == State.START || state == State.WORDS) {
      out.add(Node.bad(expected, level.get(at).from(), level.get(at).from()));
    }
  }

  private void optional(int from) {
    if (state == State.START || state == State.WORDS) {
      out.add(Node.empty(from));
      state = State.OPERAND;
    }
  }

  /** Before a separator or the end. */
  private void edge(int from) {
    if (state == State.WANTING) {
      out.add(Node.bad(wanted, from, from));
    } else if (state == State.START) {
      out.add(Node.empty(from));
    }
  }

  private boolean isEdge(int i) {
    if (i >= level.size()) {
      return true;
    }
    return level.get(i) instanceof Leaf leaf
        && switch (leaf.type()) {
          case FormulaLexer.COMMA, FormulaLexer.MID, FormulaLexer.AMP, FormulaLexer.ROW, FormulaLexer.QUAD -> true;
          default -> false;
        };
  }

  /** Whether an operand can begin with this. */
  static boolean starts(Node node) {
    return switch (node) {
      case Node.Group group -> true;
      case Leaf leaf ->
          switch (leaf.type()) {
            case FormulaLexer.LETTER, FormulaLexer.NUMBER, FormulaLexer.DIGIT, FormulaLexer.WORDS, FormulaLexer.NAME, FormulaLexer.BIG, FormulaLexer.DOTS, FormulaLexer.EMPTY,
                FormulaLexer.BAD, FormulaLexer.FRACTION, FormulaLexer.ROOT, FormulaLexer.ACCENT, FormulaLexer.STYLE, FormulaLexer.OPEN, FormulaLexer.QUANTIFIER ->
                true;
            default -> false;
          };
    };
  }
}
