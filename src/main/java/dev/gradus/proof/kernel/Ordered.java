package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Case distinctions: which of two components is the greater one, and the value of a step that stands inside a function. */
final class Ordered {
  private Ordered() {}

  /** Two positive components of which the logarithms occur: x = y + u and y = x + u, u >= 0, together all cases. */
  static int signs(Poly p, PolynomialSign in) {
    List<Term.Entry> found = new ArrayList<>();
    for (int k : p.kernels()) {
      if (in.kernels.kernel(k) instanceof Term.Apply(Function f, Term u) && f == Function.Elementary.LOG) {
        if (!(u instanceof Term.Entry e) || Sign.byStructure(e, in.facts, in.budget) != Signs.POS) {
          return Signs.ANY;
        }
        found.add(e);
      }
    }
    if (found.size() != 2 || in.depth >= PolynomialSign.DEPTH) {
      return Signs.ANY;
    }
    Term whole = in.kernels.term(p);
    return above(whole, found.get(0), found.get(1), in) | above(whole, found.get(1), found.get(0), in);
  }

  private static int above(Term whole, Term.Entry low, Term.Entry high, PolynomialSign in) {
    Family gap = Family.variable("gap of " + in.depth);
    Term t = Terms.replace(whole, high, Terms.sum(low, gap.at()));
    return Sign.of(t, in.facts.with(new Fact.AllPositive(gap, false)), in.budget, in.depth + 1);
  }

  /** What a step is a step of, be it written as a function or as a guard. */
  static Optional<Term> argument(Term t) {
    return switch (t) {
      case Term.Apply(Function f, Term u) when f == Function.Elementary.STEP -> Optional.of(u);
      case Term.Guard(Condition.Positive(Term u), Term one) when one.equals(Rational.ONE) -> Optional.of(u);
      default -> Optional.empty();
    };
  }

  /** A step below a function of the kernel and outside its sums. */
  static Optional<Term> step(Term kernel) {
    return kernel instanceof Term.Apply a && a.function() != Function.Elementary.STEP ? within(a.argument()) : Optional.empty();
  }

  private static Optional<Term> within(Term t) {
    if (argument(t).isPresent()) {
      return Optional.of(t);
    }
    return t instanceof Term.Over || t instanceof Term.Guard ? Optional.empty() : Terms.parts(t).stream().flatMap(x -> within(x).stream()).findFirst();
  }
}
