package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second equation that words call something else than the first one, "SVM loss: L_i = ..", "Softmax loss: L_i = ..": it contradicts nothing, and the name is open from there (READING 15). */
final class NamedAnew {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:^|[.;:$] ?)((?:[\\p{L}0-9-]+ ){1,5}(?:loss|cost|error|objective|risk|penalty|regularizer|kernel|activation|model|likelihood|criterion|divergence|score|function|version|variant))(?: function)?(?: is| becomes| reads)?:?$");

  /** "Its inverse is h(y) = ..": what the words say a name is may be another thing than the equation behind them. */
  private static final Pattern DESCRIBED =
      Pattern.compile("\\b(derivative|gradient|slope|jacobian|hessian|inverse|antiderivative|integral)( function)?( of( the| its)?( \\p{L}+)? ?\\$| of it)?( is| becomes| reads| is given by|:|,)?( then)?$");

  private NamedAnew() {}

  /** Whether the words just before an equation name what the words before the first equation do not, or those before the first one describe something. */
  static boolean is(Statement second, Printed first) {
    String named = named(second);
    // what is written as a derivative is what the words call it
    if (DESCRIBED.matcher(first.statement().opens().strip()).find() && !Differentials.whole(first.right()) && !Sides.derivative(first.statement().right().text())) {
      return true;
    }
    return second.premises().isEmpty() && !named.isEmpty() && !named.equals(named(first.statement()));
  }

  private static String named(Statement s) {
    Matcher m = NAMED.matcher(s.opens().strip());
    return m.find() ? m.group(1).replaceFirst("^(?:(?:the|a|an|our|this|for|with|and|now|here|so|then|thus|hence) )+", "") : "";
  }
}
