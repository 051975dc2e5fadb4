package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Letters above names that number samples or components without brackets: \sum_n (y^n - w x^n)^2 is read with x^{(n)}, and x_i^j beside w^T x_i and w_j with x_{ij}. Only
 * where the letter is no number anywhere, and no number or expression stands above such a name as a power.
 */
final class SuperscriptIndices {
  private static final List<String> NO_LETTERS = List.of("T", "t", "e", "d", "top", "intercal", "prime", "ast", "star", "dagger", "infty", "circ");

  /** Names that usually are numbers with powers. */
  private static final List<String> BASES = List.of("\\alpha", "\\beta", "\\gamma", "\\lambda", "\\rho", "\\eta", "\\pi", "\\epsilon", "p", "q", "r", "c", "b");

  /** Letters above names, with the names. */
  private final Map<String, Set<String>> above = new TreeMap<>();

  /** The same of names with something below. */
  private final Map<String, Set<String>> aboveIndexed = new TreeMap<>();

  /** Letters that a sum runs over in which two names have them above. */
  private final Set<String> summed = new TreeSet<>();

  private final Set<String> below = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>();
  private final Set<String> powered = new TreeSet<>();

  /** Names with an index behind a transpose. */
  private final Set<String> vectors = new TreeSet<>();

  private SuperscriptIndices() {}

  /** In: a document's statements, and its formulas, added to {@code after} as they are read. Out: the statements as they are read. */
  static List<Printed> read(List<Printed> printed, List<PrintedFragment> formulas, List<PrintedFragment> after) {
    SuperscriptIndices found = new SuperscriptIndices();
    List<Notation> all = new ArrayList<>();
    printed.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    formulas.forEach(f -> all.add(f.notation()));
    all.forEach(found::scan);
    found.settle();
    formulas.forEach(f -> after.add(found.isNone() ? f : new PrintedFragment(f.fragment(), found.in(f.notation()))));
    return found.isNone() ? printed : printed.stream().map(p -> new Printed(p.statement(), found.in(p.left()), found.in(p.right()), p.spaces())).toList();
  }

  private boolean isNone() {
    return summed.isEmpty() && vectors.isEmpty();
  }

  /** Leaves the letters and names that nothing contradicts. */
  private void settle() {
    summed.removeIf(l -> below.contains(l) || numbers.contains(l) || !Collections.disjoint(above.get(l), powered) || !Collections.disjoint(above.get(l), BASES));
    vectors.removeAll(powered);
    vectors.removeIf(x -> aboveIndexed.keySet().stream().noneMatch(l -> isComponent(x, l)));
  }

  private boolean isComponent(String name, String letter) {
    return aboveIndexed.getOrDefault(letter, Collections.emptySet()).contains(name) && below.contains(letter) && !numbers.contains(letter);
  }

  private void scan(Notation n) {
    switch (n) {
      case Notation.Scripted s -> {
        scan(s.base());
        s.sub().ifPresent(x -> Mentions.items(x).forEach(i -> letter(i).ifPresent(below::add)));
        s.sup().ifPresent(x -> raised(s, x));
      }
      case Notation.BigOperator b -> {
        b.sub().ifPresent(x -> runs(b, x));
        scan(b.body());
      }
      case Notation.Juxtaposed j -> {
        for (int k = 0; k + 1 < j.factors().size(); k++) {
          transposed(j.factors().get(k).item(), j.factors().get(k + 1).item());
        }
        numbers(j);
      }
      case Notation.Summed s -> numbers(s);
      case Notation.Fraction f -> numbers(f);
      case Notation.Bracketed b -> numbers(b);
      default -> Notations.children(n).forEach(this::scan);
    }
  }

  /** A letter that stands in a product, a sum or a bracket is a number there. */
  private void numbers(Notation n) {
    Notations.children(n).forEach(c -> letter(c).ifPresentOrElse(numbers::add, () -> scan(c)));
  }

