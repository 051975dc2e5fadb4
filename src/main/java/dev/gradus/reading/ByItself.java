package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** READING 9: a hypothesis that holds by itself, without any other and without conventions, is a proved claim; an equation without anything open that fails is none. */
final class ByItself {
  private ByItself() {}

  static Optional<Outcome> holds(Printed p, List<String> kept, Survey survey, Supplier<Choice> alone) {
    Optional<Claim.Order> order = Lowering.order(p.statement().sign().sign()).filter(o -> o != Claim.Order.NOT_EQUAL);
    if (order.isEmpty() || EntryBounds.bare(p.left(), p.right(), survey)) {
      return Optional.empty();
    }
    Outcome o = alone.get().decide(p, Attempts.Subject.alone(p.left(), order.get(), p.right(), p.statement().part(), kept)).outcome();
    if ((o.refuted() || (o instanceof Outcome.Open && o.code().startsWith("condition."))) && derivative(p)) {
      return Optional.of(new Outcome.Open(p.statement(), "condition.unclear", "it stands among what is assumed, says what a derivative is, and fails", Optional.empty()));
    }
    return Optional.of(o).filter(Outcome::proved);
  }

  /** Words of hypotheses, and of equations that are to be solved. */
  private static final Pattern SUPPOSES = Pattern.compile("(?i)\\b(if|when|whenever|suppose|assume|given|find|solve|points?|values?|unless|case)\\b");

  /** "for which f'(x) = e^{2x}" of a known f: a derivative with what it is, and no word of a hypothesis. */
  private static boolean derivative(Printed p) {
    boolean primed = p.statement().left().text().matches("(?s)\\s*\\\\?\\w+\\s*'+\\s*\\(.*\\)\\s*");
    boolean number = p.right() instanceof Notation.Numeral;
    return Lowering.isEquation(p.statement()) && !number && (primed || Differentials.whole(p.left())) && !SUPPOSES.matcher(p.statement().words()).find();
  }
}
