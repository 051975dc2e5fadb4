package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Letters of which the text states another range than the customary one, in an earlier condition of the part or by calling them real: no proof leans on custom then (READING 3). */
final class StatedRanges {
  private StatedRanges() {}

  static Set<String> of(Statement s, List<Printed> printed, Mentions mentions) {
    Set<String> names = new TreeSet<>();
    s.notes().facts().stream().filter(f -> f.kind() == WordFact.Kind.REAL).forEach(f -> f.names().forEach(n -> mentions.printed(n).map(Mention::key).ifPresent(names::add)));
    for (Printed q : printed.subList(0, s.number())) {
      boolean assumed = q.statement().cue() == Cue.ASSUMED && s.part().within(q.statement().part()) && q.unreadable().isEmpty();
      boolean order = Lowering.order(q.statement().sign().sign()).filter(o -> o != Claim.Order.EQUAL && o != Claim.Order.NOT_EQUAL).isPresent();
      if (assumed && order && !customary(q)) {
        for (Notation n : List.of(q.left(), q.right())) {
          mentions.of(n).filter(Mention::bare).ifPresent(m -> names.add(m.key()));
        }
      }
    }
    return names;
  }

  /** {@code 0 < p}, {@code p < 1}: what custom says too. */
  private static boolean customary(Printed q) {
    return switch (q.statement().sign().sign()) {
      case LESS -> Conditions.isNumeral(q.left(), "0") || Conditions.isNumeral(q.right(), "1");
      case GREATER -> Conditions.isNumeral(q.left(), "1") || Conditions.isNumeral(q.right(), "0");
      default -> false;
    };
  }
}
