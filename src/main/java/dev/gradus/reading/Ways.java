package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The chain rule over several ways, dL/dx = dL/du du/dx + dL/dv dv/dx: each way counts once, so du/dx and dv/dx are what their own definitions say, the other named
 * quantities held fixed (v may depend on u), while dL/du is total. Only a sum in which two summands lead from one quantity to another through different ones says so.
 */
final class Ways {
  /** What a reading with such a sum leans on. */
  static final String USED = "ways";

  /** A derivative as it is printed: of a name by a name. */
  private record Link(Notation.Fraction printed, String of, String by) {
    boolean same(Link first, Link last) {
      return of.equals(first.of()) && by.equals(last.by());
    }
  }

  private final Mentions mentions;
  private final List<Notation.Fraction> direct = new ArrayList<>();

  private Ways(Mentions mentions) {
    this.mentions = mentions;
  }

  /** In: the sides of a claim. Out: the derivatives on the ways, as printed; none where no sum goes several ways. */
  static List<Notation.Fraction> direct(List<Notation> sides, Mentions mentions) {
    Ways ways = new Ways(mentions);
    sides.forEach(ways::scan);
    return List.copyOf(ways.direct);
  }

  private void scan(Notation n) {
    if (n instanceof Notation.Summed s) {
      List<List<Link>> all = new ArrayList<>();
      s.items().forEach(item -> all.add(links(item.item())));
      all.removeIf(links -> links.isEmpty() || !joined(links));
      all.stream().filter(links -> links.size() > 1).findFirst().ifPresent(way -> several(way.getFirst(), way.getLast(), all));
    }
    Notations.children(n).forEach(this::scan);
  }

  /** All summands that lead from one quantity to another; a derivative that leads there by itself, dL/dw = dL/da da/dw + \partial L/\partial w, is a way too. */
  private void several(Link first, Link last, List<List<Link>> all) {
    List<List<Link>> ways = all.stream().filter(w -> w.getFirst().of().equals(first.of()) && w.getLast().by().equals(last.by())).toList();
    Set<String> through = new TreeSet<>();
    ways.forEach(w -> through.add(w.getFirst().by()));
    if (ways.size() > 1 && through.size() == ways.size()) {
      ways.forEach(w -> w.stream().skip(w.getFirst().same(first, last) ? 0 : 1).forEach(l -> direct.add(l.printed())));
    }
  }

  private static boolean joined(List<Link> links) {
    for (int k = 0; k + 1 < links.size(); k++) {
      if (!links.get(k).by().equals(links.get(k + 1).of())) {
        return false;
      }
    }
    return true;
  }

  private List<Link> links(Notation n) {
    List<Link> links = new ArrayList<>();
    factors(n, links);
    return links;
  }

  /** The derivatives among the factors of a product, also under a sum. */
  private void factors(Notation n, List<Link> links) {
    switch (n) {
      case Notation.BigOperator b when b.name().equals("sum") -> factors(b.body(), links);
      case Notation.Bracketed b -> factors(b.body(), links);
      case Notation.Juxtaposed j -> j.factors().forEach(f -> factors(f.item(), links));
      case Notation.Fraction f -> name(f.numerator()).ifPresent(of -> name(f.denominator()).ifPresent(by -> links.add(new Link(f, of, by))));
      default -> {}
    }
  }

  /** The name behind a differential sign. */
  private Optional<String> name(Notation n) {
    boolean two = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Differentials.isSign(j.factors().getFirst().item());
    return two && n instanceof Notation.Juxtaposed j ? mentions.of(j.factors().getLast().item()).map(Mention::key) : Optional.empty();
  }
}
