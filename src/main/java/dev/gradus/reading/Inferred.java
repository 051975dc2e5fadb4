package dev.gradus.reading;

import dev.gradus.notation.Typeset;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Assumption.Origin;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a reading takes for granted and its proof rests on: it is listed with the proof (SOUNDNESS 8, READING 21, 22, 25). */
final class Inferred {
  /** For what stands in the claim's terms already. */
  static final Fact NOTHING = new Fact.Equation(Rational.ZERO, Rational.ZERO);

  /** How it is said what sigma was inferred to mean. */
  static final String SIGMA = "\\sigma is ";

  private Inferred() {}

  /** Whether an outcome rests on what sigma is inferred to mean in a part: that repeats no definition of another part. */
  static boolean sigma(Outcome outcome) {
    return outcome instanceof Outcome.Decided d && d.inferred().stream().anyMatch(a -> a.text().startsWith(SIGMA));
  }

  /**
   * The assumptions to list with a proof.
   *
   * @param oneHot whether it puts the target as a one-hot vector
   * @param activation what an undefined sigma means in it
   */
  static List<Assumption> of(Attempt.Read r, Verdict.Proved v, boolean oneHot, Activation activation, Names names, Part part) {
    List<Assumption> inferred = new ArrayList<>();
    if (oneHot) {
      inferred.add(OneHot.assumption(r.oneHot()));
    }
    for (Assumption a : v.claim().assumptions()) {
      if (a.origin() == Origin.CONDITION && !v.used().contains(a) && inferred.stream().noneMatch(b -> b.text().equals(a.text()))) {
        // an inverse that the proof does not look into still has to exist (READING 27)
        inferred.add(a);
      }
    }
    if (Sigma.isUsed(r.used())) {
      inferred.add(said(SIGMA + activation.text()));
    }
    if (r.used().contains("elementwise")) {
      inferred.add(said("the product of arrays is meant entry by entry"));
    }
    if (r.used().contains("entrywise")) {
      inferred.add(said("a function of a number is meant entry by entry"));
    }
    JointProbabilities.behind(r.claim(), v.claim()).forEach(law -> inferred.add(said(law)));
    if (r.used().contains(Ways.USED)) {
      inferred.add(said("each way of the chain rule holds the other named quantities fixed"));
    }
    if (r.used().contains(TotalDifferential.FIXED)) {
      inferred.add(said("letters whose differentials are not printed are held fixed"));
    }
    if (r.used().contains("diagonal")) {
      inferred.add(said("the printed vector is meant entry by entry, as a diagonal matrix"));
    }
    if (r.used().contains("softmax of a component")) {
      inferred.add(said("softmax of a component means that component of softmax"));
    }
    if (r.names().definitions().stream().anyMatch(d -> d.standing() == Definition.Standing.SAMPLE && r.used().contains(d.key()))) {
      inferred.add(said("what is defined without an index has, with one, the value for that sample"));
    }
    for (Definition d : names.definitions()) {
      Optional<Definition> inForce = r.used().contains(d.key()) ? names.definition(d.key(), part) : Optional.empty();
      if (d.part().assignment() && inForce.filter(d::equals).isPresent()) {
        String head = d.key() + (d.isFunction() ? "(" + String.join(", ", d.parameters()) + ")" : "");
        inferred.add(Assumption.stated(NOTHING, head + " = " + Typeset.of(d.body()), d.body().span().start()));
      }
      if (d.inferred() && inForce.filter(Definition::inferred).isPresent()) {
        inferred.add(
            new Assumption(NOTHING, Origin.INFERRED, Stacked.said(d).orElse(d.key() + " is what the text replaces it by"), OptionalInt.empty()));
      }
    }
    return List.copyOf(inferred);
  }

  private static Assumption said(String text) {
    return Assumption.convention(NOTHING, text);
  }
}
