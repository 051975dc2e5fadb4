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
    if (!(n instanceof Notation.Infix i && i.op().equals("sim") && i.right() instanceof Notation.Juxtaposed j && j.factors().size() == 2)) {
      return Optional.empty();
    }
    Optional<Mention> variable = mentions.of(i.left()).filter(Mention::plain);
    Optional<Mention> name = mentions.of(j.factors().get(0).item()).filter(Mention::bare);
    Optional<Notation> inside = Notations.bracket(j.factors().get(1).item()).map(Notation.Bracketed::body);
    if (variable.isEmpty() || name.isEmpty() || inside.isEmpty()) {
      return Optional.empty();
    }
    List<Notation> parameters = inside.get() instanceof Notation.Listed l ? l.items() : List.of(inside.get());
    return Optional.of(new Distribution(variable.get(), name.get().key().toLowerCase(Locale.ROOT), parameters.stream().map(x -> "\\left(" + Typeset.of(x) + "\\right)").toList()));
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
