package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the logarithms that a text takes say of sigma: \\ln \\sigma(u) has a value wherever sigma is positive, \\ln(1 - \\sigma(u)) where it stays below 1 (READING 21, SOUNDNESS 2). */
record Logarithms(Names names, Mentions mentions, Part part) {
  private static final Set<Activation> POSITIVE = EnumSet.of(Activation.LOGISTIC, Activation.SOFTPLUS, Activation.SOFTMAX);
  private static final Set<Activation> BELOW_ONE = EnumSet.of(Activation.LOGISTIC, Activation.TANH, Activation.SOFTMAX);

  /** In: formulas, and what sigma may be in them. Out: those of the meanings with which their logarithms of sigma have a value at every argument. */
  List<Activation> admitted(List<Notation> formulas, List<Activation> meanings) {
    Set<Activation> all = EnumSet.copyOf(meanings);
    formulas.forEach(f -> restrict(f, all));
    return List.copyOf(all);
  }

  private void restrict(Notation n, Set<Activation> left) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        boolean log = mentions.of(j.factors().get(k).item()).filter(m -> m.key().equals("log") || m.key().equals("ln")).isPresent();
        if (log && isSigma(j.factors(), k + 1)) {
          left.retainAll(POSITIVE);
        }
        if (log && Notations.bracket(j.factors().get(k + 1).item()).filter(b -> isRest(b.body())).isPresent()) {
          left.retainAll(BELOW_ONE);
        }
      }
    }
    Notations.children(n).forEach(c -> restrict(c, left));
  }

  /** 1 - \\sigma(u) */
  private boolean isRest(Notation n) {
    return n instanceof Notation.Summed s && s.items().size() == 2 && Conditions.isNumeral(s.items().get(0).item(), "1") && s.items().get(1).sign() == Notation.Sign.MINUS && isSigma(s.items().get(1).item());
  }

  private boolean isSigma(Notation n) {
    Notation inner = Notations.bracket(n).map(Notation.Bracketed::body).orElse(n);
    return inner instanceof Notation.Juxtaposed j ? isSigma(j.factors(), 0) && j.factors().size() <= 2 : isSigma(List.of(new Factor(Op.NONE, inner)), 0);
  }

  /** Whether a value of sigma stands there: applied, or a name that is defined as one. */
  private boolean isSigma(List<Factor> factors, int k) {
    Notation item = factors.get(k).item();
    Optional<Mention> m = mentions.of(item);
    boolean applied = k + 1 < factors.size() && Notations.bracket(factors.get(k + 1).item()).isPresent();
    if (m.isEmpty()) {
      return Notations.bracket(item).filter(b -> isSigma(b.body())).isPresent();
    }
    if (applied && m.get().key().equals("\\sigma")) {
      return names.definition("\\sigma", part).isEmpty();
    }
    return names.definition(m.get().key(), part).filter(d -> d.isFunction() == applied && d.body() instanceof Notation.Juxtaposed b && b.factors().size() == 2 && isSigma(b.factors(), 0)).isPresent();
  }
}
