package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The prenex normal form of a term (THEORY 1.4) in one equality pattern: all open indices of the term are different elements (who has several
 * patterns substitutes first). Equal normal forms have equal values at every point at which both terms, as written, are defined; different ones
 * say nothing. Bound indices of outer binders must not be open in the term.
 */
public final class NormalForm {
  private final Algebra algebra;
  private final Form form;

  private NormalForm(Algebra algebra, Form form) {
    this.algebra = algebra;
    this.form = form;
  }

  /**
   * In: a term, the facts in force, what is known to be defined (its positive terms are recorded), the steps. Out: the normal form, or nothing
   * where the term is undefined everywhere in this pattern (1/0, ln 0).
   */
  public static Optional<NormalForm> of(Term term, List<Fact> facts, List<Domain.Presupposition> defined, Budget budget) {
    Algebra algebra = new Algebra(new Premises(facts), budget);
    Lowering lowering = new Lowering(algebra);
    lowering.recordPositive(defined);
    try {
      return Optional.of(new NormalForm(algebra, lowering.of(term)));
    } catch (Algebra.Undefined undefined) {
      return Optional.empty();
    }
  }

  public static Optional<NormalForm> of(Term term, List<Fact> facts, Budget budget) {
    return of(term, facts, List.of(), budget);
  }

  /** Whether the term is 0 wherever it is defined: directly, or after multiplying by its closed denominators. */
  public boolean isZero() {
    return form.isZero() || attempt(() -> cleared(form).isZero());
  }

  /**
   * Whether the term, a rational combination of logarithms and a rest without any, is 0: sum q_i ln|u_i| + R = 0 iff prod |u_i|^(L q_i) e^(L R) = 1
   * (SOUNDNESS 13); squared unless the u_i with odd exponents are positive, or their product.
   */
  public boolean isZeroExponentiated() {
    return attempt(() -> exponentiated(cleared(form)).isZero());
  }

  /** What is 0 where the given form is, and only there: the difference of the two sides of the product above, cleared. */
  Form exponentiated(Form whole) {
    Form rest = Form.ZERO;
    BigInteger least = BigInteger.ONE;
    for (Map.Entry<Monomial, Rational> term : whole.terms().entrySet()) {
      if (Functions.logarithm(term.getKey()).isEmpty()) {
        rest = rest.plus(Form.of(term.getKey(), term.getValue()));
        continue;
      }
      BigInteger d = term.getValue().denominator();
      least = least.multiply(d).divide(least.gcd(d));
    }
    BigInteger scale = least;
    boolean positive = true;
    Form odd = Form.ONE;
    for (Map.Entry<Monomial, Rational> term : whole.terms().entrySet()) {
      Optional<Form> argument = Functions.logarithm(term.getKey()).filter(a -> term.getValue().times(Rational.of(scale)).numerator().testBit(0));
      positive &= argument.isEmpty() || algebra.premises.isPositive(argument.get(), algebra);
      odd = argument.isEmpty() ? odd : algebra.multiply(odd, argument.get());
    }
    positive |= algebra.premises.isPositive(odd, algebra);
    Rational l = Rational.of(positive ? scale : scale.shiftLeft(1));
    Form above = algebra.functions.exp(rest.scale(l));
    Form below = Form.ONE;
    for (Map.Entry<Monomial, Rational> term : whole.terms().entrySet()) {
      Optional<Form> argument = Functions.logarithm(term.getKey());
      if (argument.isPresent()) {
        int e = algebra.functions.small(term.getValue().times(l).numerator());
        above = e > 0 ? algebra.multiply(above, algebra.power(argument.get(), e)) : above;
        below = e < 0 ? algebra.multiply(below, algebra.power(argument.get(), -e)) : below;
      }
    }
    return cleared(above.minus(below));
  }

  private static boolean attempt(java.util.function.BooleanSupplier test) {
    try {
      return test.getAsBoolean();
    } catch (Algebra.Undefined undefined) {
      return false;
    }
  }

  /** Multiplied by every denominator that no binder of its monomial touches, until none is left (each is not 0 where the term is defined). */
  Form cleared(Form form) {
    Form result = form;
    while (true) {
      TreeMap<Atom, Integer> worst = new TreeMap<>();
      for (Monomial m : result.terms().keySet()) {
        for (Map.Entry<Atom, Integer> f : m.factors().entrySet()) {
          if (f.getKey() instanceof Atom.Nested n && n.kind() == Atom.Kind.BASE && !m.isLocal(n)) {
            worst.merge(n, -f.getValue(), Integer::max);
          }
        }
      }
      if (worst.isEmpty()) {
        return result;
      }
      algebra.budget.spend(1);
      Algebra.Sum out = algebra.new Sum();
      for (Map.Entry<Monomial, Rational> term : result.terms().entrySet()) {
        Monomial m = algebra.open(term.getKey());
        NavigableMap<Atom, Integer> factors = new TreeMap<>(m.factors());
        worst.forEach((base, e) -> Algebra.raise(factors, base, e));
        algebra.add(out, m.binders(), factors, term.getValue());
      }
      result = out.form();
    }
  }

  /** The terms u for which [-u > 0] = 1 - [u > 0] was used: points with u = 0 are cut. */
  List<Form> kinks() {
    return List.copyOf(algebra.kinks());
  }

  Form form() {
    return form;
  }

  Form clearedForm() {
    return cleared(form);
  }

  Algebra algebra() {
    return algebra;
  }

  /** The value when it is a number. */
  public Optional<Rational> rational() {
    return form.rational();
  }

  /** The families (by name) that occur in the normal form. */
  public List<String> families() {
    TreeSet<String> names = new TreeSet<>();
    collect(form, names);
    return List.copyOf(names);
  }

  private static void collect(Form form, java.util.Set<String> names) {
    for (Monomial m : form.terms().keySet()) {
      for (Atom atom : m.factors().keySet()) {
        if (atom instanceof Atom.Part p) {
          names.add(p.family().name());
        }
        atom.insides().forEach(f -> collect(f, names));
      }
    }
  }

  /** The normal form as a term. */
  public Term toTerm() {
    return Raising.of(form);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NormalForm n && form.compareTo(n.form) == 0;
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }
}
