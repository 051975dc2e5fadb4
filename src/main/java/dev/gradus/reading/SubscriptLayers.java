package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Subscripts that number layers, z_l = W_l a_{l-1} + b_l: read as the superscripts z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}, of which {@link Layers} says what they
 * mean. Only where an equation gives a layer by the one next to it, no sum runs over the letter, and every name that carries it carries nothing else.
 */
final class SubscriptLayers {
  private static final List<String> LETTERS = List.of("l", "ell", "k", "i");
  private static final int LEAST_CARRIERS = 3;

  private final String letter;
  private final Set<String> carriers = new TreeSet<>();

  private SubscriptLayers(String letter) {
    this.letter = letter;
  }

  /** In: a document's statements, and its formulas, added to {@code after} as they are read. Out: the statements as they are read. */
  static List<Printed> raised(List<Printed> printed, List<PrintedFragment> fragments, List<PrintedFragment> after) {
    for (String letter : LETTERS) {
      SubscriptLayers layers = new SubscriptLayers(letter);
      if (layers.found(printed, fragments)) {
        fragments.forEach(f -> after.add(new PrintedFragment(f.fragment(), layers.in(f.notation()))));
        return printed.stream().map(p -> new Printed(p.statement(), layers.in(p.left()), layers.in(p.right()), p.spaces())).toList();
      }
    }
    after.addAll(fragments);
    return printed;
  }

  private boolean found(List<Printed> printed, List<PrintedFragment> fragments) {
    if (printed.stream().noneMatch(p -> Lowering.isEquation(p.statement()) && steps(p.left(), p.right()))) {
      return false;
    }
    List<Notation> all = new ArrayList<>();
    printed.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    fragments.forEach(f -> all.add(f.notation()));
    all.forEach(this::carry);
    Set<String> bound = new TreeSet<>();
    all.forEach(n -> bind(n, bound));
    // b_k = 1/k is another number at the next layer: the letter may number layers only
    boolean number = printed.stream().filter(p -> !isLetter(p.left())).anyMatch(p -> counts(p.left()) || counts(p.right())) || fragments.stream().anyMatch(f -> !isLetter(f.notation()) && counts(f.notation()));
    boolean free = !bound.contains(Mentions.latexName(letter)) && !number;
    boolean raises = free && carriers.size() >= LEAST_CARRIERS && all.stream().allMatch(this::fits) && all.stream().noneMatch(n -> left(in(n)));
    return raises && Layers.of(raised(printed), List.of()).counts(Mentions.latexName(letter));
  }

  /** Whether the letter stands anywhere but below a name of layers. */
  private boolean counts(Notation n) {
    Optional<Notation.Scripted> layer = carried(n);
    return isLetter(n) || (layer.isPresent() ? counts(layer.get().base()) || layer.get().sup().filter(this::counts).isPresent() : n.parts().stream().anyMatch(this::counts));
  }

  private List<Survey.Equation> raised(List<Printed> printed) {
    return printed.stream().filter(p -> Lowering.isEquation(p.statement())).map(p -> new Survey.Equation(in(p.left()), in(p.right()))).toList();
  }

  /** z_l on the left, a_{l-1} on the right. */
  private boolean steps(Notation left, Notation right) {
    return left instanceof Notation.Scripted s && s.sup().isEmpty() && s.sub().filter(this::isLetter).isPresent() && below(right);
  }

  private boolean below(Notation n) {
    return (n instanceof Notation.Scripted s && s.sup().isEmpty() && s.sub().filter(x -> isShift(x, letter)).isPresent()) || Notations.children(n).stream().anyMatch(this::below);
  }

  private boolean isLetter(Notation n) {
    return n instanceof Notation.Symbol s && s.name().equals(letter);
  }

  /** l-1, L+1: a letter and a number. */
  private static boolean isShift(Notation n, String letter) {
    return n instanceof Notation.Summed s
        && s.items().size() == 2
        && s.items().get(0).sign() == Notation.Sign.PLUS
        && s.items().get(0).item() instanceof Notation.Symbol x
        && x.name().equals(letter)
        && s.items().get(1).item() instanceof Notation.Numeral;
  }

  /** What may number a layer. */
  private boolean numbers(Notation sub) {
    return isLetter(sub) || isShift(sub, letter) || sub instanceof Notation.Numeral || (sub instanceof Notation.Symbol s && s.name().equals("L")) || isShift(sub, "L");
  }

  private void carry(Notation n) {
    if (n instanceof Notation.Scripted s && s.sub().filter(x -> isLetter(x) || isShift(x, letter)).isPresent()) {
      Mentions.bracketedName(s.base()).ifPresent(carriers::add);
    }
    Notations.children(n).forEach(this::carry);
  }

  private static void bind(Notation n, Set<String> bound) {
    if (n instanceof Notation.BigOperator b) {
      b.sub().ifPresent(x -> BoundLetters.collect(x, bound));
    }
    n.parts().forEach(c -> bind(c, bound));
  }

  private Optional<Notation.Scripted> carried(Notation n) {
    return n instanceof Notation.Scripted s && s.sub().isPresent() && Mentions.bracketedName(s.base()).filter(carriers::contains).isPresent() ? Optional.of(s) : Optional.empty();
  }

  /** Whether the names of layers have no other subscript, and nothing above but a transposition or a square. */
  private boolean fits(Notation n) {
    boolean here = carried(n).filter(s -> !numbers(s.sub().orElseThrow()) || s.base() instanceof Notation.Scripted || !(s.sup().isEmpty() || isTranspose(s.sup().get()) || Conditions.isNumeral(s.sup().get(), "2"))).isEmpty();
    return here && Notations.children(n).stream().allMatch(this::fits);
  }

  private static boolean isTranspose(Notation n) {
    return Notations.isTransposition(n) || (n instanceof Notation.Styled t && isTranspose(t.body()));
  }

  private boolean left(Notation n) {
    return carried(n).isPresent() || Notations.children(n).stream().anyMatch(this::left);
  }

  private Notation in(Notation n) {
    Optional<Notation.Scripted> found = carried(n);
    if (found.isPresent()) {
      Notation.Scripted s = found.get();
      Notation number = s.sub().orElseThrow();
      Notation raised = new Notation.Scripted(s.span(), s.base(), Optional.empty(), Optional.of(new Notation.Bracketed(number.span(), "(", number, ")")), s.primes());
      return s.sup().isEmpty() ? raised : new Notation.Scripted(s.span(), new Notation.Bracketed(s.span(), "(", raised, ")"), Optional.empty(), s.sup(), 0);
    }
    return Templates.mapped(n, this::in);
  }
}
