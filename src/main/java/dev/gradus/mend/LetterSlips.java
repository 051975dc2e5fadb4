package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Letters taken for others, scripts fallen into the line, labels, primes and \partial: what a hand or its recognition does. */
final class LetterSlips implements Rule {
  /** Signs that look alike; each may stand for any other of its row. */
  private static final List<List<String>> ALIKE =
      List.of(
          List.of("n", "x", "u", "v", "w", "r", "nu", "mu", "chi", "kappa", "eta"),
          List.of("theta", "o", "0", "O", "sigma", "Theta", "delta", "phi"),
          List.of("sigma", "6", "delta", "b", "s"),
          List.of("alpha", "a", "s", "x", "sigma"),
          List.of("1", "l", "I"),
          List.of("y", "gamma", "g", "v"),
          List.of("p", "rho", "P"),
          List.of("beta", "B", "b", "8"),
          List.of("z", "2", "Z"),
          List.of("s", "S", "5"),
          List.of("x", "X"),
          List.of("w", "W", "omega"),
          List.of("e", "c", "epsilon"),
          List.of("h", "n", "k"),
          List.of("q", "9", "g"));

  /** Letters that a digit is taken for. */
  private static final List<String> DIGITS = List.of("l1", "I1", "O0", "o0");

  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    differentials(n, out);
    primes(spot, out);
    labels(n, around, out);
    fallen(n, around, out);
  }

  /** \frac{L}{\partial x}. */
  private static void differentials(Notation n, Consumer<Edit> out) {
    if (!(n instanceof Notation.Fraction f)) {
      return;
    }
    Optional<Notation> above = Derivatives.sign(f.numerator());
    Optional<Notation> below = Derivatives.sign(f.denominator());
    if (above.isEmpty() && below.isPresent()) {
      out.accept(Edit.of(Fault.PARTIAL, 0, n, new Notation.Fraction(f.span(), Tree.times(below.get(), f.numerator()), f.denominator())));
    } else if (below.isEmpty() && above.isPresent()) {
      out.accept(Edit.of(Fault.PARTIAL, 0, n, new Notation.Fraction(f.span(), f.numerator(), Tree.times(above.get(), f.denominator()))));
    }
  }

  private static void primes(Spot spot, Consumer<Edit> out) {
    Notation n = spot.node();
    if (n instanceof Notation.Scripted s && s.primes() > 0) {
      boolean bare = s.sub().isEmpty() && s.sup().isEmpty() && s.primes() == 1;
      out.accept(Edit.of(Fault.PRIME, 0, n, bare ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), s.sup(), s.primes() - 1)));
    }
    boolean head = spot.parent().filter(p -> p instanceof Notation.Juxtaposed j && Functions.applied(j) && j.factors().get(0).item().equals(n)).isPresent();
    if (head && n instanceof Notation.Symbol) {
      out.accept(Edit.of(Fault.PRIME, 0, n, new Notation.Scripted(n.span(), n, Optional.empty(), Optional.empty(), 1)));
    }
    if (n instanceof Notation.Scripted s && s.sub().isPresent() && s.primes() == 0) {
      out.accept(Edit.of(Fault.PRIME, 1, n, new Notation.Scripted(s.span(), s.base(), s.sub(), s.sup(), 1)));
    }
  }

  private static void labels(Notation n, Surrounding around, Consumer<Edit> out) {
    if (n instanceof Notation.Scripted s && s.sup().isPresent() && !Matrices.isTranspose(s.sup().get()) && Functions.exponentOf(n).isEmpty()) {
      for (Notation label : around.labels(s.base(), s.sup())) {
        out.accept(Edit.of(near(s.sup().get(), label) ? Fault.LABEL : Fault.WRONG_LABEL, 0, n, new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.of(label), s.primes())));
      }
    } else if (n instanceof Notation.Scripted s && s.sup().isEmpty() && s.sub().isPresent()) {
      for (Notation label : around.labels(s.base(), Optional.empty())) {
        out.accept(Edit.of(Fault.LABEL, 1, n, new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.of(label), s.primes())));
      }
    }
  }

  /** The h of a hidden layer is no slip for the o of the output, but a mistake: of two letters one is written for the other where they look alike. */
  private static boolean near(Notation printed, Notation other) {
    Notation a = Tree.bare(printed);
    Notation b = Tree.bare(other);
    boolean names = (a instanceof Notation.Symbol || a instanceof Notation.Words) && (b instanceof Notation.Symbol || b instanceof Notation.Words);
    return !names || (a instanceof Notation.Symbol s && b instanceof Notation.Symbol t && alike(s.name()).contains(t.name()));
  }

  /** e^{xi} for e^{x_i}, x2 for x^2. */
  private static void fallen(Notation n, Surrounding around, Consumer<Edit> out) {
    if (!(n instanceof Notation.Juxtaposed j)) {
      return;
    }
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      Factor first = j.factors().get(k);
      Factor second = j.factors().get(k + 1);
      if (first.item() instanceof Notation.Symbol e && e.name().equals("e")) {
        List<Factor> rest = Tree.without(j.factors(), k + 1);
        Notation power = Functions.exponential(first.item(), Tree.bare(second.item()));
        out.accept(Edit.of(Fault.SUBSCRIPT, 0, n, Tree.product(n, Tree.replaced(rest, k, new Factor(first.op(), power)))));
      }
      if (second.op() != Op.NONE || !(first.item() instanceof Notation.Symbol)) {
        continue;
      }
      boolean index = Binders.indexLetter(second.item()).isPresent() && around.indexed(first.item());
      boolean number = second.item() instanceof Notation.Numeral;
      List<Notation> whole = new ArrayList<>();
      if (index || (number && around.indexed(first.item()))) {
        whole.add(new Notation.Scripted(first.item().span(), first.item(), Optional.of(second.item()), Optional.empty(), 0));
      }
      if (number) {
        whole.add(new Notation.Scripted(first.item().span(), first.item(), Optional.empty(), Optional.of(second.item()), 0));
      }
      for (Notation w : whole) {
        List<Factor> rest = Tree.without(j.factors(), k + 1);
        out.accept(Edit.of(Fault.SUBSCRIPT, 0, n, Tree.product(n, Tree.replaced(rest, k, new Factor(first.op(), w)))));
      }
    }
  }

  /** Mends of a whole tree: a sign replaced by one that looks like it wherever it stands. */
  static List<Edit> lookalikes(Notation tree, Surrounding around) {
    List<Edit> all = new ArrayList<>();
    Set<String> printed = new TreeSet<>();
    around.sides().forEach(s -> signs(s, printed));
    for (String sign : signs(tree)) {
      for (String other : alike(sign)) {
        boolean digit = Character.isDigit(sign.charAt(0));
        boolean number = !digit && DIGITS.contains(sign + other) && around.isRare(sign);
        if (number || (printed.contains(other) && !Character.isDigit(other.charAt(0)) && (digit || around.isOnlyHere(sign))) || (around.prints(other) && (digit ? isHead(tree, sign) : around.isRare(sign)))) {
          Notation changed = Tree.everywhere(tree, x -> isSign(x, sign) ? sign(x, other) : x);
          all.add(new Edit(Fault.LETTER, 0, changed, shown(sign) + " should be " + shown(other)));
        }
      }
    }
    return all;
  }

  private static String shown(String sign) {
    return sign.length() > 1 ? "\\" + sign : sign;
  }

  private static Set<String> signs(Notation n) {
    Set<String> found = new TreeSet<>();
    signs(n, found);
    return found;
  }

  private static void signs(Notation n, Set<String> found) {
    if (n instanceof Notation.Symbol s) {
      found.add(s.name());
    }
    if (n instanceof Notation.Numeral d) {
      found.add(d.digits());
    }
    n.parts().forEach(c -> signs(c, found));
  }

  static Set<String> alike(String sign) {
    Set<String> found = new java.util.LinkedHashSet<>();
    ALIKE.stream().filter(row -> row.contains(sign)).forEach(found::addAll);
    found.remove(sign);
    return found;
  }

  /** Whether a number stands before a bracket: where a function would. */
  private static boolean isHead(Notation n, String digits) {
    boolean head = n instanceof Notation.Juxtaposed j && Tree.isNumeral(j.factors().get(0).item(), digits) && j.factors().get(1).op() == Op.NONE && j.factors().get(1).item() instanceof Notation.Bracketed;
    return head || n.parts().stream().anyMatch(c -> isHead(c, digits));
  }

  private static boolean isSign(Notation n, String sign) {
    return (n instanceof Notation.Symbol s && s.name().equals(sign)) || Tree.isNumeral(n, sign);
  }

  private static Notation sign(Notation at, String sign) {
    return Character.isDigit(sign.charAt(0)) ? new Notation.Numeral(at.span(), sign) : new Notation.Symbol(at.span(), sign);
  }

  /** Mends of a whole tree: a letter that strayed in front of another, left out wherever it stands there. */
  static List<Edit> strays(Notation tree, Surrounding around) {
    List<Edit> all = new ArrayList<>();
    Set<String> pairs = new TreeSet<>();
    pairs(tree, pairs);
    for (String pair : pairs) {
      String stray = pair.substring(0, pair.indexOf(' '));
      String kept = pair.substring(pair.indexOf(' ') + 1);
      if (!around.isOnlyHere(stray)) {
        continue;
      }
      Notation changed = Tree.everywhere(tree, x -> x instanceof Notation.Juxtaposed j ? without(j, stray, kept) : x);
      all.add(new Edit(Fault.STRAY, 0, changed, shown(stray) + shown(kept) + " should be " + shown(kept)));
    }
    return all;
  }

  private static void pairs(Notation n, Set<String> found) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        if (j.factors().get(k).item() instanceof Notation.Symbol s && j.factors().get(k + 1).op() == Op.NONE && !s.name().equals("partial") && !s.name().equals("d")) {
          base(j.factors().get(k + 1).item()).filter(b -> alike(s.name()).contains(b)).ifPresent(b -> found.add(s.name() + " " + b));
        }
      }
    }
    n.parts().forEach(c -> pairs(c, found));
  }

  private static Optional<String> base(Notation n) {
    return n instanceof Notation.Symbol s ? Optional.of(s.name()) : n instanceof Notation.Scripted t && t.base() instanceof Notation.Symbol s ? Optional.of(s.name()) : Optional.empty();
  }

  private static Notation without(Notation.Juxtaposed j, String stray, String kept) {
    List<Factor> rest = new ArrayList<>();
    for (int k = 0; k < j.factors().size(); k++) {
      boolean strays =
          k + 1 < j.factors().size()
              && j.factors().get(k).item() instanceof Notation.Symbol s
              && s.name().equals(stray)
              && j.factors().get(k + 1).op() == Op.NONE
              && base(j.factors().get(k + 1).item()).filter(kept::equals).isPresent();
      if (!strays) {
        rest.add(j.factors().get(k));
      }
    }
    return Tree.product(j, rest);
  }
}
