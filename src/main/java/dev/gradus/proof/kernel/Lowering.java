package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Terms to forms. Open indices are different elements in this pattern; sums over ranges of a small fixed size are written out. */
final class Lowering {
  /** Sums over ranges of a fixed size up to this are written out. */
  static final int WRITTEN_OUT = 12;

  private final Algebra algebra;
  private final Map<Index, Index> names = new TreeMap<>(TermOrder.INDICES);

  Lowering(Algebra algebra) {
    this.algebra = algebra;
  }

  Form of(Term term) {
    return of(term, 0);
  }

  private Form of(Term term, int depth) {
    algebra.budget.spend(1);
    algebra.budget.check(Budget.Limit.DEPTH, depth);
    return switch (term) {
      case Rational r -> Form.of(r);
      case Term.Size s -> algebra.size(s.range());
      case Term.Place p -> algebra.place(index(p.index()));
      case Term.Pi p -> Form.of(new Atom.Pi());
      case Term.Entry e -> algebra.part(e.family(), e.indices().stream().map(this::index).toList());
      case Term.Delta d -> algebra.kronecker(index(d.left()), index(d.right()));
      case Term.Sum s -> {
        Form sum = Form.ZERO;
        for (Term t : s.terms()) {
          sum = sum.plus(of(t, depth + 1));
        }
        yield sum;
      }
      case Term.Product p -> product(p, depth);
      case Term.Power p -> p.exponent() == 0 ? Form.ONE : algebra.power(of(p.base(), depth + 1), p.exponent());
      case Term.Apply(Function.Elementary f, Term.Power(Term base, int n)) when f == Function.Elementary.SQRT && n > 0 && n % 2 == 0 && !(base instanceof Term.Entry) -> rootOfPower(base, n, depth);
      case Term.Apply a -> apply(a.function(), of(a.argument(), depth + 1));
      case Term.Over o -> over(o, depth);
      case Term.Guard g -> guard(g, depth);
    };
  }

  private Form product(Term.Product product, int depth) {
    // 0 times anything is 0 where it is defined; the domain is read off the term as written.
    if (product.factors().contains(Rational.ZERO)) {
      return Form.ZERO;
    }
    Form result = Form.ONE;
    for (Term t : product.factors()) {
      result = algebra.multiply(result, of(t, depth + 1));
    }
    return result;
  }

  /** The root of an even power: of the base, or of its absolute value where its sign matters and is not seen to be nowhere negative. */
  private Form rootOfPower(Term base, int exponent, int depth) {
    Form form = of(base, depth + 1);
    Sign.Known sign = algebra.premises.sign(form);
    boolean itself = exponent % 4 == 0 || sign == Sign.Known.POSITIVE || sign == Sign.Known.NOT_NEGATIVE;
    return algebra.power(itself ? form : of(Terms.abs(base), depth + 1), exponent / 2);
  }

  private Form apply(Function function, Form u) {
    return switch (function) {
      case Function.Elementary e ->
          switch (e) {
            case EXP -> algebra.functions.apply(Atom.Kind.EXP, u);
            case LOG -> algebra.functions.apply(Atom.Kind.LAM, u);
            case STEP -> algebra.functions.apply(Atom.Kind.STEP, u);
            case SQRT -> algebra.functions.apply(Atom.Kind.ROOT, u);
            case SIN -> algebra.functions.apply(Atom.Kind.SIN, u);
            case COS -> algebra.functions.apply(Atom.Kind.COS, u);
          };
      case Function.Opaque f -> algebra.functions.call(f, u);
      // a limit whose value is not looked for: nothing is known of it, and it is told apart by all that it says (Limits)
      case Function.Limit l -> algebra.functions.call(new Function.Opaque(l.toString(), 0, Family.Kind.UNKNOWN), u);
    };
  }

  private Form over(Term.Over over, int depth) {
    Range range = over.index().range();
    Optional<Index> outer = Optional.ofNullable(names.get(over.index()));
    Form result = Form.ZERO;
    if (range.fixed().isPresent() && range.fixed().getAsInt() <= WRITTEN_OUT) {
      for (int k = 1; k <= range.fixed().getAsInt(); k++) {
        names.put(over.index(), new Index.Literal(k, range));
        result = result.plus(of(over.body(), depth + 1));
      }
    } else {
      Index.Bound fresh = algebra.freshBound(range);
      names.put(over.index(), fresh);
      result = algebra.over(fresh, of(over.body(), depth + 1));
    }
    names.remove(over.index());
    outer.ifPresent(i -> names.put(over.index(), i));
    return result;
  }

