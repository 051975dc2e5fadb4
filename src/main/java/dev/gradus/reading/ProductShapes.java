package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Dc: behind what is stated to be a matrix, or transposed somewhere, a letter that is usually a vector is one (READING 28). */
final class ProductShapes {
  private ProductShapes() {}

  /** Takes in what the products of an equation's side show. */
  static void show(Notation n, Survey survey) {
    vector(n, survey).ifPresent(m -> survey.show(m.key(), 0, 1));
    Notations.children(n).forEach(c -> show(c, survey));
  }

  /** a^{(l)} = W^{(l)} h^{(l-1)} + b^{(l)}: what an equation gives a layer by weights in front of a vector is one, wherever it is used before. */
  static void layer(Notation left, Notation right, Survey survey) {
    Mentions mentions = survey.mentions();
    Optional<Mention> given = mentions.of(left).filter(m -> m.bare() && !Survey.upper(m.base()) && mentions.layers().any(m.key()));
    given.filter(m -> terms(right).anyMatch(n -> weighted(n, survey))).ifPresent(m -> survey.show(m.key(), 0, 1));
  }

  /** The terms of a side, or of what a function on it is applied to: a function of a number goes entry by entry. */
  private static Stream<Notation> terms(Notation side) {
    Notation inside = side instanceof Notation.Juxtaposed j && j.factors().size() == 2 ? Notations.bracket(j.factors().getLast().item()).map(Notation.Bracketed::body).orElse(side) : side;
    return inside instanceof Notation.Summed ? Notations.summands(inside).stream() : Stream.of(inside);
  }

  private static boolean weighted(Notation n, Survey survey) {
    if (!(n instanceof Notation.Juxtaposed j) || j.factors().size() != 2 || (j.factors().getLast().op() != Op.NONE && j.factors().getLast().op() != Op.DOT)) {
      return false;
    }
    Mentions mentions = survey.mentions();
    boolean weight = mentions.of(j.factors().getFirst().item()).filter(m -> m.indices().isEmpty() && survey.everywhere(m.key()).matrixLike).isPresent();
    return weight && mentions.of(j.factors().getLast().item()).filter(m -> m.indices().isEmpty() && survey.everywhere(m.key()).vectorLike).isPresent();
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
