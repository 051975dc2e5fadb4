package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * "Write E = \sum_n E_n" where E is defined as \sum_n of something: the fresh names of its terms, by the letter of the whole, are these terms (READING 14, 22). So it is
 * only where both sums run over one letter that the first one's terms speak of, with the same factor before them or none before the second.
 */
record Summands(Survey survey, Names names, Set<String> seen) {
  /** A sum with what stands before it. */
  private record Sum(boolean negative, List<Factor> before, Notation.BigOperator sum) {}

  /** In: a statement that begins its chain. Out: what it introduces. */
  Optional<Introductions.Introduction> of(Printed p) {
    Part part = p.statement().part();
    Optional<Head> whole = PrintedHead.introduced(p.left(), part, survey, names).filter(h -> h.letters().isEmpty() && !h.logged() && !h.squared() && !PrintedHead.isKey(h.mention().key()));
    Optional<Definition> d = whole.flatMap(h -> names.definition(h.mention().key(), part, h.parameters().size())).filter(x -> x.standing() == Definition.Standing.STATED && part.within(x.part()));
    Optional<Sum> first = d.flatMap(x -> sum(x.body()));
    Optional<Sum> second = d.flatMap(x -> sum(p.right())).filter(x -> !x.negative());
    Optional<Head> term = second.flatMap(x -> PrintedHead.introduced(x.sum().body(), part, survey, names));
    if (first.isEmpty() || term.isEmpty() || !ranges(first.get().sum(), second.get().sum()) || !names(term.get(), whole.get(), letter(second.get().sum()))) {
      return Optional.empty();
    }
    boolean same = same(first.get().before(), second.get().before());
    boolean speaks = Definitions.mentions(first.get().sum().body(), letter(first.get().sum()), survey.mentions());
    return speaks && (same || second.get().before().isEmpty()) ? Optional.of(new Introductions.Introduction(term.get(), body(first.get(), same), Definition.Standing.INFERRED)) : Optional.empty();
  }

  /** E_n, or E_n(w) of E(w): a name that nothing mentions before. */
  private boolean names(Head term, Head whole, String letter) {
    boolean own = term.mention().base().equals(whole.mention().base()) && term.letters().equals(List.of(letter));
    boolean plain = !term.logged() && !term.squared() && (term.parameters().isEmpty() || term.parameters().equals(whole.parameters()));
    return own && plain && !seen.contains(term.mention().key()) && names.definitions().stream().noneMatch(d -> d.key().equals(term.mention().key()));
  }

  /** Whether two sums run over the same letter, the second one over the same range or one that it does not print. */
  private boolean ranges(Notation.BigOperator first, Notation.BigOperator second) {
    boolean letter = !letter(first).isEmpty() && letter(first).equals(letter(second));
    return letter && (second.sup().isEmpty() || first.sup().filter(u -> Templates.same(u, second.sup().get())).isPresent());
  }

  /** n of \sum_n and \sum_{n=1}^N. */
  private String letter(Notation.BigOperator sum) {
    Optional<Notation> sub = sum.sub().map(x -> x instanceof Notation.Compared c && Conditions.isNumeral(c.sides().get(1), "1") ? c.sides().get(0) : x);
    return sub.flatMap(survey.mentions()::of).filter(Mention::bare).map(Mention::key).orElse("");
  }

  private static boolean same(List<Factor> one, List<Factor> other) {
    return one.size() == other.size() && IntStream.range(0, one.size()).allMatch(k -> one.get(k).op() == other.get(k).op() && Templates.same(one.get(k).item(), other.get(k).item()));
  }

  private static Optional<Sum> sum(Notation n) {
    if (n instanceof Notation.Summed s && s.items().size() == 1 && s.items().get(0).sign() == Notation.Sign.MINUS) {
      return sum(s.items().get(0).item()).map(x -> new Sum(!x.negative(), x.before(), x.sum()));
    }
    if (n instanceof Notation.BigOperator b && b.name().equals("sum")) {
      return Optional.of(new Sum(false, List.of(), b));
    }
    boolean ends = n instanceof Notation.Juxtaposed j && j.factors().getLast().item() instanceof Notation.BigOperator b && b.name().equals("sum") && j.factors().stream().allMatch(f -> f.op() == Notation.Op.NONE);
    return ends && n instanceof Notation.Juxtaposed j && j.factors().getLast().item() instanceof Notation.BigOperator b
        ? Optional.of(new Sum(false, j.factors().subList(0, j.factors().size() - 1), b))
        : Optional.empty();
  }

  /** The term of a sum, with the factor before the sum unless the other sum has it too. */
  private static Notation body(Sum sum, boolean same) {
    Notation term = sum.sum().body();
    Notation.Bracketed inside = new Notation.Bracketed(term.span(), "(", term, ")");
    List<Factor> factors = new ArrayList<>(same ? List.of() : sum.before());
    factors.add(new Factor(Notation.Op.NONE, inside));
    Notation product = factors.size() == 1 ? inside : new Notation.Juxtaposed(term.span(), factors);
    return sum.negative() ? new Notation.Summed(term.span(), List.of(new Notation.Signed(Notation.Sign.MINUS, product))) : product;
  }
}
