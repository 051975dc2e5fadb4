package dev.gradus.notation;

import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/** Pairs the brackets of a level that TeX does not pair itself. One without a partner becomes a bad word, and only it. */
final class Brackets {
  private Brackets() {}

  private record Frame(Leaf open, List<Node> body) {}

  static List<Node> pair(List<Node> level) {
    List<Frame> frames = new ArrayList<>();
    frames.add(new Frame(Node.empty(0), new ArrayList<>()));
    for (Node node : level) {
      if (node instanceof Leaf open && open.is(FormulaLexer.OPEN)) {
        frames.add(new Frame(open, new ArrayList<>()));
      } else if (node instanceof Leaf close && close.is(FormulaLexer.CLOSE)) {
        close(frames, close);
      } else {
        if (node.isLeaf(FormulaLexer.AMP) || node.isLeaf(FormulaLexer.ROW)) {
          unpaired(frames, 1); // no bracket reaches into the next cell
        }
        frames.getLast().body().add(node);
      }
    }
    unpaired(frames, 1);
    return frames.getFirst().body();
  }

  private static void close(List<Frame> frames, Leaf close) {
    int partner = frames.size() - 1;
    while (partner > 0 && !fits(frames.get(partner).open(), close)) {
      partner--;
    }
    if (partner == 0) {
      // [0,1) and (0,1]: only with the bracket right before it, and only if it holds a list
      partner = frames.size() - 1;
      if (partner == 0 || !isHalfOpen(frames.get(partner), close)) {
        frames.getLast().body().add(Node.bad("a partner of " + close.text(), close.from(), close.to()));
        return;
      }
    }
    unpaired(frames, partner + 1);
    Frame frame = frames.removeLast();
    frames.getLast().body().add(new Group(Kind.BRACKETS, frame.open(), frame.body(), close));
  }

  private static boolean fits(Leaf open, Leaf close) {
    return Commands.partner(open.text()).equals(close.text());
  }

  private static boolean isHalfOpen(Frame frame, Leaf close) {
    boolean kinds = (frame.open().text().equals("(") && close.text().equals("]")) || (frame.open().text().equals("[") && close.text().equals(")"));
    return kinds && frame.body().stream().filter(n -> n.isLeaf(FormulaLexer.COMMA)).count() == 1;
  }

  /** Gives up the open brackets from frame {@code keep} on: what they hold goes to the level around. */
  private static void unpaired(List<Frame> frames, int keep) {
    while (frames.size() > keep) {
      Frame frame = frames.removeLast();
      Leaf open = frame.open();
      frames.getLast().body().add(Node.bad("a partner of " + open.text(), open.from(), open.to()));
      frames.getLast().body().addAll(frame.body());
    }
  }
}
