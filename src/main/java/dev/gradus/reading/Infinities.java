package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Infinity as a number, {@code e^{-\infty} = 0}, {@code \frac{1}{1+e^{\infty}}}: the value in the extended reals, which is the limit of the expression with one number
 * that grows beyond all bounds in the place of each infinity (READING 13). Only where that value is determined by the parts alone: what holds infinity minus infinity,
 * zero times infinity, infinity over infinity, one to the infinity is not read, whatever the limit would be.
 */
final class Infinities {
  /** What the growing number is called; the name under which infinity is mentioned. */
  private static final String KEY = "\\infty";

  /** How a part of an expression behaves. */
  private enum Kind {
    /** holds no infinity */
    PLAIN,
    PLUS,
    MINUS,
    /** tends to zero */
    VANISHING,
    /** tends to a number, which may be zero */
    FINITE,
    /** tends to something, infinite or not */
    OPEN
  }

  private final Elaborator elaborator;
  private final Session session;

  Infinities(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** Whether an expression holds infinity as a number: not as what a letter tends to or a sum ends at. */
  static boolean in(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> s.name().equals("infty");
      case Notation.BigOperator b -> in(b.body());
      case Notation.Infix i when i.op().equals("to") -> false;
      default -> Notations.children(n).stream().anyMatch(Infinities::in);
    };
  }

  /** The value of an expression that {@link #in holds} infinity, but is not infinity itself; a misfit where it is not determined. */
  Value read(Notation side) {
    if (kind(side) == Kind.PLAIN) {
      throw undetermined();
    }
    Family growing = session.dummy();
    Value before = session.arguments.put(KEY, Value.number(growing.at()));
    Value read;
    try {
      read = session.now(elaborator.read(side));
    } finally {
      session.arguments.remove(KEY);
      if (before != null) {
        session.arguments.put(KEY, before);
      }
    }
    Term inside = session.unfold(read.body(), Collections.emptySet());
    if (!Terms.families(inside).contains(growing)) {
      throw undetermined();
    }
    return read.with(new Term.Apply(new Function.Limit(growing, Function.Toward.INFINITY, Rational.ZERO), inside));
  }

  /** {@code \ln 0} where the text says that it is infinite: {@code \ln(1/\infty)}; none where no logarithm of zero stands in the expression, or several do. */
  static Optional<Notation> logarithm(Notation n) {
    return switch (n) {
      case Notation.Summed s when s.items().size() == 1 ->
          logarithm(s.items().get(0).item()).map(x -> new Notation.Summed(s.span(), List.of(new Notation.Signed(s.items().get(0).sign(), x))));
      case Notation.Bracketed b when b.open().equals("(") -> logarithm(b.body()).map(x -> new Notation.Bracketed(b.span(), b.open(), x, b.close()));
      case Notation.Juxtaposed j when j.factors().size() == 2 && j.factors().get(1).op() == Op.NONE && logarithmic(j.factors().get(0).item()) && zero(j.factors().get(1).item()) -> {
        Notation last = j.factors().get(1).item();
        Notation tends = new Notation.Fraction(last.span(), new Notation.Numeral(last.span(), "1"), new Notation.Symbol(last.span(), "infty"));
        yield Optional.of(new Notation.Juxtaposed(j.span(), List.of(j.factors().get(0), new Factor(Op.NONE, new Notation.Bracketed(last.span(), "(", tends, ")")))));
      }
      default -> Optional.empty();
    };
  }

  private static boolean logarithmic(Notation n) {
    return n instanceof Notation.Words w && (w.text().equals("log") || w.text().equals("ln"));
  }

  private static boolean zero(Notation n) {
    return Conditions.isNumeral(n, "0") || (n instanceof Notation.Bracketed b && b.open().equals("(") && Conditions.isNumeral(b.body(), "0"));
  }

  private static Misfit undetermined() {
    return Misfit.notBuilt("infinity outside of a limit");
  }

  private Kind kind(Notation n) {
    if (!in(n)) {
      return Kind.PLAIN;
    }
    return switch (n) {
      case Notation.Symbol s -> Kind.PLUS;
      case Notation.Bracketed b when List.of("(", "[", "\\{", ".").contains(b.open()) -> kind(b.body());
      case Notation.Summed s -> sum(s);
      case Notation.Fraction f -> quotient(kind(f.numerator()), f.numerator(), kind(f.denominator()), f.denominator());
      case Notation.Juxtaposed j -> product(j);
      case Notation.Scripted s when s.sub().isEmpty() && s.primes() == 0 && s.sup().isPresent() -> power(s.base(), s.sup().get());
      case Notation.Root r when r.degree().isEmpty() && kind(r.radicand()) == Kind.PLUS -> Kind.PLUS;
      case Notation.Annotated a -> kind(a.body());
      default -> throw undetermined();
    };
  }

  private Kind sum(Notation.Summed s) {
    List<Kind> found = new ArrayList<>();
    for (Notation.Signed item : s.items()) {
      boolean minus = item.sign() == Notation.Sign.MINUS;
      if (!minus && item.sign() != Notation.Sign.PLUS) {
        throw undetermined();
      }
      Kind k = kind(item.item());
      found.add(minus && k == Kind.PLUS ? Kind.MINUS : minus && k == Kind.MINUS ? Kind.PLUS : k);
    }
    boolean plus = found.contains(Kind.PLUS);
    boolean minus = found.contains(Kind.MINUS);
    boolean open = found.contains(Kind.OPEN);
    if ((plus && minus) || ((plus || minus) && open) || (open && found.stream().filter(k -> k == Kind.OPEN).count() > 1)) {
      throw undetermined();
    }
    return plus ? Kind.PLUS : minus ? Kind.MINUS : open ? Kind.OPEN : found.stream().allMatch(k -> k == Kind.VANISHING) ? Kind.VANISHING : Kind.FINITE;
  }

