package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.audit.PlainValue;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Latex;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A term and its normal form have the same value wherever the term has one: random terms, plain doubles, fixed seeds. */
final class NormalFormValueTest {
  private final Random random;
  private int compared;

  NormalFormValueTest() {
    this.random = new Random(20_261_125);
  }

  @Test
  void randomTermsKeepTheirValue() {
    run(Integer.getInteger("effort", 1) * 1_500);
    assertTrue(compared > 1_000, "compared " + compared);
  }

  private void run(int count) {
    RandomTerms terms = new RandomTerms(random);
    for (int k = 0; k < count; k++) {
      Term term = terms.next();
      Optional<NormalForm> form;
      try {
        form = NormalForm.of(term, RandomTerms.FACTS, defined(term), Budget.ofSteps(200_000));
      } catch (Budget.Exhausted exhausted) {
        continue;
      }
      for (int[] sizes : new int[][] {{3, 1}, {4, 2}, {3, 2}}) {
        compare(term, form, sizes[0], sizes[1]);
      }
    }
  }

  /** The positive arguments of unguarded logarithms, so that records are tested as well. */
  private static List<Domain.Presupposition> defined(Term term) {
    List<Domain.Presupposition> found = new ArrayList<>();
    collect(term, List.of(), found);
    return found;
  }

  private static void collect(Term term, List<Index.Bound> under, List<Domain.Presupposition> found) {
    if (term instanceof Term.Guard) {
      return;
    }
    if (term instanceof Term.Apply a && a.function() == Elementary.LOG) {
      found.add(new Domain.Presupposition(under, List.of(), new Condition.Positive(a.argument())));
    }
    List<Index.Bound> below = new ArrayList<>(under);
    if (term instanceof Term.Over o) {
      below.add(o.index());
    }
    Terms.parts(term).forEach(t -> collect(t, below, found));
  }

  private void compare(Term term, Optional<NormalForm> form, int n, int m) {
    Map<Index, Integer> elements = new TreeMap<>(TermOrder.INDICES);
    elements.put(Say.I, 2);
    elements.put(Say.J, 3);
    elements.put(Say.free("a", B), m);
    Map<String, Double> values = new TreeMap<>();
    PlainValue plain =
        new PlainValue(Map.of("n", n, "N", m), elements, (family, at) -> component(family, at, n, values));
    Optional<Double> expected = plain.of(term);
    if (expected.isEmpty()) {
      return;
    }
    assertTrue(form.isPresent(), () -> "said to be undefined: " + Latex.of(term));
    Term normal = form.orElseThrow().toTerm();
    Optional<Double> found = plain.of(normal);
    if (found.isPresent()) {
      compared++;
      assertEquals(expected.get(), found.get(), 1e-5 * (1 + Math.abs(expected.get())), () -> Latex.of(term) + "\n" + Latex.of(normal) + "\n" + values);
    }
  }

  private double component(String family, String at, int n, Map<String, Double> values) {
    String key = family + (family.equals("S") && at.compareTo(swapped(at)) > 0 ? swapped(at) : at);
    return switch (family) {
      case "y" -> {
        double total = 0;
        for (int k = 1; k <= n; k++) {
          total += values.computeIfAbsent("u" + k, u -> 0.2 + random.nextDouble());
        }
        yield values.getOrDefault("u" + at.substring(1, at.length() - 1), 0.0) / total;
      }
      case "t" -> values.computeIfAbsent(key, u -> (double) random.nextInt(2));
      case "s" -> values.computeIfAbsent(key, u -> 2.0 * random.nextInt(2) - 1);
      case "c" -> values.computeIfAbsent(key, u -> 0.2 + random.nextDouble());
      default -> values.computeIfAbsent(key, u -> (0.2 + 1.5 * random.nextDouble()) * (random.nextInt(3) == 0 ? -1 : 1));
    };
  }

  private static String swapped(String at) {
    String[] two = at.substring(1, at.length() - 1).split(", ", -1);
    return "[" + two[two.length - 1] + ", " + two[0] + "]";
  }
}
