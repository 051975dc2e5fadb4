package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Superscripts that number the layers of a network: z^l, a^{l-1}, W^{[l+1]}, a^L. Where the document gives a quantity of layer l by others of layer l and of
 * the one next to it, z^l = W^l a^{l-1} + b^l, that letter is no power: each layer's quantity is one of its own, and the equation holds at every layer that the
 * document names (READING 22: the letter is universal).
 */
final class Layers {
  /** The name of a layer: a letter and a number added to it, or a number (then the letter is empty). */
  record Layer(String letter, int offset) implements Comparable<Layer> {
    String text() {
      return letter.isEmpty() ? String.valueOf(offset) : offset == 0 ? letter : letter + (offset > 0 ? "+" : "") + offset;
    }

    Layer plus(int more) {
      return new Layer(letter, offset + more);
    }

    @Override
    public int compareTo(Layer other) {
      return letter.equals(other.letter) ? Integer.compare(offset, other.offset) : letter.compareTo(other.letter);
    }
  }

  /** Letters that number layers also without brackets around them. */
  private static final List<String> PLAIN = List.of("l", "\\ell", "k");

  /** The last layer, where no letter stands for any one: z^L = W^L a^{L-1} + b^L. */
  private static final List<String> LAST = List.of("L");

  /** More layers than these are not told apart. */
  private static final int MOST = 10;

  private final Set<String> letters = new TreeSet<>();
  /** names that carry such a letter without brackets: a number above them names a layer too */
  private final Set<String> bases = new TreeSet<>();
  private final Map<String, Set<Layer>> seen = new TreeMap<>();
  /** lower-case letters in front of quantities of layers, and those that are transposed there */
  private final Set<String> weights = new TreeSet<>();

  private final Set<String> turnedWeights = new TreeSet<>();

  /** whether what a layer passes on goes more than one way, of which nothing is concluded */
  private boolean several;
  /** names with the layers at which they are printed */
  private final Set<String> printed = new TreeSet<>();

  /** What the equations of a document show of layers. */
  static Layers of(List<Survey.Equation> equations, List<Survey.Placed> formulas) {
    Layers layers = new Layers();
    equations.forEach(e -> layers.step(e.left(), e.right(), PLAIN));
    if (layers.letters.isEmpty()) {
      equations.forEach(e -> layers.step(e.left(), e.right(), LAST));
    }
    if (!layers.letters.isEmpty()) {
      formulas.forEach(f -> layers.carriers(f.notation()));
      formulas.forEach(f -> layers.collect(f.notation()));
      Map<String, List<Set<String>>> takers = new TreeMap<>();
      Map<String, Set<String>> within = new TreeMap<>();
      equations.forEach(e -> layers.takes(e.left(), e.right(), takers, within));
      layers.several |= takers.keySet().stream().filter(t -> !spelledOut(t, takers, within)).count() > 1;
    }
    return layers;
  }

  /** z^l = W^l a^{l-1} + b^l: one quantity of a layer by two others, one of them of another layer, and none of its own name but behind a matrix, a^l = f(W^l a^{l-1}). */
  private void step(Notation left, Notation right, List<String> bare) {
    if (!(left instanceof Notation.Scripted s) || s.sup().isEmpty()) {
      return;
    }
    Optional<Layer> own = written(s.sup().get()).filter(l -> !l.letter().isEmpty());
    boolean plain = !(s.sup().get() instanceof Notation.Bracketed);
    Optional<String> base = Mentions.bracketedName(s.base()).filter(b -> !b.equals("e"));
    if (own.isEmpty() || base.isEmpty() || (plain && !bare.contains(own.get().letter()))) {
      return;
    }
    Set<String> others = new TreeSet<>();
    Set<Integer> offsets = new TreeSet<>();
    beside(right, own.get().letter(), others, offsets);
    if (own.get().letter().equals(Steps.LETTER)) {
      // h^{(t)} = f(W h^{(t-1)} + U x^{(t)}): the steps of one network
      if (!plain && others.size() > 1 && offsets.contains(own.get().offset() - 1)) {
        letters.add(Steps.LETTER);
      }
      return;
    }
    if (shares(right)) {
      return;
    }
    boolean next = offsets.stream().anyMatch(o -> o != own.get().offset());
    if (next && others.size() > 1 && (!others.contains(base.get()) || weighs(right, base.get()))) {
      letters.add(own.get().letter());
    }
  }

