package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules look at beside the place they mend: the formula as a whole, and the letters of the document. */
public final class Surrounding {
  /** Subterms that a missing factor or term is taken from. */
  private static final int POOL = 9;

  /** Nodes of such a subterm. */
  private static final int SMALL = 14;

  /** Sides in which a letter may stand that was not meant. */
  private static final int RARE = 3;

  /** How names are printed in a document. */
  public static final class Letters {
    private final Map<String, Integer> symbols = new TreeMap<>();
    private final Map<String, Integer> printed = new TreeMap<>();
    private final Map<String, Map<String, Notation>> labels = new TreeMap<>();
    private final Set<String> indexed = new TreeSet<>();
    private final Set<String> sizes = new TreeSet<>();
    private final Map<String, Notation> primed = new TreeMap<>();
    private final Set<String> bound = new TreeSet<>();

    private Letters() {}

    /** In: all formulas of a document. */
    public static Letters of(List<Notation> formulas) {
      Letters letters = new Letters();
      for (Notation formula : formulas) {
        letters.see(formula);
        letters.named(formula);
        Set<String> here = new TreeSet<>();
        symbols(formula, here);
        here.forEach(s -> letters.symbols.merge(s, 1, Integer::sum));
        marks(formula).forEach(s -> letters.printed.merge(s, 1, Integer::sum));
      }
      return letters;
    }

    private static void symbols(Notation n, Set<String> found) {
      if (n instanceof Notation.Symbol s) {
        found.add(s.name());
      }
      n.parts().forEach(c -> symbols(c, found));
    }

    /** A letter above a name that is a side of its own with it is a label; elsewhere it may be a power. */
    private void named(Notation side) {
      if (side instanceof Notation.Scripted s) {
        s.sup().filter(x -> label(x) && letter(x)).ifPresent(x -> labels.computeIfAbsent(Outline.of(s.base()), k -> new TreeMap<>()).put(Outline.of(x), x));
      }
    }

    private static boolean letter(Notation sup) {
      return sup instanceof Notation.Symbol s && s.name().length() == 1;
    }

    private void see(Notation n) {
      if (n instanceof Notation.Scripted s) {
        String base = Outline.of(s.base());
        s.sub().ifPresent(x -> indexed.add(base));
        s.sup().filter(x -> label(x) && !letter(x)).ifPresent(x -> labels.computeIfAbsent(base, k -> new TreeMap<>()).put(Outline.of(x), x));
      }
      if (n instanceof Notation.Scripted s && s.primes() == 1 && s.sub().isEmpty() && s.sup().isEmpty()) {
        primed.put(Outline.of(n), n);
      }
      if (n instanceof Notation.BigOperator b) {
        bound.addAll(Binders.letters(b));
      }
      if (n instanceof Notation.BigOperator b && b.sup().isPresent() && b.sup().get() instanceof Notation.Symbol s) {
        sizes.add(s.name());
      }
      n.parts().forEach(this::see);
    }

    /** Letters and labelled letters of a tree. */
    static Set<String> marks(Notation n) {
      Set<String> found = new TreeSet<>();
      marks(n, found);
      return found;
    }

    private static void marks(Notation n, Set<String> found) {
      if (n instanceof Notation.Symbol s && !List.of("partial", "infty", "T", "top", "d").contains(s.name())) {
        found.add(s.name());
      }
      if (n instanceof Notation.Scripted s && s.sup().filter(Letters::label).isPresent()) {
        found.add(Outline.of(s.base()) + "^" + Outline.of(s.sup().get()));
      }
      n.parts().forEach(c -> marks(c, found));
    }

    /** Letters and labelled letters of a right side that stand nowhere else in the document. */
    Set<String> onlyIn(Notation left, Notation right) {
      Set<String> strange = new TreeSet<>(marks(right));
      strange.removeAll(marks(left));
      strange.removeIf(m -> printed.getOrDefault(m, 0) > 1);
      return strange;
    }

