package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Defined functions of one number: of an array they are taken entry by entry. */
final class NumberFunctions {
  /** Functions that hand their argument on to each other this deep are not followed. */
  static final int DEEPEST = 8;

  private NumberFunctions() {}

  /**
   * A function of one number is applied to an array entry by entry: when its parameter stands in the body and is never indexed nor transposed
   * there. J(w) = \sum_n l(\mu_n) depends on w through \mu alone: what w is, the definition of \mu says.
   */
  static boolean is(Definition d, Session session) {
    return is(d, session, 0);
  }

  /** f(z)_i = e^{z_i} / ..: its body speaks of components of what it is applied to; a number is none, f_k(x) = x^k takes one. */
  static boolean takesArray(Definition d) {
    return parameter(d).indices > 0;
  }

  /** What the body does with the first parameter. */
  private static Trace parameter(Definition d) {
    return Survey.of(List.of(new Survey.Placed(d.part(), d.body())), List.of()).trace(d.parameters().get(0), d.part());
  }

  /** What it hands its parameter on to has to be a function of one number too: J(w) = \sum_n l_n(w) with l_n(w) = (w^T x_n)^2 is none. */
  private static boolean is(Definition d, Session session, int depth) {
    if (!isOfNumbers(d, session.mentions()) || depth > DEEPEST || handedOn(d.body(), d.parameters().get(0), session.mentions()) || LossTerms.holds(d.body(), d.parameters().get(0), session)) {
      return false;
    }
    Set<String> inside = new TreeSet<>();
    Definitions.collect(d.body(), session.mentions(), inside);
    for (String name : inside) {
      Optional<Definition> other = name.equals(d.key()) ? Optional.empty() : session.names.definition(name, session.part).filter(o -> o.parameters().size() == 1);
      if (other.isPresent() && !is(other.get(), session, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name stands among several arguments, {@code \\sum_i q(x_i, w)}, {@code \\prod_i P(y_i | x_i; w)}: what they make of it is not seen here. */
  private static boolean handedOn(Notation n, String name, Mentions mentions) {
    boolean among = n instanceof Notation.Bracketed b && (b.body() instanceof Notation.Listed || b.body() instanceof Notation.Conditioned) && Definitions.mentions(b.body(), name, mentions);
    return among || Notations.children(n).stream().anyMatch(c -> handedOn(c, name, mentions));
  }

  /** Whether a definition is one of a function of a number. */
  static boolean isOfNumbers(Definition d, Mentions mentions) {
    if (d.parameters().size() != 1 || !d.letters().isEmpty()) {
      return false;
    }
    Set<String> inside = new TreeSet<>();
    Definitions.collect(d.body(), mentions, inside);
    if (!inside.contains(d.parameters().get(0))) {
      return false;
    }
    Trace t = parameter(d);
    return t.indices == 0 && t.least == 0 && !t.vectorLike && !t.matrixLike && !t.bold && !mentionsVectorFunction(d.body());
  }

  private static boolean mentionsVectorFunction(Notation n) {
    if (n instanceof Notation.Words w && (w.text().toLowerCase(Locale.ROOT).contains("softmax") || w.text().equals("LSE"))) {
      return true;
    }
    return (n instanceof Notation.Bracketed b && b.open().equals("\\|")) || Notations.children(n).stream().anyMatch(NumberFunctions::mentionsVectorFunction);
  }
}
