package dev.gradus.notation;

import dev.gradus.document.CodePoints;
import dev.gradus.document.MathBuilder;
import dev.gradus.document.MathText;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/** What a side may have been that is not read because of its braces: one brace more, or braces around a script of a sign and what it stands before. */
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
