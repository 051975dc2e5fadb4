package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.audit.PlainValue;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The prototype's derivatives against central differences in plain doubles. */
final class GoldenDerivativesTest {
  private static final Map<String, Integer> SIZES = Map.of("n", 3, "d", 2, "m", 2, "N", 3);

  private final Say say = new Say();
  private final List<DynamicTest> tests = new ArrayList<>();
  private final Family x = Family.variable("x", N);
  private final Family y = Family.variable("y", N);

  private void check(String name, Term term, Term by, Map<Index, Integer> elements) {
    tests.add(dynamicTest(name, () -> {
      Term derivative = d(term, by);
      Term.Entry entry = (Term.Entry) by;
      String moved = entry.family().name() + entry.indices().stream().map(i -> elements.getOrDefault(i, 0)).toList();
      for (int seed = 0; seed < 4; seed++) {
        Random random = new Random(seed);
        Map<String, Double> values = new TreeMap<>();
        double exact = value(derivative, elements, values, random, moved, 0);
        double wide = (value(term, elements, values, random, moved, 2e-4) - value(term, elements, values, random, moved, -2e-4)) / 4e-4;
        double narrow = (value(term, elements, values, random, moved, 1e-4) - value(term, elements, values, random, moved, -1e-4)) / 2e-4;
        assertEquals((4 * narrow - wide) / 3, exact, 1e-7 * (1 + Math.abs(exact)));
      }
    }));
  }

  private static double value(Term term, Map<Index, Integer> elements, Map<String, Double> values, Random random, String moved, double by) {
    Map<Index, Integer> ordered = new TreeMap<>(TermOrder.INDICES);
    ordered.putAll(elements);
    return new PlainValue(SIZES, ordered, (family, at) -> values.computeIfAbsent(family + at, k -> 0.2 + random.nextDouble()) + ((family + at).equals(moved) ? by : 0))
        .of(term)
        .orElseThrow();
  }

  private Term s(Index i) {
    return say.softmax(N, x::at, i);
  }

  @TestFactory
  List<DynamicTest> derivativesAreThoseOfDifferences() {
    check("softmax_i by x_j, i != j", s(I), x.at(J), Map.of(I, 1, J, 3));
    check("softmax_i by x_i", s(I), x.at(I), Map.of(I, 2));
    check("cross entropy by x_j", neg(say.sum(N, i -> mul(y.at(i), log(s(i))))), x.at(J), Map.of(J, 2));
    check("entropy by x_j", neg(say.sum(N, i -> mul(s(i), log(s(i))))), x.at(J), Map.of(J, 1));
    Family data = Family.variable("X", B, D);
    Family w = Family.variable("w", D);
    Family t = Family.variable("t", B);
    Say.Body z = a -> say.sum(D, k -> mul(data.at(a, k), w.at(k)));
    Term nll = neg(say.sum(B, a -> add(mul(t.at(a), log(sig(z.at(a)))), mul(sub(q(1), t.at(a)), log(sub(q(1), sig(z.at(a))))))));
    Index j = free("j", D);
    Index k = free("k", D);
    check("negative log-likelihood by w_j", nll, w.at(j), Map.of(j, 2));
    check("the same twice", d(nll, w.at(j)), w.at(k), Map.of(j, 1, k, 2));
    Family v = Family.variable("V", D, M);
    Family u = Family.variable("u", M);
    Family out = Family.variable("W", N, D);
    Say.Body hidden = r -> sig(say.sum(M, l -> mul(v.at(r, l), u.at(l))));
    Say.Body p = i -> say.softmax(N, q -> say.sum(D, r -> mul(out.at(q, r), hidden.at(r))), i);
    Index l = free("l", M);
    check("network by V_kl", neg(say.sum(N, i -> mul(y.at(i), log(p.at(i))))), v.at(k, l), Map.of(k, 2, l, 1));
    Family targets = Family.variable("Y", B, N);
    Term batch = neg(say.sum(B, a -> say.sum(N, i -> mul(targets.at(a, i), log(say.softmax(N, q -> say.sum(D, r -> mul(data.at(a, r), out.at(q, r))), i))))));
    check("batch softmax by W_ik", batch, out.at(I, k), Map.of(I, 2, k, 1));
    Term mean = div(say.sum(N, x::at), size(N));
    check("variance by x_j", div(say.sum(N, i -> pow(sub(x.at(i), mean), 2)), size(N)), x.at(J), Map.of(J, 3));
    return tests;
  }
}
