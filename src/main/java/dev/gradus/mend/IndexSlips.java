package dev.gradus.mend;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Index letters: bound ones that do not fit the term, wrong ones, missing ones and those that are too many. */
final class IndexSlips implements Rule {
  /** How a sum is mended whose term does not mention its letter at all. */
  static final String IDLE = "the sum runs over ";

  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    if (n instanceof Notation.BigOperator b) {
      Binders.letter(b).ifPresent(letter -> bound(b, letter, out));
    }
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      replaced(s, spot, around, out);
      surplus(s, out);
    }
    component(spot, around, out);
  }

  /** Whether a sum stands in the tree whose term does not mention its letter. */
  static boolean idles(Notation n) {
    boolean here = n instanceof Notation.BigOperator b && Binders.letter(b).filter(l -> !Binders.indices(b.body()).contains(l)).isPresent();
    return here || n.parts().stream().anyMatch(IndexSlips::idles);
  }

  /** \sum_i e^{x_j}: the sum is over j, or the term is one of i. */
  private static void bound(Notation.BigOperator b, String letter, Consumer<Edit> out) {
    if (!b.name().equals("sum") && !b.name().equals("prod")) {
      return;
    }
    for (String used : Binders.freeIndices(b.body())) {
      if (!used.equals(letter)) {
        boolean idle = !Binders.freeIndices(b.body()).contains(letter);
        String because = (idle ? IDLE : "the operator binds ") + letter + ", its term uses " + used;
        out.accept(new Edit(Fault.BOUND_INDEX, idle ? 0 : 1, Binders.rebound(b, letter, used), because));
        Notation.BigOperator renamed = new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), Binders.renamed(b.body(), used, letter));
        out.accept(new Edit(Fault.BOUND_INDEX, idle ? 0 : 1, renamed, because));
      }
    }
  }

  private static void replaced(Notation.Scripted s, Spot spot, Surrounding around, Consumer<Edit> out) {
    List<Notation> items = Binders.items(s.sub().orElseThrow());
    Map<String, Notation> others = new LinkedHashMap<>();
    around.indexItems().forEach(i -> others.put(dev.gradus.notation.Outline.of(i), i));
    spot.bound().forEach(l -> others.putIfAbsent(l, new Notation.Symbol(s.span(), l)));
    for (int k = 0; k < items.size(); k++) {
      if (!(items.get(k) instanceof Notation.Symbol) && !(items.get(k) instanceof Notation.Numeral)) {
        continue;
      }
      for (Notation other : others.values()) {
        boolean single = other instanceof Notation.Symbol || other instanceof Notation.Numeral;
        if (single && !Tree.same(other, items.get(k))) {
          Notation changed = scripted(s, Tree.replaced(items, k, other));
          out.accept(Edit.of(Fault.INDEX, 0, s, changed));
        }
      }
    }
  }

  private static void surplus(Notation.Scripted s, Consumer<Edit> out) {
    List<Notation> items = Binders.items(s.sub().orElseThrow());
    for (int k = 0; k < items.size(); k++) {
      List<Notation> rest = Tree.without(items, k);
      Notation changed =
          !rest.isEmpty() ? scripted(s, rest) : s.sup().isEmpty() && s.primes() == 0 ? s.base() : new Notation.Scripted(s.span(), s.base(), Optional.empty(), s.sup(), s.primes());
      out.accept(Edit.of(Fault.SURPLUS_INDEX, rest.isEmpty() ? 1 : 0, s, changed));
    }
  }

  private static Notation scripted(Notation.Scripted s, List<Notation> items) {
    Notation sub = s.sub().orElseThrow();
    Notation changed = items.size() == 1 ? items.get(0) : sub instanceof Notation.Listed l ? new Notation.Listed(l.span(), items) : Tree.product(sub, items.stream().map(i -> new Notation.Factor(Notation.Op.NONE, i)).toList());
    return new Notation.Scripted(s.span(), s.base(), Optional.of(changed), s.sup(), s.primes());
  }

  /** A vector where its component is meant: the letters are those that stand free elsewhere. */
  private static void component(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    boolean base = spot.parent().filter(p -> p instanceof Notation.Scripted || Derivatives.isDerivative(p)).isPresent();
    if (base || spot.script()) {
      return;
    }
    boolean name = n instanceof Notation.Symbol || n instanceof Notation.Styled || n instanceof Notation.Accented || n instanceof Notation.Scripted;
    boolean argument = n instanceof Notation.Bracketed && spot.parent().filter(p -> p instanceof Notation.Juxtaposed j && Functions.applied(j)).isPresent();
    Notation core = n instanceof Notation.Scripted s ? s.base() : n;
    boolean fits = argument || (name && around.indexed(core));
    if (!fits || (n instanceof Notation.Scripted t && t.sub().isPresent())) {
      return;
    }
    Set<String> letters = new TreeSet<>(around.freeLetters());
    letters.addAll(spot.bound());
    for (String letter : letters) {
      Notation sub = new Notation.Symbol(n.span(), letter);
      Notation changed =
          n instanceof Notation.Scripted s
              ? new Notation.Scripted(s.span(), s.base(), Optional.of(sub), s.sup(), s.primes())
              : new Notation.Scripted(n.span(), n, Optional.of(sub), Optional.empty(), 0);
      out.accept(Edit.of(Fault.COMPONENT, 0, n, changed));
    }
  }

  /** All mends of a side that rename an index letter wherever it stands. */
  static List<Edit> renamings(Notation side, Surrounding around) {
    List<Edit> all = new ArrayList<>();
    for (String from : Binders.freeIndices(side)) {
      for (Notation to : around.indexItems()) {
        if (to instanceof Notation.Symbol s && !s.name().equals(from) && s.name().length() == 1) {
          all.add(new Edit(Fault.INDEX, 1, Binders.renamed(side, from, s.name()), "the index " + from + " should be " + s.name()));
        }
      }
    }
    return all;
  }
}
