package dev.gradus.proof.kernel;

import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.TermOrder;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Guards on forms (SOUNDNESS 3). A guard on open indices is resolved by the pattern. [i != j] t becomes t - delta_ij t only if t is defined at i = j
 * too; a guard that can be neither resolved nor rewritten stays an atom around the part of t that may be undefined.
 */
final class Guards {
  /** The conditions, as in {@link Condition}. */
  enum Kind {
    SAME,
    DISTINCT,
    BEFORE,
    POSITIVE,
    NOT_NEGATIVE,
    ZERO,
    NOT_ZERO;

    static Kind of(Condition condition) {
      return switch (condition) {
        case Condition.Same c -> SAME;
        case Condition.Distinct c -> DISTINCT;
        case Condition.Before c -> BEFORE;
        case Condition.Positive c -> POSITIVE;
        case Condition.NonNegative c -> NOT_NEGATIVE;
        case Condition.Zero c -> ZERO;
        case Condition.NonZero c -> NOT_ZERO;
      };
    }
  }

  private final Algebra algebra;

  Guards(Algebra algebra) {
    this.algebra = algebra;
  }

  /** What a condition on indices is worth in this pattern, when it is known. */
  static Optional<Boolean> resolve(Kind kind, Index left, Index right) {
    boolean same = TermOrder.compare(left, right) == 0;
    boolean open = !(left instanceof Index.Bound) && !(right instanceof Index.Bound);
    return switch (kind) {
      case SAME -> same || open ? Optional.of(same) : Optional.empty();
      case DISTINCT -> same || open ? Optional.of(!same) : Optional.empty();
      case BEFORE -> {
        if (same) {
          yield Optional.of(false);
        }
        yield left instanceof Index.Literal a && right instanceof Index.Literal b
            ? Optional.of(a.value() < b.value())
            : Optional.empty();
      }
      case POSITIVE, NOT_NEGATIVE, ZERO, NOT_ZERO -> Optional.empty();
    };
  }

  Form guard(Kind kind, List<Index> indices, List<Form> forms, Form body) {
    if (body.isZero()) {
      return body;
    }
    if (!indices.isEmpty()) {
      return onIndices(kind, indices, body);
    }
    Form u = forms.get(0);
    Optional<Boolean> known = known(kind, u);
    if (known.isPresent()) {
      return known.get() ? body : Form.ZERO;
    }
    return isTotal(body) ? algebra.multiply(indicator(kind, u), body) : kept(kind, indices, forms, body);
  }

  private Form onIndices(Kind kind, List<Index> indices, Form body) {
    Optional<Boolean> known = resolve(kind, indices.get(0), indices.get(1));
    if (known.isPresent()) {
      return known.get() ? body : Form.ZERO;
    }
    Form delta = algebra.kronecker(indices.get(0), indices.get(1));
    return switch (kind) {
      case SAME -> algebra.multiply(delta, body);
      case DISTINCT -> isTotal(body) ? body.minus(algebra.multiply(delta, body)) : kept(kind, sorted(indices), List.of(), body);
      case BEFORE -> kept(kind, indices, List.of(), body);
      case POSITIVE, NOT_NEGATIVE, ZERO, NOT_ZERO -> throw new IllegalArgumentException("a condition on a term has no indices");
    };
  }

  private static List<Index> sorted(List<Index> pair) {
    return pair.stream().sorted(TermOrder.INDICES).toList();
  }

  private Optional<Boolean> known(Kind kind, Form u) {
    if (u.isZero()) {
      return Optional.of(kind == Kind.NOT_NEGATIVE || kind == Kind.ZERO);
    }
    if (algebra.premises.isPositive(u, algebra)) {
      return Optional.of(kind != Kind.ZERO);
    }
    if (algebra.premises.isPositive(u.scale(Rational.MINUS_ONE), algebra)) {
      return Optional.of(kind == Kind.NOT_ZERO);
    }
    return Optional.empty();
  }

  /** [u>0], [u>=0], [u=0], [u!=0] by exact steps. */
  private Form indicator(Kind kind, Form u) {
    Form above = algebra.functions.apply(Atom.Kind.EXACT_STEP, u);
    Form below = algebra.functions.apply(Atom.Kind.EXACT_STEP, u.scale(Rational.MINUS_ONE));
    return switch (kind) {
      case POSITIVE -> above;
      case NOT_NEGATIVE -> Form.ONE.minus(below);
      case ZERO -> Form.ONE.minus(above).minus(below);
      case NOT_ZERO -> above.plus(below);
      case SAME, DISTINCT, BEFORE -> throw new IllegalArgumentException("a condition on indices has no sign");
    };
  }

  /** The guard as an atom, around the factors that may be undefined; what is defined everywhere moves out. */
  private Form kept(Kind kind, List<Index> indices, List<Form> forms, Form body) {
    Algebra.Sum out = algebra.new Sum();
    for (Map.Entry<Monomial, Rational> term : body.terms().entrySet()) {
      Monomial m = algebra.open(term.getKey());
      NavigableMap<Atom, Integer> outside = new TreeMap<>();
      NavigableMap<Atom, Integer> inside = new TreeMap<>();
      m.factors().forEach((atom, e) -> (isTotal(atom, e) ? outside : inside).put(atom, e));
      Form partial = Form.of(new Monomial(List.of(), inside), Rational.ONE);
      outside.put(new Atom.Guarded(kind, indices, forms, partial), 1);
      algebra.add(out, m.binders(), outside, term.getValue());
    }
    return out.form();
  }

  /** Whether every atom of the form is defined at all points the facts allow and at which the term, as written, is defined. */
  boolean isTotal(Form form) {
    algebra.budget.spend(form.size());
    return form.terms().keySet().stream().allMatch(m -> m.factors().entrySet().stream().allMatch(f -> isTotal(f.getKey(), f.getValue())));
  }

  boolean isTotal(Atom atom, int exponent) {
    if (exponent < 0 && algebra.premises.sign(atom, 1) != Sign.Known.POSITIVE && !algebra.premises.isPositive(algebra.atom(atom, 1), algebra)) {
      return false;
    }
    if (atom instanceof Atom.Guarded g) {
      return g.forms().stream().allMatch(this::isTotal) && isTotal(g.body());
    }
    if (atom instanceof Atom.Nested n && n.kind() == Atom.Kind.LAM && !algebra.premises.isPositive(n.inner(), algebra)) {
      return false;
    }
    if (atom instanceof Atom.Nested n && n.kind() == Atom.Kind.ROOT && algebra.premises.sign(n.inner()) == Sign.Known.UNKNOWN) {
      return false;
    }
    return atom.insides().stream().allMatch(this::isTotal);
  }
}
