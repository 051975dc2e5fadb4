package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.B;
import static dev.gradus.proof.kernel.Say.N;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random terms over a few letters, and random values for these. */
final class RandomTerms {
  static final Family X = Family.variable("x", N);
  static final Family Y = Family.variable("y", N);
  static final Family S = Family.variable("S", N, N);
  static final Family A = Family.variable("A", N, N);
  static final Family W = Family.variable("W", B, N);
  static final Family C = Family.variable("c");
  static final Family LABEL = Family.variable("t", N);
  static final Family SIGN = Family.variable("s", N);
  static final List<Fact> FACTS =
      List.of(
          new Fact.SumsToOne(Y, 0),
          new Fact.Symmetric(S),
          new Fact.OneOf(LABEL, List.of(Rational.ZERO, Rational.ONE)),
          new Fact.OneOf(SIGN, List.of(Rational.MINUS_ONE, Rational.ONE)),
          new Fact.AllPositive(C, true));

  private final Random random;
  private int bound;

  RandomTerms(Random random) {
    this.random = random;
  }

  /** A term with the open indices i, j, 1 over n and a over N. */
  Term next() {
    bound = 0;
    List<Index> n = new ArrayList<>(List.of(Say.I, Say.J, Say.literal(1, N)));
    return term(2 + random.nextInt(4), n, new ArrayList<>(List.of(Say.free("a", B))));
  }

  private static Index pick(List<Index> from, int k) {
    return from.get(k % from.size());
  }

  private Term leaf(List<Index> n, List<Index> m) {
    Index i = pick(n, random.nextInt(8));
    Index j = pick(n, random.nextInt(8));
    return switch (random.nextInt(12)) {
      case 0, 1 -> X.at(i);
      case 2 -> Y.at(i);
      case 3 -> A.at(i, j);
      case 4 -> S.at(i, j);
      case 5 -> W.at(pick(m, random.nextInt(4)), i);
      case 6 -> new Term.Delta(i, j);
      case 7 -> C.at();
      case 8 -> LABEL.at(i);
      case 9 -> SIGN.at(i);
      case 10 -> random.nextInt(3) == 0 ? new Term.Place(i) : new Term.Size(N);
      default -> Rational.of(random.nextInt(7) - 3, 1 + random.nextInt(2));
    };
  }

  private Term term(int depth, List<Index> n, List<Index> m) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaf(n, m);
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> Terms.sum(term(depth - 1, n, m), term(depth - 1, n, m));
      case 3, 4, 5 -> Terms.product(term(depth - 1, n, m), term(depth - 1, n, m));
      case 6 -> Terms.power(term(depth - 1, n, m), List.of(-2, -1, -1, 2, 2, 3).get(random.nextInt(6)));
      case 7, 8 -> over(depth, n, m);
      case 9, 10 -> apply(term(depth - 1, n, m));
      default -> guard(depth, n, m);
    };
  }

  private Term over(int depth, List<Index> n, List<Index> m) {
    Range range = random.nextInt(3) == 0 ? B : N;
    Index.Bound index = new Index.Bound(++bound, range);
    List<Index> more = new ArrayList<>(range.equals(N) ? n : m);
    more.add(0, index);
    more.add(0, index);
    return new Term.Over(index, range.equals(N) ? term(depth - 1, more, m) : term(depth - 1, n, more));
  }

  private Term apply(Term u) {
    Elementary f =
        List.of(Elementary.EXP, Elementary.EXP, Elementary.LOG, Elementary.LOG, Elementary.STEP, Elementary.SQRT, Elementary.SIN, Elementary.COS)
            .get(random.nextInt(8));
    Term inner = f == Elementary.EXP && random.nextBoolean() ? Terms.product(Rational.HALF, Terms.log(u)) : u;
    return new Term.Apply(f, inner);
  }

  private Term guard(int depth, List<Index> n, List<Index> m) {
    Index i = pick(n, random.nextInt(8));
    Index j = pick(n, random.nextInt(8));
    Condition condition =
        switch (random.nextInt(5)) {
          case 0 -> new Condition.Same(i, j);
          case 1, 2 -> new Condition.Distinct(i, j);
          case 3 -> new Condition.Before(i, j);
          default -> new Condition.Positive(term(1, n, m));
        };
    return new Term.Guard(condition, term(depth - 1, n, m));
  }
}
