package dev.gradus.proof;

import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;

/** Short ways to write terms in tests, and a derivative that shares no code with the one under test. */
final class Letters {
  static final Range N = Range.of("n");
  static final Range D = Range.of("d");
  static final Index.Free I = new Index.Free("i", N);
  static final Index.Free J = new Index.Free("j", N);
  static final Index.Free K = new Index.Free("k", N);
  private int next = 1000;

  static Rational q(long value) {
    return Rational.of(value);
  }

  static Rational q(long numerator, long denominator) {
    return Rational.of(numerator, denominator);
  }

  static Family scalar(String name) {
    return Family.variable(name);
  }

  /** Sums over a range: the index is made here. */
  Term over(Range range, java.util.function.Function<Index, Term> body) {
    Index.Bound bound = new Index.Bound(next++, range);
    return new Term.Over(bound, body.apply(bound));
  }

  static Term add(Term... terms) {
    return Terms.sum(terms);
  }

  static Term mul(Term... factors) {
    return Terms.product(factors);
  }

  static Term sub(Term left, Term right) {
    return Terms.minus(left, right);
  }

  static Term neg(Term term) {
    return Terms.negate(term);
  }

  static Term div(Term left, Term right) {
    return Terms.divide(left, right);
  }

  static Term pow(Term base, int exponent) {
    return new Term.Power(base, exponent);
  }

  static Term exp(Term u) {
    return Terms.exp(u);
  }

  static Term log(Term u) {
    return Terms.log(u);
  }

  static Term sig(Term u) {
    return Terms.logistic(u);
  }

  static Term step(Term u) {
    return Terms.step(u);
  }

  static Term relu(Term u) {
    return Terms.relu(u);
  }

  static Term delta(Index a, Index b) {
    return new Term.Delta(a, b);
  }

  static Term size(Range range) {
    return new Term.Size(range);
  }

  /** e^{f(i)} / sum_j e^{f(j)}. */
  Term softmax(java.util.function.Function<Index, Term> f, Index i) {
    return div(exp(f.apply(i)), over(i.range(), j -> exp(f.apply(j))));
  }

  Term lse(Range range, java.util.function.Function<Index, Term> f) {
    return log(over(range, j -> exp(f.apply(j))));
  }

  /** The derivative by a component, with the value 0 for the derivative of a step. */
  static Term d(Term term, Family by, Index... at) {
    return switch (term) {
      case Rational r -> Rational.ZERO;
      case Term.Size s -> Rational.ZERO;
      case Term.Place p -> Rational.ZERO;
      case Term.Pi p -> Rational.ZERO;
      case Term.Delta e -> Rational.ZERO;
      case Term.Entry e -> {
        if (!e.family().equals(by)) {
          yield Rational.ZERO;
        }
        List<Term> deltas = new ArrayList<>();
        for (int k = 0; k < at.length; k++) {
          deltas.add(delta(e.indices().get(k), at[k]));
        }
        yield Terms.product(deltas);
      }
      case Term.Sum s -> Terms.sum(s.terms().stream().map(t -> d(t, by, at)).toList());
      case Term.Product p -> {
        List<Term> sum = new ArrayList<>();
        for (int k = 0; k < p.factors().size(); k++) {
          List<Term> factors = new ArrayList<>(p.factors());
          factors.set(k, d(factors.get(k), by, at));
          sum.add(Terms.product(factors));
        }
        yield Terms.sum(sum);
      }
      case Term.Power p -> mul(q(p.exponent()), pow(p.base(), p.exponent() - 1), d(p.base(), by, at));
      case Term.Over o -> new Term.Over(o.index(), d(o.body(), by, at));
      case Term.Guard g -> new Term.Guard(g.condition(), d(g.body(), by, at));
      case Term.Apply a -> mul(outer(a), d(a.argument(), by, at));
    };
  }

  private static Term outer(Term.Apply apply) {
    if (!(apply.function() instanceof Function.Elementary f)) {
      throw new IllegalArgumentException("opaque");
    }
    Term u = apply.argument();
    return switch (f) {
      case EXP -> apply;
      case LOG -> pow(u, -1);
      case STEP -> Rational.ZERO;
      case SQRT -> mul(Rational.HALF, pow(apply, -1));
      case SIN -> new Term.Apply(Function.Elementary.COS, u);
      case COS -> neg(new Term.Apply(Function.Elementary.SIN, u));
    };
  }
}
