package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is differentiated by whom where in a document: what an undefined loss depends on (READING 24). */
final class Dependences {
  /** A derivative as printed: of a name by names, in a part. */
  private record Printed(Part part, String of, List<String> by) {}

  private static final List<String> CONSTANTS = List.of("\\pi", "e", "d", "\\partial", "\\infty");

  private final Mentions mentions;
  private final Told told;
  private final List<Printed> all = new ArrayList<>();
  /** Names with arguments in brackets: f(u, v). */
  private final List<Printed> applied = new ArrayList<>();
  private final Map<String, Set<String>> by = new TreeMap<>();
  private final Set<String> functions = new TreeSet<>();
  private final Map<String, List<String>> known = new TreeMap<>();
  /** Names with the brackets that ever stand behind them. */
  private final Map<String, Set<String>> brackets = new TreeMap<>();
  /** The letters that the formulas of a section print. */
  private final Map<Integer, Set<String>> letters = new TreeMap<>();

  private Dependences(Mentions mentions, Told told) {
    this.mentions = mentions;
    this.told = told;
  }

  /** What the formulas of a document differentiate; {@code told} is what it defines, {@code fragments} are those with words around them. */
  static Dependences of(List<Survey.Placed> formulas, Mentions mentions, Told told, List<PrintedFragment> fragments) {
    Dependences d = new Dependences(mentions, told);
    formulas.forEach(f -> d.scan(f.part(), f.notation()));
    formulas.forEach(f -> d.letters(f.notation(), d.letters.computeIfAbsent(f.part().section().number(), k -> new TreeSet<>())));
    SaidDependences.of(formulas, fragments, mentions).forEach(d::said);
    d.functions.addAll(d.by.keySet());
    for (boolean more = true; more; ) {
      more = d.applied.stream().filter(p -> d.functions.contains(p.of())).map(p -> d.functions.addAll(p.by())).toList().contains(true);
    }
    return d;
  }

  /** Words say it of letters that no equation gives a value; a letter by which nothing is differentiated does not matter. */
  private void said(SaidDependences.Said s) {
    if (by.values().stream().anyMatch(b -> b.contains(s.on()))) {
      Set<String> names = s.of().map(Collections::singleton).orElseGet(() -> letters.getOrDefault(s.part().section().number(), Collections.emptySet()));
      names.stream().filter(n -> !n.equals(s.on()) && !CONSTANTS.contains(n) && !mentions.indexLetter(n) && !told.defines(n)).forEach(n -> add(s.part(), n, List.of(s.on())));
    }
  }

  private void letters(Notation n, Set<String> found) {
    mentions.of(n).ifPresent(m -> found.add(m.key()));
    Notations.children(n).forEach(c -> letters(c, found));
  }

  private void scan(Part part, Notation n) {
    if (n instanceof Notation.Fraction f) {
      Optional<String> up = differential(f.numerator());
      List<String> down = denominators(f.denominator());
      up.ifPresent(of -> add(part, of, down));
    }
    if (n instanceof Notation.Juxtaposed j) {
      operators(part, j);
      applications(part, j);
    }
    Notations.children(n).forEach(c -> scan(part, c));
  }

  private void add(Part part, String of, List<String> down) {
    // d/dx x^2 says of nothing that it depends on x
    if (!down.isEmpty() && !down.contains(of)) {
      all.add(new Printed(part, of, down));
      by.computeIfAbsent(of, k -> new TreeSet<>()).addAll(down);
    }
  }

