package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A hypothesis that is said of all values of a letter ("w^T x = v^T x for all x"). It holds for the letter of the claim as well; but a point at which it
 * holds there is no witness of it (SOUNDNESS 22): one is that with all other letters zero it is an identity.
 */
final class Universal {
  private static final String NOTE = "for all ";

  private Universal() {}

  /** What a reading rests on that uses the relation. */
  static String note(Attempts.InForce r) {
    return NOTE + String.join(" ", r.over()) + ": " + r.text();
  }

  /** A verdict that stands, and undecided where nothing is known that meets all hypotheses of this kind of a proved claim. */
  static Verdict checked(Verdict verdict, Set<String> used, Function<Claim, Verdict> decided) {
    boolean stands = !(verdict instanceof Verdict.Proved p) || met(p.claim(), used, decided);
    return stands ? verdict : new Verdict.Undecided(new ReadingReason.Open("nothing is known that meets a condition for all values of a letter", "condition.not-read"));
  }

  private static boolean met(Claim claim, Set<String> used, Function<Claim, Verdict> decided) {
    for (String u : used) {
      if (u.startsWith(NOTE)) {
        List<String> letters = List.of(u.substring(NOTE.length(), u.indexOf(": ")).split(" "));
        String text = u.substring(u.indexOf(": ") + 2);
        Optional<Fact.Equation> said = claim.assumptions().stream().filter(a -> a.text().equals(text)).map(Assumption::fact).filter(f -> f instanceof Fact.Equation).map(f -> (Fact.Equation) f).findFirst();
        if (said.isPresent() && !(decided.apply(identity(said.get(), letters)) instanceof Verdict.Proved)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Claim identity(Fact.Equation e, List<String> letters) {
    return new Claim(zero(e.left(), letters), Claim.Order.EQUAL, zero(e.right(), letters), List.of(), List.copyOf(Terms.families(e.left(), e.right())), List.of());
  }

  private static Term zero(Term term, List<String> letters) {
    return term instanceof Term.Entry c && !letters.contains(c.family().name()) ? Rational.ZERO : Terms.mapParts(term, t -> zero(t, letters));
  }
}
