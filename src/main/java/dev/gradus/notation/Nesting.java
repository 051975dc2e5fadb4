package dev.gradus.notation;

import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** Words, and the nesting that TeX itself enforces: braces, {@code \left..\right}, {@code \begin..\end}. */
final class Nesting {
  /** How deep brackets, commands and big operators may stand in each other; more is not read. Small enough for a thread's usual stack. */
  static final int DEPTH = 128;

  private Nesting() {}

  /** The words of {@code text} from {@code from} to {@code to}; their offsets count from the start of {@code text}. */
  static List<Leaf> words(String text, int from, int to) {
    FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text.substring(from, to).replace(Character.MIN_VALUE, '\ufffd')));
    lexer.removeErrorListeners();
    List<Leaf> words = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      int type = token.getType();
      words.add(new Leaf(type, Commands.canonical(type, token.getText()), from + token.getStartIndex(), from + token.getStopIndex() + 1));
    }
    return words;
  }

  /** The greatest depth: brackets of any kind, commands that wait for an argument, big operators within one term. */
  static int depth(List<Leaf> words) {
    int greatest = 0;
    int waiting = 0;
    int operators = 0;
    Deque<Integer> outer = new ArrayDeque<>();
    int sum = 0;
    for (int at = 0; at < words.size(); at++) {
      int type = words.get(at).type();
      switch (type) {
        case FormulaLexer.GROUP_OPEN, FormulaLexer.OPEN, FormulaLexer.BEGIN, FormulaLexer.LEFT -> {
          outer.push(operators + waiting + 1);
          sum += operators + waiting + 1;
          operators = 0;
          waiting = 0;
        }
        case FormulaLexer.GROUP_CLOSE, FormulaLexer.CLOSE, FormulaLexer.END, FormulaLexer.RIGHT -> {
          waiting = 0;
          operators = 0;
          sum -= outer.isEmpty() ? 0 : outer.pop();
        }
        case FormulaLexer.BIG, FormulaLexer.BAR, FormulaLexer.DOUBLE_BAR -> operators++;
        case FormulaLexer.SIGN, FormulaLexer.COMMA, FormulaLexer.ROW, FormulaLexer.AMP, FormulaLexer.RELATION -> operators = 0;
        case FormulaLexer.LETTER, FormulaLexer.DIGIT, FormulaLexer.NAME -> waiting = 0;
        default -> waiting++;
      }
      if (type == FormulaLexer.LEFT || type == FormulaLexer.RIGHT) {
        at++; // its bracket
      }
      greatest = Math.max(greatest, sum + operators + waiting);
    }
    return greatest;
  }

  private record Frame(Leaf open, List<Node> body) {}

  /** Words as a tree. An opening or closing one without a partner becomes a bad word; an unclosed brace takes the rest of its level with it. */
  static List<Node> of(List<Leaf> words) {
    Deque<Frame> frames = new ArrayDeque<>();
    List<Node> top = new ArrayList<>();
    frames.push(new Frame(Node.empty(0), top));
    int at = 0;
    while (at < words.size()) {
      Leaf word = words.get(at++);
      switch (word.type()) {
        case FormulaLexer.GROUP_OPEN, FormulaLexer.BEGIN -> frames.push(new Frame(word, new ArrayList<>()));
        case FormulaLexer.LEFT, FormulaLexer.RIGHT -> {
          if (at < words.size() && isBracket(words.get(at))) {
            Leaf bracket = words.get(at++);
            Leaf whole = new Leaf(word.type(), delimiter(bracket), word.from(), bracket.to());
            if (word.is(FormulaLexer.LEFT)) {
              frames.push(new Frame(whole, new ArrayList<>()));
            } else {
              close(frames, whole);
            }
          } else {
            add(frames, Node.bad("a bracket after " + (word.is(FormulaLexer.LEFT) ? "\\left" : "\\right"), word.from(), word.to()));
          }
        }
        case FormulaLexer.GROUP_CLOSE, FormulaLexer.END -> close(frames, word);
        default -> add(frames, word);
      }
    }
    while (frames.size() > 1) {
      unclosed(frames);
    }
    return top;
  }

  private static boolean isBracket(Leaf word) {
    return switch (word.type()) {
      case FormulaLexer.OPEN, FormulaLexer.CLOSE, FormulaLexer.BAR, FormulaLexer.DOUBLE_BAR, FormulaLexer.DOT -> true;
      case FormulaLexer.RELATION -> word.text().equals("LESS") || word.text().equals("GREATER");
      default -> false;
    };
  }

  private static String delimiter(Leaf bracket) {
    return switch (bracket.text()) {
      case "LESS" -> "\\langle";
      case "GREATER" -> "\\rangle";
      case "||" -> "\\|";
      default -> bracket.text();
    };
  }

  private static void add(Deque<Frame> frames, Node node) {
    frames.getFirst().body().add(node);
  }

  private static boolean fits(Leaf open, Leaf close) {
    return switch (close.type()) {
      case FormulaLexer.GROUP_CLOSE -> open.is(FormulaLexer.GROUP_OPEN);
      case FormulaLexer.RIGHT -> open.is(FormulaLexer.LEFT);
      default -> open.is(FormulaLexer.BEGIN) && open.text().equals(close.text());
    };
  }

  private static void close(Deque<Frame> frames, Leaf close) {
    boolean open = frames.stream().anyMatch(f -> fits(f.open(), close));
    if (!open) {
      add(frames, Node.bad("something open that this closes", close.from(), close.to()));
      return;
    }
    while (!fits(frames.getFirst().open(), close)) {
      unclosed(frames);
    }
    Frame frame = frames.pop();
    Kind kind =
        switch (close.type()) {
          case FormulaLexer.GROUP_CLOSE -> Kind.BRACES;
          case FormulaLexer.RIGHT -> Kind.BRACKETS;
          default -> Kind.TABLE;
        };
    add(frames, new Group(kind, frame.open(), frame.body(), close));
  }

  private static void unclosed(Deque<Frame> frames) {
    Frame frame = frames.pop();
    Leaf open = frame.open();
    if (open.is(FormulaLexer.LEFT)) {
      add(frames, Node.bad("a partner of " + open.text(), open.from(), open.to()));
      frame.body().forEach(n -> add(frames, n));
    } else {
      int end = frame.body().isEmpty() ? open.to() : frame.body().getLast().to();
      add(frames, Node.bad(open.is(FormulaLexer.GROUP_OPEN) ? "a closing brace" : "\\end{" + open.text() + "}", open.from(), end));
    }
  }
}
