package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import java.util.List;
import java.util.Optional;

/** What a function is applied to, as far as the tree tells: a name in words or a letter before a bracket, a word before a single thing. */
final class Functions {
  private Functions() {}

  /** Whether a product of two is a name before a bracket, or a word before its argument. */
  static boolean applied(Notation.Juxtaposed j) {
    if (j.factors().size() != 2 || j.factors().get(1).op() != Op.NONE) {
      return false;
    }
    Notation head = j.factors().get(0).item();
    Notation argument = j.factors().get(1).item();
    Notation name = head instanceof Notation.Scripted s ? s.base() : head;
    boolean bracket = argument instanceof Notation.Bracketed || (argument instanceof Notation.Scripted s && s.base() instanceof Notation.Bracketed);
    return name instanceof Notation.Words || (bracket && (name instanceof Notation.Symbol || name instanceof Notation.Styled));
  }

  /** What a logarithm is taken of, where the node is nothing but one. */
  static Optional<Notation> logarithmOf(Notation n) {
    List<Notation.Factor> factors = Tree.factors(n);
    if (factors.size() < 2 || !Tree.isLogarithm(factors.get(0).item())) {
      return Optional.empty();
    }
    return Optional.of(Tree.bare(Tree.product(n, factors.subList(1, factors.size()))));
  }

  /** The logarithm of something by the name that the given one has. */
  static Notation logarithm(Notation like, Notation of) {
    Notation name = Tree.factors(like).get(0).item();
    return Tree.times(name, Tree.bracketed(of));
  }

  /** The exponent of a power of e. */
  static Optional<Notation> exponentOf(Notation n) {
    return n instanceof Notation.Scripted s && s.sub().isEmpty() && s.base() instanceof Notation.Symbol e && e.name().equals("e") ? s.sup() : Optional.empty();
  }

  static Notation exponential(Notation at, Notation exponent) {
    return new Notation.Scripted(at.span(), new Notation.Symbol(at.span(), "e"), Optional.empty(), Optional.of(exponent), 0);
  }
}
