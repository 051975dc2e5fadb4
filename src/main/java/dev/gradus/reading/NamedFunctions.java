package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The softmax is s_i = ..", "the sigmoid is g(x) = ..": what an equation for a name has to be where the words just before it call it a function of the library. */
record NamedFunctions(Survey survey, Names names) {
  /** The function alone, not the derivative of it, a scaled one, or one with a temperature. */
  private static final Pattern IS =
      Pattern.compile("(?:^|[.;:,] |\\b(?:where|and|with|recall|that|hence|so|now|here) )(?:the |a )?(?<name>softmax|sigmoid|logistic|tanh|hyperbolic tangent|relu|softplus)(?: function| activation| activation function)?(?: is(?: defined as| defined by| given by)?| reads|:)$");

  /** In: an equation that would define a name. Out: what the function that the words name is at the argument of the name; empty where they name none, or the equation speaks of more. */
  Optional<Notation> of(Printed p, Head head) {
    Matcher m = IS.matcher(p.statement().opens().strip());
    if (!m.find() || head.squared() || head.logged()) {
      return Optional.empty();
    }
    Set<String> said = new TreeSet<>();
    Definitions.collect(p.right(), survey.mentions(), said);
    said.removeIf(n -> Functions.usual(n) || survey.isBound(n) || List.of("e", "\\pi", "\\exp").contains(n) || head.letters().contains(n));
    boolean softmax = m.group("name").equals("softmax");
    boolean only = said.size() == 1 && head.parameters().size() <= 1 && (head.parameters().isEmpty() || head.parameters().equals(List.copyOf(said))) && head.letters().size() == (softmax ? 1 : 0);
    String x = said.stream().findFirst().orElse("");
    return only && names.definition(x, p.statement().part()).isEmpty() ? Optional.of(NotationParser.parse(MathText.plain(value(m.group("name"), x, head), 0))) : Optional.empty();
  }

  private static String value(String name, String x, Head head) {
    return switch (name) {
      case "sigmoid", "logistic" -> "\\frac{1}{1+e^{-" + x + "}}";
      case "tanh", "hyperbolic tangent" -> "\\frac{e^{" + x + "}-e^{-" + x + "}}{e^{" + x + "}+e^{-" + x + "}}";
      case "relu" -> "\\max(0," + x + ")";
      case "softplus" -> "\\ln(1+e^{" + x + "})";
      default -> {
        String i = head.letters().getFirst();
        String j = i.equals("j") ? "k" : "j";
        yield "\\frac{e^{" + x + "_{" + i + "}}}{\\sum_{" + j + "}e^{" + x + "_{" + j + "}}}";
      }
    };
  }
}
