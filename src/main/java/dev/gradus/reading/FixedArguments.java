package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
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
 * Names that a document prints with one and the same bracket behind them wherever they have one, {@code L(x, y)} beside {@code L}, {@code f(x)} in {@code \partial L / \partial
 * f(x)}: with letters that never change the function's value there is a quantity, which {@code L} and {@code L(x, y)} name alike (READING 24). The brackets are left out.
 */
final class FixedArguments {
  private static final List<String> NO_QUANTITIES =
      List.of("d", "\\partial", "\\nabla", "\\delta", "p", "P", "q", "Q", "\\Pr", "E", "H", "I", "N", "n", "c", "C", "e", "\\sigma", "\\Gamma", "\\phi", "\\psi", "\\mathbb{P}", "\\mathbb{E}", "\\mathcal{N}");
  private static final int ROUNDS = 2;
  /** So often nobody writes a product with one letter in brackets. */
  private static final int OFTEN = 3;

  /** What a document does with a name. */
  private static final class Uses {
    final Map<String, Notation.Bracketed> forms = new TreeMap<>();
    boolean bare;
    boolean primed;
    int heads;
    boolean differentiates;
    boolean differentiated;
    int times;
    final Set<String> by = new TreeSet<>();
  }

  private final Map<String, Uses> uses = new TreeMap<>();
  private final Set<String> bound = new TreeSet<>();
  private final Set<String> targets = new TreeSet<>();
  private final Set<String> dropped;
  private final Document document;

  /**
   * What the equations of a document show.
   *
   * @param bodies what those for a bare name mention
   * @param functions names with the bracket behind them, where the chain is one of a function of the same letter: o(x) of L(x, y) = -\\log o(x)
   */
  private record Document(Map<String, Set<String>> bodies, Set<String> functions) {}

  private FixedArguments(Set<String> dropped, Document document) {
    this.dropped = dropped;
    this.document = document;
  }

  /** In: what is read together. Out: the statements without the brackets, and the formulas added to {@code after}, in the same order. */
  static List<Printed> dropped(List<Printed> own, List<PrintedFragment> fragments, List<PrintedFragment> after) {
    List<Notation> all = new ArrayList<>();
    own.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    fragments.forEach(f -> all.add(f.notation()));
    List<Notation> heads = own.stream().filter(p -> Lowering.isEquation(p.statement())).map(Printed::left).toList();
    List<Notation> trees = dropped(all, heads, shown(own));
    List<Printed> printed = new ArrayList<>();
    for (Printed p : own) {
      printed.add(new Printed(p.statement(), trees.get(2 * printed.size()), trees.get(2 * printed.size() + 1), p.spaces()));
    }
    for (PrintedFragment f : fragments) {
      after.add(new PrintedFragment(f.fragment(), trees.get(2 * own.size() + after.size())));
    }
    return printed;
  }

  private static Document shown(List<Printed> own) {
    Map<String, Set<String>> bodies = new TreeMap<>();
    Set<String> functions = new TreeSet<>();
    Set<String> head = Collections.emptySet();
    for (Printed p : own) {
      if (Lowering.isEquation(p.statement())) {
        name(p.left()).ifPresent(n -> names(p.right(), bodies.computeIfAbsent(n, k -> new TreeSet<>())));
      }
      head = p.statement().after().isPresent() ? head : arguments(p.left());
      applied(p.right(), head, functions);
    }
    return new Document(bodies, functions);
  }

  /** The letters that a side which is one applied name is applied to. */
  private static Set<String> arguments(Notation left) {
    boolean head = left instanceof Notation.Juxtaposed j && j.factors().size() == 2 && name(j.factors().getFirst().item()).isPresent();
    Set<String> found = new TreeSet<>();
    if (head && left instanceof Notation.Juxtaposed j) {
      behind(j.factors(), 0).ifPresent(b -> Products.arguments(b).forEach(a -> name(a).ifPresent(found::add)));
    }
    return found;
  }

