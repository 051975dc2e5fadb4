package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.notation.Outline;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Trees taken apart and put together; the parts of a tree in a fixed order. */
final class Tree {
  private Tree() {}

  /** The node with other parts, as many as {@link Notation#parts} gives. */
  static Notation with(Notation n, List<Notation> parts) {
    Iterator<Notation> next = parts.iterator();
    return switch (n) {
      case Notation.Numeral x -> x;
      case Notation.Symbol x -> x;
      case Notation.Words x -> x;
      case Notation.Styled s -> new Notation.Styled(s.span(), s.style(), next.next());
      case Notation.Accented a -> new Notation.Accented(a.span(), a.accent(), next.next());
      case Notation.Scripted s -> new Notation.Scripted(s.span(), next.next(), s.sub().map(x -> next.next()), s.sup().map(x -> next.next()), s.primes());
      case Notation.Fraction f -> new Notation.Fraction(f.span(), next.next(), next.next());
      case Notation.Root r -> new Notation.Root(r.span(), next.next(), r.degree().map(x -> next.next()));
      case Notation.Bracketed b -> new Notation.Bracketed(b.span(), b.open(), next.next(), b.close());
      case Notation.Listed l -> new Notation.Listed(l.span(), parts);
      case Notation.Conditioned c -> new Notation.Conditioned(c.span(), next.next(), next.next());
      case Notation.Compared c -> new Notation.Compared(c.span(), parts, c.signs());
      case Notation.Infix i -> new Notation.Infix(i.span(), next.next(), i.op(), next.next());
      case Notation.Summed s -> new Notation.Summed(s.span(), s.items().stream().map(i -> new Signed(i.sign(), next.next())).toList());
      case Notation.Juxtaposed j -> new Notation.Juxtaposed(j.span(), j.factors().stream().map(f -> new Factor(f.op(), factor(next.next()))).toList());
      case Notation.BigOperator b -> {
        Notation body = next.next();
        yield new Notation.BigOperator(b.span(), b.name(), b.sub().map(x -> next.next()), b.sup().map(x -> next.next()), factor(body));
      }
      case Notation.Table t -> new Notation.Table(t.span(), t.environment(), t.rows().stream().map(r -> r.stream().map(c -> next.next()).toList()).toList());
      case Notation.Annotated a -> new Notation.Annotated(a.span(), a.kind(), next.next(), a.label().map(x -> next.next()));
      case Notation.Factorial f -> new Notation.Factorial(f.span(), next.next());
      case Notation.Dots d -> d;
      case Notation.Empty e -> e;
      case Notation.Unreadable u -> u;
    };
  }

  /** The tree with every node that the rewriting changes replaced, from the leaves up. */
  static Notation everywhere(Notation n, UnaryOperator<Notation> rewriting) {
    List<Notation> parts = n.parts();
    return rewriting.apply(parts.isEmpty() ? n : with(n, parts.stream().map(c -> everywhere(c, rewriting)).toList()));
  }

  /** Whether two trees are the same but for where they stand. */
  static boolean same(Notation a, Notation b) {
    return Outline.of(a).equals(Outline.of(b));
  }

  /** The tree without brackets that group nothing and factors that are 1: two sides that are the same then say nothing. */
  static Notation plain(Notation n) {
    return everywhere(
        n,
        x -> {
          if (x instanceof Notation.Juxtaposed j) {
            List<Factor> rest = j.factors().stream().filter(f -> !isNumeral(f.item(), "1")).map(f -> new Factor(f.op(), alone(f.item()))).toList();
            return rest.isEmpty() ? x : product(x, rest);
          }
          return x instanceof Notation.Summed s ? sum(s, s.items().stream().map(i -> new Signed(i.sign(), alone(i.item()))).toList()) : bare(x);
        });
  }

  /** What stands alone in round brackets, out of them. */
  private static Notation alone(Notation n) {
    Notation inside = bare(n);
    boolean grouped = inside instanceof Notation.Summed || inside instanceof Notation.Juxtaposed || inside instanceof Notation.Listed || inside instanceof Notation.BigOperator;
    return grouped ? n : inside;
  }

  /** How many nodes a tree has. */
  static int size(Notation n) {
    return 1 + n.parts().stream().mapToInt(Tree::size).sum();
  }

