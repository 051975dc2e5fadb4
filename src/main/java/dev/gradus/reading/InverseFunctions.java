package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.NotationParser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Inverses of functions in closed form: {@code \tanh^{-1}}, and {@code \sigma^{-1}} of the logistic function. */
final class InverseFunctions {
  /** The logarithm of the odds; no text can print this name. */
  static final String LOGIT = "\\logit";

  /** How texts write the logistic function of x. */
  private static final List<String> LOGISTIC =
      List.of(
          "\\frac{1}{1+e^{-x}}", "\\frac{1}{1+\\exp(-x)}", "\\frac{1}{1+\\exp\\{-x\\}}", "\\frac{1}{e^{-x}+1}", "1/(1+e^{-x})", "1/(1+\\exp(-x))", "(1+e^{-x})^{-1}", "\\frac{e^{x}}{1+e^{x}}", "\\frac{e^{x}}{e^{x}+1}",
          "\\frac{\\exp(x)}{1+\\exp(x)}");

  private static final Pattern SPREAD = Pattern.compile("\\b(deviation|variance|covariance|gaussian|normal distribution|noise)\\b");

  private InverseFunctions() {}

  /** The function that is the inverse of another one; nothing where it is not known. */
  static Optional<Mention> of(Mention m, Session session) {
    if (m.base().equals("tanh")) {
      return Optional.of(Mention.of("artanh", false));
    }
    Optional<Definition> d = session.names.definition(m.key(), session.part);
    // the inverse of a deviation or a variance is a number
    boolean spread = session.part.chain().stream().anyMatch(x -> SPREAD.matcher(x.words()).find());
    boolean standard = m.key().equals("\\sigma") && !spread && d.isEmpty() && session.options.activation() == Activation.LOGISTIC;
    if (standard) {
      session.used.add("activation");
    }
    boolean defined = d.filter(x -> x.parameters().size() == 1 && x.letters().isEmpty() && logistic(x)).isPresent();
    return standard || defined || List.of("sigmoid", "Sigmoid").contains(m.key()) ? Optional.of(Mention.of(LOGIT, false)) : Optional.empty();
  }

  private static boolean logistic(Definition d) {
    String x = d.parameters().getFirst();
    return LOGISTIC.stream().anyMatch(f -> Templates.same(NotationParser.parse(MathText.plain(f.replaceAll("(?<!e)x(?!p)", x.replace("\\", "\\\\") + " ").replace("} ", "}"), 0)), d.body()));
  }
}
