package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Terms as networks of matrices: the same network for the same sum however it is written, and another for one that has other values. */
final class NetworkTest {
  private final Say say = new Say();
  private final Family a = Family.variable("A", N, N);
  private final Family b = Family.variable("B", N, N);
  private final Family w = Family.variable("W", N, D);
  private final Family x = Family.variable("x", N);
  private final Family y = Family.variable("y", N);
  private final Family h = Family.variable("h", D);

  private Optional<Word.Sum<Network>> network(Term term, Family... symmetric) {
    return NetworkExpansion.of(term, List.of(symmetric), Budget.standard());
  }

  private void same(Term left, Term right, Family... symmetric) {
    assertTrue(network(sub(left, right), symmetric).orElseThrow().isZero(), () -> left + " and " + right);
  }

  private void different(Term left, Term right, Family... symmetric) {
    assertTrue(!network(sub(left, right), symmetric).orElseThrow().isZero(), () -> left + " and " + right);
  }

  @Test
  void chainsAreReadFromBothEnds() {
    Term form = say.sum(N, i -> say.sum(D, k -> mul(x.at(i), w.at(i, k), h.at(k))));
    same(form, say.sum(D, k -> mul(h.at(k), say.sum(N, i -> mul(w.at(i, k), x.at(i))))));
    different(form, say.sum(N, i -> say.sum(D, k -> mul(y.at(i), w.at(i, k), h.at(k)))));
    different(say.sum(N, k -> mul(a.at(I, k), x.at(k))), say.sum(N, k -> mul(a.at(k, I), x.at(k))));
    same(say.sum(N, k -> mul(a.at(I, k), x.at(k))), say.sum(N, k -> mul(a.at(k, I), x.at(k))), a);
    different(say.sum(N, k -> mul(a.at(I, k), x.at(k))), say.sum(N, k -> mul(a.at(k, I), x.at(k))), b);
  }

  @Test
  void openIndicesAreNotExchanged() {
    different(a.at(I, J), a.at(J, I));
    same(a.at(I, J), a.at(J, I), a);
    different(mul(x.at(I), y.at(J)), mul(x.at(J), y.at(I)));
    different(mul(a.at(I, J), x.at(I)), mul(a.at(I, J), x.at(J)));
    different(mul(a.at(I, I), x.at(J)), mul(a.at(J, J), x.at(I)));
    different(mul(a.at(I, J), b.at(I, K)), mul(a.at(I, K), b.at(I, J)));
  }

  @Test
  void cyclesTurn() {
    Term ab = say.sum(N, i -> say.sum(N, j -> mul(a.at(i, j), b.at(j, i))));
    same(ab, say.sum(N, i -> say.sum(N, j -> mul(b.at(i, j), a.at(j, i)))));
    different(ab, say.sum(N, i -> say.sum(N, j -> mul(a.at(i, j), b.at(i, j)))));
    Term diagonal = say.sum(N, i -> say.sum(N, j -> mul(a.at(i, j), x.at(j), b.at(j, i), y.at(i))));
    different(diagonal, say.sum(N, i -> say.sum(N, j -> mul(a.at(i, j), y.at(j), b.at(j, i), x.at(i)))));
    same(diagonal, say.sum(N, i -> say.sum(N, j -> mul(b.at(i, j), y.at(j), a.at(j, i), x.at(i)))));
    different(mul(say.sum(N, i -> a.at(i, i)), say.sum(N, i -> b.at(i, i))), ab);
    assertEquals(Optional.empty(), network(say.sum(N, i -> pow(a.at(i, i), 2))), "four ends at one summed index");
  }

