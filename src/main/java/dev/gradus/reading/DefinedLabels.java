package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Letters below a name that tell quantities apart and count no elements: h and o in z_h = w_1 x + b_1, z_o = w_2 a_h + b_2, since one family can't have both
 * equations for all its elements; o in W_o h and W h + b_o, since what stands before a vector without being transposed is a matrix and no row, and what is added to the product is a vector. Never a letter that a sum
 * binds, nor one below a name that an index stands below as well; one that usually counts only where it stands nowhere but in softmax(W_i h + b_i), or in W_i x + b_i beside W_o h + b_o.
 */
final class DefinedLabels {
  /** What stands for the letter in a formula compared with another. */
  private static final String ANY = "*";

  /** Names of weight matrices. */
  private static final List<String> MATRICES = List.of("W", "U", "V", "A", "B", "M", "\\Theta");

  /** Counts steps in time. */
  private static final String TIME = "t";

  private final Set<String> bound;
  /** by name, then by letter: its right side */
  private final Map<String, Map<String, String>> defined = new TreeMap<>();
  /** letters below a matrix in a product, or below what is added to one */
  private final Set<String> weights = new TreeSet<>();
  /** by name: the letters below it */
  private final Map<String, Set<String>> below = new TreeMap<>();
  /** names with an index that counts below */
  private final Set<String> counted = new TreeSet<>();
  /** names with a number below */
  private final Set<String> numbered = new TreeSet<>();
  /** usual indices below a matrix and what is added to its product, by letter the names of both; those of a softmax */
  private final Map<String, Set<String>> affine = new TreeMap<>();
  private final Set<String> normalized = new TreeSet<>();

  private DefinedLabels(Set<String> bound) {
    this.bound = bound;
  }

  /** In: the trees and equations of a document, and the letters its sums bind. Out: the letters that are labels. */
  static Set<String> of(Collection<Notation> all, List<Survey.Equation> equations, Set<String> bound) {
    DefinedLabels labels = new DefinedLabels(bound);
    equations.forEach(labels::define);
    all.forEach(labels::use);
    Set<String> found = new TreeSet<>();
    labels.defined.forEach((name, sides) -> found.addAll(labels.apart(name, sides) ? sides.keySet() : List.of()));
    labels.weights.stream().filter(letter -> labels.below.entrySet().stream().noneMatch(e -> e.getValue().contains(letter) && labels.counted.contains(e.getKey()) && labels.affine.values().stream().noneMatch(names -> names.contains(e.getKey())))).forEach(found::add);
    labels.affine.forEach((letter, names) -> {
      boolean apart = labels.normalized.contains(letter) || found.stream().anyMatch(o -> names.stream().allMatch(n -> labels.below.getOrDefault(n, Collections.emptySet()).contains(o)));
      boolean alone = apart && !bound.contains(letter) && all.stream().allMatch(n -> onlyBelow(n, letter, names));
      found.addAll(alone ? List.of(letter) : List.of());
    });
    return found;
  }

