package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function that is used before it is defined, at an argument that is an expression: {@code S(x+c)_i = \\frac{e^{x_i+c}}{\\sum_j e^{x_j+c}}}. Where the other side holds
 * the argument only as a whole, with an index on the same letter throughout, it is the function at that argument, and S(x)_i is the same of x_i (READING 22).
 */
final class Reapplied {
  /** A letter for a number that documents seldom have. */
  private static final String NUMBER = "xi";

  private final Notation argument;
  private final String letter;
  private final boolean components;
  private final Optional<Notation> put;

  private Reapplied(Notation argument, String letter, boolean components, Optional<Notation> put) {
    this.argument = argument;
    this.letter = letter;
    this.components = components;
    this.put = put;
  }

  /** In: the sides of an equation. Out: what the left one's function is by the right one; none where its argument is a letter, or does not stand there as a whole only. */
  static Optional<ByUse> of(Notation left, Notation right, Mentions mentions) {
    if (!(left instanceof Notation.Juxtaposed j) || j.factors().size() != 2 || j.factors().get(1).op() != Op.NONE) {
      return Optional.empty();
    }
    Optional<Notation.Bracketed> bracket = Notations.bracket(j.factors().get(1).item()).filter(b -> b.open().equals("(") && mentions.of(b.body()).isEmpty());
    if (bracket.isEmpty() || ByUse.parts(bracket.get().body()).isEmpty()) {
      return Optional.empty();
    }
    Notation argument = bracket.get().body();
    Set<String> names = new TreeSet<>();
    Definitions.collect(argument, mentions, names);
    List<ByUse> found = new ArrayList<>();
    for (Notation part : ByUse.parts(argument)) {
      if (!(part instanceof Notation.Symbol letter)) {
        continue;
      }
      Optional<Head> elements = head(j, bracket.get(), letter, mentions).filter(h -> !h.letters().isEmpty());
      // a number that is put into the function may be made of arrays: its own letter stands for no array
      Notation.Symbol own = elements.isPresent() ? letter : new Notation.Symbol(letter.span(), NUMBER);
      Optional<Head> head = elements.or(() -> head(j, bracket.get(), own, mentions));
      if (head.isPresent()) {
        Set<String> rest = new TreeSet<>();
        Definitions.collect(new Reapplied(argument, letter.name(), elements.isPresent(), Optional.empty()).in(right), mentions, rest);
        Notation body = new Reapplied(argument, letter.name(), elements.isPresent(), Optional.of(own)).in(right);
        if (java.util.Collections.disjoint(rest, names) && !Outline.of(body).equals(Outline.of(right))) {
          found.add(new ByUse(head.get(), body, true));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Optional<Head> head(Notation.Juxtaposed j, Notation.Bracketed bracket, Notation.Symbol letter, Mentions mentions) {
    return Head.of(at(j, new Notation.Bracketed(bracket.span(), "(", letter, ")")), mentions).filter(h -> h.letters().size() <= 1 && h.parameters().size() == 1);
  }

  /** The function with another bracket behind it. */
  private static Notation at(Notation.Juxtaposed j, Notation.Bracketed bracket) {
    Notation behind = j.factors().get(1).item();
    Notation now = behind instanceof Notation.Scripted s ? new Notation.Scripted(s.span(), bracket, s.sub(), s.sup(), s.primes()) : bracket;
    return new Notation.Juxtaposed(j.span(), List.of(j.factors().get(0), new Notation.Factor(Op.NONE, now)));
  }

  /** The notation with the letter for the argument, under the index that the argument has there. */
  private Notation in(Notation n) {
    if (!components && Outline.of(n).equals(Outline.of(argument))) {
      return put.orElseGet(() -> new Notation.Empty(n.span()));
    }
    Optional<Notation> index = components ? index(n, argument) : Optional.empty();
    if (index.isPresent()) {
      return put.<Notation>map(x -> new Notation.Scripted(n.span(), x, index, Optional.empty(), 0)).orElseGet(() -> new Notation.Empty(n.span()));
    }
    return switch (n) {
      case Notation.Scripted s -> new Notation.Scripted(s.span(), in(s.base()), s.sub(), s.sup().map(this::in), s.primes());
      case Notation.Fraction f -> new Notation.Fraction(f.span(), in(f.numerator()), in(f.denominator()));
      case Notation.Root r -> new Notation.Root(r.span(), in(r.radicand()), r.degree());
      case Notation.Bracketed b -> new Notation.Bracketed(b.span(), b.open(), in(b.body()), b.close());
      case Notation.Summed s -> new Notation.Summed(s.span(), s.items().stream().map(i -> new Notation.Signed(i.sign(), in(i.item()))).toList());
      case Notation.Juxtaposed j -> new Notation.Juxtaposed(j.span(), j.factors().stream().map(f -> new Notation.Factor(f.op(), in(f.item()))).toList());
      case Notation.BigOperator b -> new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), in(b.body()));
      default -> n;
    };
  }

  /** The index on the letter in a notation that is the pattern but for that: i for x_i + c, the pattern being x + c. */
  private Optional<Notation> index(Notation n, Notation pattern) {
    if (pattern instanceof Notation.Symbol s && s.name().equals(letter)) {
      return n instanceof Notation.Scripted t && t.base() instanceof Notation.Symbol b && b.name().equals(letter) && t.sup().isEmpty() && t.primes() == 0 ? t.sub() : Optional.empty();
    }
    // (x_i + c) is a sum in brackets, (cx)_i a product with the index behind it
    if (n instanceof Notation.Scripted t && t.sup().isEmpty() && t.primes() == 0 && Notations.bracket(t.base()).filter(b -> Outline.of(b.body()).equals(Outline.of(argument))).isPresent()) {
      return t.sub();
    }
    List<Notation> a = ByUse.parts(n);
    List<Notation> b = ByUse.parts(pattern);
    if (a.isEmpty() || a.size() != b.size() || !ByUse.shape(n).equals(ByUse.shape(pattern))) {
      return Optional.empty();
    }
    Optional<Notation> found = Optional.empty();
    for (int k = 0; k < a.size(); k++) {
      Optional<Notation> here = index(a.get(k), b.get(k));
      if (here.isEmpty() ? !Outline.of(a.get(k)).equals(Outline.of(b.get(k))) : found.isPresent()) {
        return Optional.empty();
      }
      found = here.isPresent() ? here : found;
    }
    return found;
  }
}
