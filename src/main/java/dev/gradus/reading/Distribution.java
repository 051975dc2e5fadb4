package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A distribution that the text names, X \sim Bernoulli(p): its mean and variance, where the name fixes what its parameters are (READING 23).
 *
 * @param variable what is distributed
 * @param name of the distribution, lower case
 * @param parameters as LaTeX
 */
record Distribution(Mention variable, String name, List<String> parameters) {
  private static final List<String> NORMAL = List.of("n", "normal", "gaussian", "\\mathcal{n}");
  private static final List<String> BERNOULLI = List.of("bernoulli", "bern", "ber");
  private static final List<String> POISSON = List.of("poisson", "poi", "pois");

  /** In: a formula. Out: the distribution that it gives to a name. */
  static Optional<Distribution> of(Notation n, Mentions mentions) {
    return n instanceof Notation.Infix i && i.op().equals("sim") ? mentions.of(i.left()).filter(Mention::plain).flatMap(v -> of(v, i.right(), mentions)) : Optional.empty();
  }

  /** In: a name, and what is printed for its distribution. */
  static Optional<Distribution> of(Mention variable, Notation printed, Mentions mentions) {
    if (!(printed instanceof Notation.Juxtaposed j && j.factors().size() == 2)) {
      return Optional.empty();
    }
    Optional<Mention> name = mentions.of(j.factors().get(0).item()).filter(Mention::bare);
    Optional<Notation> inside = Notations.bracket(j.factors().get(1).item()).map(Notation.Bracketed::body);
    if (name.isEmpty() || inside.isEmpty()) {
      return Optional.empty();
    }
    List<Notation> parameters = inside.get() instanceof Notation.Listed l ? l.items() : List.of(inside.get());
    return Optional.of(new Distribution(variable, name.get().key().toLowerCase(Locale.ROOT), parameters.stream().map(Distribution::parameter).toList()));
  }

  /** A parameter as LaTeX. */
  static String parameter(Notation n) {
    return "\\left(" + Typeset.of(n) + "\\right)";
  }

  boolean isNormal() {
    return parameters.size() == 2 && NORMAL.contains(name);
  }

  /** The same of another name, moved by what is printed. */
  Distribution moved(Mention other, String by) {
    return new Distribution(other, name, List.of("\\left(" + by + "+" + parameters.getFirst() + "\\right)", parameters.get(1)));
  }

  /** The mean of the variable or of its square, or its variance, as LaTeX; empty where the name of the distribution does not settle it. */
  Optional<String> moment(String operator, Notation argument, Mentions mentions) {
    boolean itself = mentions.of(argument).filter(m -> m.plain() && m.key().equals(variable.key()) && m.indices().size() == variable.indices().size()).isPresent();
    boolean square = argument instanceof Notation.Scripted s && s.sup().filter(x -> Conditions.isNumeral(x, "2")).isPresent() && mentions.of(s).filter(m -> m.key().equals(variable.key()) && m.indices().size() == variable.indices().size()).isPresent();
    Optional<String> mean = mean();
    Optional<String> variance = variance();
    boolean expectation = operator.equals("E") || operator.equals("\\mathbb{E}");
    if (expectation && itself) {
      return mean;
    }
    if (operator.equals("Var") && itself) {
      return variance;
    }
    return expectation && square && mean.isPresent() && variance.isPresent() ? Optional.of(variance.get() + "+" + mean.get() + "^2") : Optional.empty();
  }

  private static final List<String> EXPONENTIAL = List.of("exp", "exponential", "expo", "\\mathcal{e}");

  /** What the density, or the probability, at a value may be, as LaTeX: the second parameter of a normal distribution is its variance or its deviation, that of an exponential one its rate or its mean. */
  List<String> densities(String at) {
    String first = parameters.isEmpty() ? "" : parameters.getFirst();
    if (isNormal()) {
      String second = parameters.get(1);
      return variance().isPresent() ? List.of(normal(at, second)) : List.of(normal(at, second), normal(at, second + "^2"));
    }
    if (EXPONENTIAL.contains(name) && parameters.size() == 2) {
      // the rate is known
      return List.of(first + "\\exp\\left(-" + first + at + "\\right)");
    }
    if (parameters.size() != 1) {
      return List.of();
    }
    if (BERNOULLI.contains(name)) {
      return List.of(first + "^{" + at + "}\\left(1-" + first + "\\right)^{1-" + at + "}");
    }
    if (POISSON.contains(name)) {
      return List.of("\\frac{" + first + "^{" + at + "}\\exp\\left(-" + first + "\\right)}{" + at + "!}");
    }
    return EXPONENTIAL.contains(name) ? List.of(first + "\\exp\\left(-" + first + at + "\\right)", "\\frac{1}{" + first + "}\\exp\\left(-\\frac{" + at + "}{" + first + "}\\right)") : List.of();
  }

  /** The same where words say which of two meanings its last parameter has: a deviation, a variance, a rate or a mean. */
  Distribution called(String words) {
    String last = parameters.isEmpty() ? "" : parameters.getLast();
    boolean deviation = isNormal() && variance().isEmpty() && words.contains("standard deviation") && !words.contains("variance");
    if (deviation) {
      return new Distribution(variable, name, List.of(parameters.getFirst(), last + "^{2}"));
    }
    boolean mean = EXPONENTIAL.contains(name) && parameters.size() == 1 && words.contains("mean") && !words.contains("rate");
    return mean ? new Distribution(variable, name, List.of("\\frac{1}{" + last + "}", "")) : EXPONENTIAL.contains(name) && words.contains("rate") ? new Distribution(variable, name, List.of(last, "")) : this;
  }

  private String normal(String at, String variance) {
    return "\\frac{1}{\\sqrt{2\\pi\\cdot " + variance + "}}\\exp\\left(-\\frac{\\left(" + at + "-" + parameters.getFirst() + "\\right)^2}{2" + variance + "}\\right)";
  }

  private Optional<String> mean() {
    boolean known = (parameters.size() == 1 && (BERNOULLI.contains(name) || POISSON.contains(name))) || (parameters.size() == 2 && NORMAL.contains(name));
    return known ? Optional.of(parameters.getFirst()) : Optional.empty();
  }

  /** The second parameter of a normal distribution is its variance where it is printed as a square or as 1. */
  private Optional<String> variance() {
    if (parameters.size() == 1) {
      return BERNOULLI.contains(name) ? Optional.of(parameters.getFirst() + "\\left(1-" + parameters.getFirst() + "\\right)") : POISSON.contains(name) ? Optional.of(parameters.getFirst()) : Optional.empty();
    }
    boolean square = mean().isPresent() && (parameters.get(1).contains("^{2}") || parameters.get(1).contains("^2") || parameters.get(1).equals("\\left(1\\right)"));
    return square ? Optional.of(parameters.get(1)) : Optional.empty();
  }
}
