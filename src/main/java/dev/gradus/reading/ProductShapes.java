package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Dc: behind what is stated to be a matrix, or transposed somewhere, a letter that is usually a vector is one (READING 28). */
final class ProductShapes {
  private ProductShapes() {}

  /** Takes in what the products of an equation's side show. */
  static void show(Notation n, Survey survey) {
    vector(n, survey).ifPresent(m -> survey.show(m.key(), 0, 1));
    Notations.children(n).forEach(c -> show(c, survey));
  }

  private static Optional<Mention> vector(Notation n, Survey survey) {
    if (!(n instanceof Notation.Juxtaposed j) || j.factors().getLast().op() != Op.NONE) {
      return Optional.empty();
    }
    boolean matrix = survey.mentions().of(j.factors().get(j.factors().size() - 2).item()).filter(m -> m.bare() && Survey.upper(m.base()) && isMatrix(survey.everywhere(m.key()))).isPresent();
    return survey.mentions().of(j.factors().getLast().item()).filter(m -> matrix && m.bare() && !Survey.upper(m.base()) && Shapes.lowercaseBehind(m) && survey.everywhere(m.key()).stated.isEmpty() && !survey.isSize(m.key()) && !survey.isIndex(m.key()));
  }

  private static boolean isMatrix(Trace t) {
    return t.matrixLike ? t.stated.stream().allMatch(s -> s == 2) : t.stated.equals(new TreeSet<>(List.of(2)));
  }
}
