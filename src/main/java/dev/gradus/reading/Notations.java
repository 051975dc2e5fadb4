package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts of a formula's tree. */
final class Notations {
  private Notations() {}

  /** The terms of a printed sum; nothing of what is none. */
  static List<Notation> summands(Notation n) {
    return n instanceof Notation.Summed s ? s.items().stream().map(Notation.Signed::item).toList() : List.of();
  }

  /** The bracket behind a name: bare or with scripts on it. */
  static Optional<Notation.Bracketed> bracket(Notation n) {
    if (n instanceof Notation.Bracketed b && !b.open().equals("|") && !b.open().equals("\\|")) {
      return Optional.of(b);
    }
    if (n instanceof Notation.Scripted s) {
      return bracket(s.base());
    }
    return Optional.empty();
  }

  /**
   * Whether a factor is the argument of the name before it with scripts on its bracket, {@code S(x)_i}, {@code S(x)^T}: they belong to the value, not to what stands in
   * the bracket.
   */
  static boolean scriptedArgument(Notation.Juxtaposed j, int k) {
    return k > 0
        && j.factors().get(k).op() == Notation.Op.NONE
        && j.factors().get(k).item() instanceof Notation.Scripted s
        && bracket(s).filter(b -> b.open().equals("(") && Mentions.baseName(b.body()).isPresent()).isPresent()
        && Mentions.bracketedName(j.factors().get(k - 1).item()).isPresent()
        && bracket(j.factors().get(k - 1).item()).isEmpty();
  }

  /** The factors, arguments without the scripts on their brackets. */
  static List<Notation> unscripted(Notation.Juxtaposed j) {
    List<Notation> all = new ArrayList<>();
    for (int k = 0; k < j.factors().size(); k++) {
      Notation item = j.factors().get(k).item();
      all.add(scriptedArgument(j, k) ? bracket(item).orElseThrow() : item);
    }
    return all;
  }

  /** S(x)_i, S(x)^T: what a function with components is applied to is a vector, unless it is printed as a component itself; onehot(y)_k is of a class y. */
  static List<Mention> vectorArguments(Notation.Juxtaposed j, Mentions mentions) {
    List<Mention> all = new ArrayList<>();
    for (int k = 0; k < j.factors().size(); k++) {
      if (scriptedArgument(j, k) && !OneHot.isName(j.factors().get(k - 1).item()) && j.factors().get(k).item() instanceof Notation.Scripted s && (s.sub().isPresent() || s.sup().filter(mentions::transposes).isPresent())) {
        mentions.of(bracket(s).orElseThrow().body()).filter(Mention::bare).ifPresent(all::add);
      }
    }
    return all;
  }

  /** A sign above a matrix that is always that of its transpose; a t, too, may be one. */
  static boolean isTransposition(Notation n) {
    return n instanceof Notation.Symbol s && List.of("T", "top", "intercal").contains(s.name());
  }

  /** The parts of a notation that stand in the main line, in printed order: no degree of a root, no label. */
  static List<Notation> children(Notation n) {
    return switch (n) {
      case Notation.Root r -> List.of(r.radicand());
      case Notation.Annotated a -> List.of(a.body());
      case Notation.BigOperator b -> Stream.of(b.sub().stream(), b.sup().stream(), Stream.of(b.body())).<Notation>flatMap(x -> x).toList();
      default -> n.parts();
    };
  }

  /** These parts, each mapped; none where one of them has no image. */
  static Optional<List<Notation>> mapped(Notation n, Function<Notation, Optional<Notation>> map) {
    List<Notation> parts = new ArrayList<>();
    for (Notation child : children(n)) {
      Optional<Notation> part = map.apply(child);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(parts);
  }

  /** {@code (x_1, .., x_n)^T}: the elements written out. */
  static boolean listing(Notation n) {
    return switch (n) {
      case Notation.Scripted s -> listing(s.base());
      case Notation.Bracketed b -> listing(b.body());
      case Notation.Listed l -> true;
      case Notation.Table t -> true;
      case Notation.BigOperator b -> Dotted.ARRAYS.contains(b.name());
      default -> false;
    };
  }

  /** exp(body), as printed. */
  static Notation exponential(Notation body) {
    return new Notation.Juxtaposed(
        body.span(),
        List.of(new Notation.Factor(Notation.Op.NONE, new Notation.Words(body.span(), "exp")), new Notation.Factor(Notation.Op.NONE, new Notation.Bracketed(body.span(), "(", body, ")"))));
  }

  /** The first unreadable node, if any. */
  static Optional<Notation.Unreadable> unreadable(Notation n) {
    if (n instanceof Notation.Unreadable u) {
      return Optional.of(u);
    }
    for (Notation c : children(n)) {
      Optional<Notation.Unreadable> found = unreadable(c);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
