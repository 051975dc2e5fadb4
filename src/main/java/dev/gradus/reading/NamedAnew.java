package dev.gradus.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second equation that words call something else than the first one, "SVM loss: L_i = ..", "Softmax loss: L_i = ..": it contradicts nothing, and the name is open from there (READING 15). */
final class NamedAnew {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:^|[.;:$] ?)((?:[\\p{L}0-9-]+ ){1,5}(?:loss|cost|error|objective|risk|penalty|regularizer|kernel|activation|model|likelihood|criterion|divergence|score|function|version|variant))(?: function)?(?: is| becomes| reads)?:?$");

  private NamedAnew() {}

  /** Whether the words just before an equation name what the words before the first equation do not. */
  static boolean is(Statement second, Statement first) {
    String named = named(second);
    return second.premises().isEmpty() && !named.isEmpty() && !named.equals(named(first));
  }

  private static String named(Statement s) {
    Matcher m = NAMED.matcher(s.opens().strip());
    return m.find() ? m.group(1).replaceFirst("^(?:(?:the|a|an|our|this|for|with|and|now|here|so|then|thus|hence) )+", "") : "";
  }
}
