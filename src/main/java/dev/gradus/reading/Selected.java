package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums and products over the samples that a condition selects, {@code \sum_{i: y_i = k} x_i}: each term times the indicator of the condition, each factor to its power
 * (the usual notation of naive Bayes, class means and clusters).
 */
final class Selected {
  private static final List<String> SUCH_THAT = List.of("s.t.", "s.t", "st", "such that", "where", "with", "mit", "tal que", "für");

  /** What stands below: the letter with its limits, and the conditions. */
  private record Below(Notation letter, List<Notation.Compared> conditions) {}

  private Selected() {}

  /** In: a tree. Out: the same with indicators in the place of such conditions. */
  static Notation resolved(Notation n) {
    Notation inside = Templates.mapped(n, Selected::resolved);
    if (!(inside instanceof Notation.BigOperator b) || !(b.name().equals("sum") || b.name().equals("prod")) || b.sub().isEmpty()) {
      return inside;
    }
    if (b.sub().get() instanceof Notation.Infix(var span, Notation letter, String op, Notation condition) && op.equals("colon") && condition instanceof Notation.Compared c && c.sides().getFirst() instanceof Notation.Symbol) {
      // \\sum_{j: j \\ne i}
      return new Notation.BigOperator(b.span(), b.name(), Optional.of(new Notation.Listed(span, List.of(letter, c))), b.sup(), b.body());
    }
    Optional<Below> below = below(b.sub().get()).filter(x -> x.conditions().stream().noneMatch(c -> holds(b.body(), ((Notation.Scripted) c.sides().getFirst()).base())));
    if (below.isEmpty()) {
      return inside;
    }
    Notation body = b.body();
    for (Notation.Compared c : below.get().conditions()) {
      Notation indicator = new Notation.Juxtaposed(c.span(), List.of(new Factor(Op.NONE, new Notation.Numeral(c.span(), "1")), new Factor(Op.NONE, new Notation.Bracketed(c.span(), "\\{", c, "\\}"))));
      Notation whole = new Notation.Bracketed(body.span(), "(", body, ")");
      body =
          b.name().equals("prod")
              ? new Notation.Scripted(body.span(), whole, Optional.empty(), Optional.of(indicator), 0)
              : new Notation.Juxtaposed(body.span(), List.of(new Factor(Op.NONE, indicator), new Factor(Op.DOT, whole)));
    }
    return new Notation.BigOperator(b.span(), b.name(), Optional.of(below.get().letter()), b.sup(), body);
  }

  /** What is selected by its own values may have no value elsewhere. */
  private static boolean holds(Notation n, Notation name) {
    boolean indicator = n instanceof Notation.Bracketed b && b.open().equals("\\{") && b.body() instanceof Notation.Compared;
    return !indicator && (Templates.same(n, name) || n.parts().stream().anyMatch(c -> holds(c, name)));
  }

  private static Optional<Below> below(Notation sub) {
    return switch (sub) {
      case Notation.Infix i when i.op().equals("colon") -> selected(i.left(), List.of(i.right()));
      case Notation.Conditioned c -> selected(c.left(), List.of(c.right()));
      case Notation.Listed l when l.items().getFirst() instanceof Notation.Infix i && i.op().equals("colon") -> {
        List<Notation> conditions = new ArrayList<>(List.of(i.right()));
        conditions.addAll(l.items().subList(1, l.items().size()));
        yield selected(i.left(), conditions);
      }
      case Notation.Listed l -> selected(l.items().getFirst(), l.items().subList(1, l.items().size()));
      case Notation.Table t when t.rows().stream().allMatch(r -> r.size() == 1) -> {
        List<Notation> rows = t.rows().stream().map(List::getFirst).toList();
        yield selected(rows.getFirst(), rows.subList(1, rows.size()));
      }
      case Notation.Compared c when c.sides().getFirst() instanceof Notation.Juxtaposed j && j.factors().size() == 3 && j.factors().get(1).item() instanceof Notation.Words w && SUCH_THAT.contains(w.text().strip()) -> {
        List<Notation> sides = new ArrayList<>(c.sides());
        sides.set(0, j.factors().get(2).item());
        yield selected(j.factors().getFirst().item(), List.of(new Notation.Compared(c.span(), sides, c.signs())));
      }
      // \sum_{y_i = k}
      case Notation.Compared c when c.sides().getFirst() instanceof Notation.Scripted s && s.sub().isPresent() && s.sub().get() instanceof Notation.Symbol -> selected(s.sub().get(), List.of(c));
      default -> Optional.empty();
    };
  }

  private static Optional<Below> selected(Notation letter, List<Notation> conditions) {
    boolean bounds = letter instanceof Notation.Symbol || letter instanceof Notation.Compared || (letter instanceof Notation.Infix i && i.op().equals("in"));
    List<Notation.Compared> all = conditions.stream().filter(Selected::selects).map(c -> (Notation.Compared) c).toList();
    return bounds && !all.isEmpty() && all.size() == conditions.size() ? Optional.of(new Below(letter, all)) : Optional.empty();
  }

  /** y_i = k: what an entry is, not where a letter starts, nor an order, which may say where a term has a value. */
  private static boolean selects(Notation n) {
    return n instanceof Notation.Compared c && c.sides().size() == 2 && c.signs().getFirst() == RelationSign.EQUAL && c.sides().getFirst() instanceof Notation.Scripted s && (s.sub().isPresent() || s.sup().isPresent());
  }
}