    private static boolean label(Notation sup) {
      return sup instanceof Notation.Bracketed || sup instanceof Notation.Words || (sup instanceof Notation.Symbol s && !s.name().equals("T") && !s.name().equals("top"));
    }
  }

  private final Letters letters;
  private final List<Notation> sides;
  private final List<Notation> indexItems = new ArrayList<>();
  private final Set<String> freeLetters = new TreeSet<>();
  private final List<Notation> pool = new ArrayList<>();
  private final List<Notation> numerals = new ArrayList<>();
  private final List<Notation> differentials = new ArrayList<>();
  private boolean derivative;
  private boolean exponential;
  private boolean root;
  private boolean sum;
  private boolean logarithm;

  private Surrounding(Letters letters, List<Notation> sides) {
    this.letters = letters;
    this.sides = sides;
    Map<String, Notation> items = new LinkedHashMap<>();
    Map<String, Notation> terms = new LinkedHashMap<>();
    Map<String, Notation> digits = new LinkedHashMap<>();
    for (Notation side : sides) {
      freeLetters.addAll(Binders.freeIndices(side));
      scan(side, false, items, terms, digits);
    }
    indexItems.addAll(items.values());
    sides.forEach(side -> terms.remove(Outline.of(side)));
    sides.forEach(side -> functions(side).forEach(terms::remove));
    terms.values().stream().sorted(java.util.Comparator.comparingInt(Tree::size)).limit(POOL).forEach(pool::add);
    numerals.addAll(digits.values());
  }

  /** Names that are applied in a tree: f of f(x) is no number. */
  private static Set<String> functions(Notation n) {
    Set<String> found = new TreeSet<>();
    if (n instanceof Notation.Juxtaposed j && Functions.applied(j)) {
      Notation head = j.factors().getFirst().item();
      found.add(Outline.of(head));
      found.add(Outline.of(head instanceof Notation.Scripted s ? s.base() : head));
    }
    n.parts().forEach(c -> found.addAll(functions(c)));
    return found;
  }

  static Surrounding of(Letters letters, Notation left, Notation right) {
    return new Surrounding(letters, List.of(left, right));
  }

