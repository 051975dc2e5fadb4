package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Names for probabilities that nothing defines: {@code \theta = p(y = 1)}, {@code \phi_{j|1} = p(x_j = 1 | y = 1)}. Such a name is the parameter that the text goes on
 * with, not something that the probability gives a value (READING 23); what else ties it, that some of them sum to one, the text need not say.
 */
final class Chances {
  private Chances() {}

  /** "\theta = p(y = 1)", the only place with that probability: it is what the name stands for, and the name stays a letter that can be solved for. */
  static Optional<Introductions.Introduction> of(Printed p, Head left, List<Printed> printed, Survey survey, Names names) {
    Statement s = p.statement();
    boolean plain = left.parameters().isEmpty() && !left.squared() && !left.logged() && !PrintedHead.isKey(left.mention().key());
    boolean alone = s.after().isEmpty() && printed.stream().noneMatch(q -> q.statement().after().equals(Optional.of(s.number())));
    Optional<Head> right = plain && alone ? PrintedHead.introduced(p.right(), s.part(), survey, names) : Optional.empty();
    return right
        .filter(h -> PrintedHead.isKey(h.mention().key()) && PrintedHead.probability(h.mention()) && !PrintedHead.expects(h) && names.definition(h.mention().key(), s.part()).isEmpty())
        .filter(h -> new TreeSet<>(h.letters()).equals(new TreeSet<>(left.letters())))
        .filter(h -> printed.stream().noneMatch(q -> q.statement().number() != s.number() && PrintedHead.occurs(q, h.mention().key(), survey, names)))
        .map(h -> new Introductions.Introduction(h, p.left(), Definition.Standing.STATED));
  }

  /**
   * A name of a claim that stands for a probability, where that may make it true: several of them are tied in ways that the text does not say, and one lies
   * between 0 and 1.
   */
  static Optional<String> open(Claim claim, Names names, Mentions mentions, Predicate<Claim> fails) {
    Set<String> letters = new TreeSet<>();
    for (Definition d : names.definitions()) {
      boolean probability = PrintedHead.isKey(d.key()) && List.of("P", "p", "Pr").contains(d.key().replaceAll("[^A-Za-z].*", ""));
      mentions.of(d.body()).filter(m -> probability && m.plain()).ifPresent(m -> letters.add(m.key()));
    }
    List<Family> named = letters.isEmpty() ? List.of() : Terms.families(claim.left(), claim.right()).stream().filter(f -> letters.contains(f.name())).toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    all.add(Assumption.stated(new Fact.AllInUnitInterval(named.get(0)), "a probability"));
    boolean one = letters.size() == 1 && named.get(0).isScalar();
    return one && fails.test(claim.under(all)) ? Optional.empty() : Optional.of(named.get(0).name());
  }
}
