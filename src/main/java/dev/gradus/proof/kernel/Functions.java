package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The constructors of the atoms that hold forms: what each function of a form simplifies to (THEORY 1.4, SOUNDNESS 12 to 16). */
final class Functions {
  /** At most so many discrete atoms of an argument are split into their values. */
  private static final int SPLITS = 4;

  private final Algebra algebra;

  Functions(Algebra algebra) {
    this.algebra = algebra;
  }

  /** The value of the function; a {@code BASE} is the form itself (the exponent is the caller's). */
  Form apply(Atom.Kind kind, Form u) {
    algebra.budget.spend(1);
    algebra.budget.check(Budget.Limit.DEPTH, u.height());
    return switch (kind) {
      case EXP -> exp(u);
      case LAM -> lam(u);
      case STEP -> step(u, Form.of(new Atom.Kappa()), kind);
      case EXACT_STEP -> step(u, Form.ZERO, kind);
      case ROOT -> root(u);
      case SIN, COS -> circular(kind, u);
      case BASE -> u;
    };
  }

  Form call(Function.Opaque f, Form u) {
    Optional<Form> split = split(u, v -> call(f, v));
    return split.orElseGet(() -> Form.of(new Atom.Called(f, u)));
  }

  // --- splitting by the value of a discrete atom

  /**
   * f(u) = sum_v [a = v] f(u at a = v) for an atom a of u that takes only a few values: a delta, a step, a label. Only for functions that are
   * defined everywhere (SOUNDNESS: ln 0 is no kernel).
   */
  private Optional<Form> split(Form u, java.util.function.UnaryOperator<Form> f) {
    List<Atom> discrete = discrete(u);
    return discrete.isEmpty() || discrete.size() > SPLITS ? Optional.empty() : Optional.of(split(u, discrete.get(0), f));
  }

  private Form split(Form u, Atom atom, java.util.function.UnaryOperator<Form> f) {
    List<Rational> values = values(atom);
    Form result = Form.ZERO;
    for (Rational value : values) {
      result = result.plus(algebra.multiply(indicator(atom, value, values), f.apply(algebra.replace(u, atom, value))));
    }
    return result;
  }

