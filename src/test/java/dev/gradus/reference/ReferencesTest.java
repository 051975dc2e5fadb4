package dev.gradus.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.proof.Decider;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReferencesTest {
  private static final List<String> PROMISED =
      List.of(
          "sigmoid-derivative",
          "tanh-derivative",
          "softplus-derivative",
          "softmax-shift",
          "softmax-jacobian",
          "log-softmax-gradient",
          "log-sum-exp-gradient",
          "softmax-cross-entropy-gradient",
          "binary-cross-entropy-gradient");

  @TestFactory
  Stream<DynamicTest> everyResultIsProvedForEverySize() {
    return claims(false).map(c -> dynamicTest(c.name(), () -> assertAllSizes(Decider.decide(c.claim(), Budget.standard()))));
  }

  @TestFactory
  Stream<DynamicTest> everyWrongTwinIsRefuted() {
    return claims(true)
        .map(c -> dynamicTest(c.name(), () -> assertInstanceOf(Verdict.Refuted.class, Decider.decide(c.claim(), Budget.standard()))));
  }

  private static void assertAllSizes(Verdict verdict) {
    Verdict.Proved proved = assertInstanceOf(Verdict.Proved.class, verdict);
    assertTrue(proved.leastSizes().isEmpty(), proved.leastSizes().toString());
  }

  private record Named(String name, Claim claim) {}

  /** Each result of each form; or its twins: negated, doubled, one more. */
  private static Stream<Named> claims(boolean wrong) {
    Stream.Builder<Named> claims = Stream.builder();
    for (ReferenceForm form : References.all()) {
      int k = 0;
      for (ReferenceForm.Variant variant : form.variants()) {
        Term left = variant.asked().term(Budget.standard());
        for (Term result : variant.results()) {
          List<Term> rights =
              wrong
                  ? List.of(Terms.negate(result), Terms.product(Rational.of(2), result), Terms.sum(result, Rational.ONE))
                  : List.of(result);
          for (Term right : rights) {
            claims.add(
                new Named(
                    form.name() + " " + ++k,
                    new Claim(left, Claim.Order.EQUAL, right, variant.assumptions(), List.of(), List.of())));
          }
        }
      }
    }
    return claims.build();
  }

  @Test
  void everyFormHasItsFile() {
    assertTrue(References.names().containsAll(PROMISED));
    for (ReferenceForm form : References.all()) {
      assertTrue(References.find(form.name()).isPresent());
      assertTrue(form.source().contains(form.statement()));
      assertTrue(!form.title().isBlank() && !form.definitions().isEmpty());
    }
    assertEquals(Optional.empty(), References.find("no-such-form"));
    assertEquals(Optional.empty(), References.find("../reference/softmax-shift"));
  }

  @Test
  void listingHasALineForEachForm() {
    assertEquals(References.names().size(), References.listing().lines().count());
    assertTrue(References.listing().contains("softmax-jacobian                The Jacobian of softmax\n"), References.listing());
    String shown = References.show(References.find("softmax-jacobian").orElseThrow());
    assertTrue(shown.contains("\\mathrm{diag}(s) - s s^T"), shown);
  }

  @Test
  void fileWithoutAStatementIsADefect() {
    assertThrows(IllegalStateException.class, () -> ReferenceFile.parse("% name: a\n% title: b\n"));
  }
}
