package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Geometric;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums whose letter is a number only, never an index: the sum over k from 0 to n - 1 of r^k. Any whole start and any end n + c is read, over the range of n
 * elements with terms added before the first or left out (SOUNDNESS 9, 11); from where the families of that range count does not matter.
 */
final class NumberedSums {
  private static final int MOST = 4;

  private final Elaborator elaborator;
  private final Session session;

  NumberedSums(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** The letter, where it starts, and the end: a size and a number. */
  private record Limits(String letter, int start, Mention size, int beyond) {}

  /** The terms that are summed; nothing where the limits or the use of the letter are others. */
  Optional<Term> read(Notation.BigOperator b) {
    Optional<Limits> limits = limits(b);
    if (limits.isEmpty() || !isNumber(b.body(), limits.get().letter())) {
      return Optional.empty();
    }
    Limits at = limits.get();
    int more = at.beyond() - at.start() + 1;
    boolean plain = at.start() == 1 && at.beyond() == 0;
    if (at.size().key().equals("\\infty") && at.beyond() == 0 && b.name().equals("sum")) {
      return Optional.of(infinite(b, at));
    }
    if (plain || Math.abs(more) > MOST || at.size().key().equals("\\infty")) {
      return Optional.empty();
    }
    Range range = session.ranges.now(new SizeArguments(session).ofSize(at.size().key()));
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < more; k++) {
      terms.add(body(b, at.letter(), Rational.of(at.start() + k)));
    }
    Index.Bound index = session.binder(range);
    Term main = body(b, at.letter(), Terms.sum(new Term.Place(index), Rational.of(at.start() - 1L + more)));
    Index.Bound now = (Index.Bound) session.ranges.now(index);
    for (int k = 1; k <= -more; k++) {
      main = new Term.Guard(new Condition.Distinct(now, new Index.Literal(k, now.range())), session.ranges.now(main));
    }
    terms.add(new Term.Over(now, session.ranges.now(main)));
    return Optional.of(Terms.sum(terms));
  }

  /** READING 13: the limit of the partial sums, for geometric ones. */
  private Term infinite(Notation.BigOperator b, Limits at) {
    Index.Bound index = session.binder(session.ranges.fresh());
    Term term = session.unfold(session.now(Value.number(body(b, at.letter(), Terms.sum(new Term.Place(index), Rational.of(at.start() - 1L))))).body(), Collections.emptySet());
    Index.Bound now = (Index.Bound) session.ranges.now(index);
    Term partial = Geometric.partial(new Term.Over(now, term)).orElseThrow(() -> Misfit.notBuilt("an infinite sum"));
    Family number = session.dummy();
    return new Term.Apply(new Function.Limit(number, Function.Toward.INFINITY, Rational.ZERO), Terms.replace(partial, new Term.Size(now.range()), number.at()));
  }

  private Term body(Notation.BigOperator b, String letter, Term number) {
    @Nullable Value before = session.arguments.get(letter);
    session.arguments.put(letter, Value.number(number));
    try {
      Value v = elaborator.read(b.body());
      if (!v.isNumber()) {
        throw Misfit.notBuilt("a sum of arrays with these limits");
      }
      return b.name().equals("prod") ? Terms.log(v.body()) : v.body();
    } finally {
      session.arguments.remove(letter);
      if (before != null) {
        session.arguments.put(letter, before);
      }
    }
  }

  private Optional<Limits> limits(Notation.BigOperator b) {
    boolean start =
        b.sub().isPresent()
            && b.sub().get() instanceof Notation.Compared c
            && c.signs().equals(List.of(RelationSign.EQUAL))
            && c.sides().get(0) instanceof Notation.Symbol
            && whole(c.sides().get(1)).isPresent();
    if (!start || b.sup().isEmpty() || !(b.sub().get() instanceof Notation.Compared c) || !(c.sides().get(0) instanceof Notation.Symbol k)) {
      return Optional.empty();
    }
    Notation end = b.sup().get();
    Optional<Integer> beyond = Optional.of(0);
    if (end instanceof Notation.Summed s && s.items().size() == 2 && s.items().get(0).sign() == Notation.Sign.PLUS) {
      boolean minus = s.items().get(1).sign() == Notation.Sign.MINUS;
      beyond = minus || s.items().get(1).sign() == Notation.Sign.PLUS ? whole(s.items().get(1).item()).map(n -> minus ? -n : n) : Optional.empty();
      end = s.items().get(0).item();
    }
    Optional<Mention> size = session.mentions().of(end).filter(Mention::bare).filter(m -> !session.elements.containsKey(m.key()) && !List.of("i", "j", "l").contains(m.key()));
    return beyond.isEmpty() || size.isEmpty()
        ? Optional.empty()
        : Optional.of(new Limits(Mentions.latexName(k.name()), whole(c.sides().get(1)).orElseThrow(), size.get(), beyond.get()));
  }

  private static Optional<Integer> whole(Notation n) {
    return n instanceof Notation.Numeral d && d.digits().length() == 1 ? Optional.of(Integer.parseInt(d.digits())) : Optional.empty();
  }

  /** Whether the letter occurs, and nowhere in the place of an index. */
  private boolean isNumber(Notation body, String letter) {
    return mentions(body, letter) && !isIndex(body, letter);
  }

  private boolean mentions(Notation n, String letter) {
    return (n instanceof Notation.Symbol s && Mentions.latexName(s.name()).equals(letter)) || Notations.children(n).stream().anyMatch(c -> mentions(c, letter));
  }

  private boolean isIndex(Notation n, String letter) {
    boolean here = session.mentions().of(n).filter(m -> m.indices().stream().anyMatch(i -> mentions(i, letter))).isPresent();
    if (n instanceof Notation.Scripted s) {
      here |= s.sub().filter(x -> mentions(x, letter)).isPresent() || s.sup().filter(x -> x instanceof Notation.Bracketed && mentions(x, letter)).isPresent();
    }
    boolean bound = n instanceof Notation.BigOperator b && (b.sub().filter(x -> mentions(x, letter)).isPresent() || b.sup().filter(x -> mentions(x, letter)).isPresent());
    return here || bound || Notations.children(n).stream().anyMatch(c -> isIndex(c, letter));
  }
}
