package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Expansion.Order;
import dev.gradus.proof.kernel.Growth.Part;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The asymptotic expansion of a term in which one component goes to a limit. Every rule is a theorem on the operation at hand (Taylor's with its
 * remainder, e^(P+c+u) = e^P e^c e^u), so that the result holds for all t from some value on, at each point of the other letters that the facts allow.
 */
final class Expander {
  private static final int LARGEST_POWER = 32;

  private final Term.Entry variable;
  private final Expansion course;
  private final Coefficients c;
  private final Order order;

  /** The course of the variable is t, a + 1/t and the like. */
  Expander(Term.Entry variable, Expansion course, Order order) {
    this.variable = variable;
    this.course = course;
    this.c = order.c();
    this.order = order;
  }

  /** Throws {@link Unclear} where the term has none that can be found. */
  Expansion of(Term term) {
    c.spend();
    if (term instanceof Term.Entry e && e.family().name().equals(variable.family().name())) {
      return course;
    }
    if (!depends(term)) {
      return Expansion.constant(c.folded(term));
    }
    return switch (term) {
      case Term.Sum s -> {
        Expansion sum = Expansion.ZERO;
        for (Term t : s.terms()) {
          sum = order.plus(sum, of(t));
        }
        yield sum;
      }
      case Term.Product p -> {
        Expansion product = Expansion.constant(Rational.ONE);
        for (Term t : p.factors()) {
          product = order.times(product, of(t));
        }
        yield product;
      }
      case Term.Power p -> power(of(p.base()), p.exponent());
      case Term.Apply a -> apply(a.function(), of(a.argument()));
      case Term.Over o -> over(o);
      case Term.Guard g -> guard(g);
      case Rational r -> throw new IllegalStateException();
      case Term.Size s -> throw new IllegalStateException();
      case Term.Place p -> throw new IllegalStateException();
      case Term.Pi p -> throw new IllegalStateException();
      case Term.Entry e -> throw new Unclear("a quantity that depends on the variable");
      case Term.Delta d -> throw new IllegalStateException();
    };
  }

  private boolean depends(Term term) {
    return Terms.families(term).stream().anyMatch(this::depends);
  }

  private boolean depends(Family family) {
    return family.name().equals(variable.family().name()) || family.arguments().stream().anyMatch(this::depends);
  }

  private Expansion power(Expansion base, int exponent) {
    if (exponent < 0) {
      return inverse(power(base, -exponent));
    }
    if (exponent > LARGEST_POWER) {
      throw new Unclear("a power above " + LARGEST_POWER);
    }
    Expansion product = Expansion.constant(Rational.ONE);
    for (int k = 0; k < exponent; k++) {
      product = order.times(product, base);
    }
    return product;
  }

  private Expansion inverse(Expansion u) {
    Expansion led = order.led(u);
    if (led.parts().isEmpty()) {
      throw Unclear.undefined("a division by 0");
    }
    List<Term> signs = new ArrayList<>();
    for (int k = 0; k < order.terms(); k++) {
      signs.add(k % 2 == 0 ? Rational.ONE : Rational.MINUS_ONE);
    }
    Part first = led.parts().get(0);
    Expansion leading = Expansion.of(c.power(first.factor(), -1), first.growth().to(Rational.MINUS_ONE, c));
    return order.times(leading, order.taylor(signs, order.relative(led)));
  }

  /** The leading part; certainly positive, so that roots and logarithms are defined. */
  private Expansion positive(Expansion u, String what) {
    Expansion led = order.led(u);
    if (led.parts().isEmpty()) {
      return led;
    }
    if (c.sign(led.parts().get(0).factor()) < 0) {
      throw Unclear.undefined(what + " of a negative number");
    }
    return led;
  }

  private Expansion root(Expansion u) {
    Expansion led = positive(u, "a root");
    if (led.parts().isEmpty()) {
      return Expansion.ZERO;
    }
    List<Term> binomials = new ArrayList<>();
    Rational binomial = Rational.ONE;
    for (int k = 0; k < order.terms(); k++) {
      binomials.add(binomial);
      binomial = binomial.times(Rational.HALF.minus(Rational.of(k))).dividedBy(Rational.of(k + 1L));
    }
    Part first = led.parts().get(0);
    Expansion leading = Expansion.of(c.sqrt(first.factor()), first.growth().to(Rational.HALF, c));
    return order.times(leading, order.taylor(binomials, order.relative(led)));
  }

  private Expansion logarithm(Expansion u) {
    Expansion led = positive(u, "a logarithm");
    if (led.parts().isEmpty()) {
      throw Unclear.undefined("a logarithm of 0");
    }
    List<Term> series = new ArrayList<>();
    series.add(Rational.ZERO);
    for (int k = 1; k < order.terms(); k++) {
      series.add(Rational.of(k % 2 == 0 ? -1 : 1, k));
    }
    Part first = led.parts().get(0);
    Expansion leading = new Expansion(first.growth().logarithm(c), Optional.empty());
    Expansion factor = Expansion.constant(c.apply(Elementary.LOG, first.factor()));
    return order.plus(order.plus(leading, factor), order.taylor(series, order.relative(led)));
  }

  /** An expansion taken apart: what tends to infinity, the number, what tends to 0. */
  private record Split(List<Part> infinite, Term number, Expansion small) {}

  private Split split(Expansion u) {
    List<Part> infinite = new ArrayList<>();
    List<Part> small = new ArrayList<>();
    Term number = Rational.ZERO;
    for (Part p : u.parts()) {
      int against = p.growth().against1(c);
      if (against > 0 && !c.isZero(p.factor())) {
        infinite.add(p);
      } else if (against == 0) {
        number = p.factor();
      } else if (against < 0) {
        small.add(p);
      }
    }
    if (u.error().isPresent() && u.error().get().against1(c) >= 0) {
      throw new Unclear("too few terms");
    }
    return new Split(infinite, number, new Expansion(small, u.error()));
  }

