package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Letters that stand for an element because the document compares them with one: i \neq s, 1[k = y], onehot(y). */
final class ElementLetters {
  private final Set<String> bound;
  private final Survey survey;

  /** @param bound letters known to count elements, to which the others are added */
  ElementLetters(Set<String> bound, Survey survey) {
    this.bound = bound;
    this.survey = survey;
  }

  /** w = o, i \neq s: what is compared with the letter of a sum is an element too. */
  void compared(Notation left, Notation right) {
    for (List<Notation> sides : List.of(List.of(left, right), List.of(right, left))) {
      if (counts(sides.get(0))) {
        letter(sides.get(1)).filter(t -> !survey.isSize(t)).ifPresent(bound::add);
      }
    }
  }

  /** 1_{k = y}, \mathbb{1}[k = y], I(k = y), [k = y], onehot(y): the class y in an indicator, where it is a subscript elsewhere. */
  void indicated(Notation n) {
    switch (n) {
      case Notation.Scripted s when PrintedHead.indicatorName(s.base()) && s.sub().isPresent() -> labels(s.sub().get());
      case Notation.Bracketed b when b.open().equals("[") -> labels(b.body());
      case Notation.Juxtaposed j -> {
        for (int k = 0; k + 1 < j.factors().size(); k++) {
          Optional<Notation.Bracketed> bracket = Notations.bracket(j.factors().get(k + 1).item());
          boolean applied = bracket.isPresent() && j.factors().get(k + 1).op() == Notation.Op.NONE;
          if (applied && PrintedHead.indicatorName(j.factors().get(k).item())) {
            labels(bracket.get().body());
          } else if (applied && OneHot.isName(j.factors().get(k).item())) {
            letter(bracket.get().body()).filter(survey::isIndex).ifPresent(bound::add);
          }
        }
      }
      default -> {}
    }
    Notations.children(n).forEach(this::indicated);
  }

  private void labels(Notation n) {
    List<Notation> sides = Conditions.condition(n).map(Notation.Compared::sides).filter(s -> s.size() == 2).orElse(List.of());
    for (int k = 0; k < sides.size(); k++) {
      if (letter(sides.get(k)).filter(t -> bound.contains(t) || Mentions.usualIndex(t)).isPresent()) {
        letter(sides.get(1 - k)).filter(t -> !survey.isSize(t) && survey.isIndex(t)).ifPresent(bound::add);
      }
    }
  }

  private boolean counts(Notation n) {
    return n instanceof Notation.Symbol s && (bound.contains(s.name()) || List.of("i", "j").contains(s.name()));
  }

  private static Optional<String> letter(Notation n) {
    return n instanceof Notation.Symbol t && t.name().length() == 1 && Character.isLowerCase(t.name().charAt(0)) ? Optional.of(t.name()) : Optional.empty();
  }
}