  static boolean holdsUnreadable(Notation n) {
    return n instanceof Notation.Unreadable || n.parts().stream().anyMatch(Tree::holdsUnreadable);
  }

  /** Something that may stand as a factor: sums get brackets. */
  static Notation factor(Notation n) {
    return n instanceof Notation.Summed ? bracketed(n) : n;
  }

  static Notation bracketed(Notation n) {
    return new Notation.Bracketed(n.span(), "(", n, ")");
  }

  /** What stands between round brackets, or the node itself. */
  static Notation bare(Notation n) {
    return n instanceof Notation.Bracketed b && b.open().equals("(") && b.close().equals(")") ? b.body() : n;
  }

  /** The factors of a product; of anything else the node alone. */
  static List<Factor> factors(Notation n) {
    return n instanceof Notation.Juxtaposed j ? j.factors() : List.of(new Factor(Op.NONE, n));
  }

  /** A product of factors; the first one's sign is dropped. */
  static Notation product(Notation at, List<Factor> factors) {
    if (factors.size() == 1) {
      return factors.get(0).item();
    }
    List<Factor> all = new ArrayList<>();
    for (Factor f : factors) {
      all.add(new Factor(all.isEmpty() ? Op.NONE : f.op(), factor(f.item())));
    }
    return new Notation.Juxtaposed(at.span(), all);
  }

  /** One thing before another, side by side. */
  static Notation times(Notation first, Notation second) {
    List<Factor> all = new ArrayList<>(factors(first));
    List<Factor> behind = factors(second);
    all.add(new Factor(Op.NONE, behind.get(0).item()));
    all.addAll(behind.subList(1, behind.size()));
    return product(first, all);
  }

  /** The items of a sum; of anything else the node alone. */
  static List<Signed> items(Notation n) {
    return n instanceof Notation.Summed s ? s.items() : List.of(new Signed(Sign.PLUS, n));
  }

  static Notation sum(Notation at, List<Signed> items) {
    return items.size() == 1 && items.get(0).sign() == Sign.PLUS ? items.get(0).item() : new Notation.Summed(at.span(), items);
  }

  static Notation negated(Notation n) {
    if (n instanceof Notation.Summed s && s.items().size() == 1) {
      return sum(n, List.of(opposite(s.items().get(0))));
    }
    return new Notation.Summed(n.span(), List.of(new Signed(Sign.MINUS, factor(n))));
  }

  static Signed opposite(Signed item) {
    return new Signed(
        switch (item.sign()) {
          case PLUS -> Sign.MINUS;
          case MINUS -> Sign.PLUS;
          case PLUS_MINUS -> Sign.MINUS_PLUS;
          case MINUS_PLUS -> Sign.PLUS_MINUS;
        },
        item.item());
  }

  static <T> List<T> without(List<T> all, int at) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(at);
    return rest;
  }

  static <T> List<T> replaced(List<T> all, int at, T by) {
    List<T> changed = new ArrayList<>(all);
    changed.set(at, by);
    return changed;
  }

  static Notation numeral(Notation at, int value) {
    return new Notation.Numeral(at.span(), Integer.toString(value));
  }

  static boolean isNumeral(Notation n, String digits) {
    return n instanceof Notation.Numeral d && d.digits().equals(digits);
  }

  static Notation raised(Notation base, Notation exponent) {
    boolean plain = base instanceof Notation.Symbol || base instanceof Notation.Bracketed || base instanceof Notation.Numeral || base instanceof Notation.Styled || base instanceof Notation.Accented;
    if (base instanceof Notation.Scripted s && s.sup().isEmpty()) {
      return new Notation.Scripted(base.span(), s.base(), s.sub(), Optional.of(exponent), s.primes());
    }
    return new Notation.Scripted(base.span(), plain ? base : bracketed(base), Optional.empty(), Optional.of(exponent), 0);
  }

  /** The name of a function in words: log of {@code \log}. */
  static boolean isLogarithm(Notation n) {
    return n instanceof Notation.Words w && (w.text().equals("log") || w.text().equals("ln"));
  }

  static boolean isWord(Notation n, String text) {
    return n instanceof Notation.Words w && w.text().equals(text);
  }
}
