package dev.gradus.proof.kernel;

import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random small changes of a term: the slips of a pen ({@link #changed}), and rewritings that keep its value ({@link #rewritten}). */
final class Mutants {
  private final Random random;
  private final List<Index> free;
  private final List<Family> families;
  private int at;
  private int bound;

  /**
   * @param free the indices that may stand in for others of their range
   * @param families the families whose members may stand in for others of the same axes
   */
  Mutants(Random random, List<Index> free, List<Family> families) {
    this.random = random;
    this.free = List.copyOf(free);
    this.families = List.copyOf(families);
  }

  /** One node changed: a sign, a factor, a summand, an exponent, a constant, an index, a letter, a function or a sum. */
  Term changed(Term term) {
    int[] nodes = {0};
    Terms.visit(term, t -> nodes[0]++);
    at = random.nextInt(nodes[0]);
    return change(term, List.of());
  }

  private Term change(Term term, List<Index> scope) {
    if (at-- == 0) {
      return slip(term, scope);
    }
    if (term instanceof Term.Over o) {
      List<Index> inner = new ArrayList<>(scope);
      inner.add(o.index());
      return new Term.Over(o.index(), change(o.body(), inner));
    }
    return Terms.mapParts(term, t -> change(t, scope));
  }

  private Term slip(Term term, List<Index> scope) {
    return switch (term) {
      case Rational r -> random.nextBoolean() ? r.negate() : r.plus(random.nextBoolean() ? Rational.ONE : Rational.MINUS_ONE);
      case Term.Size s -> Rational.ONE;
      case Term.Place p -> Rational.ONE;
      case Term.Pi p -> Rational.of(3);
      case Term.Entry e -> random.nextInt(4) == 0 ? other(e) : moved(e, scope);
      case Term.Delta d -> random.nextBoolean() ? Rational.ONE : new Term.Delta(d.left(), like(d.right(), scope));
      case Term.Sum s -> random.nextBoolean() ? new Term.Sum(without(s.terms())) : new Term.Sum(negated(s.terms()));
      case Term.Product p -> random.nextBoolean() ? new Term.Product(without(p.factors())) : Terms.negate(p);
      case Term.Power p -> new Term.Power(p.base(), p.exponent() + (random.nextBoolean() ? 1 : -1));
      case Term.Apply a ->
          switch (random.nextInt(3)) {
            case 0 -> a.argument();
            case 1 -> new Term.Apply(a.function(), Terms.negate(a.argument()));
            default -> a.function() == Elementary.EXP ? Terms.product(a.argument(), a) : Terms.exp(a.argument());
          };
      case Term.Over o -> random.nextBoolean() ? Terms.negate(o) : new Term.Over(o.index(), Terms.product(o.body(), o.body()));
      case Term.Guard g -> g.body();
    };
  }

  private Term other(Term.Entry e) {
    List<Family> alike = families.stream().filter(f -> f.axes().equals(e.family().axes())).toList();
    return alike.isEmpty() ? Terms.negate(e) : new Term.Entry(alike.get(random.nextInt(alike.size())), e.indices());
  }

  private Term moved(Term.Entry e, List<Index> scope) {
    if (e.indices().isEmpty()) {
      return Terms.negate(e);
    }
    int k = random.nextInt(e.indices().size());
    List<Index> indices = new ArrayList<>(e.indices());
    indices.set(k, like(indices.get(k), scope));
    return new Term.Entry(e.family(), indices);
  }

  /** An index of the same range that has a meaning here. */
  private Index like(Index index, List<Index> scope) {
    List<Index> known = new ArrayList<>(scope);
    known.addAll(free);
    known.removeIf(i -> !i.range().equals(index.range()) || i.equals(index));
    return known.isEmpty() ? index : known.get(random.nextInt(known.size()));
  }

  private List<Term> without(List<Term> terms) {
    List<Term> left = new ArrayList<>(terms);
    left.remove(random.nextInt(left.size()));
    return left;
  }

  private List<Term> negated(List<Term> terms) {
    List<Term> all = new ArrayList<>(terms);
    int k = random.nextInt(all.size());
    all.set(k, Terms.negate(all.get(k)));
    return all;
  }

  /** The same value everywhere: shuffled, multiplied out in one place, split, with 0 added and 1 multiplied, fractions extended, binders renamed. */
  Term rewritten(Term term) {
    Set<Integer> taken = new HashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Over o) {
            taken.add(o.index().number());
          }
        });
    bound = Math.max(bound, taken.stream().mapToInt(k -> k).max().orElse(0));
    return rewrite(term);
  }

  private Term rewrite(Term term) {
    Term inner = Terms.mapParts(term, this::rewrite);
    return switch (inner) {
      case Term.Sum s -> Terms.sum(shuffled(s.terms()));
      case Term.Product p -> random.nextInt(3) == 0 ? expanded(p) : Terms.product(shuffled(p.factors()));
      case Term.Power p when p.exponent() == 2 && random.nextBoolean() -> Terms.product(p.base(), p.base());
      case Term.Over o when random.nextBoolean() -> renamed(o);
      case Term.Apply a when a.function() == Elementary.EXP && random.nextInt(3) == 0 ->
          Terms.power(Terms.exp(Terms.negate(a.argument())), -1);
      case Rational r when random.nextInt(3) == 0 -> Terms.sum(r.plus(Rational.ONE), Rational.MINUS_ONE);
      case Term.Entry e when random.nextInt(4) == 0 -> Terms.sum(Terms.product(Rational.of(2), e), Terms.negate(e));
      default -> inner;
    };
  }

  private Term renamed(Term.Over o) {
    Index.Bound fresh = new Index.Bound(++bound, o.index().range());
    return new Term.Over(fresh, Terms.substitute(o.body(), o.index(), fresh));
  }

  private Term expanded(Term.Product p) {
    for (Term factor : p.factors()) {
      if (factor instanceof Term.Sum s) {
        List<Term> others = new ArrayList<>(p.factors());
        others.remove(factor);
        // one copy is kept as it is, so the binders of the others get numbers of their own
        return Terms.sum(s.terms().stream().map(t -> Terms.product(t, Terms.product(others.stream().map(this::fresh).toList()))).toList());
      }
    }
    return Terms.product(shuffled(p.factors()));
  }

  private Term fresh(Term term) {
    Term inner = Terms.mapParts(term, this::fresh);
    return inner instanceof Term.Over o ? renamed(o) : inner;
  }

  private List<Term> shuffled(List<Term> terms) {
    List<Term> all = new ArrayList<>(terms);
    Collections.shuffle(all, random);
    return all;
  }
}
