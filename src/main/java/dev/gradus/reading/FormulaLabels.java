package dev.gradus.reading;

import dev.gradus.document.Clause;
import dev.gradus.document.MathText;
import java.util.Optional;

/** Labels inside a formula: {@code (a) \quad A = B}, {@code h) s(x) = ..}, {@code \text{(b)} ..}. */
final class FormulaLabels {
  private FormulaLabels() {}

  /** The label that opens the clause: alone on it, in its words, or before its first side. */
  static Optional<Labels.Label> at(Clause c) {
    Optional<Labels.Label> inWords = inWords(c);
    if (inWords.isPresent()) {
      return inWords;
    }
    String first = c.sides().getFirst().text().strip();
    if (alone(c)) {
      return Labels.at(first);
    }
    int taken = prefix(c.sides().getFirst());
    return taken > 0 ? Labels.at(first) : Optional.empty();
  }

  /** The label in the words before the clause. */
  static Optional<Labels.Label> inWords(Clause c) {
    return c.words().isBlank() ? Optional.empty() : Labels.at(c.words()).filter(l -> l.length() > 0);
  }

  /** {@code 6. \quad ..}: a bare number that a space parts from the rest. */
  static Optional<Labels.Label> number(Clause c) {
    String text = c.sides().getFirst().text().strip();
    boolean digits = c.signs().isEmpty() && !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(Character::isDigit);
    return digits ? Optional.of(new Labels.Label(Labels.Kind.NUMBER, text, text.length())) : Optional.empty();
  }

  /** Whether the clause is nothing but the label. */
  static boolean alone(Clause c) {
    if (!c.signs().isEmpty()) {
      return false;
    }
    String text = c.sides().getFirst().text().strip();
    Optional<Labels.Label> label = Labels.at(text);
    return label.isPresent() && label.get().length() >= text.length() && label.get().kind() != Labels.Kind.CASE;
  }

  /** How many characters of a side are a label that cannot belong to it: {@code a)} with a bracket that nothing opens, {@code 6.} before a space. */
  static int prefix(MathText side) {
    String text = side.text();
    Optional<Labels.Label> label = Labels.at(text);
    if (label.isEmpty() || label.get().length() == 0 || label.get().length() >= text.length()) {
      return 0;
    }
    String taken = text.substring(0, label.get().length());
    boolean unopened = taken.indexOf(')') >= 0 && taken.indexOf('(') < 0;
    boolean numbered = taken.stripTrailing().endsWith(".") && Character.isDigit(taken.stripLeading().charAt(0));
    return unopened || numbered ? label.get().length() : 0;
  }

  /** The side without the label before it. */
  static MathText without(MathText side) {
    int taken = prefix(side);
    return taken == 0 ? side : side.slice(taken, side.length()).trim();
  }
}