  /** Whether a letter stands nowhere but below some names. */
  private static boolean onlyBelow(Notation n, String letter, Set<String> names) {
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> x instanceof Notation.Symbol y && y.name().equals(letter)).isPresent() && Mentions.bracketedName(s.base()).filter(names::contains).isPresent()) {
      return s.sup().stream().allMatch(x -> onlyBelow(x, letter, names));
    }
    return !(n instanceof Notation.Symbol y && y.name().equals(letter)) && n.parts().stream().allMatch(x -> onlyBelow(x, letter, names));
  }

  /** Whether the equations of a name are several formulas. */
  private boolean apart(String name, Map<String, String> sides) {
    return sides.size() > 1 && new TreeSet<>(sides.values()).size() == sides.size() && !counted.contains(name) && !numbered.contains(name);
  }

  private void define(Survey.Equation e) {
    Optional<String> letter = e.left() instanceof Notation.Scripted s && s.sup().isEmpty() && s.primes() == 0 ? s.sub().flatMap(this::label) : Optional.empty();
    Optional<String> name = Mentions.bracketedName(e.left());
    if (letter.isPresent() && name.isPresent() && letters(e.right())) {
      defined.computeIfAbsent(name.get(), k -> new TreeMap<>()).putIfAbsent(letter.get(), Outline.of(without(e.right(), letter.get())));
    }
  }

  /** Whether a side is more than numbers: y_o = 1 and y_w = 0 give the entries of one vector. */
  private static boolean letters(Notation n) {
    return n instanceof Notation.Symbol || n instanceof Notation.Words || n.parts().stream().anyMatch(DefinedLabels::letters);
  }

  /** A letter that may be a label: no sum binds it, and it is none of the usual six. */
  private Optional<String> label(Notation sub) {
    return sub instanceof Notation.Symbol s && s.name().length() == 1 && Character.isLowerCase(s.name().charAt(0)) && !bound.contains(s.name()) && !Mentions.usualIndex(s.name()) ? Optional.of(s.name()) : Optional.empty();
  }

  private void use(Notation n) {
    Optional<String> name = n instanceof Notation.Scripted s && s.sub().isPresent() ? Mentions.bracketedName(s.base()) : Optional.empty();
    if (name.isPresent() && n instanceof Notation.Scripted s && s.sub().isPresent()) {
      Notation sub = s.sub().get();
      Optional<String> letter = label(sub);
      letter.ifPresent(x -> below.computeIfAbsent(name.get(), k -> new TreeSet<>()).add(x));
      boolean count = letter.isEmpty() && !(sub instanceof Notation.Words) && !(sub instanceof Notation.Styled);
      (sub instanceof Notation.Numeral ? numbered : counted).addAll(count ? List.of(name.get()) : List.of());
    }
    if (n instanceof Notation.Juxtaposed j) {
      weigh(j.factors());
      normalize(j.factors());
    }
    if (n instanceof Notation.Summed s) {
      List<Notation> items = s.items().stream().map(Notation.Signed::item).toList();
      shift(items);
      usual(items).ifPresent(x -> affine.computeIfAbsent(x, k -> new TreeSet<>()).addAll(items.stream().flatMap(i -> carrier(i, x).stream()).toList()));
    }
    n.parts().forEach(this::use);
  }

  /** softmax(W_i h + b_i): of a vector, so W_i is no row. */
  private void normalize(List<Factor> factors) {
    for (int k = 0; k + 1 < factors.size(); k++) {
      boolean softmax = Mentions.baseName(factors.get(k).item()).filter(b -> b.replaceAll("[\\\\ ]", "").equalsIgnoreCase("softmax")).isPresent();
      Optional<Notation> inside = softmax ? Notations.bracket(factors.get(k + 1).item()).map(Notation.Bracketed::body) : Optional.empty();
      inside.filter(b -> b instanceof Notation.Summed).flatMap(b -> usual(((Notation.Summed) b).items().stream().map(Notation.Signed::item).toList())).ifPresent(normalized::add);
    }
  }

  /** The usual index below both the matrix and what is added in W_i h + b_i, where nothing else has it. */
  private static Optional<String> usual(List<Notation> items) {
    boolean two = items.size() == 2 && items.getFirst() instanceof Notation.Juxtaposed && items.getLast() instanceof Notation.Scripted;
    Optional<String> letter = two && items.getLast() instanceof Notation.Scripted s ? s.sub().filter(x -> x instanceof Notation.Symbol).map(x -> ((Notation.Symbol) x).name()).filter(x -> x.length() == 1 && Mentions.usualIndex(x)) : Optional.empty();
    return letter.filter(x -> items.stream().allMatch(i -> carrier(i, x).isPresent()));
  }

  /** W of W_i h with a matrix W and a name without i, b of b_i. */
  private static Optional<String> carrier(Notation n, String letter) {
    if (n instanceof Notation.Scripted s && s.sup().isEmpty() && s.sub().filter(x -> x instanceof Notation.Symbol y && y.name().equals(letter)).isPresent()) {
      return Mentions.bracketedName(s.base());
    }
    boolean product = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().getFirst().item() instanceof Notation.Scripted w && isMatrix(w) && without(j.factors().getLast().item(), letter).equals(j.factors().getLast().item());
    return product && n instanceof Notation.Juxtaposed j ? carrier(j.factors().getFirst().item(), letter) : Optional.empty();
  }

  /** W_o h, x W_o: a matrix with a letter below it, beside a name without that letter. */
  private void weigh(List<Factor> factors) {
    for (int k = 0; k < factors.size(); k++) {
      Optional<String> letter =
          factors.get(k).item() instanceof Notation.Scripted s && isMatrix(s)
              ? s.sub().flatMap(this::label).filter(x -> !x.equals(TIME))
              : Optional.empty();
      if (letter.isPresent() && beside(factors, k, other -> without(other, letter.get()).equals(other))) {
        weights.add(letter.get());
      }
    }
  }

  /** W h + b_o: what is added to a matrix times a vector is a vector. */
  private void shift(List<Notation> items) {
    boolean affine = items.stream().anyMatch(i -> i instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().stream().anyMatch(f -> f.item() instanceof Notation.Scripted s ? isMatrix(s) : Mentions.baseName(f.item()).filter(MATRICES::contains).isPresent()));
    for (Notation item : affine ? items : List.<Notation>of()) {
      Optional<String> letter = item instanceof Notation.Scripted s && s.sup().isEmpty() && s.primes() == 0 ? s.sub().flatMap(this::label).filter(x -> !x.equals(TIME)) : Optional.empty();
      boolean alone = letter.filter(x -> items.stream().allMatch(i -> i.equals(item) || without(i, x).equals(i))).isPresent();
      if (alone) {
        letter.ifPresent(weights::add);
      }
    }
  }

  /** A name of a weight matrix with nothing but its subscript. */
  static boolean isMatrix(Notation.Scripted s) {
    return s.sup().isEmpty() && s.primes() == 0 && Mentions.baseName(s.base()).filter(MATRICES::contains).isPresent();
  }

  /** Whether a factor is multiplied by such a name before or behind it. */
  static boolean beside(List<Factor> factors, int k, Predicate<Notation> such) {
    return IntStream.of(k - 1, k).filter(first -> first >= 0 && first + 1 < factors.size()).anyMatch(first -> {
      Op op = factors.get(first + 1).op();
      Notation other = factors.get(first == k ? k + 1 : first).item();
      return (op == Op.NONE || op == Op.DOT) && Mentions.bracketedName(other).isPresent() && !Differentials.isSign(other) && such.test(other);
    });
  }

  private static Notation without(Notation n, String letter) {
    return n instanceof Notation.Symbol s && s.name().equals(letter) ? new Notation.Symbol(s.span(), ANY) : Templates.mapped(n, c -> without(c, letter));
  }
}
