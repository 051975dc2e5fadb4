package dev.gradus.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.MathText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A typeset formula reads back as the tree it was made from. */
final class TypesetTest {
  @Test
  void theFormulasOfTheGrammarReadBack() {
    List<String> lines = NotationParserTest.resource("formulas.txt").stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    List<String> formulas = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      formulas.add(lines.get(i));
    }
    assertEquals(List.of(), changed(formulas));
  }

  @Test
  void theSidesOfRealAnswersReadBack() throws IOException {
    Assumptions.assumeTrue(Sides.present());
    List<String> sides = new ArrayList<>();
    Sides.all().values().forEach(rs -> rs.forEach(r -> sides.addAll(List.of(r.left(), r.right()))));
    assertTrue(sides.size() > 1_000);
    assertEquals(List.of(), changed(sides));
  }

  private static List<String> changed(List<String> formulas) {
    List<String> changed = new ArrayList<>();
    for (String formula : formulas) {
      Notation tree = NotationParser.parse(MathText.plain(formula, 0));
      String outline = Outline.of(tree);
      String text = Typeset.of(tree);
      if (!outline.contains("unreadable") && !outline.equals(Outline.of(NotationParser.parse(MathText.plain(text, 0))))) {
        changed.add(formula + " -> " + text + " " + outline + " but " + Outline.of(NotationParser.parse(MathText.plain(text, 0))));
      }
    }
    return changed;
  }
}
