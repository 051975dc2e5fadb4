package dev.gradus.cas;

import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Terms at a point as expressions for {@code sympy_values.py}: sums written out, numbers in place of components. */
final class ToSympy {
  private final Instantiation instance;
  private final Map<String, Rational> values = new TreeMap<>();

  /** What cannot be said. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  ToSympy(Point point) {
    this.instance = Instantiation.of(point.sizes(), point.indices());
    point.values().forEach((c, v) -> values.put(c.family().name() + c.elements(), v));
  }

  /** Empty for limits, unknown functions and terms that are too large. */
  Optional<String> of(Term term) {
    try {
      return instance.expand(term).filter(t -> Caps.length(t) < 4_000).map(this::text);
    } catch (Unfit unfit) {
      return Optional.empty();
    }
  }

  private String text(Term term) {
    return switch (term) {
      case Rational r -> number(r);
      case Term.Pi p -> "pi";
      case Term.Entry e -> number(Optional.ofNullable(values.get(e.family().name() + elements(e))).orElseThrow(Unfit::new));
      case Term.Sum s -> joined(s.terms(), "+", "Q(0)");
      case Term.Product p -> joined(p.factors(), "*", "Q(1)");
      case Term.Power p -> "power(" + text(p.base()) + "," + p.exponent() + ")";
      case Term.Apply a -> apply(a);
      case Term.Guard g -> "guard(" + text(Terms.terms(g.condition()).get(0)) + "," + signs(g.condition()) + ",lambda:" + text(g.body()) + ")";
      case Term.Size s -> throw new Unfit();
      case Term.Place p -> throw new Unfit();
      case Term.Delta d -> throw new Unfit();
      case Term.Over o -> throw new Unfit();
    };
  }

  private static List<Integer> elements(Term.Entry entry) {
    return entry.indices().stream().map(i -> i instanceof Index.Literal l ? l.value() : 0).toList();
  }

  private static String number(Rational r) {
    return "Q(" + r.numerator() + "," + r.denominator() + ")";
  }

  private String joined(List<Term> terms, String sign, String none) {
    return terms.isEmpty() ? none : terms.stream().map(this::text).collect(Collectors.joining(sign, "(", ")"));
  }

  private String apply(Term.Apply apply) {
    String u = text(apply.argument());
    if (!(apply.function() instanceof Function.Elementary function)) {
      throw new Unfit();
    }
    return switch (function) {
      case EXP -> "exp(" + u + ")";
      case LOG -> "log(positive(" + u + "))";
      case SQRT -> "sqrt(root(" + u + "))";
      case SIN -> "sin(" + u + ")";
      case COS -> "cos(" + u + ")";
      case STEP -> "guard(" + u + ",(1,),lambda:Q(1))";
    };
  }

  private static String signs(Condition condition) {
    return switch (condition) {
      case Condition.Positive p -> "(1,)";
      case Condition.NonNegative p -> "(0,1)";
      case Condition.Zero p -> "(0,)";
      case Condition.NonZero p -> "(-1,1)";
      case Condition.Same s -> throw new Unfit();
      case Condition.Distinct d -> throw new Unfit();
      case Condition.Before b -> throw new Unfit();
    };
  }
}