  private void raised(Notation.Scripted s, Notation sup) {
    Optional<String> name = s.base() instanceof Notation.Bracketed ? Optional.empty() : Mentions.bracketedName(s.base()).filter(b -> !b.equals("e"));
    Optional<String> letter = letter(sup);
    if (name.isPresent() && letter.isPresent()) {
      above.computeIfAbsent(letter.get(), k -> new TreeSet<>()).add(name.get());
      s.sub().ifPresent(x -> aboveIndexed.computeIfAbsent(letter.get(), k -> new TreeSet<>()).add(name.get()));
    } else if (!(sup instanceof Notation.Bracketed) && !(sup instanceof Notation.Symbol) && !(sup instanceof Notation.Words) && !(sup instanceof Notation.Styled)) {
      name.ifPresent(powered::add);
      scan(sup);
    } else {
      letter.ifPresent(numbers::add);
    }
  }

  private void runs(Notation.BigOperator b, Notation sub) {
    boolean fromOne = sub instanceof Notation.Compared c && c.sides().size() == 2 && Conditions.isNumeral(c.sides().get(1), "1");
    Optional<String> letter = letter(fromOne && sub instanceof Notation.Compared c ? c.sides().get(0) : sub).filter(l -> b.name().equals("sum") || b.name().equals("prod"));
    Set<String> names = new TreeSet<>();
    boolean ends = b.sup().filter(u -> u instanceof Notation.Symbol s && s.name().equals("infty")).isEmpty();
    letter.filter(l -> ends).ifPresent(l -> namesBelow(b.body(), l, names));
    letter.filter(l -> names.size() > 1).ifPresent(summed::add);
  }

  private static void namesBelow(Notation n, String letter, Set<String> names) {
    if (n instanceof Notation.Scripted s && s.sup().flatMap(SuperscriptIndices::letter).filter(letter::equals).isPresent()) {
      Mentions.bracketedName(s.base()).filter(b -> !b.equals("e")).ifPresent(names::add);
    }
    Notations.children(n).forEach(c -> namesBelow(c, letter, names));
  }

  /** w^T x_i: x_i is a vector. */
  private void transposed(Notation first, Notation second) {
    boolean row = first instanceof Notation.Scripted s && s.sup().filter(Notations::isTransposition).isPresent();
    if (row && second instanceof Notation.Scripted s && s.sub().isPresent() && s.sup().isEmpty() && s.primes() == 0) {
      Mentions.baseName(s.base()).ifPresent(vectors::add);
    }
  }

  private static Optional<String> letter(Notation n) {
    return n instanceof Notation.Symbol s && s.name().length() == 1 && Character.isLowerCase(s.name().charAt(0)) && !NO_LETTERS.contains(s.name()) ? Optional.of(s.name()) : Optional.empty();
  }

  private Notation in(Notation n) {
    Notation inner = Templates.mapped(n, this::in);
    if (!(inner instanceof Notation.Scripted s) || s.sup().flatMap(SuperscriptIndices::letter).isEmpty()) {
      return inner;
    }
    Notation sup = s.sup().get();
    String letter = letter(sup).orElseThrow();
    Optional<String> name = s.base() instanceof Notation.Bracketed ? Optional.empty() : Mentions.bracketedName(s.base()).filter(b -> !b.equals("e"));
    if (name.isPresent() && summed.contains(letter)) {
      return new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.of(new Notation.Bracketed(sup.span(), "(", sup, ")")), s.primes());
    }
    if (name.filter(x -> vectors.contains(x) && isComponent(x, letter)).isEmpty()) {
      return inner;
    }
    Notation sub = s.sub().<Notation>map(i -> new Notation.Listed(i.span(), List.of(i, sup))).orElse(sup);
    return new Notation.Scripted(s.span(), s.base(), Optional.of(sub), Optional.empty(), s.primes());
  }
}
