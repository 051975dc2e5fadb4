package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Engine A alone: the difference of the sides is 0 in every pattern of the indices exactly for the true identities of the prototype. */
final class GoldenTheoremsTest {
  @TestFactory
  Stream<DynamicTest> normalFormsAreEqualExactlyWhereTheIdentityHolds() {
    return GoldenTheorems.list().stream()
        .map(i -> DynamicTest.dynamicTest(i.name(), () -> assertEquals(i.holds(), formsAgree(i.left(), i.right(), i.facts()))));
  }

  static boolean formsAgree(dev.gradus.term.Term left, dev.gradus.term.Term right, List<Fact> facts) {
    List<Condition> conditions = new ArrayList<>();
    facts.forEach(f -> {
      if (f instanceof Fact.Holds h) {
        conditions.add(h.condition());
      }
    });
    Budget budget = Budget.standard();
    for (Patterns.Pattern pattern : Patterns.of(List.of(left, right), conditions, budget)) {
      Optional<NormalForm> form = NormalForm.of(pattern.in(Terms.minus(left, right)), facts, budget);
      if (form.isEmpty() || !(form.get().isZero() || form.get().isZeroExponentiated())) {
        return false;
      }
    }
    return true;
  }
}
