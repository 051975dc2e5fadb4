package dev.gradus.notation;

import dev.gradus.document.CodePoints;
import dev.gradus.document.MathBuilder;
import dev.gradus.document.MathText;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/**
 * What a side may have been that is not read because of its braces or brackets: one brace more, braces around a script of a sign and what it stands before; a bracket without a partner left
 * out or given one.
 */
public final class BraceMends {
  /** Words of a side that is looked at. */
  private static final int LONGEST = 80;

  private BraceMends() {}

  /** How many more braces are opened than closed in a text. */
  public static int open(MathText text) {
    int open = 0;
    for (Leaf word : words(CodePoints.spell(text))) {
      open += word.is(FormulaLexer.GROUP_OPEN) ? 1 : word.is(FormulaLexer.GROUP_CLOSE) ? -1 : 0;
    }
    return open;
  }

  /** The same for round and square brackets. */
  public static int openBrackets(MathText text) {
    return text.text().chars().map(c -> c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0).sum();
  }

  /** The trees of one more brace at each place where it may stand, in printed order; those that are still not read are among them. */
  public static List<Notation> of(MathText text) {
    MathText spelled = CodePoints.spell(text);
    List<Leaf> words = words(spelled);
    List<Notation> found = new ArrayList<>();
    if (words.size() > LONGEST) {
      return found;
    }
    int open = open(text);
    for (int k = 0; k < words.size(); k++) {
      Leaf word = words.get(k);
      if (open == 1) {
        found.add(NotationParser.parse(with(spelled, word.to(), "}")));
      } else if (open == -1) {
        found.add(NotationParser.parse(with(spelled, word.from(), "{")));
      } else if (open == 0 && word.is(FormulaLexer.SIGN) && k > 0 && k + 1 < words.size() && words.get(k - 1).is(FormulaLexer.SUP)) {
        found.add(NotationParser.parse(with(with(spelled, end(words, k + 1), "}"), word.from(), "{")));
      }
    }
    return found;
  }

  /** The trees without the one bracket that has no partner, then with a partner at each place where it may stand. Those that are still not read are among them. */
  public static List<Notation> ofBracket(MathText text) {
    MathText spelled = CodePoints.spell(text);
    List<Leaf> words = words(spelled);
    List<Integer> alone = words.size() > LONGEST ? List.of() : alone(words);
    List<Notation> found = new ArrayList<>();
    if (alone.size() != 1) {
      return found;
    }
    int at = alone.getFirst();
    Leaf bracket = words.get(at);
    boolean opens = bracket.is(FormulaLexer.OPEN);
    found.add(NotationParser.parse(without(spelled, bracket)));
    int depth = 0;
    for (int k = opens ? at + 1 : at - 1; k >= 0 && k < words.size(); k += opens ? 1 : -1) {
      Leaf word = words.get(k);
      depth += word.is(FormulaLexer.GROUP_OPEN) ? 1 : word.is(FormulaLexer.GROUP_CLOSE) ? -1 : 0;
      if (opens ? depth < 0 : depth > 0) {
        break;
      }
      if (depth == 0) {
        found.add(NotationParser.parse(opens ? with(spelled, word.to(), Commands.partner(bracket.text())) : with(spelled, word.from(), bracket.text().equals(")") ? "(" : "[")));
      }
    }
    return found;
  }

  /** Round and square brackets without a partner in their group. */
  private static List<Integer> alone(List<Leaf> words) {
    List<Integer> open = new ArrayList<>();
    List<Integer> alone = new ArrayList<>();
    for (int k = 0; k < words.size(); k++) {
      Leaf word = words.get(k);
      boolean bracket = List.of("(", "[", ")", "]").contains(word.text());
      if (word.is(FormulaLexer.GROUP_OPEN) || (bracket && word.is(FormulaLexer.OPEN))) {
        open.add(k);
      } else if (word.is(FormulaLexer.GROUP_CLOSE)) {
        while (!open.isEmpty() && !words.get(open.getLast()).is(FormulaLexer.GROUP_OPEN)) {
          alone.add(open.removeLast());
        }
        if (!open.isEmpty()) {
          open.removeLast();
        }
      } else if (bracket && word.is(FormulaLexer.CLOSE)) {
        boolean paired = !open.isEmpty() && Commands.partner(words.get(open.getLast()).text()).equals(word.text());
        if (paired) {
          open.removeLast();
        } else {
          alone.add(k);
        }
      }
    }
    open.stream().filter(k -> !words.get(k).is(FormulaLexer.GROUP_OPEN)).forEach(alone::add);
    return alone;
  }

  private static MathText without(MathText text, Leaf word) {
    MathBuilder changed = new MathBuilder();
    changed.add(text.slice(0, word.from()));
    changed.add(text.slice(word.to(), text.length()));
    return changed.build();
  }

  private static List<Leaf> words(MathText spelled) {
    return Nesting.words(spelled.text(), 0, spelled.length());
  }

  /** Where the word or the group in braces that begins at {@code at} ends. */
  private static int end(List<Leaf> words, int at) {
    int depth = 0;
    for (int k = at; k < words.size(); k++) {
      depth += words.get(k).is(FormulaLexer.GROUP_OPEN) ? 1 : words.get(k).is(FormulaLexer.GROUP_CLOSE) ? -1 : 0;
      if (depth <= 0) {
        return words.get(k).to();
      }
    }
    return words.getLast().to();
  }

  private static MathText with(MathText text, int at, String brace) {
    MathBuilder changed = new MathBuilder();
    changed.add(text.slice(0, at));
    changed.add(brace, text.span(at, at));
    changed.add(text.slice(at, text.length()));
    return changed.build();
  }
}
