package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Families that an equation gives at each value of their index, {@code p_k = p (1-p)^k}, {@code w_t = c^t w_0}: the index is a number on its right side (SOUNDNESS
 * 11). There the letter of the family alone is a number of its own, an index above a name is a power, and a member 0 is where the family starts from.
 */
final class GivenFamilies {
  private static final List<String> NUMBERING = List.of("q", "r", "s", "t");

  /**
   * An equation for the general member.
   *
   * @param base the letter of the family
   * @param index the letter in its index place
   */
  private record Given(String base, String index, Notation right) {}

  private final List<Given> all = new ArrayList<>();
  /** names that stand somewhere without anything above them, as printed */
  private final Set<String> plain = new TreeSet<>();
  /** names with a letter, or a sum with one, above them that are a left side of their own */
  private final Set<String> steps = new TreeSet<>();

  /** arguments of functions that stand in an index place */
  private final Set<String> arguments = new TreeSet<>();

  private final List<Survey.Placed> formulas;

  GivenFamilies(List<Survey.Equation> equations, List<Survey.Placed> formulas) {
    this.formulas = formulas;
    for (Survey.Equation e : equations) {
      given(e).ifPresent(all::add);
      argument(e).ifPresent(arguments::add);
      if (e.left() instanceof Notation.Scripted s && s.sup().filter(u -> u instanceof Notation.Symbol || u instanceof Notation.Summed).isPresent()) {
        steps.add(Outline.of(below(s)));
      }
    }
    if (!all.isEmpty()) {
      formulas.forEach(f -> plain(f.notation()));
    }
  }

  private static Optional<Given> given(Survey.Equation e) {
    if (!(e.left() instanceof Notation.Scripted s) || s.sup().isPresent() || s.primes() > 0 || s.sub().isEmpty() || !(s.sub().get() instanceof Notation.Symbol letter)) {
      return Optional.empty();
    }
    String index = Mentions.latexName(letter.name());
    return Mentions.baseName(s.base()).filter(b -> index.length() == 1 && counts(e.right(), index)).map(b -> new Given(b, index, e.right()));
  }

  /** Whether a letter stands in a notation as a number, in exponents too. */
  static boolean counts(Notation n, String letter) {
    return switch (n) {
      case Notation.Symbol s -> Mentions.latexName(s.name()).equals(letter);
      case Notation.Scripted s -> counts(s.base(), letter) || s.sup().filter(u -> !(u instanceof Notation.Bracketed) && counts(u, letter)).isPresent();
      case Notation.BigOperator b -> false;
      // p(y = 1) is of the variable y, at no value of it but 1
      case Notation.Compared c when c.sides().size() == 2 && c.sides().get(1) instanceof Notation.Numeral -> false;
      default -> Notations.children(n).stream().anyMatch(c -> counts(c, letter));
    };
  }

  private void plain(Notation n) {
    if (n instanceof Notation.Scripted s && s.sup().isEmpty() && s.primes() == 0) {
      plain.add(Outline.of(s));
    } else if (n instanceof Notation.Scripted s) {
      s.sup().ifPresent(this::plain);
    } else {
      if (n instanceof Notation.Symbol) {
        plain.add(Outline.of(n));
      }
      Notations.children(n).forEach(this::plain);
    }
  }

