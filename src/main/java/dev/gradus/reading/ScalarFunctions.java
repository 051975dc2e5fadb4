package dev.gradus.reading;

import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The functions of one number that have a name. */
final class ScalarFunctions {
  private ScalarFunctions() {}

  static Term leaky(Term u, Rational slope) {
    return Terms.sum(Terms.product(slope, u), Terms.product(Rational.ONE.minus(slope), Terms.relu(u)));
  }

  static Term softplus(Term u) {
    return Terms.log(Terms.sum(Rational.ONE, Terms.exp(u)));
  }

  static Term tanh(Term u) {
    Term twice = Terms.exp(Terms.product(Rational.of(2), u));
    return Terms.divide(Terms.minus(twice, Rational.ONE), Terms.sum(twice, Rational.ONE));
  }

  private static Term half(Term u, Rational sign) {
    return Terms.product(Rational.HALF, Terms.sum(Terms.exp(u), Terms.product(sign, Terms.exp(Terms.negate(u)))));
  }

  /** In: the name of a function of a number. Out: what it does; nothing for other names. */
  static Optional<UnaryOperator<Term>> of(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "exp" -> Terms::exp;
          case "sigmoid", "Sigmoid", "sigm", "expit" -> Terms::logistic;
          case "tanh" -> ScalarFunctions::tanh;
          case "sinh" -> u -> half(u, Rational.MINUS_ONE);
          case "cosh" -> u -> half(u, Rational.ONE);
          case "sech" -> u -> Terms.power(half(u, Rational.ONE), -1);
          case "csch" -> u -> Terms.power(half(u, Rational.MINUS_ONE), -1);
          case "coth" -> u -> Terms.divide(half(u, Rational.ONE), half(u, Rational.MINUS_ONE));
          case "softplus", "Softplus" -> ScalarFunctions::softplus;
          case "relu", "ReLU", "Relu", "RELU", "rect" -> Terms::relu;
          case "sign", "Sign", "sgn" -> Terms::sign;
          case "sqrt" -> Terms::sqrt;
          case "abs" -> Terms::abs;
          case "sin" -> u -> new Term.Apply(Function.Elementary.SIN, u);
          case "cos" -> u -> new Term.Apply(Function.Elementary.COS, u);
          case "tan" -> u -> Terms.divide(new Term.Apply(Function.Elementary.SIN, u), new Term.Apply(Function.Elementary.COS, u));
          case "sec" -> u -> Terms.power(new Term.Apply(Function.Elementary.COS, u), -1);
          case "csc" -> u -> Terms.power(new Term.Apply(Function.Elementary.SIN, u), -1);
          case "cot" -> u -> Terms.divide(new Term.Apply(Function.Elementary.COS, u), new Term.Apply(Function.Elementary.SIN, u));
          case InverseFunctions.LOGIT -> u -> Terms.log(Terms.divide(u, Terms.minus(Rational.ONE, u)));
          case "artanh", "arctanh" ->
              u -> Terms.product(Rational.HALF, Terms.log(Terms.divide(Terms.sum(Rational.ONE, u), Terms.minus(Rational.ONE, u))));
          default -> null;
        });
  }
}