  /** Factors and the functions among them with their arguments. */
  private Kind product(Notation.Juxtaposed j) {
    Kind total = null;
    Notation whole = j;
    List<Factor> factors = j.factors();
    int k = 0;
    while (k < factors.size()) {
      Factor f = factors.get(k);
      boolean applied = k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE && session.mentions().of(f.item()).filter(elaborator.functions::isFunction).isPresent();
      Notation item = f.item();
      Kind next = applied ? function(item, factors.get(k + 1).item()) : kind(item);
      k += applied ? 2 : 1;
      if (applied && next != Kind.PLAIN && k < factors.size() && factors.get(k).op() == Op.NONE) {
        // where the argument ends is not certain
        throw undetermined();
      }
      if (total == null) {
        total = next;
        whole = item;
      } else if (f.op() == Op.SLASH) {
        total = quotient(total, whole, next, item);
      } else {
        total = times(total, whole, next, item);
      }
    }
    return total == null ? Kind.PLAIN : total;
  }

  private Kind times(Kind a, Notation left, Kind b, Notation right) {
    if (a == Kind.PLAIN && b == Kind.PLAIN) {
      return Kind.PLAIN;
    }
    if (a != Kind.PLAIN && b != Kind.PLAIN) {
      boolean infinite = (a == Kind.PLUS || a == Kind.MINUS) && (b == Kind.PLUS || b == Kind.MINUS);
      boolean finite = (a == Kind.VANISHING || a == Kind.FINITE) && (b == Kind.VANISHING || b == Kind.FINITE);
      if (!infinite && !finite) {
        throw undetermined();
      }
      return infinite ? a == b ? Kind.PLUS : Kind.MINUS : a == Kind.VANISHING || b == Kind.VANISHING ? Kind.VANISHING : Kind.FINITE;
    }
    Kind k = a == Kind.PLAIN ? b : a;
    Notation plain = a == Kind.PLAIN ? left : right;
    return switch (k) {
      case VANISHING, FINITE -> k;
      case PLUS -> positive(plain) ? Kind.PLUS : letter(plain);
      case MINUS -> positive(plain) ? Kind.MINUS : letter(plain);
      case OPEN, PLAIN -> {
        if (!positive(plain)) {
          throw undetermined();
        }
        yield Kind.OPEN;
      }
    };
  }

  private static boolean positive(Notation n) {
    return n instanceof Notation.Numeral d && d.digits().chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  /** A letter that nothing defines times infinity: its sign, if stated, decides. Anything else may be zero. */
  private Kind letter(Notation n) {
    boolean free = session.mentions().of(n).filter(m -> m.plain() && session.names.definition(m.key(), session.part).isEmpty()).isPresent();
    if (!free) {
      throw undetermined();
    }
    return Kind.OPEN;
  }

  private Kind quotient(Kind above, Notation numerator, Kind below, Notation denominator) {
    boolean infinite = above == Kind.PLUS || above == Kind.MINUS;
    return switch (below) {
      case PLAIN -> above == Kind.VANISHING || above == Kind.FINITE ? above : times(above, numerator, Kind.PLAIN, denominator);
      case PLUS, MINUS -> {
        if (infinite || above == Kind.OPEN) {
          throw undetermined();
        }
        yield Kind.VANISHING;
      }
      case VANISHING -> {
        if (above != Kind.PLAIN || !positive(numerator)) {
          throw undetermined();
        }
        yield Kind.OPEN;
      }
      case FINITE -> {
        if (infinite || above == Kind.OPEN) {
          throw undetermined();
        }
        yield Kind.OPEN;
      }
      case OPEN -> throw undetermined();
    };
  }

  private Kind power(Notation base, Notation exponent) {
    Kind above = kind(exponent);
    if (above == Kind.PLAIN) {
      if (!positive(exponent)) {
        throw undetermined();
      }
      Kind below = kind(base);
      return below == Kind.MINUS ? Kind.OPEN : below;
    }
    boolean exponential = session.mentions().of(base).filter(m -> elaborator.functions.isConstantPower(m.toPower(exponent))).isPresent();
    boolean large = base instanceof Notation.Numeral d && d.digits().length() < 10 && d.digits().chars().allMatch(Character::isDigit) && Long.parseLong(d.digits()) > 1;
    if (!exponential && !large) {
      throw undetermined();
    }
    return exponential(above);
  }

  private static Kind exponential(Kind exponent) {
    return exponent == Kind.MINUS ? Kind.VANISHING : exponent == Kind.VANISHING ? Kind.FINITE : exponent;
  }

  private Kind function(Notation name, Notation argument) {
    Kind k = kind(argument);
    if (k == Kind.PLAIN) {
      return k;
    }
    Mention m = session.mentions().of(name).orElseThrow();
    if (!m.plain()) {
      throw undetermined();
    }
    return switch (m.key()) {
      case "exp" -> exponential(k);
      case "log", "ln" -> k == Kind.PLUS ? k : Kind.OPEN;
      default -> Kind.OPEN;
    };
  }
}