  private Expansion apply(Function function, Expansion u) {
    return switch (function) {
      case Elementary e ->
          switch (e) {
            case EXP -> exponential(u);
            case LOG -> logarithm(u);
            case SQRT -> root(u);
            case STEP -> step(u);
            case SIN -> wave(u, Elementary.SIN, Elementary.COS);
            case COS -> wave(u, Elementary.COS, Elementary.SIN);
          };
      case Function.Opaque f -> opaque(f, u);
      case Function.Limit l -> throw new Unclear("a limit within a limit");
    };
  }

  private Expansion exponential(Expansion u) {
    Split s = split(u);
    List<Term> series = new ArrayList<>();
    for (int k = 0; k < order.terms(); k++) {
      series.add(Coefficients.factorial(k).inverse());
    }
    Expansion leading = Expansion.of(c.apply(Elementary.EXP, s.number()), Growth.exponential(s.infinite(), c));
    return order.times(leading, order.taylor(series, s.small()));
  }

  private Expansion step(Expansion u) {
    Expansion led = order.led(u);
    if (led.parts().isEmpty()) {
      throw new Unclear("a step at 0");
    }
    return c.sign(led.parts().get(0).factor()) > 0 ? Expansion.constant(Rational.ONE) : Expansion.ZERO;
  }

  /** sin(a + u) = sin a cos u + cos a sin u and cos(a + u) = cos a cos u - sin a sin u; of what grows beyond all bounds: at most 1. */
  private Expansion wave(Expansion u, Elementary own, Elementary other) {
    Split s;
    try {
      s = split(u);
    } catch (Unclear e) {
      return new Expansion(List.of(), Optional.of(Growth.ONE));
    }
    if (!s.infinite().isEmpty()) {
      return new Expansion(List.of(), Optional.of(Growth.ONE));
    }
    List<Term> series = new ArrayList<>();
    for (int k = 0; k < order.terms(); k++) {
      Elementary f = k % 2 == 0 ? own : other;
      boolean negative = own == Elementary.SIN ? k % 4 >= 2 : k % 4 == 1 || k % 4 == 2;
      Rational factor = Coefficients.factorial(k).inverse();
      series.add(c.times(negative ? factor.negate() : factor, c.apply(f, s.number())));
    }
    return order.taylor(series, s.small());
  }

  /** A function of which only derivatives are known to exist (SOUNDNESS 21). */
  private Expansion opaque(Function.Opaque f, Expansion u) {
    Split s = split(u);
    if (!s.infinite().isEmpty()) {
      throw new Unclear("an unknown function at infinity");
    }
    List<Term> series = new ArrayList<>();
    for (int k = 0; k < order.terms(); k++) {
      series.add(c.times(Coefficients.factorial(k).inverse(), new Term.Apply(new Function.Opaque(f.name(), f.order() + k, f.kind()), s.number())));
    }
    return order.taylor(series, s.small());
  }

  /** A sum over a range: written out where the size is fixed, else part by part, if the growths do not depend on the element. */
  private Expansion over(Term.Over over) {
    Index.Bound index = over.index();
    if (index.range().fixed().isPresent() && index.range().fixed().getAsInt() <= Lowering.WRITTEN_OUT) {
      Expansion sum = Expansion.ZERO;
      for (int k = 1; k <= index.range().fixed().getAsInt(); k++) {
        sum = order.plus(sum, of(Terms.substitute(over.body(), index, new Index.Literal(k, index.range()))));
      }
      return sum;
    }
    Expansion body = of(over.body());
    if (body.parts().size() == 1 && body.error().isEmpty()) {
      Optional<Expansion> dominant = Dominant.sum(index, body.parts().get(0), c);
      if (dominant.isPresent()) {
        return dominant.get();
      }
    }
    List<Part> parts = new ArrayList<>();
    for (Part p : body.parts()) {
      free(p.growth(), index);
      parts.add(new Part(c.over(index, p.factor()), p.growth()));
    }
    body.error().ifPresent(e -> free(e, index));
    return new Expansion(parts.stream().filter(p -> !p.factor().equals(Rational.ZERO)).toList(), body.error());
  }

  private static void free(Growth growth, Index.Bound index) {
    if (growth.mentions(index)) {
      throw new Unclear("a sum whose terms grow differently");
    }
  }

  private Expansion guard(Term.Guard g) {
    List<Term> about = Terms.terms(g.condition());
    if (about.isEmpty() || !depends(about.get(0))) {
      if (c.guarded(g.condition(), Rational.ONE).equals(Rational.ZERO)) {
        return Expansion.ZERO;
      }
      Expansion body = body(g);
      return new Expansion(body.parts().stream().map(p -> new Part(c.guarded(g.condition(), p.factor()), p.growth())).toList(), body.error());
    }
    Expansion led = order.led(of(about.get(0)));
    int sign = led.parts().isEmpty() ? 0 : g.condition() instanceof Condition.NonZero || g.condition() instanceof Condition.Zero ? 1 : c.sign(led.parts().get(0).factor());
    return Evaluator.meets(g.condition(), sign) ? of(g.body()) : Expansion.ZERO;
  }

  /** Under a guard that may be false a body without values is no function without values. */
  private Expansion body(Term.Guard g) {
    try {
      return of(g.body());
    } catch (Unclear e) {
      throw new Unclear(String.valueOf(e.getMessage()));
    }
  }
}
