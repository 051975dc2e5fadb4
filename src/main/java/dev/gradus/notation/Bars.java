package dev.gradus.notation;

import dev.gradus.notation.Arranger.Place;
import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for each bar of a level whether it opens or closes a pair ({@code |x|}, {@code \|w\|}) or stands alone: {@code P(y|x)}, {@code D(p\|q)}, the
 * value at a place of {@code f|_{x=0}}. A bar without an operand on its left opens, one without an operand on its right closes; between two
 * operands it closes an open one, else it opens if a partner follows, else it stands alone.
 */
final class Bars {
  private static final int DEPTH = 16;

  private final List<Node> level;
  private final Place place;
  private final boolean apart;
  private int lonely;
  private final List<List<Node>> bodies = new ArrayList<>();
  private final List<Leaf> opens = new ArrayList<>();

  private Bars(List<Node> level, Place place, boolean apart) {
    this.level = level;
    this.place = place;
    this.apart = apart;
    bodies.add(new ArrayList<>());
  }

  static List<Node> pair(List<Node> level, Place place) {
    if (level.stream().noneMatch(Bars::isBar)) {
      return level;
    }
    Bars once = new Bars(level, place, false).all();
    if (once.lonely == 0 || level.stream().noneMatch(n -> n instanceof Leaf leaf && leaf.text().equals("||"))) {
      return once.bodies.getFirst();
    }
    Bars apart = new Bars(level, place, true).all();
    return (apart.lonely == 0 ? apart : once).bodies.getFirst();
  }

  private Bars all() {
    for (int i = 0; i < level.size(); i++) {
      if (isBar(level.get(i))) {
        oneOrTwo(i, (Leaf) level.get(i));
      } else {
        if (isSeparator(level.get(i))) {
          abandon();
        }
        bodies.getLast().add(level.get(i));
      }
    }
    abandon();
    return this;
  }

  private static boolean isBar(Node node) {
    return node.isLeaf(FormulaLexer.BAR) || node.isLeaf(FormulaLexer.DOUBLE_BAR);
  }

  private static boolean isSeparator(Node node) {
    return node.isLeaf(FormulaLexer.AMP) || node.isLeaf(FormulaLexer.ROW) || node.isLeaf(FormulaLexer.SPLIT);
  }

  /** {@code ||} within single bars is two of them, elsewhere a double bar. */
  private void oneOrTwo(int i, Leaf bar) {
    if (!bar.text().equals("||")) {
      bar(i, bar);
    } else if (apart || (!opens.isEmpty() && opens.getLast().is(FormulaLexer.BAR))) {
      int middle = bar.from() + 1;
      bar(i, new Leaf(FormulaLexer.BAR, "|", bar.from(), middle));
      bar(i, new Leaf(FormulaLexer.BAR, "|", middle, bar.to()));
    } else {
      bar(i, bar.as(FormulaLexer.DOUBLE_BAR, "\\|"));
    }
  }

  private void bar(int i, Leaf bar) {
    boolean left = !bodies.getLast().isEmpty() && ends(bodies.getLast().getLast());
    boolean blank = i + 2 < level.size() && level.get(i + 1).isLeaf(FormulaLexer.OP) && isBar(level.get(i + 2)); // |\cdot|
    boolean right = i + 1 < level.size() && (blank || isBar(level.get(i + 1)) || Operands.starts(level.get(i + 1)) || (level.get(i + 1).isLeaf(FormulaLexer.SIGN) && !left));
    boolean open = !opens.isEmpty() && opens.getLast().type() == bar.type();
    if (open && (left || isBlank(bodies.getLast()))) {
      close(bar);
    } else if (left && i + 1 < level.size() && level.get(i + 1).isLeaf(FormulaLexer.SUB)) {
      valueAt(bar);
    } else if (right && opens.size() < DEPTH && partnerFollows(i, bar)) {
      opens.add(bar);
      bodies.add(new ArrayList<>());
    } else {
      bodies.getLast().add(alone(bar));
    }
  }

  private static boolean isBlank(List<Node> body) {
    return body.size() == 1 && body.getFirst().isLeaf(FormulaLexer.OP);
  }

  /** Whether a bar of this kind follows before the next separator: then this one can be the first of a pair. */
  private boolean partnerFollows(int i, Leaf bar) {
    for (int k = i + 1; k < level.size() && !isSeparator(level.get(k)); k++) {
      if (level.get(k) instanceof Leaf leaf && (leaf.type() == bar.type() || leaf.text().equals("||"))) {
        return true;
      }
    }
    return false;
  }

  private void close(Leaf bar) {
    List<Node> body = bodies.removeLast();
    Leaf open = opens.removeLast();
    bodies.getLast().add(new Group(Kind.UNIT, Node.empty(open.from()), List.of(printed(open, bar, body)), Node.empty(bar.to())));
  }

  private static Group printed(Leaf open, Leaf close, List<Node> body) {
    return new Group(Kind.BRACKETS, open, Operands.complete(body, Place.BRACKETS), close);
  }

  /** {@code \frac{df}{dx}|_{x=0}}: the bar belongs to the term before it. */
  private void valueAt(Leaf bar) {
    List<Node> body = bodies.getLast();
    int start = body.size();
    while (start > 0 && !endsTerm(body.get(start - 1))) {
      start--;
    }
    List<Node> term = new ArrayList<>(body.subList(start, body.size()));
    body.subList(start, body.size()).clear();
    Leaf open = new Leaf(FormulaLexer.OPEN, ".", term.getFirst().from(), term.getFirst().from());
    body.add(new Group(Kind.UNIT, open, List.of(printed(open, bar, term)), Node.empty(bar.to())));
  }

  private static boolean endsTerm(Node node) {
    return node instanceof Leaf leaf
        && switch (leaf.type()) {
          case FormulaLexer.SIGN, FormulaLexer.COMMA, FormulaLexer.RELATION, FormulaLexer.MID, FormulaLexer.ARROW, FormulaLexer.MEMBER, FormulaLexer.COLON,
              FormulaLexer.JOIN, FormulaLexer.QUAD, FormulaLexer.SPLIT, FormulaLexer.AMP, FormulaLexer.ROW, FormulaLexer.QUANTIFIER ->
              true;
          default -> false;
        };
  }

  private Leaf alone(Leaf bar) {
    lonely++;
    return switch (place) {
      case BRACKETS, SCRIPT -> bar.as(FormulaLexer.MID, bar.text());
      case TOP, ARGUMENT, CELL -> Node.bad("a partner of the bar", bar.from(), bar.to());
    };
  }

  /** Bars that are still open have no partner. */
  private void abandon() {
    while (!opens.isEmpty()) {
      List<Node> body = bodies.removeLast();
      bodies.getLast().add(alone(opens.removeLast()));
      bodies.getLast().addAll(body);
    }
  }

  /** Whether an operand can end with this. */
  private static boolean ends(Node node) {
    return switch (node) {
      case Group group -> true;
      case Leaf leaf ->
          switch (leaf.type()) {
            case FormulaLexer.LETTER, FormulaLexer.NUMBER, FormulaLexer.WORDS, FormulaLexer.DOTS, FormulaLexer.EMPTY, FormulaLexer.BAD, FormulaLexer.PRIME, FormulaLexer.BANG ->
                true;
            default -> false;
          };
    };
  }
}
