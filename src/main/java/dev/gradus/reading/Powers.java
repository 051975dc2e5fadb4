package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Powers with constant exponents. */
final class Powers {
  private Powers() {}

  /** A printed number, exactly. */
  static Rational decimal(String digits) {
    int dot = digits.indexOf('.');
    if (digits.length() > 60) {
      throw Misfit.notBuilt("a number with more than 60 digits");
    }
    try {
      if (dot < 0) {
        return Rational.of(new BigInteger(digits));
      }
      int places = digits.length() - dot - 1;
      return new Rational(new BigInteger(digits.substring(0, dot) + digits.substring(dot + 1)), BigInteger.TEN.pow(places));
    } catch (NumberFormatException e) {
      throw new Misfit(new ReadingReason.Syntax("a number"));
    }
  }

  /** u!: of a whole number what it is, of anything else a function of it that no claim is refuted with. */
  static Term factorial(Term of) {
    Optional<Rational> n = rational(of).filter(r -> r.isInteger() && r.signum() >= 0 && r.compareTo(Rational.of(20)) <= 0);
    if (n.isEmpty()) {
      return new Term.Apply(new Function.Opaque("!", 0, Family.Kind.UNKNOWN), of);
    }
    Rational product = Rational.ONE;
    for (int k = 2; Rational.of(k).compareTo(n.get()) <= 0; k++) {
      product = product.times(Rational.of(k));
    }
    return product;
  }

  /** The number a term of numbers alone stands for: sums, products and integer powers of rationals. */
  static Optional<Rational> rational(Term term) {
    return switch (term) {
      case Rational r -> Optional.of(r);
      case Term.Sum s -> rational(s.terms(), Rational.ZERO, Rational::plus);
      case Term.Product p -> rational(p.factors(), Rational.ONE, Rational::times);
      case Term.Power p -> rational(p.base()).filter(b -> !b.isZero() && Math.abs(p.exponent()) <= 64).map(b -> b.pow(p.exponent()));
      case Term.Size s -> Optional.empty();
      case Term.Place s -> Optional.empty();
      case Term.Pi s -> Optional.empty();
      case Term.Entry s -> Optional.empty();
      case Term.Apply s -> Optional.empty();
      case Term.Delta s -> Optional.empty();
      case Term.Over s -> Optional.empty();
      case Term.Guard s -> Optional.empty();
    };
  }

  private static Optional<Rational> rational(List<Term> terms, Rational neutral, BinaryOperator<Rational> operation) {
    Rational total = neutral;
    for (Term term : terms) {
      Optional<Rational> r = rational(term);
      if (r.isEmpty()) {
        return r;
      }
      total = operation.apply(total, r.get());
    }
    return Optional.of(total);
  }

  /** b^q: an integer power, powers of the square root for halves, else e^(q ln b) (SOUNDNESS 14). */
  static Term power(Term base, Rational exponent) {
    if (exponent.isInteger() && exponent.numerator().bitLength() < 16) {
      return Terms.power(base, exponent.numerator().intValue());
    }
    Rational twice = exponent.times(Rational.of(2));
    if (twice.isInteger() && twice.numerator().bitLength() < 16) {
      return Terms.power(Terms.sqrt(base), twice.numerator().intValue());
    }
    return Terms.exp(Terms.product(exponent, Terms.log(base)));
  }
}
