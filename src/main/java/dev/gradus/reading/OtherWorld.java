package dev.gradus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that put a claim where its letters are not what the text has made them: "with $p$ and $q$ swapped", "if the labels were flipped". What holds there is not what is printed with the meanings in force (READING 6). */
final class OtherWorld {
  private static final String CHANGED = "(?:swapped|exchanged|interchanged|switched|reversed|flipped|negated|transposed|doubled|tripled|halved|squared|inverted|shifted|scaled|rescaled|permuted|shuffled|perturbed|corrupted|complemented)";
  private static final String NOUN = "(?:roles?|places?|signs?|order|labels?|targets?|classes|indices|letters?|inputs?|outputs?|weights?|arguments?|rows|columns|axes|logits?|probabilities|entries|factors?|matrix|matrices|vectors?)";
  private static final String WHAT = "(?:(?:(?:the |both |all |our |its |their )?" + NOUN + "(?: of)?(?: the)? )?\\$(?:(?:,|,? and) \\$)* |(?:the |both |all |our |its |their )" + NOUN + " )";
  /** What is said of it ends there: "with the squared error" changes nothing. */
  private static final String END = "(?= ?(?:[,.;:)]|\\$|we\\b|then\\b|this\\b|it\\b|$))";

  private static final Pattern SAID =
      Pattern.compile(
          "\\bwith " + WHAT + "(?:now |all )?" + CHANGED + END + "|\\b(?:if|when|suppose|once|had|after) " + WHAT + "(?:were|was|are|is|been|had been|have been|has been|get|gets) (?:all |both |now |simply )?" + CHANGED + END
              + "|\\bif (?:we|one) (?:had|were to|would)\\b|(?:^|[.;:,] ?)had (?:we|i|one|the [\\p{L} -]{1,30}|\\$) (?:been |not |instead )?\\p{L}+ed\\b");

  private OtherWorld() {}

  /** The words of a statement's sentence, before it, that say so. */
  static Optional<String> said(Statement s) {
    Matcher m = SAID.matcher(s.opens().replaceAll("\\s+", " "));
    return m.find() ? Optional.of(m.group().strip()) : Optional.empty();
  }
}
