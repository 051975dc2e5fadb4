package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Claim.Order;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects true claims with their near misses. */
final class KernelCases {
  /** A claim that holds, or one that looks like it and does not. */
  record Case(String name, Claim claim, boolean holds) {}

  final List<Case> all = new ArrayList<>();
  private List<Assumption> under = List.of();

  /** What the claims that follow are judged under; nothing ends it. */
  void under(Fact... facts) {
    under = Arrays.stream(facts).map(f -> Assumption.stated(f, f.toString())).toList();
  }

  /** {@code left = right} holds, and is none of the others. */
  void equal(String name, Term left, Term right, Term... wrong) {
    good(name, left, Order.EQUAL, right);
    for (int k = 0; k < wrong.length; k++) {
      bad(name + ", miss " + (k + 1), left, Order.EQUAL, wrong[k]);
    }
  }

  void good(String name, Term left, Order order, Term right) {
    all.add(new Case(name, claim(left, order, right), true));
  }

  void bad(String name, Term left, Order order, Term right) {
    all.add(new Case(name, claim(left, order, right), false));
  }

  private Claim claim(Term left, Order order, Term right) {
    return new Claim(left, order, right, under, List.of(), List.of());
  }
}
