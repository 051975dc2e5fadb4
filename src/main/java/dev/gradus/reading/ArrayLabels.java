package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Letters of arrays that stand above names: \delta^h = W^T \delta^o, z^h = W^h x beside vectors h and o. A number is not raised to an array: the letter says of what
 * the name is.
 */
final class ArrayLabels {
  private static final List<String> COUNTING = List.of("i", "j", "k", "l", "m", "n", "t", "T");

  private ArrayLabels() {}

  /** The letters above names that are a side of their own somewhere, whose other uses or whose own equation show an array. */
  static Set<String> of(Raised raised, List<Survey.Equation> equations, Survey survey) {
    Set<String> found = new TreeSet<>(raised.aboveAlone());
    Set<String> overMatrices = raised.overMatrices();
    found.removeIf(l -> COUNTING.contains(l) || survey.isBound(l) || survey.isSize(l) || !(shown(l, survey) || equations.stream().anyMatch(e -> gives(e, l, overMatrices, survey))));
    return found;
  }

  private static boolean shown(String letter, Survey survey) {
    return Shapes.rank(survey.everywhere(letter), Mention.of(letter, false)) > 0;
  }

  /** Whether an equation makes the letter an array; above the letter of a matrix, anything but a number will do: W^h is no power for h = \sigma(z^h). */
  private static boolean gives(Survey.Equation e, String letter, Set<String> overMatrices, Survey survey) {
    boolean own = survey.mentions().of(e.left()).filter(m -> m.bare() && m.key().equals(letter)).isPresent();
    return own && (array(e.right(), survey) || (overMatrices.contains(letter) && e.right() instanceof Notation.Juxtaposed));
  }

  /** Whether a right side is shown to be an array: a matrix times a vector, a function of one entry by entry, a sum with one. */
  private static boolean array(Notation n, Survey survey) {
    if (n instanceof Notation.Juxtaposed j && j.factors().size() == 2) {
      Notation last = j.factors().get(1).item();
      boolean applied = Notations.bracket(last).filter(b -> array(b.body(), survey)).isPresent() && survey.mentions().of(j.factors().get(0).item()).filter(Mention::plain).isPresent();
      boolean product = survey.mentions().of(j.factors().get(0).item()).filter(m -> m.plain() && survey.everywhere(m.key()).matrixLike).isPresent() && survey.mentions().of(last).filter(m -> m.plain() && shown(m.key(), survey)).isPresent();
      return applied || product;
    }
    return (n instanceof Notation.Summed s && s.items().stream().anyMatch(i -> array(i.item(), survey))) || survey.mentions().of(n).filter(m -> m.bare() && shown(m.key(), survey)).isPresent();
  }
}
