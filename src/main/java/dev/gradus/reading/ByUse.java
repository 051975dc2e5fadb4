package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Definition by use (READING 22): one link of a chain replaces an undefined name by a closed expression and changes nothing else.
 *
 * @param head the name with its index letters
 * @param body what it is replaced by
 * @param leads the name stands at another argument: then the link may also begin its chain, and the name means that only where no claim fails with it
 */
record ByUse(Head head, Notation body, boolean leads) {
  /** In: two sides that differ in one place only, where the first one has a bare name, one with index letters or one applied to distinct letters. */
  static Optional<ByUse> of(Notation named, Notation spelled, Mentions mentions) {
    return of(named, spelled, mentions, n -> Optional.empty());
  }

  /**
   * The same with names at their printed arguments: {@code \prod_i p(y_i | x_i)} and what the next link has in its place.
   *
   * @param printed the head that such a name is
   */
  static Optional<ByUse> of(Notation named, Notation spelled, Mentions mentions, Function<Notation, Optional<Head>> printed) {
    return Reapplied.of(named, spelled, mentions).or(() -> differing(named, spelled, mentions, printed)).filter(d -> !d.trivial());
  }

  /**
   * Whether the later claims of the part bear the meaning out: one is proved with it (READING 22). Of a name that leads its chain none may fail, and no more be
   * left open than are proved: what else it might mean is not excluded by the link alone.
   *
   * @param later the claims behind the link that speak of the name
   */
  boolean bornOut(List<Reader.Printed> later, Function<Reader.Printed, Outcome> judge) {
    int proved = 0;
    int open = 0;
    for (Reader.Printed q : later) {
      Outcome outcome = judge.apply(q);
      if (outcome.refuted() && leads) {
        return false;
      }
      proved += outcome.proved() ? 1 : 0;
      open += outcome.proved() || q.statement().cue() == Statement.Cue.ASSUMED ? 0 : 1;
      if (proved > 0 && !leads) {
        return true;
      }
    }
    return proved > 0 && (!leads || proved >= open);
  }

  private boolean trivial() {
    return body instanceof Notation.Symbol || body instanceof Notation.Numeral;
  }

  private static Optional<ByUse> differing(Notation left, Notation right, Mentions mentions, Function<Notation, Optional<Head>> printed) {
    if (Outline.of(left).equals(Outline.of(right))) {
      return Optional.empty();
    }
    if (Differentials.whole(left) || Differentials.whole(right)) {
      // a derivative gives no value: f' = (x^3)' leaves a constant open
      return Optional.empty();
    }
    Optional<Head> given = printed.apply(left);
    if (given.isPresent()) {
      return Optional.of(new ByUse(given.get(), right, false));
    }
    Optional<Head> head = Head.of(left, mentions).filter(h -> !h.logged() && !h.squared());
    if (head.isPresent() && (mentions.of(left).isPresent() || (!head.get().parameters().isEmpty() && !Functions.library(head.get().mention().base()) && !Functions.standard(head.get().mention().key()) && !head.get().mention().key().equals("\\sigma")))) {
      return mentions.of(right).filter(Mention::plain).isPresent() ? Optional.empty() : Optional.of(new ByUse(head.get(), right, false));
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
      Optional<ByUse> here = differing(a.get(k), b.get(k), mentions, printed);
      if (here.isEmpty() || found.isPresent()) {
        return Optional.empty();
      }
      found = here;
    }
    return found;
  }

  static List<Notation> parts(Notation n) {
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
  static String shape(Notation n) {
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