  private Form guard(Term.Guard guard, int depth) {
    Guards.Kind kind = Guards.Kind.of(guard.condition());
    List<Index> indices = Terms.indices(guard.condition()).stream().map(this::index).toList();
    if (!indices.isEmpty()) {
      Optional<Boolean> known = Guards.resolve(kind, indices.get(0), indices.get(1));
      if (known.isPresent()) {
        return known.get() ? of(guard.body(), depth + 1) : Form.ZERO;
      }
    }
    List<Form> forms = Terms.terms(guard.condition()).stream().map(t -> of(t, depth + 1)).toList();
    try {
      return algebra.functions.guard(kind, indices, forms, of(guard.body(), depth + 1));
    } catch (Algebra.Undefined undefined) {
      // Where the term is defined the guard is false.
      return Form.ZERO;
    }
  }

  private Index index(Index index) {
    Index renamed = names.getOrDefault(index, index);
    boolean fixedLast =
        renamed instanceof Index.Literal l && l.value() == Index.Literal.LAST && l.range().fixed().isPresent();
    return fixedLast ? new Index.Literal(renamed.range().fixed().orElseThrow(), renamed.range()) : renamed;
  }

  /** Records what the domain of the sides as written says to be positive or not negative, and such terms among the facts. */
  void recordPositive(List<Domain.Presupposition> presuppositions) {
    for (Domain.Presupposition p : presuppositions) {
      if (p.guards().isEmpty()) {
        // every range has an element: what does not depend on it holds
        record(p.under().stream().filter(b -> Terms.terms(p.condition()).stream().anyMatch(t -> Terms.mentions(t, b))).toList(), p.condition());
      }
    }
    algebra.premises.conditions().forEach(c -> record(List.of(), c));
  }

  private void record(List<Index.Bound> under, Condition condition) {
    boolean divisor = condition instanceof Condition.NonZero && under.isEmpty();
    if (!divisor && !(condition instanceof Condition.Positive || condition instanceof Condition.NonNegative)) {
      return;
    }
    boolean strict = condition instanceof Condition.Positive;
    List<Index.Bound> fresh = under.stream().map(b -> algebra.freshBound(b.range())).toList();
    for (int k = 0; k < under.size(); k++) {
      names.put(under.get(k), fresh.get(k));
    }
    try {
      Form form = of(Terms.terms(condition).getFirst());
      if (divisor) {
        algebra.premises.recordNotZero(form);
        return;
      }
      algebra.premises.record(fresh, form, strict);
      Form whole = form;
      for (Map.Entry<Atom, Integer> f : form.single().map(Monomial::factors).orElse(new TreeMap<>()).entrySet()) {
        Form base = f.getKey() instanceof Atom.Nested n && n.kind() == Atom.Kind.BASE ? n.inner() : Form.of(f.getKey());
        whole = f.getValue() < 0 ? algebra.multiply(whole, algebra.power(base, -2 * f.getValue())) : whole;
      }
      if (strict && whole.compareTo(form) != 0) {
        algebra.premises.record(fresh, whole, true); // u / v > 0 where u v > 0
      }
      if (strict) {
        both(fresh, Terms.terms(condition).getFirst());
      }
    } catch (Algebra.Undefined undefined) {
      // A term without value records nothing; the witness will refuse the claim.
    } finally {
      under.forEach(names::remove);
    }
  }

  /** Of a product or quotient that is positive: u v > 0 and u + v > 0 make both positive, as p and 1 - p where p / (1 - p) > 0. */
  private void both(List<Index.Bound> under, Term product) {
    List<Form> factors = new ArrayList<>();
    for (Term f : product instanceof Term.Product p ? p.factors() : List.<Term>of()) {
      boolean odd = !(f instanceof Term.Power w) || w.exponent() % 2 != 0;
      if (odd) {
        factors.add(of(f instanceof Term.Power w ? w.base() : f));
      }
    }
    if (factors.size() == 2 && algebra.premises.sign(factors.get(0).plus(factors.get(1))) == Sign.Known.POSITIVE) {
      factors.forEach(f -> algebra.premises.record(under, f, true));
    }
  }
}