  private static void applied(Notation n, Set<String> head, Set<String> found) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Optional<String> name = name(j.factors().get(k).item());
        behind(j.factors(), k).filter(b -> name.isPresent() && name(b.body()).filter(head::contains).isPresent()).ifPresent(b -> found.add(name.orElseThrow() + Outline.of(b)));
      }
    }
    n.parts().forEach(c -> applied(c, head, found));
  }

  private static List<Notation> dropped(List<Notation> all, List<Notation> heads, Document document) {
    List<Notation> trees = all;
    List<Notation> lefts = heads;
    Set<String> dropped = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Notation.Bracketed> fixed = of(trees, lefts, dropped, document).fixed();
      // where a tree cannot be put together anew, a bracket stays, and so do all of its name
      of(without(trees, fixed), List.of(), dropped, document).uses.forEach((name, u) -> fixed.computeIfPresent(name, (n, b) -> u.forms.containsKey(Outline.of(b)) ? null : b));
      if (fixed.isEmpty()) {
        return trees;
      }
      dropped.addAll(fixed.keySet());
      trees = without(trees, fixed);
      lefts = without(lefts, fixed);
    }
    return trees;
  }

  private static FixedArguments of(List<Notation> trees, List<Notation> lefts, Set<String> dropped, Document document) {
    FixedArguments found = new FixedArguments(dropped, document);
    trees.forEach(found::scan);
    lefts.forEach(found::head);
    return found;
  }

  private static List<Notation> without(List<Notation> trees, Map<String, Notation.Bracketed> fixed) {
    return trees.stream().map(t -> without(t, fixed)).toList();
  }

  private Map<String, Notation.Bracketed> fixed() {
    Map<String, Notation.Bracketed> found = new TreeMap<>();
    uses.forEach((name, u) -> form(name, u).ifPresent(b -> found.put(name, b)));
    return found;
  }

  private Optional<Notation.Bracketed> form(String name, Uses u) {
    List<Notation.Bracketed> plain = u.forms.values().stream().filter(b -> Products.arguments(b).stream().allMatch(a -> name(a).isPresent())).toList();
    boolean others = u.forms.values().stream().filter(b -> !plain.contains(b)).allMatch(b -> Products.arguments(b).size() > 1);
    if (plain.size() != 1 || !others || u.primed || (NO_QUANTITIES.contains(base(name)) && !u.differentiates)) {
      return Optional.empty();
    }
    List<Notation> arguments = Products.arguments(plain.getFirst());
    Set<String> letters = new TreeSet<>();
    arguments.forEach(a -> letters(a, letters));
    boolean varies = !Collections.disjoint(letters, bound) || arguments.stream().anyMatch(a -> a instanceof Notation.Symbol s && Mentions.usualIndex(s.name()));
    boolean inner = arguments.stream().anyMatch(a -> name(a).filter(dropped::contains).isPresent());
    if (!varies && u.heads == 0 && u.bare && u.times >= OFTEN && document.functions().contains(name + Outline.of(plain.getFirst())) && arguments.stream().allMatch(a -> name(a).filter(x -> leads(name, x, new TreeSet<>())).isPresent())) {
      // o = Wx + c, and o(x) again and again: what it is a function of stands in its definition
      return Optional.of(plain.getFirst());
    }
    // h(W) may be a product, but nothing is differentiated by one
    boolean function = arguments.size() > 1 || u.heads > 0 || inner || u.differentiates;
    if (varies || !function) {
      return Optional.empty();
    }
    if (u.heads > 0) {
      // a function that is defined anew somewhere stays one
      return u.differentiates && u.heads == 1 ? Optional.of(plain.getFirst()) : Optional.empty();
    }
    List<String> free = arguments.stream().flatMap(a -> name(a).stream()).filter(targets::contains).toList();
    boolean known = free.isEmpty() || (free.size() == 1 && u.by.containsAll(free));
    return known && (u.bare || u.differentiates || inner) && u.differentiated ? Optional.of(plain.getFirst()) : Optional.empty();
  }

  /** Whether equations for bare names lead from one to the other. */
  private boolean leads(String from, String to, Set<String> seen) {
    Set<String> next = document.bodies().getOrDefault(from, Collections.emptySet());
    return seen.add(from) && (next.contains(to) || next.stream().anyMatch(n -> leads(n, to, seen)));
  }

  static void names(Notation n, Set<String> found) {
    Optional<String> name = name(n);
    name.ifPresent(found::add);
    if (name.isEmpty()) {
      n.parts().forEach(c -> names(c, found));
    }
  }

  /** The name without its indices: the letter, what stands above it, and a Greek or capital letter or a word below it. */
  static Optional<String> name(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> Mentions.baseName(s);
      case Notation.Styled s -> Mentions.baseName(s);
      case Notation.Accented a -> Mentions.baseName(a);
      case Notation.Scripted s when s.primes() == 0 && !(s.base() instanceof Notation.Scripted) -> name(s.base()).map(b -> b + scripts(s));
      default -> Optional.empty();
    };
  }

  private static String scripts(Notation.Scripted s) {
    String below = s.sub().filter(FixedArguments::label).map(x -> "_" + Outline.of(x)).orElse("");
    return below + s.sup().map(u -> "^" + Outline.of(u)).orElse("");
  }

  private static boolean label(Notation sub) {
    return sub instanceof Notation.Words || (sub instanceof Notation.Symbol s && (s.name().length() > 1 || Character.isUpperCase(s.name().charAt(0))));
  }

  private static String base(String name) {
    int end = 1;
    while (end < name.length() && name.charAt(end) != '^' && name.charAt(end) != '_') {
      end++;
    }
    return name.substring(0, end);
  }

  /** What may vary in an argument: the name, and in \\theta_i^{(k)} its scripts; a \\theta that another sum binds is another one. */
  private static void letters(Notation n, Set<String> found) {
    if (n instanceof Notation.Scripted s && name(s.base()).isPresent()) {
      s.sub().ifPresent(x -> letters(x, found));
      s.sup().ifPresent(x -> letters(x, found));
      return;
    }
    if (n instanceof Notation.Symbol s) {
      found.add(Mentions.latexName(s.name()));
    }
    n.parts().forEach(c -> letters(c, found));
  }

  /** The bracket behind a factor. */
  static Optional<Notation.Bracketed> behind(List<Factor> factors, int k) {
    boolean beside = k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE;
    return beside ? Notations.bracket(factors.get(k + 1).item()).filter(b -> b.open().equals("(") && b.close().equals(")")) : Optional.empty();
  }

  static boolean sign(Notation n) {
    Notation core = n instanceof Notation.Scripted s ? s.base() : n;
    return Differentials.isSign(core);
  }

  private Uses of(String name) {
    return uses.computeIfAbsent(name, k -> new Uses());
  }

  private void head(Notation left) {
    if (left instanceof Notation.Juxtaposed j && j.factors().size() == 2 && behind(j.factors(), 0).isPresent()) {
      name(j.factors().get(0).item()).ifPresent(n -> of(n).heads++);
    }
  }

  private void scan(Notation n) {
    Optional<String> name = name(n);
    if (name.isPresent()) {
      of(name.get()).bare = true;
      if (n instanceof Notation.Scripted s) {
        s.sub().ifPresent(this::scan);
      }
      return;
    }
    switch (n) {
      case Notation.Juxtaposed j -> product(j);
      case Notation.Fraction f -> {
        slope(f);
        n.parts().forEach(this::scan);
      }
      case Notation.Scripted s -> {
        if (s.primes() > 0) {
          Mentions.bracketedName(s.base()).ifPresent(b -> of(b + scripts(s)).primed = true);
        }
        n.parts().forEach(this::scan);
      }
      case Notation.BigOperator b -> {
        b.sub().ifPresent(l -> BoundLetters.collect(l, bound));
        n.parts().forEach(this::scan);
      }
      default -> n.parts().forEach(this::scan);
    }
  }

  private void product(Notation.Juxtaposed j) {
    for (int k = 0; k < j.factors().size(); k++) {
      Notation item = j.factors().get(k).item();
      Optional<String> name = name(item).filter(n -> !(n.equals("\\delta") && kronecker(item)));
      Optional<Notation.Bracketed> bracket = behind(j.factors(), k);
      if (name.isPresent() && bracket.isPresent()) {
        of(name.get()).times++;
        of(name.get()).forms.put(Outline.of(bracket.get()), bracket.get());
        of(name.get()).differentiated |= k > 0 && operator(j.factors().get(k - 1).item());
        of(name.get()).primed |= j.factors().get(k + 1).item() instanceof Notation.Scripted s && s.primes() > 0;
        if (item instanceof Notation.Scripted s) {
          s.sub().ifPresent(this::scan);
        }
      } else {
        scan(item);
      }
      if (item instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b && b.name().equals("nabla")) {
        List<Factor> operand = j.factors().subList(k + 1, j.factors().size());
        s.sub().ifPresent(x -> differentiate(operand, List.of(new Factor(Op.NONE, new Notation.Symbol(s.span(), "partial")), new Factor(Op.NONE, x))));
      }
    }
  }

  /** \\delta_{ij} (a - b): a product with Kronecker's, no function. */
  private static boolean kronecker(Notation n) {
    return n instanceof Notation.Scripted s && s.sub().filter(x -> Mentions.items(x).size() == 2).isPresent();
  }

  private static boolean operator(Notation n) {
    return sign(n) || (n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b && b.name().equals("nabla")) || (n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Symbol && sign(f.numerator()));
  }

  private void slope(Notation.Fraction f) {
    if (f.numerator() instanceof Notation.Juxtaposed up && sign(up.factors().get(0).item()) && f.denominator() instanceof Notation.Juxtaposed down) {
      differentiate(up.factors().subList(1, up.factors().size()), down.factors());
    }
  }

  /** Notes that what begins with a name is differentiated by what stands behind the signs of a denominator. */
  private void differentiate(List<Factor> operand, List<Factor> denominator) {
    Optional<String> of = operand.isEmpty() ? Optional.empty() : name(operand.get(0).item());
    of.ifPresent(n -> of(n).differentiated = true);
    for (int k = 0; k + 1 < denominator.size(); k++) {
      if (sign(denominator.get(k).item())) {
        List<Factor> by = denominator.get(k + 1).item() instanceof Notation.Juxtaposed j ? j.factors() : denominator.subList(k + 1, denominator.size());
        boolean applied = behind(by, 0).isPresent();
        name(by.get(0).item())
            .ifPresent(
                n -> {
                  targets.add(n);
                  of(n).differentiates |= applied;
                  of.ifPresent(x -> of(x).by.add(n));
                });
      }
    }
  }

  // leaving out

  private static Notation without(Notation n, Map<String, Notation.Bracketed> fixed) {
    Notation inner = n;
    if (n instanceof Notation.Juxtaposed j) {
      List<Factor> kept = new ArrayList<>();
      for (int k = 0; k < j.factors().size(); k++) {
        Factor f = j.factors().get(k);
        Optional<Notation.Bracketed> bracket = behind(j.factors(), k);
        Optional<Notation.Bracketed> left = name(f.item()).map(fixed::get);
        if (bracket.isPresent() && left.isPresent() && Templates.same(bracket.get(), left.get())) {
          kept.add(new Factor(f.op(), scripts(f.item(), j.factors().get(k + 1).item())));
          k++;
        } else {
          kept.add(f);
        }
      }
      inner = kept.size() == 1 ? kept.get(0).item() : new Notation.Juxtaposed(j.span(), kept);
    }
    List<Notation> parts = Notations.children(inner);
    if (parts.isEmpty()) {
      return inner;
    }
    return Templates.with(inner, parts.stream().map(c -> without(c, fixed)).toList()).orElse(inner);
  }

  /** The scripts on a bracket, on the name: S(x)_i is S_i. */
  private static Notation scripts(Notation name, Notation behind) {
    if (!(behind instanceof Notation.Scripted s)) {
      return name;
    }
    Notation inner = scripts(name, s.base());
    boolean raised = s.sup().isPresent() && inner instanceof Notation.Scripted t && t.sup().isPresent();
    Notation base = raised ? new Notation.Bracketed(name.span(), "(", inner, ")") : inner;
    return new Notation.Scripted(behind.span(), base, s.sub(), s.sup(), 0);
  }
}