  /**
   * Which quantities of a layer are given by what is below, with the names that give them: where there are two, as in a^l = \sigma(z^l) + a^{l-1}, a layer has ways
   * past the other one. {@code within} gets by what of their own layer quantities are given.
   */
  private void takes(Notation left, Notation right, Map<String, List<Set<String>>> takers, Map<String, Set<String>> within) {
    Optional<Layer> own = left instanceof Notation.Scripted s && s.sup().isPresent() ? written(s.sup().get()).filter(l -> letters.contains(l.letter())) : Optional.empty();
    Optional<String> base = left instanceof Notation.Scripted s ? Mentions.bracketedName(s.base()) : Optional.empty();
    if (own.isPresent() && base.isPresent()) {
      Set<Integer> offsets = new TreeSet<>();
      Set<String> by = new TreeSet<>();
      beside(right, own.get().letter(), by, offsets);
      long lower = offsets.stream().filter(o -> o < own.get().offset()).count();
      if (lower > 0) {
        takers.computeIfAbsent(base.get(), k -> new ArrayList<>()).add(by);
      } else {
        within.computeIfAbsent(base.get(), k -> new TreeSet<>()).addAll(by);
      }
      several |= lower > 1;
    }
  }

  /** a^l = \sigma(w^l a^{l-1} + b^l) beside a^l = \sigma(z^l) and z^l = w^l a^{l-1} + b^l: what is below goes the same way. */
  private static boolean spelledOut(String name, Map<String, List<Set<String>>> takers, Map<String, Set<String>> within) {
    return within.getOrDefault(name, Collections.emptySet()).stream()
        .filter(z -> !z.equals(name) && takers.containsKey(z))
        .anyMatch(z -> takers.getOrDefault(name, List.of()).stream().allMatch(by -> takers.getOrDefault(z, List.of()).stream().anyMatch(of -> of.containsAll(by))));
  }

