package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forms back to terms: what the kernel reports (cuts, kinks) is said in terms. */
final class Raising {
  private Raising() {}

  /** The form as a term; a logarithm comes back as ln of a square, halved, where its argument may be negative. */
  static Term of(Form form) {
    List<Term> summands = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      List<Term> factors = new ArrayList<>();
      factors.add(term.getValue());
      term.getKey().factors().forEach((atom, e) -> factors.add(Terms.power(of(atom), e)));
      Term product = Terms.product(factors);
      for (int k = term.getKey().binders().size() - 1; k >= 0; k--) {
        product = new Term.Over(term.getKey().binders().get(k), product);
      }
      summands.add(product);
    }
    return Terms.sum(summands);
  }

  private static Term of(Atom atom) {
    return switch (atom) {
      case Atom.SizeOf a -> new Term.Size(a.range());
      case Atom.PlaceOf a -> new Term.Place(a.index());
      case Atom.Pi a -> new Term.Pi();
      case Atom.Kappa a -> Terms.step(Rational.ZERO);
      case Atom.Kronecker a -> new Term.Delta(a.left(), a.right());
      case Atom.Part a -> new Term.Entry(a.family(), a.indices());
      case Atom.Called a -> new Term.Apply(a.function(), of(a.inner()));
      case Atom.Guarded a -> new Term.Guard(condition(a), of(a.body()));
      case Atom.Nested a -> {
        Term inner = of(a.inner());
        yield switch (a.kind()) {
          case EXP -> Terms.exp(inner);
          case LAM -> Terms.product(Rational.HALF, Terms.log(Terms.power(inner, 2)));
          case STEP -> Terms.step(inner);
          case EXACT_STEP -> new Term.Guard(new Condition.Positive(inner), Rational.ONE);
          case ROOT -> Terms.sqrt(inner);
          case SIN -> new Term.Apply(Function.Elementary.SIN, inner);
          case COS -> new Term.Apply(Function.Elementary.COS, inner);
          case BASE -> inner;
        };
      }
    };
  }

  private static Condition condition(Atom.Guarded guarded) {
    List<Index> i = guarded.indices();
    List<Term> t = guarded.forms().stream().map(Raising::of).toList();
    return switch (guarded.condition()) {
      case SAME -> new Condition.Same(i.get(0), i.get(1));
      case DISTINCT -> new Condition.Distinct(i.get(0), i.get(1));
      case BEFORE -> new Condition.Before(i.get(0), i.get(1));
      case POSITIVE -> new Condition.Positive(t.get(0));
      case NOT_NEGATIVE -> new Condition.NonNegative(t.get(0));
      case ZERO -> new Condition.Zero(t.get(0));
      case NOT_ZERO -> new Condition.NonZero(t.get(0));
    };
  }
}