  @Test
  void deltasPutIndicesInPlace() {
    same(say.sum(N, k -> mul(delta(I, k), x.at(k))), x.at(I));
    different(say.sum(N, k -> mul(delta(I, k), x.at(k))), x.at(J));
    same(say.sum(N, k -> say.sum(N, l -> mul(delta(k, l), a.at(k, l)))), say.sum(N, k -> a.at(k, k)));
    same(mul(delta(I, J), delta(I, J)), delta(I, J));
    different(delta(I, J), q(1));
    same(say.sum(N, k -> mul(delta(I, k), delta(k, J))), delta(I, J));
    different(say.sum(N, k -> mul(delta(I, k), delta(k, J))), mul(size(N), delta(I, J)));
    same(say.sum(N, k -> delta(k, k)), size(N));
    assertTrue(network(delta(literal(1, N), literal(2, N))).orElseThrow().isZero());
    assertEquals(Optional.empty(), network(delta(literal(2, N), Index.Literal.last(N))), "the last element may be the second");
  }

  @Test
  void anIndexThatComesTogetherAddsExponents() {
    Term f = say.sum(N, k -> mul(delta(I, k), x.at(k), x.at(I)));
    same(f, pow(x.at(I), 2));
    different(f, x.at(I));
    same(say.sum(N, k -> mul(delta(I, k), x.at(k), pow(x.at(I), -1))), q(1));
  }

  @Test
  void sizesCount() {
    same(say.sum(N, i -> q(1)), size(N));
    same(say.sum(N, i -> say.sum(D, k -> q(3))), mul(q(3), size(N), size(D)));
    different(say.sum(N, i -> q(1)), size(D));
    Range two = Range.ofSize("c", 2);
    same(say.sum(two, i -> var("k")), mul(q(2), var("k")));
    different(say.sum(two, i -> var("k")), mul(q(3), var("k")));
    same(say.sum(N, i -> mul(x.at(i), say.sum(D, k -> q(1)))), mul(size(D), say.sum(N, x::at)));
  }

  @Test
  void whatIsNoPolynomialStaysWhole() {
    same(say.sum(N, i -> mul(exp(x.at(i)), a.at(i, J))), say.sum(N, i -> mul(a.at(i, J), exp(x.at(i)))));
    different(say.sum(N, i -> mul(exp(x.at(i)), a.at(i, J))), say.sum(N, i -> mul(x.at(i), a.at(i, J))));
    Term length = sqrt(say.sum(N, i -> pow(x.at(i), 2)));
    same(pow(length, 2), say.sum(N, i -> pow(x.at(i), 2)));
    different(length, say.sum(N, x::at));
    same(div(say.sum(N, i -> mul(length, x.at(i))), length), say.sum(N, x::at));
  }

  @Test
  void whatIsNoNetworkIsRefused() {
    assertEquals(Optional.empty(), network(say.sum(N, i -> mul(a.at(i, I), a.at(i, J), a.at(i, K)))), "three matrices at one summed index");
    assertEquals(Optional.empty(), network(exp(a.at(I, J))));
    assertEquals(Optional.empty(), network(pow(a.at(I, J), -1)));
    assertEquals(Optional.empty(), network(pow(a.at(I, J), 9)));
    assertEquals(Optional.empty(), network(say.sum(N, i -> new Term.Guard(new Condition.Distinct(i, I), x.at(i)))), "another index in the guard");
    assertEquals(Optional.empty(), network(pow(q(0), -1)));
    assertEquals(Optional.empty(), network(Family.variable("T", N, N, N).at(I, J, K)));
    Term wide = add(var("a"), var("b"), var("c"), var("d"), var("e"));
    assertEquals(Optional.empty(), network(pow(wide, 40)), "too many products");
  }

  @Test
  void guardsOfOneIndexAreLabels() {
    Term positive = new Term.Guard(new Condition.Positive(x.at(I)), y.at(I));
    different(positive, y.at(I));
    same(mul(positive, a.at(I, J)), mul(a.at(I, J), positive));
  }

  @Test
  void scalesMultiplyAndDivide() {
    Word.Scale one = Word.Scale.ONE;
    Word.Scale k = Word.Scale.of(var("k"), 2);
    assertEquals(one, k.times(k.inverse()));
    assertEquals(Word.Scale.of(var("k"), 4), k.times(k));
    assertNotEquals(k, k.inverse());
    assertTrue(new Word.Scale(Map.of(var("k"), 0)).isOne());
  }

