package dev.gradus.reading;

import java.util.List;

/** What an undefined sigma may stand for (READING 21). */
enum Activation {
  LOGISTIC("the logistic function"),
  RELU("the function max(0, x)"),
  LEAKY_RELU("a leaky ReLU"),
  SOFTPLUS("the function ln(1 + e^x)"),
  TANH("the hyperbolic tangent"),
  SOFTMAX("softmax");

  /** Those that take a number. */
  static final List<Activation> OF_NUMBERS = List.of(LOGISTIC, RELU, LEAKY_RELU, SOFTPLUS, TANH);

  private final String text;

  Activation(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