  private void scan(Notation n, boolean script, Map<String, Notation> items, Map<String, Notation> terms, Map<String, Notation> digits) {
    derivative |= Derivatives.isDerivative(n);
    if (n instanceof Notation.Fraction f && Derivatives.isDerivative(n) && Tree.factors(f.denominator()).size() == 2) {
      differentials.add(Tree.factors(f.denominator()).get(1).item());
    }
    root |= n instanceof Notation.Root || (n instanceof Notation.Bracketed b && b.open().equals("|"));
    sum |= n instanceof Notation.BigOperator b && b.name().equals("sum");
    logarithm |= Tree.isLogarithm(n);
    exponential |= Tree.isWord(n, "exp") || (n instanceof Notation.Scripted s && s.sup().isPresent() && s.base() instanceof Notation.Symbol e && e.name().equals("e"));
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      Binders.items(s.sub().get()).forEach(i -> items.putIfAbsent(Outline.of(i), i));
    }
    if (n instanceof Notation.Numeral d && !d.digits().equals("1") && !d.digits().equals("0")) {
      digits.putIfAbsent(d.digits(), d);
    }
    if (!script && term(n)) {
      terms.putIfAbsent(Outline.of(n), n);
    }
    List<Notation> parts = n.parts();
    for (int k = 0; k < parts.size(); k++) {
      boolean below = script || (k > 0 && (n instanceof Notation.BigOperator || (n instanceof Notation.Scripted s && s.sub().isPresent() && k == 1)));
      boolean differential = n instanceof Notation.Fraction && Derivatives.isDerivative(n);
      boolean head = k == 0 && (n instanceof Notation.Scripted || (n instanceof Notation.Juxtaposed j && Functions.applied(j)));
      scan(parts.get(k), below || differential || head, items, terms, digits);
    }
    if (n instanceof Notation.Scripted s && s.base() instanceof Notation.Bracketed b) {
      scan(b.body(), script, items, terms, digits);
    }
  }

  /** A name, or a function applied to something. */
  private static boolean term(Notation n) {
    boolean name =
        (n instanceof Notation.Symbol s && !List.of("d", "partial", "nabla", "infty", "T", "top").contains(s.name()))
            || n instanceof Notation.Styled
            || n instanceof Notation.Accented
            || (n instanceof Notation.Fraction && !Derivatives.isDerivative(n))
            || n instanceof Notation.BigOperator
            || (n instanceof Notation.Scripted s && s.primes() == 0 && !(s.sup().isPresent() && s.sub().isEmpty() && Matrices.isTranspose(s.sup().get())));
    boolean applied = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Functions.applied(j);
    return (name || applied) && Tree.size(n) <= SMALL && !Tree.holdsUnreadable(n);
  }

  List<Notation> sides() {
    return sides;
  }

  /** Whether a symbol is printed somewhere in the document. */
  boolean prints(String symbol) {
    return letters.symbols.containsKey(symbol);
  }

  /** Whether a symbol is printed in these sides and in few others. */
  boolean isRare(String symbol) {
    return letters.symbols.getOrDefault(symbol, 0) <= RARE;
  }

  /** Whether a symbol is printed in no other formula, but for the next row of a chain: then it may be no letter of the document. */
  boolean isOnlyHere(String symbol) {
    long own = sides.stream().filter(side -> Letters.marks(side).contains(symbol)).count();
    return letters.symbols.getOrDefault(symbol, 0) <= own + 1;
  }

  /** Whether a name carries an index somewhere. */
  boolean indexed(Notation base) {
    return letters.indexed.contains(Outline.of(base));
  }

  /** Labels that a name carries somewhere above, but for this one. */
  List<Notation> labels(Notation base, Optional<Notation> but) {
    Map<String, Notation> all = new TreeMap<>(letters.labels.getOrDefault(Outline.of(base), new TreeMap<>()));
    but.ifPresent(l -> all.remove(Outline.of(l)));
    return List.copyOf(all.values());
  }

  /** Upper limits of sums. */
  List<Notation> sizes(Notation at) {
    return letters.sizes.stream().<Notation>map(s -> new Notation.Symbol(at.span(), s)).toList();
  }

  /** The derivatives of functions of one number that the document names, at what the formula differentiates by. */
  List<Notation> slopes(Notation at) {
    List<Notation> all = new ArrayList<>();
    for (Notation by : differentials) {
      letters.primed.values().forEach(f -> all.add(Tree.times(f, new Notation.Bracketed(at.span(), "(", by, ")"))));
    }
    return all;
  }

  /** A letter for one more sum: one that the document sums over, if the formula leaves one. */
  String freshLetter() {
    Set<String> used = new TreeSet<>();
    sides.forEach(s -> used.addAll(Binders.indices(s)));
    List<String> all = new ArrayList<>(letters.bound);
    all.addAll(List.of("j", "k", "l", "m", "i", "r"));
    return all.stream().filter(l -> !used.contains(l)).findFirst().orElse("q");
  }

  /** What stands in the places of indices in the formula. */
  List<Notation> indexItems() {
    return indexItems;
  }

  /** Index letters of the formula that nothing binds. */
  Set<String> freeLetters() {
    return freeLetters;
  }

  /** Names and applied functions of the formula, the small ones first. */
  List<Notation> pool() {
    return pool;
  }

  List<Notation> numerals() {
    return numerals;
  }

  boolean hasDerivative() {
    return derivative;
  }

  boolean hasExponential() {
    return exponential;
  }

  boolean hasLogarithm() {
    return logarithm;
  }

  boolean hasRoot() {
    return root;
  }

  boolean hasSum() {
    return sum;
  }
}
