package dev.gradus.proof.kernel;

import dev.gradus.calculus.Derivative;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** How tests say terms: short builders over the letters that golden cases use. */
final class Say {
  private int bound;

  static final Range N = Range.of("n");
  static final Range D = Range.of("d");
  static final Range M = Range.of("m");
  static final Range B = Range.of("N");

  static final Index I = new Index.Free("i", N);
  static final Index J = new Index.Free("j", N);
  static final Index K = new Index.Free("k", N);

  static Index free(String name, Range range) {
    return new Index.Free(name, range);
  }

  static Index literal(int value, Range range) {
    return new Index.Literal(value, range);
  }

  static Term var(String name) {
    return Family.variable(name).at();
  }

  static Term q(long value) {
    return Rational.of(value);
  }

  static Term q(long value, long over) {
    return Rational.of(value, over);
  }

  /** A sum over a range. */
  interface Body {
    Term at(Index index);
  }

  Term sum(Range range, Body body) {
    Index.Bound index = new Index.Bound(++bound, range);
    return new Term.Over(index, body.at(index));
  }

  static Term add(Term... terms) {
    return Terms.sum(terms);
  }

  static Term mul(Term... factors) {
    return Terms.product(factors);
  }

  static Term sub(Term a, Term b) {
    return Terms.minus(a, b);
  }

  static Term div(Term a, Term b) {
    return Terms.divide(a, b);
  }

  static Term neg(Term a) {
    return Terms.negate(a);
  }

  static Term pow(Term a, int k) {
    return Terms.power(a, k);
  }

  static Term exp(Term a) {
    return Terms.exp(a);
  }

  static Term log(Term a) {
    return Terms.log(a);
  }

  static Term sig(Term a) {
    return Terms.logistic(a);
  }

  static Term step(Term a) {
    return Terms.step(a);
  }

  static Term relu(Term a) {
    return Terms.relu(a);
  }

  static Term sqrt(Term a) {
    return Terms.sqrt(a);
  }

  static Term apply(Elementary f, Term a) {
    return new Term.Apply(f, a);
  }

  static Term delta(Index a, Index b) {
    return new Term.Delta(a, b);
  }

  static Term size(Range r) {
    return new Term.Size(r);
  }

  static Term d(Term term, Term by) {
    return Derivative.of(term, (Term.Entry) by, Budget.standard());
  }

  /** Softmax of a vector over the range, at an index. */
  Term softmax(Range range, Body z, Index i) {
    return div(exp(z.at(i)), sum(range, j -> exp(z.at(j))));
  }

  Term lse(Range range, Body z) {
    return log(sum(range, j -> exp(z.at(j))));
  }

  static List<Fact> facts(Fact... facts) {
    return Arrays.asList(facts);
  }

  static UnaryOperator<Term> times(Term by) {
    return t -> mul(by, t);
  }
}