  private static Notation below(Notation.Scripted s) {
    return s.sub().isEmpty() ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes());
  }

  /** Families whose own letter alone is a number in their equation: the letter is not the whole family. */
  Set<String> namesakes() {
    Set<String> found = new TreeSet<>();
    all.stream().filter(g -> alone(g.right(), g.base())).forEach(g -> found.add(g.base()));
    return found;
  }

  /** Whether a name stands in a notation without an index. */
  private static boolean alone(Notation n, String base) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      return s.sup().filter(u -> alone(u, base)).isPresent();
    }
    if (n instanceof Notation.Bracketed b && b.open().startsWith("\\|")) {
      return false;
    }
    boolean here = !(n instanceof Notation.Scripted) && Mentions.baseName(n).filter(base::equals).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> alone(c, base));
  }

  /** Families that are given by their own member 0. */
  Set<String> fromTheirFirst() {
    Set<String> found = new TreeSet<>();
    all.stream().filter(g -> member(g.right(), g.base(), true)).forEach(g -> found.add(g.base()));
    return found;
  }

  /** Whether the member 0, or any member with a number, stands in a notation. */
  private static boolean member(Notation n, String base, boolean first) {
    boolean here = n instanceof Notation.Scripted s && s.sub().filter(i -> first ? Conditions.isNumeral(i, "0") : i instanceof Notation.Numeral).isPresent() && Mentions.baseName(s.base()).filter(base::equals).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> member(c, base, first));
  }

  /** Families that are given at 0 as anywhere else. */
  Set<String> everywhere() {
    Set<String> found = new TreeSet<>();
    all.forEach(g -> found.add(g.base()));
    found.removeAll(fromTheirFirst());
    return found;
  }

  /** Letters that usually number steps, where they do, and others that are numbers nowhere else. */
  Set<String> numbering() {
    Set<String> found = new TreeSet<>();
    all.stream().filter(g -> NUMBERING.contains(g.index()) || (!member(g.right(), g.base(), false) && formulas.stream().noneMatch(f -> otherwise(f.notation(), g.index())))).forEach(g -> found.add(g.index()));
    found.addAll(arguments);
    return found;
  }

  /** a of p(a) = e^{c_a} / \\sum_b e^{c_b}: the argument of a function that is but an index of a family which is summed over there too. */
  private static Optional<String> argument(Survey.Equation e) {
    Optional<Notation> inside = e.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Mentions.bracketedName(j.factors().getFirst().item()).isPresent() ? Notations.bracket(j.factors().get(1).item()).map(Notation.Bracketed::body) : Optional.empty();
    if (inside.isEmpty() || !(inside.get() instanceof Notation.Symbol letter) || letter.name().length() != 1) {
      return Optional.empty();
    }
    Set<String> with = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    indexed(e.right(), letter.name(), with, others, false);
    return !counts(e.right(), letter.name()) && with.stream().anyMatch(others::contains) ? Optional.of(letter.name()) : Optional.empty();
  }

  /** The names with this letter below them, and those in a sum with another one. */
  private static void indexed(Notation n, String letter, Set<String> with, Set<String> others, boolean summed) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent() && s.sub().get() instanceof Notation.Symbol below && (summed || below.name().equals(letter))) {
      Mentions.baseName(s.base()).ifPresent(b -> (below.name().equals(letter) ? with : others).add(b));
    }
    n.parts().forEach(c -> indexed(c, letter, with, others, summed || n instanceof Notation.BigOperator));
  }

  /** Whether a letter is a number in a formula that is not just the letter, says no range of it and gives no family. */
  private boolean otherwise(Notation n, String letter) {
    boolean gives = n instanceof Notation.Symbol || n instanceof Notation.Infix || all.stream().anyMatch(g -> g.right().equals(n));
    return !gives && counts(n, letter);
  }

  /** Whether an equation gives the general member of a family by members with a number: {@code x_k = x_1 r^{k-1}}. */
  static boolean fromMembers(Notation left, Notation right, Mentions mentions) {
    Optional<Given> given = given(new Survey.Equation(left, right));
    Optional<String> key = mentions.of(left).map(Mention::key);
    return given.isPresent() && key.isPresent() && numbered(right, key.get(), mentions);
  }

  private static boolean numbered(Notation n, String key, Mentions mentions) {
    return mentions.element(n).filter(m -> m.key().equals(key)).isPresent() || Notations.children(n).stream().anyMatch(c -> numbered(c, key, mentions));
  }

  /** Index letters of such families that are powers above the names on the right side, which stand alone elsewhere. */
  Set<String> powers() {
    Set<String> found = new TreeSet<>();
    all.stream().filter(g -> !raised(g.right(), g.index()).isEmpty()).forEach(g -> found.add(g.index()));
    return found;
  }

  /** The letters of the names that are raised to such powers. */
  Set<String> raised() {
    Set<String> found = new TreeSet<>();
    all.forEach(g -> found.addAll(raised(g.right(), g.index())));
    return found;
  }

  private Set<String> raised(Notation n, String index) {
    Set<String> found = new TreeSet<>();
    if (n instanceof Notation.Scripted s && s.sup().filter(u -> u instanceof Notation.Symbol x && Mentions.latexName(x.name()).equals(index)).isPresent()) {
      String name = Outline.of(below(s));
      Mentions.bracketedName(s.base()).filter(b -> plain.contains(name) && !steps.contains(name)).ifPresent(found::add);
    }
    Notations.children(n).forEach(c -> found.addAll(raised(c, index)));
    return found;
  }
}
