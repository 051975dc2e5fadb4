package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Likelihoods with their data behind a semicolon or a bar, {@code L(\theta; x_1, .., x_n)}, {@code \ell(\theta | X)}, beside {@code L(\theta)}: the data are
 * given once for all, and both name the same function of the parameters (READING 14, 24). The data are left out where the likelihood is one of all samples,
 * prints no other data, and has no equation of its own without them. {@code L(\theta) = L(x_1, .., x_n; \theta)} says so itself.
 */
final class LikelihoodData {
  private static final List<String> NAMES = List.of("L", "\\ell", "l", "\\mathcal{L}", "LL", "J", "\\mathcal{J}", "\\mathcal{l}");

  /** A name and the bracket behind it. */
  private record Applied(String name, Notation.Bracketed bracket) {
    String form() {
      return name + Outline.of(bracket);
    }
  }

  /** With data, by their printed form: the bracket without them. */
  private final Map<String, Notation.Bracketed> without = new TreeMap<>();

  private LikelihoodData() {}

  /** In: all statements. Out: the same, likelihoods without their data. */
  static List<Printed> dropped(List<Printed> printed) {
    LikelihoodData found = new LikelihoodData();
    found.collect(printed);
    return found.without.isEmpty() ? printed : printed.stream().map(p -> new Printed(p.statement(), found.in(p.left()), found.in(p.right()), p.spaces())).toList();
  }

  private void collect(List<Printed> printed) {
    List<Applied> heads = new ArrayList<>();
    List<Applied> all = new ArrayList<>();
    Set<String> own = new TreeSet<>();
    Map<String, Notation.Bracketed> parameters = new TreeMap<>();
    for (Printed p : printed) {
      scan(p.left(), all);
      scan(p.right(), all);
      boolean begins = p.statement().after().isEmpty() && Lowering.isEquation(p.statement());
      Optional<Applied> longer = begins ? longer(p) : Optional.empty();
      longer.ifPresent(a -> heads.add(a));
      longer.ifPresent(a -> parameters.put(a.form(), alone(p.left()).orElseThrow().bracket()));
      for (Applied a : begins && longer.isEmpty() ? first(p.left()) : List.<Applied>of()) {
        heads.add(a);
        if (p.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2) {
          own.add(a.form());
        }
        Optional<Split> split = split(a.bracket(), p.statement().left().text());
        split.filter(s -> ofAllSamples(s.data(), chain(p, printed))).ifPresent(s -> parameters.put(a.form(), s.parameters()));
      }
    }
    parameters.forEach(
        (form, bracket) -> {
          String name = heads.stream().filter(a -> a.form().equals(form)).findFirst().orElseThrow().name();
          boolean others = all.stream().filter(a -> a.name().equals(name) && !parameters.containsKey(a.form())).anyMatch(a -> hasData(a.bracket()));
          String rest = new Applied(name, bracket).form();
          boolean twice = parameters.entrySet().stream().anyMatch(e -> !e.getKey().equals(form) && e.getKey().startsWith(name) && new Applied(name, e.getValue()).form().equals(rest));
          if (!others && !twice && !own.contains(rest)) {
            without.put(form, bracket);
          }
        });
  }

  /** L(x_1, .., x_n; \\theta) of L(\\theta) = L(x_1, .., x_n; \\theta): the same likelihood, with all samples before its parameters or behind them. */
  private static Optional<Applied> longer(Printed p) {
    Optional<Applied> left = alone(p.left());
    Optional<Applied> right = alone(p.right()).filter(a -> left.isPresent() && a.name().equals(left.get().name()));
    List<String> parameters = left.stream().flatMap(a -> Products.arguments(a.bracket()).stream()).map(Outline::of).toList();
    List<Notation> arguments = right.stream().flatMap(a -> Products.onBothSides(a.bracket()).stream()).toList();
    int count = parameters.size();
    int end = arguments.size() - count;
    boolean before = end > 0 && samples(arguments.subList(0, end)) && outlines(arguments.subList(end, arguments.size())).equals(parameters);
    boolean behind = end > 0 && samples(arguments.subList(count, arguments.size())) && outlines(arguments.subList(0, count)).equals(parameters);
    return right.filter(a -> before || behind);
  }

  /** {@code x_1, \\ldots, x_n}: one name from its first to its last. */
  private static boolean samples(List<Notation> data) {
    boolean ends = data.getFirst() instanceof Notation.Scripted first && data.getLast() instanceof Notation.Scripted last && Outline.of(first.base()).equals(Outline.of(last.base()));
    return ends && data.stream().anyMatch(d -> d instanceof Notation.Dots);
  }

  private static List<String> outlines(List<Notation> all) {
    return all.stream().map(Outline::of).toList();
  }

  /** A likelihood that is a whole side. */
  private static Optional<Applied> alone(Notation side) {
    return side instanceof Notation.Juxtaposed j && j.factors().size() == 2 ? at(j.factors(), 0) : Optional.empty();
  }

  /** Parameters and data. */
  private record Split(Notation.Bracketed parameters, List<Notation> data) {}

