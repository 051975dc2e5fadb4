package dev.gradus.reading;

import dev.gradus.reading.Doubts.Doubt;
import dev.gradus.reading.Session.Between;
import dev.gradus.reading.Session.Layout;
import dev.gradus.reading.Session.Options;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Other admissible meanings of a claim: another base of the logarithm, derivatives with named quantities held fixed (SOUNDNESS 21, 24). */
final class OtherMeanings {
  /** Words for functions that are none of the standard meanings of sigma. */
  static final Pattern NOT_STANDARD =
      Pattern.compile("(?i)\\b(arbitrary|generic|identity|squar(e|ing)|quadratic|cubic|polynomial|sine|cosine|sign|step|heaviside|gaussian|swish|silu|gelu|elu|selu|mish)( \\p{L}+)? (functions?|activations?|units?|non-?linearit(y|ies)|maps?)\\b");

  private OtherMeanings() {}

  /** In: a reading that fails, what it is judged with, and whether a claim holds under options. Out: that it holds in another meaning, if it does. */
  static Optional<Doubt> of(Attempt.Read r, Activation activation, Attempts.Subject subject, BiPredicate<Attempts.Subject, Options> holds) {
    return of(r.used(), activation).stream().filter(o -> holds.test(subject, o)).findFirst().map(o -> new Doubt(code(o), because(o)));
  }

  private static List<Options> of(Collection<String> used, Activation activation) {
    List<Options> others = new ArrayList<>();
    if (used.contains("log")) {
      others.add(new Options(Layout.NUMERATOR, activation, 2, Between.UNFOLDED));
      others.add(new Options(Layout.NUMERATOR, activation, 10, Between.UNFOLDED));
    }
    if (used.contains("derivative")) {
      others.add(new Options(Layout.NUMERATOR, activation, 0, Between.HELD));
    }
    if (used.contains("observed")) {
      others.add(new Options(Layout.NUMERATOR, activation, 0, Between.DATA_UNFOLDED));
    }
    return others;
  }

  /** Each factor behind the first of a sum over several ways by its own definition (the chain rule). */
  static Options onWays(Activation activation) {
    return new Options(Layout.NUMERATOR, activation, 0, Between.ON_WAYS);
  }

  private static String code(Options o) {
    return o.logBase() == 0 ? "derivative.held-fixed" : "logarithm.base";
  }

  private static String because(Options o) {
    if (o.logBase() != 0) {
      return "it holds for the logarithm to base " + o.logBase();
    }
    return o.between() == Between.HELD ? "it holds only with the quantities in between held fixed" : "it holds only where the data follow their model";
  }
}
