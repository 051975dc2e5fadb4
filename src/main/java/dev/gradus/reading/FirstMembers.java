package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Recursion.Member;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Optional;

/** What says where families start, x_0 = c, also for several at once: m_0 = v_0 = 0. */
final class FirstMembers {
  private FirstMembers() {}

  /** Whether a statement says where a family starts: an equation that concludes nothing, or a link of a chain of such members. */
  static boolean is(Printed p, Member m, List<Printed> all) {
    Statement s = p.statement();
    boolean first = p.chain(all).stream().skip(1).allMatch(q -> Member.of(q.left()).filter(Member::isFirst).isPresent());
    return first && !s.cue().concludes() && s.cue() != Cue.NO_CLAIM && !Recursion.mentions(p.right(), m.name());
  }

  /** The statement with what its chain says of the member at its end. */
  static Printed valued(Printed p, List<Printed> all) {
    boolean goesOn = Member.of(p.right()).filter(Member::isFirst).isPresent();
    Optional<Printed> next = goesOn ? all.stream().filter(q -> q.statement().after().equals(Optional.of(p.statement().number()))).findFirst() : Optional.empty();
    return next.map(q -> new Printed(p.statement(), p.left(), valued(q, all).right(), p.spaces())).orElse(p);
  }

  /** Whether one of these is what a statement says. */
  static boolean says(List<Printed> lines, Printed p) {
    return lines.stream().anyMatch(l -> l.statement().number() == p.statement().number());
  }
}
