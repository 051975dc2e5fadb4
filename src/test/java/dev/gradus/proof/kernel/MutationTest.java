package dev.gradus.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.proof.Decider;
import dev.gradus.proof.kernel.GoldenTheorems.Identity;
import dev.gradus.term.Budget;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random mutants of true identities: what is proved of a mutant has to hold in plain double arithmetic, and a true identity in another writing is never
 * refuted. A sample; {@code mvn verify -Pmutation} makes {@code gradus.mutants} of each.
 */
final class MutationTest {
  private static final int MUTANTS = Integer.getInteger("gradus.mutants", 300);
  private static final long STEPS = 250_000;
  private static final int POINTS = 24;

  private static final List<Identity> TRUE = GoldenTheorems.list().stream().filter(Identity::holds).filter(MutationTest::isPlain).toList();

  /** Derivatives of arbitrary functions have no plain value. */
  private static boolean isPlain(Identity identity) {
    return Terms.families(identity.left(), identity.right()).stream().allMatch(f -> f.arguments().isEmpty());
  }

  @Test
  void whatIsProvedOfAMutantHolds() {
    Random random = new Random(20260925);
    Map<String, Integer> count = new TreeMap<>();
    List<String> unsound = new ArrayList<>();
    for (int k = 0; k < MUTANTS; k++) {
      Identity source = TRUE.get(k % TRUE.size());
      Identity mutant = mutant(source, random);
      Verdict verdict = Decider.decide(mutant.claim(), Budget.ofSteps(STEPS));
      count.merge(word(verdict), 1, Integer::sum);
      if (verdict instanceof Verdict.Proved) {
        contradiction(mutant, random).ifPresent(p -> unsound.add(mutant + " at " + p));
      }
    }
    System.out.println("mutants: " + count);
    assertEquals(List.of(), unsound);
    assertTrue(count.getOrDefault("refuted", 0) > MUTANTS / 2, count::toString);
  }

  @Test
  void aTrueIdentityInAnotherWritingIsNotRefuted() {
    Random random = new Random(19991231);
    Map<String, Integer> count = new TreeMap<>();
    List<String> alarms = new ArrayList<>();
    for (int k = 0; k < MUTANTS; k++) {
      Identity source = TRUE.get(k % TRUE.size());
      Mutants mutants = mutants(source, random);
      Identity same =
          new Identity(source.name() + ", rewritten", mutants.rewritten(source.left()), mutants.rewritten(source.right()), source.facts(), true);
      Verdict verdict = Decider.decide(same.claim(), Budget.ofSteps(STEPS));
      count.merge(word(verdict), 1, Integer::sum);
      if (verdict instanceof Verdict.Refuted r) {
        alarms.add(same + " at " + r.point());
      }
    }
    System.out.println("rewritten: " + count);
    assertEquals(List.of(), alarms);
    assertTrue(count.getOrDefault("proved", 0) > MUTANTS / 2, count::toString);
  }

  /** The independent check is not blind: it contradicts every false identity of the list. */
  @Test
  void falseIdentitiesAreContradicted() {
    Random random = new Random(7);
    for (Identity i : GoldenTheorems.list()) {
      if (!i.holds() && isPlain(i)) {
        assertTrue(contradiction(i, random).isPresent(), i::name);
      }
    }
  }

  private static Identity mutant(Identity source, Random random) {
    Mutants mutants = mutants(source, random);
    boolean right = random.nextInt(3) > 0;
    Term left = right ? source.left() : mutants.changed(source.left());
    Term other = right ? mutants.changed(source.right()) : source.right();
    return new Identity("mutant of " + source.name(), left, random.nextInt(4) == 0 ? mutants.changed(other) : other, source.facts(), false);
  }

  private static Mutants mutants(Identity source, Random random) {
    List<Index> free = new ArrayList<>(Terms.openIndices(source.left(), source.right()));
    List<Family> families = new ArrayList<>(Terms.families(source.left(), source.right()));
    return new Mutants(random, free, families);
  }

  /** A point at which the sides differ in plain arithmetic. */
  private static Optional<String> contradiction(Identity identity, Random random) {
    return switch (PlainPoint.contradiction(identity.left(), Claim.Order.EQUAL, identity.right(), identity.facts(), random, POINTS)) {
      case PlainPoint.Checked.Differs d -> Optional.of(d.point());
      case PlainPoint.Checked.Agrees a -> Optional.empty();
      case PlainPoint.Checked.Unknown u -> Optional.empty();
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proved p -> "proved";
      case Verdict.Refuted r -> "refuted";
      case Verdict.Supported s -> "supported";
      case Verdict.Undecided u -> "undecided";
    };
  }
}
