package dev.gradus.notation;

import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Two words with a hyphen as a subscript, {@code J_{skip-gram}}: a label, no difference. */
final class HyphenLabel {
  /** As many letters side by side are no product of indices. */
  private static final int LEAST = 4;

  private HyphenLabel() {}

  /** In: what stands in a subscript. Out: the same, or the words if it is such a label. */
  static Notation read(Notation sub) {
    if (!(sub instanceof Notation.Summed s) || s.items().size() != 2 || s.items().getFirst().sign() != Sign.PLUS || s.items().get(1).sign() != Sign.MINUS) {
      return sub;
    }
    Optional<String> first = word(s.items().getFirst().item());
    Optional<String> second = word(s.items().get(1).item());
    return first.isPresent() && second.isPresent() ? new Notation.Words(sub.span(), first.get() + "-" + second.get()) : sub;
  }

  private static Optional<String> word(Notation n) {
    if (n instanceof Notation.Words w) {
      return Optional.of(w.text()).filter(t -> t.chars().allMatch(Character::isLetter));
    }
    List<Notation.Factor> factors = n instanceof Notation.Juxtaposed j ? j.factors() : List.of();
    boolean letters = factors.size() >= LEAST && factors.stream().allMatch(f -> f.op() == Op.NONE && f.item() instanceof Notation.Symbol x && x.name().length() == 1);
    return letters ? Optional.of(factors.stream().map(f -> ((Notation.Symbol) f.item()).name()).collect(Collectors.joining())) : Optional.empty();
  }
}
