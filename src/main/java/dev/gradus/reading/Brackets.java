package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.MathText;
import java.util.ArrayList;
import java.util.List;

/** Conditions in round brackets behind a claim: {@code A = B \quad (i\neq k)}, {@code A = B (k=0,1,2)}. */
final class Brackets {
  private static final List<String> SIGNS = List.of("=", "\\ne", "<", ">", "\\le", "\\ge", "\\in", "\\forall", "\\lt", "\\gt", "≠", "≤", "≥");

  private Brackets() {}

  /** Those of the formula's row behind atom {@code at}. */
  static List<MathText> behind(Sentence sentence, int at, Answer answer) {
    List<MathText> found = new ArrayList<>();
    for (int i = at + 1; i < sentence.atoms().size(); i++) {
      switch (sentence.atoms().get(i)) {
        case Atom.Clausal c -> {
          Clause clause = answer.clauses().get(c.clause());
          if (!clause.signs().isEmpty()) {
            return found;
          }
          MathText side = clause.sides().getFirst();
          if (condition(side.text())) {
            found.add(side);
          }
        }
        case Atom.Link(Clause.Join join) -> {
          if (join != Clause.Join.SPACE && join != Clause.Join.COMMA && join != Clause.Join.COLUMN) {
            return found;
          }
        }
        case Atom.Close _, Atom.Word _, Atom.Mark _, Atom.Open _, Atom.Pause _, Atom.Lead _ -> {
          return found;
        }
      }
    }
    return found;
  }

  /** {@code (i\neq k)}: nothing but a bracket, with a relation in it. */
  private static boolean condition(String text) {
    String s = unsized(text);
    return s.startsWith("(") && s.endsWith(")") && relation(s.substring(1, s.length() - 1));
  }

  /** A text whose round brackets have no sizes. */
  static String unsized(String text) {
    return text.strip().replaceAll("\\\\(left|right|[bB]igg?[lr]?)\\s*(?=[()])", "");
  }

  private static boolean relation(String s) {
    return SIGNS.stream().anyMatch(s::contains);
  }

  /** Where a bracket of conditions begins at the end of a side: a blank before it, bounds or a list of values of a letter in it. -1 if there is none. */
  static int glued(String side) {
    String s = side.stripTrailing();
    if (!s.endsWith(")")) {
      return -1;
    }
    int depth = 0;
    int open = -1;
    for (int i = s.length() - 1; i >= 0 && open < 0; i--) {
      if (s.charAt(i) == ')') {
        depth++;
      } else if (s.charAt(i) == '(' && --depth == 0) {
        open = i;
      }
    }
    boolean sized = open > 0 && s.substring(0, open).endsWith("\\left") && s.endsWith("\\right)");
    int start = sized ? open - "\\left".length() : open;
    if (start < 2 || !Character.isWhitespace(s.charAt(start - 1)) || s.substring(0, start).endsWith("\\left")) {
      return -1;
    }
    String inner = s.substring(open + 1, s.length() - (sized ? "\\right)".length() : 1));
    int sign = inner.indexOf('=');
    boolean list = sign > 0 && Sides.letter(inner.substring(0, sign)) && inner.indexOf(',') > sign;
    boolean unequal = false;
    for (String ne : List.of("\\neq", "\\ne", "≠")) {
      int at = inner.indexOf(ne);
      unequal |= at > 0 && inner.indexOf('|') < 0 && Sides.letter(inner.substring(0, at).strip());
    }
    return list || unequal ? start : -1;
  }
}
