package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import java.util.List;
import java.util.Optional;

/**
 * Definition by use (READING 22): one link of a chain replaces an undefined name by a closed expression and changes nothing else.
 *
 * @param head the name with its index letters
 * @param body what it is replaced by
 */
record ByUse(Head head, Notation body) {
  /** In: two sides that differ in one place only, where the left one has a bare name. */
  static Optional<ByUse> of(Notation left, Notation right, Mentions mentions) {
    return differing(left, right, mentions).filter(d -> !d.trivial());
  }

  private boolean trivial() {
    return body instanceof Notation.Symbol || body instanceof Notation.Numeral;
  }

  private static Optional<ByUse> differing(Notation left, Notation right, Mentions mentions) {
    if (Outline.of(left).equals(Outline.of(right))) {
      return Optional.empty();
    }
    Optional<Head> head = Head.of(left, mentions).filter(h -> h.parameters().isEmpty() && !h.logged() && !h.squared());
    if (head.isPresent() && mentions.of(left).isPresent()) {
      return mentions.of(right).filter(Mention::plain).isPresent() ? Optional.empty() : Optional.of(new ByUse(head.get(), right));
    }
    List<Notation> a = parts(left);
    List<Notation> b = parts(right);
    if (a.isEmpty() || a.size() != b.size() || !shape(left).equals(shape(right))) {
      return Optional.empty();
    }
    Optional<ByUse> found = Optional.empty();
    for (int k = 0; k < a.size(); k++) {
      if (Outline.of(a.get(k)).equals(Outline.of(b.get(k)))) {
        continue;
      }
      Optional<ByUse> here = differing(a.get(k), b.get(k), mentions);
      if (here.isEmpty() || found.isPresent()) {
        return Optional.empty();
      }
      found = here;
    }
    return found;
  }

  private static List<Notation> parts(Notation n) {
    return switch (n) {
      case Notation.Summed s -> s.items().stream().map(Notation.Signed::item).toList();
      case Notation.Juxtaposed j -> j.factors().stream().map(Notation.Factor::item).toList();
      case Notation.Fraction f -> List.of(f.numerator(), f.denominator());
      case Notation.Bracketed b -> List.of(b.body());
      case Notation.BigOperator b -> List.of(b.body());
      default -> List.of();
    };
  }

  /** What must agree besides the parts. */
  private static String shape(Notation n) {
    return switch (n) {
      case Notation.Summed s -> "sum" + s.items().stream().map(i -> i.sign().name()).toList();
      case Notation.Juxtaposed j -> "product" + j.factors().stream().map(f -> f.op().name()).toList();
      case Notation.Fraction f -> "fraction";
      case Notation.Bracketed b -> "bracket" + b.open() + b.close();
      case Notation.BigOperator b -> b.name() + b.sub().map(Outline::of).orElse("") + b.sup().map(Outline::of).orElse("");
      default -> "";
    };
  }
}
