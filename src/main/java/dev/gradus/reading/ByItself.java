package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** READING 9: a hypothesis that holds by itself, without any other and without conventions, is a proved claim. */
final class ByItself {
  private ByItself() {}

  static Optional<Outcome> holds(Printed p, List<String> kept, Survey survey, Supplier<Choice> alone) {
    Optional<Claim.Order> order = Lowering.order(p.statement().sign().sign()).filter(o -> o != Claim.Order.NOT_EQUAL);
    if (order.isEmpty() || EntryBounds.bare(p.left(), p.right(), survey)) {
      return Optional.empty();
    }
    return Optional.of(alone.get().decide(p, Attempts.Subject.alone(p.left(), order.get(), p.right(), p.statement().part(), kept)).outcome()).filter(Outcome::proved);
  }
}
