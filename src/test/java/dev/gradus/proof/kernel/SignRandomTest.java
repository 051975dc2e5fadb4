package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.proof.kernel.Sign.Known;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random terms: what the kernel says of a sign holds at random points of plain arithmetic; every quotient equals its term. */
class SignRandomTest {
  private static final Range N = Range.of("n");
  private static final Index.Free I = new Index.Free("i", N);
  private static final Index.Free J = new Index.Free("j", N);
  private static final Family XS = Family.variable("xs", N);
  private static final Family X = Family.variable("x");
  private static final Family P = Family.variable("p");
  private static final Family Y = Family.variable("y");
  private static final Family W = Family.variable("w", N);
  private static final List<Assumption> FACTS =
      List.of(
          Assumption.stated(new Fact.AllInUnitInterval(P), "0 < p < 1"),
          Assumption.stated(new Fact.OneOf(Y, List.of(Rational.ZERO, Rational.ONE)), "y in {0,1}"),
          Assumption.stated(new Fact.AllPositive(W, true), "w > 0"));

  private int next;

  private Term random(Random r, int depth, List<Index> open) {
    int pick = r.nextInt(depth <= 0 ? 8 : 24);
    Index i = open.get(r.nextInt(open.size()));
    Index j = open.get(r.nextInt(open.size()));
    return switch (pick) {
      case 0 -> Rational.of(r.nextInt(7) - 3, 1 + r.nextInt(2));
      case 1, 2 -> X.at();
      case 3 -> P.at();
      case 4 -> Y.at();
      case 5 -> XS.at(i);
      case 6 -> W.at(i);
      case 7 -> r.nextBoolean() ? new Term.Size(N) : new Term.Delta(i, j);
      case 8, 9, 10 -> Terms.sum(random(r, depth - 1, open), random(r, depth - 1, open));
      case 11 -> Terms.minus(random(r, depth - 1, open), random(r, depth - 1, open));
      case 12, 13, 14 -> Terms.product(random(r, depth - 1, open), random(r, depth - 1, open));
      case 15 -> Terms.power(random(r, depth - 1, open), 2);
      case 16 -> Terms.power(random(r, depth - 1, open), r.nextBoolean() ? -1 : -2);
      case 17, 18 -> Terms.exp(r.nextBoolean() ? X.at() : random(r, depth - 2, open));
      case 19 -> Terms.log(random(r, depth - 1, open));
      case 20 -> r.nextBoolean() ? Terms.sqrt(random(r, depth - 1, open)) : Terms.power(Terms.sqrt(random(r, depth - 1, open)), 2);
      case 21 -> r.nextBoolean() ? Terms.step(random(r, depth - 1, open)) : Terms.relu(random(r, depth - 1, open));
      case 22 -> {
        Index.Bound b = new Index.Bound(++next, N);
        List<Index> more = new ArrayList<>(open);
        more.add(b);
        more.add(b);
        yield new Term.Over(b, random(r, depth - 1, more));
      }
      default -> {
        Condition c =
            switch (r.nextInt(4)) {
              case 0 -> new Condition.Same(i, j);
              case 1 -> new Condition.Distinct(i, j);
              case 2 -> new Condition.Before(i, j);
              default -> new Condition.Positive(random(r, depth - 2, open));
            };
        yield new Term.Guard(c, random(r, depth - 1, open));
      }
    };
  }

  @Test
  void neverWrong() {
    check(2_000, false);
  }

  /** The lemmas too; sums over a range of products with logarithms and exponentials come up more often. */
  @Test
  void neverWrongWithLemmas() {
    check(1_200, true);
  }

  private Term forLemmas(Random r) {
    Index.Bound a = new Index.Bound(++next, N);
    Index.Bound b = new Index.Bound(++next, N);
    List<Term> pieces =
        List.of(
            new Term.Over(a, Terms.product(W.at(a), Terms.log(W.at(a)))),
            new Term.Over(a, Terms.exp(XS.at(a))),
            Terms.log(new Term.Over(a, Terms.exp(XS.at(a)))),
            new Term.Over(a, XS.at(a)),
            new Term.Over(b, W.at(b)),
            Terms.log(new Term.Over(b, W.at(b))),
            new Term.Over(a, Terms.power(XS.at(a), 2)),
            new Term.Over(a, Terms.log(W.at(a))),
            Terms.exp(X.at()),
            X.at(),
            Terms.log(P.at()),
            P.at(),
            new Term.Size(N),
            Terms.log(new Term.Size(N)),
            Rational.ONE);
    List<Term> sum = new ArrayList<>();
    for (int k = 2 + r.nextInt(2); k > 0; k--) {
      Term t = pieces.get(r.nextInt(pieces.size()));
      Term u = r.nextInt(3) == 0 ? Terms.power(pieces.get(r.nextInt(pieces.size())), r.nextInt(3) - 1) : Rational.ONE;
      sum.add(Terms.product(Rational.of(r.nextInt(5) - 2), t, Terms.freshBound(u, 50)));
    }
    return Terms.sum(sum);
  }

