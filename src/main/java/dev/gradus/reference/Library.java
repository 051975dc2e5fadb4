package dev.gradus.reference;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reference.ReferenceForm.Variant;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;

/** The reference forms as terms, in the order in which they are listed. */
enum Library {
  SIGMOID_DERIVATIVE("sigmoid-derivative") {
    @Override
    List<Variant> variants() {
      Term s = Terms.logistic(X);
      Term e = Terms.exp(Terms.negate(X));
      return List.of(
          derivative(
              s,
              X,
              Terms.product(s, oneMinus(s)),
              Terms.divide(e, Terms.power(Terms.sum(Rational.ONE, e), 2)),
              Terms.product(s, Terms.logistic(Terms.negate(X)))));
    }
  },
  TANH_DERIVATIVE("tanh-derivative") {
    @Override
    List<Variant> variants() {
      Term up = Terms.exp(X);
      Term down = Terms.exp(Terms.negate(X));
      Term tanh = Terms.divide(Terms.minus(up, down), Terms.sum(up, down));
      return List.of(
          derivative(tanh, X, oneMinus(Terms.power(tanh, 2)), Terms.divide(Rational.of(4), Terms.power(Terms.sum(up, down), 2))));
    }
  },
  SOFTPLUS_DERIVATIVE("softplus-derivative") {
    @Override
    List<Variant> variants() {
      Term onePlus = Terms.sum(Rational.ONE, Terms.exp(X));
      return List.of(derivative(Terms.log(onePlus), X, Terms.logistic(X), Terms.divide(Terms.exp(X), onePlus)));
    }
  },
  LOG_SIGMOID_DERIVATIVE("log-sigmoid-derivative") {
    @Override
    List<Variant> variants() {
      Term s = Terms.logistic(X);
      return List.of(derivative(Terms.log(s), X, oneMinus(s), Terms.logistic(Terms.negate(X))));
    }
  },
  SOFTMAX_SHIFT("softmax-shift") {
    @Override
    List<Variant> variants() {
      Term c = Family.variable("c").at();
      Term shifted =
          Terms.divide(Terms.exp(Terms.sum(XS.at(I), c)), new Term.Over(K, Terms.exp(Terms.sum(XS.at(K), c))));
      return List.of(new Variant(new Asked.Value(shifted), List.of(softmax(I)), List.of()));
    }
  },
  SOFTMAX_JACOBIAN("softmax-jacobian") {
    @Override
    List<Variant> variants() {
      Term delta = new Term.Delta(I, J);
      return List.of(
          derivative(
              softmax(I),
              component(J),
              Terms.product(softmax(I), Terms.minus(delta, softmax(J))),
              // the entry ij of diag(s) - s s^T
              Terms.minus(Terms.product(delta, softmax(I)), Terms.product(softmax(I), softmax(J)))));
    }
  },
  LOG_SOFTMAX_GRADIENT("log-softmax-gradient") {
    @Override
    List<Variant> variants() {
      return List.of(derivative(Terms.log(softmax(I)), component(J), Terms.minus(new Term.Delta(I, J), softmax(J))));
    }
  },
  LOG_SUM_EXP_GRADIENT("log-sum-exp-gradient") {
    @Override
    List<Variant> variants() {
      return List.of(derivative(Terms.log(new Term.Over(K, Terms.exp(XS.at(K)))), component(J), softmax(J)));
    }
  },
  SOFTMAX_CROSS_ENTROPY_GRADIENT("softmax-cross-entropy-gradient") {
    @Override
    List<Variant> variants() {
      Family y = Family.variable("y", N);
      Index.Bound m = new Index.Bound(2, N);
      Term loss = Terms.negate(new Term.Over(m, Terms.product(y.at(m), Terms.log(softmax(m)))));
      Term ofOneClass = Terms.negate(Terms.log(softmax(C)));
      return List.of(
          new Variant(
              new Asked.Derivative(loss, component(J)),
              List.of(Terms.minus(softmax(J), y.at(J))),
              List.of(Assumption.convention(new Fact.SumsToOne(y, 0), "the target y sums to 1"))),
          derivative(ofOneClass, component(J), Terms.minus(softmax(J), new Term.Delta(J, C))));
    }
  },
  BINARY_CROSS_ENTROPY_GRADIENT("binary-cross-entropy-gradient") {
    @Override
    List<Variant> variants() {
      Term s = Terms.logistic(X);
      return List.of(derivative(binaryCrossEntropy(s), X, Terms.minus(s, Y)));
    }
  },
  LOGISTIC_REGRESSION_GRADIENT("logistic-regression-gradient") {
    @Override
    List<Variant> variants() {
      Range d = Range.of("d");
      Family w = Family.variable("w", d);
      Family x = Family.variable("x", d);
      Index.Bound k = new Index.Bound(1, d);
      Index.Free j = new Index.Free("j", d);
      Term s = Terms.logistic(new Term.Over(k, Terms.product(w.at(k), x.at(k))));
      return List.of(
          derivative(binaryCrossEntropy(s), new Term.Entry(w, List.of(j)), Terms.product(Terms.minus(s, Y), x.at(j))));
    }
  };

  private static final Range N = Range.of("n");
  private static final Family XS = Family.variable("x", N);
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Free J = new Index.Free("j", N);
  private static final Index.Free C = new Index.Free("c", N);
  private static final Index.Bound K = new Index.Bound(1, N);
  private static final Term.Entry X = new Term.Entry(Family.variable("x"), List.of());
  private static final Term Y = Family.variable("y").at();

  private final String word;

  Library(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** Made anew on each call. */
  abstract List<Variant> variants();

  private static Variant derivative(Term term, Term.Entry by, Term... results) {
    return new Variant(new Asked.Derivative(term, by), List.of(results), List.of());
  }

  private static Term.Entry component(Index index) {
    return new Term.Entry(XS, List.of(index));
  }

  private static Term softmax(Index index) {
    return Terms.divide(Terms.exp(XS.at(index)), new Term.Over(K, Terms.exp(XS.at(K))));
  }

  private static Term oneMinus(Term term) {
    return Terms.minus(Rational.ONE, term);
  }

  private static Term binaryCrossEntropy(Term p) {
    return Terms.minus(Terms.negate(Terms.product(Y, Terms.log(p))), Terms.product(oneMinus(Y), Terms.log(oneMinus(p))));
  }
}
