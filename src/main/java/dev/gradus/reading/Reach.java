package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a sum or a derivative without brackets reaches, {@code \sum_i a_i + b_i}: by convention to the next plus, but as far as its letter goes where that
 * letter means nothing else; what else may be meant is a costlier reading (SOUNDNESS 27).
 */
final class Reach {
  /** What the choice is called. */
  private static final String CHOICE = "reach of ";

  /** Marks a reading in which such a choice was not tried. */
  static final String OPEN = "reach not tried";

  /** More such places are not tried in all combinations. */
  private static final int PLACES = 3;

  private final Session session;
  private final Elaborator elaborator;

  Reach(Elaborator elaborator) {
    this.session = elaborator.session;
    this.elaborator = elaborator;
  }

  /** In: a printed sum. Out: the same with brackets around what each big sum or derivative in it takes. */
  Notation.Summed settled(Notation.Summed printed) {
    Notation.Summed s = session.sides.contains(printed) ? waiting(printed) : printed;
    for (int k = 0; k + 1 < s.items().size(); k++) {
      Notation item = s.items().get(k).item();
      Optional<Set<String>> own = letters(item);
      if (own.isEmpty()) {
        continue;
      }
      int end = end(s, k, own.get(), sum(last(item)).isPresent());
      if (end > k) {
        return settled(reaching(s, k, end));
      }
    }
    return s;
  }

  /**
   * {@code \frac{d}{dx} -f} at the end of a whole side: an operator that waits for its operand takes the signed item behind it. Of {@code \frac{d}{dx} -f + g} it may take
   * both, and within a product, (d/dx - x) f, the sign may part two operators.
   */
  private Notation.Summed waiting(Notation.Summed s) {
    int k = s.items().size() - 2;
    Signed item = s.items().get(Math.max(k, 0));
    Signed next = s.items().getLast();
    boolean signed = next.sign() == Sign.PLUS || next.sign() == Sign.MINUS;
    if (k < 0 || !signed || !differentiates(last(item.item())) || next.item() instanceof Notation.Numeral) {
      return s;
    }
    List<Factor> factors = new ArrayList<>(item.item() instanceof Notation.Juxtaposed j ? j.factors() : List.of(new Factor(Op.NONE, item.item())));
    Notation operand = next.sign() == Sign.PLUS ? next.item() : new Notation.Summed(next.item().span(), List.of(next));
    factors.add(new Factor(Op.NONE, new Notation.Bracketed(next.item().span(), "(", operand, ")")));
    List<Signed> all = new ArrayList<>(s.items().subList(0, k));
    all.add(new Signed(item.sign(), new Notation.Juxtaposed(s.span(), factors)));
    return new Notation.Summed(s.span(), all);
  }

  /** The last item that the one at {@code k} takes in, itself where it takes none. */
  private int end(Notation.Summed s, int k, Set<String> own, boolean sum) {
    int named = k;
    int most = k;
    for (int m = k + 1; m < s.items().size() && most == m - 1; m++) {
      Set<String> free = free(s.items().get(m).item());
      boolean names = free.stream().anyMatch(own::contains);
      named = names ? m : named;
      most = names || letters(s.items().get(m).item()).isEmpty() ? m : most;
    }
    if (most == k) {
      return k;
    }
    boolean bound = sum && named > k && !argument(s.items().get(k).item()) && own.stream().noneMatch(session.elements::containsKey);
    if (!session.arguments.isEmpty()) {
      // in a function's definition, which was read before
      return bound ? named : k;
    }
    if (session.choices.count(CHOICE) >= PLACES) {
      session.used.add(OPEN);
      return bound ? named : k;
    }
    int[] ends = bound ? (most > named ? new int[] {named, k, most} : new int[] {named, k}) : new int[] {k, most};
    int taken = ends.length == 3 ? session.choices.take(CHOICE + "a sum", 0, 1, 1) : session.choices.take(CHOICE + (sum ? "a sum" : "a derivative"), 0, 1);
    return ends[taken];
  }

  /** Items {@code k+1..end} moved into the operand at the end of item {@code k}. */
  private Notation.Summed reaching(Notation.Summed s, int k, int end) {
    List<Signed> behind = s.items().subList(k + 1, end + 1);
    Signed first = s.items().get(k);
    List<Signed> all = new ArrayList<>(s.items().subList(0, k));
    all.add(new Signed(first.sign(), taking(first.item(), behind)));
    all.addAll(s.items().subList(end + 1, s.items().size()));
    return new Notation.Summed(s.span(), all);
  }