  /** Equalities that the cutoff theorem proves hold at sizes up to 6; the sides are random terms, one changed in one place. */
  @Test
  void cutoffNeverWrong() {
    Random r = new Random(Long.getLong("seed", 20));
    int proved = 0;
    int refused = 0;
    for (int round = 0; round < 250 * Integer.getInteger("effort", 1); round++) {
      next = 0;
      List<Index> open = List.of(I, J, new Index.Literal(1, N), new Index.Literal(2, N));
      Term left = Terms.sum(over(r, open), over(r, open), random(r, 2, open));
      Term right = changed(left, r, open);
      Cutoff.Outcome o;
      try {
        o = Cutoff.of(Claim.equal(left, right, FACTS.toArray(new Assumption[0])), Budget.ofSteps(300_000));
      } catch (Budget.Exhausted e) {
        o = new Cutoff.Outcome.Refused("budget");
      }
      refused += o instanceof Cutoff.Outcome.Refused ? 1 : 0;
      if (o instanceof Cutoff.Outcome.Zero) {
        proved++;
        for (int k = 0; k < 30; k++) {
          Sampled at = sampled(r, 2 + k % 5);
          double v = at.value(left);
          double w = at.value(right);
          if (!Double.isNaN(v) && !Double.isNaN(w) && Math.abs(v) < 1e8) {
            assertEquals(v, w, 1e-5 * (1 + Math.abs(v)), round + ": " + left + " = " + right);
          }
        }
      }
    }
    System.out.println("cutoff of random equalities: proved " + proved + ", refused " + refused);
  }

  private Term over(Random r, List<Index> open) {
    Index.Bound a = new Index.Bound(++next, N);
    List<Index> more = new ArrayList<>(open);
    more.add(a);
    more.add(a);
    Term body = r.nextInt(3) == 0 ? over(r, more) : random(r, 2, more);
    Condition c = r.nextBoolean() ? new Condition.Distinct(a, more.get(r.nextInt(open.size()))) : new Condition.Same(a, more.get(r.nextInt(open.size())));
    return new Term.Over(a, r.nextInt(3) == 0 ? new Term.Guard(c, body) : body);
  }

  /** Written otherwise, and in one place perhaps changed. */
  private Term changed(Term t, Random r, List<Index> open) {
    if (r.nextInt(8) == 0) {
      return switch (t) {
        case Term.Product p when p.factors().size() == 2 -> Terms.product(p.factors().get(1), p.factors().get(0));
        case Term.Sum s when s.terms().size() == 2 -> Terms.sum(s.terms().get(1), s.terms().get(0));
        case Term.Power p when p.exponent() == 2 -> Terms.product(p.base(), p.base());
        case Term.Over o when r.nextBoolean() -> {
          Index other = open.get(r.nextInt(open.size()));
          Map<Index, Index> one = new LinkedHashMap<>();
          one.put(o.index(), other);
          yield Terms.sum(new Term.Over(o.index(), new Term.Guard(new Condition.Distinct(o.index(), other), o.body())), Terms.substitute(o.body(), one));
        }
        case Rational q -> r.nextBoolean() ? q : Rational.of(r.nextInt(3));
        case Term.Size s when r.nextBoolean() -> Rational.of(1 + r.nextInt(3));
        case Term.Entry e when !e.indices().isEmpty() && r.nextBoolean() -> new Term.Entry(e.family(), List.of(open.get(r.nextInt(open.size()))));
        default -> t;
      };
    }
    return Terms.mapParts(t, u -> changed(u, r, open));
  }

  private static Sampled sampled(Random r, int n) {
    Map<Index, Integer> at = new LinkedHashMap<>();
    at.put(I, 1 + r.nextInt(n));
    at.put(J, 1 + r.nextInt(n));
    Map<Family, java.util.function.Function<Random, Double>> draw = new LinkedHashMap<>();
    draw.put(P, q -> 0.02 + 0.96 * q.nextDouble());
    draw.put(Y, q -> (double) q.nextInt(2));
    draw.put(W, q -> 0.01 + 2 * q.nextDouble());
    return new Sampled(Map.of("n", n), at, draw, r);
  }

  private void check(int rounds, boolean lemmas) {
    long effort = Integer.getInteger("effort", 1);
    Random r = new Random(Long.getLong("seed", 20));
    Map<Known, Integer> seen = new LinkedHashMap<>();
    for (int round = 0; round < rounds * effort; round++) {
      next = 0;
      Term t = lemmas && r.nextInt(3) > 0 ? forLemmas(r) : random(r, 2 + r.nextInt(3), List.of(I, J, new Index.Literal(1, N)));
      Facts facts = new Facts(Facts.of(FACTS).all(), lemmas ? List.of(Lemma.values()) : List.of());
      Known known = Known.of(Sign.of(t, facts, Budget.ofSteps(300_000), 0));
      seen.merge(known, 1, Integer::sum);
      Kernels kernels = new Kernels(Facts.of(FACTS), Budget.ofSteps(300_000));
      List<Term> same = new ArrayList<>();
      try {
        same.add(kernels.term(kernels.of(t)));
      } catch (Budget.Exhausted e) {
        same.clear();
      }
      for (int k = 0; k < 24; k++) {
        Sampled at0 = sampled(r, 1 + k % 3);
        double v = at0.value(t);
        if (Double.isNaN(v) || Double.isInfinite(v) || Math.abs(v) > 1e8) {
          continue;
        }
        String where = round + ": " + t + " = " + v;
        if (known != Known.UNKNOWN) {
          int s = Math.abs(v) < 1e-7 ? Signs.ZERO : v > 0 ? Signs.POS : Signs.NEG;
          boolean near = s == Signs.ZERO; // too small to tell
          assertEquals(known, near || (Known.of(known.signs() | s) == known) ? known : Known.UNKNOWN, where);
        }
        for (Term u : same) {
          double w = at0.value(u);
          if (!Double.isNaN(w) && !Double.isInfinite(w) && Math.abs(w) < 1e8) {
            assertEquals(v, w, 1e-5 * (1 + Math.abs(v)), where + " != " + u);
          }
        }
      }
    }
    System.out.println("sign of random terms: " + seen);
  }
}
