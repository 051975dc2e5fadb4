package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Canonical names of bound indices: the least renaming within each range (THEORY 1.4, step 6). The result is always the image of an actual
 * renaming, so any choice is sound; colours only sort binders that certainly play different parts, and only up to 120 renamings are compared.
 */
final class Naming {
  private static final int RENAMINGS = 120;
  private static final int NAMES = 64;

  private final Premises premises;
  private final Budget budget;

  Naming(Premises premises, Budget budget) {
    this.premises = premises;
    this.budget = budget;
  }

  /** The monomial with canonical names: height of nesting times 64, plus a count. */
  Monomial canonical(List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    if (binders.isEmpty()) {
      return new Monomial(binders, factors);
    }
    int height = factors.keySet().stream().mapToInt(Atom::height).max().orElse(0);
    List<List<Index.Bound>> classes = classes(binders, factors);
    if (areTwins(classes, factors)) {
      return named(classes.stream().flatMap(List::stream).toList(), factors, height);
    }
    List<List<Index.Bound>> orders = new ArrayList<>();
    orders.add(List.of());
    for (List<Index.Bound> one : classes) {
      List<List<Index.Bound>> longer = new ArrayList<>();
      for (List<Index.Bound> order : orders) {
        for (List<Index.Bound> tail : permutations(one, RENAMINGS / orders.size())) {
          List<Index.Bound> whole = new ArrayList<>(order);
          whole.addAll(tail);
          longer.add(whole);
        }
      }
      orders = longer;
    }
    Optional<Monomial> least = Optional.empty();
    budget.spend((long) orders.size() * factors.size());
    for (List<Index.Bound> order : orders) {
      Monomial candidate = named(order, factors, height);
      if (least.isEmpty() || candidate.compareTo(least.get()) < 0) {
        least = Optional.of(candidate);
      }
    }
    return least.orElseThrow();
  }

  /** Whether binders of one colour may be swapped without any change: no atom mentions two that are not alone in their colour. */
  private static boolean areTwins(List<List<Index.Bound>> classes, NavigableMap<Atom, Integer> factors) {
    List<Index.Bound> shared = classes.stream().filter(c -> c.size() > 1).flatMap(List::stream).toList();
    for (Atom atom : factors.keySet()) {
      int mentioned = 0;
      for (Index.Bound b : shared) {
        mentioned += atom.mentions(b) ? 1 : 0;
      }
      if (mentioned > 1) {
        return false;
      }
    }
    return true;
  }

  private Monomial named(List<Index.Bound> order, NavigableMap<Atom, Integer> factors, int height) {
    Map<Index, Index> names = new TreeMap<>(TermOrder.INDICES);
    List<Index.Bound> binders = new ArrayList<>();
    for (Index.Bound binder : order) {
      Index.Bound name = new Index.Bound(height * NAMES + binders.size() + 1, binder.range());
      names.put(binder, name);
      binders.add(name);
    }
    NavigableMap<Atom, Integer> renamed = new TreeMap<>();
    factors.forEach((atom, e) -> renamed.put(rename(atom, names), e));
    return new Monomial(binders, renamed);
  }

  /** Up to {@code most} orders of the class, its own order first. */
  private static List<List<Index.Bound>> permutations(List<Index.Bound> of, int most) {
    List<List<Index.Bound>> found = new ArrayList<>();
    permute(of, new ArrayList<>(), found, Math.max(1, most));
    return found;
  }

  private static void permute(List<Index.Bound> rest, List<Index.Bound> chosen, List<List<Index.Bound>> found, int most) {
    if (found.size() >= most) {
      return;
    }
    if (rest.isEmpty()) {
      found.add(List.copyOf(chosen));
      return;
    }
    for (Index.Bound next : rest) {
      List<Index.Bound> fewer = new ArrayList<>(rest);
      fewer.remove(next);
      chosen.add(next);
      permute(fewer, chosen, found, most);
      chosen.removeLast();
    }
  }

  // --- renaming

  /** The atom under an injective renaming; nothing is computed anew, only sorted anew. */
  Atom rename(Atom atom, Map<Index, Index> names) {
    budget.spend(1);
    return switch (atom) {
      case Atom.SizeOf a -> a;
      case Atom.Pi a -> a;
      case Atom.Kappa a -> a;
      case Atom.PlaceOf a -> new Atom.PlaceOf(names.getOrDefault(a.index(), a.index()));
      case Atom.Kronecker a -> {
        Index left = names.getOrDefault(a.left(), a.left());
        Index right = names.getOrDefault(a.right(), a.right());
        yield TermOrder.compare(left, right) <= 0 ? new Atom.Kronecker(left, right) : new Atom.Kronecker(right, left);
      }
      case Atom.Part a -> new Atom.Part(a.family(), premises.sorted(a.family(), renameAll(a.indices(), names)));
      case Atom.Nested a -> new Atom.Nested(a.kind(), rename(a.inner(), names));
      case Atom.Called a -> new Atom.Called(a.function(), rename(a.inner(), names));
      case Atom.Guarded a ->
          new Atom.Guarded(
              a.condition(), renameAll(a.indices(), names), a.forms().stream().map(f -> rename(f, names)).toList(), rename(a.body(), names));
    };
  }

