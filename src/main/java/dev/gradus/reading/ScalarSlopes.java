package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;

/**
 * {@code \\frac{\\partial J}{\\partial b} = \\frac1m \\sum_i (h_i - y_i)}: what is differentiated by is one number where the derivative is a total of the samples' numbers, as of the bias in
 * Xw + b, which is added to every entry (READING 28).
 */
final class ScalarSlopes {
  private static final List<String> DATA = List.of("X", "\\Phi");

  private ScalarSlopes() {}

  /** In: the sides of an equation. Out: the letter that the left one differentiates by, where the right one is such a total. */
  static Optional<String> of(Notation left, Notation right) {
    boolean slope = left instanceof Notation.Fraction f && Differentials.whole(f) && f.denominator() instanceof Notation.Juxtaposed j && j.factors().size() == 2;
    return slope && left instanceof Notation.Fraction f && f.denominator() instanceof Notation.Juxtaposed j && j.factors().get(1).item() instanceof Notation.Symbol s && isTotal(right) ? Optional.of(Mentions.latexName(s.name())) : Optional.empty();
  }

  private static boolean isTotal(Notation n) {
    return switch (n) {
      case Notation.BigOperator b -> b.name().equals("sum") && isOfEntries(b.body());
      case Notation.Juxtaposed j -> isTotal(j.factors().getLast().item()) && j.factors().subList(0, j.factors().size() - 1).stream().allMatch(f -> f.item() instanceof Notation.Fraction || f.item() instanceof Notation.Numeral);
      case Notation.Bracketed b -> isTotal(b.body());
      case Notation.Summed s -> s.items().size() == 1 && isTotal(s.items().getFirst().item());
      default -> false;
    };
  }

  /** (h_i - y_i) */
  private static boolean isOfEntries(Notation n) {
    return switch (n) {
      case Notation.Bracketed b -> isOfEntries(b.body());
      case Notation.Summed s -> s.items().stream().allMatch(i -> isOfEntries(i.item()));
      case Notation.Scripted s -> s.sub().isPresent() && s.sup().isEmpty();
      default -> false;
    };
  }

  /** Whether a product is one of the data with a vector of weights: a number for each sample. */
  static boolean isOfData(Notation.Juxtaposed product) {
    return product.factors().size() == 2 && Mentions.bracketedName(product.factors().getFirst().item()).filter(DATA::contains).isPresent();
  }
}
