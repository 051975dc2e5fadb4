package dev.gradus.reading;

import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;

/** The standard name CE of a target and a prediction: -sum_i y_i ln p_i of two vectors, that of the two classes of two numbers (SOUNDNESS 24). */
final class CrossEntropy {
  private CrossEntropy() {}

  static boolean names(String key) {
    return key.equals("CE") || key.equals("CrossEntropy");
  }

  /** In: the two arguments as printed. Out: the cross entropy; a misfit where it is open which of them is the target, or whether numbers are two classes or components. */
  static Value of(Elaborator elaborator, List<Value> printed) {
    Session session = elaborator.session;
    session.used.add("cross entropy");
    boolean swapped = hatted(printed.get(0)) && !hatted(printed.get(1));
    boolean open = !swapped && !hatted(printed.get(1)) && defined(session, printed.get(0)) && !defined(session, printed.get(1));
    Value target = printed.get(swapped ? 1 : 0);
    Value predicted = printed.get(swapped ? 0 : 1);
    if (open || (target.isNumber() && predicted.isNumber() && (component(target) || component(predicted)))) {
      throw Misfit.undefined("CE");
    }
    if (target.isNumber() != predicted.isNumber()) {
      throw Misfit.shape("CE of a number and an array");
    }
    Value sum = elaborator.arrays.combine(target, predicted, CrossEntropy::term, "a cross entropy");
    if (!predicted.isNumber()) {
      return Value.number(Terms.negate(elaborator.arrays.total(sum)));
    }
    Term other = term(Terms.minus(Rational.ONE, target.body()), Terms.minus(Rational.ONE, predicted.body()));
    return Value.number(Terms.negate(Terms.sum(sum.body(), other)));
  }

  private static Term term(Term target, Term predicted) {
    return Terms.product(target, Terms.log(predicted));
  }

  private static Optional<String> name(Value v) {
    return v.body() instanceof Term.Entry e ? Optional.of(e.family().name()) : Optional.empty();
  }

  private static boolean hatted(Value v) {
    return name(v).filter(n -> n.startsWith("\\hat{")).isPresent();
  }

  private static boolean defined(Session session, Value v) {
    return name(v).isEmpty() || session.names.definition(name(v).get(), session.part).isPresent();
  }

  /** One of several numbers that are no samples. */
  private static boolean component(Value v) {
    return !(v.body() instanceof Term.Entry e) || (!e.indices().isEmpty() && Mentions.unsampled(e.family().name()).equals(e.family().name())) || e.indices().size() > 1;
  }
}
