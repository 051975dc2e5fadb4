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
 * The letter t that numbers the steps of a recurrent network, h_t = f(W h_{t-1} + U x_t), below or above a name: read as h^{(t)}, a quantity of its own at each step,
 * of which {@link Layers} says what it means. Only where an equation gives a step by the one before it and something of its own step, and t is no number.
 */
final class Steps {
  /** The letter. */
  static final String LETTER = "t";

  /** Names with a step below them, and with one below or above. */
  private final Set<String> below = new TreeSet<>();

  private final Set<String> carriers = new TreeSet<>();
  private final Set<String> bound = new TreeSet<>();

  private Steps() {}

  /** In: a document's statements, and its formulas, added to {@code after} as they are read. Out: the statements as they are read. */
  static List<Printed> raised(List<Printed> printed, List<PrintedFragment> fragments, List<PrintedFragment> after) {
    Steps steps = new Steps();
    List<Notation> all = new ArrayList<>();
    printed.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    fragments.forEach(f -> all.add(f.notation()));
    boolean shifted = all.stream().anyMatch(Steps::shifted);
    if (shifted) {
      all.forEach(steps::carry);
      steps.carriers.removeAll(steps.bound);
    }
    boolean said = printed.stream().filter(p -> !isLetter(p.left())).anyMatch(p -> counts(p.left()) || counts(p.right()));
    boolean number = shifted && (said || fragments.stream().anyMatch(f -> !isLetter(f.notation()) && counts(f.notation())));
    List<Printed> read = shifted && !number ? printed.stream().map(p -> new Printed(p.statement(), steps.in(p.left()), steps.in(p.right()), p.spaces())).toList() : printed;
    boolean found = shifted && !number && Layers.of(equations(read), List.of()).counts(LETTER);
    fragments.forEach(f -> after.add(found ? new PrintedFragment(f.fragment(), steps.in(f.notation())) : f));
    return found ? read : printed;
  }

  /** In: a name as words mention it in a document with steps. Out: the name as it is read. */
  static Notation named(Notation name) {
    Steps steps = new Steps();
    steps.carry(name);
    return steps.in(name);
  }

  private static List<Survey.Equation> equations(List<Printed> printed) {
    return printed.stream().filter(p -> Lowering.isEquation(p.statement())).map(p -> new Survey.Equation(p.left(), p.right())).toList();
  }

  /** Whether t-1 stands anywhere in a script. */
  private static boolean shifted(Notation n) {
    boolean here = n instanceof Notation.Scripted s && (s.sub().stream().flatMap(x -> Mentions.items(x).stream()).anyMatch(Steps::isShift) || above(s).filter(Steps::isShift).isPresent());
    return here || Notations.children(n).stream().anyMatch(Steps::shifted);
  }

  private static boolean isLetter(Notation n) {
    return n instanceof Notation.Symbol s && s.name().equals(LETTER);
  }

  /** t-1, t+1. */
  private static boolean isShift(Notation n) {
    boolean two = n instanceof Notation.Summed s && s.items().size() == 2 && s.items().get(0).sign() == Notation.Sign.PLUS;
    return two && n instanceof Notation.Summed s && isLetter(s.items().get(0).item()) && s.items().get(1).item() instanceof Notation.Numeral;
  }

  /** What stands in brackets above a name: t, t-1, 0. */
  private static Optional<Notation> above(Notation.Scripted s) {
    boolean bracket = s.sup().filter(u -> u instanceof Notation.Bracketed b && List.of("(", "[", "\\langle", "<").contains(b.open())).isPresent();
    return bracket && s.sup().get() instanceof Notation.Bracketed b ? Optional.of(b.body()) : Optional.empty();
  }

  /** Names with t or t-1 below. */
  private void carry(Notation n) {
    if (n instanceof Notation.Scripted s) {
      boolean stepped = s.sub().stream().flatMap(x -> Mentions.items(x).stream()).anyMatch(x -> isLetter(x) || isShift(x));
      Mentions.bracketedName(s.base()).filter(b -> stepped).ifPresent(below::add);
      Mentions.baseName(s.base()).filter(b -> stepped || above(s).filter(x -> isLetter(x) || isShift(x)).isPresent()).ifPresent(carriers::add);
    }
    if (n instanceof Notation.BigOperator b) {
      b.sub().ifPresent(x -> BoundLetters.collect(x, bound));
    }
    Notations.children(n).forEach(this::carry);
  }