  private void applications(Part part, Notation.Juxtaposed j) {
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      Optional<Mention> name = mentions.of(j.factors().get(k).item()).filter(m -> m.exponent().isEmpty() && m.transposed() == 0);
      Optional<String> of = name.filter(m -> m.primes() == 0 || !m.indices().isEmpty()).map(Mention::key);
      // f(x), and f(x)_i of a function with components
      Optional<Notation.Bracketed> behind = Notations.bracket(j.factors().get(k + 1).item()).filter(b -> b.open().equals("("));
      if (of.isPresent() && behind.isPresent() && j.factors().get(k + 1).op() == Notation.Op.NONE) {
        List<String> arguments = Products.arguments(behind.get()).stream().flatMap(a -> head(a).stream()).filter(a -> !a.equals(of.get())).toList();
        applied.add(new Printed(part, of.get(), arguments));
        // f_i'(x)
        name.filter(m -> m.primes() > 0 && mentions.of(behind.get().body()).filter(Mention::bare).isPresent()).ifPresent(m -> add(part, of.get(), arguments));
        brackets.computeIfAbsent(of.get(), x -> new TreeSet<>()).add(dev.gradus.notation.Outline.of(behind.get()));
      }
    }
  }

  /** The name of an argument: x, or u of u(x). */
  private Optional<String> head(Notation argument) {
    boolean nested = argument instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).item() instanceof Notation.Bracketed;
    Notation name = nested && argument instanceof Notation.Juxtaposed j ? j.factors().get(0).item() : argument;
    return mentions.of(name).filter(Mention::plain).map(Mention::key);
  }

  /** \nabla_w L, \partial_w L, d/dw L, \partial L/\partial w in a line. */
  private void operators(Part part, Notation.Juxtaposed j) {
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      Optional<String> of = mentions.of(j.factors().get(k + 1).item()).filter(m -> m.transposed() == 0).map(Mention::key);
      List<String> down = operator(j.factors().get(k).item());
      if (down.isEmpty() && k + 2 < j.factors().size() && bareNabla(j.factors().get(k).item())) {
        // \\nabla L(w)
        down = Notations.bracket(j.factors().get(k + 2).item()).map(Notation.Bracketed::body).flatMap(mentions::of).filter(Mention::bare).map(Mention::key).map(List::of).orElse(List.of());
      }
      List<String> by = down;
      // d/dx x^3: the variable itself
      of.filter(name -> !by.contains(name)).ifPresent(name -> add(part, name, by));
      boolean inline = k + 3 < j.factors().size() && isSign(j.factors().get(k).item()) && j.factors().get(k + 2).op() == Notation.Op.SLASH && isSign(j.factors().get(k + 2).item());
      if (inline && of.isPresent()) {
        add(part, of.get(), mentions.of(j.factors().get(k + 3).item()).map(Mention::key).map(List::of).orElse(List.of()));
      }
    }
  }

  private static boolean bareNabla(Notation n) {
    return n instanceof Notation.Symbol s ? s.name().equals("nabla") : n instanceof Notation.Scripted p && p.sub().isEmpty() && bareNabla(p.base());
  }

  private List<String> operator(Notation n) {
    if (n instanceof Notation.Fraction f && isSign(f.numerator())) {
      return denominators(f.denominator());
    }
    boolean mark = n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b && (b.name().equals("nabla") || b.name().equals("partial"));
    return mark && n instanceof Notation.Scripted s ? s.sub().flatMap(mentions::of).map(Mention::key).map(List::of).orElse(List.of()) : List.of();
  }

  /** Whether a name is printed with arguments in a part. */
  boolean applies(String name, Part part) {
    return applied.stream().anyMatch(p -> p.of().equals(name) && p.part().within(part));
  }

  /** Whether a part, one around it or one in it differentiates a name. */
  boolean differentiates(String name, Part part) {
    return all.stream().anyMatch(p -> p.of().equals(name) && p.part().near(part));
  }

  /**
   * Whether a_k(x) is a_k with what it depends on: the document differentiates by a_k, prints no other arguments behind it, differentiates
   * nothing by these and sums over none of them: the p(x) of \sum_x p(x) are many.
   */
  boolean isWithArguments(String name, Notation.Bracketed bracket) {
    Set<String> targets = new TreeSet<>();
    by.values().forEach(targets::addAll);
    boolean same = Collections.singleton(dev.gradus.notation.Outline.of(bracket)).equals(brackets.get(name));
    List<Optional<String>> arguments = Products.arguments(bracket).stream().map(a -> mentions.of(a).filter(Mention::plain).map(Mention::key)).toList();
    return same && targets.contains(name) && arguments.stream().allMatch(a -> a.filter(x -> !targets.contains(x) && !mentions.indexLetter(x)).isPresent());
  }

  /** Whether a name is printed with arguments, and with no others than these. */
  boolean isAlwaysAt(String name, List<String> arguments) {
    List<Printed> at = applied.stream().filter(p -> p.of().equals(name)).toList();
    return !at.isEmpty() && at.stream().allMatch(p -> p.by().equals(arguments)) && brackets.getOrDefault(name, Collections.emptySet()).size() == 1;
  }

  /** All that a name is differentiated by. */
  Set<String> by(String name) {
    return Collections.unmodifiableSet(by.getOrDefault(name, Collections.emptySet()));
  }

  private Optional<String> differential(Notation n) {
    boolean alone =
        n instanceof Notation.Juxtaposed j2
            && (j2.factors().size() == 2 || (j2.factors().size() == 3 && Notations.bracket(j2.factors().get(2).item()).isPresent()));
    if (alone && n instanceof Notation.Juxtaposed j && isSign(j.factors().get(0).item())) {
      return mentions.of(j.factors().get(1).item()).map(Mention::key);
    }
    return Optional.empty();
  }

  private static boolean isSign(Notation n) {
    Notation base = n instanceof Notation.Scripted s ? s.base() : n;
    Notation core = base instanceof Notation.Styled st ? st.body() : base;
    return core instanceof Notation.Symbol s && (s.name().equals("partial") || s.name().equals("d"));
  }

  private List<String> denominators(Notation n) {
    List<String> found = new ArrayList<>();
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        if (isSign(j.factors().get(k).item())) {
          mentions.of(j.factors().get(k + 1).item()).map(Mention::key).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  Set<String> differentiated() {
    return by.keySet();
  }

  /** The whole document, where something is differentiated. */
  Part everywhere() {
    return all.getFirst().part().chain().getLast();
  }

  /**
   * What {@code name} is taken to depend on in a part: the nearest of what it is differentiated by there, or farther out where that leads to the
   * same. A letter is used for other losses in other parts; a wider part counts as long as all that it adds leads to what was known.
   */
  List<String> arguments(String name, Part part) {
    return known.computeIfAbsent(name + " " + part.number(), k -> cut(widest(name, part)));
  }

  /**
   * With all else that takes from below: a quantity of a layer that mentions what leads to the arguments, a^{l+1} = \sigma(z^{l+1}) + a^l beside z^{l+1}, is a way of
   * its own.
   */
  private List<String> cut(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    if (all.stream().noneMatch(mentions.layers()::any)) {
      return arguments;
    }
    for (String name : told.names()) {
      boolean slope = told.definitions(name).stream().anyMatch(d -> Differentials.whole(d.says().body()));
      boolean above = mentions.layers().any(name) && !slope && !all.contains(name) && all.stream().noneMatch(a -> told.leads(a, name));
      if (above && told.mentions(name).stream().anyMatch(m -> !all.contains(m) && all.stream().anyMatch(a -> told.leads(a, m)) && told.defines(m))) {
        all.add(name);
      }
    }
    return all;
  }

  private List<String> widest(String name, Part part) {
    List<String> found = List.of();
    for (Part wider : part.chain().stream().filter(part::inside).toList()) {
      List<String> nearest = nearest(name, wider, part);
      List<String> before = found;
      boolean leads = nearest.stream().allMatch(n -> before.stream().anyMatch(b -> b.equals(n) || reaches(n, b, new TreeSet<>())));
      boolean covers = before.stream().allMatch(b -> nearest.stream().anyMatch(n -> b.equals(n) || reaches(n, b, new TreeSet<>())));
      if (before.isEmpty() || (leads && covers)) {
        found = nearest;
      }
    }
    return found;
  }

  /**
   * The nearest of what {@code name} is differentiated by in a part: those that no other of them is differentiated by, or defined through, and those
   * that a definition of the name itself mentions.
   */
  private List<String> nearest(String name, Part part, Part at) {
    Set<String> candidates = new TreeSet<>();
    all.stream().filter(p -> p.of().equals(name) && p.part().inside(part)).forEach(p -> candidates.addAll(p.by()));
    if (functions.contains(name)) {
      applied.stream().filter(p -> p.of().equals(name) && p.part().inside(part)).forEach(p -> candidates.addAll(p.by()));
    }
    candidates.removeIf(c -> onlyBelow(name, c, at));
    // t by p where p = g(t): the derivative of an inverse function, not a function that nobody knows
    candidates.removeIf(c -> c.equals(name) || told.leads(c, name));
    List<String> kept = new ArrayList<>();
    for (String candidate : candidates) {
      boolean behind = candidates.stream().anyMatch(w -> !w.equals(candidate) && reaches(w, candidate, new TreeSet<>()));
      // L(y, w) names w beside the y that leads to it
      boolean listed = applied.stream().anyMatch(p -> p.of().equals(name) && p.part().inside(part) && p.by().size() > 1 && p.by().contains(candidate));
      if (!behind || listed || told.mentions(name).contains(candidate)) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  /** x(u) below a later heading makes no function of the x of a section that has no u: it was a letter like any other there. */
  private boolean onlyBelow(String name, String argument, Part at) {
    Part section = at.section();
    boolean unknown = !letters.getOrDefault(section.number(), Collections.emptySet()).contains(argument);
    return unknown && Stream.concat(all.stream(), applied.stream()).filter(p -> p.of().equals(name) && p.by().contains(argument)).allMatch(p -> !at.within(p.part().section()) && p.part().section().number() > section.number());
  }

  private boolean reaches(String from, String to, Set<String> seen) {
    if (!seen.add(from)) {
      return false;
    }
    Set<String> next = new TreeSet<>(told.mentions(from));
    next.addAll(by.getOrDefault(from, Collections.emptySet()));
    return next.contains(to) || next.stream().anyMatch(n -> reaches(n, to, seen));
  }
}
