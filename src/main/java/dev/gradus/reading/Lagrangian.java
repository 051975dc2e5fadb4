package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Functions to which a constraint was added with a multiplier: they are differentiated as if nothing tied their letters (SOUNDNESS 20). */
final class Lagrangian {
  private static final List<String> MULTIPLIERS = List.of("\\lambda", "\\mu", "\\nu", "\\alpha", "\\beta", "\\gamma", "\\eta", "\\rho", "\\kappa", "\\omega");

  private Lagrangian() {}

  /** In: what a function is defined as, the name that a constraint ties. Out: whether a multiplier stands in it before the difference of a constraint's sides. */
  static boolean adds(Notation body, String tied, Mentions mentions) {
    boolean here = body instanceof Notation.Juxtaposed j && j.factors().size() == 2 && multiplier(j.factors().get(0).item(), mentions) && Notations.bracket(j.factors().get(1).item()).filter(b -> difference(b.body(), tied, mentions)).isPresent();
    return here || Notations.children(body).stream().anyMatch(c -> adds(c, tied, mentions));
  }

  /**
   * In: a reading that is not proved. Out: its claim without the constraints that a multiplier stands for; a proof of it needs none. Empty where the reading
   * differentiates no such function.
   */
  static Optional<Claim> unconstrained(Attempt.Read r, Names names, Mentions mentions) {
    if (!r.used().contains("derivative")) {
      return Optional.empty();
    }
    List<Definition> used = names.definitions().stream().filter(d -> r.used().contains(d.key())).toList();
    Claim c = r.claim();
    List<Assumption> free = c.assumptions().stream().filter(a -> !(tie(a.fact()) && names(a.fact()).stream().anyMatch(n -> used.stream().anyMatch(d -> adds(d.body(), n, mentions))))).toList();
    return free.size() == c.assumptions().size() ? Optional.empty() : Optional.of(new Claim(c.left(), c.order(), c.right(), free, c.explicit(), c.context()));
  }

  /**
   * F = \sum_i q_i f_i, L = .. + \mu (\sum_i q_i f_i - F): were F that very sum, the constraint would say nothing; it is the value that the sum is to have, and stays what it is while L is
   * differentiated. In: a statement. Out: such names behind its own.
   */
  static Set<String> given(Printed p, Names names, Mentions mentions) {
    Set<String> own = p.names(mentions);
    Set<String> found = new TreeSet<>();
    names.definitions(own, p.statement().part()).forEach(d -> given(d.body(), p.statement().part(), names, mentions, found));
    found.removeAll(own);
    return found;
  }

  private static void given(Notation n, Part part, Names names, Mentions mentions, Set<String> found) {
    Optional<Notation.Summed> constraint = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && multiplier(j.factors().get(0).item(), mentions) ? Notations.bracket(j.factors().get(1).item()).flatMap(b -> b.body() instanceof Notation.Summed s && s.items().size() == 2 ? Optional.of(s) : Optional.empty()) : Optional.empty();
    constraint.ifPresent(s -> found.addAll(value(s, 0, part, names, mentions)));
    constraint.ifPresent(s -> found.addAll(value(s, 1, part, names, mentions)));
    Notations.children(n).forEach(c -> given(c, part, names, mentions, found));
  }

  /** The name at one place of a difference that is defined as what stands at the other. */
  private static List<String> value(Notation.Summed s, int at, Part part, Names names, Mentions mentions) {
    boolean minus = (s.items().get(0).sign() == Notation.Sign.MINUS) != (s.items().get(1).sign() == Notation.Sign.MINUS);
    return mentions.of(s.items().get(at).item()).filter(m -> minus && m.bare()).map(Mention::key).filter(k -> names.definition(k, part).filter(d -> Templates.same(d.body(), s.items().get(1 - at).item())).isPresent()).stream().toList();
  }

  private static boolean tie(Fact fact) {
    return fact instanceof Fact.SumsToOne || fact instanceof Fact.Equation;
  }

  private static Set<String> names(Fact fact) {
    Set<String> found = new TreeSet<>();
    ClaimParts.family(fact).forEach(f -> found.add(f.name()));
    ClaimParts.terms(fact).forEach(t -> Terms.families(t).forEach(f -> found.add(f.name())));
    return found;
  }

  private static boolean multiplier(Notation n, Mentions mentions) {
    return mentions.of(n).filter(Mention::plain).filter(m -> MULTIPLIERS.contains(m.base())).isPresent();
  }

  /** {@code 1 - \sum_k \pi_k}: one side of the constraint less the other. */
  private static boolean difference(Notation n, String tied, Mentions mentions) {
    return n instanceof Notation.Summed s
        && s.items().size() == 2
        && (s.items().get(0).sign() == Notation.Sign.MINUS) != (s.items().get(1).sign() == Notation.Sign.MINUS)
        && Definitions.mentions(s.items().get(0).item(), tied, mentions) != Definitions.mentions(s.items().get(1).item(), tied, mentions);
  }
}