  /** Whether the form keeps a value when the atom is given another: it stands in no divisor, logarithm or root that could lose its value. */
  private boolean isHarmless(Form u, Atom atom) {
    Guards guards = new Guards(algebra);
    for (Monomial m : u.terms().keySet()) {
      for (Map.Entry<Atom, Integer> f : m.factors().entrySet()) {
        boolean own = f.getKey().compareTo(atom) == 0;
        boolean inside = !own && f.getKey().insides().stream().anyMatch(i -> Algebra.occurs(i, atom));
        if ((own && f.getValue() < 0) || (inside && !guards.isTotal(f.getKey(), f.getValue()))) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Rational> values(Atom atom) {
    List<Rational> bits = List.of(Rational.ZERO, Rational.ONE);
    return switch (atom) {
      case Atom.Kronecker a -> bits;
      case Atom.Kappa a -> bits;
      case Atom.Nested a -> a.kind() == Atom.Kind.STEP || a.kind() == Atom.Kind.EXACT_STEP ? bits : List.of();
      case Atom.Part a -> algebra.premises.values(a.family()).orElse(List.of());
      case Atom.SizeOf a -> List.of();
      case Atom.PlaceOf a -> List.of();
      case Atom.Pi a -> List.of();
      case Atom.Called a -> List.of();
      case Atom.Guarded a -> List.of();
    };
  }

  /** The polynomial in the atom that is 1 at the value and 0 at the others. */
  private Form indicator(Atom atom, Rational value, List<Rational> values) {
    Form result = Form.ONE;
    for (Rational other : values) {
      if (!other.equals(value)) {
        Form factor = Form.of(atom).minus(Form.of(other)).scale(value.minus(other).inverse());
        result = algebra.multiply(result, factor);
      }
    }
    return result;
  }

  /** The discrete atoms of the form that no binder of their monomial touches. */
  private List<Atom> discrete(Form u) {
    List<Atom> found = new ArrayList<>();
    for (Monomial m : u.terms().keySet()) {
      for (Atom atom : m.factors().keySet()) {
        if (!values(atom).isEmpty() && !m.isLocal(atom) && found.stream().noneMatch(a -> a.compareTo(atom) == 0)) {
          found.add(atom);
        }
      }
    }
    return found.stream().filter(a -> isHarmless(u, a)).toList();
  }

  // --- exponential and logarithm

  /** e^(a + k ln|b|) = e^a b^k only for even k, or b > 0 recorded or proved (SOUNDNESS 13). */
  Form exp(Form u) {
    if (u.isZero()) {
      return Form.ONE;
    }
    Optional<Form> split = split(u, this::exp);
    if (split.isPresent()) {
      return split.get();
    }
    Form powers = Form.ONE;
    Form rest = u;
    List<Map.Entry<Monomial, Rational>> odd = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : u.terms().entrySet()) {
      Optional<Form> argument = logarithm(term.getKey());
      if (argument.isEmpty()) {
        continue;
      }
      Rational q = term.getValue();
      if (algebra.premises.isPositive(argument.get(), algebra)) {
        BigInteger whole = floor(q);
        Rational part = q.minus(Rational.of(whole));
        boolean half = part.equals(Rational.HALF);
        if (!part.isZero() && !half && whole.signum() == 0) {
          continue;
        }
        powers = algebra.multiply(powers, algebra.power(argument.get(), small(whole)));
        powers = half ? algebra.multiply(powers, root(argument.get())) : powers;
        rest = rest.minus(Form.of(term.getKey(), half ? q : Rational.of(whole)));
      } else if (q.isInteger() && !q.numerator().testBit(0)) {
        powers = algebra.multiply(powers, algebra.power(argument.get(), small(q.numerator())));
        rest = rest.minus(Form.of(term.getKey(), q));
      } else if (q.isInteger()) {
        odd.add(term);
      }
    }
    Optional<Form> together = oddTogether(odd);
    if (together.isPresent()) {
      powers = algebra.multiply(powers, together.get());
      for (Map.Entry<Monomial, Rational> term : odd) {
        rest = rest.minus(Form.of(term.getKey(), term.getValue()));
      }
    }
    return rest.isZero() ? powers : algebra.multiply(powers, Form.of(new Atom.Nested(Atom.Kind.EXP, rest)));
  }

  /** prod |u_i|^(q_i), all q_i odd, is prod u_i^(q_i) where prod u_i > 0 is recorded. */
  private Optional<Form> oddTogether(List<Map.Entry<Monomial, Rational>> odd) {
    if (odd.size() < 2) {
      return Optional.empty();
    }
    Form product = Form.ONE;
    Form powers = Form.ONE;
    for (Map.Entry<Monomial, Rational> term : odd) {
      Form argument = logarithm(term.getKey()).orElseThrow();
      product = algebra.multiply(product, argument);
      powers = algebra.multiply(powers, algebra.power(argument, small(term.getValue().numerator())));
    }
    return algebra.premises.isPositive(product, algebra) ? Optional.of(powers) : Optional.empty();
  }

  /** The argument when the monomial is a lone ln|argument|. */
  static Optional<Form> logarithm(Monomial m) {
    return m.binders().isEmpty()
            && m.factors().size() == 1
            && m.factors().firstKey() instanceof Atom.Nested n
            && n.kind() == Atom.Kind.LAM
            && m.exponent(n) == 1
        ? Optional.of(n.inner())
        : Optional.empty();
  }

  private static BigInteger floor(Rational q) {
    BigInteger[] both = q.numerator().divideAndRemainder(q.denominator());
    return both[1].signum() < 0 ? both[0].subtract(BigInteger.ONE) : both[0];
  }

  int small(BigInteger exponent) {
    algebra.budget.check(Budget.Limit.DIGITS, exponent.bitLength() > 14 ? Integer.MAX_VALUE : 0);
    return exponent.intValueExact();
  }

  /** ln|u|: of products split, of numbers into primes; undefined for u = 0. */
  Form lam(Form u) {
    Divisors.Factored parts = algebra.divisors().factor(u);
    Form result = ofNumber(parts.content().numerator().abs()).minus(ofNumber(parts.content().denominator()));
    for (Map.Entry<Atom, Integer> factor : parts.common().factors().entrySet()) {
      result = result.plus(ofAtom(factor.getKey()).scale(Rational.of(factor.getValue())));
    }
    return parts.rest().isOne() ? result : result.plus(logarithmOf(parts.rest()));
  }

  private Form logarithmOf(Form rest) {
    // A logarithm splits by cases only where it exists in every case.
    List<Atom> discrete = discrete(rest);
    if (!discrete.isEmpty() && discrete.size() <= SPLITS) {
      List<Rational> values = values(discrete.get(0));
      if (values.stream().allMatch(v -> algebra.premises.isPositive(algebra.replace(rest, discrete.get(0), v), algebra))) {
        return split(rest, discrete.get(0), this::lam);
      }
    }
    return Form.of(new Atom.Nested(Atom.Kind.LAM, rest));
  }

  private Form ofAtom(Atom atom) {
    if (atom instanceof Atom.Nested n) {
      switch (n.kind()) {
        case EXP -> {
          return n.inner();
        }
        case BASE -> {
          return lam(n.inner());
        }
        case ROOT -> {
          return lam(n.inner()).scale(Rational.HALF);
        }
        case LAM, STEP, EXACT_STEP, SIN, COS -> {}
      }
    }
    return logarithmOf(Form.of(atom));
  }

  /** The logarithm of a positive integer, split into its small prime factors. */
  private Form ofNumber(BigInteger number) {
    Form result = Form.ZERO;
    BigInteger rest = number;
    for (int p = 2; p < 1000 && rest.bitLength() > 1; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      while (rest.mod(prime).signum() == 0) {
        algebra.budget.spend(1);
        rest = rest.divide(prime);
        result = result.plus(Form.of(new Atom.Nested(Atom.Kind.LAM, Form.of(Rational.of(prime)))));
      }
    }
    return rest.equals(BigInteger.ONE) ? result : result.plus(Form.of(new Atom.Nested(Atom.Kind.LAM, Form.of(Rational.of(rest)))));
  }

  // --- step

  /**
   * [u > 0] with {@code atZero} where u is 0 identically. H(cu) = H(u) for c > 0; H(-u) = 1 - H(u) only where {u = 0} is negligible (SOUNDNESS
   * 15).
   */
  private Form step(Form u, Form atZero, Atom.Kind kind) {
    if (u.isZero()) {
      return atZero;
    }
    Optional<Form> split = split(u, v -> step(v, atZero, kind));
    if (split.isPresent()) {
      return split.get();
    }
    if (algebra.premises.isPositive(u, algebra)) {
      return Form.ONE;
    }
    Form scaled = withoutPositiveFactors(u);
    Form negative = scaled.scale(Rational.MINUS_ONE);
    boolean never = kind == Atom.Kind.EXACT_STEP && algebra.premises.sign(negative) != Sign.Known.UNKNOWN;
    if (never || algebra.premises.isPositive(negative, algebra)) {
      return Form.ZERO;
    }
    Rational lead = scaled.terms().firstEntry().getValue();
    scaled = scaled.scale(lead.abs().inverse());
    if (!new Negligible(algebra).isZeroSetOf(scaled)) {
      return Form.of(new Atom.Nested(kind, scaled));
    }
    boolean above = algebra.premises.isNotNegative(scaled, algebra);
    if (above || algebra.premises.isNotNegative(scaled.scale(Rational.MINUS_ONE), algebra)) {
      // off its negligible zeros what is not negative is positive (SOUNDNESS 6)
      algebra.kinks().add(scaled);
      return above ? Form.ONE : Form.ZERO;
    }
    Optional<Form> product = stepOfProduct(scaled, kind);
    if (product.isPresent()) {
      return product.get();
    }
    if (lead.signum() > 0) {
      return Form.of(new Atom.Nested(Atom.Kind.STEP, scaled));
    }
    algebra.kinks().add(scaled.scale(Rational.MINUS_ONE));
    return Form.ONE.minus(Form.of(new Atom.Nested(Atom.Kind.STEP, scaled.scale(Rational.MINUS_ONE))));
  }

  /** The sign of a product is the product of the signs, off the zeros of the factors: these are negligible as the product's are. */
  private Optional<Form> stepOfProduct(Form u, Atom.Kind kind) {
    Divisors.Factored parts = algebra.divisors().factor(u);
    int factors = parts.common().factors().size() + (parts.rest().isOne() ? 0 : 1);
    boolean power = parts.common().factors().values().stream().anyMatch(e -> e != 1);
    if (factors > SPLITS || (factors < 2 && !power)) {
      return Optional.empty();
    }
    Form sign = Form.of(Rational.of(parts.content().signum()));
    List<Form> odd = new ArrayList<>();
    for (Map.Entry<Atom, Integer> f : parts.common().factors().entrySet()) {
      Form atom = algebra.atom(f.getKey(), 1);
      algebra.kinks().add(atom);
      if (f.getValue() % 2 != 0) {
        odd.add(atom);
      }
    }
    if (!parts.rest().isOne()) {
      algebra.kinks().add(parts.rest());
      odd.add(parts.rest());
    }
    for (Form factor : odd) {
      sign = algebra.multiply(sign, apply(kind, factor).scale(Rational.of(2)).minus(Form.ONE));
    }
    return Optional.of(sign.plus(Form.ONE).scale(Rational.HALF));
  }

  private Form withoutPositiveFactors(Form u) {
    Divisors.Factored parts = algebra.divisors().factor(u);
    NavigableMap<Atom, Integer> kept = new TreeMap<>();
    parts.common().factors().forEach((atom, e) -> {
      if (algebra.premises.sign(atom, e) != Sign.Known.POSITIVE && !algebra.premises.isPositive(algebra.atom(atom, 1), algebra)) {
        kept.put(atom, e);
      }
    });
    Algebra.Sum out = algebra.new Sum();
    algebra.addProduct(out, List.of(), kept, parts.content(), parts.rest());
    return out.form();
  }

  // --- square root, sine, cosine

  /** sqrt(a^2 b) = |a| sqrt(b); |a| = a (2[a>0] - 1), exact at 0 as well. */
  Form root(Form u) {
    if (u.isZero()) {
      return Form.ZERO;
    }
    Divisors.Factored parts = algebra.divisors().factor(u);
    BigInteger number = parts.content().numerator().multiply(parts.content().denominator()).abs();
    BigInteger square = squareIn(number);
    Form outside = Form.of(new Rational(square, parts.content().denominator()));
    Rational inside = Rational.of(number.divide(square.multiply(square)));
    NavigableMap<Atom, Integer> left = new TreeMap<>();
    for (Map.Entry<Atom, Integer> factor : parts.common().factors().entrySet()) {
      Atom atom = factor.getKey();
      int e = factor.getValue();
      if (atom instanceof Atom.Nested n && n.kind() == Atom.Kind.EXP) {
        outside = algebra.multiply(outside, exp(n.inner().scale(Rational.of(e, 2))));
        continue;
      }
      int odd = Math.floorMod(e, 2);
      int half = Math.floorDiv(e, 2);
      boolean positive = algebra.premises.isPositive(algebra.atom(atom, 1), algebra);
      outside = algebra.multiply(outside, positive || half % 2 == 0 ? algebra.atom(atom, half) : absolute(atom, half));
      if (odd != 0 && positive) {
        outside = algebra.multiply(outside, Form.of(new Atom.Nested(Atom.Kind.ROOT, algebra.atom(atom, 1))));
      } else if (odd != 0) {
        left.put(atom, 1);
      }
    }
    if (!inside.isOne()) {
      outside = algebra.multiply(outside, Form.of(new Atom.Nested(Atom.Kind.ROOT, Form.of(inside))));
    }
    Algebra.Sum rest = algebra.new Sum();
    algebra.addProduct(rest, List.of(), left, Rational.of(parts.content().signum()), parts.rest());
    Form under = rest.form();
    return under.isOne() ? outside : algebra.multiply(outside, Form.of(new Atom.Nested(Atom.Kind.ROOT, under)));
  }

  private Form absolute(Atom atom, int power) {
    Form sign = apply(Atom.Kind.STEP, algebra.atom(atom, 1)).scale(Rational.of(2)).minus(Form.ONE);
    return algebra.multiply(algebra.atom(atom, power), sign);
  }

  /** The greatest number, of small primes, whose square divides it. */
  private BigInteger squareIn(BigInteger number) {
    BigInteger root = number.sqrt();
    if (root.multiply(root).equals(number)) {
      return root;
    }
    BigInteger found = BigInteger.ONE;
    BigInteger rest = number;
    for (int p = 2; p < 1000; p++) {
      BigInteger square = BigInteger.valueOf((long) p * p);
      while (rest.bitLength() > 1 && rest.mod(square).signum() == 0) {
        algebra.budget.spend(1);
        rest = rest.divide(square);
        found = found.multiply(BigInteger.valueOf(p));
      }
    }
    return found;
  }

  private Form circular(Atom.Kind kind, Form u) {
    if (u.isZero()) {
      return kind == Atom.Kind.COS ? Form.ONE : Form.ZERO;
    }
    Optional<Form> split = split(u, v -> circular(kind, v));
    if (split.isPresent()) {
      return split.get();
    }
    boolean flip = u.terms().firstEntry().getValue().signum() < 0;
    Form value = Form.of(new Atom.Nested(kind, flip ? u.scale(Rational.MINUS_ONE) : u));
    return flip && kind == Atom.Kind.SIN ? value.scale(Rational.MINUS_ONE) : value;
  }

  // --- powers of atoms

  /** What a power of one atom simplifies to, when it does: H^2 = H, s^2 = u, y^2 = y, cos^2 = 1 - sin^2, B^k multiplied out. */
  Optional<Form> power(Atom atom, int e) {
    return switch (atom) {
      case Atom.Kronecker a -> e > 1 ? Optional.of(Form.of(atom)) : Optional.empty();
      case Atom.Kappa a -> e > 1 ? Optional.of(Form.of(atom)) : Optional.empty();
      case Atom.Guarded a -> e > 1 && a.body().isOne() ? Optional.of(Form.of(atom)) : Optional.empty();
      case Atom.Part a -> algebra.premises.values(a.family()).flatMap(v -> label(a, e, v));
      case Atom.Nested a ->
          switch (a.kind()) {
            case STEP, EXACT_STEP -> e > 1 ? Optional.of(Form.of(atom)) : Optional.empty();
            case ROOT -> root(a, e);
            case COS -> e > 1 ? Optional.of(cosine(a, e)) : Optional.empty();
            case BASE -> e > 0 ? Optional.of(algebra.power(a.inner(), e)) : Optional.empty();
            case EXP, LAM, SIN -> Optional.empty();
          };
      case Atom.SizeOf a -> Optional.empty();
      case Atom.PlaceOf a -> Optional.empty();
      case Atom.Pi a -> Optional.empty();
      case Atom.Called a -> Optional.empty();
    };
  }

  private Optional<Form> root(Atom.Nested root, int e) {
    if (e == 0 || e == 1) {
      return Optional.empty();
    }
    Form whole = algebra.power(root.inner(), Math.floorDiv(e, 2));
    return Optional.of(Math.floorMod(e, 2) == 0 ? whole : algebra.multiply(whole, Form.of(root)));
  }

  private Form cosine(Atom.Nested cosine, int e) {
    Form sine = Form.of(new Atom.Nested(Atom.Kind.SIN, cosine.inner()));
    Form square = Form.ONE.minus(algebra.multiply(sine, sine));
    Form whole = algebra.power(square, e / 2);
    return e % 2 == 0 ? whole : algebra.multiply(whole, Form.of(cosine));
  }

  /** y^e as a polynomial of lower degree that agrees at all values. */
  private Optional<Form> label(Atom.Part y, int e, List<Rational> values) {
    if (e < values.size() && (e > 0 || values.contains(Rational.ZERO))) {
      return Optional.empty();
    }
    Form result = Form.ZERO;
    for (Rational value : values) {
      if (!value.isZero()) {
        result = result.plus(indicator(y, value, values).scale(value.pow(e)));
      }
    }
    return Optional.of(result);
  }

  // --- guards

  Form guard(Guards.Kind condition, List<Index> indices, List<Form> forms, Form body) {
    return new Guards(algebra).guard(condition, indices, forms, body);
  }
}
