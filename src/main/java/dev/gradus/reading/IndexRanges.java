package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import java.util.ArrayList;
import java.util.List;

/** Index ranges: {@code k = 1, \ldots, K}, {@code k = 0, 1, 2}, {@code n = \{1, .., k\}} behind a claim. They state nothing (READING 12). */
final class IndexRanges {
  private IndexRanges() {}

  static boolean is(Sentence sentence, int at, Answer answer) {
    if (!(sentence.atoms().get(at) instanceof Atom.Clausal here)) {
      return false;
    }
    Clause c = answer.clauses().get(here.clause());
    if (c.signs().size() != 1 || c.signs().getFirst().sign() != RelationSign.EQUAL || !Sides.letter(c.sides().getFirst().text())) {
      return false;
    }
    String right = c.sides().get(1).text().strip();
    boolean dotted = right.contains("\\ldots") || right.contains("\\dots") || right.contains("...") || right.contains("\\cdots");
    if (dotted && right.startsWith("\\{")) {
      return c.join() == Clause.Join.COMMA;
    }
    if (!Sides.number(right) && !Sides.letter(right)) {
      return false;
    }
    List<String> behind = listBehind(sentence, at, answer);
    boolean values = behind.stream().allMatch(b -> Sides.number(b) || Sides.letter(b)) && behind.stream().anyMatch(Sides::number);
    return !behind.isEmpty() && (behind.stream().anyMatch(Sides::dots) || values);
  }

  /** The fragments that a list goes on with. */
  private static List<String> listBehind(Sentence sentence, int at, Answer answer) {
    List<String> behind = new ArrayList<>();
    int i = at + 1;
    while (i + 1 < sentence.atoms().size()
        && sentence.atoms().get(i) instanceof Atom.Link(Clause.Join join)
        && join == Clause.Join.COMMA
        && sentence.atoms().get(i + 1) instanceof Atom.Clausal next
        && answer.clauses().get(next.clause()).signs().isEmpty()) {
      behind.add(answer.clauses().get(next.clause()).sides().getFirst().text());
      i += 2;
    }
    return behind;
  }
}