  private static Optional<Split> split(Notation.Bracketed b, String text) {
    if (b.body() instanceof Notation.Conditioned c) {
      return Optional.of(new Split(new Notation.Bracketed(b.span(), b.open(), c.left(), b.close()), c.right() instanceof Notation.Listed l ? l.items() : List.of(c.right())));
    }
    int at = b.body() instanceof Notation.Listed ? semicolon(text) : -1;
    if (at < 1 || !(b.body() instanceof Notation.Listed l) || at >= l.items().size()) {
      return Optional.empty();
    }
    List<Notation> parameters = l.items().subList(0, at);
    Notation body = at == 1 ? parameters.getFirst() : new Notation.Listed(l.span(), parameters);
    return Optional.of(new Split(new Notation.Bracketed(b.span(), b.open(), body, b.close()), l.items().subList(at, l.items().size())));
  }

  /** How many arguments stand before the only semicolon; -1 if there is not one. */
  private static int semicolon(String text) {
    int at = text.indexOf(';');
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at = text.indexOf(';', at + 1);
    }
    if (at < 0) {
      return -1;
    }
    int open = text.lastIndexOf('(', at);
    return open < 0 ? -1 : 1 + (int) text.substring(open, at).chars().filter(c -> c == ',').count();
  }

  /** Whether the data are all samples: a list with dots, or the factors or terms of a product or sum over them. */
  private static boolean ofAllSamples(List<Notation> data, List<Notation> bodies) {
    if (data.stream().anyMatch(d -> d instanceof Notation.Dots)) {
      return true;
    }
    Set<String> names = new TreeSet<>();
    for (Notation d : data) {
      Optional<String> name = d instanceof Notation.Scripted ? Optional.empty() : Mentions.baseName(d);
      if (name.isEmpty()) {
        return false;
      }
      names.add(name.get());
    }
    boolean products = bodies.stream().anyMatch(b -> operator(b, "prod"));
    boolean sums = bodies.stream().anyMatch(b -> operator(b, "sum")) && bodies.stream().allMatch(b -> scripted(b, names)) && bodies.stream().anyMatch(b -> occurs(b, names));
    return products || sums;
  }

  private static boolean operator(Notation n, String name) {
    return (n instanceof Notation.BigOperator b && b.name().equals(name)) || Notations.children(n).stream().anyMatch(c -> operator(c, name));
  }

  /** Whether names stand with an index wherever they stand. */
  private static boolean scripted(Notation n, Set<String> names) {
    if (n instanceof Notation.Scripted s && Mentions.baseName(s.base()).filter(names::contains).isPresent()) {
      return s.sub().isPresent() || s.sup().filter(u -> u instanceof Notation.Bracketed).isPresent();
    }
    return Mentions.baseName(n).filter(names::contains).isEmpty() && Notations.children(n).stream().allMatch(c -> scripted(c, names));
  }

  private static boolean occurs(Notation n, Set<String> names) {
    return Mentions.baseName(n).filter(names::contains).isPresent() || Notations.children(n).stream().anyMatch(c -> occurs(c, names));
  }

  /** The right sides of a chain. */
  private static List<Notation> chain(Printed first, List<Printed> printed) {
    List<Notation> sides = new ArrayList<>(List.of(first.right()));
    int last = first.statement().number();
    for (Printed q : printed.subList(last + 1, printed.size())) {
      if (q.statement().after().filter(a -> a < q.statement().number()).isEmpty()) {
        break;
      }
      sides.add(q.right());
    }
    return sides;
  }

  private static boolean hasData(Notation.Bracketed b) {
    return b.body() instanceof Notation.Conditioned || (b.body() instanceof Notation.Listed l && l.items().stream().anyMatch(i -> i instanceof Notation.Dots));
  }

  /** A likelihood, or the logarithm of one, that a side begins with and consists of. */
  private static List<Applied> first(Notation side) {
    List<Applied> all = new ArrayList<>();
    if (side instanceof Notation.Juxtaposed j && j.factors().size() <= 3) {
      applied(j, all);
    }
    return all;
  }

  private static void scan(Notation n, List<Applied> found) {
    if (n instanceof Notation.Juxtaposed j) {
      applied(j, found);
    }
    Notations.children(n).forEach(c -> scan(c, found));
  }

  private static void applied(Notation.Juxtaposed j, List<Applied> found) {
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      at(j.factors(), k).ifPresent(found::add);
    }
  }

  private static Optional<Applied> at(List<Factor> factors, int k) {
    Notation name = factors.get(k).item();
    boolean likelihood = !(name instanceof Notation.Scripted) && Mentions.baseName(name).filter(NAMES::contains).isPresent();
    boolean bracket = likelihood && k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE && factors.get(k + 1).item() instanceof Notation.Bracketed;
    return bracket && factors.get(k + 1).item() instanceof Notation.Bracketed b && b.open().equals("(") ? Optional.of(new Applied(Mentions.baseName(name).orElseThrow(), b)) : Optional.empty();
  }

  private Notation in(Notation n) {
    return Templates.applied(n, (factors, k) -> at(factors, k).map(a -> without.get(a.form())));
  }
}
