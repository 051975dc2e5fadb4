package dev.gradus.mend;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brackets that close too early, too late, or are missing; labels of cases at each other's place. */
final class BracketSlips implements Rule {
  @Override
  public void at(Spot spot, Surrounding around, Consumer<Edit> out) {
    switch (spot.node()) {
      case Notation.Summed s -> longer(s, out);
      case Notation.Juxtaposed j -> shorter(j, out);
      case Notation.Table t -> cases(t, out);
      default -> {}
    }
  }

  /** ab + c for a(b + c), \frac ab + c for \frac a{b + c}, \sum a_i + b_i for \sum (a_i + b_i). */
  private static void longer(Notation.Summed s, Consumer<Edit> out) {
    for (int k = 0; k + 1 < s.items().size(); k++) {
      List<Signed> rest = s.items().subList(k + 1, s.items().size());
      List<Notation> longer = new ArrayList<>();
      Notation item = s.items().get(k).item();
      if (item instanceof Notation.Juxtaposed j) {
        Factor last = j.factors().getLast();
        Notation inner = Tree.bracketed(joined(Tree.bare(last.item()), rest));
        longer.add(Tree.product(j, Tree.replaced(j.factors(), j.factors().size() - 1, new Factor(last.op(), inner))));
      } else if (item instanceof Notation.Fraction f) {
        longer.add(new Notation.Fraction(f.span(), f.numerator(), joined(f.denominator(), rest)));
      } else if (item instanceof Notation.BigOperator b) {
        longer.add(new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), Tree.bracketed(joined(b.body(), rest))));
      }
      for (Notation l : longer) {
        List<Signed> items = new ArrayList<>(s.items().subList(0, k));
        items.add(new Signed(s.items().get(k).sign(), l));
        out.accept(Edit.of(Fault.BRACKET, 0, s, Tree.sum(s, items)));
      }
    }
  }

  private static Notation joined(Notation first, List<Signed> rest) {
    List<Signed> items = new ArrayList<>(Tree.items(first));
    items.addAll(rest);
    return new Notation.Summed(first.span(), items);
  }

  /** f(a - b) for f(a) - b. */
  private static void shorter(Notation.Juxtaposed j, Consumer<Edit> out) {
    Factor last = j.factors().getLast();
    if (!(last.item() instanceof Notation.Bracketed b && b.body() instanceof Notation.Summed s)) {
      return;
    }
    for (int k = 1; k < s.items().size(); k++) {
      Notation inside = Tree.sum(s, s.items().subList(0, k));
      Notation first = Tree.product(j, Tree.replaced(j.factors(), j.factors().size() - 1, new Factor(last.op(), new Notation.Bracketed(b.span(), b.open(), inside, b.close()))));
      List<Signed> items = new ArrayList<>(List.of(new Signed(Sign.PLUS, first)));
      items.addAll(s.items().subList(k, s.items().size()));
      out.accept(Edit.of(Fault.BRACKET, 0, j, Tree.sum(j, items)));
    }
  }

  private static void cases(Notation.Table t, Consumer<Edit> out) {
    boolean two = t.rows().size() == 2 && t.rows().stream().allMatch(r -> r.size() == 2);
    if (two && (t.environment().equals("cases") || t.environment().equals("array"))) {
      List<Notation> first = t.rows().get(0);
      List<Notation> second = t.rows().get(1);
      Notation swapped = new Notation.Table(t.span(), t.environment(), List.of(List.of(second.get(0), first.get(1)), List.of(first.get(0), second.get(1))));
      out.accept(new Edit(Fault.CASES_SWAPPED, 0, swapped, "the values of the two cases belong to each other's label"));
    }
  }
}
