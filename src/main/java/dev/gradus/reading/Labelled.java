package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;

/**
 * A name applied to a label that is set to a number, {@code P(y = 1 | x)}: what an equation for {@code P(y | x)} says of that number (READING 23, "up to an index").
 *
 * @param any the bracket with the letter alone
 */
record Labelled(Notation.Bracketed any, Notation.Symbol letter, Notation number) {
  /** In: a name and the bracket behind it. Out: its label; empty where the first argument is no letter that is set to a number. */
  static Optional<Labelled> of(Mention name, Notation.Bracketed bracket, Mentions mentions) {
    Notation body = bracket.body();
    Notation first = body instanceof Notation.Conditioned c ? c.left() : body;
    boolean set = PrintedHead.probability(name) && first instanceof Notation.Compared c && c.signs().equals(List.of(RelationSign.EQUAL));
    if (!set || !(first instanceof Notation.Compared c) || !(c.sides().get(0) instanceof Notation.Symbol y) || !(c.sides().get(1) instanceof Notation.Numeral n) || mentions.of(y).filter(Mention::bare).isEmpty()) {
      return Optional.empty();
    }
    Notation alone = body instanceof Notation.Conditioned given ? new Notation.Conditioned(given.span(), y, given.right()) : y;
    return Optional.of(new Labelled(new Notation.Bracketed(bracket.span(), bracket.open(), alone, bracket.close()), y, n));
  }

  /**
   * The same of a number in the place of the letter, {@code p(1 | x)}, where the text gives {@code p(y | x)} by what y is.
   *
   * @param key the name at these printed arguments
   */
  static Optional<Labelled> atNumber(Notation.Bracketed bracket, String key, Names names, Part part) {
    Notation body = bracket.body();
    Notation first = body instanceof Notation.Conditioned c ? c.left() : body;
    String digits = digits(first);
    int at = digits.isEmpty() ? -1 : key.indexOf("(" + digits);
    if (at < 0 || !(body instanceof Notation.Conditioned given)) {
      return Optional.empty();
    }
    String behind = key.substring(at + 1 + digits.length());
    return names.definitions().stream()
        .map(Definition::key)
        .filter(k -> k.startsWith(key.substring(0, at + 1)) && k.endsWith(behind) && k.length() == at + 2 + behind.length() && Character.isLetter(k.charAt(at + 1)))
        .filter(k -> names.definition(k, part).isPresent())
        .findFirst()
        .map(k -> new Notation.Symbol(first.span(), k.substring(at + 1, at + 2)))
        .map(y -> new Labelled(new Notation.Bracketed(bracket.span(), bracket.open(), new Notation.Conditioned(given.span(), y, given.right()), bracket.close()), y, first instanceof Notation.Numeral ? first : new Notation.Bracketed(first.span(), "(", first, ")")));
  }

  /** A whole number as it is printed; empty for anything else. */
  private static String digits(Notation n) {
    return switch (n) {
      case Notation.Numeral d -> d.digits();
      case Notation.Summed s when s.items().size() == 1 && s.items().getFirst().sign() == Notation.Sign.MINUS && s.items().getFirst().item() instanceof Notation.Numeral d -> "-" + d.digits();
      default -> "";
    };
  }

  /** The name applied to the letter alone. */
  static Optional<Notation> without(Notation.Juxtaposed applied, Mentions mentions) {
    Notation.Factor behind = applied.factors().get(1);
    Optional<Mention> name = mentions.of(applied.factors().get(0).item());
    return name.isPresent() && behind.item() instanceof Notation.Bracketed b
        ? of(name.get(), b, mentions).map(l -> new Notation.Juxtaposed(applied.span(), List.of(applied.factors().get(0), new Notation.Factor(behind.op(), l.any()))))
        : Optional.empty();
  }

  /** An expression with the number for the letter; empty where a sum binds that letter or it cannot be put there. */
  Optional<Notation> in(Notation n) {
    if (n instanceof Notation.Symbol s && s.name().equals(letter.name())) {
      return Optional.of(number);
    }
    if (Mentions.primedLetter(n).isPresent()) {
      return Optional.of(n);
    }
    boolean bound = n instanceof Notation.BigOperator b && b.sub().filter(s -> binds(s, letter.name())).isPresent();
    return bound ? Optional.empty() : Notations.mapped(n, this::in).flatMap(parts -> parts.isEmpty() ? Optional.of(n) : Templates.with(n, parts));
  }

  private static boolean binds(Notation sub, String letter) {
    java.util.Set<String> bound = new java.util.TreeSet<>();
    BoundLetters.collect(sub, bound);
    return bound.contains(Mentions.latexName(letter));
  }
}
