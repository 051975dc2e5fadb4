package dev.gradus.proof;

import static dev.gradus.proof.Letters.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import org.junit.jupiter.api.Test;

/** Points and proofs together: witnesses let the kernel prove, points make it refute. */
final class DeciderPointsTest {
  private final Letters l = new Letters();
  private final Family x = Family.variable("x", N);

  private static Verdict decide(Term left, Term right) {
    return Decider.decide(Claim.equal(left, right), Budget.standard());
  }

  @Test
  void rightAndWrongTwins() {
    Term jacobian = d(l.softmax(x::at, I), x, J);
    Term si = l.softmax(x::at, I);
    Term sj = l.softmax(x::at, J);
    assertInstanceOf(Verdict.Proved.class, decide(jacobian, mul(si, sub(delta(I, J), sj))));
    assertInstanceOf(Verdict.Refuted.class, decide(jacobian, mul(si, sub(delta(I, J), si))));
    assertInstanceOf(Verdict.Proved.class, decide(l.over(N, i -> l.softmax(x::at, i)), q(1)));
  }

  @Test
  void theSidesAreShown() {
    Term t = scalar("t").at();
    Verdict.Refuted root = assertInstanceOf(Verdict.Refuted.class, decide(Terms.sqrt(pow(t, 2)), t));
    assertEquals("1", root.left());
    assertEquals("-1", root.right());
    Verdict.Refuted tiny =
        assertInstanceOf(Verdict.Refuted.class, decide(exp(q(1)), add(exp(q(1)), q(1, 1_000_000_000_000L))));
    assertEquals("2.718281828459045", tiny.left());
    assertEquals("2.718281828460045", tiny.right());
  }
}
