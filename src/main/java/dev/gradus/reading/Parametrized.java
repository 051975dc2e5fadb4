package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * "If z = Wx + b then dL/dW = ..", of a z in use that nothing defines: letters that occur here first say what it is made of. Any z can be made so, thus nothing is tied, and
 * what is differentiated by these letters goes through z (READING 9, 14).
 */
final class Parametrized {
  private Parametrized() {}

  static Optional<Introductions.Introduction> of(Printed p, Survey survey, Names names, Set<String> seen, List<Printed> printed) {
    Statement s = p.statement();
    boolean compound = survey.mentions().of(p.right()).isEmpty() && namesAnew(p.right(), seen, survey.mentions());
    boolean differentiated = printed.stream().anyMatch(q -> q.statement().conditions().contains(s.number()) && Differentials.whole(q.left()));
    boolean plain = s.cue() == Cue.ASSUMED && s.after().isEmpty() && Lowering.isEquation(s) && compound && differentiated;
    return (plain ? Head.of(p.left(), survey.mentions()) : Optional.<Head>empty())
        .filter(h -> h.mention().bare() && h.parameters().isEmpty() && !h.squared() && !h.logged())
        .filter(h -> seen.contains(h.mention().key()) && names.definition(h.mention().key(), s.part()).isEmpty() && !names.isLost(h.mention().key(), s.part()))
        .filter(h -> !survey.isBound(h.mention().key()) && !Definitions.mentions(p.right(), h.mention().key(), survey.mentions()))
        .map(h -> new Introductions.Introduction(h, p.right(), Definition.Standing.STATED));
  }

  /** Whether a name occurs in an expression first. */
  static boolean namesAnew(Notation side, Set<String> seen, Mentions mentions) {
    Set<String> all = new TreeSet<>();
    Definitions.collect(side, mentions, all);
    return all.stream().anyMatch(k -> !seen.contains(k) && !Functions.library(k));
  }
}
