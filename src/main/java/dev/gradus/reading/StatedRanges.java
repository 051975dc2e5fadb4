package dev.gradus.reading;

import dev.gradus.document.RelationSign;
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
    // y in {0,1}^K, which no word calls one-hot
    boolean oneHot = s.notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT);
    s.notes().facts().stream().filter(f -> f.kind() == WordFact.Kind.BINARY && !oneHot).forEach(f -> f.names().forEach(n -> mentions.printed(n).map(Mention::key).ifPresent(names::add)));
    for (Printed q : printed.subList(0, s.number())) {
      boolean assumed = q.statement().cue() == Cue.ASSUMED && s.part().within(q.statement().part()) && q.unreadable().isEmpty();
      boolean order = Lowering.order(q.statement().sign().sign()).filter(o -> o != Claim.Order.EQUAL && o != Claim.Order.NOT_EQUAL).isPresent();
      if (assumed && ((order && !customary(q)) || beyond(q))) {
        for (Notation n : List.of(q.left(), q.right())) {
          mentions.of(n).filter(Mention::bare).ifPresent(m -> names.add(m.key()));
        }
      }
    }
    return names;
  }

  /** {@code \lambda = -2}, {@code p = 2}: a value that no customary range holds. */
  private static boolean beyond(Printed q) {
    boolean negative = q.right() instanceof Notation.Summed s && s.items().size() == 1 && s.items().getFirst().sign() == Notation.Sign.MINUS && s.items().getFirst().item() instanceof Notation.Numeral;
    boolean large = q.right() instanceof Notation.Numeral n && !n.digits().startsWith("0") && !n.digits().equals("1");
    return q.statement().sign().sign() == RelationSign.EQUAL && (negative || (large && Mentions.baseName(q.left()).filter(PROBABILITIES::contains).isPresent()));
  }

  private static final List<String> PROBABILITIES = List.of("p", "q", "\\pi", "\\theta", "\\phi", "\\eta", "y", "t");

  /** {@code 0 < p}, {@code p < 1}: what custom says too. */
  private static boolean customary(Printed q) {
    return switch (q.statement().sign().sign()) {
      case LESS -> Conditions.isNumeral(q.left(), "0") || Conditions.isNumeral(q.right(), "1");
      case GREATER -> Conditions.isNumeral(q.left(), "1") || Conditions.isNumeral(q.right(), "0");
      default -> false;
    };
  }
}