  private static List<Index> renameAll(List<Index> indices, Map<Index, Index> names) {
    return indices.stream().map(i -> names.getOrDefault(i, i)).toList();
  }

  private Form rename(Form form, Map<Index, Index> names) {
    if (names.keySet().stream().noneMatch(form::mentions)) {
      return form;
    }
    NavigableMap<Monomial, Rational> renamed = new TreeMap<>();
    form.terms()
        .forEach(
            (m, c) -> {
              NavigableMap<Atom, Integer> factors = new TreeMap<>();
              m.factors().forEach((atom, e) -> factors.put(rename(atom, names), e));
              Form.addTo(renamed, canonical(m.binders(), factors), c);
            });
    return new Form(renamed);
  }

  // --- colours

  /** The binders in classes that no renaming mixes: by range, then by what they occur in, refined until nothing changes. */
  private List<List<Index.Bound>> classes(List<Index.Bound> binders, NavigableMap<Atom, Integer> factors) {
    Map<Index, Integer> colours = new TreeMap<>(TermOrder.INDICES);
    List<Range> ranges = binders.stream().map(Index::range).sorted(TermOrder::compare).toList();
    binders.forEach(b -> colours.put(b, first(ranges, b.range())));
    int classes = (int) colours.values().stream().distinct().count();
    while (classes < binders.size()) {
      Map<Index, String> signatures = new TreeMap<>(TermOrder.INDICES);
      for (Index.Bound b : binders) {
        budget.spend(8L * factors.size());
        // The old colour leads, so classes are only ever split.
        signatures.put(b, (char) ('A' + colours.getOrDefault(b, 0)) + signature(factors, new Signature(b, colours)));
      }
      List<String> sorted = signatures.values().stream().distinct().sorted().toList();
      binders.forEach(b -> colours.put(b, sorted.indexOf(signatures.getOrDefault(b, ""))));
      if (sorted.size() == classes) {
        break;
      }
      classes = sorted.size();
    }
    List<Index.Bound> order = new ArrayList<>(binders);
    order.sort(Comparator.comparing((Index.Bound b) -> colours.getOrDefault(b, 0)));
    List<List<Index.Bound>> grouped = new ArrayList<>();
    for (Index.Bound b : order) {
      if (grouped.isEmpty() || !colours.getOrDefault(grouped.getLast().get(0), 0).equals(colours.getOrDefault(b, 0))) {
        grouped.add(new ArrayList<>());
      }
      grouped.getLast().add(b);
    }
    return grouped;
  }

  private static int first(List<Range> ranges, Range range) {
    int k = 0;
    while (TermOrder.compare(ranges.get(k), range) != 0) {
      k++;
    }
    return k;
  }

  /** How indices are written in a signature: the binder itself, its fellows by colour, all others as they are. */
  private record Signature(Index.Bound self, Map<Index, Integer> colours) {
    String write(Index index) {
      if (TermOrder.compare(index, self) == 0) {
        return "*";
      }
      Integer colour = colours.get(index);
      if (colour != null) {
        return "c" + colour;
      }
      return switch (index) {
        case Index.Literal l -> "l" + l.value();
        case Index.Free f -> "f" + f.name();
        // Binders of inner forms have no fixed name; those of outer ones are not yet named.
        case Index.Bound b -> "b" + b.range().name();
      };
    }
  }

  private String signature(Map<Atom, Integer> factors, Signature how) {
    return factors.entrySet().stream().map(f -> signature(f.getKey(), how) + "^" + f.getValue()).sorted().toList().toString();
  }

  private String signature(Form form, Signature how) {
    return form.terms().entrySet().stream()
        .map(t -> t.getValue() + "|" + t.getKey().binders().size() + signature(t.getKey().factors(), how))
        .sorted()
        .toList()
        .toString();
  }

  private String signature(Atom atom, Signature how) {
    return switch (atom) {
      case Atom.SizeOf a -> "n" + a.range().name();
      case Atom.Pi a -> "pi";
      case Atom.Kappa a -> "kappa";
      case Atom.PlaceOf a -> "#" + how.write(a.index());
      // Unordered: the two sides are sorted by what is written for them.
      case Atom.Kronecker a -> "d" + a.ownIndices().stream().map(how::write).sorted().toList();
      case Atom.Part a -> {
        List<String> written = a.indices().stream().map(how::write).toList();
        yield a.family().name() + (premises.isOrdered(a.family()) ? written : written.stream().sorted().toList());
      }
      case Atom.Nested a -> a.kind() + signature(a.inner(), how);
      case Atom.Called a -> a.function().name() + a.function().order() + signature(a.inner(), how);
      case Atom.Guarded a ->
          "g" + a.condition() + a.indices().stream().map(how::write).toList() + a.insides().stream().map(f -> signature(f, how)).toList();
    };
  }
}