  /** Whether the letter stands anywhere but in a script of a name, in the range of a sum, or as a mark of transposition. */
  private static boolean counts(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> isLetter(s);
      case Notation.BigOperator b -> counts(b.body());
      case Notation.Scripted s -> {
        boolean named = Mentions.bracketedName(s.base()).filter(b -> !b.equals("e") || above(s).isPresent() || s.sub().isPresent()).isPresent();
        boolean under = s.sub().filter(x -> Mentions.items(x).stream().anyMatch(i -> !isLetter(i) && !isShift(i) && counts(i))).isPresent();
        boolean scripts = under || s.sup().filter(x -> above(s).filter(i -> isLetter(i) || isShift(i)).isEmpty() && counts(x)).isPresent();
        yield (named ? scripts : s.parts().stream().skip(1).anyMatch(Steps::counts)) || counts(s.base());
      }
      default -> n.parts().stream().anyMatch(Steps::counts);
    };
  }

  private Notation in(Notation n) {
    if (n instanceof Notation.Accented a && a.body() instanceof Notation.Scripted s && number(s).isPresent()) {
      return in(new Notation.Scripted(a.span(), new Notation.Accented(a.span(), a.accent(), s.base()), s.sub(), s.sup(), s.primes()));
    }
    if (n instanceof Notation.Styled t && t.body() instanceof Notation.Scripted s && number(s).isPresent()) {
      return in(new Notation.Scripted(t.span(), new Notation.Styled(t.span(), t.style(), s.base()), s.sub(), s.sup(), s.primes()));
    }
    if (n instanceof Notation.Scripted s && number(s).isPresent()) {
      return raised(s, number(s).get());
    }
    if (n instanceof Notation.Scripted s && s.sub().filter(this::weights).isPresent()) {
      // W_i, U_{hi} beside the gate i_t: the weights of what these letters name
      return new Notation.Scripted(s.span(), in(s.base()), s.sub().map(Steps::label), s.sup().map(this::in), s.primes());
    }
    return Templates.mapped(n, this::in);
  }

  /** Whether a script holds nothing but names of quantities that have steps. */
  private boolean weights(Notation sub) {
    return Mentions.items(sub).stream().allMatch(i -> i instanceof Notation.Symbol x && carriers.contains(Mentions.latexName(x.name())));
  }

  private static Notation label(Notation sub) {
    List<Notation> items = Mentions.items(sub);
    String text = items.stream().map(i -> i instanceof Notation.Symbol x ? Mentions.latexName(x.name()) : "").collect(java.util.stream.Collectors.joining());
    return new Notation.Styled(sub.span(), "mathrm", items.size() == 1 ? items.getFirst() : new Notation.Symbol(sub.span(), text));
  }

  /** The step of a name: above it in brackets, else the first that can be one below it. */
  private Optional<Notation> number(Notation.Scripted s) {
    Optional<String> base = Mentions.bracketedName(s.base());
    Optional<Notation> step = above(s).filter(x -> isLetter(x) || isShift(x) || x instanceof Notation.Numeral);
    if (base.isEmpty() || step.isPresent()) {
      return base.flatMap(b -> step);
    }
    List<Notation> items = s.sub().map(Mentions::items).orElse(List.of());
    boolean carried = base.filter(below::contains).isPresent() && (s.sup().isEmpty() || above(s).isEmpty());
    return carried ? items.stream().filter(x -> isLetter(x) || isShift(x)).findFirst().or(() -> items.stream().findFirst().filter(x -> x instanceof Notation.Numeral)) : Optional.empty();
  }

  private Notation raised(Notation.Scripted s, Notation number) {
    boolean above = above(s).filter(number::equals).isPresent();
    List<Notation> rest = new ArrayList<>(s.sub().map(Mentions::items).orElse(List.of()));
    if (!above) {
      rest.remove(number);
    }
    Optional<Notation> sub = above ? s.sub() : rest.isEmpty() ? Optional.empty() : Optional.of(rest.size() == 1 ? rest.getFirst() : new Notation.Listed(s.span(), rest));
    // e^{(t)}, e_t: a quantity of the step, which has to be told from the exponential
    Notation base = s.base() instanceof Notation.Symbol e && e.name().equals("e") ? new Notation.Styled(e.span(), "bm", e) : s.base();
    Notation name = new Notation.Scripted(s.span(), base, sub, Optional.of(new Notation.Bracketed(number.span(), "(", number, ")")), s.primes());
    return above || s.sup().isEmpty() ? name : new Notation.Scripted(s.span(), new Notation.Bracketed(s.span(), "(", name, ")"), Optional.empty(), s.sup(), 0);
  }
}
