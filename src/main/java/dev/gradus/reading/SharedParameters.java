package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parameters that a function has in every place of a document, the square of a letter among them: {@code f(x; \mu, \sigma^2)} and {@code f(x_i; \mu, \sigma^2)}. What they are does
 * not change from place to place, so the function is one of its other arguments, and the parameters are the letters of the document (READING 14). They are left out.
 */
final class SharedParameters {
  private static final int MOST = 6;

  /** How a document applies a name. */
  private static final class Uses {
    final List<List<Notation>> arguments = new ArrayList<>();
    boolean other;
    boolean head;
  }

  private final Map<String, Uses> uses = new TreeMap<>();
  private final Set<String> bound = new TreeSet<>();
  /** for each name, which of its arguments go */
  private final Map<String, List<Boolean>> shared = new TreeMap<>();

  private SharedParameters() {}

  /** In: all statements. Out: the same without parameters that never change. */
  static List<Printed> dropped(List<Printed> printed) {
    SharedParameters it = new SharedParameters();
    for (Printed p : printed) {
      it.scan(p.left());
      it.scan(p.right());
      if (Lowering.isEquation(p.statement()) && p.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2) {
        applied(j.factors(), 0).flatMap(b -> name(j.factors().getFirst().item())).map(it.uses::get).ifPresent(u -> u.head = true);
      }
    }
    it.uses.forEach(it::decide);
    return it.shared.isEmpty() ? printed : printed.stream().map(p -> new Printed(p.statement(), it.in(p.left()), it.in(p.right()), p.spaces())).toList();
  }

  private void decide(String name, Uses u) {
    int size = u.arguments.isEmpty() ? 0 : u.arguments.getFirst().size();
    if (u.other || !u.head || size < 2 || size > MOST || u.arguments.stream().anyMatch(a -> a.size() != size)) {
      return;
    }
    List<Boolean> goes = new ArrayList<>();
    boolean squared = false;
    for (int k = 0; k < size; k++) {
      int at = k;
      Notation first = u.arguments.getFirst().get(k);
      boolean parameter = letter(first).filter(l -> !bound.contains(l)).isPresent() && u.arguments.stream().allMatch(a -> Templates.same(a.get(at), first));
      goes.add(parameter);
      squared |= parameter && first instanceof Notation.Scripted;
    }
    if (squared && goes.contains(false)) {
      shared.put(name, goes);
    }
  }

  /** The letter of an argument that is a bare letter or its square. */
  private static Optional<String> letter(Notation n) {
    boolean square = n instanceof Notation.Scripted s && s.sub().isEmpty() && s.primes() == 0 && s.sup().filter(u -> Conditions.isNumeral(u, "2")).isPresent();
    return square && n instanceof Notation.Scripted s ? name(s.base()) : name(n);
  }

  private static Optional<String> name(Notation n) {
    return n instanceof Notation.Scripted ? Optional.empty() : Mentions.baseName(n);
  }

  private static Optional<Notation.Bracketed> applied(List<Factor> factors, int k) {
    boolean beside = k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE && name(factors.get(k).item()).filter(n -> !Functions.library(n)).isPresent();
    return beside && factors.get(k + 1).item() instanceof Notation.Bracketed b && b.open().equals("(") && b.body() instanceof Notation.Listed ? Optional.of(b) : Optional.empty();
  }

  /** A name with another bracket behind it, of one argument or with a bar: perhaps another function. */
  private static boolean single(List<Factor> factors, int k) {
    boolean beside = k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE && name(factors.get(k).item()).isPresent();
    return beside && factors.get(k + 1).item() instanceof Notation.Bracketed b && b.open().equals("(") && !(b.body() instanceof Notation.Listed);
  }

  private void scan(Notation n) {
    if (n instanceof Notation.BigOperator b) {
      b.sub().ifPresent(l -> BoundLetters.collect(l, bound));
    }
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k < j.factors().size(); k++) {
        Optional<Notation.Bracketed> b = applied(j.factors(), k);
        if (b.isPresent() || single(j.factors(), k)) {
          Uses u = uses.computeIfAbsent(name(j.factors().get(k).item()).orElseThrow(), y -> new Uses());
          b.ifPresent(x -> u.arguments.add(Products.arguments(x)));
          u.other |= b.isEmpty();
        }
      }
    }
    Notations.children(n).forEach(this::scan);
  }

  private Notation in(Notation n) {
    return Templates.applied(n, (factors, k) -> applied(factors, k).flatMap(b -> name(factors.get(k).item()).map(shared::get).map(goes -> without(b, goes))));
  }

  private static Notation without(Notation.Bracketed b, List<Boolean> goes) {
    List<Notation> all = Products.arguments(b);
    List<Notation> kept = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      if (!goes.get(k)) {
        kept.add(all.get(k));
      }
    }
    return new Notation.Bracketed(b.span(), b.open(), kept.size() == 1 ? kept.getFirst() : new Notation.Listed(b.body().span(), kept), b.close());
  }
}
