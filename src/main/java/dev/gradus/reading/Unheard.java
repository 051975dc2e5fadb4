package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.Optional;
import java.util.Set;

/** What the words of a part may say of a claim's letters beyond what was read: then the claim is not refuted (READING 6, 22). */
final class Unheard {
  private Unheard() {}

  static Optional<String> of(Statement s, Attempt.Read r, Names names, Survey survey) {
    PartWords words = names.told().words();
    Set<Family> families = Terms.families(r.claim().left(), r.claim().right());
    boolean arrays = families.stream().anyMatch(f -> !f.isScalar());
    boolean symmetric = r.claim().assumptions().stream().map(Assumption::fact).anyMatch(f -> f instanceof Fact.Symmetric);
    if (!symmetric && families.stream().anyMatch(f -> f.axes().size() == 2) && words.saySymmetric(s.part())) {
      return Optional.of("it fails, but perhaps not for what the text calls symmetric");
    }
    boolean length = r.claim().assumptions().stream().map(Assumption::fact).anyMatch(f -> f instanceof Fact.Equation);
    if (arrays && !length && words.sayLengths(s.part())) {
      return Optional.of("it fails, but perhaps not with what the words say of lengths or angles");
    }
    for (Family f : families) {
      String name = f.name();
      boolean open = names.definition(name, s.part()).isEmpty() && f.kind() == Family.Kind.VARIABLE;
      if (open && words.call(name, s.part())) {
        return Optional.of("it fails, but perhaps not with what the words say of " + name);
      }
      if (open && name.startsWith("b") && r.used().contains("derivative by " + name) && !f.isScalar() && survey.trace(name, s.part()).added && names.quantity(name).filter(Names.Quantity::declared).isEmpty()) {
        return Optional.of("it fails, but perhaps not where " + name + " is one number");
      }
      boolean mean = open && name.startsWith("\\bar{") && r.used().contains("derivative by " + name.substring(5, name.length() - 1));
      if (mean) {
        return Optional.of("what is " + name + "?");
      }
    }
    return r.used().contains("sum over a set") ? Optional.of("is the set that is summed over all there is?") : Optional.empty();
  }
}
