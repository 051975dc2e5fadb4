package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two letters below a weight matrix that say which layers it joins, W_{ih} x + b_{ih}, and {@code in} beside {@code out}: words, no row and column. What stands
 * before a vector that carries neither letter is a matrix. Never letters that a sum around them binds, nor two of the six that usually count.
 */
final class WeightLabels {
  private static final String INPUT = "in";
  private static final String OUTPUT = "out";

  private final Set<String> joins = new TreeSet<>();
  private final Set<String> summed = new TreeSet<>();
  /** names with {@code out} below */
  private final Set<String> outputs = new TreeSet<>();

  private WeightLabels() {}

  /** In: a document's statements, and its formulas, added to {@code after} as they are read. Out: the statements as they are read. */
  static List<Printed> read(List<Printed> printed, List<PrintedFragment> formulas, List<PrintedFragment> after) {
    WeightLabels labels = new WeightLabels();
    List<Notation> all = new ArrayList<>();
    printed.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    formulas.forEach(f -> all.add(f.notation()));
    all.forEach(n -> labels.scan(n, new TreeSet<>()));
    labels.joins.removeAll(labels.summed);
    boolean none = labels.joins.isEmpty() && labels.outputs.isEmpty();
    formulas.forEach(f -> after.add(none ? f : new PrintedFragment(f.fragment(), labels.in(f.notation()))));
    return none ? printed : printed.stream().map(p -> new Printed(p.statement(), labels.in(p.left()), labels.in(p.right()), p.spaces())).toList();
  }

  private void scan(Notation n, Set<String> bound) {
    Set<String> here = new TreeSet<>(bound);
    if (n instanceof Notation.BigOperator b) {
      b.sub().ifPresent(x -> BoundLetters.collect(x, here));
    }
    pair(n).filter(p -> p.chars().anyMatch(c -> here.contains(Character.toString(c)))).ifPresent(summed::add);
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> x instanceof Notation.Words w && w.text().equals(OUTPUT)).isPresent()) {
      Mentions.bracketedName(s.base()).ifPresent(outputs::add);
    }
    if (n instanceof Notation.Juxtaposed j) {
      join(j.factors());
    }
    n.parts().forEach(p -> scan(p, here));
  }

  private void join(List<Factor> factors) {
    for (int k = 0; k < factors.size(); k++) {
      Notation matrix = factors.get(k).item();
      Optional<String> pair = matrix instanceof Notation.Scripted s && DefinedLabels.isMatrix(s) ? pair(matrix).filter(p -> !p.chars().allMatch(c -> Mentions.usualIndex(Character.toString(c)))) : Optional.empty();
      if (pair.isPresent() && DefinedLabels.beside(factors, k, other -> apart(other, pair.get()))) {
        joins.add(pair.get());
      }
    }
  }

  /** Whether a factor is a letter that carries neither of the two below. */
  private static boolean apart(Notation other, String pair) {
    return Mentions.bracketedName(other).filter(b -> b.length() == 1).isPresent() && pair.chars().noneMatch(c -> below(other, Character.toString(c)));
  }

  private static boolean below(Notation n, String letter) {
    return (n instanceof Notation.Scripted s && (s.sub().filter(x -> stands(x, letter)).isPresent() || s.sup().filter(x -> stands(x, letter)).isPresent())) || n.parts().stream().anyMatch(p -> below(p, letter));
  }

  private static boolean stands(Notation n, String letter) {
    return (n instanceof Notation.Symbol s && s.name().equals(letter)) || n.parts().stream().anyMatch(p -> stands(p, letter));
  }

  /** The two small letters below a name. */
  private static Optional<String> pair(Notation n) {
    if (!(n instanceof Notation.Scripted s) || !(s.sub().orElse(n) instanceof Notation.Juxtaposed j) || j.factors().size() != 2) {
      return Optional.empty();
    }
    boolean letters = j.factors().stream().allMatch(f -> f.op() == Op.NONE && f.item() instanceof Notation.Symbol x && x.name().length() == 1 && Character.isLowerCase(x.name().charAt(0)));
    return letters ? Optional.of(j.factors().stream().map(f -> ((Notation.Symbol) f.item()).name()).reduce("", String::concat)) : Optional.empty();
  }

  private Notation in(Notation n) {
    Optional<String> pair = pair(n).filter(p -> joins.contains(p) || (p.equals(INPUT) && Mentions.bracketedName(n).filter(outputs::contains).isPresent()));
    if (pair.isPresent() && n instanceof Notation.Scripted s && s.sub().isPresent()) {
      return new Notation.Scripted(s.span(), s.base(), Optional.of(new Notation.Words(s.sub().get().span(), pair.get())), s.sup().map(this::in), s.primes());
    }
    return Templates.mapped(n, this::in);
  }
}