  /** W^{(l)} h^{(l-1)}: weights in front of the name. */
  private static boolean weighs(Notation n, String base) {
    boolean here = false;
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        boolean weight = layered(j.factors().get(k).item()).filter(Survey::upper).isPresent();
        here |= weight && layered(j.factors().get(k + 1).item()).filter(base::equals).isPresent();
      }
    }
    return here || Notations.children(n).stream().anyMatch(c -> weighs(c, base));
  }

  private static Optional<String> layered(Notation n) {
    return n instanceof Notation.Scripted s && s.sup().flatMap(Layers::written).isPresent() ? Mentions.bracketedName(s.base()) : Optional.empty();
  }

  private void beside(Notation n, String letter, Set<String> names, Set<Integer> offsets) {
    if (n instanceof Notation.Scripted s && s.sup().isPresent()) {
      Optional<Layer> layer = written(s.sup().get()).filter(l -> l.letter().equals(letter));
      Optional<String> base = Mentions.bracketedName(s.base()).filter(b -> !b.equals("e"));
      if (layer.isPresent() && base.isPresent()) {
        names.add(base.get());
        offsets.add(layer.get().offset());
      }
    }
    Notations.children(n).forEach(c -> beside(c, letter, names, offsets));
  }

  /** Whether a factor or summand is the same at all layers: then they are steps of one network, and its weights act at each of them. */
  private static boolean shares(Notation n) {
    return switch (n) {
      case Notation.Summed s -> s.items().stream().anyMatch(i -> shares(i.item()));
      case Notation.BigOperator b -> shares(b.body());
      case Notation.Bracketed b -> shares(b.body());
      case Notation.Juxtaposed j -> {
        boolean shared = false;
        for (int k = 0; k < j.factors().size(); k++) {
          boolean applied = k + 1 < j.factors().size() && Notations.bracket(j.factors().get(k + 1).item()).isPresent();
          shared |= !applied && shares(j.factors().get(k).item());
        }
        yield shared;
      }
      case Notation.Scripted s -> s.sup().filter(u -> written(u).isPresent()).isEmpty() && shares(s.base());
      case Notation.Symbol s -> true;
      case Notation.Styled s -> true;
      case Notation.Accented a -> true;
      default -> false;
    };
  }

  private void carriers(Notation n) {
    if (n instanceof Notation.Scripted s && s.sup().filter(u -> !(u instanceof Notation.Bracketed)).flatMap(Layers::written).filter(l -> letters.contains(l.letter()) && !isStep(l)).isPresent()) {
      Mentions.bracketedName(s.base()).filter(b -> !b.equals("e")).ifPresent(bases::add);
    }
    Notations.children(n).forEach(this::carriers);
  }

  private void collect(Notation n) {
    if (n instanceof Notation.Scripted s && s.sup().isPresent()) {
      Optional<Layer> layer = Mentions.bracketedName(s.base()).flatMap(b -> of(b, s.sup().get()));
      layer.ifPresent(l -> letters.forEach(q -> seen.computeIfAbsent(q, k -> new TreeSet<>()).add(l)));
      layer.ifPresent(l -> printed.add(Mentions.bracketedName(s.base()).orElseThrow() + " " + l.text()));
    }
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        product(j.factors().get(k).item(), j.factors().get(k + 1).item());
      }
    }
    Notations.children(n).forEach(this::collect);
  }

  /** w^l a^{l-1}, (w^l)^T \\delta^l: what is multiplied by quantities of layers from the left, with and without a transpose, is a matrix. */
  private void product(Notation left, Notation right) {
    boolean turned = left instanceof Notation.Scripted s && s.base() instanceof Notation.Bracketed && s.sup().filter(Notations::isTransposition).isPresent();
    Notation name = turned && left instanceof Notation.Scripted s && s.base() instanceof Notation.Bracketed b ? b.body() : left;
    if (isLayered(name) && isLayered(right)) {
      Mentions.bracketedName(name).filter(b -> b.length() == 1 && Character.isLowerCase(b.charAt(0))).ifPresent((turned ? turnedWeights : weights)::add);
    }
  }

  private boolean isLayered(Notation n) {
    return n instanceof Notation.Scripted s && s.sup().flatMap(u -> Mentions.bracketedName(s.base()).flatMap(b -> of(b, u))).isPresent();
  }

  /** Whether a name is that of the weights of a layer, a matrix. */
  boolean isWeight(Mention m) {
    return weights.contains(m.base()) && turnedWeights.contains(m.base()) && m.key().endsWith(")}");
  }

  /** The layer that stands above a name; empty where it is a power or a label of another kind. */
  Optional<Layer> of(String base, Notation above) {
    if (letters.isEmpty() || base.equals("e")) {
      return Optional.empty();
    }
    boolean plain = !(above instanceof Notation.Bracketed);
    return written(above).filter(l -> l.letter().isEmpty() ? l.offset() >= 0 && (!plain || bases.contains(base)) : (letters.contains(l.letter()) && !(plain && isStep(l))) || (last(l.letter()) && (!plain || bases.contains(base))));
  }

  /** The key under which the uses of a quantity at all layers are seen as one: they have as many axes. */
  String together(String key) {
    int at = letters.isEmpty() || !key.endsWith(")}") ? -1 : key.lastIndexOf("^{(");
    boolean layer = at > 0 && seen.values().stream().flatMap(Set::stream).anyMatch(l -> key.substring(at + 3, key.length() - 2).equals(l.text()));
    boolean named = at > 0 && (letters.stream().anyMatch(q -> key.startsWith(q, at + 3)) || (last("L") && key.startsWith("L", at + 3)));
    return layer || named ? key.substring(0, at) + "^{(l)}" : key;
  }

  /** Whether a name is that of a quantity at any layer: z^{(l)}, W^{(l+1)}, not z^{(2)} nor z^{(L)}. */
  boolean any(String key) {
    int at = key.endsWith(")}") ? key.lastIndexOf("^{(") : -1;
    return at > 0 && letters.stream().anyMatch(q -> !LAST.contains(q) && key.startsWith(q, at + 3));
  }

  /** How many axes a quantity has at another layer, where the text gives it. */
  Optional<Integer> sibling(String key, Names names, Part part) {
    return atAll(key).flatMap(all -> names.quantities().stream().filter(q -> together(q.key()).equals(all) && names.definition(q.key(), part).filter(d -> !isZero(d.body())).isPresent()).map(q -> q.axes().size()).findFirst());
  }

  /** The same where the text gives that layer an array further down. */
  Optional<Integer> below(String key, Told told, Part part) {
    return atAll(key).flatMap(all -> told.shaped().stream().filter(k -> together(k).equals(all)).flatMap(k -> told.rank(k, part).stream()).filter(r -> r > 0).findFirst());
  }

  /** What the names of a quantity at all layers have in common; empty for one that no layer has. */
  private Optional<String> atAll(String key) {
    String all = letters.isEmpty() ? key : together(key);
    return all.equals(key) && !any(key) ? Optional.empty() : Optional.of(all);
  }

  /** h_0 = 0: of any shape. */
  private static boolean isZero(Notation n) {
    return Conditions.isNumeral(n, "0") || (n instanceof Notation.Styled s && isZero(s.body()));
  }

  private static boolean isStep(Layer layer) {
    return layer.letter().equals(Steps.LETTER);
  }

  /** Whether a name is that of a quantity at any step: h^{(t)}, h^{(t-1)}. */
  boolean atStep(String key) {
    int at = key.endsWith(")}") ? key.lastIndexOf("^{(") : -1;
    return at > 0 && letters.contains(Steps.LETTER) && key.startsWith(Steps.LETTER, at + 3);
  }

  /** Whether a loss, not of one step itself, is differentiated by a quantity of another step than what it is known to depend on: the ways between may be told apart. */
  static boolean beside(Session session, String name, Family loss) {
    Layers layers = session.mentions().layers();
    return layers.atStep(name) && !layers.atStep(loss.name()) && loss.arguments().stream().anyMatch(a -> layers.atStep(a.name()) && !step(a.name()).equals(step(name)));
  }

  /** h_2 = w^2 h_0 + ..: what an equation of steps says of a single one, in the same quantities at further steps, is a claim. */
  boolean unrolls(Notation own, Notation general, Mentions mentions) {
    Set<String> names = new TreeSet<>();
    Set<String> said = new TreeSet<>();
    Definitions.collect(own, mentions, names);
    Definitions.collect(general, mentions, said);
    Set<String> bases = new TreeSet<>();
    said.forEach(n -> bases.add(together(n)));
    return letters.contains(Steps.LETTER) && !said.containsAll(names) && names.stream().allMatch(n -> bases.contains(together(n)));
  }

  private static String step(String key) {
    return key.substring(key.lastIndexOf("^{("));
  }

  /** Whether a letter numbers layers. */
  boolean counts(String letter) {
    return letters.contains(letter);
  }

  /** Whether it is open how far a quantity acts: equations of layers mention it without a layer, a weight of all of them; or a layer has more than one way up. */
  static boolean shared(Session session, String name, Term of) {
    Layers layers = session.mentions().layers();
    if (layers.letters.contains(Steps.LETTER)) {
      // a loss of all steps, of which the text says what it is at one
      Told told = session.names.told();
      return !layers.atStep(name) && Terms.families(of).stream().anyMatch(f -> !layers.atStep(f.name()) && f.arguments().stream().anyMatch(a -> layers.atStep(a.name()) && told.leads(a.name(), name)));
    }
    if (layers.any(name) || layers.letters.isEmpty()) {
      return layers.several && layers.any(name);
    }
    return session.names.told().names().stream().anyMatch(k -> layers.any(k) && session.names.told().mentions(k).contains(name));
  }

  /** Whether an expression speaks of the last layer: C = |y - a^L|^2 + |W^l|^2 depends on W^l also through what lies between. */
  static boolean past(Session session, Term body, String target) {
    return session.mentions().layers().any(target) && Terms.families(body).stream().anyMatch(f -> f.name().contains("^{(L"));
  }

  /** Whether a defined name and a quantity of any layer have an unknown number of layers between them: its definition speaks of layers and does not lead there. */
  static boolean between(Session session, String name, String target) {
    boolean defined = session.names.definition(name, session.part).filter(d -> d.value().isPresent()).isPresent();
    return defined && session.mentions().layers().last(name, session.names.told()) && !session.names.told().leads(name, target);
  }

  /** Whether definitions lead from a name to a quantity of the last layer. */
  private boolean last(String name, Told told) {
    return seen.values().stream().flatMap(Set::stream).map(Layer::letter).anyMatch(this::last) && told.reaches(name, k -> k.endsWith("^{(L)}"));
  }

  /** L, the number of the last layer, beside the l that counts them. */
  private boolean last(String letter) {
    return letter.equals("L") && (letters.contains("l") || letters.contains("\\ell"));
  }

  /** l, l-1, (l), [l+1], 2 as they are printed above a name. */
  private static Optional<Layer> written(Notation above) {
    return switch (above) {
      case Notation.Bracketed b when b.open().equals("(") || b.open().equals("[") -> written(b.body());
      case Notation.Numeral d when d.digits().length() < 3 && d.digits().chars().allMatch(Character::isDigit) -> Optional.of(new Layer("", Integer.parseInt(d.digits())));
      case Notation.Symbol s when s.name().length() == 1 || s.name().equals("ell") -> s.name().equals("T") ? Optional.empty() : Optional.of(new Layer(Mentions.latexName(s.name()), 0));
      case Notation.Summed s when s.items().size() == 2 && s.items().get(0).sign() == Notation.Sign.PLUS -> {
        Optional<Layer> letter = written(s.items().get(0).item()).filter(l -> !l.letter().isEmpty());
        Optional<Layer> number = s.items().get(1).item() instanceof Notation.Numeral ? written(s.items().get(1).item()) : Optional.empty();
        int sign = s.items().get(1).sign() == Notation.Sign.MINUS ? -1 : s.items().get(1).sign() == Notation.Sign.PLUS ? 1 : 0;
        yield letter.isPresent() && number.isPresent() && sign != 0 ? letter.map(l -> l.plus(sign * number.get().offset())) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** What \delta^l = dC/dz^l says of C at other layers. */
  List<Survey.Placed> derivatives(List<Reader.Printed> printed) {
    List<Survey.Placed> all = new ArrayList<>();
    for (Reader.Printed p : printed) {
      elsewhere(p.left(), p.right()).stream().filter(s -> Differentials.whole(s.right())).forEach(s -> all.add(new Survey.Placed(p.statement().part(), s.right())));
    }
    return all;
  }

  /** An equation's sides at another layer. */
  record Shifted(Notation left, Notation right, boolean earlier) {}

  /** In: an equation that gives a quantity of a layer with a letter. Out: the same at each other layer that the document names. */
  List<Shifted> elsewhere(Notation left, Notation right) {
    Optional<Layer> own = left instanceof Notation.Scripted s && s.sup().isPresent() ? Mentions.bracketedName(s.base()).flatMap(b -> of(b, s.sup().get())).filter(l -> letters.contains(l.letter()) && !LAST.contains(l.letter())) : Optional.empty();
    List<Shifted> all = new ArrayList<>();
    for (Layer to : own.map(o -> seen.getOrDefault(o.letter(), new TreeSet<>())).orElse(new TreeSet<>())) {
      boolean other = to.letter().equals(own.get().letter()) ? to.offset() != own.get().offset() : !letters.contains(to.letter());
      if (other && all.size() < MOST) {
        Layer from = own.get();
        Optional<Notation> l = shifted(left, from, to);
        Optional<Notation> r = shifted(right, from, to);
        boolean wanted = r.isPresent() && (names(l.get(), to) || (!Differentials.whole(right) && names(r.get(), to)));
        if (wanted) {
          all.add(new Shifted(l.get(), r.get(), isStep(to) && to.offset() < from.offset()));
        }
      }
    }
    return all;
  }

  /** Whether the document prints a name of this layer that a notation holds. */
  private boolean names(Notation n, Layer layer) {
    boolean here = n instanceof Notation.Scripted s && s.sup().isPresent() && Mentions.bracketedName(s.base()).filter(b -> of(b, s.sup().get()).filter(layer::equals).isPresent() && printed.contains(b + " " + layer.text())).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> names(c, layer));
  }

  /** The notation with layer {@code from} moved to {@code to}; none where it would name a layer below 0, or cannot be taken apart. */
  private Optional<Notation> shifted(Notation n, Layer from, Layer to) {
    if (n instanceof Notation.Scripted s && s.sup().isPresent()) {
      Optional<Layer> layer = Mentions.bracketedName(s.base()).flatMap(b -> of(b, s.sup().get())).filter(l -> l.letter().equals(from.letter()));
      if (layer.isPresent()) {
        Layer moved = new Layer(to.letter(), layer.get().offset() - from.offset() + to.offset());
        return moved.letter().isEmpty() && moved.offset() < 0 ? Optional.empty() : Optional.of(new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.of(printed(s.sup().get(), moved)), s.primes()));
      }
    }
    return Notations.mapped(n, c -> shifted(c, from, to)).flatMap(parts -> parts.isEmpty() ? Optional.of(n) : Templates.with(n, parts));
  }

  /** A layer in the brackets of another one. */
  private static Notation printed(Notation like, Layer layer) {
    Span span = like.span();
    if (like instanceof Notation.Bracketed b) {
      return new Notation.Bracketed(span, b.open(), printed(b.body(), layer), b.close());
    }
    Notation number = new Notation.Numeral(span, String.valueOf(Math.abs(layer.offset())));
    if (layer.letter().isEmpty()) {
      return number;
    }
    Notation letter = new Notation.Symbol(span, layer.letter().replace("\\", ""));
    Notation.Sign sign = layer.offset() < 0 ? Notation.Sign.MINUS : Notation.Sign.PLUS;
    return layer.offset() == 0 ? letter : new Notation.Summed(span, List.of(new Notation.Signed(Notation.Sign.PLUS, letter), new Notation.Signed(sign, number)));
  }
}
