package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.document.RelationSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sums, their letters and ends, and the case of equal indices. */
final class Sums implements Rule {
  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    if (n instanceof Notation.BigOperator b && b.name().equals("sum")) {
      ends(b, out);
      captured(b, around, out);
    }
    if (n instanceof Notation.Scripted s && spot.parent().filter(p -> p instanceof Notation.BigOperator).isPresent()) {
      square(s, spot, around, out);
    }
    if (spot.script()) {
      return;
    }
    boolean item = spot.parent().isEmpty() || spot.parent().get() instanceof Notation.Summed;
    if (item) {
      forgotten(n, around, out);
      repeated(n, around, out);
    }
    equal(spot, around, out);
  }

  private static void ends(Notation.BigOperator b, Consumer<Edit> out) {
    if (b.sub().isPresent() && b.sub().get() instanceof Notation.Compared c && c.sides().size() == 2 && c.signs().get(0) == RelationSign.EQUAL) {
      for (String start : List.of("0", "1", "2")) {
        if (c.sides().get(1) instanceof Notation.Numeral d && Math.abs(Integer.parseInt(start) - value(d)) == 1) {
          Notation sub = new Notation.Compared(c.span(), List.of(c.sides().get(0), new Notation.Numeral(c.span(), start)), c.signs());
          Notation changed = new Notation.BigOperator(b.span(), b.name(), Optional.of(sub), b.sup(), b.body());
          out.accept(new Edit(Fault.SUM_RANGE, 0, changed, "the sum should begin at " + start));
        }
      }
    }
    if (b.sup().isPresent()) {
      for (Notation end : nearby(b.sup().get())) {
        Notation changed = new Notation.BigOperator(b.span(), b.name(), b.sub(), Optional.of(end), b.body());
        out.accept(new Edit(Fault.SUM_RANGE, 0, changed, "the sum should end at " + dev.gradus.notation.Typeset.of(end)));
      }
    }
  }

  private static int value(Notation.Numeral d) {
    return d.digits().length() == 1 && Character.isDigit(d.digits().charAt(0)) ? d.digits().charAt(0) - '0' : 9;
  }

  private static List<Notation> nearby(Notation end) {
    if (end instanceof Notation.Summed s && s.items().size() == 2 && Tree.isNumeral(s.items().get(1).item(), "1")) {
      return List.of(s.items().get(0).item());
    }
    Notation one = Tree.numeral(end, 1);
    return List.of(
        new Notation.Summed(end.span(), List.of(new Signed(Sign.PLUS, end), new Signed(Sign.MINUS, one))),
        new Notation.Summed(end.span(), List.of(new Signed(Sign.PLUS, end), new Signed(Sign.PLUS, one))));
  }

  /** \sum_i x_i x_i for \sum_i \sum_j x_i x_j: what becomes of a square of a sum. */
  private static void captured(Notation.BigOperator b, Surrounding around, Consumer<Edit> out) {
    Optional<String> letter = Binders.letter(b);
    if (letter.isEmpty() || !(b.body() instanceof Notation.Juxtaposed j)) {
      return;
    }
    String fresh = around.freshLetter();
    for (int k = 0; k < j.factors().size(); k++) {
      Factor f = j.factors().get(k);
      boolean others = Tree.without(j.factors(), k).stream().anyMatch(x -> Binders.indices(x.item()).contains(letter.get()));
      if (others && Binders.freeIndices(f.item()).contains(letter.get())) {
        Notation body = Tree.product(j, Tree.replaced(j.factors(), k, new Factor(f.op(), Binders.renamed(f.item(), letter.get(), fresh))));
        out.accept(Edit.of(Fault.SUM_INDEX_CAPTURED, 0, b, doubled(b, letter.get(), fresh, body)));
      }
    }
  }

  /** \sum_i x_i^2 for \sum_i \sum_j x_i x_j. */
  private static void square(Notation.Scripted s, Spot spot, Surrounding around, Consumer<Edit> out) {
    if (spot.parent().isPresent() && spot.parent().get() instanceof Notation.BigOperator b && b.body().equals(s) && s.sup().filter(x -> Tree.isNumeral(x, "2")).isPresent()) {
      Optional<String> letter = Binders.letter(b);
      Notation base = s.sub().isPresent() ? new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes()) : s.base();
      if (letter.isPresent() && Binders.freeIndices(base).contains(letter.get())) {
        String fresh = around.freshLetter();
        Notation other = Binders.renamed(base, letter.get(), fresh);
        Notation inner = Binders.rebound(new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), Tree.times(base, other)), letter.get(), fresh);
        out.accept(new Edit(Fault.SUM_INDEX_CAPTURED, 0, inner, Edit.change(b, new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), inner))));
      }
    }
  }

  private static Notation doubled(Notation.BigOperator b, String letter, String fresh, Notation body) {
    Notation inner = Binders.rebound(new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), body), letter, fresh);
    return new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), inner);
  }

  /** A term for a sum of terms. */
  private static void forgotten(Notation n, Surrounding around, Consumer<Edit> out) {
    Notation core = n instanceof Notation.Summed s && s.items().size() == 1 ? s.items().get(0).item() : n;
    if (core instanceof Notation.Summed) {
      return;
    }
    for (Notation path : paths(core, around)) {
      out.accept(Edit.of(Fault.SUM_FORGOTTEN, 0, n, core.equals(n) ? path : Tree.negated(path)));
    }
    for (String letter : Binders.freeIndices(core)) {
      Notation sum = new Notation.BigOperator(core.span(), "sum", Optional.of(new Notation.Symbol(core.span(), letter)), Optional.empty(), core);
      out.accept(Edit.of(Fault.SUM_FORGOTTEN, 0, n, core.equals(n) ? sum : Tree.negated(sum)));
    }
  }

  /** \frac{\partial L}{\partial y_i}\frac{\partial y_i}{\partial x_i} for the sum over all y_k: the letter of a quantity in between is its own. */
  private static List<Notation> paths(Notation product, Surrounding around) {
    List<Notation> all = new ArrayList<>();
    if (!(product instanceof Notation.Juxtaposed) || !Derivatives.within(product)) {
      return all;
    }
    String fresh = around.freshLetter();
    Map<String, Notation> names = new TreeMap<>();
    names(product, names);
    for (Notation name : names.values()) {
      for (String letter : Binders.freeIndices(name)) {
        Notation renamed = Tree.everywhere(product, x -> Tree.same(x, name) ? Binders.renamed(x, letter, fresh) : x);
        all.add(new Notation.BigOperator(product.span(), "sum", Optional.of(new Notation.Symbol(product.span(), fresh)), Optional.empty(), renamed));
      }
    }
    return all;
  }

  private static void names(Notation n, Map<String, Notation> found) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      found.put(dev.gradus.notation.Outline.of(n), n);
    }
    n.parts().forEach(c -> names(c, found));
  }

  /** c for nc, and \frac1n c for c. */
  private static void repeated(Notation n, Surrounding around, Consumer<Edit> out) {
    for (Notation size : around.sizes(n)) {
      if (around.hasSum()) {
        out.accept(Edit.of(Fault.CONSTANT_SUMMED_ONCE, 0, n, Derivatives.times(size, n)));
        Notation share = new Notation.Fraction(n.span(), Tree.numeral(n, 1), size);
        out.accept(Edit.of(Fault.CONSTANT_SUMMED_ONCE, 0, n, Derivatives.times(share, n)));
      }
    }
  }

  /** p_i(1 - p_j) for p_i(\delta_{ij} - p_j), and what holds for i \ne j only. */
  private static void equal(Spot spot, Surrounding around, Consumer<Edit> out) {
    Notation n = spot.node();
    List<String> letters = new ArrayList<>(around.freeLetters());
    spot.bound().stream().filter(l -> !letters.contains(l)).forEach(letters::add);
    for (int a = 0; a < letters.size(); a++) {
      for (int b = a + 1; b < letters.size() && letters.size() < 5; b++) {
        Notation delta = delta(n, letters.get(a), letters.get(b));
        if (Tree.isNumeral(n, "1") && spot.parent().filter(p -> p instanceof Notation.Summed).isPresent()) {
          out.accept(Edit.of(Fault.DELTA_FORGOTTEN, 0, n, delta));
        }
        boolean item = spot.parent().isEmpty() || (spot.parent().get() instanceof Notation.Summed s && s.items().size() > 1);
        if (item) {
          out.accept(Edit.of(Fault.DELTA_FORGOTTEN, 1, n, Derivatives.times(delta, n)));
        }
        if (spot.parent().isEmpty()) {
          for (Notation x : around.pool()) {
            List<Signed> items = new ArrayList<>(List.of(new Signed(Sign.PLUS, Tree.times(delta, x))));
            items.addAll(Tree.items(n));
            out.accept(Edit.of(Fault.DELTA_FORGOTTEN, 1, n, Tree.sum(n, items)));
          }
        }
      }
    }
  }

  private static Notation delta(Notation at, String first, String second) {
    Notation sub = new Notation.Juxtaposed(at.span(), List.of(new Factor(Op.NONE, new Notation.Symbol(at.span(), first)), new Factor(Op.NONE, new Notation.Symbol(at.span(), second))));
    return new Notation.Scripted(at.span(), new Notation.Symbol(at.span(), "delta"), Optional.of(sub), Optional.empty(), 0);
  }
}