  private Notation taking(Notation n, List<Signed> behind) {
    if (n instanceof Notation.BigOperator b) {
      boolean inner = sum(b.body()).filter(i -> behind.stream().anyMatch(x -> free(x.item()).stream().anyMatch(bound(i)::contains))).isPresent();
      Notation body = inner ? taking(b.body(), behind) : bracket(b.body(), behind);
      return new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), body);
    }
    if (n instanceof Notation.Juxtaposed j) {
      int from = operand(j);
      List<Factor> factors = new ArrayList<>(j.factors().subList(0, from));
      Factor f = j.factors().get(from);
      Notation rest = from + 1 < j.factors().size() ? new Notation.Juxtaposed(j.span(), j.factors().subList(from, j.factors().size())) : f.item();
      factors.add(new Factor(f.op(), sum(rest).isPresent() ? taking(rest, behind) : bracket(rest, behind)));
      return new Notation.Juxtaposed(j.span(), factors);
    }
    return n;
  }

  private static Notation bracket(Notation first, List<Signed> behind) {
    List<Signed> inner = new ArrayList<>(List.of(new Signed(Sign.PLUS, first)));
    inner.addAll(behind);
    return new Notation.Bracketed(first.span(), "(", new Notation.Summed(first.span(), inner), ")");
  }

  /** Where the operand of a derivative starts, or the big sum that ends a product. */
  private int operand(Notation.Juxtaposed j) {
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      if (differentiates(j.factors().get(k).item())) {
        return k + 1;
      }
    }
    return j.factors().size() - 1;
  }

  private boolean differentiates(Notation n) {
    return n instanceof Notation.Fraction && elaborator.differentials.operator(n).isPresent();
  }

  /** The sum is the argument of a function without brackets: {@code \ln\sum_i e^{z_i}}. */
  private boolean argument(Notation n) {
    return n instanceof Notation.Juxtaposed j
        && j.factors().subList(0, j.factors().size() - 1).stream().anyMatch(f -> session.mentions().of(f.item()).filter(m -> Functions.library(m.base())).isPresent());
  }

  private static Notation last(Notation n) {
    return n instanceof Notation.Juxtaposed j && j.factors().getLast().op() != Op.SLASH ? j.factors().getLast().item() : n;
  }

  private static Optional<Notation.BigOperator> sum(Notation n) {
    return n instanceof Notation.BigOperator b && (b.name().equals("sum") || b.name().equals("prod")) && b.sub().isPresent() ? Optional.of(b) : Optional.empty();
  }

  /** The letters that the last big sum of an item binds, or what its derivative is by; none where it has neither. */
  private Optional<Set<String>> letters(Notation item) {
    Optional<Notation.BigOperator> sum = sum(last(item));
    if (sum.isPresent()) {
      Set<String> all = bound(sum.get());
      for (Optional<Notation.BigOperator> inner = sum(sum.get().body()); inner.isPresent(); inner = sum(inner.get().body())) {
        all.addAll(bound(inner.get()));
      }
      return Optional.of(all);
    }
    if (item instanceof Notation.Juxtaposed j) {
      int from = operand(j);
      if (from > 0 && j.factors().get(from - 1).item() instanceof Notation.Fraction f && differentiates(f)) {
        Set<String> by = new TreeSet<>();
        Definitions.collect(f.denominator(), session.mentions(), by);
        return Optional.of(by);
      }
    }
    return Optional.empty();
  }

  private Set<String> bound(Notation.BigOperator b) {
    Set<String> found = new TreeSet<>();
    b.sub().ifPresent(s -> declared(s, found));
    return found;
  }

  private void declared(Notation sub, Set<String> found) {
    switch (sub) {
      case Notation.Compared c -> declared(c.sides().getFirst(), found);
      case Notation.Infix i -> declared(i.left(), found);
      case Notation.Listed l -> l.items().forEach(x -> declared(x, found));
      case Notation.Juxtaposed j -> j.factors().forEach(f -> declared(f.item(), found));
      case Notation.Table t -> t.rows().forEach(r -> r.forEach(x -> declared(x, found)));
      case Notation.Symbol s -> found.add(Mentions.latexName(s.name()));
      default -> {}
    }
  }

  /** The names in an item that no big operator in it binds. */
  private Set<String> free(Notation n) {
    Set<String> found = new TreeSet<>();
    if (n instanceof Notation.BigOperator b && b.sub().isPresent()) {
      found.addAll(free(b.body()));
      found.removeAll(bound(b));
      return found;
    }
    if (session.mentions().of(n).isPresent()) {
      Definitions.collect(n, session.mentions(), found);
      return found;
    }
    Notations.children(n).forEach(c -> found.addAll(free(c)));
    return found;
  }
}