  @Test
  void wordsTurnAround() {
    Word.Matrix m = new Word.Matrix(w, false, false);
    Word.Matrix n = new Word.Matrix(a, false, false);
    Word.Diagonal d = new Word.Diagonal(N, Word.Scale.of(x.at(Network.place(N)), 1));
    assertEquals(List.of(m.turned(), d, n.turned()), Word.reversed(List.of(n, d, m)));
    assertEquals(m, m.turned().turned());
    assertEquals(D, m.turned().left());
    assertEquals(N, m.left());
    Word.Matrix s = new Word.Matrix(a, false, true);
    assertEquals(s, s.turned());
  }

  @Test
  void neighboursMerge() {
    Word.Scale label = Word.Scale.of(x.at(Network.place(N)), 1);
    Word.Diagonal d = new Word.Diagonal(N, label);
    Word.Diagonal inverse = new Word.Diagonal(N, label.inverse());
    Word.Vector column = new Word.Vector(N, label, false);
    Word.Vector row = new Word.Vector(N, label, true);
    assertEquals(List.of(), Word.merged(List.of(d, inverse)));
    assertEquals(List.of(new Word.Vector(N, label.times(label), false)), Word.merged(List.of(d, column)));
    assertEquals(List.of(new Word.Vector(N, label.times(label), true)), Word.merged(List.of(row, d)));
    Word.Matrix m = new Word.Matrix(a, false, false);
    assertEquals(List.of(d, m, d), Word.merged(List.of(d, m, d)), "a matrix between them keeps them apart");
  }

  /** Random sums of products of matrices in another writing, at times with one factor changed: where the networks say equal, plain values are equal. */
  @Test
  void equalNetworksHaveEqualValues() {
    Random random = new Random(4);
    int equal = 0;
    for (int k = 0; k < 4_000; k++) {
      List<int[]> factors = factors(random);
      Term left = product(factors, false);
      Collections.shuffle(factors, random);
      if (random.nextInt(3) > 0) {
        factors.get(0)[random.nextInt(3)] = random.nextInt(3);
      }
      Term right = product(factors, random.nextBoolean());
      if (network(sub(left, right), b).map(Word.Sum::isZero).orElse(false) && !left.equals(right)) {
        equal++;
        PlainPoint.Checked checked = PlainPoint.contradiction(left, Claim.Order.EQUAL, right, List.of(new Fact.Symmetric(b)), random, 3);
        assertTrue(!(checked instanceof PlainPoint.Checked.Differs), () -> left + " = " + right + " " + checked);
      }
    }
    assertTrue(equal > 500, "equal: " + equal);
  }

  /** Two to four factors: a kind and the places of two indices. */
  private static List<int[]> factors(Random random) {
    List<int[]> factors = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int k = 0; k < count; k++) {
      factors.add(new int[] {random.nextInt(5), random.nextInt(3), random.nextInt(3)});
    }
    return factors;
  }

  /** The product at two summed indices and an open one, the summed ones exchanged or not. */
  private Term product(List<int[]> factors, boolean exchanged) {
    Index.Bound i = new Index.Bound(901, N);
    Index.Bound j = new Index.Bound(902, N);
    List<Index> at = exchanged ? List.of(j, i, I) : List.of(i, j, I);
    Term term = q(1);
    for (int[] f : factors) {
      Index one = at.get(f[1]);
      Index other = at.get(f[2]);
      Term factor =
          switch (f[0]) {
            case 0 -> x.at(one);
            case 1 -> a.at(one, other);
            case 2 -> b.at(one, other);
            case 3 -> delta(one, other);
            default -> exp(y.at(one));
          };
      term = Terms.product(term, factor);
    }
    return new Term.Over(i, new Term.Over(j, term));
  }
}
